//! What a cue introduces: the clause, phrase or quotation behind it or before it.

use std::ops::Range;

use crate::{
    cue::{Cue, CueForm},
    evidence::Evidence,
    lexicon::{Closed, Pattern, VerbClass},
    mention::REACH,
    tag::Tag,
    token::TokenKind,
};

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

/// What may stand between a cue and its object: hearer, time and place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Between {
    /// The first token behind it.
    pub(crate) end: usize,
    /// Who was told.
    pub(crate) hearer: Option<Range<usize>>,
}

/// How many times, places and hearers are skipped behind a cue.
const ADVERBIALS: usize = 6;

/// Adverbs that belong to what follows them: "said only members can decide".
const FOCUS: &[&str] = &[
    "only", "even", "just", "nearly", "almost", "about", "roughly", "merely", "perhaps", "maybe",
    "never", "not", "at", "more", "less", "no", "how", "when", "why", "where",
];

/// How many tokens a content may stretch inside one sentence.
const LONGEST_CLAUSE: usize = 200;

impl Evidence<'_, '_, '_> {
    /// Skips hearer, adverbs, times and places behind a cue.
    pub(crate) fn between(&self, cue: &Cue, from: usize, scope: &Range<usize>) -> Between {
        let reading = self.reading;
        let mut between = Between {
            end: from,
            hearer: None,
        };
        for _ in 0..ADVERBIALS {
            let at = between.end;
            if at >= scope.end || !self.same_level(at, cue.quotation) {
                break;
            }
            if reading.tag(at) == Tag::Adverb
                && !FOCUS.iter().any(|word| reading.is(at, word))
                && !matches!(reading.tag(at + 1), Tag::Adjective | Tag::Number)
            {
                between.end += 1;
                continue;
            }
            if let Some(end) = self.time(at, scope.end) {
                between.end = end;
                continue;
            }
            let hears = cue.pattern.any(Pattern::HEARER.and(Pattern::HEARER_TO));
            if hears
                && between.hearer.is_none()
                && cue.form != CueForm::Passive
                && let Some(hearer) = self.hearer(cue, at, scope)
            {
                between.end = hearer.end;
                between.hearer = Some(hearer);
                continue;
            }
            match self.place(at, scope.end) {
                Some((phrase, end)) => {
                    if reading.tag(at) == Tag::To && between.hearer.is_none() {
                        between.hearer = Some(phrase);
                    }
                    between.end = end;
                }
                None => break,
            }
        }
        between
    }

    /// "on Thursday", "last week", "Tuesday"
    fn time(&self, at: usize, end: usize) -> Option<usize> {
        let first = if self.reading.tag(at) == Tag::Preposition {
            at + 1
        } else {
            at
        };
        let chunk = self
            .chunks
            .starting_at(first)
            .filter(|it| it.tokens.end <= end)?;
        let next = chunk.tokens.end;
        // "said Sunday was quiet": a time with a verb behind it is a subject.
        let subject = first == at
            && matches!(
                self.reading.tag(next),
                Tag::VerbPast | Tag::VerbS | Tag::Modal
            );
        (self.mentions().is_time(chunk) && !subject).then_some(next)
    }

    /// "reporters" in "told reporters that": a noun phrase that does not go on as a clause.
    fn hearer(&self, cue: &Cue, at: usize, scope: &Range<usize>) -> Option<Range<usize>> {
        let reading = self.reading;
        let chunk = self.chunks.starting_at(at)?;
        let mention = self
            .mentions()
            .starting_at(at, scope.end)
            .unwrap_or(chunk.tokens.clone());
        for end in [mention.end, chunk.tokens.end] {
            let next = end;
            let opens = next < scope.end && reading.kind(next) == TokenKind::Opening;
            let ends = next >= scope.end || matches!(reading.form(next), "," | ":" | "." | ";");
            let clause = reading.is(next, "that")
                || reading.tag(next) == Tag::To
                || reading.tag(next) == Tag::Wh
                || reading.is_any(
                    next,
                    &[
                        "whether", "if", "of", "about", "in", "on", "at", "during", "after",
                        "last", "this", "and", "not",
                    ],
                )
                || reading.tag(next) == Tag::Adverb
                || self.chunks.starting_at(next).is_some();
            let verb = next + 1 + usize::from(reading.kind(next + 1) == TokenKind::Opening);
            let infinitive = reading.tag(next) == Tag::To
                && (verb > next + 1 || reading.word(verb).may_be(Tag::Verb))
                || reading.is(next, "not") && reading.tag(next + 1) == Tag::To;
            // "warn the dam would burst": only a verb that needs a hearer has one before a clause.
            let needs = cue.pattern.has(Pattern::HEARER)
                || infinitive && cue.pattern.has(Pattern::HEARER_TO);
            if (opens || ends || clause) && needs {
                return Some(at..end);
            }
        }
        None
    }

    /// A prepositional phrase of place or occasion, where something that can be a content or the
    /// end of the clause follows it: "in a statement", "at a news conference in Lima".
    fn place(&self, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
        let reading = self.reading;
        if !matches!(reading.tag(at), Tag::Preposition | Tag::To) || reading.is(at, "that") {
            return None;
        }
        if !reading.is_any(
            at,
            &[
                "in",
                "at",
                "on",
                "during",
                "after",
                "from",
                "by",
                "to",
                "via",
                "through",
                "before",
                "outside",
                "following",
                "with",
                "over",
                "near",
                "as",
            ],
        ) {
            return None;
        }
        let mention = self.mentions().starting_at(at + 1, end)?;
        let next = mention.end;
        let follows = next >= end
            || reading.is(next, "that")
            || matches!(reading.kind(next), TokenKind::Opening | TokenKind::Stop)
            || matches!(reading.form(next), "," | ":" | ";")
            || self.time(next, end).is_some()
            || self.place(next, end).is_some();
        follows.then_some((mention, next))
    }

    /// What stands behind `cue` as its object, if anything can.
    pub(crate) fn complement(&self, cue: &Cue, from: usize) -> Option<Complement> {
        let reading = self.reading;
        let scope = self.scope(cue);
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
        let inner = if matches!(reading.form(at), "," | ":") {
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
            return made(vec![inner + 1..end], None, "cue-before-quotation");
        }
        if at >= scope.end || !self.same_level(at, cue.quotation) {
            return None;
        }
        if reading.form(at) == ":" && cue.pattern.has(Pattern::QUOTE) {
            return made(
                vec![at + 1..self.trimmed(at + 1..scope.end).end],
                None,
                "colon",
            );
        }
        let first = self.complement_start(cue, at, hearer.is_some(), &scope)?;
        let mut begin = first.0;
        let mut cue_end = cue.tokens.end;
        if first.1 == "prepositional-object" {
            begin += 1;
            if at == cue_end {
                cue_end = begin;
            }
        }
        let content = self.clause(begin, &scope, cue);
        (!content.is_empty()).then_some(())?;
        made(content, None, first.1).map(|made| Complement { cue_end, ..made })
    }

    /// The token at which an unquoted content begins, and the tie that says so.
    fn complement_start(
        &self,
        cue: &Cue,
        at: usize,
        heard: bool,
        scope: &Range<usize>,
    ) -> Option<(usize, &'static str)> {
        let reading = self.reading;
        let pattern = cue.pattern;
        let clausal = pattern.any(Pattern::THAT.and(Pattern::BARE).and(Pattern::QUOTE)) || heard;
        if reading.is(at, "that") && clausal && !matches!(reading.form(at + 1), "," | ".") {
            return Some((at, "that-clause"));
        }
        if reading.form(at) == "," && cue.form != CueForm::Noun {
            // "said, however, that"
            let close = (at + 1..scope.end.min(at + 12)).find(|&it| reading.form(it) == ",")?;
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
        if reading.tag(at) == Tag::Wh && pattern.has(Pattern::ASK) {
            return Some((at, "question-clause"));
        }
        let verb = at + 1 + usize::from(reading.kind(at + 1) == TokenKind::Opening);
        let to_verb = reading.tag(at) == Tag::To
            && (reading.tag(verb) == Tag::Verb || verb > at + 1)
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
        self.object_start(cue, at, scope)
    }

    /// A clause without "that", or a noun phrase as object.
    fn object_start(
        &self,
        cue: &Cue,
        at: usize,
        scope: &Range<usize>,
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
        let clause = self.clause_range(at, scope, cue);
        let object = chunk.is_some() || self.begins_with_mark(at);
        if pattern.has(Pattern::AS) && object && clause.clone().any(|it| reading.is(it, "as")) {
            return Some((at, "described-as"));
        }
        if pattern.has(Pattern::OF)
            && object
            && clause.clone().any(|it| reading.is(it, "of"))
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
            return (named || pattern.has(Pattern::NP)).then_some((at, "called"));
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

    /// Whether a subject and a finite verb stand in a stretch.
    pub(crate) fn has_clause(&self, from: usize, end: usize) -> bool {
        let reading = self.reading;
        let mut nominal = false;
        let level = reading.tokens().get(from).and_then(|token| token.quotation);
        for at in from..end.min(from + 60) {
            let tag = reading.tag(at);
            let finite = matches!(tag, Tag::VerbPast | Tag::VerbS | Tag::Modal)
                || tag == Tag::Verb && at > from && !matches!(reading.tag(at - 1), Tag::To);
            if finite && nominal {
                return true;
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
            let _ = level;
        }
        false
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
        if matches!(reading.form(at), "," | ":" | "–" | "—" | "--") {
            if let Some(quoted) = self.opens_at(at + 1) {
                return Some((quoted, "cue-before-quotation"));
            }
            // A colon at the end of a paragraph introduces the next one.
            let introduces = reading.form(at) == ":" && at + 1 >= scope.end;
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
        let inside = found.parts.last().map_or(end, |part| part.end);
        let complete = inside > 0
            && (reading.kind(inside - 1) == TokenKind::Stop
                || matches!(reading.form(inside - 1), "," | "-" | "–" | "—"));
        let goes_on = end < scope.end
            && !complete
            && !matches!(reading.kind(end), TokenKind::Stop)
            && !matches!(reading.form(end), "," | ";" | ":" | "–" | "—" | "--" | ")")
            && !(reading.tag(end) == Tag::Coordinator && self.cue_verb_follows(end + 1))
            && self.time(end, scope.end).is_none()
            && !reading.is_any(
                end,
                &[
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
                ],
            );
        if goes_on {
            return self.clause(found.tokens.start, scope, cue);
        }
        found.parts.clone()
    }

    /// Whether a cue verb, perhaps after an adverb, stands at `at`.
    fn cue_verb_follows(&self, at: usize) -> bool {
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

    /// The clause that begins at `start`, in one part or, where the cue's second object begins
    /// with a "that" of its own, in two.
    pub(crate) fn clause(
        &self,
        start: usize,
        scope: &Range<usize>,
        cue: &Cue,
    ) -> Vec<Range<usize>> {
        let reading = self.reading;
        let whole = self.clause_range(start, scope, cue);
        if whole.is_empty() {
            return Vec::new();
        }
        if !reading.is(start, "that") {
            // "said Russia was content, but that sanctions would …"
            let second = (start + 1..whole.end.saturating_sub(2)).find(|&at| {
                reading.form(at) == ","
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
    fn clause_range(&self, start: usize, scope: &Range<usize>, cue: &Cue) -> Range<usize> {
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
        let comma = reading.form(at) == ",";
        let dash = matches!(reading.form(at), "–" | "—" | "--");
        let next = if comma || dash { at + 1 } else { at };
        if reading.is(next, "according") {
            return true;
        }
        let coordinated = reading.tag(next) == Tag::Coordinator;
        let verb = if coordinated { next + 1 } else { next };
        let speaks = self.cue_verb_follows(verb) && !self.is_noun_cue(verb);
        let added = coordinated && !comma || coordinated && self.says(verb);
        // "said she urged calm and promised aid": the second verb is parallel to the first one
        // inside the report.
        if added && speaks && self.reports_inside(start, at, cue) {
            return false;
        }
        if (comma || coordinated) && speaks {
            let tag = reading.tag(if reading.tag(verb) == Tag::Adverb {
                verb + 1
            } else {
                verb
            });
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
        let early = (scope.start..cue.head).all(|it| reading.form(it) != ",");
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
        between.end >= scope.end || matches!(reading.form(between.end), "," | "." | ";")
    }

    /// Without punctuation outside quotations at either end.
    pub(crate) fn trimmed(&self, tokens: Range<usize>) -> Range<usize> {
        let reading = self.reading;
        let (mut start, mut end) = (tokens.start, tokens.end);
        let drops = |at: usize| {
            matches!(reading.kind(at), TokenKind::Stop)
                || matches!(reading.form(at), "," | ";" | ":" | "–" | "—" | "--" | "-")
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
