//! Things that come in many kinds: where they live and how they are listed.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

/// A thing that comes in many kinds, one file and one page each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// A fault to look for
    Rule,
    /// A format to read
    Format,
    /// A group of catalogue fields
    Field,
    /// A kind of statement
    Statement,
    /// A way in which one file holds many documents
    Volume,
    /// A format to write
    Export,
    /// A page of the reading room
    Page,
}

impl Kind {
    /// The kinds that have a Markdown page with cases and a list called `ALL`.
    pub(crate) const LISTED: &[Kind] =
        &[Kind::Rule, Kind::Format, Kind::Field, Kind::Statement, Kind::Volume, Kind::Export];

    /// Returns the folder of the kind.
    pub(crate) fn folder(self, root: &Path) -> PathBuf {
        root.join(match self {
            Kind::Rule => "crates/regesta-check/src/rules",
            Kind::Format => "crates/regesta-read/src/formats",
            Kind::Field => "crates/regesta-describe/src/fields",
            Kind::Statement => "crates/regesta-describe/src/statements",
            Kind::Volume => "crates/regesta-describe/src/volumes",
            Kind::Export => "crates/regesta-export/src/exports",
            Kind::Page => "crates/regesta-serve/src/pages",
        })
    }

    /// Returns what each file of the kind calls its constant.
    pub(crate) fn constant(self) -> &'static str {
        match self {
            Kind::Rule => "RULE",
            Kind::Format => "FORMAT",
            Kind::Volume => "FORM",
            Kind::Field | Kind::Statement => "READER",
            Kind::Export => "EXPORT",
            Kind::Page => "PAGE",
        }
    }
}

/// Returns the entries of a list called `ALL`: the names of modules, in its order.
pub(crate) fn listed(source: &str, constant: &str) -> Vec<String> {
    let entry = format!("::{constant}");
    let Some(list) = list(source) else { return Vec::new() };
    let entries = source.get(list).unwrap_or_default().split(',');
    entries.filter_map(|it| it.trim().strip_suffix(&entry).map(str::to_owned)).collect()
}

/// Returns where the entries of `ALL` stand in a file, without the brackets.
pub(crate) fn list(source: &str) -> Option<std::ops::Range<usize>> {
    let start = source.find("pub const ALL")?;
    let value = start + source.get(start..)?.find('=')?;
    let open = value + source.get(value..)?.find('[')? + 1;
    let close = open + source.get(open..)?.find(']')?;
    Some(open..close)
}
