//! Weighs letters, function words and endings for the languages of one script.

use std::{collections::HashMap, sync::LazyLock};

use regesta_model::Language;

const DATA: &str = include_str!("../../../../data/language_marks.tsv");

/// The longest run of letters the table looks for inside a word.
const LONGEST: usize = 6;

type Weights = Vec<(Language, f64)>;

#[derive(Default)]
struct Marks {
    words: HashMap<&'static str, Weights>,
    starts: HashMap<&'static str, Weights>,
    ends: HashMap<&'static str, Weights>,
    insides: HashMap<&'static str, Weights>,
    letters: HashMap<char, Weights>,
}

static MARKS: LazyLock<Marks> = LazyLock::new(|| {
    let mut res = Marks::default();
    for line in DATA.lines().filter(|it| !it.starts_with('#')).skip(1) {
        let cells: Vec<&'static str> = line.split('\t').collect();
        if let [language, kind, weight, marks, ..] = cells[..] {
            let language = Language::from_code(language).unwrap_or(Language::Undetermined);
            let weight = (language, weight.parse().unwrap_or(0.0));
            if kind == "letter" {
                marks.chars().for_each(|it| res.letters.entry(it).or_default().push(weight));
                continue;
            }
            let table = match kind {
                "word" => &mut res.words,
                "start" => &mut res.starts,
                "end" => &mut res.ends,
                _ => &mut res.insides,
            };
            marks.split('|').for_each(|it| table.entry(it).or_default().push(weight));
        }
    }
    res
});

/// What the marks of a text say for each language asked about.
#[derive(Clone, Debug)]
pub(crate) struct Scores {
    scores: Vec<(Language, f64)>,
}

/// Words to read before a clear lead is believed.
const ENOUGH: usize = 8;
/// A lead that no statistics could overturn.
const CLEAR_LEAD: f64 = 6.0;
/// What marks must weigh for capitalised words not to be names.
const STRONG: f64 = 4.0;

impl Scores {
    /// Adds weight to a language.
    pub(crate) fn add(&mut self, language: Language, weight: f64) {
        if let Some((_, score)) = self.scores.iter_mut().find(|(it, _)| *it == language) {
            *score += weight;
        }
    }

    /// Returns the language that leads and by what share of its score; `None` where nothing speaks for any.
    pub(crate) fn best(&self) -> Option<(Language, f64)> {
        let (language, score) = self.leader()?;
        let lead = score - self.second(language);
        (score > 0.0).then(|| (language, (lead / score).clamp(0.0, 1.0)))
    }

    /// Says whether the lead is beyond doubt.
    pub(crate) fn is_clear(&self) -> bool {
        self.leader().is_some_and(|(language, score)| score - self.second(language) >= CLEAR_LEAD)
    }

    /// Says whether the marks weigh more than a name's letters may by chance.
    pub(crate) fn speaks_strongly(&self) -> bool {
        self.leader().is_some_and(|(language, score)| score - self.second(language) >= STRONG)
    }

    fn leader(&self) -> Option<(Language, f64)> {
        self.scores.iter().copied().reduce(|best, it| if it.1 > best.1 { it } else { best })
    }

    fn second(&self, leader: Language) -> f64 {
        let others = self.scores.iter().filter(|(it, _)| *it != leader);
        others.map(|(_, score)| *score).fold(0.0, f64::max)
    }
}

/// Weighs the marks of a text.
pub(crate) fn scores(text: &str, languages: &[Language]) -> Scores {
    let mut res = Scores { scores: languages.iter().map(|it| (*it, 0.0)).collect() };
    let lower = text.to_lowercase();
    let is_inside = |it: char| it.is_alphabetic() || matches!(it, '\'' | '’');
    for c in lower.chars() {
        weigh(&mut res, MARKS.letters.get(&c));
    }
    let words = lower.split(|it: char| !is_inside(it)).map(|it| it.trim_matches(['\'', '’']));
    for (read, word) in words.filter(|it| !it.is_empty()).enumerate() {
        if read >= ENOUGH && res.is_clear() {
            break;
        }
        weigh_word(&mut res, word);
    }
    res
}

fn weigh(scores: &mut Scores, weights: Option<&Weights>) {
    for (language, weight) in weights.into_iter().flatten() {
        scores.add(*language, *weight);
    }
}

fn weigh_word(scores: &mut Scores, word: &str) {
    weigh(scores, MARKS.words.get(word));
    let bounds: Vec<usize> =
        word.char_indices().map(|(at, _)| at).chain([word.len()]).take(41).collect();
    let count = bounds.len() - 1;
    let piece = |from: usize, to: usize| word.get(*bounds.get(from)?..*bounds.get(to)?);
    let longest_end = (1..=LONGEST.min(count.saturating_sub(1)))
        .rev()
        .filter_map(|it| MARKS.ends.get(piece(count - it, count)?))
        .next();
    weigh(scores, longest_end);
    let longest_start =
        (1..=LONGEST.min(count)).rev().filter_map(|it| MARKS.starts.get(piece(0, it)?)).next();
    weigh(scores, longest_start);
    for from in 0..count {
        for length in 1..=4.min(count - from) {
            weigh(scores, piece(from, from + length).and_then(|it| MARKS.insides.get(it)));
        }
    }
}
