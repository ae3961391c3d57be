//! Builds references: parts in the order of the normal form, the normal form itself, and what is missing.

use std::ops::Range;

use regesta_model::{Reference, ReferenceKind, Span};

use super::{
    chain::{Chain, Item, leaves_label},
    cursor::latin_value,
    elements::{Element, Weight, supplied},
    labels::{FONDS, label_of},
    names::{Archive, Family},
    scan::Found,
    signatures::FileNumber,
};

const FONDS_PARTS: &[&str] = &["fond", "opis", "delo", "leaves"];
const NOT_GIVEN: &str = "not given";

/// A reference of the fond, opis and delo family.
pub(super) fn of_chain(archive: Option<&'static Archive>, chain: &Chain, spans: &[Span]) -> Found {
    let mut chain = chain.clone();
    let written = written(&chain.items);
    read_lone_papka_as_leaves(archive, &mut chain);
    chain.items.sort_by_key(|it| it.label.rank);
    let required: &[&str] = archive.map_or(FONDS_PARTS, |it| &it.required);
    let absent = |part: &str| {
        let given = if part == "delo" { chain.has_file() } else { chain.has(part) };
        !given && !chain.not_given.contains(&part)
    };
    let mut missing: Vec<String> = Vec::new();
    if archive.is_none() {
        missing.push("archive".to_owned());
    }
    missing.extend(required.iter().filter(|it| absent(it)).map(|it| (*it).to_owned()));
    let declared = declared_absences(&chain, required);
    let mut parts: Vec<(String, String)> = Vec::new();
    let mut prints: Vec<String> = Vec::new();
    if let Some(archive) = archive {
        parts.push(("archive".to_owned(), archive.code.to_owned()));
        prints.push(archive.code.to_owned());
    }
    if !declared.is_empty() {
        let labels: Vec<&str> = declared.iter().map(|(_, print)| *print).collect();
        prints.push(format!("[{} {NOT_GIVEN}]", labels.join(", ")));
        parts.extend(declared.iter().map(|(part, _)| ((*part).to_owned(), NOT_GIVEN.to_owned())));
        missing.retain(|it| !declared.iter().any(|(part, _)| part == it));
    }
    parts.extend(chain.items.iter().map(|it| (it.label.part.to_owned(), it.value.clone())));
    parts.extend(chain.extent.iter().map(|it| ("extent".to_owned(), it.clone())));
    prints.extend(chain.items.iter().map(Item::print));
    found(ReferenceKind::Archival, prints.join(", "), parts, missing, spans, written)
}

/// Adds an archive that only the words name, in Latin letters.
pub(super) fn name_archive(found: &mut Found, text: &str, name: Range<usize>) {
    let words = text.get(name.clone()).unwrap_or_default().split_whitespace();
    let code = words.map(latin_value).collect::<Vec<_>>().join(" ");
    let reference = &mut found.reference;
    reference.normal = format!("{code}, {}", reference.normal);
    reference.parts.insert(0, ("archive".to_owned(), code));
    reference.missing.retain(|it| it != "archive");
    if let Some(first) = reference.spans.first_mut() {
        *first = first.join(Span::new(name));
    }
}

/// Where a source says that parts are not given, every absent part that leads to the leaves is not given.
fn declared_absences(
    chain: &Chain,
    required: &[&'static str],
) -> Vec<(&'static str, &'static str)> {
    if chain.not_given.is_empty() {
        return Vec::new();
    }
    let by_fonds = required.contains(&"fond");
    let asked: Vec<&'static str> =
        if by_fonds { required.to_vec() } else { chain.not_given.clone() };
    let absent = |part: &&str| if *part == "delo" { !chain.has_file() } else { !chain.has(part) };
    asked
        .into_iter()
        .filter(|it| *it != "leaves" || chain.not_given.contains(it))
        .filter(absent)
        .filter_map(|part| label_of(FONDS, part).map(|it| (it.part, it.print)))
        .collect()
}

/// `d. 23, p. 21` in an archive without papki cites a page.
fn read_lone_papka_as_leaves(archive: Option<&'static Archive>, chain: &mut Chain) {
    let keeps_papki = archive.is_none_or(|it| it.family == Family::Papka);
    let file = chain.items.iter().position(|it| it.label.part == "delo");
    let papka = chain.items.iter().position(|it| it.label.part == "papka");
    if keeps_papki || chain.has("leaves") || file.is_none() || papka < file {
        return;
    }
    if let (Some(item), Some(label)) =
        (papka.and_then(|it| chain.items.get_mut(it)), leaves_label())
    {
        item.label = label;
    }
}

/// A reference by file number and pages.
pub(super) fn of_file(
    archive: &'static Archive,
    number: &FileNumber,
    range: Range<usize>,
) -> Found {
    let mut res = of_bare_file(archive.code, number, range);
    let absent = archive.required.iter().filter(|it| res.reference.part(it).is_none());
    res.reference.missing = absent.map(|it| (*it).to_owned()).collect();
    res
}

/// A file number and the code of its holder, which may be empty: then the archive is missing.
pub(super) fn of_bare_file(holder: &str, number: &FileNumber, range: Range<usize>) -> Found {
    let mut parts = vec![("file".to_owned(), number.file.clone())];
    let mut written = vec![(Span::new(number.file_range.clone()), Vec::new())];
    if let Some(pages) = &number.pages {
        parts.push(("pages".to_owned(), pages.value.clone()));
        written.push((Span::new(pages.range.clone()), pages.oddities.clone()));
    }
    let mut missing = vec!["archive".to_owned()];
    let mut normal = number.print();
    if !holder.is_empty() {
        parts.insert(0, ("archive".to_owned(), holder.to_owned()));
        missing.clear();
        normal = format!("{holder}, {normal}");
    }
    found(ReferenceKind::Archival, normal, parts, missing, &[Span::new(range)], written)
}

/// A reference by boxes, folders and shelf marks.
pub(super) fn of_elements(
    archive: &'static Archive,
    elements: Vec<Element>,
    range: Range<usize>,
) -> Found {
    let written = elements.iter().map(|it| (Span::new(it.range.clone()), it.oddities.clone()));
    let written = written.collect();
    let elements = with_record_group(archive, elements);
    let numbered = elements.iter().any(|it| it.weight == Weight::Number);
    let collection = elements.iter().any(|it| it.weight == Weight::Collection);
    let mut parts = vec![("archive".to_owned(), archive.code.to_owned())];
    for it in &elements {
        parts.push((it.part.to_owned(), it.value.clone()));
        let day = (it.part == "decimal file").then(|| decimal_file_day(&it.value)).flatten();
        parts.extend(day.map(|it| ("encoded date".to_owned(), it)));
    }
    let mut prints = vec![archive.code.to_owned()];
    prints.extend(elements.into_iter().map(|it| it.print));
    let mut missing = Vec::new();
    if !numbered {
        missing.extend(archive.required.iter().map(|it| (*it).to_owned()));
        if !collection {
            prints.push(format!("[{} missing]", missing.join(", ")));
        }
    }
    found(ReferenceKind::Archival, prints.join(", "), parts, missing, &[Span::new(range)], written)
}

/// Decimal files and lot files are the Department of State's, record group 59.
fn with_record_group(archive: &'static Archive, mut elements: Vec<Element>) -> Vec<Element> {
    let has = |elements: &[Element], part: &str| elements.iter().any(|it| it.part == part);
    let decimal = has(&elements, "decimal file");
    if archive.code != "NARA" || !decimal && !has(&elements, "lot") {
        return elements;
    }
    let central = elements.iter().any(|it| it.print.contains("Central"));
    if decimal && !central {
        let mut file = supplied("collection", "Central Decimal File");
        file.weight = Weight::Collection;
        let place = elements.iter().position(|it| it.part == "decimal file").unwrap_or_default();
        elements.insert(place, file);
    }
    if !has(&elements, "record group") {
        elements.insert(0, supplied("record group", "59"));
    }
    let state = |it: &Element| it.print == "Department of State";
    elements.retain(|it| !state(it));
    elements
}

/// Returns the day that a decimal file number of 1944 to 1963 encodes: `795.00/7-650` is 6 July 1950.
pub(crate) fn decimal_file_day(number: &str) -> Option<String> {
    let (_, day) = number.rsplit_once('/')?;
    let (month, rest) = day.split_once(['-', '–', '—'])?;
    let (day, year) = rest.split_at_checked(rest.len().checked_sub(2)?)?;
    let (month, day, year): (u32, u32, u32) =
        (month.parse().ok()?, day.parse().ok()?, year.parse().ok()?);
    let possible = (1..13).contains(&month) && (1..32).contains(&day) && (44..64).contains(&year);
    possible.then(|| format!("19{year:02}-{month:02}-{day:02}"))
}

/// A place in a printed edition.
pub(super) fn of_places(archive: &'static Archive, places: &[Item], range: Range<usize>) -> Found {
    let mut parts = vec![("edition".to_owned(), archive.code.to_owned())];
    parts.extend(places.iter().map(|it| (it.label.part.to_owned(), it.value.clone())));
    let mut prints = vec![archive.code.to_owned()];
    prints.extend(places.iter().map(print_place));
    let given = |part: &&&str| !places.iter().any(|it| it.label.part == **part);
    let missing = archive.required.iter().filter(given).map(|it| (*it).to_owned()).collect();
    found(
        ReferenceKind::Publication,
        prints.join(", "),
        parts,
        missing,
        &[Span::new(range)],
        written(places),
    )
}

fn print_place(item: &Item) -> String {
    let plural = super::leaves::is_plural(&item.value) && item.label.part == "pages";
    let label = if plural { item.label.plural } else { item.label.print };
    if label.is_empty() { item.value.clone() } else { format!("{label} {}", item.value) }
}

fn written(items: &[Item]) -> Vec<(Span, Vec<crate::references::Oddity>)> {
    let mut res: Vec<_> =
        items.iter().map(|it| (Span::new(it.range.clone()), it.oddities.clone())).collect();
    res.sort_unstable();
    res
}

fn found(
    kind: ReferenceKind,
    normal: String,
    parts: Vec<(String, String)>,
    missing: Vec<String>,
    spans: &[Span],
    written: Vec<(Span, Vec<crate::references::Oddity>)>,
) -> Found {
    let spans = spans.to_vec();
    Found { reference: Reference { kind, normal, parts, missing, spans }, written }
}
