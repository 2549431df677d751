//! One date: typed into three fields, or picked.

use super::Question;
use crate::controls::fieldset;
use crate::dates;
use crate::draft::{DateFault, DateField, DatePart, Reading};
use crate::hearing::On;
use crate::markup::{Tag, tag};
use crate::msg::Msg;

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
    let parts =
        tag("div").class("date-parts").each([DatePart::Day, DatePart::Month, DatePart::Year], |part| {
            let wrong = fault.filter(|fault: &DateFault| fault.part() == part).map(|_| fault_id.clone());
            typed(asked, field, part, wrong)
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

fn typed(asked: Question, field: DateField, part: DatePart, wrong: Option<String>) -> Tag {
    let Question { setting, model, send } = asked;
    let (id, name) = (field.input(part), part.as_str());
    let mut input = tag("input")
        .set("id", id.clone())
        .set("type", "text")
        .set("autocomplete", "off")
        .set("inputmode", if part == DatePart::Month { "text" } else { "numeric" })
        .value(model.drafts.of(field).part(part).to_owned())
        .on_value(On::Input, send, move |text| Msg::DateTyped(field, part, text));
    // Going on from day to month is not leaving the date.
    if part == DatePart::Year {
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
