//! Whether the visits of an option keep every rule.

use serde_json::Value;

use super::calendar::{Day, add, later, month, written};
use super::dated::Dated;
use super::rules::{HORIZON, Rules, Track, list};

/// Whether the visits of an option keep every rule; one that has no dates for want of a number keeps them all.
///
/// # Errors
/// The first rule that is not kept, in words.
pub fn schedule(protocol: &Value, request: &Value, option: &Value) -> Result<(), String> {
    let rules = Rules::new(protocol, request, option["id"].as_str().ok_or("no id")?)?;
    if list(&option["visits"]).is_empty() && !list(&option["undated"]).is_empty() {
        return Ok(());
    }
    let dated = Dated::read(option)?;
    for session in list(&option["visits"]).iter().flat_map(|visit| list(&visit["sessions"])) {
        let track = rules.track(session["modality"].as_str().unwrap_or_default())?;
        if session["of"] != rules.planned(track) {
            return Err(format!("{session} is not of as many"));
        }
    }
    if !dated.visits.is_sorted_by(|a, b| a.day < b.day) {
        return Err("the visits are not in order".to_owned());
    }
    for visit in &dated.visits {
        for (place, (first, _)) in visit.sessions.iter().enumerate() {
            if let Some((then, _)) =
                visit.sessions[place + 1..].iter().find(|(then, _)| !rules.may_follow(first, then))
            {
                return Err(format!("{then} after {first} on {}", written(visit.day)));
            }
        }
    }
    pins(&rules, &dated)?;
    keeps(&rules, &dated)
}

/// Whether every visit that the person has put on a day is on it.
fn pins(rules: &Rules, dated: &Dated) -> Result<(), String> {
    for visit in &dated.visits {
        let consultation = visit.sessions.is_empty().then_some((None, 0)).into_iter();
        let sessions = visit.sessions.iter().map(|(id, number)| (Some(id.clone()), *number));
        if let Some(pin) =
            consultation.chain(sessions).find_map(|held| rules.pin(&held).filter(|pin| *pin != visit.day))
        {
            return Err(format!("{} is not on {}", written(visit.day), written(pin)));
        }
    }
    Ok(())
}

/// Whether these visits keep every rule.
pub fn keeps(rules: &Rules, dated: &Dated) -> Result<(), String> {
    for visit in &dated.visits {
        let ids = visit.sessions.iter().map(|(id, _)| Some(id.as_str()));
        let closed = ids.chain([None]).find(|id| !rules.is_open(*id, visit.day));
        if closed.is_some() || !(rules.start()..=rules.today + HORIZON).contains(&visit.day) {
            return Err(format!("{} is not open for {closed:?}", written(visit.day)));
        }
        visit.sessions.iter().try_for_each(|(id, _)| rules.track(id).map(|_| ()))?;
    }
    consultation(rules, dated)?;
    for track in &rules.tracks {
        numbers(rules, dated, track)?;
        intervals(rules, dated, track)?;
        ready(rules, dated, track)?;
        apart(rules, dated, track)?;
    }
    months(rules, dated)
}

fn consultation(rules: &Rules, dated: &Dated) -> Result<(), String> {
    let consult = dated.consult(rules)?;
    let Some(first) = dated.first_session() else { return Ok(()) };
    let ready = rules.after_consultation(consult).max(rules.after_patch_test(consult).unwrap_or(consult));
    let begun = rules.consulted().is_some() && rules.has_begun();
    let over = rules.valid_to(consult).is_some_and(|last| first > last) && !begun;
    if first < ready || over {
        return Err(format!("{} is too soon or too late after the consultation", written(first)));
    }
    Ok(())
}

fn numbers(rules: &Rules, dated: &Dated, track: &Track) -> Result<(), String> {
    let sessions = dated.visits.iter().flat_map(|visit| &visit.sessions);
    let mut found: Vec<u64> = sessions.filter(|(id, _)| id == track.id).map(|(_, number)| *number).collect();
    found.sort_unstable();
    let due = if track.is_home() { 0 } else { rules.planned(track) };
    match found.into_iter().eq(rules.past(track).counted.len() as u64 + 1..=due) {
        true => Ok(()),
        false => Err(format!("not every session of {} is there once", track.id)),
    }
}

fn intervals<'a>(rules: &Rules<'a>, dated: &Dated, track: &Track<'a>) -> Result<(), String> {
    let (past, days) = (rules.past(track), dated.days(track.id));
    let of = |number: u64| {
        let place = usize::try_from(number).ok()?.checked_sub(1)?;
        let to_come = place.checked_sub(past.counted.len()).and_then(|place| days.get(place));
        past.counted.get(place).or(to_come).copied()
    };
    let done = past.counted.len() as u64;
    for (number, day) in (done + 1..).zip(&days) {
        let mut from = track.other_intervals(number);
        from.push((number - 1, rules.interval(track, number)));
        for (start, interval) in from {
            // The next session is spaced from the last that was had, whether that counts or not.
            let had = start <= done;
            let start = if number == done + 1 && start == done { past.last } else { of(start) };
            let Some(start) = start else { continue };
            // The longest interval does not bind from what was had.
            let late = interval.max.filter(|_| !had).is_some_and(|max| add(start, max) < Ok(*day));
            if *day < later(start, interval.min) || late {
                return Err(format!(
                    "session {number} of {} on {} breaks an interval",
                    track.id,
                    written(*day)
                ));
            }
        }
    }
    Ok(())
}

/// Delays before a track, and the event after it.
fn ready(rules: &Rules, dated: &Dated, track: &Track) -> Result<(), String> {
    let spare = if dated.is_spared { rules.spare() } else { 0 };
    let recovered = track.downtime() + rules.buffer() + spare;
    for day in dated.days(track.id) {
        if let Some((because, _)) = rules.delays(track).iter().find(|(_, to)| *to > day) {
            return Err(format!("{} of {} is too soon after {because}", written(day), track.id));
        }
        if rules.event().is_some_and(|event| day + recovered >= event) {
            return Err(format!("{} of {} is too near the event", written(day), track.id));
        }
    }
    Ok(())
}

/// How a track keeps from the others.
fn apart(rules: &Rules, dated: &Dated, track: &Track) -> Result<(), String> {
    let others = rules.tracks.iter().map(|other| other.id).filter(|other| *other != track.id);
    if let Some(other) = others.clone().find(|other| !rules.has_pair(other, track.id)) {
        return Err(format!("no rule for {other} with {}", track.id));
    }
    let had = list(&rules.request["past"]).iter().filter_map(|past| past["modality"].as_str());
    // What was had, and no rule speaks of, is a caution of the plan.
    for other in others.chain(had).filter(|other| rules.has_pair(other, track.id)) {
        let planned = dated.days(other).into_iter().map(|day| (day, rules.may_share(other, track.id)));
        let had = rules.days_had(other).into_iter().map(|day| (day, rules.may_follow(other, track.id)));
        for (from, may_share) in planned.chain(had) {
            let min = rules.spacing(other, track.id);
            let clashes = |day: &Day| match day - from {
                0 => !may_share,
                gap => gap > 0 && min.is_some() && *day < later(from, min),
            };
            if let Some(day) = dated.days(track.id).into_iter().find(clashes) {
                return Err(format!("{} of {} is too near {other}", written(day), track.id));
            }
        }
    }
    Ok(())
}

fn months(rules: &Rules, dated: &Dated) -> Result<(), String> {
    let mut days: Vec<Day> = dated.visits.iter().map(|visit| visit.day).collect();
    days.sort_unstable();
    days.dedup();
    let full = |day: &Day| {
        let count = days.iter().filter(|other| month(**other) == month(*day)).count() as u64;
        rules.cap().is_some_and(|cap| count > cap)
    };
    days.iter()
        .find(|day| full(day))
        .map_or(Ok(()), |day| Err(format!("the month of {} is full", written(*day))))
}
