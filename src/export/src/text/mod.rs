//! A plan as plain text that a person can read: 80 columns, no colour.

mod closing;
mod compare;
mod conflict;
mod explain;
mod missed;
mod option;
mod page;
mod visit;

use engine::{Plan, Status};

use crate::voice::Voice;
pub use missed::replanned;
use page::Page;

/// How much a page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Detail {
    Summary,
    Everything,
}

/// A plan as plain text: the best option in full, then side by side with the others and with doing nothing.
pub fn text(plan: &Plan, voice: &Voice<'_>) -> String {
    written(plan, voice, Detail::Summary)
}

/// The same, and why no other dates are better: the objective of each option, and its visits with every reason.
pub fn explained(plan: &Plan, voice: &Voice<'_>) -> String {
    written(plan, voice, Detail::Everything)
}

fn written(plan: &Plan, voice: &Voice<'_>, detail: Detail) -> String {
    let mut page = Page::default();
    put(&mut page, plan, voice, detail);
    page.finish()
}

fn put(page: &mut Page, plan: &Plan, voice: &Voice<'_>, detail: Detail) {
    // Where nothing fits, an option may still be shown without dates.
    let fits = !matches!(plan.status, Status::Blocked | Status::Infeasible);
    if !fits || plan.options.is_empty() {
        page.text(0, &voice.no_dates(plan));
        conflict::write(page, plan, voice);
        page.gap();
    }
    if let Some(choice) = plan.options.first() {
        page.text(0, &format!("{}.", voice.headline(plan, choice)));
        if choice.undated.is_empty() {
            page.text(0, &format!("{}.", voice.option(choice)));
            page.gap();
            page.text(0, &voice.status(plan.status));
        }
        option::write(page, plan, choice, voice, detail);
        compare::write(page, plan, voice);
        conflict::unmet(page, plan, voice);
        if fits {
            conflict::at_home_only(page, plan, voice);
        }
        if detail == Detail::Everything {
            explain::others(page, plan, voice);
        }
    }
    closing::write(page, plan, voice);
}
