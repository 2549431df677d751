//! What holds for every document at all: it is refused with its problems, or there is a plan.

use std::sync::LazyLock;

use engine::{Checked, Json, Pack, Plan, Protocol, Reason, Request, Severity};
use export::{CalendarDetails, Plain, Voice, Words};

static REFERENCE: LazyLock<Json> = LazyLock::new(|| {
    engine::text::parse(&crate::text("www/protocols/reference.json"))
        .unwrap_or_else(|error| panic!("{error}"))
});
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    Words::parse(&crate::text("www/locales/en.json")).unwrap_or_else(|error| panic!("{error}"))
});
/// What there is to plan with beside the document in question: a clinic, and all that the reference protocol has.
static USUAL: LazyLock<[(Protocol, Pack, Request); 2]> = LazyLock::new(|| {
    let read = |clinic: &str, code: &str, answers: &str| {
        let answers = serde_json::from_str(answers).unwrap_or_else(|error| panic!("{error}"));
        (crate::protocol(&crate::text(clinic)), crate::pack(code), crate::request(&answers))
    };
    let bride = crate::text("www/examples/bride-manila.json");
    let more = r#"{
        "today": "2026-11-22", "goals": ["fine_lines"], "areas": ["face"],
        "person": { "adult": true, "fitzpatrick": 3 }, "extras": ["prp_face", "home_serum"], "max_visits_per_month": 2
    }"#;
    [read("www/clinics/manila.json", "PH", &bride), read("www/protocols/reference.json", "KR", more)]
});

/// Plans by a protocol of any text; whether it could be read.
pub fn protocol(text: &str) -> bool {
    // The reference is read once, and not for every text.
    let read = whole(match engine::text::parse(text) {
        Ok(document) => engine::read_protocol(&document, Some(&REFERENCE)),
        Err(problem) => Checked { value: None, problems: vec![problem] },
    });
    read.inspect(|protocol| USUAL.iter().for_each(|(_, pack, request)| planned(protocol, pack, request)))
        .is_some()
}

/// Plans by a pack of any text; whether it could be read.
pub fn pack(text: &str) -> bool {
    let read = whole(engine::text::read_pack(text));
    read.inspect(|pack| USUAL.iter().for_each(|(protocol, _, request)| planned(protocol, pack, request)))
        .is_some()
}

/// Plans answers of any text; whether they could be read.
pub fn request(text: &str) -> bool {
    let read = whole(engine::text::read_request(text));
    read.inspect(|request| USUAL.iter().for_each(|(protocol, pack, _)| planned(protocol, pack, request)))
        .is_some()
}

/// The value of a document; without one there is an error, and every problem says what to do.
fn whole<T>(read: Checked<T>) -> Option<T> {
    let errors = read.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    assert_eq!(read.value.is_none(), errors > 0, "{:#?}", read.problems);
    for problem in &read.problems {
        assert!(!problem.message.is_empty() && !problem.help.is_empty(), "{problem:?}");
    }
    read.value
}

fn planned(protocol: &Protocol, pack: &Pack, request: &Request) {
    let plan = engine::plan(protocol, pack, request);
    let bytes = serde_json::to_vec(&plan).unwrap_or_else(|error| panic!("a plan that is no JSON: {error}"));
    let again = serde_json::to_vec(&engine::plan(protocol, pack, request));
    assert_eq!(again.ok().as_ref(), Some(&bytes), "another plan the second time");
    sound(&plan);
    let voice = Voice { words: &WORDS, speech: &Plain, protocol, pack: Some(pack), is_guarded: true };
    assert!(!export::explained(&plan, &voice).is_empty());
    for choice in &plan.options {
        let file = export::calendar(
            &plan,
            choice,
            &voice,
            CalendarDetails { title: true, aftercare: true, alarm: true, sequence: 1 },
        );
        assert_eq!(file.matches("BEGIN:VEVENT").count(), choice.visits.len());
    }
}

/// What every plan promises: visits in order, each inside its window, with reasons that lead to it.
fn sound(plan: &Plan) {
    for choice in &plan.options {
        assert!(choice.visits.is_empty() != choice.undated.is_empty(), "{}: dates and none", choice.id);
        assert!(choice.visits.windows(2).all(|pair| pair[0].date < pair[1].date), "{}: order", choice.id);
        for visit in &choice.visits {
            let window = visit.window;
            assert!(window.earliest <= visit.date && visit.date <= window.latest, "{}: {visit:?}", choice.id);
            assert_eq!(visit.why.last().map(Reason::to), Some(visit.date), "{}: {visit:?}", choice.id);
            assert!(visit.date >= plan.today, "{}: {visit:?}", choice.id);
        }
    }
}
