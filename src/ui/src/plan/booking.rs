//! How to book, where the clinic says how.

use engine::Date;
use export::Value;
use yew::prelude::*;

use crate::setting::Setting;

/// The clinic's own ways to book; nothing where it names none.
pub(super) fn booking(setting: &Setting, date: Option<Date>) -> Html {
    let Some(booking) = &setting.protocol.document().booking else { return Html::default() };
    let page = booking.url.as_ref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    let page = page.map(|url| {
        let date = date.map(|date| date.to_string()).unwrap_or_default();
        url.replace("{date}", &date).replace("{service}", "consultation")
    });
    let phone = booking.phone.as_ref().map(|phone| {
        let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        (format!("tel:{digits}"), setting.say("ui.keep.call", &[("phone", Value::from(phone))]))
    });
    html! {
        <p class="actions">
            if let Some(href) = page {
                <a class="button primary" part="button primary booking" {href} target="_blank" rel="noopener noreferrer">
                    {setting.text("ui.keep.book")}
                </a>
            }
            if let Some((href, words)) = phone {
                <a class="button" part="button booking" {href}>{words}</a>
            }
        </p>
    }
}
