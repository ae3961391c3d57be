//! What can be wrong with a file as a file: each fault has a code, a page, and a function that words it.

use regesta_model::{Basis, Finding, FindingKind, Severity, Span};

/// Makes the kind of a fault, with its page.
macro_rules! fault {
    ($code:literal, $name:literal, $page:literal, $severity:ident, $basis:ident) => {
        FindingKind {
            code: $code,
            name: $name,
            severity: Severity::$severity,
            basis: Basis::$basis,
            page: include_str!($page),
        }
    };
}

const UNREADABLE_FILE: FindingKind =
    fault!("F001", "unreadable-file", "unreadable_file.md", Error, Text);
const NOT_A_DOCUMENT: FindingKind =
    fault!("F002", "not-a-document", "not_a_document.md", Warning, Text);
const EMPTY_FILE: FindingKind = fault!("F003", "empty-file", "empty_file.md", Warning, Text);
const CHARSET_UNCERTAIN: FindingKind =
    fault!("F004", "charset-uncertain", "charset_uncertain.md", Warning, Inference);
const UNDECODABLE_BYTES: FindingKind =
    fault!("F005", "undecodable-bytes", "undecodable_bytes.md", Warning, Text);
const VERY_LONG_SOURCE: FindingKind =
    fault!("F006", "very-long-source", "very_long_source.md", Info, Text);
const NAME_NOT_UNICODE: FindingKind =
    fault!("F007", "name-not-unicode", "name_not_unicode.md", Warning, Text);
const LINK_LOOP: FindingKind = fault!("F008", "link-loop", "link_loop.md", Warning, Text);
const NESTING_TOO_DEEP: FindingKind =
    fault!("F009", "nesting-too-deep", "nesting_too_deep.md", Warning, Text);
const FORMAT_NOT_YET_READ: FindingKind =
    fault!("F010", "format-not-yet-read", "format_not_yet_read.md", Warning, Text);
const FILE_TOO_LARGE: FindingKind =
    fault!("F011", "file-too-large", "file_too_large.md", Error, Text);
const TEXT_IN_FRAMES: FindingKind =
    fault!("F012", "text-in-frames", "text_in_frames.md", Warning, Text);

/// Every fault of reading, in the order of codes.
pub const ALL: &[FindingKind] = &[
    UNREADABLE_FILE,
    NOT_A_DOCUMENT,
    EMPTY_FILE,
    CHARSET_UNCERTAIN,
    UNDECODABLE_BYTES,
    VERY_LONG_SOURCE,
    NAME_NOT_UNICODE,
    LINK_LOOP,
    NESTING_TOO_DEEP,
    FORMAT_NOT_YET_READ,
    FILE_TOO_LARGE,
    TEXT_IN_FRAMES,
];

/// Says that the operating system would not give up a file; `reason` is in its own words.
pub fn unreadable(name: &str, reason: &str) -> Finding {
    UNREADABLE_FILE
        .finding(format!("“{name}” could not be read: {reason}"))
        .fix("give yourself permission to read the file, or copy it into the folder again")
}

/// Says that a file is no document; `what` is what it looks like, with its article ("a PNG image").
pub fn not_a_document(name: &str, what: &str, advice: &str) -> Finding {
    NOT_A_DOCUMENT.finding(format!("“{name}” is {what}, not a text")).fix(advice)
}

/// Says that a file has no words.
pub fn empty(name: &str) -> Finding {
    EMPTY_FILE
        .finding(format!("“{name}” has no words in it"))
        .fix("save the document again, or remove the file")
}

/// Says that the declared charset was not followed. `sample` is a word as it was read.
pub fn declaration_overruled(declared: &str, read_as: &str, sample: &str) -> Finding {
    CHARSET_UNCERTAIN
        .finding(format!(
            "the file says it is in {declared}, but its bytes read as {read_as} (“{sample}”), and so it was read"
        ))
        .fix(format!("if the words look wrong, save the file again as UTF-8; if they look right, correct “{declared}” to “{read_as}” in the file"))
}

/// Says that the charset was guessed and another is nearly as likely; each with a word as it reads.
pub fn charset_uncertain(best: (&str, &str), other: (&str, &str)) -> Finding {
    let ((best, best_sample), (other, other_sample)) = (best, other);
    CHARSET_UNCERTAIN
        .finding(format!(
            "the charset is not declared and the bytes do not settle it: read as {best} (“{best_sample}”), it could be {other} (“{other_sample}”)"
        ))
        .fix("if the words look wrong, save the file again as UTF-8")
}

/// Says that some bytes are no characters. `places` are the replacement characters that stand for them.
pub fn undecodable(charset: &str, count: usize, line: usize, places: &[Span]) -> Finding {
    let bytes = if count == 1 { "one place is" } else { "places are" };
    let count = if count == 1 { String::new() } else { format!("{count} ") };
    let finding = UNDECODABLE_BYTES
        .finding(format!(
            "{count}{bytes} not valid {charset}, the first in line {line}; “\u{fffd}” stands there"
        ))
        .fix("compare these places with the original; if there are many, get the file again");
    places.iter().fold(finding, |it, place| it.at(*place, "not a character"))
}

/// Says that a source is so long that it probably holds many documents.
pub fn very_long(bytes: usize, first_line: Span) -> Finding {
    let megabytes = bytes.div_ceil(1024 * 1024);
    VERY_LONG_SOURCE
        .finding(format!("this source is {megabytes} MB of text and was read as one document"))
        .at(first_line, "begins here")
        .fix("if it holds many documents, split it into one file for each")
}

/// Says that a file's name is not Unicode; `shown` is the name as it can be shown.
pub fn name_not_unicode(shown: &str) -> Finding {
    NAME_NOT_UNICODE
        .finding(format!(
            "the name of “{shown}” is not valid Unicode; it is shown with “\u{fffd}” in it"
        ))
        .fix("rename the file, so that it can be cited")
}

/// Says that a link leads back to a folder it stands in.
pub fn link_loop(name: &str) -> Finding {
    LINK_LOOP
        .finding(format!(
            "“{name}” is a link that leads back to a folder it stands in; it was not followed"
        ))
        .fix("remove the link; the documents it leads to were read where they are")
}

/// Says that tags were left out because they stood too deep; `place` is where that began.
pub fn nesting_too_deep(place: Span) -> Finding {
    NESTING_TOO_DEEP
        .finding("the page nests its parts deeper than any browser follows; the words were kept, the structure below that depth was not")
        .at(place, "structure is left out from here")
        .fix("save the page again from a browser, or save it as text")
}

/// Says that a format is known but not read yet; `what` is the format with its article ("a PDF").
pub fn not_yet_read(name: &str, what: &str, advice: &str) -> Finding {
    FORMAT_NOT_YET_READ
        .finding(format!("“{name}” is {what}, which Regesta does not read yet"))
        .fix(advice)
}

/// Says that a file is too large to be read.
pub fn too_large(name: &str, bytes: u64) -> Finding {
    let gigabytes = bytes as f64 / f64::from(1 << 30);
    FILE_TOO_LARGE
        .finding(format!("“{name}” is {gigabytes:.1} GB; files over 1 GB are not read"))
        .fix("split it into one file for each document")
}

/// Says that a page only arranges frames, whose text is in other files.
pub fn text_in_frames(name: &str, addresses: &[String]) -> Finding {
    let addresses = addresses.iter().map(|it| format!("“{it}”")).collect::<Vec<_>>().join(", ");
    TEXT_IN_FRAMES
        .finding(format!(
            "“{name}” only arranges frames; their text is in other files: {addresses}"
        ))
        .fix("open each frame on its own in a browser and save it into the folder")
}
