//! Parts of a view that stay as they are, made anew only where what they are made from is another.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VChild;

use crate::markup::Child;
use crate::setting::Setting;

/// A part of a view with all that it is made from. `view` captures nothing, so what is in `from` is all there is.
pub fn still<T: PartialEq + 'static, C: Child + 'static>(
    setting: &Setting,
    from: T,
    view: fn(&Setting, &T) -> C,
) -> VChild<Still> {
    VChild::new(StillProps { part: Rc::new(Part { setting: setting.clone(), from, view }) }, None)
}

struct Part<T, C> {
    setting: Setting,
    from: T,
    view: fn(&Setting, &T) -> C,
}

trait Made {
    fn view(&self) -> Html;
    fn is(&self, other: &dyn Made) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + 'static, C: Child + 'static> Made for Part<T, C> {
    fn view(&self) -> Html {
        (self.view)(&self.setting, &self.from).into_html()
    }

    fn is(&self, other: &dyn Made) -> bool {
        other.as_any().downcast_ref::<Part<T, C>>().is_some_and(|other| {
            std::ptr::fn_addr_eq(self.view, other.view)
                && self.setting == other.setting
                && self.from == other.from
        })
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Properties of [`Still`].
#[derive(Properties, Clone)]
pub struct StillProps {
    part: Rc<dyn Made>,
}

impl PartialEq for StillProps {
    fn eq(&self, other: &StillProps) -> bool {
        self.part.is(&*other.part)
    }
}

/// A part of a view that stays.
#[component]
pub fn Still(StillProps { part }: &StillProps) -> Html {
    part.view()
}
