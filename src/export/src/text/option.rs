//! One option in full: visits, what may be noticed, what people may not like, what may follow.

use engine::{Choice, DateRange, Figure, HomeUse, Outcome, Plan, Unwanted};

use super::page::Page;
use super::{Detail, explain, visit};
use crate::voice::Voice;

/// Wide enough for `may be noticed`.
const LABEL: usize = 14;

pub(super) fn write(page: &mut Page, plan: &Plan, choice: &Choice, voice: &Voice<'_>, detail: Detail) {
    if !choice.undated.is_empty() {
        page.heading(&voice.say("text.undated", &[]));
        choice.undated.iter().for_each(|question| page.item(0, &voice.question(question)));
    }
    past(page, choice, voice);
    if !choice.visits.is_empty() {
        page.heading(&voice.say("text.visits", &[]));
        choice.visits.iter().for_each(|each| visit::write(page, each, voice));
    }
    if detail == Detail::Everything {
        explain::objective(page, plan, choice, voice);
    }
    for track in &choice.tracks {
        if let Some(home) = &track.home_use {
            page.gap();
            page.text(0, &format!("{}: {}", voice.modality(&track.modality), home_use(home, voice)));
        }
    }
    outcomes(page, plan, choice, voice);
    side_effects(page, choice, voice);
    cost(page, choice, voice);
    if !choice.maintenance.is_empty() {
        page.heading(&voice.say("text.maintenance", &[]));
        for next in &choice.maintenance {
            let line = dates(&next.next, voice);
            page.item(0, &format!("{}: {line}", voice.modality(&next.modality)));
        }
    }
    if !choice.cautions.is_empty() {
        page.heading(&voice.say("text.option_cautions", &[]));
        choice.cautions.iter().for_each(|caution| page.item(0, &voice.caution(caution)));
    }
}

/// The sessions done before, with the judgement of each.
fn past(page: &mut Page, choice: &Choice, voice: &Voice<'_>) {
    if choice.tracks.iter().any(|track| !track.past.is_empty()) {
        page.heading(&voice.say("text.past", &[]));
    }
    for track in choice.tracks.iter().filter(|track| !track.past.is_empty()) {
        page.gap();
        page.text(0, &voice.modality(&track.modality));
        track.past.iter().for_each(|done| page.item(2, &voice.done(track, done)));
    }
}

fn home_use(home: &HomeUse, voice: &Voice<'_>) -> String {
    let times = home
        .times_a_day
        .as_ref()
        .map(|times| voice.phrase("text.times_a_day", &[("count", times.value.into())]))
        .unwrap_or_else(|| voice.phrase("text.times_not_stated", &[]));
    match (home.from, home.until) {
        (Some(from), Some(until)) => {
            let until = voice.speech.date_range(until.from, until.to);
            voice.phrase(
                "text.home_use",
                &[("times", times.into()), ("from", from.into()), ("until", until.into())],
            )
        }
        (Some(from), None) => {
            voice.phrase("text.home_use_open", &[("times", times.into()), ("from", from.into())])
        }
        (None, _) => times,
    }
}

fn outcomes(page: &mut Page, plan: &Plan, choice: &Choice, voice: &Voice<'_>) {
    if choice.outcomes.is_empty() {
        return;
    }
    page.heading(&voice.say("text.outcomes", &[]));
    for outcome in &choice.outcomes {
        page.gap();
        page.text(
            0,
            &format!("{} ({})", voice.goal(&outcome.goal), voice.modality_phrase(&outcome.modality)),
        );
        let Outcome { onset, peak, fade, at_event, .. } = outcome;
        for (key, figure) in [("text.onset", onset), ("text.peak", peak), ("text.fade", fade)] {
            let said = figure.as_ref().map(|figure| dates(figure, voice));
            let said = said.unwrap_or_else(|| voice.phrase("state.not_known", &[]));
            page.pair(2, &voice.phrase(key, &[]), LABEL, &said);
        }
        if let (Some(standing), Some(event)) = (at_event, &plan.event) {
            let (worst, best) = (voice.state_phrase(standing.worst), voice.state_phrase(standing.best));
            let key = if worst == best { "text.at_event_sure" } else { "text.at_event" };
            let event = voice.event(event.kind.as_ref());
            let values = [("event", event.into()), ("worst", worst.into()), ("best", best.into())];
            page.text(2, &voice.say(key, &values));
        }
    }
    page.gap();
    page.text(0, &voice.say("text.some_notice_none", &[]));
}

fn dates(figure: &Figure<DateRange>, voice: &Voice<'_>) -> String {
    let DateRange { from, to } = figure.value;
    format!("{} [{}]", voice.speech.date_range(from, to), voice.source(figure))
}

fn side_effects(page: &mut Page, choice: &Choice, voice: &Voice<'_>) {
    page.heading(&voice.say("text.side_effects", &[]));
    for track in &choice.tracks {
        page.gap();
        page.text(0, &voice.modality(&track.modality));
        let mut known =
            choice.side_effects.iter().filter(|effect| effect.modality == track.modality).peekable();
        if known.peek().is_none() {
            page.item(2, &voice.say("text.side_effects_not_stated", &[]));
        }
        known.for_each(|effect| page.item(2, &side_effect(effect, voice)));
    }
}

/// Everything that has to be paid, with the sum; then the packages.
fn cost(page: &mut Page, choice: &Choice, voice: &Voice<'_>) {
    let Some(bill) = &choice.bill else { return };
    let price = |minor| voice.price(minor, &bill.currency);
    page.heading(&voice.say("cost.title", &[]));
    for charge in &bill.items {
        let each = voice.each(charge, &bill.currency);
        let each = each.map(|each| format!(" ({each})")).unwrap_or_default();
        page.item(0, &format!("{}: {}{each}", voice.item(&charge.item), price(charge.sum)));
    }
    page.text(0, &format!("{}: {}", voice.say("cost.alone", &[]), price(bill.total)));
    let packages = voice.protocol.document().prices.as_ref().map_or(&[][..], |prices| &prices.packages);
    for offer in &bill.packages {
        let Some(package) = packages.get(offer.package) else { continue };
        page.gap();
        page.text(0, &format!("{}: {}", voice.package(package), price(offer.price)));
        page.text(0, &format!("{}: {}", voice.say("cost.together", &[]), price(offer.total)));
        let unused = voice.own(&package.unused).map(|(said, _)| said);
        let unused = unused.unwrap_or_else(|| voice.say("cost.unused_ask", &[]));
        page.text(0, &format!("{}: {unused}", voice.say("cost.unused", &[])));
    }
}

fn side_effect(effect: &Unwanted, voice: &Voice<'_>) -> String {
    let mut parts = vec![voice.side_effect(&effect.id)];
    if let Some(lasts) = &effect.lasts_days {
        let days = voice.days(lasts.value);
        parts.push(format!(
            "{} [{}]",
            voice.phrase("text.lasts", &[("days", days.into())]),
            voice.source(lasts)
        ));
    }
    if let Some(appears) = &effect.appears {
        let after = voice.length_as_written(&appears.value);
        let after = voice.phrase("text.appears", &[("after", after.into())]);
        parts.push(format!("{after} [{}]", voice.source(appears)));
    }
    if parts.len() == 1 {
        let sources = voice.sources(&effect.cite);
        let unknown = voice.phrase("text.lasts_not_stated", &[]);
        parts.push(if sources.is_empty() { unknown } else { format!("{unknown} [{sources}]") });
    }
    parts.join(", ")
}
