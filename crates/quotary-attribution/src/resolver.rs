use std::{borrow::Cow, ops::Range, sync::Arc};

use quotary_grammar::{Parse, SegmentKind, Span};

use crate::{
    Analysis,
    attribution::{Attribution, Flag, Kind},
    cue,
    evidence::Evidence,
    lexicon::{Lexicon, builtin_lexicon},
    mention::Chunks,
    model::Model,
    reading::Reading,
    sieve::{self, Draft},
    speaker::{self, Said, Speakers},
    token::TokenKind,
};

/// Finds the attributions of a parsed text.
///
/// ```
/// use quotary_attribution::{Kind, Resolver};
/// use quotary_grammar::Grammar;
///
/// let text = "“The ferry never left,” Ingrid Solvang said.";
/// let analysis = Resolver::new().resolve(&Grammar::new().parse(text));
/// let said = &analysis.attributions[0];
/// assert_eq!(said.kind, Kind::Direct);
/// assert_eq!(said.source[0].slice(text), "Ingrid Solvang");
/// ```
#[derive(Debug, Clone)]
pub struct Resolver {
    lexicon: &'static Lexicon,
    model: Option<Arc<Model>>,
}

impl Default for Resolver {
    fn default() -> Self {
        Self {
            lexicon: builtin_lexicon(),
            model: builtin_model(),
        }
    }
}

/// The weights that are compiled in, if any.
#[must_use]
pub fn builtin_model() -> Option<Arc<Model>> {
    #[cfg(feature = "weights")]
    return Some(Model::builtin());
    #[cfg(not(feature = "weights"))]
    None
}

impl Resolver {
    /// With the built-in word lists.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With word lists of one's own.
    #[must_use]
    pub fn with_lexicon(lexicon: &'static Lexicon) -> Self {
        Self {
            lexicon,
            ..Self::default()
        }
    }

    /// With these weights, or with none: then the sieves alone decide.
    #[must_use]
    pub fn with(model: Option<Arc<Model>>) -> Self {
        Self {
            lexicon: builtin_lexicon(),
            model,
        }
    }

    /// The word lists in use.
    pub(crate) fn lexicon(&self) -> &'static Lexicon {
        self.lexicon
    }

    /// The weights in use.
    pub(crate) fn model(&self) -> Option<&Model> {
        self.model.as_deref()
    }

    /// Everything that is said in `parse`'s text, and by whom.
    #[must_use]
    pub fn resolve(&self, parse: &Parse<'_>) -> Analysis {
        let reading = Reading::new(parse, self.lexicon, self.model.as_deref());
        let evidence = Evidence::gather(&reading);
        let found = sieve::sieves(&evidence, self.model.as_deref());
        let Speakers { entities, said } = speaker::speakers(&evidence, &found);
        let prior = if self.model.is_some() {
            unjudged
        } else {
            alone
        };
        let mut attributions: Vec<Attribution> = found
            .drafts
            .iter()
            .zip(&said)
            .filter_map(|(draft, said)| {
                let mut made = attribution(&evidence, draft, said, prior)?;
                if said.speaker.is_some_and(|it| entities[it].anonymous) {
                    made.flags.push(Flag::Anonymous);
                }
                Some(made)
            })
            .collect();
        attributions.sort_by_key(|it| {
            let (first, last) = (it.content[0], it.content[it.content.len() - 1]);
            (
                first.start,
                std::cmp::Reverse(last.end),
                it.cue.first().map(|cue| cue.start),
            )
        });
        nest(&mut attributions);
        Analysis {
            attributions,
            entities,
        }
    }
}

impl Resolver {
    /// Where cues may stand: the verbs and nouns of attribution that the sieves choose among.
    #[must_use]
    pub fn cues(&self, parse: &Parse<'_>) -> Vec<Span> {
        let reading = Reading::new(parse, self.lexicon, self.model.as_deref());
        cue::cues(&reading)
            .into_iter()
            .map(|cue| reading.span(cue.tokens))
            .collect()
    }

    /// The noun phrases that can name a source: each noun with the words before it.
    #[must_use]
    pub fn mentions(&self, parse: &Parse<'_>) -> Vec<Span> {
        let reading = Reading::new(parse, self.lexicon, self.model.as_deref());
        Chunks::find(&reading).spans(&reading)
    }
}

/// A draft in bytes; `None` where no letter or digit of content is left.
fn attribution(
    evidence: &Evidence<'_, '_, '_>,
    draft: &Draft,
    said: &Said,
    prior: fn(&str) -> f32,
) -> Option<Attribution> {
    let reading = evidence.reading;
    let mut content: Vec<Span> = Vec::with_capacity(draft.content.len());
    let mut ranges = Cow::from(&draft.content);
    let is_ordered = ranges.is_sorted_by_key(|it| it.start);
    if !is_ordered || ranges.iter().any(Range::is_empty) {
        let ranges = ranges.to_mut();
        ranges.retain(|it| !it.is_empty());
        ranges.sort_by_key(|it| it.start);
    }
    for range in &*ranges {
        let span = without_blanks(reading.text(), reading.span(range.clone()));
        if !span.is_empty() && content.last().is_none_or(|last| last.end <= span.start) {
            content.push(span);
        }
    }
    let first = *content.first()?;
    content
        .iter()
        .any(|span| {
            span.slice(reading.text())
                .chars()
                .any(char::is_alphanumeric)
        })
        .then_some(())?;
    let span = |range: &Option<Range<usize>>| -> Vec<Span> {
        range
            .iter()
            .map(|range| reading.span(range.clone()))
            .collect()
    };
    let mut flags = Vec::new();
    let marks = ranges
        .iter()
        .filter_map(|range| evidence.quoted_at(range.start));
    if marks.clone().any(|quoted| evidence.quoted[quoted].unclosed) {
        flags.push(Flag::Unclosed);
    }
    let head = reading
        .token_at(first.start)
        .min(reading.len().saturating_sub(1));
    if reading.sentence(head).kind == SegmentKind::Headline {
        flags.push(Flag::Headline);
    }
    if draft.sieve == "orphan" && said.speaker.is_none() {
        flags.push(Flag::Orphan);
    }
    Some(Attribution {
        kind: kind(evidence, draft, &ranges),
        content,
        cue: span(&draft.cue),
        source: span(&draft.source),
        addressee: draft.hearer.clone().map(|range| reading.span(range)),
        hearer: said.hearer,
        medium: said.medium.clone().map(|range| reading.span(range)),
        parent: None,
        speaker: said.speaker,
        source_kind: said.source_kind,
        sieve: draft.sieve,
        confidence: draft.probability.unwrap_or_else(|| prior(draft.sieve)),
        flags,
    })
}

/// The token of a mark that is missing is empty and can stand before a blank.
fn without_blanks(text: &str, span: Span) -> Span {
    let slice = span.slice(text);
    let start = span.start + slice.len() - slice.trim_start().len();
    Span::new(start, start + slice.trim().len())
}

/// How much of the content stands inside marks, seen from where the cue stands.
fn kind(evidence: &Evidence<'_, '_, '_>, draft: &Draft, ranges: &[Range<usize>]) -> Kind {
    if draft.sieve == "turn" {
        return Kind::Direct;
    }
    let reading = evidence.reading;
    let (mut inside, mut outside) = (0, 0);
    for at in ranges.iter().cloned().flatten() {
        let token = reading.token(at);
        if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            let quoted = token.quotation.is_some() && token.quotation != draft.level;
            *(if quoted { &mut inside } else { &mut outside }) += token.span.len();
        }
    }
    match (inside, outside) {
        (0, _) => Kind::Indirect,
        (_, 0) => Kind::Direct,
        _ => Kind::Mixed,
    }
}

/// How often the rows of each sieve were right on the training articles where rules alone decide.
fn alone(sieve: &str) -> f32 {
    match sieve {
        "interrupting-cue" | "inverted-cue" | "cue-after-quotation" => 0.97,
        "headline-colon" | "headline-dash" => 0.9,
        "that-clause" | "according-to" | "accused-of" => 0.86,
        "cue-before-quotation" => 0.81,
        "bare-clause" => 0.77,
        "fronted-report" | "passive-report" | "described-as" | "dash" => 0.71,
        "inverted-report" => 0.67,
        "question-clause" => 0.61,
        "turn" => 0.39,
        "noun-cue" => 0.32,
        "continuation" => 0.21,
        "orphan" => 0.15,
        _ => 0.55,
    }
}

/// The same for rows in which the weights see no cue, or have none to see.
fn unjudged(sieve: &str) -> f32 {
    match sieve {
        "dash" => 0.71,
        "interrupting-cue" | "inverted-cue" | "cue-after-quotation" => 0.44,
        "colon" => 0.38,
        "continuation" => 0.31,
        "orphan" => 0.19,
        "turn" | "cue-before-quotation" => 0.15,
        // Too few to tell them apart.
        _ => 0.2,
    }
}

/// Gives each attribution the smallest one whose content holds its content and cue.
fn nest(attributions: &mut [Attribution]) {
    let mut open: Vec<usize> = Vec::new();
    for index in 0..attributions.len() {
        let whole = extent(&attributions[index]);
        open.retain(|&outer| {
            attributions[outer]
                .content
                .last()
                .is_some_and(|last| last.end > whole.start)
        });
        let parent = open.iter().rev().copied().find(|&outer| {
            let content = &attributions[outer].content;
            holds(content, whole) && content.iter().map(|it| it.len()).sum::<usize>() > 0
        });
        attributions[index].parent = parent;
        open.push(index);
    }
}

/// From the first to the last byte of content, cue and source.
fn extent(attribution: &Attribution) -> Span {
    let all = attribution.content.iter().chain(&attribution.cue);
    all.copied().reduce(Span::cover).unwrap_or_default()
}

fn holds(content: &[Span], inner: Span) -> bool {
    content
        .iter()
        .any(|part| part.contains(inner) && *part != inner)
        || content.len() > 1 && {
            let whole = content[0].cover(content[content.len() - 1]);
            whole.contains(inner)
                && content.iter().any(|part| part.overlaps(inner))
                && whole != inner
        }
}
