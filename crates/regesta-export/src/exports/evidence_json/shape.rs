//! The shape of the public JSON: one struct for each object of the contract.

use serde::{Serialize, Serializer};

use super::statements::{
    DistributionJson, EntityJson, ProvisionJson, RequestJson, StrengthReturnJson, TimetableJson,
};

#[derive(Serialize)]
pub(super) struct FileJson<'a> {
    pub(super) format: &'static str,
    pub(super) version: u32,
    pub(super) source: SourceJson<'a>,
    pub(super) findings: Vec<FindingJson<'a>>,
    pub(super) records: Vec<RecordJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct SourceJson<'a> {
    pub(super) name: &'a str,
    pub(super) media_type: &'a str,
    pub(super) charset: &'a str,
    pub(super) sha256: &'a str,
    pub(super) bytes: u64,
    pub(super) chars: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct RecordJson<'a> {
    pub(super) id: &'a str,
    pub(super) source_id: Option<&'a str>,
    pub(super) segments: Vec<SegmentJson<'a>>,
    pub(super) layers: Vec<LayerJson<'a>>,
    pub(super) fields: Vec<FieldJson<'a>>,
    pub(super) communications: Vec<CommunicationJson<'a>>,
    pub(super) entities: Vec<EntityJson<'a>>,
    pub(super) dates: Vec<DateJson<'a>>,
    pub(super) quantities: Vec<QuantityJson<'a>>,
    pub(super) strength_returns: Vec<StrengthReturnJson<'a>>,
    pub(super) timetables: Vec<TimetableJson<'a>>,
    pub(super) distribution: Vec<DistributionJson<'a>>,
    pub(super) provisions: Vec<ProvisionJson<'a>>,
    pub(super) requests: Vec<RequestJson<'a>>,
    pub(super) references: Vec<ReferenceJson<'a>>,
    pub(super) alignments: Vec<AlignmentJson>,
    pub(super) findings: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct SpanJson<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) note: &'a str,
}

#[derive(Serialize)]
pub(super) struct SegmentJson<'a> {
    pub(super) kind: &'static str,
    pub(super) lang: Option<&'static str>,
    pub(super) spans: Vec<SpanJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct LayerJson<'a> {
    pub(super) id: &'a str,
    pub(super) role: &'static str,
    pub(super) lang: &'static str,
    pub(super) spans: Vec<SpanJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct FieldJson<'a> {
    pub(super) field: &'static str,
    pub(super) value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) edtf: Option<&'a str>,
    pub(super) spans: Vec<SpanJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct NameJson<'a> {
    pub(super) name: &'a str,
    pub(super) spans: Vec<SpanJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct NumberJson<'a> {
    pub(super) series: &'static str,
    pub(super) value: &'a str,
    pub(super) spans: Vec<SpanJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct EventJson<'a> {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) edtf: &'a str,
    pub(super) zone: Option<&'a str>,
    pub(super) place: Option<NameJson<'a>>,
    pub(super) spans: Vec<SpanJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct CommunicationJson<'a> {
    pub(super) id: &'a str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) enclosed_in: Option<&'a str>,
    pub(super) in_reply_to: &'a [String],
    pub(super) senders: Vec<NameJson<'a>>,
    pub(super) recipients: Vec<NameJson<'a>>,
    pub(super) via: Vec<NameJson<'a>>,
    #[serde(rename = "for")]
    pub(super) for_transmission_to: Vec<NameJson<'a>>,
    pub(super) signatories: Vec<NameJson<'a>>,
    pub(super) numbers: Vec<NumberJson<'a>>,
    pub(super) events: Vec<EventJson<'a>>,
    pub(super) spans: Vec<SpanJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct DateJson<'a> {
    pub(super) edtf: &'a str,
    pub(super) role: &'static str,
    pub(super) basis: &'static str,
    pub(super) lang: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) impossible: Option<&'a str>,
    pub(super) spans: Vec<SpanJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct QuantityJson<'a> {
    pub(super) id: String,
    pub(super) value: ValueJson,
    pub(super) unit: &'a str,
    pub(super) approx: bool,
    pub(super) comparator: Option<&'static str>,
    pub(super) lang: &'static str,
    pub(super) spans: Vec<SpanJson<'a>>,
}

/// An integer, a decimal, `[low, high]` or `"1/3"`.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum ValueJson {
    Whole(i64),
    Decimal(f64),
    Range([i64; 2]),
    Fraction(String),
}

#[derive(Serialize)]
pub(super) struct ReferenceJson<'a> {
    pub(super) kind: &'static str,
    pub(super) normal: &'a str,
    pub(super) parts: PartsJson<'a>,
    pub(super) missing: &'a [String],
    pub(super) spans: Vec<SpanJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct PlaceJson {
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Serialize)]
pub(super) struct AlignmentJson {
    pub(super) source: Vec<PlaceJson>,
    pub(super) target: Vec<PlaceJson>,
    pub(super) status: &'static str,
    pub(super) score: f64,
}

#[derive(Serialize)]
pub(super) struct FindingJson<'a> {
    pub(super) code: &'a str,
    pub(super) name: &'a str,
    pub(super) severity: &'static str,
    pub(super) message: &'a str,
    pub(super) basis: &'static str,
    pub(super) spans: Vec<SpanJson<'a>>,
    pub(super) fix: Option<&'a str>,
}

/// Named parts in the order of the normal form.
pub(super) struct PartsJson<'a>(pub(super) &'a [(String, String)]);

impl Serialize for PartsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
