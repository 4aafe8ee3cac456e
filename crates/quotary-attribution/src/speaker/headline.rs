//! Whom a headline means: it is read first and knows only what the article tells later.

use std::ops::Range;

use super::{
    billing, echo,
    extent::without_article,
    key::Key,
    name, noun,
    referent::{Id, NOBODY, Referent, commonest},
    walk::Walk,
};
use crate::{entity::SpeakerKind, sieve::Draft, tag::Tag};

/// Sources in headlines, which know only what the article has told.
pub(crate) fn headlines(walk: &mut Walk<'_, '_, '_, '_>, drafts: &[Draft], spoken: &mut [Id]) {
    /// An article has one or two headlines that report; a list of many is none.
    const ECHOES: usize = 4;
    let mut echoes = 0;
    for (index, draft) in drafts.iter().enumerate() {
        let Some(source) = draft.source.clone() else {
            let headed = draft
                .content
                .first()
                .is_some_and(|it| walk.reading.in_headline(it.start));
            if headed && spoken[index] == NOBODY && echoes < ECHOES {
                echoes += 1;
                spoken[index] = echo::speaker(walk, drafts, spoken, index)
                    .or_else(|| portrayed(walk, drafts, spoken, draft))
                    .unwrap_or(NOBODY);
            }
            continue;
        };
        if source.is_empty() || !walk.reading.in_headline(source.start) {
            continue;
        }
        let known = headline(walk, &source).or_else(|| {
            echoes += 1;
            if echoes > ECHOES {
                return None;
            }
            echo::speaker(walk, drafts, spoken, index)
                .or_else(|| first_speaker(walk, drafts, spoken, &source))
        });
        spoken[index] = known.unwrap_or_else(|| labelled(walk, &source));
    }
}

/// "‘I have buried three books’": who speaks of himself in a headline alone is whom the article is about:
/// the one person who says at least twice as much in quotation marks below as anybody else.
fn portrayed(
    walk: &Walk<'_, '_, '_, '_>,
    drafts: &[Draft],
    spoken: &[Id],
    draft: &Draft,
) -> Option<Id> {
    /// Fewer make no portrait.
    const LEAST: usize = 3;
    let reading = walk.reading;
    let own = ["i", "i'm", "i’m", "me", "my"];
    if !draft
        .content
        .iter()
        .cloned()
        .flatten()
        .any(|at| reading.is_any(at, &own))
    {
        return None;
    }
    let quoted = |draft: &Draft| {
        draft.content.first().is_some_and(|it| {
            !reading.in_headline(it.start) && walk.evidence.quoted_at(it.start).is_some()
        })
    };
    let tellers = drafts.iter().zip(spoken).filter(|(draft, _)| quoted(draft));
    let roots = tellers.map(|(_, &id)| match id {
        NOBODY => NOBODY,
        id => walk.cast.root(id),
    });
    let (id, most, next) = commonest(roots)?;
    let person = id != NOBODY && walk.cast.get(id).kind == SpeakerKind::Person;
    (person && most >= LEAST && most >= next * 2).then_some(id)
}

/// "Referee says threats came in one night": where nobody in the article is called so, the first who
/// speaks in it, named and without another word about what he is.
fn first_speaker(
    walk: &Walk<'_, '_, '_, '_>,
    drafts: &[Draft],
    spoken: &[Id],
    source: &Range<usize>,
) -> Option<Id> {
    /// Speakers of the body that are looked at.
    const FIRST: usize = 8;
    let reading = walk.reading;
    let label = source.end - 1;
    let speakers = drafts.iter().zip(spoken).filter(|(draft, id)| {
        let body = draft.content.first();
        **id != NOBODY && body.is_some_and(|it| !reading.in_headline(it.start))
    });
    let mut first = None;
    for (_, &id) in speakers.take(FIRST) {
        let one = walk.cast.get(id);
        let role = one.role.as_ref().map_or(0..0, |it| it.tokens.clone());
        // "Head", later "the head teacher, Ana Prado"
        if role.clone().any(|at| reading.is_same(at, label)) {
            return Some(id);
        }
        first = first.or(Some(id));
    }
    first.filter(|&id| {
        let one = walk.cast.get(id);
        one.named
            && one.kind == SpeakerKind::Person
            && one.role.is_none()
            && !billing::names(walk, source, id)
    })
}

/// Words of a label in a headline: "Former White House doctor".
const LABEL: usize = 5;

/// Somebody new, called as the headline does.
fn labelled(walk: &mut Walk<'_, '_, '_, '_>, source: &Range<usize>) -> Id {
    let reading = walk.reading;
    let id = walk.cast.add(Referent {
        name: without_article(reading, source),
        kind: SpeakerKind::Person,
        ..Referent::default()
    });
    walk.mentions.push((id, source.clone()));
    id
}

/// Whom a source in a headline names or describes; nobody where the article calls no one so.
fn headline(walk: &mut Walk<'_, '_, '_, '_>, source: &Range<usize>) -> Option<Id> {
    let reading = walk.reading;
    // "Iceland PM": the last word says who, unless the article has no such person.
    let last = source.end - 1;
    let human = noun::is_human(reading, last)
        || source.len() > 1 && noun::is_office(reading, source.clone());
    let office = human && !noun::is_plural(reading, last);
    if office && source.len() <= LABEL {
        let key = noun::head_key(reading, last);
        // "PM" is a prime minister.
        let prime = |id: Id| {
            let one = walk.cast.get(id);
            let role = one.role.as_ref().map_or(0..0, |it| it.tokens.clone());
            one.name
                .clone()
                .chain(role)
                .any(|at| reading.is(at, "prime"))
        };
        let fits = |id: &Id| !reading.is(last, "pm") || prime(*id);
        return walk.cast.introduced(key).filter(fits).or_else(|| {
            let bearers = || walk.cast.described(key).iter().filter(fits);
            let named = bearers().find(|&id| walk.cast.get(id).named);
            named.or_else(|| bearers().next())
        });
    }
    let named = source.clone().rev().take(8).find_map(|at| {
        if !reading.is_capital(at) {
            return None;
        }
        let key = Key::word(reading.form(at));
        walk.cast.called(key).iter().next()
    });
    if named.is_some() {
        return named;
    }
    let head = source
        .clone()
        .take(12)
        .take_while(|&at| !matches!(reading.tag(at), Tag::Preposition))
        .last()
        .unwrap_or(source.start);
    let key = noun::head_key(reading, head);
    let known = walk.cast.introduced(key);
    let known = known.or_else(|| walk.cast.described(key).iter().next());
    if known.is_some() {
        return known;
    }
    let name = name::name(reading, source.clone());
    let kind = match &name {
        Some(name) => name.kind.kind(),
        None => noun::kind(reading, head),
    };
    let id = walk.cast.add(Referent {
        name: name.as_ref().map_or_else(
            || without_article(reading, source),
            |name| name.tokens.clone(),
        ),
        named: name.is_some(),
        kind,
        plural: kind == SpeakerKind::Group,
        ..Referent::default()
    });
    walk.mentions.push((id, source.clone()));
    Some(id)
}
