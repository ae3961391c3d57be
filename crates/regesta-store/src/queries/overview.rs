//! What is in the collection, in counts.

use std::collections::BTreeMap;

use regesta_model::{Finding, Language, Severity};
use serde::{Deserialize, Serialize};

use super::search::Facet;
use crate::{
    Store, StoreError,
    store::{meta, set_meta},
};

/// Under which key of the store's notes the counts of the last build stand.
const KEY: &str = "overview";

/// How many documents share a value; the value is the one a filter takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// The value as the filter takes it.
    pub value: String,
    /// The value as a reader sees it.
    pub label: String,
    /// How many documents.
    pub count: u64,
}

/// How often a rule speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleCount {
    /// Code of the rule.
    pub code: String,
    /// Name of the rule.
    pub name: String,
    /// Its severity.
    pub severity: Severity,
    /// How many findings.
    pub findings: u64,
    /// In how many documents.
    pub documents: u64,
}

/// What is in the collection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// How many documents.
    pub documents: u64,
    /// How many files.
    pub sources: u64,
    /// Files that gave no document, by name, with what to do about each.
    pub unread: Vec<(String, String)>,
    /// Documents by year, in order.
    pub years: Vec<Count>,
    /// Documents by language of their texts.
    pub languages: Vec<Count>,
    /// Documents by kind of communication.
    pub kinds: Vec<Count>,
    /// Senders and recipients, the most frequent first.
    pub correspondents: Vec<Count>,
    /// Archives referred to, the most frequent first.
    pub archives: Vec<Count>,
    /// Findings by rule, errors first.
    pub rules: Vec<RuleCount>,
}

impl Store {
    /// Counts what is in the collection.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn overview(&self) -> Result<Overview, StoreError> {
        match self.counted_before().await? {
            Some(overview) => Ok(overview),
            None => self.count_all().await,
        }
    }

    /// Returns the counts of the last build, unless something was written since.
    async fn counted_before(&self) -> Result<Option<Overview>, StoreError> {
        let Some(noted) = meta(&self.pool, KEY).await? else { return Ok(None) };
        let generation = meta(&self.pool, "generation").await?;
        let (of, overview): (String, Overview) = serde_json::from_str(&noted)?;
        Ok(Some(overview).filter(|_| generation == Some(of)))
    }

    /// Counts everything and notes it, so that a reader of a large collection does not wait for it.
    pub(crate) async fn note_overview(&self, generation: i64) -> Result<(), StoreError> {
        if self.counted_before().await?.is_some() {
            return Ok(());
        }
        let noted = serde_json::to_string(&(generation.to_string(), self.count_all().await?))?;
        set_meta(&self.pool, KEY, &noted).await
    }

    async fn count_all(&self) -> Result<Overview, StoreError> {
        let count = |sql: &'static str| sqlx::query_scalar::<_, i64>(sql).fetch_one(&self.pool);
        let mut facets = self.facet_counts().await?;
        let mut take = |facet: Facet| facets.remove(facet.name()).unwrap_or_default();
        let mut res = Overview {
            documents: number(count("select count(*) from record").await?),
            sources: number(count("select count(*) from source").await?),
            unread: self.unread().await?,
            years: take(Facet::Year),
            languages: take(Facet::Language),
            kinds: take(Facet::Kind),
            correspondents: take(Facet::Correspondent),
            archives: take(Facet::Archive),
            rules: self.count_rules().await?,
        };
        in_order(Facet::Year, &mut res.years);
        for counts in
            [&mut res.languages, &mut res.kinds, &mut res.correspondents, &mut res.archives]
        {
            in_order(Facet::Kind, counts);
        }
        Ok(res)
    }

    async fn facet_counts(&self) -> Result<BTreeMap<String, Vec<Count>>, StoreError> {
        let rows: Vec<(String, String, i64)> =
            sqlx::query_as("select facet, value, count(*) from facet group by facet, value")
                .fetch_all(&self.pool)
                .await?;
        let mut res: BTreeMap<String, Vec<Count>> = BTreeMap::new();
        for (name, value, count) in rows {
            let facet = Facet::ALL.iter().copied().find(|it| it.name() == name);
            let label = facet.map_or_else(|| value.clone(), |it| label(it, &value));
            res.entry(name).or_default().push(Count { value, label, count: number(count) });
        }
        Ok(res)
    }

    /// Returns the files that gave no document, with what to do about each.
    async fn unread(&self) -> Result<Vec<(String, String)>, StoreError> {
        let rows: Vec<(String, Option<String>)> = sqlx::query_as(
            "select source.name, finding.finding from source
             left join finding on finding.source = source.name and finding.number = 1
             where not exists (select 1 from record where record.source = source.name)
             order by source.name",
        )
        .fetch_all(&self.pool)
        .await?;
        let mut res = Vec::with_capacity(rows.len());
        for (name, finding) in rows {
            let advice = match finding {
                None => "no document was found in it".to_owned(),
                Some(json) => {
                    let finding: Finding = serde_json::from_str(&json)?;
                    match finding.fix {
                        Some(fix) => format!("{}; {fix}", finding.message),
                        None => finding.message,
                    }
                }
            };
            res.push((name, advice));
        }
        Ok(res)
    }

    /// Returns every rule that speaks, errors first, then by code.
    async fn count_rules(&self) -> Result<Vec<RuleCount>, StoreError> {
        let rows: Vec<(String, String, String, i64, i64)> = sqlx::query_as(
            "select code, name, severity, cast(sum(findings) as bigint), count(*) from
                 (select code, name, severity, source, ordinal, count(*) as findings
                  from finding group by code, name, severity, source, ordinal) as of_document
             group by code, name, severity",
        )
        .fetch_all(&self.pool)
        .await?;
        let mut res: Vec<RuleCount> = rows
            .into_iter()
            .map(|(code, name, severity, findings, documents)| RuleCount {
                code,
                name,
                severity: Severity::from_code(&severity).unwrap_or(Severity::Info),
                findings: number(findings),
                documents: number(documents),
            })
            .collect();
        res.sort_by(|a, b| (a.severity, &a.code, &a.name).cmp(&(b.severity, &b.code, &b.name)));
        Ok(res)
    }
}

/// Returns what a reader sees for a value of a facet.
pub(crate) fn label(facet: Facet, value: &str) -> String {
    match facet {
        Facet::Language => {
            Language::from_code(value).map_or_else(|| value.to_owned(), |it| it.name().to_owned())
        }
        Facet::Kind => value.replace('-', " "),
        _ => value.to_owned(),
    }
}

/// Sorts counts as a reader expects them: years in order, everything else by frequency, then by label.
pub(crate) fn in_order(facet: Facet, counts: &mut [Count]) {
    match facet {
        Facet::Year => {
            counts.sort_by_key(|it| it.value.parse::<i64>().unwrap_or(i64::MAX));
        }
        _ => counts.sort_by(|a, b| {
            b.count.cmp(&a.count).then_with(|| (&a.label, &a.value).cmp(&(&b.label, &b.value)))
        }),
    }
}

pub(crate) fn number(count: i64) -> u64 {
    u64::try_from(count).unwrap_or_default()
}
