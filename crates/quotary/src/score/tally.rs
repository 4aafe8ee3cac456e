use super::chars::ratio;

/// Counts behind a figure of precision and recall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// In both.
    pub right: usize,
    /// Predicted.
    pub predicted: usize,
    /// Annotated.
    pub gold: usize,
}

/// Counts of one kind of quotation: of the gold that has it, and of the predictions that have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KindTally {
    /// Annotated contents of this kind.
    pub gold: usize,
    /// Those of them that were found, as whatever kind.
    pub found: usize,
    /// Predicted contents of this kind.
    pub predicted: usize,
    /// Those of them that match an annotated content of whatever kind.
    pub right: usize,
}

/// One figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// Precision, recall and F1, with the counts behind them.
    Tally(Tally),
    /// A share in percent, 0.0 to 100.0, with two digits.
    Percent(f64),
    /// How many a share was made from.
    Count(usize),
}

/// Counts behind a figure that is a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Those that are as annotated.
    pub right: usize,
    /// All that are compared.
    pub of: usize,
}

impl Tally {
    /// In percent; 0.0 where nothing was predicted.
    #[must_use]
    pub fn precision(&self) -> f64 {
        percent(self.right, self.predicted)
    }

    /// In percent; 0.0 where nothing was annotated.
    #[must_use]
    pub fn recall(&self) -> f64 {
        percent(self.right, self.gold)
    }

    /// Harmonic mean of [`precision`](Self::precision) and [`recall`](Self::recall), in percent.
    #[must_use]
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r == 0.0 {
            0.0
        } else {
            2.0 * p * r / (p + r)
        }
    }

    pub(super) fn add(&mut self, right: usize, predicted: usize, gold: usize) {
        self.right += right;
        self.predicted += predicted;
        self.gold += gold;
    }
}

impl Share {
    /// In percent, with two digits; 0.0 where nothing is compared.
    #[must_use]
    pub fn percent(self) -> f64 {
        two_digits(percent(self.right, self.of))
    }
}

fn percent(part: usize, all: usize) -> f64 {
    if all == 0 {
        0.0
    } else {
        ratio(100 * part, all)
    }
}

/// Rounded as it is printed: half to even of the exact value.
fn two_digits(value: f64) -> f64 {
    format!("{value:.2}").parse().expect("digits are a number")
}
