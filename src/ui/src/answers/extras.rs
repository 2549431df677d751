//! Treatments that may join; nothing is ticked beforehand.

use engine::Role;

use super::Question;
use crate::controls::{fieldset, hint, tick};
use crate::markup::{Tag, tag};
use crate::msg::Msg;

/// The question about extras.
pub(super) fn extras(Question { setting, model, send }: Question) -> Tag {
    let modalities = setting.protocol.document().modalities.iter();
    let extras = modalities.filter(|modality| modality.offered && modality.role == Some(Role::Extra));
    let tiles = tag("div").class("tiles").each(extras, |extra| {
        let is_chosen = model.answers.extras.contains(&extra.id);
        let label = setting.voice().modality(&extra.id);
        tick(is_chosen, false, label, send, Msg::ExtraToggled(extra.id.clone()))
    });
    fieldset(setting.text("ui.extras.question")).with(hint(setting, "ui.extras.hint")).with(tiles)
}
