//! Why a visit is on its day: the rule that binds it, and what pushed it on from there.

use engine::{Reason, Visit};
use export::Value;
use yew::prelude::*;

use crate::setting::Setting;
use crate::timeline::window;

/// Whether a reason only moves a date that another reason has set.
fn is_push(reason: &Reason) -> bool {
    use Reason::{BlockedDate, BlockedWeekday, ClosedDate, ClosedWeekday, ModalityDay, MonthCap};
    matches!(
        reason,
        ClosedWeekday { .. }
            | ClosedDate { .. }
            | ModalityDay { .. }
            | BlockedWeekday { .. }
            | BlockedDate { .. }
            | MonthCap { .. }
    )
}

/// The end of the chain that explains the date by itself: the last rule, and the pushes after it.
pub(crate) fn binding(visit: &Visit) -> &[Reason] {
    let last_rule = visit.why.iter().rposition(|reason| !is_push(reason)).unwrap_or(0);
    visit.why.get(last_rule..).unwrap_or_default()
}

/// Why this day, how far it can move, and the whole chain behind it.
pub(super) fn why(setting: &Setting, visit: &Visit) -> Html {
    let voice = setting.voice();
    let said = |reasons: &[Reason]| reasons.iter().map(|reason| voice.reason(reason)).collect::<Vec<_>>();
    let binding = binding(visit);
    let hidden = visit.why.len() - binding.len();
    html! {
        <div class="visit-why">
            <p>
                <strong>{setting.text("ui.visit.why")}</strong>{" "}{said(binding).join(" ")}
            </p>
            <p class="muted">{window(setting, visit)}</p>
            if hidden > 0 {
                <details class="disclosure">
                    <summary>{setting.say("ui.visit.chain", &[("count", Value::from(visit.why.len() as i64))])}</summary>
                    <ol class="chain">{ for said(&visit.why).into_iter().map(|reason| html! { <li>{reason}</li> }) }</ol>
                </details>
            }
        </div>
    }
}
