//! What the rules propose for a cue: features for the weights, which have the last word.

use std::ops::Range;

use super::path::Label;

/// A cue, and what a sieve takes for its source and content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The words of the cue.
    pub cue: Range<usize>,
    /// Who.
    pub source: Option<Range<usize>>,
    /// What, in order.
    pub content: Vec<Range<usize>>,
    /// Name of the sieve.
    pub sieve: &'static str,
    /// Whether its source and content stand if the cue is one, whatever the weights read.
    pub settled: bool,
}

/// The proposals of one article, by the tokens of their cues.
#[derive(Debug, Clone, Default)]
pub(super) struct Proposals {
    all: Vec<Proposal>,
    /// Number of the sieve and of the proposal for each token of a cue.
    of: Vec<(u32, u32)>,
}

/// Stands for a token that no rule takes for a cue.
const NONE: u32 = u32::MAX;

impl Proposals {
    pub(super) fn new(all: Vec<Proposal>, tokens: usize) -> Self {
        let mut of = vec![(0, NONE); tokens];
        for (index, proposal) in all.iter().enumerate().rev() {
            let number = number(proposal.sieve);
            for token in proposal.cue.clone() {
                of[token] = (number, u32::try_from(index).unwrap_or(NONE));
            }
        }
        Self { all, of }
    }

    /// A number for the sieve that takes token `at` for a word of a cue; 0 for none.
    pub(super) fn sieve(&self, at: usize) -> u32 {
        self.of[at].0
    }

    /// The proposal whose cue holds token `at`.
    pub(super) fn at(&self, at: usize) -> Option<&Proposal> {
        self.all.get(self.of[at].1 as usize)
    }
}

impl Proposal {
    /// The labels it gives the tokens of `window`.
    pub(super) fn labels(&self, window: Range<usize>, labels: &mut Vec<u8>) {
        labels.clear();
        labels.resize(window.len(), Label::Outside as u8);
        let mut mark = |range: &Range<usize>, begin: Label, inside: Label| {
            let from = range.start.max(window.start);
            for at in from..range.end.min(window.end) {
                let label = if at == range.start { begin } else { inside };
                labels[at - window.start] = label as u8;
            }
        };
        for range in &self.content {
            mark(range, Label::ContentBegin, Label::ContentInside);
        }
        if let Some(source) = &self.source {
            mark(source, Label::SourceBegin, Label::SourceInside);
        }
        mark(&self.cue, Label::Cue, Label::Cue);
    }
}

/// Sieves by their names, so that one more leaves the others' numbers as they are.
fn number(sieve: &str) -> u32 {
    sieve
        .bytes()
        .fold(7, |hash: u32, byte| hash.wrapping_mul(31) ^ u32::from(byte))
        | 1
}
