//! Who is who in the collection: one entry for each person or organisation, whatever spellings the documents use.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use regesta_relate::{
    Part, Twin,
    decisions::{self, Decision},
    unify::{self, FormUse, Named},
};
use sqlx::{QueryBuilder, Row as _, Sqlite};

use super::{correspondence::Neighbour, overview::number};
use crate::{
    Store, StoreError,
    store::{meta, set_meta},
};

/// Under which key of the store's notes the editor's file stands as it was when the folder was last built.
const KEY: &str = "decisions/names.toml";

/// Everybody whom the collection names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Persons and organisations, the most frequent first.
    pub all: Vec<Named>,
    /// In how many documents each of them stands, by part.
    pub documents: Vec<Appearances>,
    /// Forms that a decision names and no document does, with the line of the decision.
    pub unknown: Vec<(usize, String)>,
    /// The decisions that were obeyed.
    pub decisions: Vec<Decision>,
}

impl Names {
    /// Finds whose form this is, by its place.
    pub fn place_of(&self, form: &str) -> Option<usize> {
        self.all.iter().position(|it| it.forms.iter().any(|it| it.of.form == form))
    }
}

/// In how many documents somebody stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Appearances {
    /// In any part.
    pub all: u64,
    /// As a sender.
    pub sent: u64,
    /// As a recipient.
    pub received: u64,
    /// In the words.
    pub mentioned: u64,
}

/// A document that names somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appearance {
    /// The document.
    pub document: Neighbour,
    /// In what parts it names them.
    pub parts: Vec<Part>,
    /// By which forms.
    pub forms: Vec<String>,
}

impl Store {
    /// Notes what the editor decided on names; the reading room obeys it from here on.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn note_decisions(&self, file: &str) -> Result<(), StoreError> {
        if meta(&self.pool, KEY).await?.unwrap_or_default() == file {
            return Ok(());
        }
        set_meta(&self.pool, KEY, file).await
    }

    /// Returns everybody whom the collection names; made once for what was written last and what the editor decided.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn names(&self) -> Result<Arc<Names>, StoreError> {
        let generation = meta(&self.pool, "generation").await?.unwrap_or_default();
        let file = meta(&self.pool, KEY).await?.unwrap_or_default();
        let of = format!("{generation}\n{file}");
        let mut remembered = self.remembered.names.lock().await;
        if let Some((_, known)) = remembered.as_ref().filter(|it| it.0 == of) {
            return Ok(Arc::clone(known));
        }
        // The file was read when it was noted; what no longer can be read decides nothing.
        let decisions = decisions::read(&file).unwrap_or_default();
        let uses = self.form_uses().await?;
        let twins: Vec<(String, String, String)> =
            sqlx::query_as("select distinct one, other, rule from twin order by one, other, rule")
                .fetch_all(&self.pool)
                .await?;
        let twin = |(one, other, rule): (String, String, String)| Twin { one, other, rule };
        let twins: Vec<Twin> = twins.into_iter().map(twin).collect();
        let unknown = unify::unknown(&uses, &decisions);
        let all = unify::unify(&uses, &twins, &decisions);
        let documents = self.counted(&all).await?;
        let made = Arc::new(Names { all, documents, unknown, decisions });
        *remembered = Some((of, Arc::clone(&made)));
        Ok(made)
    }

    /// Counts the documents of each: a document that uses two forms counts once.
    async fn counted(&self, all: &[Named]) -> Result<Vec<Appearances>, StoreError> {
        let mut places: HashMap<&str, usize> = HashMap::new();
        for (at, it) in all.iter().enumerate() {
            places.extend(it.forms.iter().map(|form| (form.of.form.as_str(), at)));
        }
        let mut res = vec![Appearances::default(); all.len()];
        let rows =
            sqlx::query("select source, ordinal, form, part from naming order by source, ordinal")
                .fetch_all(&self.pool)
                .await?;
        let mut document: (String, i64) = Default::default();
        let mut seen: BTreeSet<(usize, Option<Part>)> = BTreeSet::new();
        for row in rows {
            let (source, ordinal): (&str, i64) = (row.try_get(0)?, row.try_get(1)?);
            if (document.0.as_str(), document.1) != (source, ordinal) {
                document = (source.to_owned(), ordinal);
                seen.clear();
            }
            let (form, code): (&str, &str) = (row.try_get(2)?, row.try_get(3)?);
            let Some(at) = places.get(form).copied() else { continue };
            let Some(its) = res.get_mut(at) else { continue };
            its.all += u64::from(seen.insert((at, None)));
            let part = Part::ALL.into_iter().find(|it| it.code() == code);
            if part.is_some() && seen.insert((at, part)) {
                match part {
                    Some(Part::Sender) => its.sent += 1,
                    Some(Part::Recipient) => its.received += 1,
                    _ => its.mentioned += 1,
                }
            }
        }
        Ok(res)
    }

    async fn form_uses(&self) -> Result<Vec<FormUse>, StoreError> {
        let rows: Vec<(String, String, String, i64)> = sqlx::query_as(
            "select form, part, max(kind), count(*) from naming group by form, part
             order by form, part",
        )
        .fetch_all(&self.pool)
        .await?;
        let mut res: BTreeMap<String, FormUse> = BTreeMap::new();
        for (form, part, kind, count) in rows {
            let Some(part) = Part::ALL.into_iter().find(|it| it.code() == part) else { continue };
            let its =
                res.entry(form.clone()).or_insert_with(|| FormUse { form, ..FormUse::default() });
            its.kind = its.kind.clone().max(kind);
            its.documents.insert(part, number(count));
        }
        Ok(res.into_values().collect())
    }

    /// Returns the documents that name somebody by one of these forms, by date.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn appearances(&self, forms: &[&str]) -> Result<Vec<Appearance>, StoreError> {
        let mut res: BTreeMap<(i64, String), Appearance> = BTreeMap::new();
        for some in forms.chunks(200) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "select record.id, record.title, record.day_from, record.card, naming.form, naming.part
                 from naming join record
                 on record.source = naming.source and record.ordinal = naming.ordinal
                 where naming.form in (",
            );
            let mut list = query.separated(", ");
            for form in some {
                list.push_bind(*form);
            }
            query.push(") order by record.day_from, record.id, naming.form");
            type Row = (String, String, i64, String, String, String);
            for (id, title, day, card, form, part) in
                query.build_query_as::<Row>().fetch_all(&self.pool).await?
            {
                let card: crate::card::Card = serde_json::from_str(&card)?;
                let document = Neighbour { id: id.clone(), title, day, date: card.date };
                let known = res.entry((day, id)).or_insert_with(|| Appearance {
                    document,
                    parts: Vec::new(),
                    forms: Vec::new(),
                });
                let part = Part::ALL.into_iter().find(|it| it.code() == part);
                known.parts.extend(part.filter(|it| !known.parts.contains(it)));
                if !known.forms.contains(&form) {
                    known.forms.push(form);
                }
            }
        }
        let mut res: Vec<Appearance> = res.into_values().collect();
        for it in &mut res {
            it.parts.sort_unstable();
        }
        Ok(res)
    }
}
