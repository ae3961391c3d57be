//! Bytes to evidence: read, describe, check, in this order and nothing else.

use regesta_describe::RepeatedLines;
use regesta_model::{CheckedRecord, Evidence};

/// Reads, describes and checks one source; a pure function of its arguments.
pub(crate) fn evidence(name: &str, bytes: &[u8], repeated: &RepeatedLines) -> Evidence {
    let reading = regesta_read::read(name, bytes);
    let source = reading.source;
    let records = regesta_describe::describe(&source, repeated)
        .into_iter()
        .map(|record| {
            let findings = regesta_check::check(&source.text, &record);
            CheckedRecord { record, findings }
        })
        .collect();
    Evidence { source, findings: reading.findings, records }
}
