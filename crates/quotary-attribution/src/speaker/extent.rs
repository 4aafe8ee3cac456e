//! How far the noun phrase of a source reaches, and what of it is a name: "a person familiar with the
//! talks", "the U.S. Embassy in Lima", "police in the south".

use std::ops::Range;

use super::{
    anonymity, noun,
    referent::{Id, Referent},
    walk::Walk,
};
use crate::{
    entity::SpeakerKind, lexicon, mention::Chunk, reading::Reading, tag::Tag, token::TokenKind,
};

/// "Police in southern Jutland" are not the police that were spoken of before, and "Republicans on
/// the committee" not all Republicans: a group that a source describes more closely is one of its own.
pub(super) fn narrowed(
    walk: &mut Walk<'_, '_, '_, '_>,
    id: Id,
    chunk: &Chunk,
    source: &Range<usize>,
    cue: Option<&Range<usize>>,
) -> Id {
    let reading = walk.reading;
    let end = restricted(walk, source, cue);
    let one = walk.cast.get(id);
    let known = !chunk.tokens.contains(&one.name.start);
    let several = one.plural || one.kind == SpeakerKind::Group;
    let linked = matches!(
        reading.tag(chunk.tokens.end),
        Tag::Preposition | Tag::VerbParticiple | Tag::VerbIng | Tag::Adjective
    );
    if !known || !several || !linked || end <= chunk.tokens.end + 1 {
        return id;
    }
    let name = without_article(reading, &(source.start..end));
    let kind = one.kind;
    let id = walk.cast.add(Referent {
        name,
        kind,
        plural: true,
        ..Referent::default()
    });
    walk.at[chunk.head] = id;
    walk.cast.describe(noun::head_key(reading, chunk.head), id);
    walk.mentions.push((id, source.clone()));
    let place = walk.place(source.start, source.end);
    walk.salience.mention(id, place);
    id
}

/// Names an unnamed referent by the whole of the source that introduces it.
pub(super) fn widen(
    walk: &mut Walk<'_, '_, '_, '_>,
    id: Id,
    chunk: &Chunk,
    source: &Range<usize>,
    cue: Option<&Range<usize>>,
) {
    let reading = walk.reading;
    let one = walk.cast.get(id);
    let unnamed = !one.named || one.kind == SpeakerKind::Group;
    let introduces = unnamed && chunk.tokens.contains(&one.name.start);
    // "a report … the report of a firm of consultants": the fuller description names it.
    let fuller = !one.named
        && !one.plural
        && one.name.len() <= chunk.tokens.len()
        && reading.is(chunk.tokens.end, "of");
    if introduces || fuller {
        // "Republicans on the panel", but "Republicans seethed"
        let seethed = one.named && reading.tag(chunk.tokens.end) == Tag::VerbPast;
        let end = if seethed {
            chunk.tokens.end
        } else {
            restricted(walk, source, cue)
        };
        let whole = source.start..end;
        let name = lasting(reading, without_article(reading, &whole));
        let anonymous = anonymity::is_anonymous(reading, &whole);
        let one = walk.cast.get_mut(id);
        one.name = name;
        one.anonymous |= anonymous;
    }
}

/// "Commuters | on Tuesday", "a spokesman for the firm | , a utility in Kent": a name without when, and
/// without what is told of a part of it.
fn lasting(reading: &Reading<'_, '_>, name: Range<usize>) -> Range<usize> {
    let people = |at: usize| noun::is_human(reading, at) || noun::is_plural(reading, at);
    let time = |at: usize| {
        reading.is(at, "on")
            && reading.word(at + 1).closed == Some(lexicon::Closed::Date)
            && at + 2 == name.end
            && people(at - 1)
    };
    let end = name
        .clone()
        .skip(1)
        .find(|&at| time(at) || reading.form(at) == "," && reading.is_any(at + 1, &["a", "an"]));
    name.start..end.unwrap_or(name.end)
}

/// "the U.S. Embassy in Lima": the place belongs to the name of an organisation.
pub(super) fn located(
    walk: &mut Walk<'_, '_, '_, '_>,
    id: Id,
    chunk: &Chunk,
    source: &Range<usize>,
) {
    let reading = walk.reading;
    let end = chunk.tokens.end;
    let place = reading.is(end, "in") && reading.tag(end + 1) == Tag::Name;
    let one = walk.cast.get_mut(id);
    let named = one.named && one.kind == SpeakerKind::Organization && !one.place;
    if named && place && source.end > end + 1 && one.name.end == end {
        one.name.end = (end + 1..source.end)
            .find(|&at| reading.tag(at) != Tag::Name)
            .unwrap_or(source.end);
    }
}

/// Where a noun phrase ends that a source begins: with what only describes it more closely, "a
/// person familiar with the talks", "a pilot who has flown there", up to a comma or the cue.
pub(super) fn restricted(
    walk: &Walk<'_, '_, '_, '_>,
    source: &Range<usize>,
    cue: Option<&Range<usize>>,
) -> usize {
    /// Longer clauses are cut: they are no name.
    const REACH: usize = 16;
    let reading = walk.reading;
    let last = source.end - 1;
    let end = walk.evidence.chunks.at(last).map_or(source.end, |it| {
        let said = cue.is_some_and(|cue| (source.end..it.tokens.end).contains(&cue.start));
        if it.head == last || it.tokens.end <= source.end || said {
            source.end
        } else {
            it.tokens.end
        }
    });
    let Some(cue) = cue else { return end };
    let limit = reading.sentence(last).tokens.end.min(end + REACH);
    let ahead = cue.start >= end;
    let stop = (end..limit).find(|&at| {
        at == cue.start
            || matches!(
                reading.kind(at),
                TokenKind::Stop | TokenKind::Opening | TokenKind::Closing
            )
            || reading.is_any(at, &[",", ":", ";", "–", "—", "("])
    });
    let Some(mut stop) = stop else { return end };
    let verb = |at: &usize| {
        matches!(
            reading.tag(*at),
            Tag::VerbPast | Tag::VerbS | Tag::Modal | Tag::Verb
        )
    };
    // "was told by the head | that whales were": behind the cue and its source "that" begins what is said.
    // "Her grandmother answered with three words: “…”": the verb is no part of who speaks.
    let told = !ahead && reading.is(end, "that");
    let answered = reading.is(cue.start, ":") && reading.word(end).may_be(Tag::VerbPast);
    if told || answered {
        return end;
    }
    let wh = (end..stop).find(|&at| {
        reading.is_any(at, &["who", "which", "that", "whose"])
            && (at == end || at == end + 1)
            && (ahead || !reading.is(at, "that"))
    });
    // "Two bakers asked on Friday said"
    let reduced = ahead
        && stop == cue.start
        && reading.tag(end) == Tag::VerbPast
        && reading.word(end).closed != Some(lexicon::Closed::Auxiliary)
        && !reading.is(cue.start, ":")
        && !(end..stop).any(|at| reading.tag(at) == Tag::Coordinator);
    // "A reply the following year cautioned"
    let dated = ahead
        && stop == cue.start
        && walk.evidence.chunks.starting_at(end).is_some_and(|it| {
            it.tokens.end == stop && reading.is_any(it.head, &["year", "month", "week", "day"])
        });
    if dated {
        return stop;
    }
    // "“Sorry,” read a text sent to customers": behind the cue no other verb can be its own.
    let participle = !ahead
        && cue.end <= source.start
        && reading.word(end).may_be(Tag::VerbParticiple)
        && reading.word(end).closed.is_none();
    let reduced = reduced || participle;
    if wh.is_none() && (end + usize::from(reduced)..stop).any(|at| verb(&at))
        || reading.is_any(end, &["whether", "if", "how", "what"])
    {
        return end;
    }
    if ahead && stop != cue.start {
        return end;
    }
    while stop > end && reading.tag(stop - 1) == Tag::Adverb {
        stop -= 1;
    }
    let reduced = reduced || reading.tag(end) != Tag::VerbPast;
    let describes = matches!(
        reading.tag(end),
        Tag::Wh | Tag::VerbIng | Tag::VerbParticiple | Tag::Adjective
    ) || reading.tag(end) == Tag::Preposition
        && !reading.is_any(
            end,
            &[
                "that", "after", "before", "as", "because", "when", "while", "if", "during",
            ],
        )
        || reading.is(end, "that") && ahead
        || ahead && reading.tag(end) == Tag::VerbPast && reduced;
    if describes { stop } else { end }
}

/// A source without its article and without what is only added behind a comma.
pub(crate) fn without_article(reading: &Reading<'_, '_>, source: &Range<usize>) -> Range<usize> {
    let mut start = source.start;
    if source.len() > 1 && reading.is_any(start, &["the", "a", "an"]) {
        start += 1;
    }
    let end = (start + 1..source.end)
        .find(|&at| {
            reading.is(at, ",")
                && (matches!(
                    reading.tag(at + 1),
                    Tag::VerbIng | Tag::VerbParticiple | Tag::Wh | Tag::Preposition
                ) || reading.kind(at + 1) == TokenKind::Number
                    || at + 1 == source.end)
        })
        .unwrap_or(source.end);
    let genitive = end > start + 1 && noun::is_genitive(reading, end - 1);
    start..end - usize::from(genitive)
}
