//! References in running text, their normal forms and what departs from them.

use proptest::prelude::*;
use regesta_lang::references::{self, Oddity};

fn found(text: &str) -> Vec<(String, String)> {
    let words = |it: &regesta_model::Reference| -> Vec<&str> {
        it.spans.iter().map(|it| it.of(text)).collect()
    };
    references::find(text).iter().map(|it| (words(it).join(" + "), it.normal.clone())).collect()
}

#[track_caller]
fn assert_found(text: &str, wanted: &[(&str, &str)]) {
    let wanted: Vec<(String, String)> =
        wanted.iter().map(|(words, normal)| ((*words).to_owned(), (*normal).to_owned())).collect();
    assert_eq!(found(text), wanted);
}

#[test]
fn spans_cover_the_archive_and_leave_the_stop() {
    assert_found(
        "Записка. Архив Президента Российской Федерации(АП РФ) Ф N 12, Оп.N 3,Д N 70, Л N 4- 5.",
        &[(
            "Архив Президента Российской Федерации(АП РФ) Ф N 12, Оп.N 3,Д N 70, Л N 4- 5",
            "APRF, f. 12, op. 3, d. 70, ll. 4-5",
        )],
    );
    assert_found(
        "APRF, f. 12, op. 3, d. 70, ll. 4-5, and RGASPI, f. 2, op. 1, d. 70, ll.0004-0005. Translated by A. Finch.",
        &[
            ("APRF, f. 12, op. 3, d. 70, ll. 4-5", "APRF, f. 12, op. 3, d. 70, ll. 4-5"),
            ("RGASPI, f. 2, op. 1, d. 70, ll.0004-0005", "RGASPI, f. 2, op. 1, d. 70, ll. 4-5"),
        ],
    );
    assert_found(
        "A note (Polish Foreign Ministry Archive, Warsaw, zespół 6, w. 2, t. 31) was kept.",
        &[(
            "Polish Foreign Ministry Archive, Warsaw, zespół 6, w. 2, t. 31",
            "AMSZ, zesp. 6, w. 2, t. 31",
        )],
    );
}

#[test]
fn any_order_label_and_script_reads_alike() {
    let normal = "AVPRF, f. 059a, op. 7, p. 3, d. 12, ll. 122-126";
    for words in [
        "АВП РФ. Ф. 059а. Оп. 7. П. 3. Д. 12. Л. 122-26",
        "AVP RF, Fond 059a, Opis 7, Delo 12, Papka 3, Listy 122–126",
        "Архив внешней политики РФ, фонд 059а, опись 7, папка 3, дело 12, листы 122—126",
        "АВПРФ,ф.059а,оп.7,п.3,д.12,л.122-126",
        "俄罗斯联邦对外政策档案馆，全宗059a，目录7，п.3，案卷12，第122-126页",
    ] {
        let got = references::normalize(words);
        if words.starts_with('俄') {
            assert!(got.is_some_and(|it| it.starts_with("AVPRF, f. 059a, op. 7, p. 3, d. 12")));
        } else {
            assert_eq!(got.as_deref(), Some(normal), "{words}");
        }
    }
}

#[test]
fn a_chain_goes_on_and_finds_its_archive_in_the_sentence() {
    assert_found(
        "РГАНИ, ф. 5, оп. 30, д. 8, л. 1-3, 7; д. 9, л. 2об.",
        &[
            ("РГАНИ, ф. 5, оп. 30, д. 8, л. 1-3, 7", "RGANI, f. 5, op. 30, d. 8, ll. 1-3, 7"),
            ("д. 9, л. 2об", "RGANI, f. 5, op. 30, d. 9, l. 2ob"),
        ],
    );
    assert_found(
        "В ГАРФ хранится черновик (ф. Р-100, оп. 2, д. 6).",
        &[("ГАРФ + ф. Р-100, оп. 2, д. 6", "GARF, f. R-100, op. 2, d. 6")],
    );
    assert_found(
        "Черновик: ф. 100, оп. 2, д. 6, л. 4 (ГАРФ).",
        &[("ф. 100, оп. 2, д. 6, л. 4 (ГАРФ", "GARF, f. 100, op. 2, d. 6, l. 4")],
    );
}

#[test]
fn an_archive_outside_the_table_keeps_its_abbreviation() {
    assert_found(
        "Письмо. ЦГА ХЯ, ф. 5, оп. 1, д. 6, л. 7-8.",
        &[("ЦГА ХЯ, ф. 5, оп. 1, д. 6, л. 7-8", "TsGA KhIa, f. 5, op. 1, d. 6, ll. 7-8")],
    );
    assert_found(
        "See the note of 1951 (f. 5, op. 1, d. 6).",
        &[("f. 5, op. 1, d. 6", "f. 5, op. 1, d. 6")],
    );
}

#[test]
fn missing_and_undeclared_parts_differ() {
    let references =
        references::find("APRF, Listy 14-15, Fond and Opis not given; RGASPI, f. 2, d. 7.");
    assert_eq!(references[0].normal, "APRF, [f., op., d. not given], ll. 14-15");
    assert_eq!(references[0].missing, Vec::<String>::new());
    assert_eq!(references[0].part("opis"), Some("not given"));
    assert_eq!(references[1].missing, ["opis", "leaves"]);
}

#[test]
fn families_have_their_own_forms() {
    for (words, normal) in [
        (
            "中华人民共和国外交部档案馆藏，档号105-00012-03，第4-5页",
            "PRC FMA, 105-00012-03, pp. 4-5",
        ),
        (
            "MOL, XIX-J-1-k Japan, 3. doboz, 4/c, 00712/ 2/1961",
            "MOL, XIX-J-1-k-Japan, box 3, 4/c, 00712/2/1961",
        ),
        ("SAPMO-BArch, DY 30/1234, Bl. 5-7", "SAPMO-BArch, DY 30/1234, Bl. 5-7"),
        ("telegram 611.93/4–1752 from Oslo", "NARA, RG 59, Central Decimal File, 611.93/4-1752"),
        ("National Archives, RG 84, Entry 2828, Box 11", "NARA, RG 84, entry 2828, box 11"),
        ("FO 371/99230", "TNA, FO 371/99230"),
        ("CWIHP Bulletin 3 (Fall 1993), p. 12", "CWIHP Bulletin, no. 3, p. 12"),
    ] {
        assert_eq!(references::normalize(words).as_deref(), Some(normal), "{words}");
    }
}

#[test]
fn prose_holds_no_references() {
    for text in [
        "Приказ № 45 от 1 мая 1951 г., п. 3, направлен в д. 5 по ул. Лесной, кв. 8, л. 2.",
        "He lives at 5 Mill Road, flat 3. On 4 May 1951 F. Lee and D. 12 others left; see p. 5, l. 3.",
        "The files of APRF were closed. The archive in Moscow (AVPRF) opened 1,500 files in 1992.",
        "1. Under fire. 2. In 1951-1953, nos. 4-7 of telegram 15603 and 10-15 thousand men.",
        "PRO-LABOUR. “WOW X61, and NA. CDA: p1b",
        "Tel: 86-10-12345678, record 112095, FO 371 and RG 59.",
    ] {
        assert_found(text, &[]);
    }
}

#[test]
fn archives_are_named_without_numbers() {
    let text = "Из фондов Архива Президента Российской Федерации и РГАСПИ; see NA, and MOLE.";
    let names: Vec<_> =
        references::archive_names(text).iter().map(|(span, code)| (span.of(text), *code)).collect();
    assert_eq!(names, [("Архива Президента Российской Федерации", "APRF"), ("РГАСПИ", "RGASPI")]);
}

#[test]
fn departures_point_at_the_odd_parts_only() {
    let odd = |words: &str| -> Vec<(String, Vec<Oddity>)> {
        let reference = references::find(words).remove(0);
        let departures = references::departures(words, &reference);
        departures.into_iter().map(|it| (it.span.of(words).to_owned(), it.oddities)).collect()
    };
    assert_eq!(
        odd("АП РФ Ф N 12, Оп.N 3,Д N 70, Л N 4- 5"),
        [(
            "Ф N 12, Оп.N 3,Д N 70, Л N 4- 5".to_owned(),
            vec![Oddity::NumberSign, Oddity::SpaceInRange]
        )]
    );
    assert_eq!(
        odd("RGASPI, f. 2, op. 1, d. 70, ll.0004-0005"),
        [("ll.0004-0005".to_owned(), vec![Oddity::PaddedNumber])]
    );
    assert_eq!(
        odd("AVPRF,f.07,op.1,pap.4,d.35,1.32-33"),
        [("1.32-33".to_owned(), vec![Oddity::LookAlike])]
    );
    for tidy in [
        "APRF, f. 12, op.3, d. 70, ll. 4-5",
        "АП РФ. Ф. 12. Оп. 3. Д. 70. Л. 4-5",
        "АП РФ. Ф. № 12. Оп. 3. Д. 70. Лл. 4–5об., 9",
        "PRC FMA 105-00012-03, 4-5",
    ] {
        assert_eq!(odd(tidy), [], "{tidy}");
    }
}

/// References of every family as their normal forms print them.
fn normal_forms() -> impl Strategy<Value = String> {
    let archive =
        prop::sample::select(vec!["APRF", "RGASPI", "AVPRF", "TsAMO", "GARF", "AGShVS RF", "CSA"]);
    let fond = "[A-Z]-[1-9][0-9]{0,2}|0?[1-9][0-9]{0,5}[ab]?";
    let leaves = prop::option::of((1..900_u32, 0..60_u32, prop::bool::ANY));
    let fonds = (archive, fond, "[1-9][0-9]{0,5}", "[1-9][0-9]{0,3}[ab]?", leaves).prop_map(
        |(archive, fond, opis, delo, leaves)| {
            let leaves = match leaves {
                Some((from, 0, true)) => format!(", l. {from}ob"),
                Some((from, 0, false)) => format!(", l. {from}"),
                Some((from, more, verso)) => {
                    format!(", ll. {from}-{}{}", from + more, if verso { "ob" } else { "" })
                }
                None => String::new(),
            };
            format!("{archive}, f. {fond}, op. {opis}, d. {delo}{leaves}")
        },
    );
    let file = ("1[0-9]{2}-0[0-9]{4}-[0-9]{2}", 1..90_u32, 1..9_u32)
        .prop_map(|(file, from, more)| format!("PRC FMA, {file}, pp. {from}-{}", from + more));
    let box_ = ("[1-9][0-9]?", "[1-9]{1,2}/[a-d]", "00[1-9][0-9]{3}/19[456][0-9]").prop_map(
        |(number, item, register)| {
            format!("MOL, XIX-J-1-j-Korea, box {number}, {item}, {register}")
        },
    );
    let decimal = "NARA, RG 59, Central Decimal File, [6-8][0-9]{2}\\.[0-9]{2}/[1-9]-[1-9][0-9]{2}";
    prop_oneof![fonds, file, box_, decimal]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn normal_forms_read_back_to_themselves(normal in normal_forms()) {
        let found = references::find(&normal);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(&found[0].normal, &normal);
        prop_assert_eq!(found[0].spans[0].of(&normal), &normal);
        prop_assert_eq!(references::departures(&normal, &found[0]), []);
    }

    #[test]
    fn nothing_panics_and_spans_lie_on_boundaries(
        text in "((АП РФ|APRF|MOL|PRC FMA|NARA|FRUS|外交部档案馆)?[ ,.]{0,2}(Ф|f|оп|op|п|д|ед\\. ?хр|ll|л|RG|box|第|页|N|№)?[. ]{0,2}[0-9]{0,5}(-|–|/|об|\n| |,|\\PC)?){0,12}"
    ) {
        for reference in references::find(&text).into_iter().chain(references::read(&text)) {
            prop_assert!(!reference.spans.is_empty());
            for span in &reference.spans {
                prop_assert!(text.get(span.range()).is_some_and(|it| !it.is_empty()));
                for departure in references::departures(span.of(&text), &reference) {
                    prop_assert!(span.of(&text).get(departure.span.range()).is_some());
                }
            }
        }
        for (span, _) in references::archive_names(&text) {
            prop_assert!(text.get(span.range()).is_some());
        }
    }
}
