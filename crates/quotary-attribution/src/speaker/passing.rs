//! Words before an office that tell of the person or the moment: age, origin, "veteran", "outgoing".

use super::role::is_office;
use crate::{lexicon::Place, reading::Reading, tag::Tag};

/// Whether a word at the left edge says how, how old or from where somebody is.
pub(super) fn is_passing(reading: &Reading<'_, '_>, at: usize, head: usize) -> bool {
    let word = reading.word(at);
    let form = reading.form(at);
    // "New Jersey Gov." is of New Jersey.
    let begins = at == reading.sentence(at).tokens.start && !reading.is(at, "new");
    let passes =
        PASSING.contains(&form) || begins && PASSING.contains(&form.to_lowercase().as_str());
    match reading.tag(at) {
        Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Punctuation | Tag::Adverb => true,
        // "a Finnish glaciologist" is a glaciologist, the "Russian President" that of Russia.
        _ if word.place == Some(Place::Demonym) => {
            !reading.is_capital(head) && !is_office(reading, head)
        }
        // "the Bucharest cardiologist"
        _ if matches!(word.place, Some(Place::City | Place::Capital)) => !reading.is_capital(head),
        // "said trainer Giorgos Kalomiris"
        Tag::VerbParticiple | Tag::VerbPast if word.cue.is_some() => true,
        Tag::Adjective | Tag::VerbParticiple | Tag::VerbIng => {
            (form.contains('-')
                && !reading.is_capital(at)
                && !makes_office(form)
                && !is_compound(reading, form))
                || passes
                || is_origin(form)
                || is_superlative(form)
        }
        _ => {
            passes
                || is_origin(form)
                || form.contains('-') && !form.chars().any(char::is_lowercase)
                || form.starts_with(|c: char| c.is_ascii_digit()) && form.contains('-')
        }
    }
}

/// "oldest", "fastest"
fn is_superlative(form: &str) -> bool {
    form.len() > "best".len() && form.ends_with("est") && form != "honest"
}

/// "Zurich-based", "Wrexham-born", "71-year-old"
pub(super) fn is_origin(form: &str) -> bool {
    ["-based", "-born", "-old", "-winning", "-wearing"]
        .iter()
        .any(|end| form.ends_with(end))
}

/// "bean-cake", "work-experience": two nouns that say of what somebody is the seller.
fn is_compound(reading: &Reading<'_, '_>, form: &str) -> bool {
    let noun =
        |word: &str| word != "time" && reading.lexicon().word(word).tags[0] == Some(Tag::Noun);
    form.split_once('-')
        .is_some_and(|(first, last)| noun(first) && noun(last))
}

/// "vice-presidential", "co-founding", "ex-".
fn makes_office(form: &str) -> bool {
    [
        "vice-",
        "co-",
        "ex-",
        "sub-",
        "under-",
        "deputy-",
        "attorney-",
        "non-",
    ]
    .iter()
    .any(|it| form.to_lowercase().starts_with(it))
}

/// Adjectives that tell of the person or the moment, not of the office.
const PASSING: [&str; 36] = [
    "aged",
    "angry",
    "beloved",
    "celebrated",
    "current",
    "disgraced",
    "elderly",
    "embattled",
    "famed",
    "famous",
    "fellow",
    "female",
    "furious",
    "incoming",
    "influential",
    "late",
    "leading",
    "legendary",
    "longtime",
    "male",
    "new",
    "newly",
    "noted",
    "old",
    "only",
    "outgoing",
    "outspoken",
    "own",
    "popular",
    "prominent",
    "renowned",
    "respected",
    "then",
    "veteran",
    "visiting",
    "young",
];
