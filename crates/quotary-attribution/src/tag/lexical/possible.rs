//! Which tags a word can have where it stands, whatever the weights think.

use super::{super::Tag, View};
use crate::{lexicon::Noun, token::TokenKind};

impl View<'_> {
    /// What the tag at `at` tells of the words before it: they are tagged without knowing it.
    pub(super) fn amend(&self, at: usize, tag: Tag, tags: &mut [Tag]) {
        let first = self.sentence.tokens.start;
        if tag == Tag::Genitive && at > first && tags[at - 1] == Tag::Adjective {
            // "the premier’s office": what possesses is a noun.
            tags[at - 1] = if self.is_capital(at - 1) {
                Tag::Name
            } else {
                Tag::Noun
            };
        }
        // "Sumaria’s de facto leader": Latin before a noun.
        if tag == Tag::Noun && at >= first + 3 && tags[at - 2..at] == [Tag::Other; 2] {
            let opens = matches!(
                tags[at - 3],
                Tag::Determiner | Tag::Possessive | Tag::Genitive
            );
            if opens {
                tags[at - 2..at].fill(Tag::Adjective);
            }
        }
    }

    /// Whether the word at `at` can have a tag: a capital one that stands in no list is of no closed
    /// class, one of the lists' open classes neither, and "WHO" no pronoun.
    pub(super) fn is_possible(&self, at: usize, tag: Tag) -> bool {
        let word = self.words[at];
        let unlisted = || word.closed.is_none() && word.tags[0].is_none() && self.is_capital(at);
        let inside = || at != self.first_word && self.capitals_tell;
        match tag {
            // "Goudveld Resources": an unknown capital word inside a sentence names, unless it ends as
            // nationalities do.
            Tag::Adjective => {
                !(unlisted()
                    && inside()
                    && !self.form(at).contains('-')
                    && !is_nationality(self.form(at)))
                    && !self.is_hyphenated_noun(at)
            }
            // "The chairman, | retired judge Ana Prado, said"
            Tag::VerbPast => {
                let next = self.words.get(at + 1).copied().unwrap_or_default();
                let before_trade = next.noun == Some(Noun::Role) && !self.is_capital(at + 1);
                !(word.cue.is_none()
                    && word.may_be(Tag::VerbParticiple)
                    && before_trade
                    && at > self.sentence.tokens.start
                    && self.form(at - 1) == ",")
            }
            // "Boeing CEO", "Downing Street said"
            Tag::VerbIng => {
                !(self.is_capital(at)
                    && self.is_capital(at + 1)
                    && (unlisted() || self.precedes_finite(at)))
            }
            // "West Mercia Police", "Chinese special envoy Ana Prado"
            Tag::Adverb => {
                let people = word.place.is_some() && self.is_capital(at);
                !self.is_named_by_direction(at) && (!people || word.may_be(Tag::Adverb))
            }
            // "Q: The president said": a small word whose capital a colon gives, but "Film: The Wire".
            Tag::Name => !(word.closed.is_some() && self.is_behind_colon(at)),
            // "the Syrian Observatory", but "a Commission working paper"
            Tag::Noun => {
                let next = self.words.get(at + 1).copied().unwrap_or_default();
                let ends = || !next.may_be(Tag::Noun) && !next.may_be(Tag::Adjective);
                // "A notice on the door read: “…”"
                let reads = word.cue.is_some()
                    && word.may_be(Tag::VerbPast)
                    && self.form(at + 1) == ":"
                    && self.opens_at(at + 2);
                !reads
                    && !(word.org.is_some()
                        && inside()
                        && self.is_capital(at)
                        && (self.is_capital(at + 1) || ends()))
            }
            Tag::Pronoun
            | Tag::Possessive
            | Tag::Determiner
            | Tag::Modal
            | Tag::Preposition
            | Tag::To
            | Tag::Coordinator
            | Tag::Wh => {
                // "Nairobi police chief": a noun is no preposition.
                let open = word.closed.is_none() && word.tags[0].is_some() && !word.may_be(tag);
                !open && !unlisted() && !self.is_acronym(at)
            }
            _ => true,
        }
    }

    /// "West Mercia Police", "North Yorkshire": a direction before a name.
    pub(super) fn is_named_by_direction(&self, at: usize) -> bool {
        ["East", "North", "South", "West"].contains(&self.form(at)) && self.is_capital(at + 1)
    }

    fn opens_at(&self, at: usize) -> bool {
        let token = self.tokens.tokens().get(at);
        token.is_some_and(|it| it.kind == TokenKind::Opening)
    }

    pub(super) fn is_behind_colon(&self, at: usize) -> bool {
        at > self.sentence.tokens.start && self.form(at - 1) == ":" && !self.is_capital(at + 1)
    }

    /// "Under | cross-examination Prado conceded": what ends as nouns do is an adjective only before a
    /// common noun ("the anti-corruption campaign").
    fn is_hyphenated_noun(&self, at: usize) -> bool {
        let form = self.form(at);
        form.contains('-')
            && ["ment", "ness", "ship", "tion"]
                .iter()
                .any(|end| form.ends_with(end))
            && (self.is_capital(at + 1) || !self.begins_noun_phrase(at + 1))
    }

    /// "Maureen | Hale spoke": whether a word that is common elsewhere ends a name inside a sentence.
    pub(super) fn is_surname(&self, at: usize, tag: Tag, tags: &[Tag]) -> bool {
        tag == Tag::Name
            && self.words[at].tags[0].is_some()
            && at > self.first_word
            && tags[at - 1] == Tag::Name
            && self.capitals_tell
            && self.is_capital(at)
            && self.is_capital(at - 1)
    }

    /// "Hale, who …", "Hale said": whether such a surname begins a sentence, before what a name stands
    /// before. "Young people" are nobody.
    pub(super) fn is_known(&self, at: usize, surnames: &[&str]) -> bool {
        let next = self.words.get(at + 1).copied().unwrap_or_default();
        !surnames.is_empty()
            && surnames.contains(&self.form(at))
            && (matches!(self.form(at + 1), "," | "'s" | "’s")
                || next.may_be(Tag::VerbPast)
                || next.may_be(Tag::VerbS))
    }

    /// "the WHO said": whether a word is the World Health Organization and its sentence not shouted.
    pub(super) fn is_acronym(&self, at: usize) -> bool {
        let shouted = |at: usize| {
            let form = self.form(at);
            form.chars().filter(|c| c.is_alphabetic()).count() > 1
                && !form.contains(char::is_lowercase)
        };
        let neighbours = [at.checked_sub(1), Some(at + 1)];
        let inside = |at: &usize| self.sentence.tokens.contains(at);
        self.form(at) == "WHO" && !neighbours.into_iter().flatten().filter(inside).any(shouted)
    }
}

/// "Moravian", "Yemeni", "Kentish": whether a word ends as those do that say where somebody is from.
fn is_nationality(form: &str) -> bool {
    ["an", "ese", "i", "ic", "ish", "ite"]
        .iter()
        .any(|end| form.ends_with(end))
}
