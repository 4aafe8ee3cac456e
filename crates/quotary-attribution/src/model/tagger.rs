//! Parts of speech by weights: a greedy tagger, left to right.

use super::{
    forms::{Forms, mix},
    sums::{FURTHEST, IN_A_WORD, Sums},
    weights::Model,
};
use crate::{
    lexicon::{Closed, Word},
    tag::Tag,
    token::{Sentence, TokenKind},
};

/// Rows of the tagger's weights.
pub const TAG_ROWS: usize = 1 << 15;
/// Weights in a row: one for each tag.
pub const TAG_COUNT: usize = Tag::ALL.len();
/// How many features a token has.
pub const TAG_FEATURES: usize = 18;

/// Tag of what stands before the first token of a sentence.
pub const START: u32 = 30;

/// The features of token `at` behind two tags, as rows of the tagger's weights.
#[must_use]
pub fn tag_features(
    forms: &Forms,
    sentence: &Sentence,
    at: usize,
    before: (u32, u32),
) -> [u32; TAG_FEATURES] {
    let inside = |offset: isize| {
        at.checked_add_signed(offset)
            .filter(|at| sentence.tokens.contains(at))
    };
    let w = |offset| inside(offset).map_or(super::forms::NOTHING, |at| forms.word[at]);
    let class = |offset| inside(offset).map_or(0, |at| forms.class[at]);
    let (word, own, next) = (forms.word[at], class(0), class(1));
    let (previous, second) = before;
    let shape = u32::from(forms.shape[at]);
    let first = u32::from(at == sentence.tokens.start);
    let next_shape = inside(1).map_or(255, |at| u32::from(forms.shape[at]));
    [
        mix(1, word, 0),
        mix(2, word, previous),
        mix(3, word, w(1)),
        mix(4, word, w(-1)),
        mix(5, forms.suffix[at], previous),
        mix(6, forms.suffix[at], shape),
        mix(7, own, previous),
        mix(8, own, next),
        mix(9, own, previous | second << 5),
        mix(10, previous, second),
        mix(11, w(1), own),
        mix(12, w(-1), own),
        mix(13, w(2), own),
        mix(14, shape | first << 8, previous),
        mix(15, own ^ next.rotate_left(7), previous),
        mix(16, class(2) ^ next.rotate_left(7), own),
        mix(17, w(-1), w(1)),
        mix(
            18,
            shape | next_shape << 8,
            u32::from(sentence.kind == quotary_grammar::SegmentKind::Headline) | first << 1,
        ),
    ]
}

impl Model {
    /// The tag of token `at`, which [is open](is_open); `tags` are those of all tokens before it.
    pub(crate) fn tag(&self, forms: &Forms, sentence: &Sentence, at: usize, tags: &[Tag]) -> Tag {
        let before = |steps: usize| match at.checked_sub(steps) {
            Some(before) if before >= sentence.tokens.start => tags[before] as u32,
            _ => START,
        };
        let sums = self.tag_scores(&tag_features(forms, sentence, at, (before(1), before(2))));
        best(sums.map(Sums::first))
    }
}

/// The tag with the highest sum; of two as high, the earlier.
fn best(sums: [[i16; IN_A_WORD]; 2]) -> Tag {
    // Sum and tag in one number, so that no branch has to be guessed.
    let mut best = i16::MIN;
    for (at, &sum) in (0..).zip(sums.as_flattened()).take(TAG_COUNT) {
        best = best.max(sum << TAG_BITS | (TAG_MASK - at));
    }
    Tag::ALL[usize::from((TAG_MASK - (best & TAG_MASK)).cast_unsigned())]
}

const TAG_BITS: u32 = 5;
const TAG_MASK: i16 = (1 << TAG_BITS) - 1;

const _: () = assert!(TAG_COUNT <= TAG_MASK as usize);
const _: () = assert!((TAG_FEATURES * FURTHEST as usize) << TAG_BITS < i16::MAX as usize);

/// Whether the tag of a token is a question for the weights: rules know marks, numbers and most
/// words of the closed classes.
#[must_use]
pub fn is_open(word: &Word, kind: TokenKind, shape: u8) -> bool {
    if kind != TokenKind::Word {
        return false;
    }
    let capital = shape & 1 == 1;
    match word.closed {
        Some(
            Closed::Determiner
            | Closed::Quantifier
            | Closed::Reflexive
            | Closed::Indefinite
            | Closed::Coordinator
            | Closed::Modal
            | Closed::Negation
            | Closed::Number
            | Closed::Date
            | Closed::Unit
            | Closed::Interjection
            | Closed::Auxiliary,
        ) => false,
        Some(_) => true,
        None => capital || word.tags[1].is_some() || word.tags[0].is_none(),
    }
}
