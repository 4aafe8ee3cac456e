use crate::Span;

/// What was odd about the marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DiagnosticKind {
    /// An opening mark without a closing one: the quotation was taken to end with its paragraph.
    Unclosed,
    /// A closing mark without an opening one: taken as text.
    Stray,
}

/// Something odd in the text and what was assumed about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is.
    pub kind: DiagnosticKind,
    /// The mark it is about.
    pub span: Span,
}
