//! Drafts that say the same words twice: which of them stands.

use std::ops::Range;

use super::{Draft, Found};
use crate::{evidence::Evidence, token::TokenKind};

/// Drops second cues of a quotation ("said: “…,” he recalled"), and verbs whose object is a noun with a content of its own
/// ("repeated her claim that").
pub(crate) fn overlaps(evidence: &Evidence<'_, '_, '_>, found: &mut Found) {
    let drafts = &found.drafts;
    let extent = |draft: &Draft| {
        let start = draft.content.iter().map(|it| it.start).min().unwrap_or(0);
        let end = draft.content.iter().map(|it| it.end).max().unwrap_or(0);
        start..end
    };
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|&at| {
        let extent = extent(&drafts[at]);
        (extent.start, std::cmp::Reverse(extent.end), at)
    });
    let mut drops = told_of_sources(evidence, drafts);
    // Drafts that hold, besides their own, all that another says.
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    // The drafts whose content has begun and not ended where the next one begins.
    let mut open: Vec<usize> = Vec::new();
    for &at in &order {
        let draft = &drafts[at];
        let start = extent(draft).start;
        open.retain(|&outer| extent(&drafts[outer]).end > start);
        for &before in &open {
            let outer = &drafts[before];
            if holds_cue(outer, draft) && holds_cue(draft, outer) {
                // Neither can be told by the other: whichever tells who speaks, or is likelier, stands.
                let weight = |it: &Draft| (it.source.is_some(), it.probability.unwrap_or(1.0));
                let fallen = if weight(outer) >= weight(draft) {
                    at
                } else {
                    before
                };
                drops[fallen] |=
                    drafts[fallen].content.len() == 1 && is_verbal(evidence, &drafts[fallen]);
            }
            drops[before] |= is_object(outer, draft);
            drops[at] |= is_thing(evidence, outer, draft);
            if !says_again(evidence, outer, draft) {
                continue;
            }
            if has_own_cue(outer, draft) {
                cuts.push((before, at));
            } else {
                drops[at.max(before)] = true;
            }
        }
        open.push(at);
    }
    cuts.retain(|&(_, part)| !drops[part]);
    for &(whole, part) in &cuts {
        let part = found.drafts[part].content.clone();
        let content = &mut found.drafts[whole].content;
        content.retain(|it| !part.contains(it));
        drops[whole] |= content.is_empty();
    }
    if !cuts.is_empty() {
        found.retake(evidence);
    }
    let mut drops = drops.into_iter();
    found.retain(evidence, |_| !drops.next().unwrap_or(false));
}

/// "Prado asked whether the agency had been informed": whether the cue of `inner` stands in what `outer` says.
fn holds_cue(outer: &Draft, inner: &Draft) -> bool {
    let cue = inner.cue.as_ref();
    cue.is_some_and(|cue| outer.content.iter().any(|it| it.contains(&cue.start)))
}

fn is_verbal(evidence: &Evidence<'_, '_, '_>, draft: &Draft) -> bool {
    let mut cue = draft.cue.iter().cloned().flatten();
    cue.any(|at| evidence.reading.tag(at).is_verb())
}

/// "The animals have not been asked, | the ecologist Ana Prado | remarked": for each draft whether all it has for
/// content is part of whom another has for its source.
fn told_of_sources(evidence: &Evidence<'_, '_, '_>, drafts: &[Draft]) -> Vec<bool> {
    let reading = evidence.reading;
    let mut sources: Vec<&Range<usize>> =
        drafts.iter().filter_map(|it| it.source.as_ref()).collect();
    sources.sort_by_key(|source| source.start);
    let within = |part: &Range<usize>| {
        let before = sources.partition_point(|it| it.start <= part.start);
        let named = before
            .checked_sub(1)
            .is_some_and(|at| part.end <= sources[at].end);
        named && !part.clone().any(|at| reading.tag(at).is_verb())
    };
    let drops = drafts.iter().map(|draft| {
        let cue = draft.cue.as_ref().filter(|_| !draft.content.is_empty());
        cue.is_some_and(|cue| {
            draft
                .content
                .iter()
                .all(|it| it.start >= cue.end && within(it))
        })
    });
    drops.collect()
}

/// Whether `second` has a whole quotation as content that `first` has already.
fn says_again(evidence: &Evidence<'_, '_, '_>, first: &Draft, second: &Draft) -> bool {
    let whole = |part: &Range<usize>| {
        evidence
            .quoted_at(part.start)
            .is_some_and(|quoted| evidence.quoted[quoted].parts.contains(part))
    };
    first.level.is_none()
        && second.level.is_none()
        && second
            .content
            .iter()
            .all(|part| whole(part) && first.content.contains(part))
}

/// "The roof is gone, the office says. “Stay inside,” Prado says": whether the quotation that `first` holds
/// besides another content stands beside the cue of `second`.
fn has_own_cue(first: &Draft, second: &Draft) -> bool {
    const BESIDE: [&str; 3] = ["cue-after-quotation", "inverted-cue", "interrupting-cue"];
    BESIDE.contains(&second.sieve)
        && !BESIDE.contains(&first.sieve)
        && first.content.len() > second.content.len()
}

/// "said the ministry would review the plan": inside a report a bare noun phrase is no second one.
fn is_thing(evidence: &Evidence<'_, '_, '_>, outer: &Draft, inner: &Draft) -> bool {
    let marked = || {
        let mut tokens = inner.content.iter().cloned().flatten();
        tokens.any(|at| evidence.reading.kind(at) == TokenKind::Opening)
    };
    let within = |part: &Range<usize>| {
        outer
            .content
            .iter()
            .any(|range| range.start <= part.start && part.end <= range.end)
    };
    inner.sieve == "noun-phrase"
        && inner.cue.as_ref().is_some_and(within)
        && inner.content.iter().all(within)
        && !marked()
}

/// Whether `outer` only repeats the noun that is the cue of `inner`, together with its content.
fn is_object(outer: &Draft, inner: &Draft) -> bool {
    let Some(cue) = &inner.cue else { return false };
    inner.sieve == "noun-cue"
        && outer.content.iter().any(|part| {
            part.contains(&cue.start)
                && cue.start <= part.start + 3
                && inner.content.iter().all(|it| it.end == part.end)
        })
}
