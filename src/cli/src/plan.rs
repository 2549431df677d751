//! `plan`: one person's answers in, a plan out.

use engine::{Choice, Pack, Problem, Protocol};
use export::{CalendarDetails, Plain, Voice, Words};
use serde::Serialize;

use crate::args::{Format, PlanArgs};
use crate::desk::{Again, Desk, Planned, outcome};
use crate::output::{self, Outcome};
use crate::{documents, lines};

/// Plans and writes the plan, or one plan a line.
///
/// # Errors
/// Where a file can't be read, a name is unknown or the plan can't be written.
pub fn run(args: &PlanArgs) -> Result<Outcome, String> {
    let sources = [Some(&args.request), args.protocol.as_ref(), args.pack.as_ref()];
    if sources.into_iter().flatten().filter(|source| *source == "-").count() > 1 {
        return Err("only one document can come from standard input".to_owned());
    }
    if args.explain && (args.is_lines() || args.format.is_some_and(|format| format != Format::Text)) {
        return Err("--explain is for text; a plan as JSON has every reason".to_owned());
    }
    if args.is_lines() {
        return lines::run(args);
    }
    let Some(desk) = Desk::open(args)? else { return Ok(Outcome::Documents) };
    if let Some(token) = &args.token {
        let opened = desk.open_token(token).map(|planned| {
            if planned.is_by_other_rules {
                output::error(
                    "the rules have changed since this link was made, so its dates may have been others",
                );
            }
            (write(args, &planned), outcome(&planned.plan))
        });
        return ended("token", opened);
    }
    let answers = documents::request(&args.request)?;
    let written = match args.missed {
        None => desk.plan(&answers.text).map(|planned| (write(args, &planned), outcome(&planned.plan))),
        Some(date) => {
            let again = desk.missed(&answers.text, date, args.option.as_deref());
            again.map(|again| (write_again(args, &again), outcome(&again.replanned.plan)))
        }
    };
    ended(&answers.name, written)
}

/// How it ended: with what was written, or with what is wrong with the document of that name.
fn ended(
    name: &str,
    written: Result<(Result<(), String>, Outcome), Vec<Problem>>,
) -> Result<Outcome, String> {
    match written {
        Ok((written, outcome)) => written.map(|()| outcome),
        Err(problems) => {
            output::problems(name, &problems);
            Ok(Outcome::Documents)
        }
    }
}

fn write_again(args: &PlanArgs, again: &Again) -> Result<(), String> {
    let Again { replanned, protocol, pack } = again;
    let words = Words::parse(documents::ENGLISH)?;
    let protocol = guarded(protocol, pack)?;
    let voice =
        Voice { words: &words, speech: &Plain, protocol: &protocol, pack: Some(pack), is_guarded: true };
    match args.format.unwrap_or(Format::Text) {
        Format::Text => output::answer(&export::replanned(replanned, &voice)),
        Format::Json => data(replanned),
        Format::Ics | Format::Fhir | Format::Token => {
            Err("what moves is text or JSON; plan the new answers for the other forms".to_owned())
        }
    }
}

/// The protocol without what may not be published; what was left out is told on standard error.
fn guarded(protocol: &Protocol, pack: &Pack) -> Result<Protocol, String> {
    let mut protocol = protocol.clone();
    for (place, found) in documents::claims()?.leave_out(&mut protocol, pack) {
        output::error(&format!("left out {}: `{}` ({})", place.path, found.text, found.code));
    }
    Ok(protocol)
}

fn data(answer: &impl Serialize) -> Result<(), String> {
    let text = serde_json::to_string_pretty(answer).map_err(|error| error.to_string())?;
    output::answer(&format!("{text}\n"))
}

fn write(args: &PlanArgs, planned: &Planned) -> Result<(), String> {
    let Planned { plan, protocol, pack, answers, .. } = planned;
    let words = Words::parse(documents::ENGLISH)?;
    let guarded = guarded(protocol, pack)?;
    let voice =
        Voice { words: &words, speech: &Plain, protocol: &guarded, pack: Some(pack), is_guarded: true };
    let of_dated = |form: &dyn Fn(&Choice) -> String| {
        match plan.options.iter().find(|choice| !choice.visits.is_empty()) {
            Some(choice) => output::answer(&form(choice)),
            // These forms have no place to say why they are empty.
            None => {
                output::error(&export::text(plan, &voice));
                Ok(())
            }
        }
    };
    match args.format.unwrap_or(Format::Text) {
        Format::Text if args.explain => output::answer(&export::explained(plan, &voice)),
        Format::Text => output::answer(&export::text(plan, &voice)),
        Format::Json => data(plan),
        Format::Ics => {
            let details = CalendarDetails {
                title: args.details,
                aftercare: args.details,
                ..CalendarDetails::default()
            };
            of_dated(&|choice| export::calendar(plan, choice, &voice, details))
        }
        Format::Fhir => of_dated(&|choice| format!("{}\n", export::care_plan(plan, choice, &voice))),
        Format::Token => {
            let edition = engine::Fingerprint::of(protocol, pack).edition();
            output::answer(&format!("{}\n", export::token(answers, plan.today, protocol, edition)))
        }
    }
}
