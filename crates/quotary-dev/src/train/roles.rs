//! The labeller of roles: an averaged structured perceptron.

use quotary_attribution::model::{FINE, LABELS, Lanes, Path, ROLE_ROWS, Steps, TRANSITIONS};

use super::{Shuffle, quantised, step};

/// Passes over the frames.
const EPOCHS: usize = 10;

/// Where the orders of the frames begin, one for each time they are learned from.
const SEEDS: [u64; 3] = [0xfee1, 0xc0de, 0x1dea];

/// The tokens around a cue with what they are.
pub(crate) struct Labelled {
    /// Features of each token.
    pub(crate) features: Vec<Vec<u32>>,
    pub(crate) labels: Vec<u8>,
    pub(crate) head: usize,
}

/// Learns from `examples` several times in different orders and adds up what was learned: the sum
/// is steadier than each.
pub(crate) fn train(examples: &[&Labelled]) -> (Vec<i8>, Vec<i16>) {
    let mut roles = vec![0_f32; ROLE_ROWS * LABELS];
    let mut transitions = vec![0_f32; TRANSITIONS];
    for seed in SEEDS {
        let mut learner = Learner::new();
        let mut shuffle = Shuffle(seed);
        for _ in 0..EPOCHS {
            for at in shuffle.order(examples.len()) {
                learner.read(examples[at]);
            }
        }
        learner.add_averages(&mut roles, &mut transitions);
    }
    let step = f32::from(FINE) * step(&roles);
    let transitions = transitions
        .iter()
        .map(|weight| (weight * step).round().clamp(-32000.0, 32000.0) as i16)
        .collect();
    (quantised(&roles), transitions)
}

/// An averaged structured perceptron.
struct Learner {
    weights: Vec<i32>,
    sums: Vec<f64>,
    steps: [i32; TRANSITIONS],
    step_sums: Vec<f64>,
    time: f64,
}

impl Learner {
    fn new() -> Self {
        Self {
            weights: vec![0; ROLE_ROWS * LABELS],
            sums: vec![0.0; ROLE_ROWS * LABELS],
            steps: [0; TRANSITIONS],
            step_sums: vec![0.0; TRANSITIONS],
            time: 1.0,
        }
    }

    /// Labels `example`, and learns from what is wrong.
    fn read(&mut self, example: &Labelled) {
        let rows = &example.features;
        let scores: Vec<Lanes> = rows.iter().map(|rows| self.scores(rows)).collect();
        let steps = Steps::new(&self.steps.map(in_sixteen_bits));
        let mut path = Path::default();
        let path = path.best(&scores, &steps, example.head);
        let mut previous: Option<(u8, u8)> = None;
        for (offset, (&gold, &label)) in example.labels.iter().zip(path).enumerate() {
            let label = label as u8;
            if gold != label {
                self.change(&rows[offset], gold, 1);
                self.change(&rows[offset], label, -1);
            }
            if let Some((gold_before, label_before)) = previous
                && (gold_before, gold) != (label_before, label)
            {
                self.change_step(gold_before, gold, 1);
                self.change_step(label_before, label, -1);
            }
            previous = Some((gold, label));
        }
        self.time += 1.0;
    }

    fn scores(&self, rows: &[u32]) -> Lanes {
        let mut sums = [0; LABELS];
        for &row in rows {
            let at = (row as usize % ROLE_ROWS) * LABELS;
            for (sum, weight) in sums.iter_mut().zip(&self.weights[at..at + LABELS]) {
                *sum += weight;
            }
        }
        let mut lanes = Lanes::default();
        lanes[..LABELS].copy_from_slice(&sums.map(in_sixteen_bits));
        lanes
    }

    fn change(&mut self, rows: &[u32], label: u8, by: i32) {
        for &row in rows {
            let at = (row as usize % ROLE_ROWS) * LABELS + usize::from(label);
            self.weights[at] += by;
            self.sums[at] += f64::from(by) * self.time;
        }
    }

    fn change_step(&mut self, from: u8, to: u8, by: i32) {
        let at = usize::from(from) * LABELS + usize::from(to);
        self.steps[at] += by;
        self.step_sums[at] += f64::from(by) * self.time;
    }

    /// Adds the weights as they were on average over all that was read.
    fn add_averages(&self, roles: &mut [f32], transitions: &mut [f32]) {
        let add = |into: &mut [f32], weights: &[i32], sums: &[f64]| {
            for (into, (&weight, sum)) in into.iter_mut().zip(weights.iter().zip(sums)) {
                *into += (f64::from(weight) - sum / self.time) as f32;
            }
        };
        add(roles, &self.weights, &self.sums);
        add(transitions, &self.steps, &self.step_sums);
    }
}

/// A sum of weights, of which none comes near the ends.
fn in_sixteen_bits(sum: i32) -> i16 {
    sum.clamp(i16::MIN.into(), i16::MAX.into()) as i16
}
