//! Whom a source means.

use std::ops::Range;

use super::{
    behind::{behind_bracket, behind_comma, behind_owner, ministry, released_by},
    extent::{located, narrowed, widen},
    group::coordinated,
    making::made,
    noun,
    pronoun::{self},
    referent::{Id, NOBODY},
    walk::Walk,
};
use crate::{entity::SpeakerKind, reading::Reading, tag::Tag, token::TokenKind};

/// The referent of a source.
pub(crate) fn referent(
    walk: &mut Walk<'_, '_, '_, '_>,
    source: &Range<usize>,
    cue: Option<&Range<usize>>,
) -> Id {
    let reading = walk.reading;
    let evidence = walk.evidence;
    let source = &unmarked(reading, source);
    let source = &behind_adverbial(reading, source);
    if source.is_empty() {
        return NOBODY;
    }
    if source.len() == 1 && pronoun::read(reading.form(source.start)).is_some() {
        return walk.at[source.start];
    }
    if reading.tag(source.start) == Tag::Wh
        && (source.len() <= 2 || is_relative(walk, source.start))
    {
        return related(walk, source.start);
    }
    if let Some(id) = distributed(walk, source) {
        return id;
    }
    // "A few minutes later he"
    let last = source.end - 1;
    if walk.at[last] != NOBODY && opens_with_time(walk, source, last) {
        return walk.at[last];
    }
    // "the painter himself"
    let source = &without_reflexive(reading, source);
    // "Prado, Brun and Lane all"
    let whole = source.clone();
    let source = &all_left_out(reading, source);
    if let Some(id) = ministry(walk, source).or_else(|| coordinated(walk, source)) {
        return id;
    }
    let first = (source.start..source.end)
        .find_map(|at| evidence.chunks.at(at))
        .cloned();
    let Some(mut chunk) = first else {
        return made(walk, &whole, source.end - 1);
    };
    // "The Reform | mayoral nominee"
    while let Some(next) = evidence.chunks.starting_at(chunk.tokens.end)
        && next.head < source.end
        && reading.tag(chunk.head) == Tag::Name
        && next.tokens.start < next.head + 1
        && matches!(reading.tag(next.head), Tag::Noun | Tag::Nouns)
        && !matches!(
            reading.tag(next.tokens.start),
            Tag::Determiner | Tag::Possessive
        )
    {
        chunk = next.clone();
    }
    if let Some(id) = behind_comma(walk, &chunk, source) {
        return id;
    }
    let head = chunk.head.min(source.end - 1);
    let whose = noun::is_genitive(reading, source.end - 1)
        || source.len() == 1 && reading.tag(source.start) == Tag::Possessive
        || walk.at[source.end - 1] != NOBODY;
    if chunk.head >= source.end && whose {
        // "Trump’s (claim)", "her (verdict)": whose it is.
        let owner = source
            .clone()
            .rev()
            .map(|at| walk.at[at])
            .find(|&id| id != NOBODY);
        return owner.unwrap_or_else(|| made(walk, source, source.end - 1));
    }
    // "Optimists | note", "the form | states": a verb that was read as the noun of its subject.
    if cue.is_some_and(|cue| cue.start >= source.end && cue.contains(&chunk.head)) {
        return made(walk, source, source.end - 1);
    }
    if let Some(author) = released_by(walk, &chunk, source) {
        return author;
    }
    let id = walk.at[chunk.head];
    if id == NOBODY {
        let id = made(walk, source, head);
        if id != NOBODY && !walk.cast.get(id).name.is_empty() {
            widen(walk, id, &chunk, source, cue);
        }
        return id;
    }
    if let Some(name) = behind_owner(walk, &chunk, source) {
        return name;
    }
    if let Some(name) = behind_bracket(walk, id, source, cue) {
        return name;
    }
    let id = narrowed(walk, id, &chunk, source, cue);
    widen(walk, id, &chunk, source, cue);
    located(walk, id, &chunk, source);
    id
}

/// "Prado and Brun met on Friday, | each saying": whoever several are that begin the sentence.
fn distributed(walk: &mut Walk<'_, '_, '_, '_>, source: &Range<usize>) -> Option<Id> {
    let reading = walk.reading;
    let alone = source.len() == 1
        && reading.is_any(source.start, &["all", "both", "each", "neither"])
        && source.start > 0
        && reading.form(source.start - 1) == ",";
    let first = reading.sentence(source.start).tokens.start;
    let subject = walk.evidence.chunks.starting_at(first).filter(|_| alone)?;
    let (head, end) = (subject.head, subject.tokens.end);
    let second = walk.evidence.chunks.starting_at(end + 1);
    let several = second
        .filter(|it| reading.is(end, "and") && it.tokens.end < source.start)
        .map(|it| first..it.tokens.end);
    match several {
        Some(several) => coordinated(walk, &several),
        None => Some(walk.at[head]).filter(|&id| id != NOBODY && walk.cast.get(id).plural),
    }
}

/// "Outside court, | the victim’s mother, Ana Prado": the source behind an adverbial that it begins
/// with.
fn behind_adverbial(reading: &Reading<'_, '_>, source: &Range<usize>) -> Range<usize> {
    let adverbial = reading.tag(source.start) == Tag::Preposition
        && !reading.is(source.start, "of")
        || reading.is_any(source.start, &["inside", "outside", "reading", "speaking"]);
    let comma = source.clone().find(|&at| reading.is(at, ","));
    match comma {
        Some(comma) if adverbial && comma + 1 < source.end => comma + 1..source.end,
        _ => source.clone(),
    }
}

/// "A few minutes later | he": whether a subject pronoun at `last` stands behind nothing but a time.
fn opens_with_time(walk: &Walk<'_, '_, '_, '_>, source: &Range<usize>, last: usize) -> bool {
    let reading = walk.reading;
    let subject = reading.is_any(last, &["he", "she", "they", "it"]);
    let chunk = walk.evidence.chunks.starting_at(source.start);
    subject
        && chunk.is_some_and(|it| {
            it.tokens.end <= last
                && (it.tokens.end..last).all(|at| {
                    matches!(
                        reading.tag(at),
                        Tag::Adverb | Tag::Adjective | Tag::Punctuation
                    )
                })
        })
}

/// "who was there": a relative clause behind somebody, taken for a source as a whole.
fn is_relative(walk: &Walk<'_, '_, '_, '_>, at: usize) -> bool {
    let reading = walk.reading;
    let before = at.checked_sub(1);
    let before = before.map(|it| it - usize::from(it > 0 && reading.is(it, ",")));
    reading.is_any(at, &["who", "which"])
        && before.is_some_and(|it| walk.evidence.chunks.ending_at(it).is_some())
}

/// A source without "himself" or the like behind those who are named.
fn without_reflexive(reading: &Reading<'_, '_>, source: &Range<usize>) -> Range<usize> {
    let last = source.end - 1;
    let reflexive =
        source.len() > 1 && reading.is_any(last, &["herself", "himself", "itself", "themselves"]);
    source.start..source.end - usize::from(reflexive)
}

/// A source without "all" or "both" behind those who are named.
fn all_left_out(reading: &Reading<'_, '_>, source: &Range<usize>) -> Range<usize> {
    let last = source.end - 1;
    let all = source.len() > 2 && reading.is_any(last, &["all", "both", "each"]);
    source.start..source.end - usize::from(all)
}

/// "who", "which": whoever was mentioned last before it in its sentence.
fn related(walk: &mut Walk<'_, '_, '_, '_>, at: usize) -> Id {
    /// A longer description between a noun and its pronoun was not seen.
    const REACH: usize = 20;
    let reading = walk.reading;
    let person = reading.is(at, "who");
    let found = reading.before(at, REACH).rfind(|&it| {
        let id = walk.at[it];
        id != NOBODY && {
            let kind = walk.cast.get(id).kind;
            !person || matches!(kind, SpeakerKind::Person | SpeakerKind::Group)
        }
    });
    let Some(head) = found else { return NOBODY };
    // "the nominee for president, who": who has the post, not the post.
    let head = walk
        .evidence
        .chunks
        .at(head)
        .filter(|it| it.tokens.len() == 1 && reading.tag(head) == Tag::Noun)
        .and_then(|it| it.tokens.start.checked_sub(1))
        .filter(|&link| person && reading.is_any(link, &["for", "of"]))
        .and_then(|link| walk.evidence.chunks.ending_at(link.checked_sub(1)?))
        .filter(|it| noun::is_human(reading, it.head) && walk.at[it.head] != NOBODY)
        .map_or(head, |it| it.head);
    let id = walk.at[head];
    // "nervous shopkeepers in the old town, who": the place belongs to the description.
    let behind = head + 1..at - usize::from(reading.is(at - 1, ","));
    let linked = reading.is_any(behind.start, &["in", "on", "at", "from", "of"])
        && behind
            .clone()
            .skip(1)
            .all(|it| walk.evidence.chunks.at(it).is_some() || reading.tag(it) == Tag::Preposition);
    let one = walk.cast.get_mut(id);
    let group = one.kind == SpeakerKind::Group || !one.named;
    if linked && group && one.name.end == head + 1 {
        one.name.end = behind.end;
    }
    id
}

/// A source without the marks at its edges.
fn unmarked(reading: &Reading<'_, '_>, source: &Range<usize>) -> Range<usize> {
    let word = |at: &usize| matches!(reading.kind(*at), TokenKind::Word | TokenKind::Number);
    let mut inside = source.clone();
    let start = inside.find(word).unwrap_or(source.end);
    start..source.end
}
