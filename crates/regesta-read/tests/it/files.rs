//! What a file is, is decided by its content; what is no text becomes a finding.

use regesta_read::read;

fn code(name: &str, bytes: &[u8]) -> (String, String) {
    let reading = read(name, bytes);
    let [finding] = reading.findings.as_slice() else { panic!("{:?}", reading.findings) };
    assert!(finding.fix.is_some(), "{} says what to do", finding.code);
    (finding.code.clone(), finding.message.clone())
}

#[test]
fn content_decides_the_format_and_not_the_name() {
    assert_eq!(read("a.txt", b"<!doctype html><p>Note</p>").source.media_type, "text/html");
    let text = "A note on markup: <b> is bold.\n<p> begins a paragraph.";
    let reading = read("a.html", text.as_bytes());
    assert_eq!(reading.source.media_type, "text/plain");
    assert_eq!(reading.source.text, text);
    assert!(reading.source.text_is_file);
}

#[test]
fn binaries_say_what_they_look_like() {
    let png = code("scan.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    assert_eq!(png, ("F002".into(), "“scan.txt” is a PNG image, not a text".into()));
    assert_eq!(code("a.txt", b"PK\x03\x04\x14\0\0\0\x08\0letter.txt").0, "F002");
    let noise: Vec<u8> =
        (0..4000_u32).map(|it| (it.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    assert_eq!(code("a.txt", &noise).0, "F002");
}

#[test]
fn documents_of_other_formats_say_what_to_do_now() {
    assert!(code("a.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n").1.contains("a PDF"));
    assert!(code("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0").1.contains("Word"));
    let mht = "From: <Saved by Blink>\r\nSubject: Note\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n--x";
    let (code, message) = code("a.mht", mht.as_bytes());
    assert_eq!(code, "F010");
    assert!(message.contains("MHTML"), "{message}");
}

#[test]
fn xml_is_kept_as_it_stands() {
    let tei = "<?xml version=\"1.0\"?>\n<TEI><text><p>Записка</p></text></TEI>";
    assert_eq!(code("a.xml", tei.as_bytes()).0, "F010");
    assert_eq!(read("a.xml", tei.as_bytes()).source.text, tei);
}

#[test]
fn files_without_words() {
    assert_eq!(code("a.txt", b"").0, "F003");
    assert_eq!(code("a.txt", b" \r\n\t\n").0, "F003");
    assert_eq!(code("a.html", b"<html><body><script>show()</script></body></html>").0, "F003");
}

#[test]
fn a_very_long_text_is_read_and_remarked_on() {
    let text = "Записано в журнал.\n".repeat(300_000);
    let reading = read("log.txt", text.as_bytes());
    assert_eq!(reading.source.text.len(), text.len());
    assert_eq!(reading.findings.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), ["F006"]);
}

#[test]
fn the_hash_is_of_the_bytes() {
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(read("a.txt", b"abc").source.sha256, abc);
}

#[test]
fn every_fault_has_its_page() {
    for (at, kind) in regesta_read::faults::ALL.iter().enumerate() {
        assert_eq!(kind.code, format!("F{:03}", at + 1));
        assert!(kind.page.starts_with(&format!("# {}\n", kind.name)), "{}", kind.code);
        for part in ["\n## Why it matters\n", "\n## What to do\n"] {
            assert!(kind.page.contains(part), "{} lacks{part}", kind.code);
        }
    }
    for format in regesta_read::formats::ALL {
        assert!(format.page.starts_with(&format!("# {}\n", format.name)), "{}", format.name);
    }
}
