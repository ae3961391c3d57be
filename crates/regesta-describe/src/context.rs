//! Everything known of a page when its fields and statements are read.

use std::cell::OnceCell;

use regesta_model::{Language, NumberSeries, Span};

use crate::{
    chronology::Chronology,
    communications::{LineKind, Outline},
    heads::Head,
    layers::TextLayer,
    page::Page,
    prose::{self, Sentence},
    vocabulary,
    zones::{Zone, Zones},
};

/// Everything known of a page when its fields and statements are read.
pub(crate) struct Context<'a> {
    pub(crate) page: &'a Page<'a>,
    pub(crate) zones: &'a Zones,
    pub(crate) texts: &'a [TextLayer],
    /// One for each text.
    pub(crate) outlines: &'a [Outline],
    pub(crate) chronology: &'a Chronology,
    /// What the head of the paper says.
    pub(crate) head: Head,
    /// Whether each line of the page stands on a form, a sheet's head or foot, or in a processing block.
    on_form: Vec<bool>,
    catalogue_language: Option<Language>,
    sentences: OnceCell<Vec<Sentence>>,
    title: OnceCell<Option<Span>>,
    form_numbers: OnceCell<Vec<(Span, NumberSeries)>>,
}

impl<'a> Context<'a> {
    /// Gathers what is known.
    pub(crate) fn new(
        page: &'a Page<'a>,
        zones: &'a Zones,
        texts: &'a [TextLayer],
        outlines: &'a [Outline],
        chronology: &'a Chronology,
    ) -> Self {
        let mut res = Context {
            page,
            zones,
            texts,
            outlines,
            chronology,
            head: Head::read(page, zones),
            on_form: Vec::new(),
            catalogue_language: None,
            sentences: OnceCell::new(),
            title: OnceCell::new(),
            form_numbers: OnceCell::new(),
        };
        res.catalogue_language = res.find_catalogue_language();
        let mut on_form = vec![false; page.lines.len()];
        for (at, _) in res.form_lines() {
            on_form[at] = true;
        }
        res.on_form = on_form;
        res
    }

    /// Says whether a line stands on a form, a sheet's head or foot, or in a processing block.
    pub(crate) fn is_on_form(&self, line: usize) -> bool {
        self.on_form.get(line).copied().unwrap_or_default()
    }

    /// The sentences of the running text, cut when they are first asked for.
    pub(crate) fn sentences(&self) -> &[Sentence] {
        self.sentences.get_or_init(|| prose::read(self))
    }

    /// The title's words: of its label, or where it stands on the page.
    pub(crate) fn title_span(&self) -> Option<Span> {
        *self.title.get_or_init(|| self.find_title())
    }

    fn find_title(&self) -> Option<Span> {
        let labelled =
            self.zones.labelled.iter().filter(|it| it.names == "title").find_map(|it| it.value);
        let span = labelled.or_else(|| self.zones.first_run(self.page, Zone::Title))?;
        // The number that an edition gives the document is not part of its title.
        let numbered = self.page.dividers.iter().find(|it| it.start == span.start);
        Some(Span { start: numbered.map_or(span.start, |it| it.end.min(span.end)), ..span })
            .map(|it| it.trimmed(self.page.text))
    }

    /// The language in which the catalogue speaks.
    pub(crate) fn catalogue_language(&self) -> Option<Language> {
        self.catalogue_language
    }

    fn find_catalogue_language(&self) -> Option<Language> {
        let zones = [Zone::Title, Zone::Label, Zone::SourceNote, Zone::Rights];
        let line = zones
            .into_iter()
            .flat_map(|it| self.zones.lines(it))
            .find(|it| self.page.lines[*it].sure)?;
        Some(self.page.lines[line].language)
    }

    /// Lines of forms, stamps and sheet heads and feet, with what they are, over all texts.
    pub(crate) fn form_lines(&self) -> impl Iterator<Item = (usize, &LineKind)> {
        self.outlines.iter().flat_map(|outline| {
            outline.kinds.iter().filter_map(|(at, kind)| {
                let form = outline.is_form(*at)
                    || matches!(
                        kind,
                        LineKind::SheetHeader
                            | LineKind::SheetFooter
                            | LineKind::Stamp
                            | LineKind::Processing
                    )
                    || outline.is_processing(*at);
                form.then_some((*at, kind))
            })
        })
    }

    /// Numbers on forms and sheet heads: the receiving office's; in a processing block the typist's.
    pub(crate) fn form_numbers(&self) -> &[(Span, NumberSeries)] {
        self.form_numbers.get_or_init(|| self.find_form_numbers())
    }

    fn find_form_numbers(&self) -> Vec<(Span, NumberSeries)> {
        let mut res = Vec::new();
        let received = self.is_received();
        for (at, kind) in self.form_lines() {
            let span = self.page.lines[at].span;
            let processing = self.outlines.iter().any(|it| it.is_processing(at));
            if *kind == LineKind::Table {
                continue;
            }
            if processing {
                let number = crate::communications::number_on(self.page, span);
                res.extend(number.map(|it| (it, NumberSeries::Processing)));
                continue;
            }
            let words = span.of(self.page.text);
            if !vocabulary::Marks::of(words).may_have("number") {
                continue;
            }
            for found in vocabulary::form_mark("number").captures_iter(words) {
                let value = found.iter().skip(1).flatten().next();
                let series = if received { NumberSeries::Receiving } else { NumberSeries::Sender };
                res.extend(value.map(|it| {
                    let start = span.start + it.start() as u32;
                    (Span { start, end: start + it.len() as u32 }, series)
                }));
            }
        }
        res
    }

    /// Says whether the form is one of a receiving office: it says when the telegram came in, or that it was deciphered.
    fn is_received(&self) -> bool {
        use regesta_model::{CommunicationKind, EventKind};
        self.outlines.iter().any(|outline| {
            outline.form.iter().chain(&outline.processing).any(|at| {
                let words = self.page.words(*at);
                words.len() < 400
                    && !names_parties(words)
                    && (matches!(
                        vocabulary::event(words),
                        Some(EventKind::Received | EventKind::Deciphered)
                    ) || vocabulary::genre(words) == Some(CommunicationKind::CipherTelegram))
            })
        })
    }
}

/// Says whether a line of a form names who writes to whom: `수신: ...` is no time of receipt.
fn names_parties(words: &str) -> bool {
    let label = words.split_once([':', '：']).and_then(|(head, _)| vocabulary::label(head));
    matches!(label, Some("sender" | "recipient"))
}
