//! What may be wrong with prices.

use crate::ids::Id;
use crate::problem::Problems;
use crate::protocol::check::{Known, ids, missing, refer};
use crate::protocol::{Package, Prices, ProtocolDocument};
use crate::terms::FeeUnit;
use crate::units::Range;

/// What a package may cover besides fees.
pub(crate) const CONSULTATION: &str = "consultation";
pub(crate) const PATCH_TEST: &str = "patch_test";

/// The highest price, in the smallest unit: more than any treatment costs in any currency, so that sums stay sums.
const HIGHEST: u64 = 1_000_000_000_000;

/// Reports what is wrong with what things cost.
pub(crate) fn money(document: &ProtocolDocument, known: &Known, problems: &mut Problems) {
    let Some(prices) = document.prices.as_ref() else { return };
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
    fees(prices, problems);
    for (index, package) in prices.packages.iter().enumerate() {
        self::package(prices, package, known, &|field| format!("prices/packages/{index}/{field}"), problems);
    }
}

fn fees(prices: &Prices, problems: &mut Problems) {
    ids("prices/fees", prices.fees.iter().map(|fee| &fee.id), problems);
    for (index, fee) in prices.fees.iter().enumerate() {
        let path = |field: &str| format!("prices/fees/{index}/{field}");
        if [CONSULTATION, PATCH_TEST].contains(&fee.id.as_str()) {
            let message = format!("`{}` has a place of its own among the prices", fee.id);
            problems.error("E-PROTO-DUPLICATE", path("id"), message, "give the fee another id");
        }
        if fee.name.is_empty() {
            missing(&path("name"), "what the fee is called, so that people know what they pay", problems);
        }
        if fee.per.is_none() {
            let units = FeeUnit::ALL.iter().map(|unit| format!("`{unit}`")).collect::<Vec<_>>().join(", ");
            missing(&path("per"), &format!("how often it is paid, one of {units}"), problems);
        }
        match fee.minor {
            None => missing(&path("minor"), "the fee from lowest to highest, in the smallest unit", problems),
            Some(range) => in_order(range, path("minor"), problems),
        }
    }
}

fn package(
    prices: &Prices,
    package: &Package,
    known: &Known,
    path: &dyn Fn(&str) -> String,
    problems: &mut Problems,
) {
    let modality = std::slice::from_ref(&package.modality);
    refer("modality", "modalities", &known.modalities, &path("modality"), modality, problems);
    if package.sessions < 2 {
        let message = format!("{} is no number of sessions for a package", package.sessions);
        problems.error("E-PROTO-RANGE", path("sessions"), message, "write how many it has: two or more");
    }
    match package.minor {
        None => missing(
            &path("minor"),
            "the package's price from lowest to highest, in the smallest unit",
            problems,
        ),
        Some(range) => in_order(range, path("minor"), problems),
    }
    // Whoever is shown a package is shown first what the same costs visit by visit.
    if prices.session(&package.modality, package.with_exosome).is_none() {
        missing(&path("modality"), "the price of one such session, among the `sessions`", problems);
    }
    let mut covered: Vec<Id> = prices.fees.iter().map(|fee| fee.id.clone()).collect();
    covered.extend([CONSULTATION, PATCH_TEST].map(Id::from));
    refer("fee", "fees", &covered, &path("covers"), &package.covers, problems);
}

fn in_order(price: Range<u64>, path: String, problems: &mut Problems) {
    if price.lo > price.hi {
        problems.error("E-PROTO-RANGE", path, "the lowest price is above the highest", "swap the two");
    } else if price.hi > HIGHEST {
        let message = format!("{} is more than the {HIGHEST} that a price may be", price.hi);
        problems.error("E-PROTO-RANGE", path, message, "write it in the currency's smallest unit, once");
    }
}
