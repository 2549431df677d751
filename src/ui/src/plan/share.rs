//! The plan as a link: to copy, and as a code that a phone reads.

use crate::controls::{button, hint};
use crate::hearing::On;
use crate::markup::{Tag, group, tag};
use crate::msg::Msg;
use crate::planning::Shown;

/// The quiet zone around a code, in modules.
const QUIET: i32 = 4;

/// The link of these answers; nothing where the page has no address to begin it with.
fn link(Shown { setting, model, .. }: &Shown) -> Option<String> {
    let page = Some(&setting.page).filter(|page| !page.is_empty())?;
    let token =
        export::token(&model.answers, setting.today, &setting.protocol, setting.fingerprint().edition());
    Some([page.as_ref(), "#xp=", &token].concat())
}

/// The link with what can be done with it.
pub(super) fn share(shown: &Shown) -> Option<Tag> {
    let Shown { setting, model, send, .. } = shown;
    let link = link(shown)?;
    let field = tag("input")
        .set("id", "planner-link")
        .set("type", "text")
        .set_if(true, "readonly")
        .set("dir", "ltr")
        .value(link.clone());
    let label = tag("label").set("for", "planner-link").says(setting, "ui.share.link");
    let copied = link.clone();
    let copy = tag("button")
        .set("type", "button")
        .class("button")
        .part("button")
        .hears(On::Press, send, move |_| Msg::LinkCopied(copied.clone()))
        .says(setting, "ui.share.copy");
    let key = if model.is_code_shown { "ui.share.code_hide" } else { "ui.share.code" };
    let code = button(setting.text(key), send, Msg::CodeToggled)
        .set("aria-expanded", if model.is_code_shown { "true" } else { "false" });
    let shows = model.is_code_shown.then(|| match export::qr(&link) {
        Some(qr) => picture(setting.text("ui.share.code_name"), &qr),
        None => hint(setting, "ui.share.code_too_long"),
    });
    let row = tag("div").class("link-row").with(field).with(copy).with(code);
    Some(
        group().with(
            tag("div")
                .class("field share")
                .with(label)
                .with(row)
                .with(hint(setting, "ui.share.hint"))
                .with(shows),
        ),
    )
}

/// The link as a code alone, for paper.
pub(super) fn code(shown: &Shown) -> Option<Tag> {
    let qr = export::qr(&link(shown)?)?;
    Some(picture(shown.setting.text("ui.share.code_name"), &qr))
}

fn picture(name: String, qr: &export::Qr) -> Tag {
    let side = (qr.size + 2 * QUIET).to_string();
    let quiet = (-QUIET).to_string();
    let view_box = [quiet.as_str(), " ", &quiet, " ", &side, " ", &side].concat();
    tag("svg")
        .class("code")
        .part("code")
        .set("viewBox", view_box)
        .set("role", "img")
        .set("aria-label", name)
        .with(tag("path").set("d", qr.path.clone()))
}
