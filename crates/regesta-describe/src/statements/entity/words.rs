//! The words of a stretch of text with the hashes under which tables list them: of the whole word and of it without its last letters.

use regesta_model::Span;

/// How many last letters an ending may have.
pub(super) const LONGEST_ENDING: usize = 3;

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// White space within a line.
    Space,
    /// White space with one line break.
    Line,
    /// A full stop, as after an abbreviation, and perhaps white space.
    Stop,
    /// An editor's square bracket.
    Square,
    /// Anything else, or the beginning.
    Other,
}

/// A word: where it stands and how tables may list it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) start: u32,
    pub(super) end: u32,
    /// The hash of the whole word, and of it without its last one, two and three letters.
    pub(super) stems: [u64; LONGEST_ENDING + 1],
    /// The last letters, sixteen bits each, the last one lowest.
    pub(super) tail: u64,
    pub(super) letters: u16,
    pub(super) gap: Gap,
    pub(super) capital: bool,
    /// All its letters are capitals, two or more.
    pub(super) capitals: bool,
    pub(super) cyrillic: bool,
    pub(super) digit: bool,
    /// One capital, or capitals each with a full stop: `I.V.`
    pub(super) initials: bool,
    /// A full stop follows.
    pub(super) stopped: bool,
}

impl Word {
    pub(super) fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    pub(super) fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }

    /// The hash of the whole word.
    pub(super) fn whole(&self) -> u64 {
        self.stems[0]
    }

    /// Whether it stands beside the word before: white space, an editor's bracket, or the full stop of an abbreviation between.
    pub(super) fn adjoins(&self, before: &Word) -> bool {
        match self.gap {
            Gap::Space | Gap::Line | Gap::Square => true,
            Gap::Stop => before.initials || before.letters <= 4,
            Gap::Other => false,
        }
    }
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

/// Adds a letter to a hash.
fn mixed(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(c as u32)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
}

/// A letter as it is compared: small, `ё` and `э` as `е`.
fn small(c: char) -> char {
    match c {
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        'А'..='Я' => {
            let lower = char::from_u32(c as u32 + 32).unwrap_or(c);
            if lower == 'э' { 'е' } else { lower }
        }
        'э' | 'ё' | 'Ё' => 'е',
        'а'..='я' => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Whether a letter is of a script that parts its words by spaces.
pub(super) fn is_letter(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_alphabetic(),
        'А'..='я' | 'ё' | 'Ё' => true,
        '\u{80}'..='\u{bf}' | '×' | '÷' => matches!(c, 'ª' | 'º' | 'µ'),
        'À'..='ɏ' => true,
        '\u{2000}'..='\u{206f}' => false,
        _ => ((c as u32) < 0x1100 || ('Ḁ'..='ỹ').contains(&c)) && c.is_alphabetic(),
    }
}

/// Whether a letter is a capital.
pub(super) fn is_capital(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_uppercase(),
        'А'..='Я' => true,
        'а'..='я' => false,
        _ => c.is_uppercase(),
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '-' | '‑' | '\'' | '’' | '‘' | 'ʼ')
}

/// A word that is being read.
struct Reading {
    word: Word,
    capitals: bool,
    /// Letters and figures so far.
    signs: usize,
}

impl Reading {
    fn new(start: usize, first: char, gap: Gap) -> Reading {
        let word = Word {
            start: start as u32,
            end: start as u32,
            stems: [START; LONGEST_ENDING + 1],
            tail: 0,
            letters: 0,
            gap,
            capital: is_capital(first),
            capitals: false,
            cyrillic: ('Ѐ'..='ӿ').contains(&first),
            digit: first.is_ascii_digit(),
            initials: false,
            stopped: false,
        };
        Reading { word, capitals: true, signs: 0 }
    }

    fn add(&mut self, c: char) {
        self.signs += 1;
        let it = &mut self.word;
        let letter = small(c);
        it.stems = [mixed(it.stems[0], letter), it.stems[0], it.stems[1], it.stems[2]];
        it.tail = it.tail << 16 | u64::from(letter as u32 & 0xffff);
        it.letters = it.letters.saturating_add(u16::from(!c.is_ascii_digit()));
        self.capitals &= c.is_ascii_digit() || is_capital(c);
    }

    fn end(mut self, end: usize, rest: &str) -> Word {
        self.word.end = end as u32;
        self.word.capitals = self.capitals && self.word.letters > 1;
        self.word.initials = self.word.capital && self.word.letters == 1 && self.signs == 1;
        self.word.stopped = rest.starts_with('.');
        self.word
    }
}

/// Reads the words of a stretch of text in scripts that part words by spaces.
pub(super) fn read(text: &str, stretch: Span, res: &mut Vec<Word>) {
    res.clear();
    let (from, to) = (stretch.start as usize, stretch.end as usize);
    let Some(words) = text.get(..to) else { return };
    let mut at = from;
    let mut gap = Gap::Other;
    while let Some(c) = words.get(at..).and_then(|it| it.chars().next()) {
        if is_letter(c) || c.is_ascii_digit() {
            let word = one(words, at, c, gap);
            at = word.end as usize;
            res.push(word);
            let possessive = words.get(at..).is_some_and(|it| it.starts_with(['\'', '’']));
            if possessive {
                at += possessive_len(words, at).max(plural_possessive_len(words, at));
            }
            let opened = at;
            at = skip(words, at);
            gap = gap_of(words.get(opened..at).unwrap_or_default());
        } else {
            at += c.len_utf8();
            gap = if matches!(c, '[') { Gap::Square } else { Gap::Other };
        }
    }
    close_letter_spaced(text, res);
}

fn possessive_len(words: &str, at: usize) -> usize {
    let rest = words.get(at..).unwrap_or_default();
    let marks = ["'s", "’s", "'S", "’S"];
    marks.iter().find(|it| rest.starts_with(**it)).map_or(0, |it| it.len())
}

/// Whether a possessive ends the word here.
fn ends_possessive(rest: &str) -> bool {
    let len = possessive_len(rest, 0);
    len > 0 && !rest.get(len..).and_then(|it| it.chars().next()).is_some_and(is_letter)
}

/// The apostrophe alone after a plural: `Workers' Party`.
fn plural_possessive_len(words: &str, at: usize) -> usize {
    let plural = words.get(..at).is_some_and(|it| it.ends_with(['s', 'S']));
    let rest = words.get(at..).unwrap_or_default();
    let mark = ["' ", "’ ", "'\n", "’\n"].iter().any(|it| rest.starts_with(*it));
    match rest.chars().next().filter(|_| plural && mark) {
        Some(c) => c.len_utf8(),
        None => 0,
    }
}

/// Where the next word may begin.
fn skip(words: &str, at: usize) -> usize {
    let rest = words.get(at..).unwrap_or_default();
    let next = rest.find(|c: char| is_letter(c) || c.is_ascii_digit() || (c as u32) >= 0x1100);
    at + next.unwrap_or(rest.len())
}

fn gap_of(between: &str) -> Gap {
    match between {
        " " | "\u{a0}" => return Gap::Space,
        "\n" | " \n" | "\r\n" => return Gap::Line,
        _ => {}
    }
    if between.is_empty() || between.len() > 12 {
        return Gap::Other;
    }
    let mut breaks = 0;
    let (mut stops, mut squares) = (0, 0);
    for c in between.chars() {
        match c {
            '\n' => breaks += 1,
            '.' => stops += 1,
            '[' | ']' => squares += 1,
            _ if c.is_whitespace() => {}
            _ => return Gap::Other,
        }
    }
    match (breaks, stops, squares) {
        (0 | 1, 0, 1..) => Gap::Square,
        (0, 0, 0) => Gap::Space,
        (1, 0, 0) => Gap::Line,
        (0, 1, 0) if between.starts_with('.') => Gap::Stop,
        _ => Gap::Other,
    }
}

/// The word that begins here; letters that each have a full stop are one (`I.V.`, `U.N`).
fn one(words: &str, start: usize, first: char, gap: Gap) -> Word {
    let mut reading = Reading::new(start, first, gap);
    let bytes = words.as_bytes();
    let mut end = start;
    while let Some(byte) = bytes.get(end) {
        if byte.is_ascii_alphanumeric() {
            reading.add(char::from(*byte));
            end += 1;
            continue;
        }
        let rest = words.get(end..).unwrap_or_default();
        let mut ahead = rest.chars();
        let (Some(c), next) = (ahead.next(), ahead.next()) else { break };
        if is_letter(c) {
            reading.add(c);
        } else if !(is_mark(c) && next.is_some_and(is_letter)) || ends_possessive(rest) {
            break;
        }
        end += c.len_utf8();
    }
    let rest = words.get(end..).unwrap_or_default();
    let word = reading.end(end, rest);
    if word.initials && word.stopped { dotted(words, word, rest) } else { word }
}

/// Takes in the letters that each have a full stop after a first one.
fn dotted(words: &str, first: Word, rest: &str) -> Word {
    let mut reading = Reading { word: first, capitals: true, signs: 1 };
    let mut taken = 0;
    let mut count = 1;
    while let Some(after) = rest.get(taken..).and_then(|it| it.strip_prefix('.')) {
        let mut ahead = after.chars();
        let (Some(letter), next) = (ahead.next(), ahead.next()) else { break };
        if !is_capital(letter) || next.is_some_and(|it| is_letter(it) || it.is_ascii_digit()) {
            break;
        }
        reading.add(letter);
        taken += 1 + letter.len_utf8();
        count += 1;
    }
    if count == 1 {
        return first;
    }
    taken += usize::from(rest.get(taken..).is_some_and(|it| it.starts_with('.')));
    let end = first.end as usize + taken;
    let mut word = reading.end(end, words.get(end..).unwrap_or_default());
    word.initials = count <= 3;
    word.stopped = true;
    word
}

/// Closes up words whose letters stand apart: `О Р Л О В У`.
fn close_letter_spaced(text: &str, words: &mut Vec<Word>) {
    let single = |it: &Word| it.letters == 1 && it.capital && !it.stopped;
    if !words.windows(4).any(|it| it.iter().all(single)) {
        return;
    }
    let near = |a: &Word, b: &Word| single(a) && single(b) && b.start == a.end + 1;
    let mut res = Vec::with_capacity(words.len());
    for run in words.chunk_by(near) {
        match (run.first(), run.last()) {
            (Some(first), Some(last)) if run.len() >= 4 => {
                let mut reading = Reading { word: *first, capitals: true, signs: 1 };
                let others = run.iter().skip(1).filter_map(|it| it.of(text).chars().next());
                others.for_each(|c| reading.add(c));
                res.push(Word { initials: false, ..reading.end(last.end as usize, "") });
            }
            _ => res.extend_from_slice(run),
        }
    }
    *words = res;
}

/// The words between the hyphens of one: `Busan-Daegu` names two towns.
pub(super) fn between_hyphens(text: &str, it: &Word) -> Vec<Word> {
    let mut start = it.start as usize;
    let mut res = Vec::new();
    for part in it.of(text).split(['-', '‑']) {
        if let Some(first) = part.chars().next() {
            res.push(one(text.get(..start + part.len()).unwrap_or_default(), start, first, it.gap));
        }
        let next = text.get(start + part.len()..).and_then(|rest| rest.chars().next());
        start += part.len() + next.map_or(0, char::len_utf8);
    }
    res
}

/// The hash of a word as a table has it, without its last `cut` letters.
pub(super) fn hashed(word: &str, cut: usize) -> u64 {
    let counts = |it: &char| it.is_ascii_digit() || is_letter(*it) || (*it as u32) >= 0x1100;
    let count =
        if cut == 0 { usize::MAX } else { word.chars().filter(counts).count().saturating_sub(cut) };
    let stem = word.chars().filter(counts).take(count);
    stem.fold(START, |hash, c| mixed(hash, small(c)))
}

/// The letters of an ending as `Word::tail` has them.
pub(super) fn packed(ending: &str) -> u64 {
    ending.chars().fold(0, |tail, c| tail << 16 | u64::from(small(c) as u32 & 0xffff))
}
