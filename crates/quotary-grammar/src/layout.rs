//! Lines, paragraphs, and how a text parts its paragraphs.

use memchr::{memchr, memchr_iter, memchr2, memchr3, memmem};

use crate::Span;
use crate::span::head;

/// How a text parts its paragraphs.
///
/// ```
/// use quotary_grammar::{Grammar, ParagraphRule};
///
/// let wrapped = "The lamp went out at\nnoon, she said, and\nnobody saw it.";
/// assert_eq!(Grammar::new().parse(wrapped).paragraph_rule(), ParagraphRule::BlankLine);
/// let by_line = "The lamp went out at noon.\nNobody saw it.";
/// assert_eq!(Grammar::new().parse(by_line).paragraph_rule(), ParagraphRule::Line);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum ParagraphRule {
    /// Every line is a paragraph.
    Line,
    /// Lines are broken at a column; a blank line ends a paragraph.
    BlankLine,
    /// Lines are broken at a column; a blank line ends a paragraph, an indented line begins one.
    Indent,
}

/// The lines of a text, without what ends them.
#[derive(Debug, Clone)]
pub(crate) struct Lines<'t> {
    text: &'t str,
    at: usize,
    /// Whether lines end with anything else than LF.
    has_odd_ends: bool,
    /// Where the next LF, CR or FF stands, or the end of the text; up to date where it is not
    /// before `at`.
    next_end: Option<usize>,
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let has_odd_ends = memchr2(b'\r', b'\x0C', bytes).is_some()
            || memmem::find(bytes, LINE_SEPARATOR).is_some()
            || memmem::find(bytes, PARAGRAPH_SEPARATOR).is_some();
        Self {
            text,
            at: 0,
            has_odd_ends,
            next_end: None,
        }
    }

    /// line-end = CRLF / LF / CR / FF / LS / PS
    ///
    /// Length of the line at `start` and of what ends it.
    fn line_end(&mut self, start: usize) -> (usize, usize) {
        let bytes = self.text.as_bytes();
        // Looked for once a line end, however many separators stand before it.
        let end = match self.next_end.filter(|&end| end >= start) {
            Some(end) => end,
            None => memchr3(b'\n', b'\r', b'\x0C', &bytes[start..])
                .map_or(bytes.len(), |len| start + len),
        };
        self.next_end = Some(end);
        // Curly marks begin with the same byte as the separators.
        for at in memchr_iter(0xE2, &bytes[start..end]) {
            let rest = &bytes[start + at..];
            if rest.starts_with(LINE_SEPARATOR) || rest.starts_with(PARAGRAPH_SEPARATOR) {
                return (at, LINE_SEPARATOR.len());
            }
        }
        let ending = match &bytes[end..] {
            [] => 0,
            [b'\r', b'\n', ..] => 2,
            _ => 1,
        };
        (end - start, ending)
    }
}

const LINE_SEPARATOR: &[u8] = "\u{2028}".as_bytes();
const PARAGRAPH_SEPARATOR: &[u8] = "\u{2029}".as_bytes();

impl Iterator for Lines<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let start = self.at;
        let rest = self
            .text
            .as_bytes()
            .get(start..)
            .filter(|rest| !rest.is_empty())?;
        let (len, ending) = if self.has_odd_ends {
            self.line_end(start)
        } else {
            memchr(b'\n', rest).map_or((rest.len(), 0), |len| (len, 1))
        };
        self.at = start + len + ending;
        Some(Span::new(start, start + len))
    }
}

/// The paragraphs of a text, without blanks at their ends.
#[derive(Debug, Clone)]
pub(crate) struct Paragraphs<'t> {
    text: &'t str,
    lines: Lines<'t>,
    rule: ParagraphRule,
    /// A line that was read and belongs to the next paragraph.
    held: Option<Span>,
}

impl<'t> Paragraphs<'t> {
    pub(crate) fn new(text: &'t str, rule: ParagraphRule) -> Self {
        Self {
            text,
            lines: Lines::new(text),
            rule,
            held: None,
        }
    }
}

impl Iterator for Paragraphs<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let mut paragraph = loop {
            let line = self.held.take().or_else(|| self.lines.next())?;
            let line = trim(self.text, line);
            if !line.is_empty() {
                break line;
            }
        };
        if self.rule == ParagraphRule::Line {
            return Some(paragraph);
        }
        for line in self.lines.by_ref() {
            let inner = trim(self.text, line);
            if inner.is_empty() {
                break;
            }
            if self.rule == ParagraphRule::Indent && inner.start > line.start {
                self.held = Some(line);
                break;
            }
            paragraph.end = inner.end;
        }
        Some(paragraph)
    }
}

/// `span` without blanks and invisible characters at its ends.
pub(crate) fn trim(text: &str, span: Span) -> Span {
    let inside = &text[span.range()];
    let kept = inside.trim_start_matches(is_blank);
    let start = span.end - kept.len();
    Span::new(start, start + kept.trim_end_matches(is_blank).len())
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}')
}

/// Lines that are looked at to find out how a text parts its paragraphs.
const SAMPLE_LINES: usize = 400;
/// Bytes that are looked at.
const SAMPLE_BYTES: usize = 64 * 1024;
/// Nobody breaks lines at a wider column.
const WIDEST_COLUMN: usize = 160;

/// How `text` parts its paragraphs, judged by its first lines.
///
/// Lines broken at a column end in the middle of sentences: the next begins with a small letter, or
/// (in scripts without small letters) with a word that had no room. A line that is a paragraph does
/// neither.
pub(crate) fn paragraph_rule(text: &str) -> ParagraphRule {
    let sample = head(text, SAMPLE_BYTES);
    let mut breaks = 0_usize;
    let mut inside = 0_usize;
    let mut indented = 0_usize;
    let mut blocks = 0_usize;
    let mut previous: Option<Span> = None;
    for line in Lines::new(sample).take(SAMPLE_LINES) {
        let inner = trim(sample, line);
        if inner.is_empty() {
            previous = None;
            continue;
        }
        if let Some(before) = previous {
            breaks += 1;
            let is_narrow = before.len() <= WIDEST_COLUMN;
            inside += usize::from(is_narrow && goes_on(sample, before, inner));
            indented += usize::from(inner.start > line.start);
        } else {
            blocks += 1;
        }
        previous = Some(inner);
    }
    // A third: captions, headings and short lines stand between.
    if breaks == 0 || inside * 3 < breaks {
        return ParagraphRule::Line;
    }
    // Some lines begin paragraphs, not nearly all of them (a text set in from the margin).
    if indented > 0 && indented * 2 <= breaks + blocks {
        ParagraphRule::Indent
    } else {
        ParagraphRule::BlankLine
    }
}

/// Whether the sentence of the line `before` goes on in the line `after`.
fn goes_on(text: &str, before: Span, after: Span) -> bool {
    let ends = before.slice(text).chars().next_back();
    let begins = after.slice(text).chars().next();
    let is_end = ends.is_some_and(|c| matches!(c, '.' | '!' | '?' | ':' | '…'));
    begins.is_some_and(char::is_lowercase) && !is_end
}
