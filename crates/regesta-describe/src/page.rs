//! A source seen as lines: where they are, what the format says of them, in which language they are, which dates stand on them.

use std::ops::Range;

use regesta_lang::{dates, dates::FoundDate, languages};
use regesta_model::{Language, Mark, MarkKind, Script, Source, Span};

use crate::{RepeatedLines, columns, furniture, volume::Part};

/// A line that is not blank.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The line without the white space at its ends.
    pub(crate) span: Span,
    /// Number of the paragraph: lines with no blank line between them share one.
    pub(crate) paragraph: usize,
    /// Language of the line, or of the lines around it where it has no words of its own.
    pub(crate) language: Language,
    /// Whether the line itself shows its language.
    pub(crate) sure: bool,
    /// The language the format declares for the line, or for the page where the line's own words do not show one.
    declared: Option<Language>,
    /// Script of the line's letters; `Other` where it has too few to tell.
    pub(crate) script: Script,
    /// Level of the heading, where the format marks one.
    pub(crate) heading: Option<u8>,
    /// Cells, where the line is a row of a table; empty otherwise.
    pub(crate) cells: Vec<Span>,
    /// What the format says of the whole line.
    pub(crate) marks: LineMarks,
    /// Whether the line repeats across the folder.
    pub(crate) repeated: bool,
}

/// What the format says of a whole line.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LineMarks {
    /// Navigation, header, footer, form.
    pub(crate) furniture: bool,
    /// Title of the page, or a value of the page's head.
    pub(crate) head: bool,
    /// Inside the page's main part.
    pub(crate) main: bool,
    /// A label or term by the page's own word.
    pub(crate) term: bool,
    /// Parts the document from the one before in its file: its number in a volume, a rule, an envelope.
    pub(crate) divider: bool,
}

/// A source, or one document's part of it, seen as lines.
pub(crate) struct Page<'a> {
    pub(crate) source: &'a Source,
    /// The whole reading text of the source.
    pub(crate) text: &'a str,
    /// What the format says about the part.
    pub(crate) marks: &'a [Mark],
    /// Words that part the document from the one before in its file.
    pub(crate) dividers: &'a [Span],
    pub(crate) lines: Vec<Line>,
    /// Dates of the whole page, in reading order.
    pub(crate) dates: Vec<PageDate>,
}

/// A date with the language it was read in.
#[derive(Clone, Debug)]
pub(crate) struct PageDate {
    pub(crate) span: Span,
    pub(crate) found: FoundDate,
    pub(crate) language: Language,
}

impl<'a> Page<'a> {
    /// Splits a document's part of a source into lines and finds its dates.
    pub(crate) fn new(source: &'a Source, part: &'a Part<'_>, repeated: &[&RepeatedLines]) -> Self {
        let text = source.text.as_str();
        let mut lines = split(text, part.span);
        mark(&mut lines, &part.marks, part.span);
        let known = repeated.iter().any(|it| !it.is_empty());
        for line in &mut lines {
            if known {
                let fingerprint = furniture::fingerprint(line.span.of(text));
                line.repeated = repeated.iter().any(|it| it.contains(fingerprint));
            }
            line.marks.divider = part.dividers.iter().any(|it| it.contains(line.span));
            if line.cells.is_empty() {
                line.cells = markdown_cells(text, line.span);
            }
        }
        columns::mark(text, &mut lines);
        spread_languages(&mut lines);
        let dates = find_dates(text, &lines);
        Page { source, text, marks: &part.marks, dividers: &part.dividers, lines, dates }
    }

    /// Returns the words of a line.
    pub(crate) fn words(&self, line: usize) -> &'a str {
        self.lines.get(line).map_or("", |it| it.span.of(self.text))
    }

    /// Returns the span from the first to the last of these lines.
    pub(crate) fn span_of(&self, lines: Range<usize>) -> Span {
        match (self.lines.get(lines.start), self.lines.get(lines.end.saturating_sub(1))) {
            (Some(first), Some(last)) if lines.start < lines.end => first.span.join(last.span),
            _ => Span::default(),
        }
    }

    /// Returns the lines of the paragraph that this line stands in.
    pub(crate) fn paragraph_of(&self, line: usize) -> Range<usize> {
        let Some(paragraph) = self.lines.get(line).map(|it| it.paragraph) else {
            return line..line;
        };
        let start = self.lines.partition_point(|it| it.paragraph < paragraph);
        let end = self.lines.partition_point(|it| it.paragraph <= paragraph);
        start..end
    }

    /// Returns the dates inside a span.
    pub(crate) fn dates_in(&self, span: Span) -> &[PageDate] {
        &self.dates[self.dates_on(span)]
    }

    /// Returns the places in `dates` of the dates inside a span.
    pub(crate) fn dates_on(&self, span: Span) -> Range<usize> {
        let from = self.dates.partition_point(|it| it.span.start < span.start);
        let to = self.dates.partition_point(|it| it.span.start < span.end);
        from..to.max(from)
    }

    /// Says whether a date shares words with this span.
    pub(crate) fn is_dated(&self, span: Span) -> bool {
        let from = self.dates.partition_point(|it| it.span.end <= span.start);
        self.dates.get(from).is_some_and(|it| it.span.overlaps(span))
    }

    /// Says whether a span holds little else than a date: a number, a place name and marks may stand beside it.
    pub(crate) fn is_date_line(&self, span: Span) -> bool {
        let words = span.of(self.text);
        if words.len() > 120 {
            return false;
        }
        let dates = self.dates_in(span);
        if dates.is_empty() {
            return false;
        }
        let letters = |words: &str| words.chars().filter(|it| it.is_alphanumeric()).count();
        let dated: usize = dates.iter().map(|it| letters(it.span.of(self.text))).sum();
        let all = letters(words);
        let others = all.saturating_sub(dated);
        let first = dates[0].span.start;
        let before = &self.text[span.start as usize..first as usize];
        let dense = before.chars().any(|it| matches!(Script::of(it), Script::Han | Script::Hangul));
        let longest = if dense { 8 } else { 24 };
        let place = before.split_whitespace().count() <= 2
            && letters(before) <= longest
            && !before.contains(['。', '；', '，']);
        others <= 2 || (place && others <= letters(before) + 2)
    }
}

fn split(text: &str, part: Span) -> Vec<Line> {
    let mut res: Vec<Line> = Vec::new();
    let (mut at, mut paragraph, mut blank) = (part.start as usize, 0, false);
    for line in part.of(text).split_inclusive('\n') {
        let span = Span::new(at..at + line.len()).trimmed(text);
        at += line.len();
        if span.is_empty() {
            blank = true;
            continue;
        }
        if blank && !res.is_empty() {
            paragraph += 1;
        }
        blank = false;
        let said = languages::identify(span.of(text));
        let sure = said.confidence >= SURE && said.language != Language::Undetermined;
        let letters = span.of(text).chars().filter(|it| Script::of(*it) == said.script).take(3);
        let dense = matches!(said.script, Script::Han | Script::Hangul);
        let script = if letters.count() > 2 || dense { said.script } else { Script::Other };
        res.push(Line {
            span,
            paragraph,
            language: if sure { said.language } else { Language::Undetermined },
            sure,
            script,
            declared: None,
            heading: None,
            cells: Vec::new(),
            marks: LineMarks::default(),
            repeated: false,
        });
    }
    res
}

/// From this confidence on a line's own words decide its language.
const SURE: f64 = 0.5;

/// Lines without a language of their own take that of the line before, the first ones that of the first line that has one;
/// a line in another script than that takes the nearest language of its own script, the next one first.
fn spread_languages(lines: &mut [Line]) {
    absorb_strays(lines);
    let first = lines.iter().find(|it| it.sure).map_or(Language::Undetermined, |it| it.language);
    let sure: Vec<(usize, Language, Script)> = lines
        .iter()
        .enumerate()
        .filter(|(_, it)| it.sure)
        .map(|(at, it)| (at, it.language, it.script))
        .collect();
    let mut current = (first, sure.first().map_or(Script::Other, |it| it.2));
    for (at, line) in lines.iter_mut().enumerate() {
        if line.sure {
            current = (line.language, line.script);
            continue;
        }
        let foreign = line.script != Script::Other && line.script != current.1;
        let next = sure.partition_point(|it| it.0 < at);
        let same = |it: &&(usize, Language, Script)| it.2 == line.script;
        let nearest =
            || sure[next..].iter().find(same).or_else(|| sure[..next].iter().rev().find(same));
        line.language = match nearest().filter(|_| foreign) {
            Some((_, language, _)) => *language,
            None => current.0,
        };
    }
}

/// A short line in another language between two lines of one language belongs to them: a name, a loan word, a stray reading.
fn absorb_strays(lines: &mut [Line]) {
    let sure: Vec<usize> = (0..lines.len()).filter(|it| lines[*it].sure).collect();
    for window in sure.windows(3) {
        let [before, at, after] = window else { continue };
        let around = lines[*before].language;
        let short = lines[*at].span.len() < 40;
        if short && around == lines[*after].language && lines[*at].language != around {
            lines[*at].sure = false;
        }
    }
}

fn mark(lines: &mut [Line], marks: &[Mark], part: Span) {
    for mark in marks {
        let from = lines.partition_point(|it| it.span.end <= mark.span.start);
        let wide = mark.span.len() * 4 > part.len() * 3;
        let inside = lines[from..].iter_mut().take_while(|it| it.span.start < mark.span.end);
        for line in inside {
            let whole = mark.span.contains(line.span);
            match &mark.kind {
                MarkKind::Heading(level) if whole => line.heading = Some(*level),
                MarkKind::Furniture if whole => line.marks.furniture = true,
                MarkKind::PageTitle | MarkKind::Metadata(_) => line.marks.head = true,
                MarkKind::Main if whole => line.marks.main = true,
                MarkKind::TableHeader => {
                    line.marks.term |= mark.span.start <= line.span.start;
                    line.cells.push(mark.span);
                }
                MarkKind::TableCell => line.cells.push(mark.span),
                MarkKind::Language(language)
                    if whole && (!line.sure || !wide) && is_written_in(*language, line.script) =>
                {
                    line.declared = Some(*language);
                }
                _ => (),
            }
        }
    }
    for line in lines.iter_mut() {
        if let Some(language) = line.declared {
            line.language = language;
            line.sure = line.script != Script::Other;
        }
        line.cells.sort_unstable();
        line.cells.dedup();
        let span = line.span;
        line.cells.retain(|it| span.contains(*it));
    }
}

/// Says whether a language is written in a script; a page declares one language for all it holds.
fn is_written_in(language: Language, script: Script) -> bool {
    use Language as L;
    match script {
        Script::Other => true,
        Script::Cyrillic => matches!(language, L::Russian | L::Ukrainian | L::Mongolian),
        Script::Han => matches!(language, L::Chinese | L::Japanese | L::Korean),
        Script::Hangul => language == L::Korean,
        Script::Kana => language == L::Japanese,
        Script::Latin => !matches!(
            language,
            L::Russian | L::Ukrainian | L::Mongolian | L::Chinese | L::Japanese | L::Korean
        ),
    }
}

/// Cells of a row of a Markdown table (`| a | b |`).
fn markdown_cells(text: &str, span: Span) -> Vec<Span> {
    let words = span.of(text);
    if !(words.starts_with('|') && words.ends_with('|') && words.len() > 2) {
        return Vec::new();
    }
    let mut at = span.start as usize;
    let mut res = Vec::new();
    for cell in words.split_inclusive('|') {
        let piece = Span::new(at..at + cell.len() - usize::from(cell.ends_with('|')));
        at += cell.len();
        res.push(piece.trimmed(text));
    }
    res.remove(0);
    res
}

/// Finds dates in runs of lines of one language, so that a day and its year may stand on two lines; in the rows of a typed
/// table, in each cell.
fn find_dates(text: &str, lines: &[Line]) -> Vec<PageDate> {
    let mut res = Vec::new();
    let mut find = |span: Span, language: Language| {
        res.extend(dates::find(span.of(text), language).into_iter().map(|found| PageDate {
            span: Span { start: span.start + found.span.start, end: span.start + found.span.end },
            language,
            found,
        }));
    };
    let joined =
        |a: &Line, b: &Line| a.language == b.language && !columns::is_row(a) && !columns::is_row(b);
    for run in lines.chunk_by(joined) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        if columns::is_row(first) {
            for cell in &first.cells {
                find(*cell, first.language);
            }
        } else {
            find(first.span.join(last.span), first.language);
        }
    }
    res
}
