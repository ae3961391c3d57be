//! Turns the bytes of a file into its reading text; never fails: it returns what it could and findings.

mod charset;
mod decoding;
pub mod faults;
pub mod formats;
mod language_tags;
mod markup;
mod sniffing;
mod table;

use regesta_model::{Finding, Source, Span};
use sha2::{Digest, Sha256};

use formats::File;

/// The largest file that is read, in bytes; reading texts stay far below the 4 GiB a span can point into.
pub const LARGEST_FILE: u64 = 1 << 30;

/// A reading text longer than this, in bytes, is remarked on.
const LONG_TEXT: usize = 8 << 20;

/// What reading a file gave.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The source; its text is empty where nothing could be read.
    pub source: Source,
    /// What is to be said about reading it.
    pub findings: Vec<Finding>,
}

/// Reads a file. `name` is its path relative to the folder, with `/` between the parts.
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    let length = bytes.len() as u64;
    let mut words = formats::Words::default();
    if length > LARGEST_FILE {
        words.findings.push(faults::too_large(name, length));
    } else {
        let head = charset::head(bytes);
        words = formats::read(&File { name, bytes, head: &head });
        remark(name, &mut words);
    }
    let source = Source {
        name: name.to_owned(),
        media_type: words.media_type,
        charset: words.charset,
        sha256: Sha256::digest(bytes).iter().map(|it| format!("{it:02x}")).collect(),
        bytes: length,
        text: words.text,
        text_is_file: words.text_is_file,
        marks: words.marks,
    };
    Reading { source, findings: words.findings }
}

/// Decodes a text whose charset nothing declares: by byte order mark, else by content.
pub fn decode(bytes: &[u8]) -> String {
    charset::decode(bytes, charset::Declarations::None).text
}

/// Adds what is to be said about any reading text.
fn remark(name: &str, words: &mut formats::Words) {
    if words.text.len() > LONG_TEXT {
        let line = words.text.lines().find(|it| !it.trim().is_empty()).unwrap_or_default();
        let start = words.text.find(line).unwrap_or_default();
        let shown = line.char_indices().nth(80).map_or(line.len(), |(at, _)| at);
        let first = Span::new(start..start + shown);
        words.findings.push(faults::very_long(words.text.len(), first));
    }
    if words.findings.is_empty() && words.text.trim().is_empty() {
        words.findings.push(faults::empty(name));
    }
}
