//! Reads a chain of labelled parts: `Ф N 45, Оп.N 1,Д N 334, Л N 8- 9` in any order, spelling and separators.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::{
    codes::code_at,
    cursor::{char_at, is_cjk, skip, skip_gap},
    gaps::aside_end,
    labels::{FONDS, Label, LabelHit, Scheme, label_at, label_of, phrases},
    leaves::{is_plural, leaves_at},
};
use crate::references::Oddity;

/// A labelled part of a reference.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) label: &'static Label,
    /// The value in Latin letters, leaves expanded.
    pub(super) value: String,
    pub(super) range: Range<usize>,
    pub(super) oddities: Vec<Oddity>,
}

impl Item {
    /// Returns the part as a normal form prints it.
    pub(super) fn print(&self) -> String {
        let plural = self.label.part == "leaves" && is_plural(&self.value);
        let label = if plural { self.label.plural } else { self.label.print };
        if label.is_empty() { self.value.clone() } else { format!("{label} {}", self.value) }
    }
}

/// Labelled parts that stand together.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    /// The words that label its parts.
    pub(super) scheme: Scheme,
    pub(super) items: Vec<Item>,
    /// Parts the words say are not given.
    pub(super) not_given: Vec<&'static str>,
    /// How many leaves the whole file has (`214 л.`), which is no part of the address.
    pub(super) extent: Option<String>,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Chain {
    /// Returns a chain of nothing yet that begins at this offset.
    pub(super) fn beginning(at: usize, scheme: Scheme) -> Chain {
        Chain { scheme, items: Vec::new(), not_given: Vec::new(), extent: None, start: at, end: at }
    }

    /// Says whether a part is there.
    pub(super) fn has(&self, part: &str) -> bool {
        self.items.iter().any(|it| it.label.part == part)
    }

    /// Says whether a file is named, by whatever word the archive has for one.
    pub(super) fn has_file(&self) -> bool {
        ["delo", "edinitsa", "sprava", "edinitsa-bg", "number", "document"]
            .iter()
            .any(|it| self.has(it))
    }

    /// Says whether the chain is a reference even where no archive is named beside it.
    pub(super) fn stands_alone(&self) -> bool {
        let pairs = [self.has("fond"), self.has("opis"), self.has_file()];
        pairs.iter().filter(|it| **it).count() > 1
    }
}

/// Reads the chain that begins at this offset. `named` says whether an archive's name stands before it.
pub(super) fn chain_at(text: &str, at: usize, named: Named, scheme: Scheme) -> Option<Chain> {
    let mut res = Chain::beginning(at, scheme);
    let mut next = at;
    loop {
        let begun = named == Named::Yes || !res.items.is_empty();
        if let Some((parts, end)) = begun.then(|| not_given_at(text, next, scheme)).flatten() {
            res.not_given.extend(parts);
            res.end = end;
        } else if let Some(item) = item_at(text, next, &res, named) {
            res.end = item.range.end;
            res.items.push(item);
        } else if let Some((extent, end)) = extent_at(text, next, &res) {
            res.extent = Some(extent);
            res.end = end;
            break;
        } else {
            break;
        }
        match after_item(text, res.end) {
            // `2d 537` is no fond and file unless an archive is named.
            Some(end) if end == res.end && named == Named::No => break,
            Some(end) => next = end,
            None => break,
        }
    }
    (!res.items.is_empty()).then_some(res)
}

/// Skips the marks between two parts, and an aside that says what the part before it is: `Ф. 223 (С. Д. Полторацкий).`
fn after_item(text: &str, at: usize) -> Option<usize> {
    const MARKS: &str = ".,;:/|、，；。：-–—";
    let aside = skip(text, at, 1, char::is_whitespace);
    if matches!(char_at(text, aside), Some('(' | '（'))
        && let Some(end) = aside_end(text, aside)
    {
        let next = skip_gap(text, end, 4, MARKS)?;
        if label_at(FONDS, text, next).is_some() {
            return Some(next);
        }
    }
    skip_gap(text, at, 8, MARKS)
}

/// Whether an archive's name stands before a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Yes,
    No,
}

fn item_at(text: &str, at: usize, open: &Chain, named: Named) -> Option<Item> {
    if !digit_is_near(text, at) {
        return None;
    }
    let begun = named == Named::Yes || !open.items.is_empty();
    if let Some(counted) = counted_at(text, at, open).filter(|_| begun) {
        return Some(counted);
    }
    let hit = look_alike_leaf_at(text, at, open)
        .or_else(|| look_alike_opis_at(text, at, open))
        .or_else(|| numbered_file_at(text, at, open))
        .or_else(|| label_at(open.scheme, text, at))?;
    let look_alike = hit.inside_only && looks_misread(text.get(at..hit.end)?);
    if hit.inside_only && (!begun || look_alike && char_at(text, hit.end) != Some('.')) {
        return None;
    }
    let (start, number_sign) = value_start(text, hit.end)?;
    let mut oddities = Vec::new();
    oddities.extend(look_alike.then_some(Oddity::LookAlike));
    oddities.extend(number_sign.then_some(Oddity::NumberSign));
    let mut label = hit.label;
    if label.part == "papka" && (open.has("papka") || is_range_at(text, start)) {
        label = leaves_label()?;
    }
    // `l. 12` of a Latvian archive is the file, and after a file a leaf; `д. 1` of a Mongolian one the opis, and after it the file.
    let taken = open.has(label.part) || label.part == "delo" && open.has_file();
    if taken && open.scheme != FONDS {
        label = label_at(FONDS, text, at)?.label;
    }
    if open.has(label.part) || label.part == "extent" {
        return None;
    }
    let (value, end) = if label.part == "leaves" {
        let leaves = leaves_at(text, start)?;
        oddities.extend(leaves.oddities);
        (leaves.value, leaves.end)
    } else {
        let code = code_at(text, start, label.part, open.scheme)?;
        oddities.extend(code.misread.then_some(Oddity::LookAlike));
        (code.value, code.end)
    };
    Some(Item { label, value, range: at..end, oddities })
}

/// Reads `214 л.`, the number of leaves of the whole file.
fn extent_at(text: &str, at: usize, open: &Chain) -> Option<(String, usize)> {
    let digits = skip(text, at, 5, |it| it.is_ascii_digit());
    let start = skip(text, digits, 2, |it| it == ' ' || it == '\u{a0}');
    let hit = label_at(FONDS, text, start).filter(|it| it.label.part == "leaves")?;
    let value = skip_gap(text, hit.end, 3, ".")?;
    let counts = digits > at && !char_at(text, value).is_some_and(|it| it.is_ascii_digit());
    let fits = counts && (1..5).contains(&(digits - at)) && open.has_file() && !open.has("leaves");
    let end = skip(text, hit.end, 1, |it| it == '.' && char_at(text, hit.end + 1).is_some());
    fits.then(|| (text.get(at..digits).unwrap_or_default().to_owned(), end.min(hit.end)))
}

/// No label is further from its number than this; saves looking most words up.
fn digit_is_near(text: &str, at: usize) -> bool {
    const FURTHEST: usize = 56;
    let bytes = text.as_bytes().get(at..).unwrap_or_default();
    bytes.iter().take(FURTHEST).any(u8::is_ascii_digit)
}

/// Returns the label of leaves.
pub(super) fn leaves_label() -> Option<&'static Label> {
    label_at(FONDS, "leaves", 0).map(|it| it.label)
}

/// Latin letters and digits that a machine read for `оп.` and `л.`
fn looks_misread(label: &str) -> bool {
    matches!(
        label.to_lowercase().as_str(),
        "on" | "0p" | "oп" | "0п" | "ол" | "o" | "1" | "11" | "i" | "ii"
    )
}

/// Reads `1.1-6` and `11.5-7` after a file as leaves.
fn look_alike_leaf_at(text: &str, at: usize, open: &Chain) -> Option<LabelHit> {
    let end = skip(text, at, 3, |it| it == '1');
    let fits = (1..3).contains(&(end - at)) && open.has_file() && !open.has("leaves");
    let value = skip(text, end + 1, 1, |it| it == ' ');
    let follows = char_at(text, end) == Some('.') && char_at(text, value)?.is_ascii_digit();
    (fits && follows).then_some(LabelHit { label: leaves_label()?, inside_only: true, end })
}

/// Reads `0p.` and `0п.` after a fond as the label of an opis.
fn look_alike_opis_at(text: &str, at: usize, open: &Chain) -> Option<LabelHit> {
    let letter = char_at(text, at + 1)?;
    let end = at + 1 + letter.len_utf8();
    let fits = char_at(text, at) == Some('0')
        && matches!(letter, 'p' | 'P' | 'п' | 'П')
        && char_at(text, end) == Some('.')
        && open.has("fond")
        && !open.has("opis");
    let label = label_of(FONDS, "opis").filter(|_| fits)?;
    Some(LabelHit { label, inside_only: true, end })
}

/// Reads `№ 196`, which some archives write for a file.
fn numbered_file_at(text: &str, at: usize, open: &Chain) -> Option<LabelHit> {
    let end = at + '№'.len_utf8();
    let fits = char_at(text, at) == Some('№') && open.has("fond") && !open.has_file();
    let label = label_of(FONDS, "no").filter(|_| fits)?;
    Some(LabelHit { label, inside_only: true, end })
}

/// Reads `第88-89页`, `第3卷`, `12号案卷`.
fn counted_at(text: &str, at: usize, open: &Chain) -> Option<Item> {
    let start = skip(text, at, 1, |it| it == '第');
    let leaves = leaves_at(text, start)?;
    let unit = skip(text, leaves.end, 2, |it| it == '号' || it == '號' || it == ' ');
    let hit = label_at(FONDS, text, unit)?;
    let cjk = char_at(text, unit).is_some_and(is_cjk);
    if !cjk {
        return None;
    }
    let next = skip(text, hit.end, 2, |it| it == ':' || it == '：' || it == '号' || it == '號');
    let labels_next = char_at(text, next).is_some_and(|it| it.is_ascii_digit());
    let fits = !open.has(hit.label.part) && (start > at || !labels_next);
    let range = at..hit.end;
    fits.then_some(Item { label: hit.label, value: leaves.value, range, oddities: leaves.oddities })
}

/// Skips stop, blanks and number sign after a label; also says whether an `N` stands for the sign.
fn value_start(text: &str, at: usize) -> Option<(usize, bool)> {
    let start = skip_gap(text, at, 4, ".:：号號=")?;
    let rest = text.get(start..)?;
    for sign in ["№", "#", "No.", "no.", "No ", "Nr.", "nr.", "N"] {
        if let Some(after) = rest.strip_prefix(sign) {
            let end = skip_gap(text, start + sign.len(), 3, ".")?;
            let digit = after
                .trim_start_matches(['.', ' ', '\u{a0}'])
                .starts_with(|it: char| it.is_ascii_digit());
            if digit {
                return Some((end, sign == "N"));
            }
        }
    }
    Some((start, false))
}

fn is_range_at(text: &str, at: usize) -> bool {
    let end = skip(text, at, 6, |it| it.is_ascii_digit());
    let dash = skip(text, end, 1, |it| it == ' ');
    let after = skip(text, dash, 1, |it| matches!(it, '-' | '–' | '—'));
    let start = skip(text, after, 1, |it| it == ' ');
    end > at && after > dash && char_at(text, start).is_some_and(|it| it.is_ascii_digit())
}

/// Reads `Fond and Opis not given`, `[f., op., d. not given]`, `без указания фонда`, `全宗、目录不详`.
fn not_given_at(text: &str, at: usize, scheme: Scheme) -> Option<(Vec<&'static str>, usize)> {
    static NOT_GIVEN: LazyLock<Option<(Regex, Regex)>> = LazyLock::new(|| {
        let mut phrases: Vec<&str> = phrases("not-given").to_vec();
        phrases.sort_by_key(|it| std::cmp::Reverse(it.len()));
        let phrases = phrases.join("|");
        let label = r"(?:[\p{Latin}\p{Cyrillic}]{1,8}\.?|[\p{Han}\p{Hangul}]{1,4}?)";
        let and = r"(?:,? and|,| и| та|,? or| или|,? &| /|/|、|，|和|及|與|与|와|과|·)";
        let list = format!(r"{label}(?:{and}\s*{label}){{0,5}}");
        let link = r"\s*(?:[:：]|is |are |was |were |均|皆|[은는이가])?\s*";
        let after = Regex::new(&format!(r"^\[?({list}){link}(?:{phrases})\]?")).ok()?;
        Some((after, Regex::new(&format!(r"^\[?(?:{phrases})[:：]?\s*({list})\]?")).ok()?))
    });
    let first = char_at(text, at)?;
    let rest = text.get(at..)?;
    let begins = first == '['
        || label_at(scheme, text, at).is_some()
        || phrases("not-given").iter().any(|it| rest.starts_with(it));
    let (after, before) = NOT_GIVEN.as_ref().filter(|_| begins)?;
    let found = after.captures(rest).or_else(|| before.captures(rest))?;
    let marks =
        |it: char| !it.is_alphabetic() || matches!(it, '和' | '及' | '與' | '与' | '와' | '과');
    let words = found.get(1)?.as_str().split(marks);
    let parts: Vec<&'static str> = words
        .filter(|it| !it.is_empty() && !matches!(*it, "and" | "и" | "or" | "та" | "или"))
        .map(|it| label_of(scheme, it).map(|it| it.part))
        .collect::<Option<_>>()?;
    Some((parts, at + found.get(0)?.end()))
}
