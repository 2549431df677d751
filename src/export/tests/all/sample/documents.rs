//! The documents that the sample plans follow.

use engine::{Pack, Protocol};

const CLINIC: &str = r#"{
    "id": "clinic", "version": "2026.11", "valid_to": "2027-06-30",
    "goals": [{ "id": "fine_lines", "areas": ["face"] }],
    "areas": [{ "id": "face" }],
    "calendar": { "opening": { "mon": { "from": "09:00", "to": "18:00" } } },
    "sources": [{ "id": "park-2023", "title": "A split-face trial", "by": "Park and others", "year": 2023, "people": 28 }],
    "products": [{ "id": "serum", "origin": "plant", "routes": ["after_procedure"], "in_use": true }],
    "modalities": [{
        "id": "microneedling", "role": "base", "offered": true, "areas": ["face"], "goals": ["fine_lines"],
        "alone": { "sessions": { "rec": 3 }, "interval": { "min": "2 weeks", "rec": "3 weeks", "max": "4 weeks" } },
        "aftercare": [{ "id": "sun", "lasts": "2 weeks" }, { "id": "make_up" }]
    }],
    "prices": {
        "currency": "PHP",
        "sessions": [{ "modality": "microneedling", "with_exosome": true, "minor": { "lo": 1100000, "hi": 1400000 } }],
        "fees": [{ "id": "materials", "name": { "en": "Materials" }, "per": "session", "minor": { "lo": 50000, "hi": 50000 } }],
        "packages": [{
            "modality": "microneedling", "with_exosome": true, "sessions": 3, "minor": { "lo": 3000000, "hi": 3900000 },
            "covers": ["materials"], "unused": { "en": "A session that is not used within 12 months is paid back." }
        }]
    }
}"#;

const PACK: &str = r#"{
    "id": "PH", "as_of": "2026-11-01", "valid_to": "2027-06-30",
    "notices": [{ "id": "cosmetic", "text": { "en": "Exosome products are for cosmetic use only here." } }]
}"#;

pub fn protocol() -> Protocol {
    let read = engine::text::read_protocol(CLINIC, None);
    assert_eq!(read.problems, Vec::new());
    read.value.unwrap()
}

pub fn pack() -> Pack {
    let read = engine::text::read_pack(PACK);
    assert_eq!(read.problems, Vec::new());
    read.value.unwrap()
}
