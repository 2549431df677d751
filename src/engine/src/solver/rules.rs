//! Whether complete dates keep every rule: the rules once more, said plainly and apart from the search.

use crate::solver::instance::Instance;
use crate::solver::search::Solution;

/// Whether these dates keep every rule of the instance.
pub(crate) fn holds(instance: &Instance, solution: &Solution) -> bool {
    consultation_holds(instance, solution)
        && (0..instance.lines.len()).all(|line| line_holds(instance, solution, line))
        && lines_keep_apart(instance, solution)
        && months_have_room(instance, solution)
}

fn consultation_holds(instance: &Instance, solution: &Solution) -> bool {
    let first = solution.sessions.iter().flatten().min();
    match first {
        Some(first) => solution.consult >= 0 && instance.may_consult(solution.consult, *first),
        None => instance.consult.open.get(solution.consult as usize) == Some(&true),
    }
}

fn line_holds(instance: &Instance, solution: &Solution, index: usize) -> bool {
    let (line, days) = (&instance.lines[index], &solution.sessions[index]);
    let open =
        days.iter().all(|day| usize::try_from(*day).is_ok_and(|day| line.open.get(day) == Some(&true)));
    let after_past = match (line.before, days.first()) {
        (Some(before), Some(first)) => *first >= instance.after(line.min, before).max(before + 1),
        _ => true,
    };
    let gaps = days.windows(2).all(|pair| {
        let (from, to) = (pair[0], pair[1]);
        to > from
            && to >= instance.after(line.min, from)
            && line.max.is_none_or(|max| to <= instance.after(max, from))
    });
    open && after_past && gaps
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
    let months: Vec<i32> = solution.days().into_iter().map(|day| instance.month(day)).collect();
    months.iter().all(|month| months.iter().filter(|other| *other == month).count() <= usize::from(cap))
}
