/// Slots of the cue classifier.
pub const CUE_SLOTS: usize = 1 << 18;
/// Rows of the role labeller.
pub const ROLE_ROWS: usize = 1 << 18;
/// Weights in a row: one for each label, filled up to a power of two.
pub const LANES: usize = 8;
/// Weights between neighbouring labels.
pub const TRANSITIONS: usize = LANES * LANES;

/// Name and version of the format; another one is refused.
const MAGIC: &[u8; 8] = b"QUOTARY1";
/// Magic, threshold of the cue classifier, four bytes kept free.
const HEADER: usize = 16;

/// Weights of the cue classifier and the role labeller.
#[derive(Debug, Clone, Copy)]
pub struct Model {
    cue: &'static [u8],
    roles: &'static [u8],
    transitions: [i32; TRANSITIONS],
    threshold: f32,
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
    pub fn builtin() -> &'static Self {
        static BUILTIN: std::sync::OnceLock<Model> = std::sync::OnceLock::new();
        BUILTIN.get_or_init(|| {
            Self::read(include_bytes!("../../model/default.weights"))
                .expect("the built-in weights are tested")
        })
    }

    /// Reads weights as `quotary-dev train` writes them: nothing is copied but the transitions.
    ///
    /// # Errors
    ///
    /// Where magic, version or length are others than expected.
    pub fn read(bytes: &'static [u8]) -> Result<Self, WeightsError> {
        let (head, rest) = bytes
            .split_at_checked(HEADER)
            .ok_or(WeightsError("the weights are shorter than their header"))?;
        if &head[..8] != MAGIC {
            return Err(WeightsError("expected weights that begin with QUOTARY1"));
        }
        if rest.len() != TRANSITIONS * 2 + CUE_SLOTS + ROLE_ROWS * LANES {
            return Err(WeightsError("the weights have not the length expected"));
        }
        let threshold = f32::from_le_bytes([head[8], head[9], head[10], head[11]]);
        let (steps, rest) = rest.split_at(TRANSITIONS * 2);
        let mut transitions = [0; TRANSITIONS];
        for (weight, pair) in transitions.iter_mut().zip(steps.chunks_exact(2)) {
            *weight = i32::from(i16::from_le_bytes([pair[0], pair[1]]));
        }
        let (cue, roles) = rest.split_at(CUE_SLOTS);
        Ok(Self {
            cue,
            roles,
            transitions,
            threshold,
        })
    }

    /// The bytes that [`read`](Self::read) takes. A step of the cues' weights is
    /// 1/32; those of roles and transitions share one scale, which the best path does not need.
    #[must_use]
    pub fn write(
        threshold: f32,
        transitions: &[i16],
        cue: impl Iterator<Item = i8>,
        roles: impl Iterator<Item = i8>,
    ) -> Vec<u8> {
        let mut out = Vec::with_capacity(HEADER + CUE_SLOTS + ROLE_ROWS * LANES);
        out.extend_from_slice(MAGIC);
        out.extend_from_slice(&threshold.to_le_bytes());
        out.extend_from_slice(&[0; 4]);
        for weight in transitions {
            out.extend_from_slice(&weight.to_le_bytes());
        }
        out.extend(cue.map(i8::cast_unsigned));
        out.extend(roles.map(i8::cast_unsigned));
        out
    }

    /// Tells these weights from any others: the format, and a checksum of what was learned.
    #[must_use]
    pub fn version(&self) -> String {
        // FNV-1a.
        let (basis, prime) = (0xCBF2_9CE4_8422_2325_u64, 0x0100_0000_01B3);
        let transitions = self.transitions.iter().flat_map(|step| step.to_le_bytes());
        let learned = self.cue.iter().chain(self.roles).copied().chain(transitions);
        let checksum = learned.fold(basis, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(prime));
        format!("{}-{checksum:016x}", String::from_utf8_lossy(MAGIC))
    }

    /// The probability from which on a candidate is taken for a cue.
    #[must_use]
    pub fn threshold(&self) -> f32 {
        self.threshold
    }

    /// Steps between two labels, by `from * LANES + to`.
    #[must_use]
    pub fn transitions(&self) -> &[i32; TRANSITIONS] {
        &self.transitions
    }

    /// The probability, 0 to 1, that a candidate with these features is a cue.
    #[must_use]
    pub fn cue(&self, features: &[u32]) -> f32 {
        let sum: i32 = features
            .iter()
            .map(|&slot| i32::from(self.cue[slot as usize % CUE_SLOTS].cast_signed()))
            .sum();
        #[expect(clippy::cast_precision_loss, reason = "a few thousand at most")]
        let score = sum as f32 / 32.0;
        1.0 / (1.0 + (-score).exp())
    }

    /// Adds up the labels' weights of these features.
    #[must_use]
    pub fn labels(&self, features: &[u32]) -> [i32; LANES] {
        let mut sums = [0_i32; LANES];
        for &row in features {
            let at = (row as usize % ROLE_ROWS) * LANES;
            for (sum, &weight) in sums.iter_mut().zip(&self.roles[at..at + LANES]) {
                *sum += i32::from(weight.cast_signed());
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "weights")]
    #[test]
    fn built_in_weights_are_read() {
        assert!((0.0..1.0).contains(&Model::builtin().threshold()));
    }

    #[test]
    fn another_version_is_refused() {
        let bytes: &'static [u8] = b"QUOTARY0 and sixteen bytes";
        let message = Model::read(bytes).unwrap_err().to_string();
        assert!(message.contains("begin with QUOTARY1"), "{message}");
    }

    #[test]
    fn a_cut_file_is_refused() {
        let bytes: &'static [u8] = b"QUOTARY1 and sixteen bytes";
        assert!(Model::read(bytes).is_err());
    }
}
