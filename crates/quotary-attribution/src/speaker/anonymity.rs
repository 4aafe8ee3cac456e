//! Sources that want to stay unnamed.

use std::ops::Range;

use crate::reading::Reading;

/// How many tokens behind a source may say so: "said a banker, who asked not to be named".
const REACH: usize = 14;

/// Whether the text says of an unnamed source that it wants to stay so, or calls it by what it
/// knows ("a person familiar with the matter", "an insider").
pub(crate) fn is_anonymous(reading: &Reading<'_, '_>, source: &Range<usize>) -> bool {
    let sentence = reading.sentence(source.start).tokens.clone();
    let end = sentence.end.min(source.end + REACH);
    (source.start..end).any(|at| {
        let inside = at < source.end;
        reading.is_any(at, &["anonymity", "anonymously", "unnamed", "unidentified"])
            || reading.is(at, "not")
                && (at..end.min(at + 5)).any(|it| {
                    reading.is_any(it, &["named", "identified", "quoted", "name", "identify"])
                })
            || reading.is_any(at, &["named", "identified"])
                && (sentence.start.max(at.saturating_sub(5))..at)
                    .any(|it| reading.is_any(it, &["declined", "refused", "cannot", "without"]))
            || inside
                && (reading.is_any(at, &["insider", "insiders"])
                    || reading.is_any(at, &["source", "sources"])
                    || reading.is(at, "familiar") && reading.is(at + 1, "with")
                    || reading.is(at, "briefed") && reading.is(at + 1, "on")
                    || reading.is(at, "knowledge") && reading.is(at + 1, "of")
                    || reading.is(at, "close") && reading.is(at + 1, "to"))
    })
}
