//! Chunks: a noun with what stands before it.

use std::ops::Range;

use quotary_grammar::Span;

use crate::{
    lexicon::{Closed, Noun, Number, Title},
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

/// "João | dos | Santos", "Willem | van | den | Berg": whether a particle at `at` stands between the
/// names of one person, the last of which ends before `end`.
fn is_particle_inside(reading: &Reading<'_, '_>, at: usize, end: usize) -> bool {
    /// "von und zu"
    const LONGEST: usize = 3;
    if !is_particle(reading, at) {
        return false;
    }
    let name = |at: usize| reading.is_capital(at) && reading.tag(at).is_nominal();
    let limit = end.min(at + LONGEST);
    let next = (at..limit).find(|&it| !is_particle(reading, it));
    let before = (at.saturating_sub(LONGEST)..at)
        .rev()
        .find(|&it| !is_particle(reading, it));
    next.is_some_and(|it| name(it) && reading.word(it).closed.is_none())
        && before.is_some_and(|it| name(it) && reading.word(it).closed.is_none())
}

/// A word written small between given name and surname: "van", "dos"; also such as are common words
/// or numbers elsewhere, "do", "ten".
pub(crate) fn is_particle(reading: &Reading<'_, '_>, at: usize) -> bool {
    !reading.is_capital(at)
        && (reading.word(at).title == Some(Title::Particle)
            || reading.is_any(at, &["den", "der", "do", "e", "ten", "und"]))
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

/// A date after a name, or a name behind a common plural noun, begins a chunk of its own.
fn starts_anew(reading: &Reading<'_, '_>, head: Option<usize>, at: usize) -> bool {
    let Some(head) = head else { return false };
    let date = |at: usize| {
        reading.word(at).closed == Some(Closed::Date)
            && reading.is_capital(at)
            && !is_named_as_date(reading, at)
            // "RTE’s Morning Ireland"
            && !ends_in_genitive(reading, at)
            || matches!(reading.form(at), "today" | "tonight" | "yesterday")
    };
    ends_text(reading, head, at)
        || (date(at) && !date(head) && reading.tag(head) != Tag::Number)
        || (date(head)
            && !date(at)
            && reading.tag(at) == Tag::Name
            && !reading.is_any(at, &["morning"]))
        || (reading.tag(head) == Tag::Nouns
            && head + 1 == at
            && reading.tag(at) == Tag::Name
            && reading.tag(head.saturating_sub(1)) == Tag::Determiner)
}

/// "In a statement | SkyHop said", "In her acceptance speech | Arkun thanked": whether behind a text that
/// somebody gave a name begins.
fn ends_text(reading: &Reading<'_, '_>, head: usize, at: usize) -> bool {
    /// Words between the article and the noun: "a joint written statement".
    const REACH: usize = 4;
    let text = reading.word(head).noun == Some(Noun::Document) || reading.is(head, "speech");
    let leader = (head.saturating_sub(REACH)..head)
        .rev()
        .find(|&it| !matches!(reading.tag(it), Tag::Noun | Tag::Adjective));
    head + 1 == at
        && text
        && reading.tag(at) == Tag::Name
        && !reading.is_capital(head)
        && leader.is_some_and(|it| {
            reading.tag(it) == Tag::Possessive || reading.is_any(it, &["a", "an"])
        })
}

/// "In Monday’s debate | Ortiz said", "Following the hearing | Okonedo told": whether what a sentence
/// begins with ends before the name at `at`, which is its subject.
fn ends_setting(
    reading: &Reading<'_, '_>,
    start: usize,
    head: Option<usize>,
    at: usize,
    end: usize,
) -> bool {
    /// Words of a name.
    const LONGEST_NAME: usize = 5;
    let name = |at: usize| reading.tag(at) == Tag::Name && reading.is_capital(at);
    let Some(head) = head.filter(|&head| head + 1 == at && name(at)) else {
        return false;
    };
    // "In the village councillor Ana Prado said": a common noun that says what somebody is.
    let word = reading.word(head);
    let common = !reading.is_capital(head)
        && word.title.is_none()
        && matches!(word.noun, None | Some(Noun::Document));
    let first = reading.sentence(start).tokens.start;
    let Some(preposition) = start.checked_sub(1).filter(|&it| common && it >= first) else {
        return false;
    };
    let opens = preposition == first
        || matches!(
            reading.tag(preposition - 1),
            Tag::Punctuation | Tag::Coordinator
        );
    let sets = reading.tag(preposition) == Tag::Preposition
        || reading.is_any(
            preposition,
            &["after", "before", "during", "following", "since"],
        );
    // "On Tuesday evening | Prado had told"
    let time = word.closed == Some(Closed::Date) && reading.word(preposition).closed == word.closed;
    let verb = (at..end.min(at + LONGEST_NAME))
        .find(|&it| !(reading.is_capital(it) && reading.tag(it).is_nominal()));
    (opens && sets || time)
        && verb.is_some_and(|it| {
            matches!(reading.tag(it), Tag::VerbPast | Tag::VerbS | Tag::Modal)
                || reading.word(it).closed == Some(Closed::Auxiliary)
        })
}

/// "Hoài Thu", "Thu told", "Thu, 31, said": whether a short form of a day or month, without its full
/// stop, is the name of somebody, behind another or before a verb or an age.
pub(crate) fn is_named_as_date(reading: &Reading<'_, '_>, at: usize) -> bool {
    /// Letters of "Thu" and "Sun".
    const SHORT: usize = 3;
    let date = |at: usize| reading.word(at).closed == Some(Closed::Date) && reading.is_capital(at);
    let finite = |at: usize| matches!(reading.tag(at), Tag::VerbPast | Tag::VerbS);
    let aged = reading.is(at + 1, ",")
        && reading.kind(at + 2) == TokenKind::Number
        && reading.is(at + 3, ",");
    // "Hoài | Thu": no full stop, and no "4" or "Nov" behind it.
    let surname = at > 0
        && reading.tag(at - 1) == Tag::Name
        && reading.is_capital(at - 1)
        && !date(at - 1)
        && reading.kind(at + 1) != TokenKind::Number
        && !date(at + 1);
    reading.form(at).len() == SHORT
        && date(at)
        && (surname || finite(at + 1) || aged && finite(at + 4))
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
fn names_role(reading: &Reading<'_, '_>, at: usize) -> bool {
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

fn ends_in_genitive(reading: &Reading<'_, '_>, at: usize) -> bool {
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
    let auxiliary = || before.is_some_and(|it| reading.word(it).closed == Some(Closed::Auxiliary));
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
fn nominal_follows(reading: &Reading<'_, '_>, from: usize, end: usize) -> bool {
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

/// "Lane & Brun", "Loaf & Salt": a name or a capital noun behind "&".
fn ampersand_joins(reading: &Reading<'_, '_>, at: usize) -> bool {
    let capital = matches!(reading.tag(at + 1), Tag::Noun | Tag::Nouns)
        && reading.is_capital(at + 1)
        && reading.tag(at - 1) == Tag::Name;
    reading.tag(at + 1) == Tag::Name || capital
}

/// "the Border Guard | (BG) spokesman": whether a bracket that opens at `open` holds the initials of a body
/// before which nothing but its name stands, and somebody of it behind.
fn brackets_initials(reading: &Reading<'_, '_>, open: usize, end: usize) -> bool {
    let behind = open + 3;
    behind < end
        && reading.is(open + 2, ")")
        && reading.tag(open - 1) == Tag::Name
        && reading
            .form(open + 1)
            .bytes()
            .all(|it| it.is_ascii_uppercase())
        && names_role(reading, behind)
}

/// Brackets and marks inside a name: `Gen. Ampofo (ret.)`, `Robert “Bob” Lane`, `R-Texas`, "$".
fn joins_names(reading: &Reading<'_, '_>, at: usize, start: usize, end: usize) -> bool {
    match reading.kind(at) {
        TokenKind::Opening | TokenKind::Closing => {
            let before = at.checked_sub(1).filter(|&before| before >= start);
            let opening = reading.kind(at) == TokenKind::Opening;
            if opening {
                // One or two names between marks, and a name behind them.
                let close =
                    (at + 1..end.min(at + 4)).find(|&at| reading.kind(at) == TokenKind::Closing);
                before.is_some_and(|it| reading.tag(it) == Tag::Name)
                    && close.is_some_and(|close| {
                        close > at + 1
                            && (at + 1..close).all(|it| reading.is_capital(it))
                            && reading.tag(close + 1) == Tag::Name
                            && close + 1 < end
                    })
            } else {
                before.is_some_and(|it| reading.is_capital(it))
                    && reading.tag(at + 1) == Tag::Name
                    && (start..at)
                        .rev()
                        .take(3)
                        .any(|it| reading.kind(it) == TokenKind::Opening)
            }
        }
        _ if reading.is(at, "&") => at > start && ampersand_joins(reading, at),
        // "the Peoria, Illinois-based company"
        _ if reading.is(at, ",") => {
            at > start
                && reading.tag(at - 1) == Tag::Name
                && reading.is_capital(at + 1)
                && reading.form(at + 1).ends_with("-based")
                && nominal_follows(reading, at + 2, end)
        }
        _ if reading.is(at, "(") => at > start && brackets_initials(reading, at, end),
        _ if reading.is(at, ")") => at >= start + 3 && brackets_initials(reading, at - 2, end),
        _ => reading.is_any(at, &["$", "£", "€", "¥"]),
    }
}
