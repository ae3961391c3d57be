//! Lists of words searched all at once.

use aho_corasick::{AhoCorasick, MatchKind};

/// Words of a table with what each means, searched all at once in lower-case text.
pub(crate) struct Wordlist<T> {
    searcher: Option<AhoCorasick>,
    meanings: Vec<T>,
}

impl<T: Copy> Wordlist<T> {
    /// Makes a list of words; of several that begin at one place the longest counts.
    pub(crate) fn new(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let (words, meanings): (Vec<&str>, Vec<T>) = words.unzip();
        let searcher =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok();
        Wordlist { searcher, meanings }
    }

    /// The words found, with what they mean, in order; `fits` sees the text before each and the word.
    pub(crate) fn find<'a>(
        &'a self,
        text: &'a str,
        fits: fn(&str, &str) -> bool,
    ) -> impl Iterator<Item = T> + 'a {
        let found = self.searcher.iter().flat_map(move |it| it.find_iter(text));
        found
            .filter(move |it| fits(&text[..it.start()], &text[it.range()]))
            .filter_map(|it| self.meanings.get(it.pattern().as_usize()).copied())
    }
}
