//! The tables. A change here changes `FORMAT`: stores are rebuilt from the sources, never migrated.

/// Number of the format of tables, cards and index.
pub(crate) const FORMAT: &str = "3";

/// Order given to documents without a date: after every day.
pub(crate) const NO_DAY: i64 = 99_999_999;

/// Ordinal of findings about reading a source, which belong to no record.
pub(crate) const READING: i64 = -1;

/// The tables and their indexes, in SQL that PostgreSQL also runs.
pub(crate) const TABLES: &[&str] = &[
    "create table meta (key text primary key, value text not null)",
    "create table source (
        name text primary key, size bigint not null, modified bigint not null, changed bigint not null,
        sha256 text not null, charset text not null, media_type text not null, bytes bigint not null,
        text_is_file bigint not null, body text not null, marks text not null, lines bytea not null,
        described text, generation bigint not null)",
    "create index source_generation on source (generation)",
    "create table record (
        source text not null, ordinal bigint not null, begins bigint not null, base_id text not null, id text not null,
        title text not null, day_from bigint not null, day_to bigint not null,
        card text not null, record text not null, primary key (source, ordinal))",
    "create index record_id on record (id)",
    "create index record_base_id on record (base_id)",
    "create index record_day on record (day_from, source, ordinal)",
    "create table finding (
        source text not null, ordinal bigint not null, number bigint not null, code text not null,
        name text not null, severity text not null, finding text not null, quotations text not null,
        primary key (source, ordinal, number))",
    "create index finding_code on finding (code, name, severity, source, ordinal)",
    "create table facet (
        source text not null, ordinal bigint not null, facet text not null, value text not null,
        primary key (source, ordinal, facet, value))",
    "create index facet_value on facet (facet, value)",
    "create table correspondence (
        source text not null, ordinal bigint not null, correspondence text not null,
        primary key (source, ordinal))",
    "create table correspondence_key (
        source text not null, ordinal bigint not null, side text not null, key text not null,
        primary key (source, ordinal, side, key))",
    "create index correspondence_key_key on correspondence_key (key, side)",
    "create table naming (
        source text not null, ordinal bigint not null, form text not null, part text not null,
        kind text not null, primary key (source, ordinal, form, part, kind))",
    "create index naming_form on naming (form, part, kind)",
    "create table twin (
        source text not null, ordinal bigint not null, one text not null, other text not null,
        rule text not null, primary key (source, ordinal, one, other, rule))",
    "create table tombstone (source text primary key, generation bigint not null)",
];
