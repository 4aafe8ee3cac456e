//! A colon or dash alone beside a quotation: `SOURCE: “…”`, `“…” — SOURCE`.

use std::ops::Range;

use super::{Draft, Found};
use crate::{evidence::Evidence, lexicon::Noun, tag::Tag, token::TokenKind};

/// How many words a source before or behind a bare colon may have.
const LONGEST_SOURCE: usize = 14;

/// Takes quotations whose only cue is a colon or a dash.
pub(crate) fn colon(evidence: &Evidence<'_, '_, '_>, found: &mut Found) {
    for index in 0..evidence.quoted.len() {
        if found.taken[index].is_none() {
            let draft = before_quotation(evidence, index)
                .or_else(|| dash_after(evidence, index))
                .or_else(|| between_dashes(evidence, index));
            if let Some(draft) = draft {
                found.add(evidence, draft);
            }
        }
    }
}

/// `SOURCE: “…”`, the colon at the end of its paragraph or on the same line.
fn before_quotation(evidence: &Evidence<'_, '_, '_>, index: usize) -> Option<Draft> {
    let reading = evidence.reading;
    let quoted = &evidence.quoted[index];
    let colon = quoted
        .tokens
        .start
        .checked_sub(1)
        .filter(|&at| reading.is(at, ":"))?;
    let floor = reading.sentence(colon).tokens.start;
    let last = colon.checked_sub(1).filter(|&last| last >= floor)?;
    let next_to = evidence.mentions().ending_at(last, floor);
    // "And this from Deputy Governor Malia Fonoti:"
    let introduced = |source: &Range<usize>| {
        let before = source.start.checked_sub(1).filter(|&it| it >= floor);
        before.is_none_or(|it| {
            reading.is(it, "from") || reading.is(it, "by") || reading.kind(it) != TokenKind::Word
        })
    };
    let source = subject(evidence, floor, colon).or_else(|| next_to.filter(introduced))?;
    let source = giver(evidence, &source).unwrap_or(source);
    // "Her verdict: “…”": the noun is the cue, its owner the source.
    let owner = source
        .clone()
        .rev()
        .skip(1)
        .find(|&at| matches!(reading.tag(at), Tag::Possessive | Tag::Genitive))
        .filter(|_| source.end == colon && reading.word(last).noun_cue.is_some());
    // "Hargreave reports: “…”": a verb that could be a noun.
    let says = source.len() > 1
        && source.end == colon
        && reading.word(last).cue.is_some()
        && reading.word(last).may_be(Tag::VerbS)
        && reading.tag(last - 1) == Tag::Name;
    let (cue, source) = match owner {
        Some(owner) => (last..last + 1, source.start..owner + 1),
        None if says => (last..last + 1, source.start..last),
        None => (colon..colon + 1, source),
    };
    (source.len() <= LONGEST_SOURCE).then(|| Draft {
        content: quoted.parts.clone(),
        cue: Some(cue),
        source: Some(source),
        hearer: None,
        level: None,
        sieve: "colon",
        from_context: false,
        probability: None,
    })
}

/// "A lesson from | Maria Okonedo": whose words a phrase before a colon announces.
pub(super) fn giver(
    evidence: &Evidence<'_, '_, '_>,
    phrase: &Range<usize>,
) -> Option<Range<usize>> {
    let reading = evidence.reading;
    let from = phrase.clone().find(|&at| reading.is(at, "from"))?;
    let giver = from + 1..phrase.end;
    let named = |at: usize| reading.tag(at) == Tag::Name && reading.word(at).place.is_none();
    let one = from > phrase.start && reading.tag(from - 1) == Tag::Noun;
    (one && !giver.is_empty() && giver.clone().all(named)).then_some(giver)
}

/// "Her opposite number, Keith Loveridge, sent back four words:": who does what a clause before a
/// colon tells, where that is a person.
fn subject(evidence: &Evidence<'_, '_, '_>, floor: usize, colon: usize) -> Option<Range<usize>> {
    let reading = evidence.reading;
    let source = evidence.mentions().starting_at(floor, colon)?;
    let comma = usize::from(reading.is(source.end, ","));
    let verb = source.end + comma;
    let acts = matches!(reading.tag(verb), Tag::VerbPast | Tag::VerbS)
        || reading.tag(verb).is_verb() && reading.word(verb).may_be(Tag::VerbPast);
    let person = source.clone().any(|at| {
        let word = reading.word(at);
        word.given.is_some() || word.title.is_some() || word.noun.is_some_and(Noun::is_human)
    }) || reading.tag(source.start) == Tag::Pronoun && !reading.is(source.start, "it");
    (acts && person).then_some(source)
}

/// `“…” — SOURCE` at the end of a paragraph.
fn dash_after(evidence: &Evidence<'_, '_, '_>, index: usize) -> Option<Draft> {
    let reading = evidence.reading;
    let quoted = &evidence.quoted[index];
    let dash = quoted.tokens.end;
    if !reading.is_any(dash, &["–", "—", "--", "-", "―"]) {
        return None;
    }
    let end = reading.sentence(dash).tokens.end;
    let source = evidence.mentions().starting_at(dash + 1, end)?;
    // "- Carlos Iturbide, after his last match."
    let ends = source.end >= end
        || reading.kind(source.end) == TokenKind::Stop
        || reading.is(source.end, ",");
    (ends && source.len() <= LONGEST_SOURCE).then(|| Draft {
        content: quoted.parts.clone(),
        cue: None,
        source: Some(source),
        hearer: None,
        level: None,
        sieve: "dash",
        from_context: false,
        probability: None,
    })
}

/// `…, including SOURCE — “…” — and …`: what somebody says stands behind the name as an insertion.
fn between_dashes(evidence: &Evidence<'_, '_, '_>, index: usize) -> Option<Draft> {
    /// Fewer words may be what somebody is called.
    const LEAST: usize = 4;
    let reading = evidence.reading;
    let quoted = &evidence.quoted[index];
    let dash = |at: usize| reading.is_any(at, &["–", "—", "--"]);
    let before = quoted.tokens.start.checked_sub(2)?;
    let floor = reading.sentence(before).tokens.start;
    let inserted = dash(before + 1) && dash(quoted.tokens.end) && before > floor;
    let words = quoted.parts.iter().cloned().flatten();
    let words = words.filter(|&at| reading.kind(at) == TokenKind::Word);
    let name = evidence.chunks.ending_at(before).filter(|it| {
        reading.tag(it.head) == Tag::Name
            && it.tokens.start > floor
            && (reading.word(it.tokens.start).given.is_some() || it.tokens.len() > 1)
    })?;
    (inserted && words.count() >= LEAST).then(|| Draft {
        content: quoted.parts.clone(),
        cue: None,
        source: Some(name.tokens.clone()),
        hearer: None,
        level: None,
        sieve: "dash",
        from_context: false,
        probability: None,
    })
}
