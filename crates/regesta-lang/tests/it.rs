//! Properties of the readings, and measurements on tables of real specimens where these are at hand.

#[path = "it/citations.rs"]
mod citations;
#[path = "it/dates.rs"]
mod dates;
#[path = "it/langid.rs"]
mod langid;
#[path = "it/names.rs"]
mod names;
#[path = "it/references.rs"]
mod references;
#[path = "it/translations.rs"]
mod translations;
