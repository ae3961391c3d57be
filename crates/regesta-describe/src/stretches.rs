//! Stretches of a page, each with what is known of it, and those of them that hold a place.

use regesta_model::Span;

/// Stretches of a page in order; they may lie in each other.
pub(crate) struct Stretches<T> {
    /// In the order of their beginnings; with each the furthest end of it and of those before it.
    all: Vec<(Span, u32, T)>,
}

impl<T: Copy> Stretches<T> {
    /// Takes stretches in any order.
    pub(crate) fn new(stretches: impl IntoIterator<Item = (Span, T)>) -> Stretches<T> {
        let mut all: Vec<(Span, u32, T)> =
            stretches.into_iter().map(|(span, of)| (span, 0, of)).collect();
        all.sort_by_key(|(span, ..)| span.start);
        let mut furthest = 0;
        for (span, end, _) in &mut all {
            furthest = furthest.max(span.end);
            *end = furthest;
        }
        Stretches { all }
    }

    /// The stretches that hold a place, the last to begin first.
    pub(crate) fn around(&self, place: Span) -> impl Iterator<Item = (Span, T)> {
        let begun = self.all.partition_point(|(span, ..)| span.start <= place.start);
        let before = self.all.get(..begun).unwrap_or_default().iter().rev();
        before
            .take_while(move |(_, furthest, _)| *furthest >= place.end)
            .filter(move |(span, ..)| span.contains(place))
            .map(|(span, _, of)| (*span, *of))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_held_by_all_stretches_around_it() {
        let spans = [0..10, 2..4, 3..9, 12..20];
        let stretches = Stretches::new(spans.into_iter().map(Span::new).zip(0..));
        let around = |range| stretches.around(Span::new(range)).map(|it| it.1).collect::<Vec<_>>();
        assert_eq!(around(3..4), [2, 1, 0]);
        assert_eq!(around(9..10), [0]);
        assert_eq!(around(9..12), [0; 0]);
        assert_eq!(around(13..14), [3]);
    }
}
