//! Every way of dating a small world, tried one by one: slow, plain, and nothing of the engine in it.

use crate::small::{Series, World};

/// One way of dating a small world: the consultation's day, and the days of the base and of the extra.
#[derive(Clone, Debug)]
pub struct Dates {
    /// Where it is still to come.
    pub consult: Option<i32>,
    pub base: Vec<i32>,
    pub extra: Vec<i32>,
}

/// The best objective vector with its dates, for one way of leaving room before the event.
pub fn best(world: &World) -> Option<Vec<i64>> {
    let best = |spare: i32| {
        let mut best: Option<Vec<i64>> = None;
        every(world, spare, &mut |dates| {
            let vector = vector(world, dates);
            if best.as_ref().is_none_or(|best| vector < *best) {
                best = Some(vector);
            }
        });
        best
    };
    match world.event {
        Some(_) => best(world.spare).or_else(|| best(0)),
        None => best(0),
    }
}

/// Whether a small world has dates at all.
pub fn fits(world: &World) -> bool {
    let mut found = false;
    every(world, 0, &mut |_| found = true);
    found
}

/// Every way of dating a small world.
pub fn every(world: &World, spare: i32, found: &mut dyn FnMut(&Dates)) {
    let extras = match &world.extra {
        Some((extra, _)) => courses(world, extra, extra.sessions, spare),
        None => vec![Vec::new()],
    };
    for base in courses(world, &world.base, world.base_left(), spare) {
        if !begins(world, &base) || !whole(world, &base) {
            continue;
        }
        for extra in extras.iter().filter(|extra| apart(world, &base, extra)) {
            let consults: Vec<Option<i32>> = if world.is_consulted() {
                vec![None]
            } else {
                (0..=world.last).filter(|day| open(world, *day)).map(Some).collect()
            };
            for consult in consults {
                let dates = Dates { consult, base: base.clone(), extra: extra.clone() };
                if consulted(world, &dates) && months(world, &dates) && pinned(world, &dates) {
                    found(&dates);
                }
            }
        }
    }
}

/// Whether dates keep every rule of a small world.
pub fn keeps(world: &World, dates: &Dates, spare: i32) -> bool {
    let course = |series: &Series, days: &Vec<i32>| {
        let gaps = days.windows(2).map(|pair| pair[1] - pair[0]);
        days.iter().all(|day| may(world, series, *day, spare))
            && gaps.into_iter().all(|gap| gap >= series.min && series.max.is_none_or(|max| gap <= max))
    };
    dates.consult.is_none_or(|consult| open(world, consult))
        && course(&world.base, &dates.base)
        && begins(world, &dates.base)
        && whole(world, &dates.base)
        && world.extra.as_ref().is_none_or(|(extra, _)| course(extra, &dates.extra))
        && apart(world, &dates.base, &dates.extra)
        && consulted(world, dates)
        && months(world, dates)
}

/// Whether every visit that is put on a day, and is still to come, is on it.
pub fn pinned(world: &World, dates: &Dates) -> bool {
    let done = i32::from(world.past.is_some());
    world.pins.iter().all(|(visit, day)| {
        let on = match visit {
            None => dates.consult,
            Some(("base", number)) => place(&dates.base, number - done),
            Some((_, number)) => place(&dates.extra, *number),
        };
        on.is_none_or(|on| on == *day)
    })
}

/// The day of the session of a number, counted from 1.
fn place(days: &[i32], number: i32) -> Option<i32> {
    days.get(usize::try_from(number - 1).ok()?).copied()
}

fn consulted(world: &World, dates: &Dates) -> bool {
    let first = dates.base.iter().chain(&dates.extra).min().copied().unwrap_or(0);
    let consult = dates.consult.unwrap_or(-world.consulted.unwrap_or(0));
    let begun = dates.consult.is_none() && world.past.is_some();
    consult < first
        && consult + world.wait <= first
        && world.valid_for.is_none_or(|days| begun || first <= consult + days)
}

/// Whether the base keeps its interval from the session that was had.
fn begins(world: &World, base: &[i32]) -> bool {
    world.past.zip(base.first()).is_none_or(|(past, first)| *first >= world.base.min - past)
}

/// Whether the base keeps the interval from its first session to its third; a most does not bind from one that was had.
fn whole(world: &World, base: &[i32]) -> bool {
    let Some((min, max)) = world.whole() else { return true };
    match (world.past, base) {
        (Some(past), [_, third]) => *third >= min - past,
        (None, [first, _, third]) => third - first >= min && max.is_none_or(|max| third - first <= max),
        _ => true,
    }
}

/// Whether a day may hold a visit.
pub fn is_open(world: &World, day: i32) -> bool {
    open(world, day)
}

fn may(world: &World, series: &Series, day: i32, spare: i32) -> bool {
    open(world, day) && world.event.is_none_or(|event| day + series.downtime + world.buffer + spare < event)
}

fn open(world: &World, day: i32) -> bool {
    let weekday = engine::Weekday::ALL.iter().position(|weekday| *weekday == world.date(day).weekday());
    day >= world.lead
        && world.start.is_none_or(|start| day >= start)
        && day <= world.last
        && (world.freed == Some(day)
            || !world.closed.contains(&day)
                && !world.blocked.contains(&day)
                && weekday.is_some_and(|weekday| !world.closed_weekdays.contains(&weekday)))
}

/// Every way of placing the sessions of one series.
fn courses(world: &World, series: &Series, count: i32, spare: i32) -> Vec<Vec<i32>> {
    let mut found = vec![Vec::new()];
    for _ in 0..count {
        let mut longer = Vec::new();
        for course in &found {
            for day in (0..=world.last).filter(|day| may(world, series, *day, spare)) {
                let gap = course.last().map(|last: &i32| day - last);
                if gap.is_none_or(|gap| gap >= series.min && series.max.is_none_or(|max| gap <= max)) {
                    longer.push(course.iter().copied().chain([day]).collect());
                }
            }
        }
        found = longer;
    }
    found
}

fn apart(world: &World, base: &[i32], extra: &[i32]) -> bool {
    let Some((_, rule)) = &world.extra else { return true };
    let past = world.past.is_none_or(|past| extra.iter().all(|day| *day >= rule.base_then_extra - past));
    past && base.iter().all(|a| {
        extra.iter().all(|b| match b - a {
            0 => rule.same_day,
            gap if gap > 0 => gap >= rule.base_then_extra,
            gap => -gap >= rule.extra_then_base,
        })
    })
}

fn visits(dates: &Dates) -> Vec<i32> {
    let mut days: Vec<i32> = dates.base.iter().chain(&dates.extra).copied().chain(dates.consult).collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn months(world: &World, dates: &Dates) -> bool {
    let Some(cap) = world.cap else { return true };
    let month = |day: &i32| (world.date(*day).year(), world.date(*day).month());
    let days = visits(dates);
    days.iter().all(|day| days.iter().filter(|other| month(other) == month(day)).count() <= usize::from(cap))
}

fn vector(world: &World, dates: &Dates) -> Vec<i64> {
    let Dates { base, extra, .. } = dates;
    let off = |series: &Series, days: &[i32]| -> i64 {
        let rec = series.rec;
        days.windows(2).map(|pair| rec.map_or(0, |rec| i64::from((pair[1] - pair[0] - rec).abs()))).sum()
    };
    let mut g = off(&world.base, base);
    if let (Some(past), Some(first), Some(rec)) = (world.past, base.first(), world.base.rec) {
        g += i64::from((first + past - rec).abs());
    }
    let mut overlap = around(world, &world.base, base);
    if let Some((series, _)) = &world.extra {
        g += off(series, extra);
        overlap += around(world, series, extra);
    }
    let days = visits(dates);
    let last = i64::from(base.iter().chain(extra).max().copied().unwrap_or(0));
    let first = i64::from(base.iter().chain(extra).min().copied().unwrap_or(0));
    let v = i64::try_from(days.len()).unwrap_or(0);
    let mut vector = match world.priority {
        "soonest" => vec![last, g, v],
        "fewest_visits" => vec![v, g, last],
        "event" if world.event.is_some() => vec![-overlap, g, v, -first],
        _ => vec![g, last, v],
    };
    vector.extend(days.iter().map(|day| i64::from(*day)));
    vector
}

/// Days within 14 of the event with the change there even at worst.
fn around(world: &World, series: &Series, days: &[i32]) -> i64 {
    let (Some(event), Some(first), Some(last)) = (world.event, days.first(), days.last()) else { return 0 };
    let there = |day: &i32| *day >= first + series.onset && *day <= last + series.fade;
    i64::try_from((event - 14..=event + 14).filter(there).count()).unwrap_or(0)
}
