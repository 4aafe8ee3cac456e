//! Reports inside reports: nested, or a misreading of the outer one?

use std::ops::Range;

use super::{Draft, Found};
use crate::evidence::Evidence;

/// How sure the weights must be of a cue inside another content that no sieve sees. Four of five
/// less sure ones are no attribution in articles where every nested report is annotated.
const SURE_ALONE: f32 = 0.95;
/// The same where a sieve sees it too.
const SURE_TOGETHER: f32 = 0.65;

/// Drops reports inside reports of which the weights are not sure.
pub(crate) fn surer_inside(evidence: &Evidence<'_, '_, '_>, found: &mut Found) {
    let sure = |draft: &Draft| {
        let least = if draft.sieve == "learned" {
            SURE_ALONE
        } else {
            SURE_TOGETHER
        };
        draft.probability.is_none_or(|it| it >= least)
    };
    let kept: Vec<bool> = found
        .drafts
        .iter()
        .map(|draft| sure(draft) || !found.drafts.iter().any(|outer| holds(outer, draft)))
        .collect();
    let mut kept = kept.into_iter();
    found.retain(evidence, |_| kept.next().unwrap_or(true));
}

/// Whether cue and content of `inner` lie in what `outer` says.
fn holds(outer: &Draft, inner: &Draft) -> bool {
    let Some(cue) = &inner.cue else { return false };
    let within = |part: &Range<usize>| {
        outer
            .content
            .iter()
            .any(|range| range.start <= part.start && part.end <= range.end)
    };
    outer.cue != inner.cue && within(cue) && inner.content.iter().all(within)
}
