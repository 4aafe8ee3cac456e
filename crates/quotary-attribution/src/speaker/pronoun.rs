//! Personal pronouns.

use std::ops::Range;

use super::{
    apposition::{self, Beside},
    group::coordinated,
    noun,
    referent::{Found, Id, NOBODY},
    salience::Asked,
    walk::Walk,
};
use crate::{
    entity::{GenderEvidence, SpeakerKind},
    lexicon::{Closed, Gender},
    reading::Reading,
    tag::Tag,
};

/// What a pronoun says about its referent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pronoun {
    /// I, me, my
    I,
    /// we, us, our
    We,
    /// you, your
    You,
    /// he, him, his
    He,
    /// she, her
    She,
    /// it, its
    It,
    /// they, them, their
    They,
}

/// What a source that is a pronoun says of itself: "I" and "she" are a person, "we all" and "you" a group.
pub(crate) fn kind(reading: &Reading<'_, '_>, source: &Range<usize>) -> SpeakerKind {
    let alone = source.len() == 1
        || source.len() == 2 && reading.is_any(source.start + 1, &["all", "both", "each"]);
    if !alone {
        return SpeakerKind::Unknown;
    }
    match read(reading.form(source.start)) {
        Some(Pronoun::I | Pronoun::He | Pronoun::She) => SpeakerKind::Person,
        Some(Pronoun::We | Pronoun::You | Pronoun::They) => SpeakerKind::Group,
        Some(Pronoun::It) | None => SpeakerKind::Unknown,
    }
}

/// "I", "me"
pub(crate) fn is_i(reading: &Reading<'_, '_>, at: usize) -> bool {
    read(reading.form(at)) == Some(Pronoun::I)
}

impl Walk<'_, '_, '_, '_> {
    pub(super) fn pronoun(&mut self, at: usize) {
        let reading = self.reading;
        let Some(pronoun) = read(reading.form(at)) else {
            return;
        };
        let asked = match pronoun {
            Pronoun::He => Asked::One(Gender::Masculine),
            Pronoun::She => Asked::One(Gender::Feminine),
            Pronoun::It => Asked::Thing,
            Pronoun::They => Asked::Many,
            // The speaker is known only when the whole article has been read.
            Pronoun::I | Pronoun::We | Pronoun::You => return,
        };
        if self.foreshadows(at) {
            return;
        }
        let place = self.place(at, at + 1);
        let not = self.excluded(at, asked, place);
        // "it read": only what is written reads so.
        let written = (asked == Asked::Thing && reading.is_any(at + 1, &["read", "reads"]))
            .then(|| self.salience.latest(&self.cast, SpeakerKind::Document))
            .flatten();
        if let Asked::One(gender) = asked
            && let Some(id) = self.salience.unlisted(&self.cast, gender, place, not)
        {
            self.cast.get_mut(id).doubt_list(gender);
        }
        let several = (asked == Asked::Many && place.opens)
            .then(|| self.pair_before(place.sentence))
            .flatten()
            .or_else(|| self.adds(at, asked));
        let best = self.salience.antecedent(&self.cast, asked, place, not);
        let sure = written.or(several).map(|id| (id, true));
        let Some((id, clear)) = sure.or(best) else {
            return;
        };
        if let (Asked::One(gender), true) = (asked, clear) {
            let one = self.cast.get_mut(id);
            // Against the list of given names a pronoun that was read wrong is the likelier.
            if one.gender.is_none_or(|it| it == gender) {
                one.learn_gender(Some(gender), GenderEvidence::Pronoun);
            }
        }
        self.at[at] = id;
        self.mentions.push((id, at..at + 1));
        self.salience.mention(id, place);
        // "She is a hydrologist now."
        if let Asked::One(gender) = asked
            && reading.tag(at) == Tag::Pronoun
            && self.cast.get(id).gender.is_none_or(|it| it == gender)
        {
            let behind = apposition::behind_name(self.evidence, at + 1);
            let past = reading.is(at + 1, "was");
            // "He is also my employer" is what he is to the speaker.
            let new = |it: &Beside| {
                !(past && reading.is(it.tokens.start, "the"))
                    && !reading.is_any(it.tokens.start, &["my", "our"])
            };
            if let Some(behind) = behind.filter(|it| it.copula && new(it)) {
                self.learn(id, &behind, Found::Copula);
            }
        }
    }

    /// "A spokesperson said: “…” | They added": who goes on speaking, where that may be several or one of unknown gender.
    fn adds(&self, at: usize, asked: Asked) -> Option<Id> {
        let reading = self.reading;
        let adds = asked == Asked::Many && reading.is_any(at + 1, &["added", "continued"]);
        let last = self.salience.spoke().filter(|it| adds && !it.asked)?;
        let one = self.cast.get(last.id);
        let person = one.kind == SpeakerKind::Person && !one.named && one.gender.is_none();
        (person || one.plural).then(|| self.cast.root(last.id))
    }

    /// "Ana Prado and Tom Brun met. They said": two people with whom the sentence before `sentence` begins.
    fn pair_before(&mut self, sentence: usize) -> Option<Id> {
        let reading = self.reading;
        let before = reading.sentences().get(sentence.checked_sub(1)?)?;
        let start = before.tokens.start;
        let first = self.evidence.chunks.starting_at(start)?;
        let and = first.tokens.end;
        let second = self.evidence.chunks.starting_at(and + 1)?;
        let person = |head: usize| {
            let id = self.at[head];
            id != NOBODY && {
                let one = self.cast.get(id);
                one.named && one.kind == SpeakerKind::Person
            }
        };
        let told = self.evidence.quoted_at(start).is_none() && reading.is(and, "and");
        let pair = start..second.tokens.end;
        (told && person(first.head) && person(second.head))
            .then(|| coordinated(self, &pair))
            .flatten()
    }

    /// "Asked whether | she regretted it, the chancellor said": whether a pronoun stands for the subject of a
    /// main clause that is still to come, so that it brings nobody else to mind.
    fn foreshadows(&self, at: usize) -> bool {
        /// "Asked on Sunday whether she regretted posing with Ana Prado on the steps, the chancellor"
        const REACH: usize = 30;
        let reading = self.reading;
        let sentence = reading.sentence(at).tokens.clone();
        let first = sentence.start;
        let participle = matches!(reading.tag(first), Tag::VerbParticiple | Tag::VerbPast)
            && reading.word(first).cue.is_some();
        let leads = participle || reading.word(first).closed == Some(Closed::Subordinator);
        // "After Prado said he would go, the chancellor": he is Prado.
        let named = || {
            let before = self.evidence.chunks.all();
            let from = before.partition_point(|it| it.tokens.start < first);
            before[from..]
                .iter()
                .take_while(|it| it.tokens.start < at)
                .any(|it| self.at[it.head] != NOBODY)
        };
        let comma = || {
            (at + 1..sentence.end.min(at + REACH)).find(|&it| {
                reading.is(it, ",") && reading.token(it).quotation == reading.token(at).quotation
            })
        };
        let subject = || {
            let chunk = self.evidence.chunks.starting_at(comma()? + 1)?;
            let person =
                reading.tag(chunk.head) == Tag::Name || noun::is_human(reading, chunk.head);
            let verb = chunk.tokens.end;
            let looks = participle && matches!(reading.tag(verb), Tag::VerbPast | Tag::VerbS);
            (person && (looks || self.says(verb))).then_some(())
        };
        // "When she asked him": who is told is asked for.
        let object = at > first && reading.tag(at - 1).is_verb();
        // "Asked by Prado how long he had slept, Brun shrugged": who asks is not asked.
        let asked = participle && reading.is(first + 1, "by");
        leads && !object && !self.says(at + 1) && (asked || !named()) && subject().is_some()
    }
}

/// Reads a personal or possessive pronoun in any case.
pub(crate) fn read(form: &str) -> Option<Pronoun> {
    /// "themselves"
    const LONGEST: usize = 10;
    // The country, and information technology.
    if form.len() > LONGEST || matches!(form, "US" | "IT") {
        return None;
    }
    let mut small = [0; LONGEST];
    for (small, byte) in small.iter_mut().zip(form.bytes()) {
        *small = byte.to_ascii_lowercase();
    }
    Some(match &small[..form.len()] {
        b"i" | b"me" | b"my" | b"myself" => Pronoun::I,
        b"we" | b"us" | b"our" | b"ourselves" => Pronoun::We,
        b"you" | b"your" => Pronoun::You,
        b"he" | b"him" | b"his" | b"himself" => Pronoun::He,
        b"she" | b"her" | b"hers" | b"herself" => Pronoun::She,
        b"it" | b"its" | b"itself" => Pronoun::It,
        b"they" | b"them" | b"their" | b"theirs" | b"themselves" => Pronoun::They,
        _ => return None,
    })
}

/// Whether a pronoun is an object and so hardly means its sentence's subject.
pub(crate) fn is_object(form: &str) -> bool {
    ["him", "her", "them", "it"]
        .iter()
        .any(|it| it.eq_ignore_ascii_case(form))
}
