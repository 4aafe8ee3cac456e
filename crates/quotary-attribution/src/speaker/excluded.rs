//! Whom a pronoun cannot mean, by what stands around it.

use super::{
    key::Key,
    pronoun::is_object,
    referent::{Id, NOBODY},
    salience::{Asked, Place},
    walk::Walk,
};
use crate::{
    cue::Cue,
    entity::SpeakerKind,
    lexicon::{Gender, Pattern},
    tag::Tag,
};

impl Walk<'_, '_, '_, '_> {
    /// Whom a pronoun at `at` cannot mean, for what stands around it.
    pub(super) fn excluded(&self, at: usize, asked: Asked, place: Place) -> Id {
        let Asked::One(gender) = asked else {
            return self
                .acting(at, place)
                .unwrap_or_else(|| self.interrupted(at));
        };
        self.teller(at)
            .or_else(|| self.acting(at, place))
            .or_else(|| self.judge(at, gender))
            .or_else(|| self.questioner(at))
            .unwrap_or_else(|| self.interrupted(at))
    }

    /// "Prado saw | him": the subject of a sentence is not its object.
    fn acting(&self, at: usize, place: Place) -> Option<Id> {
        let reading = self.reading;
        let object = is_object(reading.form(at)) && reading.tag(at) == Tag::Pronoun;
        (object && !place.subject)
            .then(|| self.salience.subject_of(place.sentence).unwrap_or(NOBODY))
    }

    /// "“| He eats too much,” Prado says": nobody calls himself he.
    fn teller(&self, at: usize) -> Option<Id> {
        let reading = self.reading;
        let quoted = self.evidence.quoted_at(at)?;
        if self.tellers[quoted] != NOBODY {
            return Some(self.cast.root(self.tellers[quoted]));
        }
        let end = self.evidence.quoted[quoted].tokens.end;
        let chunks = &self.evidence.chunks;
        let chunk = if self.says(end) {
            chunks.starting_at(end + 1)?
        } else {
            chunks
                .starting_at(end)
                .filter(|it| self.says(it.tokens.end))?
        };
        if reading.tag(chunk.head) != Tag::Name {
            return None;
        }
        let mut bearers = self.cast.called(Key::word(reading.form(chunk.head))).iter();
        let bearer = bearers.next()?;
        let alone = bearers.all(|it| self.cast.root(it) == self.cast.root(bearer));
        alone.then_some(bearer)
    }

    /// "Prado criticized Brun after | she had voted": who is blamed or praised has done something, not who
    /// blames (C. Garvey and A. Caramazza, "Implicit causality in verbs", 1974).
    fn judge(&self, at: usize, gender: Gender) -> Option<Id> {
        let reading = self.reading;
        let sentence = reading.sentence_index(at);
        let link = at
            .checked_sub(1)
            .filter(|&it| reading.is_any(it, &["after", "because", "for", "since"]))?;
        let cue = self
            .evidence
            .cue_from(link)
            .checked_sub(1)
            .map(|it| &self.evidence.cues[it])
            .filter(|cue| cue.head >= reading.sentences()[sentence].tokens.start);
        let judges = |cue: &&Cue| {
            reading.word(cue.head).cue.is_some_and(|verb| {
                let pattern = reading.lexicon().verb(verb).pattern;
                pattern.has(Pattern::NP) && (pattern.has(Pattern::AS) || pattern.has(Pattern::FOR))
            })
        };
        let object = cue
            .filter(judges)
            .and_then(|cue| self.evidence.chunks.starting_at(cue.tokens.end))
            .filter(|it| it.tokens.end <= link && self.at[it.head] != NOBODY)
            .map(|it| self.cast.get(self.at[it.head]));
        let able = object.is_some_and(|it| {
            it.named && it.kind == SpeakerKind::Person && it.may_be(Some(gender))
        });
        self.salience.subject_of(sentence).filter(|_| able)
    }

    /// "Cross-examined by Prado, | he denied it": who asks is not asked.
    fn questioner(&self, at: usize) -> Option<Id> {
        let reading = self.reading;
        let first = reading.sentence(at).tokens.start;
        let asked = reading.word(first).may_be(Tag::VerbParticiple)
            || matches!(
                reading.tag(first),
                Tag::VerbParticiple | Tag::VerbPast | Tag::Adjective
            );
        let subject = at > first && reading.is(at - 1, ",");
        let chunk = self.evidence.chunks.starting_at(first + 2)?;
        let by = asked && subject && reading.is(first + 1, "by") && chunk.tokens.end < at;
        by.then(|| self.at[chunk.head]).filter(|&id| id != NOBODY)
    }

    /// "One man, | he said, | had asked": the subject that an inserted "he said" stands behind is
    /// somebody else than he.
    fn interrupted(&self, at: usize) -> Id {
        let reading = self.reading;
        let Some(comma) = at.checked_sub(1).filter(|&it| reading.is(it, ",")) else {
            return NOBODY;
        };
        if !self.says(at + 1) || !reading.is(at + 2, ",") {
            return NOBODY;
        }
        let subject = comma
            .checked_sub(1)
            .and_then(|last| self.evidence.chunks.ending_at(last))
            .filter(|it| it.tokens.start == reading.sentence(at).tokens.start)
            .filter(|it| reading.tag(it.head) != Tag::Pronoun);
        subject.map_or(NOBODY, |it| self.at[it.head])
    }
}
