//! Why each date, and how far it can move.

use crate::answer::Window;
use crate::calendar::HORIZON;
use crate::combine::Candidate;
use crate::protocol::Modality;
use crate::reason::Reason;
use crate::schedule::{Frame, Schedule};
use crate::solver::{From, Gap, Instance, Latest, Solution, Visit, earliest, fits_on, holds};
use crate::span::Span;
use crate::units::Date;

/// The dates of one option, for explaining them.
pub(crate) struct Explained<'a, 'b> {
    pub frame: &'b Frame<'a>,
    pub candidate: &'b Candidate<'a>,
    pub schedule: &'b Schedule<'a>,
    pub instance: &'b Instance,
    pub solution: &'b Solution,
}

impl<'a> Explained<'a, '_> {
    /// The chain that leads to the consultation's date.
    pub fn consultation(&self) -> Vec<Reason> {
        let day = self.solution.consult;
        if self.instance.pin(Visit::Consultation).is_some() {
            return vec![Reason::Pinned { to: self.date(day) }];
        }
        let mut chain = vec![self.schedule.beginning(self.frame.today)];
        if let (Some(valid), Some(first)) = (self.instance.consult.valid_for, self.first_session()) {
            // The earliest day from which the first session is still within the validity.
            let from = (0..first).find(|day| first <= self.instance.after(valid, *day)).unwrap_or(0);
            if from > last_day(&chain, self) {
                chain.push(Reason::ConsultationValid { for_days: first - from, to: self.date(from) });
            }
        }
        self.finish(chain, day, None)
    }

    /// The chain that leads to the date of a line's session.
    pub fn session(&self, line: usize, number: usize) -> Vec<Reason> {
        let day = self.solution.sessions[line][number];
        let modality = self.modality(line);
        if let Some(other) = self.shares_day_with_earlier_line(line, day) {
            return vec![Reason::SameDay { modality: self.modality(other).id.clone(), to: self.date(day) }];
        }
        if self.instance.pin(Visit::Session(line, number)).is_some() {
            return vec![Reason::Pinned { to: self.date(day) }];
        }
        let rules = &self.instance.lines[line];
        let gap = &rules.gaps[number];
        let before = if number == 0 { rules.before } else { Some(self.solution.sessions[line][number - 1]) };
        let mut bounds = vec![self.after_consultation()];
        if self.instance.consult.had.is_some() {
            // No visit of the plan comes before to begin with the first day of all.
            bounds.push(self.schedule.beginning(self.frame.today));
        }
        bounds.extend(self.schedule.delays[line].iter().map(|(because, to)| Reason::Delay {
            because: because.clone(),
            days: *to,
            to: self.date(*to),
        }));
        if let Some(before) = before {
            let to = self.instance.after(gap.min, before).max(before + 1);
            let (modality, days) = (modality.id.clone(), to - before);
            bounds.push(Reason::IntervalMin { modality, days, to: self.date(to) });
        }
        bounds.extend(self.spacing(line, day));
        bounds.extend(self.anchored(line, number, |gap| Some(gap.min)));
        let bound = bounds.into_iter().max_by_key(Reason::to);
        let recommended = before.zip(gap.rec).map(|(before, rec)| {
            let to = self.instance.after(rec, before);
            Reason::IntervalRec { modality: modality.id.clone(), days: to - before, to: self.date(to) }
        });
        let recommended = recommended.or_else(|| self.anchored(line, number, |gap| gap.rec).pop());
        let binding = match (bound, recommended) {
            (Some(bound), Some(recommended)) if bound.to() > recommended.to() => Some(bound),
            (bound, recommended) => recommended.or(bound),
        };
        self.finish(binding.into_iter().collect(), day, Some(modality))
    }

    /// How far the sessions of one day, or the consultation, can move with everything else fixed.
    pub fn window(&self, day: i32) -> Window {
        let visits = Instance::visits_on(&self.solution.sessions, day);
        // A pin holds its own visit only as long as nobody asks where else it could be.
        let free = self.instance.with_pins(&visits, None);
        let mut moved = self.solution.clone();
        let mut holds_on = |to: i32| {
            for visit in &visits {
                match visit {
                    Visit::Consultation => moved.consult = to,
                    Visit::Session(line, place) => moved.sessions[*line][*place] = to,
                }
            }
            holds(&free, &moved)
        };
        let mut reach = |days: &mut dyn Iterator<Item = i32>| {
            days.filter(|to| visits.iter().all(|visit| free.may(*visit, *to)))
                .take_while(|to| holds_on(*to))
                .last()
                .unwrap_or(day)
        };
        Window {
            earliest: self.date(reach(&mut (0..day).rev())),
            latest: self.date(reach(&mut (day + 1..=HORIZON))),
        }
    }

    /// How far the visit of a day can move where the others may move too.
    pub fn reach(&self, day: i32) -> Window {
        let visits = Instance::visits_on(&self.solution.sessions, day);
        let free = self.instance.with_pins(&visits, None);
        let latest = Latest::new(&free);
        let last = visits.iter().map(|visit| latest.day(*visit)).min().unwrap_or(day);
        let first = earliest(&free, &visits);
        // The ends of a single series are dates themselves; others are tried.
        let single = free.lines.len() == 1;
        let fits = |to: &i32| single || fits_on(&free, &visits, *to);
        Window {
            earliest: self.date((first..day).find(fits).unwrap_or(day)),
            latest: self.date((day + 1..=last).rev().find(fits).unwrap_or(day)),
        }
    }

    fn after_consultation(&self) -> Reason {
        let consult = self.solution.consult;
        let to = self.instance.ready(consult);
        let (wait, date) = (to - consult, self.date(to));
        if self.instance.waits_for_patch_test(consult) {
            Reason::AfterPatchTest { wait, to: date }
        } else {
            Reason::AfterConsultation { wait, to: date }
        }
    }

    /// The spacing from each other line's latest session before this day.
    fn spacing(&self, line: usize, day: i32) -> Vec<Reason> {
        let lines = 0..self.instance.lines.len();
        let found = lines.filter(|other| *other != line).filter_map(|other| {
            let last =
                self.solution.sessions[other].iter().copied().filter(|session| *session < day).max()?;
            let to = self.instance.after(self.instance.apart[other][line].min?, last);
            let from = self.modality(other).id.clone();
            Some(Reason::Spacing { from, days: to - last, to: self.date(to) })
        });
        found.collect()
    }

    /// What the intervals from other sessions than the one before say.
    fn anchored(&self, line: usize, number: usize, span: impl Fn(&Gap) -> Option<Span>) -> Vec<Reason> {
        let done = self.schedule.lines[line].1;
        let anchors = self.instance.lines[line].anchors.iter().filter(|anchor| anchor.to == number);
        let found = anchors.filter_map(|anchor| {
            let (day, from) = match anchor.from {
                From::Session(place) => (self.solution.sessions[line][place], done + place as u8 + 1),
                From::Day { day, number } => (day, number),
            };
            let to = self.instance.after(span(&anchor.gap)?, day);
            let modality = self.modality(line).id.clone();
            Some(Reason::IntervalFrom { modality, from, days: to - day, to: self.date(to) })
        });
        found.collect()
    }

    /// Pushes over the days that are not open; or, where they do not lead to the date, the priority that chose it.
    fn finish(&self, mut chain: Vec<Reason>, day: i32, modality: Option<&Modality>) -> Vec<Reason> {
        let mut at = last_day(&chain, self);
        let mut pushes = Vec::new();
        while at < day {
            let Some(push) = self.schedule.open.closure(at, modality).or_else(|| self.full_month(at)) else {
                break;
            };
            at = push.to().days_since(self.frame.today);
            pushes.push(push);
        }
        if at == day {
            chain.extend(pushes);
        } else {
            chain.push(Reason::Best { priority: self.frame.priority, to: self.date(day) });
        }
        chain
    }

    /// The push out of a month that has all the visits it may have.
    fn full_month(&self, day: i32) -> Option<Reason> {
        let cap = self.instance.month_cap?;
        let month = self.instance.month(day);
        let visits = self.days().into_iter().filter(|visit| self.instance.month(*visit) == month).count();
        let next = (day..=HORIZON).find(|next| self.instance.month(*next) != month)?;
        (visits >= usize::from(cap)).then(|| Reason::MonthCap { cap, to: self.date(next) })
    }

    fn shares_day_with_earlier_line(&self, line: usize, day: i32) -> Option<usize> {
        (0..line).find(|other| self.solution.sessions[*other].contains(&day))
    }

    fn days(&self) -> Vec<i32> {
        self.instance.visit_days(self.solution.consult, &self.solution.sessions)
    }

    fn first_session(&self) -> Option<i32> {
        self.solution.sessions.iter().flatten().min().copied()
    }

    fn modality(&self, line: usize) -> &'a Modality {
        self.candidate.parts[self.schedule.lines[line].0].modality
    }

    fn date(&self, day: i32) -> Date {
        self.frame.today.plus_days(day)
    }
}

/// The day a chain has come to, counted from today.
fn last_day(chain: &[Reason], explained: &Explained) -> i32 {
    chain.last().map_or(0, |reason| reason.to().days_since(explained.frame.today))
}
