//! Turns of a conversation set as such: `JUDGE OYELARAN: Counsel, is the knife in evidence?`

use std::ops::Range;

use quotary_grammar::SegmentKind;

use super::{Draft, Found};
use crate::{evidence::Evidence, reading::Reading, token::TokenKind};

/// How many tokens may stand before the colon of a turn.
const LONGEST_LABEL: usize = 8;

/// What a turn begins with.
struct Label {
    /// Who speaks, without the colon and what a transcript sets before it: a trade, "(on camera)".
    tokens: Range<usize>,
    /// The colon; "Q." has none.
    colon: Option<usize>,
}

impl Label {
    /// Where what is said begins.
    fn end(&self) -> usize {
        self.colon.map_or(self.tokens.end, |colon| colon + 1)
    }
}

/// A paragraph that begins with a label.
struct Turn {
    label: Label,
    /// What stands behind the colon, and the paragraphs without a label up to the next turn.
    content: Vec<Range<usize>>,
    /// Index of its paragraph among all.
    paragraph: usize,
}

/// Takes paragraphs that begin with a name and a colon, where more of them stand together and
/// speak by turns; lists (`When: 5 p.m.`) are left alone.
pub(crate) fn turns(evidence: &Evidence<'_, '_, '_>, found: &mut Found) {
    let reading = evidence.reading;
    let turns = labelled(reading);
    let mut first = 0;
    while first < turns.len() {
        let mut end = first + 1;
        while end < turns.len() && follows(&turns[end - 1], &turns[end]) {
            end += 1;
        }
        let run = &turns[first..end];
        if is_conversation(reading, run) {
            for turn in run {
                found.add(
                    evidence,
                    Draft {
                        content: turn.content.clone(),
                        cue: turn.label.colon.map(|colon| colon..colon + 1),
                        source: Some(turn.label.tokens.clone()),
                        hearer: None,
                        level: None,
                        sieve: "turn",
                        from_context: false,
                        probability: None,
                    },
                );
            }
        }
        first = end;
    }
}

/// How many paragraphs one turn may have.
const LONGEST_TURN: usize = 6;

fn follows(one: &Turn, next: &Turn) -> bool {
    next.paragraph - one.paragraph <= LONGEST_TURN
}

/// Every paragraph that begins with a label.
fn labelled(reading: &Reading<'_, '_>) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut waiting: Vec<Range<usize>> = Vec::new();
    let sentences = reading.sentences();
    let mut at = 0;
    while at < sentences.len() {
        let paragraph = sentences[at].paragraph;
        let first = sentences[at].tokens.start;
        while at + 1 < sentences.len() && sentences[at + 1].paragraph == paragraph {
            at += 1;
        }
        let end = sentences[at].tokens.end;
        at += 1;
        // A transcript that is quoted as a whole opens its marks again at each turn.
        let quoted = reading.kind(first) == TokenKind::Opening && first + 1 < end;
        let first = first + usize::from(quoted);
        let closed = quoted && end > first + 1 && reading.kind(end - 1) == TokenKind::Closing;
        let end = end - usize::from(closed);
        match label(reading, first..end) {
            Some(label) => {
                // Paragraphs between two turns belong to the first.
                if let Some(last) = turns.last_mut().filter(|_| waiting.len() < LONGEST_TURN) {
                    last.content.append(&mut waiting);
                }
                waiting.clear();
                let content = label.end()..end;
                turns.push(Turn {
                    label,
                    content: std::iter::once(content).collect(),
                    paragraph,
                });
            }
            None => waiting.push(first..end),
        }
    }
    turns
}

/// `label = 1*8(name / title / "of" …) ["," trade] ["(" place ")"] ":" / ("Q" / "A") ["."]`
fn label(reading: &Reading<'_, '_>, paragraph: Range<usize>) -> Option<Label> {
    let first = paragraph.start;
    let is_turn = reading.sentence(first).kind == SegmentKind::Turn;
    let bare = reading.is_any(first, &["q", "a"]) && !reading.is(first + 1, ":");
    if is_turn && paragraph.len() > 1 && (bare || reading.is_any(first, &["q.", "a."])) {
        return Some(Label {
            tokens: first..first + 1,
            colon: None,
        });
    }
    let limit = paragraph.end.min(first + LONGEST_LABEL + 1);
    let colon = (first..limit).find(|&at| reading.is(at, ":"))?;
    // "Dear Marjorie:" is who reads it.
    if reading.is(first, "dear") {
        return None;
    }
    // "ANA PRADO, FISHERMAN (on camera):"
    let name = (first + 1..colon).find(|&at| is_turn && reading.is_any(at, &[",", "("]));
    let name = first..name.unwrap_or(colon);
    let named = name.clone().all(|at| match reading.kind(at) {
        TokenKind::Word => {
            reading.is_capital(at) || at > first && reading.word(at).closed.is_some()
        }
        TokenKind::Number => at > first,
        TokenKind::Stop | TokenKind::Punctuation => reading.is_any(at, &[".", "-", "(", ")"]),
        _ => false,
    });
    let before = paragraph.start.checked_sub(1);
    let marks = before
        .filter(|&at| reading.kind(at) == TokenKind::Opening)
        .and_then(|at| reading.token(at).quotation);
    let speaks = colon + 1 < paragraph.end
        && colon > first
        && reading.token(colon).quotation == marks
        && reading.kind(colon + 1) != TokenKind::Opening;
    (named && speaks).then_some(Label {
        tokens: name,
        colon: Some(colon),
    })
}

/// Whether labels are those of people who speak: Q and A, one that comes again, a question that
/// another answers.
fn is_conversation(reading: &Reading<'_, '_>, run: &[Turn]) -> bool {
    let name = |turn: &Turn| reading.slice(turn.label.tokens.clone());
    let asks = |turn: &Turn| {
        turn.content
            .last()
            .is_some_and(|part| reading.form(part.end - 1).contains('?'))
    };
    run.len() >= 2
        && run.windows(2).all(|pair| name(&pair[0]) != name(&pair[1]))
        && (run.len() >= 3
            && run.iter().enumerate().any(|(at, turn)| {
                let near = at.saturating_sub(LONGEST_TURN);
                run[near..at]
                    .iter()
                    .any(|before| name(before) == name(turn))
            })
            || asks(&run[0]))
}
