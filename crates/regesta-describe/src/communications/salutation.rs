//! Reads a salutation: the words that open a communication by naming whom it addresses.

use regesta_model::{Language, Script, Span};

use crate::vocabulary::{self, FormsOfAddress};

/// A salutation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Salutation {
    /// The whole of it, with the mark that ends it.
    pub(crate) span: Span,
    /// The name, or names, without forms of address.
    pub(crate) name: Span,
}

/// How many words a salutation that shares its line with the text has at most.
const WORDS_IN_RUN: usize = 9;
/// How many words a salutation on a line of its own has at most.
const WORDS_ON_LINE: usize = 32;

/// Reads the salutation that stands at the start of `span`, if one does.
pub(crate) fn read(text: &str, span: Span, language: Language) -> Option<Salutation> {
    let words = span.of(text);
    let lead = words.len()
        - words
            .trim_start_matches(['"', '“', '«', '「', '*', '„', '‘', '\'', ' ', '(', '（'])
            .len();
    let start = span.start as usize + lead;
    let rest = Span::new(start..span.end as usize);
    let forms = vocabulary::forms_of_address(language);
    match language {
        Language::Chinese | Language::Korean | Language::Japanese => dense(text, rest, forms),
        _ => spaced(text, rest, forms),
    }
}

/// Reads the name on a line that goes on with an address: `товаришу Мельникову` under `Секретареві ЦК`.
pub(super) fn read_on(text: &str, span: Span, language: Language) -> Option<Span> {
    let forms = vocabulary::forms_of_address(language);
    let words = span.of(text);
    let form = form_at(words, 0, forms, true)?;
    let name = Span { start: span.start + form as u32, end: span.end }.trimmed(text);
    let called = name.of(text).trim_end_matches([',', ':', '!']);
    (!called.is_empty() && called.split_whitespace().all(is_named)).then_some(name)
}

/// Languages that put the form of address after the name.
fn dense(text: &str, span: Span, forms: &FormsOfAddress) -> Option<Salutation> {
    let words = span.of(text);
    let stop = words.char_indices().take(70).find(|(_, it)| "：:，,！!。\n".contains(*it));
    let (end, stopped) = match stop {
        Some((at, c)) if c != '\n' => (at + c.len_utf8(), at),
        Some((at, _)) => (at, at),
        None if words.chars().count() <= 40 => (words.len(), words.len()),
        None => return None,
    };
    let named =
        words[..stopped].trim_end_matches(|it: char| it.is_whitespace() || ")）]".contains(it));
    let opened = forms.before.iter().find(|it| named.starts_with(**it));
    let closed = forms.after.iter().find(|it| named.ends_with(**it));
    let called = stop.is_some_and(|(_, it)| "：:，,！!".contains(it));
    let letters = named.chars().filter(|it| it.is_alphabetic()).count();
    let colon = stop.is_some_and(|(at, it)| {
        let alone = words[at + it.len_utf8()..].trim_start_matches([' ', '\u{3000}']);
        "：:".contains(it) && (alone.is_empty() || alone.starts_with('\n') || quoted(text, span))
    });
    let office = colon && forms.office_ends.iter().any(|it| named.ends_with(*it));
    if closed.is_none() && !office && !(opened.is_some() && called) || !(2..=40).contains(&letters)
    {
        return None;
    }
    let from = opened.map_or(0, |it| it.len());
    let to = closed.map_or(named.len(), |it| named.len() - it.len()).max(from);
    let bare = Span::new(span.start as usize + from..span.start as usize + to).trimmed(text);
    let name = if bare.is_empty() {
        Span::new(span.start as usize..span.start as usize + named.len())
    } else {
        bare
    };
    Some(Salutation { span: Span { start: span.start, end: span.start + end as u32 }, name })
}

/// Languages that put the form of address before the name.
fn spaced(text: &str, span: Span, forms: &FormsOfAddress) -> Option<Salutation> {
    let words = span.of(text);
    if let Some(end) = office_in_quotation(text, span, forms) {
        return finish(text, span, 0, end, end);
    }
    if let Some(found) = after_name(text, span, forms) {
        return Some(found);
    }
    let (mut at, mut opened) = opening(words, forms);
    let greeting = forms.greetings.iter().any(|it| words.starts_with(it));
    let (mut name, mut last_form, mut count, mut all_named) = (at, at, 0, true);
    let line_end = words.find('\n').unwrap_or(words.len());
    while let Some((from, to)) = next_word(words, at) {
        let word = &words[from..to];
        let form = form_at(words, from, forms, opened)
            .filter(|len| count == 0 || !forms.prepositions.contains(&&words[from..from + len]));
        if let Some(form) = form {
            all_named |= is_office(&words[name.min(from)..from]);
            opened = true;
            (at, name, last_form) = (from + form, from + form, from);
            count += 1;
            if !words[..at].ends_with('.') && ended(words, at, false).is_some() {
                return None;
            }
            continue;
        }
        if !opened || count > WORDS_ON_LINE {
            return None;
        }
        count += usize::from(word.chars().filter(|it| it.is_alphabetic()).count() > 1);
        if of_office(word, forms) {
            (at, name) = (to, to);
            continue;
        }
        all_named &= is_named(word);
        at = to;
        if let Some(end) = ended(words, to, greeting) {
            let list = end >= line_end && count <= WORDS_ON_LINE && mostly_named(&words[name..to]);
            let cheered = greeting && count <= 5;
            let fits = (all_named && count <= WORDS_IN_RUN) || list || cheered;
            let office = words[name..].trim_start().starts_with("of ");
            let called = words[..to].ends_with([':', '!', '：']) || last_form > 0;
            let unnamed = !words[name..to].contains(char::is_alphanumeric);
            let name = if office || unnamed { last_form } else { name };
            return (fits && name < to && (!office || called))
                .then(|| finish(text, span, name, to, end))
                .flatten();
        }
    }
    // `Начальнику морского штаба`: nobody but the office is named.
    let office = opened && last_form < name && name == at && words[at..].trim().is_empty();
    let named = office && words[..at].split_whitespace().count() > 1;
    named.then(|| finish(text, span, 0, at, at)).flatten()
}

/// The form of address stands after the name, on a line of its own: `Kedves Kovács Elvtárs!`, `Kovács István elvtársnak,`.
fn after_name(text: &str, span: Span, forms: &FormsOfAddress) -> Option<Salutation> {
    const WORDS: usize = 7;
    if forms.after.is_empty() {
        return None;
    }
    let words = span.of(text);
    let line = &words[..words.find('\n').unwrap_or(words.len())];
    let called = line.trim_end_matches([',', '!', ':', ' ']);
    let form = forms.after.iter().find(|it| called.ends_with(**it))?;
    let before = called[..called.len() - form.len()].trim_end();
    let greeting = forms.before.iter().find(|it| before.starts_with(**it)).map_or(0, |it| it.len());
    let name = before.get(greeting..)?;
    let fits = name.split_whitespace().count() <= WORDS
        && name.split_whitespace().all(is_named)
        && name.chars().any(char::is_alphabetic);
    fits.then(|| finish(text, span, greeting, before.len(), line.len())).flatten()
}

/// Where the words begin, past a supplied `[To]` or the place a telegram goes to (`Olenin, to the harbour master`), and whether that opens the salutation.
fn opening(words: &str, forms: &FormsOfAddress) -> (usize, bool) {
    if let Some(close) = words.strip_prefix('[').and_then(|it| it.find(']')).filter(|it| *it < 12) {
        let inside = &words[1..=close];
        return (close + 2, forms.before.iter().any(|it| it.eq_ignore_ascii_case(inside)));
    }
    let place = next_word(words, 0)
        .filter(|(from, to)| words[..*to].ends_with(',') && is_named(&words[*from..*to]));
    let addressed = place.and_then(|(_, to)| {
        let (next, _) = next_word(words, to)?;
        form_at(words, next, forms, true)
    });
    match place {
        Some((_, to)) if addressed.is_some() => (to, true),
        _ => (0, false),
    }
}

/// An office in the dative opens a salutation where the words stand in quotation marks: `"Министерству снабжения. Прошу ..."`.
fn office_in_quotation(text: &str, span: Span, forms: &FormsOfAddress) -> Option<usize> {
    const WORDS: usize = 6;
    let words = span.of(text);
    let stop = words.find(['.', ':', '!', '\n'])?;
    let starts = |offices: &[&str]| offices.iter().any(|it| words.starts_with(it));
    let named = starts(&forms.offices) || words[stop..].starts_with(':') && starts(&forms.called);
    (named && quoted(text, span) && words[..stop].split_whitespace().count() <= WORDS)
        .then_some(stop + 1)
}

/// Says whether words stand right after a mark that opens a quotation.
fn quoted(text: &str, span: Span) -> bool {
    text[..span.start as usize].ends_with(['"', '“', '«', '„', '「', '‘', '\''])
}

fn finish(text: &str, span: Span, from: usize, to: usize, end: usize) -> Option<Salutation> {
    let start = span.start as usize;
    let name = Span::new(start + from..start + to).trimmed(text);
    (!name.is_empty()).then(|| Salutation { span: Span::new(start..start + end), name })
}

/// The next run of characters that are not white space.
fn next_word(words: &str, at: usize) -> Option<(usize, usize)> {
    let from = at + words.get(at..)?.find(|it: char| !it.is_whitespace())?;
    let to = words[from..].find(char::is_whitespace).map_or(words.len(), |it| from + it);
    Some((from, to))
}

/// Length of the form of address that stands here; a further form may be written small.
fn form_at(words: &str, at: usize, forms: &FormsOfAddress, opened: bool) -> Option<usize> {
    let rest = &words[at..];
    let capital = rest.chars().next()?.is_uppercase();
    if !capital && !opened {
        return None;
    }
    forms.before.iter().find_map(|form| {
        let head = rest.get(..form.len())?;
        let next = rest[form.len()..].chars().next();
        let whole = form.ends_with(['.', ':']) || !next.is_some_and(char::is_alphanumeric);
        let same = whole && (head == *form || same_letters(head, form));
        (same && !(opened && *form == "т.")).then_some(form.len())
    })
}

/// Compares without regard to case.
fn same_letters(a: &str, b: &str) -> bool {
    a.chars().flat_map(char::to_lowercase).eq(b.chars().flat_map(char::to_lowercase))
}

/// Where the salutation ends, if its last word ends here: at `:` `!`, at `,` before the line's end or in a greeting, at a full stop that is no initial's, or at the line's end.
fn ended(words: &str, to: usize, greeting: bool) -> Option<usize> {
    let last = words[..to].chars().next_back()?;
    let line_over = words[to..].trim_start_matches([' ', '\u{a0}', '\t']).starts_with('\n')
        || words[to..].trim().is_empty();
    match last {
        ':' | '!' | '：' => Some(to),
        ',' => (line_over || greeting).then_some(to),
        '.' => {
            let word = words[..to - 1].rsplit(char::is_whitespace).next().unwrap_or_default();
            let spaced = words[..to - 1]
                .trim_end()
                .chars()
                .rev()
                .take(4)
                .filter(|it| it.is_whitespace())
                .count()
                >= 2;
            let initial = word.chars().filter(|it| it.is_alphabetic()).count() <= 1 && !spaced
                || word.contains('.');
            (!initial || line_over).then_some(to)
        }
        _ => line_over.then_some(to),
    }
}

fn is_named(word: &str) -> bool {
    let bare = word.trim_matches(|it: char| !it.is_alphanumeric());
    bare.chars().next().is_none_or(|it| it.is_uppercase() || Script::of(it) == Script::Han)
        || matches!(bare, "and" | "of" | "the" | "и" | "de" | "von")
}

/// A small word that belongs to the office before it: `Министру иностранных дел Зимину`.
fn of_office(word: &str, forms: &FormsOfAddress) -> bool {
    word.chars().all(char::is_lowercase) && forms.genitives.iter().any(|it| word.ends_with(it))
}

/// Words between two forms of address that belong to the office: small ones and abbreviations (`Министру внешней торговли СССР товарищу`).
fn is_office(words: &str) -> bool {
    let office = |word: &str| {
        let short = word.chars().filter(|it| it.is_alphabetic()).count() <= 5;
        word.chars().all(|it| !it.is_uppercase())
            || short && word.chars().all(|it| !it.is_lowercase())
    };
    words.split_whitespace().all(office)
}

/// A list of offices has small words in it, but not many.
fn mostly_named(words: &str) -> bool {
    let all: Vec<&str> = words.split_whitespace().collect();
    let named = all.iter().filter(|it| is_named(it) || it.chars().count() <= 3).count();
    named * 10 >= all.len() * 8 && words.trim_end().ends_with([':', ',', '!'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_in(language: Language, words: &str) -> Option<(&str, &str)> {
        let found = read(words, Span::new(0..words.len()), language)?;
        Some((found.span.of(words), found.name.of(words)))
    }

    #[test]
    fn salutations_in_four_languages() {
        use Language::{Chinese, English, Korean, Russian};
        for (language, words, name) in [
            (Russian, "Товарищу Ф И Л И Н У.\nНаправляю копию.", "Ф И Л И Н У."),
            (Russian, "Председателю Чжао", "Чжао"),
            (Russian, "Дорогой товарищ Лугов!", "Лугов!"),
            (English, "For Chairman Zhao [Ming]!", "Zhao [Ming]!"),
            (English, "Comrade Prime Minister Han Sung Ho,", "Han Sung Ho,"),
            (English, "\"To Comrade Tan Wei. I ask that the contents be passed on.", "Tan Wei."),
            (
                English,
                "[To] the Coastal Bureau, Maresk and Olenin Provincial Committees, and the Port Committee:",
                "the Coastal Bureau, Maresk and Olenin Provincial Committees, and the Port Committee:",
            ),
            (Russian, "Оленин, министру Зимину", "Зимину"),
            (Russian, "Оленин, министру иностранных дел Зимину", "Зимину"),
            (Russian, "Начальнику Морского штаба З И М И Н У", "З И М И Н У"),
            (Russian, "Начальнику Морского штаба", "Начальнику Морского штаба"),
            (English, "Commander To Kyong-p'il:", "To Kyong-p'il:"),
            (English, "\"Foreign Ministry: The ferries are ready.", "Foreign Ministry:"),
            (Chinese, "外交部、各边防站、白禾县委：", "外交部、各边防站、白禾县委"),
            (Russian, "Министру внешней торговли СССР товарищу Зимину", "Зимину"),
            (Russian, "«Уважаемый товарищ посол! Прошу Вас", "посол!"),
            (English, "\"Dear Comrade Ambassador, I ask you", "Ambassador,"),
            (Russian, "\"Министерству снабжения. Прошу хлеба.", "Министерству снабжения."),
            (English, "Dear Mr. Savin,", "Savin,"),
            (Russian, "Тов. Лугову.", "Лугову."),
            (Chinese, "赵明主席：", "赵明"),
            (Chinese, "“谭伟同志：请将此电转告韩成浩同志。", "谭伟"),
            (Korean, "한성호 동지에게", "한성호"),
        ] {
            assert_eq!(read_in(language, words).map(|it| it.1), Some(name), "{words}");
        }
    }

    #[test]
    fn sentences_are_not() {
        for words in [
            "General situation remains grave.",
            "Comrade Tan Wei will arrive on Monday.",
            "To this end we propose the following:",
            "For the following reasons:",
            "The minister replied.",
            "Commander Han went to Maresk.",
        ] {
            assert_eq!(read_in(Language::English, words), None, "{words}");
        }
        assert_eq!(read_in(Language::Chinese, "主席团会议决定推迟撤军。"), None);
        assert_eq!(read_in(Language::Chinese, "代表团认为有三个办事处：一是港口。"), None);
        assert_eq!(read_in(Language::Russian, "Министру надлежит прибыть в Оленин."), None);
        assert_eq!(read_in(Language::Russian, "Товарищ Лугов сообщил товарищу Зимину."), None);
    }
}
