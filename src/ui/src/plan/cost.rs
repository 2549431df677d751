//! What it costs: everything that has to be paid and the sum of it, and only then a package beside it.

use engine::{Bill, Charge, Choice, Offer, Prices, Text};
use export::Value;
use yew::virtual_dom::VChild;

use crate::controls::{block, hint};
use crate::markup::{From, Tag, group, tag};
use crate::planning::Shown;
use crate::setting::Setting;
use crate::still::{Still, still};

/// The cost of the shown option; on a shared screen once it was asked for.
pub(super) fn cost(shown: &Shown, choice: &Choice) -> Option<VChild<Still>> {
    shown.is_priced().then(|| still(&shown.setting, choice.bill.clone(), billed))
}

fn billed(setting: &Setting, bill: &Option<Bill>) -> Tag {
    let block = block(setting, "planner-cost", "cost.title").part("cost").from(From::Clinic);
    let prices = setting.protocol.document().prices.as_ref();
    let Some((bill, prices)) = bill.as_ref().zip(prices) else {
        return block.with(tag("p").says(setting, "cost.ask"));
    };
    let sides = tag("div")
        .class("figures bill")
        .with(alone(setting, bill))
        .each(&bill.packages, |offer| beside(setting, bill, prices, offer));
    block.with(hint(setting, "cost.lead")).with(sides).with(over_time(setting, prices))
}

/// What is paid where every visit is paid for by itself.
fn alone(setting: &Setting, bill: &Bill) -> Tag {
    let rows = tag("dl").each(&bill.items, |charge| row(setting, bill, charge));
    let rows = total(rows, setting.text("cost.alone"), setting.voice().price(bill.total, &bill.currency));
    tag("div")
        .class("figure")
        .key("alone")
        .with(tag("h4").class("figure-name").says(setting, "cost.visit_by_visit"))
        .with(rows)
}

/// A package, what is paid besides, and what becomes of sessions that are not used.
fn beside(setting: &Setting, bill: &Bill, prices: &Prices, offer: &Offer) -> Tag {
    let voice = setting.voice();
    let Some(package) = prices.packages.get(offer.package) else { return group() };
    let price = voice.price(offer.price, &bill.currency);
    let rows = tag("dl").with(tag("dt").says(setting, "cost.price")).with(tag("dd").with(price));
    let rows = rows.each(&offer.rest, |charge| row(setting, bill, charge));
    let rows = total(rows, setting.text("cost.together"), voice.price(offer.total, &bill.currency));
    let covers = offer.covers.iter().map(|charge| {
        let item = voice.item(&charge.item);
        let values = [("item", Value::from(&item)), ("count", charge.times.into())];
        if charge.times > 1 { setting.say("cost.covered", &values) } else { item }
    });
    let covers = covers.collect::<Vec<_>>().join(" · ");
    let unused = own(setting, &package.unused);
    let unused = unused.unwrap_or_else(|| tag("span").class("not-stated").says(setting, "cost.unused_ask"));
    let terms = tag("dl")
        .class("terms-of-package")
        .with(tag("dt").says(setting, "cost.covers"))
        .with(tag("dd").with(covers))
        .with(tag("dt").says(setting, "cost.unused"))
        .with(tag("dd").with(unused));
    tag("div")
        .class("figure")
        .key(&offer.package.to_string())
        .with(tag("h4").class("figure-name").with(voice.package(package)))
        .with(rows)
        .with(tag("div").with(terms))
}

/// One item: its name, how its sum comes about, its sum.
fn row(setting: &Setting, bill: &Bill, charge: &Charge) -> Tag {
    let voice = setting.voice();
    let each = voice.each(charge, &bill.currency);
    let each = each.map(|each| tag("span").class("line small muted").with(each));
    group()
        .with(tag("dt").with(voice.item(&charge.item)).with(each))
        .with(tag("dd").with(voice.price(charge.sum, &bill.currency)))
}

fn total(rows: Tag, name: String, sum: String) -> Tag {
    rows.with(tag("dt").class("sum").with(name)).with(tag("dd").class("sum").with(sum))
}

/// What a clinic has to say of paying over time; a planner that has no such text says nothing of it.
fn over_time(setting: &Setting, prices: &Prices) -> Option<Tag> {
    let said = own(setting, &prices.finance_text)?;
    let title = tag("strong").says(setting, "cost.finance");
    Some(tag("p").class("small").with(title).with(": ").with(said))
}

/// The clinic's own words; whoever hears the page is told where they are in English.
fn own(setting: &Setting, text: &Text) -> Option<Tag> {
    let (said, is_english) = setting.voice().own(text)?;
    let words = tag("span").with(said);
    Some(if is_english { words.set("lang", "en").set("dir", "ltr") } else { words })
}
