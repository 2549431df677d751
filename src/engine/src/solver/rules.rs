//! Whether complete dates keep every rule: the rules once more, said plainly and apart from the search.

use crate::solver::instance::{From, Gap, Instance, Visit};
use crate::solver::solution::Solution;

/// Whether these dates keep every rule of the instance.
pub(crate) fn holds(instance: &Instance, solution: &Solution) -> bool {
    consultation_holds(instance, solution)
        && (0..instance.lines.len()).all(|line| line_holds(instance, solution, line))
        && lines_keep_apart(instance, solution)
        && months_have_room(instance, solution)
}

fn consultation_holds(instance: &Instance, solution: &Solution) -> bool {
    let first = solution.sessions.iter().flatten().min();
    match (first, instance.consult.had) {
        (Some(first), _) => instance.may_consult(solution.consult, *first),
        (None, Some(had)) => solution.consult == had,
        (None, None) => instance.may(Visit::Consultation, solution.consult),
    }
}

fn line_holds(instance: &Instance, solution: &Solution, index: usize) -> bool {
    let (line, days) = (&instance.lines[index], &solution.sessions[index]);
    let mut placed = days.iter().enumerate();
    let open = placed.all(|(place, day)| instance.may(Visit::Session(index, place), *day));
    let after_past = match (line.before, days.first()) {
        (Some(before), Some(first)) => *first >= instance.after(line.gaps[0].min, before).max(before + 1),
        _ => true,
    };
    let gaps = days.windows(2).zip(&line.gaps[1..]).all(|(pair, gap)| keeps(instance, gap, pair[0], pair[1]));
    let anchors = line.anchors.iter().all(|anchor| match anchor.from {
        From::Session(from) => keeps(instance, &anchor.gap, days[from], days[anchor.to]),
        From::Day { day, .. } => days[anchor.to] >= instance.after(anchor.gap.min, day),
    });
    open && after_past && gaps && anchors
}

fn keeps(instance: &Instance, gap: &Gap, from: i32, to: i32) -> bool {
    to > from
        && to >= instance.after(gap.min, from)
        && gap.max.is_none_or(|max| to <= instance.after(max, from))
}

fn lines_keep_apart(instance: &Instance, solution: &Solution) -> bool {
    let lines = 0..instance.lines.len();
    lines.clone().all(|a| {
        lines.clone().filter(|b| *b != a).all(|b| {
            let rule = instance.apart[a][b];
            let earlier = solution.sessions[a].iter().copied().chain(instance.lines[a].before);
            earlier.into_iter().all(|from| {
                solution.sessions[b].iter().all(|to| match to - from {
                    0 => rule.same_day,
                    gap if gap > 0 => rule.min.is_none_or(|min| *to >= instance.after(min, from)),
                    _ => true,
                })
            })
        })
    })
}

fn months_have_room(instance: &Instance, solution: &Solution) -> bool {
    let Some(cap) = instance.month_cap else { return true };
    let months: Vec<i32> = instance
        .visit_days(solution.consult, &solution.sessions)
        .into_iter()
        .map(|day| instance.month(day))
        .collect();
    months.iter().all(|month| months.iter().filter(|other| *other == month).count() <= usize::from(cap))
}
