//! What ties the words of one noun phrase beside nouns: "&", brackets, marks, particles.

use super::chunk::{names_role, nominal_follows};
use crate::{lexicon::Title, reading::Reading, tag::Tag, token::TokenKind};

/// Brackets and marks inside a name: `Gen. Ampofo (ret.)`, `Robert “Bob” Lane`, `R-Texas`, "$".
pub(super) fn joins_names(reading: &Reading<'_, '_>, at: usize, start: usize, end: usize) -> bool {
    match reading.kind(at) {
        TokenKind::Opening | TokenKind::Closing => {
            let before = at.checked_sub(1).filter(|&before| before >= start);
            let opening = reading.kind(at) == TokenKind::Opening;
            if opening {
                // One or two names between marks, and a name behind them.
                let close =
                    (at + 1..end.min(at + 4)).find(|&at| reading.kind(at) == TokenKind::Closing);
                before.is_some_and(|it| reading.tag(it) == Tag::Name)
                    && close.is_some_and(|close| {
                        close > at + 1
                            && (at + 1..close).all(|it| reading.is_capital(it))
                            && reading.tag(close + 1) == Tag::Name
                            && close + 1 < end
                    })
            } else {
                before.is_some_and(|it| reading.is_capital(it))
                    && reading.tag(at + 1) == Tag::Name
                    && (start..at)
                        .rev()
                        .take(3)
                        .any(|it| reading.kind(it) == TokenKind::Opening)
            }
        }
        _ if reading.is(at, "&") => at > start && ampersand_joins(reading, at),
        // "the Peoria, Illinois-based company"
        _ if reading.is(at, ",") => {
            at > start
                && reading.tag(at - 1) == Tag::Name
                && reading.is_capital(at + 1)
                && reading.form(at + 1).ends_with("-based")
                && nominal_follows(reading, at + 2, end)
        }
        _ if reading.is(at, "(") => at > start && brackets_initials(reading, at, end),
        _ if reading.is(at, ")") => at >= start + 3 && brackets_initials(reading, at - 2, end),
        _ => reading.is_any(at, &["$", "£", "€", "¥"]),
    }
}

/// "the Border Guard | (BG) spokesman": whether a bracket that opens at `open` holds the initials of a body
/// before which nothing but its name stands, and somebody of it behind.
fn brackets_initials(reading: &Reading<'_, '_>, open: usize, end: usize) -> bool {
    let behind = open + 3;
    behind < end
        && reading.is(open + 2, ")")
        && reading.tag(open - 1) == Tag::Name
        && reading
            .form(open + 1)
            .bytes()
            .all(|it| it.is_ascii_uppercase())
        && names_role(reading, behind)
}

/// "Lane & Brun", "Loaf & Salt": a name or a capital noun behind "&".
pub(super) fn ampersand_joins(reading: &Reading<'_, '_>, at: usize) -> bool {
    let capital = matches!(reading.tag(at + 1), Tag::Noun | Tag::Nouns)
        && reading.is_capital(at + 1)
        && reading.tag(at - 1) == Tag::Name;
    reading.tag(at + 1) == Tag::Name || capital
}

/// "João | dos | Santos", "Willem | van | den | Berg": whether a particle at `at` stands between the
/// names of one person, the last of which ends before `end`.
pub(super) fn is_particle_inside(reading: &Reading<'_, '_>, at: usize, end: usize) -> bool {
    /// "von und zu"
    const LONGEST: usize = 3;
    if !is_particle(reading, at) {
        return false;
    }
    let name = |at: usize| reading.is_capital(at) && reading.tag(at).is_nominal();
    let limit = end.min(at + LONGEST);
    let next = (at..limit).find(|&it| !is_particle(reading, it));
    let before = (at.saturating_sub(LONGEST)..at)
        .rev()
        .find(|&it| !is_particle(reading, it));
    next.is_some_and(|it| name(it) && reading.word(it).closed.is_none())
        && before.is_some_and(|it| name(it) && reading.word(it).closed.is_none())
}

/// A word written small between given name and surname: "van", "dos"; also such as are common words
/// or numbers elsewhere, "do", "ten".
pub(crate) fn is_particle(reading: &Reading<'_, '_>, at: usize) -> bool {
    !reading.is_capital(at)
        && (reading.word(at).title == Some(Title::Particle)
            || reading.is_any(at, &["den", "der", "do", "e", "ten", "und"]))
}
