//! One-line tests: the text with what should be found written into it.
//!
//! - `⟨` stands before a mark that opens, `⟩` behind one that closes.
//! - `⟩→` a paragraph's share of a quotation ends and the next paragraph goes on, `→⟨` it goes on.
//! - `⟩⊘` the quotation ends here without a mark.
//! - `⏎` is a line end.
//! - ` ;; unclosed stray` at the end lists the diagnostics in order; nothing if there are none.

use quotary_grammar::{DiagnosticKind, Grammar, MarkKind, Parse};

/// Takes the notation out of `line`.
pub(crate) fn text(line: &str) -> String {
    let (line, _) = line.split_once(" ;; ").unwrap_or((line, ""));
    line.replace(['⟨', '⟩', '→', '⊘'], "").replace('⏎', "\n")
}

/// Writes what was found into the text.
pub(crate) fn render(parse: &Parse<'_>) -> String {
    // Position, closing before opening, inner closings and outer openings first.
    let mut labels: Vec<(usize, bool, usize, &str)> = Vec::new();
    for quotation in parse.quotations() {
        let parts = quotation.parts();
        let count = parts.len();
        for (index, part) in parts.enumerate() {
            let opening = if index == 0 { "⟨" } else { "→⟨" };
            let is_last = index + 1 == count;
            let (end, closing) = match part.closing {
                Some(mark) => (mark.end, "⟩"),
                None if !is_last => (part.content.end, "⟩→"),
                None if quotation.mark() == MarkKind::Dash => (part.content.end, "⟩"),
                None => (part.content.end, "⟩⊘"),
            };
            labels.push((part.opening.start, true, quotation.depth(), opening));
            labels.push((end, false, usize::MAX - quotation.depth(), closing));
        }
    }
    labels.sort_by_key(|&(at, opens, depth, _)| (at, opens, depth));
    let mut rendered = String::new();
    let mut done = 0;
    for (at, _, _, label) in labels {
        rendered.push_str(&parse.text()[done..at]);
        rendered.push_str(label);
        done = at;
    }
    rendered.push_str(&parse.text()[done..]);
    let mut rendered = rendered.replace('\n', "⏎");
    for (index, diagnostic) in parse.diagnostics().iter().enumerate() {
        rendered.push_str(if index == 0 { " ;; " } else { " " });
        rendered.push_str(name(diagnostic.kind));
    }
    rendered
}

fn name(kind: DiagnosticKind) -> &'static str {
    match kind {
        DiagnosticKind::Unclosed => "unclosed",
        DiagnosticKind::Stray => "stray",
        DiagnosticKind::Mismatched => "mismatched",
        DiagnosticKind::NotReopened => "not-reopened",
        DiagnosticKind::Damaged => "damaged",
        _ => "?",
    }
}

/// Each line is parsed without its notation, and must come out with it.
#[track_caller]
pub(crate) fn check_with(grammar: &Grammar, lines: &[&str]) {
    let mut wrong = String::new();
    for line in lines {
        let text = text(line);
        let found = render(&grammar.parse(&text));
        if found != *line {
            wrong.push_str(&format!("\nexpected {line}\n   found {found}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// [`check_with`] the grammar as it comes.
#[track_caller]
pub(crate) fn check(lines: &[&str]) {
    check_with(&Grammar::new(), lines);
}
