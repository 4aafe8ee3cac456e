//! What only the whole article tells: descriptions and pronouns before the name, "I".

use std::ops::Range;

use super::{
    noun,
    pronoun::{self, Pronoun},
    referent::{Found, Id, NOBODY},
    role,
    walk::Walk,
};
use crate::{
    entity::SpeakerKind,
    lexicon::{self},
    reading::Reading,
    sieve::{self, Draft},
    tag::Tag,
};

/// "When she left the court, she said … Wairimu Gatheru had been charged": a pronoun before its name.
pub(crate) fn cataphora(walk: &Walk<'_, '_, '_, '_>, drafts: &[Draft], spoken: &mut [Id]) {
    let reading = walk.reading;
    for (draft, spoken) in drafts.iter().zip(spoken) {
        let Some(source) = draft.source.as_ref().filter(|it| it.len() == 1) else {
            continue;
        };
        let gender = match pronoun::read(reading.form(source.start)) {
            Some(Pronoun::He) => lexicon::Gender::Masculine,
            Some(Pronoun::She) => lexicon::Gender::Feminine,
            _ => continue,
        };
        if *spoken != NOBODY || reading.in_headline(source.start) {
            continue;
        }
        let sentence = reading.sentence_index(source.start);
        let end = reading
            .sentences()
            .get(sentence + 1)
            .map_or(reading.len(), |it| it.tokens.end);
        let named = (source.end..end).map(|at| walk.at[at]).find(|&id| {
            id != NOBODY && {
                let one = walk.cast.get(id);
                one.named
                    && one.kind == SpeakerKind::Person
                    && one.gender.is_none_or(|it| it == gender)
            }
        });
        *spoken = named.unwrap_or(NOBODY);
    }
}

/// "Reef pact is close: Prado ¶ … the foreign minister said": whoever speaks first, without a name, is
/// whom the headline names.
pub(crate) fn announced(
    walk: &mut Walk<'_, '_, '_, '_>,
    drafts: &[Draft],
    order: &[(usize, usize)],
    spoken: &[Id],
) {
    let reading = walk.reading;
    let first = |headline: bool| {
        order.iter().map(|&(_, index)| index).find(|&index| {
            let source = drafts[index].source.as_ref();
            source.is_some_and(|it| !it.is_empty() && reading.in_headline(it.start) == headline)
        })
    };
    let (Some(above), Some(below)) = (first(true), first(false)) else {
        return;
    };
    let (named, described) = (spoken[above], spoken[below]);
    if named == NOBODY || described == NOBODY {
        return;
    }
    let opening = drafts[below].source.as_ref().map_or(0, |it| it.start);
    let body = reading
        .sentences()
        .iter()
        .find(|it| it.kind == quotary_grammar::SegmentKind::Body)
        .map_or(0, |it| it.paragraph);
    let (one, other) = (walk.cast.get(described), walk.cast.get(named));
    let unnamed = !one.named && !one.plural && !one.anonymous && one.kind == SpeakerKind::Person;
    let later = other.named && other.kind == SpeakerKind::Person && other.name.start > opening;
    // "Harbour boss: it leaks" names nobody.
    let by_name = drafts[above].source.clone().is_some_and(|mut source| {
        source.any(|at| {
            other
                .name
                .clone()
                .any(|it| reading.is_capital(at) && reading.is_same(at, it))
        })
    });
    let later = later && by_name;
    if unnamed && later && one.may_be(other.gender) && reading.sentence(opening).paragraph == body {
        let office = one.name.clone();
        let head = office.end.saturating_sub(1);
        let title = other.role.clone().filter(|it| it.tokens.len() == 1);
        walk.cast.merge(described, named);
        // "Australia’s foreign minister … ¶ Senator Ana Prado": the lead tells more than the title.
        let more = title.is_some_and(|it| noun::is_house_title(reading, it.tokens.start));
        if more && role::is_office(reading, head) {
            let tokens = role::unnamed(reading, office, head);
            walk.cast.get_mut(named).role = None;
            walk.cast.get_mut(named).learn_role(tokens, Found::Beside);
        }
    }
}

/// "a woman who gave her name as Umm Youssef", "who gave only her first name, Umm"
pub(crate) fn self_named(walk: &mut Walk<'_, '_, '_, '_>, drafts: &[Draft], spoken: &[Id]) {
    /// Tokens between the source and the name.
    const REACH: usize = 14;
    /// "gave only her first name"
    const NAME: usize = 5;
    let reading = walk.reading;
    for (draft, &speaker) in drafts.iter().zip(spoken) {
        let Some(source) = draft.source.as_ref().filter(|_| speaker != NOBODY) else {
            continue;
        };
        let end = reading.sentence(source.start).tokens.end;
        let gave = (source.start..end.min(source.end + REACH))
            .find(|&at| reading.is_any(at, &["gave", "gives", "giving"]));
        // "gave her name only as Fatima", "gave only her first name, Fatima"
        let named = gave.and_then(|at| {
            let name = (at + 1..end.min(at + NAME)).find(|&it| reading.is(it, "name"))?;
            let own = (at + 1..name).any(|it| reading.tag(it) == Tag::Possessive);
            let tie = name + 1 + usize::from(reading.is(name + 1, "only"));
            let tied = reading.is(tie, "as") || reading.is(tie, ",");
            let chunk = walk.evidence.chunks.starting_at(tie + 1)?;
            (own && tied && chunk.tokens.end <= end).then(|| walk.at[chunk.head])
        });
        if let Some(named) = named.filter(|&id| id != NOBODY && walk.cast.get(id).named)
            && !walk.cast.get(speaker).named
        {
            // "a young trader who gave his name only as Chidubem" is a trader.
            let called = walk.cast.get(speaker).name.clone();
            let head = walk.evidence.chunks.at(called.start).map(|it| it.head);
            walk.cast.merge(speaker, named);
            if let Some(head) = head.filter(|it| called.contains(it)) {
                let role = role::unnamed(reading, called, head);
                walk.cast.get_mut(named).learn_role(role, Found::Beside);
            }
        }
    }
}

/// "I" and "we" inside a quotation are whoever speaks it.
pub(crate) fn first_persons(
    walk: &Walk<'_, '_, '_, '_>,
    found: &sieve::Found,
    order: &[(usize, usize)],
    spoken: &mut [Id],
) {
    let turns = turns(found);
    for &(_, index) in order {
        let draft = &found.drafts[index];
        let Some(source) = &draft.source else {
            continue;
        };
        if is_first_person(walk.reading, source) {
            let inside = enclosing(walk, found, source.start, index, spoken);
            spoken[index] = if inside == NOBODY {
                turn_at(&turns, source.start).map_or(NOBODY, |turn| spoken[turn])
            } else {
                inside
            };
        }
    }
}

/// What stands in turns of a conversation, in order, with the number of the draft.
fn turns(found: &sieve::Found) -> Vec<(Range<usize>, usize)> {
    let mut turns: Vec<(Range<usize>, usize)> = found
        .drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| draft.sieve == "turn")
        .flat_map(|(index, draft)| draft.content.iter().map(move |it| (it.clone(), index)))
        .collect();
    turns.sort_by_key(|(range, _)| range.start);
    turns
}

/// The draft of the turn that token `at` stands in.
fn turn_at(turns: &[(Range<usize>, usize)], at: usize) -> Option<usize> {
    let behind = turns.partition_point(|(range, _)| range.start <= at);
    let (range, index) = &turns[behind.checked_sub(1)?];
    range.contains(&at).then_some(*index)
}

fn is_first_person(reading: &Reading<'_, '_>, range: &Range<usize>) -> bool {
    range.len() == 1
        && matches!(
            pronoun::read(reading.form(range.start)),
            Some(Pronoun::I | Pronoun::We)
        )
}

/// The speaker of the outermost quotation around token `at`.
fn enclosing(
    walk: &Walk<'_, '_, '_, '_>,
    found: &sieve::Found,
    at: usize,
    not: usize,
    spoken: &[Id],
) -> Id {
    walk.evidence
        .quoted_at(at)
        .and_then(|quoted| found.taken[quoted])
        .filter(|&draft| draft != not)
        .map_or(NOBODY, |draft| spoken[draft])
}

/// Whom the pronoun of an addressee stands for.
pub(crate) fn hearer(
    walk: &Walk<'_, '_, '_, '_>,
    found: &sieve::Found,
    draft: &Draft,
    spoken: &[Id],
) -> Id {
    let Some(hearer) = draft.hearer.clone().filter(|it| it.len() == 1) else {
        return NOBODY;
    };
    if is_first_person(walk.reading, &hearer) {
        return enclosing(walk, found, hearer.start, usize::MAX, spoken);
    }
    match pronoun::read(walk.reading.form(hearer.start)) {
        Some(_) => walk.at[hearer.start],
        None => NOBODY,
    }
}
