/// A set of characters (or words) of a text: disjoint half-open ranges, sorted, none touching the
/// next. Spans of whole documents stay a handful of numbers, and sets are compared in the number
/// of their ranges.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Chars(Vec<(usize, usize)>);

impl Chars {
    /// The union of `ranges`, which may overlap and stand in any order.
    pub(super) fn new(mut ranges: Vec<(usize, usize)>) -> Self {
        ranges.retain(|range| range.0 < range.1);
        ranges.sort_unstable();
        let mut union: Vec<(usize, usize)> = Vec::with_capacity(ranges.len());
        for (start, end) in ranges {
            match union.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => union.push((start, end)),
            }
        }
        Self(union)
    }

    pub(super) fn union<'a>(sets: impl IntoIterator<Item = &'a Self>) -> Self {
        Self::new(sets.into_iter().flat_map(|set| &set.0).copied().collect())
    }

    pub(super) fn intersection(&self, other: &Self) -> Self {
        let (mut mine, mut theirs) = (self.0.as_slice(), other.0.as_slice());
        let mut both = Vec::new();
        while let ([a, ..], [b, ..]) = (mine, theirs) {
            let (start, end) = (a.0.max(b.0), a.1.min(b.1));
            if start < end {
                both.push((start, end));
            }
            if a.1 < b.1 {
                mine = &mine[1..];
            } else {
                theirs = &theirs[1..];
            }
        }
        Self(both)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.0.iter().map(|(start, end)| end - start).sum()
    }

    pub(super) fn ranges(&self) -> &[(usize, usize)] {
        &self.0
    }

    /// Twice what both share over what both have: 1.0 for equal ones, 0.0 for two empty ones.
    pub(super) fn dice(&self, other: &Self) -> f64 {
        let all = self.len() + other.len();
        if all == 0 {
            return 0.0;
        }
        ratio(2 * self.intersection(other).len(), all)
    }

    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.intersection(other) == *self
    }
}

/// `part` of `all`, which is not 0.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub(super) fn ratio(part: usize, all: usize) -> f64 {
    part as f64 / all as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(ranges: &[(usize, usize)]) -> Chars {
        Chars::new(ranges.to_vec())
    }

    #[test]
    fn ranges_are_merged_where_they_touch() {
        assert_eq!(
            set(&[(4, 6), (0, 2), (2, 3), (5, 9), (3, 3)]),
            set(&[(0, 3), (4, 9)])
        );
    }

    #[test]
    fn sets_are_compared_by_what_they_share() {
        let (a, b) = (set(&[(0, 4), (6, 8)]), set(&[(2, 7)]));
        assert_eq!(a.intersection(&b), set(&[(2, 4), (6, 7)]));
        assert_eq!(a.dice(&b), 6.0 / 11.0);
        assert!(set(&[(1, 2), (7, 8)]).is_within(&a));
        assert!(!b.is_within(&a));
        assert_eq!(set(&[]).dice(&set(&[])), 0.0);
    }
}
