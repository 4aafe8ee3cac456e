//! What features are made from: numbers for the words of an article.

use crate::{
    lexicon::Word,
    tag::Tag,
    token::{TokenKind, Tokens},
};

/// Numbers for each token's form, worked out once and used by every model.
#[derive(Debug, Clone, Default)]
pub struct Forms {
    /// The word, in small letters and with its digits made one.
    pub(super) word: Vec<u32>,
    /// Its last three bytes.
    pub(super) suffix: Vec<u32>,
    /// Capitals, digits, hyphens: what the word looks like.
    pub(super) shape: Vec<u8>,
    /// The parts of speech that the word lists give it, as a set.
    pub(super) class: Vec<u32>,
}

/// What stands where there is no word.
pub(super) const NOTHING: u32 = 0x9e37;

impl Forms {
    pub(crate) fn new(text: &str, tokens: &Tokens, words: &[Word]) -> Self {
        let len = tokens.tokens().len();
        let mut forms = Self {
            word: Vec::with_capacity(len),
            suffix: Vec::with_capacity(len),
            shape: Vec::with_capacity(len),
            class: Vec::with_capacity(len),
        };
        for (token, word) in tokens.tokens().iter().zip(words) {
            let form = token.span.slice(text);
            forms.word.push(hash(form.as_bytes()));
            let tail = form.len().saturating_sub(3);
            forms.suffix.push(hash(&form.as_bytes()[tail..]));
            forms.shape.push(shape(form, token.kind));
            forms.class.push(class(word));
        }
        forms
    }

    /// What token `at` looks like.
    #[must_use]
    pub fn shape(&self, at: usize) -> u8 {
        self.shape[at]
    }
}

/// FNV-1a of a word in small letters with its digits made one.
fn hash(form: &[u8]) -> u32 {
    form.iter().fold(0x811c_9dc5, |hash: u32, &byte| {
        let byte = if byte.is_ascii_digit() {
            b'0'
        } else {
            byte.to_ascii_lowercase()
        };
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

fn shape(form: &str, kind: TokenKind) -> u8 {
    let mut letters = form.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    let second = letters.next();
    let all = first && second.is_some_and(char::is_uppercase);
    let single = second.is_none();
    u8::from(first)
        | u8::from(all) << 1
        | u8::from(form.contains('-')) << 2
        | u8::from(single) << 3
        | match kind {
            TokenKind::Word => 0,
            TokenKind::Number => 1 << 4,
            TokenKind::Opening => 2 << 4,
            TokenKind::Closing => 3 << 4,
            TokenKind::Stop => 4 << 4,
            TokenKind::Punctuation => 5 << 4,
        }
}

/// The set of tags as bits, and which of them comes first.
fn class(word: &Word) -> u32 {
    let set = word
        .tags
        .iter()
        .flatten()
        .fold(0, |set, &tag| set | 1 << tag as u32);
    let first = word.tags[0].map_or(31, |tag: Tag| tag as u32);
    set | first << 24 | u32::from(word.closed.is_some()) << 31
}

/// One feature's place, of 2^[`PLACES`], from its template and two values: the upper bits of a product,
/// in which every bit of both counts (multiply-shift, Dietzfelbinger et al. 1997).
pub(super) fn mix(template: u32, a: u32, b: u32) -> u32 {
    // Odd, and without pattern: digits of the golden ratio and of the square root of three.
    const VALUES: u64 = 0x9e37_79b9_7f4a_7c15;
    const TEMPLATES: u64 = 0xbb67_ae85_84ca_a73b;
    let values = u64::from(a) | u64::from(b) << 32;
    let product = (values ^ u64::from(template).wrapping_mul(TEMPLATES)).wrapping_mul(VALUES);
    (product >> (u64::BITS - PLACES)) as u32
}

/// Bits of a place: no table of weights has more rows.
const PLACES: u32 = 18;
