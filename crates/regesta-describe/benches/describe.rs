//! Measures describing: documents of the sample collection a second, and whether time and memory stay linear in length.
//!
//! `cargo bench -p regesta-describe` prints one line a measurement; `-- 5` takes 5 MB instead of 50 for the longest text.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement reads files and looks at the clock"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use regesta_describe::{RepeatedLines, describe};
use regesta_model::Source;

/// What a document is taken to measure when documents a second are told.
const DOCUMENT: f64 = 6.0 * 1024.0;
const MEGABYTE: usize = 1_000_000;

fn main() {
    let longest: usize = std::env::args().skip(1).find_map(|it| it.parse().ok()).unwrap_or(50);
    let collection = collection();
    documents("sample collection", &collection);
    for (name, line) in [("log of short lines", Lines::Short), ("one line", Lines::One)] {
        let mut before: Option<Duration> = None;
        for megabytes in [longest.div_ceil(100), longest.div_ceil(10), longest] {
            let source = long_text(megabytes * MEGABYTE, line);
            let took = time(|| describe(&source, &RepeatedLines::default()).len());
            let ratio = before.map_or(String::new(), |it| {
                format!(", {:.1} times the one before", took.as_secs_f64() / it.as_secs_f64())
            });
            println!("{name}, {megabytes} MB: {:.2} s{ratio}; {}", took.as_secs_f64(), memory());
            before = Some(took);
            if line == Lines::One && megabytes >= 5 {
                break;
            }
        }
    }
}

/// Describes all documents for two seconds and tells how many of 6 KB that makes a second.
fn documents(name: &str, sources: &[Source]) {
    let repeated = RepeatedLines::default();
    let bytes: usize = sources.iter().map(|it| it.text.len()).sum();
    let all = || sources.iter().map(|it| describe(it, &repeated).len()).sum::<usize>();
    all();
    let (mut took, mut rounds) = (Duration::ZERO, 0u32);
    while took < Duration::from_secs(2) && bytes > 0 {
        took += time(all);
        rounds += 1;
    }
    let rate = bytes as f64 * f64::from(rounds) / took.as_secs_f64().max(f64::EPSILON);
    println!(
        "{name}: {} documents, {:.1} MB/s, {:.0} documents of 6 KB a second",
        sources.len(),
        rate / MEGABYTE as f64,
        rate / DOCUMENT
    );
}

fn time(work: impl Fn() -> usize) -> Duration {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed()
}

/// The documents of the sample collection as their reading texts.
fn collection() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/collection");
    let mut files = Vec::new();
    gather(&root, &mut files);
    files.sort();
    let read = |it: &PathBuf| Some(regesta_read::read(&it.to_string_lossy(), &fs::read(it).ok()?));
    files.iter().filter_map(read).map(|it| it.source).collect()
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        // A collection that was opened has its store in a hidden folder.
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let path = entry.path();
        if path.is_dir() { gather(&path, files) } else { files.push(path) }
    }
}

/// How a long text is broken into lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    Short,
    One,
}

/// A log of so many bytes, in words that many documents have, always the same.
fn long_text(bytes: usize, lines: Lines) -> Source {
    const WORDS: &[&str] = &[
        "transport",
        "left",
        "the",
        "harbour",
        "station",
        "with",
        "wagons",
        "of",
        "grain",
        "and",
        "order",
        "from",
        "command",
        "report",
        "number",
        "telegram",
        "arrived",
        "in",
        "detachment",
    ];
    let mut text = String::with_capacity(bytes + 200);
    let mut state = 1u64;
    let mut next = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    while text.len() < bytes {
        let (month, day, hour) = (next(12) + 1, next(28) + 1, next(24));
        text.push_str(&format!("1951-{month:02}-{day:02} {hour:02}:15"));
        for _ in 0..12 {
            text.push(' ');
            text.push_str(WORDS[next(WORDS.len() as u64) as usize]);
        }
        text.push_str(&format!(" {}.", next(20_000)));
        text.push(if lines == Lines::Short { '\n' } else { ' ' });
    }
    regesta_read::read("transport.log", text.as_bytes()).source
}

/// The most memory the process has held so far, where the system tells.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|it| it.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes
        .map_or("memory unknown".to_owned(), |it| format!("{:.0} MB held at most", it / 1024.0))
}
