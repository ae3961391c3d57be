//! Aligns the sentences of an original with those of its translation.
//!
//! Dynamic programming over beads of one to three units a side (Gale and Church 1993), with the lengths' ratio taken
//! from the two texts themselves and the numbers that both sides state as anchors.

mod beads;
mod unit;

use regesta_model::{AlignedUnit, AlignmentStatus, Language, Span};

/// One side of an alignment.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The text the units point into.
    pub text: &'a str,
    /// Its language.
    pub language: Language,
    /// Its units in order: sentences or lines.
    pub units: &'a [Span],
}

/// Aligns two texts, keeping order; every unit of both stands in exactly one link.
pub fn align(source: Side<'_>, target: Side<'_>) -> Vec<AlignedUnit> {
    let sources = unit::units(source);
    let targets = unit::units(target);
    let path = beads::cheapest_path(&sources, &targets);
    path.into_iter()
        .map(|bead| {
            let source: Vec<Span> = source.units[bead.source].to_vec();
            let target: Vec<Span> = target.units[bead.target].to_vec();
            let status = match (source.is_empty(), target.is_empty()) {
                (false, true) => AlignmentStatus::Omitted,
                (true, _) => AlignmentStatus::Added,
                (false, false) => AlignmentStatus::Aligned,
            };
            AlignedUnit { source, target, status, score: bead.score }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spans(text: &str) -> Vec<Span> {
        let mut at = 0;
        text.split_inclusive('\n')
            .map(|line| {
                at += line.len();
                Span::new(at - line.len()..at).trimmed(text)
            })
            .collect()
    }

    fn links(source: &str, target: &str) -> Vec<(String, String)> {
        let side = |text, language, units| Side { text, language, units };
        let (a, b) = (spans(source), spans(target));
        let quote = |text: &str, spans: &[Span]| {
            spans.iter().map(|it| it.of(text)).collect::<Vec<_>>().join(" + ")
        };
        align(side(source, Language::Russian, &a), side(target, Language::English, &b))
            .iter()
            .map(|it| (quote(source, &it.source), quote(target, &it.target)))
            .collect()
    }

    #[test]
    fn an_omitted_sentence_is_a_gap() {
        let source = "Отряд вышел из Зареченска 12 мая и занял переправу у мельницы.\n\
                      Потери составили 17 человек, из них трое пропали без вести на левом берегу.\n\
                      Прошу выслать 40 лошадей и хлеб на десять дней пути.";
        let target = "The detachment left Zarechensk on 12 May and took the ford by the mill.\n\
                      I ask that 40 horses be sent, and bread for ten days of march.";
        let links = links(source, target);
        assert_eq!(links.len(), 3, "{links:#?}");
        assert!(links[1].0.starts_with("Потери") && links[1].1.is_empty(), "{links:?}");
    }

    #[test]
    fn a_sentence_may_become_two() {
        let source = "Отряд вышел из Зареченска и занял переправу у старой мельницы, где и остановился.\n\
                      Ждём указаний.";
        let target = "The detachment left Zarechensk and took the ford.\nIt halted there, by the old mill.\n\
                      We await instructions.";
        assert_eq!(links(source, target).len(), 2);
    }

    proptest! {
        #[test]
        fn every_unit_stands_in_one_link(a in "([а-я0-9]{1,20}\n){0,30}", b in "([a-z0-9]{1,20}\n){0,30}") {
            let (source, target) = (spans(&a), spans(&b));
            let links = align(
                Side { text: &a, language: Language::Russian, units: &source },
                Side { text: &b, language: Language::English, units: &target },
            );
            let left: Vec<Span> = links.iter().flat_map(|it| it.source.clone()).collect();
            let right: Vec<Span> = links.iter().flat_map(|it| it.target.clone()).collect();
            prop_assert_eq!(left, source);
            prop_assert_eq!(right, target);
        }
    }
}
