//! Where one token ends: words, numbers, clitics, abbreviations.

use quotary_grammar::Span;

use super::{Token, TokenKind};
use crate::lexicon::Lexicon;

/// Reads one token (or a word with its clitic) at `at`, and says where the next begins.
pub(super) fn token(
    text: &str,
    at: usize,
    limit: usize,
    quotation: Option<u32>,
    lexicon: &Lexicon,
    tokens: &mut Vec<Token>,
) -> usize {
    if let Some(len) = plain_word_len(&text.as_bytes()[at..limit]) {
        tokens.push(Token {
            span: Span::new(at, at + len),
            kind: TokenKind::Word,
            quotation,
        });
        return at + len;
    }
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

/// Length of a word of English letters and digits behind which something stands that can belong to
/// no word: most words of most texts, and quickly told.
fn plain_word_len(bytes: &[u8]) -> Option<usize> {
    if !bytes.first()?.is_ascii_alphabetic() {
        return None;
    }
    let is_plain = |byte: &u8| PLAIN[usize::from(*byte)];
    let len = bytes.iter().position(|byte| !is_plain(byte))?;
    let ends = matches!(
        bytes[len],
        b' ' | b'\n' | b'\r' | b'\t' | b',' | b';' | b':' | b'!' | b'?' | b'"' | b'(' | b')'
    );
    ends.then_some(len)
}

/// Whether a byte is an English letter or a digit: to look it up takes less than to compare it.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < plain.len() {
        plain[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    plain
};

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
            // "P2.3-billion", "R1,200"
            '.' | ',' if rest[..i].ends_with(|c: char| c.is_ascii_digit()) => {
                next.is_some_and(char::is_numeric)
            }
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
    if rest[len..].starts_with('.') && keeps_stop(word, lexicon) && !is_last(word, &rest[len + 1..])
    {
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

/// "wrote one on X.": whether a letter ends its paragraph, or stands before a mark, and is no initial.
fn is_last(word: &str, behind: &str) -> bool {
    let behind = behind.trim_start_matches(' ');
    word.len() == 1 && (behind.is_empty() || behind.starts_with(['\n', '\r', '“', '"']))
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
