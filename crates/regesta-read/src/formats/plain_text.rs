//! Plain text: the reading text is the file itself as decoded.

use super::{File, Format, Words};
use crate::charset::{self, Declarations};
use crate::decoding;

/// Plain text, with or without residual Markdown.
pub(super) const FORMAT: Format =
    Format { name: "plain-text", page: include_str!("plain_text.md"), recognises: |_| true, read };

pub(super) fn read(file: &File<'_>) -> Words {
    let decoded = charset::decode(file.bytes, Declarations::None);
    let findings = decoding::findings(&decoded, &decoded.text);
    Words {
        media_type: "text/plain".to_owned(),
        charset: decoded.charset,
        text: decoded.text,
        text_is_file: true,
        findings,
        ..Words::default()
    }
}
