//! The plan on one page of paper: what to come for and when, what to expect, what to watch for, what to ask.

use engine::{Choice, Outcome, Plan, Status, Track, Visit};
use export::{DateStyle, Value};

use super::notices::{mark, said};
use super::{notes, share};
use crate::markup::{From, Tag, classes, tag};
use crate::model::Paper;
use crate::planning::Shown;
use crate::setting::Setting;
use crate::timeline::name;

/// The page, made when it is about to be printed; a screen does not show it. Nothing in it tells what was answered.
pub(super) fn paper(shown: &Shown, of: Paper, choice: &Choice, lead: String) -> Tag {
    let Shown { setting, plan, .. } = shown;
    let voice = setting.voice();
    let clinic = voice.clinic().map(|name| tag("p").class("muted").with(name));
    let head = tag("div")
        .class("paper-head")
        .with(clinic)
        .with(tag("h2").with(voice.headline(plan, choice)))
        .with(tag("p").with(lead));
    let draft = (plan.status == Status::Provisional).then(|| {
        let more = ["ui.provisional.lead", "ui.provisional.paper"].map(|key| setting.text(key)).join(" ");
        let title = tag("strong").says(setting, "ui.provisional.title");
        tag("p").class("paper-draft").with(title).with(" ").with(more)
    });
    let visits = tag("tbody").each(&choice.visits, |visit| row(setting, &choice.tracks, visit));
    let visits = part(setting, "ui.visits.title").with(tag("table").with(visits));
    let notice =
        part(setting, "ui.outlook.title").each(&choice.outcomes, |outcome| noticed(setting, outcome));
    let notice = notice.with(tag("p").says(setting, "ui.outlook.some"));
    let sides = choice.side_effects.iter().map(|effect| voice.side_effect(&effect.id)).collect::<Vec<_>>();
    let recovery = choice.metrics.downtime_days.map(|days| {
        let row = [setting.text("ui.options.recovery"), voice.days(days)].join(": ");
        tag("p").with(row)
    });
    let sides = part(setting, "ui.sides.title").with(recovery).with(tag("p").with(once(sides).join(" · ")));
    let flags = setting.protocol.document().red_flags.iter();
    let flags = flags.map(|flag| setting.text_of("red_flag.", flag.id.as_str())).collect::<Vec<_>>();
    let flags = part(setting, "ui.flags.title").with(tag("p").with(flags.join(" · ")));
    let always = setting.pack.notices.iter().filter(|notice| notice.always).map(|notice| &notice.id);
    let always = always.collect::<Vec<_>>();
    let is_translated = always.iter().any(|id| voice.translation(id).is_some());
    let status = tag("div").class("paper-status").each(&always, |id| said(setting, "p", id));
    let status =
        status.with(is_translated.then(|| mark(setting))).with(tag("p").says(setting, "ui.intro.evidence"));
    let cost = choice.metrics.cost.as_ref().filter(|_| shown.is_priced());
    let cost = cost.map(|cost| {
        let total = [setting.text("cost.alone"), voice.cost(cost)].join(": ");
        part(setting, "cost.title").with(tag("p").with(total))
    });
    let sides = tag("div").with(sides).with(flags).with(cost);
    let columns = tag("div").class("paper-columns").with(notice).with(sides);
    tag("div")
        .set("class", classes("paper", &[(of == Paper::Options, "is-put-aside")]))
        .from(From::Figures)
        .set("aria-hidden", "true")
        .with(tag("div").class("paper-top").with(head).with(share::code(shown)))
        .with(draft)
        .with(visits)
        .with(columns)
        .with(status)
        .with(questions(setting, plan, choice))
}

fn part(setting: &Setting, title: &str) -> Tag {
    tag("section").with(tag("h3").says(setting, title))
}

/// A visit in one row: the day, from when to when, what is done.
fn row(setting: &Setting, tracks: &[Track], visit: &Visit) -> Tag {
    let times = visit.clock.arrive.zip(visit.clock.done).map(|(arrive, done)| {
        let values = [("arrive", Value::from(arrive)), ("done", done.hi.into())];
        setting.say("ui.visit.times", &values)
    });
    tag("tr")
        .with(tag("th").set("scope", "row").with(setting.speech.date(visit.date, DateStyle::Full)))
        .with(tag("td").with(times.unwrap_or_default()))
        .with(tag("td").with(name(setting, tracks, visit)))
}

fn noticed(setting: &Setting, outcome: &Outcome) -> Tag {
    let said = [
        ("ui.outlook.onset", &outcome.onset),
        ("ui.outlook.peak", &outcome.peak),
        ("ui.outlook.fade", &outcome.fade),
    ]
    .map(|(key, figure)| {
        let when =
            figure.as_ref().map(|figure| setting.speech.date_range(figure.value.from, figure.value.to));
        [setting.text(key), when.unwrap_or_else(|| setting.text("ui.not_stated"))].join(": ")
    });
    let goal = tag("strong").with(setting.voice().goal(&outcome.goal));
    tag("p").with(goal).with(" ").with(said.join(" · "))
}

fn questions(setting: &Setting, plan: &Plan, choice: &Choice) -> Tag {
    let asked = notes::asked(plan, Some(choice));
    let list = tag("ol").each(asked, |question| tag("li").with(setting.voice().question(question)));
    part(setting, "ui.questions.title").with(list)
}

fn once(names: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for name in names {
        if !kept.contains(&name) {
            kept.push(name);
        }
    }
    kept
}
