//! Finds the charset of a file and decodes it: by byte order mark, by declaration where the bytes bear it out, by content.

mod declaration;
mod likelihood;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, IBM866, ISO_2022_JP, ISO_8859_2, ISO_8859_5,
    KOI8_R, KOI8_U, MACINTOSH, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252, X_MAC_CYRILLIC,
};
use likelihood::{Habit, likelihood};

/// A file as decoded.
pub(crate) struct Decoded {
    /// The words, without a byte order mark.
    pub(crate) text: String,
    /// The charset, in lower case.
    pub(crate) charset: String,
    /// What is to be said about the choice.
    pub(crate) doubt: Option<Doubt>,
    /// Whether some bytes were no characters.
    pub(crate) is_damaged: bool,
}

/// Why a charset may be wrong.
pub(crate) enum Doubt {
    /// The file declares another; with a word as it was read.
    Overruled { declared: String, sample: String },
    /// Another is nearly as likely; with a word as each reads.
    Uncertain { sample: String, other: String, other_sample: String },
}

/// Where to look for a declaration.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Declarations {
    /// In the markup.
    Markup,
    /// Nowhere: a text that talks of charsets declares none.
    None,
}

/// Charsets that are tried on bytes that are not UTF-8, the likelier first.
const CANDIDATES: [(&Encoding, Habit); 14] = [
    (WINDOWS_1251, Habit::Cyrillic),
    (WINDOWS_1252, Habit::Latin),
    (KOI8_R, Habit::Cyrillic),
    (GB18030, Habit::Simplified),
    (BIG5, Habit::Traditional),
    (EUC_KR, Habit::Korean),
    (SHIFT_JIS, Habit::Japanese),
    (EUC_JP, Habit::Japanese),
    (WINDOWS_1250, Habit::Latin),
    (ISO_8859_2, Habit::Latin),
    (KOI8_U, Habit::Cyrillic),
    (IBM866, Habit::Cyrillic),
    (ISO_8859_5, Habit::Cyrillic),
    (X_MAC_CYRILLIC, Habit::Cyrillic),
];

/// So few characters may be valid UTF-8 by chance: some pairs of Chinese bytes are.
const FEW: usize = 4;

/// How much likelier than the declared charset another must be to overrule it, in nats.
const OVERRULES: f64 = 10.0;

/// Below this difference two charsets are equally likely, in nats.
const UNCERTAIN: f64 = 5.0;

/// A text that scores less for each byte is probably misread, in nats.
const POOR: f64 = -4.2;

/// How many bytes the content is judged by.
const SAMPLE: usize = 4 * 1024;

/// Decodes a file.
pub(crate) fn decode(bytes: &[u8], declarations: Declarations) -> Decoded {
    if let Some((encoding, length)) = declaration::byte_order_mark(bytes) {
        return decoded(bytes.get(length..).unwrap_or_default(), encoding, None);
    }
    if let Some(encoding) = utf_16(bytes) {
        return decoded(bytes, encoding, None);
    }
    let declared = match declarations {
        Declarations::Markup => declaration::declared(bytes),
        Declarations::None => None,
    };
    if bytes.windows(2).take(64 * 1024).any(|it| it == b"\x1b$") {
        return decoded(bytes, ISO_2022_JP, None);
    }
    let utf_8 = Utf8Evidence::of(bytes);
    if utf_8.is_enough() && !(utf_8.characters < FEW && is_chance(bytes)) {
        let doubt = declared
            .filter(|it| utf_8.characters > 0 && it.1 != UTF_8)
            .map(|(label, _)| overruled(label, bytes, UTF_8));
        return decoded(bytes, UTF_8, doubt);
    }
    by_content(bytes, declared)
}

/// Decodes just enough of a file to see what it is.
pub(crate) fn head(bytes: &[u8]) -> String {
    let head = bytes.get(..bytes.len().min(SNIFFED)).unwrap_or_default();
    let (encoding, length) = match declaration::byte_order_mark(bytes) {
        Some(mark) => mark,
        None => (utf_16(bytes).unwrap_or(UTF_8), 0),
    };
    let rest = head.get(length..).unwrap_or_default();
    encoding.decode_without_bom_handling(rest).0.into_owned()
}

/// Says whether bytes are UTF-16, with or without a mark.
pub(crate) fn is_utf_16(bytes: &[u8]) -> bool {
    let marked = declaration::byte_order_mark(bytes).map(|it| it.0);
    let found = marked.or_else(|| utf_16(bytes)).or_else(|| utf_16_by_content(bytes));
    found == Some(UTF_16LE) || found == Some(UTF_16BE)
}

/// How many bytes show what a file is.
pub(crate) const SNIFFED: usize = 64 * 1024;

fn decoded(bytes: &[u8], encoding: &'static Encoding, doubt: Option<Doubt>) -> Decoded {
    let (text, is_damaged) = encoding.decode_without_bom_handling(bytes);
    // What other programs call GBK is read as its superset.
    let charset = encoding.name().to_ascii_lowercase();
    Decoded { text: text.into_owned(), charset, doubt, is_damaged }
}

fn overruled(declared: String, bytes: &[u8], read_as: &'static Encoding) -> Doubt {
    Doubt::Overruled { declared, sample: first_word(bytes, read_as) }
}

/// Counts what speaks for UTF-8 and against it.
struct Utf8Evidence {
    characters: usize,
    errors: usize,
    cut_off: bool,
}

impl Utf8Evidence {
    fn of(bytes: &[u8]) -> Self {
        if bytes.is_ascii() {
            return Utf8Evidence { characters: 0, errors: 0, cut_off: false };
        }
        let mut evidence = Utf8Evidence { characters: 0, errors: 0, cut_off: false };
        let mut seen = 0;
        for chunk in bytes.utf8_chunks() {
            seen += chunk.valid().len() + chunk.invalid().len();
            evidence.characters += chunk.valid().bytes().filter(|it| *it >= 0xc0).count();
            if !chunk.invalid().is_empty() {
                evidence.errors += 1;
                evidence.cut_off = seen == bytes.len();
            }
        }
        evidence
    }

    /// A chance of one in several that other bytes look like one character makes twenty in a row beyond doubt.
    fn is_enough(&self) -> bool {
        let cut_off = usize::from(self.cut_off && self.characters > 0);
        (self.errors - cut_off) * 20 <= self.characters
    }
}

/// Says whether the few characters beyond ASCII make much better sense in another charset than in UTF-8.
fn is_chance(bytes: &[u8]) -> bool {
    let sample = sample(bytes);
    let others = CANDIDATES.iter().map(|(it, habit)| candidate(it, *habit, &sample).score);
    let best = others.fold(f64::NEG_INFINITY, f64::max);
    !sample.is_empty() && best > candidate(UTF_8, Habit::Any, &sample).score + OVERRULES
}

/// Recognises UTF-16 without a mark by its zero bytes: every other one in what is written in Latin letters or spaces.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|it| **it == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = (head.len() / 40).max(1);
    let encoding = match (even > odd * 8 && even >= enough, odd > even * 8 && odd >= enough) {
        (true, _) => UTF_16BE,
        (_, true) => UTF_16LE,
        _ => return None,
    };
    let text = encoding.decode_without_bom_handling(head.get(..head.len() & !1)?).0;
    let unwritten = text.chars().filter(|it| likelihood::is_never_written(*it)).count();
    let controls = text.chars().filter(|it| it.is_control() && !it.is_whitespace()).count();
    ((unwritten + controls) * 20 <= text.chars().count()).then_some(encoding)
}

struct Candidate {
    encoding: &'static Encoding,
    score: f64,
    text: String,
}

fn candidate(encoding: &'static Encoding, habit: Habit, sample: &[u8]) -> Candidate {
    let text = encoding.decode_without_bom_handling(sample).0.into_owned();
    Candidate { encoding, score: likelihood(&text, habit), text }
}

fn by_content(bytes: &[u8], declared: Option<(String, &'static Encoding)>) -> Decoded {
    let sample = sample(bytes);
    let mut candidates: Vec<Candidate> =
        CANDIDATES.iter().map(|(encoding, habit)| candidate(encoding, *habit, &sample)).collect();
    let guess = chardetng_guess(&sample);
    for it in &mut candidates {
        it.score += prior(it.encoding, guess);
    }
    // The sort is stable: of equals the likelier charset of the list stays first.
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
    let Some(best) = candidates.first() else { return decoded(bytes, WINDOWS_1252, None) };
    if best.score < POOR * sample.len() as f64
        && let Some(encoding) = utf_16_by_content(bytes)
    {
        let doubt = declared.map(|(label, _)| overruled(label, bytes, encoding));
        return decoded(bytes, encoding, doubt);
    }
    if let Some((label, encoding)) = declared {
        let encoding = if encoding == GBK { GB18030 } else { encoding };
        if is_borne_out(encoding, best, &candidates, &sample) {
            return decoded(bytes, encoding, None);
        }
        let doubt = overruled(label, bytes, best.encoding);
        return decoded(bytes, best.encoding, Some(doubt));
    }
    let other = candidates.iter().find(|it| it.text != best.text);
    let doubt = other.filter(|it| best.score - it.score < UNCERTAIN).map(|it| Doubt::Uncertain {
        sample: first_word(bytes, best.encoding),
        other: it.encoding.name().to_ascii_lowercase(),
        other_sample: first_word(bytes, it.encoding),
    });
    decoded(bytes, best.encoding, doubt)
}

/// Says whether the bytes can be in the charset they are declared in.
fn is_borne_out(
    encoding: &'static Encoding,
    best: &Candidate,
    candidates: &[Candidate],
    sample: &[u8],
) -> bool {
    match candidates.iter().find(|it| it.encoding == encoding) {
        Some(declared) => declared.score + OVERRULES >= best.score,
        // Charsets whose letters are not known here are believed where every byte is one of theirs.
        None => {
            encoding != UTF_8
                && encoding != MACINTOSH
                && !encoding.decode_without_bom_handling(sample).1
        }
    }
}

/// Recognises UTF-16 without a mark and without Latin letters or spaces.
fn utf_16_by_content(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(2048) & !1)?;
    let others = CANDIDATES.iter().map(|(it, habit)| candidate(it, *habit, head).score);
    let others = others.fold(f64::NEG_INFINITY, f64::max);
    let best = [UTF_16LE, UTF_16BE].map(|it| candidate(it, Habit::Any, head));
    let best = best.into_iter().max_by(|a, b| a.score.total_cmp(&b.score))?;
    let is_text = best.score > -9.0 * best.text.chars().count() as f64;
    (is_text && best.score > others + 25.0).then_some(best.encoding)
}

/// What is known before the letters are counted: another detector's guess, and that hardly anybody used a charset.
fn prior(encoding: &'static Encoding, guess: &'static Encoding) -> f64 {
    match encoding {
        // The detector never says KOI8-R, which has the same Russian letters.
        _ if encoding == guess || (encoding == KOI8_R && guess == KOI8_U) => 4.0,
        _ if encoding == X_MAC_CYRILLIC => -6.0,
        _ => 0.0,
    }
}

fn chardetng_guess(sample: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess == GBK { GB18030 } else { guess }
}

/// Picks the bytes that tell charsets apart: those beyond ASCII, with two neighbours on either side.
fn sample(bytes: &[u8]) -> Vec<u8> {
    let mut sample = Vec::new();
    let mut at = 0;
    while sample.len() < SAMPLE {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(first) = rest.iter().position(|it| !it.is_ascii()) else { break };
        let start = at + first;
        // The stretch ends where three ASCII bytes follow each other; a second byte of a pair may be one.
        let mut end = start;
        let mut plain = 0;
        while end < bytes.len() && plain < 3 && end - start < SAMPLE {
            plain = if bytes.get(end).is_some_and(u8::is_ascii) { plain + 1 } else { 0 };
            end += 1;
        }
        sample
            .extend_from_slice(bytes.get(start.saturating_sub(2).max(at)..end).unwrap_or_default());
        sample.push(b'\n');
        at = end;
    }
    sample
}

/// Returns the first word beyond ASCII, as the charset reads it.
fn first_word(bytes: &[u8], encoding: &'static Encoding) -> String {
    let first = bytes.iter().position(|it| !it.is_ascii()).unwrap_or(0);
    let start =
        bytes.get(..first).and_then(|it| it.iter().rposition(|it| *it <= b' ' || *it == b'>'));
    let end = bytes.len().min(first + 120);
    // UTF-16 is decoded from its start: anywhere else the pairs might be split.
    let start =
        if encoding == UTF_16LE || encoding == UTF_16BE { 0 } else { start.map_or(0, |it| it + 1) };
    let text = encoding.decode_without_bom_handling(bytes.get(start..end).unwrap_or_default()).0;
    let word = text.trim_start().split(['\n', '\r', '<', '>', '"']).next().unwrap_or_default();
    word.chars().take(24).collect::<String>().trim_end().to_owned()
}
