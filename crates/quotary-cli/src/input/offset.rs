/// From offsets of a text to those of what it was made from: runs in which both go on alike.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct OffsetMap {
    /// Where a run begins: in the text, and in the origin. Sorted by both.
    runs: Vec<(usize, usize)>,
}

impl OffsetMap {
    /// From `text` on, the text is what stands from `origin` on. Calls come in order.
    pub(super) fn push(&mut self, text: usize, origin: usize) {
        if self.runs.is_empty() || self.at(text) != origin {
            self.runs.push((text, origin));
        }
    }

    /// Where in the origin stands what is at `offset` of the text.
    pub(super) fn at(&self, offset: usize) -> usize {
        let after = self.runs.partition_point(|run| run.0 <= offset);
        match after.checked_sub(1).map(|run| self.runs[run]) {
            Some((text, origin)) => origin + (offset - text),
            None => offset,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_go_on_from_the_last_run() {
        let mut map = OffsetMap::default();
        assert_eq!(map.at(5), 5);
        map.push(0, 3);
        map.push(2, 5);
        map.push(4, 9);
        assert_eq!([0, 1, 2, 3, 4, 7].map(|at| map.at(at)), [3, 4, 5, 6, 9, 12]);
        assert_eq!(map.runs.len(), 2);
    }
}
