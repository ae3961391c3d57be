//! Walks over the lines of a text and opens, extends and closes its communications.

use regesta_lang::names::Form;
use regesta_model::Span;

use super::{
    kinds::{self, LineKind},
    names,
    outline::{Draft, Outline},
    quotes::{self, Quote, quotes},
    salutation,
};
use crate::{layers::TextLayer, page::Page, vocabulary};

/// How deep documents may lie in each other; a quotation further down is text.
const DEEPEST: usize = 8;

/// The walk: what is open at the line it has reached.
pub(super) struct Walk<'p> {
    page: &'p Page<'p>,
    layer: &'p TextLayer,
    pub(super) res: Outline,
    /// Communications not yet at their end, the outermost first.
    open: Vec<usize>,
    /// How many quotation marks are open inside each quoted communication that is open, the outermost first.
    depths: Vec<usize>,
    /// The enclosed communication that has just ended, while nothing has followed it.
    popped: Option<usize>,
    /// Whether the processing block has begun.
    over: bool,
}

impl<'p> Walk<'p> {
    pub(super) fn new(page: &'p Page<'p>, layer: &'p TextLayer) -> Self {
        Walk {
            page,
            layer,
            res: Outline::default(),
            open: Vec::new(),
            depths: Vec::new(),
            popped: None,
            over: false,
        }
    }

    /// Takes the next line; `rest` are the lines after it.
    pub(super) fn line(&mut self, at: usize, kind: &LineKind, rest: &[(usize, LineKind)]) {
        let span = self.page.lines[at].span;
        if self.over && !matches!(kind, LineKind::Salutation(_)) {
            if !matches!(kind, LineKind::EndMark | LineKind::Reference) {
                self.res.processing.push(at);
            }
            return;
        }
        match kind {
            LineKind::Table | LineKind::SheetHeader | LineKind::SheetFooter | LineKind::Stamp => (),
            LineKind::Address if self.open.is_empty() => (),
            LineKind::Address => self.extend(span),
            LineKind::Processing
                if self.depths.is_empty() && !kinds::prose_follows(self.page, rest) =>
            {
                self.over = true;
                self.res.processing.push(at);
            }
            LineKind::Reference | LineKind::EndMark => self.end_at_reference(),
            LineKind::Salutation(found) if is_speech(self.page, found, span, rest) => {
                self.words(span)
            }
            LineKind::Salutation(found)
                if !self.open.is_empty() && !kinds::speaks_after(self.page, at, rest) =>
            {
                if found.span.end + 2 >= span.end { self.signature(span) } else { self.words(span) }
            }
            LineKind::Salutation(found) => self.salutation(found, span),
            LineKind::EnclosureHeading if !self.open.is_empty() && self.depths.is_empty() => {
                self.pop_finished();
                self.push(None, Some(span));
            }
            LineKind::Date if self.unsigned() && kinds::heads_an_entry(self.page, rest) => {
                self.words(span)
            }
            LineKind::Date => self.date_line(span),
            LineKind::Number => self.number_line(span),
            LineKind::Name if self.signs(rest) => self.signature(span),
            _ => self.words(span),
        }
    }

    fn top(&mut self) -> Option<&mut Draft> {
        let at = *self.open.last()?;
        self.res.drafts.get_mut(at)
    }

    /// Says whether the innermost communication has words and nobody's name under them.
    fn unsigned(&mut self) -> bool {
        self.top().is_some_and(|it| it.has_body && it.signatures.is_empty())
    }

    /// Opens a communication inside the innermost open one.
    fn push(&mut self, start: Option<Span>, announced: Option<Span>) -> usize {
        let parent = self.open.last().copied();
        if let Some(outer) = self.top() {
            outer.broken = true;
        }
        let pieces = start.into_iter().collect();
        self.res.drafts.push(Draft { parent, pieces, announced, ..Draft::default() });
        let at = self.res.drafts.len() - 1;
        self.open.push(at);
        self.popped = None;
        at
    }

    /// Under a heading a new document begins: one that stood under an earlier heading and is signed has ended.
    fn pop_finished(&mut self) {
        while self.open.len() > 1 && self.top().is_some_and(|it| it.closed()) {
            self.open.pop();
        }
    }

    fn extend(&mut self, span: Span) {
        if span.is_empty() {
            return;
        }
        if self.open.is_empty() {
            self.push(Some(span), None);
        }
        if let Some(draft) = self.top() {
            match draft.pieces.last_mut() {
                Some(last) if !draft.broken => *last = last.join(span),
                _ => draft.pieces.push(span),
            }
            draft.broken = false;
        }
    }

    fn salutation(&mut self, found: &salutation::Salutation, line: Span) {
        self.over = false;
        let (fresh, closed) = match self.top() {
            None => (true, false),
            Some(it) => (!it.has_body, it.closed() || !it.signatures.is_empty()),
        };
        if self.open.is_empty() {
            self.push(None, None);
        } else if closed && self.depths.is_empty() {
            if self.open.len() >= DEEPEST || !self.forwards() {
                self.open.pop();
            }
            self.push(None, None);
        } else if !fresh {
            self.words(line);
            return;
        }
        let quoted = self.depths.is_empty()
            && found.span.start > line.start
            && quotes(line.of(self.page.text)).next().is_some_and(|it| it.0 == 0);
        if quoted && self.open.len() > 1 {
            self.depths.push(1);
        }
        self.extend(Span { start: line.start, end: found.span.end });
        if let Some(draft) = self.top() {
            draft.recipients.push(found.name);
        }
        let rest = Span { start: found.span.end, end: line.end }.trimmed(self.page.text);
        if !rest.is_empty() {
            self.words(rest);
        }
    }

    /// Says whether the innermost communication says that it passes another on.
    fn forwards(&mut self) -> bool {
        let text = self.page.text;
        let Some(draft) = self.top() else { return false };
        draft.pieces.iter().any(|it| vocabulary::form_mark("forwarding").is_match(it.of(text)))
    }

    /// Running text: looks for quotation marks that open or close an enclosed communication.
    fn words(&mut self, span: Span) {
        let text = self.page.text;
        let closed = self.top().is_some_and(|it| it.closed());
        let mut from = span.start;
        let marks: Vec<(usize, usize, Quote)> = quotes(span.of(text)).collect();
        let mut opened_here = false;
        for (start, end, quote) in &marks {
            let (start, end) = (span.start + *start as u32, span.start + *end as u32);
            match quote {
                Quote::Opens
                    if self.opens_enclosure(
                        Span { start, end: span.end },
                        start == span.start,
                        &marks,
                    ) =>
                {
                    self.extend(Span { start: from, end: start }.trimmed(text));
                    self.open_quoted(Span { start, end: span.end });
                    (from, opened_here) = (start, true);
                }
                Quote::Opens if start > span.start => self.nest(1),
                Quote::Closes if self.depths.last() == Some(&1) => {
                    self.close_quoted(Span { start: from, end });
                    from = end;
                }
                Quote::Closes => self.nest(-1),
                _ => (),
            }
        }
        let rest = Span { start: from, end: span.end }.trimmed(text);
        let long = rest.len() > 160;
        if rest.is_empty() || (closed && self.depths.is_empty() && !opened_here && !long) {
            return;
        }
        self.extend(rest);
        if let Some(draft) = self.top() {
            draft.has_body = true;
        }
        if self.depths.is_empty() {
            self.popped = None;
        }
    }

    /// A quotation inside the innermost quoted communication opens or closes.
    fn nest(&mut self, by: isize) {
        if let Some(depth) = self.depths.last_mut() {
            *depth = depth.saturating_add_signed(by).max(1);
        }
    }

    /// A quotation is an enclosed communication where it opens with a salutation, or, but in single marks, fills the paragraphs after a cover.
    fn opens_enclosure(
        &mut self,
        quoted: Span,
        at_start: bool,
        marks: &[(usize, usize, Quote)],
    ) -> bool {
        let (text, language) = (self.page.text, self.layer.language);
        let free = self.depths.is_empty();
        let Some(draft) = self.top() else { return false };
        let cover = !draft.recipients.is_empty() || draft.closed();
        let addressed = salutation::read(text, quoted, language).is_some();
        let closes_here = marks.iter().any(|it| it.2 == Quote::Closes);
        let double = !quoted.of(text).starts_with(['\'', '‘']);
        let block = double
            && (free && at_start && !closes_here)
            && (draft.closed() || draft.has_body && !draft.recipients.is_empty());
        self.open.len() < DEEPEST && (addressed || (cover && block))
    }

    fn open_quoted(&mut self, quoted: Span) {
        let announced = self.top().and_then(|it| it.pieces.last().copied());
        let (text, language) = (self.page.text, self.layer.language);
        let found = salutation::read(text, quoted, language);
        let at = self.push(Some(Span { start: quoted.start, end: quoted.start + 1 }), announced);
        if let Some(draft) = self.res.drafts.get_mut(at) {
            draft.has_body = true;
            draft.recipients.extend(found.map(|it| it.name));
        }
        self.depths.push(1);
    }

    fn close_quoted(&mut self, last: Span) {
        let text = self.page.text;
        self.depths.pop();
        self.extend(last.trimmed(text));
        let (tail, date) = quotes::ending(self.page, last);
        if let Some(draft) = self.top() {
            draft.signatures.extend(names::is_name(tail.of(text)).then_some(tail));
            draft.date = draft.date.or(date);
        }
        self.popped = self.open.pop();
    }

    /// A name signs where only closing lines follow it, and a short note at most, up to the next communication or the end.
    fn signs(&mut self, rest: &[(usize, LineKind)]) -> bool {
        const NOTE: usize = 240;
        const REACH: usize = 40;
        let Some((body, addressed)) = self.top().map(|it| (it.has_body, !it.recipients.is_empty()))
        else {
            return false;
        };
        let text_follows = || rest.iter().any(|(_, it)| *it == LineKind::Body);
        if !body && (!addressed || text_follows()) {
            return false;
        }
        let mut note = 0;
        for (at, kind) in rest.iter().take(REACH) {
            match kind {
                LineKind::Body if self.page.words(*at).starts_with(['"', '“', '«', '「']) => {
                    return true;
                }
                LineKind::Body => note += self.page.lines[*at].span.len(),
                LineKind::SheetHeader | LineKind::SheetFooter => return false,
                LineKind::Name | LineKind::Close | LineKind::Stamp => (),
                LineKind::Salutation(_) if note > 0 => return false,
                _ => return true,
            }
            if note > NOTE {
                return false;
            }
        }
        true
    }

    /// A name under the text; an office on a line of its own is that of the name beside it.
    fn signature(&mut self, span: Span) {
        self.extend(span);
        let page = self.page;
        let office = |it: Span| Form::is_title(it.of(page.text));
        if let Some(draft) = self.top() {
            match draft.signatures.last_mut() {
                Some(_) if office(span) => (),
                Some(last) if office(*last) => *last = span,
                _ => draft.signatures.push(span),
            }
        }
        self.close_at_quote(span);
    }

    fn date_line(&mut self, span: Span) {
        let date = self.page.dates_in(span).first().map(|it| it.span);
        let popped = self.popped.take();
        let dated = self.top().is_some_and(|it| it.date.is_some());
        if let Some(at) = popped.filter(|_| dated)
            && let Some(inner) = self.res.drafts.get_mut(at)
            && inner.date.is_none()
        {
            inner.date = date;
            if let Some(last) = inner.pieces.last_mut() {
                *last = last.join(span);
            }
            return;
        }
        if dated || self.open.is_empty() {
            return;
        }
        self.extend(span);
        if let Some(draft) = self.top() {
            draft.date = date;
        }
        self.close_at_quote(span);
    }

    /// A closing line may bear the mark that ends the quotation.
    fn close_at_quote(&mut self, span: Span) {
        let closes = quotes(span.of(self.page.text)).any(|it| it.2 == Quote::Closes);
        if self.depths.last() == Some(&1) && closes {
            self.depths.pop();
            self.popped = self.open.pop();
        }
    }

    /// `№ 260`, `ORLOV No. 26 15.1.51`: a number, with a name before it and a date after it where they share the line.
    fn number_line(&mut self, span: Span) {
        let text = self.page.text;
        let Some((before, number)) = kinds::number_mark(span.of(text)) else { return };
        if self.open.is_empty() {
            return;
        }
        let start = span.end - number.len() as u32;
        let date = self.page.dates_in(span).iter().map(|it| it.span).find(|it| it.start > start);
        let digits = kinds::digits(number);
        let end = date.map_or(start + digits as u32, |it| it.start.min(start + digits as u32));
        let named = Span { start: span.start, end: span.start + before.len() as u32 }.trimmed(text);
        let named_text = named.of(text);
        let name = names::is_name(named_text) && !kinds::announces_number(named_text);
        self.extend(Span { start: span.start, end: date.map_or(end, |it| it.end) });
        if let Some(draft) = self.top() {
            draft.numbers.push(Span { start, end }.trimmed(text));
            draft.signatures.extend(name.then_some(named));
            draft.date = draft.date.or(date);
        }
    }

    /// An archive's reference ends what it encloses; under a signature it ends the document.
    fn end_at_reference(&mut self) {
        if self.depths.is_empty() {
            self.open.truncate(1);
            self.over |= self.top().is_some_and(|it| !it.signatures.is_empty());
        }
    }
}

/// Says whether a line is a speech of a minute (`Comrade Zhao: We shall wait.`): others of its form follow.
fn is_speech(
    page: &Page<'_>,
    found: &salutation::Salutation,
    line: Span,
    rest: &[(usize, LineKind)],
) -> bool {
    const REACH: usize = 6;
    let speaks = |found: &salutation::Salutation, line: Span| {
        found.span.end + 2 < line.end && found.span.of(page.text).ends_with([':', '：'])
    };
    let next = |(at, kind): &(usize, LineKind)| match kind {
        LineKind::Salutation(it) => speaks(it, page.lines[*at].span),
        _ => false,
    };
    speaks(found, line) && rest.iter().take(REACH).any(next)
}
