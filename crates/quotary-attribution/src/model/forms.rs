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

    /// The word `offset` tokens from `at`.
    pub(super) fn w(&self, at: usize, offset: isize) -> u32 {
        at.checked_add_signed(offset)
            .and_then(|at| self.word.get(at))
            .copied()
            .unwrap_or(NOTHING)
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

/// One feature's place from its template and two values.
pub(super) fn mix(template: u32, a: u32, b: u32) -> u32 {
    let mut hash = a
        .wrapping_mul(0x9e37_79b1)
        .wrapping_add(b.wrapping_mul(0x85eb_ca77).rotate_left(13))
        .wrapping_add(template.wrapping_mul(0xc2b2_ae3d));
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0x2c1b_3c6d);
    hash ^ hash >> 13
}
