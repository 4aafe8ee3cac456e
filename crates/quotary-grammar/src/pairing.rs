//! Chooses the reading of the marks of one family in one paragraph that costs least.
//!
//! The marks are read from left to right with a state for each number of open quotations of the
//! family. A mark moves each state on in up to four ways (text, opens, restarts, closes); of the
//! ways into a state the cheapest is kept. At the end the cheapest state is followed back. That is
//! linear in the number of marks, and a mark that is left open cannot ask for a second look at what
//! follows it. [`ways`](crate::ways) has the states and how a mark moves them on.

use alloc::vec::Vec;

use crate::candidate::Candidate;
use crate::kind::{Family, MarkKind};
use crate::price::Price;
use crate::steps::Steps;
use crate::ways::{Choices, Ways};

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

/// Reads the marks of one family after the other; keeps what it has worked out for the next ones.
#[derive(Debug, Default)]
pub(crate) struct Pairing {
    steps: Steps,
    /// For each of the marks that are being read: the choice at each depth.
    choices: Vec<Choices>,
    /// Marks that were read so far.
    marks: usize,
}

impl Pairing {
    /// Gives each of the candidates at `indices`, all of one family, its role, and says whether the
    /// carried quotation goes on.
    #[inline]
    pub(crate) fn read(
        &mut self,
        candidates: &mut [Candidate],
        indices: impl DoubleEndedIterator<Item = usize> + ExactSizeIterator + Clone,
        surroundings: Surroundings,
    ) -> bool {
        let carried = surroundings.carried;
        let count = indices.len();
        self.marks += count;
        self.choices.clear();
        let ways = if count < MANY_MARKS && self.marks < MANY_MARKS_IN_ALL {
            self.few(candidates, indices.clone(), Ways::of(carried))
        } else {
            self.many(candidates, indices.clone(), carried)
        };
        let family = indices
            .clone()
            .next()
            .map(|first| candidates[first].family());
        let mut depth = cheapest_end(&ways, surroundings, family == Some(Family::Single));
        for (index, choices) in indices.zip(&self.choices).rev() {
            (candidates[index].role, depth) = choices.back(depth);
        }
        depth > 0
    }

    /// The ways behind the candidates, by the steps that are kept.
    fn many(
        &mut self,
        candidates: &[Candidate],
        indices: impl Iterator<Item = usize>,
        carried: Option<MarkKind>,
    ) -> Ways {
        let mut number = self.steps.start(carried);
        let steps = &mut self.steps;
        self.choices
            .extend(indices.enumerate().map(|(turn, index)| {
                let choices;
                (number, choices) = steps.step(turn, number, candidates[index].weights);
                choices
            }));
        *self.steps.ways(number)
    }

    /// The same, working out every step.
    fn few(
        &mut self,
        candidates: &[Candidate],
        indices: impl Iterator<Item = usize>,
        mut ways: Ways,
    ) -> Ways {
        self.choices.extend(indices.map(|index| {
            let choices;
            (ways, choices) = ways.step(candidates[index].weights);
            choices
        }));
        ways
    }
}

/// Marks of one family in a paragraph from which on it pays to keep steps: prose has fewer.
const MANY_MARKS: usize = 32;
/// Marks of a text from which on it pays even where paragraphs have few: of an article, fewer have to
/// be weighed.
const MANY_MARKS_IN_ALL: usize = 1024;

/// The number of quotations that are open at the end of the cheapest way.
fn cheapest_end(ways: &Ways, surroundings: Surroundings, single: bool) -> usize {
    let unclosed = if single && !surroundings.is_speech {
        UNCLOSED_SINGLE
    } else {
        UNCLOSED
    };
    let end = |depth: usize| {
        let price = match depth {
            0 => 0,
            1 if surroundings.reopens => CONTINUED,
            _ => unclosed * depth as Price,
        };
        ways.cost(depth) + price
    };
    // The first of equals: fewer quotations left open.
    (0..=ways.top())
        .min_by_key(|&depth| end(depth))
        .unwrap_or(0)
}
