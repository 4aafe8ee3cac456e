//! Who bears a name that the article gives only in part: "Prado", "Dr Prado", "the elder Prado".

use std::ops::Range;

use super::{
    cast::{Cast, LONGEST, full_key},
    key::Key,
    name::{Name, Named},
    referent::{Id, Referent},
    salience::Place,
    walk::{Piece, Walk},
};
use crate::{entity::SpeakerKind, lexicon::Title, reading::Reading, tag::Tag};

impl Walk<'_, '_, '_, '_> {
    /// "the Prado campaign", "Prado aides": whose people are told of comes to the reader's mind.
    pub(super) fn remind(&mut self, piece: &Piece) {
        let reading = self.reading;
        let at = piece.tokens.start + usize::from(reading.is(piece.tokens.start, "the"));
        let common = at + 1 == piece.head
            && matches!(reading.tag(piece.head), Tag::Noun | Tag::Nouns)
            && !reading.is_capital(piece.head);
        if !common || reading.tag(at) != Tag::Name || reading.word(at).place.is_some() {
            return;
        }
        let surname = Key::word(reading.form(at));
        let bearer = self.cast.called(surname).iter().find(|&id| {
            let one = self.cast.get(id);
            let last = one.name.end.saturating_sub(1);
            one.named && one.kind == SpeakerKind::Person && reading.is_same(last, at)
        });
        if let Some(id) = bearer {
            let place = Place {
                subject: false,
                genitive: true,
                ..self.place(at, at + 1)
            };
            self.salience.hint(self.cast.root(id), place);
        }
    }
}

impl Cast {
    /// Whether somebody goes by the given name in this article.
    fn goes_by_given_name(&self, reading: &Reading<'_, '_>, one: &Referent) -> bool {
        one.name.len() > 1 && self.is_alone(Key::word(reading.form(one.name.start)))
    }

    /// "Deputy Public Prosecutor Ana Prado", later "DPP Prado": whoever has the surname behind what else
    /// would be a body's initials.
    pub(super) fn behind_initials(&self, reading: &Reading<'_, '_>, name: &Name) -> Option<Id> {
        /// "PM", "OCPD"
        const INITIALS: std::ops::RangeInclusive<usize> = 2..=5;
        let (first, last) = (name.tokens.start, name.tokens.end - 1);
        let form = reading.form(first);
        let initials =
            INITIALS.contains(&form.len()) && form.bytes().all(|it| it.is_ascii_uppercase());
        let mut bearers = self.called(Key::word(reading.form(last))).iter();
        bearers.find(|&id| {
            let one = self.get(id);
            let own = one.name.end.saturating_sub(1);
            name.tokens.len() == 2
                && initials
                && one.kind == SpeakerKind::Person
                && one.name.len() > 1
                && own != last
                && reading.is_same(own, last)
        })
    }

    /// Somebody whose name holds every word of this one.
    pub(super) fn containing(&self, reading: &Reading<'_, '_>, name: &Name) -> Option<Id> {
        let last = name.tokens.end - 1;
        let bearers = self.called(Key::word(reading.form(last)));
        let fits = |id: &Id| {
            let one = self.get(*id);
            // One word alone may be part of anybody's name.
            let alone = name.tokens.len() == 1 && name.title.is_none();
            // "Russia" is not the Russia Institute.
            if name.kind == Named::Place && !one.place {
                // "Engr. Rodel Santiago … Santiago claimed", but "in Santiago"
                let last = one.name.end.saturating_sub(1);
                let before = name.tokens.start.checked_sub(1).map(|at| reading.tag(at));
                return alone
                    && one.kind == SpeakerKind::Person
                    && one.name.len() > 1
                    && reading.is_same(last, name.tokens.start)
                    && !matches!(before, Some(Tag::Preposition | Tag::To));
            }
            // "Police" are not the Kent Police.
            if name.kind == Named::People && one.kind != SpeakerKind::Group {
                return false;
            }
            let kinds = one.kind == name.kind.kind()
                || one.kind == SpeakerKind::Unknown
                || name.kind == Named::PerhapsPerson && !one.plural
                || alone && (!one.plural || one.named && one.name.len() == 1)
                // "do Carmo e Silva", whatever that would be alone
                || one.kind == SpeakerKind::Person && ends_with(reading, &one.name, &name.tokens)
                // "Da Silva", "Le Pen" at the head of a sentence.
                || one.kind == SpeakerKind::Person
                    && reading.word(name.tokens.start).title == Some(Title::Particle);
            kinds && one.may_be(name.gender) && holds(reading, &one.name, &name.tokens)
        };
        // A bearer of the surname before one of the given name: "Clinton" is Hillary, not Clinton Smith.
        let surname = |id: &Id| {
            let own = &self.get(*id).name;
            !own.is_empty() && Key::word(reading.form(own.end - 1)) == Key::word(reading.form(last))
        };
        let generation = generation(reading, name.before.clone());
        let title = name
            .title
            .map(|_| Key::word(reading.form(name.before.end - 1)));
        // Of several bearers the one of whom the article speaks most goes by the bare surname.
        let fitting = || bearers.iter().filter(fits);
        let first = |best: Id, id: Id| {
            let rank = |id: Id| {
                let one = self.get(id);
                let agrees = match (name.gender, one.gender) {
                    (Some(told), Some(known)) => i8::from(told == known) * 2 - 1,
                    _ => 0,
                };
                // "Dr Prado" is not Professor Prado.
                let titled = title.map_or(0, |title| {
                    if one.titles.contains(&title) {
                        1
                    } else {
                        -i8::from(!one.titles.is_empty())
                    }
                });
                let surname_alone =
                    name.tokens.len() == 1 && !self.goes_by_given_name(reading, one);
                // Of two whom the article has told as much of, the one it has told of first.
                let first = std::cmp::Reverse(id);
                (
                    agrees,
                    generation.is_some() && generation == generation_of(reading, one),
                    titled,
                    surname_alone,
                    one.spoken,
                    one.times,
                    first,
                )
            };
            if rank(id) > rank(best) { id } else { best }
        };
        fitting()
            .filter(surname)
            .reduce(first)
            .or_else(|| fitting().reduce(first))
    }

    /// Somebody whose name this one only makes longer: "Raffles Keystone", "Raffles Keystone Bank".
    pub(super) fn shorter(&self, reading: &Reading<'_, '_>, name: &Name) -> Option<Id> {
        let tokens = &name.tokens;
        let known = |end: usize| {
            self.full
                .get(&full_key(reading, &(tokens.start..end)))
                .copied()
                .filter(|&id| holds(reading, tokens, &self.get(id).name))
        };
        (tokens.len() > 2)
            .then(|| known(tokens.end - 1))
            .flatten()
            .filter(|&id| self.get(id).kind == name.kind.kind() || name.kind == Named::Organization)
    }
}

/// Which of two of one name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Generation {
    /// "the elder Prado", "Prado Sr."
    Elder,
    /// "the younger Prado", "Prado Jr."
    Younger,
}

/// What stands before a name about the generation of its bearer.
fn generation(reading: &Reading<'_, '_>, before: Range<usize>) -> Option<Generation> {
    before.clone().find_map(|at| {
        if reading.is_any(at, &["elder", "older"]) {
            Some(Generation::Elder)
        } else if reading.is(at, "younger") {
            Some(Generation::Younger)
        } else {
            None
        }
    })
}

/// What the end of a name says about the generation of its bearer.
fn generation_of(reading: &Reading<'_, '_>, one: &Referent) -> Option<Generation> {
    match reading
        .form(one.name.end.checked_sub(1)?)
        .trim_end_matches('.')
    {
        "Sr" | "Senior" => Some(Generation::Elder),
        "Jr" | "Junior" | "II" | "III" => Some(Generation::Younger),
        _ => None,
    }
}

/// Whether several words of `tail` are the last of a longer name.
fn ends_with(reading: &Reading<'_, '_>, name: &Range<usize>, tail: &Range<usize>) -> bool {
    let mut pairs = name.clone().rev().zip(tail.clone().rev());
    tail.len() > 1
        && name.len() > tail.len()
        && pairs.all(|(one, other)| reading.is_same(one, other))
}

/// Whether the words of `short` stand in `long`, in order.
fn holds(reading: &Reading<'_, '_>, long: &Range<usize>, short: &Range<usize>) -> bool {
    let mut words = long.clone().take(LONGEST);
    short.clone().take(LONGEST).all(|at| {
        let key = Key::word(reading.form(at));
        words.any(|it| Key::word(reading.form(it)) == key)
    })
}
