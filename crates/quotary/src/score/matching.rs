use super::chars::Chars;

/// Least Dice of a gold content and its prediction.
const SAME_CONTENT: f64 = 0.5;

/// Pairs of indices of `gold` and `predicted`, one to one, the best Dice first; of equal ones the
/// last, so that the same input always gives the same pairs.
pub(super) fn matched(gold: &[Chars], predicted: &[Chars]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (i, content) in gold.iter().enumerate() {
        for (j, said) in predicted.iter().enumerate() {
            let dice = content.dice(said);
            if dice >= SAME_CONTENT {
                pairs.push((dice, i, j));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((b.1, b.2).cmp(&(a.1, a.2))));
    let (mut is_taken, mut is_used) = (vec![false; gold.len()], vec![false; predicted.len()]);
    pairs.retain(|&(_, i, j)| {
        let free = !is_taken[i] && !is_used[j];
        if free {
            (is_taken[i], is_used[j]) = (true, true);
        }
        free
    });
    pairs.into_iter().map(|(_, i, j)| (i, j)).collect()
}

/// Indices of unmatched predictions that lie wholly (`whole`: content, cue and source) inside
/// another prediction's content.
pub(super) fn nested(
    contents: &[Chars],
    whole: &[Chars],
    matched: &[(usize, usize)],
) -> Vec<usize> {
    let is_nested = |at: usize| {
        let inner = &whole[at];
        !inner.is_empty()
            && contents
                .iter()
                .enumerate()
                .any(|(other, content)| other != at && inner != content && inner.is_within(content))
    };
    (0..contents.len())
        .filter(|&at| matched.iter().all(|pair| pair.1 != at))
        .filter(|&at| is_nested(at))
        .collect()
}
