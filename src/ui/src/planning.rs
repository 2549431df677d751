//! What planning adds to the questions: the plan of some answers, and how it is seen.
//!
//! A page shows the questions before it has fetched what plans. So nothing that the first screen needs calls the
//! engine's planning or a plan's views by name: they are reached through [`Planning`], once it is there.

use std::rc::Rc;

use engine::{
    Against, Checked, Choice, Date, Difference, Fingerprint, Json, Pack, Plan, Problem, Protocol, Request,
};
use export::Words;
use yew::Callback;

use crate::link::Opened;
use crate::markup::Tag;
use crate::model::Model;
use crate::msg::Msg;
use crate::plan::{self, Stage};
use crate::setting::{Mode, Setting};

/// The engine and the views of a plan.
#[derive(Clone, Copy)]
pub struct Planning {
    pub(crate) plan: fn(&Setting, &Request) -> Plan,
    pub(crate) view: fn(&Shown, Stage) -> Tag,
    pub(crate) summary: fn(&Setting, &Model, &Plan) -> String,
    pub(crate) flips: fn(&Setting, &Plan, &Plan, &Model) -> Vec<String>,
    pub(crate) calendar: fn(&Setting, &Model, &Plan) -> Option<String>,
    pub(crate) in_detail: fn(&Words) -> Words,
    share: fn(&Request, Date, &Protocol, &Pack) -> String,
    open: fn(&str, &Protocol, &Pack) -> Opened,
    guard: fn(Guarding) -> Checked<Guarded>,
}

/// What a clinic's texts are held against before they are shown.
#[derive(Clone, Copy)]
pub struct Guarding<'a> {
    /// The clinic's own document.
    pub own: &'a Json,
    /// The protocol that it extends.
    pub base: Option<&'a Json>,
    /// The rules and the words of the claim guard, as a document.
    pub claims: &'a Json,
    /// The jurisdiction's pack.
    pub pack: &'a Pack,
    /// The current date.
    pub today: Date,
}

/// A protocol whose texts may be shown.
pub struct Guarded {
    /// The protocol, without what may not be published.
    pub protocol: Protocol,
    /// Whether the clinic's texts were read.
    pub is_read: bool,
    /// What the clinic should mend: claims, closed routes, days that run out.
    pub problems: Vec<Problem>,
    /// Where the clinic's protocol differs from the one that it extends.
    pub differences: Vec<Difference>,
}

impl Planning {
    /// All of it.
    pub fn new() -> Planning {
        Planning {
            plan: planned,
            view: plan::standing,
            summary: plan::dates_in_short,
            flips: plan::flips,
            calendar: plan::calendar,
            in_detail: Words::in_detail,
            share: shared,
            open: opened,
            guard: guarded,
        }
    }
}

impl Planning {
    /// The protocol as it may be shown, and what the clinic should mend.
    ///
    /// # Errors
    /// Every problem of a protocol that can't be used.
    pub fn guard(self, guarding: Guarding) -> Checked<Guarded> {
        (self.guard)(guarding)
    }

    /// The answers as the token of a link.
    pub fn share(self, answers: &Request, today: Date, protocol: &Protocol, pack: &Pack) -> String {
        (self.share)(answers, today, protocol, pack)
    }

    /// What the token of a link holds.
    pub fn open(self, token: &str, protocol: &Protocol, pack: &Pack) -> Opened {
        (self.open)(token, protocol, pack)
    }

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
    /// The plan before the last change of the answers.
    pub before: Option<Rc<Plan>>,
}

impl Shown {
    /// Whether it is the very same.
    pub fn is(&self, other: &Shown) -> bool {
        Rc::ptr_eq(&self.setting, &other.setting)
            && Rc::ptr_eq(&self.model, &other.model)
            && Rc::ptr_eq(&self.plan, &other.plan)
            && is_same(&self.before, &other.before)
            && self.send == other.send
    }

    /// The option that is looked at, and its place among the plan's.
    pub fn option(&self) -> Option<(usize, &Choice)> {
        self.model.looked_at(&self.plan)
    }

    /// Whether prices are shown: always to somebody alone, on demand where others look at the screen as well.
    pub fn is_priced(&self) -> bool {
        self.setting.mode != Mode::Present || self.model.are_prices_shown
    }
}

/// Whether both are one and the same, or none.
pub(crate) fn is_same<T>(a: &Option<Rc<T>>, b: &Option<Rc<T>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => Rc::ptr_eq(a, b),
        (a, b) => a.is_none() && b.is_none(),
    }
}

fn shared(answers: &Request, today: Date, protocol: &Protocol, pack: &Pack) -> String {
    export::token(answers, today, protocol, Fingerprint::of(protocol, pack).edition())
}

fn opened(token: &str, protocol: &Protocol, pack: &Pack) -> Opened {
    match export::open_token(token) {
        Ok(export::Shared { answers, edition }) => Opened::Answers {
            answers: Box::new(answers),
            is_by_other_rules: edition != Fingerprint::of(protocol, pack).edition(),
        },
        Err(_) => Opened::Unreadable,
    }
}

/// Reads the protocol in full and leaves out what may not be published. Where the guard's own words can't be read,
/// nothing of the clinic's is shown.
fn guarded(Guarding { own, base, claims, pack, today }: Guarding) -> Checked<Guarded> {
    let Checked { value, problems } = engine::read_protocol(own, base);
    let Some(mut protocol) = value else { return Checked { value: None, problems } };
    let read = engine::read_claims(claims);
    let Some(claims) = read.value else {
        let differences = Vec::new();
        let value = Some(Guarded { protocol, is_read: false, problems: read.problems, differences });
        return Checked { value, problems };
    };
    let against = Against { pack: Some(pack), claims: &claims, today };
    let problems = engine::guard_against(&mut protocol, own, base, against);
    let differences = base.map(|base| engine::differences(own, base)).unwrap_or_default();
    Checked { value: Some(Guarded { protocol, is_read: true, problems, differences }), problems: Vec::new() }
}

/// The plan of these answers, today, in this jurisdiction.
fn planned(setting: &Setting, answers: &Request) -> Plan {
    let request = engine::answered(&setting.protocol, &setting.pack, setting.today, answers);
    engine::plan_by(setting.fingerprint(), &setting.protocol, &setting.pack, &request)
}
