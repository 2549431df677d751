//! The root: one state, the plan derived from the answers, effects on their way out.

use std::rc::Rc;

use engine::{Date, Pack, Protocol, Request};
use export::Words;
use yew::prelude::*;

use crate::model::Model;
use crate::msg::{Effect, Msg};
use crate::outward::Outward;
use crate::plan::summary;
use crate::planning::{Planned, Planning};
use crate::screen::{ScreenProps, screen};
use crate::setting::{Mode, Setting, Tongue};
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
    /// Whom it speaks to.
    pub mode: Mode,
    /// Whether the claim guard has read the clinic's texts; they are not shown before.
    pub is_guarded: bool,
    /// What plans and shows plans; absent while it is on its way.
    pub planning: Option<Planning>,
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
            mode: self.mode,
            is_guarded: self.is_guarded,
        }
    }
}

impl PartialEq for PlannerProps {
    fn eq(&self, other: &PlannerProps) -> bool {
        self.setting() == other.setting()
            && self.planning == other.planning
            && self.initial == other.initial
            && self.onevent == other.onevent
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
    /// The answers at the start.
    initial: Request,
}

impl Component for Planner {
    type Message = Msg;
    type Properties = PlannerProps;

    fn create(ctx: &Context<Planner>) -> Planner {
        let setting = ctx.props().setting();
        let model = Model::new(ctx.props().initial.clone());
        let state = ScreenProps {
            planned: ctx.props().planning.map(|planning| planning.plan(&setting, &model.answers)),
            setting: Rc::new(setting),
            model: Rc::new(model),
            send: ctx.link().callback(|msg| msg),
        };
        let initial = state.model.answers.clone();
        Planner { state, waiting: Vec::new(), known: None, initial }
    }

    fn update(&mut self, ctx: &Context<Planner>, msg: Msg) -> bool {
        let (model, effects) = update((*self.state.model).clone(), msg, &self.state.setting);
        self.state.model = Rc::new(model);
        if effects.contains(&Effect::AnswersChanged) {
            self.plan(ctx);
        }
        self.waiting.extend(effects);
        true
    }

    fn changed(&mut self, ctx: &Context<Planner>, _: &PlannerProps) -> bool {
        self.state.setting = Rc::new(ctx.props().setting());
        self.plan(ctx);
        true
    }

    fn view(&self, _: &Context<Planner>) -> Html {
        screen(&self.state)
    }

    /// Sends out what the world around the planner should know or do.
    fn rendered(&mut self, ctx: &Context<Planner>, is_first: bool) {
        let onevent = &ctx.props().onevent;
        if is_first {
            onevent.emit(Outward::Ready);
        }
        let ScreenProps { model, planned, .. } = &self.state;
        if let Some(Planned { plan, .. }) = planned {
            let shown = Some((plan.id.clone(), summary(&self.state)));
            // What follows from where somebody left off is no change.
            let is_start = self.known.is_none() && model.answers == self.initial;
            if self.known != shown && !is_start {
                onevent.emit(Outward::Changed { plan_id: plan.id.clone(), status: plan.status.as_str() });
                onevent.emit(Outward::Announce(summary(&self.state)));
            }
            self.known = shown;
        }
        for effect in self.waiting.drain(..) {
            onevent.emit(outward(effect, &model.answers));
        }
    }
}

impl Planner {
    fn plan(&mut self, ctx: &Context<Planner>) {
        let ScreenProps { setting, model, planned, .. } = &mut self.state;
        *planned = ctx.props().planning.map(|planning| planning.plan(setting, &model.answers));
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
