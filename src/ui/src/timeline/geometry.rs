//! Where everything of the timeline lies: a plan in, lanes and bars out, in thousandths of the width.

use engine::{Choice, Date, DateRange, Id, Outcome, Plan, Visit};

/// The width of the picture.
pub const WIDTH: i32 = 1000;

/// Dots nearer than this would touch on a telephone.
const NARROW_DOT: i32 = 75;

/// Dots nearer than this would touch anywhere.
const WIDE_DOT: i32 = 40;

/// The most days that the picture shows; what lasts longer runs out of it.
const MOST_DAYS: i32 = 460;

/// From one place to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where it begins.
    pub from: i32,
    /// Where it ends.
    pub to: i32,
}

/// One month of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: Date,
    /// Where it lies.
    pub place: Stretch,
    /// Whether there is room for its name on a telephone.
    pub is_named: bool,
}

/// One visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Where it lies.
    pub at: i32,
    /// Its number among the treatment days; none for the consultation.
    pub number: Option<i64>,
    /// Whether it stands lower on a telephone, so as not to touch the one before.
    pub is_lower: bool,
    /// Whether it stands lower at any width.
    pub is_always_lower: bool,
    /// Where it can be.
    pub reach: Stretch,
}

/// Visible recovery after one visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// The days on which it shows at best.
    pub sure: Stretch,
    /// Where it ends at worst.
    pub latest: i32,
}

/// How much of a change is to be seen over one stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It may begin: the range of the onset.
    Beginning,
    /// Noticed, with nothing known about more.
    Noticed,
    /// Growing to its most.
    Building,
    /// At its most.
    AtBest,
    /// Wearing off: the range of the fade.
    Fading,
    /// No figure is available.
    NotKnown,
}

/// One goal's lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The goal.
    pub goal: Id,
    /// Its stretches in order.
    pub phases: Vec<(Phase, Stretch)>,
}

/// How many rows the visits need, so that none touches another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// One, at any width.
    One,
    /// Two on a telephone, one where there is room.
    TwoIfNarrow,
    /// Two, at any width.
    Two,
}

impl Rows {
    /// The class that says so.
    pub fn as_class(self) -> &'static str {
        match self {
            Rows::One => "",
            Rows::TwoIfNarrow => "has-two-rows is-one-if-wide",
            Rows::Two => "has-two-rows",
        }
    }
}

/// One lane of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lane {
    /// The visits.
    Visits(Rows),
    /// What is used at home.
    Home,
    /// Days on which recovery may show.
    Recovery,
    /// What may be noticed of a goal.
    Goal(Id),
    /// What may follow.
    Later,
}

/// Everything of one option's timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How many days it is wide.
    pub days: i32,
    /// The axis.
    pub months: Vec<Month>,
    /// The visits.
    pub visits: Vec<Dot>,
    /// What is used at home.
    pub home: Vec<Stretch>,
    /// Days on which recovery may show.
    pub recovery: Vec<Recovery>,
    /// What may be noticed.
    pub bands: Vec<Band>,
    /// When more could follow.
    pub later: Vec<(Date, i32)>,
    /// Days on which nothing can be.
    pub shut: Vec<Stretch>,
    /// The event.
    pub event: Option<i32>,
}

impl Picture {
    /// The rows of its visits.
    pub fn rows(&self) -> Rows {
        if self.visits.iter().any(|dot| dot.is_always_lower) {
            Rows::Two
        } else if self.visits.iter().any(|dot| dot.is_lower) {
            Rows::TwoIfNarrow
        } else {
            Rows::One
        }
    }

    /// The lanes, in the order in which they are drawn.
    pub fn lanes(&self) -> Vec<Lane> {
        let mut lanes = vec![Lane::Visits(self.rows())];
        lanes.extend((!self.home.is_empty()).then_some(Lane::Home));
        lanes.extend((!self.recovery.is_empty()).then_some(Lane::Recovery));
        lanes.extend(self.bands.iter().map(|band| Lane::Goal(band.goal.clone())));
        lanes.extend((!self.later.is_empty()).then_some(Lane::Later));
        lanes
    }
}

/// From dates to places.
#[derive(Clone, Copy, Debug)]
struct Scale {
    from: Date,
    days: i32,
}

impl Scale {
    fn at(&self, date: Date) -> i32 {
        (date.days_since(self.from) * WIDTH / self.days).clamp(0, WIDTH)
    }

    fn stretch(&self, range: DateRange) -> Stretch {
        Stretch { from: self.at(range.from), to: self.at(range.to.plus_days(1)) }
    }
}

/// The timeline of one option; `shut` are the days on which the clinic is closed or the person away.
/// All options of a plan share one axis, so that choosing another compares like with like.
pub fn picture(plan: &Plan, choice: &Choice, shut: &[DateRange]) -> Option<Picture> {
    let scale = scale(plan)?;
    let end = scale.from.plus_days(scale.days);
    let home = choice.tracks.iter().filter_map(|track| track.home_use.as_ref());
    let home = home.filter_map(|home| Some(DateRange { from: home.from?, to: home.until?.to }));
    let first = choice.visits.iter().find(|visit| !visit.sessions.is_empty()).map(|visit| visit.date);
    let bands = choice.outcomes.iter().filter(|outcome| is_first_of_goal(choice, outcome));
    let later = choice.maintenance.iter().map(|next| next.next.value.from).filter(|date| *date < end);
    let visible = |range: &&DateRange| range.to >= scale.from && range.from < end;
    Some(Picture {
        days: scale.days,
        months: months(&scale),
        visits: dots(&scale, &choice.visits),
        home: home.map(|range| scale.stretch(range)).collect(),
        recovery: choice.visits.iter().filter_map(|visit| recovery(&scale, visit)).collect(),
        bands: bands.map(|outcome| band(&scale, outcome, first.unwrap_or(scale.from))).collect(),
        later: later.map(|date| (date, scale.at(date))).collect(),
        shut: shut.iter().filter(visible).map(|range| scale.stretch(*range)).collect(),
        event: plan.event.as_ref().filter(|event| event.date < end).map(|event| scale.at(event.date)),
    })
}

fn is_first_of_goal(choice: &Choice, outcome: &Outcome) -> bool {
    choice
        .outcomes
        .iter()
        .find(|known| known.goal == outcome.goal)
        .is_some_and(|known| std::ptr::eq(known, outcome))
}

/// Whole months around everything that has a date in any option.
fn scale(plan: &Plan) -> Option<Scale> {
    let mut dated: Vec<Date> = Vec::new();
    for choice in &plan.options {
        for visit in &choice.visits {
            dated.push(visit.date);
        }
        for home in choice.tracks.iter().filter_map(|track| track.home_use.as_ref()) {
            dated.extend(home.from);
            dated.extend(home.until.map(|until| until.to));
        }
        for outcome in &choice.outcomes {
            for figure in [&outcome.onset, &outcome.peak, &outcome.fade].into_iter().flatten() {
                dated.push(figure.value.to);
            }
        }
    }
    let first = *dated.iter().min()?;
    let last = dated.into_iter().chain(plan.event.as_ref().map(|event| event.date)).max()?;
    let from = Date::new(first.year(), first.month(), 1)?;
    let last = last.min(from.plus_days(MOST_DAYS)).max(from.plus_months(2));
    let to = Date::new(last.year(), last.month(), 1)?.plus_months(1);
    Some(Scale { from, days: to.days_since(from).max(1) })
}

fn months(scale: &Scale) -> Vec<Month> {
    let count =
        (0..24).take_while(|n| scale.from.plus_months(*n).days_since(scale.from) < scale.days).count();
    // More than nine names do not fit beside each other on a telephone.
    let every = count.div_ceil(9).max(1);
    let month = |index: usize| {
        let steps = i32::try_from(index).unwrap_or(0);
        let first = scale.from.plus_months(steps);
        let place = Stretch { from: scale.at(first), to: scale.at(scale.from.plus_months(steps + 1)) };
        Month { first, place, is_named: index.is_multiple_of(every) }
    };
    (0..count).map(month).collect()
}

fn dots(scale: &Scale, visits: &[Visit]) -> Vec<Dot> {
    let mut dots: Vec<Dot> = Vec::new();
    let mut number = 0;
    for visit in visits {
        let at = scale.at(visit.date);
        let is_session = !visit.sessions.is_empty();
        number += i64::from(is_session);
        let (mut is_lower, mut is_always_lower) = (false, false);
        if let Some(before) = dots.last() {
            is_lower = at - before.at < NARROW_DOT && !before.is_lower;
            is_always_lower = at - before.at < WIDE_DOT && !before.is_always_lower;
        }
        let number = is_session.then_some(number);
        let reach = Stretch { from: scale.at(visit.reach.earliest), to: scale.at(visit.reach.latest) };
        dots.push(Dot { at, number, is_lower, is_always_lower, reach });
    }
    dots
}

fn recovery(scale: &Scale, visit: &Visit) -> Option<Recovery> {
    let recovery = visit.recovery?;
    let sure = scale.stretch(DateRange { from: recovery.from, to: recovery.to_earliest });
    Some(Recovery { sure, latest: scale.at(recovery.to_latest.plus_days(1)) })
}

fn band(scale: &Scale, outcome: &Outcome, first: Date) -> Band {
    let known = |figure: &Option<engine::Figure<DateRange>>| {
        figure.as_ref().map(|figure| (scale.at(figure.value.from), scale.at(figure.value.to)))
    };
    let (onset, peak, fade) = (known(&outcome.onset), known(&outcome.peak), known(&outcome.fade));
    let mut phases = Vec::new();
    let mut lay = |phase, from: i32, to: i32| {
        if from < to {
            phases.push((phase, Stretch { from, to }));
        }
    };
    let Some((begins, noticed)) = onset else {
        lay(Phase::NotKnown, scale.at(first), WIDTH);
        return Band { goal: outcome.goal.clone(), phases };
    };
    lay(Phase::Beginning, begins, noticed);
    let mut at = noticed;
    if let Some((_, latest)) = peak {
        let latest = latest.min(fade.map_or(WIDTH, |(from, _)| from)).max(at);
        lay(Phase::Building, at, latest);
        at = latest;
    }
    match fade {
        Some((from, to)) => {
            let from = from.max(at);
            lay(if peak.is_some() { Phase::AtBest } else { Phase::Noticed }, at, from);
            lay(Phase::Fading, from, to);
        }
        None => lay(Phase::NotKnown, at, WIDTH),
    }
    Band { goal: outcome.goal.clone(), phases }
}
