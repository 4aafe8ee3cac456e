//! The cheapest ways through the marks of one family, one for each number of open quotations, and how
//! a mark moves them on.

use crate::candidate::Role;
use crate::fit::misfit;
use crate::kind::{Drawn, MarkKind};
use crate::price::{Price, Prices};

/// Ways that are followed: one for each number of quotations of one family that may be open at
/// once, none among them. Careful texts change the family at each level and reach two; the rest is a
/// margin.
const DEPTH: usize = 5;
/// A way to the most open quotations that costs so much more than the cheapest is given up: two marks
/// left over would not make up for it.
const BEAM: Price = 60;
/// What a way costs that does not exist. Those that exist lie no further apart than some readings that
/// are ruled out (`NEVER`) for each depth, since four marks lead from any of them to any other.
const NO_WAY: Price = 30_000;

/// A quotation directly inside another of its family.
const NESTED: Price = 15;
/// The same where the marks do not say which of them open.
const NESTED_STRAIGHT: Price = 30;
/// A new quotation begins, so the one before had ended without a mark.
const RESTARTED: Price = 20;
/// A line repeats the mark of the quotation that goes on in it.
const REPEATED: Price = 3;
/// A quotation goes on in a paragraph that does not open it again.
const NOT_REOPENED: Price = 12;

/// The cheapest ways to each number of open quotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ways {
    /// What they cost more than the cheapest of them.
    costs: [Price; DEPTH],
    /// Kinds of the marks that opened what is open, a byte each, the outermost in the lowest.
    openers: [u32; DEPTH],
    /// The highest number that a way leads to.
    top: u8,
}

/// What the readings of one mark cost, and what else of it matters for its place among others: all in
/// one number, by which it is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Weights(u64);

impl Weights {
    /// Of a mark that has not been weighed.
    pub(crate) const NONE: Self = Self(0);
    /// The bit that says whether it heads a line.
    const HEADS_LINE: u32 = 63;

    #[inline(always)]
    pub(crate) fn new(kind: MarkKind, drawn: Drawn, heads_line: bool, prices: Prices) -> Self {
        let mark = (kind as u64) << 48 | (drawn as u64) << 56;
        Self(mark | u64::from(heads_line) << Self::HEADS_LINE | prices.bits())
    }

    /// The same mark at other prices.
    #[inline]
    pub(crate) fn at(self, prices: Prices) -> Self {
        Self(self.0 >> Prices::BITS << Prices::BITS | prices.bits())
    }

    #[inline]
    pub(crate) fn prices(self) -> Prices {
        Prices::from_bits(self.0)
    }

    pub(crate) fn kind(self) -> MarkKind {
        MarkKind::ALL[usize::from((self.0 >> 48) as u8)]
    }

    pub(crate) fn drawn(self) -> Drawn {
        Drawn::ALL[(self.0 >> 56) as usize & 0b111]
    }

    #[inline]
    pub(crate) fn heads_line(self) -> bool {
        self.0 >> Self::HEADS_LINE == 1
    }

    /// The number for looking it up.
    #[inline]
    pub(crate) fn key(self) -> u64 {
        self.0
    }
}

/// For each number of quotations that are open behind a mark, how the cheapest way there read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Choices(u16);

impl Choices {
    pub(crate) const NONE: Self = Self(0);

    /// The reading that leads to `depth` open quotations, and how many are open before it.
    ///
    /// Each mark waits for the one behind it: so the number is reckoned from the bits, without a branch.
    #[inline(always)]
    pub(crate) fn back(self, depth: usize) -> (Role, usize) {
        let bits = usize::from(self.0) >> (2 * depth);
        let (role, change) = CHANGES[bits % CHANGES.len()];
        (role, depth.wrapping_add_signed(change))
    }

    fn set(&mut self, depth: usize, role: Role) {
        self.0 |= (role as u16) << (2 * depth);
    }
}

/// The roles by the bits that stand for them, and how many quotations more are open before such a mark
/// than behind it.
const CHANGES: [(Role, isize); 4] = [
    (Role::Text, 0),
    (Role::Opens, -1),
    (Role::Restarts, 0),
    (Role::Closes, 1),
];

impl Ways {
    /// The ways before the first mark, where a quotation of this kind may go on.
    pub(crate) fn of(carried: Option<MarkKind>) -> Self {
        let mut ways = Self {
            costs: [NO_WAY; DEPTH],
            openers: [0; DEPTH],
            top: 0,
        };
        ways.costs[0] = 0;
        if let Some(kind) = carried {
            ways.costs[1] = NOT_REOPENED;
            ways.openers[1] = kind as u32;
            ways.top = 1;
        }
        ways
    }

    /// The highest number of open quotations that a way leads to.
    pub(crate) fn top(&self) -> usize {
        usize::from(self.top)
    }

    /// What the way to `depth` open quotations costs more than the cheapest.
    pub(crate) fn cost(&self, depth: usize) -> Price {
        self.costs[depth]
    }

    /// Moves every way over one mark: of those that lead to a number of open quotations, the cheapest
    /// is kept.
    pub(crate) fn step(&self, mark: Weights) -> (Self, Choices) {
        let prices = mark.prices();
        let (open, close, text) = (prices.open(), prices.close(), prices.text());
        let (kind, drawn) = (mark.kind(), mark.drawn());
        let restart = open
            + if mark.heads_line() {
                REPEATED
            } else {
                RESTARTED
            };
        let is_straight = drawn == Drawn::Both;
        let nested = open + if is_straight { NESTED_STRAIGHT } else { NESTED };
        let top = usize::from(self.top);
        let mut after = Self {
            costs: [NO_WAY; DEPTH],
            openers: [0; DEPTH],
            top: 0,
        };
        let mut choices = Choices::default();
        let mut cheapest = NO_WAY;
        let mut highest = (top + 1).min(DEPTH - 1);
        for depth in 0..=highest {
            let mut best = (self.costs[depth] + text, Role::Text);
            let mut take = |cost: Price, role: Role| {
                if cost < best.0 {
                    best = (cost, role);
                }
            };
            if depth > 0 {
                let opens = if depth > 1 { nested } else { open };
                take(self.costs[depth] + restart, Role::Restarts);
                take(self.costs[depth - 1] + opens, Role::Opens);
            }
            if depth < top {
                let misfit = self.misfit(depth, kind, drawn);
                take(self.costs[depth + 1] + close + misfit, Role::Closes);
            }
            let (cost, role) = best;
            after.costs[depth] = cost.min(NO_WAY);
            after.openers[depth] = self.openers_behind(depth, role, kind);
            choices.set(depth, role);
            cheapest = cheapest.min(cost);
        }
        while after.costs[highest] > cheapest + BEAM {
            after.costs[highest] = NO_WAY;
            after.openers[highest] = 0;
            highest -= 1;
        }
        for cost in &mut after.costs[..=highest] {
            if *cost < NO_WAY {
                *cost -= cheapest;
            }
        }
        after.top = highest as u8;
        (after, choices)
    }

    /// What it costs beside its place that a mark closes the innermost of `depth` + 1 quotations.
    #[inline]
    fn misfit(&self, depth: usize, kind: MarkKind, drawn: Drawn) -> Price {
        let opener = self.openers[depth + 1] >> (8 * depth);
        let misfit = misfit(opener as u8, kind);
        if misfit > 0 && drawn == Drawn::Opening {
            misfit + TURNED
        } else {
            misfit
        }
    }

    /// What has opened the `depth` quotations that are open behind a mark of `kind`, read as `role`.
    #[inline]
    fn openers_behind(&self, depth: usize, role: Role, kind: MarkKind) -> u32 {
        let outer = |count: usize| (1 << (8 * count)) - 1;
        match role {
            Role::Closes => self.openers[depth + 1] & outer(depth),
            Role::Opens => self.openers[depth - 1] | (kind as u32) << (8 * (depth - 1)),
            Role::Restarts => {
                self.openers[depth] & outer(depth - 1) | (kind as u32) << (8 * (depth - 1))
            }
            Role::Text | Role::Resumes => self.openers[depth],
        }
    }
}

/// What it costs more that a mark closes which is drawn as one that opens, and fits nothing.
const TURNED: Price = 8;
