//! The tagger: an averaged perceptron that learns from its own history.

use std::collections::{BTreeMap, HashMap};

use quotary_attribution::{
    Reading, Tag, builtin_lexicon,
    model::{Certain, Model, START, TAG_COUNT, TAG_ROWS, is_open, tag_features},
};
use quotary_grammar::Grammar;

use super::{Shuffle, quantised};
use crate::{
    gold::{self, Article},
    syntax::Tags,
};

const EPOCHS: usize = 6;

/// Learns the weights of the tagger, and which words need none, from the silver tags of `articles`.
pub(crate) fn train(articles: &[&Article], silver: &HashMap<String, Tags>) -> (Vec<i8>, Certain) {
    let grammar = Grammar::new();
    let parses: Vec<_> = articles
        .iter()
        .filter(|it| silver.contains_key(&it.id))
        .map(|article| (article, grammar.parse(&article.text)))
        .collect();
    let examples: Vec<_> = parses
        .iter()
        .map(|(article, parse)| {
            let reading = Reading::new(parse, builtin_lexicon(), None);
            let gold = silver_tags(&reading, &article.text, &silver[&article.id]);
            (reading, gold)
        })
        .collect();
    let certain = certain(&examples);
    let mut learner = Learner::new();
    let mut shuffle = Shuffle(0x7a99);
    for epoch in 0..EPOCHS {
        let (mut wrong, mut all) = (0, 0);
        for at in shuffle.order(examples.len()) {
            let (reading, gold) = &examples[at];
            learner.read(reading, gold, &certain, &mut wrong, &mut all);
        }
        eprintln!("tagger, pass {}: {wrong} of {all} tags wrong", epoch + 1);
    }
    (learner.averaged(), certain)
}

/// How often a word is seen at least whose tag is certain.
const CERTAIN_FROM: usize = 8;
/// Of so many times that it is seen, it has another tag once at most.
const CERTAIN_SHARE: usize = 100;

/// The words that nearly always have the same tag, where the weights are asked for it.
fn certain(examples: &[(Reading<'_, '_>, Vec<Option<Tag>>)]) -> Certain {
    let mut counts: BTreeMap<(u32, bool), [usize; TAG_COUNT]> = BTreeMap::new();
    for (reading, gold) in examples {
        for (at, gold) in gold.iter().enumerate() {
            if let Some(gold) = gold.filter(|_| is_asked(reading, at)) {
                let word = (reading.forms().key(at), reading.forms().shape(at) & 1 == 1);
                counts.entry(word).or_default()[gold as usize] += 1;
            }
        }
    }
    let mut found = Vec::new();
    for ((key, is_capital), counts) in counts {
        let seen: usize = counts.iter().sum();
        let most = (0..TAG_COUNT).max_by_key(|&tag| counts[tag]).unwrap_or(0);
        let tag = Tag::ALL[most];
        let may_be_named = is_capital && is_open_class(tag);
        if seen >= CERTAIN_FROM && (seen - counts[most]) * CERTAIN_SHARE <= seen && !may_be_named {
            found.push((seen, key, tag));
        }
    }
    eprintln!("tagger: {} words are certain", found.len());
    // Of two words with the same place the more frequent one stays.
    found.sort_unstable_by_key(|&(seen, key, _)| (seen, key));
    let mut certain = Certain::default();
    for (_, key, tag) in found {
        certain.note(key, tag);
    }
    certain
}

/// Whether words with this tag become part of names: "Support" in "Rapid Support Force".
fn is_open_class(tag: Tag) -> bool {
    tag.is_verb() || matches!(tag, Tag::Noun | Tag::Nouns | Tag::Adjective | Tag::Adverb)
}

/// Whether the tag of token `at` is a question for the weights.
fn is_asked(reading: &Reading<'_, '_>, at: usize) -> bool {
    let (word, kind) = (reading.word(at), reading.kind(at));
    is_open(&word, kind, reading.forms().shape(at))
}

/// The silver tag of each token, where one begins at the same place.
fn silver_tags(reading: &Reading<'_, '_>, text: &str, silver: &Tags) -> Vec<Option<Tag>> {
    let points = gold::code_points(text);
    let at = |token: &quotary_attribution::Token| silver.get(&points[token.span.start]).copied();
    reading.tokens().iter().map(at).collect()
}

/// How often `model` agrees with the silver tags of `articles` where it decides.
pub(super) fn agreement(
    articles: &[Article],
    silver: &HashMap<String, Tags>,
    model: Option<&Model>,
) -> (usize, usize) {
    let (mut right, mut all) = (0, 0);
    for article in articles.iter().filter(|it| silver.contains_key(&it.id)) {
        let parse = Grammar::new().parse(&article.text);
        let reading = Reading::new(&parse, builtin_lexicon(), model);
        let gold = silver_tags(&reading, &article.text, &silver[&article.id]);
        for (at, gold) in gold.iter().enumerate() {
            if let Some(gold) = gold {
                right += usize::from(reading.tag(at) == *gold);
                all += 1;
            }
        }
    }
    (right, all)
}

struct Learner {
    weights: Vec<i32>,
    sums: Vec<f32>,
    time: f32,
}

impl Learner {
    fn new() -> Self {
        Self {
            weights: vec![0; TAG_ROWS * TAG_COUNT],
            sums: vec![0.0; TAG_ROWS * TAG_COUNT],
            time: 1.0,
        }
    }

    fn read(
        &mut self,
        reading: &Reading<'_, '_>,
        gold: &[Option<Tag>],
        certain: &Certain,
        wrong: &mut usize,
        all: &mut usize,
    ) {
        for sentence in reading.sentences() {
            let (mut previous, mut second) = (START, START);
            for at in sentence.tokens.clone() {
                let mut tag = reading.tag(at);
                let known = certain.tag(reading.forms().key(at));
                if let Some(known) = known.filter(|_| is_asked(reading, at)) {
                    tag = known;
                } else if is_asked(reading, at) {
                    let rows = tag_features(reading.forms(), sentence, at, (previous, second));
                    let sums = self.scores(&rows);
                    let best = (0..Tag::ALL.len())
                        .max_by_key(|&tag| (sums[tag], std::cmp::Reverse(tag)))
                        .unwrap_or(0);
                    tag = Tag::ALL[best];
                    if let Some(gold) = gold[at].filter(|&it| it != Tag::Punctuation) {
                        *all += 1;
                        if gold != tag {
                            *wrong += 1;
                            self.change(&rows, gold, 1);
                            self.change(&rows, tag, -1);
                        }
                        self.time += 1.0;
                    }
                }
                (previous, second) = (tag as u32, previous);
            }
        }
    }

    fn scores(&self, rows: &[u32]) -> [i32; TAG_COUNT] {
        let mut sums = [0; TAG_COUNT];
        for &row in rows {
            let at = (row as usize % TAG_ROWS) * TAG_COUNT;
            for (sum, weight) in sums.iter_mut().zip(&self.weights[at..at + TAG_COUNT]) {
                *sum += weight;
            }
        }
        sums
    }

    fn change(&mut self, rows: &[u32], tag: Tag, by: i32) {
        for &row in rows {
            let at = (row as usize % TAG_ROWS) * TAG_COUNT + tag as usize;
            self.weights[at] += by;
            self.sums[at] += by as f32 * self.time;
        }
    }

    fn averaged(&self) -> Vec<i8> {
        let weights = self.weights.iter().zip(&self.sums);
        let averaged: Vec<f32> = weights
            .map(|(&weight, &sum)| weight as f32 - sum / self.time)
            .collect();
        quantised(&averaged)
    }
}
