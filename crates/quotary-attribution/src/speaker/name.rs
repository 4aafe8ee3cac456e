//! Where a noun phrase holds a name, and what stands before it.

use std::ops::Range;

use super::{
    named::{self, is_organization},
    noun,
};
use crate::{
    entity::SpeakerKind,
    lexicon::{Gender, Number, OrgWord, Place, Title},
    mention::is_particle,
    reading::Reading,
    tag::{Tag, has_arabic_article},
    token::TokenKind,
};

/// A name in a noun phrase: "Kremlin aide | Yuri Ushakov".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// The name without title, honorific and letters behind it (MP, QC).
    pub(crate) tokens: Range<usize>,
    /// What stands before it in the phrase, without article; may be empty.
    pub(crate) before: Range<usize>,
    /// The title that stands next to it.
    pub(crate) title: Option<Title>,
    /// What a title says about the gender.
    pub(crate) gender: Option<Gender>,
    /// What it names, as far as the name itself tells.
    pub(crate) kind: Named,
}

/// What a name names, as far as it tells by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    /// A title or a given name says so.
    Person,
    /// Nothing says that it is anything else.
    PerhapsPerson,
    /// A word of organisations, an acronym, an article before it.
    Organization,
    /// A country, city or seat of power, which may speak for who sits there.
    Place,
    /// "Mexicans", "the Smiths".
    People,
}

impl Named {
    pub(crate) fn kind(self) -> SpeakerKind {
        match self {
            Self::Person | Self::PerhapsPerson => SpeakerKind::Person,
            Self::Organization | Self::Place => SpeakerKind::Organization,
            Self::People => SpeakerKind::Group,
        }
    }

    pub(crate) fn is_person(self) -> bool {
        matches!(self, Self::Person | Self::PerhapsPerson)
    }
}

/// The name that ends the noun phrase `phrase`, if its last word is one.
pub(crate) fn name(reading: &Reading<'_, '_>, phrase: Range<usize>) -> Option<Name> {
    let article = reading.is(phrase.start, "the");
    let mut start = phrase.start;
    while start < phrase.end && is_determiner(reading, start) {
        start += 1;
    }
    // "the UK-based Observatory"
    while start + 1 < phrase.end && is_tie(reading.form(start)) {
        start += 1;
    }
    let mut end = phrase.end;
    let written = |at: usize| {
        is_tail(reading, at)
            || reading.is_capital(at)
            || reading.form(at).contains(|c: char| c.is_ascii_digit())
    };
    if end <= start || !is_name(reading, end - 1) || !written(end - 1) {
        return None;
    }
    // "Said Ellis: …", but "Charge nurse Ellis", "Judge Ellis"
    let finite =
        reading.word(start).may_be(Tag::VerbPast) || reading.word(start).may_be(Tag::VerbS);
    if end - start > 1
        && finite
        && reading.word(start).cue.is_some()
        && reading.word(start).title.is_none()
        && !noun::is_human(reading, start)
        && !noun::is_human(reading, start + 1)
        && start == reading.sentence(start).tokens.start
    {
        start += 1;
    }
    let title_at = title(reading, start, end);
    // "Chief medical officer", "managing director", "Acting President": a first word that looks like a verb.
    if start == phrase.start
        && start > reading.sentence(start).tokens.start
        && title_at.is_some()
        && reading.is_any(
            start - 1,
            &[
                "acting", "chief", "head", "lead", "managing", "retired", "senior",
            ],
        )
        && !is_name(reading, start - 1)
    {
        start -= 1;
    }
    // "Charge nurse Ana Prado", "according to plant scientist Ana Prado": a noun that looks like a
    // verb where no verb can stand.
    if start == phrase.start && is_misread(reading, start) {
        start -= 1;
    }
    let mut first = title_at.map_or(start, |at| at + 1);
    // Behind the last common word: "aide", "ruling party floor leader".
    // "the Tunisian Millers’ Chamber"
    let national = |at: usize| {
        reading.word(at).place == Some(Place::Demonym)
            && reading.is_capital(at)
            && at + 1 < end
            && is_organization(reading, end - 1, false)
    };
    // "the Rapid Support Force"; "Human Rights Watch" at the head of a sentence, but "Former Labour
    // Party"
    let leads = |at: usize| {
        let opens = at == reading.sentence(at).tokens.start;
        reading.is_capital(at)
            && reading.tag(at) == Tag::Adjective
            && reading.word(at).place.is_none()
            && is_organization(reading, end - 1, false)
            && !(opens && reading.is_any(at, &APART))
    };
    // "Grace Sarfo", "the coach, Mats Holm": a given name that looks like a common word.
    let given = |at: usize| {
        let word = reading.word(at);
        let unknown = word.noun.is_none()
            && word.title.is_none()
            && word.org.is_none()
            && word.place.is_none()
            && word.closed.is_none()
            && at > reading.sentence(at).tokens.start
            && end - at == 2
            && reading.tag(at).is_nominal()
            && reading.form(at).chars().skip(1).all(char::is_lowercase);
        at + 1 < end
            && reading.is_capital(at)
            && (word.given.is_some() || unknown)
            && is_name(reading, at + 1)
    };
    for at in (first..end).rev() {
        let held = is_name(reading, at) || joins(reading, at, first, end) || given(at);
        if !held && !national(at) && !leads(at) {
            first = at + 1;
            break;
        }
    }
    // "Captain “Biscuit” McAlpine" behind the title.
    while first < end && reading.kind(first) == TokenKind::Closing {
        first += 1;
    }
    // "the Dutchman Joost Wiersma"
    while end - first > 2
        && (reading.word(first).place == Some(Place::Demonym)
            // "Human Rights Watch" is no human.
            || reading.word(first).noun.is_some() && reading.word(first + 1).tags[0].is_none())
        && reading.word(first).given.is_none()
        && is_name(reading, first + 1)
        && !(first + 1..end).any(|it| is_organization(reading, it, false))
    {
        first += 1;
    }
    let title_at = title_at.filter(|&at| at + 1 == first);
    while end > first + 1 && is_letters_behind(reading, end - 1) {
        end -= 1;
    }
    if first >= end {
        return None;
    }
    let gender = (start..first).rev().find_map(|at| {
        let word = reading.word(at);
        (word.title.is_some() || word.noun.is_some()).then_some(word.gender)?
    });
    let tokens = first..end;
    let title = title_at.and_then(|at| noun::title(reading, at, start));
    let role = (start..first)
        .rev()
        .take(1)
        .any(|at| reading.word(at).noun == Some(crate::lexicon::Noun::Role));
    // "Italian side Pianura", "bookmaker Lucky Marlow"
    let firm = first > start
        && (noun::is_near_firm(reading, first - 1) && !noun::is_trade(reading, first - 1)
            || noun::is_firm_trade(reading, first - 1) && reading.word(first).given.is_none());
    let body = first > start
        && title.is_none()
        && (is_body(reading.word(first - 1).noun)
            || firm
            // "the shipping line Norvik", "the think | tank Norvik"
            || first >= 2
                && reading
                    .lexicon()
                    .phrase(reading.slice(first - 2..first))
                    .is_some_and(|it| is_body(it.noun)));
    let kind = if body {
        Named::Organization
    } else {
        let titled = title.is_some() || role;
        named::kind(reading, &tokens, article && first == start, titled)
    };
    Some(Name {
        tokens,
        before: start..first,
        title,
        gender,
        kind,
    })
}

fn is_body(noun: Option<crate::lexicon::Noun>) -> bool {
    noun == Some(crate::lexicon::Noun::Organization)
}

/// Whether a word before an occupation in small letters is no verb, though it is read as one.
fn is_misread(reading: &Reading<'_, '_>, start: usize) -> bool {
    let Some(at) = start.checked_sub(1) else {
        return false;
    };
    let trade =
        reading.word(start).noun == Some(crate::lexicon::Noun::Role) && !reading.is_capital(start);
    let opens = at == reading.sentence(at).tokens.start;
    let according = at > 1 && reading.is(at - 1, "to") && reading.is(at - 2, "according");
    trade
        && (opens || according)
        && (reading.tag(at) == Tag::Verb && reading.word(at).may_be(Tag::Noun)
            || reading.tag(at) == Tag::VerbIng && reading.word(at).cue.is_none())
}

/// Adjectives that stand before a name and are no part of it.
const APART: [&str; 12] = [
    "big", "former", "key", "leading", "local", "major", "new", "other", "rival", "senior",
    "several", "top",
];

/// "UK-based", "Iran-backed": how somebody is tied to a place, which is no part of the name.
fn is_tie(form: &str) -> bool {
    [
        "-backed",
        "-based",
        "-born",
        "-funded",
        "-led",
        "-listed",
        "-owned",
        "-registered",
        "-run",
    ]
    .iter()
    .any(|end| form.ends_with(end))
}

/// "al-Murtada", "el-Sayed": a part of a name that is written small.
pub(crate) fn is_tail(reading: &Reading<'_, '_>, at: usize) -> bool {
    !reading.is_capital(at) && has_arabic_article(reading.form(at))
}

/// One word that is known to name somebody.
pub(crate) fn alone(at: usize) -> Name {
    Name {
        tokens: at..at + 1,
        before: at..at,
        title: None,
        gender: None,
        kind: Named::PerhapsPerson,
    }
}

fn is_determiner(reading: &Reading<'_, '_>, at: usize) -> bool {
    matches!(reading.tag(at), Tag::Determiner | Tag::Possessive)
}

/// A name, or a capital noun behind one: "Isfahan Clarion".
pub(crate) fn is_name(reading: &Reading<'_, '_>, at: usize) -> bool {
    match reading.tag(at) {
        // "God knows": nobody who says a thing.
        // "Leeds kaumātua Wiremu Asher": a word of another language.
        Tag::Name => {
            let form = reading.form(at);
            let small = form.len() > 3 && form.chars().all(char::is_lowercase);
            !small && !matches!(form, "Allah" | "God")
        }
        Tag::Noun | Tag::Nouns | Tag::Adjective
            if hyphenated_given(reading, at) || double_given(reading, at) =>
        {
            true
        }
        Tag::Noun | Tag::Nouns if reading.is_capital(at) && hyphenated_given(reading, at + 1) => {
            true
        }
        Tag::Noun | Tag::Nouns => {
            let word = reading.word(at);
            reading.is_capital(at)
                // "Greywater Research"
                && (word.noun.is_none() || word.org == Some(OrgWord::Word))
                && at > reading.sentence(at).tokens.start
                && (reading.tag(at - 1) == Tag::Name && reading.is_capital(at - 1)
                    || is_between(reading, at))
        }
        _ => false,
    }
}

/// "councillor | Jean | Brun": a capital word between an occupation in small letters and a name.
fn is_between(reading: &Reading<'_, '_>, at: usize) -> bool {
    !reading.is_capital(at - 1)
        && reading.word(at - 1).noun == Some(crate::lexicon::Noun::Role)
        && reading.tag(at + 1) == Tag::Name
        && reading.is_capital(at + 1)
        && reading.word(at).title.is_none()
}

/// "Pan Chih-hao", "Ma Yong-gil": a hyphen and a small letter behind another capital word.
fn hyphenated_given(reading: &Reading<'_, '_>, at: usize) -> bool {
    /// Letters of a syllable: "Hyeong".
    const SYLLABLE: usize = 6;
    // Asked of every noun: most have no hyphen.
    if !reading.has_hyphen(at) {
        return false;
    }
    let Some((first, second)) = reading.form(at).split_once('-') else {
        return false;
    };
    let letters = |part: &str| {
        (1..=SYLLABLE).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
    };
    let word = reading.word(at);
    letters(first)
        && letters(second)
        && first.starts_with(char::is_uppercase)
        && second.starts_with(char::is_lowercase)
        && word.noun.is_none()
        && word.tags[0].is_none()
        && at > reading.sentence(at).tokens.start
        && reading.is_capital(at - 1)
        && reading.word(at - 1).title.is_none()
        && reading.word(at - 1).noun.is_none()
}

/// "co-author | Mei-Ling | Cho": two capital syllables, no words, before another name.
fn double_given(reading: &Reading<'_, '_>, at: usize) -> bool {
    let before_name = reading.tag(at + 1) == Tag::Name && reading.is_capital(at + 1);
    if !before_name || !reading.is_capital(at) {
        return false;
    }
    let word = reading.word(at);
    let capital = |part: &str| {
        part.starts_with(char::is_uppercase) && part.chars().skip(1).all(char::is_lowercase)
    };
    let known = word.tags[0].is_some() || word.place.is_some() || word.org.is_some();
    let parts = reading.form(at).split_once('-');
    !known && parts.is_some_and(|(first, second)| capital(first) && capital(second))
}

/// The last title or office before the name itself.
fn title(reading: &Reading<'_, '_>, start: usize, end: usize) -> Option<usize> {
    (start..end - 1).rev().find(|&at| {
        let word = reading.word(at);
        let rest = (at + 1..end).filter(|&it| is_name(reading, it)).count();
        // "Sri Lanka" is no Lanka with a title.
        let place = reading
            .lexicon()
            .phrase(reading.slice(at..at + 2))
            .is_some_and(|it| it.place.is_some());
        // "the Green Justice Initiative" is no Justice.
        let body = at > start
            && reading.is_any(start.saturating_sub(1), &["the"])
            && reading.word(end - 1).org == Some(OrgWord::Word);
        let titled = match noun::title(reading, at, start) {
            Some(Title::Suffix | Title::Particle) | None => false,
            Some(_) if place || body => false,
            // "Dean Smith", "Earl Jones": a given name where it stands first and alone.
            Some(Title::Honorific) => true,
            // "Planning officer Dean Whitlock"
            Some(_) => {
                let first = at == start || noun::is_human(reading, at - 1);
                !(word.given.is_some() && first && rest == 1 && is_name(reading, at))
            }
        };
        // "Republican National Committee" is no Republican.
        let role = word.noun == Some(crate::lexicon::Noun::Role)
            && word.given.is_none()
            && !(at + 1..end).any(|it| is_organization(reading, it, false));
        // "Respirologist Harkirat Sohi" at the beginning of a sentence.
        let sentence = reading.sentence(at).tokens.start;
        let leads = at == start
            && (at == sentence
                || at == sentence + 1 && reading.kind(sentence) == TokenKind::Opening);
        let trade = leads
            && rest >= 2
            // "Lindqvist Marine AB"
            && !is_organization(reading, end - 1, false)
            && word.given.is_none()
            && word.org.is_none()
            && (noun::is_human(reading, at)
                || word.tags[0].is_none()
                    && word.place.is_none()
                    && noun::by_ending(reading.form(at)) == SpeakerKind::Person);
        let only_suffix = rest == 1 && reading.word(end - 1).title == Some(Title::Suffix);
        !only_suffix
            && (titled && rest >= 1 || trade || role && (rest >= 2 || !reading.is_capital(at)))
    })
}

/// Particles, nicknames between marks, "&", hyphens and genitives inside names.
fn joins(reading: &Reading<'_, '_>, at: usize, start: usize, end: usize) -> bool {
    at > start
        && at + 1 < end
        && (reading.word(at).title == Some(Title::Particle)
            || is_particle(reading, at)
            || matches!(reading.kind(at), TokenKind::Opening | TokenKind::Closing)
            // "Roderick “Biscuit” McAlpine"
            || reading.kind(at - 1) == TokenKind::Opening && reading.kind(at + 1) == TokenKind::Closing
            || reading.is(at, "&")
            || is_genitive_inside(reading, at, end)
            || reading.tag(at) == Tag::Coordinator)
}

/// "the Tunisian Millers | ’ | Chamber": whether the genitive of several people at `at` stands inside
/// the name of their body, which ends before `end`.
pub(crate) fn is_genitive_inside(reading: &Reading<'_, '_>, at: usize, end: usize) -> bool {
    let Some(people) = at.checked_sub(1) else {
        return false;
    };
    let plural = reading.word(people).number == Some(Number::Plural)
        || reading.word(people).tags[0] == Some(Tag::Nouns);
    noun::is_genitive(reading, at)
        && at + 1 < end
        && plural
        && reading.is_capital(people)
        && (at + 1..end).all(|it| reading.is_capital(it))
        && is_organization(reading, end - 1, false)
}

/// "MP", "QC", "FRS" behind a name; "Jr." and "III" belong to it.
pub(super) fn is_letters_behind(reading: &Reading<'_, '_>, at: usize) -> bool {
    let form = reading.form(at);
    reading.word(at).title == Some(Title::Suffix)
        && !form.starts_with(['J', 'S', 'I', 'V', 'X'])
        && !form.chars().any(char::is_lowercase)
}
