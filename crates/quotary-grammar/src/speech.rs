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
    let (mut single, mut double) = (0_usize, 0_usize);
    let points = points.in_window();
    for (index, &point) in points.iter().enumerate() {
        // Not even if all that are left were single ones.
        if double >= single + points.len() - index {
            break;
        }
        let at = point as usize;
        let (len, counter) = match bytes[at..] {
            [b'\'', b'\'', ..] => (2, &mut double),
            [b'\'', ..] => (1, &mut single),
            [b'"', ..] => (1, &mut double),
            [0xE2, 0x80, 0x98 | 0x99, ..] => (3, &mut single),
            [0xE2, 0x80, 0x9C..=0x9E, ..] => (3, &mut double),
            [0xC2, 0xAB | 0xBB, ..] => (2, &mut double),
            _ => continue,
        };
        let before = at.checked_sub(1).map_or(b'\n', |before| bytes[before]);
        let after = bytes.get(at + len).copied().unwrap_or(b'\n');
        let ends = matches!(before, b',' | b'.' | b'?' | b'!') && after.is_ascii_whitespace();
        let begins = before.is_ascii_whitespace() && after.is_ascii_alphabetic();
        *counter += usize::from(ends) + usize::from(begins);
    }
    single > double
}
