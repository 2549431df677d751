//! Whether a visit alone can move as far as its window says, and no further.

use serde_json::Value;

use super::calendar::{Day, date, written};
use super::dated::Dated;
use super::rules::{HORIZON, Rules, list};
use super::schedule::keeps;

/// Whether every visit of an option can move to both ends of its window, and not to the next open day beyond.
///
/// # Errors
/// The first window that is wrong, in words.
pub fn windows(protocol: &Value, request: &Value, option: &Value) -> Result<(), String> {
    let rules = Rules::new(protocol, request, option["id"].as_str().ok_or("no id")?)?;
    let dated = Dated::read(option)?;
    for (place, (visit, held)) in list(&option["visits"]).iter().zip(&dated.visits).enumerate() {
        let moved = |to: Day| {
            let mut moved = dated.clone();
            moved.visits[place].day = to;
            keeps(&rules, &moved)
        };
        let open = |day: &Day| {
            let mut ids = held.sessions.iter().map(|(id, _)| Some(id.as_str())).chain([None]);
            ids.all(|id| rules.is_open(id, *day))
        };
        let window = &visit["window"];
        let ends = date(&window["earliest"]).zip(date(&window["latest"]));
        let (earliest, latest) = ends.ok_or("a window without ends")?;
        for end in [earliest, latest] {
            moved(end)
                .map_err(|why| format!("{} can't move to {}: {why}", written(held.day), written(end)))?;
        }
        let before = (rules.start()..earliest).rev().find(open);
        let after = (latest + 1..=rules.today + HORIZON).find(open);
        for beyond in before.into_iter().chain(after) {
            if moved(beyond).is_ok() {
                return Err(format!("{} can move to {} as well", written(held.day), written(beyond)));
            }
        }
        if !(earliest..=latest).contains(&held.day) {
            return Err(format!("{} is outside its window", written(held.day)));
        }
    }
    Ok(())
}
