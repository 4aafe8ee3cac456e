use crate::Span;

/// What a stretch of an article is, judged by layout and typography alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SegmentKind {
    /// The title of the article.
    Headline,
    /// "By Jane Doe".
    Byline,
    /// "PARIS, March 3 (Agency) —" at the head of a paragraph.
    Dateline,
    /// The words under a picture.
    Caption,
    /// Running text.
    Body,
}

/// One segment: segments follow each other in order and never overlap; a paragraph holds one or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// What it is.
    pub kind: SegmentKind,
    /// Where it stands, without blanks at its ends.
    pub span: Span,
    /// Index of the paragraph it lies in, in [`Parse::paragraphs`](crate::Parse::paragraphs).
    pub paragraph: usize,
}
