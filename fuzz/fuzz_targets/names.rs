//! Names: two forms are the same in either order, a form is its own, and a group is the same in either order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use regesta_lang::names;

fuzz_target!(|words: &str| {
    let forms: Vec<&str> = words.split('\n').take(8).collect();
    let groups = names::group(&forms);
    assert_eq!(groups.len(), forms.len());
    assert!(groups.iter().all(|it| it.group < forms.len()));
    if let [left, right, ..] = forms.as_slice() {
        assert_eq!(names::same(left, right).is_some(), names::same(right, left).is_some());
    }
});
