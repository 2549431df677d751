//! A text as a QR code.

use qrcodegen::{QrCode, QrCodeEcc, Version};

/// The largest code that a phone's camera reads off a screen without being held still: 77 modules a side.
const LARGEST: u8 = 15;

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Modules a side, without the quiet zone.
    pub size: i32,
    /// The dark modules as the path of an SVG, one unit a module.
    pub path: String,
}

/// The code of a text; nothing where it needs one that is larger than version 15.
pub fn qr(text: &str) -> Option<Qr> {
    let segments = qrcodegen::QrSegment::make_segments(text);
    let (smallest, ecc) = (Version::MIN, QrCodeEcc::Low);
    // A higher level of correction is taken where it fits into the same size.
    let code =
        QrCode::encode_segments_advanced(&segments, ecc, smallest, Version::new(LARGEST), None, true).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                path.push_str(
                    &[
                        "M",
                        &x.to_string(),
                        " ",
                        &y.to_string(),
                        "h",
                        &run.to_string(),
                        "v1h-",
                        &run.to_string(),
                        "z",
                    ]
                    .concat(),
                );
            }
            x += run.max(1);
        }
    }
    Some(Qr { size: code.size(), path })
}
