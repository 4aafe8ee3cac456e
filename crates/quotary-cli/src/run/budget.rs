use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Bounds what is between being read and being written, in number and in bytes, so that memory
/// depends on neither the corpus nor one slow article.
#[derive(Debug)]
pub(super) struct Budget {
    /// So many go whatever their size: one for each thread.
    least: usize,
    count: usize,
    bytes: usize,
    held: Mutex<Held>,
    freed: Condvar,
}

#[derive(Debug, Default)]
struct Held {
    count: usize,
    bytes: usize,
    is_closed: bool,
}

impl Budget {
    /// For at most `count` articles, and `bytes` unless there are but `least`.
    pub(super) fn new(least: usize, count: usize, bytes: usize) -> Self {
        Self {
            least,
            count,
            bytes,
            held: Mutex::default(),
            freed: Condvar::new(),
        }
    }

    /// Waits until there is room; `false` where nothing more is wanted.
    pub(super) fn take(&self, size: usize) -> bool {
        let is_full = |held: &mut Held| {
            let has_room = held.count < self.count && held.bytes.saturating_add(size) <= self.bytes;
            !held.is_closed && held.count >= self.least && !has_room
        };
        let held = self.freed.wait_while(self.held(), is_full);
        let mut held = held.unwrap_or_else(PoisonError::into_inner);
        if held.is_closed {
            return false;
        }
        held.count += 1;
        held.bytes = held.bytes.saturating_add(size);
        true
    }

    /// What was taken `count` times, together `size`, is written.
    pub(super) fn release(&self, count: usize, size: usize) {
        let mut held = self.held();
        held.count -= count;
        held.bytes = held.bytes.saturating_sub(size);
        drop(held);
        self.freed.notify_one();
    }

    /// Nothing more is wanted.
    pub(super) fn close(&self) {
        self.held().is_closed = true;
        self.freed.notify_all();
    }

    /// Whether all that was taken is written.
    pub(super) fn is_idle(&self) -> bool {
        self.held().count == 0
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        // Numbers stay numbers whoever panicked.
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_ones_go_as_long_as_a_thread_is_free() {
        let budget = Budget::new(1, 3, 100);
        assert!(budget.take(1_000));
        assert!(!budget.is_idle());
        budget.release(1, 1_000);
        assert!(budget.is_idle());
        assert!(budget.take(60) && budget.take(40));
        budget.close();
        assert!(!budget.take(0));
    }
}
