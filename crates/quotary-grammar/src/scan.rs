//! Jumps over plain text: where bytes stand that may begin a mark or end a line.
//!
//! Blocks of 64 bytes are looked at in one go, each becoming a word with a bit for every byte that
//! matters. In news such a byte stands among fifty to sixty others: so close that looking for the
//! next one again and again costs twice as much (`points_by_memchr3` in `benches/speed.rs`).

use alloc::vec::Vec;

/// Bytes looked at in one go.
const BLOCK: usize = 64;
/// Bytes whose points are kept at a time: a window stays in the first-level cache until it is read,
/// and the first one is what decisions about a whole text are made from.
pub(crate) const WINDOW: usize = 64 * 1024;
/// Points of a block that are written down without asking how many there are.
const USUAL: usize = 4;
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

    /// Reads on until a window has points, or the text ends.
    fn fill(&mut self) {
        self.window.clear();
        self.window
            .reserve(self.bytes.len().min(WINDOW) / USUAL_DISTANCE);
        self.next = 0;
        while self.window.is_empty() && self.read < self.bytes.len() {
            self.base = self.read;
            self.read = self.bytes.len().min(self.base + WINDOW);
            scan(&self.bytes[self.base..self.read], &mut self.window);
        }
    }
}

impl Iterator for Points<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if self.next == self.window.len() && self.read < self.bytes.len() {
            self.fill();
        }
        let point = *self.window.get(self.next)?;
        self.next += 1;
        Some(self.base + point as usize)
    }
}

/// Appends the points of `bytes`, which are no more than a window.
fn scan(bytes: &[u8], points: &mut Vec<u32>) {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let mut base = 0;
    for block in blocks {
        let mut bits = word(block, is_point);
        let mut usual = [0; USUAL];
        let mut count = 0;
        // Writing four and taking back what is too much needs no guess about how many there are.
        for point in &mut usual {
            *point = base + bits.trailing_zeros();
            count += usize::from(bits != 0);
            bits &= bits.wrapping_sub(1);
        }
        points.extend_from_slice(&usual);
        points.truncate(points.len() - USUAL + count);
        if bits != 0 {
            unusual(block, base, bits, points);
        }
        base += BLOCK as u32;
    }
    for (&byte, at) in rest.iter().zip(base..) {
        if is_point(byte) {
            points.push(at);
        }
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
#[inline]
fn word(block: &[u8; BLOCK], matters: impl Fn(u8) -> bool) -> u64 {
    // Written so that it becomes vector instructions: a byte of 0 or 1 for each byte, and then
    // the eight of a word pushed together by a multiplication.
    let mut flags = [0_u8; BLOCK];
    for (flag, &byte) in flags.iter_mut().zip(block) {
        *flag = u8::from(matters(byte));
    }
    let (eights, _) = flags.as_chunks::<8>();
    let mut bits = 0;
    for (eight, shift) in eights.iter().zip((0..).step_by(8)) {
        bits |= (u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56) << shift;
    }
    bits
}

/// Multiplied by this, the lowest bits of eight bytes meet in the highest byte.
const GATHER: u64 = 0x0102_0408_1020_4080;

/// Whether a mark or a line end may begin with `byte`: control characters, quotes (and `#`, `&`,
/// which differ from them in the bits left out), angle brackets, and what begins a character
/// outside ASCII.
#[inline]
fn is_point(byte: u8) -> bool {
    // First bytes of characters and, behind 0xFF, control characters are one range.
    (byte.wrapping_sub(0xC2) < 0xFF - 0xC2 + 1 + 0x0E)
        | (byte & 0xFA == b'"')
        | (byte == b'`')
        | (byte & 0xFD == b'<')
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
