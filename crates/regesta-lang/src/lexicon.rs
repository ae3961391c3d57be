//! The lexicon: what the words of the data tables mean to the readers of dates and numbers.

mod number_words;
mod shapes;

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use regesta_model::Language;

use crate::calendars::DateWord;
use crate::tables::rows;
pub(crate) use number_words::{Hint, NumberWord};
use number_words::{hint, number_word};
use shapes::Shapes;
pub(crate) use shapes::WordHasher;

/// Declares the classes of date words; each is one bit of `Entry::classes`.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What a word does in a date; a word may do several things.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Class { $($(#[$doc])* $name,)* }

        impl Class {
            fn of(text: &str) -> Option<Class> {
                match text { $($text => Some(Class::$name),)* _ => None }
            }
        }
    };
}

classes! {
    Year = "year", Years = "years", Month = "month", Months = "months", Weeks = "weeks",
    Days = "days", ManyYears = "manyyears", Hour = "hour", Minute = "minute",
    In = "in", On = "on", Of = "of", At = "at", And = "and", Or = "or", To = "to", From = "from",
    This = "this", Last = "last", Next = "next", Early = "early", Mid = "mid", Late = "late",
    End = "end", Before = "before", Around = "around", Am = "am", Pm = "pm",
    Article = "article", Suffix = "suffix",
    Moment = "moment", Course = "course",
    Winter = "winter", Spring = "spring", Summer = "summer", Autumn = "autumn",
    /// Numbers after it name things, they do not count.
    Label = "label",
    /// A word of grammar, never a counted noun.
    Function = "function",
    /// May stand before a bare year.
    PreYear = "preyear",
    /// A month or part of one only where it is written with a capital.
    Capital = "capital",
    /// Bounds and approximations of quantities.
    About = "about", More = "more", Less = "less", AtLeast = "at-least", AtMost = "at-most",
    /// May stand between a number and its unit.
    Counter = "counter",
    /// Numbers the parts of a whole (`the second third`).
    Ordinal = "ordinal",
    Not = "not", Than = "than", Each = "each",
    /// A power of ten that counts once where no number stands before it, ...
    Alone = "alone",
    /// ... or only after a word that bounds it (`около тысячи`).
    Bounded = "bounded",
    /// Stands before the first of two numbers that `and` joins to a range.
    Between = "between",
    /// The night between two days: `в ночь с 9 на 10 мая`.
    Night = "night",
    /// A date on or after which, or before which.
    After = "after", Later = "later", Earlier = "earlier",
    /// Parts of years and months: `полугодие`, `quarter`, `декада`.
    Half = "half", Quarter = "quarter", Third = "third",
    Century = "century", Ago = "ago",
    /// The day as a word between its number and its month: `5-го числа прошлого месяца`.
    DayWord = "day-word",
    /// The Julian calendar, in a word or an abbreviation of it; the Gregorian.
    OldStyle = "old-style", NewStyle = "new-style", Style = "style",
    /// Words that mark the figures after them as a day, a month, a year: `ngày 2 tháng 9 năm 1945`.
    DayMark = "day-mark", MonthMark = "month-mark", YearMark = "year-mark",
    /// Words that mark the figures before them: `1950 оны 5 дугаар сарын 15`.
    AfterYear = "after-year", AfterMonth = "after-month",
}

/// What kind of thing a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    /// A formation of the unit ladder, or another thing that can be counted.
    Thing,
    /// A person or a rank.
    Person,
    /// An adjective of a formation, which counts its commanders (`five regimental, ... commanders`).
    Rank,
    /// A measure or a share.
    Measure,
    /// A length of time.
    Time,
}

/// A unit with its English name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    /// English name, singular.
    pub(crate) name: &'static str,
    /// What kind of thing it is.
    pub(crate) kind: UnitKind,
}

/// Everything the tables say of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Month, 1 to 12; 0 where the word names none.
    pub(crate) month: u8,
    classes: u128,
    /// The number it says, in the languages whose words no other language has.
    pub(crate) number: Option<NumberWord>,
    /// The number it says in a text of one language only.
    pub(crate) local: Option<(Language, NumberWord)>,
    /// The number it says without counting with it.
    pub(crate) hint: Option<Hint>,
    /// Whether it has to be read in pieces: `siebenundzwanzig`.
    pub(crate) compound: bool,
    /// The unit it names.
    pub(crate) unit: Option<Unit>,
    /// Offset of the era it names.
    pub(crate) era: Option<i32>,
    /// The value it gives a date.
    pub(crate) date: Option<DateWord>,
}

impl Entry {
    /// Returns the entry of a word that is a number in several pieces.
    pub(crate) fn of_compound() -> Entry {
        Entry { compound: true, ..Entry::default() }
    }

    /// Says whether the word is of a class.
    pub(crate) fn is(&self, class: Class) -> bool {
        self.classes & (1 << class as u128) != 0
    }
}

/// The words of all tables, folded to lower case without `ё`.
pub(crate) struct Lexicon {
    words: HashMap<Box<str>, Entry, BuildHasherDefault<WordHasher>>,
    shapes: Shapes,
    rhymes: HashMap<char, (u8, bool)>,
    eras: String,
}

/// The lexicon, built once.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::of_tables);

/// Longest word of the tables in bytes; longer words are not looked up.
const LONGEST: usize = 48;

impl Lexicon {
    /// Returns the entry of a folded word.
    pub(crate) fn get(&self, folded: &str) -> Option<&Entry> {
        if !self.shapes.may_hold(folded) {
            return None;
        }
        self.words.get(folded)
    }

    /// Returns the words that are numbers.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = &str> {
        let number = |it: &Entry| it.number.is_some() || it.local.is_some();
        self.words.iter().filter(move |(_, it)| number(it)).map(|(word, _)| &**word)
    }

    /// Says whether the name of an era begins with a character.
    pub(crate) fn opens_era(&self, character: char) -> bool {
        self.eras.contains(character)
    }

    /// Returns the day of a telegraph rhyme character, and whether it doubles as an ordinary word.
    pub(crate) fn rhyme(&self, character: char) -> Option<(u8, bool)> {
        self.rhymes.get(&character).copied()
    }

    fn of_tables() -> Lexicon {
        let mut res = Lexicon {
            words: HashMap::default(),
            shapes: Shapes::new(),
            rhymes: HashMap::default(),
            eras: String::new(),
        };
        for row in rows(include_str!("../../../data/months.tsv")) {
            if let [month, _, forms, ..] = row[..] {
                let month = month.parse().unwrap_or_default();
                res.add(forms, |it| it.month = month);
            }
        }
        for row in rows(include_str!("../../../data/date_words.tsv"))
            .chain(rows(include_str!("../../../data/quantity_words.tsv")))
        {
            let [class, _, forms, ..] = row[..] else { continue };
            if let Some(class) = Class::of(class) {
                res.add(forms, |it| it.classes |= 1 << class as u128);
            } else if let Some(word) = DateWord::of(class) {
                res.add(forms, |it| it.date = it.date.or(Some(word)));
            }
        }
        for row in rows(include_str!("../../../data/number_words.tsv")) {
            if let [kind, value, language, forms, ..] = row[..] {
                res.add_number(kind, value, language, forms);
            }
        }
        for row in rows(include_str!("../../../data/units.tsv")) {
            if let [name, kind, _, forms, ..] = row[..] {
                let unit = Some(Unit { name, kind: unit_kind(kind) });
                res.add(forms, |it| it.unit = it.unit.or(unit));
            }
        }
        for row in rows(include_str!("../../../data/eras.tsv")) {
            if let [name, offset, ..] = row[..] {
                let offset = offset.parse().ok();
                res.add(name, |it| it.era = offset);
                res.eras.extend(name.chars().take(1).filter(|it| !it.is_ascii()));
            }
        }
        for row in rows(include_str!("../../../data/rhyme_days.tsv")) {
            if let [characters, day, doubtful, ..] = row[..] {
                let day = day.parse().unwrap_or_default();
                res.rhymes.extend(characters.chars().map(|it| (it, (day, doubtful == "y"))));
            }
        }
        res.words.keys().for_each(|it| res.shapes.add(it));
        res
    }

    fn add_number(&mut self, kind: &str, value: &str, language: &str, forms: &str) {
        let (number, hint) = (number_word(kind, value), hint(kind, value));
        let local = Language::from_code(language).filter(|it| !SHARED.contains(it));
        self.add(forms, |it| match (number, local) {
            (Some(number), Some(language)) => it.local = it.local.or(Some((language, number))),
            (number, _) => {
                it.number = it.number.or(number);
                it.hint = it.hint.or(hint);
            }
        });
    }

    fn add(&mut self, forms: &str, change: impl Fn(&mut Entry)) {
        for form in expand(forms) {
            let folded: String = form.chars().flat_map(char::to_lowercase).map(fold).collect();
            if folded.len() <= LONGEST {
                change(self.words.entry(folded.into()).or_default());
            }
        }
    }
}

/// Languages whose number words are read in any text.
const SHARED: [Language; 4] =
    [Language::English, Language::Russian, Language::German, Language::Korean];

/// Folds a lower-case letter: `ё` to `е`, apostrophes to one.
fn fold(letter: char) -> char {
    match letter {
        'ё' => 'е',
        '’' | 'ʼ' => '\'',
        _ => letter,
    }
}

/// Expands `stem(a b c)` to `stema stemb stemc`; `-` is the bare stem.
pub(crate) fn expand(forms: &str) -> Vec<String> {
    let mut res = Vec::new();
    let mut rest = forms.trim();
    while !rest.is_empty() {
        let end = rest.find(' ').unwrap_or(rest.len());
        match rest.find('(') {
            Some(open) if open < end => {
                let close = rest.find(')').unwrap_or(rest.len());
                let endings = rest.get(open + 1..close).unwrap_or_default();
                let stem = &rest[..open];
                res.extend(endings.split(' ').map(|it| format!("{stem}{}", it.trim_matches('-'))));
                rest = rest.get(close + 1..).unwrap_or_default().trim_start();
            }
            _ => {
                res.push(rest[..end].to_owned());
                rest = rest[end..].trim_start();
            }
        }
    }
    res
}

fn unit_kind(kind: &str) -> UnitKind {
    match kind {
        "person" => UnitKind::Person,
        "rank" => UnitKind::Rank,
        "measure" => UnitKind::Measure,
        "time" => UnitKind::Time,
        _ => UnitKind::Thing,
    }
}

/// Looks a word up without regard to case.
pub(crate) fn look_up(word: &str) -> Option<&'static Entry> {
    if word.len() > LONGEST {
        return None;
    }
    let mut buffer = [0u8; LONGEST + 8];
    if word.is_ascii() {
        let folded = buffer.get_mut(..word.len())?;
        folded.copy_from_slice(word.as_bytes());
        folded.make_ascii_lowercase();
        return LEXICON.get(std::str::from_utf8(folded).ok()?);
    }
    let mut len = 0;
    let mut push = |c: char| -> Option<()> {
        let part = buffer.get_mut(len..len + c.len_utf8())?;
        len += c.encode_utf8(part).len();
        Some(())
    };
    for c in word.chars() {
        match c {
            'а'..='я' | 'a'..='z' | '\u{2e80}'..='\u{d7ff}' => push(c)?,
            'А'..='Я' => push(char::from_u32(c as u32 + 32)?)?,
            _ => c.to_lowercase().map(fold).try_for_each(&mut push)?,
        }
    }
    LEXICON.get(std::str::from_utf8(buffer.get(..len)?).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_expand_to_forms() {
        assert_eq!(expand("год(- а у) г ма(й я)"), ["год", "года", "году", "г", "май", "мая"]);
    }

    #[test]
    fn every_class_and_number_of_the_tables_is_known() {
        let classes = rows(include_str!("../../../data/date_words.tsv"))
            .chain(rows(include_str!("../../../data/quantity_words.tsv")));
        for row in classes {
            let known = Class::of(row[0]).is_some() || DateWord::of(row[0]).is_some();
            assert!(known, "unknown class {}", row[0]);
        }
        for row in rows(include_str!("../../../data/number_words.tsv")) {
            let known = number_word(row[0], row[1]).is_some() || hint(row[0], row[1]).is_some();
            assert!(known, "unknown number {row:?}");
        }
    }

    #[test]
    fn every_line_of_the_tables_has_a_source() {
        let tables = [
            (include_str!("../../../data/months.tsv"), 4),
            (include_str!("../../../data/date_words.tsv"), 4),
            (include_str!("../../../data/quantity_words.tsv"), 4),
            (include_str!("../../../data/number_words.tsv"), 5),
            (include_str!("../../../data/units.tsv"), 5),
            (include_str!("../../../data/eras.tsv"), 3),
            (include_str!("../../../data/rhyme_days.tsv"), 4),
        ];
        for (table, columns) in tables {
            for row in rows(table) {
                assert_eq!(row.len(), columns, "{row:?}");
                assert!(row.last().is_some_and(|it| !it.is_empty()), "{row:?}");
            }
        }
    }
}
