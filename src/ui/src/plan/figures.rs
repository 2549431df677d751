//! The numbers that the dates are worked out from, each with where it comes from.

use engine::{Figure, Plan, Track};
use export::Value;

use super::evidence;
use super::side_by_side::MOST;
use crate::controls::{block, disclosure, hint};
use crate::markup::{Tag, group, tag};
use crate::setting::Setting;
use crate::still::still;

/// Every number behind the dates of the options that stand side by side, each series once.
pub(super) fn figures(setting: &Setting, plan: &Plan) -> Tag {
    let mut series: Vec<Track> = Vec::new();
    for track in plan.options.iter().take(MOST).flat_map(|option| &option.tracks) {
        let is_known = |known: &Track| (&known.modality, &known.exosome) == (&track.modality, &track.exosome);
        if !series.iter().any(is_known) {
            series.push(track.clone());
        }
    }
    let groups = tag("div").class("figures").each(series, |track| {
        let name = setting.voice().track_name(&track);
        tag("div").class("figure").key(&name).with(still(setting, track, of_track))
    });
    let of_clinic = still(setting, (), |setting, ()| of_clinic(setting));
    let groups = groups.with(tag("div").class("figure").key("clinic").with(of_clinic));
    block(setting, "planner-figures", "ui.figures.title")
        .part("figures")
        .with(hint(setting, "ui.figures.lead"))
        .with(disclosure(setting.text("ui.figures.show")).with(groups))
}

/// One row: what the number is, the number, its source; a named absence where there is none.
fn row<T>(
    setting: &Setting,
    rows: Tag,
    key: &str,
    figure: &Option<Figure<T>>,
    said: impl Fn(&T) -> String,
) -> Tag {
    let value = match figure {
        Some(figure) => tag("dd").with(said(&figure.value)).with(" ").with(evidence::chip(setting, figure)),
        None => tag("dd").with(tag("span").class("not-stated").says(setting, "ui.not_stated")),
    };
    rows.with(tag("dt").says(setting, key)).with(value)
}

fn of_track(setting: &Setting, track: &Track) -> Tag {
    let voice = setting.voice();
    let mut rows = tag("dl");
    if let Some(home) = &track.home_use {
        rows = row(setting, rows, "ui.figures.home", &home.lasts, |text| voice.length_as_written(text));
        let times = |times: &u8| setting.count("ui.figures.times", usize::from(*times));
        rows = row(setting, rows, "ui.figures.often", &home.times_a_day, times);
    } else {
        let sessions = |count: &u8| setting.speech.number((*count).into());
        rows = row(setting, rows, "ui.figures.sessions", &track.sessions, sessions);
        for (key, figure) in [
            ("ui.figures.least", &track.interval.min),
            ("ui.figures.advised", &track.interval.rec),
            ("ui.figures.most", &track.interval.max),
        ] {
            rows = row(setting, rows, key, figure, |text| voice.length_as_written(text));
        }
        rows = row(setting, rows, "ui.figures.recovery", &track.downtime_days, |days| voice.days(*days));
    }
    group().with(tag("h4").class("figure-name").with(voice.track_name(track))).with(rows)
}

/// What holds at the clinic, whatever is done there; what it does not state has a rule of the planner in its place.
fn of_clinic(setting: &Setting) -> Tag {
    let voice = setting.voice();
    let document = setting.protocol.document();
    let (consultation, calendar) = (&document.consultation, &document.calendar);
    let mut rows = tag("dl");
    // Where the clinic says nothing, a session is on another day than the consultation.
    rows = match &consultation.wait {
        Some(_) => row(setting, rows, "ui.figures.wait", &consultation.wait, |span| {
            voice.length_as_written(&span.to_string())
        }),
        None => rows
            .with(tag("dt").says(setting, "ui.figures.wait"))
            .with(tag("dd").says(setting, "ui.figures.next_day")),
    };
    for (key, figure) in [
        ("ui.figures.lead_time", &calendar.lead),
        ("ui.figures.valid", &consultation.valid_for),
        ("ui.figures.patch", &consultation.patch_test.wait),
        ("ui.figures.buffer", &calendar.event_buffer),
    ] {
        rows = row(setting, rows, key, figure, |span| voice.length_as_written(&span.to_string()));
    }
    rows =
        row(setting, rows, "ui.figures.spare", &calendar.spare_days, |days| voice.length(i32::from(*days)));
    for (key, figure) in [
        ("step.check_in", &calendar.check_in),
        ("step.consultation", &consultation.lasts),
        ("step.patch_test", &consultation.patch_test.lasts),
        ("step.aftercare", &calendar.aftercare),
    ] {
        let name = setting.text(key);
        let values = [("step", Value::from(name))];
        let value = match figure {
            Some(figure) => tag("dd")
                .with(voice.minutes(figure.value.minutes()))
                .with(" ")
                .with(evidence::chip(setting, figure)),
            None => tag("dd").with(tag("span").class("not-stated").says(setting, "ui.not_stated")),
        };
        rows = rows.with(tag("dt").with(setting.say("ui.figures.step", &values))).with(value);
    }
    group().with(tag("h4").class("figure-name").says(setting, "ui.figures.clinic")).with(rows)
}
