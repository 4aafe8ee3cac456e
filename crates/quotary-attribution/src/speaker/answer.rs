//! Who answers where turns are marked Q and A: "The director, Ana Prado, answered by email. ¶ Q: …"

use std::ops::Range;

use super::{
    referent::{Id, commonest},
    walk::Walk,
};
use crate::{entity::SpeakerKind, reading::Reading, sieve::Draft};

/// A mark of a turn that is nobody's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// "Q", "Question": whoever asks, whom the article does not name.
    Question,
    /// "A", "Answer"
    Answer,
}

/// The label that a draft has for its source.
pub(crate) fn label(reading: &Reading<'_, '_>, draft: &Draft) -> Option<Label> {
    let source = draft.source.as_ref().filter(|_| draft.sieve == "turn")?;
    read(reading.slice(source.clone()))
}

/// Whether a noun phrase is the label of a turn: alone at the head of a paragraph, before a colon.
pub(crate) fn is_label(reading: &Reading<'_, '_>, phrase: &Range<usize>) -> bool {
    let heads = phrase.start == reading.sentence(phrase.start).tokens.start;
    let form = reading.form(phrase.start);
    heads
        && phrase.len() == 1
        && (form.ends_with('.') || reading.is(phrase.end, ":"))
        && read(form).is_some()
}

fn read(label: &str) -> Option<Label> {
    match label {
        "Q" | "Q." | "QUESTION" | "Question" => Some(Label::Question),
        "A" | "A." | "ANSWER" | "Answer" => Some(Label::Answer),
        _ => None,
    }
}

/// Gives answers to the person of whom most is told above the first turn, the latest of several; or to the
/// first who is named below the last.
pub(crate) fn answers(walk: &Walk<'_, '_, '_, '_>, drafts: &[Draft], spoken: &mut [Id]) {
    let labels = || {
        drafts
            .iter()
            .enumerate()
            .filter_map(|(index, draft)| Some((index, draft, label(walk.reading, draft)?)))
    };
    let starts = || labels().filter_map(|(_, draft, _)| Some(draft.source.as_ref()?.start));
    let ends = labels().filter_map(|(_, draft, _)| Some(draft.content.last()?.end));
    let (Some(first), Some(last)) = (starts().min(), ends.max()) else {
        return;
    };
    let person = above(walk, first).or_else(|| below(walk, last));
    for (index, _, label) in labels() {
        if let (Label::Answer, Some(person)) = (label, person) {
            spoken[index] = person;
        }
    }
}

fn above(walk: &Walk<'_, '_, '_, '_>, end: usize) -> Option<Id> {
    let mentions = walk
        .mentions
        .iter()
        .filter(|(id, range)| range.start < end && may_answer(walk, walk.cast.root(*id), range));
    commonest(mentions.map(|(id, _)| walk.cast.root(*id))).map(|(id, ..)| id)
}

fn below(walk: &Walk<'_, '_, '_, '_>, start: usize) -> Option<Id> {
    let mut mentions = walk.mentions.iter();
    let named =
        mentions.find(|(id, range)| range.start >= start && may_answer(walk, *id, range))?;
    Some(walk.cast.root(named.0))
}

fn may_answer(walk: &Walk<'_, '_, '_, '_>, id: Id, mention: &Range<usize>) -> bool {
    let one = walk.cast.get(id);
    one.named && one.kind == SpeakerKind::Person && walk.evidence.quoted_at(mention.start).is_none()
}
