//! Marks of one paragraph with what their neighbours say about them.
//!
//! A candidate has a price for each reading: to open, to close, to be text. A reading that is
//! certain costs nothing; [`pairing`](crate::pairing) looks for the cheapest readings of all marks
//! of a paragraph together.

use alloc::vec::Vec;

use crate::apostrophe::is_elision;
use crate::grammar::Settings;
use crate::layout::Sighting;
use crate::mark::{Drawn, Family, MarkKind};
use crate::ways::Choices;
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
    /// Goes on with the turn that a dash closed for the narrator.
    Resumes,
}

/// The price of a reading, in tenths of a slip of a careful typist.
pub(crate) type Price = u16;

/// A mark and what each way of reading it costs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) span: Span,
    pub(crate) kind: MarkKind,
    pub(crate) family: Family,
    pub(crate) damaged: bool,
    pub(crate) role: Role,
    pub(crate) open: Price,
    pub(crate) close: Price,
    pub(crate) text: Price,
    /// Which way it is drawn.
    pub(crate) drawn: Drawn,
    /// Whether it repeats the mark of a quotation that goes on in this line.
    pub(crate) heads_line: bool,
    /// What stands before it, behind other marks.
    left: Side,
    /// What stands after it, behind other marks.
    right: Side,
    /// For the pairing: the choice at each depth.
    pub(crate) choices: Choices,
}

impl Candidate {
    /// The dash of a dialogue: nothing is to be weighed.
    pub(crate) fn dash(span: Span, role: Role) -> Self {
        Self {
            span,
            kind: MarkKind::Dash,
            family: Family::Dash,
            damaged: false,
            role,
            open: 0,
            close: 0,
            text: 0,
            drawn: Drawn::OnlyOpening,
            heads_line: false,
            left: Side::Edge,
            right: Side::Edge,
            choices: Choices::default(),
        }
    }

    /// Whether it can begin a paragraph's share of a quotation.
    pub(crate) fn can_open(&self) -> bool {
        self.open <= LIKELY
    }

    /// Whether, being text, it looks like a mark whose partner is missing.
    pub(crate) fn is_stray(&self) -> bool {
        self.text >= STRAY_SINGLE
    }

    /// It stands where marks that close elsewhere open: `’…’`.
    pub(crate) fn may_be_turned(&mut self) {
        if self.kind == MarkKind::RightSingle && self.open < NEVER {
            self.open = self.open.saturating_sub(TURNED_SINGLE);
        }
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

impl Side {
    const ALL: [Self; 8] = [
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

/// Weighs the marks that were seen in `paragraph` and puts them into `found`.
pub(crate) fn weigh(
    text: &str,
    paragraph: Span,
    marks: &[Sighting],
    settings: &Settings,
    found: &mut Vec<Candidate>,
) {
    found.clear();
    found.reserve(marks.len());
    // The value of an attribute of markup (`href="…"`) is no quotation.
    let mut attribute = false;
    // Where the last candidate ends, and what stands before it.
    let mut last = (usize::MAX, Side::Edge);
    for mark in marks {
        let (span, kind) = (mark.span(), mark.glyph.kind);
        let Some(drawn) = settings.uses.drawn(kind) else {
            continue;
        };
        let family = kind.family();
        if family == Family::Single && settings.single_quotes == SingleQuotes::Never {
            continue;
        }
        let (left, before) = if last.0 == span.start {
            (last.1, None)
        } else {
            side_before(text, paragraph, span.start)
        };
        if family == Family::Single && is_inside_word(text, paragraph, span, before) {
            continue;
        }
        if family == Family::Double && (attribute || before == Some('=')) {
            // `alt=""` is a whole value.
            let is_whole = span.len() == 2 && kind == MarkKind::StraightDouble;
            attribute = !attribute && !is_whole;
            continue;
        }
        last = (span.end, left);
        found.push(Candidate {
            span,
            kind,
            family,
            damaged: mark.glyph.damaged,
            role: Role::Text,
            open: 0,
            close: 0,
            text: text_price(text, paragraph, span, kind, before),
            drawn,
            heads_line: family == Family::Guillemet && heads_line(text, paragraph, span.start),
            left,
            right: Side::Edge,
            choices: Choices::default(),
        });
    }
    let mut next = (usize::MAX, Side::Edge);
    for candidate in found.iter_mut().rev() {
        candidate.right = if next.0 == candidate.span.end {
            next.1
        } else {
            side_after(text, paragraph, candidate.span.end)
        };
        next = (candidate.span.start, candidate.right);
        price(candidate);
    }
}

/// Whether a line end and nothing but blanks stand before `at`, inside the paragraph.
fn heads_line(text: &str, paragraph: Span, at: usize) -> bool {
    let mut before = text[paragraph.start..at].chars().rev().take(WIDEST_INDENT);
    let seen = before.find(|c| !matches!(c, ' ' | '\t' | '\u{A0}'));
    matches!(seen, Some('\n' | '\r'))
}

/// Blanks before a line that goes on with a quotation.
const WIDEST_INDENT: usize = 16;

/// inner-apostrophe = (letter / digit) apostrophe (letter / digit)
fn is_inside_word(text: &str, paragraph: Span, span: Span, before: Option<char>) -> bool {
    let is_word = |c: char| c.is_alphanumeric() && !is_unspaced(Some(c));
    before.is_some_and(is_word) && char_after(text, span.end, paragraph.end).is_some_and(is_word)
}

/// What stands before `at`, and the character itself.
#[inline(always)]
fn side_before(text: &str, paragraph: Span, at: usize) -> (Side, Option<char>) {
    if at == paragraph.start {
        return (Side::Edge, None);
    }
    let byte = text.as_bytes()[at - 1];
    if byte.is_ascii() {
        return (BEFORE[usize::from(byte)], Some(char::from(byte)));
    }
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
fn side_after(text: &str, paragraph: Span, at: usize) -> Side {
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
static BEFORE: [Side; 128] = ascii_sides(b"([{", b":/=|", b"$%&*_+");
/// What an ASCII character after a mark is.
static AFTER: [Side; 128] = ascii_sides(b"", b"", b"([{$#@&*_+\\");

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

/// What it costs to take a mark for text.
#[inline]
fn text_price(
    text: &str,
    paragraph: Span,
    span: Span,
    kind: MarkKind,
    before: Option<char>,
) -> Price {
    use MarkKind::*;
    let is_measured = before.is_some_and(|c| c.is_ascii_digit());
    if kind.family() != Family::Single {
        let is_inches = matches!(
            kind,
            StraightDouble | DoubledSingle | DoublePrime | RightDouble
        );
        return match kind {
            // Gershayim stand inside Hebrew acronyms.
            Gershayim if is_letter(before) => 2,
            // Rather a lost letter.
            Replacement => 6,
            _ if is_measured && is_inches => 6,
            _ => STRAY,
        };
    }
    let is_possessive = matches!(
        kind,
        StraightSingle | RightSingle | ReversedSingle | Acute | Prime
    );
    let is_minutes = is_possessive && kind != ReversedSingle;
    let is_apostrophe = matches!(kind, LeftSingle | StraightSingle | RightSingle | Grave);
    if is_unspaced(before) || is_unspaced(char_after(text, span.end, paragraph.end)) {
        STRAY_SINGLE
    } else if is_measured && is_minutes {
        3
    } else if is_letter(before) && is_possessive {
        // A plural possessive, a possessive of a name in s, z or x; else a dropped g.
        if matches!(before, Some('s' | 'S' | 'z' | 'x')) {
            3
        } else {
            7
        }
    } else if is_apostrophe && is_elision(&text[span.end..paragraph.end]) {
        ELISION
    } else {
        9
    }
}

/// The character at `at`; `None` at `end`.
#[inline]
fn char_after(text: &str, at: usize, end: usize) -> Option<char> {
    match text.as_bytes()[at..end].first() {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        Some(_) => text[at..end].chars().next(),
        None => None,
    }
}

/// Chinese, Japanese, Korean and Thai set no blanks around marks, and have no apostrophes.
fn is_unspaced(c: Option<char>) -> bool {
    c.is_some_and(
        |c| matches!(c, '\u{E00}'..='\u{E7F}' | '\u{2E80}'..='\u{D7FF}' | '\u{FF00}'..='\u{FFEF}'),
    )
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphabetic)
}

/// What an apostrophe of a word that is known to have one costs.
const ELISION: Price = 2;
/// What a mark that is left over costs.
const STRAY: Price = 25;
/// The same for a single mark that cannot be an apostrophe.
const STRAY_SINGLE: Price = 20;

/// What something is for each way of being drawn, and for any two sides.
type BySides<T> = [[[T; Side::ALL.len()]; Side::ALL.len()]; Drawn::ALL.len()];

/// What it costs to open and to close.
static PRICES: BySides<(Price, Price)> = {
    let mut prices = [[[(0, 0); Side::ALL.len()]; Side::ALL.len()]; Drawn::ALL.len()];
    let mut at = 0;
    while at < Drawn::ALL.len() * Side::ALL.len() * Side::ALL.len() {
        let (drawn, left, right) = (
            at / (Side::ALL.len() * Side::ALL.len()),
            at / Side::ALL.len() % Side::ALL.len(),
            at % Side::ALL.len(),
        );
        let between = between(Side::ALL[left], Side::ALL[right]);
        prices[drawn][left][right] = drawn_prices(Drawn::ALL[drawn], between);
        at += 1;
    }
    prices
};

/// What it costs to open and to close between `left` and `right`.
const fn between(left: Side, right: Side) -> (Price, Price) {
    use Side::*;
    match (left, right) {
        (Edge | Bracket, Word | Ellipsis) => (0, 40),
        (Blank, Word) => (0, 30),
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
    }
}

/// What it costs that an apostrophe, or a mark that closes, opens.
const TURNED_SINGLE: Price = 12;
/// The same for the other marks that are drawn as closing ones.
const TURNED: Price = 8;

/// Sets what it costs to open and to close by what stands at both sides.
fn price(candidate: &mut Candidate) {
    use Side::{Blank, Edge, Word};
    let Candidate {
        drawn, left, right, ..
    } = *candidate;
    (candidate.open, candidate.close) = PRICES[drawn as usize][left as usize][right as usize];
    match candidate.family {
        Family::Single => price_single(candidate),
        Family::Guillemet | Family::Angle => {
            // At the head of a line it repeats the mark of the quotation that goes on.
            if drawn == Drawn::Closing && candidate.heads_line && matches!(right, Word | Blank) {
                candidate.close = 30;
            }
            // A list whose items are marked with `»`.
            let is_pointer = matches!(
                candidate.kind,
                MarkKind::RightGuillemet | MarkKind::RightAngle
            );
            if is_pointer && (left, right) == (Edge, Blank) {
                candidate.text = 4;
            }
        }
        _ => {}
    }
}

/// The same for what may be an apostrophe.
fn price_single(candidate: &mut Candidate) {
    if candidate.drawn == Drawn::Closing {
        candidate.open += TURNED_SINGLE - TURNED;
    }
    if candidate.left == Side::Punctuation && candidate.close == 0 {
        // Nothing else stands between a comma and a blank.
        candidate.text = STRAY_SINGLE;
    }
    if candidate.text == ELISION {
        candidate.open += TURNED_SINGLE;
    }
    if candidate.left == Side::Word && candidate.text <= 3 && candidate.close == 0 {
        candidate.close = 5;
    }
}

/// What it costs to open and to close with a mark that is drawn so, where any mark would cost
/// `open` and `close`.
const fn drawn_prices(drawn: Drawn, (open, close): (Price, Price)) -> (Price, Price) {
    // The direction is typed; it outweighs a blank in the wrong place, not two of them.
    const fn typed(price: Price) -> Price {
        if price < 9 { price } else { 9 }
    }
    match drawn {
        Drawn::Opening => (typed(open), close),
        Drawn::Closing => (open + TURNED, typed(close)),
        Drawn::OnlyOpening => (0, NEVER),
        Drawn::OnlyClosing => (NEVER, 0),
        Drawn::Both => (open, close),
    }
}

/// A mark that would cost this much to read the other way is clear.
const CLEAR: Price = 20;

/// What marks that are no apostrophes clearly are.
static CLEAR_ROLES: BySides<Option<Role>> = {
    let mut roles = [[[None; Side::ALL.len()]; Side::ALL.len()]; Drawn::ALL.len()];
    let mut at = 0;
    while at < Drawn::ALL.len() * Side::ALL.len() * Side::ALL.len() {
        let (drawn, left, right) = (
            at / (Side::ALL.len() * Side::ALL.len()),
            at / Side::ALL.len() % Side::ALL.len(),
            at % Side::ALL.len(),
        );
        roles[drawn][left][right] = match PRICES[drawn][left][right] {
            (0, CLEAR..) => Some(Role::Opens),
            (CLEAR.., 0) => Some(Role::Closes),
            _ => None,
        };
        at += 1;
    }
    roles
};

/// What a mark is about which its neighbours leave no doubt; `None` for one that is to be weighed.
#[inline]
pub(crate) fn clear_role(
    text: &str,
    paragraph: Span,
    mark: &Sighting,
    drawn: Drawn,
) -> Option<Role> {
    let span = mark.span();
    let (left, before) = side_before(text, paragraph, span.start);
    let right = side_after(text, paragraph, span.end);
    match mark.glyph.kind.family() {
        Family::Single => {
            let is_behind_word = left == Side::Word && before.is_some_and(|c| c.is_ascii());
            let is_at_end = right != Side::Word
                && char_after(text, span.end, paragraph.end).is_none_or(|c| c.is_ascii());
            let may_close = matches!(drawn, Drawn::Closing | Drawn::Both);
            (is_behind_word && is_at_end && may_close).then_some(Role::Text)
        }
        Family::Double if before == Some('=') => None,
        Family::Guillemet if heads_line(text, paragraph, span.start) => None,
        _ => CLEAR_ROLES[drawn as usize][left as usize][right as usize],
    }
}

/// More than any reading of a whole paragraph is worth: this one is ruled out.
pub(crate) const NEVER: Price = 1000;
