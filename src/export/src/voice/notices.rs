//! What people in a country are told.

use engine::Id;

use super::Voice;

impl Voice<'_> {
    /// What people here are told, in the language or else in English. A machine's translation says that it is one.
    pub fn notice(&self, id: &Id) -> String {
        match self.translation(id) {
            Some(translation) => format!("{translation} ({})", self.say("ui.notice.machine", &[])),
            None => self.checked_notice(id),
        }
    }

    /// The same as somebody wrote and checked it: the pack's text, then the clinic's.
    pub fn checked_notice(&self, id: &Id) -> String {
        let listed = self.pack.and_then(|pack| pack.notice(id));
        let listed = listed.and_then(|notice| self.spoken(&notice.text).or_else(|| notice.text.get("en")));
        let own = || {
            self.protocol.document().copy.get(id.as_str()).and_then(|text| self.in_language_or_english(text))
        };
        listed.cloned().or_else(own).unwrap_or_else(|| self.say(&format!("notice.{id}"), &[]))
    }

    /// A machine's translation of what the pack does not say in this language. The pack's text is what was checked, and
    /// stays what holds.
    pub fn translation(&self, id: &Id) -> Option<&str> {
        if !self.is_foreign(id) {
            return None;
        }
        self.words.sentence(&format!("notice.{id}"), None)
    }

    /// Whether the pack says this, and in other languages only.
    pub fn is_foreign(&self, id: &Id) -> bool {
        let notice = self.pack.and_then(|pack| pack.notice(id));
        notice.is_some_and(|notice| self.spoken(&notice.text).is_none())
    }
}
