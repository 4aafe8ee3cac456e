//! Weights of five bits each, twelve in a word, and what they add up to.
//!
//! Reading an article is waiting for weights: they are looked for at places without order, more of
//! them than a processor's nearest caches hold. With five bits instead of eight nearly twice as many
//! are near, and what is learned for them is as accurate (docs/performance.md, docs/model.md).

/// The furthest that a weight of five bits lies from nothing, above and below.
pub const FURTHEST: i8 = 14;

/// How many weights are in a word of eight bytes; the first six are in its first four.
pub(super) const IN_A_WORD: usize = 12;

/// How many rows may be added up: the sum of so many furthest weights still has room.
pub(super) const ROWS: usize = 36;

/// Bits of a weight.
const WEIGHT: usize = 5;
/// Bits of a sum.
const SUM: usize = 2 * WEIGHT;
/// The lowest bit of every sum of a word.
const ONES: u64 = 1 | 1 << SUM | 1 << (2 * SUM) | 1 << (3 * SUM) | 1 << (4 * SUM) | 1 << (5 * SUM);
/// Every other weight of a word.
const EVEN: u64 = ONES * ((1 << WEIGHT) - 1);
/// Half of what a sum has room for.
const HALF: u64 = 1 << (SUM - 1);

const _: () = assert!(ROWS * (FURTHEST as usize) < HALF as usize);

/// Twelve weights in a word.
pub(super) fn pack(weights: &[i8]) -> u64 {
    let places = (0..IN_A_WORD).map(|at| WEIGHT * at);
    let bits = |&weight: &i8| {
        let weight = weight.clamp(-FURTHEST, FURTHEST);
        u64::from((weight + FURTHEST).cast_unsigned())
    };
    weights
        .iter()
        .zip(places)
        .fold(0, |word, (weight, place)| word | bits(weight) << place)
}

/// Twelve sums of weights.
///
/// A word is the number `a + b·2^10 + c·2^20 + …` of six sums that may be less than nothing; so words
/// add up like their sums, six at a time and without a vector unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sums {
    even: u64,
    odd: u64,
}

impl Sums {
    /// Adds up rows of [`pack`]ed words, no more than [`ROWS`] of them.
    pub(super) fn of<const N: usize>(rows: impl ExactSizeIterator<Item = [u64; N]>) -> [Self; N] {
        // Each weight counts so much too much, so that none is less than nothing.
        let excess = rows.len() as u64 * u64::from(FURTHEST.unsigned_abs()) * ONES;
        let mut sums = [Self::default(); N];
        for row in rows {
            for (sums, word) in sums.iter_mut().zip(row) {
                sums.even += word & EVEN;
                sums.odd += word >> WEIGHT & EVEN;
            }
        }
        sums.map(|sums| Self {
            even: sums.even.wrapping_sub(excess),
            odd: sums.odd.wrapping_sub(excess),
        })
    }

    /// The first sums, one by one.
    pub(super) fn first<const N: usize>(self) -> [i16; N] {
        let even = self.even.wrapping_add(HALF * ONES);
        let odd = self.odd.wrapping_add(HALF * ONES);
        let half = HALF as i16;
        let sum = |word: u64, at: usize| (word >> (SUM * at) & (2 * HALF - 1)) as i16 - half;
        std::array::from_fn(|at| sum(if at % 2 == 0 { even } else { odd }, at / 2))
    }
}

impl std::ops::Add for Sums {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            even: self.even.wrapping_add(other.even),
            odd: self.odd.wrapping_add(other.odd),
        }
    }
}

/// Six sums of weights, those of the first four bytes of a word: all in one, so that a row is added to
/// them in one step.
///
/// Every other sum stands from the lowest bit on, the others from [`APART`] bits above where their
/// weights do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct SixSums(u64);

/// How many weights are in four bytes.
const SIX: usize = IN_A_WORD / 2;

/// A row times this is the row and, so many bits above, the row again.
///
/// The two overlap in one bit, and what may be carried from it ends inside the first weight of the upper
/// row, which is not looked at and has a bit that is nothing: it is no more than twice [`FURTHEST`].
const TWICE: u64 = 1 | 1 << APART;
const APART: usize = SIX * WEIGHT - 1;

/// The lowest bit of each of six sums.
const SIX_ONES: u64 = (ONES & ((1 << (3 * SUM)) - 1)) * (1 | 1 << (APART + WEIGHT));

impl SixSums {
    /// Adds up rows of which the first six weights of [`pack`]ed words are left, no more than [`ROWS`].
    pub(super) fn of(rows: impl ExactSizeIterator<Item = u32>) -> Self {
        const WEIGHTS: u64 = SIX_ONES * ((1 << WEIGHT) - 1);
        let excess = rows.len() as u64 * u64::from(FURTHEST.unsigned_abs()) * SIX_ONES;
        let sums: u64 = rows.map(|row| (u64::from(row) * TWICE) & WEIGHTS).sum();
        Self(sums.wrapping_sub(excess))
    }

    /// The sums one by one.
    pub(super) fn all(self) -> [i16; SIX] {
        let sums = self.0.wrapping_add(HALF * SIX_ONES);
        let half = HALF as i16;
        std::array::from_fn(|at| {
            let place = SUM * (at / 2) + (APART + WEIGHT) * (at % 2);
            (sums >> place & (2 * HALF - 1)) as i16 - half
        })
    }
}

impl std::ops::Add for SixSums {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.wrapping_add(other.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sums(rows: &[[i8; IN_A_WORD]]) -> [i16; IN_A_WORD] {
        let [sums] = Sums::of(rows.iter().map(|row| [pack(row)]));
        sums.first()
    }

    #[test]
    fn rows_add_up() {
        let one = [1, -2, 3, -4, 5, -6, 7, -8, 9, -10, 11, -12];
        let other = [0, 2, -3, 0, 1, -1, -7, 14, -14, 14, 0, -1];
        let sum = [1, 0, 0, -4, 6, -7, 0, 6, -5, 4, 11, -13];
        assert_eq!(sums(&[one, other]), sum);
    }

    #[test]
    fn the_furthest_sums_are_held() {
        assert_eq!(sums(&[[-FURTHEST; IN_A_WORD]; ROWS]), [-504; IN_A_WORD]);
        assert_eq!(sums(&[[FURTHEST; IN_A_WORD]; ROWS]), [504; IN_A_WORD]);
        let [low, high] = [-FURTHEST, FURTHEST].map(|it| [pack(&[it; IN_A_WORD]); ROWS]);
        let [low, high] = Sums::of(low.into_iter().zip(high).map(|(low, high)| [low, high]));
        assert_eq!((low + high).first(), [0; IN_A_WORD]);
    }

    #[test]
    fn six_sums_are_those_of_the_first_half() {
        let value = |seed: usize| (seed * 37 % 29) as i8 - FURTHEST;
        let row = |seed: usize| std::array::from_fn(|at| value(seed + at * seed));
        let mut rows: Vec<[i8; IN_A_WORD]> = (0..500).map(row).collect();
        rows.extend((0..64).map(|bits| {
            let edge = |at: usize| [-FURTHEST, FURTHEST][bits >> (at % SIX) & 1];
            std::array::from_fn(edge)
        }));
        for rows in rows.chunks(ROWS) {
            let halves = rows.iter().map(|row| pack(row) as u32 & ((1 << 30) - 1));
            let mut expected = [0; SIX];
            expected.copy_from_slice(&sums(rows)[..SIX]);
            assert_eq!(SixSums::of(halves.clone()).all(), expected);
            let twice = SixSums::of(halves.clone().take(3)) + SixSums::of(halves.skip(3));
            assert_eq!(twice.all(), expected);
        }
        assert_eq!(SixSums::default().all(), [0; SIX]);
    }

    #[test]
    fn a_weight_further_off_is_cut() {
        assert_eq!(sums(&[[127; IN_A_WORD]]), [14; IN_A_WORD]);
        assert_eq!(sums(&[[-128; IN_A_WORD]]), [-14; IN_A_WORD]);
    }

    #[test]
    fn nothing_adds_up_to_nothing() {
        assert_eq!(Sums::default().first(), [0; IN_A_WORD]);
        assert_eq!(sums(&[]), [0; IN_A_WORD]);
    }
}
