//! Reads a form in Latin or Cyrillic letters.

use super::person::{self, Order, Person, Syllable};
use super::segmentation::{Opening, Piece, divisions};
use super::syllables::{Condition, PALLADIUS, PINYIN, Sound, Spellings, WADE_GILES};
use super::written::Written;
use crate::names::{Form, Key, Reading, System, Tradition};

/// More readings than this no form needs.
const MOST_READINGS: usize = 48;
/// A reading may forgive this many syllables.
const MOST_SLIPS: usize = 2;

/// Reads a form in Latin letters as pinyin and as Wade-Giles.
pub(super) fn latin(form: &Form) -> Vec<Reading> {
    let Some(written) = Written::of(form) else { return Vec::new() };
    let mut pinyin = readings(&written, &PINYIN, System::Pinyin);
    if written.is_toned {
        return pinyin;
    }
    let mut wade_giles = readings(&written, &WADE_GILES, System::WadeGiles);
    doubt(&written, &mut pinyin, &mut wade_giles);
    pinyin.extend(wade_giles);
    pinyin
}

/// Where both systems read a form, its given name tells which is meant: pinyin writes it in one word, Wade-Giles with a hyphen.
fn doubt(written: &Written, pinyin: &mut [Reading], wade_giles: &mut [Reading]) {
    let is_sure = |it: &Reading| !it.loose;
    if !pinyin.iter().any(is_sure) || !wade_giles.iter().any(is_sure) {
        return;
    }
    let is_run_together = written.words < 3 && !written.text.contains(['=', '\'']);
    if written.text.contains('-') {
        pinyin.iter_mut().for_each(|it| it.loose = true);
    } else if is_run_together {
        wade_giles
            .iter_mut()
            .filter(|it| it.key.sounds.matches('-').count() > 1)
            .for_each(|it| it.loose = true);
    }
}

/// Reads a form in Cyrillic letters.
pub(super) fn cyrillic(form: &Form) -> Vec<Reading> {
    Written::of(form).map_or_else(Vec::new, |it| readings(&it, &PALLADIUS, System::Palladius))
}

fn readings(written: &Written, spellings: &Spellings, system: System) -> Vec<Reading> {
    let mut persons: Vec<Person> = Vec::new();
    for pieces in divisions(&written.text, spellings) {
        let marks = Marks::of(&pieces);
        Reader { pieces: &pieces, marks, chosen: Vec::new(), found: &mut persons }.choose(0);
    }
    let surname_first = persons.iter().any(|it| it.order == Order::SurnameFirst && !it.loose);
    let is_usual = |it: &Person| {
        it.order == Order::SurnameFirst || !surname_first && system != System::Palladius
    };
    persons.retain(is_usual);
    persons.sort_unstable_by(|a, b| (a.loose, &a.syllables).cmp(&(b.loose, &b.syllables)));
    let mut res: Vec<Reading> = Vec::new();
    for person in persons {
        let sounds = person.syllables.join("-");
        if res.len() < MOST_READINGS && !res.iter().any(|it| it.key.sounds == sounds) {
            res.push(Reading {
                key: Key { tradition: Tradition::Chinese, sounds },
                system,
                loose: person.loose,
            });
        }
    }
    res
}

/// Which marks a writer sets, and hence would not leave out.
#[derive(Clone, Copy)]
struct Marks {
    aspiration: bool,
    soft_sign: bool,
}

impl Marks {
    fn of(pieces: &[Piece<'_>]) -> Marks {
        let has = |mark: char| pieces.iter().any(|it| it.spelling.contains(mark));
        Marks { aspiration: has('\''), soft_sign: has('ь') }
    }
}

/// Chooses a sound for each piece in turn.
struct Reader<'a> {
    pieces: &'a [Piece<'a>],
    marks: Marks,
    chosen: Vec<Syllable>,
    found: &'a mut Vec<Person>,
}

impl Reader<'_> {
    fn choose(&mut self, slips: usize) {
        let Some(piece) = self.pieces.get(self.chosen.len()) else {
            // An unlikely name is no name where its spelling asks for goodwill too.
            let person = person::read(&self.chosen).filter(|it| !(it.loose && slips > 0));
            self.found.extend(person.map(|it| Person { loose: it.loose || slips > 0, ..it }));
            return;
        };
        let unsure = usize::from(piece.opening == Opening::Unsure);
        for sound in piece.sounds {
            let Some(slip) = self.slips(piece, sound) else { continue };
            if slips + slip + unsure > MOST_SLIPS {
                continue;
            }
            self.chosen.push(Syllable { pinyin: sound.pinyin, opening: piece.opening });
            self.choose(slips + slip + unsure);
            self.chosen.pop();
        }
    }

    /// How much a sound has to be forgiven; `None` where it cannot be meant.
    fn slips(&self, piece: &Piece<'_>, sound: &Sound) -> Option<usize> {
        let is_last = self.chosen.len() + 1 == self.pieces.len();
        match sound.condition {
            Condition::Regular => Some(0),
            Condition::Declined if is_last => Some(0),
            Condition::Declined => piece.ends_word.then_some(1),
            Condition::Unmarked => Some(usize::from(self.marks.aspiration)),
            Condition::Hardened => (!self.marks.soft_sign).then_some(1),
            Condition::Surname => {
                (self.chosen.is_empty() || is_last && piece.opening == Opening::Word).then_some(0)
            }
            Condition::Softened => Some(MOST_SLIPS),
            Condition::Slip => Some(1),
        }
    }
}
