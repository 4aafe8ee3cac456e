//! Why an attribution was found: the readings that the weights chose among.

use quotary_grammar::{Parse, Span};

use crate::{
    Resolver,
    entity::PronounChoice,
    evidence::Evidence,
    model::{Judged, Sheet},
    reading::Reading,
    sieve::{self, proposals},
    speaker,
};

/// One reading of a cue that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The words that say that somebody said.
    pub cue: Span,
    /// Who; `None` where the reading has nobody.
    pub source: Option<Span>,
    /// What: at least one span, in order.
    pub content: Vec<Span>,
    /// The rule whose reading it is; `None` where the weights read it themselves.
    pub rule: Option<&'static str>,
    /// Probability that content and source are right, 0 to 1.
    pub probability: f32,
    /// Whether it became an attribution.
    pub stands: bool,
    /// What weighed most, by name: how much each adds to the logarithm of the odds.
    pub reasons: Vec<(&'static str, f32)>,
}

impl Candidate {
    /// The same where the text stands behind so many `bytes` of a longer one.
    #[must_use]
    pub fn behind(mut self, bytes: usize) -> Self {
        let others = self.source.iter_mut().chain(&mut self.content);
        for span in others.chain([&mut self.cue]) {
            *span = span.behind(bytes);
        }
        self
    }
}

impl Resolver {
    /// Every reading of a cue that the weights looked at, in the order of the text; none where there
    /// are no weights. Attributions without a cue, and those of rules that need no assent, have none.
    #[must_use]
    pub fn candidates(&self, parse: &Parse<'_>) -> Vec<Candidate> {
        let Some(model) = self.model() else {
            return Vec::new();
        };
        let reading = Reading::new(parse, self.lexicon(), Some(model));
        let sheet = Sheet::new(&reading, proposals(&reading));
        let judged = model.judged(&sheet);
        judged
            .into_iter()
            .map(|it| candidate(&reading, &sheet, it))
            .collect()
    }
}

impl Resolver {
    /// Every pronoun of the text that stands for somebody, with all whom it could mean.
    #[must_use]
    pub fn pronouns(&self, parse: &Parse<'_>) -> Vec<PronounChoice> {
        let reading = Reading::new(parse, self.lexicon(), self.model());
        let evidence = Evidence::gather(&reading);
        let found = sieve::sieves(&evidence, self.model());
        speaker::pronouns(&evidence, &found)
    }
}

fn candidate(reading: &Reading<'_, '_>, sheet: &Sheet<'_, '_, '_>, judged: Judged) -> Candidate {
    let frame = judged.frame;
    let rule = sheet.proposal(frame.head).filter(|_| frame.ruled);
    Candidate {
        cue: reading.span(frame.cue),
        source: frame.source.map(|it| reading.span(it)),
        content: frame
            .contents
            .into_iter()
            .map(|it| reading.span(it))
            .collect(),
        rule: rule.map(|it| it.sieve),
        probability: frame.confidence,
        stands: judged.stands,
        reasons: judged.reasons,
    }
}

#[cfg(all(test, feature = "weights"))]
mod tests {
    use quotary_grammar::Grammar;

    use super::*;

    #[test]
    fn the_reading_that_stands_is_among_the_candidates_and_has_reasons() {
        let text = "The ferry will not sail before Monday, the harbour authority said.";
        let candidates = Resolver::new().candidates(&Grammar::new().parse(text));
        let standing: Vec<_> = candidates.iter().filter(|it| it.stands).collect();
        assert_eq!(standing.len(), 1, "{candidates:?}");
        assert_eq!(standing[0].cue.slice(text), "said");
        assert!(!standing[0].reasons.is_empty());
        assert!(standing[0].probability > 0.5);
    }

    #[test]
    fn without_weights_there_is_nothing_to_choose_among() {
        let parse = Grammar::new().parse("“Go,” she said.");
        assert!(Resolver::with(None).candidates(&parse).is_empty());
    }
}
