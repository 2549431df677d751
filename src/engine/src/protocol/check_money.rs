//! What may be wrong with prices.

use crate::problem::Problems;
use crate::protocol::ProtocolDocument;
use crate::protocol::check::{Known, missing, refer};
use crate::units::Range;

/// The highest price, in the smallest unit: more than any treatment costs in any currency, so that sums stay sums.
const HIGHEST: u64 = 1_000_000_000_000;

/// Reports what is wrong with what things cost.
pub(crate) fn money(document: &ProtocolDocument, known: &Known, problems: &mut Problems) {
    let Some(prices) = &document.prices else { return };
    if prices.currency.len() != 3 || !prices.currency.bytes().all(|b| b.is_ascii_uppercase()) {
        let message = format!("`{}` is not a currency code", prices.currency);
        let help = "write an ISO 4217 code, such as `PHP`";
        problems.error("E-PROTO-CURRENCY", "prices/currency", message, help);
    }
    for (field, price) in [("consultation", prices.consultation), ("patch_test", prices.patch_test)] {
        price.into_iter().for_each(|price| in_order(price, format!("prices/{field}"), problems));
    }
    for (index, price) in prices.sessions.iter().enumerate() {
        let path = |field: &str| format!("prices/sessions/{index}/{field}");
        let modality = std::slice::from_ref(&price.modality);
        refer("modality", "modalities", &known.modalities, &path("modality"), modality, problems);
        match price.minor {
            None => {
                missing(&path("minor"), "the price from lowest to highest, in the smallest unit", problems)
            }
            Some(range) => in_order(range, path("minor"), problems),
        }
    }
}

fn in_order(price: Range<u64>, path: String, problems: &mut Problems) {
    if price.lo > price.hi {
        problems.error("E-PROTO-RANGE", path, "the lowest price is above the highest", "swap the two");
    } else if price.hi > HIGHEST {
        let message = format!("{} is more than the {HIGHEST} that a price may be", price.hi);
        problems.error("E-PROTO-RANGE", path, message, "write it in the currency's smallest unit, once");
    }
}
