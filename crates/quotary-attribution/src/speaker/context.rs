//! Who speaks where a quotation has no cue of its own.

use super::{
    referent::{Id, NOBODY},
    walk::Walk,
};
use crate::{entity::SpeakerKind, sieve::Draft};

/// Who is speaking where a quotation has no cue of its own: the subject of the words before it in
/// its paragraph, or else who spoke last.
pub(crate) fn context(walk: &Walk<'_, '_, '_, '_>, draft: &Draft) -> Id {
    let reading = walk.reading;
    let Some(start) = draft.content.first().map(|it| it.start) else {
        return NOBODY;
    };
    let sentence = reading.sentence_index(start);
    let paragraph = reading.sentence(start).paragraph;
    let previous = sentence
        .checked_sub(1)
        .filter(|&it| reading.sentences()[it].paragraph == paragraph);
    let speaks = |id: &Id| {
        let one = walk.cast.get(*id);
        matches!(one.kind, SpeakerKind::Person | SpeakerKind::Organization)
    };
    let subject = |it: usize| walk.salience.subject_of(it).filter(speaks);
    let last = walk.salience.spoke();
    if let Some(narrated) = subject(sentence) {
        return narrated;
    }
    // "“Is it, deputy?” Prado asked. ¶ “Not that night.”"
    let asked = last.filter(|it| it.asked && it.place.sentence + 1 == sentence);
    if let Some(asked) = asked.filter(|_| previous.is_none()) {
        return asked.before.unwrap_or(NOBODY);
    }
    let just = last.filter(|it| previous == Some(it.place.sentence));
    match just {
        // Whoever was asked answers.
        Some(it) if it.asked => previous
            .and_then(subject)
            .filter(|&id| walk.cast.root(id) != walk.cast.root(it.id))
            .or(it.before)
            .unwrap_or(it.id),
        Some(it) => it.id,
        None => previous
            .and_then(subject)
            .or(last.map(|it| it.id))
            .unwrap_or(NOBODY),
    }
}

/// The speaker of a quotation at the head of a paragraph without anything that tells: whoever the
/// paragraph before reports.
pub(crate) fn follows(walk: &Walk<'_, '_, '_, '_>, draft: &Draft) -> Id {
    let reading = walk.reading;
    let Some(start) = draft.content.first().map(|it| it.start) else {
        return NOBODY;
    };
    let before = reading.sentence_index(start).checked_sub(1);
    walk.salience
        .spoke()
        .filter(|it| Some(it.place.sentence) == before && !it.asked && !reading.in_headline(start))
        .map_or(NOBODY, |it| it.id)
}
