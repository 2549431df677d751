//! One visit: the day, the clock, why, and how far it can move.

use engine::{Moment, Visit, Window};

use super::page::Page;
use crate::speech::DateStyle;
use crate::voice::Voice;

/// Wide enough for `10:55 to 11:00`.
const CLOCK: usize = 14;

pub(super) fn write(page: &mut Page, visit: &Visit, voice: &Voice<'_>) {
    let date = voice.speech.date(visit.date, DateStyle::Full);
    page.gap();
    page.text(0, &format!("{date}: {}", voice.visit_phrase(visit)));
    clock(page, visit, voice);
    if let Some(recovery) = &visit.recovery {
        let until = voice.speech.date_range(recovery.to_earliest, recovery.to_latest);
        page.text(2, &voice.say("text.recovery", &[("until", until.into())]));
    }
    why(page, visit, voice);
}

/// The whole chain of reasons that leads to the date, and how far it can move.
pub(super) fn why(page: &mut Page, visit: &Visit, voice: &Voice<'_>) {
    page.text(2, &voice.say("text.why", &[]));
    for reason in &visit.why {
        page.item(2, &voice.reason(reason));
    }
    window(page, visit, voice);
}

/// How far the visit can move; with the year where that is far.
fn window(page: &mut Page, visit: &Visit, voice: &Voice<'_>) {
    let Window { earliest, latest } = visit.window;
    let far = latest.days_since(earliest) > 300;
    let said = |date| voice.speech.date(date, if far { DateStyle::Long } else { DateStyle::Day });
    let key = if earliest == latest { "text.fixed" } else { "text.window" };
    let ends = |earliest, latest| [("earliest", said(earliest).into()), ("latest", said(latest).into())];
    page.text(2, &voice.say(key, &ends(earliest, latest)));
    if visit.reach != visit.window {
        page.text(2, &voice.say("text.reach", &ends(visit.reach.earliest, visit.reach.latest)));
    }
}

fn clock(page: &mut Page, visit: &Visit, voice: &Voice<'_>) {
    let clock = &visit.clock;
    if let Some(arrive) = clock.arrive {
        page.pair(2, &voice.time(arrive), CLOCK, &voice.phrase("text.arrive", &[]));
    }
    for moment in &clock.moments {
        page.pair(2, &voice.times(moment.starts), CLOCK, &step(visit, moment, voice));
    }
    if clock.moments.is_empty() {
        for step in &visit.steps {
            page.item(2, &voice.step(*step));
        }
    }
    if let Some(done) = clock.done {
        page.pair(2, &voice.times(done), CLOCK, &voice.phrase("text.done", &[]));
    }
    if let Some(numb) = clock.numb_until {
        page.pair(2, &voice.times(numb), CLOCK, &voice.phrase("text.numb_until", &[]));
    }
    if let Some(moved) = clock.start_moved {
        page.text(2, &voice.start_moved(moved));
    }
    if clock.next_day {
        page.text(2, &voice.say("text.next_day", &[]));
    }
    if clock.past_closing {
        page.text(2, &voice.say("text.past_closing", &[]));
    }
}

/// A step with its length.
fn step(visit: &Visit, moment: &Moment, voice: &Voice<'_>) -> String {
    let said = voice.moment_phrase(visit.sessions.len(), moment);
    match &moment.minutes {
        Some(minutes) => format!("{said} ({})", voice.minutes(minutes.value)),
        None => format!("{said} ({})", voice.phrase("text.length_not_stated", &[])),
    }
}
