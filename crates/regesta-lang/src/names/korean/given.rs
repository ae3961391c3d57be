//! Given names of one or two syllables, spelt apart, with a hyphen or together.

use super::spellings::{Spelt, syllables};

/// A reading of a given name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given {
    /// Its first syllable.
    pub(super) first: Spelt,
    /// Its second, where it has one.
    pub(super) second: Option<Spelt>,
}

impl Given {
    /// The systems that spell all of it so; one's own where they are mixed.
    pub(super) fn systems(&self) -> u8 {
        self.second.map_or(self.first.systems, |it| it.systems & self.first.systems)
    }

    /// Whether it needs a rare spelling.
    pub(super) fn is_loose(&self) -> bool {
        self.first.loose || self.second.is_some_and(|it| it.loose)
    }

    /// How likely its syllables are in a name.
    pub(super) fn weight(&self) -> u32 {
        u32::from(self.first.weight) * self.second.map_or(1, |it| u32::from(it.weight))
    }
}

/// Calls with every reading of the pieces of a given name.
pub(super) fn each<'a>(chunks: impl Iterator<Item = &'a str> + Clone, mut each: impl FnMut(Given)) {
    let mut pieces = chunks;
    match (pieces.next(), pieces.next(), pieces.next()) {
        (Some(one), None, _) => {
            syllables(one).iter().for_each(|it| each(Given { first: *it, second: None }));
            for (at, _) in one.char_indices().skip(1) {
                let (left, right) = one.split_at(at);
                pairs(left, right, &mut each);
            }
        }
        (Some(one), Some(two), None) => pairs(one, two, &mut each),
        _ => (),
    }
}

fn pairs(left: &str, right: &str, each: &mut impl FnMut(Given)) {
    let firsts = syllables(left);
    if firsts.is_empty() {
        return;
    }
    for second in syllables(right) {
        firsts.iter().for_each(|it| each(Given { first: *it, second: Some(*second) }));
    }
}
