//! Why a value of a document can't be read, in a form that passes through plain text.

/// The text of a leaf's error: its code, what is wrong, and what to write instead.
pub(crate) fn malformed(code: &str, message: &str, help: &str) -> String {
    format!("{code}: {message}; {help}")
}

/// The code, message and help of a text that [`malformed`] made.
pub(crate) fn parts(text: &str) -> (&'static str, &str, &str) {
    let (code, rest) = text.split_once(": ").unwrap_or(("", text));
    let (message, help) = rest.split_once("; ").unwrap_or((rest, "look at the schema"));
    (known(code), message, help)
}

/// Codes are a closed list, while a leaf's error arrives as text.
fn known(code: &str) -> &'static str {
    const CODES: [&str; 13] = [
        "E-DATE-FORM",
        "E-DATE-NONE",
        "E-DATE-ORDER",
        "E-CAL-TIME",
        "E-CAL-HOURS",
        "E-CAL-WEEKDAY",
        "E-IV-UNIT",
        "E-IV-ORDER",
        "E-IV-LONG",
        "E-PROTO-ID",
        "E-PROTO-RANGE",
        "E-PROTO-WORD",
        "E-PROTO-TYPE",
    ];
    CODES.into_iter().find(|known| *known == code).unwrap_or("E-PROTO-TYPE")
}
