use alloc::vec::Vec;

use crate::{Diagnostic, Segment, SegmentKind, Span};

/// The grammar with its settings.
#[derive(Debug, Clone, Default)]
pub struct Grammar {}

/// One paragraph's share of a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The mark that opens (or re-opens) the quotation here.
    pub opening: Span,
    /// What stands inside, marks excluded.
    pub content: Span,
    /// The mark that closes it; `None` where the next paragraph goes on, or where it is unclosed.
    pub closing: Option<Span>,
}

/// A run of text between matched marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    parts: Vec<Part>,
    depth: usize,
    parent: Option<usize>,
}

/// What the grammar found in a text.
#[derive(Debug, Clone)]
pub struct Parse<'t> {
    text: &'t str,
    paragraphs: Vec<Span>,
    segments: Vec<Segment>,
    quotations: Vec<Quotation>,
    diagnostics: Vec<Diagnostic>,
}

impl Grammar {
    /// The grammar with every convention on.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Finds quotations, segments and oddities in `text`. Never fails.
    #[must_use]
    pub fn parse<'t>(&self, text: &'t str) -> Parse<'t> {
        // STUB: curly and straight double marks, paragraph by line.
        let mut paragraphs = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let trimmed = line.trim();
            if !trimmed.is_empty() {
                let at = start + (line.len() - line.trim_start().len());
                paragraphs.push(Span::new(at, at + trimmed.len()));
            }
            start += line.len();
        }
        let segments = paragraphs
            .iter()
            .enumerate()
            .map(|(paragraph, &span)| Segment {
                kind: SegmentKind::Body,
                span,
                paragraph,
            })
            .collect();
        let mut quotations = Vec::new();
        for p in &paragraphs {
            let mut open: Option<Span> = None;
            for (i, c) in p.slice(text).char_indices() {
                let mark = Span::new(p.start + i, p.start + i + c.len_utf8());
                match (c, open) {
                    ('“', _) | ('"', None) => open = Some(mark),
                    ('”' | '"', Some(opening)) => {
                        let content = Span::new(opening.end, mark.start);
                        let part = Part {
                            opening,
                            content,
                            closing: Some(mark),
                        };
                        quotations.push(Quotation {
                            parts: alloc::vec![part],
                            depth: 0,
                            parent: None,
                        });
                        open = None;
                    }
                    _ => {}
                }
            }
        }
        Parse {
            text,
            paragraphs,
            segments,
            quotations,
            diagnostics: Vec::new(),
        }
    }
}

impl Quotation {
    /// Its share of each paragraph it stands in, in order; at least one.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// From the first byte after the first opening mark to the last before the last closing mark.
    #[must_use]
    pub fn content(&self) -> Span {
        self.parts[0]
            .content
            .cover(self.parts[self.parts.len() - 1].content)
    }

    /// 0 for a quotation that stands in no other.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// Index of the quotation it stands in.
    #[must_use]
    pub fn parent(&self) -> Option<usize> {
        self.parent
    }

    /// Whether its last mark is missing.
    #[must_use]
    pub fn is_unclosed(&self) -> bool {
        self.parts.last().is_none_or(|part| part.closing.is_none())
    }
}

impl<'t> Parse<'t> {
    /// The text that was parsed.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The paragraphs, without blanks at their ends.
    #[must_use]
    pub fn paragraphs(&self) -> &[Span] {
        &self.paragraphs
    }

    /// The segments in order.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The quotations in the order of their opening marks: a parent stands before its children.
    #[must_use]
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// What was odd.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}
