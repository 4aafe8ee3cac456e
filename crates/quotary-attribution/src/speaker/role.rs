//! What somebody is: the shortest complete form of a title or description.
//!
//! Kept are nouns and what makes the office: "deputy foreign minister", "director of the Ocean
//! Institute at Lund University", "minister for health", "professor of law". Left out are
//! articles, ages, passing adjectives, the nationality before a common noun, whose somebody is
//! where that is no name ("the board's chairwoman"), places ("in Berlin", "from Asmara") and
//! relative clauses. A description with an article is shorter than a title without one: "Samuel
//! Greene, director of the Russia Institute", but "Gudrun Hall, a geophysicist at the observatory"
//! is a geophysicist. Who is at the top of a body is that without the body's name ("chair of the
//! Pilots’ Guild"), who is at the top of a part of a house keeps both. A post with a field keeps its
//! house: "an expert on trade at the institute".
//! Honorifics and kinship are no roles.

use std::ops::Range;

use super::{
    noun,
    passing::{is_origin, is_passing},
};
use crate::{
    entity::SpeakerKind,
    lexicon::{Describes, Noun, Place, Title},
    reading::Reading,
    tag::Tag,
    token::TokenKind,
};

/// The role in what stands before a name: "Kremlin aide", "US Secretary of State".
pub(crate) fn before_name(reading: &Reading<'_, '_>, before: Range<usize>) -> Range<usize> {
    let mut end = before.end;
    while end > before.start
        && (reading.word(end - 1).title == Some(Title::Honorific)
            || reading.kind(end - 1) == TokenKind::Punctuation)
    {
        end -= 1;
    }
    // "Transport minister Lord": the title is the name's.
    while end > before.start + 1
        && reading.is_any(end - 1, &["baroness", "dame", "lady", "lord", "sir"])
        && is_role(reading, end - 2)
    {
        end -= 1;
    }
    // "military spokesman Rear Adm.": the rank behind an occupation adds nothing.
    let occupation = (before.start..end)
        .find(|&at| reading.word(at).noun == Some(Noun::Role) && !reading.is_capital(at));
    while let Some(trade) = occupation
        && end > trade + 1
        && (trade + 1..end).all(|at| reading.is_capital(at))
        && (noun::is_short_title(reading, end - 1)
            || reading.word(end - 1).title == Some(Title::Rank))
    {
        end = trade + 1;
    }
    // "vice-presidential nominee Gov.", "chief of staff Gen.": the abbreviated title behind an office adds nothing.
    while end > before.start + 1
        && noun::is_short_title(reading, end - 1)
        && !reading.is_capital(end - 2)
        && (reading.word(end - 2).noun == Some(Noun::Role)
            || (before.start..end).any(|at| reading.is(at, "of")))
    {
        end -= 1;
    }
    let none = end..end;
    // "The elder Beaudry" is one of two.
    if end > before.start.max(1) && reading.is(end - 1, "elder") && reading.is(end - 2, "the") {
        return none;
    }
    // "a farce lead | Sens.": words of the sentence, not of the title.
    let several = end > before.start
        && noun::is_short_title(reading, end - 1)
        && reading.form(end - 1).ends_with("s.");
    if several {
        return end - 1..end;
    }
    if end == before.start {
        return none;
    }
    // "US Secretary of State"
    let head = (before.start + 1..end)
        .find(|&at| matches!(reading.tag(at), Tag::Preposition | Tag::To))
        .map_or(end - 1, |at| at - 1);
    if is_role(reading, head) {
        return bare(reading, before.start..end, head);
    }
    // "party secretary information", "director general health": the field stands behind the office.
    if let Some(office) = (before.start..head).rfind(|&at| is_office(reading, at))
        && !reading.is_capital(head)
        && (office + 1..end).all(|at| reading.tag(at) == Tag::Noun)
    {
        return bare(reading, before.start..end, office);
    }
    // "University of Oslo professor": the house stands before the role.
    if head + 1 < end && is_role(reading, end - 1) {
        return bare(reading, before.start..end, end - 1);
    }
    none
}

/// The role in a noun phrase behind a name or elsewhere, whose first noun is `head` and which goes
/// on with prepositional phrases to `phrase.end`.
pub(crate) fn phrase(reading: &Reading<'_, '_>, phrase: Range<usize>, head: usize) -> Range<usize> {
    let article = (phrase.start..head).any(|at| {
        matches!(
            reading.tag(at),
            Tag::Determiner | Tag::Possessive | Tag::Genitive
        )
    });
    described(reading, phrase, head, article)
}

/// The role in what an unnamed source is called.
pub(crate) fn unnamed(
    reading: &Reading<'_, '_>,
    phrase: Range<usize>,
    head: usize,
) -> Range<usize> {
    let whose = (phrase.start..head)
        .rev()
        .find(|&at| noun::is_genitive(reading, at) && !is_of_kind(reading, at));
    let phrase = whose.map_or(phrase.start, |at| at + 1)..phrase.end;
    let role = described(reading, phrase, head, true);
    let start = (role.start..role.end)
        .find(|&at| reading.word(at).place != Some(Place::Demonym) || reading.is_capital(head))
        .unwrap_or(role.start);
    start..role.end
}

fn described(
    reading: &Reading<'_, '_>,
    phrase: Range<usize>,
    head: usize,
    mut article: bool,
) -> Range<usize> {
    if !is_role(reading, head) {
        return head..head;
    }
    let core = bare(reading, phrase.start..head + 1, head);
    let mut end = head + 1;
    while end < phrase.end && keeps(reading, end, head, phrase.end, article) {
        // "at the University of Lund": what follows belongs to the house.
        article &= !reading.is(end, "at");
        end += 1;
        while end < phrase.end
            && reading.tag(end) != Tag::Preposition
            && reading.tag(end) != Tag::To
        {
            end += 1;
        }
    }
    core.start..end
}

/// Whether a noun is an office, an occupation or a function.
pub(crate) fn is_role(reading: &Reading<'_, '_>, at: usize) -> bool {
    let word = reading.word(at);
    // What somebody became in a contest or is for the moment.
    if word.describes.has(Describes::MOMENT) || reading.form(at).ends_with("-old") {
        return false;
    }
    // "a number of aides" looks like a trade.
    if reading.is(at, "number") {
        return false;
    }
    // "Det Con"
    let title = word.title.or_else(|| {
        let capital = word.noun.is_none() && reading.is_capital(at);
        noun::title(reading, at, at.checked_sub(1).filter(|_| capital)?)
    });
    match (word.noun, title) {
        (Some(Noun::Role), _) => true,
        // "first lady", "dinner lady"
        (Some(Noun::Person), _) if at > 0 && names_office(reading, at - 1) => true,
        // "Korpa partner Ana Prado", "a partner at Korpa", but "her partner"
        (Some(Noun::Kin), _) if reading.is(at, "partner") => {
            reading.is(at + 1, "at") || at > 0 && reading.tag(at - 1) == Tag::Name
        }
        (_, Some(Title::Office | Title::Rank | Title::Religious | Title::Royal)) => {
            word.noun.is_none() || reading.is_capital(at)
        }
        // "council member", "member for Wajir North", but "a member of the board"
        (Some(Noun::Person), _) if reading.is(at, "member") => {
            at > 0 && matches!(reading.tag(at - 1), Tag::Noun | Tag::Name)
                || reading.is_any(at + 1, &["for"])
                || reading.is(at + 2, "parliament")
        }
        (None, None) if noun::by_ending(reading.form(at)) == SpeakerKind::Person => {
            matches!(reading.tag(at), Tag::Noun | Tag::Name) && word.place.is_none()
        }
        // "team lead"
        (None, None) if at > 0 && names_office(reading, at - 1) => true,
        (None, None) => {
            let one = reading.tag(at) == Tag::Nouns && !noun::is_plural(reading, at);
            (reading.tag(at) == Tag::Noun
                || one
                || reading.tag(at) == Tag::Name
                    && noun::by_ending(reading.form(at)) == SpeakerKind::Person)
                && word.tags[0].is_none()
                && reading.word(at).place.is_none()
        }
        _ => false,
    }
}

/// Whether a word and the next together are an office or occupation; the list may have a hyphen.
pub(super) fn names_office(reading: &Reading<'_, '_>, at: usize) -> bool {
    let lexicon = reading.lexicon();
    let joined = format!("{}-{}", reading.form(at), reading.form(at + 1));
    let phrase = lexicon.phrase(reading.slice(at..at + 2));
    [phrase, Some(lexicon.word(&joined))]
        .into_iter()
        .flatten()
        .any(|it| it.noun == Some(Noun::Role) || it.title == Some(Title::Office))
}

/// Whether a noun is an office that one person at a time has.
pub(crate) fn is_office(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.word(at).title == Some(Title::Office)
        || reading.is(at, "general") && at > 0 && reading.word(at - 1).title.is_some()
}

/// "(the Labour candidate) for mayor": where the office ends that somebody wants to have.
pub(crate) fn sought(reading: &Reading<'_, '_>, at: usize) -> Option<usize> {
    let office = reading.is(at, "for") && is_office(reading, at + 1);
    office.then_some(at + 2)
}

/// Cuts what is no part of the office from the left of a noun phrase.
fn bare(reading: &Reading<'_, '_>, phrase: Range<usize>, head: usize) -> Range<usize> {
    let mut start = phrase.start;
    // "the board’s chairwoman" is a chairwoman, "Russia’s foreign minister" Russia’s; "a sheriff’s deputy" is one.
    if let Some(genitive) = (start..head)
        .rev()
        .find(|&at| noun::is_genitive(reading, at) && !is_of_kind(reading, at))
    {
        let name = genitive > start && reading.tag(genitive - 1) == Tag::Name;
        // "the Centre’s director": a short form with an article is no name.
        let short = genitive == start + 2 && reading.tag(start) == Tag::Determiner;
        if !name || short || is_top(reading, head) {
            start = genitive + 1;
        }
    }
    // "University of Oslo president": the house has a name of several parts.
    let house = (start..head).rfind(|&at| reading.tag(at) == Tag::Preposition);
    if let Some(house) = house.filter(|_| is_top(reading, head)) {
        start = (house..head)
            .find(|&at| !reading.is_capital(at) && at > house && reading.tag(at) != Tag::Determiner)
            .unwrap_or(head);
    }
    // "Cascadia coach": at the top of one body; "Ferry captain" at the head of a sentence is none.
    if is_top(reading, head) {
        while start < head && matches!(reading.tag(start), Tag::Determiner | Tag::Possessive) {
            start += 1;
        }
        let common = |at: usize| {
            at == reading.sentence(at).tokens.start && reading.word(at).tags[0].is_some()
        };
        // "Harbour manager", "State coach": a common word with a capital is part of its name.
        let named = |at: usize| reading.tag(at) == Tag::Name || reading.is_capital(at);
        while start < head && named(start) && !common(start) {
            start += 1;
        }
    }
    // "a council spokesman" is a spokesman.
    if is_spokesperson(reading, head) {
        start = head;
    }
    // "North Sumaria-based president"
    let tied = (start..head).rfind(|&at| is_origin(reading.form(at)));
    start = tied.map_or(start, |at| at + 1);
    while start < head && is_passing(reading, start, head) {
        start += 1;
    }
    start..phrase.end
}

/// "children’s (author)", "sheriff’s (deputy)": whether a genitive at `at` tells what sort of office it is, not whose.
fn is_of_kind(reading: &Reading<'_, '_>, at: usize) -> bool {
    at > 0
        && reading.is_any(
            at - 1,
            &[
                "boys", "children", "girls", "men", "people", "sheriff", "veterans", "women",
            ],
        )
}

/// Whether a noun in small letters is that of whoever leads a body, complete without its name.
pub(crate) fn is_top(reading: &Reading<'_, '_>, at: usize) -> bool {
    !reading.is_capital(at)
        && (reading.word(at).describes.has(Describes::TOP)
            || reading.is(at, "executive") && at > 0 && reading.is(at - 1, "chief"))
}

fn is_spokesperson(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.form(at).to_ascii_lowercase().starts_with("spokes")
}

/// Whether a country, state or city begins at `at`, an article aside: "of Oklahoma".
fn is_of_place(reading: &Reading<'_, '_>, at: usize) -> bool {
    let name = at + usize::from(reading.is(at, "the"));
    // "of the Baltic Pilots’ Guild" names a body.
    reading.word(name).place.is_some()
        && reading.is_capital(name)
        && !reading.tag(name + 1).is_nominal()
}

/// Whether the prepositional phrase at `at` belongs to the office.
fn keeps(reading: &Reading<'_, '_>, at: usize, head: usize, end: usize, article: bool) -> bool {
    let next = at + 1;
    if next >= end {
        return false;
    }
    let counted = (next..end.min(next + 2)).any(|it| reading.tag(it) == Tag::Number);
    if is_spokesperson(reading, head) || counted {
        return false;
    }
    if sought(reading, at) == Some(end) && reading.is_any(head, &["candidate", "nominee"]) {
        return true;
    }
    // Nobody is only a "head" or a "member".
    if reading.is(head, "member") || reading.is(head, "head") && reading.is(at, "of") {
        return true;
    }
    let word = reading.word(next);
    // "professor of law", "Commissioner of Railway Safety": a field, not somebody's name.
    let common = matches!(reading.tag(next), Tag::Noun | Tag::Nouns | Tag::Adjective);
    // "the president of United Rubber" leads a house: with an article a field is written small.
    let field = common && reading.word(next).place.is_none()
        || reading.tag(next) == Tag::Name
            && word.tags[0].is_some()
            && word.place.is_none()
            && (!article || reading.is_capital(head));
    if reading.is(at, "and") {
        return true;
    }
    // "secretary of the economy", "minister of the interior"
    let ministry = reading.is_any(head, &["minister", "secretary"])
        && reading.is(at, "of")
        && reading.is(next, "the")
        && reading.tag(next + 1) == Tag::Noun
        && next + 2 == end;
    if ministry {
        return true;
    }
    if reading.is_any(at, &["of", "to", "for"]) {
        // "founder of a charity" is a founder, "chair of the Pilots’ Guild" a chair.
        let house = !reading.is(at, "to") && !is_of_place(reading, next);
        let within = || (head..end).any(|it| reading.is(it, "at"));
        return field || !article && !reading.is_any(next, &["a", "an"]) && (!house || within());
    }
    if reading.is(at, "at") {
        // "an expert on trade at the institute" has a post there, "a geologist at the institute"
        // a trade.
        return !article || at > head + 1;
    }
    let learned = reading.is_any(
        head,
        &[
            "adviser",
            "advisor",
            "authority",
            "dealer",
            "expert",
            "lecturer",
            "specialist",
        ],
    );
    reading.is_any(at, &["in", "on"]) && field && learned
}
