//! Chooses the reading of the marks of one family in one paragraph that costs least.
//!
//! The marks are read from left to right with a state for each number of open quotations of the
//! family. A mark moves each state on in up to four ways (text, opens, restarts, closes); of the
//! ways into a state the cheapest is kept. At the end the cheapest state is followed back. That is
//! linear in the number of marks, and a mark that is left open cannot ask for a second look at what
//! follows it.

use crate::candidate::{Candidate, NEVER, Price, Role};
use crate::mark::{Drawn, Family, MarkKind};

/// Quotations of one family that may be open at once. Careful texts change the family at each
/// level and reach two; the rest is a margin.
pub(crate) const DEPTH: usize = 8;

/// A quotation directly inside another of its family.
const NESTED: Price = 15;
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

/// The cheapest way to one number of open quotations.
#[derive(Debug, Clone, Copy)]
struct State {
    cost: u32,
    /// Kinds of the marks that opened them, the outermost first.
    openers: [MarkKind; DEPTH],
}

/// Reads the marks of a paragraph in which nothing is to be weighed, and says whether it was one:
/// sure marks of one family that open and close in turn, and apostrophes.
///
/// Every mark is read at no cost, so no other reading is cheaper.
pub(crate) fn read_plain(candidates: &mut [Candidate]) -> bool {
    let mut open: Option<MarkKind> = None;
    for candidate in candidates.iter_mut() {
        let family = candidate.family();
        if family == Family::Single {
            if !candidate.cannot_open() || candidate.is_stray() {
                return false;
            }
            candidate.role = Role::Text;
            continue;
        }
        match open {
            None if candidate.open == 0 && candidate.close >= CLEAR => {
                candidate.role = Role::Opens;
                open = Some(candidate.kind);
            }
            Some(kind)
                if candidate.close == 0
                    && candidate.open >= CLEAR
                    && fits(kind, candidate.kind) =>
            {
                candidate.role = Role::Closes;
                open = None;
            }
            _ => return false,
        }
    }
    open.is_none()
}

/// A mark that would cost this much to read the other way is clear.
const CLEAR: Price = 20;

/// Gives each of the candidates at `indices`, all of one family, its role, and says whether the
/// carried quotation goes on.
pub(crate) fn read(
    candidates: &mut [Candidate],
    indices: &[usize],
    surroundings: Surroundings,
) -> bool {
    let dead = State {
        cost: u32::MAX,
        openers: [MarkKind::StraightDouble; DEPTH],
    };
    let mut states = [dead; DEPTH];
    states[0].cost = 0;
    if let Some(kind) = surroundings.carried {
        states[1].cost = u32::from(NOT_REOPENED);
        states[1].openers[0] = kind;
    }
    for &index in indices {
        states = step(&mut candidates[index], &states, &dead);
    }
    let single = indices
        .first()
        .is_some_and(|&i| candidates[i].family() == Family::Single);
    let mut depth = cheapest_end(&states, surroundings, single);
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

/// Moves every state over one mark.
fn step(candidate: &mut Candidate, states: &[State; DEPTH], dead: &State) -> [State; DEPTH] {
    let mut next = [*dead; DEPTH];
    let mut choices = 0;
    let mut offer = |depth: usize, state: &State, price: u32, role: Role| {
        if price < next[depth].cost {
            next[depth] = State {
                cost: price,
                openers: state.openers,
            };
            choices = choices & !(0b11 << (2 * depth)) | (role as u16) << (2 * depth);
            if matches!(role, Role::Opens | Role::Restarts) {
                next[depth].openers[depth - 1] = candidate.kind;
            }
        }
    };
    for (depth, state) in states.iter().enumerate() {
        if state.cost == u32::MAX {
            continue;
        }
        let costs = |price: Price| state.cost + u32::from(price);
        if depth > 0 && candidate.close < NEVER {
            let fit = misfit(state.openers[depth - 1], candidate);
            offer(depth - 1, state, costs(candidate.close + fit), Role::Closes);
        }
        if candidate.open < NEVER {
            if depth + 1 < DEPTH {
                let nested = if depth > 0 { NESTED } else { 0 };
                offer(
                    depth + 1,
                    state,
                    costs(candidate.open + nested),
                    Role::Opens,
                );
            }
            if depth > 0 {
                let restarted = if candidate.heads_line {
                    REPEATED
                } else {
                    RESTARTED
                };
                offer(
                    depth,
                    state,
                    costs(candidate.open + restarted),
                    Role::Restarts,
                );
            }
        }
        offer(depth, state, costs(candidate.text), Role::Text);
    }
    candidate.choices = choices;
    next
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

/// Whether the two are a pair in some convention.
pub(crate) fn fits(opener: MarkKind, closing: MarkKind) -> bool {
    use MarkKind::*;
    match opener {
        LeftDouble | ReversedDouble => closing == RightDouble,
        LowDouble => matches!(closing, LeftDouble | RightDouble | ReversedDouble),
        DoubledGrave => matches!(closing, DoubledSingle | DoubledGrave),
        LeftPrime => closing == RightPrime,
        LeftSingle | ReversedSingle => closing == RightSingle,
        LowSingle => matches!(closing, LeftSingle | RightSingle),
        Grave => matches!(closing, StraightSingle | Grave | Acute),
        LeftGuillemet => closing == RightGuillemet,
        RightSingle => matches!(closing, LeftSingle | RightSingle),
        RightGuillemet => matches!(closing, LeftGuillemet | RightGuillemet),
        LeftAngle => closing == RightAngle,
        RightAngle => matches!(closing, LeftAngle | RightAngle),
        LeftCorner => closing == RightCorner,
        LeftWhiteCorner => closing == RightWhiteCorner,
        LeftTitle => closing == RightTitle,
        LeftShortTitle => closing == RightShortTitle,
        same => closing == same,
    }
}

fn cheapest_end(states: &[State; DEPTH], surroundings: Surroundings, single: bool) -> usize {
    let unclosed = if single && !surroundings.is_speech {
        UNCLOSED_SINGLE
    } else {
        UNCLOSED
    };
    let end = |(depth, state): (usize, &State)| {
        let open = u32::try_from(depth).unwrap_or(u32::MAX);
        let price = match depth {
            0 => 0,
            1 if surroundings.reopens => u32::from(CONTINUED),
            _ => u32::from(unclosed) * open,
        };
        state.cost.saturating_add(price)
    };
    // The first of equals: fewer quotations left open.
    (0..DEPTH)
        .min_by_key(|&depth| end((depth, &states[depth])))
        .unwrap_or(0)
}
