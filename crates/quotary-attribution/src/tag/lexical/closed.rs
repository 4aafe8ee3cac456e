//! Words of the closed classes: determiners, pronouns, prepositions, modals.

use super::{super::Tag, View, finite, is_any};
use crate::{lexicon::Closed, token::TokenKind};

impl View<'_> {
    /// "’s", "’re", "’ll" behind the word they hang on.
    pub(super) fn clitic(&self, at: usize, tags: &[Tag]) -> Option<Tag> {
        let form = self.form(at);
        let tail = form.strip_prefix(['\'', '’', '‘'])?;
        let verb = at > self.sentence.tokens.start
            && matches!(tags[at - 1], Tag::Pronoun | Tag::Wh | Tag::Adverb);
        let is = |one: &str| tail.eq_ignore_ascii_case(one);
        if is("s") && verb {
            Some(Tag::VerbS)
        } else if is("s") || tail.is_empty() {
            Some(Tag::Genitive)
        } else if is("re") || is("ve") || is("m") {
            Some(Tag::Verb)
        } else if is("ll") || is("d") {
            Some(Tag::Modal)
        } else {
            None
        }
    }

    pub(super) fn closed(&self, closed: Closed, at: usize, tags: &[Tag]) -> Tag {
        let form = self.form(at);
        let is = |word: &str| form.eq_ignore_ascii_case(word);
        match closed {
            Closed::Determiner | Closed::Quantifier | Closed::Demonstrative => Tag::Determiner,
            // "advised her to wait"
            Closed::Possessive if is("her") && self.ends_phrase(at + 1) => Tag::Pronoun,
            Closed::Possessive => Tag::Possessive,
            // "her" before a noun is a possessive, before anything else an object.
            Closed::Personal | Closed::Reflexive | Closed::Indefinite
                if is("her") && self.begins_noun_phrase(at + 1) =>
            {
                Tag::Possessive
            }
            Closed::Personal | Closed::Reflexive | Closed::Indefinite => Tag::Pronoun,
            Closed::Relative | Closed::Interrogative => Tag::Wh,
            Closed::Preposition if is("to") => Tag::To,
            Closed::Complementizer if is("that") => self.that(at, tags),
            Closed::Preposition | Closed::Adverb | Closed::Particle
                if is_particle(form)
                    && at > self.sentence.tokens.start
                    && tags[at - 1].is_verb()
                    && !self.begins_noun_phrase(at + 1)
                    && !self.before_complement(at) =>
            {
                Tag::Particle
            }
            Closed::Preposition | Closed::Subordinator | Closed::Complementizer => Tag::Preposition,
            Closed::Coordinator => Tag::Coordinator,
            Closed::Auxiliary => auxiliary(form),
            // "May said", "Will Brun had left": a modal stands before no finite verb.
            Closed::Modal if self.is_capital(at) && self.precedes_finite(at) => Tag::Name,
            Closed::Modal => Tag::Modal,
            Closed::Negation | Closed::Adverb => Tag::Adverb,
            Closed::Particle => Tag::Particle,
            Closed::Number => Tag::Number,
            // "threatened to march"
            Closed::Date
                if at > self.sentence.tokens.start
                    && matches!(tags[at - 1], Tag::To | Tag::Modal)
                    && !self.form(at).starts_with(char::is_uppercase) =>
            {
                Tag::Verb
            }
            Closed::Date => Tag::Name,
            Closed::Unit => Tag::Nouns,
            Closed::Interjection => Tag::Other,
        }
    }

    /// Whether a verb that can only be finite stands directly behind the name that begins at `at`.
    pub(super) fn precedes_finite(&self, at: usize) -> bool {
        /// Words of a name: "May Brun", "Will de la Cour".
        const NAME: usize = 4;
        let verb = (at + 1..at + NAME)
            .filter(|it| self.sentence.tokens.contains(it))
            .find(|&it| !self.is_capital(it));
        verb.is_some_and(|it| {
            let word = self.words[it];
            let open = finite(word).is_some() && !word.may_be(Tag::Verb) && word.cue.is_some();
            open || word.closed == Some(Closed::Auxiliary)
                && matches!(auxiliary(self.form(it)), Tag::VerbS | Tag::VerbPast)
        })
    }

    /// Whether no noun phrase can go on with the token at `at`.
    pub(super) fn ends_phrase(&self, at: usize) -> bool {
        if !self.sentence.tokens.contains(&at) || self.tokens.tokens()[at].kind != TokenKind::Word {
            return true;
        }
        matches!(
            self.words[at].closed,
            Some(
                Closed::Preposition
                    | Closed::Complementizer
                    | Closed::Subordinator
                    | Closed::Coordinator
                    | Closed::Determiner
                    | Closed::Interrogative
                    | Closed::Relative
                    | Closed::Auxiliary
                    | Closed::Modal
            )
        )
    }

    /// "that" before a verb is a relative pronoun, before a noun a determiner.
    pub(super) fn that(&self, at: usize, tags: &[Tag]) -> Tag {
        let next = self.words.get(at + 1).copied().unwrap_or_default();
        let verb = next.tags[0].is_some_and(Tag::is_verb)
            || matches!(next.closed, Some(Closed::Auxiliary | Closed::Modal));
        if verb && self.previous_is_nominal(at, tags) {
            Tag::Wh
        } else if !verb && at == self.first_word {
            Tag::Determiner
        } else {
            Tag::Preposition
        }
    }

    pub(super) fn previous_is_nominal(&self, at: usize, tags: &[Tag]) -> bool {
        at > self.sentence.tokens.start && tags[at - 1].is_nominal()
    }
}

fn auxiliary(form: &str) -> Tag {
    if is_any(form, &["is", "has", "does"]) {
        Tag::VerbS
    } else if is_any(form, &["was", "were", "had", "did"]) {
        Tag::VerbPast
    } else if is_any(form, &["been", "done"]) {
        Tag::VerbParticiple
    } else if is_any(form, &["being", "having", "doing"]) {
        Tag::VerbIng
    } else {
        Tag::Verb
    }
}

fn is_particle(form: &str) -> bool {
    const PARTICLES: [&str; 10] = [
        "up", "out", "back", "down", "off", "away", "along", "around", "forward", "aside",
    ];
    is_any(form, &PARTICLES)
}
