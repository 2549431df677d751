//! Days that don't suit: of every week, and from one date to another.

use engine::Weekday;

use super::Question;
use super::date_entry::date_entry;
use crate::controls::{button, disclosure, fieldset, hint, remove, tick};
use crate::draft::{DateDraft, DateField};
use crate::markup::{Tag, group, tag};
use crate::msg::Msg;

/// The question about days that don't suit.
pub(super) fn days_away(asked: Question) -> Tag {
    let Question { setting, model, send } = asked;
    let away = &model.answers.cannot_come;
    let weekdays = tag("div").class("tiles weekdays").each(Weekday::ALL, |weekday| {
        let label = setting.speech.weekday(weekday);
        tick(away.weekdays.contains(&weekday), false, label, send, Msg::WeekdayToggled(weekday))
    });
    let kept = (!away.ranges.is_empty()).then(|| {
        tag("ul").class("kept").each(away.ranges.iter().enumerate(), |(index, range)| {
            let dates = setting.speech.date_range(range.from, range.to);
            let remove = remove(setting, &dates, send, Msg::RangeRemoved(index));
            tag("li").key(&dates).with(tag("span").with(dates)).with(remove)
        })
    });
    // What is being written, or is wrong, must not be folded away.
    let is_begun = |field| *model.drafts.of(field) != DateDraft::default();
    let is_writing = is_begun(DateField::AwayFrom) || is_begun(DateField::AwayTo);
    let more = tag("div")
        .class("nested")
        .with(date_entry(asked, DateField::AwayFrom))
        .with(date_entry(asked, DateField::AwayTo))
        .with(button(setting.text("ui.away.add"), send, Msg::RangeAdded));
    let legend = tag("legend")
        .class("legend")
        .set("id", "planner-away")
        .set("tabindex", "-1")
        .says(setting, "ui.away.ranges");
    let ranges = tag("fieldset")
        .class("fieldset")
        .with(legend)
        .with(hint(setting, "ui.away.hint"))
        .with(kept)
        .with(disclosure(setting.text("ui.away.more")).set_if(is_writing, "open").with(more));
    group().with(fieldset(setting.text("ui.away.weekdays")).with(weekdays)).with(ranges)
}
