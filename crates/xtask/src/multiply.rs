//! `cargo xtask multiply FOLDER N OUT`: many documents from a few, to measure with; never to be committed.
//!
//! Each document is one of the folder's with names, numbers and words of its running text exchanged among themselves,
//! so that lines differ as they do in a real collection while labels, structure and charset stay. The same arguments
//! give the same bytes.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, ensure};

/// How many documents share a sub-folder.
const IN_A_FOLDER: usize = 1_000;

/// How many words make a line running text; shorter lines are labels, headings and addresses.
const RUNNING: usize = 6;

/// Writes `count` documents made from those in `folder` to `out`.
pub(crate) fn run(folder: &Path, count: usize, out: &Path) -> anyhow::Result<()> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    ensure!(!files.is_empty(), "{} holds no documents (.txt, .html) to multiply", folder.display());
    let originals = files
        .iter()
        .map(|it| fs::read(it).with_context(|| format!("cannot read {}", it.display())))
        .collect::<anyhow::Result<Vec<_>>>()?;
    for number in 0..count {
        let place = number % files.len();
        let (Some(path), Some(bytes)) = (files.get(place), originals.get(place)) else { continue };
        let folder = out.join(format!("{:04}", number / IN_A_FOLDER));
        if number % IN_A_FOLDER == 0 {
            fs::create_dir_all(&folder)?;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        fs::write(folder.join(format!("{number:07}-{name}")), varied(bytes, number as u64))?;
    }
    Ok(())
}

/// Says whether a file is a text or a saved page by its name: tables, data and notes beside the documents are left out.
fn is_document(path: &Path) -> bool {
    let ending = path.extension().and_then(|it| it.to_str()).map(str::to_ascii_lowercase);
    matches!(ending.as_deref(), Some("txt" | "html" | "htm" | "xhtml"))
}

/// Gathers the documents of a folder, hidden ones left out.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|it| it.as_encoded_bytes().starts_with(b"."));
        if path.is_dir() && !hidden {
            collect(&path, files)?;
        } else if path.is_file() && !hidden && is_document(&path) {
            files.push(path);
        }
    }
    Ok(())
}

/// Varies a document; one whose bytes are not UTF-8 has only its numbers varied, byte by byte.
fn varied(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut dice = Dice(seed);
    match std::str::from_utf8(bytes) {
        Ok(text) => varied_text(text, &mut dice).into_bytes(),
        Err(_) => varied_digits(bytes, &mut dice),
    }
}

/// Exchanges words of the running text, and numbers everywhere but in tags, for others of their group.
fn varied_text(text: &str, dice: &mut Dice) -> String {
    let pieces = pieces(text);
    let mut groups: BTreeMap<Group, Vec<&str>> = BTreeMap::new();
    for piece in &pieces {
        if let Some(group) = group(piece) {
            groups.entry(group).or_default().push(piece.text);
        }
    }
    let mut res = String::with_capacity(text.len());
    for piece in &pieces {
        let peers = match group(piece) {
            Some(group) if piece.kind == Kind::Number || dice.one_in(3) => groups.get(&group),
            _ => None,
        };
        let peer = peers.and_then(|it| it.get(dice.below(it.len())));
        res.push_str(peer.copied().unwrap_or(piece.text));
    }
    res
}

/// What two words have in common that may stand for each other: a name for a name, a year for a year, and of other
/// words those of one script and one ending.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Number { digits: usize, is_month: bool },
    Word { is_capital: bool, is_ascii: bool, is_short: bool, ending: String },
}

fn group(piece: &Piece<'_>) -> Option<Group> {
    let text = piece.text;
    match piece.kind {
        Kind::Number => Some(Group::Number {
            digits: text.len(),
            is_month: text.len() < 3 && text.parse().is_ok_and(|it: u32| (1..=12).contains(&it)),
        }),
        Kind::Word if piece.running => Some(Group::Word {
            is_capital: text.starts_with(char::is_uppercase),
            is_ascii: text.is_ascii(),
            is_short: text.chars().count() <= 3,
            ending: text.chars().rev().take(2).collect(),
        }),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Number,
    Between,
    Tag,
}

struct Piece<'a> {
    text: &'a str,
    kind: Kind,
    /// Whether it stands in a line of running text.
    running: bool,
}

/// Takes a text apart into words, numbers, tags and what stands between them; joined they are the text.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut res: Vec<Piece<'_>> = Vec::new();
    let mut in_tag = false;
    for line in text.split_inclusive('\n') {
        let running = line.split_whitespace().count() >= RUNNING;
        let mut start = 0;
        let mut last = None;
        for (at, c) in line.char_indices() {
            let kind = match c {
                '<' | '>' => Kind::Tag,
                _ if in_tag => Kind::Tag,
                _ if c.is_ascii_digit() => Kind::Number,
                _ if c.is_alphabetic() => Kind::Word,
                _ => Kind::Between,
            };
            in_tag = (in_tag || c == '<') && c != '>';
            if let Some(was) = last
                && was != kind
            {
                res.push(Piece {
                    text: line.get(start..at).unwrap_or_default(),
                    kind: was,
                    running,
                });
                start = at;
            }
            last = Some(kind);
        }
        if let Some(kind) = last {
            res.push(Piece { text: line.get(start..).unwrap_or_default(), kind, running });
        }
    }
    res
}

/// Varies the last digit of runs of digits that stand between ASCII bytes, and so in no longer character.
fn varied_digits(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let ends: Vec<usize> =
        (1..).zip(bytes.windows(3)).filter(|(_, it)| ends_number(it)).map(|(at, _)| at).collect();
    let mut res = bytes.to_vec();
    for at in ends {
        if let Some(byte) = res.get_mut(at)
            && dice.one_in(3)
        {
            *byte = b'1' + u8::try_from(dice.below(9)).unwrap_or_default();
        }
    }
    res
}

/// Says whether the middle of three bytes ends a number in a stretch of ASCII.
fn ends_number(window: &[u8]) -> bool {
    matches!(window, [before, middle, after]
        if before.is_ascii_digit() && middle.is_ascii_digit() && matches!(after, b' ' | b'.' | b',' | b'\n' | b'\r'))
}

/// A small generator of numbers (SplitMix64): the same on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below the bound; 0 where there is none.
    fn below(&mut self, bound: usize) -> usize {
        match bound as u64 {
            0 => 0,
            bound => usize::try_from(self.next() % bound).unwrap_or_default(),
        }
    }

    fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Date: 12 May 1951\n\nThe third company of Orlov and Belov marched where Somov camped, with 120 men and 350 carts of 12 and 15.\n";

    #[test]
    fn variants_differ_and_keep_their_labels_and_lengths_of_numbers() {
        let one = varied(TEXT.as_bytes(), 1);
        assert_eq!(one, varied(TEXT.as_bytes(), 1));
        let different =
            (0..20).map(|it| varied(TEXT.as_bytes(), it)).collect::<std::collections::HashSet<_>>();
        assert!(different.len() > 10, "{}", different.len());
        for variant in different {
            let variant = String::from_utf8(variant).expect("still UTF-8");
            assert!(variant.starts_with("Date: "), "{variant}");
            let shape = |it: &str| it.chars().filter(char::is_ascii_digit).count();
            assert_eq!(shape(&variant), shape(TEXT));
            assert_eq!(variant.lines().count(), TEXT.lines().count());
        }
    }

    #[test]
    fn tags_and_other_charsets_stay_what_they_are() {
        let page = "<p id=\"p12\">The 12 men of the third company crossed in 34 carts</p>";
        assert!(
            String::from_utf8(varied(page.as_bytes(), 3))
                .is_ok_and(|it| it.starts_with("<p id=\"p12\">"))
        );
        let windows_1251 = [0xc2, 0xf1, 0xe5, b' ', b'1', b'2', b' ', 0xf0];
        let variant = varied(&windows_1251, 3);
        assert_eq!(variant[..4], windows_1251[..4]);
        assert_eq!(variant.len(), windows_1251.len());
    }
}
