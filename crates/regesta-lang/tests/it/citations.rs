//! Measures the reference grammar on the table of real citations, where that table is at hand.

#![allow(clippy::print_stdout)] // A measurement prints its misses, and says so where it is skipped.

use std::{fs, path::Path};

use regesta_lang::references;

/// Where the table lies beside a checkout.
const TABLE: &str = "../../../shared/domain/citations.tsv";

/// The share of rows whose normal form must come out letter for letter.
const LEAST: f64 = 0.9;

fn squash(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[test]
fn citations_come_out_in_normal_form() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(TABLE);
    #[allow(clippy::disallowed_methods)]
    // A test measures against a file; the crate itself reads none.
    let Ok(table) = fs::read_to_string(&path) else {
        println!("skipped: no table of citations at {}", path.display());
        return;
    };
    let rows: Vec<Vec<&str>> = table.lines().skip(1).map(|it| it.split('\t').collect()).collect();
    let mut misses = Vec::new();
    for row in &rows {
        let (raw, wanted) = (row[1], row[3]);
        let got = references::normalize(raw).unwrap_or_default();
        if squash(&got) != squash(wanted) {
            misses.push(format!("{raw}\n   want {wanted}\n   got  {got}"));
        }
    }
    let share = 1.0 - misses.len() as f64 / rows.len() as f64;
    println!("citations: {share:.3} of {} exact\n{}", rows.len(), misses.join("\n"));
    assert!(share >= LEAST, "{} misses:\n{}", misses.len(), misses.join("\n"));
}
