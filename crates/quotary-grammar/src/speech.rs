//! In which marks a text puts its speech.

use crate::scan::Points;

/// Whether a text puts its speech in single marks, judged by the window of `points`: an article as
/// a whole, the first chapter of a book.
///
/// Speech begins at a word behind a blank, and ends behind a comma or a stop and before a blank:
/// `,’ she said`. A quotation inside another ends before the other mark (`’”`), an apostrophe
/// follows a letter.
pub(crate) fn stands_in_singles(points: &Points<'_>) -> bool {
    let (_, bytes) = points.window();
    let places = || points.in_window().iter().map(|&point| point as usize);
    let count = |at: &usize| begins_or_ends(bytes, *at);
    let singles = places().filter(|&at| is_single(&bytes[at..])).filter(count);
    let mut doubles = places().filter(|&at| is_double(&bytes[at..])).filter(count);
    // Most texts have none, or soon as many double ones.
    match singles.count().checked_sub(1) {
        Some(last) => doubles.nth(last).is_none(),
        None => false,
    }
}

/// Whether speech begins or ends with the mark at `at`.
fn begins_or_ends(bytes: &[u8], at: usize) -> bool {
    let len = match bytes[at..] {
        [0xE2, ..] => 3,
        [0xC2, ..] | [b'\'', b'\'', ..] => 2,
        _ => 1,
    };
    let before = at.checked_sub(1).map_or(b'\n', |before| bytes[before]);
    let after = bytes.get(at + len).copied().unwrap_or(b'\n');
    let begins = before.is_ascii_whitespace() && after.is_ascii_alphabetic();
    let ends = matches!(before, b',' | b'.' | b'?' | b'!') && after.is_ascii_whitespace();
    begins || ends
}

/// Whether `‘`, `’` or `'` begins `bytes`. It is asked in one go: hardly a point is one, which can be
/// foreseen, and the first byte of many is that of other marks, which cannot.
#[inline(always)]
fn is_single(bytes: &[u8]) -> bool {
    match *bytes {
        [first, second, third, ..] => {
            let is_drawn = (first == 0xE2) & (second == 0x80) & (third & 0xFE == 0x98);
            is_drawn | ((first == b'\'') & (second != b'\''))
        }
        [b'\'', second] => second != b'\'',
        _ => bytes == b"'",
    }
}

fn is_double(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xE2, 0x80, 0x9C..=0x9E, ..] | [0xC2, 0xAB | 0xBB, ..] | [b'"', ..] | [b'\'', b'\'', ..]
    )
}
