//! Which kinds of marks are pairs.

use crate::kind::MarkKind;
use crate::price::Price;

/// Whether the two are a pair in some convention.
#[inline]
pub(crate) fn fits(opener: MarkKind, closing: MarkKind) -> bool {
    misfit(opener as u8, closing) == 0
}

/// What it costs that `closing` closes what a mark of the kind with the number `opener` opened,
/// beside what its place costs: nothing for a pair.
#[inline]
pub(crate) fn misfit(opener: u8, closing: MarkKind) -> Price {
    Price::from(MISFITS[closing as usize][usize::from(opener)])
}

/// For every kind that closes, what each that opens costs; rows are as long as a byte can count, so
/// that no number of a kind is out of bounds.
static MISFITS: [[u8; 256]; MarkKind::COUNT] = {
    let mut table = [[0; 256]; MarkKind::COUNT];
    let mut opener = 0;
    while opener < MarkKind::COUNT {
        let mut closing = 0;
        while closing < MarkKind::COUNT {
            let (open, close) = (MarkKind::ALL[opener], MarkKind::ALL[closing]);
            table[closing][opener] = if is_pair(open, close) {
                0
            } else {
                foreign(open, close)
            };
            closing += 1;
        }
        opener += 1;
    }
    table
};

/// What it costs that marks which are no pair open and close one quotation.
const fn foreign(opener: MarkKind, closing: MarkKind) -> u8 {
    use MarkKind::*;
    match (opener, closing) {
        (Replacement, _) | (_, Replacement) => 12,
        (StraightDouble, DoubledSingle | DoubledGrave | DoublePrime)
        | (DoubledSingle | DoubledGrave | DoublePrime, StraightDouble) => 6,
        _ => 3,
    }
}

/// Whether the two are a pair, from which the table is made.
const fn is_pair(opener: MarkKind, closing: MarkKind) -> bool {
    use MarkKind::*;
    match opener {
        LeftDouble | ReversedDouble => matches!(closing, RightDouble),
        LowDouble => matches!(closing, LeftDouble | RightDouble | ReversedDouble),
        DoubledGrave => matches!(closing, DoubledSingle | DoubledGrave),
        LeftPrime => matches!(closing, RightPrime),
        LeftSingle | ReversedSingle => matches!(closing, RightSingle),
        LowSingle => matches!(closing, LeftSingle | RightSingle),
        Grave => matches!(closing, StraightSingle | Grave | Acute),
        LeftGuillemet => matches!(closing, RightGuillemet),
        RightSingle => matches!(closing, LeftSingle | RightSingle),
        RightGuillemet => matches!(closing, LeftGuillemet | RightGuillemet),
        LeftAngle => matches!(closing, RightAngle),
        RightAngle => matches!(closing, LeftAngle | RightAngle),
        LeftCorner => matches!(closing, RightCorner),
        LeftWhiteCorner => matches!(closing, RightWhiteCorner),
        LeftTitle => matches!(closing, RightTitle),
        LeftShortTitle => matches!(closing, RightShortTitle),
        same => closing as u8 == same as u8,
    }
}
