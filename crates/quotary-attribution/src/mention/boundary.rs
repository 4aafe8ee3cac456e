//! Where a chunk ends though a noun follows: dates, texts, what only sets the scene.

use super::chunk::ends_in_genitive;
use crate::{
    lexicon::{Closed, Noun},
    reading::Reading,
    tag::Tag,
    token::TokenKind,
};

/// A date after a name, or a name behind a common plural noun, begins a chunk of its own.
pub(super) fn starts_anew(reading: &Reading<'_, '_>, head: Option<usize>, at: usize) -> bool {
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
pub(super) fn ends_setting(
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
