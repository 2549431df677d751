//! Days that don't suit: of every week, and from one date to another.

use engine::Weekday;
use yew::prelude::*;

use super::QuestionProps;
use super::date_entry::DateEntry;
use crate::controls::{button, remove, tick};
use crate::draft::{DateDraft, DateField};
use crate::msg::Msg;

/// The question about days that don't suit.
#[component]
pub fn DaysAway(QuestionProps { setting, model, send }: &QuestionProps) -> Html {
    let away = &model.answers.cannot_come;
    let entry = |field: DateField| {
        html! { <DateEntry setting={setting.clone()} model={model.clone()} {field} send={send.clone()} /> }
    };
    // What is being written, or is wrong, must not be folded away.
    let is_begun = |field| *model.drafts.of(field) != DateDraft::default();
    let is_writing = is_begun(DateField::AwayFrom) || is_begun(DateField::AwayTo);
    html! {
        <>
            <fieldset class="fieldset">
                <legend class="legend">{setting.text("ui.away.weekdays")}</legend>
                <div class="tiles weekdays">
                    { for Weekday::ALL.iter().map(|weekday| {
                        let label = setting.speech.weekday(*weekday);
                        tick(away.weekdays.contains(weekday), false, label, send, Msg::WeekdayToggled(*weekday))
                    }) }
                </div>
            </fieldset>
            <fieldset class="fieldset">
                <legend class="legend" id="planner-away" tabindex="-1">{setting.text("ui.away.ranges")}</legend>
                <p class="hint">{setting.text("ui.away.hint")}</p>
                if !away.ranges.is_empty() {
                    <ul class="kept">
                        { for away.ranges.iter().enumerate().map(|(index, range)| {
                            let dates = setting.speech.date_range(range.from, range.to);
                            html! {
                                <li key={dates.clone()}>
                                    <span>{dates.clone()}</span>
                                    { remove(setting, &dates, send, Msg::RangeRemoved(index)) }
                                </li>
                            }
                        }) }
                    </ul>
                }
                <details class="disclosure" open={is_writing}>
                    <summary>{setting.text("ui.away.more")}</summary>
                    <div class="nested">
                        { entry(DateField::AwayFrom) }
                        { entry(DateField::AwayTo) }
                        { button(setting.text("ui.away.add"), send, Msg::RangeAdded) }
                    </div>
                </details>
            </fieldset>
        </>
    }
}
