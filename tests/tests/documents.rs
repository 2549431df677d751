//! The documents that the product ships.

#[test]
fn the_reference_protocol_has_no_problem() {
    let read = engine::text::read_protocol(&tests::text("www/protocols/reference.json"), None);
    assert_eq!(read.problems, []);
}

#[test]
fn the_packs_have_no_problem() {
    for (name, pack) in tests::json_files("www/packs") {
        let read = engine::text::read_pack(&pack.to_string());
        assert_eq!(read.problems, [], "{name}");
        assert_eq!(read.value.map(|pack| format!("{}.json", pack.id)), Some(name));
    }
}

#[test]
fn the_example_clinics_have_no_error() {
    for (name, _) in tests::json_files("www/clinics") {
        let protocol = tests::protocol(&tests::text(&format!("www/clinics/{name}")));
        assert_eq!(format!("{}.json", protocol.document().id), name);
    }
}

#[test]
fn every_number_of_the_reference_protocol_is_graded_and_what_has_no_source_is_the_clinics_own() {
    let protocol = tests::protocol(&tests::text("www/protocols/reference.json"));
    for source in &protocol.document().sources {
        assert!(!source.title.is_empty() && source.kind.is_some() && source.url.is_some(), "{}", source.id);
    }
    let cited = tests::text("www/protocols/reference.json");
    for source in &protocol.document().sources {
        assert!(cited.matches(&format!("\"{}\"", source.id)).count() > 1, "{} is cited nowhere", source.id);
    }
}

#[test]
fn nothing_injected_is_offered_anywhere() {
    for (name, _) in tests::json_files("www/clinics") {
        let protocol = tests::protocol(&tests::text(&format!("www/clinics/{name}")));
        let injected = protocol.document().modalities.iter().filter(|modality| {
            modality.with_exosome.as_ref().is_some_and(|with| with.route == Some(engine::Route::Injected))
        });
        assert!(injected.into_iter().all(|modality| !modality.offered), "{name}");
    }
}
