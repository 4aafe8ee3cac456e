//! What somebody calls something inside another clause: condemned what she called “a farce”.

use super::{Draft, Found, learned::LEARNED};
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
            // The weights know no order of words in which the object stands last.
            Some(taken) if draft.sieve == HEAVY_OBJECT && taken.sieve == LEARNED => {
                *taken = Draft {
                    probability: taken.probability,
                    ..draft
                };
            }
            Some(_) => {}
        }
    }
}

/// `SOURCE VERB "as" QUOTATION OBJECT`: what is long stands last.
const HEAVY_OBJECT: &str = "heavy-object";

fn behind_what(evidence: &Evidence<'_, '_, '_>, index: usize) -> Option<Draft> {
    let reading = evidence.reading;
    let quoted = &evidence.quoted[index];
    let floor = reading.sentence(quoted.tokens.start).tokens.start;
    let before = |at: usize| at.checked_sub(1).filter(|&it| it >= floor);
    let mut last = before(quoted.tokens.start)?;
    if reading.is_any(last, &["a", "an", "the", "their", "his", "her", "its"]) {
        last = before(last)?;
    }
    let compares = reading.is(last, "as");
    if compares {
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
    let draft = |source, sieve| Draft {
        content: quoted.parts.clone(),
        cue: Some(first..last + 1),
        source: Some(source),
        hearer: None,
        level,
        probability: None,
        sieve,
        from_context: false,
    };
    let marks = quoted
        .parts
        .iter()
        .all(|part| part.clone().any(|at| reading.kind(at) == TokenKind::Word));
    if !names || !marks {
        return None;
    }
    // "dismissed as “a rumour” reports that the bank was sold": what is long stands behind.
    if compares
        && is_object(evidence, quoted.tokens.end)
        && let Some(subject) = evidence.subject_before(first, floor, level)
    {
        return Some(draft(subject, HEAVY_OBJECT));
    }
    // "which Prado himself has described as “a pity”"
    let mut end = before(first)?;
    if reading.is_any(end, &["herself", "himself", "itself", "themselves"]) {
        end = before(end)?;
    }
    let source = evidence.mentions().ending_at(end, floor)?;
    // "a deal that the chairman hailed as “a marriage”"
    let relative = |at: usize| {
        reading.is_any(at, &["that", "which"])
            && before(at).is_some_and(|it| {
                let comma = usize::from(it > floor && reading.is(it, ","));
                evidence.chunks.ending_at(it - comma).is_some()
            })
    };
    // "a lap | his engineer described as “obscene”"
    let bare = |at: usize| {
        let object = evidence.chunks.ending_at(at);
        let own = reading.tag(source.start) == Tag::Possessive || source.len() == 1;
        own && object.is_some_and(|it| matches!(reading.tag(it.head), Tag::Noun | Tag::Nouns))
    };
    let what = |at: usize| reading.is(at, "what") || relative(at) || bare(at);
    let is_level = evidence.same_level(source.start, level);
    (is_level && before(source.start).is_some_and(what)).then(|| draft(source, "called"))
}

/// Whether a noun phrase begins at `at` that is no time, or a noun that could be a verb, before what it is
/// about: "reports that".
fn is_object(evidence: &Evidence<'_, '_, '_>, at: usize) -> bool {
    let reading = evidence.reading;
    match evidence.chunks.starting_at(at) {
        Some(chunk) => !evidence.mentions().is_time(chunk),
        None => {
            reading.word(at).may_be(Tag::Nouns) && reading.is_any(at + 1, &["about", "of", "that"])
        }
    }
}
