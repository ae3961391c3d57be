//! The ways in which one file holds many documents: a file each, with its page of cases.

use std::ops::Range;

use crate::volume::{Start, Survey};

mod catalogue_records;
mod mail_folder;
mod named_papers;
mod numbered_documents;
mod numbered_telegrams;
mod paged_papers;
mod pasted_mails;
mod separated_papers;

/// A way in which one file holds many documents.
pub struct VolumeForm {
    /// Kebab-case name, that of its file and page.
    pub name: &'static str,
    /// Markdown page with cases.
    pub page: &'static str,
    /// Finds where the documents begin, two at least; nothing where the file is not of this form.
    pub(crate) find: fn(&Survey<'_>) -> Vec<Start>,
}

impl std::fmt::Debug for VolumeForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("VolumeForm").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Every form, the surest first: the first that fits a file divides it.
pub const ALL: &[VolumeForm] = &[
    mail_folder::FORM,
    named_papers::FORM,
    paged_papers::FORM,
    catalogue_records::FORM,
    numbered_documents::FORM,
    separated_papers::FORM,
    numbered_telegrams::FORM,
    pasted_mails::FORM,
];

/// Returns the documents that begin at these lines, each to the next, the last to the end.
fn parts(survey: &Survey<'_>, starts: &[usize]) -> Vec<Range<usize>> {
    let ends = starts.iter().skip(1).copied().chain([survey.lines.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Says whether at least so many in a hundred of some documents show something.
fn most(parts: &[Range<usize>], percent: usize, shows: impl Fn(&Range<usize>) -> bool) -> bool {
    parts.iter().filter(|it| shows(it)).count() * 100 >= parts.len() * percent
}
