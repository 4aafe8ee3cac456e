//! Steps over marks that were worked out before.
//!
//! Where marks are many they are much alike, and so are the ways that lead to them: the same few steps
//! come again and again. What a step leads to depends on nothing but the ways and the mark. So ways
//! are numbered, and a step from one number to the next is kept: an automaton that is built while it
//! runs.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::MarkKind;
use crate::ways::{Choices, Ways, Weights};

/// Steps that are kept, a power of two: a few for each of the ways, since each is followed by few
/// different marks.
const KEPT: usize = 2048;
/// Ways that are numbered. Marks that can only open lead to some two hundred before the same come
/// again, more than any other mark that is repeated.
const NUMBERED: usize = 512;

/// Ways by their numbers, and the latest step for each place in a table.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    ways: Vec<Ways>,
    numbers: BTreeMap<Ways, Number>,
    /// The number of the ways before a first mark, and the mark of what may go on there.
    first: Option<(Option<MarkKind>, Number)>,
    /// Empty until the first ways are numbered.
    kept: Vec<Step>,
    /// The last steps at even and at odd turns.
    last: [Step; 2],
}

/// The number of ways among those of [`Steps`].
pub(crate) type Number = u16;

/// From the ways of one number over a mark to those of another.
#[derive(Debug, Clone, Copy)]
struct Step {
    mark: u64,
    /// [`NUMBERED`] where no step is kept.
    before: Number,
    after: Number,
    choices: Choices,
}

impl Default for Step {
    fn default() -> Self {
        Self::NONE
    }
}

impl Step {
    /// Whether it goes from these ways over this mark.
    #[inline]
    fn is_from(&self, before: Number, mark: Weights) -> bool {
        self.before == before && self.mark == mark.key()
    }

    const NONE: Self = Self {
        mark: 0,
        before: NUMBERED as Number,
        after: 0,
        choices: Choices::NONE,
    };
}

impl Steps {
    /// The ways before the first mark of a paragraph, where a quotation of this kind may go on.
    /// Earlier numbers may not be used any more.
    pub(crate) fn start(&mut self, carried: Option<MarkKind>) -> Number {
        match self.first {
            Some((kind, number)) if kind == carried => number,
            _ => {
                self.kept.resize(KEPT, Step::NONE);
                let number = self.number(Ways::of(carried));
                self.first = Some((carried, number));
                number
            }
        }
    }

    /// The ways of a number.
    pub(crate) fn ways(&self, number: Number) -> &Ways {
        &self.ways[usize::from(number)]
    }

    /// Moves the ways of a number over a mark, as [`Ways::step`] does.
    ///
    /// Marks that are alike often lead from one to the other and back: then the next `turn` waits for no
    /// look-up.
    #[inline]
    pub(crate) fn step(&mut self, turn: usize, before: Number, mark: Weights) -> (Number, Choices) {
        let last = &mut self.last[turn % 2];
        if !last.is_from(before, mark) {
            let step = self.kept[place(before, mark.key())];
            if !step.is_from(before, mark) {
                return self.work_out(before, mark);
            }
            *last = step;
        }
        (last.after, last.choices)
    }

    #[cold]
    fn work_out(&mut self, before: Number, mark: Weights) -> (Number, Choices) {
        let (ways, choices) = self.ways(before).step(mark);
        let count = self.ways.len();
        let after = self.number(ways);
        // Where there were too many, all have been forgotten, those before the mark too.
        if self.ways.len() >= count {
            let mark = mark.key();
            self.kept[place(before, mark)] = Step {
                mark,
                before,
                after,
                choices,
            };
        }
        (after, choices)
    }

    /// The number of `ways`, a new one where they have none.
    fn number(&mut self, ways: Ways) -> Number {
        if let Some(&number) = self.numbers.get(&ways) {
            return number;
        }
        if self.ways.len() == NUMBERED {
            self.ways.clear();
            self.numbers.clear();
            self.first = None;
            self.kept.fill(Step::NONE);
            self.last = [Step::NONE; 2];
        }
        let number = self.ways.len() as Number;
        self.ways.push(ways);
        self.numbers.insert(ways, number);
        number
    }
}

/// Where the step from `before` over the mark of `key` is kept.
///
/// Each step waits for the number that the one before led to: so that is mixed in last, and cheaply.
#[inline]
fn place(before: Number, key: u64) -> usize {
    // An odd number without a pattern (of the golden ratio): all bits of the key sway the highest.
    const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = key.wrapping_mul(MIX) >> (u64::BITS - KEPT.ilog2());
    let spread = usize::from(before) * (KEPT / NUMBERED);
    (mixed as usize ^ spread) % KEPT
}
