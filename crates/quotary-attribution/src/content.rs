//! What a cue introduces: the clause, phrase or quotation behind it.

use std::{
    cell::LazyCell,
    ops::{Deref, Range},
};

use crate::{
    cue::{Cue, CueForm},
    evidence::Evidence,
    lexicon::{Closed, Pattern, VerbClass},
    tag::Tag,
    token::TokenKind,
};

mod between;
mod clause;

/// What stands behind a cue as its object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Complement {
    /// The content, in tokens.
    pub(crate) content: Vec<Range<usize>>,
    /// The noun phrase of who was told.
    pub(crate) hearer: Option<Range<usize>>,
    /// The outermost quotation that the content begins with.
    pub(crate) quoted: Option<usize>,
    /// How it is tied to the cue; the name of the sieve.
    pub(crate) tie: &'static str,
    /// Where the cue ends: behind its preposition, where it has one ("called for").
    pub(crate) cue_end: usize,
}

impl Evidence<'_, '_, '_> {
    /// What stands behind `cue` as its object, if anything can.
    pub(crate) fn complement(&self, cue: &Cue, from: usize) -> Option<Complement> {
        let reading = self.reading;
        let scope = cue.scope.clone();
        let between = self.between(cue, from, &scope);
        let at = between.end;
        let hearer = between.hearer;
        let made = |content: Vec<Range<usize>>, quoted, tie| {
            Some(Complement {
                content,
                hearer: hearer.clone(),
                quoted,
                tie,
                cue_end: cue.tokens.end,
            })
        };
        if let Some((quoted, tie)) = self.quotation_behind(cue, at, &scope) {
            let content = self.quotation_or_clause(cue, quoted, &scope);
            return made(content, Some(quoted), tie);
        }
        // A quotation inside a quotation.
        let inner = if reading.is_any(at, &[",", ":"]) {
            at + 1
        } else {
            at
        };
        if cue.quotation.is_some()
            && inner < reading.len()
            && reading.kind(inner) == TokenKind::Opening
            && !self.same_level(inner, cue.quotation)
            && scope.contains(&inner)
        {
            let end = self.mark_end(inner, scope.end);
            return made(one(inner + 1..end), None, "cue-before-quotation");
        }
        // "blamed “market conditions” for the delay"; what a verb of naming calls something is a name.
        let fragment = self
            .opens_at(at)
            .filter(|_| cue.quotation.is_none() && !cue.pattern.has(Pattern::CALL));
        if at >= scope.end || fragment.is_none() && !self.same_level(at, cue.quotation) {
            return None;
        }
        if reading.is(at, ":") && cue.pattern.has(Pattern::QUOTE) {
            return made(
                one(at + 1..self.trimmed(at + 1..scope.end).end),
                None,
                "colon",
            );
        }
        let clause = LazyCell::new(|| self.clause_range(at, &scope, cue));
        let first = self.complement_start(cue, at, hearer.is_some(), &scope, &clause)?;
        let mut begin = first.0;
        let mut cue_end = cue.tokens.end;
        if first.1 == "prepositional-object" {
            begin += 1;
            if at == cue_end {
                cue_end = begin;
            }
        }
        let mut content = if begin == at {
            self.parted(at, clause.clone(), cue)
        } else {
            self.clause(begin, &scope, cue)
        };
        if matches!(first.1, "noun-phrase" | "called" | "described-as") {
            self.cut_behind_fragment(&mut content);
        }
        if let Some(quoted) = fragment.filter(|&it| content == [self.quoted[it].tokens.clone()]) {
            return made(self.quoted[quoted].parts.clone(), Some(quoted), first.1);
        }
        (!content.is_empty()).then_some(())?;
        made(content, None, first.1).map(|made| Complement { cue_end, ..made })
    }

    /// The quotation that begins at `at`, or behind a comma, colon or dash there.
    fn quotation_behind(
        &self,
        cue: &Cue,
        at: usize,
        scope: &Range<usize>,
    ) -> Option<(usize, &'static str)> {
        let reading = self.reading;
        if cue.quotation.is_some() {
            return None;
        }
        let pattern = Pattern::QUOTE
            .and(Pattern::THAT)
            .and(Pattern::HEARER)
            .and(Pattern::BARE);
        if !cue.pattern.any(pattern) || cue.form == CueForm::Noun {
            return None;
        }
        if let Some(quoted) = self.opens_at(at) {
            return Some((quoted, "cue-before-quotation"));
        }
        if reading.is_any(at, &[",", ":", "–", "—", "--"]) {
            if let Some(quoted) = self.opens_at(at + 1) {
                return Some((quoted, "cue-before-quotation"));
            }
            // A colon at the end of a paragraph introduces the next one.
            let introduces = reading.is(at, ":") && at + 1 >= scope.end;
            return introduces
                .then(|| self.opens_at(at + 1))
                .flatten()
                .map(|it| (it, "colon"));
        }
        None
    }

    /// All parts of a quotation; or, where the clause goes on behind a fragment, the clause.
    fn quotation_or_clause(
        &self,
        cue: &Cue,
        quoted: usize,
        scope: &Range<usize>,
    ) -> Vec<Range<usize>> {
        let reading = self.reading;
        let found = &self.quoted[quoted];
        let end = found.tokens.end;
        let complete = self.last_inside(quoted).is_some_and(|inside| {
            reading.kind(inside) == TokenKind::Stop || reading.is_any(inside, &[",", "-", "–", "—"])
        });
        // "“…” on Thursday", "“…” and added", "“…”, he": what follows is the narrator's.
        let narrates = complete
            || matches!(reading.kind(end), TokenKind::Stop)
            || reading.is_any(end, &[",", ";", ":", "–", "—", "--", ")"])
            || self.time(end, scope.end).is_some()
            || reading.tag(end) == Tag::Coordinator && self.cue_verb_follows(end + 1)
            || reading.is_any(end, &NARRATES);
        let goes_on = end < scope.end && !narrates;
        if goes_on {
            return self.clause(found.tokens.start, scope, cue);
        }
        found.parts.clone()
    }

    /// "called it “a hatchet job” in an interview": what follows the last fragment of a noun phrase
    /// and tells time, place or occasion is the narrator's.
    fn cut_behind_fragment(&self, content: &mut [Range<usize>]) {
        let reading = self.reading;
        let Some(last) = content.last_mut() else {
            return;
        };
        let Some(close) = last
            .clone()
            .rev()
            .find(|&at| reading.kind(at) == TokenKind::Closing)
        else {
            return;
        };
        let occasion = (close + 1..last.end).find(|&at| {
            reading.word(at).closed == Some(Closed::Preposition)
                && reading.is_any(
                    at,
                    &["in", "at", "on", "during", "after", "before", "following"],
                )
        });
        if let Some(occasion) = occasion {
            last.end = occasion;
        }
    }

    /// The token at which an unquoted content begins, and the tie that says so.
    fn complement_start(
        &self,
        cue: &Cue,
        at: usize,
        heard: bool,
        scope: &Range<usize>,
        clause: &impl Deref<Target = Range<usize>>,
    ) -> Option<(usize, &'static str)> {
        let reading = self.reading;
        let pattern = cue.pattern;
        let clausal = pattern.any(Pattern::THAT.and(Pattern::BARE).and(Pattern::QUOTE)) || heard;
        // "read that letter": a determiner.
        let points = cue.class == VerbClass::Writing
            && reading.tag(at + 1).is_nominal()
            && !self.has_clause(at + 1, scope.end);
        // "said on condition that he was not named"
        let condition =
            at > 0 && reading.is_any(at - 1, &["basis", "condition", "grounds", "understanding"]);
        let that = reading.is(at, "that") && !condition && !reading.is_any(at + 1, &[",", "."]);
        if that && clausal && !points {
            return Some((at, "that-clause"));
        }
        if reading.is(at, ",") && cue.form != CueForm::Noun {
            // "said, however, that"
            let close = (at + 1..scope.end.min(at + 12)).find(|&it| reading.is(it, ","))?;
            return (reading.is(close + 1, "that") && clausal)
                .then_some((close + 1, "that-clause"));
        }
        if reading.is_any(at, &["whether", "if"]) && pattern.any(Pattern::ASK.and(Pattern::HOW)) {
            return Some((at, "question-clause"));
        }
        let says = matches!(cue.class, VerbClass::Speech | VerbClass::Writing);
        let question =
            says && pattern.any(Pattern::ASK.and(Pattern::HOW).and(Pattern::THAT)) || heard;
        if reading.tag(at) == Tag::Wh
            && !reading.is_any(at, &["who", "which", "when", "where"])
            && question
        {
            return Some((at, "question-clause"));
        }
        // "said when asked whether": when, and not what.
        let pressed = reading.is(at, "when")
            && reading.is_any(
                at + 1,
                &["asked", "contacted", "pressed", "questioned", "reached"],
            );
        let asks = reading.tag(at) == Tag::Wh
            || reading.is_any(at, &["when", "where", "who", "which", "why", "how", "what"]);
        if asks && !pressed && pattern.has(Pattern::ASK) {
            return Some((at, "question-clause"));
        }
        let verb = at + 1 + usize::from(reading.kind(at + 1) == TokenKind::Opening);
        let to_verb = reading.tag(at) == Tag::To
            && (reading.tag(verb) == Tag::Verb
                || reading.word(verb).may_be(Tag::Verb)
                || verb > at + 1)
            || reading.is(at, "not") && reading.tag(at + 1) == Tag::To;
        if to_verb
            && (pattern.has(Pattern::TO)
                || (heard && pattern.has(Pattern::HEARER_TO))
                || (cue.form == CueForm::Passive && pattern.has(Pattern::HEARER_TO)))
        {
            return Some((at, "infinitive"));
        }
        if cue.form == CueForm::Noun {
            return None;
        }
        if reading.tag(at) == Tag::VerbIng
            && pattern.has(Pattern::GERUND)
            && self.chunks.starting_at(at).is_none()
        {
            return Some((at, "gerund"));
        }
        if reading.is_any(at, &["of", "against", "about"]) && pattern.has(Pattern::OF)
            || reading.is_any(at, &["for", "on"]) && pattern.has(Pattern::FOR)
        {
            // "learned of it from a reporter": only what is said, not what is known.
            if !matches!(cue.class, VerbClass::Speech | VerbClass::Writing) {
                return None;
            }
            return Some((at, "prepositional-object"));
        }
        self.object_start(cue, at, scope, clause)
    }

    /// A clause without "that", or a noun phrase as object.
    fn object_start(
        &self,
        cue: &Cue,
        at: usize,
        scope: &Range<usize>,
        clause: &impl Deref<Target = Range<usize>>,
    ) -> Option<(usize, &'static str)> {
        let reading = self.reading;
        let pattern = cue.pattern;
        if cue.form == CueForm::Passive && !pattern.any(Pattern::HEARER.and(Pattern::HEARER_TO)) {
            return None;
        }
        let chunk = self.chunks.starting_at(at);
        let focus = usize::from(reading.tag(at) == Tag::Adverb);
        let subject = self.chunks.starting_at(at + focus).is_some()
            || reading.is_any(
                at,
                &[
                    "there", "it", "this", "these", "those", "both", "some", "many", "most", "all",
                    "no",
                ],
            )
            || matches!(
                reading.tag(at),
                Tag::Determiner | Tag::Possessive | Tag::Number
            )
            || reading.kind(at) == TokenKind::Opening;
        // "calls that “a fairy tale”"
        let that =
            reading.is_any(at, &["that", "this"]) && reading.kind(at + 1) == TokenKind::Opening;
        let object = chunk.is_some() || that || self.begins_with_mark(at);
        if pattern.has(Pattern::AS) && object && Range::clone(clause).any(|it| reading.is(it, "as"))
        {
            return Some((at, "described-as"));
        }
        if pattern.has(Pattern::OF)
            && object
            && Range::clone(clause).any(|it| reading.is(it, "of"))
            && !pattern.has(Pattern::BARE)
        {
            return Some((at, "accused-of"));
        }
        if pattern.any(Pattern::BARE.and(Pattern::HEARER))
            && subject
            && self.has_clause(at, clause.end)
        {
            return Some((at, "bare-clause"));
        }
        if pattern.has(Pattern::CALL) && object {
            let end = chunk.map_or(at, |it| it.tokens.end);
            let named = end < clause.end;
            // "what Gilbert called “a perception problem”"
            let what = (scope.start..cue.tokens.start)
                .rev()
                .take(LONGEST_SUBJECT)
                .any(|it| reading.is(it, "what"));
            let quoted = what && reading.kind(at) == TokenKind::Opening;
            return (named || quoted || pattern.has(Pattern::NP)).then_some((at, "called"));
        }
        // A noun phrase as content: only where the verb is one of saying.
        let says = matches!(cue.class, VerbClass::Speech | VerbClass::Writing);
        // "a statement describing the talks" only says what the statement is.
        let modifies = cue.form == CueForm::Participle
            && cue
                .tokens
                .start
                .checked_sub(1)
                .is_some_and(|it| reading.tag(it).is_nominal());
        let narrated = cue.quotation.is_none() && !modifies;
        // "read the terms": only a text that reads something says it.
        let reads = reading.is(cue.head, "read") && reading.kind(at) != TokenKind::Opening;
        let says = says && !reads;
        if pattern.has(Pattern::NP) && says && narrated && object && cue.form != CueForm::Passive {
            return Some((at, "noun-phrase"));
        }
        None
    }

    /// "her “third-rate”", "the “attack”": a noun phrase whose noun stands inside marks.
    fn begins_with_mark(&self, at: usize) -> bool {
        let reading = self.reading;
        let determiner = matches!(
            reading.tag(at),
            Tag::Determiner | Tag::Possessive | Tag::Pronoun
        );
        reading.kind(if determiner { at + 1 } else { at }) == TokenKind::Opening
    }

    /// The closing mark of the quotation that opens at `at`, at most `end`.
    fn mark_end(&self, at: usize, end: usize) -> usize {
        let reading = self.reading;
        let quotation = reading.token(at).quotation;
        (at + 1..end)
            .find(|&it| {
                reading.kind(it) == TokenKind::Closing && reading.token(it).quotation == quotation
            })
            .unwrap_or(end)
    }
}

/// How many tokens before a cue "what" is looked for: "what the mayor of Lima had called".
const LONGEST_SUBJECT: usize = 8;

/// Words behind a fragment that lead back to the narrator.
const NARRATES: [&str; 13] = [
    "as",
    "after",
    "when",
    "while",
    "before",
    "during",
    "because",
    "according",
    "in",
    "at",
    "on",
    "and",
    "but",
];

/// A content of one stretch.
fn one(tokens: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(tokens).collect()
}
