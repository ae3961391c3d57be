//! Lines that repeat in the documents of one volume: running heads, the form they were typed on.

use std::collections::HashMap;

use regesta_model::Span;

use crate::{RepeatedLines, furniture};

/// Returns the lines that stand in as many documents as a line stands in files of a folder before it counts as repeated.
pub(super) fn repeated(text: &str, parts: impl ExactSizeIterator<Item = Span>) -> RepeatedLines {
    let least = RepeatedLines::least(parts.len());
    let mut counts: HashMap<u64, (usize, usize)> = HashMap::new();
    for (place, part) in parts.enumerate() {
        for line in furniture::notices(part.of(text)) {
            let (count, last) = counts.entry(line).or_insert((0, usize::MAX));
            if *last != place {
                (*count, *last) = (*count + 1, place);
            }
        }
    }
    let often = counts.into_iter().filter(|(_, (count, _))| *count >= least);
    RepeatedLines::new(often.map(|(line, _)| line))
}
