//! The queue of findings, by rule.

use regesta_model::Finding;
use serde::{Deserialize, Serialize};

use super::overview::{RuleCount, number};
use crate::{Store, StoreError, schema::READING};

/// Words a finding points at, with what stands around them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// Words before, from the same line.
    pub before: String,
    /// The words.
    pub words: String,
    /// Words after, from the same line.
    pub after: String,
    /// What is to be seen there.
    pub note: String,
    /// Language code of the words' layer.
    pub language: String,
}

/// A finding in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedFinding {
    /// Id of the document, where the source gave one.
    pub document: Option<String>,
    /// Title of the document, or name of the file.
    pub title: String,
    /// Place of the finding among its document's, from 1: the number of its margin note.
    pub number: usize,
    /// The finding.
    pub finding: Finding,
    /// The words it points at.
    pub quotations: Vec<Quotation>,
}

/// A page of the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// Every rule that speaks, errors first.
    pub rules: Vec<RuleCount>,
    /// How many findings the queue holds.
    pub total: u64,
    /// The page of findings asked for, by document, then by place.
    pub findings: Vec<QueuedFinding>,
}

impl Store {
    /// Returns a page of the findings, of one rule or of all.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn queue(
        &self,
        code: Option<&str>,
        offset: usize,
        limit: usize,
    ) -> Result<Queue, StoreError> {
        let rules = self.rules().await?;
        let its = rules.iter().filter(|it| code.is_none_or(|code| code == it.code));
        let total = its.map(|it| it.findings).sum();
        let rows: Vec<(String, i64, i64, String, String)> = sqlx::query_as(
            "select source, ordinal, number, finding, quotations from finding
             where code = $1 or $1 = '' order by source, ordinal, number limit $2 offset $3",
        )
        .bind(code.unwrap_or_default())
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .bind(i64::try_from(offset).unwrap_or(i64::MAX))
        .fetch_all(&self.pool)
        .await?;
        let mut findings = Vec::with_capacity(rows.len());
        for (source, ordinal, number, finding, quotations) in rows {
            let place = self.place(&source, ordinal).await?;
            findings.push(QueuedFinding {
                title: place.as_ref().map_or(source, |(_, title)| title.clone()),
                document: place.map(|(id, _)| id),
                number: self::number(number).try_into().unwrap_or(usize::MAX),
                finding: serde_json::from_str(&finding)?,
                quotations: serde_json::from_str(&quotations)?,
            });
        }
        Ok(Queue { rules, total, findings })
    }

    /// Returns id and title of a record; of the first of its source for a finding about reading it.
    async fn place(
        &self,
        source: &str,
        ordinal: i64,
    ) -> Result<Option<(String, String)>, StoreError> {
        let ordinal = if ordinal == READING { 0 } else { ordinal };
        Ok(sqlx::query_as("select id, title from record where source = $1 and ordinal = $2")
            .bind(source)
            .bind(ordinal)
            .fetch_optional(&self.pool)
            .await?)
    }
}
