//! Where a content ends, once the reports beside it are known.

use std::ops::Range;

use super::{Draft, learned::trimmed};
use crate::{evidence::Evidence, tag::Tag, token::TokenKind};

/// "Court backs ban: minister": what is said inside a headline's report ends with it, before the
/// colon or dash.
pub(super) fn within_headlines(chosen: &mut [Draft]) {
    let mut reports: Vec<Range<usize>> = chosen
        .iter()
        .filter(|draft| matches!(draft.sieve, "headline-colon" | "headline-dash"))
        .filter_map(|draft| draft.content.first().cloned())
        .collect();
    reports.sort_by_key(|report| report.start);
    for draft in chosen {
        let Some(cue) = &draft.cue else { continue };
        let before = reports.partition_point(|report| report.start <= cue.start);
        let Some(report) = reports[..before]
            .last()
            .filter(|it| it.contains(&cue.start))
        else {
            continue;
        };
        for part in &mut draft.content {
            if part.start < report.end {
                part.end = part.end.min(report.end);
            }
        }
    }
}

/// How many reports behind one are asked whether they go on with its subject: those of its sentence.
const COORDINATED: usize = 4;

/// "He described it as ‘a burglary’ and accused the clerk of …": what somebody says ends where the
/// next thing that he says is tied on. `chosen` stands in the order of the cues.
pub(super) fn before_coordinated(evidence: &Evidence<'_, '_, '_>, chosen: &mut [Draft]) {
    for index in 0..chosen.len() {
        let (before, behind) = chosen.split_at_mut(index + 1);
        let Some(draft) = before.last_mut().filter(|it| it.source.is_some()) else {
            continue;
        };
        let end = behind
            .iter()
            .take(COORDINATED)
            .filter(|next| next.source == draft.source && next.level == draft.level)
            .find_map(|next| coordinator(evidence, next.cue.as_ref()?.start));
        let (Some(cue), Some(end)) = (&draft.cue, end) else {
            continue;
        };
        if evidence.reading.token(end).quotation != draft.level {
            continue;
        }
        // What begins behind the conjunction is of the next report, unless both share it ("said and
        // repeated that").
        if draft.content.iter().any(|part| part.start < end) {
            draft.content.retain(|part| part.start < end);
        }
        for part in &mut draft.content {
            if (cue.end..end).contains(&part.start) && end < part.end {
                *part = trimmed(evidence, part.start..end, draft.level);
            }
        }
    }
}

/// "Critics say it leans, and admirers say that it bows": what somebody says ends where the next says something, in
/// the same tense, behind a comma and a conjunction; and what is told inside a content that leads ends before the
/// source of that, "Korpa has hired a bank to find a buyer, | two aides said". `chosen` stands in the order of the
/// cues.
pub(super) fn before_another(evidence: &Evidence<'_, '_, '_>, chosen: &mut [Draft]) {
    let reading = evidence.reading;
    for index in 0..chosen.len() {
        let (before, behind) = chosen.split_at_mut(index + 1);
        let Some(draft) = before.last_mut() else {
            continue;
        };
        let Some(cue) = draft.cue.clone() else {
            continue;
        };
        let end = behind
            .iter()
            .take(COORDINATED)
            .filter(|next| next.level == draft.level)
            .find_map(|next| {
                let (source, verb) = (next.source.as_ref()?, next.cue.as_ref()?.start);
                let comma = |at: usize| at > cue.end && reading.is(at, ",");
                let before = source.start.checked_sub(1)?;
                let parallel = before > cue.end
                    && reading.is_any(before, &["and", "but"])
                    && comma(before - 1)
                    && source.end == verb
                    && evidence.says(cue.start)
                    && evidence.says(verb)
                    && is_finite(reading.tag(verb))
                    && (reading.tag(verb) == Tag::VerbPast)
                        == (reading.tag(cue.start) == Tag::VerbPast)
                    && reading.tag(source.start) != Tag::Pronoun;
                let leads = next
                    .content
                    .first()
                    .is_some_and(|it| it.contains(&cue.start) && it.end <= source.start);
                if parallel {
                    Some(before - 1)
                } else {
                    (leads && comma(before)).then_some(before)
                }
            });
        let Some(end) = end else { continue };
        for part in &mut draft.content {
            if (cue.end..end).contains(&part.start) && end < part.end {
                *part = trimmed(evidence, part.start..end, draft.level);
            }
        }
    }
}

fn is_finite(tag: Tag) -> bool {
    matches!(tag, Tag::VerbPast | Tag::VerbS | Tag::Verb)
}

/// "and" of "and also accused", the comma of ", adding", what is behind the mark of ",” adding": what ties
/// the verb at `at` to the one before.
fn coordinator(evidence: &Evidence<'_, '_, '_>, at: usize) -> Option<usize> {
    let reading = evidence.reading;
    let before = (at.saturating_sub(3)..at).rfind(|&it| reading.tag(it) != Tag::Adverb)?;
    let participle = reading.tag(at) == Tag::VerbIng;
    if participle
        && reading.kind(before) == TokenKind::Closing
        && reading.is(before.checked_sub(1)?, ",")
    {
        return Some(before + 1);
    }
    let joins = reading.is(before, ",") && participle;
    (joins || reading.tag(before) == Tag::Coordinator).then_some(before)
}
