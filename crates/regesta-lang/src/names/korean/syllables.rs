//! A syllable of the Korean alphabet, and what becomes of it beside others.

/// Where the syllables begin among the code points.
const FIRST: u32 = 0xAC00;
/// How many syllables there are.
const COUNT: u32 = 11_172;
const VOWELS: u16 = 21;
const FINALS: u16 = 28;

/// The initial letters in the order of the code points.
const INITIAL_LETTERS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
/// The vowels in the order of the code points.
const VOWEL_LETTERS: &str = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
/// The final letters in the order of the code points, after none.
const FINAL_LETTERS: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

const N: u16 = 2;
const R: u16 = 5;
const M: u16 = 6;
const NONE: u16 = 11;

const FINAL_K: u16 = 1;
const FINAL_N: u16 = 4;
const FINAL_T: u16 = 7;
const FINAL_L: u16 = 8;
const FINAL_M: u16 = 16;
const FINAL_P: u16 = 17;
const FINAL_NG: u16 = 21;

/// Vowels that begin with a sound of i or y: before them the South drops an initial ㄹ or ㄴ.
const PALATAL: [u16; 7] = [2, 3, 6, 7, 12, 17, 20];

/// A syllable of the Korean alphabet: its place among all that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Syllable(u16);

impl Syllable {
    /// Takes a composed syllable.
    pub(super) fn new(c: char) -> Option<Syllable> {
        let at = u32::from(c).checked_sub(FIRST).filter(|it| *it < COUNT)?;
        u16::try_from(at).ok().map(Syllable)
    }

    /// The syllable as a character.
    pub(super) fn letter(self) -> char {
        char::from_u32(FIRST + u32::from(self.0)).unwrap_or('가')
    }

    /// The letters it is made of; ㅇ before a bare vowel.
    pub(super) fn letters(self) -> (char, char, Option<char>) {
        let (initial, vowel, last) = self.places();
        let at = |letters: &str, place: u16| letters.chars().nth(usize::from(place));
        let last = last.checked_sub(1).and_then(|it| at(FINAL_LETTERS, it));
        (
            at(INITIAL_LETTERS, initial).unwrap_or('ㅇ'),
            at(VOWEL_LETTERS, vowel).unwrap_or('ㅏ'),
            last,
        )
    }

    fn places(self) -> (u16, u16, u16) {
        let rest = self.0 % (VOWELS * FINALS);
        (self.0 / (VOWELS * FINALS), rest / FINALS, rest % FINALS)
    }

    fn of(initial: u16, vowel: u16, last: u16) -> Syllable {
        Syllable((initial * VOWELS + vowel) * FINALS + last)
    }

    /// The syllable as a key spells it, alike in North and South and anywhere in a name: ㄹ and ㄴ drop before i and y, and ㄹ is ㄴ
    /// before other vowels.
    pub(super) fn folded(self) -> Syllable {
        match self.places() {
            (N | R, vowel, last) if PALATAL.contains(&vowel) => Syllable::of(NONE, vowel, last),
            (R, vowel, last) => Syllable::of(N, vowel, last),
            _ => self,
        }
    }

    /// The syllable as it sounds before another, where that is written otherwise in romanisations: 학 before 림 is 항.
    pub(super) fn before(self, next: Syllable) -> Option<Syllable> {
        let (initial, vowel, last) = self.places();
        let last = match (last, next.places().0) {
            (FINAL_K, N | R | M) => FINAL_NG,
            (FINAL_T, N | R | M) => FINAL_N,
            (FINAL_P, N | R | M) => FINAL_M,
            (FINAL_N, R) => FINAL_L,
            _ => return None,
        };
        Some(Syllable::of(initial, vowel, last))
    }
}
