//! A plan as a token: what was asked for, without an answer about the person, in a short text that checks itself.
//!
//! # Shape
//! base64url of: one byte, the version; six bytes, the beginning of SHA-256 over the version and what follows; the
//! content, in postcard. Days count from the day on which the plan was made.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use engine::{CannotCome, Date, DateRange, Event, Id, PastSession, Person, Pin, Priority, Protocol};
use engine::{Request, Role, SessionsWish, Time, Weekday};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The version that is written.
const VERSION: u8 = 2;
/// How many bytes of the digest are kept.
const CHECK: usize = 6;
/// No token that this product makes is longer, in characters.
pub const LONGEST: usize = 4096;

/// What a token holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The answers, without any about the person.
    pub answers: Request,
    /// The protocol and the pack that the plan was made by, as [`engine::Fingerprint::edition`] has them.
    pub edition: [u8; 6],
}

/// Why a text is no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenFault {
    /// It was cut, changed or never was one.
    Damaged,
    /// It was made by a later release.
    Version(u8),
}

/// The answers as a token.
///
/// Screening answers, skin type and age are left out, and so are earlier treatments that are not this clinic's own:
/// some of them say as much as a screening answer.
pub fn token(answers: &Request, today: Date, protocol: &Protocol, edition: [u8; 6]) -> String {
    let content = postcard::to_allocvec(&Content::of(answers, today, protocol, edition)).unwrap_or_default();
    let mut bytes = vec![VERSION];
    bytes.extend(check(VERSION, &content));
    bytes.extend(content);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What a token holds.
///
/// # Errors
/// Where it is none, or of a later release.
pub fn open_token(text: &str) -> Result<Shared, TokenFault> {
    if text.len() > LONGEST {
        return Err(TokenFault::Damaged);
    }
    let bytes = URL_SAFE_NO_PAD.decode(text.trim()).map_err(|_| TokenFault::Damaged)?;
    let (version, rest) = bytes.split_first().ok_or(TokenFault::Damaged)?;
    let (checked, content) = rest.split_at_checked(CHECK).ok_or(TokenFault::Damaged)?;
    if checked != check(*version, content) {
        return Err(TokenFault::Damaged);
    }
    if *version != VERSION {
        return Err(TokenFault::Version(*version));
    }
    let (content, rest) = postcard::take_from_bytes::<Content>(content).map_err(|_| TokenFault::Damaged)?;
    if !rest.is_empty() {
        return Err(TokenFault::Damaged);
    }
    let edition = content.edition;
    // Whoever can compute a checksum can write any content; what no person could answer is no answer here either.
    let answers = content.answers().and_then(|answers| engine::read_request(&answers.to_json()).value);
    answers.map(|answers| Shared { answers, edition }).ok_or(TokenFault::Damaged)
}

fn check(version: u8, content: &[u8]) -> [u8; CHECK] {
    let digest = Sha256::new().chain_update([version]).chain_update(content).finalize();
    let mut check = [0; CHECK];
    check.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    check
}

/// Days from the day of the plan.
type Days = i32;

#[derive(Serialize, Deserialize)]
struct Content {
    edition: [u8; 6],
    /// Days since the first date there is.
    today: u32,
    jurisdiction: Option<String>,
    goals: Vec<String>,
    areas: Vec<String>,
    earliest_start: Option<Days>,
    event: Option<(Days, Option<String>)>,
    /// One bit a weekday, Monday first.
    weekdays: u8,
    ranges: Vec<(Days, Days)>,
    except: Vec<Days>,
    max_visits_per_month: Option<u8>,
    max_downtime_days: Option<u16>,
    extras: Vec<String>,
    sessions: Vec<(String, u8)>,
    /// A session by modality and number; the consultation without.
    pins: Vec<(Option<(String, u8)>, Days)>,
    past: Vec<(String, Days)>,
    consulted: Option<Days>,
    answered: Option<Days>,
    priority: Option<u8>,
    start_time: Option<u16>,
}

impl Content {
    fn of(answers: &Request, today: Date, protocol: &Protocol, edition: [u8; 6]) -> Content {
        let today = answers.today.unwrap_or(today);
        let days = |date: Date| date.days_since(today);
        let ids = |ids: &[Id]| ids.iter().map(Id::to_string).collect();
        let CannotCome { weekdays, ranges, except } = &answers.cannot_come;
        let is_own = |past: &&PastSession| {
            let modality = protocol.modality(&past.modality);
            modality.is_some_and(|modality| modality.role != Some(Role::Elsewhere))
        };
        let visit = |pin: &Pin| pin.modality.as_ref().map(Id::to_string).zip(pin.number);
        let place = |priority: Priority| Priority::ALL.iter().position(|known| *known == priority);
        Content {
            edition,
            today: today.days_since(Date::FIRST).unsigned_abs(),
            jurisdiction: answers.jurisdiction.clone(),
            goals: ids(&answers.goals),
            areas: ids(&answers.areas),
            earliest_start: answers.earliest_start.map(days),
            event: answers
                .event
                .as_ref()
                .map(|event| (days(event.date), event.kind.as_ref().map(Id::to_string))),
            weekdays: weekdays.iter().fold(0, |bits, day| bits | 1 << *day as u8),
            ranges: ranges.iter().map(|range| (days(range.from), days(range.to))).collect(),
            except: except.iter().copied().map(days).collect(),
            max_visits_per_month: answers.max_visits_per_month,
            max_downtime_days: answers.max_downtime_days,
            extras: ids(&answers.extras),
            sessions: answers.sessions.iter().map(|wish| (wish.modality.to_string(), wish.count)).collect(),
            pins: answers.pins.iter().map(|pin| (visit(pin), days(pin.date))).collect(),
            past: answers
                .past
                .iter()
                .filter(is_own)
                .map(|past| (past.modality.to_string(), days(past.date)))
                .collect(),
            consulted: answers.consulted.map(days),
            answered: answers.answered.map(days),
            priority: answers.priority.and_then(place).and_then(|place| u8::try_from(place).ok()),
            start_time: answers.start_time.and_then(|time| u16::try_from(time.minutes()).ok()),
        }
    }

    /// The answers; nothing where what is written can't be one.
    fn answers(self) -> Option<Request> {
        let today = day(Date::FIRST, i32::try_from(self.today).ok()?)?;
        let on = |days: Days| day(today, days);
        let id = |text: String| Id::try_from(text).ok();
        let ids = |texts: Vec<String>| texts.into_iter().map(id).collect::<Option<Vec<Id>>>();
        let maybe = |days: Option<Days>| days.map_or(Some(None), |days| on(days).map(Some));
        let event = match self.event {
            Some((days, Some(kind))) => Some(Event { date: on(days)?, kind: Some(id(kind)?) }),
            Some((days, None)) => Some(Event { date: on(days)?, kind: None }),
            None => None,
        };
        let range = |(from, to): (Days, Days)| {
            Some(DateRange { from: on(from)?, to: on(to)? }).filter(|range| range.from <= range.to)
        };
        let weekdays = Weekday::ALL.into_iter().filter(|day| self.weekdays & 1 << *day as u8 != 0);
        let sessions = self
            .sessions
            .into_iter()
            .map(|(modality, count)| Some(SessionsWish { modality: id(modality)?, count }));
        let pin = |(visit, days): (Option<(String, u8)>, Days)| {
            let date = on(days)?;
            let Some((modality, number)) = visit else {
                return Some(Pin { modality: None, number: None, date });
            };
            Some(Pin { modality: Some(id(modality)?), number: Some(number), date })
        };
        let past = self
            .past
            .into_iter()
            .map(|(modality, days)| Some(PastSession { modality: id(modality)?, date: on(days)? }));
        Some(Request {
            protocol: None,
            today: Some(today),
            jurisdiction: self.jurisdiction,
            goals: ids(self.goals)?,
            areas: ids(self.areas)?,
            person: Person::default(),
            earliest_start: maybe(self.earliest_start)?,
            event,
            cannot_come: CannotCome {
                weekdays: weekdays.collect(),
                ranges: self.ranges.into_iter().map(range).collect::<Option<_>>()?,
                except: self.except.into_iter().map(on).collect::<Option<_>>()?,
            },
            max_visits_per_month: self.max_visits_per_month,
            max_downtime_days: self.max_downtime_days,
            extras: ids(self.extras)?,
            sessions: sessions.collect::<Option<_>>()?,
            pins: self.pins.into_iter().map(pin).collect::<Option<_>>()?,
            past: past.collect::<Option<_>>()?,
            consulted: maybe(self.consulted)?,
            answered: maybe(self.answered)?,
            priority: match self.priority {
                Some(place) => Some(*Priority::ALL.get(usize::from(place))?),
                None => None,
            },
            start_time: match self.start_time {
                Some(minutes) => Some(Time::from_minutes(minutes.into())?),
                None => None,
            },
        })
    }
}

/// The date so many days on; nothing where there is no such date, for a date held at an end would be another one.
fn day(from: Date, days: Days) -> Option<Date> {
    let date = from.plus_days(days);
    (date.days_since(from) == days).then_some(date)
}
