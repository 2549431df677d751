//! The questions, in the order in which they are asked.

use engine::Role;

use crate::setting::{Mode, Setting};

/// One screen of a narrow planner, one section of a wide one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Of age, and what this is.
    Begin,
    /// What to look different.
    Goals,
    /// Where.
    Areas,
    /// What must be asked first.
    Check,
    /// From when, for which event, on which days not.
    Dates,
    /// What matters most.
    Priority,
    /// Treatments that may join.
    Extras,
    /// What was done before.
    Earlier,
    /// All answers, folded.
    Answers,
    /// The plan.
    Plan,
}

impl Step {
    /// The questions that this clinic's protocol gives a reason to ask, in order. On a screen that others see as well
    /// nobody is asked what is private: their health, and what was done elsewhere.
    pub fn questions(setting: &Setting) -> Vec<Step> {
        let document = setting.protocol.document();
        let asked = |step: &Step| match step {
            Step::Extras => document.modalities.iter().any(|m| m.offered && m.role == Some(Role::Extra)),
            Step::Check | Step::Earlier => setting.mode != Mode::Present,
            _ => true,
        };
        use Step::{Areas, Begin, Check, Dates, Earlier, Extras, Goals, Priority};
        let mut questions = vec![Begin, Goals, Areas, Check, Dates, Priority, Extras, Earlier];
        questions.retain(asked);
        questions
    }

    /// The step of a name.
    pub fn named(name: &str) -> Option<Step> {
        use Step::{Answers, Areas, Begin, Check, Dates, Earlier, Extras, Goals, Plan, Priority};
        let all = [Begin, Goals, Areas, Check, Dates, Priority, Extras, Earlier, Answers, Plan];
        all.into_iter().find(|step| step.as_str() == name)
    }

    /// The step's name in keys, ids and events.
    pub fn as_str(self) -> &'static str {
        match self {
            Step::Begin => "begin",
            Step::Goals => "goals",
            Step::Areas => "areas",
            Step::Check => "check",
            Step::Dates => "dates",
            Step::Priority => "priority",
            Step::Extras => "extras",
            Step::Earlier => "earlier",
            Step::Answers => "answers",
            Step::Plan => "plan",
        }
    }

    /// The id of its heading.
    pub fn heading(self) -> String {
        ["planner-", self.as_str()].concat()
    }
}
