//! Whom a source means.

use std::ops::Range;

use super::{
    anonymity,
    group::coordinated,
    making::made,
    noun,
    pronoun::{self},
    referent::{Found, Id, NOBODY, Referent, Role},
    role,
    walk::Walk,
};
use crate::{
    entity::SpeakerKind,
    lexicon::{self},
    mention::Chunk,
    reading::Reading,
    tag::Tag,
    token::TokenKind,
};

/// The referent of a source.
pub(crate) fn referent(
    walk: &mut Walk<'_, '_, '_, '_>,
    source: &Range<usize>,
    cue: Option<&Range<usize>>,
) -> Id {
    let reading = walk.reading;
    let evidence = walk.evidence;
    let source = &unmarked(reading, source);
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
    // "A few minutes later he"
    let last = source.end - 1;
    if walk.at[last] != NOBODY && opens_with_time(walk, source, last) {
        return walk.at[last];
    }
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
    let before = before.map(|it| it - usize::from(it > 0 && reading.form(it) == ","));
    reading.is_any(at, &["who", "which"])
        && before.is_some_and(|it| walk.evidence.chunks.ending_at(it).is_some())
}

/// A source without "all" or "both" behind those who are named.
fn all_left_out(reading: &Reading<'_, '_>, source: &Range<usize>) -> Range<usize> {
    let last = source.end - 1;
    let all = source.len() > 2 && reading.is_any(last, &["all", "both", "each"]);
    source.start..source.end - usize::from(all)
}

/// "Police in southern Jutland" are not the police that were spoken of before, and "Republicans on
/// the committee" not all Republicans: a group that a source describes more closely is one of its own.
fn narrowed(
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
    let id = walk.at[head];
    // "nervous shopkeepers in the old town, who": the place belongs to the description.
    let behind = head + 1..at - usize::from(reading.form(at - 1) == ",");
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

/// "last week, Ana Prado", "(the ruling,) its counsel for the day, Ana Prado": the name where the
/// source begins with what belongs to another phrase.
fn behind_comma(walk: &Walk<'_, '_, '_, '_>, first: &Chunk, source: &Range<usize>) -> Option<Id> {
    let reading = walk.reading;
    let chunks = &walk.evidence.chunks;
    let begun = walk.at[first.head];
    let thing = begun == NOBODY || {
        let one = walk.cast.get(begun);
        !one.named && matches!(one.kind, SpeakerKind::Document | SpeakerKind::Unknown)
    };
    let date = noun::is_time(reading, first.head);
    if !thing && !date || reading.form(first.tokens.end) != "," {
        return None;
    }
    let links = |at: usize| {
        chunks.at(at).is_some()
            || matches!(reading.tag(at), Tag::Preposition | Tag::Genitive)
            || reading.form(at) == ","
    };
    (first.tokens.end..source.end)
        .take_while(|&at| links(at))
        .filter(|&at| reading.form(at) == ",")
        .find_map(|comma| {
            let next = chunks.starting_at(comma + 1)?;
            let id = walk.at[next.head];
            let named = next.head < source.end && id != NOBODY && {
                let one = walk.cast.get(id);
                one.named && one.kind == SpeakerKind::Person
            };
            named.then_some(id)
        })
}

/// "Deputy Commissioner of Police (Cyber) Harsimran Bajwa": the name behind a bracket.
fn behind_bracket(
    walk: &Walk<'_, '_, '_, '_>,
    id: Id,
    source: &Range<usize>,
    cue: Option<&Range<usize>>,
) -> Option<Id> {
    let reading = walk.reading;
    let close = source.clone().find(|&at| reading.form(at) == ")")?;
    let next = walk.evidence.chunks.starting_at(close + 1)?;
    let named = walk.at[next.head];
    let said = cue.is_some_and(|cue| cue.start == next.tokens.end);
    let person = named != NOBODY && (next.head < source.end || said) && {
        let one = walk.cast.get(named);
        one.named && one.kind == SpeakerKind::Person
    };
    let titled = !walk.cast.get(id).named || walk.cast.get(id).kind != SpeakerKind::Person;
    (person && titled).then_some(named)
}

/// "the company | ’s managing director, Hugh Pellew": the name behind a description that begins with
/// its owner.
fn behind_owner(walk: &Walk<'_, '_, '_, '_>, chunk: &Chunk, source: &Range<usize>) -> Option<Id> {
    let reading = walk.reading;
    if !noun::is_genitive(reading, chunk.tokens.end) {
        return None;
    }
    let last = walk.evidence.chunks.ending_at(source.end - 1)?;
    let comma = last.tokens.start.checked_sub(1)?;
    let id = walk.at[last.head];
    let person = id != NOBODY && {
        let one = walk.cast.get(id);
        one.named && one.kind == SpeakerKind::Person
    };
    (person && comma > chunk.tokens.end && reading.form(comma) == ",").then_some(id)
}

/// "Culture | and Heritage Minister Ana Prado": the name behind an office for several fields, which
/// is the role as a whole.
fn ministry(walk: &mut Walk<'_, '_, '_, '_>, source: &Range<usize>) -> Option<Id> {
    let reading = walk.reading;
    let chunk = walk.evidence.chunks.ending_at(source.end - 1)?.clone();
    let first = chunk.tokens.start;
    let id = walk.at[chunk.head];
    let and = first.checked_sub(1).filter(|&at| reading.is(at, "and"))?;
    // A common noun that is nobody's surname here.
    let field = |at: usize| {
        let word = reading.word(at);
        let other = walk.at[at];
        reading.is_capital(at)
            && matches!(word.tags[0], Some(Tag::Noun | Tag::Nouns))
            && word.given.is_none()
            && !noun::is_human(reading, at)
            && (other == NOBODY || walk.cast.get(other).name.len() == 1)
    };
    let fields = (source.start..and).all(|at| field(at) || reading.form(at) == ",");
    if id == NOBODY || !fields || source.start >= and {
        return None;
    }
    let one = walk.cast.get(id);
    let office = one
        .role
        .as_ref()
        .map(|it| it.tokens.clone())
        .filter(|it| it.start == first && role::is_office(reading, it.end - 1))?;
    if !one.named || one.kind != SpeakerKind::Person {
        return None;
    }
    // "Arts, | Culture and Heritage Minister"
    let sentence = reading.sentence(source.start).tokens.start;
    let mut start = source.start;
    while start >= sentence + 2
        && reading.form(start - 1) == ","
        && field(start - 2)
        && reading.word(start - 2).place.is_none()
    {
        start -= 2;
    }
    let role = Role {
        tokens: start..office.end,
        found: Found::Beside,
    };
    walk.cast.get_mut(id).role = Some(role);
    Some(id)
}

/// A statement or figures that somebody releases count as that somebody.
fn released_by(walk: &Walk<'_, '_, '_, '_>, chunk: &Chunk, source: &Range<usize>) -> Option<Id> {
    let reading = walk.reading;
    const RELEASED: [&str; 9] = [
        "statement",
        "statements",
        "figures",
        "data",
        "numbers",
        "statistics",
        "comments",
        "remarks",
        "account",
    ];
    if !reading.is_any(chunk.head, &RELEASED) {
        return None;
    }
    let owner = (chunk.tokens.start..chunk.head)
        .rev()
        .find(|&at| noun::is_genitive(reading, at) || reading.tag(at) == Tag::Possessive)
        .map(|at| {
            if noun::is_genitive(reading, at) {
                walk.at[at.saturating_sub(1)]
            } else {
                walk.at[at]
            }
        });
    let by = reading
        .is_any(chunk.tokens.end, &["by", "from", "of"])
        .then(|| walk.evidence.chunks.starting_at(chunk.tokens.end + 1))
        .flatten()
        .filter(|it| it.head < source.end)
        .map(|it| walk.at[it.head]);
    owner.or(by).filter(|&id| id != NOBODY)
}

/// Names an unnamed referent by the whole of the source that introduces it.
fn widen(
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
        let whole = source.start..restricted(walk, source, cue);
        let name = without_article(reading, &whole);
        let anonymous = anonymity::is_anonymous(reading, &whole);
        let one = walk.cast.get_mut(id);
        one.name = name;
        one.anonymous |= anonymous;
    }
}

/// "the U.S. Embassy in Lima": the place belongs to the name of an organisation.
fn located(walk: &mut Walk<'_, '_, '_, '_>, id: Id, chunk: &Chunk, source: &Range<usize>) {
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
fn restricted(
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
            || matches!(reading.form(at), "," | ":" | ";" | "–" | "—" | "(")
    });
    let Some(mut stop) = stop else { return end };
    let verb = |at: &usize| {
        matches!(
            reading.tag(*at),
            Tag::VerbPast | Tag::VerbS | Tag::Modal | Tag::Verb
        )
    };
    let wh = (end..stop).find(|&at| {
        reading.is_any(at, &["who", "which", "that", "whose"]) && (at == end || at == end + 1)
    });
    // "Two bakers asked on Friday said"
    let reduced = ahead
        && stop == cue.start
        && reading.tag(end) == Tag::VerbPast
        && reading.word(end).closed != Some(lexicon::Closed::Auxiliary)
        && reading.form(cue.start) != ":"
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
            reading.form(at) == ","
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
