//! What an option costs: every item that has to be paid, their sum, and the packages that the option uses up.
//!
//! A sum is worth something only where it is whole, so one price that the clinic leaves out leaves out the bill.

use crate::answer::{Bill, Charge, Choice, Item, Offer};
use crate::combine::Candidate;
use crate::protocol::{CONSULTATION, PATCH_TEST, Package, Prices};
use crate::reason::Question;
use crate::schedule::Frame;
use crate::terms::FeeUnit;
use crate::units::Range;

/// The bill of a dated option.
pub(crate) fn bill(frame: &Frame, candidate: &Candidate, choice: &Choice) -> Option<Bill> {
    let prices = frame.protocol.document().prices.as_ref()?;
    if choice.visits.is_empty() {
        return None;
    }
    let mut items = first_visit(frame, prices, choice)?;
    let sessions = || choice.visits.iter().flat_map(|visit| &visit.sessions);
    for part in &candidate.parts {
        let (modality, with_exosome) = (part.modality.id.clone(), part.exosome.is_some());
        let times = sessions().filter(|session| session.modality == modality).count();
        // Every session of a series may be done; its price is not asked for then.
        if times == 0 && !part.is_home() {
            continue;
        }
        let each = prices.session(&modality, with_exosome)?;
        items.push(if part.is_home() {
            charge(Item::Home { modality }, 1, each)
        } else {
            charge(Item::Session { modality, with_exosome }, count(times), each)
        });
    }
    for fee in &prices.fees {
        let times = match fee.per? {
            FeeUnit::Course => 1,
            FeeUnit::Visit => count(choice.visits.len()),
            FeeUnit::Session => count(sessions().count()),
        };
        items.push(charge(Item::Fee { fee: fee.id.clone() }, times, fee.minor?));
    }
    items.retain(|item| item.times > 0);
    let packages = prices.packages.iter().enumerate();
    let packages = packages.filter_map(|(index, package)| offer(prices, &items, index, package));
    let packages = packages.collect();
    Some(Bill { currency: prices.currency.clone(), total: sum(&items), items, packages })
}

/// What to ask about the packages that are shown.
pub(crate) fn questions(frame: &Frame, choice: &Choice) -> Vec<Question> {
    let prices = frame.protocol.document().prices.as_ref();
    let offers = choice.bill.iter().flat_map(|bill| &bill.packages);
    let shown = offers.filter_map(|offer| prices?.packages.get(offer.package));
    let silent = shown.filter(|package| package.unused.is_empty());
    let ask = |package: &Package| Question::UnusedNotStated {
        modality: package.modality.clone(),
        with_exosome: package.with_exosome,
    };
    silent.map(ask).collect()
}

/// The consultation and what belongs to it; nothing for somebody who has had it.
fn first_visit(frame: &Frame, prices: &Prices, choice: &Choice) -> Option<Vec<Charge>> {
    let mut items = Vec::new();
    if choice.visits.iter().any(|visit| visit.sessions.is_empty()) {
        items.push(charge(Item::Consultation, 1, prices.consultation?));
        if frame.request.person.very_sensitive {
            items.push(charge(Item::PatchTest, 1, prices.patch_test?));
        }
    }
    Some(items)
}

/// A package beside the items; nothing where the option has fewer sessions, for some would be left over.
fn offer(prices: &Prices, items: &[Charge], index: usize, package: &Package) -> Option<Offer> {
    let price = package.minor?;
    let (mut covers, mut rest) = (Vec::new(), Vec::new());
    let mut sessions = 0;
    for Charge { item, times, each, .. } in items {
        let covered = covered(prices, package, item).min(*times);
        if matches!(item, Item::Session { .. }) {
            sessions += covered;
        }
        for (times, to) in [(covered, &mut covers), (times - covered, &mut rest)] {
            to.extend((times > 0).then(|| charge(item.clone(), times, *each)));
        }
    }
    let total = plus(price, sum(&rest));
    (sessions == u32::from(package.sessions)).then_some(Offer { package: index, price, covers, rest, total })
}

/// How often a package covers an item.
fn covered(prices: &Prices, package: &Package, item: &Item) -> u32 {
    let has = |id: &str| package.covers.iter().any(|covered| covered.as_str() == id);
    let sessions = u32::from(package.sessions);
    match item {
        Item::Consultation => has(CONSULTATION).into(),
        Item::PatchTest => has(PATCH_TEST).into(),
        Item::Home { .. } => 0,
        Item::Session { modality, with_exosome } => {
            let is_meant = (modality, with_exosome) == (&package.modality, &package.with_exosome);
            if is_meant { sessions } else { 0 }
        }
        Item::Fee { fee } => match prices.fees.iter().find(|known| known.id == *fee && has(fee.as_str())) {
            None => 0,
            Some(fee) if fee.per == Some(FeeUnit::Course) => 1,
            // Two sessions of one modality are never on one day.
            Some(_) => sessions,
        },
    }
}

fn charge(item: Item, times: u32, each: Range<u64>) -> Charge {
    let times_each = |minor: u64| minor.saturating_mul(times.into());
    Charge { item, times, each, sum: Range::new(times_each(each.lo), times_each(each.hi)) }
}

fn sum(items: &[Charge]) -> Range<u64> {
    items.iter().fold(Range::new(0, 0), |sum, item| plus(sum, item.sum))
}

fn plus(a: Range<u64>, b: Range<u64>) -> Range<u64> {
    Range::new(a.lo.saturating_add(b.lo), a.hi.saturating_add(b.hi))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
