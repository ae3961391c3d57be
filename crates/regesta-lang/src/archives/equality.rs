//! Says whether two references name the same place, whatever the script, style and order in which they are written.

use regesta_model::{Reference, ReferenceKind};

use super::leaves::expand;

/// Parts that are no part of an address.
const ASIDE: &[&str] = &["extent", "encoded date"];
/// What different archives call a file.
const FILES: &[&str] = &["delo", "edinitsa", "edinitsa-bg", "sprava", "number", "file"];
/// What different archives call leaves.
const LEAVES: &[&str] = &["leaves", "leaf", "pages", "cards"];

/// Returns the key of a reference: two references name the same leaves of the same file where their keys are equal.
pub(crate) fn key(reference: &Reference) -> String {
    if reference.kind == ReferenceKind::CrossReference {
        return reference.normal.to_lowercase();
    }
    let mut parts: Vec<(String, String)> = reference
        .parts
        .iter()
        .filter(|(part, _)| !ASIDE.contains(&part.as_str()))
        .map(|(part, value)| (kind_of(part), folded(part, value)))
        .collect();
    // Labelled parts may stand in any order; what repeats keeps its own.
    parts.sort_by(|a, b| a.0.cmp(&b.0));
    let parts: Vec<String> =
        parts.into_iter().map(|(part, value)| format!("{part}={value}")).collect();
    parts.join(";")
}

fn kind_of(part: &str) -> String {
    let kind = match part {
        _ if FILES.contains(&part) => "file",
        _ if LEAVES.contains(&part) => "leaves",
        "shelf mark" | "register" | "paper" | "figures" | "decimal file" | "fonds"
        | "collection" => "mark",
        _ => part,
    };
    kind.to_owned()
}

fn folded(part: &str, value: &str) -> String {
    if LEAVES.contains(&part) {
        return expand(value).join(" ");
    }
    if matches!(part, "volume" | "book" | "part")
        && let Some(number) = roman_number(value)
    {
        return number.to_string();
    }
    value
        .chars()
        .filter(|it| it.is_alphanumeric() || matches!(it, '/' | '.'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Reads a Roman numeral of a volume, additively where a smaller sign does not precede a larger.
fn roman_number(numeral: &str) -> Option<u32> {
    let values: Vec<u32> = numeral
        .chars()
        .map(|it| match it {
            'I' => Some(1),
            'V' => Some(5),
            'X' => Some(10),
            'L' => Some(50),
            'C' => Some(100),
            _ => None,
        })
        .collect::<Option<_>>()?;
    let next = values.iter().copied().skip(1).chain([0]);
    let (mut plus, mut minus) = (0, 0);
    for (value, after) in values.iter().zip(next) {
        if *value < after { minus += value } else { plus += value }
    }
    (!values.is_empty()).then_some(plus.saturating_sub(minus))
}
