//! Walks over a text once and reads the reference that begins at each archive's name, label or telling shape.

use regesta_model::{Reference, Span};

use super::{
    bare::{bare_file_code, says_nothing},
    chain::{Chain, Named, chain_at},
    cursor::{char_at, is_word_char, skip, skip_gap, word_end},
    editions::places_at,
    elements::{Element, Weight, elements_at, named_at},
    gaps::{aside_end, between_end, starts_place, title_end, unknown_archive_before},
    inverted::inverted,
    labels::{ELEMENTS, FONDS, Scheme, label_at, series_at},
    marks::{lot_at, owned_mark_at, record_group_at},
    names::{Family, NameHit, archive, begins_word, name_at, names_at},
    normal,
    signatures::file_number_at,
    tuples::tuple_at,
};
use crate::references::Oddity;

/// What kind of words are searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Prose with references in it.
    RunningText,
    /// A citation and nothing else.
    Citation,
}

/// A reference with the parts as they are written.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) reference: Reference,
    /// The words of each part, in reading order, with what is odd about them.
    pub(crate) written: Vec<(Span, Vec<Oddity>)>,
}

/// Finds the references of a text in reading order.
pub(crate) fn scan(text: &str, manner: Manner) -> Vec<Found> {
    if manner == Manner::Citation
        && let Some(found) = inverted(text)
    {
        return vec![found];
    }
    let mut scanner =
        Scanner { text, manner, found: Vec::new(), last_name: None, last_chain: None };
    let mut at = 0;
    while let Some(c) = char_at(text, at) {
        let begins = begins_word(text, at) || c == '[' && series_at(text, at).is_some();
        at = match begins.then(|| scanner.read_at(at)).flatten() {
            Some(end) => end,
            None if is_word_char(c) => skip(text, at, usize::MAX, is_word_char),
            None => at + c.len_utf8(),
        };
    }
    if manner == Manner::Citation && scanner.found.is_empty() {
        scanner.found.extend(bare_file_code(text));
    }
    scanner.found
}

/// The words of American archives, with which lot files and record groups are read where no archive is named.
const AMERICAN: Scheme = ELEMENTS.of("american");

struct Scanner<'a> {
    text: &'a str,
    manner: Manner,
    found: Vec<Found>,
    last_name: Option<NameHit>,
    /// The last chain, from which a chain that begins with a file takes fond and opis.
    last_chain: Option<(Option<&'static str>, Chain)>,
}

impl Scanner<'_> {
    /// Reads the reference or name that begins here and returns the offset after it.
    fn read_at(&mut self, at: usize) -> Option<usize> {
        let names: Vec<NameHit> = names_at(self.text, at).collect();
        if !names.is_empty() {
            return self.read_any_named(&names);
        }
        if let Some(chain) = chain_at(self.text, at, Named::No, FONDS) {
            if chain.stands_alone() {
                return self.read_unnamed_chain(chain);
            }
            if let Some(end) = self.read_continuation(chain) {
                return Some(end);
            }
        }
        self.read_series(at).or_else(|| self.read_shape(at))
    }

    /// Reads the reference after a name that several archives may bear: theirs whose words follow it.
    fn read_any_named(&mut self, names: &[NameHit]) -> Option<usize> {
        let own = |it: &&NameHit| {
            let after = skip_gap(self.text, it.range.end, 3, ",.:，。：");
            after.is_some_and(|at| it.archive.scheme.knows(self.text, at))
        };
        let first = names.iter().find(own);
        if let Some(end) = first.and_then(|it| self.read_named(it)) {
            return Some(end);
        }
        if let Some(end) = names.iter().find_map(|it| self.read_named(it)) {
            return Some(end);
        }
        let strong = names.first().filter(|it| !it.weak)?;
        if self.manner == Manner::Citation
            && let Some(end) = self.collection_after_name(strong)
        {
            return Some(end);
        }
        self.last_name = Some(strong.clone());
        Some(strong.range.end)
    }

    fn read_named(&mut self, hit: &NameHit) -> Option<usize> {
        let mut starts = self.starts_after_name(hit);
        if hit.weak {
            let end = hit.range.end;
            let plain = skip_gap(self.text, end, 3, ",.:，。：").filter(|it| *it > end)?;
            starts = vec![plain];
        }
        let end = match hit.archive.family {
            Family::Fonds | Family::Papka => self.first(hit, &starts, Self::chain_after_name),
            Family::Signature => self
                .first(hit, &starts, Self::file_after_name)
                .or_else(|| self.first(hit, &starts, Self::chain_after_name)),
            Family::Elements => self.first(hit, &starts, Self::elements_after_name),
            Family::Edition => self.first(hit, &starts, Self::places_after_name),
        }?;
        self.last_name = None;
        Some(end)
    }

    /// Reads at the first of these places where the reader finds what it seeks.
    fn first(
        &mut self,
        hit: &NameHit,
        starts: &[usize],
        read: fn(&mut Self, &NameHit, usize) -> Option<usize>,
    ) -> Option<usize> {
        starts.iter().find_map(|start| read(self, hit, *start))
    }

    fn chain_after_name(&mut self, hit: &NameHit, start: usize) -> Option<usize> {
        let unlabelled = || {
            let fonds = matches!(hit.archive.family, Family::Fonds | Family::Papka);
            tuple_at(self.text, start, hit.archive).filter(|_| fonds)
        };
        let chain =
            chain_at(self.text, start, Named::Yes, hit.archive.scheme).or_else(unlabelled)?;
        if hit.weak && !chain.stands_alone() {
            return None;
        }
        let end = chain.end;
        self.push(normal::of_chain(Some(hit.archive), &chain, &[Span::new(hit.range.start..end)]));
        self.last_chain = Some((Some(hit.archive.code), chain));
        Some(end)
    }

    fn file_after_name(&mut self, hit: &NameHit, start: usize) -> Option<usize> {
        let label = label_at(FONDS, self.text, start).filter(|it| it.label.part == "delo");
        let start = label.map_or(Some(start), |it| skip_gap(self.text, it.end, 3, ".:："))?;
        let number = file_number_at(self.text, start)?;
        let end = number.end();
        self.push(normal::of_file(hit.archive, &number, hit.range.start..end));
        Some(end)
    }

    fn elements_after_name(&mut self, hit: &NameHit, start: usize) -> Option<usize> {
        let elements = elements_at(self.text, start, hit.archive.scheme, self.manner);
        let first = elements.first()?;
        let owned =
            |it: &Element| label_at(hit.archive.scheme, self.text, it.range.start).is_some();
        let weakly = first.weight != Weight::Number && first.part == "collection";
        if hit.weak && weakly && !(self.manner == Manner::Citation && elements.iter().any(owned)) {
            return None;
        }
        let numbers = elements.iter().any(|it| it.weight == Weight::Number);
        let enough = numbers || self.manner == Manner::Citation && !hit.weak;
        let end = elements.last().filter(|_| enough)?.range.end;
        self.push(normal::of_elements(hit.archive, elements, hit.range.start..end));
        Some(end)
    }

    fn places_after_name(&mut self, hit: &NameHit, start: usize) -> Option<usize> {
        let places = places_at(self.text, start);
        let title_only = places.iter().all(|it| it.label.part == "year");
        if title_only && self.manner == Manner::RunningText {
            return None;
        }
        let end = places.iter().map(|it| it.range.end).max()?;
        self.push(normal::of_places(hit.archive, &places, hit.range.start..end));
        Some(end)
    }

    /// A citation may name a collection and leave its number out.
    fn collection_after_name(&mut self, hit: &NameHit) -> Option<usize> {
        let starts = self.starts_after_name(hit);
        if hit.archive.family != Family::Elements {
            return None;
        }
        let rest = self.text.get(hit.range.end..)?;
        let silent = says_nothing(rest, hit.archive.code);
        if silent && self.found.is_empty() {
            self.push(normal::of_elements(hit.archive, Vec::new(), hit.range.clone()));
            return Some(hit.range.end);
        }
        let element = starts.iter().rev().find_map(|it| named_at(self.text, *it))?;
        let end = element.range.end;
        self.push(normal::of_elements(hit.archive, vec![element], hit.range.start..end));
        Some(end)
    }

    fn read_unnamed_chain(&mut self, chain: Chain) -> Option<usize> {
        let mut end = chain.end;
        let mut spans = vec![Span::new(chain.start..chain.end)];
        let mut owner = None;
        if let Some(name) = self.name_before(chain.start) {
            owner = Some(name.archive);
            spans.insert(0, Span::new(name.range));
        } else if let Some(name) = self.name_after(chain.end) {
            owner = Some(name.archive);
            end = name.range.end;
            spans = vec![Span::new(chain.start..end)];
        }
        let mut found = normal::of_chain(owner, &chain, &spans);
        if let (None, Some(name)) = (owner, unknown_archive_before(self.text, chain.start)) {
            normal::name_archive(&mut found, self.text, name);
        }
        self.push(found);
        self.last_chain = Some((owner.map(|it| it.code), chain));
        Some(end)
    }

    /// `...; d. 335, ll. 1-3` goes on from the reference before it.
    fn read_continuation(&mut self, chain: Chain) -> Option<usize> {
        let (owner, previous) = self.last_chain.as_ref()?;
        let between = self.text.get(previous.end..chain.start)?;
        let joined = between.len() < 8
            && between
                .split(|it: char| !it.is_alphabetic())
                .all(|it| matches!(it, "" | "and" | "и"));
        let whole_file = between.starts_with(';') && chain.items.len() > 1;
        let told = chain.has("leaves") || whole_file;
        if !joined || !chain.has_file() || !told || chain.has("fond") {
            return None;
        }
        let mut whole = chain.clone();
        let first = chain.items.iter().map(|it| it.label.rank).min()?;
        whole.items.extend(previous.items.iter().filter(|it| it.label.rank < first).cloned());
        let owner = *owner;
        let end = chain.end;
        self.push(normal::of_chain(
            owner.and_then(archive),
            &whole,
            &[Span::new(chain.start..end)],
        ));
        whole.end = end;
        self.last_chain = Some((owner, whole));
        Some(end)
    }

    /// The name that stands a few words before a chain, in the same sentence and with no other reference between.
    fn name_before(&mut self, chain: usize) -> Option<NameHit> {
        let name = self.last_name.take()?;
        let between = self.text.get(name.range.end..chain)?;
        let near = between.chars().count() < 80
            && !between.contains(|it: char| it.is_ascii_digit())
            && !between.contains("\n\n")
            && !between.contains(". ")
            && matches!(name.archive.family, Family::Fonds | Family::Papka);
        near.then_some(name)
    }

    /// The name that closes a chain: `ф. 17, оп. 128, д. 5 (РГАСПИ)`, unless it opens the next reference.
    fn name_after(&self, chain: usize) -> Option<NameHit> {
        let start = skip_gap(self.text, chain, 3, ",(")?;
        let hit = name_at(self.text, start)?;
        let own = self
            .starts_after_name(&hit)
            .iter()
            .any(|it| chain_at(self.text, *it, Named::Yes, hit.archive.scheme).is_some());
        let fonds = matches!(hit.archive.family, Family::Fonds | Family::Papka);
        (start > chain && fonds && !own).then_some(hit)
    }

    /// A series cited without its archive, with a box after it.
    fn read_series(&mut self, at: usize) -> Option<usize> {
        let series = series_at(self.text, at)?;
        let holder = archive(series.archive)?;
        let elements = elements_at(self.text, at, holder.scheme, self.manner);
        let boxed = elements.iter().any(|it| it.part == "box");
        let end = elements.last().filter(|_| boxed)?.range.end;
        self.push(normal::of_elements(holder, elements, at..end));
        Some(end)
    }

    fn read_shape(&mut self, at: usize) -> Option<usize> {
        if record_group_at(self.text, at) {
            return self.read_record_group(at);
        }
        let owner = match owned_mark_at(self.text, at) {
            Some(mark) => archive(mark.owner?)?,
            None => archive("NARA").filter(|_| lot_at(self.text, at))?,
        };
        let elements = elements_at(self.text, at, owner.scheme, self.manner);
        let end = elements.last()?.range.end;
        self.push(normal::of_elements(owner, elements, at..end));
        Some(end)
    }

    /// `Record Group 26; National Archives at College Park`, or a record group with a box or an entry.
    fn read_record_group(&mut self, at: usize) -> Option<usize> {
        let elements = elements_at(self.text, at, AMERICAN, self.manner);
        let mut end = elements.last()?.range.end;
        let start = skip_gap(self.text, end, 3, ",;")?;
        let name = name_at(self.text, start).filter(|it| it.archive.code == "NARA");
        if name.is_none() && elements.len() < 2 {
            return None;
        }
        end = name.map_or(end, |it| it.range.end);
        let owner = archive("NARA")?;
        let omitted = self.manner == Manner::Citation && self.found.is_empty() && at > 0;
        let from = if omitted { 0 } else { at };
        let mut found = normal::of_elements(owner, elements, from..end);
        if omitted {
            found.reference.normal.push_str(", …");
        }
        self.push(found);
        Some(end)
    }

    /// Returns where a reference may begin after an archive's name: past other names of it, asides and places.
    fn starts_after_name(&self, hit: &NameHit) -> Vec<usize> {
        let text = self.text;
        let mut res = Vec::new();
        let mut at = hit.range.end;
        let mut places = 0;
        while res.len() < 8 && at < text.len() {
            let Some(start) = skip_gap(text, at, 6, ".,;:-–—\"'«»“”《》（(，：、。）)]/")
            else {
                break;
            };
            at = start;
            let other = names_at(text, start).find(|it| it.archive.code == hit.archive.code);
            if let Some(other) = other {
                at = other.range.end;
                continue;
            }
            res.push(start);
            if let Some(end) = aside_end(text, at).or_else(|| title_end(text, at)) {
                at = end;
            } else if let Some(end) = between_end(text, start) {
                at = end;
            } else if places < 2 && starts_place(text, start) {
                places += 1;
                at = word_end(text, start);
            } else {
                break;
            }
        }
        if let Some(end) = aside_end(text, skip(text, hit.range.end, 2, char::is_whitespace)) {
            res.extend(skip_gap(text, end, 6, ".,;:-–—，：、。 藏"));
        }
        res
    }

    fn push(&mut self, found: Found) {
        self.found.push(found);
    }
}
