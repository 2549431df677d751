//! Plans as the engine would answer, built by hand: three sessions before a wedding, and what goes wrong.

mod documents;
mod visits;

use engine::{
    Bill, Caution, Change, Charge, Choice, Conflict, Cost, Date, DateRange, Edition, EventDay, Exosome,
    Figure, Gap, Grade, Id, Item, Metrics, Nothing, Offer, Origin, Outcome, OutcomeState, Plan, Priority,
    Question, Range, Reason, Rejected, Rejection, Route, Standing, Status, Track, Unwanted, Window,
};

pub use documents::{pack, protocol};
use visits::{consultation, session};

pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn cited<T>(value: T, grade: Grade) -> Figure<T> {
    Figure { value, grade, cite: vec![Id::from("park-2023")] }
}

fn days(from: &str, to: &str) -> DateRange {
    DateRange { from: date(from), to: date(to) }
}

fn unwanted(id: &'static str, lasts_days: Option<Figure<Range<u32>>>) -> Unwanted {
    Unwanted {
        id: Id::from(id),
        modality: Id::from("microneedling"),
        lasts_days,
        appears: None,
        found: Vec::new(),
        cite: Vec::new(),
    }
}

/// A consultation, three sessions with their materials, and a package of the three.
fn bill() -> Bill {
    let charge = |item, times: u32, lo: u64, hi: u64| {
        let sum = Range::new(lo * u64::from(times), hi * u64::from(times));
        Charge { item, times, each: Range::new(lo, hi), sum }
    };
    let consultation = charge(Item::Consultation, 1, 150_000, 150_000);
    let session = Item::Session { modality: Id::from("microneedling"), with_exosome: true };
    let sessions = charge(session, 3, 1_100_000, 1_400_000);
    let materials = charge(Item::Fee { fee: Id::from("materials") }, 3, 50_000, 50_000);
    Bill {
        currency: "PHP".to_owned(),
        items: vec![consultation.clone(), sessions.clone(), materials.clone()],
        total: Range::new(3_600_000, 4_500_000),
        packages: vec![Offer {
            package: 0,
            price: Range::new(3_000_000, 3_900_000),
            covers: vec![sessions, materials],
            rest: vec![consultation],
            total: Range::new(3_150_000, 4_050_000),
        }],
    }
}

fn choice() -> Choice {
    let modality = || Id::from("microneedling");
    let fixed = |on| Window { earliest: date(on), latest: date(on) };
    let next = |on| vec![Reason::IntervalRec { modality: modality(), days: 21, to: date(on) }];
    let best = vec![
        Reason::AfterPatchTest { wait: 2, to: date("2027-01-27") },
        Reason::Best { priority: Priority::Event, to: date("2027-02-16") },
    ];
    let window = Window { earliest: date("2027-02-16"), latest: date("2027-02-20") };
    Choice {
        id: "microneedling+exosome".to_owned(),
        tracks: vec![Track {
            modality: modality(),
            exosome: Some(Exosome {
                product: Id::from("serum"),
                origin: Origin::Plant,
                route: Route::AfterProcedure,
            }),
            sessions: Some(cited(3, Grade::A)),
            done: 0,
            past: Vec::new(),
            interval: Gap { rec: Some(cited("3 weeks".to_owned(), Grade::A)), ..Gap::default() },
            downtime_days: Some(cited(Range::new(1, 3), Grade::B)),
            home_use: None,
        }],
        visits: vec![
            consultation(),
            session(1, "2027-02-16", best, window),
            session(2, "2027-03-09", next("2027-03-09"), fixed("2027-03-09")),
            session(3, "2027-03-30", next("2027-03-30"), fixed("2027-03-30")),
        ],
        outcomes: vec![Outcome {
            goal: Id::from("fine_lines"),
            modality: modality(),
            onset: Some(cited(days("2027-03-02", "2027-03-30"), Grade::A)),
            peak: None,
            fade: Some(Figure { value: days("2027-06-28", "2027-09-30"), grade: Grade::D, cite: Vec::new() }),
            at_event: Some(Standing { best: OutcomeState::AtBest, worst: OutcomeState::Building }),
        }],
        side_effects: vec![
            unwanted("redness", Some(cited(Range::new(1, 3), Grade::B))),
            unwanted("infection", None),
        ],
        maintenance: Vec::new(),
        metrics: Metrics {
            visits: Some(4),
            days: Some(64),
            downtime_days: Some(Range::new(3, 9)),
            cost: Some(Cost { minor: Range::new(3_600_000, 4_500_000), currency: "PHP".to_owned() }),
            grade: Some(Grade::A),
        },
        bill: Some(bill()),
        objective: Vec::new(),
        proven: true,
        undated: Vec::new(),
        cautions: Vec::new(),
        questions: vec![Question::PeakNotStated { goal: Id::from("fine_lines"), modality: modality() }],
        notices: Vec::new(),
    }
}

/// Three sessions before a wedding.
pub fn ready() -> Plan {
    Plan {
        id: "0123456789abcdef".to_owned(),
        protocol: Edition {
            id: "clinic".to_owned(),
            version: "2026.11".to_owned(),
            valid_to: Some(date("2027-06-30")),
        },
        pack: Some(Edition { id: "PH".to_owned(), version: "2026-11-01".to_owned(), valid_to: None }),
        today: date("2026-11-22"),
        status: Status::Ready,
        priority: Priority::Event,
        event: Some(EventDay { date: date("2027-05-08"), kind: Some(Id::from("wedding")), buffer_days: 7 }),
        options: vec![choice()],
        rejected: vec![Rejected {
            option: "injected_face".to_owned(),
            reason: Rejection::RouteBarred {
                route: Route::Injected,
                origin: Origin::Plant,
                notice: Some(Id::from("cosmetic")),
            },
        }],
        notices: vec![Id::from("cosmetic")],
        cautions: vec![Caution::PatchTestAdded],
        questions: vec![
            Question::WhoTreats,
            Question::ProductDocument { product: Id::from("serum") },
            Question::PeakNotStated { goal: Id::from("fine_lines"), modality: Id::from("microneedling") },
        ],
        conflict: None,
        unmet: None,
        compare_with_nothing: Nothing {
            visits: 0,
            days: 0,
            downtime_days: 0,
            goals: vec![Id::from("fine_lines")],
        },
    }
}

/// A clinician must agree first.
pub fn provisional() -> Plan {
    let cautions = vec![Caution::Review { because: Id::from("cancer_history") }];
    Plan { status: Status::Provisional, cautions, ..ready() }
}

/// The clinic has not said how far apart sessions are.
pub fn undated() -> Plan {
    let question = Question::IntervalNotStated { modality: Id::from("microneedling"), with_exosome: true };
    let metrics = Metrics { visits: None, days: None, downtime_days: None, cost: None, grade: None };
    let (visits, undated) = (Vec::new(), vec![question.clone()]);
    let mut choice = Choice { visits, undated, metrics, bill: None, ..choice() };
    choice.outcomes.clear();
    choice.questions = vec![question.clone()];
    let questions = vec![Question::WhoTreats, question];
    Plan { options: vec![choice], questions, event: None, ..ready() }
}

/// Nothing may be planned.
pub fn blocked() -> Plan {
    let rejected = vec![Rejected {
        option: "microneedling+exosome".to_owned(),
        reason: Rejection::Screened { because: Id::from("pregnant") },
    }];
    Plan { status: Status::Blocked, options: Vec::new(), rejected, cautions: Vec::new(), ..ready() }
}

/// The wedding is too soon.
pub fn infeasible() -> Plan {
    let conflict = Conflict {
        option: "microneedling+exosome".to_owned(),
        chain: vec![
            Reason::Lead { days: 2, to: date("2026-11-24") },
            Reason::IntervalMin { modality: Id::from("microneedling"), days: 14, to: date("2026-12-27") },
        ],
        earliest_end: Some(date("2026-12-27")),
        latest_end: Some(date("2026-12-12")),
        certificate: None,
        wishes: vec![
            engine::Wish::Event { date: date("2026-12-19") },
            engine::Wish::EarliestStart { date: date("2026-11-24") },
        ],
        changes: vec![
            Change::StartEarlier { days: 15, to: date("2026-11-09") },
            Change::FewerSessions { modality: Id::from("microneedling"), sessions: 2 },
            Change::AfterEvent { last: date("2026-12-27") },
        ],
    };
    let (options, rejected) = (Vec::new(), Vec::new());
    Plan { status: Status::Infeasible, options, rejected, conflict: Some(conflict), ..ready() }
}
