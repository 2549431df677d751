//! What was done before, and how it was judged.

use engine::{Done, Judgement, Track};

use super::Voice;

impl Voice<'_> {
    /// One session done before: `3 October 2026, session 2 of 4: 19 days after the one before, …`.
    pub fn done(&self, track: &Track, done: &Done) -> String {
        let date = ("date", done.date.into());
        let judged = ("judged", self.judged(done).into());
        match (done.number, &track.sessions) {
            (Some(number), Some(of)) => {
                self.say("past.counted", &[date, judged, ("number", number.into()), ("of", of.value.into())])
            }
            (Some(number), None) => self.say("past.counted_open", &[date, judged, ("number", number.into())]),
            (None, _) => self.say("past.not_counted", &[date, judged]),
        }
    }

    fn judged(&self, done: &Done) -> String {
        let key = match (done.judged, done.number, &done.bound) {
            (Judgement::NotJudged, None, _) => "past.not_of_series".to_owned(),
            (Judgement::NotJudged, _, Some(_)) => "past.early_not_stated".to_owned(),
            (judged, ..) => format!("past.{judged}"),
        };
        let bound = done.bound.as_ref().map(|bound| self.length_as_written(&bound.value));
        let length = self.length(done.days.unwrap_or(0));
        self.phrase(&key, &[("length", length.into()), ("bound", bound.unwrap_or_default().into())])
    }
}
