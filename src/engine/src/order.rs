//! Putting a few entries in order.
//!
//! The standard sorts and sets are made for many entries and weigh up to 10 KB in the browser for every type they are
//! used with. What is ordered here are the options of a plan or the entries of a list, a few dozen at most.

/// Sorts entries by what `before` says; equal ones keep their order.
pub(crate) fn sort_by<T>(entries: &mut [T], before: impl Fn(&T, &T) -> bool) {
    for end in 1..entries.len() {
        let mut place = end;
        while place > 0 && before(&entries[place], &entries[place - 1]) {
            entries.swap(place, place - 1);
            place -= 1;
        }
    }
}

/// The entries in order, each once.
pub(crate) fn set<T: Ord>(entries: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut set: Vec<T> = Vec::new();
    for entry in entries {
        let place = set.iter().position(|known| *known >= entry).unwrap_or(set.len());
        if set.get(place) != Some(&entry) {
            set.insert(place, entry);
        }
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_in_order_and_has_each_entry_once() {
        assert_eq!(set([3, 1, 2, 3, 1]), [1, 2, 3]);
        assert!(set::<u8>([]).is_empty());
    }

    #[test]
    fn equal_entries_keep_their_order() {
        let mut entries = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by(&mut entries, |a, b| a.0 < b.0);
        assert_eq!(entries, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
