//! One visit: its date, its clock, why this day, how far it can move, what to do afterwards.

use std::rc::Rc;

use engine::{Plan, Visit};
use export::{DateStyle, Value};
use yew::prelude::*;

use super::{clock_bar, why};
use crate::setting::Setting;
use crate::timeline::name;

/// Properties of [`VisitCard`].
#[derive(Properties, PartialEq)]
pub struct VisitCardProps {
    /// What is spoken from.
    pub setting: Rc<Setting>,
    /// The plan.
    pub plan: Rc<Plan>,
    /// Which of its options.
    pub index: usize,
    /// Which of its visits.
    pub visit: usize,
}

/// One visit.
#[component]
pub fn VisitCard(VisitCardProps { setting, plan, index, visit }: &VisitCardProps) -> Html {
    let Some(visit) = plan.options.get(*index).and_then(|choice| choice.visits.get(*visit)) else {
        return Html::default();
    };
    let year = (visit.date.year() != plan.today.year()).then(|| visit.date.year().to_string());
    html! {
        <li class="visit" part="visit">
            <div class="visit-head">
                <p class="visit-name">{name(setting, visit)}</p>
                <h4 class="visit-date">
                    {setting.speech.date(visit.date, DateStyle::Day)}
                    if let Some(year) = year {
                        {" "}<span class="visit-year">{year}</span>
                    }
                </h4>
                { times(setting, visit) }
            </div>
            { clock_bar::clock(setting, &visit.clock) }
            <div class="visit-reasons">
                { why::why(setting, visit) }
                { aftercare(setting, visit) }
            </div>
        </li>
    }
}

fn times(setting: &Setting, visit: &Visit) -> Html {
    let clock = &visit.clock;
    let Some(arrive) = clock.arrive else { return Html::default() };
    let said = match clock.done {
        Some(done) => {
            let values = [("arrive", Value::from(arrive)), ("done", done.hi.into())];
            setting.say("ui.visit.times", &values)
        }
        None => setting.say("ui.visit.arrive", &[("arrive", arrive.into())]),
    };
    html! { <p class="visit-times">{said}</p> }
}

fn aftercare(setting: &Setting, visit: &Visit) -> Html {
    let modalities = visit.sessions.iter().filter_map(|session| setting.protocol.modality(&session.modality));
    let mut items: Vec<String> = Vec::new();
    for care in modalities.flat_map(|modality| &modality.aftercare) {
        let what = setting.voice().aftercare(&care.id);
        let lasts = care.lasts.as_ref().map(|lasts| setting.voice().days(lasts.value.days()));
        let said = match lasts {
            Some(length) => {
                setting.say("ui.visit.care_for", &[("what", Value::from(&what)), ("length", length.into())])
            }
            None => what,
        };
        if !items.contains(&said) {
            items.push(said);
        }
    }
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <details class="disclosure">
            <summary>{setting.text("ui.visit.aftercare")}</summary>
            <ul class="list small">{ for items.into_iter().map(|item| html! { <li>{item}</li> }) }</ul>
        </details>
    }
}
