//! What the noun at the head of a phrase says about who is meant.

use super::key::Key;
use std::ops::Range;

use crate::{
    entity::SpeakerKind,
    lexicon::{Closed, Describes, Gender, Noun, Number, OrgWord, Place, Title, Word},
    reading::Reading,
    tag::Tag,
    token::TokenKind,
};

/// Whether the head at `at` stands for more than one.
pub(crate) fn is_plural(reading: &Reading<'_, '_>, at: usize) -> bool {
    // "A number of aides", but "her opposite number"
    if reading.is(at, "number") && reading.is(at + 1, "of") {
        return true;
    }
    match reading.word(at).noun {
        Some(Noun::Group) => true,
        Some(_) if reading.word(at).number.is_some() => {
            reading.word(at).number == Some(Number::Plural)
        }
        // "the kaumātua", "the ozeki": a word of another language in no list.
        _ => {
            let known = reading.word(at).tags[0].is_some() || reading.is_capital(at);
            reading.tag(at) == Tag::Nouns && (known || reading.form(at).ends_with('s'))
        }
    }
}

/// What sort of speaker a common noun makes.
pub(crate) fn kind(reading: &Reading<'_, '_>, at: usize) -> SpeakerKind {
    if is_guard(reading, at) {
        return SpeakerKind::Organization;
    }
    // Found again as bodies are, but several people where nothing names them.
    if reading.is_any(at, &["delegation", "team"]) {
        return SpeakerKind::Group;
    }
    if reading.is(at, "number") && reading.is(at + 1, "of") {
        return SpeakerKind::Group;
    }
    if reading.is(at, "voice") && !reading.is_capital(at) {
        return SpeakerKind::Person;
    }
    let plural = is_plural(reading, at);
    let noun = reading.word(at).noun;
    match noun.or_else(|| parent(reading, at)?.noun) {
        Some(noun) if !plural || noun == Noun::Document => kind_of_one(noun),
        Some(_) => SpeakerKind::Group,
        None if plural => by_phrase(reading, at).unwrap_or(SpeakerKind::Group),
        None => by_phrase(reading, at).unwrap_or_else(|| {
            // "the carrier": a word that bodies are called again by.
            if is_near_firm(reading, at) && !is_trade(reading, at) {
                SpeakerKind::Organization
            } else {
                by_ending(reading.form(at))
            }
        }),
    }
}

/// "team lead", "human resources": what the lists say of a noun with the word before it.
fn by_phrase(reading: &Reading<'_, '_>, at: usize) -> Option<SpeakerKind> {
    let before = at.checked_sub(1)?;
    let phrase = reading.lexicon().phrase(reading.slice(before..at + 1))?;
    phrase.noun.map(kind_of_one)
}

/// What sort of speaker one of a class of nouns makes.
fn kind_of_one(noun: Noun) -> SpeakerKind {
    match noun {
        Noun::Document => SpeakerKind::Document,
        Noun::Organization => SpeakerKind::Organization,
        Noun::Group => SpeakerKind::Group,
        Noun::Role | Noun::Kin | Noun::Person => SpeakerKind::Person,
    }
}

/// "the coast guard", "the Polish border guard": a body, where no article says that it is one of many.
fn is_guard(reading: &Reading<'_, '_>, at: usize) -> bool {
    /// "a", a nationality and what is guarded.
    const REACH: usize = 3;
    let guards = reading.is(at, "guard")
        && at > 0
        && reading.is_any(at - 1, &["border", "coast", "national"]);
    guards
        && !reading
            .before(at, REACH)
            .any(|it| reading.is_any(it, &["a", "an", "one", "another"]))
}

/// "her manager", "his doctor": what everybody has one of, so that it is not the one who was
/// spoken of before.
pub(crate) fn is_relation(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.word(at).describes.has(Describes::RELATION)
}

/// "operator", "maker", "distributor": firms as often as people.
pub(crate) fn is_trade(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.word(at).describes.has(Describes::TRADE)
}

/// "last week", "Monday", "this morning": when something happens.
pub(crate) fn is_time(reading: &Reading<'_, '_>, at: usize) -> bool {
    let word = reading.word(at);
    word.describes.has(Describes::TIME) || word.closed == Some(Closed::Date)
}

/// "operator", "distributor": of the trades those that are seldom one person's.
pub(crate) fn is_firm_trade(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.word(at).describes.has(Describes::FIRM_TRADE)
}

/// Whether a token is the 's of a possessive; a closing mark looks like one.
pub(crate) fn is_genitive(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.tag(at) == Tag::Genitive
        && !matches!(reading.kind(at), TokenKind::Opening | TokenKind::Closing)
}

/// Words that set somebody apart from a namesake in office: "the former minister", "one senator".
pub(crate) const APART: [&str; 12] = [
    "acting",
    "another",
    "assistant",
    "deputy",
    "former",
    "one",
    "other",
    "second",
    "shadow",
    "some",
    "third",
    "vice",
];

/// Whether a noun is one of people, one or several.
pub(crate) fn is_human(reading: &Reading<'_, '_>, at: usize) -> bool {
    let listed = reading.word(at).noun;
    // "Great-gran", "puppet-maker": what stands behind the hyphen says what somebody is.
    let noun = listed.or_else(|| {
        let form = Some(reading.form(at)).filter(|_| reading.has_hyphen(at))?;
        // "Mother-of-two"
        let (first, last) = form.rsplit_once('-')?;
        let word = first.strip_suffix("-of").unwrap_or(last);
        reading.lexicon().word(word).noun
    });
    noun.is_some_and(Noun::is_human)
}

/// Whether a common noun means one person, by the list or by its ending.
pub(crate) fn is_person(reading: &Reading<'_, '_>, at: usize) -> bool {
    matches!(reading.tag(at), Tag::Noun) && kind(reading, at) == SpeakerKind::Person
}

/// Whether a phrase of names is an office and nobody's name: "the Prime Minister", "Coroner".
pub(crate) fn is_office(reading: &Reading<'_, '_>, phrase: Range<usize>) -> bool {
    let last = phrase.end - 1;
    let word = reading.word(last);
    let office = matches!(
        word.title,
        Some(Title::Office | Title::Rank | Title::Religious | Title::Royal)
    ) || matches!(word.noun, Some(Noun::Role | Noun::Person));
    let mut names = phrase
        .clone()
        .filter(|&at| !matches!(reading.tag(at), Tag::Determiner | Tag::Possessive));
    let first = names.next().unwrap_or(last);
    // "the Courier reported": a paper where it is written with a capital.
    let paper = first == last
        && word.org == Some(OrgWord::Media)
        && reading.is(phrase.start, "the")
        && reading.is_capital(last);
    if paper {
        return false;
    }
    let given = |at: usize| reading.word(at).given.is_some();
    // "Research Director Ravi Shah": a given name directly before a surname that is a title as well.
    let before = first < last
        && given(last - 1)
        && reading.is_capital(last)
        && reading.word(last - 1).place.is_none()
        && reading.word(last - 1).title.is_none();
    // "Research Director Raj Shah": behind an office a royal title is a surname.
    let royal = word.title == Some(Title::Royal)
        && (first..last.saturating_sub(1)).any(|at| {
            reading.word(at).title == Some(Title::Office)
                || reading.word(at).noun == Some(Noun::Role)
        });
    let named = first < last && given(first)
        || before
        || royal
        || first == last && word.given.is_some() && !reading.is(phrase.start, "the");
    // "Tim Cook", "Hansen Baker": before a surname that is also an occupation stands no such word.
    let known = first == last
        || (first..last).all(|at| {
            let word = reading.word(at);
            word.tags[0].is_some()
                || word.place.is_some()
                || word.title.is_some()
                || word.org.is_some()
        })
        || first > phrase.start;
    office && !named && known
}

/// "the 71-year-old", "the Czech", "the teenager": a description that fits whoever is spoken of.
pub(crate) fn is_anybody(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.form(at).ends_with("year-old")
        || is_parent_of(reading, at)
        || reading.word(at).place == Some(Place::Demonym)
        || reading.word(at).describes.has(Describes::ANYBODY)
        || reading.is_capital(at) && is_demonym_of_two(reading, at)
}

/// "New Zealander"
pub(crate) fn is_demonym_of_two(reading: &Reading<'_, '_>, at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|first| reading.lexicon().phrase(reading.slice(first..at + 1)))
        .is_some_and(|it| it.place == Some(Place::Demonym))
}

/// "dad-of-three", "grandad of five"
pub(crate) fn is_parent_of(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.form(at).contains("-of-")
        || reading.word(at).noun == Some(Noun::Kin)
            && reading.is(at + 1, "of")
            && reading.tag(at + 2) == Tag::Number
}

/// "the retired rancher", "the silver-haired fixer", "the grandad of five": tells more about
/// somebody who is spoken of, for nobody is brought in so.
pub(crate) fn is_elegant(reading: &Reading<'_, '_>, start: usize, head: usize) -> bool {
    (start..=head).any(|at| {
        let form = reading.form(at);
        let place = reading.word(at).place;
        reading.is_any(at, &["retired", "former", "much-travelled"])
            || at < head && matches!(place, Some(Place::State | Place::City))
            || form.contains("-of-")
            || at < head && is_party(reading, at)
            || at < head
                && form.contains('-')
                && form != "so-called"
                && (form.ends_with("ed") || form.ends_with("-old") || form.ends_with("-born"))
    })
}

/// "Democratic", "GOP": a party, by which somebody spoken of is told apart.
fn is_party(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.is_capital(at) && reading.word(at).describes.has(Describes::PARTY)
}

/// "the company", "the club": a word for whichever firm or body is spoken of.
pub(crate) fn is_any_firm(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.word(at).describes.has(Describes::FIRM)
}

/// "Wenlow District Council", "South Island": no firm is called so.
pub(crate) fn is_public(reading: &Reading<'_, '_>, mut name: Range<usize>) -> bool {
    name.any(|at| reading.word(at).describes.has(Describes::PUBLIC))
}

/// "the bank", "the club": a word for a body that was spoken of just before.
pub(crate) fn is_near_firm(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.word(at).describes.has(Describes::BODY)
}

/// "the document", "the paper": a word for whichever text is spoken of.
pub(crate) fn is_any_document(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.word(at).describes.has(Describes::TEXT)
}

/// The gender that a noun tells: "actress", "sister", "mother-of-two".
pub(crate) fn gender(reading: &Reading<'_, '_>, at: usize) -> Option<Gender> {
    let word = parent(reading, at).unwrap_or_else(|| reading.word(at));
    word.noun.and(word.gender)
}

/// "mother" of "mother-of-two"
fn parent(reading: &Reading<'_, '_>, at: usize) -> Option<Word> {
    let (parent, _) = reading
        .has_hyphen(at)
        .then(|| reading.form(at).split_once("-of-"))??;
    Some(reading.lexicon().word(parent))
}

/// By what a noun phrase with this head is found again: its singular, abbreviations written out,
/// the part behind a hyphen.
pub(crate) fn head_key(reading: &Reading<'_, '_>, at: usize) -> Key {
    let mut form = reading.form(at);
    if reading.has_hyphen(at) {
        form = form.rsplit('-').next().unwrap_or(form);
    }
    Key::word(written_out(form).unwrap_or(form))
}

/// By what somebody of an age is found again.
pub(crate) fn age_key(age: &str) -> Key {
    let years: &str = age.split('-').next().unwrap_or(age);
    Key::word("age").and(years)
}

/// The ages of whom a noun can mean, as [`age_key`] finds them: "the 19-year-old", "the teenager".
pub(crate) fn ages(reading: &Reading<'_, '_>, at: usize) -> impl Iterator<Item = Key> {
    let age = reading.form(at).split('-').next().unwrap_or_default();
    let years = match &*age.to_lowercase() {
        "teenager" | "teen" => Some(13..=19),
        "septuagenarian" => Some(70..=79),
        "octogenarian" => Some(80..=89),
        "pensioner" => Some(65..=99),
        age => age.parse::<u8>().ok().map(|years| years..=years),
    };
    years
        .into_iter()
        .flatten()
        .map(|it| age_key(&it.to_string()))
}

/// Whether two words are the same or a place and its people: "Austria", "Austrian".
pub(crate) fn is_akin(reading: &Reading<'_, '_>, one: usize, other: usize) -> bool {
    /// "Austria" and "Australia" differ in the sixth letter.
    const STEM: usize = 6;
    let (a, b) = (reading.form(one), reading.form(other));
    a.eq_ignore_ascii_case(b)
        || reading.is_capital(one)
            && reading.is_capital(other)
            && a.len() >= STEM
            && b.len() >= STEM
            && a.is_char_boundary(STEM)
            && b.is_char_boundary(STEM)
            && a[..STEM] == b[..STEM]
}

/// The title whose last word stands at `at`, its first not before `start`: "Sgt", "Det Con".
pub(crate) fn title(reading: &Reading<'_, '_>, at: usize, start: usize) -> Option<Title> {
    reading.word(at).title.or_else(|| {
        let first = at.checked_sub(1).filter(|&it| it >= start)?;
        reading
            .lexicon()
            .phrase(reading.slice(first..at + 1))?
            .title
    })
}

/// "Sen.", "Gov": a title that only an abbreviation names.
pub(crate) fn is_short_title(reading: &Reading<'_, '_>, at: usize) -> bool {
    let word = reading.word(at);
    let form = reading.form(at);
    matches!(word.title, Some(Title::Office | Title::Rank))
        && reading.is_capital(at)
        && (form.ends_with('.') || word.noun.is_none() && written_out(form).is_some())
}

/// "Senator", "Representative": a seat in a house, beside which a person may hold an office.
pub(crate) fn is_house_title(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.word(at).describes.has(Describes::SEAT)
}

/// Titles that are written short or stand for another noun.
fn written_out(form: &str) -> Option<&'static str> {
    const SHORT: [(&str, &str); 26] = [
        ("capt", "captain"),
        ("chairperson", "chair"),
        ("cllr", "councillor"),
        ("cmdr", "commander"),
        ("col", "colonel"),
        ("const", "constable"),
        ("det", "detective"),
        ("dr", "doctor"),
        ("fr", "father"),
        ("gen", "general"),
        ("gov", "governor"),
        ("insp", "inspector"),
        ("justice", "judge"),
        ("lt", "lieutenant"),
        ("maj", "major"),
        ("pm", "minister"),
        ("pres", "president"),
        ("prof", "professor"),
        ("rep", "representative"),
        ("rev", "reverend"),
        ("sen", "senator"),
        ("sens", "senators"),
        ("sgt", "sergeant"),
        ("spokesman", "spokesperson"),
        ("spokeswoman", "spokesperson"),
        ("supt", "superintendent"),
    ];
    let bare = form.trim_end_matches('.');
    let at = SHORT
        .iter()
        .position(|(short, _)| short.eq_ignore_ascii_case(bare))?;
    Some(SHORT[at].1)
}

/// A noun in no list, by its ending.
pub(crate) fn by_ending(form: &str) -> SpeakerKind {
    const PEOPLE: [&str; 12] = [
        "er", "or", "ist", "ian", "man", "woman", "person", "ant", "eer", "ess", "maker", "ologist",
    ];
    const TEXTS: [&str; 5] = ["ment", "tion", "sion", "sheet", "ing"];
    if TEXTS.iter().any(|end| form.ends_with(end)) {
        SpeakerKind::Document
    } else if PEOPLE.iter().any(|end| form.ends_with(end)) {
        SpeakerKind::Person
    } else {
        SpeakerKind::Unknown
    }
}

/// Whether a phrase beginning at `at` speaks of somebody new: "a", "some", "another", no article.
pub(crate) fn is_definite(reading: &Reading<'_, '_>, start: usize) -> bool {
    match reading.word(start).closed {
        Some(Closed::Possessive) => true,
        _ => reading.is_any(start, &["the", "this", "that", "these", "those", "both"]),
    }
}

/// "another", "a second", "other": somebody else than before.
pub(crate) fn is_other(reading: &Reading<'_, '_>, start: usize, head: usize) -> bool {
    (start..head).any(|at| {
        reading.is_any(
            at,
            &[
                "another",
                "other",
                "second",
                "third",
                "fourth",
                "new",
                "separate",
                "different",
            ],
        )
    })
}
