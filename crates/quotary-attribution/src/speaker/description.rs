//! Common noun phrases: "the minister", "a nurse", "its chairman".

use super::{
    apposition::{self, Beside},
    key::Key,
    name::{self, Named},
    noun, office_of,
    referent::{Found, Id, NOBODY, Referent},
    walk::{Piece, Walk},
};
use crate::{
    entity::{GenderEvidence, SpeakerKind},
    lexicon::{Gender, Noun},
    tag::Tag,
};

impl Walk<'_, '_, '_, '_> {
    /// "the minister", "a nurse", "its chairman".
    pub(super) fn nominal(&mut self, piece: &Piece) {
        let reading = self.reading;
        if self.at[piece.head] != NOBODY {
            return;
        }
        let class = reading.word(piece.head).noun;
        let before = apposition::before_name(self.evidence, piece)
            .filter(|_| !self.is_governed_body(piece))
            .or_else(|| apposition::copula_name(self.evidence, piece));
        if let Some(beside) = before
            && let Some(id) = self.coming(&beside)
        {
            let described = Beside {
                tokens: piece.tokens.start..beside.tokens.end,
                ..beside
            };
            // "the operator, Litoral Bahn": a firm.
            let body = noun::is_firm_trade(reading, piece.head)
                && self.cast.get(id).evidence == GenderEvidence::None
                || reading.word(piece.head).noun == Some(Noun::Organization);
            // "the chair of the committee, Ana Prado"
            let of = piece.tokens.start > 0 && reading.is(piece.tokens.start - 1, "of");
            if body && !of {
                self.cast.get_mut(id).kind = SpeakerKind::Organization;
            }
            self.learn(id, &described, Found::Beside);
            self.unmask(piece, id);
            self.at[piece.head] = id;
            self.mentions.push((id, piece.tokens.clone()));
            return;
        }
        let salient = self.chief(piece).or_else(|| self.salient(piece));
        if class.is_none() && salient.is_none() && reading.tag(piece.head) != Tag::Name {
            return;
        }
        let id = salient.unwrap_or_else(|| self.meant(piece));
        if reading.is_any(
            piece.tokens.start,
            &["each", "every", "any", "no", "either", "neither"],
        ) {
            self.at[piece.head] = id;
            return;
        }
        if salient.is_none() {
            self.spell_out(id, piece);
        }
        self.note(id, piece.head, piece.tokens.clone(), piece);
        self.serve_as(piece);
    }

    /// "counsel for the | port authority, Ana Prado": whether a body stands behind the preposition of
    /// somebody who has the name.
    fn is_governed_body(&self, piece: &Piece) -> bool {
        let reading = self.reading;
        let Some(link) = piece.tokens.start.checked_sub(1) else {
            return false;
        };
        let of = reading.is_any(link, &["at", "for", "of", "to", "with"]);
        let person = link
            .checked_sub(1)
            .and_then(|last| self.evidence.chunks.ending_at(last))
            .is_some_and(|it| noun::is_human(reading, it.head));
        of && person && noun::kind(reading, piece.head) == SpeakerKind::Organization
    }

    /// "the official, Hisham al-Barakati": whoever was only "an Omani official" before is he; "his neighbour,
    /// Ana Prado": whoever was "Tom Brun’s neighbour".
    pub(super) fn unmask(&mut self, piece: &Piece, id: Id) {
        let reading = self.reading;
        let start = piece.tokens.start;
        let owner = (reading.tag(start) == Tag::Possessive)
            .then(|| self.at[start])
            .filter(|&it| it != NOBODY)
            .map(|it| self.cast.root(it));
        if !reading.is(start, "the") && owner.is_none() || piece.tokens.len() > 2 {
            return;
        }
        let head = noun::head_key(reading, piece.head);
        let masked = self.cast.described(head).iter().find(|&it| {
            let one = self.cast.get(it);
            let owned = one.owner.map(|it| self.cast.root(it));
            (owner.is_none() || owned == owner)
                && self.cast.root(it) != self.cast.root(id)
                && !one.named
                && !one.plural
                && !one.anonymous
                && one.kind == self.cast.get(id).kind
        });
        if let Some(masked) = masked {
            self.cast.merge(masked, id);
        }
    }

    /// Whom the name behind a description names; it has been read, but not yet visited.
    pub(super) fn coming(&mut self, beside: &Beside) -> Option<Id> {
        let reading = self.reading;
        let name = self.names[self.next_name..]
            .iter()
            .take(12)
            .flatten()
            .find(|name| {
                let end = name.tokens.end;
                // "Ana Prado | QC"
                end + usize::from(name::is_letters_behind(reading, end)) > beside.name
            })?;
        // "a group called the Brigade"
        let called = reading.is_any(beside.tokens.end, &["called", "named"])
            && noun::kind(reading, beside.head) == SpeakerKind::Group;
        // "its investor, venture firm Halyard Ridge"
        let firm = name.before.end.checked_sub(1).is_some_and(|at| {
            !name.before.is_empty() && reading.word(at).noun == Some(Noun::Organization)
        });
        let body = called
            || firm
            || noun::kind(reading, beside.head) == SpeakerKind::Organization
            || noun::is_trade(reading, beside.head);
        let mut name = name.clone();
        // "its president, Getachew Lemma": whoever has a post is a person, though the surname is a common word.
        let post = noun::is_human(reading, beside.head) && !body;
        let personal = || {
            let first = reading.word(name.tokens.start);
            let bodies = name.tokens.clone().any(|at| reading.word(at).org.is_some());
            name.tokens.len() == 2 && !bodies && first.noun.is_none() && first.place.is_none()
        };
        if post && name.kind == Named::Organization && personal() {
            name.kind = Named::Person;
        }
        if !(name.kind.is_person() || body) {
            return None;
        }
        let id = self.cast.recognise(reading, &name);
        Some(id)
    }

    /// The referent of a common noun phrase, found or made.
    pub(crate) fn meant(&mut self, piece: &Piece) -> Id {
        let reading = self.reading;
        let head = noun::head_key(reading, piece.head);
        let plural = noun::is_plural(reading, piece.head);
        let possessive = reading.tag(piece.tokens.start) == Tag::Possessive;
        let genitive = piece
            .tokens
            .start
            .checked_sub(1)
            .filter(|&at| noun::is_genitive(reading, at) && at > 0);
        let owner = if possessive {
            Some(self.at[piece.tokens.start]).filter(|&id| id != NOBODY)
        } else {
            genitive
                .map(|at| self.at[at - 1])
                .filter(|&id| id != NOBODY)
        };
        let definite = noun::is_definite(reading, self.opening(piece)) || genitive.is_some();
        let other = noun::is_other(reading, piece.tokens.start, piece.head);
        if definite && !other {
            let owner = owner.map(|id| self.cast.root(id));
            let fits = |id: &Id| {
                let one = self.cast.get(*id);
                let owned = one.owner.map(|id| self.cast.root(id));
                let named_otherwise =
                    owned.is_none() && owner.is_some_and(|owner| self.is_of_another(one, owner));
                // "her manager": not the manager of somewhere else.
                let elsewhere = possessive
                    && one.named
                    && owned != owner
                    && noun::is_relation(reading, piece.head)
                    && !one.role.as_ref().is_some_and(|role| {
                        role.tokens.start > 0
                            && reading.tag(role.tokens.start - 1) == Tag::Possessive
                    });
                // "The post-mortem report" is not the first information report.
                let another_text = one.kind == SpeakerKind::Document
                    && !one.named
                    && self.is_told_apart(piece, one);
                one.plural == plural
                    && !elsewhere
                    && !another_text
                    && (owner.is_none() || owned.is_none() || owner == owned)
                    && !named_otherwise
            };
            // "A doctor who drinks is no doctor": in quotation marks nobody is brought in.
            let told = |id: &Id| {
                let one = self.cast.get(*id);
                let quoted = |at: usize| self.evidence.quoted_at(at).is_some();
                one.named || !quoted(one.name.start) || quoted(piece.head)
            };
            let narrated = self
                .cast
                .described(head)
                .iter()
                .any(|id| fits(&id) && told(&id));
            let candidates = self
                .cast
                .described(head)
                .iter()
                .filter(|id| fits(id) && (told(id) || !narrated));
            let known = candidates
                .filter_map(|id| Some((self.agreement(piece, id)?, id)))
                .reduce(|best, it| if it.0 > best.0 { it } else { best })
                .map(|(_, id)| id);
            if let Some(id) = known {
                return self.cast.root(id);
            }
            if let Some(id) = owner.and_then(|owner| self.relative(owner, piece)) {
                return id;
            }
            if owner.is_none()
                && let Some(id) = self.narrower(piece)
            {
                return id;
            }
            // "the federation" for the only one of the article.
            let body = noun::kind(reading, piece.head) == SpeakerKind::Organization
                && piece.tokens.len() == 2;
            let named = self.cast.introduced(head).filter(|&id| {
                body && owner.is_none() && self.cast.get(id).kind == SpeakerKind::Organization
            });
            if let Some(id) = named {
                return id;
            }
        }
        let mut start = piece.tokens.start;
        if reading.is_any(start, &["the", "a", "an"]) {
            start += 1;
        }
        // "the operator" alone is a firm.
        let kind = if noun::is_firm_trade(reading, piece.head) && !plural {
            SpeakerKind::Organization
        } else {
            noun::kind(reading, piece.head)
        };
        // "the Commissioner of Railway Safety": an office with a capital letter has its field in its name.
        let called = start.min(piece.head)..piece.head + 1;
        let end = if reading.is_capital(piece.head) && noun::is_human(reading, piece.head) {
            office_of::of_phrase(reading, called.clone())
        } else {
            called.end
        };
        let id = self.cast.add(Referent {
            name: called.start..end,
            kind,
            plural,
            owner,
            gender: noun::gender(reading, piece.head),
            evidence: match noun::gender(reading, piece.head) {
                Some(_) => GenderEvidence::KinWord,
                None => GenderEvidence::None,
            },
            ..Referent::default()
        });
        self.cast.describe(head, id);
        // "a female driver … the woman", "a male nurse … the man"
        let told = (piece.tokens.start..piece.head).find_map(|at| {
            let word = if reading.is(at, "female") {
                ("woman", Gender::Feminine)
            } else if reading.is(at, "male") {
                ("man", Gender::Masculine)
            } else {
                return None;
            };
            Some(word)
        });
        if let Some((word, gender)) = told.filter(|_| kind == SpeakerKind::Person && !plural) {
            let one = self.cast.get_mut(id);
            one.learn_gender(Some(gender), GenderEvidence::KinWord);
            self.cast.describe(Key::word(word), id);
        }
        id
    }

    /// "one of the mothers, Zodwa Mbokane", "two of the officials".
    pub(super) fn counted(&mut self, piece: &Piece) {
        let reading = self.reading;
        if !reading.is(piece.head, "one") || !reading.is(piece.head + 1, "of") {
            return;
        }
        let group = self.evidence.chunks.starting_at(piece.head + 2).cloned();
        let Some(group) = group else { return };
        let whole = Piece {
            tokens: group.tokens.clone(),
            head: group.head,
        };
        if let Some(beside) = apposition::before_name(self.evidence, &whole)
            && let Some(id) = self.coming(&beside)
        {
            self.at[piece.head] = id;
            self.at[group.head] = id;
            self.mentions.push((id, piece.head..group.tokens.end));
        }
    }
}
