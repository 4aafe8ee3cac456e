//! Several named together: "Smith and Jones".

use std::ops::Range;

use super::{
    key::Key,
    naming::is_title_of_several,
    noun,
    referent::{Found, Id, NOBODY, Referent, Role},
    role,
    walk::Walk,
};
use crate::{entity::SpeakerKind, mention::Chunk, tag::Tag, token::TokenKind};

/// "Smith and Jones", "the US and its NATO allies": one group.
pub(crate) fn coordinated(walk: &mut Walk<'_, '_, '_, '_>, source: &Range<usize>) -> Option<Id> {
    let reading = walk.reading;
    let chunks = &walk.evidence.chunks;
    let and = source.clone().find(|&at| {
        reading.is_any(at, &["and", "&"])
            && chunks.at(at).is_none()
            && behind(walk, at).is_some()
            && chunks.starting_at(at + 1).is_some()
    })?;
    let (left, right) = (behind(walk, and)?, chunks.starting_at(and + 1)?);
    if is_one(walk, left, right) {
        return None;
    }
    // "co-founder and chief Ana Prado"
    let holder = walk.at[right.head];
    let offices = !starts_with_article(walk, left)
        && is_office(walk, left)
        && holder != NOBODY
        && walk.cast.get(holder).kind == SpeakerKind::Person
        && role::is_role(reading, right.tokens.start);
    if offices && left.tokens.start == source.start {
        return Some(holder);
    }
    if right.tokens.end > source.end || left.tokens.start < source.start {
        return None;
    }
    // "Ana Prado (D-Mont.) and": what stands in brackets is nobody of the group.
    let bracketed = |at: usize| {
        let mut before = (source.start..at).rev();
        let mark = before.find(|&it| reading.is_any(it, &["(", ")"]));
        mark.is_some_and(|it| reading.is(it, "("))
    };
    // "Hugh Lane, a doctor and writer": the first part must be what the source begins with.
    let leads = (source.start..left.tokens.start).all(|at| {
        matches!(
            reading.tag(at),
            Tag::Determiner | Tag::Name | Tag::Punctuation
        ) && !matches!(reading.kind(at), TokenKind::Stop)
            || bracketed(at)
    });
    // "Hugh Lane, a doctor and writer" is one.
    let first = chunks.at(source.start)?;
    if left.tokens.start > first.tokens.start && walk.at[first.head] == walk.at[left.head] {
        return None;
    }
    let known = |chunk: &Chunk| walk.at[chunk.head] != NOBODY;
    let named = |chunk: &Chunk| known(chunk) && walk.cast.get(walk.at[chunk.head]).named;
    let different = walk.at[left.head] != walk.at[right.head];
    let person = |chunk: &Chunk| {
        known(chunk) && {
            let one = walk.cast.get(walk.at[chunk.head]);
            one.kind == SpeakerKind::Person || one.plural
        }
    };
    let begun = named(left)
        && matches!(
            reading.tag(right.tokens.start),
            Tag::Determiner | Tag::Possessive
        );
    if !leads || !different || !known(left) || !known(right) && !begun {
        return None;
    }
    // "co-founder and CEO Ana Prado", "the former mayor and senator" are one.
    let common = matches!(reading.tag(left.head), Tag::Noun) && !named(left);
    let titles = noun::is_human(reading, left.head) && !noun::is_plural(reading, left.head);
    let bare = |chunk: &Chunk| {
        !matches!(
            reading.tag(chunk.tokens.start),
            Tag::Determiner | Tag::Possessive
        )
    };
    if common && titles && bare(left) && named(right) && person(right) {
        return Some(walk.at[right.head]);
    }
    if matches!(reading.tag(left.head), Tag::Noun)
        && titles
        && named(left)
        && bare(right)
        && !named(right)
        && noun::is_human(reading, right.head)
    {
        return Some(walk.at[left.head]);
    }
    let kind = if person(left) || person(right) {
        SpeakerKind::Group
    } else {
        SpeakerKind::Organization
    };
    let mut members: Vec<Id> = Vec::new();
    for chunk in source
        .clone()
        .filter_map(|at| chunks.at(at).filter(|it| it.head == at))
        .filter(|it| !bracketed(it.head))
    {
        let id = walk.at[chunk.head];
        let human = id != NOBODY && {
            let one = walk.cast.get(id);
            one.named && one.kind == SpeakerKind::Person
        };
        if human && !members.contains(&id) {
            members.push(id);
        }
    }
    if !named(right) || members.len() < 2 {
        members.clear();
    }
    let start = source.start + usize::from(reading.is(source.start, "the"));
    // "Sens. Joan Prado and David Brun", "Spanish ministers Ana Prado and Tom Brun"
    let title = (start..first.head)
        .find(|&at| is_title_of_several(reading, at))
        .filter(|_| !members.is_empty())
        .map(|at| Role {
            tokens: start..at + 1,
            found: Found::Beside,
        });
    let key = Key::word(reading.slice(start..source.end));
    let known = walk.cast.described(key).iter().next();
    let id = known.unwrap_or_else(|| {
        walk.cast.add(Referent {
            name: start..source.end,
            kind,
            plural: true,
            members,
            role: title,
            ..Referent::default()
        })
    });
    walk.cast.describe(key, id);
    walk.mentions.push((id, source.clone()));
    let place = walk.place(source.start, source.end);
    walk.salience.mention(id, place);
    Some(id)
}

/// "the former first lady and Ohio senator": two offices of one person under one article.
fn is_one(walk: &Walk<'_, '_, '_, '_>, left: &Chunk, right: &Chunk) -> bool {
    starts_with_article(walk, left)
        && !starts_with_article(walk, right)
        && is_office(walk, left)
        && is_office(walk, right)
}

fn starts_with_article(walk: &Walk<'_, '_, '_, '_>, chunk: &Chunk) -> bool {
    matches!(
        walk.reading.tag(chunk.tokens.start),
        Tag::Determiner | Tag::Possessive
    )
}

/// Whether a common noun is what one person is.
fn is_office(walk: &Walk<'_, '_, '_, '_>, chunk: &Chunk) -> bool {
    let reading = walk.reading;
    let common = reading.tag(chunk.head) == Tag::Noun;
    // "Deputy Prime Minister and Minister of Finance", "Actor and director" at the head of a sentence
    let title =
        reading.tag(chunk.head) == Tag::Name && noun::is_office(reading, chunk.tokens.clone());
    (common || title) && role::is_role(reading, chunk.head) && !noun::is_plural(reading, chunk.head)
}

/// The chunk that ends before token `at`, a bracket between left out: "Jon Tester (D-Mont.) and".
fn behind<'w>(walk: &'w Walk<'_, '_, '_, '_>, at: usize) -> Option<&'w Chunk> {
    let reading = walk.reading;
    let mut last = at.checked_sub(1)?;
    if reading.is(last, ",") {
        last = last.checked_sub(1)?;
    }
    if reading.is(last, ")") {
        last = (last.saturating_sub(6)..last)
            .rev()
            .find(|&it| reading.is(it, "("))?
            .checked_sub(1)?;
    }
    walk.evidence.chunks.ending_at(last)
}
