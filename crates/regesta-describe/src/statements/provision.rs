//! Provisions: who is to do what under which condition.

mod clauses;
mod wording;

use regesta_model::{
    Communication, CommunicationKind, Language, Modality, Provision, Record, Span,
};

use self::clauses::Clauses;
use self::wording::{Binding, Wording};
use super::StatementReader;
use crate::{
    Context,
    points::{self, Point},
    prose::Sentence,
    standing,
    stretches::Stretches,
};

pub(super) const READER: StatementReader =
    StatementReader { name: "provision", page: include_str!("provision.md"), read };

fn read(context: &Context<'_>, record: &mut Record) {
    let sentences = context.sentences();
    let reader = Reader {
        context,
        record,
        wordings: sentences.iter().map(|it| wording::read(context.page.text, it)).collect(),
        points: points::points(context.page.text, sentences),
    };
    let mut res = reader.of_points();
    let pointed = Stretches::new(reader.points.iter().map(|it| (it.span, ())));
    for (at, sentence) in sentences.iter().enumerate() {
        if pointed.around(sentence.span).next().is_none() {
            res.extend(reader.of_sentence(at, sentence));
        }
    }
    reader.put_in_force(&mut res);
    res.sort_by_key(|it| it.spans.first().copied());
    for (place, provision) in res.iter_mut().enumerate() {
        provision.id = format!("p{}", place + 1);
    }
    link(record, &mut res);
    record.provisions = res;
}

/// What the provisions of a record are read from.
struct Reader<'a> {
    context: &'a Context<'a>,
    record: &'a Record,
    /// One for each sentence.
    wordings: Vec<Wording>,
    points: Vec<Point>,
}

impl Reader<'_> {
    fn text(&self) -> &str {
        self.context.page.text
    }

    fn communication(&self, span: Span) -> Option<&Communication> {
        standing::communication_of(self.record, span)
    }

    /// The points of lists that lay down rules or plans.
    fn of_points(&self) -> Vec<Provision> {
        let mut res = Vec::new();
        for list in self.points.chunk_by(|a, b| a.list == b.list) {
            let Some(modality) = self.rules(list) else { continue };
            for (place, point) in list.iter().enumerate() {
                let after = list.get(place + 1..).unwrap_or_default();
                let parent = after.first().is_some_and(|it| it.depth > point.depth);
                res.extend(self.of_point(point, parent, modality));
            }
        }
        res
    }

    /// How binding the points of a list are that do not say so themselves; nothing where it is no list of rules.
    fn rules(&self, list: &[Point]) -> Option<Modality> {
        let first = list.first()?.sentences.start;
        let introduction = first.checked_sub(1).and_then(|it| self.wordings.get(it));
        let announced = introduction.is_some_and(|it| it.announces);
        let span = self.context.sentences().get(first)?.span;
        let told =
            self.communication(span).is_some_and(|it| it.kind == CommunicationKind::Conversation);
        let binding = |it: &&Point| {
            self.of(it).iter().any(|it| it.binding.is_some() && (announced || !it.reported))
        };
        let main = || list.iter().filter(|it| it.depth == 0);
        let all = main().count();
        let asks = main().filter(|it| self.of(it).first().is_some_and(|it| it.asks)).count();
        let bound = main().filter(binding).count();
        let enough = if announced { bound * 2 >= all } else { bound * 3 >= all * 2 };
        (enough && asks * 2 < all && (announced || !told)).then_some(Modality::Will)
    }

    /// The wordings of a point's sentences.
    fn of(&self, point: &Point) -> &[Wording] {
        self.wordings.get(point.sentences.clone()).unwrap_or_default()
    }

    fn of_point(&self, point: &Point, parent: bool, usual: Modality) -> Option<Provision> {
        let phase =
            |it: &regesta_model::Phase| it.action.spans.iter().any(|it| point.span.contains(*it));
        let scheduled = self.record.timetables.iter().any(|it| it.phases.iter().any(phase));
        let wordings = self.of(point);
        let told =
            wordings.iter().all(|it| it.binding.is_none()) && wordings.iter().any(|it| it.past);
        if (scheduled && !parent) || told || wordings.iter().all(|it| it.asks) {
            return None;
        }
        let ruled = |it: &Wording| it.binding.is_some_and(|it| it.rule);
        let opens = wordings.first().is_some_and(|it| it.binding.is_some());
        let binds = |it: &Wording| it.binding.is_some_and(|it| it.modality != Modality::Will);
        let other = || wordings.iter().position(ruled).or(wordings.iter().position(binds));
        let place = if opens { 0 } else { other().unwrap_or_default() };
        let wording = wordings.get(place)?;
        let sentence = self.context.sentences().get(point.sentences.start + place)?;
        let mut body = sentence.span;
        body.start = body.start.max(point.body);
        let clauses = clauses::read(self.text(), body, sentence, wording);
        let modality = wording.modality(usual);
        let item = Some(point.item.clone());
        Some(self.provision(point.span, sentence, item, modality, clauses))
    }

    /// The provisions of a sentence outside of lists: the one in brackets, and the one it lays down itself.
    fn of_sentence(&self, at: usize, sentence: &Sentence) -> Vec<Provision> {
        let mut res = Vec::new();
        let Some(wording) = self.wordings.get(at) else { return res };
        let text = self.text();
        if let Some(bracket) = wording::bracketed(text, sentence) {
            let inner = Sentence { span: bracket.inner, ..sentence.clone() };
            let said = wording::read(text, &inner);
            if let Some(binding) = said.binding.filter(|_| said.of_class && !said.silent) {
                let clauses = clauses::read(text, inner.span, &inner, &said);
                res.push(self.provision(bracket.outer, sentence, None, binding.modality, clauses));
            }
        }
        let inside = |it: &Provision| {
            let at = sentence.span.start + wording.at.start as u32;
            it.spans.iter().any(|it| it.start <= at && at < it.end)
        };
        if res.iter().any(inside) {
            return res;
        }
        let requested = || {
            let mut all = self.record.requests.iter().flat_map(|it| &it.spans);
            all.any(|it| it.overlaps(sentence.span))
        };
        let told = || {
            let holding = self.communication(sentence.span);
            holding.is_some_and(|it| it.kind == CommunicationKind::Conversation)
        };
        // A small letter opens the rest of a sentence that was torn apart.
        let torn = sentence.span.of(text).chars().find(|it| it.is_alphanumeric());
        let torn = torn.is_some_and(char::is_lowercase);
        if !torn && wording.lays_down() && !requested() && !told() {
            let clauses = clauses::read(text, sentence.span, sentence, wording);
            let modality = wording.modality(Modality::Will);
            if self.is_somebodys(sentence, wording, &clauses) {
                res.push(self.provision(clauses.whole, sentence, None, modality, clauses));
            }
        }
        res
    }

    /// Says whether the words bind somebody who is named, in a main clause; English and German words always have a subject.
    fn is_somebodys(&self, sentence: &Sentence, wording: &Wording, clauses: &Clauses) -> bool {
        let binding = self.text().get(sentence.span.start as usize + wording.at.start..);
        let impersonal = binding.is_some_and(|it| {
            ["it ", "there ", "we ", "i "].iter().any(|lead| starts_with(it, lead))
        });
        let subject = clauses.who.is_some() || impersonal || wording.of_class;
        let needed = matches!(sentence.language, Language::English | Language::German);
        let unsettled = wording.binding.is_some_and(|it| it.modality == Modality::NotRegulated);
        unsettled || !clauses.embedded && (subject || !needed)
    }

    fn provision(
        &self,
        span: Span,
        sentence: &Sentence,
        item: Option<String>,
        modality: Modality,
        clauses: Clauses,
    ) -> Provision {
        Provision {
            id: String::new(),
            item,
            who: clauses.who,
            condition: clauses.condition,
            disposition: clauses.disposition,
            modality,
            communication: self.communication(span).map(|it| it.id.clone()),
            in_force: None,
            same_as: None,
            language: sentence.language,
            spans: vec![span],
        }
    }

    /// Gives provisions the day from which their document says they are in force.
    fn put_in_force(&self, provisions: &mut [Provision]) {
        for (sentence, wording) in self.context.sentences().iter().zip(&self.wordings) {
            let Some(force) = wording.force else { continue };
            let dates = self.context.page.dates_on(sentence.span);
            let near = |it: &usize| {
                let span = self.context.page.dates.get(*it).map(|it| it.span);
                span.is_some_and(|it| it.start <= force.end + 24 && force.start <= it.end + 24)
            };
            let Some(edtf) = dates.filter(near).find_map(|it| self.context.chronology.edtf(it))
            else {
                continue;
            };
            let id = self.communication(sentence.span).map(|it| it.id.clone());
            for it in provisions.iter_mut().filter(|it| it.communication == id) {
                if it.language == sentence.language && it.in_force.is_none() {
                    it.in_force = Some(edtf.to_owned());
                }
            }
        }
    }
}

fn starts_with(words: &str, lead: &str) -> bool {
    words.get(..lead.len()).is_some_and(|it| it.eq_ignore_ascii_case(lead))
}

/// Says in a translation which provision of the original each one is: by its number, else by the aligned words.
fn link(record: &Record, provisions: &mut [Provision]) {
    let original = record.layers.first().map(|it| it.language);
    let places: Vec<Provision> = provisions.to_vec();
    for provision in provisions {
        if Some(provision.language) == original {
            continue;
        }
        let Some(span) = provision.spans.first() else { continue };
        let rendered = standing::rendered(record, *span);
        let numbered = |it: &&Provision| {
            provision.item.is_some()
                && it.item == provision.item
                && it.communication == provision.communication
        };
        let aligned = |it: &&Provision| {
            it.item == provision.item
                && it.spans.iter().any(|it| rendered.iter().any(|unit| unit.overlaps(*it)))
        };
        let others = || places.iter().filter(|it| Some(it.language) == original);
        let same = others().find(aligned).or_else(|| others().find(numbered));
        provision.same_as = same.map(|it| it.id.clone());
    }
}

impl Wording {
    /// Says whether the sentence lays down a rule by itself, outside of a list of rules.
    fn lays_down(&self) -> bool {
        let Some(binding) = self.binding else { return false };
        let conditional = self.condition.is_some() && self.own;
        let fits = binding.rule || self.of_class || conditional;
        fits && !self.silent && !self.reported && !self.asks && !self.introduces
    }

    /// How binding it is, by its own words or as is usual in its list; what the enemy will do is foreseen.
    fn modality(&self, usual: Modality) -> Modality {
        let said = self.binding.map_or(usual, |it: Binding| it.modality);
        let foreseen = matches!(said, Modality::Will | Modality::May | Modality::Proposed);
        if self.of_enemy && foreseen { Modality::Expected } else { said }
    }
}
