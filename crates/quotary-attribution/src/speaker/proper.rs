//! Which noun phrases are names, and what stands beside them that tells whose.

use super::{
    apposition,
    name::{self, Name, Named},
    noun, office_of,
    walk::{Piece, Walk},
};
use crate::{
    entity::SpeakerKind,
    lexicon::{self, Closed},
    mention::is_named_as_date,
    reading::Reading,
    tag::Tag,
    token::TokenKind,
};

impl Walk<'_, '_, '_, '_> {
    pub(super) fn read_name(&self, piece: &Piece) -> Option<Name> {
        let reading = self.reading;
        let date = reading.word(piece.head).closed == Some(Closed::Date)
            && !is_named_as_date(reading, piece.head);
        if date || is_date(reading, piece) || is_ticker(reading, piece) {
            return None;
        }
        if noun::is_office(reading, piece.tokens.clone()) {
            return None;
        }
        let mut name = name::name(reading, piece.tokens.clone())?;
        if let Some(split) = office_of::title_of(self.evidence, piece, &name) {
            name = split;
        }
        // "Layla Qasim | al-Murtada"
        let next = name.tokens.end;
        if name.kind.is_person() && next == piece.tokens.end && name::is_tail(reading, next) {
            name.tokens.end += 1;
        }
        if name.kind == Named::Organization {
            name.tokens.end = office_of::of_phrase(reading, name.tokens.clone());
        }
        // "in Caruaru" is a place, whatever it is called.
        let place = piece.tokens.start.checked_sub(1).is_some_and(|it| {
            reading.is_any(it, &["in", "at", "near", "outside", "across", "around"])
        });
        // "shares in Korpa", "a stake in Korpa"
        let held = piece.tokens.start.checked_sub(2).is_some_and(|it| {
            reading.is_any(it, &["holding", "stake", "stakes"])
                || reading.word(it).describes.has(lexicon::Describes::OF_FIRM)
        });
        if name.kind == Named::PerhapsPerson && place && held && name.before.is_empty() {
            name.kind = Named::Organization;
        }
        if name.kind == Named::PerhapsPerson && place && name.before.is_empty() {
            name.kind = Named::Place;
        }
        // "the operator, Minera Apacheta"
        let firm = piece.tokens.start >= 2
            && reading.is(piece.tokens.start - 1, ",")
            && self
                .evidence
                .chunks
                .ending_at(piece.tokens.start - 2)
                .is_some_and(|it| {
                    // "the chair of the committee, Ana Prado" is no committee.
                    let alone = it.tokens.start.checked_sub(1).is_none_or(|before| {
                        !matches!(reading.tag(before), Tag::Preposition | Tag::Coordinator)
                    });
                    alone
                        && reading.is(it.tokens.start, "the")
                        && (noun::is_firm_trade(reading, it.head)
                            || noun::kind(reading, it.head) == SpeakerKind::Organization)
                        && !noun::is_plural(reading, it.head)
                });
        if name.kind == Named::PerhapsPerson && firm {
            name.kind = Named::Organization;
        }
        // "Korpa’s Eva Lund" works there.
        let end = name.tokens.end;
        let works = noun::is_genitive(reading, end)
            && reading.word(end + 1).given.is_some()
            && reading.is_capital(end + 2)
            && self
                .evidence
                .chunks
                .at(end + 1)
                .is_some_and(|it| it.tokens.start <= end && it.tokens.end == end + 3);
        if name.kind == Named::PerhapsPerson && works && name.before.is_empty() {
            name.kind = Named::Organization;
        }
        // "Goudveld, which runs the mine"
        let thing = reading.is(end, ",") && reading.is(end + 1, "which");
        if name.kind == Named::PerhapsPerson && thing && name.before.is_empty() {
            name.kind = Named::Organization;
        }
        let nobody = name.kind.is_person() && name.title.is_none() && self.has_its_own(end);
        let based = name.kind == Named::PerhapsPerson && self.is_based(name.tokens.start);
        if nobody || based {
            name.kind = Named::Organization;
        }
        // "Joan Strand (D-Ohio)": who sits for a party and a state.
        let seat = reading.form(end + 1).as_bytes();
        let sits = reading.is(end, "(") && matches!(seat, [b'D' | b'I' | b'R', b'-', ..]);
        if name.kind == Named::Organization && sits {
            name.kind = Named::Person;
        }
        if name.kind == Named::PerhapsPerson {
            let behind = apposition::behind_name(self.evidence, piece.tokens.end);
            if let Some(behind) = behind {
                match noun::kind(reading, behind.head) {
                    SpeakerKind::Person
                        if noun::is_trade(reading, behind.head)
                            && reading.is(behind.tokens.start, "the") =>
                    {
                        name.kind = Named::Organization;
                    }
                    SpeakerKind::Person => name.kind = Named::Person,
                    SpeakerKind::Organization => name.kind = Named::Organization,
                    _ => {}
                }
            }
        }
        Some(name)
    }
}

impl Walk<'_, '_, '_, '_> {
    /// "Goudveld last week raised its forecast": whether the verb behind a name that ends before `end` has what is
    /// its subject's, which is then nobody.
    fn has_its_own(&self, end: usize) -> bool {
        /// A time and an adverb before the verb.
        const REACH: usize = 4;
        let reading = self.reading;
        let last = reading.sentence(end.saturating_sub(1)).tokens.end;
        let verb = (end..last.min(end + REACH))
            .find(|&at| reading.tag(at).is_verb() || reading.kind(at) != TokenKind::Word);
        verb.is_some_and(|at| reading.is(at + 1, "its") && at + 1 < last)
    }

    /// "Leeds-based | Goudveld": whether a firm's seat stands before a name at `first` that is none of a person.
    fn is_based(&self, first: usize) -> bool {
        let reading = self.reading;
        first > 0
            && reading.form(first - 1).ends_with("-based")
            && reading.word(first).given.is_none()
    }
}

/// "Korpa Inc (KRP.N)", "(NYSE: KRP)": what a firm's shares are called, and where they are traded.
fn is_ticker(reading: &Reading<'_, '_>, piece: &Piece) -> bool {
    let at = piece.head;
    let capitals = reading.form(at).bytes().all(|it| it.is_ascii_uppercase());
    let opens = |at: usize| at > 0 && reading.is(at - 1, "(");
    let parts = |at: usize| reading.is_any(at, &[".", ":"]);
    capitals
        && piece.tokens.len() == 1
        && (opens(at) && parts(at + 1) || at > 2 && parts(at - 1) && opens(at - 2))
        && (at..at + 4).any(|it| reading.is(it, ")"))
}

/// "Christmas Day", "in May", "May 4": words of dates that are names as well.
fn is_date(reading: &Reading<'_, '_>, piece: &Piece) -> bool {
    let before = piece.tokens.start.checked_sub(1);
    let alone = piece.tokens.len() == 1;
    let feast = reading.is_any(piece.head, &["day", "eve"])
        && (!alone || before.is_some_and(|it| reading.word(it).closed == Some(Closed::Date)));
    let when = before.is_some_and(|it| {
        reading.is_any(
            it,
            &[
                "by", "early", "in", "last", "late", "mid", "next", "since", "this", "until",
            ],
        )
    }) || reading.kind(piece.head + 1) == TokenKind::Number;
    // "between January and May"
    let joined = piece.tokens.start.checked_sub(2).is_some_and(|it| {
        reading.is_any(it + 1, &["and", "or", "to"])
            && reading.word(it).closed == Some(Closed::Date)
    });
    let when = when || joined;
    feast || alone && reading.is(piece.head, "may") && when
}
