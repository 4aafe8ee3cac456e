use std::borrow::Cow;
#[cfg(feature = "weights")]
use std::sync::{Arc, OnceLock};

use super::certain::{CERTAIN_BYTES, EMPTY};
use super::frame::FRAME_SLOTS;
use super::heads::HEAD_BYTES;
use super::path::{LABELS, Steps};
use super::sums::{IN_A_WORD, SixSums, Sums, pack};
use super::tagger::{TAG_COUNT, TAG_FEATURES, TAG_ROWS};

/// Slots of the cue classifier.
pub const CUE_SLOTS: usize = 1 << 18;
/// Rows of the role labeller.
pub const ROLE_ROWS: usize = 1 << 16;
/// Weights between neighbouring labels.
pub const TRANSITIONS: usize = LABELS * LABELS;

/// Bytes that a processor's caches hold together.
const LINE: usize = 64;
/// Bytes of a row of the tagger.
const TAG_ROW: usize = 16;
/// Bytes of a row of the role labeller.
const ROLE_ROW: usize = 4;

/// Steps of a byte in one unit of the logarithm of odds.
const STEPS_OF_ONE: f32 = 32.0;

/// Name and version of the format; another one is refused.
const MAGIC: &[u8; 9] = b"QUOTARY10";

/// The weights of every model, used where they lie.
#[derive(Debug, Clone)]
pub struct Model {
    bytes: Cow<'static, [u8]>,
    steps: Steps,
    thresholds: Thresholds,
    calibration: Calibration,
    has_tagger: bool,
}

/// How the judge's odds become a probability: by a straight line, fitted to articles that the
/// models were not trained on (Platt 1999).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Calibration {
    /// What the logarithm of the odds is multiplied by.
    pub slope: f32,
    /// What is then added.
    pub offset: f32,
}

impl Default for Calibration {
    fn default() -> Self {
        Self {
            slope: 1.0,
            offset: 0.0,
        }
    }
}

impl Calibration {
    /// What `probability` was worth on articles that the models had not seen.
    #[must_use]
    pub fn of(self, probability: f32) -> f32 {
        // Further out no article tells one probability from another.
        let probability = probability.clamp(1e-4, 1.0 - 1e-4);
        let odds = (probability / (1.0 - probability)).ln();
        1.0 / (1.0 + (-(self.slope * odds + self.offset)).exp())
    }
}

/// The probability from which on a frame stands.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Thresholds {
    /// Where all that it says stands outside quotation marks.
    pub indirect: f32,
    /// Where some of it stands inside. Who reads quotations rather has a doubtful one than none.
    pub marked: f32,
    /// Where a rule reads it too, and it stands inside another frame: who reads what somebody says
    /// that somebody said wants both.
    pub nested: f32,
    /// Where a rule reads it in the same way.
    pub agreed: f32,
}

/// A table of the weights file: where it begins and how long it is.
#[derive(Debug, Clone, Copy)]
struct Table {
    start: usize,
    len: usize,
}

const THRESHOLDS: Table = Table {
    start: MAGIC.len(),
    len: 8,
};
const NESTED: Table = THRESHOLDS.then(8);
const CALIBRATION: Table = NESTED.then(8);
const STEPS: Table = CALIBRATION.then(TRANSITIONS * 2);
const TAGS: Table = STEPS.then(TAG_ROWS * TAG_ROW).on_a_line();
const CERTAIN: Table = TAGS.then(CERTAIN_BYTES);
const HEADS: Table = CERTAIN.then(HEAD_BYTES);
const CUES: Table = HEADS.then(CUE_SLOTS);
const ROLES: Table = CUES.then(ROLE_ROWS * ROLE_ROW);
const FRAMES: Table = ROLES.then(FRAME_SLOTS);
const END: usize = FRAMES.then(0).start;

impl Table {
    const fn then(self, len: usize) -> Self {
        Self {
            start: self.start + self.len,
            len,
        }
    }

    /// The same from where a cache's line begins: no row then lies in two.
    const fn on_a_line(self) -> Self {
        Self {
            start: self.start.next_multiple_of(LINE),
            len: self.len,
        }
    }

    fn of(self, bytes: &[u8]) -> &[u8] {
        &bytes[self.start..self.start + self.len]
    }
}

/// Weights as a learner leaves them, before they are written.
#[derive(Debug, Clone, Default)]
pub struct Trained {
    /// The probability from which on a frame stands.
    pub thresholds: Thresholds,
    /// How the judge's odds become a probability.
    pub calibration: Calibration,
    /// Between two labels, by `from * LABELS + to`; in steps an eighth as wide as those of the roles.
    pub transitions: Vec<i16>,
    /// Of the tagger, by `row * TAG_COUNT + tag`, up to [`FURTHEST`](super::FURTHEST).
    pub tags: Vec<i8>,
    /// Which words have one tag: [`Certain::into_bytes`](super::Certain::into_bytes).
    pub certain: Vec<i8>,
    /// Which words are looked at: [`Heads::into_bytes`](super::Heads::into_bytes).
    pub heads: Vec<i8>,
    /// Of the cue classifier; a step is 1/32.
    pub cues: Vec<i8>,
    /// Of the role labeller, by `row * LABELS + label`, up to [`FURTHEST`](super::FURTHEST).
    pub roles: Vec<i8>,
    /// Of the judge of frames; a step is 1/32.
    pub frames: Vec<i8>,
}

/// Weights that this version cannot read.
#[derive(Debug, thiserror::Error)]
#[error("{0}; make the weights again with `quotary-dev train`")]
pub struct WeightsError(&'static str);

impl Model {
    /// The weights that are compiled in.
    ///
    /// # Panics
    ///
    /// Never: a test reads the built-in weights.
    #[cfg(feature = "weights")]
    #[must_use]
    pub fn builtin() -> Arc<Self> {
        #[repr(C, align(64))]
        struct OnALine<B: ?Sized>(B);
        static WEIGHTS: &OnALine<[u8]> = &OnALine(*include_bytes!("../../model/default.weights"));
        const _: () = assert!(align_of::<OnALine<[u8; LINE]>>() == LINE);
        static BUILTIN: OnceLock<Arc<Model>> = OnceLock::new();
        let read = || Self::read(&WEIGHTS.0);
        BUILTIN
            .get_or_init(|| Arc::new(read().expect("the built-in weights are tested")))
            .clone()
    }

    /// Reads weights as `quotary-dev train` writes them: nothing is copied but the transitions.
    ///
    /// # Errors
    ///
    /// Where magic, version or length are others than expected.
    pub fn read(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, WeightsError> {
        let bytes = bytes.into();
        if !bytes.starts_with(MAGIC) {
            return Err(WeightsError("expected weights that begin with QUOTARY10"));
        }
        if bytes.len() != END {
            return Err(WeightsError("the weights have not the length expected"));
        }
        let [indirect, marked] = pair(THRESHOLDS.of(&bytes));
        let [nested, agreed] = pair(NESTED.of(&bytes));
        let [slope, offset] = pair(CALIBRATION.of(&bytes));
        let rows = TAGS.of(&bytes).chunks(TAG_ROW);
        let has_tagger = rows
            .clone()
            .zip(rows.skip(1))
            .any(|(row, next)| row != next);
        let mut transitions = [0; TRANSITIONS];
        for (weight, pair) in transitions.iter_mut().zip(STEPS.of(&bytes).chunks_exact(2)) {
            *weight = i16::from_le_bytes([pair[0], pair[1]]);
        }
        Ok(Self {
            bytes,
            steps: Steps::new(&transitions),
            thresholds: Thresholds {
                indirect,
                marked,
                nested,
                agreed,
            },
            calibration: Calibration { slope, offset },
            has_tagger,
        })
    }

    /// The probability from which on a frame stands.
    #[must_use]
    pub fn thresholds(&self) -> Thresholds {
        self.thresholds
    }

    /// Tells these weights from any others: the format, and a checksum of what was learned.
    #[must_use]
    pub fn version(&self) -> String {
        // FNV-1a.
        const BASIS: u64 = 0xCBF2_9CE4_8422_2325;
        const PRIME: u64 = 0x0100_0000_01B3;
        let add = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(PRIME);
        let checksum = self.bytes.iter().fold(BASIS, add);
        format!("{}-{checksum:016x}", String::from_utf8_lossy(MAGIC))
    }

    /// Whether parts of speech were learned; weights made from articles without silver tags leave
    /// them to the rules.
    pub(crate) fn has_tagger(&self) -> bool {
        self.has_tagger
    }

    /// How the judge's odds become a probability.
    #[must_use]
    pub fn calibration(&self) -> Calibration {
        self.calibration
    }

    /// The weights between neighbouring labels.
    pub(super) fn steps(&self) -> &Steps {
        &self.steps
    }

    /// Which words have but one tag.
    pub(super) fn certain(&self) -> &[u8] {
        CERTAIN.of(&self.bytes)
    }

    /// Which words are looked at as heads of cues.
    pub(super) fn heads(&self) -> &[u8] {
        HEADS.of(&self.bytes)
    }

    /// The probability, 0 to 1, that a candidate with these features is a cue.
    #[must_use]
    pub fn cue(&self, features: &[u32]) -> f32 {
        probability(CUES.of(&self.bytes), features)
    }

    /// What each of these features of a frame adds to its odds.
    pub(super) fn frame_weights(&self, features: &[u32]) -> Vec<f32> {
        let frames = FRAMES.of(&self.bytes);
        let weight = |&slot: &u32| frames[slot as usize % FRAME_SLOTS].cast_signed();
        features
            .iter()
            .map(|it| f32::from(weight(it)) / STEPS_OF_ONE)
            .collect()
    }

    /// The probability, 0 to 1, that a frame with these features is one.
    pub(super) fn frame_probability(&self, features: &[u32]) -> f32 {
        probability(FRAMES.of(&self.bytes), features)
    }

    /// Adds up the labels' weights of these features: one sum a label.
    pub(super) fn labels<const N: usize>(&self, features: [u32; N]) -> SixSums {
        let (rows, _) = ROLES.of(&self.bytes).as_chunks::<ROLE_ROW>();
        SixSums::of(
            features
                .iter()
                .map(|&row| u32::from_le_bytes(rows[row as usize % ROLE_ROWS])),
        )
    }

    /// Adds up the tags' weights of these features: one sum a tag.
    pub(super) fn tag_scores(&self, features: &[u32; TAG_FEATURES]) -> [Sums; 2] {
        let (rows, _) = TAGS.of(&self.bytes).as_chunks::<TAG_ROW>();
        Sums::of(features.iter().map(|&row| {
            let (words, _) = rows[row as usize % TAG_ROWS].as_chunks();
            [u64::from_le_bytes(words[0]), u64::from_le_bytes(words[1])]
        }))
    }
}

/// Two numbers of four bytes each.
fn pair(bytes: &[u8]) -> [f32; 2] {
    let number =
        |at: usize| f32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    [number(0), number(4)]
}

/// The logistic function of the sum of some weights, whose step is 1/32.
fn probability(weights: &[u8], features: &[u32]) -> f32 {
    let sum: i32 = features
        .iter()
        .map(|&slot| i32::from(weights[slot as usize % weights.len()].cast_signed()))
        .sum();
    #[expect(clippy::cast_precision_loss, reason = "a few thousand at most")]
    let score = sum as f32 / STEPS_OF_ONE;
    1.0 / (1.0 + (-score).exp())
}

impl Trained {
    /// The bytes that [`Model::read`] takes. Weights of no length count as zeros.
    #[must_use]
    pub fn write(mut self) -> Vec<u8> {
        self.transitions.resize(TRANSITIONS, 0);
        self.tags.resize(TAG_ROWS * TAG_COUNT, 0);
        self.certain.resize(CERTAIN.len, EMPTY);
        self.heads.resize(HEADS.len, 0);
        self.cues.resize(CUES.len, 0);
        self.roles.resize(ROLE_ROWS * LABELS, 0);
        self.frames.resize(FRAMES.len, 0);
        let mut out = Vec::with_capacity(END);
        out.extend_from_slice(MAGIC);
        let Thresholds {
            indirect,
            marked,
            nested,
            agreed,
        } = self.thresholds;
        let Calibration { slope, offset } = self.calibration;
        for number in [indirect, marked, nested, agreed, slope, offset] {
            out.extend_from_slice(&number.to_le_bytes());
        }
        for weight in &self.transitions {
            out.extend_from_slice(&weight.to_le_bytes());
        }
        out.resize(TAGS.start, 0);
        let bytes = |table: &[i8]| {
            table
                .iter()
                .map(|it| it.cast_unsigned())
                .collect::<Vec<_>>()
        };
        for row in self.tags.chunks_exact(TAG_COUNT) {
            let (low, high) = row.split_at(IN_A_WORD);
            out.extend(pack(low).to_le_bytes());
            out.extend(pack(high).to_le_bytes());
        }
        out.extend(bytes(&self.certain));
        out.extend(bytes(&self.heads));
        out.extend(bytes(&self.cues));
        for row in self.roles.chunks_exact(LABELS) {
            out.extend(&pack(row).to_le_bytes()[..ROLE_ROW]);
        }
        out.extend(bytes(&self.frames));
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "weights")]
    #[test]
    fn built_in_weights_are_read() {
        let thresholds = Model::builtin().thresholds();
        assert!((0.0..1.0).contains(&thresholds.indirect));
        assert!((0.0..1.0).contains(&thresholds.marked));
    }

    #[test]
    fn another_version_is_refused() {
        let bytes: &'static [u8] = b"QUOTARY0 and sixteen bytes";
        let message = Model::read(bytes).unwrap_err().to_string();
        assert!(message.contains("begin with QUOTARY10"), "{message}");
    }

    #[test]
    fn a_cut_file_is_refused() {
        let bytes: &'static [u8] = b"QUOTARY10 and sixteen bytes";
        assert!(Model::read(bytes).is_err());
    }

    #[test]
    fn what_is_written_is_read() {
        let trained = Trained {
            thresholds: Thresholds {
                indirect: 0.25,
                marked: 0.125,
                nested: 0.5,
                agreed: 0.75,
            },
            transitions: vec![3, -4],
            ..Trained::default()
        };
        let thresholds = trained.thresholds;
        let model = Model::read(trained.write()).expect("weights of this version");
        let mut transitions = [0; TRANSITIONS];
        transitions[..2].copy_from_slice(&[3, -4]);
        assert_eq!(model.steps(), &Steps::new(&transitions));
        assert_eq!(model.thresholds(), thresholds);
    }
}
