//! The queue of findings, by rule.

use regesta_model::Finding;
use serde::{Deserialize, Serialize};

use super::{
    document,
    overview::{RuleCount, number},
};
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

const OF_ONE_RULE: &str = "select source, ordinal, number, finding, quotations from finding
    where code = $3 order by source, ordinal, number limit $1 offset $2";

const OF_EVERY_RULE: &str = "select source, ordinal, number, finding, quotations from finding
    order by source, ordinal, number limit $1 offset $2";

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
        let rules = self.overview().await?.rules;
        let its = rules.iter().filter(|it| code.is_none_or(|code| code == it.code));
        let total = its.map(|it| it.findings).sum();
        let sql = if code.is_some() { OF_ONE_RULE } else { OF_EVERY_RULE };
        let mut page = sqlx::query_as::<_, (String, i64, i64, String, String)>(sql)
            .bind(i64::try_from(limit).unwrap_or(i64::MAX))
            .bind(i64::try_from(offset).unwrap_or(i64::MAX));
        if let Some(code) = code {
            page = page.bind(code);
        }
        let rows = page.fetch_all(&self.pool).await?;
        let mut findings = Vec::with_capacity(rows.len());
        for (source, ordinal, number, finding, quotations) in rows {
            let finding: Finding = serde_json::from_str(&finding)?;
            let (ordinal, number) = match ordinal {
                READING => self.among_its_documents(&source, &finding, number).await?,
                _ => (ordinal, number),
            };
            let place = self.place(&source, ordinal).await?;
            findings.push(QueuedFinding {
                title: place.as_ref().map_or(source, |(_, title)| title.clone()),
                document: place.map(|(id, _)| id),
                number: self::number(number).try_into().unwrap_or(usize::MAX),
                finding,
                quotations: serde_json::from_str(&quotations)?,
            });
        }
        Ok(Queue { rules, total, findings })
    }

    /// Returns the record on whose page something said about reading its source stands, and under which number: after what the
    /// rules found there.
    async fn among_its_documents(
        &self,
        source: &str,
        finding: &Finding,
        number: i64,
    ) -> Result<(i64, i64), StoreError> {
        let begins: Vec<i64> =
            sqlx::query_scalar("select begins from record where source = $1 order by ordinal")
                .bind(source)
                .fetch_all(&self.pool)
                .await?;
        let home = |it: &Finding| {
            let start = it.labels.first().map_or(0, |it| i64::from(it.span.start));
            begins.partition_point(|it| *it <= start).saturating_sub(1)
        };
        let own = home(finding);
        let all = document::findings(&self.pool, source, READING).await?;
        let so_far = usize::try_from(number).unwrap_or_default();
        let place = all.iter().take(so_far).filter(|it| home(it) == own).count();
        let ordinal = i64::try_from(own).unwrap_or_default();
        let of_rules: i64 =
            sqlx::query_scalar("select count(*) from finding where source = $1 and ordinal = $2")
                .bind(source)
                .bind(ordinal)
                .fetch_one(&self.pool)
                .await?;
        Ok((ordinal, of_rules + i64::try_from(place).unwrap_or_default()))
    }

    /// Returns id and title of a record.
    async fn place(
        &self,
        source: &str,
        ordinal: i64,
    ) -> Result<Option<(String, String)>, StoreError> {
        Ok(sqlx::query_as("select id, title from record where source = $1 and ordinal = $2")
            .bind(source)
            .bind(ordinal)
            .fetch_optional(&self.pool)
            .await?)
    }
}
