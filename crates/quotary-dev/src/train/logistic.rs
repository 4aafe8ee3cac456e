//! Logistic regression over hashed features.

use super::Shuffle;

/// One decision with what it was made from.
pub(crate) struct Decision {
    pub(crate) features: Vec<u32>,
    pub(crate) is_right: bool,
    pub(crate) weight: f32,
}

/// How the weights are learned.
pub(crate) struct Settings {
    /// Number of weights.
    pub(crate) slots: usize,
    /// Passes over the decisions.
    pub(crate) epochs: usize,
    /// Length of a step.
    pub(crate) rate: f32,
    /// How fast weights shrink towards zero.
    pub(crate) decay: f32,
}

/// A step of the weights in the file: a byte reaches to plus and minus four.
const STEP: f32 = 32.0;

/// Learns with steps that shrink for each weight (AdaGrad).
pub(crate) fn train(decisions: &[&Decision], settings: &Settings) -> Vec<i8> {
    let slots = settings.slots;
    let mut weights = vec![0.0_f32; slots];
    let mut squares = vec![1e-6_f32; slots];
    let mut shuffle = Shuffle(0x5eed);
    for _ in 0..settings.epochs {
        for at in shuffle.order(decisions.len()) {
            let decision = decisions[at];
            let score: f32 = decision
                .features
                .iter()
                .map(|&slot| weights[slot as usize % slots])
                .sum();
            let probability = 1.0 / (1.0 + (-score).exp());
            let right = f32::from(u8::from(decision.is_right));
            let gradient = (probability - right) * decision.weight;
            // What is certain already teaches nothing and costs most of the time.
            if gradient.abs() < 1e-3 {
                continue;
            }
            for &slot in &decision.features {
                let slot = slot as usize % slots;
                let step = gradient + settings.decay * weights[slot];
                squares[slot] += step * step;
                weights[slot] -= settings.rate * step / squares[slot].sqrt();
            }
        }
    }
    weights
        .iter()
        .map(|weight| (weight * STEP).round().clamp(-127.0, 127.0) as i8)
        .collect()
}

/// The logarithm of the odds that `weights`, as [`train`] leaves them, give `features`.
pub(crate) fn odds(weights: &[i8], features: &[u32]) -> f32 {
    let weight = |&slot: &u32| i32::from(weights[slot as usize % weights.len()]);
    features.iter().map(weight).sum::<i32>() as f32 / STEP
}
