//! The writer of the article, who speaks where "I" stands in nobody else's words.

use quotary_grammar::Span;

use super::{
    pronoun,
    referent::{Id, NOBODY},
    walk::Walk,
};
use crate::{
    entity::{Entity, SpeakerKind},
    sieve::Draft,
};

/// How the writer of an article is called, as the annotators of PolNeAR call him.
const AUTHOR: &str = "author";

/// The writer as an entity, with the sources in which he speaks of himself, sorted; nothing where there are none.
pub(super) fn author(
    walk: &Walk<'_, '_, '_, '_>,
    drafts: &[Draft],
    spoken: &[Id],
) -> Option<Entity> {
    let reading = walk.reading;
    let mut own = drafts
        .iter()
        .zip(spoken)
        .filter_map(|(draft, &speaker)| draft.source.as_ref().filter(|_| speaker == NOBODY))
        .filter(|source| source.len() == 1 && pronoun::is_i(reading, source.start))
        .map(|source| source.start)
        .peekable();
    own.peek()?;
    // How many contents have begun and not ended before each token.
    let mut begun = vec![0_i32; reading.len() + 1];
    for range in drafts.iter().flat_map(|it| &it.content) {
        begun[range.start] += 1;
        begun[range.end] -= 1;
    }
    let mut open = 0;
    let told: Vec<bool> = begun
        .iter()
        .map(|change| {
            open += change;
            open > 0
        })
        .collect();
    let mut mentions: Vec<Span> = own
        .filter(|&at| !told[at] && walk.evidence.quoted_at(at).is_none())
        .map(|at| reading.span(at..at + 1))
        .collect();
    mentions.sort_unstable();
    (!mentions.is_empty()).then(|| Entity {
        name: AUTHOR.into(),
        kind: SpeakerKind::Person,
        mentions,
        ..Entity::default()
    })
}
