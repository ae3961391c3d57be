//! The table of files that lie in two archives under one number.

use std::sync::LazyLock;

use regesta_model::Reference;

use super::{leaves::is_plural, names::archive};

const DATA: &str = include_str!("../../../../data/reference_concordances.tsv");

struct Side {
    archive: &'static str,
    fond: &'static str,
    opis: &'static str,
}

static PAIRS: LazyLock<Vec<(Side, Side)>> = LazyLock::new(|| {
    let rows = crate::tables::rows(DATA);
    let read = |cells: Vec<&'static str>| {
        let [archive, fond, opis, other, other_fond, other_opis, ..] = cells[..] else {
            return None;
        };
        let other = Side { archive: other, fond: other_fond, opis: other_opis };
        Some((Side { archive, fond, opis }, other))
    };
    rows.filter_map(read).collect()
});

impl Side {
    fn fits(&self, reference: &Reference) -> bool {
        let named = [("archive", self.archive), ("fond", self.fond), ("opis", self.opis)];
        named.iter().all(|(part, value)| reference.part(part) == Some(value))
            && reference.part("delo").is_some()
    }

    /// Returns the same file on this side.
    fn of(&self, reference: &Reference) -> Option<Reference> {
        let holder = archive(self.archive)?;
        let mut res = reference.clone();
        for (part, value) in &mut res.parts {
            match part.as_str() {
                "archive" => *value = self.archive.to_owned(),
                "fond" => *value = self.fond.to_owned(),
                "opis" => *value = self.opis.to_owned(),
                _ => {}
            }
        }
        let part = |name: &str| res.part(name).unwrap_or_default().to_owned();
        let mut normal =
            format!("{}, f. {}, op. {}, d. {}", holder.code, self.fond, self.opis, part("delo"));
        let leaves = part("leaves");
        if !leaves.is_empty() {
            let label = if is_plural(&leaves) { "ll." } else { "l." };
            normal = format!("{normal}, {label} {leaves}");
        }
        res.normal = normal;
        Some(res)
    }
}

/// Returns where else the same file lies, by the table; the spans stay those of the reference given.
pub(crate) fn equivalents(reference: &Reference) -> Vec<Reference> {
    let sides = PAIRS.iter().flat_map(|(one, other)| [(one, other), (other, one)]);
    sides
        .filter(|(here, _)| here.fits(reference))
        .filter_map(|(_, there)| there.of(reference))
        .collect()
}
