//! What planning adds to the questions: the plan of some answers, and how it is seen.
//!
//! A page shows the questions before it has fetched what plans. So nothing that the first screen needs calls the
//! engine's planning or a plan's views by name: they are reached through [`Planning`], once it is there.

use std::rc::Rc;

use engine::{Plan, Request};
use yew::Callback;

use crate::markup::Tag;
use crate::model::Model;
use crate::msg::Msg;
use crate::plan::{self, Stage};
use crate::setting::Setting;

/// The engine and the views of a plan.
#[derive(Clone, Copy)]
pub struct Planning {
    pub(crate) plan: fn(&Setting, &Request) -> Plan,
    pub(crate) view: fn(&Shown, Stage) -> Tag,
    pub(crate) summary: fn(&Setting, &Model, &Plan) -> String,
}

impl Planning {
    /// All of it.
    pub fn new() -> Planning {
        Planning { plan: planned, view: plan::standing, summary: plan::dates_in_short }
    }
}

impl Planning {
    /// What follows from these answers.
    pub fn plan(self, setting: &Setting, answers: &Request) -> Planned {
        Planned { by: self, plan: Rc::new((self.plan)(setting, answers)) }
    }
}

impl Default for Planning {
    fn default() -> Planning {
        Planning::new()
    }
}

/// There is only one.
impl PartialEq for Planning {
    fn eq(&self, _: &Planning) -> bool {
        true
    }
}

/// A plan, and what made it.
#[derive(Clone, PartialEq)]
pub struct Planned {
    pub(crate) by: Planning,
    /// The plan.
    pub plan: Rc<Plan>,
}

/// A plan, and what it is seen with.
#[derive(Clone)]
pub(crate) struct Shown {
    pub setting: Rc<Setting>,
    pub model: Rc<Model>,
    pub plan: Rc<Plan>,
    pub send: Callback<Msg>,
}

/// The plan of these answers, today, in this jurisdiction.
fn planned(setting: &Setting, answers: &Request) -> Plan {
    let mut request = answers.clone();
    request.today.get_or_insert(setting.today);
    request.jurisdiction.get_or_insert_with(|| setting.pack.id.clone());
    engine::plan(&setting.protocol, &setting.pack, &request)
}
