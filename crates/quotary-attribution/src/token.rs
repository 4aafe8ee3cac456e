//! Tokens and sentences of a parsed text.
//!
//! Clitics stand alone (`did` `n't`, `Greene` `’s`), hyphenated words stay whole, an abbreviation
//! keeps its full stop, quotation marks are tokens of their own exactly where the grammar saw them.

use std::ops::Range;

use quotary_grammar::{Parse, SegmentKind, Span};

use crate::lexicon::{Abbreviation, Lexicon};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner hyphens and apostrophes; an abbreviation with its full stops; a handle.
    Word,
    /// Digits with inner separators, and what is written on to them ("3:35pm", "1980s", "20th").
    Number,
    /// An opening quotation mark.
    Opening,
    /// A closing quotation mark.
    Closing,
    /// `.`, `!`, `?`, `…` and runs of them: may end a sentence.
    Stop,
    /// Any other character or run of dashes.
    Punctuation,
}

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Index of the innermost quotation it stands in; marks belong to their own quotation.
    pub quotation: Option<u32>,
}

/// A run of tokens of one segment that ends with a stop or with the segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Index of its segment.
    pub segment: usize,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// What its segment is.
    pub kind: SegmentKind,
}

/// The tokens and sentences of one text.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
}

impl Tokens {
    /// Cuts the segments of `parse` into tokens and sentences.
    #[must_use]
    pub fn read(parse: &Parse<'_>, lexicon: &Lexicon) -> Self {
        let text = parse.text();
        let marks = marks(parse);
        let mut next_mark = 0;
        let mut open: Vec<u32> = Vec::new();
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let mut sentences = Vec::new();
        for (index, segment) in parse.segments().iter().enumerate() {
            let first = tokens.len();
            let mut at = segment.span.start;
            while at < segment.span.end {
                while next_mark < marks.len() && marks[next_mark].span.start < at {
                    follow(&mut open, &marks[next_mark]);
                    next_mark += 1;
                }
                if let Some(mark) = marks.get(next_mark).filter(|mark| mark.span.start == at) {
                    let kind = if mark.opens {
                        TokenKind::Opening
                    } else {
                        TokenKind::Closing
                    };
                    tokens.push(Token {
                        span: mark.span,
                        kind,
                        quotation: Some(mark.quotation),
                    });
                    follow(&mut open, mark);
                    at = mark.span.end;
                    next_mark += 1;
                    continue;
                }
                let limit = marks.get(next_mark).map_or(segment.span.end, |mark| {
                    mark.span.start.min(segment.span.end)
                });
                let quotation = open.last().copied();
                at = token(text, at, limit, quotation, lexicon, &mut tokens);
            }
            let found = first..tokens.len();
            split(text, &tokens, found, lexicon, |tokens| {
                sentences.push(Sentence {
                    tokens,
                    segment: index,
                    paragraph: segment.paragraph,
                    kind: segment.kind,
                });
            });
        }
        Self { tokens, sentences }
    }

    /// Every token in order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Every sentence in order; each token belongs to exactly one.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }
}

/// A quotation mark at its place.
struct Mark {
    span: Span,
    opens: bool,
    quotation: u32,
}

/// The marks of all quotations in the order of the text.
fn marks(parse: &Parse<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (index, quotation) in parse.quotations().iter().enumerate() {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        for part in quotation.parts() {
            marks.push(Mark {
                span: part.opening,
                opens: true,
                quotation: index,
            });
            let end = part
                .closing
                .unwrap_or(Span::new(part.content.end, part.content.end));
            marks.push(Mark {
                span: end,
                opens: false,
                quotation: index,
            });
        }
    }
    // At one place a quotation that ends there without a mark ends before anything else begins,
    // and an inner one ends before the outer.
    marks.sort_by_key(|mark| {
        let depth = parse.quotations()[mark.quotation as usize].depth();
        (
            mark.span.start,
            mark.opens,
            if mark.opens {
                depth
            } else {
                usize::MAX - depth
            },
        )
    });
    marks
}

/// Keeps the stack of open quotations.
fn follow(open: &mut Vec<u32>, mark: &Mark) {
    if mark.opens {
        open.push(mark.quotation);
    } else if let Some(found) = open.iter().rposition(|&index| index == mark.quotation) {
        open.truncate(found);
    }
}

/// Reads one token (or a word with its clitic) at `at`, and says where the next begins.
fn token(
    text: &str,
    at: usize,
    limit: usize,
    quotation: Option<u32>,
    lexicon: &Lexicon,
    tokens: &mut Vec<Token>,
) -> usize {
    let rest = &text[at..limit];
    let Some(first) = rest.chars().next() else {
        return limit.max(at + 1);
    };
    let mut push = |start: usize, end: usize, kind| {
        tokens.push(Token {
            span: Span::new(start, end),
            kind,
            quotation,
        });
    };
    if first.is_whitespace() || is_invisible(first) {
        return at + first.len_utf8();
    }
    if first.is_numeric() {
        let end = at + number_len(rest);
        push(at, end, TokenKind::Number);
        return end;
    }
    if first.is_alphabetic() || (matches!(first, '@' | '#') && starts_word(&rest[1..])) {
        let end = at + word_len(rest, lexicon);
        let word = &text[at..end];
        match clitic(word) {
            Some(cut) if cut > 0 => {
                push(at, at + cut, TokenKind::Word);
                push(at + cut, end, TokenKind::Word);
            }
            _ => push(at, end, TokenKind::Word),
        }
        return end;
    }
    if is_apostrophe(first) {
        // A clitic after a mark or a number, an elision (’tis), or a lone plural possessive.
        let tail = &rest[first.len_utf8()..];
        let letters: usize = tail
            .chars()
            .take_while(|c| c.is_alphanumeric())
            .map(char::len_utf8)
            .sum();
        let end = at + first.len_utf8() + letters;
        push(
            at,
            end,
            if letters > 0 {
                TokenKind::Word
            } else {
                TokenKind::Punctuation
            },
        );
        return end;
    }
    let kind = if is_stop(first) {
        TokenKind::Stop
    } else {
        TokenKind::Punctuation
    };
    let run = |c: char| match kind {
        TokenKind::Stop => is_stop(c),
        _ => c == first && matches!(first, '-' | '–' | '—' | '―' | '*' | '_' | '='),
    };
    let len: usize = rest
        .chars()
        .take_while(|&c| run(c))
        .map(char::len_utf8)
        .sum();
    let end = at + len.max(first.len_utf8());
    push(at, end, kind);
    end
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‽' | '。' | '！' | '？')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

/// Zero-width characters and soft hyphens at a token's edge.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}'
    )
}

fn starts_word(rest: &str) -> bool {
    rest.chars()
        .next()
        .is_some_and(|c| c.is_alphanumeric() || c == '_')
}

/// Length of a number with what is written on to it.
fn number_len(rest: &str) -> usize {
    let mut len = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let joins = matches!(c, '.' | ',' | ':' | '/' | '-' | '\'' | '’')
            && chars
                .peek()
                .is_some_and(|&(_, next)| next.is_numeric() || (c == '-' && next.is_alphabetic()));
        if !(c.is_alphanumeric() || joins) {
            break;
        }
        len = i + c.len_utf8();
    }
    let word = &rest[..len];
    // "3 p.m." written as "3p.m."
    if (word.ends_with('p') || word.ends_with('a')) && rest[len..].starts_with(".m.") {
        len += 3;
    }
    len
}

/// Length of a word, abbreviation or handle.
fn word_len(rest: &str, lexicon: &Lexicon) -> usize {
    let mut len = 0;
    let mut chars = rest.char_indices().peekable();
    let mut dotted = false;
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let joins = match c {
            '@' | '#' => i == 0,
            '_' | '\u{00AD}' | '\u{200D}' => true,
            '\'' | '’' | 'ʼ' | '&' | '·' => next.is_some_and(char::is_alphanumeric),
            '-' | '‐' | '‑' | '/' => next.is_some_and(char::is_alphanumeric),
            // "U.S.", "a.m.", "J.K. Rowling", "example.com"
            '.' => {
                let inner = next.is_some_and(char::is_alphanumeric);
                let single = is_single_letter(&rest[..i]);
                dotted |= single;
                inner && (single || dotted || next.is_some_and(char::is_lowercase))
            }
            c => c.is_alphanumeric() || is_combining(c),
        };
        if !joins {
            break;
        }
        len = i + c.len_utf8();
    }
    let word = &rest[..len];
    if rest[len..].starts_with('.') && keeps_stop(word, lexicon) {
        len + 1
    } else {
        len
    }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}')
}

/// Whether what stands after the last dot (or at the beginning) is one letter.
fn is_single_letter(before: &str) -> bool {
    let last = before.rsplit(['.', '-']).next().unwrap_or(before);
    let mut chars = last.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// Whether the full stop behind `word` belongs to it: initials, dotted letters, abbreviations.
fn keeps_stop(word: &str, lexicon: &Lexicon) -> bool {
    let initial = word.chars().next().is_some_and(char::is_uppercase) && is_single_letter(word);
    // The pronoun "I" ends sentences more often than it is an initial; `split` knows the rest.
    (initial && word != "I")
        || (word.contains('.') && is_single_letter(word))
        || lexicon.abbreviation(word).is_some()
}

/// Where a clitic begins inside `word`: `n't`, `'s`, `'re`, `'ve`, `'ll`, `'d`, `'m`.
fn clitic(word: &str) -> Option<usize> {
    // The longest clitic has four letters; an apostrophe of three bytes stands before or in it.
    let (cut, mark) = word
        .char_indices()
        .rev()
        .take(4)
        .find(|&(_, c)| is_apostrophe(c))?;
    let tail = &word[cut + mark.len_utf8()..];
    let is = |one: &str| tail.eq_ignore_ascii_case(one);
    if is("t") {
        let stem = &word[..cut];
        return (stem.len() > 1 && stem.ends_with(['n', 'N'])).then(|| cut - 1);
    }
    (is("s") || is("re") || is("ve") || is("ll") || is("d") || is("m")).then_some(cut)
}

/// Cuts the tokens of one segment into sentences.
fn split(
    text: &str,
    tokens: &[Token],
    range: Range<usize>,
    lexicon: &Lexicon,
    mut found: impl FnMut(Range<usize>),
) {
    let mut first = range.start;
    let mut at = range.start;
    while at < range.end {
        let token = &tokens[at];
        let ends = match token.kind {
            TokenKind::Stop => true,
            TokenKind::Word => may_end(token.span.slice(text), lexicon),
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
                // sentence, begins one.
                return capital
                    && (tokens[at].kind == TokenKind::Opening || lexicon.is_closed_class(first));
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
