//! What a name names, as far as its own words tell: a person, a body, a place, several people.

use std::ops::Range;

use super::name::Named;
use crate::{
    lexicon::{Describes, Noun, OrgWord, Place},
    reading::Reading,
    tag::Tag,
};

pub(super) fn kind(
    reading: &Reading<'_, '_>,
    tokens: &Range<usize>,
    article: bool,
    titled: bool,
) -> Named {
    let (first, last) = (reading.word(tokens.start), reading.word(tokens.end - 1));
    // "Christian Harbour Service", but "Anna Marie Hall" and "John F. Hall"
    let middle = reading.form(tokens.start + 1);
    let body = tokens.len() > 2
        && last.org == Some(OrgWord::Word)
        && reading.word(tokens.start + 1).given.is_none()
        && middle.trim_end_matches('.').chars().count() > 1;
    let given = first.given.is_some() && tokens.len() > 1 && !body;
    let form = reading.form(tokens.end - 1);
    // "Police said", "Senate Republicans", but "the Greens"
    let members = last.describes.has(Describes::PARTY) && form.ends_with('s') && !article;
    if members || tokens.len() == 1 && last.noun == Some(Noun::Group) {
        return Named::People;
    }
    // "the paramilitary Rapid Support Force"
    if titled && !(body && tokens.clone().all(|at| reading.is_capital(at))) {
        return Named::Person;
    }
    if tokens.clone().any(|at| is_organization(reading, at, given)) {
        return Named::Organization;
    }
    let phrase = reading.slice(tokens.clone());
    let lexicon = reading.lexicon();
    if let Some(word) = lexicon.phrase(phrase) {
        if word.org.is_some() {
            return Named::Organization;
        }
        match word.place {
            // "the South African"
            Some(Place::Demonym) => return Named::People,
            Some(_) => return Named::Place,
            None => {}
        }
    }
    if last.place == Some(Place::Demonym) && tokens.len() == 1 {
        return Named::People;
    }
    if !given && tokens.clone().all(|at| reading.word(at).place.is_some()) {
        return Named::Place;
    }
    if article {
        let plural = form.ends_with('s') && tokens.len() == 1 && !form.ends_with("ss");
        return if plural && last.tags[0].is_none() {
            Named::People
        } else {
            Named::Organization
        };
    }
    // "Air Efate": carriers are called so, nobody is.
    if tokens.len() > 1 && reading.form(tokens.start) == "Air" {
        return Named::Organization;
    }
    let capitals = form
        .chars()
        .all(|c| c.is_uppercase() || matches!(c, '.' | '-'))
        && form.len() > 1;
    // "U-S-A" is shouted.
    if tokens.len() == 1 && capitals && (form.len() <= 4 || form.contains('-')) {
        return Named::Organization;
    }
    // "Coast FM", "YouGov"
    let short = tokens.len() > 1
        && capitals
        && form.len() <= 4
        && !form.contains('.')
        && last.title.is_none()
        && reading.form(tokens.start).chars().any(char::is_lowercase);
    if !given && (short || tokens.len() == 1 && is_camel(form)) {
        return Named::Organization;
    }
    if given || tokens.len() == 1 && first.given.is_some() {
        return Named::Person;
    }
    // "Unity", "Velo Quarterly", "Stratus Nine": a common word where a surname would stand.
    let common = last.tags[0].is_some() || last.closed.is_some();
    if common
        && !has_personal_particle(reading, tokens)
        && last.given.is_none()
        && last.title.is_none()
    {
        return Named::Organization;
    }
    Named::PerhapsPerson
}

/// "Klaas van Brink": a particle that stands in names of people alone; "de" and "la" stand in those of
/// houses too.
fn has_personal_particle(reading: &Reading<'_, '_>, tokens: &Range<usize>) -> bool {
    const PERSONAL: [&str; 8] = ["bin", "den", "der", "ibn", "ten", "ter", "van", "von"];
    let mut inside = tokens.start + 1..tokens.end.saturating_sub(1);
    inside.any(|at| !reading.is_capital(at) && reading.is_any(at, &PERSONAL))
}

/// "YouGov", "SpaceX": a capital inside a word, as brands have it, but not as "McAdam", "DeWitt",
/// "O’Hara" and "Pan-African" have it.
fn is_camel(form: &str) -> bool {
    const PARTICLES: [&str; 11] = [
        "Al", "Da", "De", "Del", "Di", "Du", "Fitz", "La", "Le", "Mac", "Van",
    ];
    let Some((at, _)) = form.char_indices().skip(2).find(|(_, c)| c.is_uppercase()) else {
        return false;
    };
    let head = &form[..at];
    head.chars().all(char::is_alphabetic)
        && head.chars().any(char::is_lowercase)
        && !head.starts_with("Mc")
        && !PARTICLES.contains(&head)
}

/// Whether nothing but a common word as the last tells against a person's name of two words: "Kolby
/// Strand".
pub(crate) fn may_be_personal(reading: &Reading<'_, '_>, tokens: &Range<usize>) -> bool {
    let (first, last) = (reading.word(tokens.start), reading.word(tokens.end - 1));
    let written = |at: usize| {
        let form = reading.form(at);
        form.starts_with(char::is_uppercase)
            && form
                .chars()
                .skip(1)
                .all(|c| c.is_lowercase() || c == '’' || c == '-')
    };
    first.tags[0].is_none()
        && first.place.is_none()
        && last.noun.is_none()
        && last.place.is_none()
        && last.tags[0].is_some()
        && last.tags[0] != Some(Tag::Nouns)
        && tokens
            .clone()
            .all(|at| reading.word(at).org.is_none() && written(at))
        && reading
            .lexicon()
            .phrase(reading.slice(tokens.clone()))
            .is_none()
}

/// Whether a word makes the name it stands in that of an organisation.
pub(super) fn is_organization(reading: &Reading<'_, '_>, at: usize, given: bool) -> bool {
    match reading.word(at).org {
        Some(OrgWord::Acronym) => {
            // "who" and "WHO", "it" and "IT".
            reading
                .form(at)
                .chars()
                .filter(|c| c.is_uppercase())
                .count()
                > 1
                && !given
        }
        // "Kent Police": nobody is called so.
        Some(OrgWord::Word | OrgWord::Media) => {
            reading.is_capital(at) && (!given || reading.is(at, "police"))
        }
        None => reading.is(at, "&"),
    }
}
