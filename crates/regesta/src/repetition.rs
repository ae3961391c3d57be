//! Lines that repeat across a folder: the furniture of a site or of a form.

use std::{
    collections::{HashMap, HashSet},
    fmt::Write as _,
};

use regesta_describe::RepeatedLines;
use sha2::{Digest as _, Sha256};

/// Counts in how many sources each line stands; copies of one file count once.
#[derive(Debug, Default)]
pub(crate) struct Counting {
    seen: HashSet<String>,
    counts: HashMap<u64, u32>,
}

impl Counting {
    /// Counts the lines of a source; `content` names what the file holds.
    pub(crate) fn add(&mut self, content: &str, fingerprints: &[u64]) {
        if fingerprints.is_empty() || !self.seen.insert(content.to_owned()) {
            return;
        }
        for it in fingerprints {
            *self.counts.entry(*it).or_default() += 1;
        }
    }

    /// Returns the lines that repeat.
    pub(crate) fn repeated(self) -> Repeated {
        let least = RepeatedLines::least(self.seen.len());
        let often = |count: u32| usize::try_from(count).is_ok_and(|it| it >= least);
        let lines: Vec<u64> =
            self.counts.into_iter().filter(|(_, it)| often(*it)).map(|(line, _)| line).collect();
        Repeated(RepeatedLines::new(lines))
    }
}

/// The lines that repeat across a folder.
#[derive(Debug)]
pub(crate) struct Repeated(pub(crate) RepeatedLines);

impl Repeated {
    /// Names those of a source's lines that repeat: a source is described again only when this changes.
    pub(crate) fn digest(&self, fingerprints: &[u64]) -> String {
        let mut hasher = Sha256::new();
        for it in fingerprints.iter().filter(|it| self.0.contains(**it)) {
            hasher.update(it.to_le_bytes());
        }
        hex(&hasher.finalize())
    }
}

/// Writes bytes in lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut res, it| {
        let _ = write!(res, "{it:02x}");
        res
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repeated(sources: usize, with_line: usize) -> bool {
        let mut counting = Counting::default();
        for number in 0..sources {
            let own = number as u64 + 100;
            let lines = if number < with_line { vec![1, own] } else { vec![own] };
            counting.add(&number.to_string(), &lines);
        }
        counting.repeated().0.contains(1)
    }

    #[test]
    fn a_line_repeats_in_three_of_a_few_and_in_twenty_of_many() {
        assert!(!repeated(5, 2) && repeated(5, 3));
        assert!(!repeated(500, 9) && repeated(500, 10));
        assert!(!repeated(9_000, 19) && repeated(9_000, 20));
    }

    #[test]
    fn copies_of_one_file_count_once() {
        let mut counting = Counting::default();
        for content in ["a", "a", "a", "b"] {
            counting.add(content, &[1]);
        }
        assert!(!counting.repeated().0.contains(1));
    }

    #[test]
    fn the_digest_follows_the_repeated_lines_alone() {
        let repeated = Repeated(RepeatedLines::new([1, 2]));
        assert_eq!(repeated.digest(&[1, 5]), repeated.digest(&[1, 6, 7]));
        assert_ne!(repeated.digest(&[1, 5]), repeated.digest(&[2, 5]));
    }
}
