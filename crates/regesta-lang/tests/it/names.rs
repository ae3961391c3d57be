//! Properties of names and places: any text is read, order does not matter, long lists are quick.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use regesta_lang::{names, places};

/// Forms that meet, clash and are ambiguous in every way that grouping knows.
const FORMS: &[&str] = &[
    "Mao Zedong",
    "毛泽东",
    "Мао Цзэдун",
    "Mao Tse-tung",
    "Li Ming",
    "李明",
    "李鸣",
    "Ли Мин",
    "Kim",
    "Kim",
    "김",
    "Kim Il Sung",
    "김일성",
    "Kim II Sung",
    "Ким Ир Сен",
    "Pak Hon Yong",
    "박헌영",
    "Filippov",
    "Stalin",
    "斯大林",
    "Сталин",
    "Feng Xi [Stalin]",
    "Zimin",
    "A. P. Zimin",
    "В. П. Зимин",
    "Зимин А.П.",
    "Krasovsky",
    "Krasvosky",
    "Фузан",
    "釜山",
    "Mukden",
    "тов. Зимин",
    "Chang Chih-chung",
    "张治中",
    "张志忠",
];

/// The sets of forms that are grouped together, whatever their numbers.
fn partition(forms: &[&str]) -> BTreeSet<BTreeSet<String>> {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, member) in names::group(forms).iter().enumerate() {
        groups.entry(member.group).or_default().push(at);
    }
    let written = |at: &usize| forms.get(*at).copied().unwrap_or_default().to_owned();
    groups.values().map(|it| it.iter().map(written).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn order_changes_numbers_only(forms in Just(FORMS.to_vec()).prop_shuffle()) {
        prop_assert_eq!(partition(&forms), partition(FORMS));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_is_read(left in "\\PC{0,40}", right in "[А-яA-z가-힣一-龥 .,'\\-\\[\\]()]{0,24}") {
        let members = names::group(&[&left, &right, &left]);
        prop_assert_eq!(members.len(), 3);
        prop_assert!(members.iter().enumerate().all(|(at, it)| it.group <= at));
        let there = names::same(&left, &right).is_some();
        prop_assert_eq!(there, names::same(&right, &left).is_some());
        places::find(&left);
        places::find(&right);
    }
}

#[test]
fn a_group_is_named_after_its_first_form() {
    for (at, member) in names::group(FORMS).iter().enumerate() {
        assert_eq!(member.rule.is_none(), member.group == at, "{}", FORMS[at]);
    }
}

#[test]
fn one_syllable_links_nobody() {
    for word in ["Kim", "김", "金", "Мао", "Mao", "Ким"] {
        assert_eq!(names::same(word, word), None, "{word}");
    }
}

#[test]
fn every_listed_place_is_found_under_its_own_name() {
    let found = places::find("釜山");
    assert!(
        found.iter().any(|it| it.place.id == "busan" && it.certainty == places::Certainty::Listed)
    );
    let ambiguous = places::find("Chongju");
    assert!(ambiguous.len() > 1, "{ambiguous:?}");
    let read = places::find("Joshin");
    assert!(read.iter().any(|it| it.place.id == "songjin"));
    assert!(
        places::find("в Мукдене")
            .iter()
            .any(|it| it.place.id == "shenyang" && it.certainty == places::Certainty::Inflected)
    );
}
