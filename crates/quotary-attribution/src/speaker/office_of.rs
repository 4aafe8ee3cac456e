//! Offices and bodies whose names go on with "of": "Secretary of State Ana Prado", "Ministry of Defence".

use std::ops::Range;

use super::{
    apposition::titled,
    name::{Name, Named},
    noun,
    walk::Piece,
};
use crate::{
    evidence::Evidence,
    lexicon::{Closed, OrgWord, Title},
    reading::Reading,
    tag::Tag,
};

/// How many times a name may go on.
const LINKS: usize = 4;

/// `"Secretary" "of" "State Antony Blinken"`: cuts the words of the office from the name.
pub(crate) fn title_of(
    evidence: &Evidence<'_, '_, '_>,
    piece: &Piece,
    name: &Name,
) -> Option<Name> {
    let reading = evidence.reading;
    let of = piece.tokens.start.checked_sub(1)?;
    let within = reading.is_any(of, &["at", "in"]);
    if !within && !reading.is_any(of, &["of", "for", "to"]) || name.tokens.start != name.before.end
    {
        return None;
    }
    let office = evidence.chunks.ending_at(of.checked_sub(1)?)?;
    let titles = titled(reading, office.head) || reading.is(office.head, "member");
    let whole = Name {
        tokens: name.tokens.clone(),
        before: office.tokens.start..name.tokens.start,
        title: Some(Title::Office),
        gender: name.gender,
        kind: Named::Person,
    };
    // "leader in the Punjab Assembly | Malik Bhachar"
    let house = (name.tokens.start..name.tokens.end.saturating_sub(2))
        .rev()
        .find(|&at| reading.word(at).org == Some(OrgWord::Word));
    if let Some(house) = house.filter(|_| titles) {
        let bare = |at: usize| reading.word(at).org.is_none() && reading.word(at).place.is_none();
        if (house + 1..name.tokens.end).all(bare) {
            return Some(Name {
                tokens: house + 1..name.tokens.end,
                before: office.tokens.start..house + 1,
                ..whole
            });
        }
    }
    if within {
        return None;
    }
    let human = |at: usize| noun::is_human(reading, at) || reading.word(at).title.is_some();
    // "University | of | Oslo professor Eva Lund", "Bank | of | Norvia Governor Eva Lund"
    let listed = [office.head, office.tokens.start].iter().any(|&first| {
        let phrase = reading.slice(first..name.before.start + 1);
        let word = reading.lexicon().phrase(phrase);
        word.is_some_and(|it| it.place.is_some() || it.org.is_some())
    });
    let body = (reading.word(office.head).org.is_some() || listed)
        && reading.is_capital(office.head)
        && name.before.len() > 1
        && reading.is_capital(name.before.start)
        && name.before.clone().next_back().is_some_and(human);
    // "Head | of | state Eva Lund", "chief | of | staff Gen. Tom Brun", but "a friend of actor Eva Lund"
    let field = titles
        && !name.before.is_empty()
        && !reading.is_capital(name.before.start)
        && !human(name.before.start);
    if (body || field) && name.kind.is_person() {
        return Some(whole);
    }
    if !titles || name.tokens.len() < 2 {
        return None;
    }
    // "Member | of | Parliament | Ana Prado": the house is no part of the name already.
    let house = !name.before.is_empty()
        && name.title.is_none()
        && name.before.clone().all(|at| reading.is_capital(at));
    if house {
        return Some(whole);
    }
    // "ambassador | to | Sudan Qo Lund"
    let abroad = reading.is(of, "to")
        && name.kind.is_person()
        && reading.word(name.tokens.start).place.is_some()
        && name.tokens.len() > 2;
    let place = abroad.then_some(name.tokens.start + 1);
    let given = (name.tokens.start + 1..name.tokens.end - 1)
        .find(|&at| reading.word(at).given.is_some())
        .or_else(|| {
            (name.tokens.start + 1..name.tokens.end).find(|&at| {
                reading.word(at).tags[0].is_none()
                    && (name.tokens.start..at).all(|it| reading.word(it).tags[0].is_some())
            })
        })
        .or(place)?;
    Some(Name {
        tokens: given..name.tokens.end,
        before: office.tokens.start..given,
        title: Some(Title::Office),
        gender: name.gender,
        kind: Named::Person,
    })
}

/// Where the name of an organisation ends: "Ministry of Defence", "University of East Anglia".
pub(crate) fn of_phrase(reading: &Reading<'_, '_>, name: Range<usize>) -> usize {
    // "the Council for a Cleaner Harbour"
    let capital = |at: usize| {
        reading.is_capital(at) && matches!(reading.tag(at), Tag::Adjective | Tag::Noun | Tag::Nouns)
    };
    let is_name = |at: usize| {
        (reading.tag(at) == Tag::Name || capital(at))
            && reading.word(at).closed != Some(Closed::Date)
            && reading.sentence_index(at) == reading.sentence_index(name.start)
    };
    let mut end = name.end;
    for _ in 0..LINKS {
        let mut next = end + 1;
        // "the Ministry of Food and Farming", but "the Ministry of Defence and Korpa"
        let field = || reading.word(end + 1).tags[0].is_some();
        if !reading.is_any(end, &["of", "for", "and"])
            || name.len() == 1 && reading.is(end, "and") && !field()
        {
            break;
        }
        // "the Ministry of Health and the Bank" are two.
        if reading.is_any(next, &["a", "an", "the"]) && !reading.is(end, "and") {
            next += 1;
        }
        if !is_name(next) || reading.is(end, "and") && end == name.end {
            break;
        }
        // "Bank of Norvia | Governor Eva Lund"
        let office = |at: usize| {
            at > next
                && is_name(at + 1)
                && (titled(reading, at) || reading.word(at).title == Some(Title::Honorific))
        };
        end = (next..next + 6)
            .find(|&at| !is_name(at) || office(at))
            .unwrap_or(next + 1);
    }
    end
}
