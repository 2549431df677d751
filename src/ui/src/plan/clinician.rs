//! For a clinician alone: a numbing cream against its label, cell by cell.

use engine::{CreamUse, Id, LabelCell, Plan, numbing_check};
use export::DateStyle;
use yew::prelude::*;

use super::evidence;
use crate::controls::{block, disclosure, hint, select, sentences};
use crate::hearing::On;
use crate::markup::{From, Tag, tag};
use crate::model::{CreamEntry, CreamField};
use crate::msg::Msg;
use crate::planning::Shown;
use crate::setting::{Mode, Setting};

/// The numbing check, where this clinic differs, and the trace; nothing but in a clinician's mode.
pub(super) fn clinician(Shown { setting, model, plan, send, .. }: &Shown) -> Option<Tag> {
    if setting.mode != Mode::Clinician {
        return None;
    }
    let entry = &model.cream;
    let table = used(entry).map(|used| {
        let cells = numbing_check(&setting.protocol, &used);
        let has_label = cells.iter().any(|cell| cell.label.is_some());
        let is_over = cells.iter().any(|cell| cell.code == Some("E-NUMB-MAX"));
        let over = is_over.then(|| {
            tag("p").class("panel is-warning").set("role", "alert").says(setting, "ui.clinician.over")
        });
        let silent = (!has_label).then(|| tag("p").class("panel").says(setting, "ui.clinician.no_label"));
        let cells = has_label.then(|| cells_table(setting, &cells));
        tag("div").class("clinician").with(over).with(silent).with(cells)
    });
    Some(
        block(setting, "planner-clinician", "ui.clinician.title")
            .part("clinician")
            .set("data-for", "clinician")
            .with(tag("h4").says(setting, "ui.clinician.numbing"))
            .with(hint(setting, "ui.clinician.lead"))
            .with(fields(setting, entry, send))
            .with(table)
            .with(hint(setting, "ui.clinician.together"))
            .with(differences(setting))
            .with(trace(setting, plan)),
    )
}

/// Where this clinic's protocol says something else than the one it extends.
fn differences(setting: &Setting) -> Tag {
    let count = setting.count("ui.clinician.differences", setting.differences.len());
    let head = ["ui.clinician.place", "ui.clinician.reference", "ui.clinician.own"];
    let head = tag("tr").each(head, |key| tag("th").set("scope", "col").says(setting, key));
    let rows = tag("tbody").each(setting.differences.iter(), |difference| {
        let base = match &difference.base {
            Some(base) => tag("td").with(base.clone()),
            None => tag("td").with(tag("span").class("not-stated").says(setting, "ui.not_stated")),
        };
        tag("tr")
            .with(tag("th").set("scope", "row").with(tag("code").with(difference.path.clone())))
            .with(base)
            .with(tag("td").with(difference.own.clone()))
    });
    let table = tag("table").class("plain-table").from(From::Clinic).with(tag("thead").with(head)).with(rows);
    let scroller = tag("div").class("scroller").set("tabindex", "0").set("role", "region");
    disclosure(count.clone()).with(scroller.set("aria-label", count).with(table))
}

/// The whole plan's id, and every reason of every visit.
fn trace(setting: &Setting, plan: &Plan) -> Tag {
    let voice = setting.voice();
    let visits = plan.options.first().into_iter().flat_map(|choice| &choice.visits);
    let visits = tag("dl").class("facts").from(From::Figures).each(visits, |visit| {
        let date = setting.speech.date(visit.date, DateStyle::Long);
        let why = visit.why.iter().map(|reason| voice.reason(reason));
        tag("div").with(tag("dt").with(date)).with(tag("dd").with(sentences("ol", "chain", why)))
    });
    let id = tag("p").from(From::Edition).with(tag("code").with(plan.id.clone()));
    disclosure(setting.text("ui.clinician.trace")).with(id).with(visits)
}

fn used(entry: &CreamEntry) -> Option<CreamUse> {
    let id = |field: CreamField| Id::try_from(entry.of(field).to_owned()).ok();
    let number = |field: CreamField| entry.of(field).trim().parse().ok();
    Some(CreamUse {
        anaesthetic: id(CreamField::Cream)?,
        modality: id(CreamField::Modality)?,
        area: id(CreamField::Area),
        area_cm2: number(CreamField::Cm2),
        grams: number(CreamField::Grams),
        minutes: number(CreamField::Minutes),
    })
}

fn fields(setting: &Setting, entry: &CreamEntry, send: &Callback<Msg>) -> Tag {
    let voice = setting.voice();
    let document = setting.protocol.document();
    let choose = || (String::new(), setting.text("ui.clinician.choose"));
    let mut creams = vec![choose()];
    creams.extend(
        document.anaesthetics.iter().map(|cream| (cream.id.to_string(), voice.anaesthetic(&cream.id))),
    );
    let mut modalities = vec![choose()];
    let offered =
        document.modalities.iter().filter(|modality| modality.offered && modality.anaesthetic.is_some());
    modalities.extend(offered.map(|modality| (modality.id.to_string(), voice.modality(&modality.id))));
    let mut areas = vec![choose()];
    areas.extend(document.areas.iter().map(|area| (area.id.to_string(), voice.area(&area.id))));
    let list =
        |id, key, options, field, read| select(id, setting.text(key), options, entry.of(field), send, read);
    let number = |field: CreamField, id: &'static str, key: &str| {
        let input = tag("input")
            .set("id", id)
            .set("type", "text")
            .set("inputmode", "numeric")
            .set("autocomplete", "off");
        let input = input
            .value(entry.of(field).to_owned())
            .on_value(On::Input, send, move |text| Msg::CreamEntered(field, text));
        tag("div").class("field").with(tag("label").set("for", id).says(setting, key)).with(input)
    };
    tag("div")
        .class("cream-fields")
        .with(list("planner-cream", "ui.clinician.cream", creams, CreamField::Cream, |text| {
            Msg::CreamEntered(CreamField::Cream, text)
        }))
        .with(list(
            "planner-cream-before",
            "ui.clinician.modality",
            modalities,
            CreamField::Modality,
            |text| Msg::CreamEntered(CreamField::Modality, text),
        ))
        .with(list("planner-cream-area", "ui.clinician.area", areas, CreamField::Area, |text| {
            Msg::CreamEntered(CreamField::Area, text)
        }))
        .with(number(CreamField::Cm2, "planner-cream-cm2", "ui.clinician.cm2"))
        .with(number(CreamField::Grams, "planner-cream-grams", "ui.clinician.grams"))
        .with(number(CreamField::Minutes, "planner-cream-minutes", "ui.clinician.minutes"))
}

fn cells_table(setting: &Setting, cells: &[LabelCell]) -> Tag {
    let head = ["ui.clinician.cell", "ui.clinician.given", "ui.clinician.label", "ui.clinician.verdict"];
    let head = tag("tr").each(head, |key| tag("th").set("scope", "col").says(setting, key));
    let number = |number: u32| setting.speech.number(number.into());
    let rows = tag("tbody").each(cells, |cell| {
        let given = cell.given.map_or_else(|| setting.text("ui.clinician.not_entered"), number);
        let label = match &cell.label {
            Some(label) => tag("td")
                .with(setting.voice().span(number(label.value.lo), number(label.value.hi)))
                .with(" ")
                .with(evidence::chip(setting, label)),
            None => {
                tag("td").with(tag("span").class("not-stated").says(setting, "label_verdict.no_label_figure"))
            }
        };
        tag("tr")
            .set("data-verdict", cell.verdict.as_str())
            .with(tag("th").set("scope", "row").with(setting.text_of("label_item.", cell.item.as_str())))
            .with(tag("td").with(given))
            .with(label)
            .with(tag("td").with(setting.text_of("label_verdict.", cell.verdict.as_str())))
    });
    let table = tag("table").class("plain-table").with(tag("thead").with(head)).with(rows);
    let scroller = tag("div").class("scroller").set("tabindex", "0").set("role", "region");
    scroller.set("aria-label", setting.text("ui.clinician.numbing")).with(table)
}
