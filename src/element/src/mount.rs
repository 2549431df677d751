//! One planner on a page: mounted into a `<div>`, changed in place, taken down.

use std::cell::RefCell;
use std::rc::Rc;

use engine::{Plan, Problem, Request};
use js_sys::{Array, JSON};
use ui::{Msg, Outward, Planner, PlannerProps, Step};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;
use yew::{AppHandle, Callback, Renderer};

use crate::actions;
use crate::callbacks::Callbacks;
use crate::config::{Config, Read};
use crate::{fault, json, planning};

/// A mounted planner.
#[wasm_bindgen]
pub struct Handle {
    app: AppHandle<Planner>,
    props: PlannerProps,
    config: Config,
    /// What the clinic should mend.
    problems: Vec<Problem>,
    answers: Rc<RefCell<Option<String>>>,
}

/// Mounts a planner into `root`, an empty `<div>` that belongs to it alone.
///
/// # Errors
/// A plain object, `{ code, message, path, help?, problems? }`, when a document can't be used; nothing is mounted then.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, config: &JsValue, callbacks: JsValue) -> Result<Handle, JsValue> {
    let config = Config::parse(config)?;
    let callbacks = Callbacks::new(callbacks);
    let answers = Rc::new(RefCell::new(config.initial.clone()));
    let Read { props, problems } = config.read(outward(root.clone(), callbacks, Rc::clone(&answers)))?;
    let app = Renderer::<Planner>::with_root_and_props(root.into(), props.clone()).render();
    Ok(Handle { app, props, config, problems, answers })
}

#[wasm_bindgen]
impl Handle {
    /// Takes another configuration without losing the answers. `initial` counts at [`mount`] only.
    ///
    /// # Errors
    /// As [`mount`]; the planner stays as it was.
    pub fn update(&mut self, config: &JsValue) -> Result<(), JsValue> {
        let mut config = Config::parse(config)?;
        config.initial.clone_from(&self.config.initial);
        if config == self.config {
            return Ok(());
        }
        let Read { props, problems } = config.read(self.props.onevent.clone())?;
        self.props = keep_unchanged(&self.props, &self.config, props, &config);
        self.problems = problems;
        self.config = config;
        self.app.update(self.props.clone());
        Ok(())
    }

    /// What the clinic should mend, as plain objects: claims that are left out, closed routes, days that run out.
    #[must_use]
    pub fn problems(&self) -> Array {
        self.problems.iter().map(fault::problem).collect()
    }

    /// The answers so far as JSON, or nothing before the first one.
    #[must_use]
    pub fn state(&self) -> Option<String> {
        self.answers.borrow().clone()
    }

    /// The answers as the token of a link, without any about the person; nothing before there is something to plan.
    #[must_use]
    pub fn token(&self) -> Option<String> {
        let (planning, request) = (self.props.planning?, self.request()?);
        Some(planning.share(&request, self.props.today, &self.props.protocol, &self.props.pack))
    }

    /// The plan as a plain object; `undefined` before there is something to plan.
    #[must_use]
    pub fn plan(&self) -> JsValue {
        let planned = self.request().zip(self.props.planning);
        let plan =
            planned.map(|(request, planning)| planning.plan(&self.props.setting(false), &request).plan);
        plan.map_or(JsValue::UNDEFINED, |plan| written(&plan))
    }

    /// The visits of the option that is shown, as a calendar file; nothing where no plan stands.
    #[must_use]
    pub fn calendar(&self) -> Option<String> {
        (planning::arrived()?.calendar)(&self.app)
    }

    /// Opens the screen of this name; nothing happens where there is none.
    pub fn open(&self, step: &str) {
        if let Some(step) = Step::named(step) {
            self.app.send_message(Msg::StepOpened(step));
        }
    }

    /// Makes the page of paper: the browser is about to print.
    pub fn paper(&self) {
        self.app.send_message(Msg::PaperAsked);
    }

    /// Takes the planner down.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

impl Handle {
    /// The answers, once a goal is among them.
    fn request(&self) -> Option<Request> {
        let answers = self.answers.borrow();
        let request = json::read(answers.as_deref()?, engine::read_request).value?;
        (!request.goals.is_empty()).then_some(request)
    }
}

/// A plan as a plain object.
fn written(plan: &Plan) -> JsValue {
    planning::arrived().map_or(JsValue::UNDEFINED, |part| (part.plain.write)(plan))
}

/// The new properties, with the old value wherever the configuration did not change: equal pointers render nothing.
fn keep_unchanged(old: &PlannerProps, before: &Config, new: PlannerProps, after: &Config) -> PlannerProps {
    let same_protocol = before.speaks_as(after) && old.planning == new.planning;
    let same_pack = before.pack == after.pack && before.jurisdiction == after.jurisdiction;
    let same_link = before.token == after.token && before.opening == after.opening;
    let same_words = before.words == after.words && before.plan_words == after.plan_words;
    PlannerProps {
        protocol: if same_protocol { Rc::clone(&old.protocol) } else { new.protocol },
        differences: if same_protocol { Rc::clone(&old.differences) } else { new.differences },
        pack: if same_pack { Rc::clone(&old.pack) } else { new.pack },
        words: if same_words { Rc::clone(&old.words) } else { new.words },
        speech: if before.lang == after.lang { old.speech.clone() } else { new.speech },
        initial: old.initial.clone(),
        opened: if same_link && old.opened.is_some() { old.opened.clone() } else { new.opened },
        ..new
    }
}

/// Turns what the interface asks for into deeds.
fn outward(
    root: HtmlElement,
    callbacks: Callbacks,
    answers: Rc<RefCell<Option<String>>>,
) -> Callback<Outward> {
    Callback::from(move |asked| match asked {
        Outward::Ready => callbacks.ready(),
        Outward::Changed { plan_id, status } => callbacks.changed(&plan_id, status),
        Outward::Step(name) => callbacks.step(name),
        Outward::Complete { plan_id, status } => callbacks.complete(&plan_id, status),
        Outward::Answers(request) => {
            callbacks.answers(&request);
            answers.replace(Some(request));
        }
        Outward::Announce(sentence) => callbacks.announce(&sentence),
        Outward::FocusHeading(id) => actions::focus(&root, id),
        Outward::Download { name, mime, text } => actions::download(&root, &name, mime, &text),
        Outward::Print => actions::print(),
        Outward::Copy { text, said } => actions::copy(text, said, callbacks.clone()),
        Outward::Data { name, plan } => {
            let plan = plan.map_or(JsValue::UNDEFINED, |plan| written(&plan));
            let text = JSON::stringify(&plan).ok().and_then(|text| text.as_string());
            actions::download(&root, &name, "application/json", &text.unwrap_or_default());
        }
    })
}
