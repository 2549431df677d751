//! The way back: answers as they were before each change.

use engine::Request;

/// The most changes that can be taken back.
const MOST: usize = 50;

/// Answers before now, and those that were taken back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    before: Vec<Request>,
    after: Vec<Request>,
    /// Whether the last change was one of many that a slider makes on its way.
    is_sliding: bool,
}

impl History {
    /// Remembers what the answers were before a change; what was taken back before it is gone. The changes that a slider
    /// makes on its way are one.
    pub fn changed(&mut self, before: Request, slides: bool) {
        self.after.clear();
        if std::mem::replace(&mut self.is_sliding, slides) && slides {
            return;
        }
        if self.before.len() == MOST {
            self.before.remove(0);
        }
        self.before.push(before);
    }

    /// The next change is one of its own.
    pub fn settle(&mut self) {
        self.is_sliding = false;
    }

    /// The answers before the last change, in exchange for those of now.
    pub fn undo(&mut self, now: &Request) -> Option<Request> {
        let answers = self.before.pop()?;
        self.is_sliding = false;
        self.after.push(now.clone());
        Some(answers)
    }

    /// The answers that were taken back last, in exchange for those of now.
    pub fn redo(&mut self, now: &Request) -> Option<Request> {
        let answers = self.after.pop()?;
        self.before.push(now.clone());
        Some(answers)
    }

    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether something was taken back.
    pub fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }
}
