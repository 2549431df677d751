//! Steps, states, lengths of time, and where a number comes from.

use engine::{
    Charge, Cost, Figure, Grade, Id, Item, Moment, OutcomeState, Package, Priority, Range, StartMoved,
    Status, StepKind, Time,
};

use super::{Value, Voice};

impl Voice<'_> {
    /// One step of a visit.
    pub fn step(&self, step: StepKind) -> String {
        self.say(&format!("step.{step}"), &[])
    }

    /// One step of a visit on its clock, and whose it is where the visit has several sessions.
    pub fn moment(&self, sessions: usize, moment: &Moment) -> String {
        self.whose(self.step(moment.step), sessions, moment)
    }

    pub(crate) fn moment_phrase(&self, sessions: usize, moment: &Moment) -> String {
        self.whose(self.step_phrase(moment.step), sessions, moment)
    }

    fn whose(&self, step: String, sessions: usize, moment: &Moment) -> String {
        match moment.modality.as_ref().filter(|_| sessions > 1) {
            Some(modality) => [step.as_str(), ": ", &self.modality_phrase(modality)].concat(),
            None => step,
        }
    }

    /// Where an expected change stands.
    pub fn state(&self, state: OutcomeState) -> String {
        self.say(&format!("state.{state}"), &[])
    }

    pub(crate) fn step_phrase(&self, step: StepKind) -> String {
        self.phrase(&format!("step.{step}"), &[])
    }

    pub(crate) fn state_phrase(&self, state: OutcomeState) -> String {
        self.phrase(&format!("state.{state}"), &[])
    }

    /// Why a visit does not begin at the time wished for.
    pub fn start_moved(&self, moved: StartMoved) -> String {
        self.say(&format!("start_moved.{moved}"), &[])
    }

    /// A time of a visit's clock; after midnight it says so.
    pub fn time(&self, time: Time) -> String {
        let said = self.speech.time(time.on_the_clock());
        if time.is_next_day() { self.phrase("time.next_day", &[("time", said.into())]) } else { said }
    }

    /// From one time to another, or the one where both are the same; the next day is said once.
    pub fn times(&self, Range { lo, hi }: Range<Time>) -> String {
        let shown = |time: Time| self.speech.time(time.on_the_clock());
        if lo.is_next_day() && hi.is_next_day() {
            let both = self.span(shown(lo), shown(hi));
            return self.phrase("time.next_day", &[("time", both.into())]);
        }
        self.span(self.time(lo), self.time(hi))
    }

    /// What a grade means.
    pub fn grade(&self, grade: Grade) -> String {
        self.say(&format!("grade.{grade}"), &[])
    }

    /// What a person's ranking asks for.
    pub fn priority(&self, priority: Priority) -> String {
        self.say(&format!("priority.{priority}"), &[])
    }

    /// Whether a plan stands.
    pub fn status(&self, status: Status) -> String {
        self.say(&format!("status.{status}"), &[])
    }

    /// The question of a screening id.
    pub fn screening(&self, id: &Id) -> String {
        self.say(&format!("screening.{id}"), &[])
    }

    /// Something people may not like.
    pub fn side_effect(&self, id: &Id) -> String {
        self.say(&format!("side_effect.{id}"), &[])
    }

    /// Something to do or to leave alone after a session.
    pub fn aftercare(&self, id: &Id) -> String {
        self.say(&format!("aftercare.{id}"), &[])
    }

    /// Where a figure comes from in one line: `A · 28 people · 2023`.
    pub fn source<T>(&self, figure: &Figure<T>) -> String {
        let grade = self.say(&format!("grade_name.{}", figure.grade), &[]);
        let sources = self.sources(&figure.cite);
        if sources.is_empty() { grade } else { format!("{grade} · {sources}") }
    }

    /// Sources in one line, the first of them for all: `28 people · 2023 · and 1 more source`.
    pub fn sources(&self, cite: &[Id]) -> String {
        let first = cite.first().and_then(|id| self.protocol.source(id));
        let people = first.and_then(|source| source.people);
        // A year is a name, not a quantity: no separators.
        let year = first.and_then(|source| source.year).map(|year| year.to_string());
        let more =
            u32::try_from(cite.len()).ok().and_then(|count| count.checked_sub(1)).filter(|more| *more > 0);
        let counted = |key: &str, count: u32| self.phrase(key, &[("count", count.into())]);
        let parts = [
            people.map(|people| counted("source.people", people)),
            year,
            more.map(|more| counted("source.more", more)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// A number of days, as weeks where it is whole weeks.
    pub fn length(&self, days: i32) -> String {
        let days = days.unsigned_abs();
        if days > 0 && days.is_multiple_of(7) {
            self.phrase("count.weeks", &[("count", (days / 7).into())])
        } else {
            self.phrase("count.days", &[("count", days.into())])
        }
    }

    /// A length as documents write it, `2 weeks to 3 months`; as it stands where it is more than numbers and units.
    pub fn length_as_written(&self, text: &str) -> String {
        let (lo, hi) = text.split_once(" to ").unwrap_or((text, text));
        let number = |text: &str| text.parse::<u32>().ok();
        let said = |part: &str| {
            let (count, unit) = part.split_once(' ')?;
            let key = format!("count.{}s", unit.trim_end_matches('s'));
            let count = number(count).filter(|_| self.words.has(&key))?;
            Some(self.phrase(&key, &[("count", count.into())]))
        };
        // One unit is said once: `1 to 3 days`.
        let unit = |text: &str| text.split_once(' ').map(|(_, unit)| unit.trim_end_matches('s').to_owned());
        let is_one = lo != hi && unit(lo).is_some() && unit(lo) == unit(hi);
        let lo = if is_one { lo.split(' ').next().unwrap_or(lo) } else { lo };
        let lo = said(lo).or_else(|| number(lo).map(|count| self.speech.number(count.into())));
        match (lo, said(hi)) {
            (Some(lo), Some(hi)) => self.span(lo, hi),
            _ => text.to_owned(),
        }
    }

    /// A range of days: `1 to 3 days`.
    pub fn days(&self, days: Range<u32>) -> String {
        self.counted("count.days", days)
    }

    /// A range of minutes: `40 to 45 minutes`.
    pub fn minutes(&self, minutes: Range<u32>) -> String {
        self.counted("count.minutes", minutes)
    }

    /// A sum as a range: `₱36,000 to ₱45,000`.
    pub fn cost(&self, cost: &Cost) -> String {
        self.price(cost.minor, &cost.currency)
    }

    /// A price as a range, in the currency's smallest unit.
    pub fn price(&self, minor: Range<u64>, currency: &str) -> String {
        let said = |minor| self.speech.money(minor, currency);
        self.span(said(minor.lo), said(minor.hi))
    }

    /// What is paid for.
    pub fn item(&self, item: &Item) -> String {
        match item {
            Item::Consultation => self.step(StepKind::Consultation),
            Item::PatchTest => self.step(StepKind::PatchTest),
            Item::Session { modality, with_exosome } => self.course(modality, *with_exosome),
            Item::Home { modality } => self.modality(modality),
            Item::Fee { fee } => {
                let prices = self.protocol.document().prices.as_ref();
                let known = prices.and_then(|prices| prices.fees.iter().find(|known| known.id == *fee));
                let name = known.and_then(|fee| self.in_language_or_english(&fee.name));
                name.unwrap_or_else(|| self.say("cost.fee", &[]))
            }
        }
    }

    /// A package's name: `Package of 3: microneedling`.
    pub fn package(&self, package: &Package) -> String {
        let course = self.course_phrase(&package.modality, package.with_exosome);
        self.say("cost.package", &[("count", package.sessions.into()), ("course", course.into())])
    }

    /// How an item's sum comes about, where it is more than one price: `₱500 each, 3 times`.
    pub fn each(&self, charge: &Charge, currency: &str) -> Option<String> {
        let price = self.price(charge.each, currency);
        let values = [("price", price.into()), ("count", charge.times.into())];
        (charge.times > 1).then(|| self.phrase("cost.times", &values))
    }

    /// From one text to another; the text alone where both are the same.
    pub fn span(&self, from: String, to: String) -> String {
        if from == to { from } else { self.phrase("range", &[("from", from.into()), ("to", to.into())]) }
    }

    fn counted(&self, key: &str, range: Range<u32>) -> String {
        let hi = self.phrase(key, &[("count", range.hi.into())]);
        if range.lo == range.hi {
            return hi;
        }
        self.phrase("range", &[("from", Value::from(range.lo)), ("to", hi.into())])
    }
}
