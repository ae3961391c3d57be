//! Languages and sentences: sentences stand in order inside the words and lose none but white space.
#![no_main]

use libfuzzer_sys::fuzz_target;
use regesta_lang::{languages, sentences::sentences};

fuzz_target!(|words: &str| {
    let confidence = languages::identify(words).confidence;
    assert!((0.0..=1.0).contains(&confidence));
    let mut end = 0;
    for sentence in sentences(words) {
        let gap = words.get(end..sentence.range().start).expect("sentences stand in order");
        assert!(gap.trim().is_empty(), "words between sentences: {gap:?}");
        end = sentence.range().end;
    }
    assert!(
        words.get(end..).is_some_and(|it| it.trim().is_empty()),
        "words after the last sentence"
    );
});
