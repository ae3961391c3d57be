//! Follows a text line by line and outlines its communications: where each begins and ends, what it encloses, how it closes.

use regesta_model::Span;

use super::{
    address,
    kinds::{self, LineKind},
    walk::Walk,
};
use crate::{layers::TextLayer, page::Page};

/// A communication as outlined in one text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// The communication that encloses it, by place in the outline.
    pub(crate) parent: Option<usize>,
    /// Its words.
    pub(crate) pieces: Vec<Span>,
    /// Names in its salutation.
    pub(crate) recipients: Vec<Span>,
    /// Names under it.
    pub(crate) signatures: Vec<Span>,
    /// The date under it.
    pub(crate) date: Option<Span>,
    /// Numbers under it.
    pub(crate) numbers: Vec<Span>,
    /// The words of the enclosing communication that announce it.
    pub(crate) announced: Option<Span>,
    /// Whether it has words of its own besides the salutation.
    pub(super) has_body: bool,
    /// Whether another communication stood between its last piece and the next words.
    pub(super) broken: bool,
}

impl Draft {
    /// Says whether it has come to its end: dated, and signed or addressed.
    pub(super) fn closed(&self) -> bool {
        self.date.is_some() && (!self.signatures.is_empty() || !self.recipients.is_empty())
    }
}

/// The communications of one text, and the lines around them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outline {
    /// What each line of the text is.
    pub(crate) kinds: Vec<(usize, LineKind)>,
    /// Lines above the first communication: form, stamps, heading.
    pub(crate) form: Vec<usize>,
    /// The words of the address over the letter.
    pub(crate) address: Option<Span>,
    /// Lines below the last one: who deciphered and typed it.
    pub(crate) processing: Vec<usize>,
    /// The communications, the enclosing before the enclosed.
    pub(crate) drafts: Vec<Draft>,
}

impl Outline {
    /// Says whether a line stands above the first communication.
    pub(crate) fn is_form(&self, line: usize) -> bool {
        self.form.binary_search(&line).is_ok()
    }

    /// Says whether a line stands in the processing block.
    pub(crate) fn is_processing(&self, line: usize) -> bool {
        self.processing.binary_search(&line).is_ok()
    }

    /// Returns what a line of the text is.
    pub(crate) fn kind_of(&self, line: usize) -> Option<&LineKind> {
        let at = self.kinds.binary_search_by_key(&line, |(it, _)| *it).ok()?;
        Some(&self.kinds[at].1)
    }
}

/// Outlines a text.
pub(crate) fn outline(page: &Page<'_>, cited: &[Span], layer: &TextLayer) -> Outline {
    let kind = |at: &usize| (*at, kinds::kind(page, cited, *at, layer.language));
    let mut kinds: Vec<(usize, LineKind)> = layer.lines.iter().map(kind).collect();
    address::join(page, &mut kinds, layer.language);
    let address = address::mark(page, &mut kinds, layer.language);
    let begin = beginning(page, &kinds);
    let mut walk = Walk::new(page, layer);
    for (place, (at, kind)) in kinds.iter().enumerate() {
        if place < begin {
            walk.res.form.push(*at);
        } else {
            walk.line(*at, kind, &kinds[place + 1..]);
        }
    }
    let mut res = walk.res;
    res.kinds = kinds;
    res.address = address;
    res
}

/// Where the first communication begins: at its salutation, or at the first running text where none stands near the top.
fn beginning(page: &Page<'_>, kinds: &[(usize, LineKind)]) -> usize {
    let prose = |at: usize| {
        let words = page.words(at);
        words.len() > 160
            || words.ends_with(['.', '。', '!', '?', ';', '”', '"'])
                && words.split_whitespace().count() > 5
    };
    let salutation = kinds.iter().position(|(_, it)| matches!(it, LineKind::Salutation(_)));
    let body = kinds.iter().position(|(at, it)| *it == LineKind::Body && prose(*at));
    match (salutation, body) {
        (Some(salutation), Some(body)) if body < salutation => {
            let narrated: usize = kinds[body..salutation]
                .iter()
                .filter(|(at, it)| *it == LineKind::Body && prose(*at))
                .count();
            if narrated >= 3 { body } else { salutation }
        }
        (Some(salutation), _) => salutation,
        (None, Some(body)) => body,
        (None, None) => {
            let any =
                kinds.iter().position(|(_, it)| matches!(it, LineKind::Body | LineKind::Name));
            any.unwrap_or(kinds.len())
        }
    }
}
