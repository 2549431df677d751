//! Nothing chosen yet: what will be here, drawn faintly.

use engine::Date;
use export::DateStyle;

use super::head;
use crate::controls::primary;
use crate::markup::{Tag, group, tag};
use crate::msg::Msg;
use crate::screen::ScreenProps;
use crate::setting::Setting;
use crate::step::Step;

/// The empty plan.
pub(super) fn empty(ScreenProps { setting, model, send, .. }: &ScreenProps) -> Tag {
    let first = if model.answers.person.adult.is_none() { Step::Begin } else { Step::Goals };
    let promises = tag("ul").class("promises").each(["dates", "reasons", "sides", "questions"], |promise| {
        let more = [promise, "_more"].concat();
        tag("li")
            .key(promise)
            .with(tag("strong").with(setting.text_of("ui.empty.", promise)))
            .with(" ")
            .with(setting.text_of("ui.empty.", &more))
    });
    // Beside the question that it leads to it would be one way too many.
    let begin = (model.step != first)
        .then(|| tag("p").with(primary(setting.text("ui.empty.begin"), send, Msg::StepOpened(first))));
    group()
        .with(head(setting.text("ui.empty.title"), setting.text("ui.empty.lead")))
        .with(ghost(setting))
        .with(promises)
        .with(begin)
}

/// What plans is still on its way.
pub(super) fn awaited(setting: &Setting) -> Tag {
    group().with(head(setting.text("ui.awaited.title"), setting.text("ui.awaited.lead"))).with(ghost(setting))
}

/// A timeline without a plan: the coming months and places for visits, for the eye only.
fn ghost(setting: &Setting) -> Tag {
    let first = Date::new(setting.today.year(), setting.today.month(), 1).unwrap_or(setting.today);
    let whole = |percent: i32| percent.to_string() + "%";
    let line = |class, from: String, to: String, top, bottom| {
        tag("line").class(class).set("x1", from).set("x2", to).set("y1", top).set("y2", bottom)
    };
    let month = |index: i32| {
        let at = index * 100 / 7;
        let name = setting.speech.date(first.plus_months(index), DateStyle::Month);
        let name = tag("text")
            .class("timeline-month")
            .set("x", whole(at + 7))
            .set("y", "14")
            .set("text-anchor", "middle")
            .with(name);
        group().with(line("timeline-grid", whole(at), whole(at), "24", "168")).with(name)
    };
    let bar = |x, y, width, height| {
        tag("rect").set("x", x).set("y", y).set("width", width).set("height", height).set("rx", "4")
    };
    let place = tag("svg").set("x", "12%").set("y", "56").set("overflow", "visible");
    tag("svg")
        .class("ghost")
        .set("width", "100%")
        .set("height", "176")
        .set("aria-hidden", "true")
        .each(0..7, month)
        .with(line("timeline-thread", whole(12), whole(52), "56", "56"))
        .with(place.with(bar("-9", "-9", "18", "18")))
        .each(["24%", "38%", "52%"], |x| tag("circle").set("cx", x).set("cy", "56").set("r", "11"))
        .with(bar("32%", "92", "56%", "20"))
        .with(bar("36%", "132", "40%", "20"))
}
