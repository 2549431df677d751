//! The gate as one table: what each jurisdiction says of each route and origin, the document it asks for, its sources.
#![allow(clippy::expect_used)]

use engine::{Date, GateState, Origin, Pack, Protocol, Route};
use serde_json::{Value, json};

const TODAY: &str = "2026-11-22";
const DOCUMENTS: [&str; 4] = ["product_notification", "product_safety_file", "drug_number", "classification"];

/// A modality of the reference protocol for each route.
const MODALITIES: [&str; 4] = ["home_serum", "priming", "microneedling", "injected_face"];

/// The packs, in the order of their codes.
fn packs() -> Vec<Pack> {
    let files = tests::json_files("www/packs");
    files.iter().map(|(name, _)| tests::pack(name.trim_end_matches(".json"))).collect()
}

/// The table without its heading.
fn table() -> Vec<Vec<String>> {
    let cells = |line: &str| line.split('\t').map(str::to_owned).collect();
    tests::text("tests/gate.tsv").lines().skip(1).map(cells).collect()
}

/// What a pack says of one route and origin, as a line of the table; nothing where it has no row.
fn line(pack: &Pack, route: Route, origin: Origin) -> Option<Vec<String>> {
    let row = pack.row(route, origin)?;
    let document = row.attest.as_ref().map_or("-", |document| document.as_str());
    let notice = row.notice.as_ref().and_then(|id| pack.notice(id));
    let cited: Vec<&str> = notice.iter().flat_map(|notice| &notice.cite).map(|id| id.as_str()).collect();
    let sources = if cited.is_empty() { "-".to_owned() } else { cited.join(" ") };
    let cells = [&pack.id, route.as_str(), origin.as_str(), row.state?.as_str(), document, &sources];
    Some(cells.map(str::to_owned).to_vec())
}

/// A clinic that uses one product by every route, and has attested these documents.
fn clinic(origin: Origin, jurisdiction: &str, documents: &[&str]) -> Protocol {
    let attested = |document| json!({ "jurisdiction": jurisdiction, "document": document, "reference": "1" });
    let attested: Vec<Value> = documents.iter().map(attested).collect();
    let document = json!({
        "extends": "reference",
        "id": "clinic",
        "version": "1",
        "products": [{ "id": origin, "routes": Route::ALL, "in_use": true, "attested": attested }],
        "modalities": MODALITIES.map(|id| json!({ "id": id, "offered": true })),
        "consultation": { "patch_test": { "wait": "2 days" } },
    });
    tests::protocol(&document.to_string())
}

fn plan(protocol: &Protocol, pack: &Pack) -> Value {
    let answers = json!({
        "today": TODAY,
        "goals": ["fine_lines", "dullness"],
        "areas": ["face"],
        "extras": ["home_serum", "priming"],
        "person": { "adult": true, "fitzpatrick": 2, "very_sensitive": false },
    });
    tests::plan(protocol, pack, &tests::request(&answers))
}

fn entries<'a>(value: &'a Value, list: &str) -> &'a [Value] {
    value[list].as_array().map_or(&[], Vec::as_slice)
}

/// The gate's answer to a route, seen in a plan: its code and document, or nothing where the route is open.
fn refused(plan: &Value, route: Route) -> Option<(&str, &str)> {
    let rejected = entries(plan, "rejected").iter().find(|rejected| rejected["route"] == route.as_str())?;
    Some((rejected["code"].as_str()?, rejected["document"].as_str().unwrap_or("-")))
}

/// Whether any option puts an exosome product on or into the skin by this route.
fn planned(plan: &Value, route: Route) -> bool {
    let tracks = entries(plan, "options").iter().flat_map(|option| entries(option, "tracks"));
    tracks.into_iter().any(|track| track["exosome"]["route"] == route.as_str())
}

fn nothing_is_planned(pack: &Pack, code: &str) {
    for origin in Origin::ALL {
        let plan = plan(&clinic(*origin, &pack.id, &DOCUMENTS), pack);
        let of = format!("{}, {origin}", pack.id);
        assert_eq!((&plan["status"], entries(&plan, "options").len()), (&json!("blocked"), 0), "{of}");
        for modality in MODALITIES.iter().filter(|modality| **modality != "priming") {
            let refusal = entries(&plan, "rejected").iter().find(|rejected| rejected["option"] == *modality);
            assert_eq!(refusal.map(|refusal| &refusal["code"]), Some(&json!(code)), "{of}, {modality}");
        }
        assert!(Route::ALL.iter().all(|route| !planned(&plan, *route)), "{of}");
    }
}

#[test]
fn the_packs_say_what_the_table_says_and_nothing_else() {
    let mut table = table();
    let every = |pack: &Pack| {
        let pairs = Route::ALL.iter().flat_map(|route| Origin::ALL.iter().map(|origin| (*route, *origin)));
        pairs.filter_map(|(route, origin)| line(pack, route, origin)).collect::<Vec<_>>()
    };
    let mut found: Vec<_> = packs().iter().flat_map(every).collect();
    assert_eq!(found.len(), packs().len() * Route::ALL.len() * Origin::ALL.len(), "a pack is silent");
    table.sort();
    found.sort();
    let unlisted: Vec<_> = found.iter().filter(|line| !table.contains(line)).collect();
    let unfounded: Vec<_> = table.iter().filter(|line| !found.contains(line)).collect();
    assert!(unlisted.is_empty(), "not in the table: {unlisted:#?}");
    assert!(unfounded.is_empty(), "in no pack: {unfounded:#?}");
    assert_eq!(table, found, "a line of the table stands twice");
}

#[test]
fn plans_open_what_the_table_opens_once_its_document_is_shown() {
    let table = table();
    for pack in packs() {
        for origin in Origin::ALL {
            let bare = plan(&clinic(*origin, &pack.id, &[]), &pack);
            let shown = plan(&clinic(*origin, &pack.id, &DOCUMENTS), &pack);
            let elsewhere = plan(&clinic(*origin, "ZZ", &DOCUMENTS), &pack);
            for route in Route::ALL {
                let of = format!("{}, {route}, {origin}", pack.id);
                let key = [pack.id.as_str(), route.as_str(), origin.as_str()];
                let line = table.iter().find(|line| line[..3] == key).expect("the table has every line");
                let (before, after) = match line[3].as_str() {
                    "on" => (None, None),
                    "clinic" => (Some(("not_attested", line[4].as_str())), None),
                    _ => (Some(("route_barred", "-")), Some(("route_barred", "-"))),
                };
                assert_eq!(refused(&bare, *route), before, "{of}, with no document");
                assert_eq!(refused(&elsewhere, *route), before, "{of}, with another country's documents");
                assert_eq!(refused(&shown, *route), after, "{of}, with every document");
                assert!(before.is_none() || !planned(&bare, *route), "{of}, with no document");
                assert!(after.is_none() || !planned(&shown, *route), "{of}, with every document");
            }
            let open = |route: Route| refused(&shown, route).is_none();
            for route in [Route::Home, Route::AfterProcedure] {
                assert_eq!(planned(&shown, route), open(route), "{}, {route}, {origin}", pack.id);
            }
        }
    }
}

#[test]
fn an_unknown_jurisdiction_is_closed() {
    nothing_is_planned(&Pack { id: "ZZ".to_owned(), ..Pack::default() }, "jurisdiction_unknown");
}

#[test]
fn an_expired_pack_is_closed() {
    let yesterday = Date::try_from(TODAY.to_owned()).expect("a date").plus_days(-1);
    for pack in packs() {
        nothing_is_planned(&Pack { valid_to: Some(yesterday), ..pack }, "pack_expired");
    }
}

#[test]
fn a_pack_without_rows_opens_no_route_to_any_origin() {
    let pack = Pack { id: "ZZ".to_owned(), valid_to: Some(Date::LAST), ..Pack::default() };
    for origin in Origin::ALL {
        let plan = plan(&clinic(*origin, &pack.id, &DOCUMENTS), &pack);
        for route in Route::ALL {
            assert_eq!(pack.row(*route, *origin), None);
            assert_eq!(refused(&plan, *route), Some(("route_barred", "-")), "{route}, {origin}");
            assert!(!planned(&plan, *route), "{route}, {origin}");
        }
    }
}

#[test]
fn injection_is_open_nowhere() {
    for pack in packs() {
        let injected = |origin: &Origin| pack.row(Route::Injected, *origin).and_then(|row| row.state);
        assert!(Origin::ALL.iter().all(|origin| injected(origin) == Some(GateState::Off)), "{}", pack.id);
    }
}
