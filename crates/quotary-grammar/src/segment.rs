use alloc::vec::Vec;

use crate::Span;
use crate::span::head;

/// What a stretch of an article is, judged by layout and typography alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Segment {
    /// What it is.
    pub kind: SegmentKind,
    /// Where it stands, without blanks at its ends.
    pub span: Span,
    /// Index of the paragraph it lies in, in [`Parse::paragraphs`](crate::Parse::paragraphs).
    pub paragraph: usize,
}

/// Cuts each paragraph into its segments.
pub(crate) fn segments(text: &str, paragraphs: &[Span]) -> Vec<Segment> {
    let mut segments = Vec::with_capacity(paragraphs.len() + 1);
    for (index, &span) in paragraphs.iter().enumerate() {
        let mut push = |kind, span| {
            segments.push(Segment {
                kind,
                span,
                paragraph: index,
            });
        };
        let words = span.slice(text);
        let next = paragraphs.get(index + 1).copied();
        if index == 0 && next.is_some_and(|next| is_headline(words, next.slice(text))) {
            push(SegmentKind::Headline, span);
        } else if index < HEAD && is_byline(words) {
            push(SegmentKind::Byline, span);
        } else if let Some(len) = dateline(words) {
            push(
                SegmentKind::Dateline,
                Span::new(span.start, span.start + len),
            );
            let rest = crate::layout::trim(text, Span::new(span.start + len, span.end));
            if !rest.is_empty() {
                push(SegmentKind::Body, rest);
            }
        } else if is_caption(words) {
            push(SegmentKind::Caption, span);
        } else {
            push(SegmentKind::Body, span);
        }
    }
    segments
}

/// Paragraphs among which headline, byline and the like are looked for.
const HEAD: usize = 5;
/// A headline has no more bytes.
const LONGEST_HEADLINE: usize = 200;
/// A byline, a credit or a label has no more bytes.
const LONGEST_LABEL: usize = 120;

/// headline = a short first paragraph that is no sentence of the text
fn is_headline(words: &str, next: &str) -> bool {
    if words.len() > LONGEST_HEADLINE || words.ends_with([',', ':', ';']) {
        return false;
    }
    if is_byline(words) || dateline(words).is_some() || label(words).is_some() {
        return false;
    }
    let bare = words.trim_end_matches(['”', '’', '"', '\'', '»']);
    if !bare.ends_with(['.', '!', '?']) {
        return true;
    }
    // Some archives end every headline with a full stop. A sentence of the text has its speech
    // closed behind a comma, or another sentence behind it, or is longer than the next.
    let is_speech = [",”", ",\"", ",'", ",’", "”,", "’,"]
        .iter()
        .any(|end| words.contains(end));
    let is_two = bare[..bare.len() - 1].contains(". ");
    !is_speech && !is_two && bare.ends_with('.') && is_title_case(words) && next.len() > words.len()
}

/// Whether most longer words are capitalised.
fn is_title_case(words: &str) -> bool {
    let long = words.split_whitespace().filter(|w| w.chars().count() > 3);
    let (mut all, mut capitals) = (0, 0);
    for word in long {
        all += 1;
        let first = word.chars().find(|c| c.is_alphanumeric());
        capitals += usize::from(first.is_some_and(|c| c.is_uppercase() || c.is_numeric()));
    }
    all > 0 && capitals * 10 >= all * 8
}

/// byline = ("By" / "BY" / "Words by" …) 1*(SP name) no-stop
fn is_byline(words: &str) -> bool {
    if words.len() > LONGEST_LABEL || words.ends_with(['.', '!', '?', '”', '"']) {
        return false;
    }
    let heads = ["By ", "BY ", "by ", "From "];
    let Some(names) = heads.iter().find_map(|head| words.strip_prefix(head)) else {
        return false;
    };
    names.chars().next().is_some_and(char::is_uppercase)
}

/// dateline = place *("," place-or-date) ["(" agency ")"] SP dash SP
///
/// Length with the dash, `None` where the paragraph begins otherwise.
fn dateline(words: &str) -> Option<usize> {
    let head = head(words, LONGEST_LABEL);
    let (at, dash) = ["—", "–", "--", " - ", "―"]
        .iter()
        .filter_map(|dash| head.find(dash).map(|at| (at, dash.len())))
        .min()?;
    let place = head[..at].trim_end();
    let first = place.split([' ', ',', '(']).next()?;
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    let is_upper = letters > 1 && !first.chars().any(char::is_lowercase);
    let is_agency = place.ends_with(')') && place.contains(" (");
    let starts = place.chars().next().is_some_and(char::is_uppercase);
    let quiet = !place.contains(['“', '"', '‘', '?', '!', ';', ':']);
    let few = place.split_whitespace().count() <= 9;
    let is_all_upper = place.split('(').next().is_some_and(|p| {
        p.split(',')
            .next()
            .is_some_and(|p| !p.chars().any(char::is_lowercase))
    });
    let next = words[at + dash..].trim_start().chars().next()?;
    let begins = next.is_uppercase()
        || next.is_numeric()
        || crate::MarkKind::of(next.encode_utf8(&mut [0; 4])).is_some();
    (starts && quiet && few && begins && is_upper && (is_all_upper || is_agency))
        .then_some(at + dash)
}

/// caption = ("Photo" / "Image" …) ":" … / … "Photograph:" credit
fn is_caption(words: &str) -> bool {
    if words.len() > 4 * LONGEST_LABEL {
        return false;
    }
    label(words).is_some_and(|label| CAPTIONS.contains(&label))
}

const CAPTIONS: &[&str] = &[
    "Caption",
    "Photo",
    "PHOTO",
    "Photograph",
    "Picture",
    "Image",
    "Pictured",
];

/// label = 1*2word ":"
fn label(words: &str) -> Option<&str> {
    let (label, _) = head(words, 30).split_once(':')?;
    (label.split_whitespace().count() <= 2).then_some(label)
}
