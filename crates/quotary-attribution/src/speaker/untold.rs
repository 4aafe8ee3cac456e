//! "The novelist", "the plaintiff", "the woman": what the one is whom the article names without saying it.

use super::{
    noun,
    referent::{Found, Id, NOBODY},
    role,
    walk::Walk,
};
use crate::{
    entity::SpeakerKind,
    lexicon::{Gender, Noun},
    sieve::Draft,
};

/// A description with "the" that speaks, and that brings nobody in, is whoever alone of those who
/// speak by name has no role: "“Sit,” Ana Prado says. … The novelist thinks that is too many."
pub(crate) fn untold(walk: &mut Walk<'_, '_, '_, '_>, drafts: &[Draft], spoken: &[Id]) {
    let reading = walk.reading;
    let anybody = only(walk, spoken, None);
    let [man, woman] = [Gender::Masculine, Gender::Feminine].map(|it| only(walk, spoken, Some(it)));
    for (draft, &id) in drafts.iter().zip(spoken) {
        let Some(source) = draft.source.as_ref().filter(|it| !it.is_empty()) else {
            continue;
        };
        if id == NOBODY || !reading.is(source.start, "the") || reading.in_headline(source.start) {
            continue;
        }
        let named = match walk.cast.get(id).gender {
            None => anybody,
            Some(Gender::Masculine) => man,
            Some(Gender::Feminine) => woman,
        };
        let Some(named) = named.filter(|&it| it != walk.cast.root(id)) else {
            continue;
        };
        let (one, other) = (walk.cast.get(id), walk.cast.get(named));
        let Some(chunk) = walk.evidence.chunks.starting_at(source.start) else {
            continue;
        };
        let trade = reading.word(chunk.head).noun == Some(Noun::Role)
            && reading.word(chunk.head).title.is_none()
            && role::is_role(reading, chunk.head);
        let person = walk.cast.is_described(id) && one.owner.is_none();
        let alone = source.end <= chunk.tokens.end;
        let novelist = trade
            && chunk.tokens.contains(&one.name.start)
            && other.name.end <= source.start
            && one.may_be(other.gender);
        // "A female union member was arrested … The woman denies … “I waited,” Ana said": whose surname is kept
        // back goes by the given name, and was brought in before.
        let given = other.name.len() == 1 && reading.word(other.name.start).given.is_some();
        let portrayed = given
            && noun::is_anybody(reading, chunk.head)
            && one.gender.is_some()
            && one.gender == other.gender
            && one.name.end <= source.start.min(other.name.start);
        if person && alone && (novelist || portrayed) {
            // "a female union member … a woman who was ill … the woman"
            let called = walk.cast.described(noun::head_key(reading, chunk.head));
            let same = called.iter().filter(|&it| {
                let it = walk.cast.get(it);
                portrayed && !it.named && it.gender == one.gender && it.kind == one.kind
            });
            let told = std::iter::once(id).chain(same).find_map(|it| {
                let name = walk.cast.get(it).name.clone();
                let head = walk.evidence.chunks.at(name.start)?.head;
                let role = role::unnamed(reading, name, head);
                (!role.is_empty()).then_some((role, head))
            });
            walk.cast.merge(id, named);
            if let Some((role, head)) = told {
                walk.cast.get_mut(named).learn_role(role, Found::Elsewhere);
                walk.cast.describe(noun::head_key(reading, head), named);
            }
        }
    }
}

/// Whoever is described again is whom the article is about: speaks at least so often.
const OFTEN: usize = 3;

/// The only one, or the only one known to be of a gender, who speaks by name and of whom the article does not say what that person
/// is, where that person speaks often.
fn only(walk: &Walk<'_, '_, '_, '_>, spoken: &[Id], gender: Option<Gender>) -> Option<Id> {
    let mut untold = spoken
        .iter()
        .filter(|&&id| id != NOBODY)
        .map(|&id| walk.cast.root(id))
        .filter(|&id| {
            let one = walk.cast.get(id);
            let may_be = gender.is_none() || one.gender == gender;
            one.named && one.kind == SpeakerKind::Person && one.role.is_none() && may_be
        });
    let first = untold.next()?;
    let mut times = 1;
    let alone = untold.all(|id| {
        times += 1;
        id == first
    });
    (alone && times >= OFTEN).then_some(first)
}
