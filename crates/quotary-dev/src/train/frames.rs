//! Which of the frames found are those of the annotation.

use std::collections::BTreeSet;

use quotary_attribution::{
    TokenKind,
    model::{Frame, Sheet},
};

use super::examples::Gold;

/// For each frame: `None` where it matches no annotation, else whether its source is right too.
/// One to one, the best overlap first, at least half of both contents together.
pub(crate) fn matched(
    sheet: &Sheet<'_, '_, '_>,
    gold: &[Gold],
    frames: &[Frame],
) -> Vec<Option<bool>> {
    let reading = sheet.reading();
    let is_word = |&at: &usize| matches!(reading.kind(at), TokenKind::Word | TokenKind::Number);
    let length = |tokens: &BTreeSet<usize>| -> usize {
        tokens.iter().map(|&at| reading.token(at).span.len()).sum()
    };
    let right: Vec<BTreeSet<usize>> = gold
        .iter()
        .map(|it| it.content.iter().copied().filter(is_word).collect())
        .collect();
    let said: Vec<BTreeSet<usize>> = frames
        .iter()
        .map(|it| {
            it.contents
                .iter()
                .cloned()
                .flatten()
                .filter(is_word)
                .collect()
        })
        .collect();
    let mut pairs = Vec::new();
    for (i, content) in right.iter().enumerate() {
        for (j, found) in said.iter().enumerate() {
            let shared: BTreeSet<usize> = content.intersection(found).copied().collect();
            let all = length(content) + length(found);
            if !shared.is_empty() && 4 * length(&shared) >= all {
                let dice = 2000 * length(&shared) / all;
                let own = gold[i].cue.iter().any(|at| frames[j].cue.contains(at));
                pairs.push((dice + usize::from(own) * 2000, i, j));
            }
        }
    }
    pairs.sort_by_key(|&(dice, i, j)| (std::cmp::Reverse(dice), i, j));
    let mut taken = vec![false; gold.len()];
    let mut found = vec![None; frames.len()];
    for (_, i, j) in pairs {
        if !taken[i] && found[j].is_none() {
            taken[i] = true;
            let source = frames[j].source.clone().unwrap_or_default();
            let same = source.is_empty() && gold[i].source.is_empty()
                || gold[i].source.iter().any(|at| source.contains(at));
            found[j] = Some(same);
        }
    }
    found
}
