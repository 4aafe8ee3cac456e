//! What features are made from: numbers for the words of an article.

use crate::{
    lexicon::Word,
    spelling::Spelling,
    tag::Tag,
    token::{Token, TokenKind, Tokens},
};

/// Numbers for each token's form, worked out once and used by every model.
#[derive(Debug, Clone, Default)]
pub struct Forms(Vec<Form>);

/// Numbers for the form of one token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    /// The word, in small letters and with its digits made one.
    pub(super) word: u32,
    /// Its last three bytes.
    pub(super) suffix: u32,
    /// The parts of speech that the word lists give it, as a set.
    pub(super) class: u32,
    /// Capitals, digits, hyphens: what the word looks like.
    pub(super) shape: u8,
}

/// What stands where there is no word.
pub(super) const NOTHING: u32 = 0x9e37;

impl Form {
    /// What stands before the first token of a sentence and behind the last.
    pub(super) const OUTSIDE: Self = Self {
        word: NOTHING,
        suffix: 0,
        class: 0,
        shape: u8::MAX,
    };

    /// `folded` is the `form` in small letters, as far as they are ASCII, and with its digits made one.
    fn of(form: &str, folded: &[u8], has_hyphen: bool, kind: TokenKind, entry: &Word) -> Self {
        let word = hash(folded);
        Self {
            word,
            suffix: match folded.last_chunk::<3>() {
                Some(tail) if folded.len() > tail.len() => hash(tail),
                _ => word,
            },
            class: class(entry),
            shape: shape(form, has_hyphen, kind),
        }
    }
}

impl Forms {
    /// `small` is the text in small letters, as far as they are ASCII.
    pub(crate) fn new(
        spelling: &Spelling<'_>,
        small: &[u8],
        tokens: &Tokens,
        words: &[Word],
    ) -> Self {
        let one_digit = |&byte: &u8| if byte.is_ascii_digit() { b'0' } else { byte };
        let folded: Vec<u8> = small.iter().map(one_digit).collect();
        let tokens = tokens.tokens().iter().enumerate().zip(words);
        let form = |((at, token), word): ((usize, &Token), &Word)| {
            let folded = &folded[token.span.range()];
            let (form, has_hyphen) = (spelling.form(at), spelling.has_hyphen(at));
            Form::of(form, folded, has_hyphen, token.kind, word)
        };
        Self(tokens.map(form).collect())
    }

    /// The numbers of every token.
    pub(super) fn all(&self) -> &[Form] {
        &self.0
    }

    /// What tells the word of token `at` from others where its part of speech is asked: the same word
    /// with a capital letter is another.
    #[must_use]
    pub fn key(&self, at: usize) -> u32 {
        let Form { word, shape, .. } = self.0[at];
        word ^ u32::from(shape & 1) << 31
    }

    /// What token `at` looks like.
    #[must_use]
    pub fn shape(&self, at: usize) -> u8 {
        self.0[at].shape
    }
}

/// FNV-1a.
fn hash(form: &[u8]) -> u32 {
    form.iter().fold(0x811c_9dc5, |hash: u32, &byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

fn shape(form: &str, has_hyphen: bool, kind: TokenKind) -> u8 {
    let (first, second, single) = match *form.as_bytes() {
        [only] => (only.is_ascii_uppercase(), false, true),
        [first, second, ..] if first.is_ascii() && second.is_ascii() => (
            first.is_ascii_uppercase(),
            second.is_ascii_uppercase(),
            false,
        ),
        _ => {
            let mut letters = form.chars();
            let first = letters.next().is_some_and(char::is_uppercase);
            let second = letters.next();
            (
                first,
                second.is_some_and(char::is_uppercase),
                second.is_none(),
            )
        }
    };
    let all = first && second;
    u8::from(first)
        | u8::from(all) << 1
        | u8::from(has_hyphen) << 2
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
