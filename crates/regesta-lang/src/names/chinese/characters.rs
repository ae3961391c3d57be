//! The readings of Chinese characters in Mandarin, and of the surnames among them.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Readings of a character: pinyin without tones, `ü` written so, most usual first.
pub(crate) type Readings = &'static [&'static str];

static HANZI: LazyLock<Hanzi> =
    LazyLock::new(|| Hanzi::read(include_str!("../../../../../data/hanzi_readings.tsv")));

/// The block of the unified characters, where nearly all lie, is an array; the rest a map.
const BLOCK: std::ops::Range<u32> = 0x4E00..0xA000;

struct Hanzi {
    /// Distinct lists of readings; the first is empty.
    lists: Vec<Vec<&'static str>>,
    block: Vec<u16>,
    rest: HashMap<char, u16>,
}

impl Hanzi {
    fn read(table: &'static str) -> Hanzi {
        let block = vec![0; BLOCK.len()];
        let mut res = Hanzi { lists: vec![Vec::new()], block, rest: HashMap::new() };
        for [readings, characters] in rows_of(table) {
            let Ok(list) = u16::try_from(res.lists.len()) else { break };
            res.lists.push(readings.split(' ').collect());
            for c in characters.chars() {
                res.put(c, list);
            }
        }
        res
    }

    fn put(&mut self, c: char, list: u16) {
        match self.block.get_mut(place(c)) {
            Some(it) => *it = list,
            None => drop(self.rest.insert(c, list)),
        }
    }

    fn of(&'static self, c: char) -> Readings {
        let list =
            self.block.get(place(c)).or_else(|| self.rest.get(&c)).copied().unwrap_or_default();
        self.lists.get(usize::from(list)).map_or(&[], Vec::as_slice)
    }
}

/// The place of a character in the block; far outside of it where it is not of the block.
fn place(c: char) -> usize {
    u32::from(c).checked_sub(BLOCK.start).map_or(usize::MAX, |it| it as usize)
}

/// The first columns of the lines of a table, without comments and heading.
pub(super) fn rows_of<const COLUMNS: usize>(
    table: &'static str,
) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    crate::tables::lines(table).filter_map(|it| {
        let columns: Vec<&str> = it.split('\t').take(COLUMNS).collect();
        columns.try_into().ok()
    })
}

/// Returns every reading of a character in simplified, traditional or Japanese shape; none of a character that is not Chinese.
pub(crate) fn pinyin_of(c: char) -> Readings {
    HANZI.of(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_shape_with_the_most_usual_reading_first() {
        for (c, expected) in [
            ('国', "guo"),
            ('國', "guo"),
            ('単', "dan"),
            ('単', "dan"),
            ('沢', "ze"),
            ('呂', "lü"),
            ('〇', "ling"),
        ] {
            assert_eq!(pinyin_of(c).first(), Some(&expected), "{c}");
        }
        assert_eq!(pinyin_of('单'), ["dan", "chan", "shan"]);
        assert_eq!(pinyin_of('曾'), ["ceng", "zeng"]);
        assert_eq!(pinyin_of('장'), [""; 0]);
        assert_eq!(pinyin_of('a'), [""; 0]);
    }
}
