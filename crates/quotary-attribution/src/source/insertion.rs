//! What stands between a subject and its verb: appositions, ages, relative clauses.

use std::ops::Range;

use crate::{
    evidence::Evidence,
    lexicon::{Closed, Noun},
    tag::Tag,
    token::TokenKind,
};

/// How many commas are looked across to find the subject of a cue: "John Smith, 45, of Leeds, the
/// owner, said" has four.
const COMMAS: usize = 5;

impl Evidence<'_, '_, '_> {
    /// `SOURCE, who …, said`, `SOURCE, 45, said`, `X, the minister, said`.
    pub(super) fn over_comma(
        &self,
        comma: usize,
        floor: usize,
        quotation: Option<u32>,
    ) -> Option<Range<usize>> {
        let reading = self.reading;
        if let Some(before) = self.before_aside(comma, floor) {
            return self
                .over_comma(before, floor, quotation)
                .or_else(|| self.mentions().ending_at(before.checked_sub(1)?, floor));
        }
        let mut found = None;
        let mut end = comma;
        for _ in 0..COMMAS {
            let Some(previous) = (floor..end)
                .rev()
                .take(45)
                .find(|&at| reading.is(at, ",") && self.same_level(at, quotation))
            else {
                break;
            };
            let between = previous + 1..end;
            if !self.is_insertion(&between) {
                break;
            }
            end = previous;
            let last = previous.checked_sub(1).filter(|&last| last >= floor);
            let name = last
                .and_then(|last| self.mentions().ending_at(last, floor))
                .map(|name| self.whole(name, floor, quotation));
            let Some(name) = name else {
                // "Ramil Carr, 31, a photographer, said": an age is passed over.
                if last.is_some_and(|last| reading.kind(last) == TokenKind::Number) {
                    continue;
                }
                break;
            };
            // "has 112 dead, its director, Ana Prado, said": the dead are no director.
            let person = |at: usize| reading.word(at).noun.is_some_and(Noun::is_human);
            let thing = !name
                .clone()
                .any(|at| reading.tag(at) == Tag::Name || reading.word(at).noun.is_some());
            if found.is_some() && thing && between.clone().any(person) {
                break;
            }
            // "At one point on Sunday, Trump, who …, tweeted": what a preposition leads sets the scene.
            let scene = name.start.checked_sub(1).is_some_and(|it| {
                it >= floor
                    && matches!(reading.tag(it), Tag::Preposition | Tag::To)
                    && reading.word(it).closed != Some(Closed::Subordinator)
            });
            let leads = name.start <= floor + 1;
            if scene && (leads || self.is_apposition(&between)) {
                break;
            }
            // "in the third set, when the umpire, Renaud Castelain, told": another clause begins.
            let clause = reading.tag(between.start) == Tag::Wh
                || reading.is_any(between.start, &["when", "where", "while", "as", "whose"]);
            if clause && found.is_some() {
                break;
            }
            found = Some(name);
        }
        let name = found?;
        // An apposition belongs to the source, a relative clause does not.
        let apposition = self.is_apposition(&(name.end + 1..comma));
        Some(if apposition { name.start..comma } else { name })
    }

    /// "Prado, for her part, | said": the comma before what only goes from one speaker to the next.
    fn before_aside(&self, comma: usize, floor: usize) -> Option<usize> {
        let reading = self.reading;
        let before = comma.checked_sub(4).filter(|&it| it > floor)?;
        (reading.is(before, ",")
            && reading.is_any(before + 1, &["for", "on"])
            && reading.tag(before + 2) == Tag::Possessive
            && reading.is(before + 3, "part"))
        .then_some(before)
    }

    /// Whether what stands between two commas can stand between a subject and its verb.
    fn is_insertion(&self, between: &Range<usize>) -> bool {
        let reading = self.reading;
        if between.is_empty() {
            return false;
        }
        let first = between.start;
        // "Pickett, two aides said, told the speaker"
        let report = matches!(reading.tag(between.end - 1), Tag::VerbPast | Tag::VerbS)
            && self.says(between.end - 1)
            && self.chunks.starting_at(first).is_some();
        if report
            || reading.tag(first) == Tag::Wh
            || reading.is(first, "whose")
            || reading.kind(first) == TokenKind::Number
        {
            return true;
        }
        // "none of whom wanted to be named", "dated 3 February"
        let whom = between
            .clone()
            .skip(1)
            .take(2)
            .any(|at| reading.tag(at) == Tag::Wh);
        if whom || reading.word(first).may_be(Tag::VerbParticiple) {
            return true;
        }
        if matches!(
            reading.tag(first),
            Tag::VerbIng | Tag::VerbParticiple | Tag::Preposition | Tag::Adverb | Tag::To
        ) {
            return true;
        }
        self.is_apposition(between)
    }

    /// Whether a stretch is a noun phrase without a finite verb.
    fn is_apposition(&self, between: &Range<usize>) -> bool {
        let reading = self.reading;
        if between.is_empty()
            || reading.tag(between.start) == Tag::Wh
            || reading.is(between.start, "whose")
        {
            return false;
        }
        let nominal = between
            .clone()
            .any(|at| reading.tag(at).is_nominal() || reading.tag(at) == Tag::Number);
        let verbal = between.clone().any(|at| {
            matches!(
                reading.tag(at),
                Tag::VerbPast | Tag::VerbS | Tag::Modal | Tag::Wh
            )
        });
        nominal
            && !verbal
            && !matches!(
                reading.tag(between.start),
                Tag::VerbIng | Tag::Preposition | Tag::Adverb | Tag::To | Tag::VerbParticiple
            )
    }

    /// `SOURCE – the owner of the mill – said`
    pub(super) fn over_dash(&self, dash: usize, floor: usize) -> Option<Range<usize>> {
        let reading = self.reading;
        let open = (floor..dash)
            .rev()
            .take(30)
            .find(|&at| reading.form(at) == reading.form(dash))?;
        self.mentions().ending_at(open.checked_sub(1)?, floor)
    }
}
