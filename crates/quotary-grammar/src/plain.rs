//! Paragraphs in which nothing is to be weighed, nine of ten: marks that open and close in turn, each
//! of them clear by its neighbours, and apostrophes.
//!
//! Every mark is read at no cost there, so no other reading is cheaper, and the one there is is
//! written down at once.

use alloc::vec::Vec;

use crate::candidate::{Role, clear_role};
use crate::convention::Uses;
use crate::fit::fits;
use crate::layout::{Sighting, trim_inside};
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
