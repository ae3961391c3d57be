//! Cases and properties of sentences.

use proptest::prelude::*;

use super::*;

fn split(text: &str) -> Vec<&str> {
    sentences(text).into_iter().map(|it| it.of(text)).collect()
}

#[test]
fn abbreviations_and_initials_do_not_end_a_sentence() {
    for whole in [
        "Прибыло 40 человек младшего ком.состава и три врача.",
        "A minority of U.N. members and of U.N Forces objected to I.V. Orlov and Dr. Finch.",
        "См. АП РФ. Ф. 45. Оп. 1. Д. 12. Л. 3-4",
        "Письмо от 15.1.51 г. получено в г. Лесном 16. 1. 1951 в 17.45.",
        "Der Brief vom 5. März ging an Gen. Roth, bzw. an den Botschafter.",
    ] {
        assert_eq!(split(whole), [whole]);
    }
}

#[test]
fn a_capital_after_a_glued_stop_begins_a_sentence() {
    assert_eq!(
        split("Прибыло 40 человек.Все здоровы.Просим указаний."),
        ["Прибыло 40 человек.", "Все здоровы.", "Просим указаний."]
    );
}

#[test]
fn points_keep_their_numbers_and_wrapped_lines_join() {
    let text = "Two cases are seen:\n\n1. Under fire the column\nstops. It waits.\n2. It goes on.\n\nOrlov";
    assert_eq!(
        split(text),
        [
            "Two cases are seen:",
            "1. Under fire the column\nstops.",
            "It waits.",
            "2. It goes on.",
            "Orlov"
        ]
    );
}

#[test]
fn quotations_close_with_their_sentence() {
    assert_eq!(
        split("He wrote: \"Send three cars.\" \"When?\" asked Finch. No answer came."),
        ["He wrote: \"Send three cars.\"", "\"When?\" asked Finch.", "No answer came."]
    );
    assert_eq!(
        split("“第一批已到。”第二批未到！何时？"),
        ["“第一批已到。”", "第二批未到！", "何时？"]
    );
    assert_eq!(
        split("첫 부대가 도착했다. 둘째 부대는 오지 않았다."),
        ["첫 부대가 도착했다.", "둘째 부대는 오지 않았다."]
    );
}

#[test]
fn a_year_may_end_a_sentence() {
    assert_eq!(
        split("Это было в 1951 г. Потом мост починили."),
        ["Это было в 1951 г.", "Потом мост починили."]
    );
}

proptest! {
    #[test]
    fn sentences_cover_all_words_in_order(text in "([A-Za-zА-Яа-я0-9 .!?\n\"»）。中가-힣]|\\PC){0,120}") {
        let mut end = 0;
        for span in sentences(&text) {
            let between = text.get(end..span.range().start);
            prop_assert!(between.is_some_and(|it| it.trim().is_empty()));
            prop_assert_eq!(span.of(&text).trim(), span.of(&text));
            prop_assert!(!span.is_empty());
            end = span.range().end;
        }
        prop_assert!(text.get(end..).is_some_and(|it| it.trim().is_empty()));
    }
}
