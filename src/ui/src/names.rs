//! Lists of attributes' names, each kept once: elements of one list are compared value by value, without a look-up.

use std::cell::RefCell;

/// A list of names. The code writes them, so there are only so many, and they are kept for good.
#[derive(Clone, Copy)]
pub struct Names(usize);

struct List {
    names: &'static [&'static str],
    /// The lists that begin with this one and have one name more.
    longer: Vec<(&'static str, Names)>,
}

thread_local! {
    static LISTS: RefCell<Vec<List>> = RefCell::new(vec![List { names: &[], longer: Vec::new() }]);
}

impl Names {
    /// The list without names.
    pub const NONE: Names = Names(0);

    /// The list itself; the same names in the same order have the same address.
    pub fn list(self) -> &'static [&'static str] {
        LISTS.with_borrow(|lists| lists[self.0].names)
    }

    /// The list with one name more.
    #[must_use]
    pub fn and(self, name: &'static str) -> Names {
        LISTS.with_borrow_mut(|lists| {
            if let Some((_, longer)) = lists[self.0].longer.iter().find(|(known, _)| *known == name) {
                return *longer;
            }
            let longer = Names(lists.len());
            let names = [lists[self.0].names, &[name]].concat().leak();
            lists[self.0].longer.push((name, longer));
            lists.push(List { names, longer: Vec::new() });
            longer
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_names_are_one_list() {
        let list = || Names::NONE.and("class").and("id").list();
        assert_eq!(list(), ["class", "id"]);
        assert!(std::ptr::eq(list(), list()));
        assert!(!std::ptr::eq(list(), Names::NONE.and("id").and("class").list()));
    }
}
