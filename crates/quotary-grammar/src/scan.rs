//! Jumps over plain text: where bytes stand that may begin a mark or end a line.
//!
//! Blocks of 64 bytes are looked at in one go, each becoming a word with a bit for every byte that
//! matters, where the processor can by [wide](crate::wide) vectors. In news such a byte stands among fifty
//! to sixty others: so close that looking for the next one again and again costs twice as much
//! (`points_by_memchr3` in `benches/speed.rs`). Then the apostrophes inside words are sifted out: what is
//! left is a mark or a line end nearly always.

use alloc::vec::Vec;

#[cfg(all(feature = "std", target_arch = "x86_64"))]
use crate::wide;

/// Bytes looked at in one go.
pub(crate) const BLOCK: usize = 64;
/// Bytes whose points are kept at a time: a window stays in the first-level cache until it is read,
/// and the first one is what decisions about a whole text are made from.
pub(crate) const WINDOW: usize = 64 * 1024;
/// Points of a block that are written down without asking how many there are.
pub(crate) const USUAL: usize = 4;
/// Bytes from one point to the next in news, and a margin.
const USUAL_DISTANCE: usize = 32;
/// A block with more points is written in a script whose letters begin with high bytes: it is
/// looked at again for marks alone.
const DENSE: u32 = 20;

/// Where marks and line ends may stand, in order.
#[derive(Debug)]
pub(crate) struct Points<'t> {
    bytes: &'t [u8],
    /// First byte after the window.
    read: usize,
    /// First byte of the window.
    base: usize,
    /// Distances from `base`.
    window: Vec<u32>,
    next: usize,
}

impl<'t> Points<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let mut points = Self {
            bytes: text.as_bytes(),
            read: 0,
            base: 0,
            window: Vec::new(),
            next: 0,
        };
        points.fill();
        points
    }

    /// Whether the window that is being read is the first.
    pub(crate) fn is_first_window(&self) -> bool {
        self.base == 0
    }

    /// The bytes of the window that is being read.
    pub(crate) fn window(&self) -> (usize, &'t [u8]) {
        (self.base, &self.bytes[self.base..self.read])
    }

    /// The points of the window, counted from its first byte.
    pub(crate) fn in_window(&self) -> &[u32] {
        &self.window
    }

    /// Goes over those of the next points of the window for which `passes` says yes.
    #[inline(always)]
    pub(crate) fn pass(&mut self, mut passes: impl FnMut(usize) -> bool) {
        let next = &self.window[self.next..];
        let passed = next
            .iter()
            .take_while(|&&point| passes(self.base + point as usize))
            .count();
        self.next += passed;
    }

    /// Reads on until a window has points, or the text ends.
    fn fill(&mut self) {
        self.window.clear();
        self.window
            .reserve(self.bytes.len().min(WINDOW) / USUAL_DISTANCE);
        self.next = 0;
        while self.window.is_empty() && self.read < self.bytes.len() {
            self.base = self.read;
            self.read = self.bytes.len().min(self.base + WINDOW);
            self.look();
        }
    }

    /// Finds the points of the window, which has none yet.
    #[inline(always)]
    fn look(&mut self) {
        let (base, bytes) = self.window();
        #[cfg(all(feature = "std", target_arch = "x86_64"))]
        if wide::find(self.bytes, base, bytes, &mut self.window) {
            return;
        }
        find_by_words(self.bytes, base, bytes, &mut self.window);
    }
}

/// Appends the points of `window`, which begins at `base` in `bytes`: on any processor.
#[inline(always)]
pub(crate) fn find_by_words(bytes: &[u8], base: usize, window: &[u8], points: &mut Vec<u32>) {
    find(bytes, base, window, points, |block| {
        let bits = word(block, is_point);
        (bits, count(bits))
    });
}

impl Iterator for Points<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        let point = match self.window.get(self.next) {
            Some(&point) => point,
            None if self.read == self.bytes.len() => return None,
            None => {
                self.fill();
                *self.window.first()?
            }
        };
        self.next += 1;
        Some(self.base + point as usize)
    }
}

/// Leaves out the points, counted from `base`, that are plain.
///
/// Which of them are cannot be foreseen in a text: so the answer is added up, and no branch depends on
/// it. Where points are many they are much alike, and the byte before them is asked first.
#[inline(always)]
fn sift(bytes: &[u8], base: usize, points: &mut Vec<u32>) {
    // From the byte before the window on; nothing at the edges of the text is plain.
    let around = Around {
        bytes: &bytes[base.saturating_sub(1)..],
        skipped: usize::from(base == 0),
    };
    if points.len() * MANY_POINTS < bytes.len().min(WINDOW) {
        let mut kept = 0;
        for next in 0..points.len() {
            let point = points[next];
            points[kept] = point;
            kept += usize::from(!around.at(point).is_some_and(is_plain));
        }
        points.truncate(kept);
    } else {
        points.retain(|&point| {
            let may_be = around.at(point).is_some_and(may_be_plain);
            !(may_be && around.at(point).is_some_and(is_plain))
        });
    }
}

/// The bytes around the points of a window.
struct Around<'t> {
    /// From the one before the window on.
    bytes: &'t [u8],
    /// 1 where the window begins the text, so that there is none before it.
    skipped: usize,
}

impl Around<'_> {
    /// So many bytes from the one before a point on; `None` at the edges of the text.
    #[inline(always)]
    fn at<const BYTES: usize>(&self, point: u32) -> Option<&[u8; BYTES]> {
        let before = (point as usize).wrapping_sub(self.skipped);
        let around = self.bytes.get(before..before.wrapping_add(BYTES))?;
        around.first_chunk()
    }
}

/// A window has many points if it has one for so many bytes: news has one for fifty.
const MANY_POINTS: usize = 8;

/// Bytes that tell whether a point is plain.
const AROUND: usize = 5;

/// plain = apostrophe inside a word of ASCII letters / second LF of two
#[inline(always)]
fn is_plain(&[before, byte, second, third, fourth]: &[u8; AROUND]) -> bool {
    let drawn = u32::from_le_bytes([0xE2, 0x80, 0x99, 0]);
    let is_drawn = u32::from_le_bytes([byte, second, third, fourth]) & 0x00FF_FFFF == drawn;
    let after = if is_drawn { fourth } else { second };
    let is_apostrophe = is_drawn | (byte == b'\'');
    let is_inner = IS_WORD[usize::from(before)] & IS_WORD[usize::from(after)];
    let is_blank_line = (byte == b'\n') & (before == b'\n');
    (is_apostrophe & is_inner) | is_blank_line
}

/// Whether more bytes have to be looked at to know.
#[inline(always)]
fn may_be_plain(&[before, byte]: &[u8; 2]) -> bool {
    match byte {
        b'\n' => before == b'\n',
        b'\'' | 0xE2 => IS_WORD[usize::from(before)],
        _ => false,
    }
}

/// Whether a byte is a letter or a digit of ASCII.
static IS_WORD: [bool; 256] = {
    let mut is_word = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        is_word[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    is_word
};

/// The same with the way of looking at a block: `look` gives its bits, and how many they are or [`USUAL`],
/// whichever is less.
#[inline(always)]
pub(crate) fn find(
    bytes: &[u8],
    base: usize,
    window: &[u8],
    points: &mut Vec<u32>,
    look: impl Fn(&[u8; BLOCK]) -> (u64, usize),
) {
    scan(window, points, look);
    sift(bytes, base, points);
}

/// How many bits there are, or [`USUAL`], without the processor's own count, which not every one has.
#[inline(always)]
fn count(mut bits: u64) -> usize {
    let mut count = 0;
    for _ in 0..USUAL {
        count += usize::from(bits != 0);
        bits &= bits.wrapping_sub(1);
    }
    count
}

/// Appends the points of `bytes`, which are no more than a window.
#[inline(always)]
fn scan(bytes: &[u8], points: &mut Vec<u32>, look: impl Fn(&[u8; BLOCK]) -> (u64, usize)) {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let mut base = 0;
    for block in blocks {
        write_down(block, base, look(block), points);
        base += BLOCK as u32;
    }
    // The last block is filled up with what is no point.
    let mut last = [b' '; BLOCK];
    last[..rest.len()].copy_from_slice(rest);
    write_down(&last, base, look(&last), points);
}

/// Appends the points of a block that stands at `base`: its bits, and how many of them are usual.
#[inline(always)]
fn write_down(
    block: &[u8; BLOCK],
    base: u32,
    (mut bits, count): (u64, usize),
    points: &mut Vec<u32>,
) {
    let mut usual = [0; USUAL];
    // Writing them and taking back what is too much needs no guess about how many there are.
    for point in &mut usual {
        *point = base + bits.trailing_zeros();
        bits &= bits.wrapping_sub(1);
    }
    points.extend_from_slice(&usual);
    points.truncate(points.len() - USUAL + count);
    if bits != 0 {
        unusual(block, base, bits, points);
    }
}

/// Writes down the points of a block that has more than usual: `bits` are those that are left.
#[cold]
fn unusual(block: &[u8; BLOCK], base: u32, mut bits: u64, points: &mut Vec<u32>) {
    if bits.count_ones() > DENSE {
        bits &= word(block, is_rare_point);
    }
    while bits != 0 {
        points.push(base + bits.trailing_zeros());
        bits &= bits - 1;
    }
}

/// One bit for each byte of `block`, the lowest for the first.
#[inline(always)]
fn word(block: &[u8; BLOCK], matters: impl Fn(u8) -> bool) -> u64 {
    // Written so that it becomes vector instructions: a block is eight rows of eight bytes, and the
    // bits of a column meet in one byte.
    let mut flags = [0_u8; BLOCK];
    for ((flag, &byte), bit) in flags.iter_mut().zip(block).zip(ROW_BITS) {
        *flag = if matters(byte) { bit } else { 0 };
    }
    let (rows, _) = flags.as_chunks::<8>();
    let columns = rows
        .iter()
        .fold(0, |columns, row| columns | u64::from_le_bytes(*row));
    transpose(columns)
}

/// For every byte of a block, the bit of its row.
const ROW_BITS: [u8; BLOCK] = {
    let mut bits = [0; BLOCK];
    let mut at = 0;
    while at < BLOCK {
        bits[at] = 1 << (at / 8);
        at += 1;
    }
    bits
};

/// Turns eight columns of eight bits into rows: blocks of one bit change places across the diagonal,
/// then blocks of two and of four.
#[inline(always)]
fn transpose(mut bits: u64) -> u64 {
    for (distance, upper) in [
        (7, 0x00AA_00AA_00AA_00AA),
        (14, 0x0000_CCCC_0000_CCCC),
        (28, 0x0000_0000_F0F0_F0F0),
    ] {
        let changed = (bits ^ bits >> distance) & upper;
        bits ^= changed ^ changed << distance;
    }
    bits
}

/// Whether a mark or a line end may begin with `byte`: control characters, quotes, angle brackets,
/// the grave, what begins a character outside ASCII, and `$`, `%`, `&`, `=`, `?` beside them.
///
/// With two bits turned over, the quotes stand behind the control characters, and these behind what
/// begins a character outside ASCII; with another bit, brackets and grave stand at both ends of the
/// control characters. So two ranges hold them all, where asking for each takes half as long again.
#[inline(always)]
fn is_point(byte: u8) -> bool {
    // Vectors of bytes with a sign are compared in one instruction, those without in two.
    let signed = |byte: u8, first: u8| byte.wrapping_sub(first).wrapping_add(0x80) as i8;
    let is_between = |byte: u8, first: u8, last: u8| signed(byte, first) <= signed(last, first);
    is_between(byte ^ 0x06, 0xC4, 0x24) | is_between(byte ^ 0x20, 0x1C, 0x40)
}

/// The same without the first bytes of letters.
#[inline]
fn is_rare_point(byte: u8) -> bool {
    ((byte < 0x0E) & (byte != b'\t'))
        | (byte == b'"')
        | (byte == b'\'')
        | (byte == b'`')
        | (byte & 0xFD == b'<')
        | (byte == 0xC2)
        | (byte == 0xC3)
        | (byte == 0xD7)
        | (byte == 0xE2)
        | (byte == 0xE3)
        | (byte == 0xEF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_a_mark_or_ends_a_line_is_a_point() {
        for byte in (0..=u8::MAX).filter(|&byte| is_rare_point(byte)) {
            assert!(is_point(byte), "{byte:#x}");
        }
    }

    #[test]
    fn points_are_few() {
        let prose = (b' '..=b'~')
            .filter(|byte| byte.is_ascii_alphanumeric() || b" ,.-();:!/".contains(byte));
        assert_eq!(prose.filter(|&byte| is_point(byte)).count(), 0);
        assert!(!(0x80..0xC0).any(is_point), "inside a character");
    }

    #[test]
    fn a_word_has_a_bit_for_every_point_of_a_block() {
        for at in 0..BLOCK {
            let mut block = [b'a'; BLOCK];
            block[at] = b'"';
            block[BLOCK - 1] = b'\n';
            assert_eq!(word(&block, is_point), 1 << at | 1 << (BLOCK - 1));
        }
    }
}
