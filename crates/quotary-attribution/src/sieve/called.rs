//! What somebody calls something inside another clause: condemned what she called “a farce”.

use super::{Draft, Found};
use crate::{evidence::Evidence, lexicon::Pattern, tag::Tag, token::TokenKind};

/// Takes quotations that are left behind `( "what" / noun "that" ) SOURCE VERB [ "as" ] [ article ]`, where the verb names or
/// describes; and gives the source to whoever took one without.
pub(crate) fn called(evidence: &Evidence<'_, '_, '_>, found: &mut Found) {
    for index in 0..evidence.quoted.len() {
        let Some(draft) = behind_what(evidence, index) else {
            continue;
        };
        match found.taken[index].map(|it| &mut found.drafts[it]) {
            None => found.add(evidence, draft),
            Some(taken) if taken.source.is_none() && taken.cue == draft.cue => {
                taken.source = draft.source;
            }
            Some(_) => {}
        }
    }
}

fn behind_what(evidence: &Evidence<'_, '_, '_>, index: usize) -> Option<Draft> {
    let reading = evidence.reading;
    let quoted = &evidence.quoted[index];
    let floor = reading.sentence(quoted.tokens.start).tokens.start;
    let before = |at: usize| at.checked_sub(1).filter(|&it| it >= floor);
    let mut last = before(quoted.tokens.start)?;
    if reading.is_any(last, &["a", "an", "the", "their", "his", "her", "its"]) {
        last = before(last)?;
    }
    if reading.is(last, "as") {
        last = before(last)?;
    }
    let verb = reading
        .word(last)
        .cue
        .filter(|_| reading.tag(last).is_verb())?;
    let pattern = reading.lexicon().verb(verb).pattern;
    let names = pattern.has(Pattern::CALL) || pattern.has(Pattern::AS);
    let level = reading.token(last).quotation;
    let mut first = last;
    while let Some(at) = before(first).filter(|&at| {
        matches!(reading.tag(at), Tag::Adverb | Tag::Modal)
            || reading.is_any(at, &["had", "has", "have"])
    }) {
        first = at;
    }
    let source = evidence.mentions().ending_at(before(first)?, floor)?;
    // "a deal that the chairman hailed as “a marriage”"
    let relative = |at: usize| {
        reading.is_any(at, &["that", "which"])
            && before(at).is_some_and(|it| {
                let comma = usize::from(it > floor && reading.is(it, ","));
                evidence.chunks.ending_at(it - comma).is_some()
            })
    };
    let what = before(source.start).filter(|&at| reading.is(at, "what") || relative(at));
    let marks = quoted
        .parts
        .iter()
        .all(|part| part.clone().any(|at| reading.kind(at) == TokenKind::Word));
    (names && what.is_some() && marks && evidence.same_level(source.start, level)).then(|| Draft {
        content: quoted.parts.clone(),
        cue: Some(first..last + 1),
        source: Some(source),
        hearer: None,
        level,
        probability: None,
        sieve: "called",
        from_context: false,
    })
}
