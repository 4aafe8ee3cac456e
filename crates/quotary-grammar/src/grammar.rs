use alloc::vec::Vec;

use crate::continuation::Joiner;
use crate::layout::{Layout, ParagraphRule, paragraph_rule};
use crate::parse::Parse;
use crate::scan::Points;
use crate::segment::segments;
use crate::speech::stands_in_singles;

/// Whether `'…'` and `‘…’` are read as marks of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum SingleQuotes {
    /// Decided for the whole text: speech stands in single marks where more of it does than in
    /// double ones; else single marks are quotations only where nothing else is possible.
    #[default]
    Auto,
    /// Speech stands in single marks.
    Always,
    /// Every single mark is an apostrophe.
    Never,
}

/// The grammar with its settings.
///
/// ```
/// use quotary_grammar::{Grammar, SingleQuotes};
///
/// let text = "'It leaks,' she said.";
/// assert_eq!(Grammar::new().parse(text).quotations().len(), 1);
/// let grammar = Grammar::builder().single_quotes(SingleQuotes::Never).build();
/// assert_eq!(grammar.parse(text).quotations().len(), 0);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Grammar {
    single_quotes: SingleQuotes,
    paragraph_rule: Option<ParagraphRule>,
}

/// Makes a [`Grammar`].
#[derive(Debug, Clone, Default)]
pub struct GrammarBuilder {
    grammar: Grammar,
}

impl GrammarBuilder {
    /// Whether single marks are marks of speech; `Auto` unless told.
    #[must_use]
    pub fn single_quotes(mut self, single_quotes: SingleQuotes) -> Self {
        self.grammar.single_quotes = single_quotes;
        self
    }

    /// How texts part their paragraphs; found out for each text unless told.
    #[must_use]
    pub fn paragraph_rule(mut self, rule: ParagraphRule) -> Self {
        self.grammar.paragraph_rule = Some(rule);
        self
    }

    /// The grammar with these settings.
    #[must_use]
    pub fn build(self) -> Grammar {
        self.grammar
    }
}

impl Grammar {
    /// The grammar with every convention on.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A grammar with settings of your own.
    #[must_use]
    pub fn builder() -> GrammarBuilder {
        GrammarBuilder::default()
    }

    /// Finds quotations, segments and oddities in `text`. Never fails.
    #[must_use]
    pub fn parse<'t>(&self, text: &'t str) -> Parse<'t> {
        let points = Points::new(text);
        let rule = self
            .paragraph_rule
            .unwrap_or_else(|| paragraph_rule(text, &points));
        let single_speech = match self.single_quotes {
            SingleQuotes::Auto => stands_in_singles(&points),
            SingleQuotes::Always => true,
            SingleQuotes::Never => false,
        };
        let mut layout = Layout::new(text, points, rule);
        let mut joiner = Joiner::new(text, self.single_quotes, single_speech);
        let mut paragraphs = Vec::new();
        let mut marks = Vec::new();
        while let Some(paragraph) = layout.next(&mut marks) {
            paragraphs.push(paragraph);
            joiner.paragraph(paragraph, &marks);
        }
        joiner.finish();
        let segments = segments(text, &paragraphs);
        let mut diagnostics = joiner.diagnostics;
        diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.kind));
        Parse {
            text,
            paragraphs,
            segments,
            quotations: joiner.quotations,
            diagnostics,
            rule,
            single_speech,
        }
    }
}
