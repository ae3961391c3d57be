//! Shows how files are read: `cargo run -p regesta-read --example read -- FILE...` prints reading text, marks and findings.

#![allow(clippy::disallowed_methods, clippy::print_stdout, missing_docs)]

fn main() {
    for path in std::env::args().skip(1) {
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                println!("{path}: {error}");
                continue;
            }
        };
        let started = std::time::Instant::now();
        let reading = regesta_read::read(&path, &bytes);
        let took = started.elapsed();
        let source = &reading.source;
        println!("=== {} {} {} {took:?}", source.name, source.media_type, source.charset);
        println!("{}", source.text);
        println!("--- marks");
        for mark in &source.marks {
            let words: String = mark.span.of(&source.text).chars().take(60).collect();
            println!("{:?} {:?} {words:?}", mark.span.range(), mark.kind);
        }
        println!("--- findings");
        for finding in &reading.findings {
            println!("{} {}: {}", finding.code, finding.name, finding.message);
            for label in &finding.labels {
                println!("    {:?} {}", label.span.of(&source.text), label.note);
            }
            println!("    next: {}", finding.fix.as_deref().unwrap_or("-"));
        }
    }
}
