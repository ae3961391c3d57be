//! Bytes to evidence: read, describe, check, in this order and nothing else. Where one of them panics, a finding says so.

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use regesta_describe::{RepeatedLines, Volume};
use regesta_model::{CheckedRecord, Evidence, Finding, FindingKind, Source};
use regesta_read::{Reading, faults};

use crate::guarding::{attempt, undescribed, unread};

/// What decides what a document gives: stores made by another engine are built again.
pub(crate) const ENGINE: &str = concat!(env!("CARGO_PKG_VERSION"), " ", env!("REGESTA_ENGINE"));

/// Reads, describes and checks one source; a pure function of its arguments.
pub(crate) fn evidence(
    name: &str,
    bytes: &[u8],
    repeated: &RepeatedLines,
) -> Result<Evidence, Box<Finding>> {
    let Reading { source, findings } = read(name, bytes)?;
    let records = records(&source, repeated)?;
    Ok(Evidence { source, findings, records })
}

/// Reads one source.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Reading, Box<Finding>> {
    attempt(|| unread(name), || regesta_read::read(name, bytes))
}

/// Describes and checks the documents of a source that was read.
pub(crate) fn records(
    source: &Source,
    repeated: &RepeatedLines,
) -> Result<Vec<CheckedRecord>, Box<Finding>> {
    let checked = |record| {
        let findings = regesta_check::check(&source.text, &record);
        CheckedRecord { record, findings }
    };
    let work = || {
        let volume = Volume::new(source);
        let described = (0..volume.len()).into_par_iter().map(|it| volume.describe(it, repeated));
        described.flatten().map(checked).collect()
    };
    attempt(|| undescribed(&source.name), work)
}

/// Returns every kind of finding, in the order of codes.
pub(crate) fn kinds() -> Vec<FindingKind> {
    let rules = regesta_check::rules::ALL.iter().map(|it| it.kind);
    let mut res: Vec<FindingKind> = faults::ALL.iter().copied().chain(rules).collect();
    res.sort_by_key(|it| it.code);
    res
}
