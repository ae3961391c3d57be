//! Says what was wrong with a file's bytes, at the words where it shows.

use regesta_model::{Finding, Span};

use crate::charset::{Decoded, Doubt};
use crate::faults;

/// Most places of lost characters that are pointed at.
const MOST_PLACES: usize = 5;

/// Returns the findings of decoding a file whose reading text is `text`.
pub(crate) fn findings(decoded: &Decoded, text: &str) -> Vec<Finding> {
    let doubt = decoded.doubt.as_ref().map(|it| doubt(decoded, it, text));
    doubt.into_iter().chain(damage(decoded, text)).collect()
}

fn doubt(decoded: &Decoded, doubt: &Doubt, text: &str) -> Finding {
    let (finding, sample) = match doubt {
        Doubt::Overruled { declared, sample } => {
            (faults::declaration_overruled(declared, &decoded.charset, sample), sample)
        }
        Doubt::Uncertain { sample, other, other_sample } => {
            let best = (decoded.charset.as_str(), sample.as_str());
            (faults::charset_uncertain(best, (other, other_sample)), sample)
        }
    };
    let word = sample.split_whitespace().next().unwrap_or_default();
    match text.find(word).filter(|_| !word.is_empty()) {
        Some(at) => {
            finding.at(Span::new(at..at + word.len()), format!("read as {}", decoded.charset))
        }
        None => finding,
    }
}

fn damage(decoded: &Decoded, text: &str) -> Option<Finding> {
    if !decoded.is_damaged {
        return None;
    }
    let places = || text.match_indices('\u{fffd}').map(|(at, it)| Span::new(at..at + it.len()));
    let first = places().next()?;
    let before = text.get(..first.range().start).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let shown: Vec<Span> = places().take(MOST_PLACES).collect();
    Some(faults::undecodable(&decoded.charset, places().count(), line, &shown))
}
