//! Parts of speech by weights: a greedy tagger, left to right.

use super::{
    forms::{Form, Forms, mix},
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
    let around = |offset: isize| match at.checked_add_signed(offset) {
        Some(at) if sentence.tokens.contains(&at) => forms.all()[at],
        _ => Form::OUTSIDE,
    };
    let (left, next, further) = (around(-1), around(1), around(2));
    let Form {
        word,
        suffix,
        class: own,
        shape,
    } = forms.all()[at];
    let shape = u32::from(shape);
    let (previous, second) = before;
    let first = u32::from(at == sentence.tokens.start);
    [
        mix(1, word, 0),
        mix(2, word, previous),
        mix(3, word, next.word),
        mix(4, word, left.word),
        mix(5, suffix, previous),
        mix(6, suffix, shape),
        mix(7, own, previous),
        mix(8, own, next.class),
        mix(9, own, previous | second << 5),
        mix(10, previous, second),
        mix(11, next.word, own),
        mix(12, left.word, own),
        mix(13, further.word, own),
        mix(14, shape | first << 8, previous),
        mix(15, own ^ next.class.rotate_left(7), previous),
        mix(16, further.class ^ next.class.rotate_left(7), own),
        mix(17, left.word, next.word),
        mix(
            18,
            shape | u32::from(next.shape) << 8,
            u32::from(sentence.kind == quotary_grammar::SegmentKind::Headline) | first << 1,
        ),
    ]
}

impl Model {
    /// The tag of token `at`, which [is open](is_open); `tags` are those of all tokens before it.
    pub(crate) fn tag(&self, forms: &Forms, sentence: &Sentence, at: usize, tags: &[Tag]) -> Tag {
        if let Some(tag) = self.certain_tag(forms, at) {
            return tag;
        }
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
        // A given name that is no common word is a name.
        None if capital && word.given.is_some() && word.tags[0].is_none() => false,
        None => capital || word.tags[1].is_some() || word.tags[0].is_none(),
    }
}
