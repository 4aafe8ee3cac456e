//! What the sieves look at: one article with its chunks, its cues and where its quotations lie.

use std::ops::Range;

use crate::{
    cue::{self, Cue},
    excerpt::Excerpts,
    mention::{Chunks, Mentions},
    reading::Reading,
    token::TokenKind,
};

/// An outermost quotation in tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// Its share of each paragraph: the tokens between the marks.
    pub(crate) parts: Vec<Range<usize>>,
    /// From the opening mark to one past the closing mark (or past the last token inside).
    pub(crate) tokens: Range<usize>,
    /// Whether its last mark is missing.
    pub(crate) unclosed: bool,
}

/// One article as the sieves see it.
#[derive(Debug)]
pub(crate) struct Evidence<'e, 'r, 't> {
    pub(crate) reading: &'e Reading<'r, 't>,
    pub(crate) chunks: Chunks,
    pub(crate) cues: Vec<Cue>,
    /// Outermost quotations in order.
    pub(crate) quoted: Vec<Quoted>,
    /// Index of the outermost quotation each token lies in, its marks included.
    quoted_of: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl<'e, 'r, 't> Evidence<'e, 'r, 't> {
    /// Gathers chunks, cues and quotations.
    pub(crate) fn gather(reading: &'e Reading<'r, 't>) -> Self {
        let mut quoted = Vec::new();
        let mut quoted_of = vec![NONE; reading.len()];
        let quotations = reading.parse().quotations();
        let excerpts = Excerpts::find(reading.parse());
        for quotation in quotations.iter().filter(|it| match it.parent() {
            None => !excerpts.hold(it),
            Some(parent) => excerpts.hold(&quotations[parent]),
        }) {
            let parts: Vec<Range<usize>> = quotation
                .parts()
                .map(|part| {
                    let first = reading.token_at(part.content.start);
                    first..reading.token_at(part.content.end).max(first)
                })
                .collect();
            let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
                continue;
            };
            let closed = last.end < reading.len() && reading.kind(last.end) == TokenKind::Closing;
            let tokens = first.start.saturating_sub(1)..last.end + usize::from(closed);
            let index = u32::try_from(quoted.len()).unwrap_or(NONE);
            // A title between paragraphs lies inside the run of tokens, not inside the quotation.
            for part in &parts {
                let end = (part.end + 1).min(tokens.end);
                quoted_of[part.start.saturating_sub(1).max(tokens.start)..end].fill(index);
            }
            quoted.push(Quoted {
                parts,
                tokens,
                unclosed: quotation.is_unclosed(),
            });
        }
        let chunks = Chunks::find(reading);
        let cues = cue::cues(reading);
        Self {
            reading,
            chunks,
            cues,
            quoted,
            quoted_of,
        }
    }

    /// Builds mentions.
    pub(crate) fn mentions(&self) -> Mentions<'_, 'r, 't> {
        Mentions {
            reading: self.reading,
            chunks: &self.chunks,
        }
    }

    /// Index of the outermost quotation that token `at` lies in, its marks included.
    pub(crate) fn quoted_at(&self, at: usize) -> Option<usize> {
        self.quoted_of
            .get(at)
            .filter(|&&index| index != NONE)
            .map(|&index| index as usize)
    }

    /// The last token inside a quotation that closes nothing: the comma in `“…‘Clinton,’ ”`.
    pub(crate) fn last_inside(&self, index: usize) -> Option<usize> {
        let part = self.quoted[index].parts.last()?;
        (part.start..part.end)
            .rev()
            .find(|&at| self.reading.kind(at) != TokenKind::Closing)
    }

    /// Whether token `at` is the opening mark of an outermost quotation; which one.
    pub(crate) fn opens_at(&self, at: usize) -> Option<usize> {
        self.quoted_at(at)
            .filter(|&index| self.quoted[index].tokens.start == at)
    }

    /// Whether a quotation mark opens in one of these stretches.
    pub(crate) fn has_marks(&self, stretches: &[Range<usize>]) -> bool {
        let mut tokens = stretches.iter().cloned().flatten();
        tokens.any(|at| self.reading.kind(at) == TokenKind::Opening)
    }

    /// The first cue whose head is at token `at` or behind it.
    pub(crate) fn cue_from(&self, at: usize) -> usize {
        self.cues.partition_point(|cue| cue.head < at)
    }

    /// Whether token `at` stands in the same quotation as `quotation`, or in none like it.
    pub(crate) fn same_level(&self, at: usize, quotation: Option<u32>) -> bool {
        self.reading
            .tokens()
            .get(at)
            .is_some_and(|token| token.quotation == quotation)
    }
}
