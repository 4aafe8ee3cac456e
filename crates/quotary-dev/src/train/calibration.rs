//! How the judge's odds become a probability (Platt 1999).

use quotary_attribution::model::{Calibration, FRAME_SLOTS};

use super::{
    FRAMES,
    logistic::{self, Decision},
};

/// Steps of the fit; it stands still long before.
const STEPS: usize = 200;

/// Fits slope and offset to odds that a judge gives frames of `parts` which it did not learn from.
pub(super) fn fit(parts: &[Vec<&Decision>]) -> Calibration {
    let mut seen: Vec<(f32, f32)> = Vec::new();
    for part in 0..parts.len() {
        let others: Vec<&Decision> = (0..parts.len())
            .filter(|&it| it != part)
            .flat_map(|it| parts[it].iter().copied())
            .collect();
        let judge = logistic::train(&others, &FRAMES);
        debug_assert_eq!(judge.len(), FRAME_SLOTS);
        seen.extend(parts[part].iter().map(|it| {
            let right = f32::from(u8::from(it.is_right));
            (logistic::odds(&judge, &it.features), right)
        }));
    }
    print(&seen);
    let (mut slope, mut offset) = (1.0_f32, 0.0_f32);
    let many = seen.len().max(1) as f32;
    for _ in 0..STEPS {
        let (mut by_slope, mut by_offset) = (0.0, 0.0);
        for (odds, right) in &seen {
            let error = 1.0 / (1.0 + (-(slope * odds + offset)).exp()) - right;
            by_slope += error * odds;
            by_offset += error;
        }
        slope -= by_slope / many;
        offset -= by_offset / many;
    }
    eprintln!("calibration: slope {slope:.3}, offset {offset:.3}");
    Calibration { slope, offset }
}

/// A line for each tenth of the judge's probability: how often the frame was right.
fn print(seen: &[(f32, f32)]) {
    let mut tenths = [(0.0_f32, 0.0_f32, 0_usize); 10];
    for (odds, right) in seen {
        let probability = 1.0 / (1.0 + (-odds).exp());
        let tenth = &mut tenths[((probability * 10.0) as usize).min(9)];
        tenth.0 += probability;
        tenth.1 += right;
        tenth.2 += 1;
    }
    for (sum, right, many) in tenths.into_iter().filter(|it| it.2 > 0) {
        let many_f = many as f32;
        eprintln!(
            "judge says {:.2}: right {:.2} of {many}",
            sum / many_f,
            right / many_f
        );
    }
}
