//! The shape of a protocol document: numbing creams, and what their labels say.

use serde::Serialize;

use crate::figure::Figure;
use crate::ids::Id;
use crate::measure::MinuteRange;
use crate::read::readable;
use crate::terms::ScreeningAction;

use super::document::{Text, document};

document! {
    /// A numbing cream, or the default where none is named.
    struct Anaesthetic {
        /// Its id.
        id: Id,
        /// Its name, where the clinic gives its own.
        name: Text,
        /// Minutes it stays on before the procedure at this clinic; the label's where absent.
        dwell: Option<Figure<MinuteRange>>,
        /// How long numbness lasts after it is taken off.
        numb_for: Option<Figure<MinuteRange>>,
        /// What its label says, use by use.
        label: Vec<LabelUse>,
        /// The most that its label allows on one day.
        most: LabelLimits,
        /// What a yes to a screening question does to it.
        rules: Vec<CreamRule>,
        /// What people are to tell the clinic before it is put on: keys of the interface's words.
        tell: Vec<Id>,
    }

    /// What a label says of one use.
    struct LabelUse {
        /// The use: a key of the interface's words.
        id: Id,
        /// The modalities it is for; all where empty.
        modalities: Vec<Id>,
        /// The areas it is for; all where empty.
        areas: Vec<Id>,
        /// Whether it holds only where a clinician chooses it.
        by_hand: bool,
        /// Minutes it stays on.
        dwell: Option<Figure<MinuteRange>>,
        /// How much of it, in milligrams for each square centimetre.
        milligrams_per_cm2: Option<Figure<u32>>,
    }

    /// The most that a label allows on one day.
    struct LabelLimits {
        /// Grams in all.
        grams: Option<Figure<u32>>,
        /// Square centimetres in all.
        area_cm2: Option<Figure<u32>>,
        /// Minutes on the skin.
        contact: Option<Figure<MinuteRange>>,
    }

    /// What a yes to a screening question does to a cream: `block` leaves it out, `review` waits for a clinician.
    struct CreamRule {
        /// The question.
        question: Id,
        /// What it does.
        action: Option<ScreeningAction>,
        /// The sources.
        cite: Vec<Id>,
    }
}

impl Anaesthetic {
    /// What the label says of its use for a modality on some areas; the narrowest use counts, and of several the longest.
    pub fn label_dwell(&self, modality: &Id, areas: &[Id]) -> Option<&Figure<MinuteRange>> {
        let longest = areas.iter().filter_map(|area| self.label_use(modality, Some(area)));
        let longest =
            longest.filter_map(|found| found.dwell.as_ref()).max_by_key(|dwell| dwell.value.minutes().hi);
        longest.or_else(|| self.label_use(modality, None).and_then(|found| found.dwell.as_ref()))
    }

    /// The narrowest use of the label that a modality on an area falls under.
    pub fn label_use(&self, modality: &Id, area: Option<&Id>) -> Option<&LabelUse> {
        let fits = |found: &&LabelUse| {
            !found.by_hand
                && (found.modalities.is_empty() || found.modalities.contains(modality))
                && (found.areas.is_empty() || area.is_some_and(|area| found.areas.contains(area)))
        };
        let narrow = |found: &&LabelUse| (!found.areas.is_empty(), !found.modalities.is_empty());
        self.label.iter().filter(fits).max_by_key(narrow)
    }

    /// Minutes it stays on before a modality on some areas: as the clinic says, else as its label says.
    pub fn dwell_for(&self, modality: &Id, areas: &[Id]) -> Option<&Figure<MinuteRange>> {
        self.dwell.as_ref().or_else(|| self.label_dwell(modality, areas))
    }

    /// Whether the clinic's time lies outside what the label says.
    pub fn is_off_label(&self, modality: &Id, areas: &[Id]) -> bool {
        let clinic = self.dwell.as_ref().map(|dwell| dwell.value.minutes());
        let label = self.label_dwell(modality, areas).map(|dwell| dwell.value.minutes());
        clinic.zip(label).is_some_and(|(clinic, label)| clinic.lo < label.lo || clinic.hi > label.hi)
    }
}
