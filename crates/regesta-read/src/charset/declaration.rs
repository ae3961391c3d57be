//! What a file says of its own charset: a byte order mark, an XML declaration, a `<meta>`.

use encoding_rs::{Encoding, REPLACEMENT, UTF_16BE, UTF_16LE};

/// How far into a file a declaration is looked for.
const HEAD: usize = 4096;

/// Returns the charset of a byte order mark and the mark's length.
pub(super) fn byte_order_mark(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    if bytes.starts_with(&[0x84, 0x31, 0x95, 0x33]) {
        return Some((encoding_rs::GB18030, 4));
    }
    Encoding::for_bom(bytes)
}

/// Returns the charset a page declares: the label as written, and the charset if we know it.
pub(super) fn declared(bytes: &[u8]) -> Option<(String, &'static Encoding)> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let head: String = head.iter().map(|it| char::from(*it).to_ascii_lowercase()).collect();
    let label = xml_declaration(&head).or_else(|| meta(&head))?;
    let encoding = Encoding::for_label(label.as_bytes())?;
    // A page that could be read this far is not in UTF-16, whatever it says.
    let is_possible = encoding != REPLACEMENT && encoding != UTF_16LE && encoding != UTF_16BE;
    is_possible.then_some((label, encoding))
}

fn xml_declaration(head: &str) -> Option<String> {
    let declaration = head.trim_start().strip_prefix("<?xml")?.split("?>").next()?;
    label(declaration.split("encoding").nth(1)?)
}

/// Returns the first charset in a `<meta>`, in either of its two forms.
fn meta(head: &str) -> Option<String> {
    let metas = head.split("<meta").skip(1).map(|it| it.split('>').next().unwrap_or_default());
    metas.filter_map(|it| it.split("charset").nth(1)).find_map(label)
}

/// Reads `= "label"`, with or without quotation marks.
fn label(rest: &str) -> Option<String> {
    let value = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.+".contains(c)));
    let label = value.get(..end.unwrap_or(value.len()))?;
    (!label.is_empty()).then(|| label.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_in_their_forms() {
        let name = |page: &str| declared(page.as_bytes()).map(|it| it.1.name());
        assert_eq!(name("<META CHARSET='koi8-r'>"), Some("KOI8-R"));
        let old = "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">";
        assert_eq!(name(old), Some("windows-1251"));
        assert_eq!(name("<?xml version=\"1.0\" encoding=\"euc-kr\"?>"), Some("EUC-KR"));
        assert_eq!(name("<meta charset=utf-16>"), None);
        assert_eq!(name("<p>charset=koi8-r</p>"), None);
    }
}
