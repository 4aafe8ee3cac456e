//! Marks of one paragraph with what their neighbours say about them.
//!
//! A candidate has a price for each reading: to open, to close, to be text. A reading that is
//! certain costs nothing; [`pairing`](crate::pairing) looks for the cheapest readings of all marks
//! of a paragraph together.

use alloc::vec::Vec;

use crate::apostrophe::is_elision;
use crate::mark::{Drawn, Family, Glyph, MarkKind, mark};
use crate::scan::points;
use crate::{SingleQuotes, Span};

/// What a mark turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// No mark at all, as far as this reading goes.
    Text,
    /// Opens a quotation.
    Opens,
    /// Opens a quotation, and the one of its family that was open ends without a mark.
    Restarts,
    /// Closes the innermost quotation of its family.
    Closes,
}

/// The price of a reading, in tenths of a slip of a careful typist.
pub(crate) type Price = u16;

/// A mark and what each way of reading it costs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) span: Span,
    pub(crate) kind: MarkKind,
    pub(crate) damaged: bool,
    pub(crate) role: Role,
    pub(crate) open: Price,
    pub(crate) close: Price,
    pub(crate) text: Price,
    /// What stands before it, behind other marks.
    left: Side,
    /// What stands after it, behind other marks.
    right: Side,
    /// For the pairing: the choice at each depth.
    pub(crate) choices: u16,
}

impl Candidate {
    pub(crate) fn family(&self) -> Family {
        self.kind.family()
    }

    /// Whether it can begin a paragraph's share of a quotation.
    pub(crate) fn can_open(&self) -> bool {
        self.open <= LIKELY
    }

    /// Whether, being text, it looks like a mark whose partner is missing.
    pub(crate) fn is_stray(&self) -> bool {
        self.text >= STRAY_SINGLE
    }

    /// A straight or curly mark right behind a mark of punctuation and before a blank.
    pub(crate) fn closes_speech(&self) -> bool {
        self.left == Side::Punctuation && matches!(self.right, Side::Blank | Side::Edge)
    }

    /// A mark at the head of a word.
    pub(crate) fn opens_word(&self) -> bool {
        matches!(self.left, Side::Blank | Side::Edge)
            && self.right == Side::Word
            && self.text >= LIKELY
    }
}

/// A reading of at most this price is likely by itself.
const LIKELY: Price = 8;

/// What a mark is next to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
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

/// Finds the candidates of `paragraph` and appends them to `found`.
pub(crate) fn candidates(
    text: &str,
    paragraph: Span,
    singles: SingleQuotes,
    found: &mut Vec<Candidate>,
) {
    let first = found.len();
    let bytes = text.as_bytes();
    // The value of an attribute of markup (`href="…"`) is no quotation.
    let mut attribute = false;
    let mut done = paragraph.start;
    for at in points(bytes, paragraph) {
        if at < done {
            continue;
        }
        let at = start_of_damage(bytes, at, done);
        let Ok((rest, glyph)) = mark(&bytes[at..paragraph.end]) else {
            continue;
        };
        let (glyph, end) = split_apostrophes(bytes, at, glyph, paragraph.end - rest.len(), done);
        done = end;
        let span = Span::new(at, end);
        let family = glyph.kind.family();
        if family == Family::Single && singles == SingleQuotes::Never {
            continue;
        }
        let adjacent = found[first..].last().filter(|last| last.span.end == at);
        let (left, before) = match adjacent {
            Some(last) => (last.left, None),
            None => side_before(text, paragraph, at),
        };
        if family == Family::Single && is_inside_word(text, paragraph, span, before) {
            continue;
        }
        if family == Family::Double && attribute {
            attribute = false;
            continue;
        }
        if family == Family::Double && before == Some('=') {
            // `alt=""` is a whole value.
            attribute = span.len() == 1 || bytes[at] != b'"';
            continue;
        }
        let is_measured = before.is_some_and(|c| c.is_ascii_digit());
        let text_price = text_price(text, paragraph, span, glyph.kind, before, is_measured);
        found.push(Candidate {
            span,
            kind: glyph.kind,
            damaged: glyph.damaged,
            role: Role::Text,
            open: 0,
            close: 0,
            text: text_price,
            left,
            right: Side::Edge,
            choices: 0,
        });
    }
    let mut next: Option<(usize, Side)> = None;
    for candidate in found[first..].iter_mut().rev() {
        candidate.right = match next {
            Some((start, right)) if start == candidate.span.end => right,
            _ => side_after(text, paragraph, candidate.span.end),
        };
        next = Some((candidate.span.start, candidate.right));
        price(candidate);
    }
}

/// Where the mark whose lead byte stands at `at` begins: damaged marks begin two bytes earlier.
fn start_of_damage(bytes: &[u8], at: usize, done: usize) -> usize {
    let is_damaged = match bytes[at] {
        0xE2 | 0xC2 if at >= done + 2 => matches!(bytes[at - 2..at], [0xC3, 0xA2 | 0x82]),
        _ => false,
    };
    if is_damaged && mark(&bytes[at - 2..]).is_ok() {
        at - 2
    } else {
        at
    }
}

/// Of three straight apostrophes, the outer two are the double mark.
fn split_apostrophes(
    bytes: &[u8],
    at: usize,
    glyph: Glyph,
    end: usize,
    done: usize,
) -> (Glyph, usize) {
    let is_third = glyph.kind == MarkKind::DoubledSingle && bytes.get(end) == Some(&b'\'');
    // A run that follows something closes: the single mark comes first.
    let follows = at > done && !bytes[at - 1].is_ascii_whitespace() && bytes[at - 1] != b'(';
    if is_third && follows && bytes.get(end + 1) != Some(&b'\'') {
        let kind = MarkKind::StraightSingle;
        return (Glyph { kind, ..glyph }, at + 1);
    }
    (glyph, end)
}

/// inner-apostrophe = (letter / digit) apostrophe (letter / digit)
fn is_inside_word(text: &str, paragraph: Span, span: Span, before: Option<char>) -> bool {
    before.is_some_and(char::is_alphanumeric)
        && text[span.end..paragraph.end]
            .chars()
            .next()
            .is_some_and(char::is_alphanumeric)
}

/// What stands before `at`, and the character itself.
fn side_before(text: &str, paragraph: Span, at: usize) -> (Side, Option<char>) {
    let mut before = text[paragraph.start..at].chars().rev();
    let Some(c) = before
        .by_ref()
        .take(INVISIBLE_RUN)
        .find(|&c| !is_invisible(c))
    else {
        return (Side::Edge, None);
    };
    let side = match c {
        '(' | '[' | '{' | '¿' | '¡' => Side::Bracket,
        ':' | '/' | '=' | '|' => Side::Link,
        '$' | '%' | '&' | '*' | '_' | '+' => Side::Word,
        _ => side(c),
    };
    (side, Some(c))
}

/// What stands after `at`.
fn side_after(text: &str, paragraph: Span, at: usize) -> Side {
    let mut after = text[at..paragraph.end].chars();
    let Some(c) = after
        .by_ref()
        .take(INVISIBLE_RUN)
        .find(|&c| !is_invisible(c))
    else {
        return Side::Edge;
    };
    match c {
        '(' | '[' | '{' | '¿' | '¡' | '$' | '£' | '€' | '#' | '@' | '&' | '*' | '_' | '+'
        | '\\' => Side::Word,
        '.' if text[at..paragraph.end].starts_with("..") => Side::Ellipsis,
        '…' => Side::Ellipsis,
        '-' if after.next().is_some_and(|c| c.is_ascii_digit()) => Side::Word,
        _ => side(c),
    }
}

fn side(c: char) -> Side {
    match c {
        _ if c.is_alphanumeric() => Side::Word,
        _ if c.is_whitespace() => Side::Blank,
        '-' | '‐'..='―' | '−' => Side::Dash,
        // Emoji and combining marks.
        _ if !c.is_ascii() && !is_wide_punctuation(c) => Side::Word,
        _ => Side::Punctuation,
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

/// What it costs to take a mark for text.
fn text_price(
    text: &str,
    paragraph: Span,
    span: Span,
    kind: MarkKind,
    before: Option<char>,
    is_measured: bool,
) -> Price {
    use MarkKind::*;
    let is_letter = before.is_some_and(char::is_alphabetic);
    match kind {
        // Inches and seconds.
        StraightDouble | DoubledSingle | DoublePrime if is_measured => 6,
        // Gershayim stand inside Hebrew acronyms.
        Gershayim if is_letter => 2,
        Prime | Acute | StraightSingle | RightSingle if is_measured => 3,
        StraightSingle | RightSingle | ReversedSingle | Acute | Prime if is_letter => {
            // A plural possessive, a possessive of a name in s, z or x; else a dropped g.
            if before.is_some_and(|c| matches!(c, 's' | 'S' | 'z' | 'x')) {
                3
            } else {
                7
            }
        }
        LeftSingle | StraightSingle | RightSingle | Grave
            if is_elision(&text[span.end..paragraph.end]) =>
        {
            2
        }
        StraightSingle | RightSingle | LeftSingle | ReversedSingle | Grave | Acute | Prime => 9,
        _ => STRAY,
    }
}

/// What a mark that is left over costs.
const STRAY: Price = 25;
/// The same for a single mark that cannot be an apostrophe.
const STRAY_SINGLE: Price = 20;

/// Sets what it costs to open and to close by what stands at both sides.
fn price(candidate: &mut Candidate) {
    use Side::*;
    let (mut open, mut close) = match (candidate.left, candidate.right) {
        (Edge, Word | Ellipsis) | (Bracket, Word | Ellipsis) => (0, 40),
        (Blank, Word) => (0, 20),
        (Blank, Ellipsis) => (2, 8),
        (Edge, _) => (4, 30),
        (Bracket, _) => (4, 20),
        (Blank, Blank) => (5, 5),
        (Blank, Dash) => (5, 8),
        (Blank, _) => (8, 4),
        (Dash, Word) => (0, 10),
        (Dash, _) => (12, 2),
        (Link, Word | Ellipsis) => (2, 12),
        (Link, _) => (10, 6),
        (Word, Word) => (10, 10),
        (Punctuation, Word) => (6, 8),
        (Word | Punctuation | Ellipsis, _) => (25, 0),
    };
    let single = candidate.family() == Family::Single;
    match candidate.kind.drawn() {
        // The direction is typed; it outweighs a blank in the wrong place, not two of them.
        Drawn::Opening => open = open.min(9),
        Drawn::Closing => {
            close = close.min(9);
            open += if single { 12 } else { 8 };
        }
        Drawn::OnlyOpening => {
            open = 0;
            close = NEVER;
        }
        Drawn::OnlyClosing => {
            open = NEVER;
            close = 0;
        }
        Drawn::Both => {}
    }
    if single && candidate.left == Punctuation && close == 0 {
        // Nothing else stands between a comma and a blank.
        candidate.text = STRAY_SINGLE;
    }
    // A list whose items are marked with `»`.
    let is_pointer = matches!(
        candidate.kind,
        MarkKind::RightGuillemet | MarkKind::RightAngle
    );
    if is_pointer && (candidate.left, candidate.right) == (Edge, Blank) {
        candidate.text = 4;
    }
    if single && candidate.left == Word && candidate.text <= 3 && close == 0 {
        close = 5;
    }
    candidate.open = open;
    candidate.close = close;
}

/// More than any reading of a whole paragraph is worth: this one is ruled out.
pub(crate) const NEVER: Price = 1000;
