//! Frames that look like reports and are none.

use quotary_grammar::SegmentKind;

use crate::{evidence::Evidence, model::Frame, tag::Tag};

/// Whether a frame tells nothing, however probable it is.
pub(super) fn refused(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    only_shows(evidence, frame)
        || only_plans(evidence, frame)
        || only_asks(evidence, frame)
        || only_lasts(evidence, frame)
        || only_names(evidence, frame)
        || only_places(evidence, frame)
        || only_acts(evidence, frame)
        || frame
            .source
            .as_ref()
            .is_some_and(|it| evidence.is_accused(frame.head, it))
}

/// "The mayor speaks to the crew": whether a frame stands in a caption without quotation marks, where
/// the verbs of saying tell what a picture shows.
fn only_shows(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    let reading = evidence.reading;
    reading.sentence(frame.head).kind == SegmentKind::Caption
        && !evidence.has_marks(&frame.contents)
}

/// "The council will address the tensions": whether a frame tells what somebody is to do, with neither
/// a clause nor quotation marks in what would be its content.
fn only_plans(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    let reading = evidence.reading;
    let mut content = frame.contents.iter().cloned().flatten();
    reading.tag(frame.cue.start) == Tag::Modal
        && !content.any(|at| reading.tag(at).is_verb())
        && !evidence.has_marks(&frame.contents)
}

/// "What would she say to him now?": whether a frame stands in a question of the writer's.
fn only_asks(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    let reading = evidence.reading;
    let last = reading.sentence(frame.head).tokens.end - 1;
    reading.form(last).ends_with('?')
        && reading.token(last).quotation.is_none()
        && reading.token(frame.head).quotation.is_none()
        && !evidence.has_marks(&frame.contents)
}

/// "She thinks for a while": whether all that a frame has for content is how long something takes.
fn only_lasts(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    let reading = evidence.reading;
    frame.contents.iter().all(|content| {
        let chunk = evidence.chunks.ending_at(content.end - 1);
        chunk.is_some_and(|it| {
            it.tokens.start <= content.start
                && (evidence.mentions().is_time(it)
                    || reading.is_any(it.head, &["minute", "minutes", "moment", "while"]))
        })
    })
}

/// "he told Citi Breakfast, a radio show": whether the cue is a noun that is none of saying.
fn only_names(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    let reading = evidence.reading;
    let chunk = evidence.chunks.at(frame.head);
    let next = frame.head + 1;
    reading.tag(frame.head) == Tag::Noun
        && reading.tag(next) != Tag::To
        && !reading.is(next, "that")
        && reading.word(frame.head).noun_cue.is_none()
        && chunk.is_some_and(|it| {
            it.head == frame.head && matches!(reading.form(it.tokens.start), "a" | "an")
        })
}

/// "Chandigarh: Farmers said …": whether the first word of an article, before a colon, is a place.
fn only_places(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    let reading = evidence.reading;
    let sentence = reading.sentence(frame.head);
    reading.is(frame.head, ":")
        && sentence.kind == SegmentKind::Body
        && sentence.tokens.start + 1 == frame.head
        && reading.word(sentence.tokens.start).place.is_some()
}

/// "Judge tosses suit over ‘haunted’ disclosure": whether a headline tells by a verb that is none of saying
/// what somebody does, however its words are marked.
fn only_acts(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    let reading = evidence.reading;
    let word = reading.word(frame.head);
    reading.in_headline(frame.head)
        && reading.tag(frame.head).is_verb()
        && word.cue.is_none()
        && word.noun_cue.is_none()
}
