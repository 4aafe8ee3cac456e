//! Quotations without a cue of their own that go on where a speaker has begun.

use super::{Draft, Found};
use crate::{evidence::Evidence, tag::Tag, token::TokenKind};

/// Gives each quotation that is left to the speech before it, or makes it one of its own whose
/// speaker the context tells.
pub(crate) fn continuations(evidence: &Evidence<'_, '_, '_>, found: &mut Found) {
    for index in 0..evidence.quoted.len() {
        if found.taken[index].is_some()
            || !(is_speech(evidence, index) || answers(evidence, index, found))
        {
            continue;
        }
        match link(evidence, index, found) {
            Some(Link::Same(draft)) => {
                let parts = evidence.quoted[index].parts.clone();
                found.drafts[draft].content.extend(parts);
                found.taken[index] = Some(draft);
            }
            Some(Link::Context) => {
                let draft = Draft {
                    content: evidence.quoted[index].parts.clone(),
                    cue: None,
                    source: None,
                    hearer: None,
                    level: None,
                    sieve: "continuation",
                    from_context: true,
                    probability: None,
                };
                found.add(evidence, draft);
            }
            None => {}
        }
    }
}

/// "“We did it,” she posted. “Sleep now”": two words or more that fill the sentence behind speech, or one
/// with a stop: "“Twice.”"
fn answers(evidence: &Evidence<'_, '_, '_>, index: usize, found: &Found) -> bool {
    let reading = evidence.reading;
    let quoted = &evidence.quoted[index];
    let sentence = reading.sentence(quoted.tokens.start);
    let word = |at: &usize| reading.kind(*at) == TokenKind::Word;
    let outside = (sentence.tokens.start..quoted.tokens.start)
        .chain(quoted.tokens.end..sentence.tokens.end)
        .any(|at| word(&at));
    let words = quoted.parts.iter().cloned().flatten().filter(word).count();
    let follows = index > 0
        && found.taken[index - 1].is_some()
        && reading
            .sentence(evidence.quoted[index - 1].tokens.start)
            .paragraph
            == sentence.paragraph;
    let stops = || {
        let last = evidence.last_inside(index);
        last.is_some_and(|it| reading.kind(it) == TokenKind::Stop)
    };
    follows && !outside && (words >= 2 || words == 1 && stops())
}

/// How a quotation hangs on what stands before it.
enum Link {
    /// It goes on with the content of this draft.
    Same(usize),
    /// Its speaker is the one last spoken of.
    Context,
}

fn link(evidence: &Evidence<'_, '_, '_>, index: usize, found: &Found) -> Option<Link> {
    let reading = evidence.reading;
    let start = evidence.quoted[index].tokens.start;
    let paragraph = reading.sentence(start).paragraph;
    // Titles and scare quotes between the two are passed over.
    let mut before = (0..index)
        .rev()
        .take(4)
        .filter_map(|it| found.taken[it].map(|draft| (it, draft)));
    let previous = before.clone().next();
    let same =
        before.find(|&(quoted, draft)| goes_on(evidence, quoted, &found.drafts[draft], start));
    if let Some((_, draft)) = same {
        return Some(Link::Same(draft));
    }
    if previous.is_some_and(|(quoted, _)| {
        let end = evidence.quoted[quoted].tokens.end;
        reading.sentence(end - 1).paragraph == paragraph
    }) {
        return Some(Link::Context);
    }
    // A report or narration before it in the paragraph: the speaker is known from there.
    let head = reading
        .sentences()
        .iter()
        .find(|it| it.paragraph == paragraph)?;
    let narrated = head.tokens.start + 1 < start;
    (narrated
        || previous.is_some_and(|(_, draft)| {
            found.drafts[draft].source.is_some() || found.drafts[draft].from_context
        }) && next_to_previous(evidence, index))
    .then_some(Link::Context)
}

/// Whether the quotation at `start` goes on with what `draft` says in `quoted`.
fn goes_on(evidence: &Evidence<'_, '_, '_>, quoted: usize, draft: &Draft, start: usize) -> bool {
    let reading = evidence.reading;
    let end = evidence.quoted[quoted].tokens.end;
    let apart = reading.sentence(start).paragraph - reading.sentence(end - 1).paragraph;
    let whole = draft
        .content
        .iter()
        .any(|it| evidence.quoted[quoted].parts.contains(it))
        || is_fronted(evidence, quoted, draft);
    // "“Is it, deputy?” Prado asked. ¶ “Not that night.”": another answers.
    let asked = || {
        evidence
            .last_inside(quoted)
            .is_some_and(|it| reading.is(it, "?"))
    };
    let answers = apart == 1 && asked() && draft.asks(reading);
    whole && apart <= 1 && !answers && only_cue_between(evidence, end, start, draft)
}

/// `The plan “is dead,” SOURCE said. “…”`: a report that leads its sentence and ends in a quotation
/// or holds one goes on like a quotation.
fn is_fronted(evidence: &Evidence<'_, '_, '_>, quoted: usize, draft: &Draft) -> bool {
    let tokens = &evidence.quoted[quoted].tokens;
    let holds =
        |part: &std::ops::Range<usize>| part.start <= tokens.start && tokens.end <= part.end + 1;
    let cue = draft.cue.as_ref().map_or(0, |cue| cue.start);
    tokens.end <= cue && draft.content.iter().any(holds)
}

/// Whether the quotation before stands in the paragraph before.
fn next_to_previous(evidence: &Evidence<'_, '_, '_>, index: usize) -> bool {
    let reading = evidence.reading;
    index > 0 && {
        let end = evidence.quoted[index - 1].tokens.end;
        let start = evidence.quoted[index].tokens.start;
        reading.sentence(end - 1).paragraph + 1 >= reading.sentence(start).paragraph
    }
}

/// Whether between two quotations stands nothing but the sentence with the first one's cue.
fn only_cue_between(
    evidence: &Evidence<'_, '_, '_>,
    end: usize,
    start: usize,
    draft: &Draft,
) -> bool {
    let reading = evidence.reading;
    let words = (end..start)
        .filter(|&at| reading.kind(at) == TokenKind::Word)
        .count();
    if words == 0 {
        return true;
    }
    let Some(cue) = &draft.cue else {
        return words == 0;
    };
    // The cue's own sentence may stand between, no other.
    let first = reading.sentence_index(end.min(reading.len() - 1));
    let last = reading.sentence_index(start.saturating_sub(1));
    let of_cue = reading.sentence_index(cue.start);
    let begins = reading.sentence(start).tokens.start;
    let tail = (begins..start)
        .all(|at| reading.kind(at) != TokenKind::Word || reading.tag(at) == Tag::Coordinator);
    let own_sentence =
        first == of_cue && (last == of_cue || last == reading.sentence_index(start) && tail);
    own_sentence && (tail || cue.start >= end) || (cue.start < end && words == 0)
}

/// Whether a quotation looks like speech rather than a title, a name or a word.
pub(super) fn is_speech(evidence: &Evidence<'_, '_, '_>, index: usize) -> bool {
    let reading = evidence.reading;
    let quoted = &evidence.quoted[index];
    let first = quoted.parts[0].start;
    let inside: usize = quoted.parts.iter().map(ExactSizeIterator::len).sum();
    if inside == 0 {
        return false;
    }
    let last = evidence.last_inside(index).unwrap_or(first);
    // "“Met Accused of Whitewashing,” by Kathianne Boniello": a title.
    if reading.is(quoted.tokens.end, "by") {
        return false;
    }
    let ends = reading.kind(last) == TokenKind::Stop
        || quoted.unclosed
        || reading.is_any(last, &[","]) && inside > 4;
    let words = quoted
        .parts
        .iter()
        .cloned()
        .flatten()
        .filter(|&at| reading.kind(at) == TokenKind::Word)
        .count();
    let mark = quoted.tokens.start;
    let sentence = reading.sentence(mark);
    let opens = (sentence.tokens.start..mark).all(|at| reading.kind(at) != TokenKind::Word);
    let verb = quoted.parts.iter().cloned().flatten().any(|at| {
        matches!(
            reading.tag(at),
            Tag::VerbPast | Tag::VerbS | Tag::Verb | Tag::Modal
        )
    });
    let colon = mark > 0 && reading.is_any(mark - 1, &[":"]);
    let multi = quoted.parts.len() > 1;
    multi
        || (opens || colon) && ends && words >= 2
        || (opens && verb && words >= 5)
        || ends && verb && words >= 5 && reading.is_capital(first)
}
