//! Turns records into the bytes of a format; exporters do not know each other.

pub mod dates;
pub mod exports;
