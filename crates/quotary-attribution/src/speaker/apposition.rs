//! What stands beside a name and says who that is: appositions, copulas, titles with "of".

use std::ops::Range;

use super::{name::is_tail, noun, role::names_office, walk::Piece};
use crate::{
    evidence::Evidence,
    lexicon::{Closed, Noun, Pattern, Title},
    mention::Chunk,
    reading::Reading,
    tag::Tag,
    token::TokenKind,
};

/// How many prepositional phrases a description may have.
const LINKS: usize = 4;

/// A description beside a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Beside {
    /// Its tokens, prepositional phrases included.
    pub(crate) tokens: Range<usize>,
    /// Its first noun.
    pub(crate) head: usize,
    /// Whether a verb ties it to the name: "is the minister".
    pub(crate) copula: bool,
    /// Where the name stands that it precedes.
    pub(crate) name: usize,
}

/// `name [ "," age | "(" age ")" ] "," description`, `name [ "," "who" ] ( "is" | "was" ) description`
pub(crate) fn behind_name(evidence: &Evidence<'_, '_, '_>, end: usize) -> Option<Beside> {
    let reading = evidence.reading;
    let limit = sentence_end(reading, end)?;
    let first = end;
    let mut at = end;
    if reading.is(at, "(") {
        at = (at..limit.min(at + 6)).find(|&it| reading.is(it, ")"))? + 1;
    }
    if reading.is(at, ",") && reading.kind(at + 1) == TokenKind::Number {
        at += 2;
    }
    // "Ana Prado of the Marine Institute, the lead author"
    if reading.is_any(at, &["of", "from", "at"])
        && let Some(house) = evidence.chunks.starting_at(at + 1)
        && reading.tag(house.head) == Tag::Name
        && house.tokens.end < limit
        && reading.is(house.tokens.end, ",")
    {
        at = house.tokens.end;
    }
    // "Prado, 24, is a rider": the comma only closes the age.
    let aged = at > end && reading.is(at, ",") && is_copula(reading, at + 1);
    let comma = reading.is_any(at, &[",", "–", "—", "--"]) && !aged;
    if comma || aged {
        at += 1;
    }
    // "Ana Prado, now a senator"
    if comma && reading.is_any(at, &["also", "currently", "formerly", "now", "then"]) {
        at += 1;
    }
    let relative = comma && reading.is(at, "who");
    if relative {
        at += 1;
    }
    // "who as a captain was the physician of the house"
    if relative
        && reading.is(at, "as")
        && let Some(chunk) = evidence.chunks.starting_at(at + 1)
    {
        at = chunk.tokens.end;
    }
    let copula = (!comma || relative) && is_copula(reading, at);
    if copula {
        at += 1;
        while reading.tag(at) == Tag::Adverb && at < limit {
            at += 1;
        }
    }
    // "resigned as head of the port police", "has served as mayor", "visited the palace as Sumaria’s de facto leader"
    let office = (!comma && !copula)
        .then(|| serving(reading, at, limit).or_else(|| visiting(reading, at, limit)))
        .flatten();
    at = office.map_or(at, |it| it + 1);
    let copula = copula || office.is_some();
    if !comma && !copula || relative && !copula || at >= limit {
        return None;
    }
    let chunk = description(evidence, at, limit)?;
    // "John Smith, president of the club" needs no article, "was mayor" neither.
    let introduced = matches!(reading.tag(at), Tag::Determiner | Tag::Possessive)
        || reading.tag(at) == Tag::Number;
    let human = noun::is_human(reading, chunk.head) || titled(reading, chunk.head);
    if !introduced && !human || copula && !human {
        return None;
    }
    if noun::is_plural(reading, chunk.head)
        && reading.word(chunk.head).noun != Some(Noun::Organization)
    {
        return None;
    }
    let end = extent(evidence, &chunk, limit);
    // "From Elmina, his mother, Efua Amankwah, said", "At Porto Novo, the ship’s cook, Tom Brun, …":
    // describes the name behind it.
    let next = evidence.chunks.starting_at(end + 1);
    let ahead = reading.is(end, ",")
        && (reading.tag(at) == Tag::Possessive || is_where(evidence, first))
        && next.is_some_and(|it| reading.tag(it.head) == Tag::Name && it.tokens.end < limit);
    if ahead {
        return None;
    }
    if !copula && (!closes(reading, end, limit) || says(reading, end)) {
        return None;
    }
    Some(Beside {
        tokens: chunk.tokens.start..end,
        head: chunk.head,
        copula,
        name: chunk.tokens.start,
    })
}

/// How many tokens behind a name "as" stands at most where nothing but a verb is between: "has since served as".
const SERVING: usize = 4;

/// "served | as mayor": the "as" behind the verb at `verb`, where nothing else stands between.
fn serving(reading: &Reading<'_, '_>, verb: usize, limit: usize) -> Option<usize> {
    let reach = limit.min(verb + SERVING);
    let only = |at: usize| reading.tag(at).is_verb() || reading.tag(at) == Tag::Adverb;
    (verb..reach)
        .find(|&it| reading.is(it, "as"))
        .filter(|&it| it > verb && (verb..it).all(only))
}

/// "visited the palace on Wednesday | as Sumaria’s leader": the "as" of what the subject of the verb at `verb` is, told by
/// whose. A verb of calling would say it of its object.
fn visiting(reading: &Reading<'_, '_>, verb: usize, limit: usize) -> Option<usize> {
    /// An object and a time.
    const REACH: usize = 10;
    let calls = reading.word(verb).cue.is_some_and(|it| {
        let pattern = reading.lexicon().verb(it).pattern;
        pattern.has(Pattern::AS) || pattern.has(Pattern::CALL)
    });
    if calls || reading.tag(verb) != Tag::VerbPast {
        return None;
    }
    let reach = verb + 1..limit.min(verb + REACH);
    let near =
        |&at: &usize| reading.is(at, "as") || reading.tag(at).is_verb() || reading.is(at, ",");
    let at = reach
        .clone()
        .find(near)
        .filter(|&at| reading.is(at, "as") && at >= verb + SERVING)?;
    let whose = noun::is_genitive(reading, at + 2) && reading.tag(at + 1) == Tag::Name;
    whose.then_some(at)
}

/// Whether the name that ends before `end` only says where: "in Porto Novo".
fn is_where(evidence: &Evidence<'_, '_, '_>, end: usize) -> bool {
    end.checked_sub(1)
        .and_then(|last| evidence.chunks.ending_at(last))
        .and_then(|name| name.tokens.start.checked_sub(1))
        .is_some_and(|at| {
            evidence
                .reading
                .is_any(at, &["at", "from", "in", "near", "on", "outside"])
        })
}

/// "(Fatou Diop) of Mali": the end of a place or house behind a name that ends before `end`.
pub(crate) fn home(evidence: &Evidence<'_, '_, '_>, end: usize) -> Option<usize> {
    let reading = evidence.reading;
    let house = evidence.chunks.starting_at(end + 1)?;
    (reading.is_any(end, &["from", "of"]) && reading.tag(house.head) == Tag::Name)
        .then_some(house.tokens.end)
}

fn is_copula(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.is_any(at, &["is", "was", "became", "are"])
}

/// The age behind a name: ", 19,", "(47)".
pub(crate) fn age(reading: &Reading<'_, '_>, end: usize) -> Option<usize> {
    let marked = reading.is_any(end, &[",", "("]);
    let closed = reading.is_any(end + 2, &[",", ")", "."]);
    let age = reading.form(end + 1);
    let two = age.len() == 2 && age.bytes().all(|it| it.is_ascii_digit());
    (marked && closed && two).then_some(end + 1)
}

/// `description "," name`: "the minister, Ana Prado, said".
pub(crate) fn before_name(evidence: &Evidence<'_, '_, '_>, piece: &Piece) -> Option<Beside> {
    let reading = evidence.reading;
    let limit = sentence_end(reading, piece.head)?;
    // "a group called the Brigade"
    let one = reading.word(piece.head).noun == Some(Noun::Group)
        && reading.is_any(piece.tokens.end, &["called", "named"]);
    if noun::is_plural(reading, piece.head)
        && !one
        && !reading.is(piece.tokens.start.saturating_sub(1), "of")
    {
        return None;
    }
    let chunk = Chunk {
        tokens: piece.tokens.clone(),
        head: piece.head,
    };
    let whole = evidence.chunks.at(piece.head)?;
    if whole.head != piece.head {
        return None;
    }
    let end = extent(evidence, &chunk, limit);
    // "the council’s president | for December, Fatou Diop"
    let term = evidence
        .chunks
        .starting_at(end + 1)
        .filter(|it| reading.is(end, "for") && reading.word(it.head).closed == Some(Closed::Date));
    // "a lawyer | representing 14 pupils, Ana Prado"
    let busy = evidence
        .chunks
        .starting_at(end + 1)
        .filter(|it| reading.tag(end) == Tag::VerbIng && reading.is(it.tokens.end, ","));
    let mark = term.or(busy).map_or(end, |it| it.tokens.end);
    // "a technician named Joris Peeters"
    let named = reading.is_any(mark, &["called", "named"])
        && reading.is_any(piece.tokens.start, &["a", "an", "another", "one", "the"]);
    if !named && !reading.is_any(mark, &[",", "–", "—"]) {
        return None;
    }
    // "the boy, whose name is Emiliano, says"
    let called = reading.is(mark + 1, "whose")
        && reading.is(mark + 2, "name")
        && is_copula(reading, mark + 3);
    let mut first = mark + if called { 4 } else { 1 };
    // "the coroner, Judge Rosaleen McQuitty", "the minister, the veteran Ana Prado".
    let name = evidence
        .chunks
        .starting_at(first)
        .filter(|it| it.tokens.end <= limit)?;
    // "its spokesman, Brigadier (retired) Omar Satti"
    let bracketed = (reading.is(name.tokens.end, "(") && reading.is(name.tokens.end + 2, ")"))
        .then(|| evidence.chunks.starting_at(name.tokens.end + 3))
        .flatten()
        .filter(|it| it.tokens.end <= limit && titled(reading, name.head));
    let name = bracketed.unwrap_or(name);
    if reading.tag(name.head) != Tag::Name || reading.word(name.head).closed == Some(Closed::Date) {
        return None;
    }
    // "In a letter to the minister, Ana Prado said": a name that a verb follows is a subject.
    let mut after = name.tokens.end + usize::from(is_tail(reading, name.tokens.end));
    if let Some(end) = home(evidence, after).filter(|&it| it < limit && reading.is(it, ",")) {
        after = end;
    }
    let closed = named
        || after >= limit
        || matches!(reading.kind(after), TokenKind::Stop | TokenKind::Closing)
        || reading.is_any(after, &[",", ")", ":", ";", "–", "—", "("])
        || reading.is(after, "and")
        || reading.tag(after) == Tag::Wh;
    let introduced = named || matches!(
        reading.tag(piece.tokens.start),
        Tag::Determiner | Tag::Possessive
    ) || reading.is(piece.tokens.start, "one")
        || piece.tokens.start > 0
        && noun::is_genitive(reading, piece.tokens.start - 1)
        // "Counsel for the family, Ana Prado, said"
        || piece.tokens.start == reading.sentence(piece.head).tokens.start
            && end > piece.tokens.end
            && titled(reading, piece.head);
    first = name.tokens.start;
    (closed && introduced).then_some(Beside {
        tokens: piece.tokens.start..end,
        head: piece.head,
        copula: false,
        name: first,
    })
}

/// `description ( "is" | "was" ) name`: "Counsel to the inquiry is Ana Prado."
pub(crate) fn copula_name(evidence: &Evidence<'_, '_, '_>, piece: &Piece) -> Option<Beside> {
    let reading = evidence.reading;
    let limit = sentence_end(reading, piece.head)?;
    let start = piece.tokens.start;
    let opens = start == reading.sentence(start).tokens.start || reading.is(start, "the");
    let chunk = Chunk {
        tokens: piece.tokens.clone(),
        head: piece.head,
    };
    if !opens || !titled(reading, piece.head) || noun::is_plural(reading, piece.head) {
        return None;
    }
    let end = extent(evidence, &chunk, limit);
    let name = evidence
        .chunks
        .starting_at(end + 1)
        .filter(|it| it.tokens.end <= limit && reading.tag(it.head) == Tag::Name)?;
    let whole = matches!(
        reading.kind(name.tokens.end),
        TokenKind::Stop | TokenKind::Punctuation
    );
    let is = reading.is_any(end, &["is", "was"]) && whole;
    is.then_some(Beside {
        tokens: start..end,
        head: piece.head,
        copula: true,
        name: name.tokens.start,
    })
}

/// The end of a noun phrase with its prepositional phrases and a coordinated noun.
pub(crate) fn extent(evidence: &Evidence<'_, '_, '_>, chunk: &Chunk, limit: usize) -> usize {
    let reading = evidence.reading;
    let mut end = chunk.tokens.end;
    for _ in 0..LINKS {
        let preposition = matches!(reading.tag(end), Tag::Preposition | Tag::To)
            && reading.is_any(
                end,
                &[
                    "of", "at", "for", "in", "to", "on", "from", "with", "by", "behind", "against",
                    "near",
                ],
            );
        let and = reading.is_any(end, &["and", "&"]);
        if end + 1 >= limit || !preposition && !and {
            break;
        }
        let Some(next) = evidence
            .chunks
            .starting_at(end + 1)
            .filter(|it| it.tokens.end <= limit)
        else {
            break;
        };
        // "nurse and mother of two" is a nurse.
        let kin = reading.word(next.head).noun == Some(Noun::Kin);
        let same =
            noun::is_human(reading, next.head) && !kin || reading.tag(next.head) == Tag::Name;
        // "an economist and tax expert" is one description, "and a former prosecutor" another.
        let another = matches!(reading.tag(end + 1), Tag::Determiner | Tag::Possessive);
        if and && (!same || another) || reading.word(next.head).closed == Some(Closed::Date) {
            break;
        }
        end = next.tokens.end;
    }
    end
}

/// A noun phrase at `at` whose head is a common noun or a title.
fn description(evidence: &Evidence<'_, '_, '_>, at: usize, limit: usize) -> Option<Chunk> {
    let reading = evidence.reading;
    let chunk = evidence
        .chunks
        .starting_at(at)
        .filter(|it| it.tokens.end <= limit)?;
    // "a lawyer acting for the families"
    let acting = reading.form(chunk.head).ends_with("ing")
        && chunk.head > at
        && noun::is_human(reading, chunk.head - 1);
    if acting {
        return Some(Chunk {
            tokens: at..chunk.head,
            head: chunk.head - 1,
        });
    }
    // "a turbine fitter | two years from retirement"
    let counted = (at + 1..chunk.head)
        .find(|&it| reading.tag(it) == Tag::Number && noun::is_person(reading, it - 1));
    if let Some(end) = counted {
        return Some(Chunk {
            tokens: at..end,
            head: end - 1,
        });
    }
    let common = matches!(reading.tag(chunk.head), Tag::Noun | Tag::Nouns);
    // "attorney general" ends in an adjective.
    let name = titled(reading, chunk.head);
    (common || name).then(|| chunk.clone())
}

pub(super) fn titled(reading: &Reading<'_, '_>, at: usize) -> bool {
    matches!(
        reading.word(at).title,
        Some(Title::Office | Title::Rank | Title::Religious | Title::Royal)
    ) || reading.word(at).noun == Some(Noun::Role)
        || reading.word(at).noun.is_none() && at > 0 && names_office(reading, at - 1)
}

/// "… a bay of Lake Anta, the regional government said": a verb of saying without a comma before it
/// makes the description its subject.
fn says(reading: &Reading<'_, '_>, end: usize) -> bool {
    matches!(reading.tag(end), Tag::VerbPast | Tag::VerbS) && reading.word(end).cue.is_some()
}

/// Whether a description may end at `end`.
fn closes(reading: &Reading<'_, '_>, end: usize, limit: usize) -> bool {
    end >= limit
        || reading.is(end, "whose")
        || reading.form(end).ends_with("ing")
        || matches!(
            reading.kind(end),
            TokenKind::Stop | TokenKind::Closing | TokenKind::Opening
        )
        || reading.is_any(end, &[",", ")", ":", ";", "–", "—", "--", "("])
        || matches!(
            reading.tag(end),
            Tag::Wh
                | Tag::Coordinator
                | Tag::Number
                | Tag::VerbPast
                | Tag::VerbS
                | Tag::Modal
                | Tag::VerbIng
                | Tag::VerbParticiple
                | Tag::Preposition
                | Tag::Adverb
                | Tag::Verb
        )
}

fn sentence_end(reading: &Reading<'_, '_>, at: usize) -> Option<usize> {
    (at < reading.len()).then(|| reading.sentence(at).tokens.end)
}
