//! The public JSON of `inspect --json`: everything known of one source, offsets in Unicode scalars.

use regesta_model::{
    AlignedUnit, CheckedRecord, Cited, Communication, Evidence, Finding, NumberValue, Reference,
    ScalarPositions, Source, Span,
};
use serde::Serialize;

use super::Export;

use self::shape::{
    AlignmentJson, CommunicationJson, DateJson, EventJson, FieldJson, FileJson, FindingJson,
    LayerJson, NameJson, NumberJson, PartsJson, PlaceJson, QuantityJson, RecordJson, ReferenceJson,
    SegmentJson, SourceJson, SpanJson, ValueJson,
};

mod shape;

pub(super) const EXPORT: Export = Export {
    name: "evidence-json",
    media_type: "application/json",
    page: include_str!("evidence_json.md"),
    export,
};

/// Returns the JSON document, indented, with a newline at its end.
pub fn export(evidence: &Evidence) -> Vec<u8> {
    let quotes = Quotes::new(&evidence.source.text);
    let file = FileJson {
        format: "regesta",
        version: 1,
        source: source(&evidence.source),
        findings: quotes.findings(&evidence.findings),
        records: evidence.records.iter().map(|it| record(&quotes, it)).collect(),
    };
    let mut res = Vec::new();
    // Writing plain structs with string keys to memory cannot fail; were it ever to, what was written stands.
    let _ = serde_json::to_writer_pretty(&mut res, &file);
    res.push(b'\n');
    res
}

/// Returns findings as the contract spells them, spans quoted from the reading text they point into.
pub fn findings<'a>(text: &'a str, findings: &'a [Finding]) -> Vec<impl Serialize + 'a> {
    Quotes::new(text).findings(findings)
}

/// A reading text that turns byte spans into quoted scalar spans.
struct Quotes<'a> {
    text: &'a str,
    positions: ScalarPositions<'a>,
}

impl<'a> Quotes<'a> {
    fn new(text: &'a str) -> Self {
        Quotes { text, positions: ScalarPositions::new(text) }
    }

    fn span(&self, span: Span, note: &'a str) -> SpanJson<'a> {
        let PlaceJson { start, end } = self.place(span);
        SpanJson { start, end, text: span.of(self.text), note }
    }

    fn spans(&self, spans: &[Span]) -> Vec<SpanJson<'a>> {
        spans.iter().map(|it| self.span(*it, "")).collect()
    }

    fn place(&self, span: Span) -> PlaceJson {
        let range = span.range();
        PlaceJson { start: self.positions.at(range.start), end: self.positions.at(range.end) }
    }

    fn name(&self, name: &'a Cited<String>) -> NameJson<'a> {
        NameJson { name: &name.value, spans: self.spans(&name.spans) }
    }

    fn names(&self, names: &'a [Cited<String>]) -> Vec<NameJson<'a>> {
        names.iter().map(|it| self.name(it)).collect()
    }

    fn findings(&self, findings: &'a [Finding]) -> Vec<FindingJson<'a>> {
        let spans = |it: &'a Finding| {
            it.labels.iter().map(|label| self.span(label.span, &label.note)).collect()
        };
        findings
            .iter()
            .map(|it| FindingJson {
                code: &it.code,
                name: &it.name,
                severity: it.severity.code(),
                message: &it.message,
                basis: it.basis.code(),
                spans: spans(it),
                fix: it.fix.as_deref(),
            })
            .collect()
    }
}

fn source(source: &Source) -> SourceJson<'_> {
    SourceJson {
        name: &source.name,
        media_type: &source.media_type,
        charset: &source.charset,
        sha256: &source.sha256,
        bytes: source.bytes,
        chars: source.text.chars().count(),
        text: (!source.text_is_file).then_some(source.text.as_str()),
    }
}

fn record<'a>(quotes: &Quotes<'a>, checked: &'a CheckedRecord) -> RecordJson<'a> {
    let record = &checked.record;
    let segments = record.segments.iter().map(|it| SegmentJson {
        kind: it.kind.code(),
        lang: it.language.map(|language| language.code()),
        spans: quotes.spans(&it.spans),
    });
    let layers = record.layers.iter().map(|it| LayerJson {
        id: &it.id,
        role: it.role.code(),
        lang: it.language.code(),
        spans: quotes.spans(&it.spans),
    });
    let fields = record.fields.iter().map(|it| FieldJson {
        field: it.name.code(),
        value: &it.value,
        edtf: it.edtf.as_deref(),
        spans: quotes.spans(&it.spans),
    });
    let dates = record.dates.iter().map(|it| DateJson {
        edtf: &it.edtf,
        role: it.role.code(),
        basis: it.basis.code(),
        lang: it.language.code(),
        impossible: it.impossible.as_deref(),
        spans: quotes.spans(&it.spans),
    });
    let quantities = record.quantities.iter().map(|it| QuantityJson {
        value: value(it.value),
        unit: &it.unit,
        approx: it.approximate,
        comparator: it.comparator.map(|comparator| comparator.code()),
        lang: it.language.code(),
        spans: quotes.spans(&it.spans),
    });
    RecordJson {
        id: &record.id,
        source_id: record.source_id.as_deref(),
        segments: segments.collect(),
        layers: layers.collect(),
        fields: fields.collect(),
        communications: record.communications.iter().map(|it| communication(quotes, it)).collect(),
        entities: [],
        dates: dates.collect(),
        quantities: quantities.collect(),
        strength_returns: [],
        timetables: [],
        distribution: [],
        provisions: [],
        requests: [],
        references: record.references.iter().map(|it| reference(quotes, it)).collect(),
        alignments: record.alignments.iter().map(|it| alignment(quotes, it)).collect(),
        findings: quotes.findings(&checked.findings),
    }
}

fn communication<'a>(quotes: &Quotes<'a>, it: &'a Communication) -> CommunicationJson<'a> {
    let numbers = it.numbers.iter().map(|it| NumberJson {
        series: it.series.code(),
        value: &it.value,
        spans: quotes.spans(&it.spans),
    });
    let events = it.events.iter().map(|it| EventJson {
        kind: it.kind.code(),
        edtf: &it.edtf,
        zone: it.zone.as_deref(),
        place: it.place.as_ref().map(|place| quotes.name(place)),
        spans: quotes.spans(&it.spans),
    });
    CommunicationJson {
        id: &it.id,
        kind: it.kind.code(),
        enclosed_in: it.enclosed_in.as_deref(),
        in_reply_to: &it.in_reply_to,
        senders: quotes.names(&it.senders),
        recipients: quotes.names(&it.recipients),
        via: quotes.names(&it.via),
        for_transmission_to: quotes.names(&it.for_transmission_to),
        signatories: quotes.names(&it.signatories),
        numbers: numbers.collect(),
        events: events.collect(),
        spans: quotes.spans(&it.spans),
    }
}

fn reference<'a>(quotes: &Quotes<'a>, it: &'a Reference) -> ReferenceJson<'a> {
    ReferenceJson {
        kind: it.kind.code(),
        normal: &it.normal,
        parts: PartsJson(&it.parts),
        missing: &it.missing,
        spans: quotes.spans(&it.spans),
    }
}

fn alignment(quotes: &Quotes<'_>, it: &AlignedUnit) -> AlignmentJson {
    let places = |spans: &[Span]| spans.iter().map(|it| quotes.place(*it)).collect();
    AlignmentJson {
        source: places(&it.source),
        target: places(&it.target),
        status: it.status.code(),
        score: it.score,
    }
}

/// Returns a number as the public JSON writes it: an integer, a decimal, `[low, high]` or a fraction as `"1/3"`.
pub fn number(value: NumberValue) -> serde_json::Value {
    serde_json::to_value(self::value(value)).unwrap_or_default()
}

fn value(value: NumberValue) -> ValueJson {
    match value {
        NumberValue::Whole(value) => ValueJson::Whole(value),
        NumberValue::Decimal(value) => ValueJson::Decimal(value),
        NumberValue::Range(from, to) => ValueJson::Range([from, to]),
        NumberValue::Fraction(part, whole) => ValueJson::Fraction(format!("{part}/{whole}")),
    }
}
