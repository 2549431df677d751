//! The visits of an option with their days.

use serde_json::Value;

use super::calendar::{Day, date};
use super::rules::{Rules, list};

/// The visits of an option, whatever their order.
#[derive(Clone)]
pub struct Dated {
    pub visits: Vec<Visit>,
    /// Whether days are kept free before the event for a missed visit.
    pub is_spared: bool,
}

/// One visit: its day, and its sessions by modality and number.
#[derive(Clone)]
pub struct Visit {
    pub day: Day,
    pub sessions: Vec<(String, u64)>,
}

impl Dated {
    pub fn read(option: &Value) -> Result<Dated, String> {
        let session =
            |session: &Value| Some((session["modality"].as_str()?.to_owned(), session["number"].as_u64()?));
        let visit = |visit: &Value| {
            let sessions = list(&visit["sessions"]).iter().map(session).collect::<Option<_>>()?;
            Some(Visit { day: date(&visit["date"])?, sessions })
        };
        let visits = list(&option["visits"]).iter().map(visit).collect::<Option<_>>().ok_or("no visits")?;
        let is_spared = list(&option["cautions"]).iter().all(|caution| caution["code"] != "no_spare_days");
        Ok(Dated { visits, is_spared })
    }

    /// The consultation's day: of the visit without sessions, or when it was had.
    pub fn consult(&self, rules: &Rules) -> Result<Day, String> {
        let mut ahead = self.visits.iter().filter(|visit| visit.sessions.is_empty());
        match (ahead.next(), ahead.next(), rules.consulted()) {
            (Some(visit), None, None) => Ok(visit.day),
            (None, None, Some(had)) => Ok(had),
            _ => Err("the consultation is missing, or is one too many".to_owned()),
        }
    }

    /// The days of a track's sessions to come, in the order of their numbers.
    pub fn days(&self, id: &str) -> Vec<Day> {
        let sessions =
            self.visits.iter().flat_map(|visit| visit.sessions.iter().map(|known| (visit.day, known)));
        let own = sessions.filter(|(_, (known, _))| known == id);
        let mut days: Vec<(u64, Day)> = own.map(|(day, (_, number))| (*number, day)).collect();
        days.sort_unstable();
        days.into_iter().map(|(_, day)| day).collect()
    }

    pub fn first_session(&self) -> Option<Day> {
        self.visits.iter().filter(|visit| !visit.sessions.is_empty()).map(|visit| visit.day).min()
    }
}
