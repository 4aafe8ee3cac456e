//! Trains the cue classifier and the role labeller.

use std::{fs, io, path::Path};

use quotary_attribution::{
    CUE_SLOTS, CueView, LANES, Label, Lexicon, Model, ROLE_ROWS, Reading, Sheet, TRANSITIONS,
    best_path,
};
use quotary_grammar::Grammar;

use crate::gold::{self, Article, Spans};

/// Passes over the articles, chosen on the development articles.
const CUE_EPOCHS: usize = 4;
/// The same for the role labeller.
const ROLE_EPOCHS: usize = 12;
/// A step of the classifier's weights.
const CUE_STEP: f32 = 32.0;

/// Articles of one annotation convention.
pub(crate) struct Family {
    pub(crate) articles: Vec<Article>,
    /// Whether reports within reports are annotated.
    pub(crate) nested: bool,
    /// How often each article is seen in a pass.
    pub(crate) times: usize,
}

struct CueExample {
    features: Vec<u32>,
    is_cue: bool,
    weight: f32,
}

struct RoleExample {
    /// Features of each token, one after the other.
    features: Vec<u32>,
    per_token: usize,
    labels: Vec<u8>,
    head: usize,
}

/// Trains on `families` and writes the weights to `out`.
pub(crate) fn train(families: &[Family], threshold: f32, out: &Path) -> io::Result<()> {
    let (mut cues, mut roles) = (Vec::new(), Vec::new());
    for family in families {
        for article in &family.articles {
            for _ in 0..family.times {
                examples(article, family.nested, &mut cues, &mut roles);
            }
        }
    }
    eprintln!("{} candidates, {} frames", cues.len(), roles.len());
    let cue = train_cues(&cues);
    let (roles, transitions) = train_roles(&roles);
    let quantised = |weight: f32, step: f32| (weight * step).round().clamp(-127.0, 127.0) as i8;
    // Few weights are large: a step that lets those be cut keeps the small ones apart.
    let mut sizes: Vec<f32> = roles
        .iter()
        .map(|it| it.abs())
        .filter(|&it| it > 0.0)
        .collect();
    sizes.sort_by(f32::total_cmp);
    let large = sizes
        .get(sizes.len() * 9995 / 10000)
        .copied()
        .unwrap_or(1.0);
    let step = 127.0 / large;
    let transitions: Vec<i16> = transitions
        .iter()
        .map(|weight| (weight * step).round().clamp(-32000.0, 32000.0) as i16)
        .collect();
    let bytes = Model::write(
        threshold,
        &transitions,
        cue.iter().map(|&weight| quantised(weight, CUE_STEP)),
        roles.iter().map(|&weight| quantised(weight, step)),
    );
    fs::write(out, bytes)
}

fn tokens_of(reading: &Reading<'_, '_>, points: &[usize], spans: &Spans) -> Vec<usize> {
    let mut found = Vec::new();
    for (at, token) in reading.tokens().iter().enumerate() {
        if token.span.is_empty() {
            continue;
        }
        let (start, end) = (points[token.span.start], points[token.span.end]);
        if spans.iter().any(|&(from, to)| start < to && from < end) {
            found.push(at);
        }
    }
    found
}

fn examples(
    article: &Article,
    nested: bool,
    cues: &mut Vec<CueExample>,
    roles: &mut Vec<RoleExample>,
) {
    let parse = Grammar::new().parse(&article.text);
    let reading = Reading::new(&parse, Lexicon::builtin());
    let sheet = Sheet::new(&reading);
    let points = gold::code_points(&article.text);
    let mut heads = vec![false; reading.len()];
    let mut near = vec![false; reading.len()];
    let mut held = vec![false; reading.len()];
    let mut features = Vec::new();
    for attribution in &article.attributions {
        let content = tokens_of(&reading, &points, &attribution.content);
        let cue = tokens_of(&reading, &points, &attribution.cue);
        for &at in &content {
            held[at] = true;
        }
        for &at in &cue {
            near[at] = true;
        }
        let Some(head) = sheet.head(&cue) else {
            continue;
        };
        heads[head] = true;
        let source = tokens_of(&reading, &points, &attribution.source);
        let window = sheet.window(head);
        let mut labels = vec![0_u8; window.len()];
        let mut mark = |tokens: &[usize], begin: Label, inside: Label| {
            for &at in tokens {
                if window.contains(&at) && at != head {
                    let offset = at - window.start;
                    let before = offset.checked_sub(1).map(|it| labels[it]);
                    let goes_on = before == Some(begin as u8) || before == Some(inside as u8);
                    labels[offset] = if goes_on { inside } else { begin } as u8;
                }
            }
        };
        mark(&content, Label::ContentBegin, Label::ContentInside);
        mark(&source, Label::SourceBegin, Label::SourceInside);
        mark(&cue, Label::Cue, Label::Cue);
        labels[head - window.start] = Label::Cue as u8;
        if !labels.contains(&(Label::ContentBegin as u8)) {
            continue;
        }
        let view: CueView = sheet.view(head);
        let mut all = Vec::new();
        for at in window.clone() {
            sheet.role_features(&view, at, &mut features);
            all.extend_from_slice(&features);
        }
        roles.push(RoleExample {
            per_token: features.len(),
            features: all,
            labels,
            head: head - window.start,
        });
    }
    for at in (0..reading.len()).filter(|&at| sheet.is_candidate(at)) {
        // Where nested reports are marked now and then only, an unmarked one teaches nothing.
        if !heads[at] && (near[at] || !nested && held[at]) {
            continue;
        }
        sheet.cue_features(at, &mut features);
        cues.push(CueExample {
            features: features.clone(),
            is_cue: heads[at],
            weight: 1.0,
        });
    }
}

/// A generator that gives the same numbers everywhere (xorshift).
struct Shuffle(u64);

impl Shuffle {
    fn order(&mut self, len: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..len).collect();
        for at in (1..len).rev() {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            order.swap(at, (self.0 % (at as u64 + 1)) as usize);
        }
        order
    }
}

/// Logistic regression with steps that shrink for each weight (AdaGrad), averaged.
fn train_cues(examples: &[CueExample]) -> Vec<f32> {
    let mut weights = vec![0.0_f32; CUE_SLOTS];
    let mut squares = vec![1e-6_f32; CUE_SLOTS];
    let mut shuffle = Shuffle(0x5eed);
    for _ in 0..CUE_EPOCHS {
        for at in shuffle.order(examples.len()) {
            let example = &examples[at];
            let score: f32 = example
                .features
                .iter()
                .map(|&slot| weights[slot as usize % CUE_SLOTS])
                .sum();
            let probability = 1.0 / (1.0 + (-score).exp());
            let gradient = (probability - f32::from(u8::from(example.is_cue))) * example.weight;
            if gradient.abs() < 1e-3 {
                continue;
            }
            for &slot in &example.features {
                let slot = slot as usize % CUE_SLOTS;
                let step = gradient + 2e-5 * weights[slot];
                squares[slot] += step * step;
                weights[slot] -= 0.08 * step / squares[slot].sqrt();
            }
        }
    }
    weights
}

/// Averaged structured perceptron.
fn train_roles(examples: &[RoleExample]) -> (Vec<f32>, Vec<f32>) {
    let mut weights = vec![0_i32; ROLE_ROWS * LANES];
    let mut sums = vec![0_f32; ROLE_ROWS * LANES];
    let mut steps = vec![0_i32; TRANSITIONS];
    let mut step_sums = vec![0_f32; TRANSITIONS];
    let mut shuffle = Shuffle(0xfee1);
    let mut time = 1.0_f32;
    for epoch in 0..ROLE_EPOCHS {
        let mut wrong = 0;
        for at in shuffle.order(examples.len()) {
            let example = &examples[at];
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
        eprintln!("pass {}: {wrong} labels wrong", epoch + 1);
    }
    let average = |weights: &[i32], sums: &[f32]| -> Vec<f32> {
        weights
            .iter()
            .zip(sums)
            .map(|(&weight, &sum)| weight as f32 - sum / time)
            .collect()
    };
    (average(&weights, &sums), average(&steps, &step_sums))
}
