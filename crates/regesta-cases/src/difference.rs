//! What differs between two texts, line by line.

use std::fmt::Write as _;

/// Shows the expected lines and the actual ones: common lines indented, the others marked `-` and `+`.
#[must_use]
pub fn difference(expected: &str, actual: &str) -> String {
    let old: Vec<&str> = expected.lines().collect();
    let new: Vec<&str> = actual.lines().collect();
    let common = longest_common(&old, &new);
    let mut res = String::new();
    let (mut i, mut j) = (0, 0);
    for (at_old, at_new) in common.into_iter().chain([(old.len(), new.len())]) {
        for line in old.get(i..at_old).unwrap_or_default() {
            let _ = writeln!(res, "    - {line}");
        }
        for line in new.get(j..at_new).unwrap_or_default() {
            let _ = writeln!(res, "    + {line}");
        }
        if let Some(line) = old.get(at_old) {
            let _ = writeln!(res, "      {line}");
        }
        (i, j) = (at_old + 1, at_new + 1);
    }
    res
}

/// Returns the places of a longest common subsequence; expectations are short, a table of all pairs will do.
fn longest_common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut lengths = vec![0_usize; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            lengths[i * width + j] = if old[i] == new[j] {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let mut res = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            res.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_lines_are_marked() {
        assert_eq!(difference("a\nb\nc\n", "a\nd\nc\n"), "      a\n    - b\n    + d\n      c\n");
        assert_eq!(difference("", "a\n"), "    + a\n");
    }
}
