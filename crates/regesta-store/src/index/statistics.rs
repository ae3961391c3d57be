//! Statistics for ranking that count living documents only, so that the same documents rank the same after any history.

use tantivy::{
    DocSet, Searcher, TERMINATED, Term,
    query::Bm25StatisticsProvider,
    schema::{Field, IndexRecordOption},
};

/// Number of words a document is taken to have when lengths are compared; a constant, since the true mean would
/// have to be counted anew after each deletion.
const TYPICAL_LENGTH: u64 = 1_000;

/// Counts over the living documents of a searcher.
pub(crate) struct Living<'a>(pub(crate) &'a Searcher);

impl Bm25StatisticsProvider for Living<'_> {
    fn total_num_tokens(&self, _: Field) -> tantivy::Result<u64> {
        Ok(self.0.num_docs() * TYPICAL_LENGTH)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.0.num_docs())
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        let mut res = 0;
        for segment in self.0.segment_readers() {
            let inverted = segment.inverted_index(term.field())?;
            let Some(alive) = segment.alive_bitset() else {
                res += u64::from(inverted.doc_freq(term)?);
                continue;
            };
            let Some(mut postings) = inverted.read_postings(term, IndexRecordOption::Basic)? else {
                continue;
            };
            while postings.doc() != TERMINATED {
                res += u64::from(alive.is_alive(postings.doc()));
                postings.advance();
            }
        }
        Ok(res)
    }
}
