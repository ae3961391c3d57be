//! Cases and properties of quantities.

use proptest::prelude::*;
use regesta_model::Comparator;

use super::*;

fn read(text: &str) -> Vec<(String, String)> {
    let found = find(text, Language::Undetermined);
    found.into_iter().map(|it| (it.value.to_string(), it.unit)).collect()
}

fn check(cases: &[(&str, &[(&str, &str)])]) {
    for (text, want) in cases {
        let want: Vec<(String, String)> =
            want.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(read(text), want, "{text}");
    }
}

#[test]
fn units_are_named_in_english() {
    check(&[
        ("в Орехове 14 рот и 3 взвода", &[("14", "company"), ("3", "platoon")]),
        ("5 человек полкового ранга", &[("5", "person")]),
        ("сформировать одну бригаду или 2-3 полка", &[("1", "brigade"), ("2-3", "regiment")]),
        ("nineteen thousand tired soldiers", &[("19000", "soldier")]),
        ("编为三个师，一万二千人", &[("3", "division"), ("12000", "person")]),
        ("세 개 대대와 3만 5천여 명", &[("3", "battalion"), ("35000", "person")]),
        ("the remaining two thirds, then the second third is left", &[("2/3", ""), ("1/3", "")]),
        ("две трети отряда", &[("2/3", "")]),
        ("三分之一和百分之二十", &[("1/3", ""), ("20", "percent")]),
        ("12 % of it", &[("12", "percent")]),
    ]);
}

#[test]
fn a_list_shares_its_head() {
    check(&[(
        "three divisional, six regimental, 41 battalion and 800 squad commanders",
        &[
            ("3", "division commander"),
            ("6", "regiment commander"),
            ("41", "battalion commander"),
            ("800", "squad commander"),
        ],
    )]);
}

#[test]
fn bounds_and_blurs_are_kept() {
    let bounds = |text| {
        let found = find(text, Language::Undetermined);
        found.first().map(|it| (it.spans[0].of(text).to_owned(), it.approximate, it.comparator))
    };
    let want = |words: &str, about, comparator| Some((words.to_owned(), about, comparator));
    assert_eq!(
        bounds("не более 30 солдат"),
        want("не более 30 солдат", false, Some(Comparator::AtMost))
    );
    assert_eq!(
        bounds("at least 40 men"),
        want("at least 40 men", false, Some(Comparator::AtLeast))
    );
    assert_eq!(
        bounds("more than\n90 men"),
        want("more than\n90 men", false, Some(Comparator::More))
    );
    assert_eq!(bounds("девять дивизий /примерно/"), want("девять дивизий /примерно/", true, None));
    assert_eq!(bounds("共约五千人"), want("约五千人", true, None));
    assert_eq!(bounds("약 30명 있다"), want("약 30명", true, None));
    assert_eq!(bounds("30명 이상"), want("30명 이상", false, Some(Comparator::AtLeast)));
}

#[test]
fn what_counts_nothing_is_left_alone() {
    for text in [
        "1. Под давлением",
        "(2) The harbour",
        "№ 7",
        "No. 26 men of old",
        "Экз. № 2",
        "Лист 2",
        "Tel: 86-10-5550199",
        "ll. 8-9",
        "16.00 16.1",
        "in 1954",
        "one of them",
        "один из них",
        "this has one drawback",
        "5 мая 1951 г.",
        "the 38th parallel",
        "38-й параллели",
        "Т-34 танка",
        "in two-three months",
        "через 6 суток",
        "第三师",
        "一定",
        "экз. № 4 - 8 отдел",
        "the third point",
        "19.45\n19.45",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn numbers_are_equal_however_written() {
    let values = |text| -> Vec<String> {
        numbers(text, Language::Undetermined).into_iter().map(|it| it.1.to_string()).collect()
    };
    for (one, other) in [
        ("около 16 тысяч человек", "around 16,000 men"),
        ("двух-трех рот", "two or three companies"),
        ("одну роту и 4 взвода", "a single company and four platoons"),
        ("一万六千人", "1.6만 명"),
        ("№ 260 от 3.2.52 г.", "No. 2603.2.52"),
        ("1. Первое. 2. Второе", "First. Second"),
    ] {
        assert_eq!(values(one), values(other), "{one} | {other}");
    }
}

#[test]
fn a_word_is_counted_once() {
    let spans: Vec<Span> =
        find("만рот 0", Language::Undetermined).into_iter().flat_map(|it| it.spans).collect();
    assert!(spans.windows(2).all(|it| it[0].end <= it[1].start), "{spans:?}");
}

proptest! {
    #[test]
    fn spans_are_sound_on_any_text(
        text in "([0-9]{1,4}|[.,/: \n\\-–%]|\\PC|万|三|个|师|만|천|명|약|two|third|the|двух|тысяч|рот|не|более|№){0,60}"
    ) {
        let mut last = 0;
        for it in find(&text, Language::Undetermined) {
            for span in it.spans {
                prop_assert!(span.start >= last && !span.is_empty(), "{:?}", span);
                prop_assert!(text.is_char_boundary(span.start as usize) && text.is_char_boundary(span.end as usize));
                last = span.end;
            }
        }
        let mut last = 0;
        for (span, _) in numbers(&text, Language::Undetermined) {
            prop_assert!(span.start >= last && !span.is_empty() && !span.of(&text).is_empty());
            last = span.end;
        }
    }
}
