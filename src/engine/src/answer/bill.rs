//! What an option costs, item by item.

use serde::Serialize;

use crate::ids::Id;
use crate::units::Range;

/// What an option costs, item by item, in the currency's smallest unit: the items are all that has to be paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bill {
    /// The currency, an ISO 4217 code.
    pub currency: String,
    /// What is paid where every visit is paid for by itself.
    pub items: Vec<Charge>,
    /// The sum of the items.
    pub total: Range<u64>,
    /// The packages that the option would use up.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub packages: Vec<Offer>,
}

/// One item of a bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Charge {
    /// What is paid for.
    #[serde(flatten)]
    pub item: Item,
    /// How often.
    pub times: u32,
    /// What it costs each time.
    pub each: Range<u64>,
    /// What it costs together.
    pub sum: Range<u64>,
}

/// What is paid for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "item", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Item {
    /// The consultation.
    Consultation,
    /// The patch test.
    PatchTest,
    /// A session.
    Session {
        /// The modality.
        modality: Id,
        /// Whether an exosome product is part of it.
        with_exosome: bool,
    },
    /// What is used at home, for as long as it is used.
    Home {
        /// The modality.
        modality: Id,
    },
    /// A fee of the clinic's list.
    Fee {
        /// The fee.
        fee: Id,
    },
}

/// A package beside the same sessions paid one by one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Offer {
    /// Its place among the packages of the protocol.
    pub package: usize,
    /// Its price.
    pub price: Range<u64>,
    /// The items that it covers, as often as it does.
    pub covers: Vec<Charge>,
    /// What is paid besides.
    pub rest: Vec<Charge>,
    /// What the whole option costs with it.
    pub total: Range<u64>,
}
