//! Parts of a plan that are out of sight: what is in sight is drawn first, and they follow.
//!
//! A plan is ten screens long. While a date moves, whoever moves it waits only for what they look at.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::js_sys::{Array, Function};
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, Window};
use yew::prelude::*;
use yew::virtual_dom::VChild;

use crate::markup::{Child, Tag};
use crate::planning::Shown;

/// How near a part has to be to count as in sight, as a share of the window.
const NEAR: &str = "25%";

/// A part of a plan that follows when the rest has been drawn, where it is out of sight. `view` captures nothing, and
/// always gives an element.
pub(crate) fn later(shown: &Shown, view: fn(&Shown) -> Tag) -> VChild<Later> {
    VChild::new(LaterProps { shown: shown.clone(), view }, None)
}

/// Properties of [`Later`].
#[derive(Properties, Clone)]
pub(crate) struct LaterProps {
    shown: Shown,
    view: fn(&Shown) -> Tag,
}

impl PartialEq for LaterProps {
    fn eq(&self, other: &LaterProps) -> bool {
        std::ptr::fn_addr_eq(self.view, other.view) && self.shown.is(&other.shown)
    }
}

/// A part that may be behind its properties, for as long as nobody sees it.
pub(crate) struct Later {
    /// What it is made from.
    shown: Shown,
    is_behind: bool,
    element: NodeRef,
    /// Nobody knows at first, and then it is.
    is_in_sight: Rc<Cell<bool>>,
    watch: Option<Watch>,
}

impl Component for Later {
    type Message = ();
    type Properties = LaterProps;

    fn create(ctx: &Context<Later>) -> Later {
        Later {
            shown: ctx.props().shown.clone(),
            is_behind: false,
            element: NodeRef::default(),
            is_in_sight: Rc::new(Cell::new(true)),
            watch: None,
        }
    }

    fn changed(&mut self, ctx: &Context<Later>, _: &LaterProps) -> bool {
        let shown = &ctx.props().shown;
        // What is said to others, such as on a shared screen, is said at once, and leaves out at once what is private.
        if self.is_in_sight.get() || !Rc::ptr_eq(&self.shown.setting, &shown.setting) {
            self.is_behind = false;
            self.shown = shown.clone();
            return true;
        }
        if !self.is_behind {
            self.is_behind = true;
            after_frame(ctx.link().callback(|()| ()));
        }
        false
    }

    fn update(&mut self, ctx: &Context<Later>, (): ()) -> bool {
        let was_behind = std::mem::take(&mut self.is_behind);
        self.shown = ctx.props().shown.clone();
        was_behind
    }

    fn view(&self, ctx: &Context<Later>) -> Html {
        (ctx.props().view)(&self.shown).found_by(&self.element).into_html()
    }

    fn rendered(&mut self, ctx: &Context<Later>, is_first: bool) {
        if is_first && let Some(element) = self.element.cast::<Element>() {
            self.watch = Watch::new(&element, self.is_in_sight.clone(), ctx.link().callback(|()| ()));
        }
    }
}

/// Watches whether an element is in sight, until it is dropped.
struct Watch {
    observer: IntersectionObserver,
    _heard: Closure<dyn FnMut(Array)>,
}

impl Watch {
    fn new(element: &Element, is_in_sight: Rc<Cell<bool>>, seen: Callback<()>) -> Option<Watch> {
        let heard = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            // The last one is how it is now.
            let entry = entries.pop().unchecked_into::<IntersectionObserverEntry>();
            is_in_sight.set(entry.is_intersecting());
            if entry.is_intersecting() {
                seen.emit(());
            }
        });
        let near = IntersectionObserverInit::new();
        near.set_root_margin(NEAR);
        let observer = IntersectionObserver::new_with_options(heard.as_ref().unchecked_ref(), &near).ok()?;
        observer.observe(element);
        Some(Watch { observer, _heard: heard })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

thread_local! {
    /// Everything that waits for the next frame to be drawn.
    static WAITING: RefCell<Vec<Callback<()>>> = const { RefCell::new(Vec::new()) };
}

/// Calls back when the next frame has been drawn. A page in the background draws none; nobody looks at it either.
fn after_frame(due: Callback<()>) {
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(due);
        waiting.len() == 1
    });
    let is_asked = !is_first || web_sys::window().is_some_and(|window| ask(&window).is_some());
    if !is_asked {
        drain();
    }
}

/// A frame's own callbacks come before it is drawn, and timers that they set after it.
fn ask(window: &Window) -> Option<()> {
    let of_frame = window.clone();
    let drawn = Closure::once_into_js(move || {
        let drain = Closure::once_into_js(drain);
        let _ = of_frame.set_timeout_with_callback(drain.unchecked_ref::<Function>());
    });
    window.request_animation_frame(drawn.unchecked_ref()).ok().map(|_| ())
}

fn drain() {
    for due in WAITING.take() {
        due.emit(());
    }
}
