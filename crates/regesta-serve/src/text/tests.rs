//! The words survive their markup, whatever is marked and however the layers are aligned.

use proptest::prelude::*;
use regesta_model::{AlignedUnit, AlignmentStatus, Language, Severity, Span};

use super::{
    rows::{in_order, parallel, single},
    runs::{Mark, MarkKind, Note},
    writer::{Lines, Writer},
};

/// Takes the markup away and undoes the escaping.
fn stripped(html: &str) -> String {
    let mut res = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if inside => {}
            _ => res.push(c),
        }
    }
    res.replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&")
}

fn words_of(text: &str, spans: &[Span]) -> String {
    spans.iter().map(|it| it.of(text)).collect()
}

/// Byte offsets of the text's characters, its end included.
fn borders(text: &str) -> Vec<u32> {
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    ends.map(|it| u32::try_from(it).unwrap()).collect()
}

fn span_at(borders: &[u32], (one, other): (prop::sample::Index, prop::sample::Index)) -> Span {
    let (one, other) = (*one.get(borders), *other.get(borders));
    Span { start: one.min(other), end: one.max(other) }
}

fn any_span() -> impl Strategy<Value = (prop::sample::Index, prop::sample::Index)> {
    (any::<prop::sample::Index>(), any::<prop::sample::Index>())
}

proptest! {
    #[test]
    fn marked_text_stripped_of_its_tags_is_the_layer(
        text in "([a-z<&>\"' \n.]|[а-я]|[中国人民]|[한국]){1,160}",
        marks in prop::collection::vec(any_span(), 0..9),
        pieces in prop::collection::vec(any_span(), 1..4),
        wrapped in any::<bool>(),
    ) {
        let borders = borders(&text);
        let mut marks: Vec<Mark> = marks
            .into_iter()
            .enumerate()
            .map(|(number, it)| Mark {
                span: span_at(&borders, it),
                kind: if number % 3 == 2 {
                    MarkKind::Cited
                } else {
                    MarkKind::Finding {
                        number,
                        label: 1,
                        severity: Severity::ALL[number % 3],
                        note: Note::Here,
                    }
                },
            })
            .collect();
        marks.sort_by_key(|it| it.span.start);
        let pieces: Vec<Span> = pieces.into_iter().map(|it| span_at(&borders, it)).collect();
        let layer = in_order(&pieces);
        let lines = if wrapped { Lines::Wrapped } else { Lines::Blocks };
        let writer = Writer::new(&text, &marks, &[], lines);
        let shown: String = single(&text, &layer)
            .iter()
            .map(|row| writer.pieces(&row.original, Language::Russian))
            .collect();
        prop_assert_eq!(stripped(&shown), words_of(&text, &layer));
    }

    #[test]
    fn rows_hold_both_layers_whole_and_in_order(
        text in "([a-z .]|\n){2,80}\n\n([а-я .]|\n){2,80}",
        units in prop::collection::vec((prop::option::of(any_span()), prop::option::of(any_span())), 0..12),
        middle in any::<prop::sample::Index>(),
    ) {
        let borders = borders(&text);
        let middle = *middle.get(&borders);
        let original = in_order(&[Span { start: 0, end: middle }]);
        let translation = in_order(&[Span { start: middle, end: u32::try_from(text.len()).unwrap() }]);
        let units: Vec<AlignedUnit> = units
            .into_iter()
            .map(|(source, target)| AlignedUnit {
                source: source.map(|it| span_at(&borders, it)).into_iter().collect(),
                target: target.map(|it| span_at(&borders, it)).into_iter().collect(),
                status: AlignmentStatus::Aligned,
                score: 1.0,
            })
            .collect();
        let rows = parallel(&text, &original, &translation, &units);
        let left: String = rows.iter().map(|it| words_of(&text, &it.original)).collect();
        let right: String = rows.iter().map(|it| words_of(&text, &it.translation)).collect();
        prop_assert_eq!(left, words_of(&text, &original));
        prop_assert_eq!(right, words_of(&text, &translation));
    }
}

#[test]
fn an_omitted_sentence_stands_alone_and_crossing_ones_together() {
    let text = "Раз. Два. Три. Четыре.|One. Four. Three.";
    let at = |words: &str| {
        let start = text.find(words).unwrap();
        vec![Span::new(start..start + words.len())]
    };
    let unit = |source: &str, target: &str| AlignedUnit {
        source: at(source),
        target: if target.is_empty() { Vec::new() } else { at(target) },
        status: AlignmentStatus::Aligned,
        score: 1.0,
    };
    let middle = text.find('|').unwrap();
    let rows = parallel(
        text,
        &[Span::new(0..middle)],
        &[Span::new(middle + 1..text.len())],
        &[unit("Раз.", "One."), unit("Два.", ""), unit("Три.", "Three."), unit("Четыре.", "Four.")],
    );
    let shown: Vec<(String, String)> = rows
        .iter()
        .map(|it| (words_of(text, &it.original), words_of(text, &it.translation)))
        .collect();
    let expected = [("Раз. ", "One. "), ("Два. ", ""), ("Три. Четыре.", "Four. Three.")];
    assert_eq!(shown, expected.map(|(left, right)| (left.to_owned(), right.to_owned())));
    assert_eq!(rows[1].status, Some(AlignmentStatus::Omitted));
}

#[test]
fn overlapping_findings_share_their_words_and_keep_their_numbers() {
    let text = "16 тысяч человек";
    let mark = |words: &str, number, severity| {
        let start = text.find(words).unwrap();
        let kind = MarkKind::Finding { number, label: 1, severity, note: Note::Here };
        Mark { span: Span::new(start..start + words.len()), kind }
    };
    let marks = [mark("16 тысяч", 1, Severity::Warning), mark("тысяч человек", 2, Severity::Error)];
    let writer = Writer::new(text, &marks, &[], Lines::Blocks);
    let shown = writer.pieces(&[Span::new(0..text.len())], Language::Russian);
    assert!(
        shown.contains("<mark id=\"finding-2\" class=\"error many\" data-f=\"1 2\">тысяч</mark>"),
        "{shown}"
    );
    assert!(
        shown.contains("<mark id=\"finding-1\" class=\"warning\" data-f=\"1\">16 </mark>"),
        "{shown}"
    );
    assert_eq!(shown.matches("href=\"#note-2\"").count(), 1);
}

#[test]
fn words_of_another_script_name_their_language() {
    let text = "Peng Dehuai (彭德怀) and 김일성";
    let writer = Writer::new(text, &[], &[], Lines::Blocks);
    let shown = writer.pieces(&[Span::new(0..text.len())], Language::English);
    assert!(shown.contains("<span lang=\"zh\">彭德怀) </span>and"), "{shown}");
    assert!(shown.contains("<span lang=\"ko\">김일성</span>"), "{shown}");
}
