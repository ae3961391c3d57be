//! Reads the entries of distribution lists: rows of tables, names in a line, a name on each line.

use std::sync::LazyLock;

use regesta_model::{Cited, DistributionEntry, Span};
use regex::Regex;

use crate::patterns::compile;

/// The number of a copy and nothing else: `№ 1`, `Экз № 7`, `Copy No. 3`, `第1份`, `제1부`, `1`.
fn copy_number() -> &'static Regex {
    static COPY: LazyLock<Regex> = LazyLock::new(|| {
        compile(
            r"^(?:(?:экз|экземпляр|прим|прим\p{L}+|copy|cop|exemplar|ausfertigung|egz|pld|사본|副本)?\.?\s*(?:№|n[o°.]*|nr\.?|#)\s*|(?:экз|copy|egz|exemplar|ausfertigung)\.?\s*|第\s*|제\s*)?(?P<value>\d{1,3})(?:\s*(?:份|号|號|부|호|\.|\)))?$",
        )
    });
    &COPY
}

/// A cell that says that it holds a number of a copy: more than a bare figure.
fn is_marked(words: &str) -> bool {
    words.contains(|it: char| !it.is_ascii_digit() && !it.is_whitespace())
}

/// Reads a row of a table: after each number of a copy comes who has it. Says too whether the row holds numbers of copies.
pub(super) fn row(text: &str, cells: &[Span]) -> (Vec<DistributionEntry>, bool) {
    let mut res: Vec<DistributionEntry> = Vec::new();
    let mut number: Option<String> = None;
    let mut numbers = false;
    for cell in cells {
        let words = cell.of(text).trim();
        if let Some(value) = copy_number().captures(words).and_then(|it| it.name("value")) {
            numbers |= is_marked(words);
            match res.last_mut().filter(|it| it.copies.is_empty()) {
                Some(last) => last.copies.push(value.as_str().to_owned()),
                None => number = Some(value.as_str().to_owned()),
            }
        } else if is_holder(words) {
            let copies: Vec<String> = number.take().into_iter().collect();
            if copies.is_empty() && !res.is_empty() {
                return (Vec::new(), false);
            }
            let recipient = Cited::new(words.to_owned(), cell.trimmed(text));
            res.push(DistributionEntry { copies, count: None, recipient });
        }
    }
    if !numbers {
        res.clear();
    }
    res.retain(|it| !it.copies.is_empty());
    (res, numbers)
}

/// Says whether words may name who has a copy.
fn is_holder(words: &str) -> bool {
    let letters = words.chars().filter(|it| it.is_alphabetic()).count();
    let short = words.split_whitespace().count() <= 12 && words.chars().count() <= 100;
    letters >= 2 && short && !words.ends_with(['?', '!']) && !words.starts_with(char::is_lowercase)
        || letters >= 2 && short && words.starts_with(['т', 'в', 'г', 'п', 'f', 'a', 'm'])
}

/// Words of a form that end a list in a text that lost its lines.
fn next_field() -> &'static Regex {
    static NEXT: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"\s(?:From|To|Received|Sent|Date|Subject|FROM|TO|RECEIVED|SENT|Via|No\.|Из|Кому|От|Получена|Отправлена|EXTREMELY|URGENT|TOP|SECRET|Re)\b",
        )
        .ok()
    });
    static NEVER: LazyLock<Regex> = LazyLock::new(|| compile("[^\\s\\S]"));
    NEXT.as_ref().unwrap_or(&NEVER)
}

/// A count or numbers of copies around a name.
fn counts() -> &'static (Regex, Regex, Regex) {
    static COUNTS: LazyLock<(Regex, Regex, Regex)> = LazyLock::new(|| {
        (
            compile(
                r"^\s*(?:[-–—•*·]\s*)?(?:(?P<copy>(?:экз\p{L}*|copy|egz)\.?\s*(?:№|no\.?|nr\.?)?\s*|№\s*)(?P<number>\d{1,3})|(?P<count>\d{1,3}))(?:\s*[-–—.):]\s*|\s+(?:экз\.?|copies|copy)\s*[-–—:]?\s*)",
            ),
            compile(
                r"\s*(?:[(（]\s*(?:x|×)?\s*(?P<count>\d{1,3})\s*(?:экз\p{L}*\.?|copies|copy|cys?|份|부|egz\.?|x)?\s*[)）]|[-–—×x]\s*(?P<count2>\d{1,3})(?:\s*(?:экз\p{L}*\.?|copies|copy|份|부|egz\.?))?|(?P<count3>\d{1,3})\s*(?:экз\p{L}*\.?|份|부|부씩|copies)|各?(?P<one>一|两|三|四|五|六)份)\s*$",
            ),
            compile(
                r"\s*[(（]?\s*(?:экз\p{L}*\.?\s*(?:№№?)?|cop(?:y|ies)\s+(?:nos?\.?)?|第|제|№№?)\s*(?P<numbers>\d{1,3}(?:\s*[-–,и и]\s*\d{1,3})*)\s*[号份부호]?\s*[)）]?\s*$",
            ),
        )
    });
    &COUNTS
}

/// The top copy, with how many carbon copies go with it: `Orig & 2 - `.
fn original() -> &'static Regex {
    static ORIGINAL: LazyLock<Regex> = LazyLock::new(|| {
        compile(r"^(?:orig(?:inal|\.)?|org\.)\s*(?:(?:&|and|\+)\s*(?P<more>[\dIl])\s*)?[-–—=:]\s*")
    });
    &ORIGINAL
}

/// Reads one item of a list: a name with its count or the numbers of its copies.
fn item(text: &str, span: Span) -> Option<DistributionEntry> {
    let (leading, trailing, numbered) = counts();
    let mut span = trimmed(text, span);
    let (mut copies, mut count): (Vec<String>, Option<i64>) = (Vec::new(), None);
    if let Some(found) = original().captures(span.of(text)) {
        let more = found.name("more").and_then(|it| it.as_str().parse::<i64>().ok());
        count = Some(1 + more.unwrap_or_default());
        span.start += found.get(0)?.end() as u32;
    } else if let Some(found) = leading.captures(span.of(text)) {
        let rest = found.get(0)?.end();
        match (found.name("number"), found.name("count")) {
            (Some(number), _) => copies.push(number.as_str().to_owned()),
            (None, Some(it)) => count = it.as_str().parse().ok(),
            _ => (),
        }
        span.start += rest as u32;
    }
    let words = span.of(text);
    if let Some(found) =
        numbered.captures(words).filter(|it| it.get(0).is_some_and(|it| it.start() > 0))
    {
        let numbers = found.name("numbers").map_or("", |it| it.as_str());
        copies.extend(
            numbers
                .split(|it: char| !it.is_ascii_digit())
                .filter(|it| !it.is_empty())
                .map(str::to_owned),
        );
        span.end = span.start + found.get(0)?.start() as u32;
    } else if let Some(found) =
        trailing.captures(words).filter(|it| it.get(0).is_some_and(|it| it.start() > 0))
    {
        let digits = ["count", "count2", "count3"].iter().find_map(|it| found.name(it));
        let han = found.name("one").map(|it| match it.as_str() {
            "一" => 1,
            "两" => 2,
            "三" => 3,
            "四" => 4,
            "五" => 5,
            _ => 6,
        });
        count = digits.and_then(|it| it.as_str().parse().ok()).or(han);
        span.end = span.start + found.get(0)?.start() as u32;
    }
    let span = trimmed(text, span);
    let words = span.of(text);
    is_named(words).then(|| DistributionEntry {
        copies,
        count,
        recipient: Cited::new(words.split_whitespace().collect::<Vec<_>>().join(" "), span),
    })
}

/// Says whether words are a name or an office, not a sentence.
fn is_named(words: &str) -> bool {
    let letters = words.chars().filter(|it| it.is_alphabetic()).count();
    let count = words.split_whitespace().count();
    letters >= 2
        && count <= 9
        && words.chars().count() <= 80
        && !words.contains(['!', '?', '。', '"', ':', '=', '_', '|', '>', '<', '{', '}', '\\'])
        && words.starts_with(char::is_alphanumeric)
        && !original_alone(words)
}

/// Says whether words only say that there is an original, and not who has it.
fn original_alone(words: &str) -> bool {
    let mut parts = words.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty());
    let named = ["orig", "original", "org"];
    let opens = parts.next().is_some_and(|it| named.iter().any(|one| it.eq_ignore_ascii_case(one)));
    opens && parts.all(|it| it.len() < 3)
}

fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let marks = |it: char| it.is_whitespace() || ",;、，；。•*·-–—>".contains(it);
    let start = words.len() - words.trim_start_matches(marks).len();
    let kept = words.trim_matches(marks);
    let stop = kept.ends_with('.')
        && !kept.get(..kept.len() - 1).is_some_and(|it| it.contains('.') || it.chars().count() < 4);
    let length = kept.len() - usize::from(stop);
    Span { start: span.start + start as u32, end: span.start + (start + length) as u32 }
}

/// Reads names that stand in a line after the word that opens the list.
pub(super) fn listed(text: &str, rest: Span, is_collapsed: bool) -> Vec<DistributionEntry> {
    let words = rest.of(text);
    let mut end = words.len();
    if let Some(next) = next_field().find(words).filter(|it| is_collapsed || it.start() > 0) {
        end = end.min(next.start());
    }
    if is_collapsed {
        end = end.min(words.find(". ").unwrap_or(end));
    }
    let words = words.get(..end).unwrap_or_default();
    let mut res = Vec::new();
    let mut start = 0;
    let mut depth = 0;
    let mut pieces = Vec::new();
    for (at, it) in words.char_indices() {
        match it {
            '(' | '（' => depth += 1,
            ')' | '）' => depth -= 1,
            ',' | ';' | '、' | '，' | '；' if depth <= 0 => {
                pieces.push(start..at);
                start = at + it.len_utf8();
            }
            _ => (),
        }
    }
    pieces.push(start..words.len());
    for piece in pieces {
        let span =
            Span { start: rest.start + piece.start as u32, end: rest.start + piece.end as u32 };
        match item(text, span) {
            Some(entry) => res.push(entry),
            None if span.of(text).trim().is_empty() => (),
            None => break,
        }
    }
    res
}

/// Reads a line of a list that has a name on each line; several names may share one where the list began in a line.
pub(super) fn line(text: &str, span: Span, is_one_a_line: bool) -> Vec<DistributionEntry> {
    let words = span.of(text);
    let sentence = words.ends_with(['.', '。']) && words.split_whitespace().count() > 7;
    if sentence || words.ends_with([':', '：']) || words.chars().count() > 100 {
        return Vec::new();
    }
    if is_one_a_line {
        return item(text, span).into_iter().collect();
    }
    listed(text, span, false)
}

/// Where an entry ends that has its count after it.
pub(super) fn with_count(text: &str, end: u32, limit: u32) -> u32 {
    let rest = Span { start: end, end: limit.max(end) }.of(text);
    let inside = rest.trim_start().starts_with(['(', '（']);
    let closing = rest.find([')', '）']).filter(|it| inside && *it < 30);
    let length =
        |at: usize| rest.get(at..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8);
    closing.map_or(end, |at| end + (at + length(at)) as u32)
}

/// Reads a line that gives one copy to somebody: `экз. № 4 - 8 отдел.`, `№ 2 — в дело`, `copy no. 2 - file`.
pub(super) fn copy_line(text: &str, span: Span) -> Option<DistributionEntry> {
    static LINE: LazyLock<Regex> = LazyLock::new(|| {
        compile(
            r"^(?:(?:экз\p{L}*\.?|copy|egz\.?)\s*(?:№|no\.?|nr\.?|#)?|№)\s*(?P<value>\d{1,3})\s*[-–—:]\s*(?P<holder>\S.*)$",
        )
    });
    let found = LINE.captures(span.of(text))?;
    let holder = found.name("holder")?;
    let place =
        Span { start: span.start + holder.start() as u32, end: span.start + holder.end() as u32 };
    let place = trimmed(text, place);
    is_named(place.of(text)).then(|| DistributionEntry {
        copies: vec![found.name("value").map_or_else(String::new, |it| it.as_str().to_owned())],
        count: None,
        recipient: Cited::new(place.of(text).to_owned(), place),
    })
}
