//! (A stand-in until the grammar offers it.)

use quotary_grammar::Span;

/// A name for a stretch of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The stretch.
    pub span: Span,
    /// What it is called.
    pub name: String,
}

/// The text, each line with the labels that begin in it below.
#[must_use]
pub fn annotate(text: &str, labels: &[Label]) -> String {
    let mut out = String::new();
    let mut start = 0;
    let mut labels = labels.iter().peekable();
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        out.push_str(line);
        if !line.ends_with('\n') {
            out.push('\n');
        }
        while let Some(label) = labels.next_if(|label| label.span.start < end) {
            let column = text[start..label.span.start].chars().count();
            let width = text[label.span.start..label.span.end.min(end)]
                .trim_end()
                .chars()
                .count();
            out.extend(std::iter::repeat_n(' ', column));
            out.extend(std::iter::repeat_n('^', width.max(1)));
            out.push(' ');
            out.push_str(&label.name);
            out.push('\n');
        }
        start = end;
    }
    out
}
