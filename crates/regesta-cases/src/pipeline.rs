//! The public pipeline on the input of a case.

use regesta_model::{CheckedRecord, Evidence};

use crate::{Case, case::LANGUAGES};

/// Reads, describes and checks the input of a case as the command line would.
///
/// Blocks named after languages are joined with blank lines into one plain text; an `html` or `hex` block is a file of its own.
///
/// # Errors
///
/// Says why a `hex` block is no bytes.
pub fn evidence(case: &Case) -> Result<Evidence, String> {
    let (name, bytes) = file(case)?;
    let reading = regesta_read::read(&name, &bytes);
    let source = reading.source;
    let records = regesta_describe::describe(&source, &Default::default())
        .into_iter()
        .map(|record| {
            let findings = regesta_check::check(&source.text, &record);
            CheckedRecord { record, findings }
        })
        .collect();
    Ok(Evidence { source, findings: reading.findings, records })
}

fn file(case: &Case) -> Result<(String, Vec<u8>), String> {
    let named = |name: &str| {
        let given = case.inputs.iter().find_map(|it| it.name.clone());
        given.unwrap_or_else(|| name.to_owned())
    };
    let of_kind = |kind: &str| case.inputs.iter().find(|it| it.kind == kind);
    if let Some(input) = of_kind("html") {
        return Ok((named("case.html"), input.words.clone().into_bytes()));
    }
    if let Some(input) = of_kind("hex") {
        return Ok((named("case.txt"), bytes(&input.words)?));
    }
    let texts = case.inputs.iter().filter(|it| LANGUAGES.contains(&it.kind.as_str()));
    let texts: Vec<&str> = texts.map(|it| it.words.as_str()).collect();
    Ok((named("case.txt"), texts.join("\n").into_bytes()))
}

fn bytes(words: &str) -> Result<Vec<u8>, String> {
    let byte = |it| u8::from_str_radix(it, 16).map_err(|_| format!("`{it}` is no byte"));
    words.split_whitespace().map(byte).collect()
}
