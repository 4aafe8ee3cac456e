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

/// The weights between neighbouring labels, by `to` and then `from`; each ranks a way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps([[i64; LABELS]; LABELS]);

impl Steps {
    /// From weights by `from * LABELS + to`, as many as [`TRANSITIONS`].
    #[must_use]
    pub fn new(weights: &[i32; TRANSITIONS]) -> Self {
        let step = |to: usize, from: usize| rank(i64::from(weights[from * LABELS + to]), from);
        Self(std::array::from_fn(|to| {
            std::array::from_fn(|from| step(to, from))
        }))
    }
}

/// A sum and the label before it in one number, so that the greater number is the better way, and of
/// two that are as good that from the earlier label.
const fn rank(sum: i64, from: usize) -> i64 {
    sum << LABEL_BITS | (LABEL_MASK - from as i64)
}

const LABEL_BITS: u32 = 3;
const LABEL_MASK: i64 = (1 << LABEL_BITS) - 1;

/// Less than any sum of ranks, and far enough from the end that none added to it overflows.
const NEVER: i64 = i64::MIN / 4;

/// The best way through the labels of one cue after the other; keeps its room for the next.
#[derive(Debug, Default)]
pub struct Path {
    labels: Vec<Label>,
    /// Of each token the label before it on the best way to each of its labels.
    back: Vec<[u8; LABELS]>,
}

impl Path {
    /// The labels with the highest sum of `scores`, one row a token, and `steps`, where token `head`
    /// is the cue.
    pub fn best<W: Copy + Into<i32>>(
        &mut self,
        scores: &[[W; LABELS]],
        steps: &Steps,
        head: usize,
    ) -> &[Label] {
        let Self { labels, back } = self;
        back.clear();
        let mut best = [0; LABELS];
        for label in [Label::SourceInside, Label::ContentInside] {
            best[label as usize] = NEVER;
        }
        for (at, score) in scores.iter().enumerate() {
            let mut came_from = [0; LABELS];
            if at > 0 {
                best = std::array::from_fn(|to| {
                    let ways = Label::ALL[to].may_follow().iter();
                    let way = ways
                        .map(|&from| best[from as usize] + steps.0[to][from as usize])
                        .max()
                        .unwrap_or(NEVER);
                    came_from[to] = (LABEL_MASK - (way & LABEL_MASK)) as u8;
                    way & !LABEL_MASK
                });
            }
            for (label, best) in best.iter_mut().enumerate() {
                let may_stand = at != head || label == Label::Cue as usize;
                let score: i32 = score[label].into();
                *best = if may_stand {
                    *best + (i64::from(score) << LABEL_BITS)
                } else {
                    NEVER
                };
            }
            back.push(came_from);
        }
        let mut label = (0..LABELS).max_by_key(|&it| best[it]).unwrap_or(0);
        labels.clear();
        for came_from in back.iter().rev() {
            labels.push(Label::ALL[label]);
            label = usize::from(came_from[label]);
        }
        labels.reverse();
        labels
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Label::{ContentBegin, ContentInside, Cue, Outside, SourceBegin};

    /// Scores of a token for which these labels speak so much.
    fn token(labels: &[(Label, i16)]) -> [i16; LABELS] {
        let mut scores = [0; LABELS];
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
