//! Whether a description can mean somebody who was described by the same word.

use super::{
    noun,
    referent::{Id, NOBODY, Referent},
    walk::{Piece, Walk},
};
use crate::{lexicon::Noun, tag::Tag};

impl Walk<'_, '_, '_, '_> {
    /// How many words of a description are known of somebody; nothing where a word forbids that he
    /// is meant: "the former minister" is not the minister, "the prime minister" not his deputy.
    pub(super) fn agreement(&self, piece: &Piece, id: Id) -> Option<usize> {
        const RANKS: [&str; 10] = [
            "acting",
            "assistant",
            "chief",
            "deputy",
            "former",
            "new",
            "prime",
            "shadow",
            "under",
            "vice",
        ];
        let reading = self.reading;
        let one = self.cast.get(id);
        let mut role = one.role.as_ref().map_or(0..0, |role| role.tokens.clone());
        // "finance minister | of Austria" is the Austrian minister.
        if reading.is(role.end, "of") && reading.tag(role.end + 1) == Tag::Name && !role.is_empty()
        {
            role.end += 2;
        }
        let known = || one.name.clone().chain(role.clone());
        let says = |word: &str| known().any(|at| reading.is(at, word));
        let asked = |word: &str| piece.tokens.clone().any(|at| reading.is(at, word));
        let several = piece.tokens.len() > 2;
        let conflict = RANKS.iter().any(|rank| {
            asked(rank) && !says(rank) && *rank != "new"
                || several && says(rank) && !asked(rank) && one.named && *rank != "former"
        });
        if conflict {
            return None;
        }
        let modifiers = piece.tokens.start + 1..piece.head;
        Some(
            modifiers
                .filter(|&at| known().any(|it| noun::is_akin(reading, at, it)))
                .count(),
        )
    }

    /// Whether nouns before the head say of both what they are, and none of them is shared.
    pub(super) fn is_told_apart(&self, piece: &Piece, one: &Referent) -> bool {
        let reading = self.reading;
        let noun = |at: &usize| matches!(reading.tag(*at), Tag::Noun | Tag::Name);
        let Some(head) = self.evidence.chunks.at(one.name.start).map(|it| it.head) else {
            return false;
        };
        let own = || (one.name.start..head.min(one.name.end)).filter(noun);
        let mut asked = (piece.tokens.start..piece.head).filter(noun).peekable();
        asked.peek().is_some()
            && own().next().is_some()
            && !asked.any(|at| own().any(|it| noun::is_akin(reading, at, it)))
    }

    /// "Prado aides" are not the aides of anybody else: whether a name in a description is that of
    /// another than `owner`.
    pub(super) fn is_of_another(&self, one: &Referent, owner: Id) -> bool {
        let reading = self.reading;
        let own = self.cast.get(owner).name.clone();
        // "Brun aides" at the head of a sentence.
        let is_unknown = |at: usize| reading.is_capital(at) && reading.word(at).tags[0].is_none();
        !one.named
            && one.name.clone().any(|at| match self.at[at] {
                _ if reading.tag(at) != Tag::Name && !is_unknown(at) => false,
                // "Brun" of "Brun aides" is no mention of its own.
                NOBODY => !own.clone().any(|it| reading.is_same(it, at)),
                id => self.cast.root(id) != owner,
            })
    }

    /// "his wife", "her brother": the only one of that gender who bears the surname.
    pub(super) fn relative(&self, owner: Id, piece: &Piece) -> Option<Id> {
        let reading = self.reading;
        let owner = self.cast.root(owner);
        if reading.word(piece.head).noun != Some(Noun::Kin) {
            return None;
        }
        let surname = self.cast.surname(reading, owner)?;
        let gender = noun::gender(reading, piece.head);
        let mut family = self.cast.called(surname).iter().filter(|&id| {
            let other = self.cast.get(id).gender;
            self.cast.root(id) != owner
                && self.cast.surname(reading, id) == Some(surname)
                && (gender.is_none() || other.is_none_or(|it| Some(it) == gender))
        });
        let found = family.next()?;
        family
            .all(|id| self.cast.root(id) == self.cast.root(found))
            .then_some(found)
    }
}
