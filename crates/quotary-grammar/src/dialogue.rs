//! Dialogue set with dashes: a paragraph that begins with a dash is somebody's turn, and what the
//! narrator puts in stands between dashes too.
//!
//! ```abnf
//! dash-turn = dash *SP speech *( narrator-dash narration [ speech-dash speech ] )
//! ```

use alloc::vec::Vec;

use memchr::{memchr_iter, memchr2};
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::fail;
use nom::{IResult, Parser};

use crate::Span;
use crate::layout::trim;
use crate::scan::WINDOW;

/// A stretch of a turn that is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Speech {
    /// The dash before it.
    pub(crate) opening: Span,
    /// The dash behind it, where the narrator has the word.
    pub(crate) closing: Option<Span>,
}

/// dash = "—" / "―" / "–"
pub(crate) fn dash(input: &str) -> IResult<&str, &str> {
    match input.as_bytes() {
        [0xE2, 0x80, 0x93..=0x95, ..] => Ok((&input[3..], &input[..3])),
        _ => fail().parse(input),
    }
}

/// typed-dash = dash / "--" / "-" SP
pub(crate) fn typed_dash(input: &str) -> IResult<&str, &str> {
    let hyphen = |input| {
        let (_, _) = tag("- ").parse(input)?;
        tag("-").parse(input)
    };
    alt((dash, tag("--"), hyphen)).parse(input)
}

/// The spoken stretches of `paragraph`; none where it does not begin with a dash.
pub(crate) fn dash_turn(text: &str, paragraph: Span) -> Vec<Speech> {
    let words = paragraph.slice(text);
    let Ok((_, opening)) = typed_dash(words) else {
        return Vec::new();
    };
    let mut at = paragraph.start + opening.len();
    let mut speech = Speech {
        opening: Span::new(paragraph.start, at),
        closing: None,
    };
    let mut found = Vec::new();
    let mut is_spoken = true;
    // The dashes of this paragraph begin with 0xE2; typed ones are told by their blanks.
    let bytes = words.as_bytes();
    while let Some(next) = memchr2(0xE2, b'-', &bytes[at - paragraph.start..]) {
        let start = at + next;
        let Ok((_, mark)) = typed_dash(&text[start..paragraph.end]) else {
            at = start + if text.as_bytes()[start] == b'-' { 1 } else { 3 };
            continue;
        };
        let span = Span::new(start, start + mark.len());
        at = span.end;
        let before = text[paragraph.start..start].chars().next_back();
        let after = text[at..paragraph.end].chars().next();
        if is_spoken {
            if begins_narration(before, after, &text[paragraph.start..start]) {
                speech.closing = Some(span);
                found.push(speech);
                is_spoken = false;
            }
        } else if ends_narration(before, after) {
            let rest = &text[at..paragraph.end];
            // Spanish sets the stop of the speech behind the narrator's dash.
            let stop = rest.len() - rest.trim_start_matches([',', '.', ';', ':']).len();
            at += stop;
            let content = trim(text, Span::new(at, paragraph.end));
            if content.is_empty() {
                break;
            }
            speech = Speech {
                opening: Span::new(span.start, at),
                closing: None,
            };
            is_spoken = true;
        }
    }
    if is_spoken {
        found.push(speech);
    }
    found
}

/// narrator-dash = SP dash letter / SP dash SP lower-case-letter
///
/// In Cyrillic, where a dash is also the verb "to be", only behind a mark of punctuation.
fn begins_narration(before: Option<char>, after: Option<char>, speech: &str) -> bool {
    let (Some(before), Some(after)) = (before, after) else {
        return false;
    };
    if !before.is_whitespace() {
        return false;
    }
    if !after.is_whitespace() {
        return after.is_alphabetic();
    }
    let last = speech.trim_end().chars().next_back();
    let is_cyrillic = speech
        .chars()
        .rev()
        .take(20)
        .any(|c| ('\u{400}'..='\u{52F}').contains(&c));
    let is_stopped = last.is_some_and(|c| matches!(c, ',' | '.' | '!' | '?' | '…'));
    !is_cyrillic || is_stopped
}

/// speech-dash = dash (punctuation / SP / end)
fn ends_narration(before: Option<char>, after: Option<char>) -> bool {
    let is_blank = after.is_none_or(char::is_whitespace);
    let is_stop = after.is_some_and(|c| matches!(c, ',' | '.' | ';' | ':' | '?' | '!'));
    is_blank || is_stop || before.is_some_and(char::is_whitespace)
}

/// Turns that make a text one of dialogue set with dashes: one may be an item of a list.
const FEWEST_TURNS: usize = 2;
/// Such texts are written in languages whose letters are not all ASCII: at least one in so many
/// bytes is not. English news has one in a thousand, and lists with dashes.
const FOREIGN_LETTERS: usize = 200;

/// Whether `text` sets dialogue with dashes, judged by its first window.
pub(crate) fn has_dash_dialogue(text: &str) -> bool {
    let sample = crate::span::head(text, WINDOW);
    let turns = memchr_iter(0xE2, sample.as_bytes())
        .filter(|&at| is_turn(sample, at))
        .count();
    if turns < FEWEST_TURNS {
        return false;
    }
    let foreign = sample
        .bytes()
        .filter(|byte| matches!(byte, 0xC3..=0xD4))
        .count();
    foreign * FOREIGN_LETTERS >= sample.len()
}

/// Whether a dash at `at` heads a line that looks like a turn: a capital behind it, a stop or the
/// narrator at its end.
fn is_turn(text: &str, at: usize) -> bool {
    let heads = text[..at]
        .chars()
        .rev()
        .find(|c| !matches!(c, ' ' | '\t' | '\u{A0}'));
    if !heads.is_none_or(|c| c == '\n' || c == '\r') {
        return false;
    }
    let Ok((rest, _)) = dash(&text[at..]) else {
        return false;
    };
    let first = rest.chars().find(|c| !c.is_whitespace());
    first.is_some_and(|c| c.is_uppercase() || matches!(c, '¿' | '¡' | '…' | '«'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(text: &str) -> Vec<&str> {
        let whole = Span::new(0, text.len());
        let turns = dash_turn(text, whole);
        let content = |speech: &Speech| {
            let end = speech.closing.map_or(text.len(), |mark| mark.start);
            trim(text, Span::new(speech.opening.end, end)).slice(text)
        };
        turns.iter().map(content).collect()
    }

    #[test]
    fn narrators_are_cut_out() {
        for (text, expected) in [
            (
                "—No lo sé —dijo Ana—. Mañana.",
                &["No lo sé", "Mañana."][..],
            ),
            ("—No lo sé —dijo Ana.", &["No lo sé"]),
            ("— Non, dit-il, jamais.", &["Non, dit-il, jamais."]),
            (
                "— Nie wiem — powiedział Jan. — Jutro.",
                &["Nie wiem", "Jutro."],
            ),
            (
                "— Не знаю, — сказал он. — Завтра.",
                &["Не знаю,", "Завтра."],
            ),
            ("— Москва — это город.", &["Москва — это город."]),
            ("Nada —dijo— más.", &[]),
        ] {
            assert_eq!(spoken(text), expected, "{text}");
        }
    }

    #[test]
    fn lists_in_english_are_no_dialogue() {
        assert!(!has_dash_dialogue(
            "— The bridge is shut.\n— The ferry is late.\n"
        ));
        assert!(has_dash_dialogue("—¿Quién es?\n—Soy yo, señor.\n"));
    }
}
