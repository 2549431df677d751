//! What a plan says beside its dates: cautions, questions, changes that would help.

use engine::{Caution, Change, Conflict, Date, Id, Question, VisitRef, Whose, Wish};

use super::{Value, Voice};

impl Voice<'_> {
    /// Something to know.
    pub fn caution(&self, caution: &Caution) -> String {
        let topic = |key: &str, id: &Id| self.say(key, &[("because", self.topic(id).into())]);
        let skin = |key: &str, modality: &Id, fitzpatrick: u8| {
            let modality = self.modality_phrase(modality).into();
            self.say(key, &[("modality", modality), ("fitzpatrick", fitzpatrick.into())])
        };
        match caution {
            Caution::PatchTestAdded => self.say("caution.patch_test_added", &[]),
            Caution::Review { because } => topic("caution.review", because),
            Caution::AskInPerson { about } => topic("caution.ask_in_person", about),
            Caution::Warn { because } => {
                let own = format!("warning.{because}");
                if self.words.has(&own) { self.say(&own, &[]) } else { topic("caution.warn", because) }
            }
            Caution::SkinTypeReview { modality, fitzpatrick } => {
                skin("caution.skin_type_review", modality, *fitzpatrick)
            }
            Caution::SkinTypeWarn { modality, fitzpatrick } => {
                skin("caution.skin_type_warn", modality, *fitzpatrick)
            }
            Caution::CreamLeftOut { anaesthetic, because } => {
                let cream = self.anaesthetic_phrase(anaesthetic).into();
                self.say(
                    "caution.cream_left_out",
                    &[("anaesthetic", cream), ("because", self.topic(because).into())],
                )
            }
            Caution::CreamsTogether { first, second } => {
                let (first, second) = (self.anaesthetic_phrase(first), self.anaesthetic_phrase(second));
                self.say("caution.creams_together", &[("first", first.into()), ("second", second.into())])
            }
            Caution::DwellOffLabel { anaesthetic, modality } => {
                let cream = self.anaesthetic_phrase(anaesthetic).into();
                let modality = self.modality_phrase(modality).into();
                self.say("caution.dwell_off_label", &[("anaesthetic", cream), ("modality", modality)])
            }
            Caution::NoSpareDays { days } => self.say("caution.no_spare_days", &[("count", (*days).into())]),
            Caution::SpacingNotStated { after, modality } => {
                self.apart("caution.spacing_not_stated", after, modality)
            }
            Caution::PastNotKnown { modality } => {
                self.say("caution.past_not_known", &[("modality", modality.as_str().into())])
            }
            Caution::DowntimeNotStated { modality } => {
                let modality = self.modality_phrase(modality);
                self.say("caution.downtime_not_stated", &[("modality", modality.into())])
            }
            Caution::NotProven => self.say("caution.not_proven", &[]),
            Caution::PackExpires { on } => self.say("caution.pack_expires", &[("on", (*on).into())]),
        }
    }

    /// A question to take to the clinic.
    pub fn question(&self, question: &Question) -> String {
        let course = |key: &str, modality: &Id, with_exosome: bool| {
            self.say(key, &[("modality", self.course_phrase(modality, with_exosome).into())])
        };
        let outcome = |key: &str, goal: &Id, modality: &Id| {
            let goal = self.goal_phrase(goal);
            self.say(key, &[("goal", goal.into()), ("modality", self.modality_phrase(modality).into())])
        };
        let product = |key: &str, id: &Id| self.say(key, &[("product", self.product_phrase(id).into())]);
        match question {
            Question::WhoTreats => self.say("question.who_treats", &[]),
            Question::ProductOrigin { product: id } => product("question.product_origin", id),
            Question::ProductDocument { product: id } => product("question.product_document", id),
            Question::ProductPurity { product: id } => product("question.product_purity", id),
            Question::ProductEvidence { product: id } => product("question.product_evidence", id),
            Question::Hygiene => self.say("question.hygiene", &[]),
            Question::NumbnessNotStated { modality } => {
                course("question.numbness_not_stated", modality, false)
            }
            Question::ApplicationNotStated { modality } => {
                course("question.application_not_stated", modality, true)
            }
            Question::VisitNotStated => self.say("question.visit_not_stated", &[]),
            Question::SideEffectsNotStated { modality } => {
                course("question.side_effects_not_stated", modality, false)
            }
            Question::FeelNotStated { modality } => course("question.feel_not_stated", modality, false),
            Question::AftercareNotStated { modality } => {
                course("question.aftercare_not_stated", modality, false)
            }
            Question::HomeUseNotStated { modality } => {
                course("question.home_use_not_stated", modality, false)
            }
            Question::IntervalNotStated { modality, with_exosome } => {
                course("question.interval_not_stated", modality, *with_exosome)
            }
            Question::SessionsNotStated { modality, with_exosome } => {
                course("question.sessions_not_stated", modality, *with_exosome)
            }
            Question::EarlySessionNotStated { modality, with_exosome } => {
                course("question.early_session_not_stated", modality, *with_exosome)
            }
            Question::SpacingNotStated { after, modality } => {
                self.apart("question.spacing_not_stated", after, modality)
            }
            Question::DowntimeNotStated { modality, with_exosome } => {
                course("question.downtime_not_stated", modality, *with_exosome)
            }
            Question::OnsetNotStated { goal, modality } => {
                outcome("question.onset_not_stated", goal, modality)
            }
            Question::PeakNotStated { goal, modality } => outcome("question.peak_not_stated", goal, modality),
            Question::FadeNotStated { goal, modality } => outcome("question.fade_not_stated", goal, modality),
            Question::PatchTestWaitNotStated => self.say("question.patch_test_wait_not_stated", &[]),
            Question::DwellNotStated { modality } => course("question.dwell_not_stated", modality, false),
            Question::ProcedureNotStated { modality } => {
                course("question.procedure_not_stated", modality, false)
            }
            Question::CostNotStated => self.say("question.cost_not_stated", &[]),
            Question::UnusedNotStated { modality, with_exosome } => {
                course("question.unused_not_stated", modality, *with_exosome)
            }
            Question::IfItFails => self.say("question.if_it_fails", &[]),
        }
    }

    /// A sentence about one procedure after another.
    fn apart(&self, key: &str, after: &Id, modality: &Id) -> String {
        let (after, modality) = (self.modality_phrase(after), self.modality_phrase(modality));
        self.say(key, &[("after", after.into()), ("modality", modality.into())])
    }

    /// A change with which it would fit, as an offer: `start by 9 November`.
    pub fn change(&self, change: &Change) -> String {
        let dated = |key: &str, name: &str, date: Date, days: i32| {
            self.say(key, &[("count", days.into()), (name, Value::Date(date))])
        };
        match change {
            Change::StartEarlier { days, to } => dated("change.start_earlier", "to", *to, *days),
            Change::EventLater { days, to } => dated("change.event_later", "to", *to, *days),
            Change::FewerSessions { modality, sessions } => {
                let modality = self.modality_phrase(modality).into();
                self.say("change.fewer_sessions", &[("modality", modality), ("count", (*sessions).into())])
            }
            Change::AfterEvent { last } => self.say("change.after_event", &[("last", (*last).into())]),
            Change::FreeDay { date, whose } => {
                let key = match whose {
                    Whose::Person => "change.free_day.person",
                    Whose::Clinic => "change.free_day.clinic",
                };
                self.say(key, &[("date", (*date).into())])
            }
            Change::LeaveOut { modality } => {
                self.say("change.leave_out", &[("modality", self.modality_phrase(modality).into())])
            }
            Change::MoreVisitsAMonth { cap } => {
                self.say("change.more_visits_a_month", &[("count", (*cap).into())])
            }
            Change::Unpin { visits } => {
                let visits: Vec<String> = visits.iter().map(|visit| self.visit_named(visit)).collect();
                self.say("change.unpin", &[("visits", visits.into())])
            }
        }
    }

    /// Something the person asks of the dates, in a few words: `not before 9 November`.
    pub fn wish(&self, wish: &Wish) -> String {
        match wish {
            Wish::Event { date } => self.phrase("wish.event", &[("date", (*date).into())]),
            Wish::EarliestStart { date } => self.phrase("wish.earliest_start", &[("date", (*date).into())]),
            Wish::Weekday { weekday } => self.phrase("wish.weekday", &[("weekday", (*weekday).into())]),
            Wish::Range { from, to } => {
                self.phrase("wish.range", &[("from", (*from).into()), ("to", (*to).into())])
            }
            Wish::VisitsAMonth { cap } => self.phrase("wish.visits_a_month", &[("count", (*cap).into())]),
            Wish::Extra { modality } => {
                self.phrase("wish.extra", &[("modality", self.modality_phrase(modality).into())])
            }
            Wish::Pin { visit, date } => self
                .phrase("wish.pin", &[("visit", self.visit_named(visit).into()), ("date", (*date).into())]),
        }
    }

    /// A visit by what is done in it, as it stands inside a sentence: `session 2 of microneedling`.
    pub fn visit_named(&self, visit: &VisitRef) -> String {
        match (&visit.modality, visit.number) {
            (Some(modality), Some(number)) => {
                let values = [("modality", self.modality_phrase(modality).into()), ("number", number.into())];
                self.phrase("visit.session", &values)
            }
            _ => self.phrase("visit.consultation", &[]),
        }
    }

    /// The wishes that can't all be met, where there are any.
    pub fn wishes(&self, conflict: &Conflict) -> Option<String> {
        if conflict.wishes.is_empty() {
            return None;
        }
        let wishes: Vec<String> = conflict.wishes.iter().map(|wish| self.wish(wish)).collect();
        let count = i64::try_from(wishes.len()).unwrap_or(i64::MAX);
        Some(self.say("ui.infeasible.wishes", &[("count", count.into()), ("wishes", wishes.into())]))
    }
}
