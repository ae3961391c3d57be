//! Describing holds its promises on any input: it never fails, quotes exactly, gives the same record twice.

use proptest::prelude::*;
use regesta_describe::{RepeatedLines, describe};
use regesta_model::{MarkKind, Record, Source, Span};

/// Words that describing has mechanisms for, so that generated pages reach them.
const PIECES: &[&str] = &[
    "Товарищу Лугову.",
    "Comrade Veresov,",
    "\"To Comrade Tan Wei. ",
    "赵明主席：",
    "한성호 동지에게",
    "Текст телеграммы:",
    "Summary:",
    "Record ID",
    "Date",
    "| № 1 | тов. Лугову | № 2 |",
    "Продолжение шифртелеграммы № 40417",
    "Лист 2",
    "Экз. № 1",
    "29.XII.1949 г.",
    "March 3, 1952",
    "1950年9月29日",
    "단기 4283년",
    "АП РФ. Ф. 45. Оп. 1. Д. 334. Л. 8-9.",
    "Translated by Mark Hale.",
    "**Telegram from A to B**",
    "Home / Papers / Letters",
    "©",
    "№ 260",
    "No. 26015.1.51###",
    "ВЕРЕСОВ\".",
    "“",
    "”",
    "«",
    "»",
    "\"",
    "Ф И Л И Н У.",
    "\u{a0}",
    "[email\u{a0}protected]",
    "Original",
    "Translation",
    "в феврале месяце",
    "около 16 тысяч человек",
    "\u{fffd}",
    "□□",
    "ДЛИННАЯ строка без конца, ",
    "\r\n",
    "\n",
    "\n\n",
    " ",
    "з",
    "𠀀",
];

fn page() -> impl Strategy<Value = String> {
    let known = prop::sample::select(PIECES).prop_map(str::to_owned);
    let piece = prop_oneof![6 => known, 1 => "\\PC{0,12}"];
    prop::collection::vec(piece, 0..40).prop_map(|it| it.concat())
}

fn source(text: &str, marks: Vec<(usize, usize, u8)>) -> Source {
    let mut at: Vec<usize> = text.char_indices().map(|it| it.0).collect();
    at.push(text.len());
    let kind = |it: u8| match it % 6 {
        0 => MarkKind::Heading(it % 5),
        1 => MarkKind::Furniture,
        2 => MarkKind::TableCell,
        3 => MarkKind::TableHeader,
        4 => MarkKind::PageTitle,
        _ => MarkKind::Main,
    };
    let mut marks: Vec<_> = marks
        .into_iter()
        .map(|(a, b, it)| {
            let (a, b) = (at[a % at.len()], at[b % at.len()]);
            regesta_model::Mark { span: Span::new(a.min(b)..a.max(b)), kind: kind(it) }
        })
        .collect();
    marks.sort_by_key(|it| (it.span.start, std::cmp::Reverse(it.span.end)));
    Source {
        name: "page.txt".to_owned(),
        text: text.to_owned(),
        text_is_file: true,
        marks,
        ..Source::default()
    }
}

fn spans(record: &Record) -> Vec<Span> {
    let mut res = vec![record.span];
    res.extend(record.segments.iter().flat_map(|it| it.spans.clone()));
    res.extend(record.layers.iter().flat_map(|it| it.spans.clone()));
    res.extend(record.fields.iter().flat_map(|it| it.spans.clone()));
    res.extend(record.dates.iter().flat_map(|it| it.spans.clone()));
    res.extend(record.quantities.iter().flat_map(|it| it.spans.clone()));
    res.extend(record.references.iter().flat_map(|it| it.spans.clone()));
    res.extend(
        record
            .alignments
            .iter()
            .flat_map(|it| it.source.iter().chain(&it.target).copied().collect::<Vec<_>>()),
    );
    for communication in &record.communications {
        res.extend(communication.spans.iter().copied());
        res.extend(communication.events.iter().flat_map(|it| it.spans.clone()));
        res.extend(communication.numbers.iter().flat_map(|it| it.spans.clone()));
        for parties in [
            &communication.senders,
            &communication.recipients,
            &communication.signatories,
            &communication.for_transmission_to,
        ] {
            res.extend(parties.iter().flat_map(|it| it.spans.clone()));
        }
    }
    res
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_page_is_described_and_quoted_exactly(text in page(), marks in prop::collection::vec((0..400usize, 0..400usize, 0..30u8), 0..6)) {
        let source = source(&text, marks);
        let records = describe(&source, &RepeatedLines::default());
        prop_assert_eq!(&records, &describe(&source, &RepeatedLines::default()));
        for record in &records {
            for span in spans(record) {
                prop_assert!(text.get(span.range()).is_some(), "{:?} in {:?}", span, text);
            }
            prop_assert!(record.fields.iter().all(|it| !it.spans.is_empty()));
            prop_assert!(record.communications.iter().all(|it| !it.spans.is_empty()));
            prop_assert!(record.layers.iter().all(|it| !it.spans.is_empty()));
        }
    }

    #[test]
    fn nothing_of_the_page_is_lost(text in page()) {
        let source = source(&text, Vec::new());
        for record in describe(&source, &RepeatedLines::default()) {
            let held = |at: usize| record.layers.iter().flat_map(|it| &it.spans).any(|it| it.range().contains(&at));
            for (at, c) in text.char_indices() {
                prop_assert!(c.is_whitespace() || held(at), "{:?} at {} stands in no layer of {:?}", c, at, text);
            }
        }
    }
}
