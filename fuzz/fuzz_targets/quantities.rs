//! Numbers: spans quote the words.
#![no_main]

use libfuzzer_sys::fuzz_target;
use regesta_lang::quantities;
use regesta_model::Language;

fuzz_target!(|words: &str| {
    for language in [
        Language::Russian,
        Language::English,
        Language::Chinese,
        Language::Korean,
        Language::German,
    ] {
        for quantity in quantities::find(words, language) {
            assert!(quantity.spans.iter().all(|it| words.get(it.range()).is_some()));
        }
        for (span, _) in quantities::numbers(words, language) {
            assert!(words.get(span.range()).is_some());
        }
    }
    quantities::normalize(words, Language::Undetermined);
});
