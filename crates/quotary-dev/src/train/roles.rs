//! The labeller of roles: an averaged structured perceptron.

use quotary_attribution::{LANES, ROLE_ROWS, TRANSITIONS, best_path};

use super::{Shuffle, quantised, step};

/// Passes over the frames.
const EPOCHS: usize = 12;

/// The tokens around a cue with what they are.
pub(crate) struct Labelled {
    /// Features of each token, one after the other.
    pub(crate) features: Vec<u32>,
    pub(crate) per_token: usize,
    pub(crate) labels: Vec<u8>,
    pub(crate) head: usize,
}

/// Averaged structured perceptron.
pub(crate) fn train(examples: &[&Labelled]) -> (Vec<i8>, Vec<i16>) {
    let mut weights = vec![0_i32; ROLE_ROWS * LANES];
    let mut sums = vec![0_f32; ROLE_ROWS * LANES];
    let mut steps = vec![0_i32; TRANSITIONS];
    let mut step_sums = vec![0_f32; TRANSITIONS];
    let mut shuffle = Shuffle(0xfee1);
    let mut time = 1.0_f32;
    for epoch in 0..EPOCHS {
        let mut wrong = 0;
        for at in shuffle.order(examples.len()) {
            let example = examples[at];
            let rows: Vec<&[u32]> = example.features.chunks_exact(example.per_token).collect();
            let scores: Vec<[i32; LANES]> = rows
                .iter()
                .map(|rows| {
                    let mut sums = [0; LANES];
                    for &row in *rows {
                        let at = (row as usize % ROLE_ROWS) * LANES;
                        for (sum, weight) in sums.iter_mut().zip(&weights[at..at + LANES]) {
                            *sum += weight;
                        }
                    }
                    sums
                })
                .collect();
            let path = best_path(&scores, &steps, example.head);
            let mut change = |label: u8, offset: usize, by: i32| {
                for &row in rows[offset] {
                    let at = (row as usize % ROLE_ROWS) * LANES + usize::from(label);
                    weights[at] += by;
                    sums[at] += by as f32 * time;
                }
            };
            let mut previous: Option<(u8, u8)> = None;
            for (offset, (&gold, &label)) in example.labels.iter().zip(&path).enumerate() {
                let label = label as u8;
                if gold != label {
                    wrong += 1;
                    change(gold, offset, 1);
                    change(label, offset, -1);
                }
                if let Some((gold_before, label_before)) = previous
                    && (gold_before, gold) != (label_before, label)
                {
                    for (from, to, by) in [(gold_before, gold, 1), (label_before, label, -1)] {
                        let at = usize::from(from) * LANES + usize::from(to);
                        steps[at] += by;
                        step_sums[at] += by as f32 * time;
                    }
                }
                previous = Some((gold, label));
            }
            time += 1.0;
        }
        if epoch + 1 == EPOCHS {
            eprintln!("roles, last pass: {wrong} labels wrong");
        }
    }
    let average = |weights: &[i32], sums: &[f32]| -> Vec<f32> {
        weights
            .iter()
            .zip(sums)
            .map(|(&weight, &sum)| weight as f32 - sum / time)
            .collect()
    };
    let (roles, transitions) = (average(&weights, &sums), average(&steps, &step_sums));
    let step = step(&roles);
    let transitions = transitions
        .iter()
        .map(|weight| (weight * step).round().clamp(-32000.0, 32000.0) as i16)
        .collect();
    (quantised(&roles), transitions)
}
