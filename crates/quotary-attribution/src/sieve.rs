//! The sieves, the surest first. Each looks at the evidence, takes what it can explain and leaves
//! the rest to the next.

use std::ops::Range;

use crate::{
    evidence::Evidence,
    model::{Model, Proposal},
    reading::Reading,
};

mod according;
mod called;
mod colon;
mod continuation;
mod ends;
mod fronted;
mod headline;
mod learned;
mod loose;
mod orphan;
mod overlap;
mod quotation;
mod report;
mod silence;
mod turn;
mod words;

/// An attribution in tokens, before speakers and parents are known.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft {
    /// What was said; no outer marks.
    pub(crate) content: Vec<Range<usize>>,
    /// The words that say so.
    pub(crate) cue: Option<Range<usize>>,
    /// Who, as mentioned here.
    pub(crate) source: Option<Range<usize>>,
    /// Who was told.
    pub(crate) hearer: Option<Range<usize>>,
    /// The quotation that cue and source stand in.
    pub(crate) level: Option<u32>,
    /// Probability that its cue is one, where weights decided.
    pub(crate) probability: Option<f32>,
    /// Name of the sieve that made it.
    pub(crate) sieve: &'static str,
    /// Whether it goes without a cue and takes its speaker from what stands before.
    pub(crate) from_context: bool,
}

/// What the sieves have found so far.
#[derive(Debug)]
pub(crate) struct Found {
    /// The attributions in the order in which they were found.
    pub(crate) drafts: Vec<Draft>,
    /// For each outermost quotation the draft that has it as content.
    pub(crate) taken: Vec<Option<usize>>,
    /// For each cue whether a draft uses it.
    pub(crate) used: Vec<bool>,
}

impl Found {
    /// Adds a draft and notes which quotations it takes whole.
    pub(crate) fn add(&mut self, evidence: &Evidence<'_, '_, '_>, draft: Draft) {
        let index = self.drafts.len();
        if draft.level.is_none() {
            for range in &draft.content {
                let mut at = range.start;
                // A fragment's opening mark stands inside the content, a whole one's before it.
                if let Some(quoted) = evidence.quoted_at(at) {
                    self.taken[quoted].get_or_insert(index);
                    at = evidence.quoted[quoted].tokens.end;
                }
                while at < range.end {
                    if let Some(quoted) = evidence.quoted_at(at) {
                        self.taken[quoted].get_or_insert(index);
                        at = evidence.quoted[quoted].tokens.end.max(at + 1);
                    } else {
                        at += 1;
                    }
                }
            }
        }
        self.drafts.push(draft);
    }

    /// Drops the drafts that `keep` refuses, and frees what they took.
    fn retain(&mut self, evidence: &Evidence<'_, '_, '_>, keep: impl FnMut(&Draft) -> bool) {
        let all = self.drafts.len();
        self.drafts.retain(keep);
        if self.drafts.len() < all {
            self.retake(evidence);
        }
    }

    /// Notes anew which quotations the drafts take, where their contents or numbers have changed.
    fn retake(&mut self, evidence: &Evidence<'_, '_, '_>) {
        self.taken.fill(None);
        for draft in std::mem::take(&mut self.drafts) {
            self.add(evidence, draft);
        }
    }
}

/// Runs every sieve over the evidence; where there is a model, it decides over those with a cue.
pub(crate) fn sieves(evidence: &Evidence<'_, '_, '_>, model: Option<&Model>) -> Found {
    let mut found = with_cues(evidence);
    if let Some(model) = model {
        learned::frames(evidence, model, &mut found);
    }
    words::in_words(evidence, &mut found);
    overlap::overlaps(evidence, &mut found);
    continuation::continuations(evidence, &mut found);
    orphan::orphans(evidence, &mut found);
    silence::silences(evidence, &mut found);
    called::called(evidence, &mut found);
    found
}

/// What the rules alone take for cues, with their sources and contents: the models are trained on
/// what they leave and mistake.
#[must_use]
pub fn proposals(reading: &Reading<'_, '_>) -> Vec<Proposal> {
    let found = with_cues(&Evidence::gather(reading));
    found.drafts.iter().filter_map(Draft::proposal).collect()
}

fn with_cues(evidence: &Evidence<'_, '_, '_>) -> Found {
    let mut found = Found {
        drafts: Vec::new(),
        taken: vec![None; evidence.quoted.len()],
        used: vec![false; evidence.cues.len()],
    };
    turn::turns(evidence, &mut found);
    quotation::cue_beside_quotation(evidence, &mut found);
    according::according_to(evidence, &mut found);
    headline::headlines(evidence, &mut found);
    colon::colon(evidence, &mut found);
    loose::framed(evidence, &mut found);
    report::reports(evidence, &mut found);
    found
}

impl Draft {
    /// Whether it asks, so that somebody else will answer.
    pub(crate) fn asks(&self, reading: &Reading<'_, '_>) -> bool {
        let asks = |at: usize| {
            reading.word(at).cue.is_some_and(|verb| {
                let lemma = &*reading.lexicon().verb(verb).lemma;
                matches!(lemma, "ask" | "wonder" | "inquire" | "enquire" | "query")
                    || lemma == "want" && reading.is(at + 1, "to") && reading.is(at + 2, "know")
            })
        };
        self.cue.clone().is_some_and(|mut cue| cue.any(asks))
    }

    /// What it says of its cue; nothing where it has none.
    fn proposal(&self) -> Option<Proposal> {
        Some(Proposal {
            cue: self.cue.clone()?,
            source: self.source.clone(),
            content: self.content.clone(),
            sieve: self.sieve,
            settled: learned::is_settled(self.sieve),
        })
    }
}
