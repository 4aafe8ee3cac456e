use alloc::vec::Vec;

use crate::Span;
use crate::furniture::{caption, embedded_post, footer, furniture, may_stand_apart};
use crate::heading::{
    agency_dateline, byline, dateline, is_headline, is_place, is_standfirst, may_have_dateline,
};
use crate::layout::trim;
use crate::turn::{LONGEST_LABEL, may_have_label, pull_quote, speaker_label};

/// What a stretch of an article is, judged by layout and typography alone.
///
/// ```
/// use quotary_grammar::{Grammar, SegmentKind};
///
/// let text = "Ferry runs aground\n\nBy Ana Prado\n\nLISBON, May 3 (Lumen) — Nobody was hurt.";
/// let parse = Grammar::new().parse(text);
/// let kinds: Vec<_> = parse.segments().iter().map(|segment| segment.kind).collect();
/// assert_eq!(
///     kinds,
///     [SegmentKind::Headline, SegmentKind::Byline, SegmentKind::Dateline, SegmentKind::Body]
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum SegmentKind {
    /// The title of the article.
    Headline,
    /// The line or two below it that say what the article is about.
    Standfirst,
    /// "By Jane Doe", and what she is.
    Byline,
    /// "PARIS, March 3 (Agency) —" at the head of a paragraph.
    Dateline,
    /// The words under a picture, with who took it.
    Caption,
    /// A quotation set apart, with who said it behind a dash.
    PullQuote,
    /// A post of a social network, with its author and date.
    EmbeddedPost,
    /// "Read more: …", "Advertisement", a rule between sections.
    Furniture,
    /// "Reporting by …", "© 2026 …" below the article.
    Footer,
    /// A turn of an interview or a transcript: `Q: …`, `NAME: …`, with its label.
    Turn,
    /// Running text.
    Body,
}

/// One segment: segments follow each other in order and never overlap; a paragraph holds one or
/// more, and what is not blank lies in one.
///
/// ```
/// use quotary_grammar::{Grammar, SegmentKind};
///
/// let text = "She stayed.\n\nAdvertisement";
/// let parse = Grammar::new().parse(text);
/// let last = parse.segments()[1];
/// assert_eq!((last.kind, last.paragraph), (SegmentKind::Furniture, 1));
/// assert_eq!(last.span.slice(text), "Advertisement");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Segment {
    /// What it is.
    pub kind: SegmentKind,
    /// Where it stands, without blanks at its ends.
    pub span: Span,
    /// Index of the paragraph it lies in, in [`Parse::paragraphs`](crate::Parse::paragraphs).
    pub paragraph: usize,
}

/// Paragraphs at the top among which headline, standfirst and byline are looked for.
const HEAD: usize = 5;
/// Paragraphs at the bottom among which the footer is looked for.
const FOOT: usize = 4;
/// So many paragraphs with a label make a transcript; fewer are sentences with a colon.
const FEWEST_TURNS: usize = 3;

/// Cuts each paragraph into its segments.
pub(crate) fn segments(text: &str, paragraphs: &[Span]) -> Vec<Segment> {
    let mut segments = Vec::with_capacity(paragraphs.len() + HEAD);
    let mut labelled = Vec::new();
    for (paragraph, &span) in paragraphs.iter().enumerate() {
        if paragraph >= HEAD && is_plain(&text.as_bytes()[span.range()]) {
            segments.push(Segment {
                kind: SegmentKind::Body,
                span,
                paragraph,
            });
            continue;
        }
        let words = span.slice(text);
        let mut kind = SegmentKind::Body;
        let mut span = span;
        let above = || {
            let is_above = paragraph < HEAD && is_above(&segments);
            is_above.then(|| agency_dateline(words)).flatten()
        };
        if let Some(len) = dateline(words).or_else(above) {
            let head = trim(text, Span::new(span.start, span.start + len));
            segments.push(Segment {
                kind: SegmentKind::Dateline,
                span: head,
                paragraph,
            });
            span = trim(text, Span::new(span.start + len, span.end));
            if span.is_empty() {
                continue;
            }
        } else if let Some(found) = alone(words) {
            kind = found;
        } else if paragraph < HEAD
            && let Some(found) = at_the_top(text, paragraphs, paragraph, &segments)
        {
            kind = found;
        } else if may_have_label(words.as_bytes()) && speaker_label(words).is_some() {
            labelled.push(segments.len());
        }
        segments.push(Segment {
            kind,
            span,
            paragraph,
        });
    }
    if labelled.len() >= FEWEST_TURNS {
        for index in labelled {
            segments[index].kind = SegmentKind::Turn;
        }
    } else if let Some(&first) = labelled.first() {
        split_at_place(text, &mut segments, first);
    }
    let foot = segments.len().saturating_sub(FOOT);
    for segment in &mut segments[foot..] {
        let is_body = segment.kind == SegmentKind::Body && segment.paragraph > 0;
        if is_body && footer(segment.span.slice(text)) {
            segment.kind = SegmentKind::Footer;
        }
    }
    segments
}

/// `SINGAPORE: A hawker …`: in an article without turns, the label of one of its first paragraphs is a
/// dateline where it has capitals alone.
fn split_at_place(text: &str, segments: &mut Vec<Segment>, index: usize) {
    let Segment {
        span, paragraph, ..
    } = segments[index];
    let label = speaker_label(span.slice(text)).filter(|label| paragraph < HEAD && is_place(label));
    let Some(label) = label else { return };
    let end = span.start + label.len();
    segments[index].span = trim(text, Span::new(end, span.end));
    let dateline = Segment {
        kind: SegmentKind::Dateline,
        span: trim(text, Span::new(span.start, end)),
        paragraph,
    };
    segments.insert(index, dateline);
}

/// Whether a paragraph below the head is running text by its length, its first letters and its last
/// ones alone, as four of five are. All is asked before one answer is given: no single one can be
/// foreseen.
#[inline(always)]
fn is_plain(words: &[u8]) -> bool {
    words.len() >= LONGEST_LABEL
        && !(may_have_dateline(words) | may_stand_apart(words) | may_have_label(words))
}

/// Whether no running text stands before what follows these.
fn is_above(segments: &[Segment]) -> bool {
    segments
        .iter()
        .all(|segment| segment.kind != SegmentKind::Body)
}

/// What a paragraph is wherever it stands.
fn alone(words: &str) -> Option<SegmentKind> {
    if may_stand_apart(words.as_bytes()) {
        apart(words)
    } else {
        None
    }
}

#[cold]
fn apart(words: &str) -> Option<SegmentKind> {
    if caption(words) {
        Some(SegmentKind::Caption)
    } else if furniture(words) {
        Some(SegmentKind::Furniture)
    } else if embedded_post(words) {
        Some(SegmentKind::EmbeddedPost)
    } else if pull_quote(words) {
        Some(SegmentKind::PullQuote)
    } else {
        None
    }
}

/// What a paragraph is because it stands at the top.
fn at_the_top(
    text: &str,
    paragraphs: &[Span],
    index: usize,
    before: &[Segment],
) -> Option<SegmentKind> {
    let words = paragraphs[index].slice(text);
    let next = paragraphs.get(index + 1).map(|next| next.slice(text));
    let above = before.last().map(|segment| segment.kind);
    if byline(words, above == Some(SegmentKind::Byline)) {
        return Some(SegmentKind::Byline);
    }
    match (above, next) {
        (None, Some(next)) if is_headline(words, next) => Some(SegmentKind::Headline),
        (Some(SegmentKind::Headline), Some(next)) if is_standfirst(words, next) => {
            Some(SegmentKind::Standfirst)
        }
        _ => None,
    }
}
