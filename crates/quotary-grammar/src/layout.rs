//! Lines, paragraphs, and the marks that are seen in them.

use alloc::vec::Vec;

use crate::Span;
use crate::candidate::Candidate;
use crate::kind::MarkKind;
use crate::mark::{damaged_dash, mark};
use crate::scan::Points;

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

/// Reads a text paragraph by paragraph.
#[derive(Debug)]
pub(crate) struct Layout<'t> {
    text: &'t str,
    points: Points<'t>,
    /// How the text parts its paragraphs, once that has mattered.
    rule: Option<ParagraphRule>,
    /// Where the line that is being read begins.
    line: usize,
    /// Where the last mark or line end ends: points before it are inside it.
    done: usize,
}

/// Marks of a paragraph that are read together. A paragraph with more is no prose; it is read in
/// pieces, in which a quotation that is open at the end is unclosed, so that memory is bounded.
pub(crate) const MOST_MARKS: usize = 4096;

impl<'t> Layout<'t> {
    /// Paragraphs are parted by `rule`, or as is found out.
    #[inline(always)]
    pub(crate) fn new(text: &'t str, rule: Option<ParagraphRule>) -> Self {
        Self {
            text,
            points: Points::new(text),
            rule,
            line: 0,
            done: 0,
        }
    }

    /// How the text parts its paragraphs. Where blank lines part all of them, lines and paragraphs
    /// are the same.
    pub(crate) fn rule(&self) -> ParagraphRule {
        self.rule.unwrap_or(ParagraphRule::Line)
    }

    /// Where marks and line ends may stand in the part of the text that is being read.
    pub(crate) fn points(&self) -> &Points<'t> {
        &self.points
    }

    /// The next paragraph without blanks at its ends; its marks are put into `marks`.
    ///
    /// Of a paragraph with more than [`MOST_MARKS`], `take` is given so many at a time, with the
    /// beginning of the paragraph, which ends before the mark behind them; `marks` are those that are
    /// left. All stay where it says that it cannot take them yet.
    #[inline]
    pub(crate) fn next(
        &mut self,
        marks: &mut Vec<Candidate>,
        mut take: impl FnMut(Span, &mut Vec<Candidate>, &Points<'t>) -> bool,
    ) -> Option<Span> {
        marks.clear();
        let bytes = self.text.as_bytes();
        let mut paragraph: Option<Span> = None;
        while let Some(at) = self.points.next() {
            if at < self.done {
                continue;
            }
            // Line feeds are told at once; other line ends are rarer than marks, and look like none.
            let is_line_feed = bytes[at] == b'\n';
            if !is_line_feed && let Ok((rest, glyph)) = mark(&bytes[at..]) {
                self.done = bytes.len() - rest.len();
                marks.push(Candidate::seen(at, self.done, glyph));
                if glyph.kind == MarkKind::StraightSingle {
                    regroup(bytes, marks);
                }
                if marks.len() > MOST_MARKS {
                    self.take_some(paragraph, marks, &mut take);
                    self.see_more(marks);
                }
            } else if let Some(len) = line_end(bytes, at) {
                let line = Span::new(self.line, at);
                self.line = at + len;
                self.done = self.line;
                if let Some(whole) = self.end_line(line, &mut paragraph) {
                    return Some(whole);
                }
            } else if let Ok((rest, _)) = damaged_dash(&bytes[at..]) {
                self.done = bytes.len() - rest.len();
            }
        }
        let line = Span::new(self.line, bytes.len());
        self.line = bytes.len();
        self.end_line(line, &mut paragraph).or(paragraph)
    }

    /// Lets all marks but the last be taken, if they can be.
    #[cold]
    fn take_some(
        &self,
        paragraph: Option<Span>,
        marks: &mut Vec<Candidate>,
        take: &mut impl FnMut(Span, &mut Vec<Candidate>, &Points<'t>) -> bool,
    ) {
        let Some(next) = marks.pop() else {
            return;
        };
        let start = match paragraph {
            Some(paragraph) => paragraph.start,
            None => trim(self.text, Span::new(self.line, next.start)).start,
        };
        if take(Span::new(start, next.start), marks, &self.points) {
            marks.clear();
        }
        marks.push(next);
    }

    /// Puts the marks that come next into `marks`, up to a point of the window that is none, or until no
    /// more of them are read together: by itself, since no paragraph of prose comes here.
    #[inline(never)]
    fn see_more(&mut self, marks: &mut Vec<Candidate>) {
        let bytes = self.text.as_bytes();
        let mut done = self.done;
        self.points.pass(|at| {
            if at < done {
                return true;
            }
            match mark(&bytes[at..]) {
                Ok((rest, glyph)) if marks.len() < MOST_MARKS => {
                    done = bytes.len() - rest.len();
                    marks.push(Candidate::seen(at, done, glyph));
                    if glyph.kind == MarkKind::StraightSingle {
                        regroup(bytes, marks);
                    }
                    true
                }
                _ => false,
            }
        });
        self.done = done;
    }

    /// Finds out how the text parts its paragraphs.
    #[cold]
    fn find_rule(&mut self) -> ParagraphRule {
        let rule = if self.points.is_first_window() {
            paragraph_rule(self.text, &self.points)
        } else {
            paragraph_rule(self.text, &Points::new(self.text))
        };
        self.rule = Some(rule);
        rule
    }

    /// Adds `line` to `paragraph`, and says whether that is at its end.
    #[inline(always)]
    fn end_line(&mut self, line: Span, paragraph: &mut Option<Span>) -> Option<Span> {
        let inner = trim(self.text, line);
        if inner.is_empty() {
            return *paragraph;
        }
        let whole = paragraph.map_or(inner, |paragraph| paragraph.cover(inner));
        *paragraph = Some(whole);
        // A blank line ends a paragraph under every rule.
        let rest = &self.text.as_bytes()[self.line..];
        let is_blank_next = matches!(rest, [] | [b'\n' | b'\r', ..]);
        let ends = is_blank_next || self.is_last_line();
        // The second of two line feeds is no point.
        self.line += usize::from(rest.starts_with(b"\n"));
        self.done = self.line;
        ends.then_some(whole)
    }

    /// Whether the line before [`line`](Self::line), on which another follows, ends a paragraph.
    fn is_last_line(&mut self) -> bool {
        match self.rule.unwrap_or_else(|| self.find_rule()) {
            ParagraphRule::Line => true,
            ParagraphRule::BlankLine => false,
            ParagraphRule::Indent => begins_indented(&self.text[self.line..]),
        }
    }
}

fn begins_indented(line: &str) -> bool {
    line.starts_with([' ', '\t', '\u{3000}'])
}

/// line-end = CRLF / LF / CR / VT / FF / LS / PS
///
/// Its length.
#[inline(always)]
fn line_end(bytes: &[u8], at: usize) -> Option<usize> {
    let byte = bytes[at];
    if byte == b'\n' {
        Some(1)
    } else if byte < b' ' {
        rare_line_end(bytes, at)
    } else if byte == 0xE2 {
        matches!(bytes[at..], [_, 0x80, 0xA8 | 0xA9, ..]).then_some(3)
    } else {
        None
    }
}

/// Whether a line end may begin `bytes`. It is asked in one go: which points are some cannot be
/// foreseen.
#[inline(always)]
fn may_end_line(bytes: &[u8]) -> bool {
    match *bytes {
        [first, second, third, ..] => {
            let is_separator = (first == 0xE2) & (second == 0x80) & (third & 0xFE == 0xA8);
            (first <= b'\r') | is_separator
        }
        _ => true,
    }
}

#[cold]
fn rare_line_end(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes[at..] {
        [b'\r', b'\n', ..] => Some(2),
        [b'\r' | 0x0B | 0x0C, ..] => Some(1),
        _ => None,
    }
}

/// Of three straight apostrophes behind a word, the first is the single mark: `'no,'''`.
fn regroup(bytes: &[u8], marks: &mut [Candidate]) {
    let [.., double, single] = marks else { return };
    let is_run = double.kind == MarkKind::DoubledSingle && double.span().end == single.start;
    let start = double.start;
    let follows = start > 0 && !matches!(bytes[start - 1], b'(' | b'[' | b'\'' | ..=b' ');
    if is_run && follows {
        core::mem::swap(&mut double.kind, &mut single.kind);
        core::mem::swap(&mut double.len, &mut single.len);
        single.start = start + 1;
    }
}

/// `span` without blanks and invisible characters at its ends.
#[inline(always)]
pub(crate) fn trim(text: &str, span: Span) -> Span {
    if has_inked_ends(&text.as_bytes()[span.range()]) {
        span
    } else {
        trim_blanks(text, span)
    }
}

/// Whether nearly all lines and quotations begin and end like `bytes`: with a character of ASCII, a
/// dash or a mark. It is asked in one go: which of these cannot be foreseen.
#[inline(always)]
fn has_inked_ends(bytes: &[u8]) -> bool {
    let is_ink = |byte: u8| matches!(byte, b'!'..=b'~');
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(&first), Some(&last)) => {
            (is_ink(first[0]) | is_drawn(first)) & (is_ink(last[2]) | is_drawn(last))
        }
        _ => match *bytes {
            [only] => is_ink(only),
            [first, last] => is_ink(first) & is_ink(last),
            _ => false,
        },
    }
}

/// Whether the character is a dash or a mark of those that Unicode has side by side.
#[inline(always)]
fn is_drawn([first, second, third]: [u8; 3]) -> bool {
    (first == 0xE2) & (second == 0x80) & matches!(third, 0x93..=0x9F)
}

#[cold]
fn trim_blanks(text: &str, span: Span) -> Span {
    let inside = &text[span.range()];
    let kept = inside.trim_start_matches(is_blank);
    let start = span.end - kept.len();
    Span::new(start, start + kept.trim_end_matches(is_blank).len())
}

/// What stands between `start` and `end`, without blanks at its ends; empty at `start` where there
/// are only blanks.
#[inline(always)]
pub(crate) fn trim_inside(text: &str, start: usize, end: usize) -> Span {
    match &text.as_bytes()[start..end] {
        [] => Span::new(start, end),
        [b' '] => Span::new(start, start),
        bytes if has_inked_ends(bytes) => Span::new(start, end),
        _ => trim_space(text, start, end),
    }
}

/// The same where something is to be taken away: nearly always the blank is a space, and one.
#[inline(never)]
fn trim_space(text: &str, start: usize, end: usize) -> Span {
    let bytes = &text.as_bytes()[start..end];
    let inner = bytes.strip_prefix(b" ").unwrap_or(bytes);
    let head = bytes.len() - inner.len();
    let inner = inner.strip_suffix(b" ").unwrap_or(inner);
    if has_inked_ends(inner) {
        return Span::new(start + head, start + head + inner.len());
    }
    trim_rare(text, start, end)
}

#[cold]
fn trim_rare(text: &str, start: usize, end: usize) -> Span {
    let kept = text[start..end].trim_start();
    let start = if kept.is_empty() {
        start
    } else {
        end - kept.len()
    };
    Span::new(start, start + kept.trim_end().len())
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}')
}

/// Lines that are looked at to find out how a text parts its paragraphs.
const SAMPLE_LINES: usize = 400;
/// Nobody breaks lines at a wider column.
const WIDEST_COLUMN: usize = 160;

/// How a text parts its paragraphs, judged by the first lines of the window of `points`.
///
/// Lines broken at a column end in the middle of sentences: the next begins with a small letter. A
/// line that is a paragraph does not.
fn paragraph_rule(text: &str, points: &Points<'_>) -> ParagraphRule {
    let bytes = text.as_bytes();
    let (base, _) = points.window();
    let ends = points
        .in_window()
        .iter()
        .map(|&point| base + point as usize);
    let (mut breaks, mut inside, mut indented) = (0_usize, 0_usize, 0_usize);
    let mut line = 0;
    let mut lines = 0;
    for at in ends {
        // In most texts every line end stands beside another, and that is all there is to see.
        let is_end = |byte: Option<&u8>| byte.is_none_or(|&b| (b == b'\n') | (b == b'\r'));
        let is_pair = is_end(bytes[..at].last()) | is_end(bytes.get(at + 1));
        let is_line_feed = bytes[at] == b'\n';
        if is_line_feed & is_pair | !may_end_line(&bytes[at..]) {
            line = if is_line_feed { at + 1 } else { line };
            continue;
        }
        let Some(len) = line_end(bytes, at).filter(|_| at >= line) else {
            continue;
        };
        let before = Span::new(line, at);
        if is_end(bytes[..at].last()) {
            continue;
        }
        line = at + len;
        if is_end(bytes.get(line)) {
            continue;
        }
        lines += 1;
        if lines > SAMPLE_LINES {
            break;
        }
        let before = trim(text, before);
        let after = &text[line..];
        let begins = after.trim_start_matches([' ', '\t', '\u{A0}', '\u{3000}']);
        if before.is_empty() || begins.starts_with(['\n', '\r']) || begins.is_empty() {
            continue;
        }
        breaks += 1;
        inside += usize::from(before.len() <= WIDEST_COLUMN && goes_on(before.slice(text), begins));
        indented += usize::from(begins.len() < after.len());
    }
    // A third: captions, headings and short lines stand between.
    if breaks == 0 || inside * 3 < breaks {
        return ParagraphRule::Line;
    }
    // Some lines begin paragraphs, not nearly all of them (a text set in from the margin).
    if indented > 0 && indented * 2 <= breaks {
        ParagraphRule::Indent
    } else {
        ParagraphRule::BlankLine
    }
}

/// Whether the sentence of the line `before` goes on in the line that begins with `after`.
fn goes_on(before: &str, after: &str) -> bool {
    let is_end = before.ends_with(['.', '!', '?', ':', '…']);
    !is_end && after.chars().next().is_some_and(char::is_lowercase)
}
