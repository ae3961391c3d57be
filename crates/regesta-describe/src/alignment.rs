//! Aligns the original with its translations, sentence by sentence.

use regesta_align::Side;
use regesta_model::{AlignedUnit, LayerRole, Span};

use crate::{Context, communications::LineKind, layers::TextLayer, prose};

/// Aligns the first original with each translation in turn; empty where either is missing.
pub(crate) fn align(context: &Context<'_>) -> Vec<AlignedUnit> {
    let is_original = |at: &usize| context.texts[*at].role == LayerRole::Original;
    let Some(source) = (0..context.texts.len()).find(is_original) else { return Vec::new() };
    let targets: Vec<usize> = (0..context.texts.len()).filter(|it| !is_original(it)).collect();
    if targets.is_empty() {
        return Vec::new();
    }
    let source_units = units(context, source);
    let mut res = Vec::new();
    for target in targets {
        let target_units = units(context, target);
        if !are_in_proportion(&source_units, &target_units) {
            continue;
        }
        let side = |at: usize, units| Side {
            text: context.page.text,
            language: context.texts[at].language,
            units,
        };
        res.extend(regesta_align::align(side(source, &source_units), side(target, &target_units)));
    }
    res
}

/// Says whether one text can be a translation of the other; stray lines of another language in a long text are none.
fn are_in_proportion(source: &[Span], target: &[Span]) -> bool {
    const MOST: usize = 30;
    let length = |units: &[Span]| units.iter().map(|it| it.len()).sum::<usize>();
    let (source, target) = (length(source), length(target));
    source.min(target) > 0 && source.max(target) <= source.min(target) * MOST
}

/// Sentences of a text. Rows of tables, forms, sheet heads and processing blocks stay out: they are not translated line by line.
fn units(context: &Context<'_>, text: usize) -> Vec<Span> {
    let (page, layer): (_, &TextLayer) = (context.page, &context.texts[text]);
    let outline = &context.outlines[text];
    let kept: Vec<usize> = layer
        .lines
        .iter()
        .copied()
        .filter(|at| !outline.is_form(*at) && !outline.is_processing(*at))
        .filter(|at| {
            let kind = outline.kind_of(*at);
            !matches!(
                kind,
                Some(
                    LineKind::Table
                        | LineKind::SheetHeader
                        | LineKind::SheetFooter
                        | LineKind::Reference
                        | LineKind::EndMark
                        | LineKind::Stamp
                )
            )
        })
        .collect();
    let mut res = Vec::new();
    let same =
        |a: &usize, b: &usize| a + 1 == *b && page.lines[*a].paragraph == page.lines[*b].paragraph;
    for run in kept.chunk_by(same) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let span = page.span_of(*first..*last + 1);
        let found = prose::sentences_of(context, span).into_iter();
        res.extend(
            found
                .map(|it| Span { start: it.start + span.start, end: it.end + span.start })
                .filter(|it| !it.is_empty()),
        );
    }
    res
}
