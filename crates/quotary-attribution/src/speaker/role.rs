//! What somebody is: the shortest complete form of a title or description.
//!
//! Kept are nouns and what makes the office: "deputy foreign minister", "director of the Russia
//! Institute at King's College London", "minister for health", "professor of law". Left out are
//! articles, ages, passing adjectives, the nationality before a common noun, whose somebody is
//! where that is no name ("the board's chairwoman"), places ("in Berlin", "from Asmara") and
//! relative clauses. Honorifics and kinship are no roles.

use std::ops::Range;

use crate::{
    lexicon::{Noun, Place, Title},
    reading::Reading,
    tag::Tag,
    token::TokenKind,
};

/// The role in what stands before a name: "Kremlin aide", "US Secretary of State".
pub(crate) fn before_name(reading: &Reading<'_, '_>, before: Range<usize>) -> Range<usize> {
    let mut end = before.end;
    while end > before.start
        && (reading.word(end - 1).title == Some(Title::Honorific)
            || reading.kind(end - 1) == TokenKind::Punctuation)
    {
        end -= 1;
    }
    let none = end..end;
    if end == before.start || !is_role(reading, end - 1) {
        return none;
    }
    bare(reading, before.start..end, end - 1)
}

/// The role in a noun phrase behind a name or elsewhere, whose first noun is `head` and which goes
/// on with prepositional phrases to `phrase.end`.
pub(crate) fn phrase(reading: &Reading<'_, '_>, phrase: Range<usize>, head: usize) -> Range<usize> {
    if !is_role(reading, head) {
        return head..head;
    }
    let core = bare(reading, phrase.start..head + 1, head);
    let mut end = head + 1;
    while end < phrase.end && keeps(reading, end, head, phrase.end) {
        end += 1;
        while end < phrase.end
            && reading.tag(end) != Tag::Preposition
            && reading.tag(end) != Tag::To
        {
            end += 1;
        }
    }
    core.start..end
}

/// Whether a noun is an office, an occupation or a function.
pub(crate) fn is_role(reading: &Reading<'_, '_>, at: usize) -> bool {
    let word = reading.word(at);
    match (word.noun, word.title) {
        (Some(Noun::Role), _) => true,
        (_, Some(Title::Office | Title::Rank | Title::Religious | Title::Royal)) => {
            word.noun.is_none() || reading.is_capital(at)
        }
        (None, None) => {
            reading.tag(at) == Tag::Noun
                && word.tags[0].is_none()
                && reading.word(at).place.is_none()
        }
        _ => false,
    }
}

/// Cuts what is no part of the office from the left of a noun phrase.
fn bare(reading: &Reading<'_, '_>, phrase: Range<usize>, head: usize) -> Range<usize> {
    let mut start = phrase.start;
    // "the board’s chairwoman" is a chairwoman, "Russia’s foreign minister" Russia’s.
    if let Some(genitive) = (start..head)
        .rev()
        .find(|&at| reading.tag(at) == Tag::Genitive)
    {
        let name = genitive > start && reading.tag(genitive - 1) == Tag::Name;
        if !name {
            start = genitive + 1;
        }
    }
    while start < head && is_passing(reading, start, head) {
        start += 1;
    }
    start..phrase.end
}

/// Whether a word at the left edge says how, how old or from where somebody is.
fn is_passing(reading: &Reading<'_, '_>, at: usize, head: usize) -> bool {
    let word = reading.word(at);
    let form = reading.form(at);
    match reading.tag(at) {
        Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Punctuation | Tag::Adverb => true,
        Tag::Adjective | Tag::VerbParticiple | Tag::VerbIng => {
            (form.contains('-') && !reading.is_capital(at) && !makes_office(form))
                || PASSING.iter().any(|it| it.eq_ignore_ascii_case(form))
        }
        _ => {
            let lower = !reading.is_capital(head) && head > at;
            word.place == Some(Place::Demonym) && lower && reading.is_capital(at)
                || PASSING.iter().any(|it| it.eq_ignore_ascii_case(form))
                || form.starts_with(|c: char| c.is_ascii_digit()) && form.contains('-')
        }
    }
}

/// "vice-presidential", "co-founding", "ex-".
fn makes_office(form: &str) -> bool {
    [
        "vice-",
        "co-",
        "ex-",
        "sub-",
        "under-",
        "deputy-",
        "attorney-",
    ]
    .iter()
    .any(|it| form.to_lowercase().starts_with(it))
}

/// Adjectives that tell of the person or the moment, not of the office.
const PASSING: [&str; 34] = [
    "aged",
    "angry",
    "beloved",
    "celebrated",
    "current",
    "disgraced",
    "elderly",
    "embattled",
    "famed",
    "famous",
    "fellow",
    "furious",
    "incoming",
    "influential",
    "junior",
    "late",
    "leading",
    "legendary",
    "local",
    "longtime",
    "new",
    "newly",
    "noted",
    "old",
    "outgoing",
    "outspoken",
    "popular",
    "prominent",
    "renowned",
    "respected",
    "then",
    "veteran",
    "visiting",
    "young",
];

/// Whether the prepositional phrase at `at` belongs to the office.
fn keeps(reading: &Reading<'_, '_>, at: usize, head: usize, end: usize) -> bool {
    let next = at + 1;
    if next >= end {
        return false;
    }
    let counted = (next..end.min(next + 2)).any(|it| reading.tag(it) == Tag::Number);
    let spokes = reading.form(head).to_lowercase().contains("spokes");
    if spokes || counted {
        return false;
    }
    let common = matches!(reading.tag(next), Tag::Noun | Tag::Nouns | Tag::Adjective);
    if reading.is_any(at, &["of", "at", "to"]) || reading.is(at, "and") {
        true
    } else if reading.is(at, "for") {
        true
    } else {
        reading.is_any(at, &["in", "on"]) && common
    }
}
