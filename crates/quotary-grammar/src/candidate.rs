//! Marks of one paragraph with what their neighbours say about them.
//!
//! A candidate has a price for each reading: to open, to close, to be text. A reading that is
//! certain costs nothing; [`pairing`](crate::pairing) looks for the cheapest readings of all marks
//! of a paragraph together.

use alloc::vec::Vec;

use crate::Span;
use crate::convention::Uses;
use crate::layout::Sighting;
use crate::mark::{Drawn, Families, Family, MarkKind};
use crate::price::{
    NEVER, Price, Prices, STRAY, STRAY_SINGLE, TURNED_SINGLE, double_text_price, priced,
    single_text_price, text_price_in_row,
};
use crate::side::{Place, Side, Sides, heads_line, is_inside_word, side_after, side_before};
use crate::ways::{Choices, Weights};

/// What a mark turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// No mark at all, as far as this reading goes.
    Text,
    /// Opens a quotation.
    Opens,
    /// Opens a quotation, and the one of its family that was open ends without a mark.
    Restarts,
    /// Closes the innermost quotation of its family.
    Closes,
    /// Goes on with the turn that a dash closed for the narrator.
    Resumes,
}

/// A mark and what each way of reading it costs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) start: usize,
    pub(crate) weights: Weights,
    /// Its length in bytes.
    len: u32,
    /// For the pairing: the choice at each depth.
    pub(crate) choices: Choices,
    pub(crate) kind: MarkKind,
    pub(crate) family: Family,
    pub(crate) damaged: bool,
    pub(crate) role: Role,
}

impl Candidate {
    /// The dash of a dialogue: nothing is to be weighed.
    pub(crate) fn dash(span: Span, role: Role) -> Self {
        Self {
            start: span.start,
            weights: Weights::new(MarkKind::Dash, Drawn::OnlyOpening, false, Prices::NONE),
            len: u32::try_from(span.len()).unwrap_or(u32::MAX),
            choices: Choices::default(),
            kind: MarkKind::Dash,
            family: Family::Dash,
            damaged: false,
            role,
        }
    }

    #[inline(always)]
    fn new(mark: &Sighting, family: Family, weights: Weights) -> Self {
        Self {
            start: mark.start,
            weights,
            len: mark.len,
            choices: Choices::default(),
            kind: mark.glyph.kind,
            family,
            damaged: mark.glyph.damaged,
            role: Role::Text,
        }
    }

    #[inline]
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start, self.start + self.len as usize)
    }

    /// Whether it can begin a paragraph's share of a quotation.
    pub(crate) fn can_open(&self) -> bool {
        self.weights.prices().open() <= LIKELY
    }

    /// Whether, being text, it looks like a mark whose partner is missing.
    pub(crate) fn is_stray(&self) -> bool {
        self.weights.prices().text() >= STRAY_SINGLE
    }

    /// It stands where marks that close elsewhere open: `’…’`.
    pub(crate) fn may_be_turned(&mut self) {
        let prices = self.weights.prices();
        if self.kind == MarkKind::RightSingle && prices.open() < NEVER {
            let open = prices.open().saturating_sub(TURNED_SINGLE);
            self.weights = self.weights.at(prices.opened_at(open));
        }
    }
}

/// A reading of at most this price is likely by itself.
const LIKELY: Price = 8;

/// Weighs the marks that were seen in `paragraph` and puts them into `found`; gives their families.
pub(crate) fn weigh(
    text: &str,
    paragraph: Span,
    marks: &[Sighting],
    uses: &Uses,
    found: &mut Vec<Candidate>,
) -> Families {
    found.clear();
    found.reserve(marks.len());
    let mut families = Families::default();
    let mut weighing = Weighing {
        text,
        paragraph,
        is_attribute: false,
        row: Row::NONE,
    };
    for mark in marks {
        let kind = mark.glyph.kind;
        let Some(drawn) = uses.drawn(kind) else {
            continue;
        };
        let family = kind.family();
        if weighing.row.end == mark.start
            && !weighing.is_attribute
            && let Some(text_price) = text_price_in_row(text, paragraph, mark)
        {
            weighing.row.len += 1;
            weighing.row.end = mark.span().end;
            let weights = Weights::new(kind, drawn, false, Prices::of_text(text_price));
            found.push(Candidate::new(mark, family, weights));
            families.insert(family);
            continue;
        }
        match Place::at_a_glance(text, paragraph, mark) {
            Some(place) if !weighing.is_attribute => {
                weighing.end_row(found);
                let weights = Weights::new(kind, drawn, false, Prices::at(kind, drawn, place));
                found.push(Candidate::new(mark, family, weights));
            }
            _ => {
                if !weighing.closely(mark, drawn, found) {
                    continue;
                }
            }
        }
        families.insert(family);
    }
    weighing.end_row(found);
    families
}

/// Marks that are weighed one after the other.
struct Weighing<'t> {
    text: &'t str,
    paragraph: Span,
    /// Whether the value of an attribute of markup (`href="…"`) is open: it is no quotation.
    is_attribute: bool,
    row: Row,
}

/// The last candidates, those that stand side by side: all have the same before and behind them.
struct Row {
    /// How many they are.
    len: usize,
    /// What stands before the first.
    left: Side,
    /// Where the last ends.
    end: usize,
}

impl Row {
    const NONE: Self = Self {
        len: 0,
        left: Side::Edge,
        end: usize::MAX,
    };
}

impl Weighing<'_> {
    /// Weighs a mark that has to be looked at more closely; says whether it is a candidate. What it
    /// costs to open and to close shows when nothing follows it in its row.
    #[inline(never)]
    fn closely(&mut self, mark: &Sighting, drawn: Drawn, found: &mut Vec<Candidate>) -> bool {
        let (text, paragraph, kind, span) =
            (self.text, self.paragraph, mark.glyph.kind, mark.span());
        let is_next = self.row.end == span.start;
        let (left, before) = if is_next {
            (self.row.left, None)
        } else {
            side_before(text, paragraph, span.start)
        };
        let text_price = match kind.family() {
            Family::Double if self.is_attribute || before == Some('=') => {
                // `alt=""` is a whole value.
                let is_whole = span.len() == 2 && kind == MarkKind::StraightDouble;
                self.is_attribute = !self.is_attribute && !is_whole;
                return false;
            }
            Family::Double => double_text_price(kind, before),
            Family::Single => {
                if is_inside_word(text, paragraph, span, before) {
                    return false;
                }
                single_text_price(text, paragraph, span, kind, before)
            }
            _ => STRAY,
        };
        if !is_next {
            self.end_row(found);
            self.row.left = left;
        }
        self.row.len += 1;
        self.row.end = span.end;
        let family = kind.family();
        let heads_line = family == Family::Guillemet && heads_line(text, paragraph, span.start);
        let weights = Weights::new(kind, drawn, heads_line, Prices::of_text(text_price));
        found.push(Candidate::new(mark, family, weights));
        true
    }

    /// Weighs the candidates of the row, now that nothing follows.
    #[inline(always)]
    fn end_row(&mut self, found: &mut [Candidate]) {
        if self.row.len > 0 {
            self.weigh_row(found);
            self.row = Row::NONE;
        }
    }

    #[inline(never)]
    fn weigh_row(&self, found: &mut [Candidate]) {
        let sides = Sides {
            left: self.row.left,
            right: side_after(self.text, self.paragraph, self.row.end),
        };
        let first = found.len().saturating_sub(self.row.len);
        for candidate in &mut found[first..] {
            candidate.weights = priced(candidate.weights, sides);
        }
    }
}
