//! Names of what a plan is made of.
//!
//! Locale files hold a name as it stands inside a sentence; as a label it begins with a capital.

use engine::{Choice, Exosome, Id, Modality, Origin, Route, Text, Track};

use super::{Voice, capitalised};

/// The part of an option's id that stands for an exosome product put on at the clinic.
const EXOSOME: &str = "exosome";

impl Voice<'_> {
    /// The clinic's name, where it gives one in this language or in English.
    pub fn clinic(&self) -> Option<String> {
        self.in_language_or_english(&self.protocol.document().name)
    }

    /// A text of the clinic's in this language, or in English, and whether it is in another language than asked for.
    pub fn own(&self, text: &Text) -> Option<(String, bool)> {
        let is_foreign = self.in_language(text).is_none();
        Some((self.in_language_or_english(text)?, is_foreign))
    }

    /// The clinic's own sentence for a place, where it has one in this language.
    pub fn copy(&self, place: &str) -> Option<String> {
        self.in_language(self.protocol.document().copy.get(place)?).map(str::to_owned)
    }

    /// What a modality feels like, in the clinic's own words.
    pub fn feel(&self, modality: &Id) -> Option<String> {
        self.in_language(&self.protocol.modality(modality)?.feel).map(str::to_owned)
    }

    pub(super) fn in_language_or_english(&self, text: &Text) -> Option<String> {
        let english = || text.get("en").map(String::as_str).filter(|_| self.is_guarded);
        self.in_language(text).or_else(english).map(str::to_owned)
    }

    /// A modality's name.
    pub fn modality(&self, id: &Id) -> String {
        capitalised(self.modality_phrase(id))
    }

    /// A goal's name.
    pub fn goal(&self, id: &Id) -> String {
        capitalised(self.goal_phrase(id))
    }

    /// An area's name.
    pub fn area(&self, id: &Id) -> String {
        capitalised(self.area_phrase(id))
    }

    /// An area's name inside a sentence.
    pub fn area_phrase(&self, id: &Id) -> String {
        let own = self.protocol.document().areas.iter().find(|area| area.id == *id).map(|area| &area.name);
        self.named(own, "area", id.as_str())
    }

    /// A product's name, or where it comes from.
    pub fn product(&self, id: &Id) -> String {
        capitalised(self.product_phrase(id))
    }

    /// A numbing cream's name.
    pub fn anaesthetic(&self, id: &Id) -> String {
        capitalised(self.anaesthetic_phrase(id))
    }

    pub(crate) fn anaesthetic_phrase(&self, id: &Id) -> String {
        self.named(self.protocol.anaesthetic(id).map(|cream| &cream.name), "anaesthetic", id.as_str())
    }

    /// Where a product comes from.
    pub fn origin(&self, origin: Origin) -> String {
        self.say(&format!("origin.{origin}"), &[])
    }

    /// How a product meets the skin.
    pub fn route(&self, route: Route) -> String {
        self.say(&format!("route.{route}"), &[])
    }

    /// An option's name: `Microneedling with an exosome serum`.
    pub fn option(&self, choice: &Choice) -> String {
        let tracks = choice.tracks.iter();
        let parts = tracks.map(|track| self.track(track.modality.as_str(), track.exosome.as_ref()));
        capitalised(self.speech.list(&parts.collect::<Vec<_>>()))
    }

    /// A series' name: `Microneedling with an exosome serum`.
    pub fn track_name(&self, track: &Track) -> String {
        capitalised(self.track(track.modality.as_str(), track.exosome.as_ref()))
    }

    /// A session's name: `Microneedling with an exosome serum`.
    pub fn course(&self, modality: &Id, with_exosome: bool) -> String {
        capitalised(self.course_phrase(modality, with_exosome))
    }

    pub(super) fn course_phrase(&self, modality: &Id, with_exosome: bool) -> String {
        let name = self.modality_phrase(modality);
        if with_exosome { self.phrase("option.with_exosome", &[("modality", name.into())]) } else { name }
    }

    /// The name of an option that is known only by its id.
    pub fn option_id(&self, id: &str) -> String {
        capitalised(self.option_id_phrase(id))
    }

    pub(crate) fn option_id_phrase(&self, id: &str) -> String {
        let with_exosome = id.split('+').any(|part| part == EXOSOME);
        let mut modalities = id.split('+').filter(|part| !part.is_empty() && *part != EXOSOME);
        let mut parts = Vec::new();
        match (modalities.next(), with_exosome) {
            (Some(base), true) => {
                let course = self.find(base).and_then(|modality| modality.with_exosome.as_ref());
                parts.push(self.track_by(base, Some(course.and_then(|course| course.route))));
            }
            (Some(base), false) => parts.push(self.track_by(base, None)),
            (None, true) => parts.push(self.phrase("option.any_exosome", &[])),
            (None, false) => parts.push(self.phrase("option.everything", &[])),
        }
        parts.extend(modalities.map(|modality| self.track_by(modality, None)));
        self.speech.list(&parts)
    }

    /// A modality with its product: `microneedling with an exosome serum`.
    fn track(&self, modality: &str, exosome: Option<&Exosome>) -> String {
        self.track_by(modality, exosome.map(|exosome| Some(exosome.route)))
    }

    fn track_by(&self, modality: &str, exosome: Option<Option<Route>>) -> String {
        let name = self.named(self.find(modality).map(|modality| &modality.name), "modality", modality);
        match exosome {
            // Their names say that a product is used.
            None | Some(Some(Route::Home | Route::Injected)) => name,
            Some(Some(Route::AfterProcedure | Route::IntactSkin) | None) => {
                self.phrase("option.with_exosome", &[("modality", name.into())])
            }
        }
    }

    pub(crate) fn modality_phrase(&self, id: &Id) -> String {
        self.named(self.protocol.modality(id).map(|modality| &modality.name), "modality", id.as_str())
    }

    /// A goal's name inside a sentence.
    pub fn goal_phrase(&self, id: &Id) -> String {
        let own = self.protocol.document().goals.iter().find(|goal| goal.id == *id).map(|goal| &goal.name);
        self.named(own, "goal", id.as_str())
    }

    pub(super) fn product_phrase(&self, id: &Id) -> String {
        let product = self.protocol.document().products.iter().find(|product| product.id == *id);
        let own = product.and_then(|product| self.in_language(&product.name));
        own.map(str::to_owned).unwrap_or_else(|| {
            let origin = product.and_then(|product| product.origin).unwrap_or(Origin::NotStated);
            let origin = self.phrase(&format!("origin.{origin}"), &[]);
            self.phrase("product.unnamed", &[("origin", origin.into())])
        })
    }

    /// What an answer or an earlier procedure is about: `recent sun tan`.
    pub(super) fn topic(&self, id: &Id) -> String {
        let key = format!("screening_topic.{id}");
        if self.words.has(&key) { self.phrase(&key, &[]) } else { self.modality_phrase(id) }
    }

    /// A text of the clinic's in this language or in the language that it is a variety of.
    pub(super) fn in_language<'t>(&self, text: &'t Text) -> Option<&'t str> {
        self.spoken(text).filter(|_| self.is_guarded).map(String::as_str)
    }

    /// A text in this language or in the language that it is a variety of.
    pub(super) fn spoken<'t>(&self, text: &'t Text) -> Option<&'t String> {
        let lang = self.words.lang();
        let wider = || lang.split_once('-').and_then(|(wider, _)| text.get(wider));
        text.get(lang).or_else(wider)
    }

    fn find(&self, modality: &str) -> Option<&Modality> {
        self.protocol.document().modalities.iter().find(|known| known.id.as_str() == modality)
    }

    fn named(&self, own: Option<&Text>, namespace: &str, id: &str) -> String {
        if let Some(name) = own.and_then(|name| self.in_language(name)) {
            return name.to_owned();
        }
        let key = format!("{namespace}.{id}");
        // A clinic's own entry whose name is in another language, or may not be published.
        let unnamed = format!("{namespace}.unnamed");
        if self.words.has(&key) || !self.words.has(&unnamed) {
            self.phrase(&key, &[])
        } else {
            self.phrase(&unnamed, &[])
        }
    }
}
