//! Names behind what a source begins with: "last week, Ana Prado", "Culture and Heritage Minister Ana
//! Prado"; and whose a text is that a source names.

use std::ops::Range;

use super::{
    apposition::{self, Beside},
    noun,
    referent::{Found, Id, NOBODY, Role},
    role,
    walk::Walk,
};
use crate::{entity::SpeakerKind, mention::Chunk, tag::Tag};

/// "last week, Ana Prado", "(the ruling,) its counsel for the day, Ana Prado": the name where the
/// source begins with what belongs to another phrase.
pub(super) fn behind_comma(
    walk: &Walk<'_, '_, '_, '_>,
    first: &Chunk,
    source: &Range<usize>,
) -> Option<Id> {
    let reading = walk.reading;
    let chunks = &walk.evidence.chunks;
    let begun = walk.at[first.head];
    let thing = begun == NOBODY || {
        let one = walk.cast.get(begun);
        !one.named && matches!(one.kind, SpeakerKind::Document | SpeakerKind::Unknown)
    };
    // "the former dyke warden, Klaas ten Brink": a description that the name behind it ends.
    let described = begun != NOBODY && {
        let one = walk.cast.get(begun);
        !one.named && !one.plural && one.kind == SpeakerKind::Person
    };
    let date = noun::is_time(reading, first.head);
    if !thing && !date && !described || !reading.is(first.tokens.end, ",") {
        return None;
    }
    let links = |at: usize| {
        chunks.at(at).is_some()
            || matches!(reading.tag(at), Tag::Preposition | Tag::Genitive)
            || reading.is(at, ",")
    };
    (first.tokens.end..source.end)
        .take_while(|&at| links(at))
        .filter(|&at| reading.is(at, ","))
        .find_map(|comma| {
            let next = chunks.starting_at(comma + 1)?;
            let id = walk.at[next.head];
            let named = next.head < source.end && id != NOBODY && {
                let one = walk.cast.get(id);
                one.named && one.kind == SpeakerKind::Person
            };
            let end = next.tokens.end;
            let ends = end >= source.end
                || apposition::age(reading, end).is_some()
                || apposition::home(walk.evidence, end).is_some_and(|it| it >= source.end);
            (named && (ends || !described)).then_some(id)
        })
}

/// "Deputy Commissioner of Police (Cyber) Harsimran Bajwa": the name behind a bracket, which may not
/// have been visited where the source ends with the bracket.
pub(super) fn behind_bracket(
    walk: &mut Walk<'_, '_, '_, '_>,
    id: Id,
    source: &Range<usize>,
    cue: Option<&Range<usize>>,
) -> Option<Id> {
    let reading = walk.reading;
    let close = source.clone().find(|&at| reading.is(at, ")"))?;
    let next = walk.evidence.chunks.starting_at(close + 1)?.clone();
    let said = cue.is_some_and(|cue| cue.start == next.tokens.end);
    // "the commission headed by Justice (retired) Ana Prado" begins with another.
    let open = (source.start..close).rfind(|&at| reading.is(at, "("))?;
    let title = (source.start..open)
        .all(|at| reading.is(at, "of") || walk.evidence.chunks.at(at).is_some());
    let one = walk.cast.get(id);
    let titled = title && (!one.named || one.kind != SpeakerKind::Person);
    if !titled || !said && next.head >= source.end {
        return None;
    }
    let named = match walk.at[next.head] {
        NOBODY => walk.coming(&Beside {
            tokens: source.start..close + 1,
            head: open - 1,
            copula: false,
            name: next.tokens.start,
        })?,
        named => named,
    };
    let one = walk.cast.get(named);
    let person = one.named && one.kind == SpeakerKind::Person;
    let office = walk.evidence.chunks.at(source.start).map(|it| it.head);
    if person && one.role.is_none() && office.is_some_and(|it| role::is_role(reading, it)) {
        walk.describe(named, source.start..close + 1, Found::Beside);
    }
    person.then_some(named)
}

/// "the company | ’s managing director, Hugh Pellew": the name behind a description that begins with
/// its owner.
pub(super) fn behind_owner(
    walk: &Walk<'_, '_, '_, '_>,
    chunk: &Chunk,
    source: &Range<usize>,
) -> Option<Id> {
    let reading = walk.reading;
    if !noun::is_genitive(reading, chunk.tokens.end) {
        return None;
    }
    let last = walk.evidence.chunks.ending_at(source.end - 1)?;
    let comma = last.tokens.start.checked_sub(1)?;
    let id = walk.at[last.head];
    let person = id != NOBODY && {
        let one = walk.cast.get(id);
        one.named && one.kind == SpeakerKind::Person
    };
    (person && comma > chunk.tokens.end && reading.is(comma, ",")).then_some(id)
}

/// "Culture | and Heritage Minister Ana Prado": the name behind an office for several fields, which
/// is the role as a whole.
pub(super) fn ministry(walk: &mut Walk<'_, '_, '_, '_>, source: &Range<usize>) -> Option<Id> {
    let reading = walk.reading;
    let chunk = walk.evidence.chunks.ending_at(source.end - 1)?.clone();
    let first = chunk.tokens.start;
    let id = walk.at[chunk.head];
    let and = first.checked_sub(1).filter(|&at| reading.is(at, "and"))?;
    // A common noun that is nobody's surname here.
    let field = |at: usize| {
        let word = reading.word(at);
        let other = walk.at[at];
        reading.is_capital(at)
            && matches!(word.tags[0], Some(Tag::Noun | Tag::Nouns))
            && word.given.is_none()
            && !noun::is_human(reading, at)
            && (other == NOBODY || walk.cast.get(other).name.len() == 1)
    };
    let fields = (source.start..and).all(|at| field(at) || reading.is(at, ","));
    if id == NOBODY || !fields || source.start >= and {
        return None;
    }
    let one = walk.cast.get(id);
    let office = one
        .role
        .as_ref()
        .map(|it| it.tokens.clone())
        .filter(|it| it.start == first && role::is_office(reading, it.end - 1))?;
    if !one.named || one.kind != SpeakerKind::Person {
        return None;
    }
    // "Arts, | Culture and Heritage Minister"
    let sentence = reading.sentence(source.start).tokens.start;
    let mut start = source.start;
    while start >= sentence + 2
        && reading.is(start - 1, ",")
        && field(start - 2)
        && reading.word(start - 2).place.is_none()
    {
        start -= 2;
    }
    let role = Role {
        tokens: start..office.end,
        found: Found::Beside,
    };
    walk.cast.get_mut(id).role = Some(role);
    Some(id)
}

/// A statement or figures that somebody releases count as that somebody.
pub(super) fn released_by(
    walk: &Walk<'_, '_, '_, '_>,
    chunk: &Chunk,
    source: &Range<usize>,
) -> Option<Id> {
    let reading = walk.reading;
    const RELEASED: [&str; 9] = [
        "statement",
        "statements",
        "figures",
        "data",
        "numbers",
        "statistics",
        "comments",
        "remarks",
        "account",
    ];
    if !reading.is_any(chunk.head, &RELEASED) {
        return None;
    }
    let owner = (chunk.tokens.start..chunk.head)
        .rev()
        .find(|&at| noun::is_genitive(reading, at) || reading.tag(at) == Tag::Possessive)
        .map(|at| {
            if noun::is_genitive(reading, at) {
                walk.at[at.saturating_sub(1)]
            } else {
                walk.at[at]
            }
        });
    let by = reading
        .is_any(chunk.tokens.end, &["by", "from", "of"])
        .then(|| walk.evidence.chunks.starting_at(chunk.tokens.end + 1))
        .flatten()
        .filter(|it| it.head < source.end)
        .map(|it| walk.at[it.head]);
    owner.or(by).filter(|&id| id != NOBODY)
}
