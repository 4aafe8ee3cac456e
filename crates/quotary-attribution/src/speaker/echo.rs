//! Who says in the article what its headline has somebody say: "‘Poetry, not arithmetic’, says
//! fishing boss ¶ … That, retorted Ana Prado, the chief executive of Norfang, was ‘poetry, not
//! arithmetic’".

use std::ops::Range;

use super::{
    key::Key,
    referent::{Id, NOBODY},
    walk::Walk,
};
use crate::{entity::SpeakerKind, sieve::Draft, tag::Tag, token::TokenKind};

/// Content words of a headline that are looked for; longer ones are no headlines.
const WORDS: usize = 24;

/// How many of them must stand in one content of the body, and what part of all: two that are half
/// of a headline could be its subject alone.
const SHARED: usize = 2;

/// The one person whom the body has say most of what draft `index` says, where that is enough.
pub(super) fn speaker(
    walk: &Walk<'_, '_, '_, '_>,
    drafts: &[Draft],
    spoken: &[Id],
    index: usize,
) -> Option<Id> {
    let reading = walk.reading;
    let content = &drafts[index].content;
    let quoted: Vec<Range<usize>> = content
        .iter()
        .cloned()
        .flatten()
        .filter(|&at| walk.evidence.quoted_at(at).is_some())
        .map(|at| at..at + 1)
        .collect();
    // What stands in quotation marks was said so; the rest is told in the writer's words.
    let mut wanted = distinct(words(walk, &quoted));
    if wanted.len() < SHARED {
        wanted = distinct(words(walk, content));
    }
    let mut best: Option<(usize, Id)> = None;
    for (draft, &id) in drafts.iter().zip(spoken) {
        let body = draft
            .content
            .first()
            .is_some_and(|it| !reading.in_headline(it.start));
        if !body || id == NOBODY || walk.cast.get(id).kind != SpeakerKind::Person {
            continue;
        }
        let found =
            distinct(words(walk, &draft.content).filter(|it| wanted.binary_search(it).is_ok()));
        if best.is_none_or(|(most, _)| found.len() > most) {
            best = Some((found.len(), id));
        }
    }
    let (shared, id) = best?;
    (shared >= SHARED && shared * 2 > wanted.len()).then_some(id)
}

/// Each key once, in order; of a headline no more than its first.
fn distinct(keys: impl Iterator<Item = Key>) -> Vec<Key> {
    let mut keys: Vec<Key> = keys.take(WORDS).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The nouns, names, numbers, verbs and adjectives of a content.
fn words<'w>(
    walk: &'w Walk<'_, '_, '_, '_>,
    content: &'w [Range<usize>],
) -> impl Iterator<Item = Key> + 'w {
    let reading = walk.reading;
    content.iter().cloned().flatten().filter_map(move |at| {
        let open = matches!(reading.kind(at), TokenKind::Word | TokenKind::Number)
            && reading.word(at).closed.is_none()
            && !matches!(reading.tag(at), Tag::Pronoun | Tag::Determiner);
        open.then(|| Key::word(reading.form(at)))
    })
}
