//! The line tools: columns of spreadsheets pasted, piped and given back.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::Stdio,
};

use super::{errors, regesta, words};

/// Feeds bytes to a command's standard input.
fn fed(arguments: &[&str], input: &[u8]) -> std::process::Output {
    let mut command = regesta(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(input).expect("the program reads");
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

#[test]
fn a_column_comes_back_line_for_line_and_what_was_not_read_is_quoted() {
    let input = "ru\t3.XI.1952 г.\n\nkeine Angabe\n12 May 1947\n";
    let output = fed(&["normalize", "date"], input.as_bytes());
    assert_eq!(words(&output), "1952-11-03\n\n\n1947-05-12\n");
    let said = errors(&output);
    assert!(said.contains("1 of 4") && said.contains("line 3: keine Angabe"), "{said}");
}

#[test]
fn a_table_keeps_its_delimiter_its_quoting_and_its_ragged_rows() {
    let table = "No;Signature;Note\n1;\"АП РФ. Ф. 3. Оп. 65. Д. 1. Л. 2-4\";\"a; b\"\n2;none\n";
    let output = fed(&["normalize", "reference", "--column", "signature"], table.as_bytes());
    let wanted = "No;Signature;Note;normal;kind\n\
                  1;АП РФ. Ф. 3. Оп. 65. Д. 1. Л. 2-4;\"a; b\";APRF, f. 3, op. 65, d. 1, ll. 2-4;archival\n\
                  2;none;;;\n";
    assert_eq!(words(&output), wanted, "{}", errors(&output));
    let lost = fed(&["normalize", "reference", "--column", "Archiv"], table.as_bytes());
    assert_eq!(lost.status.code(), Some(2));
    assert!(errors(&lost).contains("its columns are: No, Signature, Note"), "{}", errors(&lost));
}

#[test]
fn every_line_of_json_follows_the_contract() {
    let one = |arguments: &[&str], line: &str| -> serde_json::Value {
        let output = fed(&[arguments, &["--json"]].concat(), format!("{line}\n").as_bytes());
        serde_json::from_slice(&output.stdout).expect("one JSON object")
    };
    let reference = one(&["normalize", "reference"], "АП РФ Ф N 3, Оп.N 65,Д N 1, Л N 2- 4");
    assert_eq!(reference["normal"], "APRF, f. 3, op. 65, d. 1, ll. 2-4");
    assert_eq!(
        (&reference["kind"], &reference["parts"]["delo"]),
        (&"archival".into(), &"1".into())
    );
    let elsewhere = one(&["normalize", "reference"], "APRF, f. 45, op. 1, d. 7, l. 2");
    assert_eq!(elsewhere["equivalents"][0], "RGASPI, f. 558, op. 11, d. 7, l. 2");
    let styled =
        one(&["normalize", "reference", "--style", "gost"], "APRF, f. 3, op. 65, d. 1, l. 2");
    assert_eq!(styled["styled"], "АП РФ. Ф. 3. Оп. 65. Д. 1. Л. 2.");
    assert!(one(&["normalize", "reference"], "Dear Sir")["normal"].is_null());
    assert_eq!(one(&["normalize", "number"], "16 тысяч")["value"], 16000);
    assert_eq!(one(&["normalize", "number"], "4-5")["value"], serde_json::json!([4, 5]));
    assert_eq!(one(&["normalize", "language"], "Прошу сообщить о прибытии")["language"], "ru");
    assert_eq!(one(&["normalize", "date", "--anchor", "1950"], "7 мая")["edtf"], "1950-05-07");
    assert_eq!(one(&["names", "group"], "Ozerin")["form"], "Ozerin");
    assert_eq!(one(&["names", "same"], "Озерин\tOzerin")["same"], true);
}

#[test]
fn names_come_back_with_their_group_and_the_rule() {
    let output = fed(&["names", "group"], "Chou En-lai\nЛугов\nЧжоу Энь-лай\n".as_bytes());
    let said = words(&output);
    let lines: Vec<Vec<&str>> = said.lines().map(|it| it.split('\t').collect()).collect();
    let [zhou, lugov, same] = lines.as_slice() else { panic!("{said}") };
    assert_eq!(zhou, &["Chou En-lai", "1", ""]);
    assert_eq!(lugov, &["Лугов", "2", ""]);
    assert_eq!((same[0], same[1], same[2].is_empty()), ("Чжоу Энь-лай", "1", false), "{said}");
}

#[test]
fn an_answer_comes_before_the_next_line_is_asked_for() {
    let mut command = regesta(&["normalize", "date"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    for (line, wanted) in [("12 May 1947", "1947-05-12\n"), ("3 June 1947", "1947-06-03\n")] {
        writeln!(stdin, "{line}").expect("the program reads");
        let mut answer = String::new();
        stdout.read_line(&mut answer).expect("the program answers");
        assert_eq!(answer, wanted);
    }
    drop(stdin);
    assert!(child.wait().expect("the program ends").success());
}
