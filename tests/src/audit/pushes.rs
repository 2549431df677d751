//! Where a day that is not open pushes to.

use serde_json::Value;

use super::calendar::{Day, date, weekday};
use super::rules::{Rules, list};

impl Rules<'_> {
    /// The day to which a reason pushes from a day that is not open: the day after it, or after its range.
    pub fn push(&self, id: Option<&str>, at: Day, reason: &Value) -> Result<Day, String> {
        let code = reason["code"].as_str().ok_or("no code")?;
        let ranges = match code {
            "closed_date" if self.is_closed_date(at) => &self.protocol["calendar"]["closed"],
            "blocked_date" if self.is_blocked_date(at) => &self.request["cannot_come"]["ranges"],
            "closed_weekday" | "blocked_weekday" | "modality_day" => {
                let holds = match code {
                    "closed_weekday" => self.is_closed_weekday(at),
                    "blocked_weekday" => self.is_blocked_weekday(at),
                    _ => !self.does(id, at) && reason["modality"] == *id.unwrap_or_default(),
                };
                let right = holds && reason["weekday"] == weekday(at);
                return if right { Ok(at + 1) } else { Err("it is open on that weekday".to_owned()) };
            }
            _ => return Err("it is open on that date".to_owned()),
        };
        if date(&reason["date"]) != Some(at) {
            return Err("it is about another date".to_owned());
        }
        let around = |range: &&Value| date(&range["from"]) <= Some(at) && Some(at) <= date(&range["to"]);
        let last = list(ranges).iter().filter(around).filter_map(|range| date(&range["to"])).max();
        let after = last.ok_or("no such range")? + 1;
        // A day inside the range that suits after all ends the push.
        let excepted = (at..after).find(|day| code == "blocked_date" && self.is_excepted(*day));
        Ok(excepted.unwrap_or(after))
    }
}
