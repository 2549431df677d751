//! What stands under every plan: what was left out, what to know, what to ask, and what it follows.

use std::collections::BTreeSet;

use engine::{Edition, Id, Plan, Question, Source};

use super::page::Page;
use crate::speech::DateStyle;
use crate::voice::Voice;

pub(super) fn write(page: &mut Page, plan: &Plan, voice: &Voice<'_>) {
    let list = |page: &mut Page, key: &str, items: Vec<String>| {
        if !items.is_empty() {
            page.heading(&voice.say(key, &[]));
            items.iter().for_each(|item| page.item(0, item));
        }
    };
    list(page, "text.cautions", plan.cautions.iter().map(|caution| voice.caution(caution)).collect());
    list(page, "text.rejected", rejected(plan, voice));
    let of_option = plan.options.first().map_or(&[][..], |choice| &choice.notices);
    let notices: BTreeSet<&Id> = plan.notices.iter().chain(of_option).collect();
    list(page, "text.notices", notices.into_iter().map(|notice| voice.notice(notice)).collect());
    list(page, "text.questions", questions(plan).map(|question| voice.question(question)).collect());
    let sources = cited(plan).into_iter().filter_map(|id| voice.protocol.source(id));
    list(page, "text.sources", sources.map(source).collect());
    page.gap();
    edition(page, plan, voice);
    page.gap();
    page.text(0, &voice.say("disclaimer", &[]));
}

/// What is not offered, with those that share a reason in one line.
fn rejected(plan: &Plan, voice: &Voice<'_>) -> Vec<String> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for rejected in &plan.rejected {
        let why = voice.rejection(&rejected.reason);
        let group = groups.iter_mut().find(|(known, _)| *known == why);
        match group {
            Some((_, options)) => options.push(voice.option_id_phrase(&rejected.option)),
            None => groups.push((why, vec![voice.option_id(&rejected.option)])),
        }
    }
    groups.into_iter().map(|(why, options)| format!("{}: {why}", voice.speech.list(&options))).collect()
}

/// The questions that every option raises or that the best one does.
fn questions(plan: &Plan) -> impl Iterator<Item = &Question> {
    let best = plan.options.first();
    let of_best = move |question: &Question| best.is_some_and(|choice| choice.questions.contains(question));
    let of_any = |question: &Question| plan.options.iter().any(|choice| choice.questions.contains(question));
    plan.questions.iter().filter(move |question| of_best(question) || !of_any(question))
}

/// The sources of the best option's figures.
fn cited(plan: &Plan) -> BTreeSet<&Id> {
    let mut cited = BTreeSet::new();
    let Some(choice) = plan.options.first() else { return cited };
    for track in &choice.tracks {
        let gaps = [&track.interval.min, &track.interval.rec, &track.interval.max];
        cited.extend(gaps.into_iter().flatten().flat_map(|figure| &figure.cite));
        cited.extend(track.sessions.iter().flat_map(|figure| &figure.cite));
        cited.extend(track.downtime_days.iter().flat_map(|figure| &figure.cite));
    }
    for effect in &choice.side_effects {
        cited.extend(&effect.cite);
        cited.extend(effect.lasts_days.iter().flat_map(|figure| &figure.cite));
        cited.extend(effect.appears.iter().flat_map(|figure| &figure.cite));
    }
    for outcome in &choice.outcomes {
        let windows = [&outcome.onset, &outcome.peak, &outcome.fade];
        cited.extend(windows.into_iter().flatten().flat_map(|figure| &figure.cite));
    }
    cited
}

fn source(source: &Source) -> String {
    let year = source.year.map(|year| year.to_string());
    let parts = [Some(source.by.clone()), Some(source.title.clone()), year, source.url.clone()];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
}

fn edition(page: &mut Page, plan: &Plan, voice: &Voice<'_>) {
    let made = voice.speech.date(plan.today, DateStyle::Long);
    page.text(0, &voice.say("text.plan_id", &[("id", plan.id.as_str().into()), ("made", made.into())]));
    let mut line = |key: &str, edition: &Edition| {
        let name = [("id", edition.id.as_str().into()), ("version", edition.version.as_str().into())];
        let mut said = voice.say(key, &name);
        if let Some(valid_to) = edition.valid_to {
            said = format!("{said} {}", voice.say("text.valid_to", &[("on", valid_to.into())]));
        }
        page.text(0, &said);
    };
    line("text.protocol", &plan.protocol);
    match &plan.pack {
        Some(pack) => line("text.pack", pack),
        None => page.text(0, &voice.say("text.no_pack", &[])),
    }
}
