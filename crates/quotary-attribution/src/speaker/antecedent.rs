//! What speaks for or against somebody as the antecedent of a pronoun, and how much.
//!
//! A linear ranking: each candidate has one number for each of [`FEATURES`], each feature one weight for
//! each class of pronoun. `quotary-dev antecedents` learns the weights, `docs/speakers.md` says from what.

use std::sync::{LazyLock, OnceLock};

use super::{
    cast::Cast,
    referent::Referent,
    salience::{Asked, Candidate, Place, Spoke},
};
use crate::entity::{GenderEvidence, SpeakerKind};

/// Names of the features, in the order of the weights.
pub const FEATURES: [&str; 36] = [
    "sentences",
    "same-sentence",
    "sentence-before",
    "same-paragraph",
    "paragraph-before",
    "most-recent",
    "subject",
    "subject-of-subject",
    "subject-near",
    "subject-before",
    "opens-sentence",
    "genitive",
    "pronoun",
    "times",
    "subjects",
    "named",
    "spoke",
    "spoke-quoted",
    "spoke-paragraph",
    "spoke-cue",
    "spoke-subject-before",
    "spoke-goes-on",
    "has-spoken",
    "quoted",
    "quoted-same-sentence",
    "quoted-since",
    "both-quoted",
    "gender-told",
    "gender-given-name",
    "gender-other-given-name",
    "gender-other-pronoun",
    "unknown",
    "group",
    "organization",
    "document",
    "place",
];

/// What makes one candidate more or less likely.
pub(crate) type Features = [f32; FEATURES.len()];

/// More sentences make no difference.
const FAR: f32 = 6.0;

/// A class of pronouns with weights of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// he, she, "the teenager"
    One,
    /// they
    Many,
    /// it, "the company"
    Thing,
}

/// The weights of each class.
#[derive(Debug)]
struct Weights([Features; 3]);

/// The sum of the weighted features.
#[inline(always)]
pub(crate) fn score(asked: Asked, features: &Features) -> f32 {
    let weights = &builtin().0[class(asked) as usize];
    weights.iter().zip(features).map(|(w, f)| w * f).sum()
}

/// The sum without what the list of given names says.
pub(crate) fn unlisted_score(asked: Asked, features: &Features) -> f32 {
    let mut features = *features;
    for (name, feature) in FEATURES.iter().zip(&mut features) {
        if matches!(*name, "gender-given-name" | "gender-other-given-name") {
            *feature = 0.0;
        }
    }
    score(asked, &features)
}

/// The number of the class of a pronoun: he and she, they, it.
pub(crate) fn class_number(asked: Asked) -> usize {
    class(asked) as usize
}

fn class(asked: Asked) -> Class {
    match asked {
        Asked::One(_) | Asked::Somebody(_) | Asked::Named(_) => Class::One,
        Asked::Many => Class::Many,
        Asked::Thing | Asked::Firm | Asked::Body => Class::Thing,
    }
}

fn builtin() -> &'static Weights {
    static BUILTIN: OnceLock<Weights> = OnceLock::new();
    BUILTIN.get_or_init(|| read(include_str!("../../model/antecedents.csv")))
}

/// Reads `feature,one,many,thing`; a feature without a line weighs nothing.
fn read(csv: &str) -> Weights {
    let mut weights = Weights([[0.0; FEATURES.len()]; 3]);
    for line in csv.lines().skip(1) {
        let mut cells = line.split(',');
        let name = cells.next().unwrap_or_default();
        let Some(at) = FEATURES.iter().position(|it| *it == name) else {
            continue;
        };
        for (class, cell) in cells.take(3).enumerate() {
            weights.0[class][at] = cell.parse().unwrap_or(0.0);
        }
    }
    weights
}

/// Whether somebody can be meant at all.
pub(crate) fn fits(one: &Referent, asked: Asked) -> bool {
    let able = match asked {
        Asked::One(_) | Asked::Somebody(_) => {
            !one.plural && matches!(one.kind, SpeakerKind::Person | SpeakerKind::Unknown)
        }
        Asked::Named(_) => one.named && !one.plural && one.kind == SpeakerKind::Person,
        Asked::Firm | Asked::Body => {
            one.named
                && !one.plural
                && !one.place
                && !(one.public && asked == Asked::Firm)
                && one.kind == SpeakerKind::Organization
        }
        Asked::Thing => {
            !one.plural && matches!(one.kind, SpeakerKind::Organization | SpeakerKind::Document)
        }
        Asked::Many => one.kind != SpeakerKind::Document && !one.place,
    };
    let gender = match asked {
        Asked::One(gender) | Asked::Somebody(Some(gender)) | Asked::Named(Some(gender)) => {
            one.gender.is_none_or(|it| it == gender) || one.evidence >= GenderEvidence::Pronoun
        }
        _ => true,
    };
    able && gender
}

/// The natural logarithm, which is at hand for the numbers that occur.
fn logarithm(number: u32) -> f32 {
    /// Hardly anybody is mentioned more often in an article.
    const OFTEN: usize = 64;
    static LOGARITHMS: LazyLock<[f32; OFTEN]> =
        LazyLock::new(|| std::array::from_fn(|it| (it as f32).ln()));
    match LOGARITHMS.get(number as usize) {
        Some(&logarithm) => logarithm,
        None => (number as f32).ln(),
    }
}

/// What is known of a candidate for a pronoun at `place`; `spoke` is who spoke last.
// Inlined, so that what is known becomes the sum of `score` without standing in memory before.
#[inline(always)]
pub(crate) fn features(
    cast: &Cast,
    asked: Asked,
    place: Place,
    candidate: &Candidate<'_>,
    spoke: Option<Spoke>,
) -> Features {
    let &Candidate {
        seen,
        recent,
        uninterrupted,
        ..
    } = candidate;
    let one = cast.get(seen.id);
    // Outside quotation marks somebody is remembered as the narrator mentioned him.
    let last = seen.outside.filter(|_| !place.quoted).unwrap_or(seen.last);
    let apart = place.sentence.saturating_sub(last.sentence);
    let paragraphs = place.paragraph.saturating_sub(last.paragraph);
    let subjects_apart = seen
        .subject
        .map(|it| place.sentence.saturating_sub(it.sentence));
    let spoke = spoke.filter(|it| !it.asked && cast.root(it.id) == cast.root(seen.id));
    let goes_on = uninterrupted
        && place.pronoun
        && !place.quoted
        && spoke.is_some_and(|it| it.place.quotes_until(&place));
    let quoted = last.quoted && !place.quoted;
    let (told, given, other_given, other_pronoun) = match asked {
        Asked::One(gender) | Asked::Somebody(Some(gender)) | Asked::Named(Some(gender)) => {
            let listed = one.evidence == GenderEvidence::GivenName;
            let likely = one.doubted.filter(|_| listed).or(one.gender);
            let same = likely.is_some_and(|it| it == gender);
            let known = likely.is_some();
            (
                same && !listed,
                same && listed,
                known && !same && listed,
                known && !same && one.evidence == GenderEvidence::Pronoun,
            )
        }
        // One man or woman is hardly "they".
        Asked::Many if one.kind == SpeakerKind::Person && !one.plural => {
            let listed = one.evidence == GenderEvidence::GivenName;
            let known = one.gender.is_some();
            (false, false, known && listed, known && !listed)
        }
        _ => (false, false, false, false),
    };
    let number = |it: bool| f32::from(u8::from(it));
    [
        (apart as f32).min(FAR),
        number(apart == 0),
        number(apart == 1),
        number(paragraphs == 0),
        number(paragraphs == 1),
        number(recent),
        number(last.subject),
        number(last.subject && place.subject),
        number(subjects_apart.is_some_and(|it| it == 0)),
        number(subjects_apart.is_some_and(|it| it == 1)),
        number(last.opens),
        number(last.genitive),
        number(last.pronoun),
        logarithm(seen.times),
        logarithm(1 + seen.subjects),
        number(one.named),
        number(spoke.is_some() && !place.quoted),
        number(spoke.is_some() && place.quoted),
        number(spoke.is_some_and(|it| it.place.sentence + 1 >= place.sentence)),
        number(spoke.is_some() && place.cue && !place.quoted),
        number(spoke.is_some() && !place.quoted && subjects_apart.is_some_and(|it| it <= 1)),
        number(goes_on),
        number(one.spoken > 0),
        number(quoted),
        number(quoted && apart == 0),
        number(seen.last.quoted && seen.outside.is_some() && !place.quoted),
        number(last.quoted && place.quoted),
        number(told),
        number(given),
        number(other_given),
        number(other_pronoun),
        number(one.kind == SpeakerKind::Unknown),
        number(one.plural || one.kind == SpeakerKind::Group),
        number(one.kind == SpeakerKind::Organization),
        number(one.kind == SpeakerKind::Document),
        number(one.place),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_weights() {
        let csv = include_str!("../../model/antecedents.csv");
        assert_eq!(csv.lines().next(), Some("feature,one,many,thing"));
        let names: Vec<&str> = csv
            .lines()
            .skip(1)
            .filter_map(|line| line.split(',').next())
            .collect();
        assert_eq!(names, FEATURES);
    }
}
