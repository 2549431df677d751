//! Why a value of a document can't be read, in a form that survives serde's plain-text errors.

/// The text of a leaf's error: its code, what is wrong, and what to write instead.
pub(crate) fn malformed(code: &str, message: &str, help: &str) -> String {
    format!("{code}: {message}; {help}")
}

/// The code, message and help of a text that [`malformed`] made.
pub(crate) fn parts(text: &str) -> Option<(&str, &str, &str)> {
    let (code, rest) = text.split_once(": ")?;
    let (message, help) = rest.split_once("; ")?;
    (code.starts_with("E-") && !code.contains(' ')).then_some((code, message, help))
}
