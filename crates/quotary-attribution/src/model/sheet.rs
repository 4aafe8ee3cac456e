use std::ops::Range;

use super::{
    decode::Frame,
    forms::{NOTHING, mix},
    proposal::{Proposal, Proposals},
};
use crate::{
    lexicon::{Lexicon, Word},
    reading::Reading,
    tag::Tag,
    token::TokenKind,
};

/// What the features of one article are made from, worked out once for each token.
#[derive(Debug)]
pub struct Sheet<'r, 'e, 't> {
    reading: &'r Reading<'e, 't>,
    /// Of each token, and of [`EDGE`] that are none on either side of the article.
    signs: Vec<Sign>,
    /// Of what stands before each token of the article.
    counts: Vec<Counts>,
    proposals: Proposals,
}

/// What is seen of a token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    /// The number of the word.
    pub(super) word: u32,
    /// The number of its last bytes.
    pub(super) suffix: u32,
    /// What the word lists say of it.
    pub(super) lexical: u32,
    /// The innermost quotation it stands in, or [`NO_QUOTATION`].
    pub(super) quotation: u32,
    /// Its part of speech, or which mark it is.
    pub(super) tag: u8,
    /// Where it stands to marks: 0 outside, 1 inside, 2 it opens, 3 it closes.
    pub(super) quote: u8,
    /// Whether it can be the head of a cue at all.
    is_candidate: bool,
}

/// Stands for the quotation of a token that stands in none.
const NO_QUOTATION: u32 = u32::MAX;

/// How many features a candidate has.
pub const CUE_FEATURES: usize = 41;

/// How far from a token its features look.
const EDGE: usize = 2;

/// What stands beyond the ends of an article.
const NO_SIGN: Sign = Sign {
    word: NOTHING,
    suffix: 0,
    lexical: 0,
    quotation: NO_QUOTATION,
    tag: 31,
    quote: 4,
    is_candidate: false,
};

/// How many commas and the like, verbs and nominals there are.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    commas: u32,
    verbs: u32,
    nominals: u32,
}

impl<'r, 'e, 't> Sheet<'r, 'e, 't> {
    /// Works out what the features of `reading` need; `proposals` is what the rules make of it.
    #[must_use]
    pub fn new(reading: &'r Reading<'e, 't>, proposals: Vec<Proposal>) -> Self {
        let len = reading.len();
        let mut signs = Vec::with_capacity(len + 2 * EDGE);
        let mut counts = Vec::with_capacity(len + 1);
        signs.extend([NO_SIGN; EDGE]);
        let mut so_far = Counts::default();
        let tagged = reading.tokens().iter().zip(reading.tags());
        let seen = tagged.zip(reading.words()).zip(reading.forms().all());
        for (at, (((token, &tag), word), form)) in seen.enumerate() {
            signs.push(Sign {
                word: form.word,
                suffix: form.suffix,
                lexical: lexical(reading.lexicon(), word),
                quotation: token.quotation.unwrap_or(NO_QUOTATION),
                tag: match token.kind {
                    TokenKind::Opening => 24,
                    TokenKind::Closing => 25,
                    TokenKind::Stop => 26,
                    _ => tag as u8,
                },
                quote: match token.kind {
                    TokenKind::Opening => 2,
                    TokenKind::Closing => 3,
                    _ => u8::from(token.quotation.is_some()),
                },
                is_candidate: match token.kind {
                    TokenKind::Word => may_head(tag, word),
                    TokenKind::Punctuation => reading.is(at, ":"),
                    _ => false,
                },
            });
            counts.push(so_far);
            so_far.commas += u32::from(matches!(
                token.kind,
                TokenKind::Punctuation | TokenKind::Stop
            ));
            so_far.verbs += u32::from(tag.is_verb());
            so_far.nominals += u32::from(tag.is_nominal());
        }
        signs.extend([NO_SIGN; EDGE]);
        counts.push(so_far);
        Self {
            reading,
            signs,
            counts,
            proposals: Proposals::new(proposals, len),
        }
    }

    /// The article.
    #[must_use]
    pub fn reading(&self) -> &'r Reading<'e, 't> {
        self.reading
    }

    /// Whether token `at` can be the head of a cue at all.
    #[must_use]
    pub fn is_candidate(&self, at: usize) -> bool {
        self.sign(at).is_candidate
    }

    /// The token of `cue` that is its head: its last verb, or else its first noun, or its first token.
    #[must_use]
    pub fn head(&self, cue: &[usize]) -> Option<usize> {
        let verb = |at: &&usize| {
            self.reading.tag(**at).is_verb()
                && self.reading.word(**at).closed != Some(crate::Closed::Auxiliary)
        };
        let noun = |at: &&usize| {
            matches!(self.reading.tag(**at), Tag::Noun | Tag::Nouns)
                || self.reading.word(**at).noun_cue.is_some()
        };
        let any = |at: &&usize| self.is_candidate(**at);
        cue.iter()
            .rev()
            .find(verb)
            .or_else(|| cue.iter().find(noun))
            .or_else(|| cue.iter().find(any))
            .copied()
    }

    /// What is seen of token `at`.
    pub(super) fn sign(&self, at: usize) -> &Sign {
        &self.signs[at + EDGE]
    }

    /// What is seen of token `at` and of the two on either side of it.
    pub(super) fn signs(&self, at: usize) -> &[Sign; 2 * EDGE + 1] {
        self.signs[at..]
            .first_chunk()
            .expect("the edges stand on either side of every token")
    }

    /// The number of the word `offset` tokens from `at`: at most two.
    #[must_use]
    pub fn w(&self, at: usize, offset: isize) -> u32 {
        self.signs[(at + EDGE).wrapping_add_signed(offset)].word
    }

    /// The part of speech of the word `offset` tokens from `at`.
    pub(super) fn t(&self, at: usize, offset: isize) -> u32 {
        u32::from(self.signs[(at + EDGE).wrapping_add_signed(offset)].tag)
    }

    /// What is around the verb group of `head`: who stands before it, whether it is passive.
    pub(super) fn shape(&self, head: usize) -> u32 {
        let floor = self.reading.sentence(head).tokens.start;
        let (mut walk, mut be, mut modal) = (head, 0, 0);
        for _ in 0..5 {
            if walk == floor {
                return be | modal << 2 | 30 << 4;
            }
            let before = walk - 1;
            let closed = self.reading.word(before).closed;
            let tag = self.reading.tag(before);
            if closed == Some(crate::Closed::Auxiliary) {
                be |= if self.reading.is_any(
                    before,
                    &[
                        "is", "was", "were", "are", "be", "been", "being", "'s", "’s",
                    ],
                ) {
                    1
                } else {
                    2
                };
            } else if tag == Tag::Modal {
                modal |= 1;
            } else if closed == Some(crate::Closed::Negation) {
                modal |= 2;
            } else if tag != Tag::Adverb {
                return be | modal << 2 | self.t(before, 0) << 4;
            }
            walk = before;
        }
        be | modal << 2 | 29 << 4
    }

    /// Commas and the like, verbs and nominals between two tokens: up to three of each.
    pub(super) fn between(&self, one: usize, other: usize) -> u32 {
        let (low, high) = (one.min(other), one.max(other));
        if low == high {
            return 0;
        }
        let (behind, before) = (&self.counts[high], &self.counts[low + 1]);
        let commas = (behind.commas - before.commas).min(3);
        let verbs = (behind.verbs - before.verbs).min(3);
        let nominals = (behind.nominals - before.nominals).min(3);
        commas | verbs << 2 | nominals << 4
    }

    /// What the word lists say of token `at`.
    pub(super) fn lexical(&self, at: usize) -> u32 {
        self.sign(at).lexical
    }

    /// A number for the sieve that takes token `at` for a word of a cue; 0 for none.
    pub(super) fn proposed_by(&self, at: usize) -> u32 {
        self.proposals.sieve(at)
    }

    /// What the rules propose for the cue that holds token `at`.
    pub(crate) fn proposal(&self, at: usize) -> Option<&Proposal> {
        self.proposals.at(at)
    }

    /// How a frame and what the rules propose for its cue agree: 0 where they propose nothing, else
    /// bits for the same first, the same last token of the content and the same source.
    pub(super) fn agreement(&self, frame: &Frame) -> u32 {
        let Some(proposal) = self.proposals.at(frame.head) else {
            return 0;
        };
        let ends = |list: &[Range<usize>]| {
            (
                list.first().map(|it| it.start),
                list.last().map(|it| it.end),
            )
        };
        let (mine, theirs) = (ends(&frame.contents), ends(&proposal.content));
        let near = |a: Option<usize>, b: Option<usize>| match (a, b) {
            (Some(a), Some(b)) => a.abs_diff(b) <= 1,
            _ => false,
        };
        let head = |source: &Option<Range<usize>>| source.as_ref().map(|it| it.end);
        1 | u32::from(near(mine.0, theirs.0)) << 1
            | u32::from(near(mine.1, theirs.1)) << 2
            | u32::from(head(&frame.source) == head(&proposal.source)) << 3
    }

    /// The frame that a rule proposes for the cue at `head`, where it is another than `found`.
    pub(super) fn ruled(
        &self,
        head: usize,
        confidence: f32,
        found: Option<&Frame>,
    ) -> Option<Frame> {
        let proposal = self.proposals.at(head)?;
        let source = proposal.source.clone();
        let contents: Vec<Range<usize>> = proposal
            .content
            .iter()
            .filter(|it| !it.is_empty())
            .cloned()
            .collect();
        if contents.is_empty()
            || found.is_some_and(|it| it.contents == contents && it.source == source)
        {
            return None;
        }
        Some(Frame {
            head,
            cue: proposal.cue.clone(),
            marked: self.marked(&contents),
            source,
            contents,
            confidence,
            ruled: true,
            word: self.w(head, 0),
            margins: found.map_or([33; 3], |it| it.margins),
        })
    }

    /// The first and the last token of `contents` that stand in quotation marks.
    pub(super) fn marked(&self, contents: &[Range<usize>]) -> Option<(usize, usize)> {
        let mut marked = contents
            .iter()
            .cloned()
            .flatten()
            .filter(|&at| self.sign(at).quote == 1);
        let first = marked.next()?;
        Some((first, marked.next_back().unwrap_or(first)))
    }

    /// Whether a rule reads a frame's cue with the same edges of the content and the same source.
    pub(super) fn is_agreed(&self, frame: &Frame) -> bool {
        self.agreement(frame) == 0b1111
    }

    /// How much of a frame's content stands in a quotation that the cue does not stand in: 0
    /// nothing, 1 something, 2 nearly everything.
    pub(super) fn quoted(&self, frame: &Frame) -> u32 {
        let level = self.sign(frame.head).quotation;
        let (mut inside, mut all) = (0, 0);
        for part in &frame.contents {
            let signs = &self.signs[part.start + EDGE..part.end + EDGE];
            let is_inside = |it: &&Sign| it.quotation != NO_QUOTATION && it.quotation != level;
            all += signs.len();
            inside += signs.iter().filter(is_inside).count();
        }
        match (inside, all) {
            (0, _) => 0,
            _ if inside * 10 >= all * 9 => 2,
            _ => 1,
        }
    }

    /// The features of candidate `at` as a cue.
    #[must_use]
    pub fn cue_features(&self, at: usize) -> [u32; CUE_FEATURES] {
        let reading = self.reading;
        let sentence = &reading.sentence(at).tokens;
        let (w, t) = (self.w(at, 0), self.t(at, 0));
        let suffix = self.sign(at).suffix;
        let shape = self.shape(at);
        let subject = shape >> 4;
        let lexical = self.lexical(at);
        let quote = u32::from(self.sign(at).quote);
        let that = (1..5)
            .find(|&offset| reading.is(at + offset, "that"))
            .map_or(0, |offset| offset as u32);
        let opening = (1..6)
            .find(|&offset| {
                self.signs
                    .get(at + EDGE + offset)
                    .is_some_and(|it| it.quote == 2)
            })
            .map_or(0, |offset| 1 + offset as u32 / 3);
        let closing = (1..8)
            .find(|&offset| at >= offset && self.sign(at - offset).quote == 3)
            .map_or(0, |offset| 1 + offset as u32 / 3);
        let place = u32::from(at == sentence.start)
            | u32::from(at + 2 >= sentence.end) << 1
            | u32::from(self.counts[at].commas > self.counts[sentence.start].commas) << 2
            | u32::from(reading.in_headline(at)) << 3;
        let pattern = reading.word(at).cue.map_or(99, |cue| {
            let pattern = &reading.lexicon().verb(cue).pattern;
            pattern.bits().into()
        });
        let sieve = self.proposals.sieve(at);
        let proposal = self.proposals.at(at);
        let sizes = proposal.map_or(0, |it| bucket(it.content.iter().map(Range::len).sum()));
        let source = proposal.map_or(0, |it| match &it.source {
            None => 1,
            Some(source) => {
                self.t(source.end - 1, 0) | self.lexical(source.end - 1) >> 5 << 6 | 1 << 20
            }
        });
        let own = u32::from(reading.is_any(at.wrapping_sub(1), &["i", "we", "you"]));
        let pairs = [
            (w, 0),
            (w, t),
            (suffix, t),
            (w, self.w(at, -1)),
            (w, self.w(at, 1)),
            (self.w(at, 1), self.w(at, 2)),
            (self.t(at, -1) | t << 5, self.t(at, 1)),
            (self.t(at, -2) | self.t(at, -1) << 5, t),
            (self.t(at, 1) | self.t(at, 2) << 5, t),
            (self.w(at, -1), t),
            (self.w(at, 1), t),
            (quote, t),
            (w, quote),
            (lexical, t),
            (lexical, self.w(at, 1)),
            (lexical, shape),
            (w, shape),
            (w, subject),
            (w, that),
            (lexical | that << 20, t),
            (w, opening | closing << 4),
            (lexical, opening | closing << 4 | quote << 8),
            (w, place),
            (lexical, place),
            (w, own | quote << 2),
            (w, self.t(at, 1)),
            (w, self.t(at, 1) | self.t(at, 2) << 5),
            (pattern, self.t(at, 1) | quote << 5),
            (pattern, subject),
            (pattern, self.w(at, 1)),
            (self.w(at, -2), self.w(at, -1)),
            (shape, t),
            (sieve, 0),
            (sieve, w),
            (sieve, lexical),
            (sieve, t | shape << 6),
            (sieve, quote | opening << 4 | closing << 8),
            (sieve, self.w(at, 1)),
            (sieve, place | sizes << 6),
            (sieve, source),
            (w, source),
        ];
        let mut template = 0;
        pairs.map(|(a, b)| {
            template += 1;
            mix(template, a, b)
        })
    }
}

/// Whether a word can be the head of a cue.
fn may_head(tag: Tag, word: &Word) -> bool {
    tag.is_verb()
        || matches!(
            tag,
            Tag::Noun | Tag::Nouns | Tag::Adjective | Tag::Preposition
        )
        || word.cue.is_some()
        || word.noun_cue.is_some()
}

/// What the word lists say of a token, in a number.
fn lexical(lexicon: &Lexicon, entry: &Word) -> u32 {
    let verb = entry
        .cue
        .map_or(0, |cue| lexicon.verb(cue).class as u32 + 1);
    let noun = u32::from(entry.noun_cue.is_some());
    let human = entry.noun.map_or(0, |noun| noun as u32 + 1);
    let name = u32::from(entry.given.is_some())
        + 2 * u32::from(entry.title.is_some())
        + 4 * u32::from(entry.org.is_some())
        + 8 * u32::from(entry.place.is_some());
    verb | noun << 4 | human << 5 | name << 9
}

/// A distance in few steps.
pub(super) fn bucket(distance: usize) -> u32 {
    match distance {
        0..=4 => distance as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        25..=49 => 9,
        _ => 10,
    }
}
