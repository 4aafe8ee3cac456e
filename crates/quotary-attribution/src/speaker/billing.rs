//! What the headline calls whom the article is about: "Referee says 900 threats came in a night".

use std::ops::Range;

use quotary_grammar::SegmentKind;

use super::{
    noun,
    referent::{Found, Id},
    role,
    walk::Walk,
};
use crate::{entity::SpeakerKind, lexicon::Noun, mention::Chunk, tag::Tag};

/// How many paragraphs of the body may pass before the one is named whom the headline means.
const SOON: usize = 3;

/// Gives the role that headline and standfirst tell to the first person whom the body names, where
/// they tell of one only and the body does not say what that person is.
pub(crate) fn bill(walk: &mut Walk<'_, '_, '_, '_>) {
    let Some((role, head)) = billed(walk) else {
        return;
    };
    let Some(id) = first_named(walk) else { return };
    let reading = walk.reading;
    let gender = noun::gender(reading, head);
    let one = walk.cast.get(id);
    let known = walk.cast.described(noun::head_key(reading, head));
    let others = known
        .iter()
        .any(|it| walk.cast.root(it) != walk.cast.root(id) && walk.cast.get(it).named);
    let free = one.role.is_none() && one.spoken > 0 && one.may_be(gender);
    if free && !others && !names(walk, &role, id) {
        walk.cast.get_mut(id).learn_role(role, Found::Elsewhere);
    }
}

/// The only role in headline and standfirst, and its head.
fn billed(walk: &Walk<'_, '_, '_, '_>) -> Option<(Range<usize>, usize)> {
    let reading = walk.reading;
    let mut found = None;
    for chunk in walk.evidence.chunks.all() {
        let sentence = reading.sentence(chunk.head);
        match sentence.kind {
            SegmentKind::Headline | SegmentKind::Standfirst => {}
            SegmentKind::Body => break,
            _ => continue,
        }
        // "Judge jails man": either may be the first whom the body names.
        let person = role::is_office(reading, chunk.head) || noun::is_human(reading, chunk.head);
        if !person || noun::is_anybody(reading, chunk.head) && found.is_none() {
            continue;
        }
        if found.is_some() || !brings_in(walk, chunk) {
            return None;
        }
        let role = role::phrase(reading, chunk.tokens.start..chunk.head + 1, chunk.head);
        found = Some((role, chunk.head));
    }
    found.filter(|(role, _)| !role.is_empty())
}

/// Whether the sentence of a description above the article names somebody as well: then it
/// describes somebody else.
pub(super) fn names(walk: &Walk<'_, '_, '_, '_>, role: &Range<usize>, id: Id) -> bool {
    let reading = walk.reading;
    let Some(surname) = walk.cast.get(id).name.clone().last() else {
        return false;
    };
    let mut sentence = reading.sentence(role.start).tokens.clone();
    sentence.any(|at| reading.is_same(at, surname))
}

/// Whether a description in a headline is what the headline speaks of: one person, first or with
/// an indefinite article, or speaking.
fn brings_in(walk: &Walk<'_, '_, '_, '_>, chunk: &Chunk) -> bool {
    let reading = walk.reading;
    let start = chunk.tokens.start;
    let first = start == reading.sentence(start).tokens.start;
    let indefinite = reading.is_any(start, &["a", "an"])
        && start.checked_sub(1).is_none_or(|it| {
            !matches!(reading.tag(it), Tag::Preposition | Tag::To | Tag::VerbPast)
        });
    let speaks = reading.word(chunk.tokens.end).cue.is_some();
    let whose = noun::is_genitive(reading, chunk.tokens.end)
        || (start..chunk.head).any(|at| noun::is_genitive(reading, at));
    // "Tolliver" ends as "driver" does.
    let listed =
        reading.word(chunk.head).noun == Some(Noun::Role) || role::is_office(reading, chunk.head);
    // "Marlow boss": perhaps not the one whom the body names first.
    let named = |at: usize| reading.tag(at) == Tag::Name && reading.word(at).tags[0].is_none();
    let told_apart = (start..chunk.head).any(named);
    (first || indefinite || speaks)
        && !whose
        && listed
        && !told_apart
        && !noun::is_plural(reading, chunk.head)
}

/// The first person whom the body names.
fn first_named(walk: &Walk<'_, '_, '_, '_>) -> Option<Id> {
    let reading = walk.reading;
    let body = reading
        .sentences()
        .iter()
        .find(|it| it.kind == SegmentKind::Body)?
        .paragraph;
    let (id, tokens) = walk.mentions.iter().find(|(id, tokens)| {
        let one = walk.cast.get(*id);
        reading.sentence(tokens.start).kind == SegmentKind::Body
            && one.named
            && one.kind == SpeakerKind::Person
    })?;
    (reading.sentence(tokens.start).paragraph < body + SOON).then_some(*id)
}
