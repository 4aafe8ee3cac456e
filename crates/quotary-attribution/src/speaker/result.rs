//! The entities as they are handed on.

use std::ops::Range;

use super::{
    author::author,
    medium, pronoun,
    referent::{Id, NOBODY},
    role,
    speaking::{Said, Speakers},
    walk::Walk,
};
use crate::{
    entity::{Entity, SpeakerKind},
    sieve::Draft,
};

/// Numbers the entities and gives each its text.
pub(crate) fn finish(
    mut walk: Walk<'_, '_, '_, '_>,
    drafts: &[Draft],
    spoken: &[Id],
    hearers: &[Id],
) -> Speakers {
    let reading = walk.reading;
    let mut wanted = vec![false; walk.cast.len()];
    for &id in spoken.iter().chain(hearers).filter(|&&id| id != NOBODY) {
        wanted[walk.cast.root(id) as usize] = true;
    }
    for id in 0..walk.cast.len() {
        let root = walk.cast.root(id as Id) as usize;
        wanted[root] |= walk.cast.get(id as Id).named;
    }
    let mut place = vec![usize::MAX; walk.cast.len()];
    let mut entities: Vec<Entity> = Vec::new();
    walk.mentions
        .sort_by_key(|(_, range)| (range.start, std::cmp::Reverse(range.end)));
    for (id, range) in &walk.mentions {
        let root = walk.cast.root(*id);
        if !wanted[root as usize] {
            continue;
        }
        let at = place[root as usize];
        let at = if at == usize::MAX {
            entities.push(entity(&walk, root));
            place[root as usize] = entities.len() - 1;
            entities.len() - 1
        } else {
            at
        };
        let span = reading.span(range.clone());
        if entities[at].mentions.last() != Some(&span) {
            entities[at].mentions.push(span);
        }
    }
    let index = |id: Id| -> Option<usize> {
        (id != NOBODY)
            .then(|| place[walk.cast.root(id) as usize])
            .filter(|&at| at != usize::MAX)
    };
    let author = author(&walk, drafts, spoken);
    let writes = |draft: &Draft| {
        let (author, source) = (author.as_ref()?, draft.source.as_ref()?);
        let span = reading.span(source.clone());
        author.mentions.binary_search(&span).ok()?;
        Some(entities.len())
    };
    let said = drafts
        .iter()
        .zip(spoken.iter().zip(hearers))
        .map(|(draft, (&speaker, &hearer))| Said {
            speaker: index(speaker).or_else(|| writes(draft)),
            source_kind: match &draft.source {
                Some(source) if speaker == NOBODY => pronoun::kind(reading, source),
                _ => SpeakerKind::Unknown,
            },
            hearer: index(hearer).filter(|&at| index(speaker) != Some(at)),
            medium: medium::medium(walk.evidence, draft),
        })
        .collect();
    entities.extend(author);
    Speakers { entities, said }
}

fn entity(walk: &Walk<'_, '_, '_, '_>, id: Id) -> Entity {
    let reading = walk.reading;
    let one = walk.cast.get(id);
    let slice = reading.slice(one.name.clone());
    let joined = |members: &[Id]| -> String {
        let names: Vec<&str> = members
            .iter()
            .map(|&id| reading.slice(walk.cast.get(id).name.clone()))
            .collect();
        match names.split_last() {
            Some((last, first)) => format!("{} and {last}", first.join(", ")),
            None => String::new(),
        }
    };
    let name = if !one.members.is_empty() {
        joined(&one.members)
    } else if slice.contains(char::is_whitespace) {
        let words: Vec<_> = slice.split_whitespace().collect();
        words.join(" ")
    } else {
        slice.to_owned()
    };
    let name = match one.surname {
        Some(at) if one.name.len() == 1 => format!("{name} {}", reading.form(at)),
        _ => name,
    };
    let own = || -> Option<Range<usize>> {
        // What an unnamed source is called is its role.
        let unnamed = !one.named && one.kind == SpeakerKind::Person && !one.name.is_empty();
        let head = unnamed
            .then(|| walk.evidence.chunks.at(one.name.start))??
            .head;
        (one.name.contains(&head)).then(|| role::unnamed(reading, one.name.clone(), head))
    };
    let told = || one.role.as_ref().map(|role| role.tokens.clone());
    let role = match one.kind {
        SpeakerKind::Person => told().or_else(own),
        // "Ministers Ana Prado and Tom Brun"
        SpeakerKind::Group => told().filter(|_| !one.members.is_empty()),
        _ => None,
    };
    Entity {
        name,
        kind: one.kind,
        role: role.filter(|it| !it.is_empty()).map(|it| reading.span(it)),
        mentions: Vec::new(),
        gender: one.gender,
        gender_evidence: one.evidence,
        anonymous: one.anonymous,
    }
}
