//! Weighs whether one form transcribes another: two words, or surname by surname and given names by given names.

use super::bones::end_alike;
use super::symbols::{Alphabet, Spelling, letters, spell};
use super::{given, sounds, transcription};

/// Evidence from which two words are said to be one name: a pair met by chance reaches it once in a thousand times or less.
pub(in crate::names) const LIKELY: f64 = 3.0;
/// Evidence at which two words out of thousands may be taken for one name: reached by chance once in ten thousand times or less.
pub(in crate::names) const SURE: f64 = 8.0;
/// Evidence under which two given names contradict each other.
const CONTRADICTION: f64 = -2.0;
/// Evidence that no other spelling of the sounds makes good.
const HOPELESS: f64 = -14.0;

/// Returns how many times likelier than by chance two forms of different alphabets are one name, where that is at least `LIKELY`.
///
/// Either may be a word or a whole form; of whole forms the surnames must match and no given name may contradict.
pub(in crate::names) fn transcribed(one: &str, two: &str) -> Option<f64> {
    let (left, right) = (words(one), words(two));
    let evidence = match (left.as_slice(), right.as_slice()) {
        ([], _) | (_, []) => return None,
        ([one], [two]) => of_words(one, two),
        ([run], many) | (many, [run]) => of_run(run, many),
        (left, right) => of_names(left, right),
    };
    evidence.filter(|it| *it >= LIKELY).map(f64::exp)
}

/// The words of a form; in Chinese and Korean a dot stands between them.
fn words(form: &str) -> Vec<&str> {
    let breaks = |c: char| {
        c.is_whitespace() || matches!(c, '·' | '・' | '•' | '‧' | '∙' | '．' | ',' | '，' | '.')
    };
    form.split(breaks).filter(|it| !it.is_empty()).collect()
}

/// Weighs a word in characters or syllables that runs several words together.
fn of_run(run: &str, many: &[&str]) -> Option<f64> {
    let spelling = spell(run)?;
    if matches!(spelling.alphabet, Alphabet::Latin | Alphabet::Cyrillic) {
        return None;
    }
    of_words(run, &many.concat())
}

/// Weighs two forms of several words: surnames stand last or first, given names in the same order, a patronymic may lack.
fn of_names(left: &[&str], right: &[&str]) -> Option<f64> {
    fn orders<'a, 'b>(words: &'a [&'b str]) -> impl Iterator<Item = (&'b str, &'a [&'b str])> {
        let (last, first) = (words.split_last(), words.split_first());
        last.into_iter().chain(first).map(|(surname, given)| (*surname, given))
    }
    let weigh = |one: &str, given: &[&str], two: &str, others: &[&str]| {
        let surnames = of_words(one, two).filter(|it| *it >= LIKELY)?;
        let weights = given.iter().zip(others).map(|(one, two)| of_given(one, two));
        weights.sum::<Option<f64>>().map(|it| it + surnames)
    };
    orders(left)
        .flat_map(|(one, given)| orders(right).map(move |(two, others)| (one, given, two, others)))
        .filter_map(|(one, given, two, others)| weigh(one, given, two, others))
        .max_by(f64::total_cmp)
}

/// Whether two given names of different alphabets may be one person's.
pub(in crate::names) fn given_may_be_one(one: &str, two: &str) -> bool {
    of_given(one, two).is_some()
}

/// Weighs two given names; an initial says nothing, names of one person in two languages may sound quite different after it.
fn of_given(one: &str, two: &str) -> Option<f64> {
    let short = |it: &str| it.chars().count() < 3 && it.is_ascii();
    if short(one) || short(two) {
        return Some(0.0);
    }
    if is_one_given_name(one, two) {
        return Some(LIKELY);
    }
    of_words(one, two).filter(|it| *it >= CONTRADICTION).map(|it| it.max(0.0))
}

/// Whether two words are what two languages call one given name.
fn is_one_given_name(one: &str, two: &str) -> bool {
    let (Some(one), Some(two)) = (spell(one), spell(two)) else { return false };
    let names = given::names(&two);
    given::names(&one).iter().any(|it| names.contains(it))
}

/// Weighs two words of different alphabets; `None` where there is too little of them.
fn of_words(one: &str, two: &str) -> Option<f64> {
    let (one_spelling, two_spelling) = (spell(one)?, spell(two)?);
    let swapped = one_spelling.alphabet > two_spelling.alphabet;
    let ((first, spelling), (second, other)) = if swapped {
        ((two, two_spelling), (one, one_spelling))
    } else {
        ((one, one_spelling), (two, two_spelling))
    };
    let enough = |it: &Spelling| it.length >= fewest(it.alphabet);
    if spelling.alphabet == other.alphabet || !enough(&spelling) || !enough(&other) {
        return None;
    }
    match (spelling.alphabet, other.alphabet) {
        (Alphabet::Latin, Alphabet::Cyrillic) => of_alphabets(first, second, &spelling, &other),
        (Alphabet::Latin | Alphabet::Cyrillic, _) => of_spellings(first, &spelling, &other),
        _ => None,
    }
}

/// Fewest letters or syllables of a word that is weighed.
fn fewest(alphabet: Alphabet) -> usize {
    match alphabet {
        Alphabet::Latin | Alphabet::Cyrillic => 3,
        Alphabet::Han | Alphabet::Hangul => 2,
    }
}

/// Weighs a Latin and a Cyrillic word: two Russian surnames must have the same ending and be surely alike.
fn of_alphabets(latin: &str, cyrillic: &str, spelling: &Spelling, other: &Spelling) -> Option<f64> {
    let evidence = transcription::evidence(spelling, other);
    if evidence < CONTRADICTION {
        return Some(evidence);
    }
    let (latin, cyrillic) = (russian_ending(latin), russian_ending(cyrillic));
    let contradict =
        latin.is_some() && cyrillic.is_some() && (latin != cyrillic || evidence < SURE);
    (!contradict).then_some(evidence)
}

/// Endings of Russian surnames in sounds.
const ENDINGS: [&str; 12] =
    ["ova", "eva", "ina", "skaa", "ckaa", "ov", "ev", "ski", "cki", "enko", "oviq", "in"];

/// The ending of a word that is a Russian surname; a woman's differs from a man's.
fn russian_ending(word: &str) -> Option<&'static str> {
    let readings = super::of_word(word);
    let sounds = &readings.iter().find(|it| !it.loose)?.key.sounds;
    ENDINGS.into_iter().find(|it| sounds.len() > it.len() + 1 && sounds.ends_with(it))
}

/// Weighs a Latin or Cyrillic word against characters or syllables: as it is written, or as its sounds are spelt plainly. The last
/// consonant of a Russian surname is always spelt out: 夫 and 프 are no `-ский`.
fn of_spellings(word: &str, spelling: &Spelling, other: &Spelling) -> Option<f64> {
    let written = match spelling.alphabet {
        Alphabet::Latin => transcription::evidence(spelling, other),
        _ => {
            let (_, folded) = letters(word)?;
            transcription::evidence(&spell(&sounds::romanised(&folded))?, other)
        }
    };
    if written < HOPELESS || russian_ending(word).is_none() {
        return Some(written);
    }
    let readings = super::of_word(word);
    let sounds = &readings.iter().find(|it| !it.loose)?.key.sounds;
    if !end_alike(sounds, other) {
        return None;
    }
    if written >= SURE {
        return Some(written);
    }
    let respelt = sounds::respelt(sounds);
    let respelt =
        respelt.iter().filter_map(|it| spell(it)).map(|it| transcription::evidence(&it, other));
    respelt.chain([written]).max_by(f64::total_cmp)
}
