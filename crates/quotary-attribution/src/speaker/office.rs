//! Offices told of elsewhere than beside the name: "served as mayor", "the Ohio senator".

use super::{
    apposition, noun,
    referent::{Found, Id, NOBODY},
    role,
    walk::{Piece, Walk},
};
use crate::{entity::SpeakerKind, mention::Chunk, tag::Tag};

impl Walk<'_, '_, '_, '_> {
    /// "the Ohio senator": spells out what was only "Sen." beside the name.
    pub(super) fn spell_out(&mut self, id: Id, piece: &Piece) {
        let reading = self.reading;
        let one = self.cast.get(id);
        let short = one.role.as_ref().is_none_or(|it| {
            it.tokens.len() == 1 && noun::is_short_title(reading, it.tokens.start)
        });
        if !one.named || one.plural || !short || !reading.is(piece.tokens.start, "the") {
            return;
        }
        let role = role::phrase(reading, piece.tokens.clone(), piece.head);
        if role.len() > 1 || one.role.is_none() {
            self.cast.get_mut(id).role = None;
            self.describe(id, role, Found::Beside);
        }
    }

    /// "the UN chief", "the commission head": whoever leads what the article says somebody leads.
    pub(super) fn chief(&self, piece: &Piece) -> Option<Id> {
        let reading = self.reading;
        let body = piece.tokens.start + 1..piece.head;
        let leads = reading.is_any(piece.head, &["boss", "chief", "head", "leader"]);
        if !leads || body.is_empty() || !reading.is(piece.tokens.start, "the") {
            return None;
        }
        let says = |id: &Id| {
            let one = self.cast.get(*id);
            let role = one.role.as_ref().map_or(0..0, |it| it.tokens.clone());
            one.named
                && one.kind == SpeakerKind::Person
                && body.clone().all(|at| {
                    let mut role = role.clone();
                    role.any(|it| reading.is_same(it, at))
                })
        };
        let mut led = self.salience.lately(&self.cast).filter(says);
        let first = led.next()?;
        led.all(|id| id == first).then_some(first)
    }

    /// "Prado served as mayor", "has power as the attorney general": an office that the only person
    /// of the sentence so far has.
    pub(super) fn serve_as(&mut self, piece: &Piece) {
        /// The verb stands near.
        const REACH: usize = 12;
        let reading = self.reading;
        let mut start = piece.tokens.start;
        // "came to Washington as Sumaria’s de facto leader"
        let ruled = start >= 2
            && noun::is_genitive(reading, start - 1)
            && reading.word(start - 2).place.is_some()
            && role::is_role(reading, piece.head);
        if ruled && let Some(whole) = self.evidence.chunks.at(start) {
            start = whole.tokens.start;
        }
        let Some(tie) = start.checked_sub(1).filter(|&it| reading.is(it, "as")) else {
            return;
        };
        let first = reading.sentence(start).tokens.start;
        let near = first.max(tie.saturating_sub(REACH));
        let serves = (near..tie).any(|at| SERVES.contains(&reading.form(at)));
        let definite = reading.is(start, "the") && role::is_office(reading, piece.head);
        let bare = serves
            && role::is_role(reading, piece.head)
            && !matches!(reading.tag(start), Tag::Possessive);
        let told = (near..tie).any(|at| TELLS.contains(&reading.form(at)));
        if told || !definite && !bare && !ruled || noun::is_plural(reading, piece.head) {
            return;
        }
        let mut people = (first..tie)
            .map(|at| self.at[at])
            .filter(|&id| id != NOBODY && self.cast.get(id).kind == SpeakerKind::Person);
        let Some(id) = people.next() else { return };
        let root = self.cast.root(id);
        if !self.cast.get(id).named || people.any(|other| self.cast.root(other) != root) {
            return;
        }
        let limit = reading.sentence(start).tokens.end;
        let chunk = Chunk {
            tokens: start..piece.tokens.end,
            head: piece.head,
        };
        let end = apposition::extent(self.evidence, &chunk, limit);
        let role = role::phrase(reading, start..end, piece.head);
        if !role.is_empty() {
            self.describe(id, role, Found::Copula);
        }
    }
}

/// Words before "as" that tell of holding an office.
const SERVES: [&str; 22] = [
    "acted",
    "acting",
    "appointed",
    "career",
    "elected",
    "installed",
    "job",
    "named",
    "post",
    "resigned",
    "retired",
    "role",
    "serve",
    "served",
    "serves",
    "serving",
    "stint",
    "term",
    "work",
    "worked",
    "working",
    "works",
];

/// Words before "as" that tell what somebody is taken for.
const TELLS: [&str; 14] = [
    "cast",
    "described",
    "describes",
    "dismissed",
    "hailed",
    "identified",
    "known",
    "portrayed",
    "regarded",
    "same",
    "seen",
    "such",
    "treated",
    "well",
];
