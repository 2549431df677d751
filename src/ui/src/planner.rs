//! The root: one state, the plan derived from the answers, effects on their way out.

use std::rc::Rc;

use engine::{Date, Difference, Pack, Protocol, Request};
use export::Words;
use yew::prelude::*;

use crate::history::History;
use crate::link::Opened;
use crate::model::Model;
use crate::msg::{Effect, Msg};
use crate::outward::Outward;
use crate::plan::{Stage, stage, summary};
use crate::planning::{Planned, Planning, is_same};
use crate::screen::{ScreenProps, screen};
use crate::setting::{Mode, Setting, Tongue};
use crate::step::Step;
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
    /// What a link held that was opened; it takes the place of the answers.
    pub opened: Option<Rc<Opened>>,
    /// The page's address without its fragment.
    pub page: Rc<str>,
    /// Where the clinic's protocol differs from the one that it extends.
    pub differences: Rc<Vec<Difference>>,
    /// Where everything goes that only the world around the planner can do.
    pub onevent: Callback<Outward>,
}

impl PlannerProps {
    /// What every view speaks from, in plain words or in more detail.
    pub fn setting(&self, is_detailed: bool) -> Setting {
        Setting {
            protocol: self.protocol.clone(),
            pack: self.pack.clone(),
            words: match self.planning.filter(|_| is_detailed) {
                Some(planning) => Rc::new((planning.in_detail)(&self.words)),
                None => self.words.clone(),
            },
            speech: self.speech.clone(),
            today: self.today,
            mode: self.mode,
            is_guarded: self.is_guarded,
            page: self.page.clone(),
            differences: self.differences.clone(),
            fingerprint: Rc::default(),
        }
    }
}

impl PartialEq for PlannerProps {
    fn eq(&self, other: &PlannerProps) -> bool {
        self.setting(false) == other.setting(false)
            && self.planning == other.planning
            && self.initial == other.initial
            // A link is the same as long as it is the same opening of it.
            && is_same(&self.opened, &other.opened)
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
    /// The screen that the world around knows of.
    step: Option<Step>,
    /// Whether the world around knows that there is a plan that stands.
    is_complete: bool,
    /// The answers at the start.
    initial: Request,
}

impl Component for Planner {
    type Message = Msg;
    type Properties = PlannerProps;

    fn create(ctx: &Context<Planner>) -> Planner {
        let setting = ctx.props().setting(false);
        let props = ctx.props();
        let model = match &props.opened {
            Some(opened) => Model::opened(opened),
            None => Model::new(props.initial.clone()),
        };
        let state = ScreenProps {
            planned: ctx.props().planning.map(|planning| planning.plan(&setting, &model.answers)),
            setting: Rc::new(setting),
            model: Rc::new(model),
            before: None,
            send: ctx.link().callback(|msg| msg),
        };
        let initial = state.model.answers.clone();
        // The world around has not heard yet of what was in the link.
        let waiting = props.opened.iter().map(|_| Effect::AnswersChanged).collect();
        Planner { state, waiting, known: None, step: None, is_complete: false, initial }
    }

    fn update(&mut self, ctx: &Context<Planner>, msg: Msg) -> bool {
        let (mut model, effects) = update((*self.state.model).clone(), msg, &self.state.setting);
        let is_first_seen =
            model.step == Step::Plan && self.state.model.step != Step::Plan && !self.is_complete;
        if is_first_seen {
            // What was answered on the way there is changed there; to undo is for what is tried on the plan.
            model.history = History::default();
        }
        if model.is_detailed != self.state.model.is_detailed {
            self.state.setting = Rc::new(ctx.props().setting(model.is_detailed));
        }
        self.state.model = Rc::new(model);
        if effects.contains(&Effect::AnswersChanged) {
            self.state.before = self.state.planned.clone();
            self.plan(ctx);
        }
        if is_first_seen {
            // Whoever comes to their first plan has changed nothing in it yet.
            self.state.before = None;
        }
        self.waiting.extend(effects);
        true
    }

    fn changed(&mut self, ctx: &Context<Planner>, old: &PlannerProps) -> bool {
        let is_detailed = self.state.model.is_detailed;
        self.state.setting = Rc::new(ctx.props().setting(is_detailed));
        if let Some(opened) =
            ctx.props().opened.as_ref().filter(|_| !is_same(&ctx.props().opened, &old.opened))
        {
            self.state.model = Rc::new(Model { is_detailed, ..Model::opened(opened) });
            self.is_complete = false;
            self.waiting.push(Effect::AnswersChanged);
        }
        self.state.before = None;
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
        if self.step.replace(model.step) != Some(model.step) {
            onevent.emit(Outward::Step(model.step.as_str()));
        }
        if let Some(Planned { plan, .. }) = planned {
            let shown = Some((plan.id.clone(), summary(&self.state)));
            // What follows from where somebody left off is no change.
            let is_start = self.known.is_none() && model.answers == self.initial;
            if self.known != shown && !is_start {
                onevent.emit(Outward::Changed { plan_id: plan.id.clone(), status: plan.status.as_str() });
                onevent.emit(Outward::Announce(told(&self.state)));
            }
            self.known = shown;
            let stands = matches!(stage(&self.state), Stage::Ready | Stage::Provisional);
            if stands && model.step == Step::Plan && !self.is_complete {
                self.is_complete = true;
                onevent.emit(Outward::Complete { plan_id: plan.id.clone(), status: plan.status.as_str() });
            }
        }
        for effect in self.waiting.drain(..) {
            onevent.emit(outward(effect, &self.state));
        }
    }
}

impl Planner {
    /// The visits of the option that is shown, as a calendar file; nothing where no plan stands.
    pub fn calendar(&self) -> Option<String> {
        let ScreenProps { setting, model, planned, .. } = &self.state;
        let Planned { by, plan } = planned.as_ref()?;
        let stands = matches!(stage(&self.state), Stage::Ready | Stage::Provisional);
        stands.then(|| (by.calendar)(setting, model, plan)).flatten()
    }

    fn plan(&mut self, ctx: &Context<Planner>) {
        let ScreenProps { setting, model, planned, .. } = &mut self.state;
        *planned = ctx.props().planning.map(|planning| planning.plan(setting, &model.answers));
    }
}

/// The plan in a few words, and the weightiest of what the last change did to it: more would not be listened to.
fn told(state: &ScreenProps) -> String {
    let ScreenProps { setting, model, planned, before, .. } = state;
    let flips = planned.as_ref().zip(before.as_ref());
    let flips = flips.map(|(now, before)| (now.by.flips)(setting, &before.plan, &now.plan, model));
    let told = summary(state);
    match flips.unwrap_or_default().first() {
        Some(flip) => [told.as_str(), ". ", flip].concat(),
        None => told,
    }
}

fn outward(effect: Effect, state: &ScreenProps) -> Outward {
    match effect {
        Effect::AnswersChanged => Outward::Answers(state.model.answers.to_json().to_string()),
        Effect::Focus(id) => Outward::FocusHeading(id),
        Effect::Say(sentence) => Outward::Announce(sentence),
        Effect::OfferCalendar(text) => {
            Outward::Download { name: "clinic-visits.ics".to_owned(), mime: "text/calendar", text }
        }
        Effect::OfferQuestions(text) => {
            Outward::Download { name: "questions.txt".to_owned(), mime: "text/plain", text }
        }
        Effect::Print => Outward::Print,
        Effect::Copy(text) => Outward::Copy { text, said: state.setting.text("ui.share.copied") },
        Effect::OfferCarePlan(text) => {
            Outward::Download { name: "care-plan.json".to_owned(), mime: "application/fhir+json", text }
        }
        Effect::OfferData => Outward::Data {
            name: "plan.json".to_owned(),
            plan: state.planned.as_ref().map(|planned| planned.plan.clone()),
        },
    }
}
