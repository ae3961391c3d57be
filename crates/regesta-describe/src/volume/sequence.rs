//! Which of some numbers count on: the heads of a volume among everything that looks like one.

/// Returns the places of the longest run of numbers that rise, the first of equal ones.
pub(crate) fn ascending(numbers: &[u32]) -> Vec<usize> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; numbers.len()];
    for (place, number) in numbers.iter().enumerate() {
        let at = tails.partition_point(|it| numbers.get(*it).is_some_and(|it| it < number));
        if let Some(link) = before.get_mut(place) {
            *link = at.checked_sub(1).and_then(|it| tails.get(it)).copied();
        }
        match tails.get_mut(at) {
            // Of equal numbers the first stands at the head, the others repeat it on its pages.
            Some(tail) if numbers.get(*tail) == Some(number) => {}
            Some(tail) => *tail = place,
            None => tails.push(place),
        }
    }
    let mut res = Vec::with_capacity(tails.len());
    let mut at = tails.last().copied();
    while let Some(place) = at {
        res.push(place);
        at = before.get(place).copied().flatten();
    }
    res.reverse();
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_contents_and_strays_are_left_out() {
        assert_eq!(ascending(&[12, 1, 2, 40, 3, 4]), [1, 2, 4, 5]);
        assert_eq!(ascending(&[1, 1, 2, 2, 3]), [0, 2, 4]);
        assert!(ascending(&[]).is_empty());
    }
}
