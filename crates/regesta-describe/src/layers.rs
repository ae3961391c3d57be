//! Gathers the lines of the document into texts, one a language and role, and says which is the original.

use regesta_lang::languages;
use regesta_model::{FieldName, Language, LayerRole, Script, Span};

use crate::{
    page::Page,
    vocabulary,
    zones::{Zone, Zones},
};

/// A text of the document.
#[derive(Clone, Debug)]
pub(crate) struct TextLayer {
    pub(crate) language: Language,
    pub(crate) role: LayerRole,
    /// Its lines, in order.
    pub(crate) lines: Vec<usize>,
}

impl TextLayer {
    /// Returns the pieces of the reading text, one a run of lines.
    pub(crate) fn pieces(&self, page: &Page<'_>) -> Vec<Span> {
        self.lines
            .chunk_by(|a, b| a + 1 == *b)
            .filter_map(|run| Some(page.span_of(*run.first()?..run.last()? + 1)))
            .collect()
    }
}

/// Gathers the texts of the document: the original first.
pub(crate) fn texts(page: &Page<'_>, zones: &Zones) -> Vec<TextLayer> {
    let hints = hints(page, zones);
    let small = small_languages(page, zones);
    let mut res: Vec<(Option<LayerRole>, TextLayer)> = Vec::new();
    let mut before = Language::Undetermined;
    for at in zones.lines(Zone::Text) {
        let hint = hints[at];
        let first = at == 0 || zones.of[at - 1] != Zone::Text;
        let line = &page.lines[at];
        let said = match opening_language(page, zones, at).filter(|_| first) {
            Some(language) => language,
            None if !line.sure
                && line.script == Script::Other
                && before != Language::Undetermined =>
            {
                before
            }
            None => line.language,
        };
        let language = match small.contains(&said) {
            true if before != Language::Undetermined => before,
            true => following_language(page, zones, at, &small).unwrap_or(said),
            false => said,
        };
        before = language;
        match res.iter_mut().find(|(it, layer)| *it == hint && layer.language == language) {
            Some((_, layer)) => layer.lines.push(at),
            None => {
                res.push((hint, TextLayer { language, role: LayerRole::Original, lines: vec![at] }))
            }
        }
    }
    give_roles(page, zones, &mut res);
    let mut texts: Vec<TextLayer> = res.into_iter().map(|(_, it)| it).collect();
    texts.sort_by_key(|it| (it.role, it.lines.first().copied()));
    texts
}

/// Numbers and marks that open a text have the language of the words after them, not of the catalogue above.
fn opening_language(page: &Page<'_>, zones: &Zones, at: usize) -> Option<Language> {
    const REACH: usize = 12;
    let lines = (at..page.lines.len()).take(REACH).take_while(|it| zones.of[*it] == Zone::Text);
    let mut told =
        lines.filter(|it| page.lines[*it].sure || page.lines[*it].script != Script::Other);
    told.next().map(|it| page.lines[it].language)
}

/// The language of the text that a line of another language opens, where both are in one script: a name or two look like many languages.
fn following_language(
    page: &Page<'_>,
    zones: &Zones,
    at: usize,
    small: &[Language],
) -> Option<Language> {
    const REACH: usize = 12;
    let lines = (at + 1..page.lines.len()).take(REACH).filter(|it| zones.of[*it] == Zone::Text);
    let mut told = lines.filter(|it| page.lines[*it].sure);
    let line = told.find(|it| !small.contains(&page.lines[*it].language))?;
    (page.lines[line].script == page.lines[at].script).then(|| page.lines[line].language)
}

/// The role that the page announces for each line: `Original text`, then `Translation`.
fn hints(page: &Page<'_>, zones: &Zones) -> Vec<Option<LayerRole>> {
    let mut current = None;
    let mut res = vec![None; page.lines.len()];
    for (at, hint) in res.iter_mut().enumerate() {
        if zones.of[at] == Zone::Label {
            let first = zones.labelled.partition_point(|it| it.label_line < at);
            let opened = zones.labelled.get(first).filter(|it| it.label_line == at);
            current = match opened.map(|it| it.names) {
                Some("text.original") => Some(LayerRole::Original),
                Some("text.translation") => Some(LayerRole::Translation),
                _ => current,
            };
        }
        *hint = current;
    }
    res
}

/// Languages with so few words that they are quotations in another text, not texts of their own.
fn small_languages(page: &Page<'_>, zones: &Zones) -> Vec<Language> {
    let mut sizes: Vec<(Language, usize)> = Vec::new();
    for at in zones.lines(Zone::Text) {
        let line = &page.lines[at];
        match sizes.iter_mut().find(|(it, _)| *it == line.language) {
            Some((_, size)) => *size += line.span.len(),
            None => sizes.push((line.language, line.span.len())),
        }
    }
    let all: usize = sizes.iter().map(|(_, size)| size).sum();
    let main = sizes.iter().max_by_key(|(_, size)| *size).map(|(it, _)| *it);
    let script = |it: Language| {
        zones
            .lines(Zone::Text)
            .find(|at| page.lines[*at].language == it)
            .map(|at| page.lines[at].script)
    };
    let written = main.and_then(script);
    let small = |it: Language, size: usize| {
        let share = if script(it) == written { 6 } else { 12 };
        size < 160 && size * share < all
    };
    let noise =
        |it: Language| zones.damaged && Some(it) != main && !is_sustained(page, zones, it, all);
    sizes
        .into_iter()
        .filter(|(it, size)| small(*it, *size) || noise(*it))
        .map(|(it, _)| it)
        .collect()
}

/// Says whether a language speaks in a passage: misread lines look like words of any language, but never for long, and not together.
fn is_sustained(page: &Page<'_>, zones: &Zones, language: Language, all: usize) -> bool {
    const LETTERS: usize = 200;
    const GAP: usize = 2;
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for at in zones.lines(Zone::Text).filter(|it| page.lines[*it].language == language) {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|it| at - it <= GAP) => run.push(at),
            _ => runs.push(vec![at]),
        }
    }
    runs.iter().any(|run| {
        let words: Vec<&str> = run.iter().map(|it| page.words(*it)).collect();
        let joined = words.join("\n");
        let dense = matches!(language, Language::Chinese | Language::Korean | Language::Japanese);
        let enough = if dense { LETTERS / 2 } else { LETTERS };
        let said = languages::identify(&joined);
        joined.len() >= enough
            && joined.len() * 7 >= all
            && said.language == language
            && said.confidence >= 0.9
    })
}

/// Gives each text its role. What the page says outright comes first: a heading over the text, the declared language; then
/// the order on the page, in which the original stands before its translation.
fn give_roles(page: &Page<'_>, zones: &Zones, texts: &mut [(Option<LayerRole>, TextLayer)]) {
    let declared = declared_language(page, zones)
        .filter(|it| texts.len() == 1 || texts.iter().any(|(_, layer)| layer.language == *it));
    let announced = texts.iter().any(|(hint, _)| hint.is_some());
    let original = declared.or_else(|| first_language(page, zones, texts).filter(|_| !announced));
    let translated = texts.len() == 1 && says_translated(page, zones);
    for (hint, text) in texts {
        text.role = match (*hint, original) {
            (Some(role), _) => role,
            (None, Some(original)) if original != text.language => LayerRole::Translation,
            _ if translated && declared != Some(text.language) => LayerRole::Translation,
            _ => LayerRole::Original,
        };
    }
}

/// The language of the first text; of the second where the catalogue says that there is a translation and the first text is in its own language.
fn first_language(
    page: &Page<'_>,
    zones: &Zones,
    texts: &[(Option<LayerRole>, TextLayer)],
) -> Option<Language> {
    let first = texts.first()?.1.language;
    let second = texts.get(1).map(|(_, it)| it.language);
    let translation_above =
        catalogue_language(page, zones) == Some(first) && says_translated(page, zones);
    second.filter(|_| translation_above).or(Some(first))
}

fn declared_language(page: &Page<'_>, zones: &Zones) -> Option<Language> {
    let label = FieldName::OriginalLanguage.code();
    zones
        .labelled
        .iter()
        .filter(|it| it.names == label)
        .find_map(|it| vocabulary::language_named(it.value?.of(page.text)))
}

/// The language in which the catalogue speaks: that of the title, else of most of its lines.
fn catalogue_language(page: &Page<'_>, zones: &Zones) -> Option<Language> {
    let title = zones.lines(Zone::Title).find(|it| page.lines[*it].sure);
    let labels = || {
        let lines = |zone| zones.lines(zone).filter(|it| page.lines[*it].sure);
        lines(Zone::SourceNote).chain(lines(Zone::Rights)).chain(lines(Zone::Label)).next()
    };
    title.or_else(labels).map(|it| page.lines[it].language)
}

/// Says whether the catalogue speaks of a translation: a credit, or the only form on offer.
fn says_translated(page: &Page<'_>, zones: &Zones) -> bool {
    let announced = zones.labelled.iter().any(|it| {
        let contents = it.names == "contents"
            && it.value.is_some_and(|value| {
                let words = value.of(page.text);
                words.lines().any(|line| vocabulary::label(line) == Some("text.translation"))
            });
        contents || it.names == "credit.translator" || it.names == "text.translation"
    });
    let credited = [Zone::SourceNote, Zone::Value("citation"), Zone::Value("source")]
        .into_iter()
        .any(|zone| {
            zones.lines(zone).any(|at| {
                let words = page.span_of(page.paragraph_of(at)).of(page.text);
                vocabulary::credited("credit.translator", words).next().is_some()
            })
        });
    announced || credited
}
