//! Firms that are named only before what they have: "the Buckeye Radial plant", "Wells Brun CEO Ana
//! Prado".

use super::{
    name::{self, Name, Named},
    noun,
    walk::{Piece, Walk},
};
use crate::{
    entity::SpeakerKind,
    lexicon::{Describes, Noun, OrgWord},
    reading::Reading,
    tag::Tag,
};

impl Walk<'_, '_, '_, '_> {
    /// A firm is spoken of in a noun phrase before what only firms have.
    pub(super) fn firm(&mut self, firm: Name) {
        let reading = self.reading;
        let id = self.cast.recognise(reading, &firm);
        let one = self.cast.get_mut(id);
        if one.named && one.gender.is_none() && one.kind == SpeakerKind::Person {
            one.kind = SpeakerKind::Organization;
        }
        one.times += 1;
        let place = self.place(firm.tokens.start, firm.tokens.end);
        self.salience.mention(id, place);
        self.mentions.push((id, firm.tokens));
    }
}

/// The firm that stands in a noun phrase before the first word for what only firms have.
pub(super) fn firm(reading: &Reading<'_, '_>, piece: &Piece) -> Option<Name> {
    let mut start = piece.tokens.start;
    while start < piece.head && matches!(reading.tag(start), Tag::Determiner | Tag::Possessive) {
        start += 1;
    }
    let named = |at: usize| {
        (name::is_name(reading, at) || reading.tag(at) == Tag::Adjective) && reading.is_capital(at)
    };
    let body = |end: usize| Name {
        tokens: start..end,
        before: start..start,
        title: None,
        gender: None,
        kind: Named::Organization,
    };
    // "the Border Guard (BG) spokesman"
    let bracket = (start..piece.head).find(|&at| reading.is(at, "(") && reading.is(at + 2, ")"));
    if let Some(open) = bracket.filter(|&open| open > start && (start..open).all(named)) {
        return Some(body(open));
    }
    let own = (start..=piece.head)
        .find(|&at| is_of_firm(reading, at) || at > start + 1 && is_of_body(reading, at))?;
    // "Nestor | chief executive"
    let own = own - usize::from(own > start && reading.is(own - 1, "chief"));
    let first = reading.word(start);
    // "Detroit plant", "Ana Prado’s board": no place, and nobody with a given name.
    let firm = own > start
        && (start..own).all(named)
        && (start..own).any(|at| reading.word(at).place.is_none())
        && (start..own).all(|at| {
            let word = reading.word(at);
            word.title.is_none() && word.noun != Some(Noun::Role)
        })
        && first.given.is_none()
        && (own > start + 1 || first.tags[0].is_none() && first.place.is_none());
    firm.then(|| body(own))
}

/// "International Criminal Court | prosecutor": whether what somebody is stands behind a word for a body.
fn is_of_body(reading: &Reading<'_, '_>, at: usize) -> bool {
    let office = noun::is_human(reading, at) || reading.word(at).title.is_some();
    office && reading.is_capital(at - 1) && reading.word(at - 1).org == Some(OrgWord::Word)
}

/// "CEO", "shareholders", "plant": whether a word stands for what firms alone have.
fn is_of_firm(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.word(at).describes.has(Describes::OF_FIRM)
        && (!reading.is_capital(at) || !reading.form(at).contains(char::is_lowercase))
}
