//! Where a sentence ends.

use std::ops::Range;

use super::{Token, TokenKind};
use crate::lexicon::{Abbreviation, Closed, Lexicon};

/// Cuts the tokens of one segment into sentences.
pub(super) fn split(
    text: &str,
    tokens: &[Token],
    range: Range<usize>,
    lexicon: &Lexicon,
    mut found: impl FnMut(Range<usize>),
) {
    let mut first = range.start;
    let own = &tokens[range.clone()];
    if let Some(end) = time_label(text, own).or_else(|| capital_label(text, own)) {
        first += end;
        found(range.start..first);
    }
    let mut at = first;
    while at < range.end {
        let token = &tokens[at];
        let ends = match token.kind {
            TokenKind::Stop => true,
            TokenKind::Word if text.as_bytes()[token.span.end - 1] == b'.' => {
                may_end(token.span.slice(text), lexicon)
            }
            _ => false,
        };
        at += 1;
        if !ends {
            continue;
        }
        // Closing marks and brackets belong to the sentence they close.
        while at < range.end && closes(text, &tokens[at]) {
            at += 1;
        }
        if at < range.end && begins(text, tokens, at, token, lexicon) {
            found(first..at);
            first = at;
        }
    }
    if first < range.end {
        found(first..range.end);
    }
}

/// "14:32 — | The roof is gone", "2.30pm – | Police say": how many tokens the time takes that an entry of
/// a live report begins with, the dash included.
fn time_label(text: &str, tokens: &[Token]) -> Option<usize> {
    /// "10:15 a.m. GMT —"
    const LONGEST: usize = 6;
    const ZONES: [&str; 16] = [
        "am", "pm", "a.m", "p.m", "bst", "cet", "cest", "est", "edt", "et", "gmt", "h", "hrs",
        "ist", "pt", "utc",
    ];
    let form = |at: usize| tokens[at].span.slice(text);
    let limit = tokens.len().min(LONGEST);
    let dash = (1..limit).find(|&at| matches!(form(at), "—" | "–" | "-" | "--"))?;
    let zone = |at: usize| {
        let bare = form(at).trim_end_matches('.');
        ZONES.iter().any(|it| it.eq_ignore_ascii_case(bare))
    };
    let clock = |at: usize| form(at).contains([':', '.', 'h']) || matches!(form(at), "am" | "pm");
    let label = tokens[0].kind == TokenKind::Number
        && (0..dash).any(|at| clock(at) || zone(at))
        && (1..dash).all(|at| {
            tokens[at].kind == TokenKind::Number || matches!(form(at), ":" | ".") || zone(at)
        });
    (label && dash + 1 < tokens.len()).then_some(dash + 1)
}

/// "EVEN HIS BOSS THINKS SO — | The head of the studio said": how many tokens a heading in capitals takes that
/// runs into its paragraph, the dash included.
fn capital_label(text: &str, tokens: &[Token]) -> Option<usize> {
    /// A longer one stands on a line of its own.
    const LONGEST: usize = 16;
    let form = |at: usize| tokens[at].span.slice(text);
    let limit = tokens.len().min(LONGEST);
    let dash = (2..limit).find(|&at| matches!(form(at), "—" | "–"))?;
    let words = || (0..dash).filter(|&at| tokens[at].kind == TokenKind::Word);
    let capital = |at: usize| {
        let form = form(at);
        form.contains(char::is_uppercase) && !form.contains(char::is_lowercase)
    };
    (words().count() > 1 && words().all(capital)).then_some(dash + 1)
}

/// Whether an abbreviation with this text may be the last word of a sentence.
fn may_end(word: &str, lexicon: &Lexicon) -> bool {
    let Some(stem) = word.strip_suffix('.') else {
        return false;
    };
    match lexicon.abbreviation(stem) {
        Some(Abbreviation { may_end, .. }) => may_end,
        None => stem.contains('.') || !stem.is_empty(),
    }
}

fn closes(text: &str, token: &Token) -> bool {
    match token.kind {
        TokenKind::Closing => true,
        TokenKind::Punctuation => matches!(token.span.slice(text), ")" | "]"),
        _ => false,
    }
}

/// Whether a sentence can begin with the token at `at`, `stop` being what ended the one before.
fn begins(text: &str, tokens: &[Token], at: usize, stop: &Token, lexicon: &Lexicon) -> bool {
    // Behind an opening mark or bracket the first word decides.
    let word = tokens[at..].iter().take(4).find(|token| {
        !matches!(token.kind, TokenKind::Opening) && !matches!(token.span.slice(text), "(" | "[")
    });
    let Some(word) = word else { return true };
    let first = word.span.slice(text);
    match word.kind {
        TokenKind::Word => {
            let capital =
                first.chars().any(char::is_uppercase) && !first.starts_with(char::is_lowercase);
            let handle = first.starts_with(['@', '#', '\'', '’', '‘']);
            if stop.kind == TokenKind::Word {
                // Behind "U.S." or "Inc." only a quotation, or a word that would be small inside a
                // sentence, begins one; "at 4:15 p.m. Thursday" goes on.
                let closed = lexicon.word(first).closed;
                return capital
                    && (tokens[at].kind == TokenKind::Opening
                        || closed.is_some_and(|it| it != Closed::Date));
            }
            capital || handle || !first.starts_with(|c: char| c.is_lowercase())
        }
        TokenKind::Number => stop.kind == TokenKind::Stop,
        TokenKind::Closing => false,
        _ => {
            stop.kind == TokenKind::Stop && tokens[at].kind == TokenKind::Opening
                || matches!(
                    first,
                    "•" | "—" | "–" | "-" | "--" | "*" | "$" | "£" | "€" | "[" | "("
                )
        }
    }
}
