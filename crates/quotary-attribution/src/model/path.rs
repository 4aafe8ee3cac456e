//! The best labels for the tokens around a cue, taken together: Viterbi's algorithm.

use super::{sums::LANES, weights::TRANSITIONS};

/// What a token is to a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Label {
    /// Nothing.
    Outside,
    /// The first token of the source.
    SourceBegin,
    /// A further token of the source.
    SourceInside,
    /// The first token of a stretch of content.
    ContentBegin,
    /// A further token of content.
    ContentInside,
    /// A word of the cue.
    Cue,
}

impl Label {
    /// Every label, by its number.
    pub const ALL: [Self; 6] = [
        Self::Outside,
        Self::SourceBegin,
        Self::SourceInside,
        Self::ContentBegin,
        Self::ContentInside,
        Self::Cue,
    ];

    /// Whether it may stand behind `before`: the inside of something behind its beginning.
    const fn may_follow(self, before: Self) -> bool {
        match self {
            Self::SourceInside => matches!(before, Self::SourceBegin | Self::SourceInside),
            Self::ContentInside => matches!(before, Self::ContentBegin | Self::ContentInside),
            _ => true,
        }
    }
}

/// Less than any sum of weights, and far enough from the end that sums of it do not overflow.
const NEVER: i32 = i32::MIN / 4;

/// The weights between neighbouring labels, those that may not follow each other among them.
#[derive(Debug, Clone)]
pub struct Steps([[i32; LANES]; Label::ALL.len()]);

impl Steps {
    /// From weights by `from * LANES + to`, as many as [`TRANSITIONS`].
    #[must_use]
    pub fn new(weights: &[i32; TRANSITIONS]) -> Self {
        let mut steps = [[NEVER; LANES]; Label::ALL.len()];
        for from in Label::ALL {
            for to in Label::ALL.into_iter().filter(|to| to.may_follow(from)) {
                steps[from as usize][to as usize] = weights[from as usize * LANES + to as usize];
            }
        }
        Self(steps)
    }
}

/// The labels with the highest sum of `scores`, one row a token, and `steps`, where token `head` is
/// the cue.
#[must_use]
pub fn best_path<W: Copy + Into<i32>>(
    scores: &[[W; LANES]],
    steps: &Steps,
    head: usize,
) -> Vec<Label> {
    let mut back: Vec<[u8; LANES]> = Vec::with_capacity(scores.len());
    let mut best = [NEVER; LANES];
    for (at, score) in scores.iter().enumerate() {
        let (mut top, mut came_from) = ([NEVER; LANES], [0_i32; LANES]);
        if at == 0 {
            for label in Label::ALL {
                let inside = matches!(label, Label::SourceInside | Label::ContentInside);
                top[label as usize] = if inside { NEVER } else { 0 };
            }
        } else {
            for (from, (step, best)) in (0..).zip(steps.0.iter().zip(best)) {
                for to in 0..LANES {
                    let sum = best + step[to];
                    let is_better = sum > top[to];
                    top[to] = if is_better { sum } else { top[to] };
                    came_from[to] = if is_better { from } else { came_from[to] };
                }
            }
        }
        for (label, top) in top.into_iter().enumerate() {
            let may_stand = at != head || label == Label::Cue as usize;
            best[label] = if may_stand && top > NEVER / 2 {
                top + score[label].into()
            } else {
                NEVER
            };
        }
        back.push(came_from.map(|from| from as u8));
    }
    let mut label = (0..Label::ALL.len())
        .max_by_key(|&it| best[it])
        .unwrap_or(0);
    let mut path = vec![Label::Outside; scores.len()];
    for at in (0..scores.len()).rev() {
        path[at] = Label::ALL[label];
        label = usize::from(back[at][label]);
    }
    path
}
