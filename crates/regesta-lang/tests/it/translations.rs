//! Measures numbers and sentences on professional translations of one text, where they are at hand.

#![allow(clippy::print_stdout)] // A measurement prints its figures, and says so where it is skipped.

use std::collections::{BTreeMap, BTreeSet};
use std::{fs, path::Path};

use regesta_lang::{quantities, sentences};
use regesta_model::Language;

/// Where the lines lie beside a checkout, one JSON object a segment.
const LINES: &str = "../../../shared/corpora/ntrex/ntrex.jsonl";

/// The segments of the file; `None` where it is not at hand.
fn segments() -> Option<Vec<BTreeMap<String, String>>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(LINES);
    #[allow(clippy::disallowed_methods)]
    // A test measures against files; the crate itself reads none.
    let text = fs::read_to_string(path).ok();
    if text.is_none() {
        println!("skipped: no translations at {LINES}");
    }
    Some(text?.lines().map(strings).collect())
}

/// Reads a flat JSON object of strings.
fn strings(line: &str) -> BTreeMap<String, String> {
    let mut parts = Vec::new();
    let mut chars = line.chars();
    let mut open: Option<String> = None;
    while let Some(c) = chars.next() {
        match (c, &mut open) {
            ('"', None) => open = Some(String::new()),
            ('"', Some(_)) => parts.extend(open.take()),
            ('\\', Some(words)) => {
                words.extend(chars.next().map(|it| if it == 'n' { '\n' } else { it }))
            }
            (c, Some(words)) => words.push(c),
            _ => {}
        }
    }
    parts.chunks_exact(2).map(|it| (it[0].clone(), it[1].clone())).collect()
}

#[test]
fn numbers_of_translations_agree() {
    let Some(segments) = segments() else { return };
    use Language::{Chinese, German, Korean, Russian};
    // What is left are lengths that translators converted with errors of their own, and numbers they left out.
    let aims = [
        ("ru", Russian, 0.04),
        ("zh", Chinese, 0.02),
        ("zh-Hant", Chinese, 0.02),
        ("ko", Korean, 0.02),
        ("de", German, 0.02),
    ];
    for (key, language, most) in aims {
        let with_digits: Vec<_> = segments
            .iter()
            .filter_map(|it| Some((it.get(key)?.as_str(), it.get("en")?.as_str())))
            .filter(|(own, english)| {
                format!("{own}{english}").contains(|it: char| it.is_ascii_digit())
            })
            .collect();
        let wrong = with_digits.iter().filter(|(own, english)| {
            !quantities::disagreement((own, language), (english, Language::English)).is_empty()
        });
        let share = wrong.count() as f64 / with_digits.len().max(1) as f64;
        println!("== numbers {key} falsely flagged {share:.3} of {}", with_digits.len());
        assert!(share <= most, "{key}: {share:.3}");
    }
}

#[test]
fn sentences_end_where_segments_do() {
    let Some(segments) = segments() else { return };
    for key in ["en", "ru", "zh", "ko", "de"] {
        let (mut wanted, mut found) = (0, 0);
        for pair in segments.windows(2) {
            let [first, second] = pair else { continue };
            let (Some(first), Some(second)) = (first.get(key), second.get(key)) else { continue };
            // A heading has no stop to be cut at.
            if !first.trim_end().ends_with(['.', '!', '?', '。', '！', '？']) {
                continue;
            }
            let text = format!("{} {}", first.trim(), second.trim());
            let at = first.trim().len() + 1;
            let starts: BTreeSet<usize> =
                sentences::sentences(&text).into_iter().map(|it| it.range().start).collect();
            wanted += 1;
            found += usize::from(starts.contains(&at));
        }
        let share = found as f64 / f64::from(wanted.max(1));
        println!("== sentences {key} cut where segments end {share:.4} of {wanted}");
        assert!(share >= 0.98, "{key}: {share:.4}");
    }
}
