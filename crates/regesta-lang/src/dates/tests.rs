//! Cases and properties of dates.

use proptest::prelude::*;

use super::*;

/// Reads every date of a text with an anchor; `-` where there is no reading.
fn read(text: &str, anchor: &str) -> Vec<(String, String)> {
    let anchor = Anchor::of_edtf(anchor);
    let found = find(text, Language::Undetermined);
    let edtf = |it: &FoundDate| it.edtf(anchor).map_or("-".to_owned(), |(edtf, _)| edtf);
    found.iter().map(|it| (it.span.of(text).to_owned(), edtf(it))).collect()
}

/// A text, its anchor, and the words and readings of its dates.
type Case<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

fn check(cases: &[Case]) {
    for (text, anchor, want) in cases {
        let want: Vec<(String, String)> =
            want.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(read(text, anchor), want, "{text}");
    }
}

#[test]
fn figures_are_read() {
    check(&[
        ("my letter of 14 January 1952: \"To Comrade", "", &[("14 January 1952", "1952-01-14")]),
        ("Орехово, 3.VII.1952 г.", "", &[("3.VII.1952 г.", "1952-07-03")]),
        ("вх. 22/Х-57 г.", "", &[("22/Х-57 г.", "1957-10-22")]),
        ("от 13/5-50", "", &[("13/5-50", "1950-05-13")]),
        ("принята 9 05 3 2 1952 г. в Орехове", "", &[("9 05 3 2 1952 г.", "1952-02-03T09:05")]),
        (
            "received 9 hours 05 minutes 3.2.1952",
            "",
            &[("9 hours 05 minutes 3.2.1952", "1952-02-03T09:05")],
        ),
        ("отп. Сомова 21.10 4.2", "1952-02-03", &[("21.10 4.2", "1952-02-04T21:10")]),
        ("41 4/2", "1952-02-03", &[("4/2", "1952-02-04")]),
        ("No. 4183.2.52##", "", &[("3.2.52", "1952-02-03")]),
        ("typed 1952-02-03T09:05:00Z", "", &[("1952-02-03T09:05:00Z", "1952-02-03T09:05Z")]),
        ("Order of 28.2.52-3.3.52", "", &[("28.2.52-3.3.52", "1952-02-28/1952-03-03")]),
        ("в 1950/51 году", "", &[("1950/51 году", "1950/1951")]),
        ("folder 4/52-9/52", "", &[("4/52-9/52", "1952-04/1952-09")]),
        ("Получено\n\n21.10\n\nСомова", "1952-02-03", &[("21.10", "1952-02-03T21:10")]),
    ]);
}

#[test]
fn words_are_read() {
    check(&[
        ("dated May 16 and 25, 1953.", "", &[("May 16", "1953-05-16"), ("25, 1953", "1953-05-25")]),
        ("March 4,1953", "", &[("March 4,1953", "1953-03-04")]),
        ("26-28 July 1957", "", &[("26-28 July 1957", "1957-07-26/1957-07-28")]),
        (
            "с ноября по январь 1951 года",
            "",
            &[("с ноября по январь 1951 года", "1950-11/1951-01")],
        ),
        ("в феврале месяце", "1951-12-20", &[("в феврале месяце", "1952-02")]),
        ("in September, if he may", "1951-01", &[("in September", "1951-09")]),
        ("/июнь - июль месяц/", "1951-01-14", &[("июнь - июль месяц", "1951-06/1951-07")]),
        ("his letter of December 30.", "1952-01-05", &[("December 30", "1951-12-30")]),
        (
            "in mid-March this year",
            "1958-01-24",
            &[("mid-March this year", "1958-03-10/1958-03-20")],
        ),
        ("Oct. 11 (68)", "1901-01-01", &[("Oct. 11", "1900-10-11")]),
        ("1929 Mar. 1", "", &[("1929 Mar. 1", "1929-03-01")]),
        ("Budapest, 1953. március 5.", "", &[("1953. március 5", "1953-03-05")]),
        ("1835 12 May 1947", "", &[("1835 12 May 1947", "1947-05-12T18:35")]),
        ("12. Dezember 1951 um 14 Uhr", "", &[("12. Dezember 1951 um 14 Uhr", "1951-12-12T14")]),
        ("Warszawa, 5 maja 1952 r.", "", &[("5 maja 1952 r.", "1952-05-05")]),
        (
            "в течение ближайших 3-4 недель",
            "1952-02-03",
            &[("в течение ближайших 3-4 недель", "1952-02-03/1952-03-02~")],
        ),
        ("by the end of the year", "1952-02-03", &[("by the end of the year", "../1952-12-31")]),
        ("с 1962 года и в 2011 году", "", &[("1962 года", "1962"), ("2011 году", "2011")]),
        ("at the 1954 Harbour Conference", "", &[("1954", "1954")]),
    ]);
}

#[test]
fn east_asian_dates_are_read() {
    check(&[
        (
            "一九五七年十二月十六日和二十五日来信",
            "",
            &[("一九五七年十二月十六日", "1957-12-16"), ("二十五日", "1957-12-25")],
        ),
        ("12月29日下午3时20分", "1949-12-25", &[("12月29日下午3时20分", "1949-12-29T15:20")]),
        ("1958年3月至4月", "", &[("1958年3月至4月", "1958-03/1958-04")]),
        ("民国三十八年", "", &[("民国三十八年", "1949")]),
        ("1950년 9월 29일에 만나", "", &[("1950년 9월 29일", "1950-09-29")]),
        ("단기 4283년 10월", "", &[("단기 4283년 10월", "1950-10")]),
        ("주체39(1950)년", "", &[("주체39(1950)년", "1950")]),
        ("3월부터 5월까지", "1951-01-14", &[("3월부터 5월", "1951-03/1951-05")]),
        ("馬電敬悉", "1948-05-24", &[("馬電", "1948-05-21")]),
        ("有电灯。3 일본 사람. 三十年来", "1948-05-24", &[]),
    ]);
}

#[test]
fn what_is_no_date_is_left_alone() {
    for text in [
        "f. 45, op. 1, d. 334, ll. 8-9",
        "118-00080-10, 78-79",
        "Tel: 86-10-5550199",
        "1. Under pressure. 2. The enemy",
        "Экз. № 1951",
        "№ 1951",
        "p. 1950",
        "1.5 км",
        "version 3.1.2.9",
        "795.00/7-650",
        "1900 soldiers and 1,400 men",
        "he may march",
        "two or three of them",
        "in 1900 places",
        "ratio 3:16 and 1/3",
        "10-15 тысяч",
        "Nos. 1643-1644",
        "of 1900 squad commanders",
        "at 12 places",
        "2. Second item",
        "Juli 2,7 Prozent",
        "Radio 4 am Sonntag",
    ] {
        assert_eq!(read(text, "1950-01-01"), [], "{text}");
    }
}

#[test]
fn siblings_decide_the_order_of_day_and_month() {
    check(&[
        (
            "On 10/14/50 and again on 10/01/50.",
            "",
            &[("10/14/50", "1950-10-14"), ("10/01/50", "1950-10-01")],
        ),
        (
            "On 14/10/50 and again on 02/10/50.",
            "",
            &[("14/10/50", "1950-10-14"), ("02/10/50", "1950-10-02")],
        ),
        (
            "On 09/30/50, later 10.01.50",
            "",
            &[("09/30/50", "1950-09-30"), ("10.01.50", "1950-10-01")],
        ),
        ("от 10.01.50", "", &[("10.01.50", "1950-01-10")]),
        (
            "3.2.50 г.\nрасш. Проскурнин 8.10 3.2\nотп. Студенцова 7.35 3.2",
            "",
            &[("3.2.50 г.", "1950-02-03"), ("8.10 3.2", "-"), ("7.35 3.2", "-")],
        ),
    ]);
}

#[test]
fn impossible_dates_say_why() {
    let why = |text| find(text, Language::English).into_iter().find_map(|it| it.impossible);
    assert_eq!(why("30 February 1950").as_deref(), Some("February has 28 days in 1950"));
    assert_eq!(why("31.04.1951").as_deref(), Some("April has 30 days in 1951"));
    assert_eq!(why("at 25:00 on 3 May 1951").as_deref(), Some("there is no hour 25"));
    assert_eq!(why("14 May 1951"), None);
    let found = find("09/30/50 at 20:35 p.m.", Language::English);
    assert_eq!(found[0].edtf(None).map(|it| it.0).as_deref(), Some("1950-09-30T20:35"));
    assert!(found[0].impossible.is_some());
}

#[test]
fn anchors_are_read_from_edtf() {
    let anchor = |edtf| Anchor::of_edtf(edtf).map(Anchor::text);
    assert_eq!(anchor("1951-01-16T14:45").as_deref(), Some("1951-01-16"));
    assert_eq!(anchor("../1958-12-31").as_deref(), Some("1958-12-31"));
    assert_eq!(anchor("[1957-08-16,1957-08-17]").as_deref(), Some("1957-08-16"));
    assert_eq!(anchor("1951~").as_deref(), Some("1951"));
    assert_eq!(anchor("XXXX-01-16"), None);
}

proptest! {
    #[test]
    fn spans_are_sound_on_any_text(
        text in "([0-9]{1,4}|[.,/: \n\\-–]|\\PC|年|月|日|년|월|일|十|May|мая|г\\.|в|the|end|of|until|next){0,60}"
    ) {
        let mut last = 0;
        for it in find(&text, Language::Undetermined) {
            prop_assert!(it.span.start >= last && !it.span.is_empty());
            prop_assert!(text.is_char_boundary(it.span.start as usize) && text.is_char_boundary(it.span.end as usize));
            let _ = it.edtf(Some(Anchor { year: 1951, month: Some(2), day: Some(29) }));
            let _ = it.unspecified();
            last = it.span.end;
        }
    }

    #[test]
    fn printed_dates_read_back(year in 1900i32..2000, month in 1u8..=12, day in 1u8..=28, style in 0usize..9) {
        const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "Х", "ХI", "XII"];
        const RU: [&str; 12] = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];
        let index = usize::from(month) - 1;
        let english = crate::calendars::month_name(month);
        let han = |it: u8| {
            let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
            let (tens, ones) = (usize::from(it / 10), usize::from(it % 10));
            let tens = ["".to_owned(), "十".to_owned(), "二十".to_owned()][tens].clone();
            format!("{tens}{}", digits[ones])
        };
        let text = match style {
            0 => format!("{day}.{}.{year} г.", ROMAN[index]),
            1 => format!("{day} {} {year} года", RU[index]),
            2 => format!("{english} {day}, {year}"),
            3 => format!("{day} {english} {year}"),
            4 => format!("{year}年{month}月{day}日"),
            5 => format!("{year}年{}月{}日", han(month), han(day)),
            6 => format!("{year}년 {month}월 {day}일"),
            7 => format!("{day:02}.{month:02}.{year}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        let framed = format!("— {text} —");
        let found = find(&framed, Language::Russian);
        prop_assert_eq!(found.len(), 1, "{}", framed);
        prop_assert_eq!(found[0].span.of(&framed), &text);
        prop_assert_eq!(found[0].edtf(None).map(|it| it.0), Some(format!("{year:04}-{month:02}-{day:02}")));
    }
}
