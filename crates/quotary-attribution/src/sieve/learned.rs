//! What the weights say of cues, sources and contents, joined with what the sieves before found.

use std::{collections::HashSet, ops::Range};

use super::{
    Draft, Found,
    ends::{before_another, before_coordinated, within_headlines},
};
use crate::{
    evidence::Evidence,
    model::{Frame, Model, Sheet},
    tag::Tag,
    token::TokenKind,
};
use content::{by_paragraph, complete, is_article, only_what_follows_colon, without};
use kept::kept;
use refused::refused;
use source::{is_before_head, lead_by_subject, source};

mod content;
mod kept;
mod refused;
mod source;

pub(super) use content::trimmed;

/// The sieves whose drafts stand without the weights' assent, because marks tell the content.
const SURE: [&str; 8] = [
    "cue-after-quotation",
    "inverted-cue",
    "interrupting-cue",
    "cue-before-quotation",
    "colon",
    "headline-colon",
    "headline-dash",
    "turn",
];

/// Those of them that a scare quote or a list can look like: outside quotations they fall where the
/// weights are next to certain that there is no cue. Of what is quoted inside quotations the weights
/// have learned little: PolNeAR seldom annotates it.
const MAY_BE_NONE: [&str; 2] = ["cue-before-quotation", "colon"];

/// Name of the weights' own readings.
pub(super) const LEARNED: &str = "learned";

/// The sieves whose sources and contents are better than those of the weights, where the weights
/// take the cue for one.
const EXACT: [&str; 6] = [
    "noun-cue",
    "that-clause",
    "bare-clause",
    "question-clause",
    "relative-report",
    "passive-report",
];

/// Whether the source and content that a sieve gives a cue stand if the weights take it for one.
pub(super) fn is_settled(sieve: &str) -> bool {
    SURE.contains(&sieve) || EXACT.contains(&sieve)
}

/// Adds the cues that only the weights see, and drops the drafts whose cue they see none in.
pub(crate) fn frames(evidence: &Evidence<'_, '_, '_>, model: &Model, found: &mut Found) {
    let proposals = found.drafts.iter().filter_map(Draft::proposal).collect();
    let sheet = Sheet::new(evidence.reading, proposals);
    let verdict = model.frames(&sheet);
    let mut before: Vec<Option<Draft>> = std::mem::take(&mut found.drafts)
        .into_iter()
        .map(Some)
        .collect();
    found.taken.fill(None);
    let mut of = vec![None; evidence.reading.len()];
    for (index, draft) in before.iter().enumerate().rev() {
        for at in draft.iter().filter_map(|it| it.cue.clone()).flatten() {
            of[at] = Some(index);
        }
    }
    let mut chosen = Vec::with_capacity(verdict.standing.len() + 4);
    for frame in verdict.standing {
        let rule = of[frame.head].and_then(|index| before[index].take());
        if rule.is_none() && refused(evidence, &frame) {
            continue;
        }
        chosen.extend(draft(evidence, frame, rule));
    }
    // Where there is no cue, and where marks alone decide, the rules stand.
    let starts: HashSet<usize> = chosen
        .iter()
        .filter_map(|draft| draft.content.first())
        .map(|part| part.start)
        .collect();
    chosen.extend(before.into_iter().flatten().filter(|draft| {
        let Some(cue) = &draft.cue else { return true };
        let from = verdict.doubted.partition_point(|&head| head < cue.start);
        let doubted = verdict
            .doubted
            .get(from)
            .is_some_and(|head| cue.contains(head));
        let falls = doubted && draft.level.is_none() && MAY_BE_NONE.contains(&draft.sieve);
        let sure = SURE.contains(&draft.sieve) && !falls;
        sure || kept(evidence, draft, &starts)
    }));
    within_headlines(&mut chosen);
    chosen.sort_by_key(|draft| draft.cue.as_ref().map(|cue| cue.start));
    before_coordinated(evidence, &mut chosen);
    before_another(evidence, &mut chosen);
    for draft in chosen {
        found.add(evidence, draft);
    }
}

fn draft(evidence: &Evidence<'_, '_, '_>, mut frame: Frame, rule: Option<Draft>) -> Option<Draft> {
    let reading = evidence.reading;
    let level = reading.token(frame.head).quotation;
    if let Some(rule) = rule.as_ref().filter(|rule| is_settled(rule.sieve)) {
        return Some(Draft {
            probability: Some(frame.confidence),
            ..rule.clone()
        });
    }
    let (hearer, ruled, sieve) = match rule {
        Some(rule) if frame.ruled => (rule.hearer, rule.source, rule.sieve),
        Some(rule) => (rule.hearer, rule.source, LEARNED),
        None => (None, None, LEARNED),
    };
    lead_by_subject(evidence, &mut frame);
    only_what_follows_colon(evidence, &mut frame);
    // "expects the navies to talk": who acts is not who listens; "the court heard" does.
    let hearer = hearer.filter(|it| it.end <= frame.head || evidence.says(frame.head));
    let mut source = source(evidence, &frame, ruled, hearer.as_ref());
    let mut content = Vec::with_capacity(frame.contents.len());
    for range in frame.contents {
        // "Opposition | lawmakers": both are who.
        if let Some(source) = source
            .as_mut()
            .filter(|it| is_before_head(evidence, &range, it))
        {
            source.start = range.start;
            continue;
        }
        by_paragraph(evidence, range, &mut content);
    }
    if content.len() > 1 {
        content.retain(|range| !is_article(evidence, range));
    }
    let content: Vec<Range<usize>> = content
        .into_iter()
        .map(|range| complete(evidence, range, level))
        .map(|range| without(hearer.as_ref(), range))
        .filter(|range| !range.is_empty())
        .collect();
    (!content.is_empty()).then_some(Draft {
        content,
        cue: Some(bare_cue(evidence, frame.cue, frame.head)),
        source,
        hearer,
        level,
        sieve,
        from_context: false,
        probability: Some(frame.confidence),
    })
}

/// "said" of "also said", "wrote back" of "wrote back.": no adverb before the verb, no mark behind it.
fn bare_cue(evidence: &Evidence<'_, '_, '_>, cue: Range<usize>, head: usize) -> Range<usize> {
    let reading = evidence.reading;
    let start = (cue.start..=head).find(|&at| reading.tag(at) != Tag::Adverb);
    let end = (head..cue.end).rfind(|&at| reading.kind(at) == TokenKind::Word);
    start.unwrap_or(cue.start)..end.map_or(cue.end, |last| last + 1)
}
