//! What this is, what it is not, and what everybody in the country is told.

use std::rc::Rc;

use yew::prelude::*;

use crate::plan::notices;
use crate::setting::Setting;

/// Properties of [`Intro`].
#[derive(Properties, PartialEq)]
pub struct IntroProps {
    /// What is spoken from.
    pub setting: Rc<Setting>,
}

/// The strip above everything.
#[component]
pub fn Intro(IntroProps { setting }: &IntroProps) -> Html {
    let always: Vec<_> =
        setting.pack.notices.iter().filter(|notice| notice.always).map(|notice| notice.id.clone()).collect();
    html! {
        <header class="intro" part="intro">
            <div class="intro-words">
                <h2 class="intro-title">{setting.text("ui.intro.title")}</h2>
                <p>{setting.text("disclaimer")}</p>
                <p class="muted">{setting.text("ui.intro.evidence")}{" "}{setting.text("ui.privacy")}</p>
            </div>
            { notices(setting, &always) }
        </header>
    }
}
