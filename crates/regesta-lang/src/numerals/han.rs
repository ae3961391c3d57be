//! Chinese numerals: `一万六千`, `十五`, `一九四九`, `四五` (four or five), `壹萬伍仟`, `三点五`.

use regesta_model::{Language, NumberValue};

use super::One;
use crate::tokens::{Gap, Kind, Tokens};

/// Reads a number whose first token is a run of Chinese numerals.
pub(super) fn read(tokens: &Tokens, at: usize) -> Option<One> {
    // `第三` is an ordinal.
    if tokens.before(at).is_some_and(|it| it.kind == Kind::Han('第')) {
        return None;
    }
    let words = tokens.words(at);
    if let Some((value, next)) = with_point(tokens, at) {
        let to = tokens.before(next)?.end;
        return Some(One { value, scale: 1, to, next, in_words: false });
    }
    if let Some((value, next)) = listed_pair(tokens, at) {
        let to = tokens.before(next)?.end;
        return Some(One { value, scale: 1, to, next, in_words: false });
    }
    let whole = || value_in(words, tokens.language).map(NumberValue::Whole);
    let value = pair(words).or_else(whole)?;
    let to = tokens.get(at)?.end;
    Some(One { value, scale: 1, to, next: at + 1, in_words: false })
}

/// Says whether a character is an ordinary Chinese numeral.
pub(crate) fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '〇' | '零'
            | '○'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '萬'
            | '亿'
            | '億'
            | '廿'
            | '卅'
            | '卌'
            | '两'
            | '兩'
    )
}

/// A numeral of the formal series, as receipts and treaties write it; each of them is an ordinary word as well.
fn is_formal(c: char) -> bool {
    matches!(
        c,
        '壹' | '壱'
            | '贰'
            | '貳'
            | '弐'
            | '叁'
            | '參'
            | '参'
            | '肆'
            | '伍'
            | '陆'
            | '陸'
            | '柒'
            | '漆'
            | '捌'
            | '玖'
            | '拾'
            | '佰'
            | '仟'
    )
}

/// Returns the byte after the run of numerals that begins with a character; formal ones count in company, or where they
/// are nothing else (`壹`).
pub(crate) fn numerals_end(text: &str, at: usize, first: char) -> Option<usize> {
    let rest = text.get(at..)?;
    if is_formal(first) {
        let run = rest.find(|it| !is_formal(it) && !is_numeral(it)).unwrap_or(rest.len());
        let words = rest.get(..run)?;
        let formal = words.chars().filter(|it| is_formal(*it)).count();
        let scaled = words.contains(['拾', '佰', '仟']) && !words.starts_with('拾');
        let alone = words.chars().count() == 1
            && matches!(first, '壹' | '壱' | '贰' | '貳' | '弐' | '叁' | '肆' | '柒' | '玖');
        let ten = words.starts_with('拾') && formal > 1;
        let great = formal > 0
            && words.ends_with(['万', '萬'])
            && words.chars().count() == 2
            && matches!(first, '壹' | '壱' | '贰' | '貳' | '弐' | '叁' | '拾');
        return (scaled && formal > 1 || alone || ten || great).then_some(at + run);
    }
    if !is_numeral(first) {
        return None;
    }
    Some(at + rest.find(|it| !is_numeral(it)).unwrap_or(rest.len()))
}

/// Returns the value of one digit.
fn digit(c: char) -> Option<i64> {
    match c {
        '〇' | '零' | '○' => Some(0),
        '一' | '壹' | '壱' => Some(1),
        '二' | '两' | '兩' | '贰' | '貳' | '弐' => Some(2),
        '三' | '叁' | '參' | '参' => Some(3),
        '四' | '肆' => Some(4),
        '五' | '伍' => Some(5),
        '六' | '陆' | '陸' => Some(6),
        '七' | '柒' | '漆' => Some(7),
        '八' | '捌' => Some(8),
        '九' | '玖' => Some(9),
        _ => None,
    }
}

/// Returns the factor of a scale.
pub(super) fn scale(c: char) -> Option<i64> {
    match c {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        '千' | '仟' => Some(1_000),
        '万' | '萬' => Some(10_000),
        '亿' | '億' => Some(100_000_000),
        '兆' => Some(1_000_000_000_000),
        _ => None,
    }
}

/// Reads numerals digit by digit, as years are written: `一九四九`.
pub(crate) fn positional(words: &str) -> Option<i64> {
    words.chars().try_fold(0i64, |sum, c| sum.checked_mul(10)?.checked_add(digit(c)?))
}

/// Reads numerals with scales: `一万六千`, `十五`, `一百零五`; digit by digit where there are no scales.
pub(crate) fn value(words: &str) -> Option<i64> {
    value_in(words, Language::Undetermined)
}

/// Reads numerals as a language counts: `一万六` is sixteen thousand in Chinese, ten thousand and six in Japanese.
fn value_in(words: &str, language: Language) -> Option<i64> {
    if words.chars().all(|it| digit(it).is_some()) {
        return positional(words);
    }
    let (mut total, mut section, mut current, mut last) = (0i64, 0i64, None, 1i64);
    let mut great = i64::MAX;
    for c in words.chars() {
        if let Some(value) = digit(c) {
            // Two digits in a row with scales about them are no number; a nought only fills.
            if current.is_some_and(|it| it != 0) {
                return None;
            }
            current = Some(value);
            last = if value == 0 { 10 } else { last };
        } else if let Some(tens) = tens(c) {
            section = section.checked_add(tens)?;
            last = 10;
        } else {
            let factor = scale(c)?;
            if factor >= 10_000 {
                let counted = section + current.take().unwrap_or_default();
                // `亿万`, `千百万`: a scale without a number of its own counts nothing.
                if counted == 0 && total == 0 && words.chars().count() > 1
                    || counted > 0 && factor > great
                {
                    return None;
                }
                // `一万亿`: a greater scale multiplies the lesser one before it.
                (total, great) = if counted == 0 {
                    (total.max(1).checked_mul(factor)?, factor)
                } else {
                    (total.checked_add(counted.checked_mul(factor)?)?, factor)
                };
                section = 0;
            } else {
                let counted = current.take().filter(|it| *it > 0);
                section = section.checked_add(counted.unwrap_or(1).checked_mul(factor)?)?;
            }
            last = factor;
        }
    }
    // `一万六` is sixteen thousand: a last digit without a scale takes the next lower one.
    let rest = current.unwrap_or_default();
    let lowered = last >= 100 && rest > 0 && language != Language::Japanese;
    let rest = if lowered { rest.checked_mul(last / 10)? } else { rest };
    total.checked_add(section)?.checked_add(rest)
}

fn tens(c: char) -> Option<i64> {
    match c {
        '廿' => Some(20),
        '卅' => Some(30),
        '卌' => Some(40),
        _ => None,
    }
}

/// Says whether two digits that follow one another mean "one or the other".
fn neighbours(low: i64, high: i64) -> bool {
    low > 0 && (high == low + 1 || (low, high) == (3, 5))
}

/// Reads two neighbouring digits as a range: `四五`, `十五六`, `三四十`, `两三千`.
fn pair(words: &str) -> Option<NumberValue> {
    let chars: Vec<char> = words.chars().collect();
    let at = chars.windows(2).position(|it| {
        let [a, b] = it else { return false };
        digit(*a).zip(digit(*b)).is_some_and(|(a, b)| neighbours(a, b))
    })?;
    if chars.iter().filter(|it| digit(**it).is_some()).count() != 2 {
        return None;
    }
    let with = |skipped: usize| {
        let words: String =
            chars.iter().enumerate().filter(|(it, _)| *it != skipped).map(|(_, c)| *c).collect();
        value(&words)
    };
    Some(NumberValue::Range(with(at + 1)?, with(at)?))
}

/// Reads `三、四`, `七、八百`: two neighbours with the comma of enumeration between them.
fn listed_pair(tokens: &Tokens, at: usize) -> Option<(NumberValue, usize)> {
    (tokens.glued_mark(at + 1) == Some('、')).then_some(())?;
    let second = tokens.get(at + 2).filter(|it| it.gap == Gap::None && it.kind == Kind::Numeral)?;
    let mut first = tokens.words(at).chars();
    let (low, None) = (digit(first.next()?)?, first.next()) else { return None };
    let words = tokens.text.get(second.start..second.end)?;
    let mut rest = words.chars();
    let high = digit(rest.next()?)?;
    let scaled = rest.as_str();
    // A third member makes it a list: `三、四、五团`.
    if !neighbours(low, high)
        || digit(scaled.chars().next().unwrap_or('十')).is_some()
        || tokens.glued_mark(at + 3) == Some('、')
        || tokens.before(at).is_some_and(|it| it.mark() == Some('、'))
    {
        return None;
    }
    let top = value(words)?;
    let factor = top.checked_div(high).filter(|it| it * high == top)?;
    Some((NumberValue::Range(low.checked_mul(factor)?, top), at + 3))
}

/// Reads a decimal in numerals: `三点五`, `百分之七点二` after its fraction mark.
fn with_point(tokens: &Tokens, at: usize) -> Option<(NumberValue, usize)> {
    let point = tokens.get(at + 1).filter(|it| it.gap == Gap::None)?;
    matches!(point.kind, Kind::Han('点' | '點') | Kind::Mark('・' | '·')).then_some(())?;
    let tail = tokens.get(at + 2).filter(|it| it.gap == Gap::None && it.kind == Kind::Numeral)?;
    // `三点五分` and `下午三点五十` are times.
    let follower = tokens.get(at + 3).map(|it| it.kind);
    let before = tokens.before(at).filter(|it| it.gap == Gap::None).map(|it| it.kind);
    let time = matches!(follower, Some(Kind::Han('分' | '钟' | '鐘' | '刻' | '时' | '時')))
        || matches!(before, Some(Kind::Han('午' | '上' | '晚' | '早' | '晨' | '夜')));
    let words = tokens.text.get(tail.start..tail.end)?;
    let digits = words.trim_end_matches(['万', '萬', '亿', '億', '千']);
    if time || digits.is_empty() {
        return None;
    }
    let mut scales = words.get(digits.len()..)?.chars().filter_map(scale);
    let factor = scales.try_fold(1i64, i64::checked_mul)?;
    let below = 10i64.checked_pow(u32::try_from(digits.chars().count()).ok()?)?;
    let decimal = super::decimal(value(tokens.words(at))?, positional(digits)?, below)?;
    let value = super::scaled(decimal, factor)?;
    Some((value, at + 3))
}
