//! Finding: one pass over the matches of a question, which ranks them and counts every facet.

use std::collections::{HashMap, HashSet};

use tantivy::{
    DocId, DocSet, Searcher, SegmentReader, TERMINATED, Term,
    columnar::{Column, StrColumn},
    query::{
        AllQuery, BooleanQuery, BoostQuery, EnableScoring, Occur, PhraseQuery, Query as _, Scorer,
        TermQuery, Weight,
    },
    schema::IndexRecordOption,
};

use super::{
    overview::{Count, in_order, label},
    search::{Facet, Order, Query},
    words::{Question, Unit},
};
use crate::{
    StoreError,
    index::{Fields, SearchIndex, statistics::Living},
};

/// A document found.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Match {
    pub(crate) source: String,
    pub(crate) ordinal: u64,
    day: i64,
    score: f32,
}

/// Everything found.
#[derive(Debug, Default)]
pub(crate) struct Matches {
    pub(crate) total: u64,
    /// The page asked for, in order.
    pub(crate) page: Vec<Match>,
    pub(crate) facets: Vec<(Facet, Vec<Count>)>,
}

/// Finds the documents a question and its filters ask for.
pub(crate) fn find(
    index: &SearchIndex,
    question: &Question,
    query: &Query,
) -> Result<Matches, StoreError> {
    let searcher = index.reader.searcher();
    let wanted = weights(&searcher, &index.fields, &question.wanted)?;
    let unwanted = weights(&searcher, &index.fields, &question.unwanted)?;
    let mut total = 0;
    let mut counts: Vec<HashMap<String, u64>> = vec![HashMap::new(); Facet::ALL.len()];
    let mut found: Vec<Match> = Vec::new();
    let keep = query.offset.saturating_add(query.limit);
    for segment in searcher.segment_readers() {
        let mut search = SegmentSearch::new(segment, query)?;
        search.run(&wanted, &unwanted)?;
        total += search.candidates.len() as u64;
        search.add_counts(&mut counts)?;
        found.extend(search.best(keep, query, !wanted.is_empty())?);
    }
    let by_score = query.order == Order::Relevance && !wanted.is_empty();
    found.sort_by(|a, b| {
        let score = if by_score { b.score.total_cmp(&a.score) } else { std::cmp::Ordering::Equal };
        score
            .then_with(|| a.day.cmp(&b.day))
            .then_with(|| (&a.source, a.ordinal).cmp(&(&b.source, b.ordinal)))
    });
    let page = found.into_iter().skip(query.offset).take(query.limit).collect();
    Ok(Matches { total, page, facets: in_facets(counts) })
}

fn in_facets(counts: Vec<HashMap<String, u64>>) -> Vec<(Facet, Vec<Count>)> {
    let one = |(facet, counts): (&Facet, HashMap<String, u64>)| {
        let mut counts: Vec<Count> = counts
            .into_iter()
            .map(|(value, count)| Count { label: label(*facet, &value), value, count })
            .collect();
        in_order(*facet, &mut counts);
        (*facet, counts)
    };
    Facet::ALL.iter().zip(counts).map(one).collect()
}

/// Makes a weight for each unit: found in any of the fields with words.
fn weights(
    searcher: &Searcher,
    fields: &Fields,
    units: &[Unit],
) -> Result<Vec<Box<dyn Weight>>, StoreError> {
    let statistics = Living(searcher);
    let scoring = EnableScoring::enabled_from_statistics_provider(&statistics, searcher);
    let mut res = Vec::with_capacity(units.len());
    for unit in units {
        let mut parts: Vec<(Occur, Box<dyn tantivy::query::Query>)> = Vec::new();
        for (field, boost) in fields.words() {
            let terms: Vec<(usize, Term)> = unit
                .tokens
                .iter()
                .map(|(place, text)| (*place, Term::from_field_text(field, text)))
                .collect();
            let one: Box<dyn tantivy::query::Query> = match terms.as_slice() {
                [(_, term)] => Box::new(TermQuery::new(term.clone(), IndexRecordOption::WithFreqs)),
                _ => Box::new(PhraseQuery::new_with_offset(terms)),
            };
            parts.push((Occur::Should, Box::new(BoostQuery::new(one, boost))));
        }
        res.push(BooleanQuery::new(parts).weight(scoring)?);
    }
    Ok(res)
}

/// Which documents of a segment match, and what each has for a facet.
struct SegmentSearch<'a> {
    segment: &'a SegmentReader,
    columns: Vec<Option<StrColumn>>,
    /// For each facet that is filtered, the ordinals of the values that pass.
    filters: Vec<Option<HashSet<u64>>>,
    /// For each facet, how many documents have the value of each ordinal.
    counts: Vec<Vec<u64>>,
    candidates: Vec<(DocId, f32)>,
}

impl<'a> SegmentSearch<'a> {
    fn new(segment: &'a SegmentReader, query: &Query) -> Result<SegmentSearch<'a>, StoreError> {
        let fast = segment.fast_fields();
        let mut columns = Vec::new();
        let mut filters = Vec::new();
        for facet in Facet::ALL {
            let column = fast.str(facet.name())?;
            let values: Vec<&str> = query
                .filters
                .iter()
                .filter(|(it, _)| it == facet)
                .map(|(_, value)| value.as_str())
                .collect();
            filters.push(if values.is_empty() {
                None
            } else {
                let mut ordinals = HashSet::new();
                for value in values {
                    if let Some(column) = &column {
                        ordinals.extend(column.dictionary().term_ord(value)?);
                    }
                }
                Some(ordinals)
            });
            columns.push(column);
        }
        let values = |it: &Option<StrColumn>| it.as_ref().map_or(0, |it| it.num_terms());
        let counts = columns.iter().map(|it| vec![0; values(it)]).collect();
        Ok(SegmentSearch { segment, columns, filters, counts, candidates: Vec::new() })
    }

    /// Walks the documents that have every wanted unit and no unwanted one.
    fn run(
        &mut self,
        wanted: &[Box<dyn Weight>],
        unwanted: &[Box<dyn Weight>],
    ) -> Result<(), StoreError> {
        let open = |weights: &[Box<dyn Weight>]| -> Result<Vec<Box<dyn Scorer>>, StoreError> {
            Ok(weights.iter().map(|it| it.scorer(self.segment, 1.0)).collect::<Result<_, _>>()?)
        };
        let mut wanted = open(wanted)?;
        let mut unwanted = open(unwanted)?;
        let is_scored = !wanted.is_empty();
        if !is_scored {
            let all =
                AllQuery.weight(EnableScoring::disabled_from_schema(self.segment.schema()))?;
            wanted.push(all.scorer(self.segment, 1.0)?);
        }
        let mut target = 0;
        while let Some(doc) = next_common(&mut wanted, target) {
            target = doc + 1;
            if self.segment.is_deleted(doc) || unwanted.iter_mut().any(|it| stands_on(it, doc)) {
                continue;
            }
            let score = if is_scored { wanted.iter_mut().map(|it| it.score()).sum() } else { 0.0 };
            self.meet(doc, score);
        }
        Ok(())
    }

    /// Counts a document for every facet whose own filter is the only one it may fail, and keeps it if it fails none.
    fn meet(&mut self, doc: DocId, score: f32) {
        let passes = |(column, filter): (&Option<StrColumn>, &Option<HashSet<u64>>)| match filter {
            None => true,
            Some(values) => column
                .as_ref()
                .is_some_and(|it| it.ords().values_for_doc(doc).any(|it| values.contains(&it))),
        };
        let mut failing =
            self.columns.iter().zip(&self.filters).map(passes).zip(0..).filter(|(it, _)| !it);
        let failed = failing.next().map(|(_, facet): (bool, usize)| facet);
        if failing.next().is_some() {
            return;
        }
        if failed.is_none() {
            self.candidates.push((doc, score));
        }
        for (facet, (column, counts)) in self.columns.iter().zip(&mut self.counts).enumerate() {
            if failed.is_some_and(|it| it != facet) {
                continue;
            }
            if let Some(column) = column {
                for ordinal in column.ords().values_for_doc(doc) {
                    let count = usize::try_from(ordinal).ok().and_then(|it| counts.get_mut(it));
                    count.into_iter().for_each(|it| *it += 1);
                }
            }
        }
    }

    fn add_counts(&self, totals: &mut [HashMap<String, u64>]) -> Result<(), StoreError> {
        for ((column, counts), total) in self.columns.iter().zip(&self.counts).zip(totals) {
            let Some(column) = column else { continue };
            let met = (0..).zip(counts).filter(|(_, it)| **it > 0);
            let (ordinals, counts): (Vec<u64>, Vec<u64>) = met.map(|(at, it)| (at, *it)).unzip();
            let mut counts = counts.into_iter();
            column.dictionary().sorted_ords_to_term_cb(&ordinals, |value| {
                let value = String::from_utf8_lossy(value).into_owned();
                *total.entry(value).or_default() += counts.next().unwrap_or_default();
            })?;
        }
        Ok(())
    }

    /// Returns the documents that can stand among the first `keep`, with their names.
    fn best(
        &mut self,
        keep: usize,
        query: &Query,
        is_scored: bool,
    ) -> Result<Vec<Match>, StoreError> {
        let fast = self.segment.fast_fields();
        let day: Column<i64> = fast.i64("day_from")?;
        let ordinal: Column<u64> = fast.u64("ordinal")?;
        let Some(source) = fast.str("source")? else { return Ok(Vec::new()) };
        let by_score = query.order == Order::Relevance && is_scored;
        let key = |(doc, score): &(DocId, f32)| {
            let name = source.ords().first(*doc).unwrap_or(u64::MAX);
            let rank = if by_score { -*score } else { 0.0 };
            (
                rank,
                day.first(*doc).unwrap_or(i64::MAX),
                name,
                ordinal.first(*doc).unwrap_or_default(),
            )
        };
        // Names of sources are numbered in their order within a segment.
        let order = |a: &(DocId, f32), b: &(DocId, f32)| {
            let (a, b) = (key(a), key(b));
            a.0.total_cmp(&b.0).then_with(|| (a.1, a.2, a.3).cmp(&(b.1, b.2, b.3)))
        };
        if keep < self.candidates.len() && keep > 0 {
            self.candidates.select_nth_unstable_by(keep - 1, order);
        }
        let mut res = Vec::new();
        for it in self.candidates.iter().take(keep) {
            let (_, day, name, ordinal) = key(it);
            let mut source_name = String::new();
            source.ord_to_str(name, &mut source_name)?;
            res.push(Match { source: source_name, ordinal, day, score: it.1 });
        }
        Ok(res)
    }
}

/// Moves all to the first document at or after `target` that all of them have.
fn next_common(scorers: &mut [Box<dyn Scorer>], target: DocId) -> Option<DocId> {
    let mut target = target;
    loop {
        let before = target;
        for scorer in scorers.iter_mut() {
            if scorer.doc() < target {
                scorer.seek(target);
            }
            if scorer.doc() == TERMINATED {
                return None;
            }
            target = scorer.doc();
        }
        if target == before || scorers.iter().all(|it| it.doc() == target) {
            return Some(target);
        }
    }
}

fn stands_on(scorer: &mut Box<dyn Scorer>, doc: DocId) -> bool {
    if scorer.doc() < doc {
        scorer.seek(doc);
    }
    scorer.doc() == doc
}
