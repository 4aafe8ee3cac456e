//! Paragraphs in which nothing is to be weighed, nine of ten: marks that open and close in turn, each
//! of them clear by its neighbours, and apostrophes.
//!
//! Every mark is read at no cost there, so no other reading is cheaper, and the one there is is
//! written down at once. That holds where the last mark opens too: a quotation that is left open costs
//! less than any other reading of an opening mark, and a mark that closes can only be left out before
//! another that opens, which then costs more.

use alloc::vec::Vec;

use crate::candidate::Role;
use crate::convention::Uses;
use crate::fit::fits;
use crate::layout::{Sighting, trim_inside};
use crate::mark::{Drawn, Family, MarkKind};
use crate::price::{BySides, PRICES, Price};
use crate::side::{Side, Sides, char_after, heads_line, side_after, side_before};
use crate::{Part, Quotation, Span};

/// What is to be done about a plain paragraph, its whole quotations aside.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Plain<'m> {
    /// The mark that opens again the quotation of the paragraph before.
    pub(crate) again: Option<&'m Sighting>,
    /// The mark that closes it.
    pub(crate) closing: Option<&'m Sighting>,
    /// The last mark, if it opens a quotation.
    pub(crate) unclosed: Option<&'m Sighting>,
}

/// Appends the quotations of a paragraph, if it is plain: those that are whole and stand in no other.
/// `carried` is what opened the quotation that is open before it; it has to be opened again.
pub(crate) fn read_plain<'m>(
    text: &str,
    paragraph: Span,
    marks: &'m [Sighting],
    uses: &Uses,
    carried: Option<MarkKind>,
    quotations: &mut Vec<Quotation>,
) -> Option<Plain<'m>> {
    let before = quotations.len();
    let plain = pairs(text, paragraph, marks, uses, carried, quotations);
    if plain.is_none() {
        quotations.truncate(before);
    }
    plain
}

/// Appends one quotation for every two marks; `None` where a mark is not clear.
#[inline(always)]
fn pairs<'m>(
    text: &str,
    paragraph: Span,
    marks: &'m [Sighting],
    uses: &Uses,
    mut carried: Option<MarkKind>,
    quotations: &mut Vec<Quotation>,
) -> Option<Plain<'m>> {
    let mut plain = Plain::default();
    let mut opening: Option<&Sighting> = None;
    let mut end = 0;
    let mut has_singles = false;
    for mark in marks {
        let Some(drawn) = uses.drawn(mark.glyph.kind) else {
            continue;
        };
        let is_clear = mark.start != end && !mark.glyph.damaged;
        let role = clear_role(text, paragraph, mark, drawn).filter(|_| is_clear)?;
        end = mark.span().end;
        match (role, opening) {
            (Role::Text, _) => has_singles = true,
            (Role::Opens, None) => {
                if let Some(kind) = carried.take() {
                    if kind != mark.glyph.kind || mark.start != paragraph.start {
                        return None;
                    }
                    plain.again = Some(mark);
                }
                opening = Some(mark);
            }
            (Role::Closes, Some(open)) if fits(open.glyph.kind, mark.glyph.kind) => {
                if plain.again.is_some() && open.start == paragraph.start {
                    plain.closing = Some(mark);
                } else {
                    let part = Part {
                        opening: open.span(),
                        content: trim_inside(text, open.span().end, mark.start),
                        closing: Some(mark.span()),
                    };
                    quotations.push(Quotation::new(part, open.glyph.kind, 0, None));
                }
                opening = None;
            }
            _ => return None,
        }
    }
    let is_again = plain.again.is_some() && plain.closing.is_none();
    plain.unclosed = opening.filter(|_| !is_again);
    // Whether speech stands in single marks is asked where a quotation reaches out of its paragraph.
    let is_whole = plain.again.is_none() && plain.unclosed.is_none();
    (carried.is_none() && (is_whole || !has_singles)).then_some(plain)
}

/// What a mark is about which its neighbours leave no doubt; `None` for one that is to be weighed.
#[inline(always)]
fn clear_role(text: &str, paragraph: Span, mark: &Sighting, drawn: Drawn) -> Option<Role> {
    match Sides::at_a_glance(text, paragraph, mark) {
        Some(sides) if mark.glyph.kind.family() != Family::Single => {
            CLEAR_ROLES[drawn as usize][sides.left as usize][sides.right as usize]
        }
        _ => closely_clear_role(text, paragraph, mark, drawn),
    }
}

/// The same for a mark that has to be looked at more closely.
fn closely_clear_role(text: &str, paragraph: Span, mark: &Sighting, drawn: Drawn) -> Option<Role> {
    let span = mark.span();
    let (left, before) = side_before(text, paragraph, span.start);
    let right = side_after(text, paragraph, span.end);
    match mark.glyph.kind.family() {
        Family::Single => {
            let is_behind_word = left == Side::Word && before.is_some_and(|c| c.is_ascii());
            let is_at_end = right != Side::Word
                && char_after(text, span.end, paragraph.end).is_none_or(|c| c.is_ascii());
            let may_close = matches!(drawn, Drawn::Closing | Drawn::Both);
            (is_behind_word && is_at_end && may_close).then_some(Role::Text)
        }
        Family::Double if before == Some('=') => None,
        Family::Guillemet if heads_line(text, paragraph, span.start) => None,
        _ => CLEAR_ROLES[drawn as usize][left as usize][right as usize],
    }
}

/// A mark that would cost this much to read the other way is clear.
const CLEAR: Price = 20;

/// What marks that are no apostrophes clearly are.
static CLEAR_ROLES: BySides<Option<Role>> = {
    let mut roles = [[[None; Side::ALL.len()]; Side::ALL.len()]; Drawn::ALL.len()];
    let mut at = 0;
    while at < Drawn::ALL.len() * Side::ALL.len() * Side::ALL.len() {
        let (drawn, left, right) = (
            at / (Side::ALL.len() * Side::ALL.len()),
            at / Side::ALL.len() % Side::ALL.len(),
            at % Side::ALL.len(),
        );
        let prices = PRICES[0][drawn][left][right];
        roles[drawn][left][right] = match (prices.open(), prices.close()) {
            (0, CLEAR..) => Some(Role::Opens),
            (CLEAR.., 0) => Some(Role::Closes),
            _ => None,
        };
        at += 1;
    }
    roles
};
