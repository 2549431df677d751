//! Short lists in order.

/// Sorts a list of a handful; equals stay as they are. The standard library's sort takes five kilobytes of the
/// download for every type that is sorted.
pub fn sort<T>(list: &mut [T], is_before: fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && is_before(&list[at], &list[at - 1]) {
            list.swap(at, at - 1);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sort;

    #[test]
    fn equals_stay_as_they_are() {
        let mut list = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        sort(&mut list, |a, b| a.0 < b.0);
        assert_eq!(list, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
