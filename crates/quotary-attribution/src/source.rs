//! Whose words a cue introduces: the noun phrase before or behind it.

use std::ops::Range;

use crate::{
    cue::{Cue, CueForm},
    evidence::Evidence,
    lexicon::{Closed, Noun, VerbClass},
    mention::REACH,
    tag::Tag,
};

mod insertion;
mod participle;

impl Evidence<'_, '_, '_> {
    /// The noun phrase that stands before `cue` as its subject.
    pub(crate) fn subject(&self, cue: &Cue) -> Option<Range<usize>> {
        let floor = cue.scope.start;
        self.subject_before(cue.tokens.start, floor, cue.quotation)
    }

    /// The same; or, where `cue` is one more verb of a clause ("called it …, said …"), the subject
    /// of that clause.
    pub(crate) fn subject_or_shared(&self, cue: &Cue) -> Option<Range<usize>> {
        let floor = cue.scope.start;
        let listed = cue
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|last| last >= floor && self.reading.is(last, ","));
        self.subject(cue).or_else(|| {
            listed
                .then(|| self.clause_subject(cue.tokens.start, floor, cue.quotation))
                .flatten()
        })
    }

    /// The noun phrase that ends before token `verb`, seen over adverbs, times, appositions and
    /// relative clauses, not further left than `floor`.
    pub(crate) fn subject_before(
        &self,
        verb: usize,
        floor: usize,
        quotation: Option<u32>,
    ) -> Option<Range<usize>> {
        let reading = self.reading;
        let mut at = verb;
        loop {
            let last = at.checked_sub(1).filter(|&last| last >= floor)?;
            if !self.same_level(last, quotation) {
                // A name may hold a nickname between marks.
                return self
                    .chunks
                    .at(last)
                    .filter(|it| it.tokens.end > last + 1)
                    .and(None);
            }
            if let Some(time) = self
                .chunks
                .ending_at(last)
                .filter(|it| self.mentions().is_time(it))
            {
                let start = self.measured(time.tokens.start, floor);
                let preposition = start
                    .checked_sub(1)
                    .is_some_and(|it| it >= floor && reading.tag(it) == Tag::Preposition);
                at = if preposition { start - 1 } else { start };
                continue;
            }
            match reading.tag(last) {
                Tag::Adverb => at = last,
                // "Prado (D-Mont.) and Brun both | said"
                _ if self.is_floating(last, floor) => at = last,
                Tag::Wh => return self.relative(last, floor, quotation),
                Tag::Coordinator => return self.shared_subject(last, floor, quotation),
                // "beat Prado 6-4 on Wednesday, then revealed"
                _ if reading.is(last, ",") && reading.is(last + 1, "then") && at == last + 1 => {
                    return self.shared_subject(last, floor, quotation);
                }
                _ if reading.is(last, ",") => {
                    return self.over_comma(last, floor, quotation);
                }
                _ if reading.is_any(last, &["–", "—", "--"]) => {
                    return self.over_dash(last, floor);
                }
                // "A study published in May suggests": behind the time stands a participle.
                Tag::VerbParticiple | Tag::VerbPast
                    if at < verb
                        && reading.word(last).may_be(Tag::VerbParticiple)
                        && last > floor
                        && reading.tag(last - 1).is_nominal() =>
                {
                    at = last;
                }
                _ => {
                    let Some(found) = self.mentions().ending_at(last, floor) else {
                        return self.behind_relative(last, floor);
                    };
                    return Some(self.whole(found, floor, quotation));
                }
            }
        }
    }

    /// "A diplomat who asked not to be named | (said)": whoever a relative clause is about that ends with the verb
    /// at `last`.
    fn behind_relative(&self, last: usize, floor: usize) -> Option<Range<usize>> {
        let reading = self.reading;
        if !reading.tag(last).is_verb() {
            return None;
        }
        let who = (floor + 1..last)
            .rev()
            .take(REACH)
            .take_while(|&at| !reading.is(at, ","))
            .find(|&at| reading.is(at, "who") && reading.tag(at) == Tag::Wh)?;
        let whom = self.chunks.ending_at(who - 1)?;
        (whom.tokens.start >= floor).then_some(whom.tokens.start..last + 1)
    }

    /// "shared | more than 40,000 times": where what is counted at `start` begins.
    fn measured(&self, start: usize, floor: usize) -> usize {
        let reading = self.reading;
        let degree = reading.is_any(start.saturating_sub(1), &["least", "most", "than"])
            && reading.is_any(start.saturating_sub(2), &["at", "fewer", "less", "more"]);
        if degree && start >= floor + 2 {
            start - 2
        } else {
            start
        }
    }

    /// "Prado and Brun | both (said)": whether a word of number at `last` stands behind the several whom it
    /// counts.
    fn is_floating(&self, last: usize, floor: usize) -> bool {
        let reading = self.reading;
        if !reading.is_any(last, &["all", "both", "each"]) || last <= floor {
            return false;
        }
        let Some(before) = self.mentions().ending_at(last - 1, floor) else {
            return false;
        };
        let head = self.chunks.at(before.start).map_or(last, |it| it.head);
        let several =
            reading.tag(head) == Tag::Nouns || before.clone().any(|at| reading.is(at, "and"));
        several || reading.is(before.start, "they")
    }

    /// A noun phrase together with what stands before it in its clause, where that is one phrase:
    /// "two people familiar with the matter", "a person who was in the room".
    ///
    /// No finite verb may stand between the first noun and the last but that of a relative clause,
    /// or a participle's.
    pub(super) fn whole(
        &self,
        found: Range<usize>,
        floor: usize,
        quotation: Option<u32>,
    ) -> Range<usize> {
        let reading = self.reading;
        // "A few minutes later | he": nothing before it belongs to a pronoun.
        if found.len() == 1 && reading.is_any(found.start, &["he", "she", "they", "we", "i"]) {
            return found;
        }
        // "After the debate | Prado": two phrases side by side, of which the first is when or where.
        let named = reading.tag(found.start) == Tag::Name && reading.is_capital(found.start);
        let setting = found
            .start
            .checked_sub(1)
            .filter(|_| named)
            .and_then(|it| self.chunks.ending_at(it));
        if setting.is_some_and(|it| {
            !reading.is_capital(it.head)
                && reading
                    .word(it.head)
                    .noun
                    .is_none_or(|it| it == Noun::Document)
        }) {
            return found;
        }
        let begins = |at: usize| {
            let tag = reading.tag(at);
            let relative = tag == Tag::Wh
                && reading.is_any(at, &["who", "which", "that", "whose", "whom", "where"])
                && at > floor
                && reading.tag(at - 1).is_nominal();
            tag == Tag::Punctuation
                || tag == Tag::Coordinator
                || tag == Tag::Wh && !relative
                || matches!(
                    reading.word(at).closed,
                    Some(Closed::Subordinator | Closed::Complementizer)
                ) && !relative
                || reading.is_any(at, &["as", "after", "before", "since", "until", "than"])
                || !self.same_level(at, quotation)
        };
        let clause = (floor..found.start)
            .rev()
            .take(REACH)
            .find(|&at| begins(at))
            .map_or(floor, |at| at + 1);
        if clause >= found.start || found.end - clause > REACH {
            return found;
        }
        let Some(first) = self.chunks.starting_at(clause) else {
            return found;
        };
        let mut verbs = 0;
        for at in first.tokens.end..found.start {
            match reading.tag(at) {
                Tag::Wh => verbs = 1,
                Tag::VerbParticiple
                    if at == first.tokens.end
                        && self.chunks.starting_at(at + 1).is_some()
                        && !self.mentions().names(at) =>
                {
                    return found;
                }
                Tag::VerbPast | Tag::VerbS | Tag::Verb | Tag::Modal => {
                    let auxiliary = matches!(
                        reading.word(at).closed,
                        Some(Closed::Auxiliary | Closed::Modal)
                    );
                    let participle = reading.word(at).may_be(Tag::VerbParticiple)
                        && reading.word(at).closed.is_none()
                        && at == first.tokens.end
                        && matches!(
                            reading.tag(at + 1),
                            Tag::Preposition | Tag::To | Tag::Adverb | Tag::Particle
                        );
                    if verbs == 0 && !participle {
                        return found;
                    }
                    verbs -= i32::from(!auxiliary && !participle);
                }
                _ => {}
            }
        }
        clause..found.end
    }

    /// `SOURCE who said`, `SOURCE, who said`: the noun the pronoun stands for.
    fn relative(
        &self,
        pronoun: usize,
        floor: usize,
        quotation: Option<u32>,
    ) -> Option<Range<usize>> {
        let reading = self.reading;
        if !reading.is_any(pronoun, &["who", "which", "that"]) {
            return None;
        }
        let mut last = pronoun.checked_sub(1).filter(|&last| last >= floor)?;
        if reading.is_any(last, &[",", "–", "—", "--", "-", "("]) {
            last = last.checked_sub(1).filter(|&last| last >= floor)?;
        }
        if !self.same_level(last, quotation) {
            return None;
        }
        self.chunks.ending_at(last).map(|_| pronoun..pronoun + 1)
    }

    /// `SOURCE said … and urged`: the subject of the verb that the conjunction adds to.
    fn shared_subject(
        &self,
        coordinator: usize,
        floor: usize,
        quotation: Option<u32>,
    ) -> Option<Range<usize>> {
        self.clause_subject(coordinator, floor, quotation)
    }

    /// The subject of the nearest finite verb to the left that has one.
    pub(crate) fn clause_subject(
        &self,
        before: usize,
        floor: usize,
        quotation: Option<u32>,
    ) -> Option<Range<usize>> {
        let reading = self.reading;
        let mut at = before;
        let (mut matrix, mut nearest) = (None, None);
        // A sentence of news seldom has more than this many words before its second verb.
        for _ in 0..80 {
            let Some(left) = at.checked_sub(1).filter(|&it| it >= floor) else {
                break;
            };
            at = left;
            if !self.same_level(at, quotation) {
                continue;
            }
            let finite = matches!(
                reading.tag(at),
                Tag::VerbPast | Tag::VerbS | Tag::Verb | Tag::Modal
            );
            // "the singer apologized for it": what looks like a participle.
            let past = reading.tag(at) == Tag::VerbParticiple
                && reading.word(at).may_be(Tag::VerbPast)
                && reading.word(at).cue.is_some()
                && at > floor
                && reading.tag(at - 1).is_nominal();
            if !finite && !past {
                continue;
            }
            let mut start = at;
            while start > floor
                && (reading.tag(start - 1) == Tag::Adverb
                    || matches!(
                        reading.word(start - 1).closed,
                        Some(Closed::Auxiliary | Closed::Modal | Closed::Negation)
                    ))
            {
                start -= 1;
            }
            let Some(previous) = start.checked_sub(1).filter(|&it| it >= floor) else {
                continue;
            };
            if matches!(reading.tag(previous), Tag::Coordinator | Tag::To) {
                continue;
            }
            let Some(found) = self.subject_before(start, floor, quotation) else {
                continue;
            };
            let found = self.antecedent(found, floor);
            // A clause inside the report ("said the road was shut and urged") is not the one whose
            // subject is meant, as long as a verb of saying stands further left.
            // "found that bats were there, and recommended"
            let verb = self.main_verb(at, before);
            let that = reading.word(verb).cue.is_some() && reading.is(verb + 1, "that");
            if self.says(verb) || that {
                matrix = Some(found.clone());
            }
            let begins = found.start;
            nearest = nearest.or(Some(found));
            if self.begins_main_clause(begins, floor, quotation) {
                break;
            }
        }
        matrix.or(nearest)
    }

    /// What a relative pronoun as subject stands for; any other subject as it is.
    fn antecedent(&self, subject: Range<usize>, floor: usize) -> Range<usize> {
        if self.reading.tag(subject.start) != Tag::Wh {
            return subject;
        }
        let comma = usize::from(subject.start > floor && self.reading.is(subject.start - 1, ","));
        subject
            .start
            .checked_sub(1 + comma)
            .filter(|&last| last >= floor)
            .and_then(|last| self.mentions().ending_at(last, floor))
            .unwrap_or(subject)
    }

    /// Whether a clause of its own begins at `at`: "…, and officials denied", "When …, he looked".
    fn begins_main_clause(&self, at: usize, floor: usize, quotation: Option<u32>) -> bool {
        let reading = self.reading;
        let Some(before) = at.checked_sub(1).filter(|&it| it >= floor) else {
            return true;
        };
        if reading.is(before, ";") {
            return self.same_level(before, quotation);
        }
        let comma = |at: usize| reading.is(at, ",") && self.same_level(at, quotation);
        if reading.tag(before) == Tag::Coordinator {
            return before > floor && comma(before - 1);
        }
        let subordinate = reading.word(floor).closed == Some(Closed::Subordinator)
            || reading.is_any(
                floor,
                &["when", "as", "while", "after", "although", "though", "if"],
            );
        comma(before) && subordinate && (floor..before).all(|it| !comma(it))
    }

    /// The verb that the auxiliary at `at` leads to; `at` itself where it is none.
    fn main_verb(&self, at: usize, end: usize) -> usize {
        let reading = self.reading;
        (at..end.min(at + 5))
            .find(|&it| {
                reading.tag(it).is_verb() && reading.word(it).closed != Some(Closed::Auxiliary)
            })
            .filter(|&verb| {
                (at..verb).all(|it| {
                    reading.tag(it) == Tag::Adverb
                        || matches!(
                            reading.word(it).closed,
                            Some(Closed::Auxiliary | Closed::Modal | Closed::Negation)
                        )
                })
            })
            .unwrap_or(at)
    }

    /// Whether token `at` is a verb of saying or writing.
    pub(crate) fn says(&self, at: usize) -> bool {
        self.reading.word(at).cue.is_some_and(|cue| {
            matches!(
                self.reading.lexicon().verb(cue).class,
                VerbClass::Speech | VerbClass::Writing
            )
        })
    }

    /// The noun phrase behind an inverted cue: "said Greene, director of …".
    pub(crate) fn inverted(&self, cue: &Cue) -> Option<Range<usize>> {
        let reading = self.reading;
        let scope = cue.scope.clone();
        let mut first = cue.tokens.end;
        while first < scope.end && reading.tag(first) == Tag::Adverb {
            first += 1;
        }
        if !self.same_level(first, cue.quotation) {
            return None;
        }
        let mention = self.mentions().starting_at(first, scope.end)?;
        // "said the varnish looked like gravy": a noun phrase with a verb begins the content.
        let verb = (mention.end..scope.end.min(mention.end + 2))
            .find(|&at| reading.tag(at) != Tag::Adverb)
            .is_some_and(|at| {
                matches!(reading.tag(at), Tag::VerbPast | Tag::VerbS | Tag::Modal)
                    || reading.word(at).closed == Some(Closed::Auxiliary)
            });
        (!verb).then_some(mention)
    }

    /// Who a passive cue was told by: "told by the purser".
    pub(crate) fn agent(&self, cue: &Cue) -> Option<Range<usize>> {
        let scope = cue.scope.clone();
        let by = cue.tokens.end;
        if cue.form == CueForm::Passive && self.reading.is(by, "by") {
            return self.mentions().starting_at(by + 1, scope.end);
        }
        None
    }
}
