//! Tokens and sentences of a parsed text.
//!
//! Clitics stand alone (`did` `n't`, `Greene` `’s`), hyphenated words stay whole, an abbreviation
//! keeps its full stop, quotation marks are tokens of their own exactly where the grammar saw them.

use std::ops::Range;

use quotary_grammar::{Parse, SegmentKind, Span};

use crate::{excerpt::Excerpts, lexicon::Lexicon};

mod sentence;
mod word;

use sentence::split;
use word::token;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner hyphens and apostrophes; an abbreviation with its full stops; a handle.
    Word,
    /// Digits with inner separators, and what is written on to them ("3:35pm", "1980s", "20th").
    Number,
    /// An opening quotation mark.
    Opening,
    /// A closing quotation mark.
    Closing,
    /// `.`, `!`, `?`, `…` and runs of them: may end a sentence.
    Stop,
    /// Any other character or run of dashes.
    Punctuation,
}

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Index of the innermost quotation it stands in; marks belong to their own quotation.
    pub quotation: Option<u32>,
}

/// A run of tokens of one segment that ends with a stop or with the segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Index of its segment.
    pub segment: usize,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// What its segment is.
    pub kind: SegmentKind,
}

/// The tokens and sentences of one text.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
}

impl Tokens {
    /// Cuts the segments of `parse` into tokens and sentences.
    #[must_use]
    pub fn read(parse: &Parse<'_>, lexicon: &Lexicon) -> Self {
        let text = parse.text();
        let marks = marks(parse);
        let mut next_mark = 0;
        let mut open: Vec<u32> = Vec::new();
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let mut sentences = Vec::with_capacity(text.len() / 100);
        for (index, segment) in parse.segments().into_iter().enumerate() {
            let first = tokens.len();
            let mut at = segment.span.start;
            while at < segment.span.end {
                while next_mark < marks.len() && marks[next_mark].span.start < at {
                    follow(&mut open, &marks[next_mark]);
                    next_mark += 1;
                }
                if let Some(mark) = marks.get(next_mark).filter(|mark| mark.span.start == at) {
                    let kind = if mark.quotation.is_none() {
                        TokenKind::Punctuation
                    } else if mark.opens {
                        TokenKind::Opening
                    } else {
                        TokenKind::Closing
                    };
                    tokens.push(Token {
                        span: mark.span,
                        kind,
                        quotation: mark.quotation,
                    });
                    follow(&mut open, mark);
                    at = mark.span.end;
                    next_mark += 1;
                    continue;
                }
                // Told here, because every other piece of a text is a space.
                if text.as_bytes()[at] == b' ' {
                    at += 1;
                    continue;
                }
                let limit = marks.get(next_mark).map_or(segment.span.end, |mark| {
                    mark.span.start.min(segment.span.end)
                });
                let quotation = open.last().copied();
                at = token(text, at, limit, quotation, lexicon, &mut tokens);
            }
            let found = first..tokens.len();
            split(text, &tokens, found, lexicon, |tokens| {
                sentences.push(Sentence {
                    tokens,
                    segment: index,
                    paragraph: segment.paragraph,
                    kind: segment.kind,
                });
            });
        }
        Self { tokens, sentences }
    }

    /// Every token in order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Every sentence in order; each token belongs to exactly one.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }
}

/// A quotation mark at its place.
struct Mark {
    span: Span,
    opens: bool,
    /// The quotation it belongs to, where that is no excerpt.
    quotation: Option<u32>,
    depth: usize,
}

/// The marks of all quotations in the order of the text.
fn marks(parse: &Parse<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let excerpts = Excerpts::find(parse);
    for (index, quotation) in parse.quotations().iter().enumerate() {
        let excerpt = excerpts.hold(quotation);
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        let mark = |span, opens| Mark {
            span,
            opens,
            quotation: (!excerpt).then_some(index),
            depth: quotation.depth(),
        };
        for part in quotation.parts() {
            marks.push(mark(part.opening, true));
            let end = Span::new(part.content.end, part.content.end);
            if !excerpt || part.closing.is_some() {
                marks.push(mark(part.closing.unwrap_or(end), false));
            }
        }
    }
    // At one place a quotation that ends there without a mark ends before anything else begins,
    // and an inner one ends before the outer.
    marks.sort_by_key(|mark| {
        (
            mark.span.start,
            mark.opens,
            if mark.opens {
                mark.depth
            } else {
                usize::MAX - mark.depth
            },
        )
    });
    marks
}

/// Keeps the stack of open quotations.
fn follow(open: &mut Vec<u32>, mark: &Mark) {
    let Some(quotation) = mark.quotation else {
        return;
    };
    if mark.opens {
        open.push(quotation);
    } else if let Some(found) = open.iter().rposition(|&index| index == quotation) {
        open.truncate(found);
    }
}
