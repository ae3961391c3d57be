//! Turns the bytes of a file into its reading text; never fails: it returns what it could and findings.

use regesta_model::{Finding, Source};

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
    let source = Source {
        name: name.to_owned(),
        media_type: "text/plain".to_owned(),
        charset: "utf-8".to_owned(),
        bytes: bytes.len() as u64,
        text: String::from_utf8_lossy(bytes).into_owned(),
        text_is_file: true,
        ..Source::default()
    };
    Reading { source, findings: Vec::new() }
}
