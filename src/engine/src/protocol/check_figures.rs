//! What may be wrong with the figures of a protocol: their order, their size, their sources.

use crate::json::Json;

use crate::figure::Figure;
use crate::problem::Problems;
use crate::protocol::check::Known;
use crate::protocol::{Course, Interval, ProtocolDocument, Sessions};
use crate::span::Span;

/// The most sessions of one modality.
const MOST_SESSIONS: u8 = 12;

/// Reports what is wrong with each course's sessions, intervals and outcomes.
pub(crate) fn courses(document: &ProtocolDocument, known: &Known, problems: &mut Problems) {
    for (index, modality) in document.modalities.iter().enumerate() {
        let alone = modality.alone.as_ref().map(|course| ("alone", course));
        let with = modality.with_exosome.as_ref().map(|with| ("with_exosome/course", &with.course));
        for (field, course) in alone.into_iter().chain(with) {
            let path = format!("modalities/{index}/{field}");
            sessions(&path, &course.sessions, problems);
            interval(&path, &course.interval, problems);
            session_intervals(&path, course, problems);
            outcomes(&path, course, known, problems);
            known.goals(&format!("{path}/goals"), &course.goals, problems);
        }
        for (rule, skin) in modality.skin_types.iter().enumerate() {
            interval(&format!("modalities/{index}/skin_types/{rule}"), &skin.interval, problems);
        }
    }
}

fn sessions(path: &str, sessions: &Sessions, problems: &mut Problems) {
    let numbers = [("min", &sessions.min), ("rec", &sessions.rec), ("max", &sessions.max)];
    let stated: Vec<(&str, u8)> =
        numbers.iter().filter_map(|(name, figure)| Some((*name, figure.as_ref()?.value))).collect();
    for (name, count) in &stated {
        if !(1..=MOST_SESSIONS).contains(count) {
            let message = format!("{count} sessions are not between 1 and {MOST_SESSIONS}");
            problems.error(
                "E-PROTO-RANGE",
                format!("{path}/sessions/{name}"),
                message,
                "write how many sessions a course has",
            );
        }
    }
    for pair in stated.windows(2).filter(|pair| pair[0].1 > pair[1].1) {
        let message = format!(
            "`{}` of {} sessions is more than `{}` of {}",
            pair[0].0, pair[0].1, pair[1].0, pair[1].1
        );
        problems.error(
            "E-PROTO-RANGE",
            format!("{path}/sessions"),
            message,
            "write min, rec and max in growing order",
        );
    }
}

fn interval(path: &str, interval: &Interval, problems: &mut Problems) {
    let numbers = [
        ("abs_min", &interval.abs_min),
        ("min", &interval.min),
        ("rec", &interval.rec),
        ("max", &interval.max),
    ];
    let stated: Vec<(&str, Span)> = numbers
        .iter()
        .filter_map(|(name, figure): &(_, &Option<Figure<Span>>)| Some((*name, figure.as_ref()?.value)))
        .collect();
    for (name, span) in stated.iter().filter(|(_, span)| span.day_bounds().lo < 1) {
        let message = format!("an interval of {span} is shorter than a day");
        problems.error("E-IV-SHORT", format!("{path}/interval/{name}"), message, "write at least 1 day");
    }
    for pair in stated.windows(2).filter(|pair| pair[0].1.day_bounds().lo > pair[1].1.day_bounds().hi) {
        let message =
            format!("`{}` of {} is greater than `{}` of {}", pair[0].0, pair[0].1, pair[1].0, pair[1].1);
        problems.error(
            "E-IV-ORDER",
            format!("{path}/interval"),
            message,
            "write abs_min, min, rec and max in growing order",
        );
    }
}

/// What is wrong with the intervals of single sessions: which sessions they are about, and their numbers.
fn session_intervals(path: &str, course: &Course, problems: &mut Problems) {
    for (index, own) in course.intervals.iter().enumerate() {
        let path = format!("{path}/intervals/{index}");
        interval(&path, &own.interval, problems);
        let Some(to) = own.to else {
            let message = "this is missing: the number of the session that it leads to";
            problems.error("E-PROTO-MISSING", format!("{path}/to"), message, "add it");
            continue;
        };
        let most =
            course.sessions.max.as_ref().or(course.sessions.rec.as_ref()).map_or(12, |count| count.value);
        if !(2..=most).contains(&to) {
            let message = format!("session {to} has no interval before it in a course of {most}");
            problems.error(
                "E-IV-SESSION",
                format!("{path}/to"),
                message,
                format!("write a number from 2 to {most}"),
            );
        }
        if let Some(from) = own.from.filter(|from| !(1..to).contains(from)) {
            let message = format!("session {from} is not before session {to}");
            let help = "write the number of an earlier session, or leave it out for the one before";
            problems.error("E-IV-SESSION", format!("{path}/from"), message, help);
        }
    }
}

fn outcomes(path: &str, course: &Course, known: &Known, problems: &mut Problems) {
    for (index, outcome) in course.outcomes.iter().enumerate() {
        let path = format!("{path}/outcomes/{index}");
        known.goals(&format!("{path}/goals"), &outcome.goals, problems);
        if outcome.goals.is_empty() {
            problems.error(
                "E-PROTO-MISSING",
                format!("{path}/goals"),
                "this is missing: the goals it is about",
                "add it",
            );
        }
        let is_longer = outcome.longer.each_session.is_some() || outcome.longer.each_modality.is_some();
        if is_longer && outcome.fade.is_none() {
            let message = "this is missing: the fade that repeats and combinations lengthen";
            problems.error(
                "E-PROTO-MISSING",
                format!("{path}/fade"),
                message,
                "add it, or take `longer` out",
            );
        }
        if let (Some(peak), Some(fade)) = (&outcome.peak, &outcome.fade)
            && peak.value.spans().lo.day_bounds().lo > fade.value.spans().hi.day_bounds().hi
        {
            let message =
                format!("it wears off after {}, before it is at its most after {}", fade.value, peak.value);
            problems.error(
                "E-IV-ORDER",
                path,
                message,
                "count both from the last session, and look at the units",
            );
        }
    }
}

/// Reports citations of no source, and figures whose grade and sources contradict each other, wherever they are.
pub(crate) fn citations(value: &Json, known: &Known, problems: &mut Problems) {
    walk(value, "", known, problems);
}

fn walk(value: &Json, path: &str, known: &Known, problems: &mut Problems) {
    let join = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") };
    match value {
        Json::List(list) => {
            for (index, entry) in list.iter().enumerate() {
                walk(entry, &join(&index.to_string()), known, problems);
            }
        }
        Json::Object(map) => {
            let cite = match map.get("cite") {
                Some(Json::List(cite)) => Some(cite),
                _ => None,
            };
            for (index, id) in cite.into_iter().flatten().enumerate() {
                if let Some(id) = id.as_text().filter(|id| !known.has_source(id)) {
                    let message = format!("no source has the id `{id}`");
                    problems.error(
                        "E-SOURCE-UNKNOWN",
                        join(&format!("cite/{index}")),
                        message,
                        "add it to `sources`, or take the citation out",
                    );
                }
            }
            if map.get("value").is_some() {
                grade(
                    map.get("grade").and_then(Json::as_text),
                    cite.is_some_and(|cite| !cite.is_empty()),
                    path,
                    problems,
                );
            }
            for (key, entry) in map.iter().filter(|(key, _)| *key != "cite") {
                walk(entry, &join(key), known, problems);
            }
        }
        _ => {}
    }
}

fn grade(grade: Option<&str>, cited: bool, path: &str, problems: &mut Problems) {
    match (grade, cited) {
        (Some(grade @ ("A" | "B" | "C" | "D")), false) => {
            let message = format!("grade {grade} is claimed and no source is cited");
            problems.error("E-SOURCE-NONE", path, message, "cite a source, or write the grade `clinic`");
        }
        (None, true) => {
            problems.error(
                "E-SOURCE-GRADE",
                path,
                "a source is cited and no grade is given",
                "add `grade`: A, B, C or D",
            );
        }
        _ => {}
    }
}
