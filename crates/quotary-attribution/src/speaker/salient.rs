//! Descriptions that mean whoever is spoken of: "the 71-year-old", "the company", "the Ohio senator".

use super::{
    noun,
    referent::{Found, Id, NOBODY},
    role,
    salience::Asked,
    walk::{Piece, Walk},
};
use crate::{
    entity::SpeakerKind,
    lexicon::{Closed, Gender, Noun},
    reading::Reading,
    tag::Tag,
    token::TokenKind,
};

impl Walk<'_, '_, '_, '_> {
    /// "the 71-year-old", "the Czech", "the teenager": whoever of that sort was spoken of last;
    /// "the company": the firm spoken of last. Only where nobody was called so before.
    pub(super) fn salient(&mut self, piece: &Piece) -> Option<Id> {
        let reading = self.reading;
        let start = self.opening(piece);
        // "his bank": the firm that is spoken of.
        let firm =
            noun::is_any_firm(reading, piece.head) || noun::is_near_firm(reading, piece.head);
        let place = self.place(start, piece.tokens.end);
        if firm && reading.is_any(start, &["his", "her"]) {
            let (id, _) = self
                .salience
                .antecedent(&self.cast, Asked::Firm, place, NOBODY)?;
            return self.salience.is_close(id, place).then_some(id);
        }
        // "at the jeweller’s" is a shop.
        let shop = noun::is_genitive(reading, piece.tokens.end)
            && self.evidence.chunks.at(piece.tokens.end).is_none();
        let group =
            noun::is_any_firm(reading, piece.head) && !reading.form(piece.head).ends_with('s');
        let several = noun::is_plural(reading, piece.head) && !group;
        if !reading.is(start, "the") || several || shop {
            return None;
        }
        let head = noun::head_key(reading, piece.head);
        // "the Liberal candidate" is not "the only candidate that can win".
        let former = (start..piece.head).any(|at| reading.is(at, "former"));
        let human = noun::is_human(reading, piece.head) || former;
        let set_apart = human && noun::is_elegant(reading, start, piece.head);
        let known =
            self.cast.described(head).iter().any(|id| {
                !set_apart || self.cast.get(id).named || self.agreement(piece, id) > Some(0)
            });
        if known {
            return None;
        }
        // "the man who …" brings somebody in.
        let more = matches!(reading.tag(piece.tokens.end), Tag::Wh | Tag::Preposition)
            // "the Labour candidate for mayor" does not.
            && role::sought(reading, piece.tokens.end).is_none();
        if more && !noun::is_parent_of(reading, piece.head) {
            return None;
        }
        if noun::is_any_firm(reading, piece.head) {
            let (id, _) = self
                .salience
                .antecedent(&self.cast, Asked::Firm, place, NOBODY)?;
            self.cast.describe(head, id);
            return Some(id);
        }
        if noun::is_near_firm(reading, piece.head) {
            let firm = self
                .salience
                .antecedent(&self.cast, Asked::Body, place, NOBODY)
                .filter(|&(id, _)| self.salience.is_close(id, place));
            if firm.is_some() || !noun::is_trade(reading, piece.head) {
                return firm.map(|(id, _)| id);
            }
        }
        if noun::is_any_document(reading, piece.head) {
            let id = self.salience.latest(&self.cast, SpeakerKind::Document)?;
            self.cast.describe(head, id);
            return Some(id);
        }
        let gender = noun::gender(reading, piece.head).or_else(|| own(reading, piece));
        let asked = if set_apart && !noun::is_anybody(reading, piece.head) {
            Asked::Named(gender)
        } else {
            Asked::Somebody(gender)
        };
        // The subject of the sentence would be a pronoun.
        let subject = if self.is_preposed(start) {
            NOBODY
        } else {
            self.salience.subject_of(place.sentence).unwrap_or(NOBODY)
        };
        let (id, clear) = self
            .salience
            .antecedent(&self.cast, asked, place, subject)?;
        let named = self.cast.get(id).named;
        let near = self.salience.is_near(id, place);
        let elegant = set_apart && named && (clear || near || self.spoke_last(id));
        if noun::is_anybody(reading, piece.head) {
            let mut ages = noun::ages(reading, piece.head);
            let aged = ages.find_map(|it| self.cast.described(it).iter().next());
            return aged.or(Some(id));
        }
        // "the novelist" may be the person just spoken of whose role nobody has told.
        let one = self.cast.get(id);
        let word = reading.word(piece.head);
        // An occupation in no list: "the cider maker".
        let unlisted = word.noun.is_none()
            && self.says(piece.tokens.end)
            && noun::by_ending(reading.form(piece.head)) == SpeakerKind::Person;
        let untold = (word.noun == Some(Noun::Role) || unlisted)
            && word.title.is_none()
            && !place.quoted
            // "A witness said the driver had waved": somebody else than who was told of before.
            && (subject == NOBODY || self.is_inserted(piece))
            && one.named
            && one.role.is_none()
            && near;
        if !elegant && !untold {
            return None;
        }
        let end = role::sought(reading, piece.tokens.end).unwrap_or(piece.tokens.end);
        let role = role::phrase(reading, piece.tokens.start..end, piece.head);
        if !role.is_empty() {
            self.describe(id, role, Found::Elsewhere);
        }
        Some(id)
    }

    /// Whether somebody has said what was said last, and has not asked.
    fn spoke_last(&self, id: Id) -> bool {
        let last = self.salience.spoke().filter(|it| !it.asked);
        last.is_some_and(|it| self.cast.root(it.id) == self.cast.root(id))
    }

    /// "It was also right, | the agronomist maintains": whether a description speaks what stands before
    /// it, in which the subject is another.
    fn is_inserted(&self, piece: &Piece) -> bool {
        let reading = self.reading;
        let ends = |at: usize| reading.is(at, ",") || reading.kind(at) == TokenKind::Closing;
        piece.tokens.start.checked_sub(1).is_some_and(ends) && self.says(piece.tokens.end)
    }

    /// "While Prado waited, | the Ohio senator said": whether nothing but a clause or an adverbial
    /// stands before the main clause that begins at `start`; its subject may be the same.
    fn is_preposed(&self, start: usize) -> bool {
        let reading = self.reading;
        let first = reading.sentence(start).tokens.start;
        let subordinate = reading.tag(first) == Tag::Preposition
            || reading.word(first).closed == Some(Closed::Subordinator);
        subordinate && start > first && reading.is(start - 1, ",")
    }

    /// Where a noun phrase begins that a name stands in: "the Reform | mayoral nominee".
    pub(super) fn opening(&self, piece: &Piece) -> usize {
        let reading = self.reading;
        let start = piece.tokens.start;
        let bare = !matches!(reading.tag(start), Tag::Determiner | Tag::Possessive);
        start
            .checked_sub(1)
            .filter(|&at| bare && reading.tag(at) == Tag::Name)
            .and_then(|at| self.evidence.chunks.ending_at(at))
            .filter(|it| reading.tag(it.tokens.start) == Tag::Determiner)
            .map_or(start, |it| it.tokens.start)
    }
}

/// The gender that a possessive behind a subject tells, "the nominee attacked her opponent", or that of a
/// relative with whom the next sentence begins: "The nominee argued … His former wife agreed".
fn own(reading: &Reading<'_, '_>, piece: &Piece) -> Option<Gender> {
    /// A verb with its adverbs; a relative with adjectives.
    const REACH: usize = 4;
    let end = piece.tokens.end;
    let sentence = reading.sentence(piece.head);
    let limit = sentence.tokens.end.min(end + REACH);
    let verb = |at: usize| {
        reading.tag(at).is_verb() || matches!(reading.tag(at), Tag::Adverb | Tag::Modal)
    };
    let object = (end..limit)
        .find(|&at| !verb(at))
        .filter(|&at| at > end && reading.tag(at) == Tag::Possessive);
    let next = sentence.tokens.end;
    let relative = || {
        let opens = sentence.tokens.start == piece.tokens.start;
        let behind = next + 1..reading.len().min(next + REACH);
        let kin = behind.take_while(|&at| reading.tag(at) != Tag::Punctuation);
        (opens && next < reading.len() && reading.tag(next) == Tag::Possessive)
            .then_some(next)
            .filter(|_| {
                kin.clone()
                    .any(|at| reading.word(at).noun == Some(Noun::Kin))
            })
    };
    let whose = object.or_else(relative)?;
    if reading.is(whose, "her") {
        Some(Gender::Feminine)
    } else {
        reading.is(whose, "his").then_some(Gender::Masculine)
    }
}
