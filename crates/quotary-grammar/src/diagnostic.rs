use alloc::vec::Vec;

use crate::fit::fits;
use crate::{MarkKind, Quotation, Span};

/// What was odd about the marks.
///
/// ```
/// use quotary_grammar::{DiagnosticKind, Grammar};
///
/// let kind = |text| Grammar::new().parse(text).diagnostics()[0].kind;
/// assert_eq!(kind("“We go, he said."), DiagnosticKind::Unclosed);
/// assert_eq!(kind("We go,” he said."), DiagnosticKind::Stray);
/// assert_eq!(kind("“We go,\" he said."), DiagnosticKind::Mismatched);
/// assert_eq!(kind("“One.\n\nTwo,” he said."), DiagnosticKind::NotReopened);
/// assert_eq!(kind("â€œWe go,” he said."), DiagnosticKind::Damaged);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum DiagnosticKind {
    /// An opening mark without a closing one: the quotation was taken to end with its paragraph,
    /// with the quotation it stands in, or where the next one begins.
    Unclosed,
    /// A closing mark without an opening one: taken as text.
    Stray,
    /// A mark that does not fit the one that opened (`“…"`): taken as the closing mark.
    Mismatched,
    /// A paragraph goes on with a quotation of the one before without opening it again.
    NotReopened,
    /// A mark that a converter damaged (`â€œ`): read as the mark it was.
    Damaged,
}

/// Something odd in the text and what was assumed about it.
///
/// ```
/// use quotary_grammar::{DiagnosticKind, Grammar, Span};
///
/// let parse = Grammar::new().parse("“We go, he said.");
/// assert_eq!(parse.diagnostics()[0].kind, DiagnosticKind::Unclosed);
/// assert_eq!(parse.diagnostics()[0].span, Span::new(0, 3));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Diagnostic {
    /// What it is.
    pub kind: DiagnosticKind,
    /// The mark it is about; where a mark is missing, the empty place where it was expected.
    pub span: Span,
}

impl Diagnostic {
    /// What diagnostics are sorted by.
    fn place(&self) -> (Span, DiagnosticKind) {
        (self.span, self.kind)
    }
}

/// What was odd at one place, beside what quotations tell by themselves: whether they are unclosed, and
/// whether the mark that closes them fits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Oddity {
    start: usize,
    len: u32,
    kind: DiagnosticKind,
}

impl Oddity {
    pub(crate) fn new(kind: DiagnosticKind, span: Span) -> Self {
        Self {
            start: span.start,
            len: u32::try_from(span.len()).unwrap_or(u32::MAX),
            kind,
        }
    }
}

/// The oddities and what is odd about the marks of the quotations, in the order of the text.
pub(crate) fn diagnostics(
    text: &str,
    oddities: &[Oddity],
    quotations: &[Quotation],
) -> Vec<Diagnostic> {
    let kept = oddities.iter().map(|oddity| Diagnostic {
        kind: oddity.kind,
        span: Span::new(oddity.start, oddity.start + oddity.len as usize),
    });
    let told = quotations
        .iter()
        .filter_map(|quotation| told_by(quotation, text));
    let mut found: Vec<_> = kept.chain(told).collect();
    found.sort_by_key(Diagnostic::place);
    found
}

/// What the marks of a quotation tell: that the last is missing, or that it fits not the first.
fn told_by(quotation: &Quotation, text: &str) -> Option<Diagnostic> {
    let (kind, span) = match quotation.closing() {
        None => (DiagnosticKind::Unclosed, quotation.unclosed()?),
        Some(closing) => {
            let kind = MarkKind::of(closing.slice(text))?;
            if fits(quotation.mark(), kind) {
                return None;
            }
            (DiagnosticKind::Mismatched, closing)
        }
    };
    Some(Diagnostic { kind, span })
}
