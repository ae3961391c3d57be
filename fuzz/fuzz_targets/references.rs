//! References: spans quote the words, and a normal form is one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use regesta_lang::references;

fuzz_target!(|words: &str| {
    for reference in references::find(words) {
        assert!(reference.spans.iter().all(|it| words.get(it.range()).is_some()));
        references::departures(words, &reference);
    }
    if let Some(normal) = references::normalize(words) {
        assert!(!normal.trim().is_empty());
        references::normalize(&normal);
    }
});
