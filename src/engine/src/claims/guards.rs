//! Guards by language, each made when it is first needed; every language's words are made ready once.

use std::rc::Rc;

use super::guard::{Guard, Tongue};
use super::texts::Place;
use super::{Claims, Finding};
use crate::pack::Pack;

/// The guards of one jurisdiction.
pub(super) struct Guards<'a> {
    claims: &'a Claims,
    pack: Option<&'a Pack>,
    /// The words that are ready, in the order of the lexicons.
    tongues: Vec<Option<Rc<Tongue>>>,
    known: Vec<(Option<String>, Guard)>,
}

impl<'a> Guards<'a> {
    pub fn new(claims: &'a Claims, pack: Option<&'a Pack>) -> Guards<'a> {
        Guards { claims, pack, tongues: vec![None; claims.lexicons.len()], known: Vec::new() }
    }

    /// Every claim of a text that stands at this place.
    pub fn findings(&mut self, place: &Place, text: &str) -> Vec<Finding> {
        let known = self.known.iter().position(|(lang, _)| *lang == place.lang);
        let at = known.unwrap_or_else(|| {
            let guard = self.guard(place.lang.as_deref());
            self.known.push((place.lang.clone(), guard));
            self.known.len() - 1
        });
        let guard = &self.known[at].1;
        if place.is_citation { guard.findings_cited(text) } else { guard.findings(text) }
    }

    /// The guard for texts of one language; where none is named, it is told from the text. English is always among them.
    pub fn guard(&mut self, lang: Option<&str>) -> Guard {
        let lexicons = &self.claims.lexicons;
        let meant = lang.map(|lang| {
            let wider = lang.split('-').next().unwrap_or_default();
            if lexicons.iter().any(|lexicon| lexicon.lang == lang) { lang } else { wider }
        });
        let holds = |known: &str| meant.is_none_or(|lang| known == lang || known == "en");
        let places = (0..lexicons.len()).filter(|place| holds(&lexicons[*place].lang));
        let tongues = places.map(|place| self.tongue(place)).collect();
        Guard::new(tongues, lang.is_none())
    }

    fn tongue(&mut self, place: usize) -> Rc<Tongue> {
        let Claims { rules, lexicons } = self.claims;
        let make = || Rc::new(Tongue::new(rules, &lexicons[place], self.pack));
        Rc::clone(self.tongues[place].get_or_insert_with(make))
    }
}
