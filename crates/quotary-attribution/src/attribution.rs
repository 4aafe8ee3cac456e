use quotary_grammar::Span;

use crate::{Entity, SpeakerKind};

/// How much of a content stands inside quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// All of it.
    Direct,
    /// A part of it.
    Mixed,
    /// Nothing.
    Indirect,
}

/// Something about an attribution that a reader should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Flag {
    /// The quotation has no closing mark.
    Unclosed,
    /// It stands in the headline.
    Headline,
    /// Nobody in the text is given as having said it.
    Orphan,
    /// The text says that its speaker wants to stay unnamed.
    Anonymous,
}

/// Somebody said something: a content, with its cue and source where the text has them.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Direct, mixed or indirect.
    pub kind: Kind,
    /// What was said: at least one span, in order, without outer marks.
    pub content: Vec<Span>,
    /// The words that say that somebody said; empty where there are none.
    pub cue: Vec<Span>,
    /// Who, as mentioned there; empty where nobody is.
    pub source: Vec<Span>,
    /// Who was told.
    pub addressee: Option<Span>,
    /// Index in [`Analysis::entities`] of whom the addressee stands for, where it is a pronoun.
    pub hearer: Option<usize>,
    /// What it was said in or on, without article: "statement", "post on X".
    pub medium: Option<Span>,
    /// Index of the attribution whose content holds this one.
    pub parent: Option<usize>,
    /// Index of the speaker in [`Analysis::entities`].
    pub speaker: Option<usize>,
    /// What a source without a speaker says of itself: the writer's "I" is a person, "we" and "you" are a
    /// group. Unknown where there is a speaker, and where the source is no personal pronoun.
    pub source_kind: SpeakerKind,
    /// The rule or model that decided.
    pub sieve: &'static str,
    /// Probability that content and source are right, 0 to 1.
    pub confidence: f32,
    /// What a reader should know, sorted.
    pub flags: Vec<Flag>,
}

/// All attributions of one article, in the order of their contents, and the entities behind them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Analysis {
    /// In the order of the first byte of the content; a parent before what it holds.
    pub attributions: Vec<Attribution>,
    /// Everybody the article speaks of who could be a speaker.
    pub entities: Vec<Entity>,
}

impl Analysis {
    /// The same where the text stands behind so many `bytes` of a longer one, of which spans are
    /// from now on.
    #[must_use]
    pub fn behind(mut self, bytes: usize) -> Self {
        let attributions = self.attributions.iter_mut().flat_map(|it| {
            let lists = [&mut it.content, &mut it.cue, &mut it.source]
                .into_iter()
                .flatten();
            lists.chain(&mut it.addressee).chain(&mut it.medium)
        });
        let entities = self.entities.iter_mut();
        let entities = entities.flat_map(|it| it.mentions.iter_mut().chain(&mut it.role));
        for span in attributions.chain(entities) {
            *span = span.behind(bytes);
        }
        self
    }
}
