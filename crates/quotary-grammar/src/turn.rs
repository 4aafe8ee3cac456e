//! Who speaks, said by layout: labels of interviews and transcripts, and pull quotes.

use memchr::{memchr, memrchr};
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, one_of};
use nom::combinator::{recognize, verify};
use nom::{IResult, Parser};

use crate::mark::mark;
use crate::span::{begins_letter, head};

/// A label has no more bytes.
pub(crate) const LONGEST_LABEL: usize = 48;
/// A name has no more words ("Q", "MR. SMITH", "Mountain Rescue Spokesman").
const LONGEST_NAME: usize = 5;
/// A name in capitals with a trade behind a comma has no more words
/// ("ANA PRADO, LUMEN CHIEF POLITICAL CORRESPONDENT").
const LONGEST_TITLED_NAME: usize = 8;
/// A pull quote has no more bytes.
const LONGEST_PULL_QUOTE: usize = 400;
/// A mark, a dash and a name behind a pull quote have no fewer bytes.
const SHORTEST_SIGNATURE: usize = 3;

/// Whether a paragraph may begin with a label. Most of them have no colon there, and looking for it
/// in one go is all that they cost.
#[inline(always)]
pub(crate) fn may_have_label(words: &[u8]) -> bool {
    let is_colon = |found, &byte: &u8| found | u8::from(byte == b':');
    let label = words.first_chunk::<LONGEST_LABEL>();
    label.is_none_or(|label| {
        let is_question = (label[1] == b'.') | ((label[1] == b' ') & (label[2] == b' '));
        (label.iter().fold(0, is_colon) != 0) | is_question
    })
}

/// speaker-label = ("Q" / "A") ("." / ":" / SP) SP / name ":" SP
pub(crate) fn speaker_label(words: &str) -> Option<&str> {
    let bytes = words.as_bytes();
    if let [b'Q' | b'A', b'.' | b':' | b' ', b' ', ..] = bytes {
        return question_label(words).ok().map(|(_, label)| label);
    }
    let first = *bytes.first()?;
    if !first.is_ascii_uppercase() && !begins_letter(first) {
        return None;
    }
    let colon = memchr(b':', &bytes[..bytes.len().min(LONGEST_LABEL)])?;
    // "… what he said: " ends with a small letter, as most that is no label does.
    let last = memrchr(b' ', &bytes[..colon]).map_or(0, |blank| blank + 1);
    if bytes[last].is_ascii_lowercase() && bytes[colon - 1] != b')' {
        return None;
    }
    name_label(head(words, colon + 2))
        .ok()
        .map(|(_, label)| label)
}

/// question-label = ("Q" / "A") ("." / ":" / SP) SP
///
/// Stenographers set a wide blank behind a bare letter: `Q    Sir, why?`
fn question_label(input: &str) -> IResult<&str, &str> {
    recognize((one_of("QA"), one_of(".: "), char(' '))).parse(input)
}

/// name-label = (1*5name-word / 1*8upper-word) ":" SP
///
/// Transcripts of broadcasts set name and trade in capitals: only there a comma may stand between them.
fn name_label(input: &str) -> IResult<&str, &str> {
    let is_part = |c: char| {
        c.is_alphanumeric() || matches!(c, ' ' | '.' | ',' | '\'' | '’' | '-' | '&' | '(' | ')')
    };
    let is_name = |name: &&str| {
        // "(on camera)" says where the words were heard.
        let name = name.split_once('(').map_or(*name, |(name, _)| name);
        let mut words = name.split_whitespace();
        let is_titled = name.contains(',');
        if is_titled && name.contains(char::is_lowercase) {
            return false;
        }
        let longest = if is_titled {
            LONGEST_TITLED_NAME
        } else {
            LONGEST_NAME
        };
        let is_long = name.split_whitespace().nth(longest).is_some();
        // "of", "the" may stand inside: the first and the last word are capitalised.
        let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c == '(');
        let last = name.split_whitespace().next_back();
        !is_long && words.next().is_some_and(capital) && last.is_some_and(capital)
    };
    recognize((verify(take_while1(is_part), is_name), tag(": "))).parse(input)
}

/// pull-quote = mark words mark *SP dash *SP name, all of it one paragraph
pub(crate) fn pull_quote(words: &str) -> bool {
    let bytes = words.as_bytes();
    let ends_open = bytes.last().is_some_and(u8::is_ascii_alphanumeric);
    if !ends_open || words.len() > LONGEST_PULL_QUOTE {
        return false;
    }
    let Ok((rest, opening)) = mark(bytes) else {
        return false;
    };
    if rest.len() < SHORTEST_SIGNATURE {
        return false;
    }
    let inside = &words[words.len() - rest.len()..];
    let dashes = inside.match_indices(['—', '–', '―', '-']);
    dashes.into_iter().any(|(at, dash)| {
        let before = inside[..at].trim_end();
        let name = inside[at + dash.len()..].trim_start_matches(['-', ' ']);
        let last = before
            .char_indices()
            .next_back()
            .map(|(at, _)| &before.as_bytes()[at..]);
        let closes = last
            .and_then(|last| mark(last).ok())
            .is_some_and(|(rest, closing)| {
                rest.is_empty() && closing.kind.family() == opening.kind.family()
            });
        closes && name.starts_with(char::is_uppercase)
    })
}
