//! Reads the language that a page declares.

use std::collections::HashMap;
use std::sync::LazyLock;

use regesta_model::Language;

static NAMES: LazyLock<HashMap<&'static str, Language>> = LazyLock::new(|| {
    let rows = crate::table::rows(include_str!("../../../data/language-tags.tsv"));
    rows.filter_map(|it| Some((*it.first()?, Language::from_code(it.get(1)?)?))).collect()
});

/// Returns the language of a tag (`ru`, `zh-Hans`, `rus`); undetermined where we do not know it, `None` where it is empty.
pub(crate) fn language(tag: &str) -> Option<Language> {
    let first = tag.trim().split(['-', '_', ',', ' ']).next()?.to_ascii_lowercase();
    if first.is_empty() {
        return None;
    }
    let known = Language::from_code(&first).or_else(|| NAMES.get(first.as_str()).copied());
    Some(known.unwrap_or(Language::Undetermined))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        assert_eq!(language("zh-Hant-TW"), Some(Language::Chinese));
        assert_eq!(language(" RUS "), Some(Language::Russian));
        assert_eq!(language("la"), Some(Language::Undetermined));
        assert_eq!(language(""), None);
    }
}
