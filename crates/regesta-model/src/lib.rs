//! The nouns every stage passes on: source, span, layer, record, communication, statement, finding.
//!
//! Nothing here reads a file, knows a format or decides anything.

mod alignment;
mod communication;
mod entity;
mod evidence;
mod field;
mod finding;
mod language;
mod layer;
mod provision;
mod record;
mod reference;
mod source;
mod span;
mod statement;
mod table;

pub use alignment::{AlignedUnit, AlignmentStatus};
pub use communication::{
    Communication, CommunicationKind, Event, EventKind, NumberSeries, SeriesNumber,
};
pub use entity::{Entity, EntityKind};
pub use evidence::{CheckedRecord, Evidence};
pub use field::{Field, FieldName};
pub use finding::{Basis, Finding, FindingKind, Label, Severity};
pub use language::{Language, Script};
pub use layer::{Layer, LayerRole, Segment, SegmentKind};
pub use provision::{Modality, Provision, Request, RequestAct};
pub use record::Record;
pub use reference::{Reference, ReferenceKind};
pub use source::{Mark, MarkKind, Source};
pub use span::{Cited, ScalarPositions, Span};
pub use statement::{Comparator, DateBasis, DateMention, DateRole, NumberValue, Quantity};
pub use table::{
    CellHeading, Distribution, DistributionEntry, Phase, StrengthKind, StrengthReturn, Timetable,
};

/// Declares an enum whose variants have a stable code in JSON, in the store and in the interface.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every variant, in the order of declaration.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Returns the stable code used in JSON, in the store and in addresses.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// Returns the variant with this code, if there is one.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.code() == code)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.code())
            }
        }
    };
}
pub(crate) use coded;
