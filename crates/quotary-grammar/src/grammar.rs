use alloc::vec::Vec;

use crate::Span;
use crate::candidate::Candidate;
use crate::continuation::Joiner;
use crate::convention::{Convention, Uses};
use crate::layout::{Layout, ParagraphRule};
use crate::parse::Parse;
use crate::stream::Quotations;
use crate::tree::{EXPECTED_MARGIN, LEAST_GROWTH};

/// Whether `'…'` and `‘…’` are read as marks of speech.
///
/// ```
/// use quotary_grammar::{Grammar, SingleQuotes};
///
/// let never = Grammar::builder().single_quotes(SingleQuotes::Never).build();
/// assert!(never.parse("'We go,' he said.").quotations().is_empty());
/// ```
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

/// Marks of a paragraph that memory is taken for at once.
const USUAL_MARKS: usize = 16;
/// Bytes of a paragraph of news: memory is taken for so many, and more where they are shorter.
const USUAL_PARAGRAPH: usize = 160;

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
    settings: Settings,
}

/// What a grammar was told.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Settings {
    pub(crate) uses: Uses,
    pub(crate) single_quotes: SingleQuotes,
    /// Found out for each text where it is `None`.
    pub(crate) dash_dialogue: Option<bool>,
    /// Found out for each text where it is `None`.
    pub(crate) paragraph_rule: Option<ParagraphRule>,
}

/// Makes a [`Grammar`].
///
/// ```
/// use quotary_grammar::{Convention, Grammar, ParagraphRule, SingleQuotes};
///
/// let grammar = Grammar::builder()
///     .conventions(Convention::of_language("es"))
///     .single_quotes(SingleQuotes::Never)
///     .paragraph_rule(ParagraphRule::Line)
///     .dash_dialogue(true)
///     .build();
/// assert_eq!(grammar.parse("—«No» —dijo.").quotations().len(), 2);
/// ```
#[derive(Debug, Clone, Default)]
pub struct GrammarBuilder {
    settings: Settings,
}

impl GrammarBuilder {
    /// Only the marks of these conventions, in the directions that they give them; those of every
    /// convention unless told. Other marks become text.
    ///
    /// ```
    /// use quotary_grammar::{Convention, Grammar};
    ///
    /// let grammar = Grammar::builder().conventions(Convention::of_language("fr")).build();
    /// assert_eq!(grammar.parse("« Oui », dit-elle.").quotations().len(), 1);
    /// ```
    #[must_use]
    pub fn conventions<'c>(
        mut self,
        conventions: impl IntoIterator<Item = &'c Convention>,
    ) -> Self {
        self.settings.uses = Uses::of(conventions);
        self
    }

    /// Whether a paragraph that begins with a dash is somebody's turn; found out for each text
    /// unless told. What the narrator puts in between two dashes is cut out.
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// let text = "—No lo sé —dijo Ana—. Mañana.";
    /// let parse = Grammar::builder().dash_dialogue(true).build().parse(text);
    /// let parts: Vec<_> = parse.quotations()[0].parts().collect();
    /// assert_eq!(parts[0].content.slice(text), "No lo sé");
    /// assert_eq!(parts[1].content.slice(text), "Mañana.");
    /// ```
    #[must_use]
    pub fn dash_dialogue(mut self, is_on: bool) -> Self {
        self.settings.dash_dialogue = Some(is_on);
        self
    }

    /// Whether single marks are marks of speech; `Auto` unless told.
    ///
    /// ```
    /// use quotary_grammar::{Grammar, SingleQuotes};
    ///
    /// let grammar = Grammar::builder().single_quotes(SingleQuotes::Always).build();
    /// assert!(grammar.parse("‘We go,’ he said.").speech_in_single_quotes());
    /// ```
    #[must_use]
    pub fn single_quotes(mut self, single_quotes: SingleQuotes) -> Self {
        self.settings.single_quotes = single_quotes;
        self
    }

    /// How texts part their paragraphs; found out for each text unless told.
    ///
    /// ```
    /// use quotary_grammar::{Grammar, ParagraphRule};
    ///
    /// let grammar = Grammar::builder().paragraph_rule(ParagraphRule::BlankLine).build();
    /// assert_eq!(grammar.parse("One.\nTwo.\n\nThree.").paragraphs().len(), 2);
    /// ```
    #[must_use]
    pub fn paragraph_rule(mut self, rule: ParagraphRule) -> Self {
        self.settings.paragraph_rule = Some(rule);
        self
    }

    /// The grammar with these settings.
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// assert_eq!(Grammar::builder().build().parse("“Go,” he said.").quotations().len(), 1);
    /// ```
    #[must_use]
    pub fn build(self) -> Grammar {
        let mut settings = self.settings;
        if settings.single_quotes == SingleQuotes::Never {
            settings.uses = settings.uses.without_singles();
        }
        Grammar { settings }
    }
}

impl Grammar {
    /// The grammar with every convention on.
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// assert_eq!(Grammar::new().parse("«Иди», сказал он.").quotations().len(), 1);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A grammar with settings of your own.
    ///
    /// ```
    /// use quotary_grammar::{Convention, Grammar};
    ///
    /// let german = Convention::of_language("de");
    /// assert_eq!(Grammar::builder().conventions(german).build().parse("„Ja“").quotations().len(), 1);
    /// ```
    #[must_use]
    pub fn builder() -> GrammarBuilder {
        GrammarBuilder::default()
    }

    /// The quotations of `text` one after the other, with memory for the paragraphs that the one
    /// being read stands in, however long the text is.
    ///
    /// They are those of [`parse`](Self::parse), in the same order and with the same indices.
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// let text = "“It leaks,” she said.\n\n“It ‘always’ did.”";
    /// let contents: Vec<_> =
    ///     Grammar::new().stream(text).map(|quotation| quotation.content().slice(text)).collect();
    /// assert_eq!(contents, ["It leaks,", "It ‘always’ did.", "always"]);
    /// ```
    pub fn stream<'t>(&self, text: &'t str) -> Quotations<'t> {
        Quotations::new(text, self.settings)
    }

    /// Finds paragraphs, quotations and oddities in `text`. Never fails. Segments are found when they are
    /// [asked for](Parse::segments).
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// let text = "He called it “a mess.”";
    /// assert_eq!(Grammar::new().parse(text).quotations()[0].content().slice(text), "a mess.");
    /// ```
    #[must_use]
    pub fn parse<'t>(&self, text: &'t str) -> Parse<'t> {
        let mut reading = Reading::new(text, self.settings);
        let mut paragraphs = Vec::with_capacity(text.len() / USUAL_PARAGRAPH);
        while let Some(paragraph) = reading.paragraph() {
            if paragraphs.len() == paragraphs.capacity() {
                make_room(&mut paragraphs, paragraph, text);
            }
            paragraphs.push(paragraph);
        }
        // What is kept is taken out: to take all apart would move it.
        let joiner = &mut reading.joiner;
        Parse {
            text,
            paragraph_rule: reading.layout.rule(),
            single_speech: joiner.found_single_speech(),
            dash_dialogue: joiner.found_dash_dialogue(),
            paragraphs,
            quotations: core::mem::take(&mut joiner.tree.quotations),
            oddities: core::mem::take(&mut joiner.tree.oddities),
        }
    }
}

/// Makes room for as many paragraphs as the text will have if it goes on as it did up to `next`.
///
/// At once, not by doubling: lists that grow in turn, as this one and the parts of a quotation that
/// every paragraph opens again, leave holes behind them, and the allocator gives more back to the
/// kernel after the parse. Room that is not filled is no more than a text of paragraphs as short takes.
#[cold]
fn make_room(paragraphs: &mut Vec<Span>, next: Span, text: &str) {
    let found = paragraphs.len();
    let expected = found as f64 * text.len() as f64 / next.start as f64 * EXPECTED_MARGIN;
    let more = (expected as usize).saturating_sub(found);
    paragraphs.reserve_exact(more.max(found / LEAST_GROWTH + 1));
}

/// A text that is being read.
#[derive(Debug)]
pub(crate) struct Reading<'t> {
    layout: Layout<'t>,
    pub(crate) joiner: Joiner<'t>,
    marks: Vec<Candidate>,
}

impl<'t> Reading<'t> {
    #[inline(always)]
    pub(crate) fn new(text: &'t str, settings: Settings) -> Self {
        Self {
            layout: Layout::new(text, settings.paragraph_rule),
            joiner: Joiner::new(text, settings),
            marks: Vec::with_capacity(USUAL_MARKS),
        }
    }

    /// Reads one more paragraph; `None` at the end of the text.
    #[inline]
    pub(crate) fn paragraph(&mut self) -> Option<Span> {
        let joiner = &mut self.joiner;
        let found = self
            .layout
            .next(&mut self.marks, |beginning, marks, points| {
                joiner.beginning(beginning, marks, points)
            });
        match found {
            Some(paragraph) => joiner.paragraph(paragraph, &mut self.marks, self.layout.points()),
            None => joiner.finish(),
        }
        found
    }
}
