//! What the clinic is called for at once after a session, and when to look.

use engine::{Choice, RedFlag};
use export::Value;
use yew::virtual_dom::VChild;

use super::{booking, evidence};
use crate::controls::block;
use crate::markup::{From, Tag, tag};
use crate::setting::Setting;
use crate::still::{Still, still};

/// Red flags for the treatments of one option; nothing where nothing is done at the clinic.
pub(super) fn flags(setting: &Setting, choice: &Choice) -> VChild<Still> {
    let has_exosome = choice.tracks.iter().any(|track| track.exosome.is_some());
    still(setting, has_exosome, |setting, has_exosome| of(setting, *has_exosome))
}

fn of(setting: &Setting, has_exosome: bool) -> Option<Tag> {
    let document = setting.protocol.document();
    let concerns = |flag: &&RedFlag| has_exosome || !flag.with_exosome_only;
    let mut flags = document.red_flags.iter().filter(concerns).peekable();
    flags.peek()?;
    let mut cite = Vec::new();
    let list = tag("ul").class("list cited").each(flags, |flag| {
        cite.extend(flag.cite.iter().filter(|id| !cite.contains(*id)).cloned().collect::<Vec<_>>());
        let chip = flag.appears.as_ref().map(|appears| evidence::chip(setting, appears));
        tag("li").key(flag.id.as_str()).with(said(setting, flag)).with(" ").with(chip)
    });
    let sources = evidence::cited(setting, &cite).map(|chip| {
        tag("div").class("cited-together").with(tag("span").says(setting, "ui.flags.source")).with(chip)
    });
    let times = document.watch.iter().filter_map(|watch| watch.after.as_ref());
    let times = tag("ul").class("times").each(times, |after| {
        let when = setting.voice().length_as_written(&after.value.to_string());
        tag("li").with(when).with(" ").with(evidence::chip(setting, after))
    });
    let watch = (!document.watch.is_empty())
        .then(|| tag("div").with(tag("p").says(setting, "ui.flags.watch")).with(times));
    let call = booking::call(setting);
    let call = call.map(|call| tag("p").class("actions").from(From::Clinic).with(call));
    let whole = block(setting, "planner-flags", "ui.flags.title").part("flags");
    Some(whole.with(list).with(call).with(sources).with(watch))
}

fn said(setting: &Setting, flag: &RedFlag) -> String {
    let what = setting.text_of("red_flag.", flag.id.as_str());
    match &flag.appears {
        Some(appears) => {
            let when = setting.voice().length_as_written(&appears.value.to_string());
            setting.say("ui.flags.appears", &[("what", Value::from(what)), ("when", when.into())])
        }
        None => what,
    }
}
