//! The visits of the sample plan.

use engine::{
    Clock, Figure, Id, Moment, Range, Reason, Recovery, Session, StepKind, Time, Visit, Weekday, Window,
};

use super::date;

fn time(minutes: u32) -> Time {
    Time::from_minutes(minutes).unwrap()
}

fn moment(step: StepKind, starts: Range<u32>, minutes: Option<Range<u32>>) -> Moment {
    let modality = (step == StepKind::Procedure).then(|| Id::from("microneedling"));
    let starts = Range::new(time(starts.lo), time(starts.hi));
    Moment { step, modality, starts, minutes: minutes.map(Figure::own) }
}

pub fn consultation() -> Visit {
    let at = Range::new(600, 600);
    let moments = [StepKind::CheckIn, StepKind::Consultation, StepKind::PatchTest]
        .map(|step| moment(step, at, (step != StepKind::PatchTest).then_some(Range::new(20, 30))));
    Visit {
        date: date("2027-01-25"),
        sessions: Vec::new(),
        steps: moments.iter().map(|moment| moment.step).collect(),
        clock: Clock { arrive: Some(time(600)), moments: moments.to_vec(), ..Clock::default() },
        window: Window { earliest: date("2026-12-18"), latest: date("2027-02-14") },
        reach: Window { earliest: date("2026-12-18"), latest: date("2027-02-14") },
        why: vec![
            Reason::Lead { days: 2, to: date("2027-01-24") },
            Reason::ClosedWeekday { weekday: Weekday::Sun, to: date("2027-01-25") },
        ],
        recovery: None,
    }
}

pub fn session(number: u8, on: &str, why: Vec<Reason>, window: Window) -> Visit {
    let exact = |at| Range::new(at, at);
    let (five, numbing) = (Some(Range::new(5, 5)), Some(Range::new(40, 45)));
    let moments = vec![
        moment(StepKind::CheckIn, exact(605), five),
        moment(StepKind::Numbing, exact(610), numbing),
        moment(StepKind::Procedure, Range::new(650, 655), Some(Range::new(20, 40))),
        moment(StepKind::Exosome, Range::new(670, 695), five),
        moment(StepKind::Aftercare, Range::new(675, 700), Some(Range::new(5, 10))),
    ];
    Visit {
        date: date(on),
        sessions: vec![Session { modality: Id::from("microneedling"), number, of: 3 }],
        steps: moments.iter().map(|moment| moment.step).collect(),
        clock: Clock {
            arrive: Some(time(605)),
            moments,
            done: Some(Range::new(time(680), time(710))),
            numb_until: Some(Range::new(time(710), time(770))),
            past_closing: false,
            next_day: false,
            start_moved: None,
        },
        window,
        reach: window,
        why,
        recovery: Some(Recovery {
            from: date(on),
            to_earliest: date(on).plus_days(1),
            to_latest: date(on).plus_days(3),
        }),
    }
}
