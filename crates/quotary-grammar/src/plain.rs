//! Paragraphs in which nothing is to be weighed, nine of ten: marks that open and close in turn, each
//! of them clear by its neighbours, single ones inside double ones, and apostrophes.
//!
//! Every mark is read at no cost there, so no other reading is cheaper, and the one there is is
//! written down at once. That holds too where the last mark opens, where one mark closes what another
//! kind has opened, and where one opens at the edge but not before a word: together they cost less than
//! any other reading of an opening mark does, and a mark that closes can only be left out before another
//! that opens, which then costs more.

use alloc::vec::Vec;

use crate::apostrophe::is_elision;
use crate::candidate::{Candidate, Role};
use crate::convention::Uses;
use crate::fit::misfit;
use crate::kind::{Drawn, Family, MarkKind};
use crate::layout::trim_inside;
use crate::price::{BySides, PRICES, Price};
use crate::side::{Place, Side, Sides, char_after, heads_line, side_after, side_before};
use crate::{Part, Quotation, Span};

/// What is to be done about a plain paragraph, its whole quotations aside.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Plain<'m> {
    /// The mark that opens again the quotation of the paragraph before.
    pub(crate) again: Option<&'m Candidate>,
    /// The mark that closes it.
    pub(crate) closing: Option<&'m Candidate>,
    /// The last mark, if it opens a quotation.
    pub(crate) unclosed: Option<&'m Candidate>,
}

impl Plain<'_> {
    /// Whether a quotation goes on from the paragraph before, or into the next.
    pub(crate) fn reaches_out(&self) -> bool {
        self.again.is_some() || self.unclosed.is_some()
    }
}

/// Appends the quotations of a paragraph, if it is plain, those aside that reach out of it. `carried`
/// is what opened the quotation that is open before it, which has to be opened again; `taken` is the
/// number of quotations before the first of `quotations`.
pub(crate) fn read_plain<'m>(
    text: &str,
    paragraph: Span,
    marks: &'m [Candidate],
    uses: &Uses,
    carried: Option<MarkKind>,
    taken: usize,
    quotations: &mut Vec<Quotation>,
) -> Option<Plain<'m>> {
    let before = quotations.len();
    let mut reading = Reading {
        text,
        paragraph,
        carried,
        taken,
        quotations,
        plain: Plain::default(),
        outer: None,
        inner: None,
        written: None,
        has_apostrophes: false,
        paid: 0,
    };
    let is_plain = reading.read(marks, uses).is_some();
    let plain = reading.plain;
    if !is_plain {
        quotations.truncate(before);
    }
    is_plain.then_some(plain)
}

/// Whether the only mark of a paragraph clearly opens a quotation at its beginning, which then goes on to
/// its end.
#[inline]
pub(crate) fn opens_alone(text: &str, paragraph: Span, mark: &Candidate, uses: &Uses) -> bool {
    let kind = mark.kind;
    let is_sure = kind.family() != Family::Single && !mark.damaged;
    if mark.start != paragraph.start || !is_sure {
        return false;
    }
    let place = Place::at_a_glance(text, paragraph, mark);
    let role = uses
        .drawn(kind)
        .zip(place)
        .and_then(|(drawn, place)| clear_role(drawn, place));
    matches!(role, Some((Role::Opens, _)))
}

/// A paragraph that is being read for as long as it is plain.
struct Reading<'r, 'm> {
    text: &'r str,
    paragraph: Span,
    carried: Option<MarkKind>,
    taken: usize,
    quotations: &'r mut Vec<Quotation>,
    plain: Plain<'m>,
    /// The mark of the quotation that is open.
    outer: Option<&'m Candidate>,
    /// The single mark of the quotation that is open inside it.
    inner: Option<&'m Candidate>,
    /// The index of the quotation that is open, if it has been written down, for others inside it.
    written: Option<usize>,
    /// Whether a single mark was taken for text.
    has_apostrophes: bool,
    /// What the reading costs.
    paid: Price,
}

impl<'m> Reading<'_, 'm> {
    /// `None` where a mark is not clear.
    #[inline(always)]
    fn read(&mut self, marks: &'m [Candidate], uses: &Uses) -> Option<()> {
        // What stands before the last marks, those side by side, and where they end.
        let mut row = (Side::Edge, usize::MAX);
        let (mut has_nested, mut has_rows) = (false, false);
        for (index, mark) in marks.iter().enumerate() {
            let Some(drawn) = uses.drawn(mark.kind) else {
                continue;
            };
            if mark.damaged {
                return None;
            }
            let is_single = mark.kind.family() == Family::Single;
            if let Some(place) = Place::at_a_glance(self.text, self.paragraph, mark)
                && !is_single
            {
                self.sure(mark, drawn, place)?;
                continue;
            }
            let before = if row.1 == mark.start {
                (row.0, None)
            } else {
                side_before(self.text, self.paragraph, mark.start)
            };
            has_rows |= row.1 == mark.start;
            row = (before.0, mark.span().end);
            let end = end_of_row(&marks[index..], uses)?;
            let sides = Sides {
                left: before.0,
                right: side_after(self.text, self.paragraph, end),
            };
            if is_single {
                self.single(mark, drawn, sides, before.1)?;
                has_nested |= self.inner.is_some();
            } else {
                let is_doubtful = match mark.kind.family() {
                    Family::Double => before.1 == Some('='),
                    // It may be the sign of a list.
                    _ if sides.left == Side::Edge && sides.right == Side::Blank => true,
                    Family::Guillemet => heads_line(self.text, self.paragraph, mark.start),
                    _ => false,
                };
                if is_doubtful {
                    return None;
                }
                self.sure(mark, drawn, sides.place())?;
            }
        }
        self.end(has_nested, has_rows)
    }

    /// Reads a mark that is no apostrophe.
    #[inline(always)]
    fn sure(&mut self, mark: &'m Candidate, drawn: Drawn, place: Place) -> Option<()> {
        let (role, price) = clear_role(drawn, place)?;
        if price > 0 {
            self.pay(price)?;
        }
        match self.outer {
            None if role == Role::Opens => {
                if let Some(kind) = self.carried.take() {
                    if kind != mark.kind || mark.start != self.paragraph.start {
                        return None;
                    }
                    self.plain.again = Some(mark);
                }
                self.outer = Some(mark);
                Some(())
            }
            Some(outer) if role == Role::Closes => self.close(outer, mark),
            _ => None,
        }
    }

    #[inline(always)]
    fn close(&mut self, outer: &'m Candidate, mark: &'m Candidate) -> Option<()> {
        let (opener, kind) = (outer.kind, mark.kind);
        let misfit = misfit(opener as u8, kind);
        if misfit > 0 {
            if kind.family() != opener.family() {
                return None;
            }
            self.pay(misfit)?;
        }
        if self.inner.is_some() {
            return None;
        }
        if self.is_again() {
            self.plain.closing = Some(mark);
        } else {
            let content = trim_inside(self.text, outer.span().end, mark.start);
            let closing = Some(mark.span());
            if let Some(written) = self.written.take() {
                self.quotations[written].end_last(content, closing);
            } else {
                let part = Part {
                    opening: outer.span(),
                    content,
                    closing,
                };
                self.quotations.push(Quotation::new(part, opener, 0, None));
            }
        }
        self.outer = None;
        Some(())
    }

    /// The reading costs so much more; `None` where that is too much for it to be clear.
    fn pay(&mut self, price: Price) -> Option<()> {
        self.paid += price;
        (self.paid <= SLIGHT).then_some(())
    }

    /// Whether the quotation that is open is that of the paragraph before.
    fn is_again(&self) -> bool {
        self.plain.again.is_some() && self.plain.closing.is_none()
    }

    /// Reads what may be an apostrophe, behind the character `before`.
    #[inline(never)]
    fn single(
        &mut self,
        mark: &'m Candidate,
        drawn: Drawn,
        sides: Sides,
        before: Option<char>,
    ) -> Option<()> {
        let role = clear_role(drawn, sides.place()).filter(|&(_, price)| price == 0);
        let role = role.map(|(role, _)| role);
        let span = mark.span();
        let behind = &self.text[span.end..self.paragraph.end];
        match (self.inner, self.outer) {
            (Some(inner), _) => {
                // What may be a possessive, or minutes.
                let is_doubtful = sides.left == Side::Word
                    && before.is_some_and(|c| matches!(c, 's' | 'S' | 'z' | 'x' | '0'..='9'));
                let fits = misfit(inner.kind as u8, mark.kind) == 0;
                if role != Some(Role::Closes) || is_doubtful || !fits {
                    return None;
                }
                let part = Part {
                    opening: inner.span(),
                    content: trim_inside(self.text, inner.span().end, span.start),
                    closing: Some(span),
                };
                let parent = self.written.map(|written| self.taken + written);
                let quotation = Quotation::new(part, inner.kind, 1, parent);
                self.quotations.push(quotation);
                self.inner = None;
            }
            (None, Some(outer)) if role == Some(Role::Opens) => {
                if is_elision(behind) || self.is_again() {
                    return None;
                }
                if self.written.is_none() {
                    self.written = Some(self.quotations.len());
                    let outer = Quotation::opened(outer.span(), outer.kind, 0, None);
                    self.quotations.push(outer);
                }
                self.inner = Some(mark);
            }
            _ => {
                let is_behind_word =
                    sides.left == Side::Word && before.is_some_and(|c| c.is_ascii());
                let is_at_end = sides.right != Side::Word
                    && char_after(self.text, span.end, self.paragraph.end)
                        .is_none_or(|c| c.is_ascii());
                let may_close = matches!(drawn, Drawn::Closing | Drawn::Both);
                if !is_behind_word || !is_at_end || !may_close {
                    return None;
                }
                self.has_apostrophes = true;
            }
        }
        Some(())
    }

    /// The paragraph is at its end.
    #[inline(always)]
    fn end(&mut self, has_nested: bool, has_rows: bool) -> Option<()> {
        if !self.is_again() {
            self.plain.unclosed = self.outer;
        }
        // An apostrophe might close what a single mark opens, and where a paragraph is not of the plainest,
        // it asks whether speech stands in single marks.
        let is_plainest = self.plain.again.is_none() && self.outer.is_none() && self.paid == 0;
        let is_clear = !self.has_apostrophes || (is_plainest && !has_nested && !has_rows);
        let is_closed = self.inner.is_none() && !(has_nested && self.outer.is_some());
        (self.carried.is_none() && is_clear && is_closed).then_some(())
    }
}

/// What a reading costs at most, an open end aside, for it to be clear: with that, less than a mark
/// which costs [`CLEAR`].
const SLIGHT: Price = 4;

/// Marks side by side in prose.
const LONGEST_ROW: usize = 3;

/// Where the marks end that stand side by side from the first one on; `None` where they are many.
fn end_of_row(marks: &[Candidate], uses: &Uses) -> Option<usize> {
    let mut end = marks.first()?.span().end;
    for (index, next) in marks.iter().enumerate().skip(1) {
        if next.start != end || uses.drawn(next.kind).is_none() {
            break;
        }
        if index == LONGEST_ROW {
            return None;
        }
        end = next.span().end;
    }
    Some(end)
}

/// What a mark is about which its place leaves no doubt, and what that costs; `None` for one
/// that is to be weighed.
#[inline(always)]
fn clear_role(drawn: Drawn, place: Place) -> Option<(Role, Price)> {
    CLEAR_ROLES[drawn as usize][place.index()]
}

/// A mark that would cost this much to read the other way is clear.
const CLEAR: Price = 20;

/// What marks that are no apostrophes clearly are.
static CLEAR_ROLES: BySides<Option<(Role, Price)>> = {
    let mut roles = [[None; Place::COUNT]; Drawn::ALL.len()];
    let mut at = 0;
    while at < Drawn::ALL.len() * Place::COUNT {
        let (drawn, place) = (at / Place::COUNT, at % Place::COUNT);
        let prices = PRICES[0][drawn][place];
        roles[drawn][place] = match (prices.open(), prices.close()) {
            (open @ ..=SLIGHT, CLEAR..) => Some((Role::Opens, open)),
            (CLEAR.., 0) => Some((Role::Closes, 0)),
            _ => None,
        };
        at += 1;
    }
    roles
};
