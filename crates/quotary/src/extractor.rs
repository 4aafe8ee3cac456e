use std::sync::Arc;

use quotary_attribution::{Attribution, Candidate, Kind, Model, Resolver};
use quotary_grammar::{Diagnostic, Grammar, Parse, Span};

use crate::stretch::{LONGEST, stretches};
use crate::{Document, Label, Stage, stage};

/// Reads articles. Made once, used for as many texts as you have, from any number of threads.
///
/// ```
/// use quotary::{Extractor, Kind};
///
/// let extractor = Extractor::builder()
///     .kinds([Kind::Direct, Kind::Mixed])
///     .min_confidence(0.5)
///     .build();
/// let document = extractor.extract("Rain fell over the harbour.");
/// assert!(document.quotes().is_empty());
/// ```
#[derive(Debug, Clone, Default)]
pub struct Extractor {
    grammar: Grammar,
    resolver: Resolver,
    filter: Filter,
}

/// Settings of an [`Extractor`]; made by [`Extractor::builder`].
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct ExtractorBuilder {
    filter: Filter,
    weights: Weights,
}

/// Which weights decide.
#[derive(Debug, Clone, Default)]
enum Weights {
    #[default]
    BuiltIn,
    Given(Option<Arc<Model>>),
}

/// Which attributions become quotes.
#[derive(Debug, Clone)]
pub(crate) struct Filter {
    pub(crate) kinds: Vec<Kind>,
    pub(crate) min_confidence: f32,
}

impl Extractor {
    /// With the built-in word lists, every kind of quotation and any confidence.
    #[must_use]
    pub fn new() -> Self {
        Self::builder().build()
    }

    /// To choose what comes out.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Everything that is said in `text`, and by whom. Never fails, takes time linear in the
    /// text's length, and gives the same for the same text.
    ///
    /// A text of more than 4 MiB, which is no article, is read in stretches of whole paragraphs: what
    /// is known of a speaker ends with the stretch.
    #[must_use]
    pub fn extract<'t>(&self, text: &'t str) -> Document<'t> {
        self.extract_by(text, stretches(text, LONGEST))
    }

    fn extract_by<'t>(&self, text: &'t str, stretches: impl Iterator<Item = Span>) -> Document<'t> {
        let (mut document, mut first) = (Document::new(text), 1);
        for stretch in stretches {
            let parse = self.grammar.parse(stretch.slice(text));
            let analysis = self.resolver.resolve(&parse).behind(stretch.start);
            let attributions = analysis.attributions.len();
            document.add(analysis, first, &self.filter);
            first += attributions;
            document.add_diagnostics(parse.diagnostics().into_iter().map(|it| Diagnostic {
                span: it.span.behind(stretch.start),
                ..it
            }));
        }
        document
    }

    /// The readings that quote `id` of `text` was chosen among: those whose content or cue it
    /// shares, in the order of the text. Empty where no weights decided, or there is no such quote.
    #[must_use]
    pub fn explain(&self, text: &str, id: usize) -> Vec<Candidate> {
        self.explain_by(text, id, stretches(text, LONGEST))
    }

    fn explain_by(
        &self,
        text: &str,
        id: usize,
        stretches: impl Iterator<Item = Span>,
    ) -> Vec<Candidate> {
        let mut first = 1;
        for stretch in stretches {
            let parse = self.grammar.parse(stretch.slice(text));
            let attributions = self.resolver.resolve(&parse).attributions;
            let Some(index) = id.checked_sub(first) else {
                break;
            };
            if let Some(quote) = attributions.get(index) {
                let candidates = self.candidates(&parse, quote).into_iter();
                return candidates.map(|it| it.behind(stretch.start)).collect();
            }
            first += attributions.len();
        }
        Vec::new()
    }

    fn candidates(&self, parse: &Parse<'_>, quote: &Attribution) -> Vec<Candidate> {
        let touches = |spans: &[Span], other: &[Span]| {
            spans.iter().any(|a| other.iter().any(|b| a.overlaps(*b)))
        };
        let mut candidates = self.resolver.candidates(parse);
        candidates
            .retain(|it| touches(&it.content, &quote.content) || touches(&[it.cue], &quote.cue));
        candidates
    }

    /// What `stage` finds in `text`, in the order of the text; [`annotate`](crate::annotate)
    /// shows it. The settings of the builder, which choose among finished quotes, do not apply, and
    /// a text of any length is read as a whole.
    #[must_use]
    pub fn stage(&self, text: &str, stage: Stage) -> Vec<Label> {
        let parse = self.grammar.parse(text);
        let resolved = || self.resolver.resolve(&parse);
        match stage {
            Stage::Segments => stage::segments(&parse),
            Stage::Quotations => stage::quotations(&parse),
            Stage::Cues => stage::labelled("cue", &self.resolver.cues(&parse)),
            Stage::Mentions => stage::labelled("mention", &self.resolver.mentions(&parse)),
            Stage::Attributions => stage::attributions(&resolved()),
            Stage::Speakers => stage::speakers(&resolved()),
        }
    }
}

impl ExtractorBuilder {
    /// Only quotations of these kinds. Quotes keep the [`id`](crate::Quote::id) they have among
    /// all quotes of the article, so a [`parent`](crate::Quote::parent) can be one that was left
    /// out.
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = Kind>) -> Self {
        self.filter.kinds = kinds.into_iter().collect();
        self
    }

    /// Only quotations whose [`confidence`](crate::Quote::confidence) is at least this, 0 to 1.
    /// Ids stay as with [`kinds`](Self::kinds).
    pub fn min_confidence(mut self, min_confidence: f32) -> Self {
        self.filter.min_confidence = min_confidence;
        self
    }

    /// With other weights than those compiled in, or with none: then hand-written rules alone
    /// decide.
    pub fn model(mut self, model: Option<Arc<Model>>) -> Self {
        self.weights = Weights::Given(model);
        self
    }

    /// The extractor with these settings.
    #[must_use]
    pub fn build(self) -> Extractor {
        let resolver = match self.weights {
            Weights::BuiltIn => Resolver::new(),
            Weights::Given(model) => Resolver::with(model),
        };
        Extractor {
            grammar: Grammar::new(),
            resolver,
            filter: self.filter,
        }
    }
}

impl Filter {
    pub(crate) fn admits(&self, attribution: &Attribution) -> bool {
        self.kinds.contains(&attribution.kind) && attribution.confidence >= self.min_confidence
    }
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            kinds: vec![Kind::Direct, Kind::Mixed, Kind::Indirect],
            min_confidence: 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_several_stretches_has_one_row_of_ids_and_spans_of_its_own() {
        let said = "“We lost the crane,” said Ada Brun. “She told us to wait.”\n\n";
        let text = format!("{said}It rained.\n\n{said}“We go,” said Zoé Brun. “\n");
        let by = || stretches(&text, said.len() + 20);
        assert!(by().count() > 1);
        let extractor = Extractor::new();
        let document = extractor.extract_by(&text, by());
        let quotes = document.quotes();
        assert!(quotes.len() >= 3, "{quotes:?}");
        for (index, quote) in quotes.iter().enumerate() {
            assert_eq!(quote.id, index + 1);
            let slices: Vec<_> = quote.spans.iter().map(|it| it.slice(&text)).collect();
            assert_eq!(slices.join(" "), quote.text);
        }
        let last = &quotes[quotes.len() - 1];
        let speaker = document.speaker(last).expect("somebody");
        assert_eq!(speaker.name, "Zoé Brun");
        let mut mentions = speaker.mentions.iter().map(|it| it.slice(&text));
        assert!(mentions.all(|it| it.contains("Brun")));
        let odd = document.diagnostics().iter().map(|it| it.span.slice(&text));
        assert_eq!(odd.collect::<Vec<_>>(), ["“"]);
        let why = extractor.explain_by(&text, last.id, by());
        assert!(why.iter().all(|it| it.cue.start >= 2 * said.len()));
        assert!(extractor.explain_by(&text, last.id + 1, by()).is_empty());
    }
}
