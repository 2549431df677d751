//! The root: one reducer, the plan derived from the answers, effects on their way out.

use std::cell::RefCell;
use std::rc::Rc;

use engine::{Date, Pack, Plan, Protocol, Request};
use export::Words;
use yew::prelude::*;

use crate::model::Model;
use crate::msg::{Effect, Msg};
use crate::outward::Outward;
use crate::plan::summary;
use crate::screen::{Screen, planned};
use crate::setting::{Setting, Tongue};
use crate::update::update;

/// Properties of [`Planner`].
#[derive(Properties, Clone)]
pub struct PlannerProps {
    /// The clinic's protocol.
    pub protocol: Rc<Protocol>,
    /// The jurisdiction's pack.
    pub pack: Rc<Pack>,
    /// The sentences of the language.
    pub words: Rc<Words>,
    /// Dates, numbers, lists and plurals of the language.
    pub speech: Tongue,
    /// The current date.
    pub today: Date,
    /// Where somebody left off.
    pub initial: Option<Request>,
    /// Where everything goes that only the world around the planner can do.
    pub onevent: Callback<Outward>,
}

impl PlannerProps {
    fn setting(&self) -> Setting {
        Setting {
            protocol: self.protocol.clone(),
            pack: self.pack.clone(),
            words: self.words.clone(),
            speech: self.speech.clone(),
            today: self.today,
        }
    }
}

impl PartialEq for PlannerProps {
    fn eq(&self, other: &PlannerProps) -> bool {
        self.setting() == other.setting() && self.initial == other.initial && self.onevent == other.onevent
    }
}

/// The model with the effects that wait to be done.
struct Store {
    model: Rc<Model>,
    waiting: RefCell<Vec<Effect>>,
}

/// Something that happened, and where.
struct Happened(Msg, Rc<Setting>);

impl Reducible for Store {
    type Action = Happened;

    fn reduce(self: Rc<Store>, Happened(msg, setting): Happened) -> Rc<Store> {
        let (model, effects) = update((*self.model).clone(), msg, &setting);
        let mut waiting = self.waiting.take();
        waiting.extend(effects);
        Rc::new(Store { model: Rc::new(model), waiting: RefCell::new(waiting) })
    }
}

/// The planner.
#[component]
pub fn Planner(props: &PlannerProps) -> Html {
    let setting = use_memo(props.clone(), PlannerProps::setting);
    let initial = props.initial.clone();
    let store = use_reducer(|| Store { model: Rc::new(Model::new(initial)), waiting: RefCell::default() });
    let model = store.model.clone();
    let plan =
        use_memo((setting.clone(), model.answers.clone()), |(setting, answers)| planned(setting, answers));
    let send = {
        let dispatcher = store.dispatcher();
        use_callback(setting.clone(), move |msg: Msg, setting: &Rc<Setting>| {
            dispatcher.dispatch(Happened(msg, setting.clone()));
        })
    };
    let summary = summary(&setting, &model, &plan);
    use_effects(props, &store, &plan, &summary);
    html! { <Screen {setting} {model} {plan} {send} /> }
}

/// Sends out what the world around the planner should know or do.
#[hook]
fn use_effects(props: &PlannerProps, store: &UseReducerHandle<Store>, plan: &Rc<Plan>, summary: &str) {
    let onevent = props.onevent.clone();
    use_effect_with((), move |()| onevent.emit(Outward::Ready));
    let (onevent, status) = (props.onevent.clone(), plan.status.as_str());
    let is_first = use_mut_ref(|| true);
    use_effect_with((plan.id.clone(), summary.to_owned()), move |(plan_id, summary)| {
        // What is there from the start is no change.
        if !is_first.replace(false) {
            onevent.emit(Outward::Changed { plan_id: plan_id.clone(), status });
            onevent.emit(Outward::Announce(summary.clone()));
        }
    });
    let (onevent, store) = (props.onevent.clone(), store.clone());
    use_effect(move || {
        for effect in store.waiting.take() {
            onevent.emit(outward(effect, &store.model.answers));
        }
    });
}

fn outward(effect: Effect, answers: &Request) -> Outward {
    match effect {
        Effect::AnswersChanged => Outward::Answers(answers.to_json().to_string()),
        Effect::Focus(id) => Outward::FocusHeading(id),
        Effect::OfferCalendar(text) => {
            Outward::Download { name: "clinic-visits.ics".to_owned(), mime: "text/calendar", text }
        }
        Effect::OfferQuestions(text) => {
            Outward::Download { name: "questions.txt".to_owned(), mime: "text/plain", text }
        }
        Effect::Print => Outward::Print,
    }
}
