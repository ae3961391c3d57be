//! Full-text search with filters and counts.

use regesta_model::Severity;
use sqlx::Row as _;

use super::{
    matching::{self, Match},
    overview::Count,
    snippet,
    words::{self, Unit},
};
use crate::{Store, StoreError, card::Card};

/// What results can be narrowed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// Year of the document's date.
    Year,
    /// Language of one of its texts.
    Language,
    /// Kind of communication.
    Kind,
    /// Sender or recipient.
    Correspondent,
    /// Archive referred to.
    Archive,
    /// Code of a finding.
    Finding,
}

impl Facet {
    /// Every facet, in the order the page shows them.
    pub const ALL: &[Facet] = &[
        Facet::Year,
        Facet::Language,
        Facet::Kind,
        Facet::Correspondent,
        Facet::Archive,
        Facet::Finding,
    ];

    /// Returns the name used in addresses: `year`, `language`, `kind`, `correspondent`, `archive`, `finding`.
    pub const fn name(self) -> &'static str {
        match self {
            Facet::Year => "year",
            Facet::Language => "language",
            Facet::Kind => "kind",
            Facet::Correspondent => "correspondent",
            Facet::Archive => "archive",
            Facet::Finding => "finding",
        }
    }
}

/// In which order results come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The best match first; by date where there are no words to match.
    #[default]
    Relevance,
    /// The earliest first.
    Date,
}

/// What to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words in any script; quotation marks make a phrase; empty means every document.
    pub words: String,
    /// Filters; several of one facet are alternatives, different facets all apply.
    pub filters: Vec<(Facet, String)>,
    /// In which order.
    pub order: Order,
    /// How many results to pass over.
    pub offset: usize,
    /// How many results to return at most.
    pub limit: usize,
}

/// A piece of a snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// The words.
    pub text: String,
    /// Whether they matched.
    pub matched: bool,
}

/// One result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Id of the document.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its best date as EDTF.
    pub date: Option<String>,
    /// Code of its kind of communication.
    pub kind: Option<String>,
    /// Codes of the languages of its texts.
    pub languages: Vec<String>,
    /// Senders, as named.
    pub senders: Vec<String>,
    /// Recipients, as named.
    pub recipients: Vec<String>,
    /// Normal forms of its archival references.
    pub references: Vec<String>,
    /// Words around the matches.
    pub snippet: Vec<Fragment>,
    /// Findings by severity, errors first.
    pub findings: Vec<(Severity, u64)>,
}

/// Results of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// How many documents match.
    pub total: u64,
    /// The page of results asked for.
    pub hits: Vec<Hit>,
    /// Counts over all matches, for each facet; a facet's own filter does not narrow its own counts.
    pub facets: Vec<(Facet, Vec<Count>)>,
    /// What was made of a query that could not be read as written, in one sentence.
    pub note: Option<String>,
}

impl Store {
    /// Finds documents.
    ///
    /// # Errors
    /// Where the database or the index fail; never because of what the reader typed.
    pub async fn search(&self, query: &Query) -> Result<Results, StoreError> {
        let question = words::read(&query.words);
        if question.is_hopeless {
            return Ok(Results { note: question.note, ..Results::default() });
        }
        let matches = matching::find(&self.index, &question, query)?;
        let mut facets = matches.facets;
        self.name_rules(&mut facets).await?;
        let mut hits: Vec<Option<Hit>> = vec![None; matches.page.len()];
        let mut order: Vec<usize> = (0..hits.len()).collect();
        // Hits in one file come one after another, so that the text of a volume is loaded once.
        order.sort_by_key(|it| matches.page.get(*it).map(|it| &it.source));
        let mut body = (String::new(), String::new());
        for place in order {
            let (Some(found), Some(hit)) = (matches.page.get(place), hits.get_mut(place)) else {
                continue;
            };
            *hit = self.hit(found, &question.wanted, &mut body).await?;
        }
        let hits = hits.into_iter().flatten().collect();
        Ok(Results { total: matches.total, hits, facets, note: question.note })
    }

    /// Puts the names of rules beside their codes.
    async fn name_rules(&self, facets: &mut [(Facet, Vec<Count>)]) -> Result<(), StoreError> {
        let Some((_, counts)) = facets.iter_mut().find(|(it, _)| *it == Facet::Finding) else {
            return Ok(());
        };
        for count in counts {
            let name: Option<String> =
                sqlx::query_scalar("select name from finding where code = $1 limit 1")
                    .bind(&count.value)
                    .fetch_optional(&self.pool)
                    .await?;
            if let Some(name) = name {
                count.label = format!("{} {name}", count.value);
            }
        }
        Ok(())
    }

    /// Makes a result of a match; `None` where a build has taken the record away since. `body` holds name and text of the source
    /// of the match before.
    async fn hit(
        &self,
        found: &Match,
        units: &[Unit],
        body: &mut (String, String),
    ) -> Result<Option<Hit>, StoreError> {
        let row = sqlx::query("select id, card from record where source = $1 and ordinal = $2")
            .bind(&found.source)
            .bind(i64::try_from(found.ordinal).unwrap_or(i64::MAX))
            .fetch_optional(&self.pool)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let card: Card = serde_json::from_str(row.try_get(1)?)?;
        if body.0 != found.source {
            let text: Option<String> =
                sqlx::query_scalar("select body from source where name = $1")
                    .bind(&found.source)
                    .fetch_optional(&self.pool)
                    .await?;
            let Some(text) = text else { return Ok(None) };
            *body = (found.source.clone(), text);
        }
        let text = body.1.as_str();
        Ok(Some(Hit {
            id: row.try_get(0)?,
            snippet: snippet::snippet(text, &card.pieces, card.opening, units),
            title: card.title,
            date: card.date,
            kind: card.kind,
            languages: card.languages,
            senders: card.senders,
            recipients: card.recipients,
            references: card.references,
            findings: card.findings,
        }))
    }
}
