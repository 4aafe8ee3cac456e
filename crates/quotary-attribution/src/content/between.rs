//! What stands between a cue and its object: hearer, adverbs, times and places.

use std::ops::Range;

use crate::{
    cue::{Cue, CueForm},
    evidence::Evidence,
    lexicon::Pattern,
    tag::Tag,
    token::TokenKind,
};

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
                between.end = self.behind_apposition(&hearer);
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
    pub(super) fn time(&self, at: usize, end: usize) -> Option<usize> {
        let first = if self.reading.tag(at) == Tag::Preposition {
            at + 1
        } else {
            at
        };
        // "ruled in 2021 that"
        let number = |form: &str| form.len() == 4 && form.bytes().all(|it| it.is_ascii_digit());
        let year = self.reading.is(at, "in")
            && first < end
            && number(self.reading.form(first))
            && self.chunks.starting_at(first).is_none();
        if year {
            return Some(first + 1);
        }
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
        // "told the Courier outside the court": where and how is no hearer.
        let behind = chunk.tokens.end;
        let circumstance = reading.is_any(
            behind,
            &["after", "before", "by", "during", "outside", "over", "via"],
        )
            // "told Prado at the summit", "told the agency on the sidelines of it"
            || reading.is_capital(chunk.head)
                && reading.word(chunk.head).noun.is_none()
                && reading.is_any(behind, &["at", "from", "in", "on"])
            || reading.is(behind, "on")
                && (behind + 1..behind + 3).any(|at| {
                    reading.is_any(at, &["condition", "sidelines"])
                });
        let whole = if circumstance {
            chunk.tokens.end
        } else {
            mention.end
        };
        for end in [whole, chunk.tokens.end] {
            let next = self.behind_apposition(&(at..end));
            let opens = next < scope.end && reading.kind(next) == TokenKind::Opening;
            let ends = next >= scope.end || reading.is_any(next, &[",", ":", ".", ";"]);
            let clause = reading.is(next, "that")
                || reading.tag(next) == Tag::To
                || reading.tag(next) == Tag::Wh
                || reading.is_any(
                    next,
                    &[
                        "whether", "if", "of", "about", "against", "in", "on", "at", "by",
                        "during", "from", "outside", "via", "after", "last", "this", "and", "not",
                    ],
                )
                || reading.tag(next) == Tag::Adverb
                || self.chunks.starting_at(next).is_some();
            let verb = next + 1 + usize::from(reading.kind(next + 1) == TokenKind::Opening);
            let infinitive = reading.tag(next) == Tag::To
                && (verb > next + 1 || reading.word(verb).may_be(Tag::Verb))
                || reading.is(next, "not") && reading.tag(next + 1) == Tag::To;
            // "warn the dam would burst": only a verb that needs a hearer has one before a clause.
            // "asked the mayor whether", but "asked the man who"
            let asks = reading.is_any(
                next,
                &[
                    "how", "if", "what", "when", "where", "whether", "which", "why",
                ],
            );
            let needs = cue.pattern.has(Pattern::HEARER)
                || asks && cue.pattern.has(Pattern::ASK) && cue.pattern.has(Pattern::HEARER_TO)
                || infinitive && cue.pattern.has(Pattern::HEARER_TO);
            if (opens || ends || clause) && needs {
                return Some(at..end);
            }
        }
        None
    }

    /// "told the mayor, Ana Prado, | that it was late": where what follows a hearer begins.
    fn behind_apposition(&self, hearer: &Range<usize>) -> usize {
        let reading = self.reading;
        let end = hearer.end;
        let closed = hearer.clone().any(|at| reading.is(at, ","))
            && reading.is(end, ",")
            && (matches!(reading.tag(end + 1), Tag::Wh | Tag::To)
                || reading.is_any(end + 1, &["if", "that", "whether"]));
        end + usize::from(closed)
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
                "since",
                "amid",
                "throughout",
            ],
        ) {
            return None;
        }
        let mention = self.mentions().starting_at(at + 1, end)?;
        let next = mention.end;
        let follows = next >= end
            || reading.is(next, "that")
            || matches!(reading.kind(next), TokenKind::Opening | TokenKind::Stop)
            || reading.is_any(next, &[",", ":", ";"])
            || self.time(next, end).is_some()
            || self.place(next, end).is_some();
        follows.then_some((mention, next))
    }
}
