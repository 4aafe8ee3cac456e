//! Contents that lead their sentence: `Y, SOURCE said.`, `Y, SOURCE said, Y.`

use std::ops::Range;

use super::{Draft, report::draft};
use crate::{cue::Cue, evidence::Evidence, lexicon::Pattern, tag::Tag, token::TokenKind};

/// `Y, SOURCE said.` and `Y, SOURCE said, Y.`
pub(super) fn fronted(
    evidence: &Evidence<'_, '_, '_>,
    cue: &Cue,
    head: &Range<usize>,
    from: usize,
) -> Option<Draft> {
    let reading = evidence.reading;
    if !cue
        .pattern
        .any(Pattern::QUOTE.and(Pattern::BARE).and(Pattern::HEARER))
    {
        return None;
    }
    let scope = cue.scope.clone();
    let before = content_before(evidence, cue, head.start.min(cue.tokens.start), &scope)?;
    let between = evidence.between(cue, from, &scope);
    let end = between.end;
    let closes = end >= scope.end
        || reading.kind(end) == TokenKind::Stop
        || reading.is_any(end, &[",", ";", ":", ")", "–", "—", "--"])
        || reading.tag(end) == Tag::Coordinator
        || reading.tag(end) == Tag::Preposition
        || !evidence.same_level(end, cue.quotation);
    // "She said the cake, a lemon chiffon | ordered for a wedding, had been misspelled": a participle behind a thing.
    let word = reading.word(cue.head);
    let thing = head.len() > 1
        && reading.is(head.start.saturating_sub(1), ",")
        && reading.is_any(head.start, &["a", "an"])
        && head.clone().all(|at| {
            let noun = reading.word(at);
            noun.noun.is_none() && noun.noun_cue.is_none() && reading.tag(at) != Tag::Name
        });
    let told = thing
        && head.end == cue.head
        && word.may_be(Tag::VerbParticiple)
        && reading.tag(cue.head + 1) == Tag::Preposition;
    if !closes || told {
        return None;
    }
    let mut content = vec![before];
    if reading.is(end, ",") && evidence.same_level(end, cue.quotation) {
        content.extend(resumed(evidence, cue, end + 1, &scope));
    }
    Some(draft(
        cue,
        Some(head.clone()),
        content,
        between.hearer,
        "fronted-report",
    ))
}

/// The clause before the comma that stands before `begin`.
pub(super) fn content_before(
    evidence: &Evidence<'_, '_, '_>,
    cue: &Cue,
    begin: usize,
    scope: &Range<usize>,
) -> Option<Range<usize>> {
    let reading = evidence.reading;
    let comma = begin.checked_sub(1).filter(|&it| it > scope.start)?;
    let tied = reading.is_any(comma, &[",", "–", "—", "--"])
        || reading.kind(comma) == TokenKind::Closing
            && comma > 0
            && reading.is_any(comma - 1, &[",", "?", "!"]);
    if !tied {
        return None;
    }
    let start = clause_start(evidence, comma, scope, cue.quotation);
    // "Meanwhile, the minister resigned, officials said": the first word is the narrator's.
    let leads = reading.tag(start) == Tag::Adverb && reading.is(start + 1, ",");
    let start = if leads { start + 2 } else { start };
    let end = if reading.kind(comma) == TokenKind::Closing {
        comma + 1
    } else {
        comma
    };
    let content = evidence.trimmed(start..end);
    // "Asked whether it would hold, the engineer thought": the question is put by somebody else.
    if reading.is_any(
        content.start,
        &["asked", "told", "questioned", "pressed", "quizzed"],
    ) {
        return None;
    }
    // One word before a comma is an adverb or a vocative, not a report.
    let words = content
        .clone()
        .filter(|&at| reading.kind(at) == TokenKind::Word)
        .count();
    (words >= 1 && !is_adverbial(evidence, &content)).then_some(content)
}

/// Whether a stretch only sets the scene: "On Thursday", "However", "In a statement".
fn is_adverbial(evidence: &Evidence<'_, '_, '_>, content: &Range<usize>) -> bool {
    let reading = evidence.reading;
    let verb = content.clone().any(|at| {
        matches!(
            reading.tag(at),
            Tag::VerbPast | Tag::VerbS | Tag::Verb | Tag::Modal
        )
    });
    let first = reading.tag(content.start);
    !verb
        && (matches!(
            first,
            Tag::Preposition
                | Tag::To
                | Tag::Adverb
                | Tag::Coordinator
                | Tag::VerbIng
                | Tag::VerbParticiple
        ))
        && content.len() < 12
}

/// Where the reported clause begins: behind the last report or semicolon of the sentence.
fn clause_start(
    evidence: &Evidence<'_, '_, '_>,
    end: usize,
    scope: &Range<usize>,
    quotation: Option<u32>,
) -> usize {
    let reading = evidence.reading;
    (scope.start..end)
        .rev()
        .find(|&at| reading.is_any(at, &[";", ":"]) && evidence.same_level(at, quotation))
        .map_or(scope.start, |at| at + 1)
}

/// What goes on behind "…, SOURCE said, ".
fn resumed(
    evidence: &Evidence<'_, '_, '_>,
    cue: &Cue,
    first: usize,
    scope: &Range<usize>,
) -> Option<Range<usize>> {
    let reading = evidence.reading;
    if first >= scope.end
        || !evidence.same_level(first, cue.quotation) && evidence.opens_at(first).is_none()
    {
        return None;
    }
    // A participle or another cue is the narrator's, not the speaker's.
    let narrates = matches!(reading.tag(first), Tag::VerbIng)
        || reading.is_any(
            first,
            &[
                "who",
                "which",
                "where",
                "as",
                "according",
                "citing",
                "with",
                "after",
                "when",
                "while",
                "in",
                "at",
                "during",
            ],
        )
        || reading.word(first).cue.is_some()
        || reading.tag(first) == Tag::Coordinator && reading.word(first + 1).cue.is_some();
    if narrates {
        return None;
    }
    evidence
        .clause(first, scope, cue)
        .into_iter()
        .next()
        .filter(|it| !it.is_empty() && !is_report(evidence, it))
}

/// "told staff on Tuesday, | two people who were there said": whether a clause tells who says the whole.
fn is_report(evidence: &Evidence<'_, '_, '_>, clause: &Range<usize>) -> bool {
    let last = clause.end - 1;
    let cue = evidence.cues.get(evidence.cue_from(last));
    cue.filter(|it| it.head == last)
        .and_then(|it| evidence.subject(it))
        .is_some_and(|it| it.start == clause.start)
}
