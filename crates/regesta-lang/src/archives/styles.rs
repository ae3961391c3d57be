//! Prints a read reference in the styles of houses and journals.

use regesta_model::{Reference, ReferenceKind};

use super::{
    labels::{EDITION, Label, Scheme, label_named},
    leaves::is_plural,
    names::{Archive, Family, archive},
};

/// The style of a house or a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A note of the Chicago Manual: the parts, then the archive by its full name and its town.
    Chicago,
    /// The Wilson Center's digital archive: the archive's full name and code, then the parts.
    Wilson,
    /// A source note of the Foreign Relations of the United States.
    Frus,
    /// GOST R 7.0.5: the archive's name in Russian, the labels in Russian, stops between the parts.
    Gost,
    /// A note in Chinese: the archive's name in Chinese, the labels in Chinese.
    Chinese,
}

/// Every style.
pub const STYLES: &[Style] =
    &[Style::Chicago, Style::Wilson, Style::Frus, Style::Gost, Style::Chinese];

impl Style {
    /// Returns the name by which a person asks for the style.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chicago => "chicago",
            Self::Wilson => "wilson",
            Self::Frus => "frus",
            Self::Gost => "gost",
            Self::Chinese => "chinese",
        }
    }
}

/// Prints a reference in a style. What is not read into parts is printed in its normal form.
pub(crate) fn render(reference: &Reference, style: Style) -> String {
    let holder = reference.part("archive").or_else(|| reference.part("edition"));
    let known = holder.and_then(archive);
    let parts = printed_parts(reference, known, style);
    let listed = known.is_some_and(|it| it.family == Family::Elements);
    let body = parts.join(if listed && style == Style::Gost { ", " } else { joint(style) });
    let Some(code) = holder else { return closed(body, style) };
    let name = |language: &str| known.and_then(|it| it.full_name(language));
    let edition = reference.kind == ReferenceKind::Publication;
    let english = name("en").unwrap_or(code);
    // A code in letters other than the name's goes beside it, so that a reader finds either.
    let with_code =
        if english == code || edition { english.to_owned() } else { format!("{english} ({code})") };
    let place = known.map(|it| it.place).filter(|it| !it.is_empty() && !english.contains(*it));
    let whole = match style {
        Style::Chicago if edition || known.is_none() => joined(&[with_code, body], ", "),
        Style::Chicago if body.starts_with('[') => joined(&[with_code, body], ", "),
        Style::Chicago => {
            let town = place.map(str::to_owned).unwrap_or_default();
            joined(&[body, with_code, town], ", ")
        }
        Style::Wilson => joined(&[with_code, body], ", "),
        Style::Frus => format!("Source: {}", joined(&[english.to_owned(), body], ", ")),
        Style::Gost => {
            let short = known.and_then(|it| it.short_name("ru"));
            let russian = short.or_else(|| name("ru")).unwrap_or(code);
            joined(&[russian.to_owned(), body], ". ")
        }
        Style::Chinese => {
            let chinese = name("zh").unwrap_or(code).to_owned();
            let chinese =
                if edition && name("zh").is_some() { format!("《{chinese}》") } else { chinese };
            joined(&[chinese, body], "，")
        }
    };
    closed(whole, style)
}

const fn joint(style: Style) -> &'static str {
    match style {
        Style::Gost => ". ",
        Style::Chinese => "，",
        _ => ", ",
    }
}

fn joined(parts: &[String], joint: &str) -> String {
    let filled: Vec<&str> = parts.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    filled.join(joint)
}

/// Ends a note with the stop of its style.
fn closed(words: String, style: Style) -> String {
    match style {
        Style::Chinese => format!("{words}。"),
        _ if words.ends_with('.') => words,
        _ => format!("{words}."),
    }
}

fn printed_parts(reference: &Reference, known: Option<&Archive>, style: Style) -> Vec<String> {
    let family = known.map_or(Family::Fonds, |it| it.family);
    let mut absent: Vec<&str> = Vec::new();
    let mut res = Vec::new();
    for (part, value) in &reference.parts {
        if matches!(part.as_str(), "archive" | "edition" | "extent" | "encoded date") {
            continue;
        }
        if value == "not given" {
            absent.push(part);
            continue;
        }
        res.push(printed(
            part,
            value,
            family,
            known.map_or(super::labels::FONDS, |it| it.scheme),
            style,
        ));
    }
    if !absent.is_empty() {
        let labels: Vec<&str> = absent
            .iter()
            .filter_map(|it| label_named(super::labels::FONDS, it))
            .map(|it| it.print)
            .collect();
        res.insert(0, format!("[{} not given]", labels.join(", ")));
    }
    if res.is_empty() {
        res.extend(reference.missing.first().map(|it| format!("[{it} missing]")));
    }
    res
}

fn printed(part: &str, value: &str, family: Family, scheme: Scheme, style: Style) -> String {
    if family == Family::Signature && part == "file" {
        return match style {
            Style::Gost => format!("Д. {value}"),
            Style::Chinese => format!("档号{value}"),
            _ => value.to_owned(),
        };
    }
    let paged = family == Family::Signature && part == "pages";
    let label = label_named(if paged { EDITION } else { scheme }, part);
    match (style, label) {
        (Style::Gost, Some(label)) => gost(label, value, paged),
        (Style::Chinese, Some(label)) => chinese(label, value, paged),
        (_, None) => value.to_owned(),
        (Style::Chicago | Style::Frus, Some(label)) => labelled(label, &dashed(part, value)),
        (_, Some(label)) => labelled(label, value),
    }
}

fn labelled(label: &Label, value: &str) -> String {
    let plural = label.counts_leaves() && is_plural(&value.replace('–', "-"));
    let print = if plural { label.plural } else { label.print };
    if print.is_empty() { value.to_owned() } else { format!("{print} {value}") }
}

/// Writes ranges of leaves and pages with an en dash.
fn dashed(part: &str, value: &str) -> String {
    let ranges = matches!(part, "leaves" | "leaf" | "pages" | "cards" | "frame");
    if ranges { value.replace('-', "–") } else { value.to_owned() }
}

/// Russian labels, by the part they label.
fn gost(label: &Label, value: &str, paged: bool) -> String {
    let russian = match label.part {
        "pages" if paged => "Л.",
        "volume" if label.is_of_edition() => "Т.",
        "book" => "Кн.",
        "part" if label.is_of_edition() => "Ч.",
        "series" if label.is_of_edition() => "Серия",
        "issue" => "Вып.",
        "document" if label.is_of_edition() => "Док.",
        "pages" if label.is_of_edition() => "С.",
        _ if !label.is_of_fonds() => return labelled(label, value),
        "fond" => "Ф.",
        "razdel" => "Разд.",
        "opis" => "Оп.",
        "perechen" => "Пер.",
        "portsiia" => "Пор.",
        "papka" => "П.",
        "karton" => "Картон",
        "korob" => "Кор.",
        "delo" => "Д.",
        "edinitsa" => "Ед. хр.",
        "sprava" => "Спр.",
        "edinitsa-bg" => "А. е.",
        "number" => "№",
        "document" => "Док.",
        "leaves" => "Л.",
        _ => return labelled(label, value),
    };
    let ranged = if label.counts_leaves() { value.replace('-', "–") } else { value.to_owned() };
    let value = if label.is_of_fonds() { ranged.replace("ob", "об.") } else { ranged };
    format!("{russian} {}", value.trim_end_matches('.'))
}

/// Chinese labels, by the part they label.
fn chinese(label: &Label, value: &str, paged: bool) -> String {
    match label.part {
        "fond" if label.is_of_fonds() => format!("全宗{value}"),
        "opis" if label.is_of_fonds() => format!("目录{value}"),
        "delo" => format!("案卷{value}"),
        "leaves" if label.is_of_fonds() => format!("第{value}页"),
        "pages" if paged || label.is_of_edition() => format!("第{value}页"),
        "volume" if label.is_of_edition() && value.bytes().all(|it| it.is_ascii_digit()) => {
            format!("第{value}卷")
        }
        "volume" if label.is_of_edition() && !value.is_ascii() => format!("{value}卷"),
        _ => labelled(label, value),
    }
}
