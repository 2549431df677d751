//! The texts of a clinic's protocol: found, read by the guard, and left out where they may not be published.

use super::guards::Guards;
use super::{Claims, Finding, Guard};
use crate::pack::Pack;
use crate::problem::Problems;
use crate::protocol::{Protocol, ProtocolDocument, Source, Text};

/// Where a text stands in a protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Keys and indices, joined by `/`.
    pub path: String,
    /// Its language; not stated for what is written in one language only.
    pub lang: Option<String>,
    /// Whether it names a source: a study's title may name a disease.
    pub is_citation: bool,
}

impl Claims {
    /// The guard for texts of one language in one jurisdiction; where none is named, the language is told from the text.
    /// English is always among them, for its words stand in texts of every language.
    pub fn guard(&self, pack: Option<&Pack>, lang: Option<&str>) -> Guard {
        Guards::new(self, pack).guard(lang)
    }

    /// Leaves out every text of a protocol that may not be published; gives what was found, with its place.
    pub fn leave_out(&self, protocol: &mut Protocol, pack: &Pack) -> Vec<(Place, Finding)> {
        protocol.reworded(|document| self.take_out(document, Some(pack)))
    }

    /// Takes every such text out of a document.
    pub(crate) fn take_out(
        &self,
        document: &mut ProtocolDocument,
        pack: Option<&Pack>,
    ) -> Vec<(Place, Finding)> {
        let mut taken = Vec::new();
        let mut guards = Guards::new(self, pack);
        each(document, &mut |place, text| {
            let found = guards.findings(place, text);
            let is_clean = found.is_empty();
            taken.extend(found.into_iter().map(|found| (place.clone(), found)));
            is_clean
        });
        taken
    }
}

/// Reports a claim at its place.
pub(crate) fn report((place, found): (Place, Finding), problems: &mut Problems) {
    let mut message = format!("`{}` may not be published: {}", found.text, found.rule);
    if !found.source.is_empty() {
        message.push_str(&format!(" ({})", found.source));
    }
    // A problem's sentence stands inside another and ends without a full stop.
    let message = message.trim_end_matches('.').replace(". (", " (");
    problems.error(found.code, place.path, message, found.instead);
}

/// Shows every text to `keep`, and takes out those that it does not keep.
fn each(document: &mut ProtocolDocument, keep: &mut dyn FnMut(&Place, &str) -> bool) {
    named(&mut document.name, "name", keep);
    for (index, product) in document.products.iter_mut().enumerate() {
        named(&mut product.name, &format!("products/{index}/name"), keep);
    }
    for (index, goal) in document.goals.iter_mut().enumerate() {
        named(&mut goal.name, &format!("goals/{index}/name"), keep);
    }
    for (index, area) in document.areas.iter_mut().enumerate() {
        named(&mut area.name, &format!("areas/{index}/name"), keep);
    }
    for (index, modality) in document.modalities.iter_mut().enumerate() {
        named(&mut modality.name, &format!("modalities/{index}/name"), keep);
        named(&mut modality.feel, &format!("modalities/{index}/feel"), keep);
    }
    for (index, cream) in document.anaesthetics.iter_mut().enumerate() {
        named(&mut cream.name, &format!("anaesthetics/{index}/name"), keep);
    }
    if let Some(prices) = document.prices.as_mut() {
        for (index, fee) in prices.fees.iter_mut().enumerate() {
            named(&mut fee.name, &format!("prices/fees/{index}/name"), keep);
        }
        for (index, package) in prices.packages.iter_mut().enumerate() {
            named(&mut package.unused, &format!("prices/packages/{index}/unused"), keep);
        }
        named(&mut prices.finance_text, "prices/finance_text", keep);
    }
    document.copy.retain(|key, text| {
        named(text, &format!("copy/{key}"), keep);
        !text.is_empty()
    });
    plain(&mut document.author, "author", false, keep);
    plain(&mut document.funding, "funding", false, keep);
    plain(&mut document.review.by, "review/by", false, keep);
    for (index, source) in document.sources.iter_mut().enumerate() {
        let Source { title, by, population, funding, .. } = source;
        for (field, text) in [
            ("title", Some(title)),
            ("by", Some(by)),
            ("population", population.as_mut()),
            ("funding", funding.as_mut()),
        ] {
            text.into_iter().for_each(|text| plain(text, &format!("sources/{index}/{field}"), true, keep));
        }
    }
}

fn named(text: &mut Text, path: &str, keep: &mut dyn FnMut(&Place, &str) -> bool) {
    text.retain(|lang, said| {
        let place = Place { path: format!("{path}/{lang}"), lang: Some(lang.to_owned()), is_citation: false };
        keep(&place, said)
    });
}

fn plain(text: &mut String, path: &str, is_citation: bool, keep: &mut dyn FnMut(&Place, &str) -> bool) {
    let place = Place { path: path.to_owned(), lang: None, is_citation };
    if !text.is_empty() && !keep(&place, text) {
        text.clear();
    }
}
