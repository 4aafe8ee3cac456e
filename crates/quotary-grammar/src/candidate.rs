//! Marks of one paragraph with what their neighbours say about them.
//!
//! A candidate has a price for each reading: to open, to close, to be text. A reading that is
//! certain costs nothing; [`pairing`](crate::pairing) looks for the cheapest readings of all marks
//! of a paragraph together.

use alloc::vec::Vec;

use crate::Span;
use crate::convention::Uses;
use crate::kind::{Drawn, Families, Family, MarkKind};
use crate::mark::Glyph;
use crate::price::{
    ELISION, NEVER, POSSESSIVE_CLOSES, Price, Prices, STRAY, STRAY_SINGLE, TURNED_SINGLE,
    double_text_price, priced, single_text_price, text_price_in_hebrew, text_price_in_row,
};
use crate::side::{
    Place, Side, Sides, heads_line, is_hebrew, is_inside_word, side_after, side_before,
};
use crate::ways::Weights;

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

/// A mark that was seen, what each way of reading it costs, and which of them it was.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) start: usize,
    /// [`Weights::NONE`] before it is weighed.
    pub(crate) weights: Weights,
    /// Its length in bytes; of a longer run of straight marks, the last ones are text.
    pub(crate) len: u32,
    pub(crate) kind: MarkKind,
    /// Written wrongly by a converter.
    pub(crate) damaged: bool,
    /// Text before its paragraph has been read.
    pub(crate) role: Role,
}

/// A text made of marks is slow by the memory that they take.
const _: () = assert!(size_of::<Candidate>() <= 24);

impl Candidate {
    /// A mark that stands at `start` and ends at `end`.
    #[inline(always)]
    pub(crate) fn seen(start: usize, end: usize, glyph: Glyph) -> Self {
        Self {
            start,
            weights: Weights::NONE,
            len: u32::try_from(end - start).unwrap_or(u32::MAX),
            kind: glyph.kind,
            damaged: glyph.damaged,
            role: Role::Text,
        }
    }

    /// The dash of a dialogue: nothing is to be weighed.
    pub(crate) fn dash(span: Span, role: Role) -> Self {
        let glyph = Glyph {
            kind: MarkKind::Dash,
            damaged: false,
        };
        Self {
            weights: Weights::new(MarkKind::Dash, Drawn::OnlyOpening, false, Prices::NONE),
            role,
            ..Self::seen(span.start, span.end, glyph)
        }
    }

    #[inline]
    pub(crate) fn family(&self) -> Family {
        self.kind.family()
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

    /// It stands between two words where speech in single marks goes on: if the first may be a possessive,
    /// it hardly ends that speech.
    pub(crate) fn may_be_possessive(&mut self) {
        let prices = self.weights.prices();
        if self.kind.family() == Family::Single && prices.close() == POSSESSIVE_CLOSES {
            let close = prices.close() + POSSESSIVE_CLOSES;
            let prices = Prices::new((prices.open(), close), prices.text());
            self.weights = self.weights.at(prices);
        }
    }

    /// It stands at the head of a paragraph where it may repeat the mark that would close what is open.
    pub(crate) fn may_repeat(&mut self) {
        if self.kind == MarkKind::RightGuillemet {
            let close = self.weights.prices().close();
            self.weights = self.weights.at(Prices::new((LIKELY, close), STRAY));
        }
    }
}

/// A reading of at most this price is likely by itself.
const LIKELY: Price = 8;

/// Weighs the `marks` that were seen in `paragraph`, and leaves out those that are none; gives the
/// families of the others.
pub(crate) fn weigh(
    text: &str,
    paragraph: Span,
    marks: &mut Vec<Candidate>,
    uses: &Uses,
) -> Families {
    let mut weighing = Weighing {
        text,
        paragraph,
        uses,
        families: Families::default(),
        is_attribute: false,
        is_doubled: false,
        has_joined: false,
        row: Row::NONE,
    };
    let mut are_all = true;
    let mut next = 0;
    while next < marks.len() {
        if !weighing.is_attribute {
            next += weighing.rest_of_row(&mut marks[next..]);
        }
        if !weighing.goes_on(marks.get(next)) {
            weighing.end_row(marks);
            if !weighing.is_attribute {
                next += weighing.at_a_glance(&mut marks[next..]);
            }
        }
        if let Some(mark) = marks.get_mut(next) {
            are_all &= weighing.closely(mark, next);
            next += 1;
        }
    }
    weighing.end_row(marks);
    if !are_all || weighing.has_joined {
        marks.retain(|mark| mark.weights != Weights::NONE);
    }
    weighing.families
}

/// Marks that are weighed one after the other.
struct Weighing<'t> {
    text: &'t str,
    paragraph: Span,
    uses: &'t Uses,
    families: Families,
    /// Whether the value of an attribute of markup (`href="…"`) is open: it is no quotation.
    is_attribute: bool,
    /// Whether `‘‘` is open.
    is_doubled: bool,
    /// Whether two marks have become one.
    has_joined: bool,
    row: Row,
}

/// The last marks, those that stand side by side: all have the same before and behind them.
struct Row {
    /// The index of the first.
    first: usize,
    /// How many they are; none where the last mark stands alone.
    len: usize,
    /// What stands before the first.
    left: Side,
    /// Where the last ends.
    end: usize,
}

impl Row {
    const NONE: Self = Self {
        first: 0,
        len: 0,
        left: Side::Edge,
        end: usize::MAX,
    };
}

impl Weighing<'_> {
    /// Weighs those of the first marks whose neighbours say all there is to know; says how many they are.
    /// None of them stands beside another.
    #[inline(never)]
    fn at_a_glance(&mut self, marks: &mut [Candidate]) -> usize {
        let (text, paragraph, uses) = (self.text, self.paragraph, self.uses);
        let mut families = self.families;
        let weighed = marks
            .iter_mut()
            .map_while(|mark| {
                let drawn = uses.drawn(mark.kind)?;
                let place = Place::at_a_glance(text, paragraph, mark)?;
                let prices = Prices::at(mark.kind, drawn, place);
                mark.weights = Weights::new(mark.kind, drawn, false, prices);
                families.insert(mark.family());
                Some(())
            })
            .count();
        self.families = families;
        weighed
    }

    /// Puts those of the first marks into the row that go on with it and of which no more is to be said
    /// before it ends; says how many they are.
    #[inline]
    fn rest_of_row(&mut self, marks: &mut [Candidate]) -> usize {
        let (text, paragraph, uses) = (self.text, self.paragraph, self.uses);
        let (mut families, mut end) = (self.families, self.row.end);
        let added = marks
            .iter_mut()
            .map_while(|mark| {
                let drawn = uses.drawn(mark.kind)?;
                if mark.start != end {
                    return None;
                }
                let text_price = text_price_in_row(text, paragraph, mark)?;
                let prices = Prices::of_text(text_price);
                mark.weights = Weights::new(mark.kind, drawn, false, prices);
                families.insert(mark.family());
                end = mark.span().end;
                Some(())
            })
            .count();
        (self.families, self.row.end) = (families, end);
        self.row.len += added;
        added
    }

    /// Weighs the mark of the index, which has to be looked at more closely; any row that it does not go
    /// on with has ended. Says whether it is a mark. What it costs to open and to close shows when nothing follows it in
    /// its row.
    #[inline(never)]
    fn closely(&mut self, mark: &mut Candidate, index: usize) -> bool {
        let (text, paragraph, kind, span) = (self.text, self.paragraph, mark.kind, mark.span());
        let Some(drawn) = self.uses.drawn(kind) else {
            return false;
        };
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
            Family::Double if is_hebrew(before) => {
                let Some(text_price) = text_price_in_hebrew(text, paragraph, span) else {
                    return false;
                };
                text_price
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
            self.row = Row {
                first: index,
                left,
                ..Row::NONE
            };
        }
        self.row.len += 1;
        self.row.end = span.end;
        self.families.insert(kind.family());
        let heads_line =
            kind.family() == Family::Guillemet && heads_line(text, paragraph, span.start);
        mark.weights = Weights::new(kind, drawn, heads_line, Prices::of_text(text_price));
        true
    }

    /// Whether `next` stands right behind the row.
    #[inline(always)]
    fn goes_on(&self, next: Option<&Candidate>) -> bool {
        next.is_some_and(|mark| mark.start == self.row.end)
    }

    /// Weighs the marks of the row, now that nothing follows in it.
    #[inline(always)]
    fn end_row(&mut self, marks: &mut [Candidate]) {
        if self.row.len > 0 {
            self.weigh_row(marks);
            self.row = Row::NONE;
        }
    }

    #[inline(never)]
    fn weigh_row(&mut self, marks: &mut [Candidate]) {
        let (before, row) = marks.split_at_mut(self.row.first);
        if let [first, second] = &mut row[..self.row.len]
            && let Some(drawn) = self.doubled(before, first, second)
        {
            *first = joined(*first, *second, drawn);
            second.weights = Weights::NONE;
            self.is_doubled = drawn == Drawn::Opening;
            self.has_joined = true;
            self.families.insert(first.family());
        }
        let sides = Sides {
            left: self.row.left,
            right: side_after(self.text, self.paragraph, self.row.end),
        };
        // Mostly it is the same mark again.
        let mut last = (Weights::NONE, Weights::NONE);
        let row = &mut marks[self.row.first..][..self.row.len];
        for mark in row.iter_mut().filter(|mark| mark.weights != Weights::NONE) {
            if mark.weights != last.0 {
                last = (mark.weights, priced(mark.weights, sides));
            }
            mark.weights = last.1;
        }
    }

    /// Which way two marks are drawn that are one: `‘‘` before no elision, and the `’’` that closes it, or `“`.
    fn doubled(
        &self,
        before: &[Candidate],
        first: &Candidate,
        second: &Candidate,
    ) -> Option<Drawn> {
        self.uses.drawn(MarkKind::DoubledSingle)?;
        match (first.kind, second.kind) {
            (MarkKind::LeftSingle, MarkKind::LeftSingle) => {
                let is_elision = second.weights.prices().text() == ELISION;
                (!is_elision && !first.damaged && !second.damaged).then_some(Drawn::Opening)
            }
            (MarkKind::RightSingle, MarkKind::RightSingle) => {
                let closes = self.is_doubled || opened_last(before) == Some(MarkKind::LeftDouble);
                closes.then_some(Drawn::Closing)
            }
            _ => None,
        }
    }
}

/// The last of the marks that is no apostrophe, if it is one of the last few.
fn opened_last(before: &[Candidate]) -> Option<MarkKind> {
    let last = before.iter().rev().take(APOSTROPHES);
    last.map(|mark| mark.kind)
        .find(|&kind| kind != MarkKind::RightSingle)
}

/// Apostrophes at the ends of words in one quotation.
const APOSTROPHES: usize = 8;

/// The two as one mark.
fn joined(first: Candidate, second: Candidate, drawn: Drawn) -> Candidate {
    let kind = MarkKind::DoubledSingle;
    Candidate {
        kind,
        len: first.len + second.len,
        damaged: first.damaged | second.damaged,
        weights: Weights::new(kind, drawn, false, Prices::of_text(STRAY)),
        ..first
    }
}
