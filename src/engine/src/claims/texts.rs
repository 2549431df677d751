//! The texts of a clinic's protocol: found, read by the guard, and left out where they may not be published.

use super::{Claims, Finding, Guard, Lexicon};
use crate::pack::Pack;
use crate::problem::Problems;
use crate::protocol::{Protocol, ProtocolDocument, Source, Text};
use crate::terms::ClaimClass;

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

/// Guards by language, made when they are first needed.
struct Guards<'a> {
    claims: &'a Claims,
    pack: Option<&'a Pack>,
    known: Vec<(Option<String>, Guard)>,
}

impl Claims {
    /// The guard for texts of one language in one jurisdiction; where none is named, the language is told from the text.
    /// English is always among them, for its words stand in texts of every language.
    pub fn guard(&self, pack: Option<&Pack>, lang: Option<&str>) -> Guard {
        let Some(lang) = lang else {
            let all: Vec<&Lexicon> = self.lexicons.iter().collect();
            return Guard::telling(&self.rules, &all, pack);
        };
        let wider = lang.split('-').next().unwrap_or_default();
        let is_known = self.lexicons.iter().any(|lexicon| lexicon.lang == lang);
        let lang = if is_known { lang } else { wider };
        let holds = |lexicon: &&Lexicon| lexicon.lang == lang || lexicon.lang == "en";
        let lexicons: Vec<&Lexicon> = self.lexicons.iter().filter(holds).collect();
        Guard::new(&self.rules, &lexicons, pack)
    }

    /// Reports every claim in the texts of a protocol.
    pub(crate) fn check(
        &self,
        document: &mut ProtocolDocument,
        pack: Option<&Pack>,
        problems: &mut Problems,
    ) {
        let mut guards = Guards { claims: self, pack, known: Vec::new() };
        each(document, &mut |place, text| {
            guards.findings(place, text).into_iter().for_each(|found| note(found, &place.path, problems));
            true
        });
    }

    /// Leaves out every text of a protocol that may not be published; gives what was found, with its place.
    pub fn leave_out(&self, protocol: &mut Protocol, pack: &Pack) -> Vec<(Place, Finding)> {
        let mut left_out = Vec::new();
        let mut guards = Guards { claims: self, pack: Some(pack), known: Vec::new() };
        protocol.reworded(|document| {
            each(document, &mut |place, text| {
                let found = guards.findings(place, text);
                let is_clean = found.is_empty();
                left_out.extend(found.into_iter().map(|found| (place.clone(), found)));
                is_clean
            });
        });
        left_out
    }
}

impl Guards<'_> {
    fn findings(&mut self, place: &Place, text: &str) -> Vec<Finding> {
        let known = self.known.iter().position(|(lang, _)| *lang == place.lang);
        let at = known.unwrap_or_else(|| {
            let guard = self.claims.guard(self.pack, place.lang.as_deref());
            self.known.push((place.lang.clone(), guard));
            self.known.len() - 1
        });
        let mut found = self.known[at].1.findings(text);
        found.retain(|found| !place.is_citation || is_never_cited(found.code));
        found
    }
}

/// Whether a class is a claim even in the title of a source.
fn is_never_cited(code: &str) -> bool {
    [ClaimClass::Testimonial, ClaimClass::Pressure].iter().any(|class| class.code() == code)
}

fn note(found: Finding, path: &str, problems: &mut Problems) {
    let mut message = format!("`{}` may not be published: {}", found.text, found.rule);
    if !found.source.is_empty() {
        message.push_str(&format!(" ({})", found.source));
    }
    // A problem's sentence stands inside another and ends without a full stop.
    let message = message.trim_end_matches('.').replace(". (", " (");
    problems.error(found.code, path, message, found.instead);
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
