//! The one sentence that says it all.

use engine::{Choice, Conflict, Date, EventDay, Id, Plan, Status, StepKind, Visit};

use super::{Value, Voice, capitalised};
use crate::speech::DateStyle;

impl Voice<'_> {
    /// An option in one sentence: `Three sessions from 16 February to 30 March, 39 days before your wedding`.
    pub fn headline(&self, plan: &Plan, choice: &Choice) -> String {
        let days: Vec<Date> =
            choice.visits.iter().filter(|visit| !visit.sessions.is_empty()).map(|visit| visit.date).collect();
        let home = choice.tracks.iter().filter_map(|track| track.home_use.as_ref());
        let dated = match (days.first(), days.last()) {
            (Some(first), Some(last)) => Some((self.sessions(plan, choice, &days), *first, *last)),
            _ => home.clone().find_map(|home| {
                let (from, until) = (home.from?, home.until?);
                let said =
                    [("from", self.brief(plan, from).into()), ("to", self.brief(plan, until.to).into())];
                Some((self.phrase("headline.home", &said), from, until.to))
            }),
        };
        match (dated, &plan.event) {
            (Some((sessions, _, last)), Some(event)) if last < event.date => {
                let values = [
                    ("sessions", Value::from(sessions)),
                    ("count", event.date.days_since(last).into()),
                    ("event", self.event(event.kind.as_ref()).into()),
                ];
                self.say("headline.before_event", &values)
            }
            (Some((sessions, ..)), _) => self.say("headline.dated", &[("sessions", sessions.into())]),
            (None, _) if choice.undated.is_empty() => {
                self.say("headline.complete", &[("option", self.option(choice).into())])
            }
            (None, _) => self.say("headline.undated", &[("option", self.option(choice).into())]),
        }
    }

    /// A plan without dates in one sentence.
    pub fn no_dates(&self, plan: &Plan) -> String {
        let conflict = plan.conflict.as_ref();
        match (plan.status, conflict) {
            (Status::Blocked, _) => self.say("headline.blocked", &[]),
            (_, Some(Conflict { option, earliest_end: Some(end), latest_end: Some(latest), .. })) => {
                let option = self.option_id(option);
                let values =
                    [("option", option.into()), ("end", Value::Date(*end)), ("latest", (*latest).into())];
                match &plan.event {
                    Some(EventDay { kind, .. }) => {
                        let event = ("event", Value::from(self.event(kind.as_ref())));
                        let has_passed = *latest < plan.today;
                        let key = if has_passed {
                            "headline.too_late_for_event_passed"
                        } else {
                            "headline.too_late_for_event"
                        };
                        self.say(key, &[&values[..], &[event]].concat())
                    }
                    None => self.say("headline.too_late", &values),
                }
            }
            _ => self.say("headline.infeasible", &[]),
        }
    }

    /// A person's event inside a sentence: `your wedding`.
    pub fn event(&self, kind: Option<&Id>) -> String {
        let key = format!("your_event.{}", kind.map_or("other", Id::as_str));
        self.phrase(if self.words.has(&key) { &key } else { "your_event.other" }, &[])
    }

    /// A visit by what is done on it: `Consultation and patch test`, `Microneedling, session 1 of 3`.
    pub fn visit(&self, visit: &Visit) -> String {
        capitalised(self.visit_phrase(visit))
    }

    pub(crate) fn visit_phrase(&self, visit: &Visit) -> String {
        let sessions = visit.sessions.iter().map(|session| {
            let modality = self.modality_phrase(&session.modality);
            let (number, of) = (session.number.into(), session.of.into());
            self.phrase("session", &[("modality", modality.into()), ("number", number), ("of", of)])
        });
        let named = [StepKind::Consultation, StepKind::PatchTest].into_iter();
        let other = named.filter(|step| visit.steps.contains(step)).map(|step| self.step_phrase(step));
        self.speech.list(&other.chain(sessions).collect::<Vec<_>>())
    }

    fn sessions(&self, plan: &Plan, choice: &Choice, days: &[Date]) -> String {
        let series = choice.tracks.iter().filter(|track| track.home_use.is_none()).count();
        let count = u32::try_from(days.len()).unwrap_or(u32::MAX);
        let spelled = format!("spelled.{count}");
        let spelled = if self.words.has(&spelled) {
            self.phrase(&spelled, &[])
        } else {
            self.speech.number(count.into())
        };
        // Two series may share a day, so that only days can be counted without doubt.
        // One day is no range, and not every language has a form for one.
        let key = match (series > 1, count == 1) {
            (true, true) => "headline.day_on",
            (true, false) => "headline.days",
            (false, true) => "headline.session_on",
            (false, false) => "headline.sessions",
        };
        let (first, last) = (days.first(), days.last());
        let said = |date: Option<&Date>| date.map_or_else(String::new, |date| self.brief(plan, *date));
        self.phrase(
            key,
            &[
                ("count", count.into()),
                ("spelled", spelled.into()),
                ("from", said(first).into()),
                ("to", said(last).into()),
            ],
        )
    }

    /// A date without its year where the year goes without saying.
    fn brief(&self, plan: &Plan, date: Date) -> String {
        let near = date.days_since(plan.today) < 300;
        self.speech.date(date, if near { DateStyle::DayMonth } else { DateStyle::Long })
    }
}
