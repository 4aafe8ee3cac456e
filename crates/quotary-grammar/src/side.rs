//! What stands on both sides of a mark.

use crate::Span;
use crate::apostrophe::may_begin_elision;
use crate::candidate::Candidate;
use crate::kind::{Family, MarkKind};

/// What a mark is next to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// The edge of the paragraph.
    Edge,
    Blank,
    /// An opening bracket.
    Bracket,
    Dash,
    /// A colon or a slash: words before and after it.
    Link,
    /// A letter, a digit, a sign that begins a word; on the left also what ends one.
    Word,
    /// `…` and `...` on the right side: may begin or end a quotation.
    Ellipsis,
    /// What ends a phrase: stops, commas, closing brackets.
    Punctuation,
}

impl Side {
    pub(crate) const ALL: [Self; 8] = [
        Self::Edge,
        Self::Blank,
        Self::Bracket,
        Self::Dash,
        Self::Link,
        Self::Word,
        Self::Ellipsis,
        Self::Punctuation,
    ];
}

/// What stands on both sides of a mark, behind other marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sides {
    pub(crate) left: Side,
    pub(crate) right: Side,
}

impl Sides {
    /// Their number in tables.
    #[inline]
    pub(crate) fn place(self) -> Place {
        Place(self.left as u8 * Place::SIDES + self.right as u8)
    }
}

/// The number of what stands on both sides of a mark, in tables that have something for any two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place(u8);

impl Place {
    const SIDES: u8 = Side::ALL.len() as u8;
    /// How many there are, a power of two.
    pub(crate) const COUNT: usize = Side::ALL.len() * Side::ALL.len();

    #[inline(always)]
    pub(crate) fn index(self) -> usize {
        usize::from(self.0) % Self::COUNT
    }

    /// The sides that it is the number of.
    pub(crate) const fn sides(index: usize) -> Sides {
        Sides {
            left: Side::ALL[index / Side::ALL.len()],
            right: Side::ALL[index % Side::ALL.len()],
        }
    }

    /// The place of a mark between two characters of ASCII that say all there is to know; `None`
    /// where more has to be looked at.
    #[inline(always)]
    pub(crate) fn at_a_glance(text: &str, paragraph: Span, mark: &Candidate) -> Option<Self> {
        let bytes = &text.as_bytes()[paragraph.range()];
        let start = mark.start - paragraph.start;
        // Which marks stand at an edge cannot be foreseen.
        let before = *bytes.get(start.wrapping_sub(1)).unwrap_or(&EDGE);
        let after = *bytes.get(start + mark.len as usize).unwrap_or(&EDGE);
        let left = GLANCES_BEFORE[usize::from(before)];
        let right = GLANCES_AFTER[usize::from(after)];
        let both = left.0 | right.0;
        let doubt = both & DOUBTS[mark.kind as usize];
        (doubt == 0).then_some(Self(both as u8 % Self::COUNT as u8))
    }
}

/// What one side says: its share of the [`Place`] in the six lowest bits, and a bit for each of the
/// reasons to look more closely.
#[derive(Debug, Clone, Copy)]
struct Glance(u16);

impl Glance {
    /// For marks that are looked at more closely wherever they stand.
    const ALWAYS: u16 = 1 << 8;
    /// For every mark: characters outside ASCII, what may be another mark, `=` and digits.
    const EVERY: u16 = 1 << 9;
    /// For what may be an apostrophe: letters before it, and those that elisions begin with after it.
    const SINGLE: u16 = 1 << 10;
    /// For what may head a line: blanks before it.
    const GUILLEMET: u16 = 1 << 11;
    /// For what may be the sign of a list: the edge of the paragraph before it.
    const ANGLE: u16 = 1 << 12;

    const fn before(side: Side, reasons: u16) -> Self {
        Self((side as u8 * Place::SIDES) as u16 | Self::ALWAYS | reasons)
    }

    const fn after(side: Side, reasons: u16) -> Self {
        Self(side as u16 | reasons)
    }
}

/// For every kind of marks, the reasons to look more closely.
static DOUBTS: [u16; MarkKind::COUNT] = {
    let mut doubts = [0; MarkKind::COUNT];
    let mut at = 0;
    while at < MarkKind::COUNT {
        let kind = MarkKind::ALL[at];
        doubts[at] = Glance::EVERY
            | match (kind, kind.family()) {
                (MarkKind::Gershayim | MarkKind::Replacement, _) => Glance::ALWAYS,
                (_, Family::Single) => Glance::SINGLE,
                (_, Family::Guillemet) => Glance::GUILLEMET | Glance::ANGLE,
                (_, Family::Angle) => Glance::ANGLE,
                _ => 0,
            };
        at += 1;
    }
    doubts
};

/// Stands for the edge of the paragraph: no text in UTF-8 has such a byte.
const EDGE: u8 = 0xFF;

/// What a byte before a mark says, or the edge of the paragraph.
static GLANCES_BEFORE: [Glance; 256] = {
    let mut glances = [Glance(Glance::EVERY); 256];
    glances[EDGE as usize] = Glance::before(Side::Edge, Glance::GUILLEMET | Glance::ANGLE);
    let mut byte = 0_u8;
    while byte < 128 {
        let side = BEFORE[byte as usize];
        let is_doubtful = contains(MARKS, byte) || byte == b'=' || byte.is_ascii_digit();
        let every = if is_doubtful { Glance::EVERY } else { 0 };
        let single = if byte.is_ascii_alphabetic() {
            Glance::SINGLE
        } else {
            0
        };
        let guillemet = if matches!(side, Side::Blank) {
            Glance::GUILLEMET
        } else {
            0
        };
        glances[byte as usize] = Glance::before(side, every | single | guillemet);
        byte += 1;
    }
    glances
};

/// What a byte after a mark says, or the edge of the paragraph.
static GLANCES_AFTER: [Glance; 256] = {
    let mut glances = [Glance(Glance::EVERY); 256];
    glances[EDGE as usize] = Glance::after(Side::Edge, 0);
    let mut byte = 0_u8;
    while byte < 128 {
        let side = AFTER[byte as usize];
        // More than one character tells what a stop or a hyphen is.
        let is_doubtful = contains(MARKS, byte) || contains(b".-", byte);
        let every = if is_doubtful { Glance::EVERY } else { 0 };
        let single = if may_begin_elision(byte) {
            Glance::SINGLE
        } else {
            0
        };
        glances[byte as usize] = Glance::after(side, every | single);
        byte += 1;
    }
    glances
};

/// What marks of ASCII begin and end with.
const MARKS: &[u8] = b"\"'`<>";

/// What stands before `at`, and the character itself.
#[inline(always)]
pub(crate) fn side_before(text: &str, paragraph: Span, at: usize) -> (Side, Option<char>) {
    if at == paragraph.start {
        return (Side::Edge, None);
    }
    let byte = text.as_bytes()[at - 1];
    if byte.is_ascii() {
        return (BEFORE[usize::from(byte)], Some(char::from(byte)));
    }
    wide_side_before(text, paragraph, at)
}

/// The same where a character outside ASCII stands there.
#[inline(never)]
fn wide_side_before(text: &str, paragraph: Span, at: usize) -> (Side, Option<char>) {
    let mut before = text[paragraph.start..at].chars().rev();
    let seen = before
        .by_ref()
        .take(INVISIBLE_RUN)
        .find(|&c| !is_invisible(c));
    match seen {
        None => (Side::Edge, None),
        Some(c) if c.is_ascii() => (BEFORE[c as usize], Some(c)),
        Some(c @ ('¿' | '¡')) => (Side::Bracket, Some(c)),
        Some(c) => (side(c), Some(c)),
    }
}

/// What stands after `at`.
#[inline(always)]
pub(crate) fn side_after(text: &str, paragraph: Span, at: usize) -> Side {
    if at == paragraph.end {
        return Side::Edge;
    }
    let byte = text.as_bytes()[at];
    if byte.is_ascii() {
        let rest = &text.as_bytes()[at + 1..paragraph.end];
        return match byte {
            b'.' if rest.starts_with(b"..") => Side::Ellipsis,
            b'-' if rest.first().is_some_and(u8::is_ascii_digit) => Side::Word,
            _ => AFTER[usize::from(byte)],
        };
    }
    wide_side_after(text, paragraph, at)
}

/// The same where a character outside ASCII stands there.
#[inline(never)]
fn wide_side_after(text: &str, paragraph: Span, at: usize) -> Side {
    let mut after = text[at..paragraph.end].chars();
    let seen = after
        .by_ref()
        .take(INVISIBLE_RUN)
        .find(|&c| !is_invisible(c));
    match seen {
        None => Side::Edge,
        Some(c) if c.is_ascii() => AFTER[c as usize],
        Some('¿' | '¡' | '£' | '€') => Side::Word,
        Some('…') => Side::Ellipsis,
        Some(c) => side(c),
    }
}

/// What an ASCII character before a mark is.
const BEFORE: [Side; 128] = ascii_sides(b"([{", b":/=|", b"$%&*_+");
/// What an ASCII character after a mark is.
const AFTER: [Side; 128] = ascii_sides(b"", b"", b"([{$#@&*_+\\");

const fn ascii_sides(brackets: &[u8], links: &[u8], words: &[u8]) -> [Side; 128] {
    let mut sides = [Side::Punctuation; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        let at = byte as usize;
        if byte.is_ascii_alphanumeric() || contains(words, byte) {
            sides[at] = Side::Word;
        } else if contains(brackets, byte) {
            sides[at] = Side::Bracket;
        } else if contains(links, byte) {
            sides[at] = Side::Link;
        } else if byte <= b' ' {
            sides[at] = Side::Blank;
        } else if byte == b'-' {
            sides[at] = Side::Dash;
        }
        byte += 1;
    }
    sides
}

const fn contains(bytes: &[u8], byte: u8) -> bool {
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == byte {
            return true;
        }
        at += 1;
    }
    false
}

/// What a character outside ASCII is.
fn side(c: char) -> Side {
    match c {
        _ if c.is_alphanumeric() => Side::Word,
        _ if c.is_whitespace() => Side::Blank,
        '‐'..='―' | '−' => Side::Dash,
        _ if is_wide_punctuation(c) => Side::Punctuation,
        // Emoji, combining marks, currencies.
        _ => Side::Word,
    }
}

fn is_wide_punctuation(c: char) -> bool {
    matches!(
        c,
        '\u{2010}'..='\u{2060}' | '\u{3001}'..='\u{3020}' | '\u{FF01}'..='\u{FF0F}'
            | '\u{FF1A}'..='\u{FF20}' | '،' | '؛' | '؟' | '۔' | '·' | '।'
    )
}

/// More invisible characters than this between a mark and its neighbour are no accident.
const INVISIBLE_RUN: usize = 4;

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'
            | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}

/// Whether a line end and nothing but blanks stand before `at`, inside the paragraph.
#[inline(never)]
pub(crate) fn heads_line(text: &str, paragraph: Span, at: usize) -> bool {
    let mut before = text[paragraph.start..at].chars().rev().take(WIDEST_INDENT);
    let seen = before.find(|c| !matches!(c, ' ' | '\t' | '\u{A0}'));
    matches!(seen, Some('\n' | '\r'))
}

/// Blanks before a line that goes on with a quotation.
const WIDEST_INDENT: usize = 16;

/// inner-apostrophe = (letter / digit) apostrophe (letter / digit)
pub(crate) fn is_inside_word(
    text: &str,
    paragraph: Span,
    span: Span,
    before: Option<char>,
) -> bool {
    let is_word = |c: char| c.is_alphanumeric() && !is_unspaced(Some(c));
    before.is_some_and(is_word) && char_after(text, span.end, paragraph.end).is_some_and(is_word)
}

/// The character at `at`; `None` at `end`.
#[inline]
pub(crate) fn char_after(text: &str, at: usize, end: usize) -> Option<char> {
    match text.as_bytes()[at..end].first() {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        Some(_) => text[at..end].chars().next(),
        None => None,
    }
}

/// Chinese, Japanese, Korean and Thai set no blanks around marks, and have no apostrophes.
pub(crate) fn is_unspaced(c: Option<char>) -> bool {
    c.is_some_and(
        |c| matches!(c, '\u{E00}'..='\u{E7F}' | '\u{2E80}'..='\u{D7FF}' | '\u{FF00}'..='\u{FFEF}'),
    )
}

pub(crate) fn is_hebrew(c: Option<char>) -> bool {
    matches!(c, Some('\u{5D0}'..='\u{5EA}'))
}

pub(crate) fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphabetic)
}

pub(crate) fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}
