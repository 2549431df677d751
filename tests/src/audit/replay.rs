//! What the reasons of one visit are counted from.

use serde_json::Value;

use super::calendar::{Day, later, month};
use super::dated::{Dated, Visit};
use super::rules::{Rules, Track};

/// One visit whose reasons are replayed.
pub struct Replay<'a, 'b> {
    pub rules: &'b Rules<'a>,
    pub dated: &'b Dated,
    pub visit: &'b Visit,
    pub window: &'b Value,
    /// The modality that the chain is about: the option's first in this visit; none at the consultation.
    pub track: Option<&'b Track<'a>>,
}

/// The day before which a rule lets no visit be, with the rule's code.
pub type Bound = (&'static str, Day);

impl<'a, 'b> Replay<'a, 'b> {
    pub fn new(rules: &'b Rules<'a>, dated: &'b Dated, visit: &'b Visit, window: &'b Value) -> Self {
        let here = |track: &&Track| visit.sessions.iter().any(|(id, _)| id == track.id);
        Replay { rules, dated, visit, window, track: rules.tracks.iter().find(here) }
    }

    /// By rule: the day before which this visit can't be.
    pub fn bounds(&self) -> Result<Vec<Bound>, String> {
        let rules = self.rules;
        let Some(track) = self.track else {
            let first = self.dated.first_session();
            let reaches = |day: &Day| rules.valid_to(*day).is_some_and(|last| Some(last) >= first);
            let valid = (rules.start()..=self.visit.day).find(reaches);
            return Ok([("start", rules.start())]
                .into_iter()
                .chain(valid.map(|day| ("valid", day)))
                .collect());
        };
        let consult = self.dated.consult(rules)?;
        let mut bounds =
            vec![("start", rules.start()), ("after_consultation", rules.after_consultation(consult))];
        bounds.extend(rules.after_patch_test(consult).map(|day| ("after_patch_test", day)));
        bounds.extend(rules.delays(track).into_iter().map(|(_, day)| ("delay", day)));
        let min = rules.interval(track, self.number()).min;
        bounds.extend(self.before().map(|before| ("interval_min", later(before, min))));
        for (from, own) in track.other_intervals(self.number()) {
            bounds.extend(self.session(from).map(|start| ("interval_from", later(start, own.min))));
        }
        for other in rules.tracks.iter().filter(|other| other.id != track.id) {
            let last = self.last_before(other.id).zip(rules.spacing(other.id, track.id));
            bounds.extend(last.map(|(last, min)| ("spacing", later(last, Some(min)))));
        }
        Ok(bounds)
    }

    /// The number of the track's session here.
    pub fn number(&self) -> u64 {
        let own = |(id, _): &&(String, u64)| self.track.is_some_and(|track| track.id == id);
        self.visit.sessions.iter().find(own).map_or(0, |(_, number)| *number)
    }

    /// The day of a session of this track by its number.
    pub fn session(&self, number: u64) -> Option<Day> {
        let track = self.track?;
        let place = usize::try_from(number).ok()?.checked_sub(1)?;
        self.rules.past(track).counted.into_iter().chain(self.dated.days(track.id)).nth(place)
    }

    /// The day of the session before, whether that counts or not.
    pub fn before(&self) -> Option<Day> {
        let track = self.track?;
        let last = self.rules.past(track).last;
        self.dated.days(track.id).into_iter().chain(last).filter(|day| *day < self.visit.day).max()
    }

    /// The last day before this one on which another modality has a session.
    pub fn last_before(&self, id: &str) -> Option<Day> {
        self.dated.days(id).into_iter().filter(|day| *day < self.visit.day).max()
    }

    /// Whether a month has all the visits it may have, this one left out.
    pub fn is_full(&self, day: Day) -> bool {
        let others = self.dated.visits.iter().filter(|other| other.day != self.visit.day);
        let count = others.filter(|other| month(other.day) == month(day)).count() as u64;
        self.rules.cap().is_some_and(|cap| count >= cap)
    }
}
