//! What a new kind begins with; it compiles, finds nothing, and says where to go on.

use crate::kinds::Kind;

/// Returns the code of a new kind.
pub(super) fn source(kind: Kind, name: &str, code: &str) -> String {
    let template = match kind {
        Kind::Rule => RULE,
        Kind::Format => FORMAT,
        Kind::Field => FIELD,
        Kind::Statement => STATEMENT,
        Kind::Volume => VOLUME,
        Kind::Export => EXPORT,
        Kind::Page => PAGE,
    };
    filled(template, name, code)
}

/// Returns the page of a new kind: documentation with cases, or the template of a page of the reading room.
pub(super) fn page(kind: Kind, name: &str, code: &str) -> String {
    let template = match kind {
        Kind::Rule => RULE_PAGE,
        Kind::Page => HTML,
        _ => OTHER_PAGE,
    };
    filled(template, name, code)
}

/// Says what to do next.
pub(super) fn next(kind: Kind) -> &'static str {
    match kind {
        Kind::Page => {
            "Next: write the template, then what it shows; link the page from where a reader would look for it; \
             add a line to CHANGELOG.md; run `cargo xtask check`."
        }
        Kind::Rule => {
            "Next: write the page first, with a case in which something is found and one in which nothing is; then the \
             function; see what comes out with `cargo xtask bless` and read the difference; add a line to CHANGELOG.md; \
             run `cargo xtask check`."
        }
        _ => {
            "Next: write the page first, with its cases; then the function; see what comes out with `cargo xtask bless` \
             and read the difference; add a line to CHANGELOG.md; run `cargo xtask check`."
        }
    }
}

fn filled(template: &str, name: &str, code: &str) -> String {
    let mut type_name = String::new();
    for word in name.split('-') {
        let mut letters = word.chars();
        type_name.extend(letters.next().map(|it| it.to_ascii_uppercase()));
        type_name.push_str(letters.as_str());
    }
    let words = name.replace('-', " ");
    let title: String = words.chars().take(1).map(|it| it.to_ascii_uppercase()).collect();
    let title = format!("{title}{}", words.get(1..).unwrap_or_default());
    template
        .replace("{{stem}}", &name.replace('-', "_"))
        .replace("{{Type}}", &type_name)
        .replace("{{Title}}", &title)
        .replace("{{words}}", &words)
        .replace("{{name}}", name)
        .replace("{{code}}", code)
}

const RULE: &str = r#"//! {{code}}: {{words}}.

use regesta_model::{Basis, Finding, FindingKind, Record, Severity};

use crate::Rule;

pub(super) const RULE: Rule = Rule {
    kind: FindingKind {
        code: "{{code}}",
        name: "{{name}}",
        severity: Severity::Warning,
        basis: Basis::Text,
        page: include_str!("{{stem}}.md"),
    },
    check,
};

fn check(text: &str, record: &Record) -> Vec<Finding> {
    let _ = (text, record);
    Vec::new()
}
"#;

const RULE_PAGE: &str = r"# {{name}} ({{code}})

## What it finds

## Why an editor cares

## When it is silent

## What to do

## A case in which it is found

```ru
Прошу Ваших указаний.
```

```en
Please give instructions.
```

```expect
```

## A case in which nothing is found

```en
Please give instructions.
```

```expect
```
";

const FORMAT: &str = r#"//! {{Title}}: what such files are and how their words are read.

use super::{File, Format, Words};

/// {{Title}}.
pub(super) const FORMAT: Format = Format {
    name: "{{name}}",
    page: include_str!("{{stem}}.md"),
    recognises,
    read,
};

fn recognises(file: &File<'_>) -> bool {
    let _ = file.bytes;
    false
}

fn read(file: &File<'_>) -> Words {
    let _ = file.bytes;
    Words::default()
}
"#;

const FIELD: &str = r#"//! {{Title}}: where a page says it.

use regesta_model::Field;

use super::FieldReader;
use crate::Context;

pub(super) const READER: FieldReader =
    FieldReader { name: "{{name}}", fields: &[], page: include_str!("{{stem}}.md"), read };

fn read(context: &Context<'_>) -> Vec<Field> {
    let _ = context.page.text;
    Vec::new()
}
"#;

const STATEMENT: &str = r#"//! {{Title}}: what the words state.

use regesta_model::Record;

use super::StatementReader;
use crate::Context;

pub(super) const READER: StatementReader =
    StatementReader { name: "{{name}}", page: include_str!("{{stem}}.md"), read };

fn read(context: &Context<'_>, record: &mut Record) {
    let _ = (context.page.text, record);
}
"#;

const VOLUME: &str = r#"//! {{Title}}: what the file looks like.

use super::VolumeForm;
use crate::volume::{Start, Survey};

pub(super) const FORM: VolumeForm =
    VolumeForm { name: "{{name}}", page: include_str!("{{stem}}.md"), find };

fn find(_survey: &Survey<'_>) -> Vec<Start> {
    Vec::new()
}
"#;

const EXPORT: &str = r#"//! {{Title}}: records as another program wants them.

use regesta_model::Evidence;

use super::Export;

pub(super) const EXPORT: Export = Export {
    name: "{{name}}",
    media_type: "text/plain",
    page: include_str!("{{stem}}.md"),
    export,
};

fn export(evidence: &Evidence) -> Vec<u8> {
    let _ = evidence;
    Vec::new()
}
"#;

const OTHER_PAGE: &str = r"# {{name}}

## A case

```en
Please give instructions.
```

```expect
```
";

const PAGE: &str = r#"//! {{Title}}.

use std::sync::Arc;

use askama::Template;
use axum::response::Response;

use crate::frame::{Collection, Frame, Here};

#[derive(Template)]
#[template(path = "{{stem}}.html")]
struct {{Type}} {
    frame: Frame,
}

/// Shows the page.
pub(crate) fn page(collection: &Arc<Collection>) -> Response {
    super::shown(&{{Type}} { frame: Frame::new(collection, Here::Elsewhere) })
}
"#;

const HTML: &str = r#"{% extends "layout.html" %}
{% block title %}{{Title}}{% endblock %}
{% block main %}
<article class="page prose">
<header class="opening"><h1>{{Title}}</h1></header>
</article>
{% endblock %}
"#;
