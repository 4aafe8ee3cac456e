//! Whose words a participle introduces: "…, saying", "a letter saying", "a man accused of".

use std::ops::Range;

use crate::{
    cue::Cue,
    evidence::Evidence,
    lexicon::{Closed, Noun},
    mention::{Chunk, REACH},
    tag::Tag,
};

impl Evidence<'_, '_, '_> {
    /// The subject of a participle: that of the clause it hangs on, before or behind it.
    pub(crate) fn participle_subject(&self, cue: &Cue) -> Option<Range<usize>> {
        let reading = self.reading;
        let scope = cue.scope.clone();
        let leads = (scope.start..cue.tokens.start).all(|at| {
            matches!(
                reading.tag(at),
                Tag::Adverb | Tag::Coordinator | Tag::Preposition | Tag::Punctuation
            )
        });
        if !leads {
            // "a letter saying", "a person saying": the noun directly before it.
            let last = cue.tokens.start - 1;
            if let Some(chunk) = self.chunks.ending_at(last)
                && self.same_level(last, cue.quotation)
                && !self.mentions().is_time(chunk)
                && !self.is_issued(chunk, scope.start)
                && !self.is_occasion(chunk, scope.start)
            {
                return self.mentions().ending_at(last, scope.start);
            }
            return self.going_on(cue.tokens.start, scope.start, cue.quotation);
        }
        // "Stressing that …, the director said": behind the last comma before the next finite verb.
        let comma = (cue.tokens.end..scope.end.min(cue.tokens.end + 60)).find(|&at| {
            reading.is(at, ",")
                && self.same_level(at, cue.quotation)
                && self.chunks.starting_at(at + 1).is_some()
        })?;
        self.mentions().starting_at(comma + 1, scope.end)
    }

    /// "Prado refused to pay an architect who had built it, | saying": the subject of the clause that goes on with a
    /// participle at `participle`; what a relative clause without a comma tells is left out.
    pub(crate) fn going_on(
        &self,
        participle: usize,
        floor: usize,
        quotation: Option<u32>,
    ) -> Option<Range<usize>> {
        let reading = self.reading;
        let comma = participle.saturating_sub(1);
        let relative = reading
            .before(comma, REACH)
            .rev()
            .take_while(|&at| at > floor && !reading.is(at, ","))
            .filter(|&at| reading.is_any(at, &["who", "which"]) && reading.tag(at) == Tag::Wh)
            .last()
            .filter(|&at| self.chunks.ending_at(at - 1).is_some());
        relative
            .and_then(|at| self.clause_subject(at, floor, quotation))
            .or_else(|| self.clause_subject(participle, floor, quotation))
    }

    /// "issued a statement saying", "defended his remarks calling": a text as object of a verb says
    /// what the verb's subject says.
    fn is_issued(&self, chunk: &Chunk, floor: usize) -> bool {
        let reading = self.reading;
        let word = reading.word(chunk.head);
        let text = word.noun == Some(Noun::Document) || word.noun_cue.is_some();
        let verb = chunk.tokens.start.checked_sub(1).filter(|&it| it >= floor);
        text && verb.is_some_and(|verb| {
            matches!(
                reading.tag(verb),
                Tag::VerbPast | Tag::VerbS | Tag::Verb | Tag::VerbParticiple | Tag::Particle
            ) && reading.word(verb).closed != Some(Closed::Auxiliary)
        })
    }

    /// "said at a hearing announcing": a noun behind a preposition that is nobody and no text only
    /// tells when or where the verb's subject speaks.
    fn is_occasion(&self, chunk: &Chunk, floor: usize) -> bool {
        let reading = self.reading;
        let word = reading.word(chunk.head);
        let preposition =
            chunk.tokens.start.checked_sub(1).is_some_and(|it| {
                it >= floor && reading.is_any(it, &["after", "at", "during", "in"])
            });
        preposition
            && matches!(reading.tag(chunk.head), Tag::Noun | Tag::Nouns)
            && !reading.is_capital(chunk.head)
            && word.noun.is_none()
            && word.noun_cue.is_none()
    }

    /// "payments to a company called Acme", "messages later deemed secret": a participle behind the
    /// object of a verb or preposition, in a form that could be the past tense as well.
    pub(crate) fn is_reduced(&self, cue: &Cue, source: &Range<usize>) -> bool {
        let reading = self.reading;
        let bare = cue.tokens.start == cue.head
            && reading.word(cue.head).may_be(Tag::VerbPast)
            && reading.word(cue.head).may_be(Tag::VerbParticiple);
        let last = reading.tag(source.end - 1);
        let object = source.start.checked_sub(1).is_some_and(|it| {
            it >= cue.scope.start
                && (reading.word(it).closed == Some(Closed::Preposition)
                    && !reading.is_any(it, &["as", "after", "before", "since", "until", "than"])
                    || reading.tag(it).is_verb()
                        && reading.word(it).cue.is_none()
                        && reading.word(it).closed != Some(Closed::Auxiliary))
        });
        bare && object && matches!(last, Tag::Noun | Tag::Nouns)
            || self.is_accused(cue.head, source)
    }

    /// "A councilman accused of throwing snowballs told a judge": whether the participle at `head` tells what others
    /// say of `source`.
    pub(crate) fn is_accused(&self, head: usize, source: &Range<usize>) -> bool {
        let reading = self.reading;
        source.end == head
            && reading.tag(head - 1).is_nominal()
            && reading.is_any(
                head,
                &["accused", "acquitted", "charged", "convicted", "suspected"],
            )
            && reading.is_any(head + 1, &["of", "with"])
    }
}
