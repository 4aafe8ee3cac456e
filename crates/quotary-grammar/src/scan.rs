//! Jumps from one byte that may begin a mark to the next.

use memchr::{memchr2, memchr3};

use crate::Span;

/// Where bytes that may begin a mark stand in `span`, in order.
pub(crate) fn points(bytes: &[u8], span: Span) -> impl Iterator<Item = usize> {
    let bytes = &bytes[..span.end];
    let mut at = span.start;
    let mut next = [span.start; 3];
    let mut stale = [true; 3];
    core::iter::from_fn(move || {
        for i in 0..3 {
            if stale[i] || next[i] < at {
                let rest = &bytes[at..];
                let found = match i {
                    0 => memchr3(b'"', b'\'', b'`', rest),
                    1 => memchr3(0xE2, 0xC2, 0xE3, rest),
                    _ => memchr2(0xEF, 0xD7, rest),
                };
                next[i] = found.map_or(usize::MAX, |found| at + found);
                stale[i] = false;
            }
        }
        let point = next[0].min(next[1]).min(next[2]);
        if point == usize::MAX {
            return None;
        }
        at = point + 1;
        Some(point)
    })
}
