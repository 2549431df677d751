//! How to book, where the clinic says how.

use engine::Date;
use export::Value;

use crate::markup::{From, Tag, tag};
use crate::setting::Setting;

/// The clinic's own ways to book; nothing where it names none.
pub(crate) fn booking(setting: &Setting, date: Option<Date>) -> Option<Tag> {
    let booking = setting.protocol.document().booking.as_ref()?;
    let page = booking.url.as_ref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    let page = page.map(|url| {
        let date = date.map(|date| date.to_string()).unwrap_or_default();
        let address = url.replace("{date}", &date).replace("{service}", "consultation");
        tag("a")
            .class("button primary")
            .part("button primary booking")
            .set("href", address)
            .set("target", "_blank")
            .set("rel", "noopener noreferrer")
            .says(setting, "ui.booking.book")
    });
    let phone = call(setting).map(|call| call.part("button booking"));
    Some(tag("p").class("actions").from(From::Clinic).with(page).with(phone))
}

/// The clinic's telephone, to press; nothing where it names none.
pub(super) fn call(setting: &Setting) -> Option<Tag> {
    let phone = setting.protocol.document().booking.as_ref()?.phone.as_ref()?;
    let mut address = "tel:".to_owned();
    address.extend(phone.chars().filter(|c| c.is_ascii_digit() || *c == '+'));
    let words = setting.say("ui.booking.call", &[("phone", Value::from(phone))]);
    Some(tag("a").class("button").part("button").set("href", address).with(words))
}
