//! Which options exist: a base procedure with or without an exosome product, home care, and the extras wished for.

use crate::answer::Done;
use crate::gate;
use crate::ids::Id;
use crate::order::sort_by;
use crate::pack::Pack;
use crate::past;
use crate::protocol::{Anaesthetic, Course, Interval, Modality, Product, Protocol};
use crate::reason::{Caution, Rejection};
use crate::request::Request;
use crate::screening::{self, screen, screen_cream};
use crate::span::Span;
use crate::terms::{Origin, Role, Route};
use crate::units::Date;

/// One way to do it, before it has dates.
#[derive(Clone, Debug)]
pub(crate) struct Candidate<'a> {
    pub parts: Vec<Part<'a>>,
}

/// One modality of an option.
#[derive(Clone, Debug)]
pub(crate) struct Part<'a> {
    pub modality: &'a Modality,
    pub course: &'a Course,
    /// The interval that holds for the person.
    pub interval: Interval,
    pub exosome: Option<(&'a Product, Origin, Route)>,
    /// The numbing cream before it.
    pub cream: Option<Cream<'a>>,
    pub cautions: Vec<Caution>,
    pub delays: Vec<(Id, Span)>,
    /// How many sessions its series has, those done before included.
    pub sessions: u8,
    /// Its sessions done before, judged.
    pub past: Vec<Done>,
}

/// The numbing cream of a modality.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cream<'a> {
    pub anaesthetic: &'a Anaesthetic,
    /// Whether an answer leaves it out; what stands for it is not known then.
    pub is_left_out: bool,
}

/// What is not offered: the option's id and why.
pub(crate) type Refusal = (String, Rejection);

impl Candidate<'_> {
    /// Its id: modalities joined by `+`, `exosome` behind the one that a product is put on.
    pub fn id(&self) -> String {
        self.part_ids().collect::<Vec<_>>().join("+")
    }

    /// The ids of its parts, in order.
    pub fn part_ids(&self) -> impl Iterator<Item = String> {
        self.parts.iter().map(Part::id)
    }

    /// How many of these goals it is for.
    pub fn goals_met(&self, goals: &[Id]) -> usize {
        goals.iter().filter(|goal| self.parts.iter().any(|part| part.goals().contains(goal))).count()
    }
}

impl Part<'_> {
    /// The modality's id, with `exosome` behind it where a product is put on.
    pub fn id(&self) -> String {
        part_id(&self.modality.id, self.exosome.is_some() && !self.is_home())
    }

    /// The goals it is for: its course's, else its modality's.
    pub fn goals(&self) -> &[Id] {
        goals(self.modality, self.course)
    }

    /// How many sessions of its series are done.
    pub fn done(&self) -> u8 {
        self.past.iter().filter_map(|done| done.number).max().unwrap_or(0)
    }

    /// Whether it is used at home, without visits.
    pub fn is_home(&self) -> bool {
        is_home(self.modality)
    }
}

/// How many sessions a course has: as advised, or as wished between the fewest and the most that are stated.
pub(crate) fn sessions(request: &Request, modality: &Modality, course: &Course) -> u8 {
    let stated = &course.sessions;
    let advised = stated.rec.as_ref().map_or(1, |count| count.value);
    let wished = request.sessions.iter().find(|wish| wish.modality == modality.id);
    let least = stated.min.as_ref().map_or(advised, |count| count.value);
    let most = stated.max.as_ref().map_or(advised, |count| count.value);
    wished.map_or(advised, |wish| wish.count.clamp(least.min(advised), most.max(advised)))
}

/// The interval that one session has of its own to the session before it.
fn interval_of(course: &Course, number: u8) -> Option<&Interval> {
    let own = course
        .intervals
        .iter()
        .find(|own| own.to == Some(number) && own.from.is_none_or(|from| from.saturating_add(1) == number));
    own.map(|own| &own.interval)
}

fn is_home(modality: &Modality) -> bool {
    matches!(modality.role, Some(Role::Home | Role::Priming))
}

/// Every option for these answers, and what is refused.
pub(crate) fn combine<'a>(
    protocol: &'a Protocol,
    pack: &Pack,
    request: &Request,
    today: Date,
) -> (Vec<Candidate<'a>>, Vec<Refusal>) {
    let mut refused = Vec::new();
    let mut modalities: Vec<&Modality> = protocol.document().modalities.iter().collect();
    sort_by(&mut modalities, |a, b| a.id < b.id);
    let mut bases = Vec::new();
    let mut extras = Vec::new();
    for modality in modalities {
        let wished = request.extras.contains(&modality.id);
        let stands_alone = matches!(modality.role, Some(Role::Base | Role::Home));
        if !(wished || stands_alone) || !suits(modality, request, wished) {
            continue;
        }
        for part in parts(protocol, pack, request, today, modality, &mut refused) {
            if wished && !matches!(modality.role, Some(Role::Base)) {
                extras.push(part.clone());
            }
            if stands_alone {
                bases.push(part);
            }
        }
    }
    let mut candidates = Vec::new();
    for base in &bases {
        let joining: Vec<&Part> =
            extras.iter().filter(|extra| extra.modality.id != base.modality.id).collect();
        for set in 0..1u32 << joining.len().min(3) {
            let chosen = joining
                .iter()
                .enumerate()
                .filter(|(place, _)| set >> place & 1 == 1)
                .map(|(_, part)| (*part).clone());
            let candidate = Candidate { parts: std::iter::once(base.clone()).chain(chosen).collect() };
            match unpaired(protocol, &candidate) {
                Some(with) => refused.push((candidate.id(), Rejection::NoPairRule { with })),
                None => candidates.push(candidate),
            }
        }
    }
    (candidates, refused)
}

/// Whether a modality is for what the person asks.
fn suits(modality: &Modality, request: &Request, wished: bool) -> bool {
    let meant = |goal: &Id| {
        modality.goals.contains(goal) || courses(modality).any(|course| course.goals.contains(goal))
    };
    request.areas.iter().all(|area| modality.areas.contains(area))
        && (wished || request.goals.iter().any(meant))
}

/// The courses of one modality that may be planned; the others go to `refused`.
fn parts<'a>(
    protocol: &'a Protocol,
    pack: &Pack,
    request: &Request,
    today: Date,
    modality: &'a Modality,
    refused: &mut Vec<Refusal>,
) -> Vec<Part<'a>> {
    let mut courses = Vec::new();
    if let Some(course) = &modality.alone {
        courses.push((course, None));
    }
    if let Some(with) = &modality.with_exosome {
        courses.push((&with.course, with.route));
    }
    let mut found = Vec::new();
    let wished = request.extras.contains(&modality.id);
    let meant =
        |course: &Course| wished || goals(modality, course).iter().any(|goal| request.goals.contains(goal));
    for (course, route) in courses.into_iter().filter(|(course, _)| meant(course)) {
        let refusal = |why| (part_id(&modality.id, route.is_some_and(|route| route != Route::Home)), why);
        let exosome = match route.map(|route| (gate::product(protocol, pack, today, route), route)) {
            None => None,
            Some((Ok((product, origin)), route)) => Some((product, origin, route)),
            Some((Err(why), _)) => {
                refused.push(refusal(why));
                continue;
            }
        };
        if !modality.offered {
            refused.push(refusal(Rejection::NotOffered));
            continue;
        }
        let screened = screen(protocol, &request.person, modality, exosome.is_some());
        if let Some(why) = screened.blocked.or_else(|| too_red(course, request)) {
            refused.push(refusal(why));
            continue;
        }
        let anaesthetic = modality.anaesthetic.as_ref().and_then(|id| protocol.anaesthetic(id));
        let mut cautions = screened.cautions;
        let cream = anaesthetic.map(|anaesthetic| {
            let (said, is_left_out) = screen_cream(&request.person, anaesthetic);
            cautions.extend(said);
            if anaesthetic.is_off_label(&modality.id, &request.areas) {
                let (anaesthetic, modality) = (anaesthetic.id.clone(), modality.id.clone());
                cautions.push(Caution::DwellOffLabel { anaesthetic, modality });
            }
            Cream { anaesthetic, is_left_out }
        });
        let interval = screening::interval(&request.person, modality, &course.interval);
        let series = course.sessions.rec.as_ref().map(|_| sessions(request, modality, course));
        // What is used at home has no sessions to count.
        let series = if is_home(modality) { Some(0) } else { series };
        let of = |number: u8| interval_of(course, number).unwrap_or(&interval);
        let past = past::judged(&past::dates(request, &modality.id, today), &of, series);
        found.push(Part {
            modality,
            course,
            interval,
            exosome,
            cream,
            cautions,
            delays: screened.delays,
            sessions: sessions(request, modality, course),
            past,
        });
    }
    found
}

fn courses(modality: &Modality) -> impl Iterator<Item = &Course> {
    modality.alone.iter().chain(modality.with_exosome.iter().map(|with| &with.course))
}

fn goals<'a>(modality: &'a Modality, course: &'a Course) -> &'a [Id] {
    if course.goals.is_empty() { &modality.goals } else { &course.goals }
}

fn too_red(course: &Course, request: &Request) -> Option<Rejection> {
    let wished = request.max_downtime_days?;
    let days = course.downtime.as_ref()?.value.days().hi;
    (days > u32::from(wished)).then_some(Rejection::Downtime { days, wished })
}

/// The first modality that has no rule with another of the option.
fn unpaired(protocol: &Protocol, candidate: &Candidate) -> Option<Id> {
    let parts = &candidate.parts;
    parts.iter().enumerate().find_map(|(index, part)| {
        let alone = |other: &&Part| protocol.pair(&part.modality.id, &other.modality.id).is_none();
        parts[index + 1..].iter().find(alone).map(|other| other.modality.id.clone())
    })
}

fn part_id(modality: &Id, with_exosome: bool) -> String {
    format!("{modality}{}", if with_exosome { "+exosome" } else { "" })
}
