use alloc::vec::Vec;

use crate::Span;

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
    pub(crate) fn place(&self) -> (Span, DiagnosticKind) {
        (self.span, self.kind)
    }
}

/// Places that a new diagnostic is moved back at most.
const NEAR: usize = 4;

/// Puts `new` behind those before it, if it belongs near the end. Nearly all do: a mark that is left
/// open is found out at the next one. What remains for sorting is a list that is sorted but for a few.
pub(crate) fn insert(new: Diagnostic, diagnostics: &mut Vec<Diagnostic>) {
    let is_later = |other: &&Diagnostic| new.place() < other.place();
    let later = diagnostics.iter().rev().take(NEAR).take_while(is_later);
    match later.count() {
        0 => diagnostics.push(new),
        later => diagnostics.insert(diagnostics.len() - later, new),
    }
}
