//! Paragraphs in which nothing is to be weighed, nine of ten: marks that open and close in turn, each
//! of them clear by its neighbours, and apostrophes.
//!
//! Every mark is read at no cost there, so no other reading is cheaper, and the one there is is
//! written down at once.

use alloc::vec::Vec;

use crate::candidate::Role;
use crate::convention::Uses;
use crate::fit::fits;
use crate::layout::{Sighting, trim_inside};
use crate::mark::{Drawn, Family};
use crate::price::{BySides, PRICES, Price};
use crate::side::{Side, char_after, heads_line, side_after, side_before};
use crate::{Part, Quotation, Span};

/// Appends the quotations of a paragraph in which no quotation of the one before goes on, if it is
/// plain, and says whether it was.
pub(crate) fn read_plain(
    text: &str,
    paragraph: Span,
    marks: &[Sighting],
    uses: &Uses,
    quotations: &mut Vec<Quotation>,
) -> bool {
    let before = quotations.len();
    let is_plain = pairs(text, paragraph, marks, uses, quotations).is_some();
    if !is_plain {
        quotations.truncate(before);
    }
    is_plain
}

/// Appends one quotation for every two marks; `None` where a mark is not clear.
#[inline(always)]
fn pairs(
    text: &str,
    paragraph: Span,
    marks: &[Sighting],
    uses: &Uses,
    quotations: &mut Vec<Quotation>,
) -> Option<()> {
    let mut opening: Option<&Sighting> = None;
    let mut end = 0;
    for mark in marks {
        let Some(drawn) = uses.drawn(mark.glyph.kind) else {
            continue;
        };
        let is_clear = mark.start != end && !mark.glyph.damaged;
        let role = clear_role(text, paragraph, mark, drawn).filter(|_| is_clear)?;
        end = mark.span().end;
        match (role, opening) {
            (Role::Text, _) => {}
            (Role::Opens, None) => opening = Some(mark),
            (Role::Closes, Some(open)) if fits(open.glyph.kind, mark.glyph.kind) => {
                let part = Part {
                    opening: open.span(),
                    content: trim_inside(text, open.span().end, mark.start),
                    closing: Some(mark.span()),
                };
                quotations.push(Quotation::new(part, open.glyph.kind, 0, None));
                opening = None;
            }
            _ => return None,
        }
    }
    opening.is_none().then_some(())
}

/// What a mark is about which its neighbours leave no doubt; `None` for one that is to be weighed.
#[inline]
fn clear_role(text: &str, paragraph: Span, mark: &Sighting, drawn: Drawn) -> Option<Role> {
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
