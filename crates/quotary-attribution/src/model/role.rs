//! What a token is to a cue: the features by which source and content are found.
//!
//! A cue has dozens of tokens around it, and an article has many cues, so that this is what reading
//! an article costs. Most features of a token are those of its neighbours too: they stand in groups
//! by what they depend on, and a learner's weights of a group are added up once for as long as that
//! stays the same ([`Around`]).

use std::ops::Range;

use super::{
    forms::mix,
    sheet::{Sheet, Sign, bucket},
    sums::SixSums,
    weights::Model,
};
use crate::token::TokenKind;

/// How many tokens before a cue are looked at.
const BEFORE: usize = 90;
/// How many behind it.
const BEHIND: usize = 160;

/// A cue with what all tokens around it share.
#[derive(Debug, Clone)]
pub struct CueView {
    head: usize,
    /// The tokens around it that are looked at.
    window: Range<usize>,
    /// The rules' label of each of them; empty where no rule takes the cue for one.
    proposed: Vec<u8>,
    sieve: u32,
    word: u32,
    /// The word behind it.
    next: u32,
    /// The tag of the word behind it, and whether its sentence ends with it.
    after: u32,
    lexical: u32,
    shape: u32,
    quotation: u32,
    sentence: Range<usize>,
}

/// Where a token stands, seen from a cue.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// 1 behind the cue, 0 before it.
    side: u32,
    distance: u32,
    /// What stands between the token and the cue.
    between: u32,
    /// Whether the token stands in marks, and in those that the cue stands in.
    quote: u32,
    /// The same, and the marks on both sides of the token.
    marks: u32,
    /// Whether the token stands in the cue's sentence, before or behind it.
    sentence: u32,
    /// What the rules make of the token and its neighbours.
    rule: u32,
}

impl Sheet<'_, '_, '_> {
    /// What the features of all tokens around the cue at `head` share.
    #[must_use]
    pub fn view(&self, head: usize) -> CueView {
        let window = self.window(head);
        let mut proposed = Vec::new();
        if let Some(proposal) = self.proposal(head) {
            proposal.labels(window.clone(), &mut proposed);
        }
        let reading = self.reading();
        let ends = u32::from(head + 2 >= reading.sentence(head).tokens.end);
        CueView {
            head,
            window,
            proposed,
            sieve: self.proposed_by(head),
            word: self.w(head, 0),
            next: self.w(head, 1),
            after: self.t(head, 1) | ends << 5,
            lexical: self.lexical(head) & 31,
            shape: self.shape(head),
            quotation: self.sign(head).quotation,
            sentence: reading.sentence(head).tokens.clone(),
        }
    }

    /// The features of token `at` beside a cue, as rows of the labeller's weights: as many for each
    /// token.
    #[must_use]
    pub fn role_features(&self, cue: &CueView, at: usize) -> Vec<u32> {
        let place = self.place(cue, at);
        [
            &self.of_token(at, &place)[..],
            &self.of_pair(cue, at, &place),
            &cue.of_marks(&place),
            &cue.of_distance(&place),
            &cue.of_between(&place),
        ]
        .concat()
    }

    /// What depends on the token, on which side of the cue it is and what the rules make of it.
    fn of_token(&self, at: usize, place: &Place) -> [u32; 7] {
        let [_, previous, own, next, _] = self.signs(at);
        let (w, wp, wn) = (own.word, previous.word, next.word);
        let (t, tp, tn) = (tag(own), tag(previous), tag(next));
        let &Place { side, rule, .. } = place;
        let sided = t | side << 6;
        let around = t | tp << 5 | tn << 10;
        [
            mix(129, rule, around),
            mix(132, rule, w),
            mix(201, w, side),
            mix(202, around, side),
            mix(203, wp, sided),
            mix(204, wn, sided),
            mix(207, own.suffix, sided),
        ]
    }

    /// What depends on the token and the cue.
    fn of_pair(&self, cue: &CueView, at: usize, place: &Place) -> [u32; 10] {
        let [second, previous, own, next, further] = self.signs(at);
        let (w, t, tp, tn) = (own.word, tag(own), tag(previous), tag(next));
        let human = own.lexical >> 5;
        let sided = t | place.side << 6;
        let cue_word = cue.word ^ place.side;
        let between = place.between;
        [
            mix(102, w, place.distance),
            mix(103, t | tp << 5 | tag(second) << 10, between),
            mix(104, t | tn << 5 | tag(further) << 10, between),
            mix(105, place.quote, t),
            mix(108, cue_word, t),
            mix(112, cue_word, w),
            mix(113, cue.shape, sided),
            mix(117, cue.after, sided),
            mix(122, human, t | between << 6),
            mix(123, cue.lexical, between | t << 8),
        ]
    }

    fn place(&self, cue: &CueView, at: usize) -> Place {
        let side = u32::from(at > cue.head);
        let sentence = u32::from(at < cue.sentence.start) | u32::from(at >= cue.sentence.end) << 1;
        let [_, previous, own, next, _] = self.signs(at);
        let level = u32::from(own.quotation == cue.quotation);
        let quote = u32::from(own.quote) | level << 2 | side << 3 | sentence << 4;
        Place {
            side,
            distance: bucket(at.abs_diff(cue.head)) | side << 4,
            between: self.between(at, cue.head) | side << 6,
            quote,
            marks: quote | u32::from(previous.quote) << 8 | u32::from(next.quote) << 12,
            sentence,
            rule: cue.proposed(at),
        }
    }

    /// The tokens in which the source and the content of a cue at `head` are looked for: its
    /// sentence, and where quotations go on, the sentences before and behind.
    fn window(&self, head: usize) -> Range<usize> {
        let reading = self.reading();
        let sentences = reading.sentences();
        let own = reading.sentence_index(head);
        let mut first = own;
        let joined = |left: usize, right: usize| {
            let before = sentences[left].tokens.end - 1;
            let behind = sentences[right].tokens.start;
            let quotation = reading.token(behind).quotation;
            quotation.is_some()
                && quotation == reading.token(before).quotation
                && self.sign(behind).quote != 2
        };
        while first > 0
            && head - sentences[first - 1].tokens.start < BEFORE
            && !sentences[first - 1].tokens.is_empty()
            && (joined(first - 1, first)
                || self.sign(sentences[first - 1].tokens.end - 1).quote == 3
                    && first == own
                    && sentences[first - 1].paragraph == sentences[own].paragraph)
        {
            first -= 1;
        }
        let mut last = own;
        while last + 1 < sentences.len()
            && sentences[last + 1].tokens.end - head < BEHIND
            && !sentences[last + 1].tokens.is_empty()
        {
            let next = &sentences[last + 1];
            let goes_on = joined(last, last + 1);
            let begins = self.sign(next.tokens.start).quote == 2
                && (next.paragraph == sentences[last].paragraph
                    || reading.is(sentences[last].tokens.end - 1, ":"));
            let only = next
                .tokens
                .clone()
                .all(|at| self.sign(at).quote != 0 || !matches!(reading.kind(at), TokenKind::Word));
            if !(goes_on || begins && only) {
                break;
            }
            last += 1;
        }
        sentences[first]
            .tokens
            .start
            .max(head.saturating_sub(BEFORE))..sentences[last].tokens.end.min(head + BEHIND)
    }
}

/// The part of speech of a token.
fn tag(sign: &Sign) -> u32 {
    u32::from(sign.tag)
}

impl CueView {
    /// The tokens around the cue in which its source and content are looked for.
    #[must_use]
    pub fn window(&self) -> Range<usize> {
        self.window.clone()
    }

    /// What depends on the cue, and on marks and rules at the token.
    fn of_marks(&self, place: &Place) -> [u32; 8] {
        let &Place { quote, rule, .. } = place;
        let cue_word = self.word ^ place.side;
        let (before, behind) = (place.marks & 0xfff, place.marks >> 12);
        [
            mix(107, before, behind),
            mix(111, cue_word, quote),
            mix(116, self.shape, quote),
            mix(124, self.lexical | self.after << 8, quote),
            mix(
                127,
                quote | place.sentence << 8,
                self.shape ^ self.after << 12,
            ),
            mix(128, rule, self.sieve),
            mix(130, rule, quote | behind << 8),
            mix(131, rule, cue_word),
        ]
    }

    /// What depends on the cue, and on how far the token is from it and in which marks.
    fn of_distance(&self, place: &Place) -> [u32; 6] {
        let distance = place.distance;
        [
            mix(106, place.quote, distance),
            mix(109, self.word ^ place.side, distance),
            mix(114, self.shape, distance),
            mix(118, self.after, distance),
            mix(125, self.next, distance),
            mix(133, place.rule ^ self.sieve << 12, distance),
        ]
    }

    /// What depends on the cue, and on what stands between the token and it.
    fn of_between(&self, place: &Place) -> [u32; 5] {
        let between = place.between;
        [
            mix(110, self.word ^ place.side, between),
            mix(115, self.shape, between),
            mix(119, self.after, between),
            mix(121, between, place.quote),
            mix(126, self.next, between),
        ]
    }

    /// What the rules make of token `at` and its neighbours.
    fn proposed(&self, at: usize) -> u32 {
        if self.proposed.is_empty() {
            return NO_RULE;
        }
        let at = at - self.window.start;
        let label = |at: usize| u32::from(self.proposed.get(at).copied().unwrap_or(6));
        label(at) | label(at.wrapping_sub(1)) << 3 | label(at + 1) << 6
    }
}

/// Stands for the label of a token around a cue that no rule has.
const NO_RULE: u32 = 1 << 9;

/// The labels' weights around one cue, one token after the other.
pub(super) struct Around<'c> {
    cue: &'c CueView,
    marks: Run,
    distance: Run,
    between: Run,
}

/// The weights of a group of features, which hold as long as what they depend on.
#[derive(Default)]
struct Run {
    key: Option<(u32, u32, u32)>,
    sums: SixSums,
}

impl Run {
    fn sums(&mut self, key: (u32, u32, u32), sum: impl FnOnce() -> SixSums) -> SixSums {
        if self.key != Some(key) {
            self.key = Some(key);
            self.sums = sum();
        }
        self.sums
    }
}

impl<'c> Around<'c> {
    pub(super) fn new(cue: &'c CueView) -> Self {
        Self {
            cue,
            marks: Run::default(),
            distance: Run::default(),
            between: Run::default(),
        }
    }

    /// The labels' weights of token `at`: those of all its [`role_features`](Sheet::role_features).
    pub(super) fn sums(&mut self, model: &Model, sheet: &Sheet<'_, '_, '_>, at: usize) -> SixSums {
        let cue = self.cue;
        let place = sheet.place(cue, at);
        let Place { quote, rule, .. } = place;
        model.labels(sheet.of_token(at, &place))
            + model.labels(sheet.of_pair(cue, at, &place))
            + self.marks.sums((place.marks, rule, 0), || {
                model.labels(cue.of_marks(&place))
            })
            + self.distance.sums((place.distance, quote, rule), || {
                model.labels(cue.of_distance(&place))
            })
            + self.between.sums((place.between, quote, 0), || {
                model.labels(cue.of_between(&place))
            })
    }
}
