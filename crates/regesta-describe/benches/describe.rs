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
    for kind in Kind::ALL {
        let sources: Vec<Source> =
            (1..20).map(|it| long_text(DOCUMENT as usize, kind, it)).collect();
        documents(kind.name(), &sources);
    }
    for kind in Kind::ALL {
        let mut before: Option<Duration> = None;
        for megabytes in [longest.div_ceil(100), longest.div_ceil(10), longest] {
            let source = long_text(megabytes * MEGABYTE, kind, 1);
            let took = time(|| describe(&source, &RepeatedLines::default()).len());
            let ratio = before.map_or(String::new(), |it| {
                format!(", {:.1} times the one before", took.as_secs_f64() / it.as_secs_f64())
            });
            println!(
                "{}, {megabytes} MB: {:.2} s{ratio}; {}",
                kind.name(),
                took.as_secs_f64(),
                memory()
            );
            before = Some(took);
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

/// What a long text is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A log of short lines.
    Log,
    /// The same on one line.
    Line,
    /// Papers one after another, as a bad scan of them is read.
    Scans,
    /// A telegram in Russian, Chinese and Korean, over and over.
    Languages,
}

impl Kind {
    const ALL: [Kind; 4] = [Kind::Log, Kind::Line, Kind::Scans, Kind::Languages];

    fn name(self) -> &'static str {
        match self {
            Kind::Log => "log of short lines",
            Kind::Line => "one line",
            Kind::Scans => "papers of a bad scan",
            Kind::Languages => "Russian, Chinese and Korean",
        }
    }
}

/// Draws numbers, the same in every run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len() as u64) as usize]
    }
}

/// A text of so many bytes, in words that many documents have.
fn long_text(bytes: usize, kind: Kind, seed: u64) -> Source {
    let mut text = String::with_capacity(bytes + 2_000);
    let mut draw = Draw(seed);
    while text.len() < bytes {
        match kind {
            Kind::Log => entry(&mut text, &mut draw, '\n'),
            Kind::Line => entry(&mut text, &mut draw, ' '),
            Kind::Scans => paper(&mut text, &mut draw),
            Kind::Languages => telegram(&mut text, &mut draw),
        }
    }
    regesta_read::read("long.txt", text.as_bytes()).source
}

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

fn entry(text: &mut String, draw: &mut Draw, end: char) {
    let (month, day, hour) = (draw.below(12) + 1, draw.below(28) + 1, draw.below(24));
    text.push_str(&format!("1951-{month:02}-{day:02} {hour:02}:15"));
    sentence(text, draw, 12);
    text.push_str(&format!(" {}.{end}", draw.below(20_000)));
}

fn sentence(text: &mut String, draw: &mut Draw, words: usize) {
    for _ in 0..words {
        text.push(' ');
        text.push_str(draw.of(WORDS));
    }
}

/// A memorandum of some hundred words, its letters misread here and there.
fn paper(text: &mut String, draw: &mut Draw) {
    let (day, year) = (draw.below(28) + 1, 1950 + draw.below(15));
    let month = draw.of(&["January", "March", "June", "August", "November"]);
    let (to, from) = (draw.of(&["Director of Harbours", "Chief, Pilot Service"]), "Station Velmar");
    let mut clean = format!(
        "SECRET\n\nMEMORANDUM FOR: {to}\nFROM          : {from}\nSUBJECT       : Lamps and grain\n\
         DATE          : {day} {month} {year}\n\n"
    );
    for place in 1..=draw.below(8) + 2 {
        clean.push_str(&format!("{place}."));
        for _ in 0..draw.below(4) + 2 {
            sentence(&mut clean, draw, 9);
            clean.push('\n');
        }
        clean.push_str(&format!("{} tons on {day} {month}. Please report.\n\n", draw.below(900)));
    }
    for c in clean.chars() {
        text.push(match (draw.below(40), c) {
            (0, 'o') => '0',
            (0, 'l' | 't') => '|',
            (0, 'e') => 'c',
            (1, ' ') => '~',
            _ => c,
        });
    }
}

/// The same telegram in three languages, with another number and day each time.
fn telegram(text: &mut String, draw: &mut Draw) {
    let (number, month, day, men) =
        (draw.below(9_000) + 100, draw.below(12) + 1, draw.below(28) + 1, draw.below(900) + 12);
    text.push_str(&format!(
        "Шифртелеграмма № {number}\n\nТоварищу Лугову.\n\nВашу телеграмму от {day}.{month}.1951 получил. \
         Отряд в составе {men} человек вышел из гавани и занял мельницу. Прошу выслать хлеб на \
         десять дней и сообщить о принятых мерах.\n\nСавин\n{day}.{month}.1951\n\n\
         第{number}号电报\n\n卢戈夫同志：\n\n{month}月{day}日来电收到。{men}人的部队已离开港口，占领了磨坊。\
         请送十天的粮食，并告知所采取的措施。\n\n萨温\n1951年{month}月{day}日\n\n\
         전보 제{number}호\n\n루고프 동지에게\n\n{month}월 {day}일 전보를 받았습니다. {men}명의 부대가 항구를 떠나 \
         방앗간을 점령하였습니다. 열흘분의 식량을 보내 주시기 바랍니다.\n\n사빈\n1951년 {month}월 {day}일\n\n"
    ));
}

/// The most memory the process has held so far, where the system tells.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|it| it.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes
        .map_or("memory unknown".to_owned(), |it| format!("{:.0} MB held at most", it / 1024.0))
}
