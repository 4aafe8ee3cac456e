//! "The novelist", "the plaintiff": what the one is whom the article names without saying it.

use super::{
    noun,
    referent::{Found, Id, NOBODY},
    role,
    walk::Walk,
};
use crate::{entity::SpeakerKind, lexicon::Noun, sieve::Draft};

/// A description with "the" that speaks, and that brings nobody in, is whoever alone of those who
/// speak by name has no role: "“Sit,” Ana Prado says. … The novelist thinks that is too many."
pub(crate) fn untold(walk: &mut Walk<'_, '_, '_, '_>, drafts: &[Draft], spoken: &[Id]) {
    let Some(named) = only(walk, spoken) else {
        return;
    };
    let reading = walk.reading;
    for (draft, &id) in drafts.iter().zip(spoken) {
        let Some(source) = draft.source.as_ref().filter(|it| !it.is_empty()) else {
            continue;
        };
        if id == NOBODY || walk.cast.root(id) == named || reading.in_headline(source.start) {
            continue;
        }
        let (one, other) = (walk.cast.get(id), walk.cast.get(named));
        let Some(chunk) = walk.evidence.chunks.starting_at(source.start) else {
            continue;
        };
        let trade = reading.word(chunk.head).noun == Some(Noun::Role)
            && reading.word(chunk.head).title.is_none()
            && role::is_role(reading, chunk.head);
        let new = !one.named
            && !one.plural
            && !one.anonymous
            && one.owner.is_none()
            && one.kind == SpeakerKind::Person
            && chunk.tokens.contains(&one.name.start);
        let alone = reading.is(source.start, "the") && source.end <= chunk.tokens.end;
        let before = other.name.end <= source.start;
        if trade && new && alone && before && one.may_be(other.gender) {
            let head = chunk.head;
            let role = role::unnamed(reading, one.name.clone(), head);
            walk.cast.merge(id, named);
            walk.cast.get_mut(named).learn_role(role, Found::Elsewhere);
            walk.cast.describe(noun::head_key(reading, head), named);
        }
    }
}

/// Whoever is described again is whom the article is about: speaks at least so often.
const OFTEN: usize = 3;

/// The only one who speaks by name and of whom the article does not say what that person is, where
/// that person speaks often.
fn only(walk: &Walk<'_, '_, '_, '_>, spoken: &[Id]) -> Option<Id> {
    let mut untold = spoken
        .iter()
        .filter(|&&id| id != NOBODY)
        .map(|&id| walk.cast.root(id))
        .filter(|&id| {
            let one = walk.cast.get(id);
            one.named && one.kind == SpeakerKind::Person && one.role.is_none()
        });
    let first = untold.next()?;
    let mut times = 1;
    let alone = untold.all(|id| {
        times += 1;
        id == first
    });
    (alone && times >= OFTEN).then_some(first)
}
