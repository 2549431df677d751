//! One date: typed into three fields, or picked.

use engine::Date;
use export::DateStyle;

use super::Question;
use crate::controls::fieldset;
use crate::dates;
use crate::draft::{DateFault, DateField, DatePart, Reading};
use crate::hearing::On;
use crate::markup::{Tag, tag};
use crate::msg::Msg;
use crate::order::sort;
use crate::setting::Setting;

/// One date.
pub(super) fn date_entry(asked: Question, field: DateField) -> Tag {
    let Question { setting, model, .. } = asked;
    let name = field.as_str();
    let fault = dates::fault(model, field, setting);
    let (hint_id, fault_id) = (["planner-", name, "-hint"].concat(), ["planner-", name, "-fault"].concat());
    let described = if fault.is_some() { [&fault_id, " ", &hint_id].concat() } else { hint_id.clone() };
    let hint = setting.text(&["ui.date.", name, "_hint"].concat());
    let said =
        fault.map(|fault| tag("p").class("fault").set("id", fault_id.clone()).says(setting, fault.key()));
    let order = in_order(setting);
    let parts = tag("div").class("date-parts").each(&order, |part| {
        let wrong = fault.filter(|fault: &DateFault| fault.part() == *part).map(|_| fault_id.clone());
        typed(asked, field, (*part, order.last() == Some(part)), wrong)
    });
    fieldset(setting.text_of("ui.date.", name))
        .class("fieldset date")
        .set("aria-describedby", described)
        .set("data-fault", if fault.is_some() { "true" } else { "false" })
        .with(tag("p").class("hint").set("id", hint_id).with(hint))
        .with(said)
        .with(parts)
        .with(picked(asked, field))
}

/// The parts in the order in which the language writes a date in numbers.
fn in_order(setting: &Setting) -> [DatePart; 3] {
    let written = Date::new(2031, 12, 25).map(|date| setting.speech.date(date, DateStyle::Numbers));
    let place = |digits| written.as_ref()?.find(digits);
    let mut parts =
        [(place("25"), DatePart::Day), (place("12"), DatePart::Month), (place("2031"), DatePart::Year)];
    sort(&mut parts, |a, b| a.0 < b.0);
    parts.map(|(_, part)| part)
}

fn typed(asked: Question, field: DateField, (part, is_last): (DatePart, bool), wrong: Option<String>) -> Tag {
    let Question { setting, model, send } = asked;
    let (id, name) = (field.input(part), part.as_str());
    let mut input = tag("input")
        .set("id", id.clone())
        .set("type", "text")
        .set("autocomplete", "off")
        .set("inputmode", if part == DatePart::Month { "text" } else { "numeric" })
        .value(model.drafts.of(field).part(part).to_owned())
        .on_value(On::Input, send, move |text| Msg::DateTyped(field, part, text));
    // Going on from one part to the next is not leaving the date.
    if is_last {
        input = input.on(On::Leave, send, Msg::DateLeft(field));
    }
    if let Some(fault_id) = wrong {
        input = input.set("aria-invalid", "true").set("aria-describedby", fault_id);
    }
    tag("div")
        .set("class", ["field date-part ", name].concat())
        .with(tag("label").set("for", id).with(setting.text_of("ui.date.part.", name)))
        .with(input)
}

fn picked(Question { setting, model, send }: Question, field: DateField) -> Tag {
    let id = ["planner-", field.as_str(), "-pick"].concat();
    let value = match dates::reading(model, field, setting) {
        Reading::Date(date) => date.to_string(),
        _ => String::new(),
    };
    let limit = if field == DateField::Past { "max" } else { "min" };
    let input = tag("input")
        .set("id", id.clone())
        .set("type", "date")
        .set(limit, setting.today.to_string())
        .value(value)
        .on_value(On::Change, send, move |text| Msg::DatePicked(field, text));
    tag("div")
        .class("field date-pick")
        .with(tag("label").set("for", id).says(setting, "ui.date.pick"))
        .with(input)
}
