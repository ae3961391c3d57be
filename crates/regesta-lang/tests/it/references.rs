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
fn equal_in_any_script_and_twins_by_the_concordance() {
    let one = |words: &str| references::read(words).remove(0);
    for (a, b) in [
        ("АП РФ. Ф. 45. Оп. 1. Д. 7. Лл. 8–10", "APRF, f. 45, op. 1, d. 7, ll. 8, 9, 10"),
        ("俄罗斯联邦总统档案馆，全宗45，目录1，案卷7，第8-9页", "APRF 45/1/7, 8-9"),
        ("RGASPI, f. 17, op. 3, ed. khr. 5, l. 012", "РГАСПИ. Ф. 17. Оп. 3. Д. 5. Л. 12"),
        ("SAPMO-BA,DY30,IV2/20/7", "SAPMO-BArch, DY 30, IV 2/20/7"),
        ("FRUS 1950, VII, p. 3", "Foreign Relations of the United States, 1950, vol. 7, page 3"),
    ] {
        assert!(references::equal(&one(a), &one(b)), "{a} and {b}");
    }
    let (there, here) = ("RGASPI, f. 558, op. 11, d. 7, l. 8", "APRF, f. 45, op. 1, d. 7, l. 8");
    assert!(!references::equal(&one(here), &one(there)));
    assert!(references::equivalent(&one(here), &one(there)));
    assert!(references::equivalent(&one(there), &one(here)));
    assert_eq!(references::equivalents(&one(here))[0].normal, there);
    assert_eq!(references::equivalents(&one("APRF, f. 3, op. 1, d. 7")), []);
    assert!(!references::equal(&one(here), &one("APRF, f. 45, op. 1, d. 7, l. 8ob")));
}

#[test]
fn ranges_of_leaves_expand() {
    assert_eq!(references::expand_leaves("8-10, 12ob"), ["8", "9", "10", "12ob"]);
    assert_eq!(references::expand_leaves("293ob-295"), ["293ob", "294", "295"]);
    assert_eq!(references::expand_leaves("8-8ob"), ["8", "8ob"]);
    assert_eq!(references::expand_leaves("1-99999999"), ["1-99999999"]);
    assert_eq!(references::expand_leaves("12-9"), ["12-9"]);
}

#[test]
fn extents_are_no_leaves_and_decimal_files_tell_their_day() {
    let extent = references::read("ГАРФ. Ф. 5. Оп. 1. Д. 6. 214 л.").remove(0);
    assert_eq!(extent.normal, "GARF, f. 5, op. 1, d. 6");
    assert_eq!((extent.part("extent"), extent.part("leaves")), (Some("214"), None));
    let decimal = references::read("611.93/4–1752").remove(0);
    assert_eq!(decimal.part("encoded date"), Some("1952-04-17"));
    assert_eq!(decimal.part("record group"), Some("59"));
    assert_eq!(references::decimal_file_day("861.00/2345"), None);
}

#[test]
fn archives_have_sources_places_and_names_that_are_read() {
    for archive in references::archives() {
        let named = references::archive_names(archive.code);
        for name in archive.names.iter().filter(|it| it.from.is_some() || it.to.is_some()) {
            assert!(name.former, "{} is dated", name.name);
        }
        assert!(named.len() < 2, "{} names {named:?}", archive.code);
    }
    let gestern = references::archive("RGASPI").map(|it| it.names.clone()).unwrap_or_default();
    assert!(gestern.iter().any(|it| it.name == "РЦХИДНИ" && it.from == Some(1991)));
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

/// References of the fond, opis and delo family as their normal forms print them.
fn fonds_forms() -> impl Strategy<Value = String> {
    let plain = vec![
        "APRF",
        "RGASPI",
        "TsAMO",
        "GARF",
        "AGShVS RF",
        "LYA",
        "LVA",
        "ERAF",
        "MTsGA",
        "TsDAHOU",
    ];
    let fond = "[A-Z]-[1-9][0-9]{0,2}|0?[1-9][0-9]{0,5}[ab]?";
    let opis = "[1-9][0-9]{0,5}";
    let delo = "[1-9][0-9]{0,3}[ab]?";
    let file = prop::sample::select(vec!["d.", "ed. khr."]);
    let fonds = (prop::sample::select(plain), fond, opis, file, delo, leaves())
        .prop_map(|(code, f, o, file, d, l)| format!("{code}, f. {f}, op. {o}, {file} {d}{l}"));
    let papka = (fond, opis, "[1-9][0-9]{0,2}", delo, leaves())
        .prop_map(|(f, o, p, d, l)| format!("AVPRF, f. {f}, op. {o}, p. {p}, d. {d}{l}"));
    let bulgarian = (fond, opis, delo, leaves())
        .prop_map(|(f, o, d, l)| format!("CSA, f. {f}, op. {o}, a.e. {d}{l}"));
    let manuscripts = ("[1-9][0-9]{0,2}", "[1-9][0-9]?", delo, leaves())
        .prop_map(|(f, k, d, l)| format!("OR RGB, f. {f}, karton {k}, ed. khr. {d}{l}"));
    prop_oneof![fonds, papka, bulgarian, manuscripts]
}

/// Leaves as a normal form prints them: none, one, a range or a list, with versos.
fn leaves() -> impl Strategy<Value = String> {
    (0..6_u8, 1..900_u32, 1..60_u32, prop::bool::ANY).prop_map(|(kind, from, more, verso)| {
        let side = if verso { "ob" } else { "" };
        match kind {
            0 => String::new(),
            1 => format!(", l. {from}{side}"),
            2 => format!(", ll. {from}, {}{side}", from + more),
            3 => format!(", ll. {from}-{}, {}", from + more, from + more + 3),
            _ => format!(", ll. {from}-{}{side}", from + more),
        }
    })
}

/// References by boxes, folders and shelf marks.
fn element_forms() -> impl Strategy<Value = String> {
    let (n, m) = ("[1-9][0-9]{0,2}", "[1-9][0-9]{0,3}");
    let year = "19[456][0-9]";
    prop_oneof![
        (n, "[1-9]{1,2}/[a-d]", "00[1-9][0-9]{3}/19[456][0-9]").prop_map(|(n, item, register)| {
            format!("MOL, XIX-J-1-j-Korea, box {n}, {item}, {register}")
        }),
        (m, n).prop_map(|(a, b)| format!("PA AA, MfAA, C {a}/{b}")),
        (m, n).prop_map(|(a, b)| format!("SAPMO-BArch, DY 30/{a}, Bl. {b}")),
        (n, n).prop_map(|(a, b)| format!("SAPMO-BArch, DY 30, IV 2/{a}/{b}")),
        (n, n, m).prop_map(|(a, b, c)| format!("AMSZ, zesp. {a}, w. {b}, t. {c}, k. {a}")),
        (n, n).prop_map(|(a, b)| format!("NA Praha, f. 02/1, sv. {a}, a.j. {b}")),
        (n, year).prop_map(|(a, y)| format!("AMAE, fond Coreea, dos. {a}/{y}, f. {a}v")),
        (n, year).prop_map(|(a, y)| format!("AQPPSH, f. 14, V. {y}, dos. {a}")),
        (n, n).prop_map(|(a, b)| format!("AJ, 507/IX, {a}/I-{b}")),
        (n, n).prop_map(|(a, b)| format!("MAE La Courneuve, série Asie, vol. {a}, f. {b}")),
        (n, m, n).prop_map(|(a, b, c)| format!("NARA, RG {a}, entry {b}, box {c}, folder {a}")),
        "NARA, RG 59, Central Decimal File, [6-8][0-9]{2}\\.[0-9]{2}/[1-9]-[1-9][0-9]{2}",
        "NARA, RG 59, Lot 5[0-9] D [1-9][0-9]{0,2}",
        "CREST, CIA-RDP8[0-9]R0[0-9]{4}R0[0-9]{11}-[0-9]",
        (n, m).prop_map(|(a, b)| format!("Truman Library, Acheson Papers, box {a}, folder {b}")),
        "TNA, (FO|CAB|WO) [1-9][0-9]{0,2}/[1-9][0-9]{2,4}",
        "NAI, DFA/[1-9]/[1-9][0-9]{2}/[1-9][0-9]{0,2}",
        (n, n).prop_map(|(a, b)| format!("DAROK, class 722.1JA, reg. {a}, frame {b}")),
    ]
}

/// References by file numbers, and places in printed editions.
fn other_forms() -> impl Strategy<Value = String> {
    let file = ("1[0-9]{2}-0[0-9]{4}-[0-9]{2}", 1..90_u32, 1..9_u32)
        .prop_map(|(file, from, more)| format!("PRC FMA, {file}, pp. {from}-{}", from + more));
    let volumes =
        (prop::sample::select(vec!["FRUS, 1950", "DIFP", "DDF"]), "[IVX]{1,3}", 1..900_u32)
            .prop_map(|(edition, volume, page)| format!("{edition}, vol. {volume}, doc. {page}"));
    let issues = (1..12_u32, 1..300_u32, 1..9_u32)
        .prop_map(|(no, p, more)| format!("CWIHP Bulletin, no. {no}, pp. {p}-{}", p + more));
    let books = ("[IVX]{1,2}", 1..4_u32, 1..600_u32).prop_map(|(volume, book, page)| {
        format!("Russko-kitaiskie otnosheniia, vol. {volume}, bk. {book}, p. {page}")
    });
    let chinese = (1..14_u32, 1..600_u32)
        .prop_map(|(volume, page)| format!("Mao Zedong wenji, vol. {volume}, p. {page}"));
    prop_oneof![file, volumes, issues, books, chinese]
}

/// References of every family as their normal forms print them.
fn normal_forms() -> impl Strategy<Value = String> {
    prop_oneof![fonds_forms(), element_forms(), other_forms()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn references_of_every_family_and_style_read_back(
        normal in normal_forms(),
        style in prop::sample::select(references::STYLES),
    ) {
        let found = references::find(&normal);
        prop_assert_eq!(found.len(), 1, "{}", normal);
        prop_assert_eq!(&found[0].normal, &normal);
        prop_assert_eq!(found[0].spans[0].of(&normal), &normal);
        prop_assert_eq!(references::departures(&normal, &found[0]), []);
        let printed = references::render(&found[0], style);
        let back = references::read(&printed);
        prop_assert_eq!(back.len(), 1, "{}", printed);
        prop_assert_eq!(&back[0].normal, &normal, "{}", printed);
        prop_assert!(references::equal(&back[0], &found[0]));
        for twin in references::equivalents(&found[0]) {
            prop_assert!(!references::equal(&twin, &found[0]));
            prop_assert!(references::equivalent(&twin, &found[0]));
            let read = references::normalize(&twin.normal);
            prop_assert_eq!(read.as_deref(), Some(twin.normal.as_str()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn nothing_panics_and_spans_lie_on_boundaries(
        text in "((АП РФ|APRF|MOL|PRC FMA|NARA|FRUS|外交部档案馆|AMAE|ERA|NA|AJ|《)?[ ,.]{0,2}(Ф|f|оп|op|п|д|ед\\. ?хр|ll|л|RG|box|第|页|N|№)?[. ]{0,2}[0-9]{0,5}(-|–|/|\\[|не указан|об|\n| |,|\\PC)?){0,12}"
    ) {
        for reference in references::find(&text).into_iter().chain(references::read(&text)) {
            prop_assert!(!reference.spans.is_empty());
            prop_assert!(references::equal(&reference, &reference));
            for style in references::STYLES {
                prop_assert!(!references::render(&reference, *style).is_empty());
            }
            for (_, value) in &reference.parts {
                prop_assert!(!references::expand_leaves(value).is_empty());
            }
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
