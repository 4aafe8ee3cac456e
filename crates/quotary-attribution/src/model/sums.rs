//! Eight sums in two words: what the weights of some features add up to.

/// How many sums stand side by side.
pub const LANES: usize = 8;

/// Every other byte of a word.
const EVEN: u64 = 0x00ff_00ff_00ff_00ff;
/// One in each of the four places of a word.
const ONES: u64 = 0x0001_0001_0001_0001;
/// Turns signed bytes into such as count from 0, and back.
const SIGNS: u64 = 0x8080_8080_8080_8080;

/// Eight sums of weights of a byte each, which hold as long as each is within ±32,767: those of 250
/// weights always are.
///
/// A word is the number `a + b·2^16 + c·2^32 + d·2^48` of four sums that may be less than nothing;
/// so words add up like their sums, four at a time and without a vector unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sums {
    even: u64,
    odd: u64,
}

impl Sums {
    /// Adds up rows of eight signed bytes.
    pub(super) fn of(rows: impl ExactSizeIterator<Item = [u8; LANES]>) -> Self {
        // Each byte counts 128 too much, so that none is less than nothing.
        let excess = (rows.len() as u64).wrapping_mul(128 * ONES);
        let (mut even, mut odd) = (0_u64, 0_u64);
        for row in rows {
            let row = u64::from_le_bytes(row) ^ SIGNS;
            even = even.wrapping_add(row & EVEN);
            odd = odd.wrapping_add(row >> 8 & EVEN);
        }
        Self {
            even: even.wrapping_sub(excess),
            odd: odd.wrapping_sub(excess),
        }
    }

    /// The sums one by one.
    pub(super) fn lanes(self) -> [i16; LANES] {
        const MIDDLE: u64 = 0x8000 * ONES;
        let even = self.even.wrapping_add(MIDDLE);
        let odd = self.odd.wrapping_add(MIDDLE);
        let sum = |word: u64, at: usize| (((word >> (16 * at)) as u16) ^ 0x8000).cast_signed();
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

#[cfg(test)]
mod tests {
    use super::*;

    fn sums(rows: &[[i8; LANES]]) -> Sums {
        Sums::of(rows.iter().map(|row| row.map(i8::cast_unsigned)))
    }

    #[test]
    fn rows_add_up() {
        let all = sums(&[[1, -2, 3, -4, 5, -6, 7, -8], [0, 2, -3, 0, 1, -1, -7, 127]]);
        assert_eq!(all.lanes(), [1, 0, 0, -4, 6, -7, 0, 119]);
    }

    #[test]
    fn the_furthest_sums_are_held() {
        let low = sums(&[[-128; LANES]; 250]);
        assert_eq!(low.lanes(), [-32000; LANES]);
        let high = sums(&[[127; LANES]; 250]);
        assert_eq!(high.lanes(), [31750; LANES]);
        assert_eq!((low + high).lanes(), [-250; LANES]);
    }

    #[test]
    fn nothing_adds_up_to_nothing() {
        assert_eq!(Sums::default().lanes(), [0; LANES]);
        assert_eq!(sums(&[]), Sums::default());
    }
}
