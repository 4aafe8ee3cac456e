//! Words of saying that say nothing: refusals, negated hearsay, manners of speaking.

use std::ops::Range;

use super::{Draft, Found};
use crate::{evidence::Evidence, reading::Reading, tag::Tag};

/// Drops drafts, whoever made them, whose cue says that nothing was said: "declined to say when",
/// "could not be reached", "said to be Ming", "according to plan", "nobody would ever say “…”".
pub(crate) fn silences(evidence: &Evidence<'_, '_, '_>, found: &mut Found) {
    let reading = evidence.reading;
    found.retain(evidence, |draft| {
        draft
            .cue
            .as_ref()
            .is_none_or(|cue| !is_silent(reading, cue) && !is_nobody(evidence, draft))
    });
}

fn is_silent(reading: &Reading<'_, '_>, cue: &Range<usize>) -> bool {
    cue.clone().any(|at| {
        refuses(reading, at)
            || at >= 2 && reading.tag(at - 1) == Tag::To && refuses(reading, at - 2)
            || is_hearsay(reading, at)
            || reading.is(at, "according") && crate::cue::is_manner(reading, at + 2)
    })
}

/// "declined to", "refused to", "was not available to"
fn refuses(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.tag(at + 1) == Tag::To
        && reading.is_any(
            at,
            &[
                "decline",
                "declines",
                "declined",
                "declining",
                "refuse",
                "refuses",
                "refused",
                "refusing",
            ],
        )
}

/// "said to be", "thought to have", "all told"
fn is_hearsay(reading: &Reading<'_, '_>, at: usize) -> bool {
    let participle = reading.word(at).may_be(Tag::VerbParticiple);
    let infinitive = reading.tag(at + 1) == Tag::To && reading.is_any(at + 2, &["be", "have"]);
    participle && infinitive && !matches!(reading.tag(at), Tag::VerbIng | Tag::Verb)
        || reading.is(at, "told") && at > 0 && reading.is(at - 1, "all")
}

/// "Nobody would ever say “I surrender”": words in marks that nobody said.
fn is_nobody(evidence: &Evidence<'_, '_, '_>, draft: &Draft) -> bool {
    let reading = evidence.reading;
    let none = draft.source.as_ref().is_some_and(|source| {
        reading.is_any(source.start, &["nobody", "none"])
            || reading.is(source.start, "no") && reading.is(source.start + 1, "one")
    });
    none && draft
        .content
        .iter()
        .all(|range| evidence.quoted_at(range.start).is_some())
}
