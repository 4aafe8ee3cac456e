//! Chunks: a noun with what stands before it.

use std::ops::Range;

use quotary_grammar::Span;

use super::{
    boundary::{ends_setting, starts_anew},
    joint::{ampersand_joins, is_particle_inside, joins_names},
};
use crate::{
    lexicon::{Closed, Noun, Number},
    reading::Reading,
    tag::Tag,
    token::TokenKind,
};

/// A noun with the words before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Its last noun, name or pronoun.
    pub(crate) head: usize,
}

/// All chunks of a text, and which token lies in which.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chunks {
    chunks: Vec<Chunk>,
    of: Vec<u32>,
}

const NONE: u32 = u32::MAX;
/// Tokens of a chunk: a table of numbers has no head, and would be looked through from each of them.
const LONGEST_CHUNK: usize = 64;

impl Chunks {
    /// Finds the chunks of every sentence.
    pub(crate) fn find(reading: &Reading<'_, '_>) -> Self {
        let mut found = Self {
            chunks: Vec::with_capacity(reading.len() / 4),
            of: vec![NONE; reading.len()],
        };
        for sentence in reading.sentences() {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                match chunk(reading, at, sentence.tokens.end) {
                    Some(chunk) => {
                        at = chunk.tokens.end;
                        let index = u32::try_from(found.chunks.len()).unwrap_or(NONE);
                        found.of[chunk.tokens.clone()].fill(index);
                        found.chunks.push(chunk);
                    }
                    None => at += 1,
                }
            }
        }
        found
    }

    /// Where each chunk stands.
    pub(crate) fn spans(&self, reading: &Reading<'_, '_>) -> Vec<Span> {
        self.chunks
            .iter()
            .map(|chunk| reading.span(chunk.tokens.clone()))
            .collect()
    }

    /// Every chunk in order.
    pub(crate) fn all(&self) -> &[Chunk] {
        &self.chunks
    }

    /// The chunk that token `at` lies in.
    pub(crate) fn at(&self, at: usize) -> Option<&Chunk> {
        self.of
            .get(at)
            .and_then(|&index| self.chunks.get(index as usize))
    }

    /// The chunk whose last token is `at`.
    pub(crate) fn ending_at(&self, at: usize) -> Option<&Chunk> {
        self.at(at).filter(|chunk| chunk.tokens.end == at + 1)
    }

    /// Whether no chunk of the sentence that begins at `first` begins before the one that token `at`
    /// lies in, or before `at` where it lies in none.
    pub(crate) fn is_first(&self, at: usize, first: usize) -> bool {
        match self.of.get(at) {
            Some(&index) if index != NONE => index
                .checked_sub(1)
                .is_none_or(|it| self.chunks[it as usize].tokens.start < first),
            _ => (first..at).all(|it| self.of[it] == NONE),
        }
    }

    /// The chunk whose first token is `at`.
    pub(crate) fn starting_at(&self, at: usize) -> Option<&Chunk> {
        self.at(at).filter(|chunk| chunk.tokens.start == at)
    }
}

/// `chunk = pronoun | { determiner | possessive | number | adjective | noun | genitive } noun`
fn chunk(reading: &Reading<'_, '_>, start: usize, end: usize) -> Option<Chunk> {
    if reading.tag(start) == Tag::Pronoun {
        return Some(pronoun(reading, start, end));
    }
    let end = end.min(start + LONGEST_CHUNK);
    let mut head = None;
    let mut at = start;
    while at < end {
        let tag = reading.tag(at);
        let inside = match tag {
            _ if head.is_some() && is_particle_inside(reading, at, end) => true,
            Tag::Noun | Tag::Nouns | Tag::Name => {
                if starts_anew(reading, head, at) || ends_setting(reading, start, head, at, end) {
                    break;
                }
                head = Some(at);
                true
            }
            Tag::Number => {
                // "two officials", "Article 5": a bare number is no source, "13" may be a head.
                true
            }
            Tag::Determiner | Tag::Possessive => {
                // "In 2018 the government": a year is no part of what a determiner begins.
                head.is_none() && (at == start || reading.kind(at - 1) != TokenKind::Number)
                    || ends_in_genitive(reading, at)
            }
            Tag::Adjective if head.is_some_and(|head| ends_office(reading, head, at)) => {
                head = Some(at);
                true
            }
            // "United Rubber Local 88"
            Tag::Adjective
                if reading.is_capital(at)
                    && head
                        .is_some_and(|head| head + 1 == at && reading.tag(head) == Tag::Name)
                    && reading.tag(at + 1) == Tag::Number =>
            {
                head = Some(at);
                true
            }
            // "chief financial officer", "deputy foreign minister"
            Tag::Adjective | Tag::VerbIng
                if head.is_some_and(|head| head + 1 == at)
                    && reading.is_any(at - 1, &["chief", "deputy", "vice", "assistant"])
                    && nominal_follows(reading, at + 1, end) =>
            {
                true
            }
            // "the GOP presidential nominee", "Air Force general Lloyd Nestor"
            Tag::Adjective
                if head.is_some_and(|head| head + 1 == at && reading.tag(head) == Tag::Name)
                    && (names_role(reading, at) || names_role(reading, at + 1)) =>
            {
                true
            }
            Tag::Adjective | Tag::VerbParticiple => {
                modifies(reading, at, end)
                    && (head.is_none() || follows_genitive(reading, at) || reading.is_capital(at))
            }
            Tag::VerbIng => {
                (head.is_none() && at > start || ends_in_genitive(reading, at))
                    && modifies(reading, at, end)
            }
            Tag::Adverb => head.is_none() && degree(reading, at, end),
            Tag::Genitive => {
                head.is_some_and(|head| head + 1 == at) && nominal_follows(reading, at + 1, end)
            }
            Tag::Coordinator => {
                reading.is(at, "&") && head.is_some() && ampersand_joins(reading, at)
            }
            Tag::Punctuation => joins_names(reading, at, start, end),
            _ => false,
        };
        if !inside {
            break;
        }
        at += 1;
    }
    let Some(head) = head else {
        return alone(reading, start, end);
    };
    let start = (start..=head)
        .find(|&at| reading.tag(at) != Tag::Adverb)
        .unwrap_or(start);
    let mut last = head + 1;
    // "the House's" without a noun behind it ends before the genitive; "Flight 370" keeps its number.
    let numbered = reading.tag(head) == Tag::Name
        || reading.tag(head) == Tag::Adjective && reading.is_capital(head);
    if last < at && reading.tag(last) == Tag::Number && numbered {
        last += 1;
    }
    Some(Chunk {
        tokens: start..last,
        head,
    })
}

/// "he", "one of them" is made by [`Mentions`], "everyone else", "they all".
fn pronoun(reading: &Reading<'_, '_>, start: usize, end: usize) -> Chunk {
    let mut last = start + 1;
    if last < end
        && reading.is_any(
            last,
            &["else", "himself", "herself", "themselves", "itself"],
        )
    {
        last += 1;
    }
    Chunk {
        tokens: start..last,
        head: start,
    }
}

/// "others", "the other", "the two": a chunk without a noun.
fn alone(reading: &Reading<'_, '_>, start: usize, end: usize) -> Option<Chunk> {
    let article = usize::from(reading.is(start, "the"));
    let head = start + article;
    (head < end && stands_alone(reading, head, end)).then(|| Chunk {
        tokens: start..pronoun(reading, head, end).tokens.end,
        head,
    })
}

/// "one of them", "many said", "others", "both": a word of number that stands for people.
fn stands_alone(reading: &Reading<'_, '_>, at: usize, end: usize) -> bool {
    let number = matches!(
        reading.word(at).closed,
        Some(
            Closed::Number
                | Closed::Indefinite
                | Closed::Quantifier
                | Closed::Demonstrative
                | Closed::Determiner
        )
    ) && !reading.is_any(at, &["the", "a", "an", "every"]);
    let next = at + 1;
    let behind = next >= end
        || reading.is(next, "of")
        || reading.tag(next).is_verb()
        || matches!(reading.tag(next), Tag::Modal | Tag::Wh | Tag::Adverb)
        || reading.tag(next) == Tag::Preposition
            && reading.word(at).closed != Some(Closed::Demonstrative)
        || reading.kind(next) != TokenKind::Word;
    number && behind && reading.kind(at) == TokenKind::Word
}

/// "attorney general", "secretary general": an office whose last word is an adjective.
fn ends_office(reading: &Reading<'_, '_>, head: usize, at: usize) -> bool {
    head + 1 == at
        && reading.is(at, "general")
        && reading
            .lexicon()
            .phrase(reading.slice(head..at + 1))
            .is_some_and(|it| it.noun.is_some() || it.title.is_some())
}

/// Whether a word in small letters is an office or occupation.
pub(super) fn names_role(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.word(at).noun == Some(Noun::Role)
        && !reading.is_capital(at)
        && reading.word(at).number != Some(Number::Plural)
}

/// "Norway’s bold | new leader", "its first | female president": whether nothing but adjectives stands between a genitive and `at`.
fn follows_genitive(reading: &Reading<'_, '_>, at: usize) -> bool {
    /// Adjectives before one noun.
    const REACH: usize = 3;
    (at.saturating_sub(REACH)..at)
        .rev()
        .find(|&it| !matches!(reading.tag(it), Tag::Adjective | Tag::Number))
        .is_some_and(|it| reading.tag(it) == Tag::Genitive)
}

pub(super) fn ends_in_genitive(reading: &Reading<'_, '_>, at: usize) -> bool {
    at > 0 && reading.tag(at - 1) == Tag::Genitive
}

/// Whether an adjective or participle stands before a noun of the same phrase.
///
/// "had told officers" is a verb and its object: a participle behind an auxiliary modifies nothing.
fn modifies(reading: &Reading<'_, '_>, at: usize, end: usize) -> bool {
    let before = (0..at)
        .rev()
        .take(3)
        .find(|&it| reading.tag(it) != Tag::Adverb);
    // "is acting", but "the town’s acting mayor"
    let auxiliary = || {
        before.is_some_and(|it| {
            reading.word(it).closed == Some(Closed::Auxiliary) && reading.tag(it) != Tag::Genitive
        })
    };
    // "the government published draft pacts": what looks like a participle is the subject's verb.
    let predicate = || {
        reading.tag(at) == Tag::VerbParticiple
            && !reading.is_capital(at)
            && at > 0
            && reading.tag(at - 1).is_nominal()
    };
    let verb = matches!(reading.tag(at), Tag::VerbParticiple | Tag::VerbIng) && auxiliary();
    !verb && !predicate() && nominal_follows(reading, at + 1, end)
}

/// Whether a noun comes after at most three adjectives and the like.
pub(super) fn nominal_follows(reading: &Reading<'_, '_>, from: usize, end: usize) -> bool {
    for at in from..end.min(from + 6) {
        match reading.tag(at) {
            Tag::Noun | Tag::Nouns | Tag::Name => return true,
            Tag::Adjective | Tag::Number | Tag::VerbParticiple | Tag::VerbIng | Tag::Adverb => {}
            Tag::Coordinator if reading.tag(at + 1) == Tag::Adjective => {}
            Tag::Punctuation if reading.is(at, ",") && reading.tag(at + 1) == Tag::Adjective => {}
            _ => return false,
        }
    }
    false
}

/// "very", "nearly 40" before an adjective or number.
fn degree(reading: &Reading<'_, '_>, at: usize, end: usize) -> bool {
    at + 1 < end
        && matches!(
            reading.tag(at + 1),
            Tag::Adjective | Tag::Number | Tag::VerbParticiple
        )
        && nominal_follows(reading, at + 1, end)
}
