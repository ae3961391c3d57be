//! Dates: spans quote the words and do not overlap, with and without an anchor.
#![no_main]

use libfuzzer_sys::fuzz_target;
use regesta_lang::dates;
use regesta_model::Language;

fuzz_target!(|words: &str| {
    let anchor = dates::Anchor::of_edtf("1951-01-16");
    for language in [Language::Russian, Language::English, Language::Chinese, Language::Korean] {
        let mut end = 0;
        for date in dates::find(words, language) {
            assert!(words.get(date.span.range()).is_some_and(|it| !it.is_empty()));
            assert!(date.span.range().start >= end, "dates overlap");
            end = date.span.range().end;
            date.edtf(anchor);
            date.unspecified();
        }
    }
    dates::normalize(words, Language::Undetermined, anchor);
});
