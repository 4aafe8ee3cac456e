//! The figures of `score.py` on contents and sources, for each article and together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use crate::gold::{Article, Spans};

type Chars = BTreeSet<usize>;

/// Counts behind one figure.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    pub(crate) right: usize,
    pub(crate) predicted: usize,
    pub(crate) gold: usize,
}

impl Tally {
    fn add(&mut self, right: usize, predicted: usize, gold: usize) {
        self.right += right;
        self.predicted += predicted;
        self.gold += gold;
    }

    /// Precision, recall and F1 in percent.
    pub(crate) fn figures(self) -> (f64, f64, f64) {
        let share = |of: usize| {
            if of == 0 {
                0.0
            } else {
                100.0 * self.right as f64 / of as f64
            }
        };
        let (p, r) = (share(self.predicted), share(self.gold));
        let f1 = if p + r == 0.0 {
            0.0
        } else {
            2.0 * p * r / (p + r)
        };
        (p, r, f1)
    }
}

/// What one article, or several, count for.
#[derive(Debug, Default)]
pub(crate) struct Score(pub(crate) BTreeMap<&'static str, Tally>);

/// Words that make no two sources the same.
const STOP: [&str; 27] = [
    "the",
    "a",
    "an",
    "of",
    "and",
    "or",
    "in",
    "on",
    "at",
    "for",
    "to",
    "his",
    "her",
    "their",
    "its",
    "mr",
    "mrs",
    "ms",
    "dr",
    "sen",
    "rep",
    "gov",
    "president",
    "who",
    "that",
    "",
    " ",
];

impl Score {
    /// Adds the counts of one article.
    pub(crate) fn add(&mut self, article: &Article, predicted: &Value, nested_neutral: bool) {
        let text: Vec<char> = article.text.chars().collect();
        let chars = |spans: &Spans| -> Chars {
            spans
                .iter()
                .flat_map(|&[start, end]| start..end.min(text.len()))
                .filter(|&at| text[at].is_alphanumeric())
                .collect()
        };
        let words = words_at(&text);
        let spans = |quote: &Value, key: &str| -> Spans {
            serde_json::from_value(quote[key].clone()).unwrap_or_default()
        };
        let none = Vec::new();
        let quotes = predicted["quotes"].as_array().unwrap_or(&none);
        let gold: Vec<(Chars, Chars)> = article
            .attributions
            .iter()
            .map(|it| (chars(&it.content), chars(&it.source)))
            .collect();
        let pred: Vec<(Chars, Chars)> = quotes
            .iter()
            .map(|it| (chars(&spans(it, "content")), chars(&spans(it, "source"))))
            .collect();
        let whole: Vec<Chars> = quotes
            .iter()
            .zip(&pred)
            .map(|(quote, (content, source))| {
                let mut all = chars(&spans(quote, "cue"));
                all.extend(content);
                all.extend(source);
                all
            })
            .collect();
        let pairs = matched(&gold, &pred);
        let neutral = if nested_neutral {
            (0..pred.len())
                .filter(|&at| !pairs.iter().any(|&(_, it)| it == at) && !whole[at].is_empty())
                .filter(|&at| {
                    let inside = |other: usize| {
                        other != at
                            && whole[at].is_subset(&pred[other].0)
                            && whole[at] != pred[other].0
                    };
                    (0..pred.len()).any(inside)
                })
                .count()
        } else {
            0
        };
        let predicted = pred.len() - neutral;
        let same = |i: usize, j: usize| same_source(&words, &gold[i].1, &pred[j].1);
        let exact = pairs
            .iter()
            .filter(|&&(i, j)| gold[i].0 == pred[j].0)
            .count();
        let right = pairs.iter().filter(|&&(i, j)| same(i, j)).count();
        let mut tally = |name, right, predicted, gold| {
            self.0.entry(name).or_default().add(right, predicted, gold);
        };
        tally("content.exact", exact, predicted, gold.len());
        tally("content.overlap", pairs.len(), predicted, gold.len());
        tally("attributed.overlap", right, predicted, gold.len());
        let all = |list: &[(Chars, Chars)]| -> Chars {
            list.iter().flat_map(|it| it.0.iter().copied()).collect()
        };
        let (of_gold, of_pred) = (all(&gold), all(&pred));
        let shared = of_gold.intersection(&of_pred).count();
        tally("content.token", shared, of_pred.len(), of_gold.len());
        let mut right = Chars::new();
        for (i, (content, _)) in gold.iter().enumerate() {
            for (j, (said, _)) in pred.iter().enumerate() {
                let mut both = content.intersection(said).peekable();
                if both.peek().is_some() && same(i, j) {
                    right.extend(both);
                }
            }
        }
        tally(
            "attributed.token",
            right.len(),
            of_pred.len(),
            of_gold.len(),
        );
    }
}

fn words_at(text: &[char]) -> HashMap<usize, (usize, String)> {
    let is_word = |at: usize| text[at].is_alphanumeric() || text[at] == '_';
    let (mut out, mut at) = (HashMap::new(), 0);
    while at < text.len() {
        let start = at;
        while at < text.len() && is_word(at) {
            at += 1;
        }
        let word: String = text[start..at]
            .iter()
            .flat_map(|c| c.to_lowercase())
            .collect();
        for inside in start..at {
            out.insert(inside, (start, word.clone()));
        }
        at += usize::from(at == start);
    }
    out
}

fn dice(a: &Chars, b: &Chars) -> f64 {
    if a.is_empty() && b.is_empty() {
        return 0.0;
    }
    2.0 * a.intersection(b).count() as f64 / (a.len() + b.len()) as f64
}

fn same_source(words: &HashMap<usize, (usize, String)>, gold: &Chars, pred: &Chars) -> bool {
    if gold.is_empty() || pred.is_empty() {
        return gold.is_empty() && pred.is_empty();
    }
    let of = |chars: &Chars| -> BTreeSet<(usize, String)> {
        chars
            .iter()
            .filter_map(|at| words.get(at))
            .cloned()
            .collect()
    };
    let (gold_words, pred_words) = (of(gold), of(pred));
    let shared: Vec<_> = gold_words.intersection(&pred_words).collect();
    shared
        .iter()
        .any(|(_, word)| !STOP.contains(&word.as_str()))
        || !shared.is_empty() && dice(gold, pred) >= 0.5
}

/// One to one, the best Dice first; of equal ones the last, as in `score.py`.
fn matched(gold: &[(Chars, Chars)], pred: &[(Chars, Chars)]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (i, (content, _)) in gold.iter().enumerate() {
        for (j, (said, _)) in pred.iter().enumerate() {
            let dice = dice(content, said);
            if dice >= 0.5 {
                pairs.push((dice, i, j));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(b.2.cmp(&a.2)));
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (_, i, j) in pairs {
        if !out.iter().any(|&(a, b)| a == i || b == j) {
            out.push((i, j));
        }
    }
    out
}
