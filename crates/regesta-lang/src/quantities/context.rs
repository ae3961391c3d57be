//! Says whether a number counts something, numbers a thing, or numbers an item of a list.

use crate::lexicon::Class;
use crate::numerals::Amount;
use crate::tokens::{Gap, Kind, Token, Tokens};

/// What a number does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It may count what follows.
    Count,
    /// It names something: a document, a leaf, a model, a telephone.
    Name,
    /// It stands before an item of a list.
    ListNumber,
}

/// Says what the number at a token does.
pub(super) fn role(tokens: &Tokens, at: usize, amount: &Amount) -> Role {
    if is_designation(tokens, at, amount) {
        return Role::Name;
    }
    if tokens.get(at).is_none_or(|it| it.digits().is_none()) {
        return Role::Count;
    }
    if is_list_number(tokens, at, amount) {
        return Role::ListNumber;
    }
    if is_labelled(tokens, at) || is_chained(tokens, at, amount) { Role::Name } else { Role::Count }
}

/// Says whether Chinese or Hangul numerals are a number without a unit: at least two of them with a scale.
pub(super) fn sure_numeral(tokens: &Tokens, at: usize) -> bool {
    let words = tokens.words(at);
    tokens.get(at).is_some_and(|it| it.kind == Kind::Numeral)
        && words.chars().count() >= 2
        && words.contains(['十', '百', '千', '万', '萬', '亿', '億'])
        && !matches!(words, "万一" | "千万" | "万千" | "百万" | "万万")
}

/// Numerals that nobody counted with: `几十`, `数千`, `周五一名`, `十分危险`, `大二`.
pub(super) fn is_indefinite(tokens: &Tokens, at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|it| it.kind == Kind::Numeral) else { return false };
    let words = tokens.words(at);
    let after = tokens.get(at + 1).filter(|it| it.gap == Gap::None).map(|it| it.kind);
    if words == "十" && matches!(after, Some(Kind::Han('分' | '足' | '字'))) {
        return !matches!(
            tokens.get(at + 2).map(|it| it.kind),
            Some(Kind::Han('之' | '钟' | '鐘'))
        );
    }
    // `四处` is everywhere, `一一` one by one, `一带` thereabouts.
    if words == "一一"
        || words == "一"
            && after.is_some_and(
                |it| matches!(it, Kind::Han(c) if "带帶般样樣切些定致律直旦向再贯貫概".contains(c)),
            )
        || words == "四"
            && matches!(after, Some(Kind::Han('处' | '處' | '周' | '面' | '方' | '肢')))
    {
        return true;
    }
    let before = tokens.before(at).filter(|_| token.gap == Gap::None).map(|it| it.kind);
    // `千人` is many; `近千人` is nearly a thousand.
    if matches!(words, "百" | "千" | "万" | "萬" | "亿" | "億")
        && !matches!(
            before,
            Some(Kind::Han(
                '近' | '约'
                    | '約'
                    | '逾'
                    | '超'
                    | '足'
                    | '达'
                    | '達'
                    | '满'
                    | '滿'
                    | '到'
                    | '过'
                    | '過'
            ))
        )
    {
        return !matches!(after, Some(Kind::Han('余' | '餘' | '多' | '分')));
    }
    match before {
        Some(Kind::Han(
            '几' | '幾' | '数' | '數' | '上' | '成' | '统' | '統' | '唯' | '周' | '週' | '期'
            | '拜' | '曜',
        )) => true,
        Some(Kind::Han('大' | '高' | '初' | '老' | '小')) => {
            !matches!(after, Some(Kind::Han('个' | '個' | '名' | '支')))
        }
        _ => false,
    }
}

/// `4.40 am`, `13.00 Uhr`, `30-е годы`, `30年代`, `20 世纪`, `10대`: figures of the clock, of decades, centuries and ages.
pub(super) fn is_clock_or_decade(tokens: &Tokens, at: usize) -> Option<usize> {
    tokens.get(at)?;
    let mut next = at + 1;
    let clock = tokens.get(at)?.digits().is_some_and(|(hour, len)| len <= 2 && hour <= 24)
        && matches!(tokens.glued_mark(next), Some('.' | ':'))
        && tokens.glued_digits(next + 1).is_some_and(|(minute, len)| len == 2 && minute < 60);
    if clock {
        next += 2;
        let half_day = |it: &Token| it.is(Class::Am) || it.is(Class::Pm);
        if tokens.before(at).is_some_and(half_day)
            || matches!(tokens.words(at.saturating_sub(1)), "오전" | "오후")
        {
            return Some(next);
        }
        let follower = tokens.get(next).filter(|it| it.gap <= Gap::Space)?;
        let pm = follower.is(Class::Am) || follower.is(Class::Pm) || follower.is(Class::Hour);
        let spoken = matches!(
            tokens.words(next),
            "Uhr" | "hrs" | "hours" | "GMT" | "ч" | "час" | "часов" | "am" | "pm" | "a" | "p"
        );
        return (pm || spoken).then_some(next);
    }
    if tokens.words(next) == "Uhr" {
        return Some(next + 1);
    }
    // `30-е годы`, `30-х годах`
    if matches!(tokens.glued_mark(next), Some('-' | '–'))
        && matches!(tokens.words(next + 1), "е" | "х" | "ых" | "ые" | "годы" | "годах" | "летие")
        && (tokens.words(next + 2).starts_with("год") || tokens.words(next + 1).starts_with("год"))
    {
        return Some(next + 3);
    }
    if matches!(tokens.words(next), "s") && tokens.get(next)?.gap == Gap::None {
        return Some(next + 1);
    }
    let rest = tokens.text.get(tokens.get(at)?.end..)?.trim_start_matches([' ', '\u{a0}']);
    let age = rest.starts_with("10대")
        || rest.starts_with("대 ")
            && tokens.words(at).ends_with('0')
            && tokens.words(at).len() == 2;
    let period = ["年代", "世纪", "世紀", "세기", "년대"].iter().any(|it| rest.starts_with(it));
    (age || period).then_some(at + 1)
}

/// `World War Two`, `Four Corners`: a number in a name, told by its capital inside a sentence.
pub(super) fn is_in_name(tokens: &Tokens, at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|it| it.is_letters() && it.capital) else {
        return false;
    };
    let word = tokens.words(at);
    let shouted = word.chars().nth(1).is_some_and(char::is_uppercase);
    let inside = |it: &Token| it.is_letters() || it.mark() == Some(',');
    let before = tokens.before(at).filter(|it| inside(it) && token.gap == Gap::Space);
    word.is_ascii() && !shouted && before.is_some()
}

/// `1.` or `1)` at the head of a line or a sentence, `(2)`.
fn is_list_number(tokens: &Tokens, at: usize, amount: &Amount) -> bool {
    let short = tokens.get(at).and_then(|it| it.digits()).is_some_and(|(_, len)| len <= 2);
    if !short || amount.next != at + 1 {
        return false;
    }
    let before = tokens.before(at);
    let head = tokens.line_begins(at)
        || before.is_some_and(|it| matches!(it.kind, Kind::Mark('.' | ':' | ';' | '*')))
            && tokens.get(at).is_some_and(|it| it.gap > Gap::None);
    let bracketed = before.is_some_and(|it| matches!(it.kind, Kind::Mark('(' | '（' | '[')));
    match tokens.glued_mark(at + 1) {
        Some(')' | '）') => head || bracketed,
        Some('.' | '．' | '、') => {
            head && tokens.get(at + 2).is_none_or(|it| it.digits().is_none() || it.gap > Gap::None)
        }
        _ => false,
    }
}

/// `38军`, `第三十八军`, `6사단`, `1211高地`: the number of a formation or a hill, as no measure word stands before the noun.
fn is_designation(tokens: &Tokens, at: usize, amount: &Amount) -> bool {
    let rest = tokens.text.get(amount.to..).unwrap_or_default();
    if ["高地", "고지", "號", "号", "호", "군단", "사단", "련대", "연대", "부대", "도선", "선 "]
        .iter()
        .any(|it| rest.starts_with(it))
    {
        return tokens.get(at).is_some_and(|it| it.digits().is_some() || it.kind == Kind::Numeral);
    }
    let great = matches!(amount.value, regesta_model::NumberValue::Whole(20..));
    const FORMATIONS: [&str; 11] =
        ["军", "軍", "师", "師", "团", "團", "旅", "营", "營", "兵团", "集团军"];
    // `1200军人`, `二十师范生` begin other words.
    let others =
        ["军人", "军官", "师傅", "师生", "团员", "团结", "旅客", "軍人", "军马", "军工", "师范"];
    great
        && FORMATIONS.iter().any(|it| rest.starts_with(it))
        && !others.iter().any(|it| rest.starts_with(it))
}

/// Says whether a label such as `№` or `лл.` stands before the number, or before the list of numbers it stands in.
fn is_labelled(tokens: &Tokens, at: usize) -> bool {
    let mut here = at;
    for _ in 0..6 {
        if tokens.line_begins(here) {
            return false;
        }
        let Some(before) = tokens.before(here) else { return false };
        if before.is(Class::Label) {
            return true;
        }
        match before.kind {
            Kind::Mark('.') => here -= 1,
            Kind::Mark(',' | '-' | '–' | '/') if here < at || amount_list(tokens, here) => {
                here -= 1
            }
            Kind::Digits(..) if here < at => here -= 1,
            Kind::Hangul => return tokens.words(here - 1) == "제",
            _ => return before.kind == Kind::Han('第'),
        }
    }
    false
}

fn amount_list(tokens: &Tokens, at: usize) -> bool {
    at >= 2 && tokens.get(at - 2).is_some_and(|it| it.digits().is_some())
}

/// Digits of a code: `118-00080-10`, `Т-34`, `86-10-1234`, `5/a`, `38th`, `040089号`.
fn is_chained(tokens: &Tokens, at: usize, amount: &Amount) -> bool {
    let Some(token) = tokens.get(at) else { return true };
    if token.gap == Gap::None
        && let Some(before) = tokens.before(at)
    {
        let joins =
            matches!(before.kind, Kind::Mark('-' | '–' | '/' | '.' | ':' | '_' | '@' | '#'));
        let inner = at >= 2
            && before.gap == Gap::None
            && tokens.get(at - 2).is_some_and(|it| !matches!(it.kind, Kind::Mark(_)));
        if joins && inner || before.kind == Kind::Word && before.entry.is_none() {
            return true;
        }
    }
    if tokens.words(at).starts_with('0') && tokens.words(at).len() > 1 {
        return true;
    }
    let next = tokens.get(amount.next);
    let glued = next.is_some_and(|it| it.gap == Gap::None);
    let suffix =
        next.is_some_and(|it| it.is_letters() && it.entry.is_none_or(|it| it.unit.is_none()));
    let on = glued
        && next.is_some_and(|it| matches!(it.kind, Kind::Mark('-' | '–' | '/' | ':' | '_')))
        && tokens
            .get(amount.next + 1)
            .is_some_and(|it| it.gap == Gap::None && !matches!(it.kind, Kind::Mark(_)));
    // `300-килограммовый`, `20-degree` count; `Т-34` and `4-я` name.
    let measured = on
        && tokens.get(amount.next + 1).and_then(|it| it.entry).is_some_and(|it| it.unit.is_some());
    on && !measured || glued && suffix
}
