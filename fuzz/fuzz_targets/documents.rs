//! Documents: any bytes are read and described, and every record quotes the reading text.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let reading = regesta_read::read("document.html", bytes);
    let text = &reading.source.text;
    for record in regesta_describe::describe(&reading.source, &Default::default()) {
        assert!(
            record.fields.iter().flat_map(|it| &it.spans).all(|it| text.get(it.range()).is_some())
        );
        assert!(
            record.dates.iter().flat_map(|it| &it.spans).all(|it| text.get(it.range()).is_some())
        );
    }
});
