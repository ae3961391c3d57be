//! Knows files by their first bytes, whatever their names say.

use std::sync::LazyLock;

/// What is to be done with a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A picture.
    Image,
    /// Files packed into one.
    Archive,
    /// Sound or film.
    Recording,
    /// Something that is nobody's document.
    Data,
    /// A document in a format that is not read yet.
    Document,
}

/// One line of the table of signatures.
#[derive(Debug)]
pub(super) struct Signature {
    /// `None` for a name looked for anywhere inside a ZIP archive.
    offset: Option<usize>,
    /// The bytes; `None` stands for any.
    bytes: Vec<Option<u8>>,
    /// What is to be done with it.
    pub(super) kind: Kind,
    /// What it is, with its article.
    pub(super) what: &'static str,
    /// Its media type.
    pub(super) media_type: &'static str,
}

static SIGNATURES: LazyLock<Vec<Signature>> = LazyLock::new(|| {
    let rows = crate::table::rows(include_str!("../../../../../data/file-signatures.tsv"));
    rows.filter_map(|it| signature(&it)).collect()
});

fn signature(row: &[&'static str]) -> Option<Signature> {
    let [offset, bytes, kind, what, media_type, ..] = row else { return None };
    let kind = match *kind {
        "image" => Kind::Image,
        "archive" => Kind::Archive,
        "recording" => Kind::Recording,
        "document" | "packed" => Kind::Document,
        _ => Kind::Data,
    };
    let pairs = bytes.as_bytes().chunks(2).map(|it| std::str::from_utf8(it).unwrap_or_default());
    let bytes = pairs.map(|it| u8::from_str_radix(it, 16).ok()).collect();
    Some(Signature { offset: offset.parse().ok(), bytes, kind, what, media_type })
}

/// Returns the signature a file bears.
pub(super) fn of(file: &[u8]) -> Option<&'static Signature> {
    // Some programs write a line or two before a PDF's first words.
    let start = file.get(..file.len().min(1024)).unwrap_or_default();
    let skipped = start.windows(5).position(|it| it == b"%PDF-").unwrap_or(0);
    SIGNATURES.iter().find(|it| match it.offset {
        Some(offset) => {
            it.stands_at(file.get(offset..).unwrap_or_default())
                || (skipped > 0
                    && offset == 0
                    && it.stands_at(file.get(skipped..).unwrap_or_default()))
        }
        None => file.starts_with(b"PK\x03\x04") && it.stands_in(file),
    })
}

/// How much of either end of an archive is searched for the names of its parts.
const SEARCHED: usize = 64 * 1024;

impl Signature {
    fn stands_at(&self, file: &[u8]) -> bool {
        file.len() >= self.bytes.len()
            && self
                .bytes
                .iter()
                .zip(file)
                .all(|(wanted, it)| wanted.is_none_or(|wanted| wanted == *it))
    }

    fn stands_in(&self, file: &[u8]) -> bool {
        let start = file.get(..file.len().min(SEARCHED)).unwrap_or_default();
        let end = file.get(file.len().saturating_sub(SEARCHED)..).unwrap_or_default();
        [start, end].iter().any(|part| part.windows(self.bytes.len()).any(|it| self.stands_at(it)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_whole() {
        assert!(SIGNATURES.len() > 40);
        for it in SIGNATURES.iter() {
            assert!(it.bytes.iter().flatten().count() >= 3, "{it:?} is too short to tell");
            assert!(it.what.starts_with("a ") || it.what.starts_with("an "), "{it:?}");
        }
    }

    #[test]
    fn a_word_document_is_not_just_an_archive() {
        let mut bytes = b"PK\x03\x04".to_vec();
        bytes.extend_from_slice(b"\x14\0\x06\0[Content_Types].xml ... word/document.xml");
        assert_eq!(of(&bytes).unwrap().kind, Kind::Document);
        assert_eq!(of(b"PK\x03\x04\x14\0\0\0letter.txt").unwrap().kind, Kind::Archive);
        assert_eq!(of(b"\r\n%PDF-1.4 ...").unwrap().what, "a PDF");
    }
}
