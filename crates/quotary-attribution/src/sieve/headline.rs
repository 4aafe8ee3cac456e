//! Headlines: `Putin warns Biden: Kremlin`, `Poll: Most would scrap clock change`.

use std::ops::Range;

use quotary_grammar::SegmentKind;

use super::{Draft, Found, colon::giver};
use crate::{evidence::Evidence, tag::Tag};

/// How many tokens the source beside a colon or dash may have.
const LONGEST_SOURCE: usize = 6;
/// How many tokens may stand before the colon of a headline.
const LONGEST_HEADLINE: usize = 24;
/// What a paper sets before a headline to say what kind of piece it is.
const LABELS: [&str; 20] = [
    "analysis",
    "breaking",
    "comment",
    "correction",
    "editorial",
    "exclusive",
    "explainer",
    "gallery",
    "interview",
    "live",
    "obituary",
    "opinion",
    "photos",
    "podcast",
    "profile",
    "quiz",
    "recipe",
    "review",
    "video",
    "watch",
];
/// What is reviewed.
const GENRES: [&str; 14] = [
    "album",
    "art",
    "book",
    "concert",
    "dance",
    "film",
    "game",
    "movie",
    "music",
    "opera",
    "restaurant",
    "television",
    "theatre",
    "tv",
];
/// A content of fewer tokens is a topic ("Brexit: what next").
const SHORTEST_CONTENT: usize = 3;

/// Takes headlines that a colon or dash cuts into who says it and what is said. A topic before a
/// colon ("Clock change: what it means") is no source: it must be a person, a body, a document, or
/// stand before a quotation.
pub(crate) fn headlines(evidence: &Evidence<'_, '_, '_>, found: &mut Found) {
    for sentence in evidence.reading.sentences() {
        if sentence.kind != SegmentKind::Headline {
            continue;
        }
        let tokens = &sentence.tokens;
        let draft = source_behind(evidence, tokens).or_else(|| source_before(evidence, tokens));
        if let Some(draft) = draft {
            found.add(evidence, draft);
        }
    }
}

/// `CONTENT: SOURCE`, `CONTENT – SOURCE`
fn source_behind(evidence: &Evidence<'_, '_, '_>, tokens: &Range<usize>) -> Option<Draft> {
    let reading = evidence.reading;
    let cut = tokens.clone().rev().find(|&at| cuts(evidence, at))?;
    let end = evidence.trimmed(cut + 1..tokens.end).end;
    let source = evidence.mentions().starting_at(cut + 1, end)?;
    let whole = source.end >= end && source.len() <= LONGEST_SOURCE;
    let content = evidence.trimmed(tokens.start..cut);
    let says = has_verb(evidence, &content) || evidence.has_marks(std::slice::from_ref(&content));
    let named = reading.tag(source.end - 1) == Tag::Name || is_speaker(evidence, &source);
    (whole && named && says && content.len() >= SHORTEST_CONTENT)
        .then(|| draft(evidence, cut, source, content))
}

/// `SOURCE: CONTENT`
fn source_before(evidence: &Evidence<'_, '_, '_>, tokens: &Range<usize>) -> Option<Draft> {
    let reading = evidence.reading;
    let limit = tokens.end.min(tokens.start + LONGEST_HEADLINE);
    let colon = (tokens.start..limit).find(|&at| reading.is(at, ":"))?;
    // "Theatre review: The Salt Wife"
    let genre = usize::from(reading.is_any(tokens.start, &GENRES));
    if colon == tokens.start + genre + 1 && reading.is_any(colon - 1, &LABELS)
        || reading.is(tokens.start, "dear")
    {
        return None;
    }
    let source = evidence.mentions().starting_at(tokens.start, colon)?;
    let content = evidence.trimmed(colon + 1..tokens.end);
    let marked = evidence.has_marks(std::slice::from_ref(&content));
    let long_enough = content.len() >= SHORTEST_CONTENT;
    if marked
        && long_enough
        && let Some(source) = subject(evidence, &source)
    {
        return Some(draft(evidence, colon, source, content));
    }
    let whole = source.end == colon
        && source.len() <= LONGEST_SOURCE
        && !only_says_where(evidence, colon, &content);
    let named = marked || is_speaker(evidence, &source);
    (whole && named && long_enough).then(|| draft(evidence, colon, source, content))
}

/// "Ethiopia: | traders say rule ‘kills the small roaster’": whether a place before the colon at `colon` is a label
/// of a report that names its own source.
fn only_says_where(evidence: &Evidence<'_, '_, '_>, colon: usize, content: &Range<usize>) -> bool {
    let reading = evidence.reading;
    let place = reading.sentence(colon).tokens.start + 1 == colon
        && reading.word(colon - 1).place.is_some();
    let subject = evidence.chunks.starting_at(content.start);
    place
        && subject
            .is_some_and(|it| evidence.says(it.tokens.end) && reading.tag(it.tokens.end).is_verb())
}

/// Who speaks where more stands before the colon: "Maria Okonedo | Rips Harbor Chief: ‘…’", whose capitals
/// hide the verb, and "A lesson from | Maria Okonedo: ‘…’".
fn subject(evidence: &Evidence<'_, '_, '_>, source: &Range<usize>) -> Option<Range<usize>> {
    let reading = evidence.reading;
    let verb = (source.start + 1..source.end.saturating_sub(1)).find(|&at| {
        let word = reading.word(at);
        let named = word.given.is_some() || word.place.is_some() || word.org.is_some();
        word.may_be(Tag::VerbS)
            && !named
            && word.noun.is_none()
            && reading.tag(at - 1) == Tag::Name
            && reading.is_capital(at + 1)
    });
    verb.map(|verb| source.start..verb)
        .or_else(|| giver(evidence, source))
}

fn draft(
    evidence: &Evidence<'_, '_, '_>,
    cut: usize,
    source: Range<usize>,
    content: Range<usize>,
) -> Draft {
    // Where marks stand around all of it, they are left out.
    let whole = evidence
        .opens_at(content.start)
        .filter(|&quoted| evidence.quoted[quoted].tokens.end >= content.end)
        .map(|quoted| evidence.quoted[quoted].parts.clone());
    let colon = evidence.reading.is(cut, ":");
    Draft {
        content: whole.unwrap_or_else(|| std::iter::once(content).collect()),
        cue: colon.then_some(cut..cut + 1),
        source: Some(source),
        hearer: None,
        level: None,
        sieve: if colon {
            "headline-colon"
        } else {
            "headline-dash"
        },
        from_context: false,
        probability: None,
    }
}

fn cuts(evidence: &Evidence<'_, '_, '_>, at: usize) -> bool {
    matches!(evidence.reading.form(at), ":" | "–" | "—" | "--" | "-")
        && evidence.reading.token(at).quotation.is_none()
}

/// Whether the last noun of a phrase is one of people, bodies or documents.
fn is_speaker(evidence: &Evidence<'_, '_, '_>, source: &Range<usize>) -> bool {
    let reading = evidence.reading;
    let is_speaker = |at: usize| {
        let word = reading.word(at);
        word.noun.is_some() || word.title.is_some() && reading.tag(at).is_nominal()
    };
    // "Council notebook: …": the head tells, not what stands before it.
    let head = source.end - 1;
    match reading.tag(head) {
        Tag::Noun | Tag::Nouns if source.len() <= 2 => is_speaker(head),
        _ => source.clone().any(is_speaker),
    }
}

fn has_verb(evidence: &Evidence<'_, '_, '_>, content: &Range<usize>) -> bool {
    let reading = evidence.reading;
    content
        .clone()
        .any(|at| reading.tag(at).is_verb() || reading.word(at).may_be_verb())
}
