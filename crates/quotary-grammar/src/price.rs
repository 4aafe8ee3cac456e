//! What it costs to read a mark as one that opens, as one that closes, or as none.

use crate::Span;
use crate::apostrophe::{is_elision, may_begin_elision};
use crate::candidate::Candidate;
use crate::kind::{Drawn, Family, MarkKind};
use crate::side::{Place, Side, Sides, char_after, is_digit, is_hebrew, is_letter, is_unspaced};
use crate::ways::Weights;

/// The price of a reading, in tenths of a slip of a careful typist.
pub(crate) type Price = u16;

/// What each reading of a mark costs: sixteen bits for each, to open in the lowest, then to close,
/// then to be text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Prices(u64);

impl Prices {
    pub(crate) const NONE: Self = Self::new((0, 0), 0);
    /// How many bits there are.
    pub(crate) const BITS: u32 = 48;

    pub(crate) const fn new((open, close): (Price, Price), text: Price) -> Self {
        Self(open as u64 | (close as u64) << 16 | (text as u64) << 32)
    }

    /// Of a mark whose sides are not known yet.
    #[inline]
    pub(crate) fn of_text(text: Price) -> Self {
        Self::new((0, 0), text)
    }

    /// Of a mark of which its sides say all there is to know.
    #[inline(always)]
    pub(crate) fn at(kind: MarkKind, drawn: Drawn, place: Place) -> Self {
        PRICES[usize::from(MAY_BE_APOSTROPHE[kind as usize])][drawn as usize][place.index()]
    }

    /// The lowest [`BITS`](Self::BITS) of a number.
    #[inline]
    pub(crate) fn from_bits(bits: u64) -> Self {
        Self(bits & ((1 << Self::BITS) - 1))
    }

    #[inline]
    pub(crate) fn bits(self) -> u64 {
        self.0
    }

    #[inline]
    pub(crate) const fn open(self) -> Price {
        self.0 as Price
    }

    #[inline]
    pub(crate) const fn close(self) -> Price {
        (self.0 >> 16) as Price
    }

    #[inline]
    pub(crate) const fn text(self) -> Price {
        (self.0 >> 32) as Price
    }

    /// The same where it costs so much to open.
    pub(crate) fn opened_at(self, open: Price) -> Self {
        Self::new((open, self.close()), self.text())
    }
}

/// What a mark between `sides` costs, of which it was known what it costs to be text.
#[inline]
pub(crate) fn priced(weights: Weights, sides: Sides) -> Weights {
    let (kind, drawn, text) = (weights.kind(), weights.drawn(), weights.prices().text());
    let sure = PRICES[0][drawn as usize][sides.place().index()];
    let prices = (sure.open(), sure.close());
    weights.at(match kind.family() {
        Family::Single => single_prices(prices, text, drawn, sides.left),
        Family::Guillemet | Family::Angle => guillemet_prices(weights, prices, sides),
        _ => Prices::new(prices, text),
    })
}

/// The same for what may repeat the mark of a line before, or head an item of a list.
fn guillemet_prices(weights: Weights, (open, close): (Price, Price), sides: Sides) -> Prices {
    let is_closing = weights.drawn() == Drawn::Closing;
    // At the head of a line it repeats the mark of the quotation that goes on.
    let is_before_word = matches!(sides.right, Side::Word | Side::Blank);
    let repeats = is_closing && weights.heads_line() && is_before_word;
    let is_pointer = matches!(
        weights.kind(),
        MarkKind::RightGuillemet | MarkKind::RightAngle
    );
    // A list whose items are marked with `»`.
    let heads_item = is_pointer && (sides.left, sides.right) == (Side::Edge, Side::Blank);
    let text = if heads_item {
        4
    } else {
        weights.prices().text()
    };
    Prices::new((open, if repeats { 30 } else { close }), text)
}

/// The same for what may be an apostrophe.
const fn single_prices(
    (mut open, mut close): (Price, Price),
    mut text: Price,
    drawn: Drawn,
    left: Side,
) -> Prices {
    if matches!(drawn, Drawn::Closing) {
        open += TURNED_SINGLE - TURNED;
    }
    if matches!(left, Side::Punctuation) && close == 0 {
        // Nothing else stands between a comma and a blank.
        text = STRAY_SINGLE;
    }
    if text == ELISION {
        open += TURNED_SINGLE;
    }
    if matches!(left, Side::Word) && text <= 3 && close == 0 {
        close = POSSESSIVE_CLOSES;
    }
    Prices::new((open, close), text)
}

/// What it costs to take a double mark for text.
#[inline]
pub(crate) fn double_text_price(kind: MarkKind, before: Option<char>) -> Price {
    use MarkKind::*;
    let is_inches = matches!(
        kind,
        StraightDouble | DoubledSingle | DoublePrime | RightDouble
    );
    match kind {
        // Rather a lost letter.
        Replacement => 6,
        _ if is_digit(before) && is_inches => 4,
        _ => STRAY,
    }
}

/// The same for what stands behind a Hebrew letter: `None` for the gershayim of an acronym, which stand
/// before its last letter, whichever sign they are typed with (`צה"ל`).
pub(crate) fn text_price_in_hebrew(text: &str, paragraph: Span, span: Span) -> Option<Price> {
    let mut after = text[span.end..paragraph.end].chars();
    if !is_hebrew(after.next()) {
        return Some(STRAY);
    }
    // Of an inflected acronym (`מנכ"לית`), or behind what is written together with the next word (`ש"המצב`).
    is_letter(after.next()).then_some(INFLECTED)
}

/// What a mark inside a longer Hebrew word costs to be gershayim.
const INFLECTED: Price = 6;

/// What it costs to take a mark for text that stands right behind another one; `None` for what may be an
/// apostrophe of the word behind it.
#[inline]
pub(crate) fn text_price_in_row(text: &str, paragraph: Span, mark: &Candidate) -> Option<Price> {
    let kind = mark.kind;
    match kind.family() {
        Family::Double => Some(double_text_price(kind, None)),
        Family::Single => match text.as_bytes()[mark.span().end..paragraph.end] {
            [] | [0xE2, 0x80, ..] => Some(SINGLE),
            [byte, ..] => (byte.is_ascii() && !may_begin_elision(byte)).then_some(SINGLE),
        },
        _ => Some(STRAY),
    }
}

/// What it costs to take a single mark for text: for an apostrophe.
#[inline(never)]
pub(crate) fn single_text_price(
    text: &str,
    paragraph: Span,
    span: Span,
    kind: MarkKind,
    before: Option<char>,
) -> Price {
    use MarkKind::*;
    let is_possessive = matches!(
        kind,
        StraightSingle | RightSingle | ReversedSingle | Acute | Prime
    );
    let is_minutes = is_possessive && kind != ReversedSingle;
    let is_apostrophe = matches!(kind, LeftSingle | StraightSingle | RightSingle | Grave);
    if is_unspaced(before) || is_unspaced(char_after(text, span.end, paragraph.end)) {
        STRAY_SINGLE
    } else if is_digit(before) && is_minutes {
        3
    } else if is_letter(before) && is_possessive && is_elided_before_mark(text, paragraph, span) {
        0
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
        SINGLE
    }
}

/// Whether an apostrophe is that of an article that is written together with a quotation:
/// `l’« Équipe »`, `nell’“Orlando”`.
fn is_elided_before_mark(text: &str, paragraph: Span, span: Span) -> bool {
    let behind = &text.as_bytes()[span.end..paragraph.end];
    if !matches!(behind, [0xC2, 0xAB, ..] | [0xE2, 0x80, 0x9C, ..]) {
        return false;
    }
    let is_article = |byte: u8| {
        matches!(
            byte.to_ascii_lowercase(),
            b'l' | b'd' | b'c' | b'n' | b's' | b'j' | b'm' | b't'
        )
    };
    match text.as_bytes()[paragraph.start..span.start] {
        [.., b'l', b'l'] | [.., b'q' | b'Q', b'u'] => true,
        [.., word, letter] => {
            is_article(letter) && !word.is_ascii_alphanumeric() && word.is_ascii()
        }
        [letter] => is_article(letter),
        [] => false,
    }
}

/// What an apostrophe of a word that is known to have one costs.
pub(crate) const ELISION: Price = 2;
/// What it costs that what may be the apostrophe of a possessive closes.
pub(crate) const POSSESSIVE_CLOSES: Price = 5;
/// What a mark that is left over costs.
pub(crate) const STRAY: Price = 25;
/// The same for a single mark that cannot be an apostrophe.
pub(crate) const STRAY_SINGLE: Price = 20;

/// What a single mark costs to be text that nothing makes an apostrophe.
const SINGLE: Price = 9;

/// What something is for each way of being drawn, and for any two sides.
pub(crate) type BySides<T> = [[T; Place::COUNT]; Drawn::ALL.len()];

/// The number of the table of prices of each kind: 1 for those that may be apostrophes.
static MAY_BE_APOSTROPHE: [u8; MarkKind::COUNT] = {
    let mut may_be = [0; MarkKind::COUNT];
    let mut at = 0;
    while at < MarkKind::COUNT {
        may_be[at] = matches!(MarkKind::ALL[at].family(), Family::Single) as u8;
        at += 1;
    }
    may_be
};

/// What marks cost of which their sides say all there is to know: those that are sure, then those that
/// may be apostrophes.
pub(crate) static PRICES: [BySides<Prices>; 2] = {
    let mut prices = [[[Prices::NONE; Place::COUNT]; Drawn::ALL.len()]; 2];
    let mut at = 0;
    while at < Drawn::ALL.len() * Place::COUNT {
        let (way, place) = (at / Place::COUNT, at % Place::COUNT);
        let (drawn, Sides { left, right }) = (Drawn::ALL[way], Place::sides(place));
        let sure = drawn_prices(drawn, between(left, right));
        prices[0][way][place] = Prices::new(sure, STRAY);
        prices[1][way][place] = single_prices(sure, SINGLE, drawn, left);
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
pub(crate) const TURNED_SINGLE: Price = 12;
/// The same for the other marks that are drawn as closing ones.
const TURNED: Price = 8;

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

/// More than any reading of a whole paragraph is worth: this one is ruled out.
pub(crate) const NEVER: Price = 1000;
