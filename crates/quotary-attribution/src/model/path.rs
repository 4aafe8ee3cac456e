//! The best labels for the tokens around a cue, taken together: Viterbi's algorithm.

use super::weights::TRANSITIONS;

/// How many labels there are.
pub const LABELS: usize = Label::ALL.len();

/// Steps of the weights between labels in a step of the roles' weights.
pub const FINE: i16 = 8;

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

    /// The labels behind which it may stand: the inside of something behind its beginning.
    const fn may_follow(self) -> &'static [Self] {
        match self {
            Self::SourceInside => &[Self::SourceBegin, Self::SourceInside],
            Self::ContentInside => &[Self::ContentBegin, Self::ContentInside],
            _ => &Self::ALL,
        }
    }
}

/// A number for each label: as many lanes as a vector unit adds at once, of which the last are unused.
pub type Lanes = [i16; LANES];
const LANES: usize = 8;

/// The weights between neighbouring labels, by the first and then the second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps([Lanes; LABELS]);

impl Steps {
    /// From weights by `from * LABELS + to`, as many as [`TRANSITIONS`].
    #[must_use]
    pub fn new(weights: &[i16; TRANSITIONS]) -> Self {
        let mut steps = [[NEVER; LANES]; LABELS];
        for to in Label::ALL {
            for &from in to.may_follow() {
                let weight = weights[from as usize * LABELS + to as usize];
                steps[from as usize][to as usize] = weight.clamp(-FURTHEST_STEP, FURTHEST_STEP);
            }
        }
        Self(steps)
    }
}

/// The furthest that a weight between labels lies from nothing: beside it no way that is
/// [never](NEVER) taken is the best one.
const FURTHEST_STEP: i16 = i16::MAX / 4;

/// What a label is worth where it cannot stand. Sums do not wrap, and those of each token are counted
/// anew, so that none which matters comes near.
const NEVER: i16 = i16::MIN;

/// Before the first token, where nothing has begun that could go on.
const BEGINNING: Lanes = [0, 0, NEVER, 0, NEVER, 0, NEVER, NEVER];
/// At the cue itself, counted from its label.
const THE_CUE: Lanes = [NEVER, NEVER, NEVER, NEVER, NEVER, 0, NEVER, NEVER];

/// The best way through the labels of one cue after the other; keeps its room for the next.
#[derive(Debug, Default)]
pub struct Path {
    labels: Vec<Label>,
    /// Of each token what the best way to each of its labels is worth, counted from that to the first.
    sums: Vec<Lanes>,
}

impl Path {
    /// The labels with the highest sum of `scores`, one row a token, and `steps`, where token `head`
    /// is the cue.
    pub fn best(&mut self, scores: &[Lanes], steps: &Steps, head: usize) -> &[Label] {
        let Self { labels, sums } = self;
        sums.clear();
        sums.reserve(scores.len());
        let mut best = BEGINNING;
        for (at, score) in scores.iter().enumerate() {
            if at > 0 {
                best = forward(&best, steps);
            }
            best = add(&best, score);
            best = if at == head {
                THE_CUE
            } else {
                best.map(|it| it.saturating_sub(best[0]))
            };
            sums.push(best);
        }
        labels.clear();
        // Of labels that are worth as much, the last at the end and the first before it.
        let mut label = (0..LABELS).max_by_key(|&it| best[it]).unwrap_or(0);
        for sums in sums.iter().rev().skip(1) {
            labels.push(Label::ALL[label]);
            let worth = |from: usize| i32::from(sums[from]) + i32::from(steps.0[from][label]);
            let ways =
                (0..LABELS).map(|from| worth(from) << LABEL_BITS | (LABEL_MASK - from as i32));
            let best = ways.max().unwrap_or(LABEL_MASK);
            label = (LABEL_MASK - (best & LABEL_MASK)) as usize;
        }
        labels.extend((!scores.is_empty()).then_some(Label::ALL[label]));
        labels.reverse();
        labels
    }
}

/// What the best way to each label of a token is worth, without the token's own scores.
fn forward(best: &Lanes, steps: &Steps) -> Lanes {
    let mut sums = [NEVER; LANES];
    for (from, steps) in steps.0.iter().enumerate() {
        let ways = add(&[best[from]; LANES], steps);
        for (sum, way) in sums.iter_mut().zip(ways) {
            *sum = way.max(*sum);
        }
    }
    sums
}

fn add(one: &Lanes, other: &Lanes) -> Lanes {
    let mut sums = *one;
    for (sum, &other) in sums.iter_mut().zip(other) {
        *sum = sum.saturating_add(other);
    }
    sums
}

/// A sum and the label it comes from in one number, so that the greater number is the better way, and of
/// two that are as good that from the earlier label.
const LABEL_BITS: u32 = 3;
const LABEL_MASK: i32 = (1 << LABEL_BITS) - 1;

#[cfg(test)]
mod tests {
    use super::*;
    use Label::{ContentBegin, ContentInside, Cue, Outside, SourceBegin};

    /// Scores of a token for which these labels speak so much.
    fn token(labels: &[(Label, i16)]) -> Lanes {
        let mut scores = Lanes::default();
        for &(label, score) in labels {
            scores[label as usize] = score;
        }
        scores
    }

    #[test]
    fn the_inside_stands_behind_its_beginning_only() {
        let scores = [
            token(&[(SourceBegin, 9)]),
            token(&[]),
            token(&[(ContentInside, 9)]),
            token(&[(ContentInside, 9)]),
        ];
        let mut path = Path::default();
        let path = path.best(&scores, &Steps::new(&[0; TRANSITIONS]), 1);
        // No beginning speaks for the third token, but the fourth is worth one.
        assert_eq!(path[..2], [SourceBegin, Cue]);
        assert_eq!(path[3], ContentInside);
        assert!(matches!(path[2], ContentBegin));
    }

    #[test]
    fn steps_weigh_and_the_cue_is_given() {
        let mut weights = [0; TRANSITIONS];
        weights[Cue as usize * LABELS + Outside as usize] = 5;
        let scores = [token(&[(Outside, 9)]), token(&[(SourceBegin, 4)])];
        let mut path = Path::default();
        assert_eq!(path.best(&scores, &Steps::new(&weights), 0), [Cue, Outside]);
    }
}
