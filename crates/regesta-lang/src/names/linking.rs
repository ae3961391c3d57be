//! Whether two forms may be one person's, and by which rule.

use regesta_model::Script;

use super::person::{Person, syllables};
use super::{Reading, System, Tradition, western};

/// Why two forms are linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The rule that linked them: the two systems (`palladius-pinyin`), `same-spelling`, `pseudonym`, ...
    pub rule: String,
}

/// How much speaks for a link, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A surname without given names, and one with them.
    Surname,
    /// Spellings a slip apart.
    Slip,
    /// Readings that forgive a slip.
    Loose,
    /// A Western name spelt out in characters or syllables.
    Transcription,
    /// Surnames that sound alike and initials that agree.
    Initials,
    /// The same sounds.
    Sounds,
    /// A table of authorities.
    Authority,
    /// The same spelling, or the name in brackets.
    Spelling,
}

impl Strength {
    /// All of them.
    pub(super) const FROM_STRONGEST: [Strength; 8] = [
        Strength::Spelling,
        Strength::Authority,
        Strength::Sounds,
        Strength::Initials,
        Strength::Transcription,
        Strength::Loose,
        Strength::Slip,
        Strength::Surname,
    ];
}

/// Surnames shorter than this are never a slip apart.
const SLIP_FROM: usize = 7;

/// Links two forms where they may be one person's; `None` where nothing speaks for it.
pub fn same(left: &str, right: &str) -> Option<Link> {
    let (left, right) = (Person::new(left), Person::new(right));
    link(&left, &right).map(|(_, rule)| Link { rule })
}

/// Links two forms; the strongest rule is named.
pub(super) fn link(left: &Person, right: &Person) -> Option<(Strength, String)> {
    if left.is_one_syllable || right.is_one_syllable {
        return glossed(left, right);
    }
    if !left.spelling.is_empty() && left.spelling == right.spelling {
        return Some((Strength::Spelling, "same-spelling".to_owned()));
    }
    if let Some(rule) = authority(left, right) {
        let by_sound = || sounds(left, right).filter(|it| it.0 == Strength::Sounds).map(|it| it.1);
        let rule = if rule == "listed" { by_sound().unwrap_or(rule) } else { rule };
        return Some((Strength::Authority, rule));
    }
    if let Some(found) = glossed(left, right) {
        return Some(found);
    }
    if differ(left, right) {
        return None;
    }
    let loosely = sounds(left, right);
    match loosely {
        Some((Strength::Sounds, _)) => loosely,
        _ => by_surname(left, right)
            .filter(|it| it.0 > Strength::Loose || loosely.is_none())
            .or(loosely),
    }
}

/// The name in brackets after one of them is the other.
fn glossed(left: &Person, right: &Person) -> Option<(Strength, String)> {
    let through = |gloss: &Option<Box<Person>>, other: &Person| {
        gloss.as_ref().and_then(|it| link(it, other)).filter(|it| it.0 > Strength::Loose)
    };
    through(&left.gloss, right)
        .or_else(|| through(&right.gloss, left))
        .map(|_| (Strength::Authority, "gloss".to_owned()))
}

fn authority(left: &Person, right: &Person) -> Option<String> {
    let met = left
        .keys(Tradition::Authority)
        .find(|it| right.keys(Tradition::Authority).any(|other| other.key == it.key))?;
    super::authority::rule(&left.form, &right.form, &met.key.sounds)
}

/// Whether something speaks against one person: two spellings of which each has but one, or sounds that never meet.
pub(super) fn differ(left: &Person, right: &Person) -> bool {
    if left.spelling == right.spelling || left.gloss.is_some() || right.gloss.is_some() {
        return false;
    }
    let shares = |tradition: Tradition| {
        left.keys(tradition).any(|it| right.keys(tradition).any(|other| other.key == it.key))
    };
    let both = |tradition: Tradition| {
        left.keys(tradition).next().is_some() && right.keys(tradition).next().is_some()
    };
    if both(Tradition::Authority) {
        return !shares(Tradition::Authority);
    }
    if left.is_exact()
        && right.is_exact()
        && left.form.script == right.form.script
        && !spelt_alike(left, right)
    {
        return true;
    }
    if let (Some(one), Some(two)) = (&left.western, &right.western)
        && one.given_agree(two) == Some(false)
    {
        return true;
    }
    let eastern = [Tradition::Chinese, Tradition::Korean];
    let reads = |it: &Person| eastern.map(|tradition| it.keys(tradition).any(|it| !it.loose));
    let comparable = reads(left) == reads(right);
    let single = |it: &Person| it.western.is_some();
    comparable
        && eastern.into_iter().any(both)
        && !eastern.into_iter().any(shares)
        && !(single(left) && single(right))
}

/// Whether two names in one script are the same word for word: Hangul of the North and the South share a key, in the surname (리, 이) and after it (룡, 용).
fn spelt_alike(left: &Person, right: &Person) -> bool {
    let strict = |it: &Person| {
        it.keys(Tradition::Korean)
            .filter(|it| !it.loose && it.system == System::Hangul)
            .map(|it| it.key.clone())
            .collect::<Vec<_>>()
    };
    left.spelling == right.spelling
        || left.form.script == Script::Hangul && {
            let (one, two) = (strict(left), strict(right));
            one.iter().any(|it| two.contains(it))
        }
}

/// Links by readings of the whole name in Chinese or Korean.
fn sounds(left: &Person, right: &Person) -> Option<(Strength, String)> {
    let mut best: Option<(Strength, &Reading, &Reading)> = None;
    for one in left.readings.iter().filter(|it| is_enough(it)) {
        for two in right.readings.iter().filter(|it| it.key == one.key) {
            let strength = if one.loose || two.loose { Strength::Loose } else { Strength::Sounds };
            if best.as_ref().is_none_or(|it| strength > it.0) {
                best = Some((strength, one, two));
            }
        }
    }
    best.map(|(strength, one, two)| {
        let rule = rule(one.system, two.system);
        (strength, if strength == Strength::Loose { format!("loose-{rule}") } else { rule })
    })
}

/// Whether a reading is enough to tell a person by: two syllables of Chinese or Korean.
pub(super) fn is_enough(reading: &Reading) -> bool {
    matches!(reading.key.tradition, Tradition::Chinese | Tradition::Korean)
        && syllables(&reading.key) > 1
}

/// Links by a Western surname, where given names and initials allow it.
fn by_surname(left: &Person, right: &Person) -> Option<(Strength, String)> {
    let (one, two) = (left.western.as_ref()?, right.western.as_ref()?);
    let agree = one.given_agree(two);
    if agree == Some(false) {
        return None;
    }
    let met = one
        .keys
        .iter()
        .filter_map(|it| two.keys.iter().find(|other| other.key == it.key).map(|other| (it, other)))
        .min_by_key(|(it, other)| it.loose || other.loose);
    let (strength, rule) = match met {
        Some((it, other)) if !it.loose && !other.loose => {
            (Strength::Sounds, rule(it.system, other.system))
        }
        _ => match transcription(left, right) {
            Some(found) => found,
            None => match met {
                Some((it, other)) => {
                    (Strength::Loose, format!("loose-{}", rule(it.system, other.system)))
                }
                None => (Strength::Slip, slip(&one.surname, &two.surname)?),
            },
        },
    };
    match agree {
        None if strength > Strength::Transcription
            || strength > Strength::Slip && !is_eastern(left) && !is_eastern(right) =>
        {
            Some((Strength::Surname, "surname".to_owned()))
        }
        None => None,
        Some(_) if one.given.is_empty() => Some((strength, rule)),
        Some(_) if strength == Strength::Sounds => {
            Some((Strength::Initials, "initials".to_owned()))
        }
        Some(_) => Some((strength, rule)),
    }
}

/// Whether a form has a Chinese or Korean reading that needs no forgiveness: then it hardly spells out a Western name.
fn is_eastern(person: &Person) -> bool {
    person.is_exact() && person.readings.iter().any(|it| is_enough(it) && !it.loose)
}

/// One of them spells the other out in another script.
fn transcription(left: &Person, right: &Person) -> Option<(Strength, String)> {
    if left.form.script == right.form.script {
        return None;
    }
    let score =
        western::transcribed(&left.western.as_ref()?.surname, &right.western.as_ref()?.surname)?;
    if score.ln() >= western::SURE {
        Some((Strength::Transcription, "transcription".to_owned()))
    } else {
        (score.ln() >= western::LIKELY).then(|| (Strength::Loose, "loose-transcription".to_owned()))
    }
}

/// Long surnames of one alphabet a letter apart, or two letters exchanged.
fn slip(one: &str, two: &str) -> Option<String> {
    let letters =
        |it: &str| it.to_lowercase().chars().map(super::person::folded).collect::<Vec<_>>();
    let (one, two) = (letters(one), letters(two));
    let (short, long) = if one.len() <= two.len() { (one, two) } else { (two, one) };
    if short.len() < SLIP_FROM
        || long.len() - short.len() > 1
        || short.iter().any(|it| !it.is_alphabetic() || (*it as u32) >= 0x1100)
    {
        return None;
    }
    let front = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let back = short
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(|(a, b)| a == b)
        .count()
        .min(short.len() - front);
    let (gap_short, gap_long) = (short.len() - front - back, long.len() - front - back);
    let exchanged =
        || short.get(front) == long.get(front + 1) && short.get(front + 1) == long.get(front);
    let is_slip = front > 0
        && ((gap_short, gap_long) == (0, 1)
            || (gap_short, gap_long) == (2, 2) && exchanged()
            || (gap_short, gap_long) == (1, 1));
    is_slip.then(|| "loose-spelling".to_owned())
}

/// Names a link by its two systems, in fixed order; one name where they are the same.
pub(super) fn rule(one: System, two: System) -> String {
    let (first, second) = if place(one) <= place(two) { (one, two) } else { (two, one) };
    if first == second {
        name(first).to_owned()
    } else {
        format!("{}-{}", name(first), name(second))
    }
}

/// The order of systems in the name of a rule, and each one's name.
const SYSTEMS: &[(System, &str)] = &[
    (System::Listed, "listed"),
    (System::Palladius, "palladius"),
    (System::WadeGiles, "wade-giles"),
    (System::Pinyin, "pinyin"),
    (System::Hanzi, "hanzi"),
    (System::Kontsevich, "kontsevich"),
    (System::Kholodovich, "kholodovich"),
    (System::KoreanCyrillic, "korean-cyrillic"),
    (System::McCuneReischauer, "mccune-reischauer"),
    (System::Revised, "revised"),
    (System::NorthKorean, "north-korean"),
    (System::KoreanLatin, "korean-latin"),
    (System::Hanja, "hanja"),
    (System::Hangul, "hangul"),
    (System::Cyrillic, "cyrillic"),
    (System::Latin, "latin"),
    (System::HanTranscription, "han-transcription"),
    (System::HangulTranscription, "hangul-transcription"),
];

fn place(system: System) -> usize {
    SYSTEMS.iter().position(|it| it.0 == system).unwrap_or(SYSTEMS.len())
}

fn name(system: System) -> &'static str {
    SYSTEMS.iter().find(|it| it.0 == system).map_or("listed", |it| it.1)
}
