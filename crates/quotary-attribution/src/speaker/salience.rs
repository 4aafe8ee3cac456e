//! Who is in the reader's mind: the antecedents of pronouns.

use super::{
    antecedent::{self, Features},
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
    /// How many sentences before it the narrator speaks in: those that are not quoted as a whole.
    pub(crate) narrated: usize,
    /// Index of its paragraph.
    pub(crate) paragraph: usize,
    /// Whether a verb follows whose subject it can be.
    pub(crate) subject: bool,
    /// Whether it stands inside quotation marks.
    pub(crate) quoted: bool,
    /// Whether it is the first noun phrase of its sentence.
    pub(crate) opens: bool,
    /// Whether it only says whose something is: "Prado's answer".
    pub(crate) genitive: bool,
    /// Whether it is a pronoun.
    pub(crate) pronoun: bool,
    /// Whether a word that says that somebody said stands beside it.
    pub(crate) cue: bool,
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
    /// "the agency", "the club"
    Body,
    /// "the teenager", "the woman"
    Somebody(Option<Gender>),
    /// "the Ohio senator": somebody whose name has been told
    Named(Option<Gender>),
    /// they
    Many,
}

/// Somebody who was mentioned.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    pub(crate) id: Id,
    /// The last mention.
    pub(crate) last: Place,
    /// The last mention outside quotation marks.
    pub(crate) outside: Option<Place>,
    /// The last mention that is a subject.
    pub(crate) subject: Option<Place>,
    /// How often it was mentioned.
    pub(crate) times: u32,
    /// How often as a subject.
    pub(crate) subjects: u32,
}

/// Somebody who can be meant.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate<'s> {
    pub(crate) id: Id,
    pub(crate) seen: &'s Seen,
    /// Whether no other that fits was mentioned later.
    pub(crate) recent: bool,
    /// Whether nobody else is the subject of the sentence so far.
    pub(crate) uninterrupted: bool,
}

/// A pronoun with everybody it could mean, for those who learn the weights.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    /// The token of the pronoun.
    pub(crate) token: usize,
    /// 0 for he and she, 1 for they, 2 for it.
    pub(crate) class: usize,
    /// Everybody who fits, the latest first.
    pub(crate) candidates: Vec<(Id, Features)>,
}

/// The referents of the last mentions.
#[derive(Debug, Default)]
pub(crate) struct Salience {
    seen: Vec<Seen>,
    /// Places in `seen`, the latest mention first.
    order: Vec<usize>,
    spoke: Option<Spoke>,
    /// Every choice that was made, where somebody wants to know.
    pub(crate) choices: Option<Vec<Choice>>,
}

/// Who spoke last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spoke {
    /// The speaker.
    pub(crate) id: Id,
    /// Where the source stands, or else the content.
    pub(crate) place: Place,
    /// Whether it was a question, so that somebody else will answer.
    pub(crate) asked: bool,
    /// Who spoke before, if it was somebody else.
    pub(crate) before: Option<Id>,
}

impl Place {
    /// Whether nothing but quotations stands between this sentence and that of `later`, and at least
    /// one sentence of them: "Prado agreed. “…. ….,” he said."
    pub(crate) fn quotes_until(&self, later: &Place) -> bool {
        self.narrated + 1 == later.narrated && self.sentence + 1 < later.sentence
    }
}

impl Salience {
    /// Somebody was mentioned.
    pub(crate) fn mention(&mut self, id: Id, place: Place) {
        let known = self.seen().position(|it| it.id == id);
        let at = known.unwrap_or_else(|| self.make_room(id, place));
        self.order[..=at].rotate_right(1);
        let seen = &mut self.seen[self.order[0]];
        seen.last = place;
        seen.times += 1;
        if !place.quoted {
            seen.outside = Some(place);
        }
        if place.subject {
            seen.subject = Some(place);
            seen.subjects += 1;
        }
    }

    /// Takes somebody new to mind, behind all others; the last of them is forgotten where there are too
    /// many. Gives the place in the order.
    fn make_room(&mut self, id: Id, place: Place) -> usize {
        let new = Seen {
            id,
            last: place,
            outside: None,
            subject: None,
            times: 0,
            subjects: 0,
        };
        if self.seen.len() < KEPT {
            self.order.push(self.seen.len());
            self.seen.push(new);
        } else if let Some(&last) = self.order.last() {
            self.seen[last] = new;
        }
        self.order.len() - 1
    }

    /// Everybody in mind, the latest first.
    fn seen(&self) -> impl Iterator<Item = &Seen> {
        self.order.iter().map(|&at| &self.seen[at])
    }

    /// Somebody came to mind without being spoken of; who is remembered is remembered as before.
    pub(crate) fn hint(&mut self, id: Id, place: Place) {
        if self.seen.iter().all(|it| it.id != id) {
            self.mention(id, place);
        }
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
            place,
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
        self.seen()
            .find(|it| it.subject.is_some_and(|it| it.sentence == sentence))
            .map(|it| it.id)
    }

    /// Whoever of a kind was mentioned last.
    pub(crate) fn latest(&self, cast: &Cast, kind: SpeakerKind) -> Option<Id> {
        let mut seen = self.seen().map(|it| cast.root(it.id));
        seen.find(|&id| cast.get(id).kind == kind && !cast.get(id).plural)
    }

    /// Everybody who was mentioned lately, the latest first.
    pub(crate) fn lately(&self, cast: &Cast) -> impl Iterator<Item = Id> {
        self.seen().map(|it| cast.root(it.id))
    }

    /// Whether somebody is the subject or speaker of this sentence or the one before.
    pub(crate) fn is_near(&self, id: Id, place: Place) -> bool {
        self.seen().any(|it| {
            it.id == id
                && it
                    .subject
                    .is_some_and(|it| it.sentence + 2 > place.sentence)
        })
    }

    /// Whether somebody is mentioned in this sentence or the one before.
    pub(crate) fn is_close(&self, id: Id, place: Place) -> bool {
        self.seen()
            .any(|it| it.id == id && it.last.sentence + 2 > place.sentence)
    }

    /// The likeliest antecedent of a pronoun at `place`, never `not`; and whether nobody else came
    /// near.
    pub(crate) fn antecedent(
        &mut self,
        cast: &Cast,
        asked: Asked,
        place: Place,
        not: Id,
    ) -> Option<(Id, bool)> {
        let mut candidates = self.candidates(cast, asked, place, not);
        // Whatever nobody knows what it is stands behind any person.
        let person = |it: &Candidate<'_>| cast.get(it.id).kind == SpeakerKind::Person;
        if matches!(asked, Asked::One(_)) && candidates.iter().any(person) {
            candidates.retain(person);
        }
        if let [only] = &candidates[..]
            && self.choices.is_none()
        {
            return Some((only.id, true));
        }
        let mut best: Option<(Id, f32)> = None;
        let mut second = f32::MIN;
        let goes_on = self
            .spoke
            .filter(|it| {
                // "the chancellor said …. “…,” she said": of whose gender nothing is known yet.
                let unknown = matches!(asked, Asked::One(_))
                    && it.place.paragraph == place.paragraph
                    && it.place.narrated + 1 >= place.narrated
                    && !cast.get(it.id).named
                    && cast.get(it.id).gender.is_none();
                (matches!(asked, Asked::Named(_)) || unknown) && place.cue && !it.asked
            })
            .map(|it| cast.root(it.id));
        let features =
            |it: &Candidate<'_>| antecedent::features(cast, asked, place, it, self.spoke);
        for candidate in &candidates {
            let mut score = antecedent::score(asked, &features(candidate));
            if goes_on == Some(candidate.id) {
                score += SPEAKER_GOES_ON;
            }
            match best {
                Some((_, high)) if high >= score => second = second.max(score),
                _ => {
                    second = best.map_or(second, |(_, high)| high);
                    best = Some((candidate.id, score));
                }
            }
        }
        if self.choices.is_some() && place.pronoun {
            let choice = Choice {
                token: place.token,
                class: antecedent::class_number(asked),
                candidates: candidates.iter().map(|it| (it.id, features(it))).collect(),
            };
            self.choices.get_or_insert_default().push(choice);
        }
        let (id, score) = best?;
        Some((id, score - second > CLEAR))
    }

    /// Whom a pronoun at `place` would clearly mean if the list of given names told nothing, where the
    /// list says that it is the other gender's.
    pub(crate) fn unlisted(
        &self,
        cast: &Cast,
        gender: Gender,
        place: Place,
        not: Id,
    ) -> Option<Id> {
        let asked = Asked::One(gender);
        let listed = |id: Id| {
            let one = cast.get(id);
            one.evidence == GenderEvidence::GivenName && one.gender.is_some_and(|it| it != gender)
        };
        if !self.seen().any(|it| listed(it.id)) {
            return None;
        }
        let mut candidates = self.candidates(cast, asked, place, not);
        candidates.retain(|it| cast.get(it.id).kind == SpeakerKind::Person);
        if !candidates.iter().any(|it| listed(it.id)) {
            return None;
        }
        let scored = candidates.iter().map(|it| {
            let features = antecedent::features(cast, asked, place, it, self.spoke);
            (antecedent::unlisted_score(asked, &features), it.id)
        });
        let (best, id) = scored.clone().max_by(|a, b| a.0.total_cmp(&b.0))?;
        let clear = scored
            .filter(|&(_, other)| other != id)
            .all(|(score, _)| best - score > CLEAR);
        (clear && listed(id)).then_some(id)
    }

    /// Everybody whom a pronoun at `place` can mean, the latest first.
    fn candidates(&self, cast: &Cast, asked: Asked, place: Place, not: Id) -> Vec<Candidate<'_>> {
        let not = if not == NOBODY { not } else { cast.root(not) };
        let mut candidates: Vec<Candidate<'_>> = Vec::with_capacity(KEPT);
        let narrated = |it: Place| it.sentence == place.sentence && !it.quoted;
        let subject = self
            .seen()
            .find(|it| it.subject.is_some_and(narrated))
            .map(|it| cast.root(it.id))
            .filter(|&it| antecedent::fits(cast.get(it), asked));
        for seen in self.seen() {
            let id = cast.root(seen.id);
            let known = candidates.iter().any(|one| one.id == id);
            if id == not || known || !antecedent::fits(cast.get(id), asked) {
                continue;
            }
            // "Prado put up another post, in which | he": whoever spoke before does not go on.
            let uninterrupted = subject.is_none_or(|it| it == id);
            candidates.push(Candidate {
                id,
                seen,
                recent: candidates.is_empty(),
                uninterrupted,
            });
        }
        candidates
    }
}

/// How much likelier than another a description beside a cue means who spoke last (another name stands
/// between, or it would be a pronoun), or a pronoun whoever was called nothing but "the chancellor".
const SPEAKER_GOES_ON: f32 = 2.0;

/// By how much the best must lead for a pronoun to tell its gender.
const CLEAR: f32 = 1.5;
