//! `in his words, “…”`, `in the words of Ana Prado, “…”`: quotations whose cue is no verb.

use std::ops::Range;

use super::{Draft, Found};
use crate::{evidence::Evidence, tag::Tag};

/// Takes quotations that are left behind `"in" ( possessive / SOURCE genitive ) "words" [","]` and
/// `"in the words of" SOURCE [","]`.
pub(crate) fn in_words(evidence: &Evidence<'_, '_, '_>, found: &mut Found) {
    for index in 0..evidence.quoted.len() {
        if found.taken[index].is_none()
            && let Some(draft) = behind_words(evidence, index)
        {
            found.add(evidence, draft);
        }
    }
}

fn behind_words(evidence: &Evidence<'_, '_, '_>, index: usize) -> Option<Draft> {
    let reading = evidence.reading;
    let quoted = &evidence.quoted[index];
    let floor = reading.sentence(quoted.tokens.start).tokens.start;
    let before = |at: usize| at.checked_sub(1).filter(|&it| it >= floor);
    let mut last = before(quoted.tokens.start)?;
    // "is, in his words, “…”", "is, in his words, a “…”"
    let mut start = quoted.tokens.start;
    if reading.is_any(last, &["a", "an", "the"]) {
        start = last;
        last = before(last)?;
    }
    if reading.is(last, ",") {
        last = before(last)?;
    }
    let (source, cue) = if reading.is(last, "words") {
        whose(evidence, last, floor)?
    } else {
        of_whom(evidence, last, floor)?
    };
    // "The harvest was, in his words, | “a rumour”": the quotation is the end of the sentence.
    let level = reading.token(cue.start).quotation;
    let verb = cue
        .start
        .checked_sub(2)
        .filter(|&it| it > floor && reading.is(it + 1, ",") && reading.tag(it).is_verb());
    let content = match verb {
        Some(verb) => [evidence.trimmed(floor..verb + 1), start..quoted.tokens.end].into(),
        None => quoted.parts.clone(),
    };
    Some(Draft {
        content,
        level,
        cue: Some(cue),
        source: Some(source),
        hearer: None,
        probability: None,
        sieve: "in-words",
        from_context: false,
    })
}

/// Source and cue of "in his words", "in Ana Prado’s words", where "words" stands at `words`.
fn whose(
    evidence: &Evidence<'_, '_, '_>,
    words: usize,
    floor: usize,
) -> Option<(Range<usize>, Range<usize>)> {
    let reading = evidence.reading;
    let last = words.checked_sub(1).filter(|&it| it > floor)?;
    let own = last - usize::from(reading.is(last, "own"));
    let source = if reading.tag(own) == Tag::Possessive {
        own..own + 1
    } else {
        let chunk = evidence.chunks.at(words)?;
        let genitive = reading.tag(own) == Tag::Genitive;
        (genitive && chunk.tokens.start < own).then_some(chunk.tokens.start..own + 1)?
    };
    let preposition = source.start.checked_sub(1).filter(|&it| it >= floor)?;
    reading
        .is(preposition, "in")
        .then_some((source, preposition..words + 1))
}

/// Source and cue of "in the words of Ana Prado", whose last token is `last`.
fn of_whom(
    evidence: &Evidence<'_, '_, '_>,
    last: usize,
    floor: usize,
) -> Option<(Range<usize>, Range<usize>)> {
    let reading = evidence.reading;
    /// "in the words of"
    const CUE: usize = 4;
    let source = evidence.chunks.ending_at(last)?.tokens.clone();
    let start = source.start.checked_sub(CUE).filter(|&it| it >= floor)?;
    let is_cue = ["in", "the", "words", "of"]
        .iter()
        .enumerate()
        .all(|(at, word)| reading.is(start + at, word));
    is_cue.then_some((source, start..start + CUE))
}
