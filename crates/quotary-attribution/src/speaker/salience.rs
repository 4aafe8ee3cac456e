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
    /// "the company"
    Firm,
    /// "the teenager", "the woman"
    Somebody(Option<Gender>),
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
    spoke: Option<Spoke>,
}

/// Who spoke last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spoke {
    /// The speaker.
    pub(crate) id: Id,
    /// Index of the sentence in which the source stands, or else the content.
    pub(crate) sentence: usize,
    /// Index of its paragraph.
    pub(crate) paragraph: usize,
    /// Whether it was a question, so that somebody else will answer.
    pub(crate) asked: bool,
    /// Who spoke before, if it was somebody else.
    pub(crate) before: Option<Id>,
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
    pub(crate) fn speak(&mut self, id: Id, place: Place, asked: bool) {
        let before = match self.spoke {
            Some(last) if last.id != id => Some(last.id),
            Some(last) => last.before,
            None => None,
        };
        self.spoke = Some(Spoke {
            id,
            sentence: place.sentence,
            paragraph: place.paragraph,
            asked,
            before,
        });
    }

    /// Who spoke last.
    pub(crate) fn spoke(&self) -> Option<Spoke> {
        self.spoke
    }

    /// The subject of the last mention in `sentence` that is one.
    pub(crate) fn subject_of(&self, sentence: usize) -> Option<Id> {
        self.seen
            .iter()
            .find(|it| it.last.sentence == sentence && it.last.subject)
            .map(|it| it.id)
    }

    /// Whether somebody is the subject or speaker of this sentence or the one before.
    pub(crate) fn is_near(&self, id: Id, place: Place) -> bool {
        self.seen
            .iter()
            .any(|it| it.id == id && it.last.sentence + 2 > place.sentence && it.last.subject)
    }

    /// Whether somebody is mentioned in this sentence or the one before.
    pub(crate) fn is_close(&self, id: Id, place: Place) -> bool {
        self.seen
            .iter()
            .any(|it| it.id == id && it.last.sentence + 2 > place.sentence)
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
            Asked::One(_) | Asked::Somebody(_) => {
                !one.plural && matches!(one.kind, SpeakerKind::Person | SpeakerKind::Unknown)
            }
            Asked::Firm => {
                one.named && !one.plural && !one.place && one.kind == SpeakerKind::Organization
            }
            Asked::Thing => {
                !one.plural && matches!(one.kind, SpeakerKind::Organization | SpeakerKind::Document)
            }
            Asked::Many => one.kind != SpeakerKind::Document && !one.place,
        };
        if !fits {
            return None;
        }
        let mut score = 0.0;
        match asked {
            Asked::One(gender) | Asked::Somebody(Some(gender)) => {
                score += match (one.gender, one.evidence) {
                    (Some(known), GenderEvidence::GivenName) if known != gender => OTHER_GIVEN_NAME,
                    (Some(known), GenderEvidence::Pronoun) if known != gender => OTHER_PRONOUN,
                    (Some(known), _) if known != gender => return None,
                    (Some(_), GenderEvidence::GivenName) => GIVEN_NAME,
                    (Some(_), _) => TOLD,
                    (None, _) => 0.0,
                };
            }
            Asked::Many => {
                score += match (one.plural, one.kind) {
                    (true, _) | (_, SpeakerKind::Group) => GROUP,
                    (_, SpeakerKind::Organization) => ORGANIZATION,
                    _ => ONE_PERSON,
                };
            }
            Asked::Thing if one.place => score += PLACE,
            Asked::Thing | Asked::Firm | Asked::Somebody(None) => {}
        }
        let apart = place.sentence.saturating_sub(seen.last.sentence);
        score -= SENTENCE * (apart as f32).min(FAR);
        if seen.last.paragraph == place.paragraph {
            score += SAME_PARAGRAPH;
        }
        if seen.last.subject {
            score += SUBJECT;
        }
        if self
            .spoke
            .is_some_and(|it| !it.asked && cast.root(it.id) == cast.root(seen.id))
        {
            score += if place.quoted { SPOKE_QUOTED } else { SPOKE };
        }
        if self.spoke.is_some_and(|it| {
            !it.asked && it.sentence + 1 >= place.sentence && cast.root(it.id) == cast.root(seen.id)
        }) {
            score += JUST_SPOKE;
        }
        if seen.last.quoted && !place.quoted {
            score += QUOTED;
        }
        if one.named {
            score += NAMED;
        }
        score += OFTEN * (seen.times as f32).ln();
        Some(score)
    }
}

// The weights were fitted by coordinate search on the 120 articles of `gold/ours-train.jsonl`, for the
// greatest number of right speakers; `docs/speakers.md` has the figures.

/// Each sentence since the last mention, up to [`FAR`] of them (subtracted).
const SENTENCE: f32 = 1.3;
/// Mentioned in this paragraph.
const SAME_PARAGRAPH: f32 = 0.5;
/// The last mention is a subject.
const SUBJECT: f32 = 0.7;
/// Spoke last.
const SPOKE: f32 = 1.5;
/// Spoke last, where the pronoun stands in quotation marks: a speaker says "I".
const SPOKE_QUOTED: f32 = 0.4;
/// Mentioned in quotation marks only, where the pronoun stands outside.
const QUOTED: f32 = -1.7;
/// Has a name.
const NAMED: f32 = 1.15;
/// For the logarithm of the number of mentions.
const OFTEN: f32 = 0.3;
/// The list of given names agrees with the pronoun.
const GIVEN_NAME: f32 = 1.0;
/// The text agrees with the pronoun.
const TOLD: f32 = 2.5;
/// The list of given names disagrees.
const OTHER_GIVEN_NAME: f32 = -2.5;
/// An earlier pronoun disagrees.
const OTHER_PRONOUN: f32 = -3.5;
/// "they": is a group.
const GROUP: f32 = 2.0;
/// "they": is an organisation.
const ORGANIZATION: f32 = 1.0;
/// "they": is one person.
const ONE_PERSON: f32 = -2.0;
/// "it": is a country, a town or a seat of power.
const PLACE: f32 = -1.5;
/// Spoke in this sentence or the one before.
const JUST_SPOKE: f32 = 0.8;
/// More sentences make no difference.
const FAR: f32 = 6.0;

/// By how much the best must lead for a pronoun to tell its gender.
const CLEAR: f32 = 1.5;
