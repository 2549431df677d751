//! The root: one state, the plan derived from the answers, effects on their way out.

use std::rc::Rc;

use engine::{Date, Pack, Protocol, Request};
use export::Words;
use yew::prelude::*;

use crate::model::Model;
use crate::msg::{Effect, Msg};
use crate::outward::Outward;
use crate::plan::summary;
use crate::screen::{ScreenProps, planned, screen};
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

/// The planner.
pub struct Planner {
    /// What is seen.
    state: ScreenProps,
    /// The effects that wait to be done.
    waiting: Vec<Effect>,
    /// The plan and its summary that the world around knows of.
    known: Option<(String, String)>,
}

impl Component for Planner {
    type Message = Msg;
    type Properties = PlannerProps;

    fn create(ctx: &Context<Planner>) -> Planner {
        let setting = ctx.props().setting();
        let model = Model::new(ctx.props().initial.clone());
        let plan = planned(&setting, &model.answers);
        let state = ScreenProps {
            setting: Rc::new(setting),
            model: Rc::new(model),
            plan: Rc::new(plan),
            send: ctx.link().callback(|msg| msg),
        };
        Planner { state, waiting: Vec::new(), known: None }
    }

    fn update(&mut self, _: &Context<Planner>, msg: Msg) -> bool {
        let (model, effects) = update((*self.state.model).clone(), msg, &self.state.setting);
        self.state.model = Rc::new(model);
        if effects.contains(&Effect::AnswersChanged) {
            self.plan();
        }
        self.waiting.extend(effects);
        true
    }

    fn changed(&mut self, ctx: &Context<Planner>, _: &PlannerProps) -> bool {
        self.state.setting = Rc::new(ctx.props().setting());
        self.plan();
        true
    }

    fn view(&self, _: &Context<Planner>) -> Html {
        screen(&self.state)
    }

    /// Sends out what the world around the planner should know or do.
    fn rendered(&mut self, ctx: &Context<Planner>, is_first: bool) {
        let ScreenProps { setting, model, plan, .. } = &self.state;
        let onevent = &ctx.props().onevent;
        let summary = summary(setting, model, plan);
        let shown = Some((plan.id.clone(), summary.clone()));
        // What is there from the start is no change.
        if is_first {
            onevent.emit(Outward::Ready);
        } else if self.known != shown {
            onevent.emit(Outward::Changed { plan_id: plan.id.clone(), status: plan.status.as_str() });
            onevent.emit(Outward::Announce(summary));
        }
        self.known = shown;
        for effect in self.waiting.drain(..) {
            onevent.emit(outward(effect, &model.answers));
        }
    }
}

impl Planner {
    fn plan(&mut self) {
        self.state.plan = Rc::new(planned(&self.state.setting, &self.state.model.answers));
    }
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
