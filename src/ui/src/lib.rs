//! The planner as a Yew component.
//!
//! In the Elm order: [`Model`] is plain data, [`Msg`] says what happened, [`update`] is pure, [`Effect`] says
//! what is to be done, and [`Outward`] carries it to the world around. The plan is derived from the answers,
//! never stored. No view names a URL, storage or the element's tag, or calls the browser while it renders.

mod answers;
mod bar;
mod change;
mod closed;
mod controls;
mod dates;
mod draft;
mod hearing;
mod history;
mod intro;
mod later;
mod link;
mod markup;
mod model;
mod msg;
mod names;
mod order;
mod outward;
mod plan;
mod planner;
mod planning;
mod screen;
mod screening;
mod setting;
mod step;
mod still;
mod timeline;
mod update;

pub use draft::{DateDraft, DateFault, DateField, DatePart, Reading};
pub use history::History;
pub use link::{LinkNote, Opened};
pub use model::{CalendarWish, CreamEntry, CreamField, Drafts, Drag, Model, ScreeningAnswer};
pub use msg::{Effect, Msg};
pub use outward::Outward;
pub use planner::{Planner, PlannerProps};
pub use planning::{Guarded, Guarding, Planned, Planning};
pub use screen::{Screen, ScreenProps};
pub use setting::{Mode, Setting, Tongue};
pub use step::Step;
pub use timeline::geometry;
pub use update::{MOST_GOALS, update};
