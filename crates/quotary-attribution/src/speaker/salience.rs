//! Who is in the reader's mind: the antecedents of pronouns.

use super::{
    cast::Cast,
    referent::{Id, NOBODY},
};
use crate::{
    entity::{GenderEvidence, SpeakerKind},
    lexicon::Gender,
};

/// How many are kept in mind at a time. In the training articles the antecedent of a pronoun is
/// never further back than eight other people.
const KEPT: usize = 12;

/// Where a mention stands and what it does there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Index of its first token.
    pub(crate) token: usize,
    /// Index of its sentence.
    pub(crate) sentence: usize,
    /// Index of its paragraph.
    pub(crate) paragraph: usize,
    /// Whether a verb follows whose subject it can be.
    pub(crate) subject: bool,
    /// Whether it stands inside quotation marks.
    pub(crate) quoted: bool,
}

/// What a pronoun asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// he, she
    One(Gender),
    /// it
    Thing,
    /// they
    Many,
}

#[derive(Debug, Clone, Copy)]
struct Seen {
    id: Id,
    last: Place,
    times: u32,
}

/// The referents of the last mentions, the latest first.
#[derive(Debug, Default)]
pub(crate) struct Salience {
    seen: Vec<Seen>,
    /// Who spoke last, and in which paragraph.
    speaker: Option<(Id, usize)>,
}

impl Salience {
    /// Somebody was mentioned.
    pub(crate) fn mention(&mut self, id: Id, place: Place) {
        let at = self.seen.iter().position(|it| it.id == id);
        let times = at.map_or(0, |at| self.seen[at].times) + 1;
        let at = at.unwrap_or_else(|| {
            if self.seen.len() < KEPT {
                self.seen.push(Seen {
                    id,
                    last: place,
                    times,
                });
            }
            self.seen.len() - 1
        });
        self.seen[..=at].rotate_right(1);
        self.seen[0] = Seen {
            id,
            last: place,
            times,
        };
    }

    /// Somebody said something.
    pub(crate) fn speak(&mut self, id: Id, paragraph: usize) {
        self.speaker = Some((id, paragraph));
    }

    /// Who spoke last, and in which paragraph.
    pub(crate) fn speaker(&self) -> Option<(Id, usize)> {
        self.speaker
    }

    /// The subject of the last mention in `sentence` that is one.
    pub(crate) fn subject_of(&self, sentence: usize) -> Option<Id> {
        self.seen
            .iter()
            .find(|it| it.last.sentence == sentence && it.last.subject)
            .map(|it| it.id)
    }

    /// The likeliest antecedent of a pronoun at `place`, never `not`; and whether nobody else came
    /// near.
    pub(crate) fn antecedent(
        &self,
        cast: &Cast,
        asked: Asked,
        place: Place,
        not: Id,
    ) -> Option<(Id, bool)> {
        let not = if not == NOBODY { not } else { cast.root(not) };
        let mut best: Option<(Id, f32)> = None;
        let mut second = f32::MIN;
        for seen in &self.seen {
            let id = cast.root(seen.id);
            let Some(score) = (id != not)
                .then(|| self.score(cast, asked, place, seen))
                .flatten()
            else {
                continue;
            };
            match best {
                Some((one, high)) if high >= score => {
                    if one != id {
                        second = second.max(score);
                    }
                }
                Some((one, high)) => {
                    if one != id {
                        second = second.max(high);
                    }
                    best = Some((id, score));
                }
                None => best = Some((id, score)),
            }
        }
        let (id, score) = best?;
        Some((id, score - second > CLEAR))
    }

    fn score(&self, cast: &Cast, asked: Asked, place: Place, seen: &Seen) -> Option<f32> {
        let one = cast.get(seen.id);
        let fits = match asked {
            Asked::One(_) => {
                !one.plural && matches!(one.kind, SpeakerKind::Person | SpeakerKind::Unknown)
            }
            Asked::Thing => {
                !one.plural && matches!(one.kind, SpeakerKind::Organization | SpeakerKind::Document)
            }
            Asked::Many => one.kind != SpeakerKind::Document,
        };
        if !fits {
            return None;
        }
        let mut score = 0.0;
        match asked {
            Asked::One(gender) => {
                if !one.may_be(Some(gender)) {
                    return None;
                }
                score += match (one.gender, one.evidence) {
                    (Some(known), GenderEvidence::GivenName) if known != gender => -4.0,
                    (Some(_), GenderEvidence::GivenName) => 1.5,
                    (Some(_), _) => 2.0,
                    (None, _) => 0.0,
                };
            }
            Asked::Many => {
                score += match (one.plural, one.kind) {
                    (true, _) | (_, SpeakerKind::Group) => 2.0,
                    (_, SpeakerKind::Organization) => 1.0,
                    _ => -2.0,
                };
            }
            Asked::Thing => {}
        }
        let apart = place.sentence.saturating_sub(seen.last.sentence);
        score -= (apart as f32).min(6.0);
        if seen.last.paragraph == place.paragraph {
            score += 0.5;
        }
        if seen.last.subject {
            score += 1.2;
        }
        if self
            .speaker
            .is_some_and(|(id, _)| cast.root(id) == cast.root(seen.id))
        {
            score += 1.5;
        }
        if seen.last.quoted && !place.quoted {
            score -= 1.0;
        }
        if one.named {
            score += 0.5;
        }
        score += 0.3 * (seen.times as f32).ln();
        Some(score)
    }
}

/// By how much the best must lead for a pronoun to tell its gender.
const CLEAR: f32 = 1.5;
