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
        let w = weights();
        let mut score = 0.0;
        match asked {
            Asked::One(gender) | Asked::Somebody(Some(gender)) => {
                score += match (one.gender, one.evidence) {
                    (Some(known), GenderEvidence::GivenName) if known != gender => w[10],
                    (Some(known), GenderEvidence::Pronoun) if known != gender => w[11],
                    (Some(known), _) if known != gender => return None,
                    (Some(_), GenderEvidence::GivenName) => w[8],
                    (Some(_), _) => w[9],
                    (None, _) => 0.0,
                };
            }
            Asked::Many => {
                score += match (one.plural, one.kind) {
                    (true, _) | (_, SpeakerKind::Group) => w[12],
                    (_, SpeakerKind::Organization) => w[13],
                    _ => w[14],
                };
            }
            Asked::Thing if one.place => score += w[16],
            Asked::Thing | Asked::Firm | Asked::Somebody(None) => {}
        }
        let apart = place.sentence.saturating_sub(seen.last.sentence);
        score -= w[0] * (apart as f32).min(6.0);
        if seen.last.paragraph == place.paragraph {
            score += w[1];
        }
        if seen.last.subject {
            score += w[2];
        }
        if self
            .spoke
            .is_some_and(|it| !it.asked && cast.root(it.id) == cast.root(seen.id))
        {
            score += if place.quoted { w[4] } else { w[3] };
        }
        if self.spoke.is_some_and(|it| {
            !it.asked && it.sentence + 1 >= place.sentence && cast.root(it.id) == cast.root(seen.id)
        }) {
            score += w[17];
        }
        if seen.last.quoted && !place.quoted {
            score += w[5];
        }
        if one.named {
            score += w[6];
        }
        score += w[7] * (seen.times as f32).ln();
        if apart == 0 && seen.last.subject {
            score += w[15];
        }
        Some(score)
    }
}

fn weights() -> &'static [f32; 18] {
    static W: std::sync::OnceLock<[f32; 18]> = std::sync::OnceLock::new();
    W.get_or_init(|| {
        let mut w = [
            1.3, 0.5, 0.7, 1.5, 0.4, -1.7, 1.15, 0.3, 1.0, 2.0, -2.5, -2.5, 2.0, 1.0, -2.0, 0.0,
            -1.5, 0.8,
        ];
        if let Ok(text) = std::env::var("QW") {
            for (at, value) in text.split(',').enumerate() {
                w[at] = value.parse().expect("number");
            }
        }
        w
    })
}

/// By how much the best must lead for a pronoun to tell its gender.
const CLEAR: f32 = 1.5;
