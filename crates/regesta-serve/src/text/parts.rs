//! Parts: a long document is served in pages none of which is heavy.

/// How much rendered text one part holds at most, in bytes; the rest of the page has its own bounds.
pub(crate) const PART_BYTES: usize = 64_000;

/// Cuts rows of these weights into parts; returns the first row of each part.
pub(crate) fn starts(weights: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut res = vec![0];
    let mut sum = 0;
    for (at, weight) in weights.enumerate() {
        if sum > 0 && sum + weight > PART_BYTES {
            res.push(at);
            sum = 0;
        }
        sum += weight;
    }
    res
}

/// Bounds the rendered size of words from above, without rendering them.
pub(crate) fn weight(words: &str) -> usize {
    use regesta_model::Script;
    let mut res = 0;
    let mut last = Script::Other;
    for c in words.chars() {
        res += match c {
            '<' | '>' | '&' | '"' | '\'' => 5,
            '\n' => 40,
            _ => c.len_utf8(),
        };
        let script = Script::of(c);
        if script != Script::Other && script != last {
            // A run of another script brings an element with it.
            res += 24;
            last = script;
        }
    }
    res
}
