//! Chooses the reading of the marks of one family in one paragraph that costs least.
//!
//! The marks are read from left to right with a state for each number of open quotations of the
//! family. A mark moves each state on in up to four ways (text, opens, restarts, closes); of the
//! ways into a state the cheapest is kept. At the end the cheapest state is followed back. That is
//! linear in the number of marks, and a mark that is left open cannot ask for a second look at what
//! follows it.

use crate::candidate::{Candidate, Price, Role};
use crate::mark::{Drawn, Family, MarkKind};

/// Ways that are followed: one for each number of quotations of one family that may be open at
/// once, none among them. Careful texts change the family at each level and reach two; the rest is a
/// margin.
const DEPTH: usize = 5;
/// A way to the most open quotations that costs so much more than the cheapest is given up: two marks
/// left over would not make up for it.
const BEAM: u32 = 60;

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
/// A quotation is open at the end, and the next paragraph opens it again.
const CONTINUED: Price = 2;
/// A quotation is open at the end of its paragraph.
const UNCLOSED: Price = 15;
/// The same for single marks in texts whose speech stands in double ones: rather an apostrophe.
const UNCLOSED_SINGLE: Price = 30;

/// What surrounds the marks.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Surroundings {
    /// Kind of the mark that opened a quotation that may go on here without being re-opened.
    pub(crate) carried: Option<MarkKind>,
    /// Whether the next paragraph begins with an opening mark of the family.
    pub(crate) reopens: bool,
    /// Whether speech may stand in these marks (single marks only).
    pub(crate) is_speech: bool,
}

/// The cheapest ways to each number of open quotations.
#[derive(Debug, Clone, Copy)]
struct Ways {
    costs: [u32; DEPTH],
    /// Kinds of the marks that opened them, the outermost first.
    openers: [[MarkKind; DEPTH]; DEPTH],
    /// The highest number that a way leads to.
    top: usize,
}

/// What a way costs that does not exist.
const NO_WAY: u32 = u32::MAX / 2;

/// Gives each of the candidates at `indices`, all of one family, its role, and says whether the
/// carried quotation goes on.
pub(crate) fn read(
    candidates: &mut [Candidate],
    indices: &[usize],
    surroundings: Surroundings,
) -> bool {
    let mut ways = Ways {
        costs: [NO_WAY; DEPTH],
        openers: [[MarkKind::StraightDouble; DEPTH]; DEPTH],
        top: 0,
    };
    ways.costs[0] = 0;
    if let Some(kind) = surroundings.carried {
        ways.costs[1] = u32::from(NOT_REOPENED);
        ways.openers[1][0] = kind;
        ways.top = 1;
    }
    for &index in indices {
        step(&mut candidates[index], &mut ways);
    }
    let single = indices
        .first()
        .is_some_and(|&i| candidates[i].family() == Family::Single);
    let mut depth = cheapest_end(&ways.costs, surroundings, single);
    for &index in indices.iter().rev() {
        let candidate = &mut candidates[index];
        candidate.role = choice(candidate.choices, depth);
        depth = match candidate.role {
            Role::Text | Role::Restarts | Role::Resumes => depth,
            Role::Opens => depth - 1,
            Role::Closes => depth + 1,
        };
    }
    depth > 0
}

/// Moves every way over one mark: of those that lead to a number of open quotations, the cheapest
/// is kept.
fn step(candidate: &mut Candidate, ways: &mut Ways) {
    let before = *ways;
    let (open, close) = (u32::from(candidate.open), u32::from(candidate.close));
    let text = u32::from(candidate.text);
    let restart = open
        + u32::from(if candidate.heads_line {
            REPEATED
        } else {
            RESTARTED
        });
    let nested = open
        + u32::from(if candidate.drawn == Drawn::Both {
            NESTED_STRAIGHT
        } else {
            NESTED
        });
    let top = (before.top + 1).min(DEPTH - 1);
    let mut choices = 0;
    let mut cheapest = NO_WAY;
    for depth in 0..=top {
        let mut cost = before.costs[depth] + text;
        let mut role = Role::Text;
        let mut take = |other: u32, way: Role| {
            if other < cost {
                cost = other;
                role = way;
            }
        };
        if depth > 0 {
            let opens = if depth > 1 { nested } else { open };
            take(before.costs[depth] + restart, Role::Restarts);
            take(before.costs[depth - 1] + opens, Role::Opens);
        }
        if depth < before.top {
            let opener = before.openers[depth + 1][depth];
            let misfit = u32::from(misfit(opener, candidate));
            take(before.costs[depth + 1] + close + misfit, Role::Closes);
        }
        ways.costs[depth] = cost.min(NO_WAY);
        match role {
            Role::Closes => ways.openers[depth] = before.openers[depth + 1],
            Role::Opens => {
                ways.openers[depth] = before.openers[depth - 1];
                ways.openers[depth][depth - 1] = candidate.kind;
            }
            Role::Restarts => ways.openers[depth][depth - 1] = candidate.kind,
            Role::Text | Role::Resumes => {}
        }
        choices |= (role as u16) << (2 * depth);
        cheapest = cheapest.min(cost);
    }
    candidate.choices = choices;
    ways.top = top;
    while ways.costs[ways.top] > cheapest + BEAM {
        ways.costs[ways.top] = NO_WAY;
        ways.top -= 1;
    }
}

fn choice(choices: u16, depth: usize) -> Role {
    match choices >> (2 * depth) & 0b11 {
        0 => Role::Text,
        1 => Role::Opens,
        2 => Role::Restarts,
        _ => Role::Closes,
    }
}

/// What it costs that a mark of this kind closes what `opener` opened, beside what its place costs.
fn misfit(opener: MarkKind, closing: &Candidate) -> Price {
    use MarkKind::*;
    let kind = closing.kind;
    if fits(opener, kind) {
        return 0;
    }
    let turned = if closing.drawn == Drawn::Opening {
        8
    } else {
        0
    };
    let foreign = match (opener, kind) {
        (Replacement, _) | (_, Replacement) => 12,
        (StraightDouble, DoubledSingle | DoubledGrave | DoublePrime)
        | (DoubledSingle | DoubledGrave | DoublePrime, StraightDouble) => 6,
        _ => 3,
    };
    turned + foreign
}

/// For every kind that opens, a bit for each that closes it.
static FITS: [u64; MarkKind::COUNT] = {
    let mut table = [0; MarkKind::COUNT];
    let mut opener = 0;
    while opener < MarkKind::COUNT {
        let mut closing = 0;
        while closing < MarkKind::COUNT {
            let is_pair = is_pair(MarkKind::ALL[opener], MarkKind::ALL[closing]);
            table[opener] |= (is_pair as u64) << closing;
            closing += 1;
        }
        opener += 1;
    }
    table
};

/// Whether the two are a pair in some convention.
#[inline]
pub(crate) fn fits(opener: MarkKind, closing: MarkKind) -> bool {
    FITS[opener as usize] >> (closing as usize) & 1 == 1
}

/// The same, from which the table is made.
const fn is_pair(opener: MarkKind, closing: MarkKind) -> bool {
    use MarkKind::*;
    match opener {
        LeftDouble | ReversedDouble => matches!(closing, RightDouble),
        LowDouble => matches!(closing, LeftDouble | RightDouble | ReversedDouble),
        DoubledGrave => matches!(closing, DoubledSingle | DoubledGrave),
        LeftPrime => matches!(closing, RightPrime),
        LeftSingle | ReversedSingle => matches!(closing, RightSingle),
        LowSingle => matches!(closing, LeftSingle | RightSingle),
        Grave => matches!(closing, StraightSingle | Grave | Acute),
        LeftGuillemet => matches!(closing, RightGuillemet),
        RightSingle => matches!(closing, LeftSingle | RightSingle),
        RightGuillemet => matches!(closing, LeftGuillemet | RightGuillemet),
        LeftAngle => matches!(closing, RightAngle),
        RightAngle => matches!(closing, LeftAngle | RightAngle),
        LeftCorner => matches!(closing, RightCorner),
        LeftWhiteCorner => matches!(closing, RightWhiteCorner),
        LeftTitle => matches!(closing, RightTitle),
        LeftShortTitle => matches!(closing, RightShortTitle),
        same => closing as u8 == same as u8,
    }
}

fn cheapest_end(costs: &[u32; DEPTH], surroundings: Surroundings, single: bool) -> usize {
    let unclosed = if single && !surroundings.is_speech {
        UNCLOSED_SINGLE
    } else {
        UNCLOSED
    };
    let end = |depth: usize| {
        let open = u32::try_from(depth).unwrap_or(u32::MAX);
        let price = match depth {
            0 => 0,
            1 if surroundings.reopens => u32::from(CONTINUED),
            _ => u32::from(unclosed) * open,
        };
        costs[depth] + price
    };
    // The first of equals: fewer quotations left open.
    (0..DEPTH).min_by_key(|&depth| end(depth)).unwrap_or(0)
}
