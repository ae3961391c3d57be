//! Places: what each name stands for.

use regesta_lang::places;

use super::lines;
use crate::Case;

/// Shows the places of each line with the form that was recognised, its years, and where they are.
pub fn render(case: &Case) -> String {
    let show = |(_, line): (_, &str)| {
        let found = places::find(line);
        if found.is_empty() {
            return format!("{line} -> nothing\n");
        }
        found.iter().map(|it| format!("{line} -> {}\n", described(it))).collect()
    };
    lines(case).map(show).collect()
}

fn described(found: &places::Found) -> String {
    let year = |it: Option<u16>| it.map(|it| it.to_string()).unwrap_or_default();
    let years = match (found.from, found.to) {
        (None, None) => String::new(),
        (from, to) => format!(" {}-{}", year(from), year(to)),
    };
    let certainty = match found.certainty {
        places::Certainty::Listed => "listed",
        places::Certainty::Inflected => "inflected",
        places::Certainty::Read => "read",
    };
    let place = found.place;
    format!(
        "{} ({}, {}{years}, {certainty}) at {:.2} {:.2}",
        place.name, found.form, found.language, place.latitude, place.longitude
    )
}
