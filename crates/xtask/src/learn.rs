//! `cargo xtask learn FOLDER`: learns from pairs of names which letters are transcribed by which, and writes the tables.
//!
//! FOLDER holds `russian.tsv`, `chinese.tsv` and `korean.tsv`, lines of a Latin word, the same name in the other script (spaces between
//! its letters are ignored), and whatever follows. The first lines of each file are kept for measuring and never read. The same
//! files give the same tables.

mod pieces;
#[allow(dead_code, reason = "reading the tables is for the crate they are written for")]
#[path = "../../regesta-lang/src/names/western/symbols.rs"]
mod symbols;

use std::{fmt::Write as _, fs, path::Path};

use anyhow::{Context as _, ensure};

use pieces::{Pair, Pieces};
use symbols::{Alphabet, spell, written};

/// How many lines at the beginning of each file are not learnt from.
const KEPT_BACK: usize = 1500;

/// Each file of names with the table learnt from it and the alphabet of its second column.
const TABLES: [(&str, &str, Alphabet); 3] = [
    ("russian.tsv", "transcriptions_cyrillic.tsv", Alphabet::Cyrillic),
    ("chinese.tsv", "transcriptions_han.tsv", Alphabet::Han),
    ("korean.tsv", "transcriptions_hangul.tsv", Alphabet::Hangul),
];

/// Learns the tables of `data/` from the files of a folder.
pub(crate) fn run(root: &Path, folder: &Path) -> anyhow::Result<()> {
    for (file, table, alphabet) in TABLES {
        let path = folder.join(file);
        let text =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let pairs: Vec<Pair> =
            text.lines().skip(KEPT_BACK).filter_map(|it| pair(it, alphabet)).collect();
        ensure!(!pairs.is_empty(), "{} holds no names to learn from", path.display());
        let pieces = pieces::learn(&pairs);
        let path = root.join("data").join(table);
        fs::write(&path, lines(&pieces, alphabet))
            .with_context(|| format!("cannot write {}", path.display()))?;
        anstream::println!(
            "{}: {} pairs of pieces from {} names",
            path.display(),
            pieces.len(),
            pairs.len()
        );
    }
    Ok(())
}

fn pair(line: &str, alphabet: Alphabet) -> Option<Pair> {
    let mut cells = line.split('\t');
    let latin = spell(cells.next()?).filter(|it| it.alphabet == Alphabet::Latin)?;
    let other = spell(&cells.next()?.replace(' ', "")).filter(|it| it.alphabet == alphabet)?;
    Some(Pair { latin: latin.symbols, other: other.symbols })
}

/// Writes a table: the pieces by their letters, and the cost of each pair.
fn lines(pieces: &Pieces, alphabet: Alphabet) -> String {
    let mut rows: Vec<(String, String, i64)> = pieces
        .iter()
        .map(|(cut, probability)| {
            let [latin, other] = cut.symbols();
            #[allow(clippy::cast_possible_truncation)]
            let cost = (-probability.ln() * 10.0).round() as i64;
            (written(Alphabet::Latin, &latin), written(alphabet, &other), cost)
        })
        .collect();
    rows.sort();
    let mut res = String::from(HEADER);
    for (latin, other, cost) in rows {
        let _ = writeln!(res, "{latin}\t{other}\t{cost}\tlearnt from names (CC0)");
    }
    res
}

const HEADER: &str = "\
# Which letters of Latin names are transcribed by which: pieces of words with what stands for them, either side may be empty; ^ and $ are the
# ends of a word, _ is no letter; the cost is ten times the natural logarithm of how rarely the two pieces stand together. Learnt by `cargo xtask learn`
# (expectation-maximisation over all ways to cut a pair) from 4,500 words of names with their transcriptions (CC0).
latin\tother\tcost\tsource
";
