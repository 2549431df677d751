//! A visit on its way to another day: by arrow keys, by buttons, by dragging its mark.

use engine::{Choice, Date, Id, Request, Visit};
use export::{DateStyle, Value};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::details::name;
use crate::controls::pressable;
use crate::hearing::On;
use crate::markup::{Tag, tag};
use crate::model::Drag;
use crate::msg::Msg;
use crate::planning::Shown;
use crate::setting::Mode;

/// One option's visits, for moving one of them.
#[derive(Clone)]
pub(super) struct Moving {
    shown: Shown,
    option: usize,
}

impl Moving {
    /// None, where the option is none of the plan's.
    pub fn new(shown: &Shown, choice: &Choice) -> Option<Moving> {
        let option = shown.plan.options.iter().position(|option| option.id == choice.id)?;
        Some(Moving { shown: shown.clone(), option })
    }

    fn choice(&self) -> &Choice {
        &self.shown.plan.options[self.option]
    }

    /// What a key on a visit's mark does.
    pub fn key(&self, index: usize, event: &Event) -> Option<Msg> {
        let visit = self.choice().visits.get(index)?;
        let key = event.dyn_ref::<KeyboardEvent>()?.key();
        let forward = if self.shown.setting.is_rtl() { "ArrowLeft" } else { "ArrowRight" };
        match key.as_str() {
            "ArrowUp" => Some(self.step(visit, true)),
            "ArrowDown" => Some(self.step(visit, false)),
            "ArrowLeft" | "ArrowRight" => Some(self.step(visit, key == forward)),
            "Home" => Some(self.as_far_as(visit, visit.reach.earliest, false)),
            "End" => Some(self.as_far_as(visit, visit.reach.latest, true)),
            _ => None,
        }
    }

    /// To the next day on which the visit can be.
    pub fn step(&self, visit: &Visit, is_later: bool) -> Msg {
        let Shown { setting, .. } = &self.shown;
        let answers = self.answers();
        match engine::next_day(&setting.protocol, &setting.pack, &answers, self.choice(), visit, is_later) {
            Ok(date) => self.put(visit, date, false),
            Err(rule) => self.refuse(visit, &setting.voice().reason(&rule)),
        }
    }

    fn as_far_as(&self, visit: &Visit, end: Date, is_later: bool) -> Msg {
        if end == visit.date { self.step(visit, is_later) } else { self.to(visit, end, false) }
    }

    /// To one day, where it can be there.
    fn to(&self, visit: &Visit, date: Date, slides: bool) -> Msg {
        let Shown { setting, .. } = &self.shown;
        let answers = self.answers();
        match engine::hit(&setting.protocol, &setting.pack, &answers, self.choice(), visit, date) {
            None => self.put(visit, date, slides),
            Some(rule) => self.refuse(visit, &setting.voice().reason(&rule)),
        }
    }

    fn put(&self, visit: &Visit, date: Date, slides: bool) -> Msg {
        let pins = engine::pinned(&self.shown.model.answers, visit, date).pins;
        Msg::VisitMoved { option: self.choice().id.clone(), pins, slides }
    }

    fn refuse(&self, visit: &Visit, rule: &str) -> Msg {
        let setting = &self.shown.setting;
        let date = setting.speech.date(visit.date, DateStyle::Full);
        let stays = setting.say("ui.move.stays", &[("date", Value::from(date))]);
        Msg::MoveRefused([&stays, " ", rule].concat())
    }

    /// The answers as the plan was made from them.
    fn answers(&self) -> Request {
        let Shown { setting, model, .. } = &self.shown;
        engine::answered(&setting.protocol, &setting.pack, setting.today, &model.answers)
    }

    /// A drag, where a visit's mark is taken hold of; `days` lie over the whole drawing.
    pub fn begin(&self, index: usize, days: i32, event: &Event) -> Option<Msg> {
        let visit = self.choice().visits.get(index)?;
        let pointer = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.button() == 0)?;
        let mark = event.target_dyn_into::<Element>()?;
        let width = mark.closest(".timeline-chart").ok()??.get_bounding_client_rect().width();
        // The mark goes on hearing the pointer wherever it is.
        mark.set_pointer_capture(pointer.pointer_id()).ok()?;
        let toward = if self.shown.setting.is_rtl() { -1.0 } else { 1.0 };
        Some(Msg::DragBegan(Drag {
            visit: identity(visit),
            from: visit.date,
            x: pointer.client_x(),
            days_per_pixel: toward * f64::from(days) / width.max(1.0),
        }))
    }

    /// Where a drag has come to.
    pub fn drag(&self, drag: &Drag, event: &Event) -> Option<Msg> {
        let pointer = event.dyn_ref::<PointerEvent>()?;
        let visit = self.choice().visits.iter().find(|visit| identity(visit) == drag.visit)?;
        let days = f64::from(pointer.client_x() - drag.x) * drag.days_per_pixel;
        let date = drag.from.plus_days(days.round() as i32);
        (date != visit.date).then(|| self.to(visit, date, true))
    }

    /// The buttons for a visit that is pointed at, and what its last move came to.
    pub fn controls(&self, visit: &Visit) -> Tag {
        let Shown { setting, model, send, .. } = &self.shown;
        let what = name(setting, &self.choice().tracks, visit);
        let step = |key: &str, is_later: bool| {
            let (moving, visit) = (self.clone(), visit.clone());
            tag("button")
                .set("type", "button")
                .class("button small")
                .part("button")
                .hears(On::Press, send, move |_| moving.step(&visit, is_later))
                .set("aria-label", [&what, ": ", &setting.text(key)].concat())
                .says(setting, key)
        };
        let free = engine::is_pinned(&model.answers, visit).then(|| {
            let pins = engine::unpinned(&model.answers, visit).pins;
            let free = Msg::VisitMoved { option: self.choice().id.clone(), pins, slides: false };
            pressable("button small", send, free).part("button").says(setting, "ui.move.free")
        });
        let help = if self.is_dragged() { "ui.move.help_drag" } else { "ui.move.help" };
        let said = match &model.refused {
            Some(refused) => tag("p").class("move-refused").with(refused.clone()),
            None => tag("p").class("small muted").says(setting, help),
        };
        let buttons = tag("div")
            .class("actions")
            .set("role", "group")
            .set("aria-label", setting.text("ui.move.title"))
            .with(step("ui.move.earlier", false))
            .with(step("ui.move.later", true))
            .with(free);
        tag("div").class("move").part("move").with(buttons).with(said)
    }

    /// Whether marks can be dragged: where the screen is shared. On a telephone a finger scrolls.
    pub fn is_dragged(&self) -> bool {
        self.shown.setting.mode != Mode::Explore
    }
}

/// A visit by its first session; the consultation by none.
pub(super) fn identity(visit: &Visit) -> Option<(Id, u8)> {
    visit.sessions.first().map(|session| (session.modality.clone(), session.number))
}
