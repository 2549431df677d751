//! What is not offered, and why.

use engine::{Plan, Rejected, Rejection};
use export::Value;
use yew::prelude::*;

use crate::setting::Setting;

/// What was ruled out, folded: the plan above is what was asked for.
pub(super) fn ruled_out(setting: &Setting, plan: &Plan) -> Html {
    if plan.rejected.is_empty() {
        return Html::default();
    }
    let count = i64::try_from(plan.rejected.len()).unwrap_or(0);
    html! {
        <section class="block" aria-labelledby="planner-ruled-out">
            <h3 class="title" id="planner-ruled-out">{setting.text("ui.ruled_out.title")}</h3>
            <details class="disclosure">
                <summary>{setting.say("ui.ruled_out.count", &[("count", Value::from(count))])}</summary>
                { list(setting, &plan.rejected) }
            </details>
        </section>
    }
}

/// The same, open: where nothing may be planned, this is the answer.
pub(super) fn closed(setting: &Setting, plan: &Plan) -> Html {
    html! { <div class="panel is-warning" part="notice">{ list(setting, &plan.rejected) }</div> }
}

/// Options with one reason are named together.
fn list(setting: &Setting, rejected: &[Rejected]) -> Html {
    let voice = setting.voice();
    let mut groups: Vec<(&Rejection, Vec<String>)> = Vec::new();
    for Rejected { option, reason } in rejected {
        let name = voice.option_id(option);
        match groups.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, names)) => names.push(name),
            None => groups.push((reason, vec![name])),
        }
    }
    html! {
        <dl class="ruled-out">
            { for groups.into_iter().map(|(reason, names)| html! {
                <>
                    <dt>{names.join(" · ")}</dt>
                    <dd>
                        {voice.rejection(reason)}
                        if let Some(date) = dated(setting, reason) {
                            {" "}<span class="muted">{date}</span>
                        }
                    </dd>
                </>
            }) }
        </dl>
    }
}

/// The date of the fact behind a closed route.
fn dated(setting: &Setting, reason: &Rejection) -> Option<String> {
    let (Rejection::RouteBarred { notice, .. } | Rejection::NotAttested { notice, .. }) = reason else {
        return None;
    };
    let listed = setting.pack.notices.iter().find(|known| Some(&known.id) == notice.as_ref());
    let date = listed.and_then(|notice| notice.date.clone())?;
    let said = match date.parse() {
        Ok(date) => setting.speech.date(date, export::DateStyle::Long),
        Err(_) => date,
    };
    Some(format!("({said})"))
}
