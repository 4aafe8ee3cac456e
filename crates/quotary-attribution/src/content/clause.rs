//! How far a reported clause reaches.

use std::ops::Range;

use crate::{
    cue::{Cue, CueForm},
    evidence::Evidence,
    lexicon::Closed,
    mention::REACH,
    tag::Tag,
    token::TokenKind,
};

/// How many tokens a content may stretch inside one sentence.
const LONGEST_CLAUSE: usize = 200;

impl Evidence<'_, '_, '_> {
    /// The clause that begins at `start`, in one part or, where the cue's second object begins
    /// with a "that" of its own, in two.
    pub(crate) fn clause(
        &self,
        start: usize,
        scope: &Range<usize>,
        cue: &Cue,
    ) -> Vec<Range<usize>> {
        self.parted(start, self.clause_range(start, scope, cue), cue)
    }

    /// The same, where it is known how far the clause reaches from `start` as a `whole`.
    pub(super) fn parted(&self, start: usize, whole: Range<usize>, cue: &Cue) -> Vec<Range<usize>> {
        let reading = self.reading;
        if whole.is_empty() {
            return Vec::new();
        }
        if !reading.is(start, "that") {
            // "said Russia was content, but that sanctions would …"
            let second = (start + 1..whole.end.saturating_sub(2)).find(|&at| {
                reading.is(at, ",")
                    && reading.tag(at + 1) == Tag::Coordinator
                    && reading.is(at + 2, "that")
                    && self.same_level(at, cue.quotation)
            });
            if let Some(comma) = second {
                return vec![start..comma, comma + 1..whole.end];
            }
        }
        vec![whole]
    }

    /// From `start` to where the reported clause ends, without the stop.
    pub(super) fn clause_range(
        &self,
        start: usize,
        scope: &Range<usize>,
        cue: &Cue,
    ) -> Range<usize> {
        let reading = self.reading;
        let mut at = start;
        let mut brackets = 0_usize;
        while at < scope.end && at - start < LONGEST_CLAUSE {
            if cue.quotation.is_none()
                && let Some(quoted) = self.opens_at(at)
            {
                let end = self.quoted[quoted].tokens.end;
                if end > scope.end {
                    // The quotation goes on over sentences: it ends the clause.
                    return start..end;
                }
                at = end;
                continue;
            }
            match reading.form(at) {
                "(" | "[" => brackets += 1,
                ")" | "]" => brackets = brackets.saturating_sub(1),
                ";" if brackets == 0 => break,
                _ if brackets == 0 && self.ends_clause(at, start, scope, cue) => break,
                _ => {}
            }
            at += 1;
        }
        self.trimmed(start..at)
    }

    /// Whether a report ends before token `at`: another cue takes over.
    fn ends_clause(&self, at: usize, start: usize, scope: &Range<usize>, cue: &Cue) -> bool {
        let reading = self.reading;
        if at == start || !self.same_level(at, cue.quotation) {
            return false;
        }
        let comma = reading.is(at, ",");
        let dash = reading.is_any(at, &["–", "—", "--"]);
        let next = if comma || dash { at + 1 } else { at };
        if reading.is(next, "according") {
            return true;
        }
        let closing = reading.kind(at - 1) == TokenKind::Closing;
        let coordinated = reading.tag(next) == Tag::Coordinator;
        // Before most words ends nothing but what a noun says, at a second verb.
        if !(comma || dash || closing || coordinated) {
            return cue.form == CueForm::Noun && self.second_verb(at, start);
        }
        // "“… more than I do” — a phrase that they laughed at"
        if dash && closing && reading.tag(next) == Tag::Determiner {
            return true;
        }
        // "“… hostage,” while"
        let comma_inside = closing && reading.is(at - 2, ",");
        if (comma || comma_inside) && self.narrates(next, start, scope, cue) {
            return true;
        }
        let verb = if coordinated { next + 1 } else { next };
        // "one victim, a man of 71, still required care": what is inserted ends before the verb.
        let inserted = comma && !coordinated && (start..at).any(|it| reading.is(it, ","));
        // "“a bridge,” adding that"
        let added_behind = comma_inside && self.verb_tag(verb) == Tag::VerbIng;
        let speaks = (comma || coordinated || added_behind)
            && self.cue_verb_follows(verb)
            && !self.is_noun_cue(verb)
            && !(inserted && self.verb_tag(verb) != Tag::VerbIng);
        if comma && coordinated && self.goes_on_saying(verb, start, at) {
            return true;
        }
        if comma && coordinated && self.is_asked(start) && self.goes_on_telling(verb) {
            return true;
        }
        let added = coordinated && (!comma || self.says(verb));
        // "said she urged calm and promised aid": the second verb is parallel to the first one
        // inside the report.
        if added && speaks && self.reports_inside(start, at, cue) {
            return false;
        }
        if speaks {
            let tag = self.verb_tag(verb);
            // "said the road was shut and urged drivers", ", adding that"
            return tag != Tag::Verb || comma;
        }
        if comma
            && reading.is_any(next, &["while", "instead", "though", "although"])
            && self.cue_verb_follows(next + 1)
        {
            return reading.tag(next + 1) == Tag::VerbIng;
        }
        if cue.form == CueForm::Noun && self.second_verb(at, start) {
            return true;
        }
        // ", officials said": the other speaker's clause is over before it.
        comma && (self.speaker_follows(next, scope) || self.main_clause_follows(next, scope, cue))
    }

    /// The tag of the verb at `at`, perhaps after an adverb.
    fn verb_tag(&self, at: usize) -> Tag {
        let reading = self.reading;
        reading.tag(at + usize::from(reading.tag(at) == Tag::Adverb))
    }

    /// "whether the door should go": whether what begins at `start` is a question.
    fn is_asked(&self, start: usize) -> bool {
        self.reading
            .is_any(start, &["how", "if", "when", "where", "whether", "why"])
    }

    /// "(asked whether it was late), and | was sent home", ", and | I said that": whether behind a question the
    /// story goes on with a finite verb, or with who answers.
    fn goes_on_telling(&self, at: usize) -> bool {
        let reading = self.reading;
        let finite = matches!(reading.tag(at), Tag::VerbPast | Tag::VerbS);
        let answers = reading.tag(at) == Tag::Pronoun && self.says(at + 1);
        finite || answers
    }

    /// Whether behind a comma somebody else goes on: the writer, or another speaker.
    fn narrates(&self, next: usize, start: usize, scope: &Range<usize>, cue: &Cue) -> bool {
        self.main_verb_follows(next, start, cue)
            || self.rumour_follows(next)
            || self.contrast_follows(next, scope)
            || self.company_follows(next)
            || self.withholds(next)
    }

    /// "The lender, hailed as proof that growth pays, has sunk": whether behind the first comma the verb
    /// goes on from before an inserted cue.
    fn main_verb_follows(&self, at: usize, start: usize, cue: &Cue) -> bool {
        let reading = self.reading;
        let finite = matches!(reading.tag(at), Tag::VerbS | Tag::VerbPast | Tag::Modal)
            && reading.word(at).closed == Some(Closed::Auxiliary);
        let before = cue.tokens.start.checked_sub(1);
        let relative = before.is_some_and(|it| reading.tag(it) == Tag::Wh);
        let reduced = cue.form == CueForm::Participle
            || cue.form == CueForm::Passive && cue.tokens.len() == 1;
        finite && (relative || reduced) && (start..at - 1).all(|it| !reading.is(it, ","))
    }

    /// ", while her French counterpart called for", ", though two aides cautioned": another speaks behind
    /// the conjunction.
    fn contrast_follows(&self, at: usize, scope: &Range<usize>) -> bool {
        let reading = self.reading;
        let other = || {
            let next = self.cues.get(self.cue_from(at));
            next.filter(|cue| cue.head < scope.end)
        };
        reading.is_any(at, &["although", "though", "whereas", "while"])
            && other().is_some_and(|cue| {
                cue.form == CueForm::Finite && self.subject(cue).is_some_and(|it| it.start > at)
            })
    }

    /// ", with the ministry saying the figures": another speaks beside it.
    fn company_follows(&self, at: usize) -> bool {
        let reading = self.reading;
        let who = self
            .chunks
            .starting_at(at + 1)
            .map(|it| self.last_of_phrase(it.tokens.end));
        reading.is(at, "with")
            && who.is_some_and(|end| reading.tag(end) == Tag::VerbIng && self.says(end))
    }

    /// Where a noun phrase with its "of" ends whose first part ends before `end`.
    fn last_of_phrase(&self, end: usize) -> usize {
        let house = self.chunks.starting_at(end + 1);
        let house = house.filter(|_| self.reading.is(end, "of"));
        house.map_or(end, |it| it.tokens.end)
    }

    /// ", without elaborating": what who speaks leaves unsaid.
    fn withholds(&self, at: usize) -> bool {
        let reading = self.reading;
        let verb = at + 1;
        let leaves = || {
            self.says(verb)
                || reading.is_any(
                    verb,
                    &[
                        "citing",
                        "elaborating",
                        "giving",
                        "identifying",
                        "naming",
                        "offering",
                        "providing",
                        "specifying",
                    ],
                )
        };
        reading.is(at, "without") && reading.tag(verb) == Tag::VerbIng && leaves()
    }

    /// ", though it is understood": what nobody is said to say is the writer's again.
    fn rumour_follows(&self, at: usize) -> bool {
        let reading = self.reading;
        reading.is_any(at, &["although", "but", "though"])
            && reading.is(at + 1, "it")
            && reading.is_any(at + 2, &["is", "was"])
            && reading.word(at + 3).cue.is_some()
            && reading.word(at + 3).may_be(Tag::VerbParticiple)
    }

    /// "says the code is dying, and has called for": the second verb of who speaks, if no "has" of the
    /// report from `start` to `end` is parallel to it.
    fn goes_on_saying(&self, verb: usize, start: usize, end: usize) -> bool {
        let reading = self.reading;
        let has = |at: usize| reading.is_any(at, &["has", "have"]);
        let saying = verb + 1 + usize::from(reading.tag(verb + 1) == Tag::Adverb);
        has(verb) && self.says(saying) && !(start..end).any(has)
    }

    /// "While she said …, the observer signed": behind a leading subordinate clause the main one.
    fn main_clause_follows(&self, at: usize, scope: &Range<usize>, cue: &Cue) -> bool {
        let reading = self.reading;
        let first = reading.word(scope.start).closed;
        let subordinate = first == Some(Closed::Subordinator)
            || reading.tag(scope.start) == Tag::Preposition
            || reading.is_any(
                scope.start,
                &["when", "as", "while", "after", "although", "though"],
            );
        let early = (scope.start..cue.head).all(|it| !reading.is(it, ","));
        subordinate
            && early
            && self.chunks.starting_at(at).is_some_and(|chunk| {
                let verb = chunk.tokens.end;
                (verb..scope.end.min(verb + 3)).any(|it| {
                    matches!(
                        reading.tag(it),
                        Tag::VerbPast | Tag::VerbS | Tag::Modal | Tag::Verb
                    )
                })
            })
    }

    /// "her warning that the archive would rot was ignored": a second finite verb with no clause
    /// of its own belongs to the noun.
    fn second_verb(&self, at: usize, start: usize) -> bool {
        let reading = self.reading;
        let finite = |it: usize| {
            matches!(reading.tag(it), Tag::VerbPast | Tag::VerbS | Tag::Modal)
                && (it == start
                    || !matches!(
                        reading.tag(it - 1),
                        Tag::Modal | Tag::VerbS | Tag::VerbPast | Tag::Adverb
                    ))
        };
        if !finite(at) {
            return false;
        }
        let mut verbs = 0_usize;
        for it in start + 1..at {
            if finite(it) {
                verbs += 1;
            } else if reading.tag(it) == Tag::Wh
                || matches!(
                    reading.word(it).closed,
                    Some(Closed::Subordinator | Closed::Complementizer)
                )
                || reading.tag(it) == Tag::Coordinator
            {
                verbs = verbs.saturating_sub(1);
            }
        }
        verbs >= 1
    }

    /// Whether a finite verb of saying stands between `start` and `end`, on the cue's level.
    fn reports_inside(&self, start: usize, end: usize, cue: &Cue) -> bool {
        (start..end).any(|at| {
            matches!(self.reading.tag(at), Tag::VerbPast | Tag::VerbS | Tag::Verb)
                && self.says(at)
                && self.same_level(at, cue.quotation)
        })
    }

    fn is_noun_cue(&self, at: usize) -> bool {
        matches!(self.reading.tag(at), Tag::Noun | Tag::Nouns)
    }

    /// Whether `SOURCE CUE` and then a comma or the end stand at `at`.
    fn speaker_follows(&self, at: usize, scope: &Range<usize>) -> bool {
        let reading = self.reading;
        let Some(cue) = self.cues.get(self.cue_from(at)) else {
            return false;
        };
        if cue.head >= scope.end.min(at + REACH) || cue.form != CueForm::Finite {
            return false;
        }
        let Some(source) = self.subject(cue).filter(|source| source.start == at) else {
            return false;
        };
        if source.len() > REACH {
            return false;
        }
        let between = self.between(cue, cue.tokens.end, scope);
        between.end >= scope.end || reading.is_any(between.end, &[",", ".", ";"])
    }

    /// Whether a cue verb, perhaps after an adverb, stands at `at`.
    pub(super) fn cue_verb_follows(&self, at: usize) -> bool {
        let reading = self.reading;
        let verb = if reading.tag(at) == Tag::Adverb {
            at + 1
        } else {
            at
        };
        let tag = reading.tag(verb);
        let says = self.says(verb);
        // "is not looking for war but wanted an answer": wishes go on inside a report.
        says && matches!(
            tag,
            Tag::VerbPast | Tag::VerbS | Tag::Verb | Tag::VerbParticiple
        ) || reading.word(verb).cue.is_some() && tag == Tag::VerbIng
    }

    /// Whether a subject and a finite verb stand in a stretch.
    pub(crate) fn has_clause(&self, from: usize, end: usize) -> bool {
        let reading = self.reading;
        let mut nominal = false;
        for at in from..end.min(from + 60) {
            let tag = reading.tag(at);
            let finite = matches!(tag, Tag::VerbPast | Tag::VerbS | Tag::Modal)
                || tag == Tag::Verb && at > from && !matches!(reading.tag(at - 1), Tag::To);
            if finite && nominal {
                return true;
            }
            // "added a third goal after Leeward had replied": the verb is that of another clause.
            let subordinate = reading.word(at).closed.is_some()
                && reading.is_any(
                    at,
                    &[
                        "after", "before", "when", "while", "because", "until", "since", "once",
                    ],
                );
            if subordinate && at > from && !reading.is(at - 1, ",") {
                return false;
            }
            if tag == Tag::Wh && at > from {
                // The verb of a relative clause is not the one that is looked for.
                let verb = (at + 1..end.min(at + 12))
                    .find(|&it| matches!(reading.tag(it), Tag::VerbPast | Tag::VerbS | Tag::Modal));
                return verb.is_some_and(|verb| {
                    (verb + 1..end).any(|it| {
                        matches!(reading.tag(it), Tag::VerbPast | Tag::VerbS | Tag::Modal)
                    })
                });
            }
            nominal |= tag.is_nominal() || matches!(tag, Tag::Determiner | Tag::Number);
        }
        false
    }

    /// Without punctuation outside quotations at either end.
    pub(crate) fn trimmed(&self, tokens: Range<usize>) -> Range<usize> {
        let reading = self.reading;
        let (mut start, mut end) = (tokens.start, tokens.end);
        let drops = |at: usize| {
            matches!(reading.kind(at), TokenKind::Stop)
                || reading.is_any(at, &[",", ";", ":", "–", "—", "--", "-"])
                // the mark of an excerpt
                || reading.kind(at) == TokenKind::Punctuation && reading.is(at, "\"")
        };
        while start < end && drops(start) {
            start += 1;
        }
        while start < end && drops(end - 1) {
            end -= 1;
        }
        start..end
    }
}
