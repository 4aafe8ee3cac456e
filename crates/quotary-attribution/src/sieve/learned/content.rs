//! What a frame says that was said: its stretches, with nothing cut off and nothing besides.

use std::ops::Range;

use crate::{evidence::Evidence, model::Frame, tag::Tag, token::TokenKind};

/// Cuts a range where a paragraph ends.
pub(super) fn by_paragraph(
    evidence: &Evidence<'_, '_, '_>,
    range: Range<usize>,
    out: &mut Vec<Range<usize>>,
) {
    let reading = evidence.reading;
    let mut start = range.start;
    for at in range.start + 1..range.end {
        if reading.sentence(at).paragraph != reading.sentence(at - 1).paragraph {
            out.push(start..at);
            start = at;
        }
    }
    out.push(start..range.end);
}

/// "Archbishop says sorry to pupils: ‘We preferred the music’": in a headline, of a content that a colon
/// cuts the quotation.
pub(super) fn only_what_follows_colon(evidence: &Evidence<'_, '_, '_>, frame: &mut Frame) {
    let reading = evidence.reading;
    if !reading.in_headline(frame.head) {
        return;
    }
    let tokens = reading.sentence(frame.head).tokens.clone();
    let colon = (frame.head..tokens.end).find(|&at| reading.is(at, ":"));
    let Some(colon) = colon.filter(|&at| evidence.opens_at(at + 1).is_some()) else {
        return;
    };
    if frame.contents.iter().any(|it| it.start > colon) {
        frame.contents.retain(|it| it.start > colon);
    }
}

/// Whether a stretch is an article alone: a slip of the weights.
pub(super) fn is_article(evidence: &Evidence<'_, '_, '_>, range: &Range<usize>) -> bool {
    range.len() == 1 && evidence.reading.is_any(range.start, &["a", "an", "the"])
}

/// With what a slip of the weights left out at an edge, and without what stands around it.
pub(super) fn complete(
    evidence: &Evidence<'_, '_, '_>,
    range: Range<usize>,
    level: Option<u32>,
) -> Range<usize> {
    let range = with_phrase(evidence, with_particle(evidence, range));
    trimmed(evidence, whole(evidence, range, level), level)
}

/// "to open the road" of "both armies to open the road": without who is told.
pub(super) fn without(hearer: Option<&Range<usize>>, mut content: Range<usize>) -> Range<usize> {
    if let Some(hearer) = hearer.filter(|it| it.start == content.start && it.end < content.end) {
        content.start = hearer.end;
    }
    content
}

/// "anyone to come | forward.": with the last word of the sentence where it belongs to the verb.
fn with_particle(evidence: &Evidence<'_, '_, '_>, mut range: Range<usize>) -> Range<usize> {
    let reading = evidence.reading;
    let last = range.end;
    let verbal = last > range.start && last < reading.len() && reading.tag(last - 1).is_verb();
    if verbal
        && reading.is_any(
            last,
            &[
                "ahead", "apart", "away", "back", "down", "forward", "off", "out", "together", "up",
            ],
        )
        && last + 1 < reading.len()
        && reading.kind(last + 1) == TokenKind::Stop
    {
        range.end += 1;
    }
    range
}

/// "growth of 6 to | 8 percent": no content ends with a preposition that a noun phrase follows.
fn with_phrase(evidence: &Evidence<'_, '_, '_>, mut range: Range<usize>) -> Range<usize> {
    let reading = evidence.reading;
    let limit = reading.sentence(range.end - 1).tokens.end;
    let last = range.end - 1;
    let open = matches!(reading.tag(last), Tag::Preposition | Tag::To) && !reading.is(last, "that");
    if let Some(next) = evidence.chunks.starting_at(range.end)
        && open
        && next.tokens.end <= limit
    {
        range.end = next.tokens.end;
    }
    range
}

/// As many words of a quotation as a content may leave out at an edge by a slip of the weights: no
/// writer cuts so few.
const SLIP: usize = 3;

/// With a few words more where they are all that lacks of a quotation.
fn whole(evidence: &Evidence<'_, '_, '_>, range: Range<usize>, level: Option<u32>) -> Range<usize> {
    let reading = evidence.reading;
    let inside = |at: usize| reading.token(at).quotation.filter(|it| Some(*it) != level);
    let is_mark = |at: usize, kind: TokenKind, of: Option<u32>| {
        at < reading.len() && reading.kind(at) == kind && reading.token(at).quotation == of
    };
    let (mut start, mut end) = (range.start, range.end);
    if let Some(first) = inside(start).filter(|_| reading.kind(start) != TokenKind::Opening) {
        let mut before = (start.saturating_sub(SLIP + 1)..start).rev();
        start = before
            .find(|&at| is_mark(at, TokenKind::Opening, Some(first)))
            .unwrap_or(start);
    }
    if let Some(last) = inside(end - 1).filter(|_| reading.kind(end - 1) != TokenKind::Closing) {
        let mut behind = end..end + SLIP + 1;
        end = behind
            .find(|&at| is_mark(at, TokenKind::Closing, Some(last)))
            .map_or(end, |closing| closing + 1);
    }
    start..end
}

/// Without marks around the whole and without commas and stops outside the marks at its end.
pub(in crate::sieve) fn trimmed(
    evidence: &Evidence<'_, '_, '_>,
    mut range: Range<usize>,
    level: Option<u32>,
) -> Range<usize> {
    let reading = evidence.reading;
    let outside = |at: usize| reading.token(at).quotation == level;
    // "the figure at 61%"
    let sign = |at: usize| reading.is_any(at, &["%", "‰", "°", "$", "£", "€", "¥", "₹", "#"]);
    let edge = |at: usize| {
        matches!(reading.kind(at), TokenKind::Punctuation | TokenKind::Stop) && !sign(at)
    };
    // "the National Bureau (NAB | )"
    let bracketed = |range: &Range<usize>| {
        reading.form(range.end - 1) == ")" && range.clone().any(|at| reading.form(at) == "(")
    };
    while !range.is_empty() && edge(range.end - 1) && outside(range.end - 1) && !bracketed(&range) {
        range.end -= 1;
    }
    while !range.is_empty() && edge(range.start) && outside(range.start) {
        range.start += 1;
    }
    if range.is_empty() {
        return range;
    }
    let (first, last) = (range.start, range.end - 1);
    let opens = reading.kind(first) == TokenKind::Opening;
    let closes = reading.kind(last) == TokenKind::Closing;
    let mark = |at: usize| reading.token(at).quotation;
    let pair = opens && closes && mark(first) == mark(last);
    let closed_inside =
        (first..=last).any(|at| reading.kind(at) == TokenKind::Closing && mark(at) == mark(first));
    let opened_inside =
        (first..=last).any(|at| reading.kind(at) == TokenKind::Opening && mark(at) == mark(last));
    if pair || opens && !closed_inside {
        range.start += 1;
    }
    if pair || closes && !opened_inside {
        range.end -= 1;
    }
    range
}
