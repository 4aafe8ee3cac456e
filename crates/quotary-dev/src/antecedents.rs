//! Learns how much each feature of an antecedent weighs.

use std::{
    collections::HashMap,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use quotary_attribution::{ANTECEDENT_FEATURES, AntecedentCandidate, Resolver};
use quotary_grammar::{Grammar, Span};

use crate::{
    gold::{self, Article},
    syntax::{self, Chain},
};

const CLASSES: [&str; 3] = ["one", "many", "thing"];
const WIDTH: usize = ANTECEDENT_FEATURES.len();

/// Passes over all pronouns.
const EPOCHS: usize = 300;
/// Length of a step (AdaGrad).
const RATE: f32 = 0.2;
/// How fast weights shrink towards zero, for each pronoun.
const DECAY: f32 = 2e-4;
/// The chains are automatic: one annotated pronoun teaches as much as this many of theirs.
const ANNOTATED: f32 = 60.0;
/// How fast the weights of a class return to those of all, for each pronoun: of "they" and "it" the
/// chains know little.
const PULL: f32 = 1e-2;

/// What is not learned: where the gender that an earlier pronoun or the list of given names gives is
/// wrong, the walk that the candidates come from has mostly read that pronoun wrong itself, so that
/// it looks weaker than it is. The chains seldom know that a speaker goes on behind a quotation of
/// several sentences, where the last name before it is another's.
const GIVEN: [(&str, f32); 3] = [
    ("gender-other-given-name", -3.5),
    ("gender-other-pronoun", -6.0),
    ("spoke-goes-on", 1.5),
];

/// What to learn from, and where the weights go.
#[derive(Debug, clap::Args)]
pub(crate) struct Training {
    /// Articles with automatic chains of coreference in FILE-syntax.jsonl.gz beside FILE.jsonl.
    #[arg(long, value_name = "FILE")]
    chains: Vec<PathBuf>,
    /// Articles in which every attribution has its speaker.
    #[arg(long, value_name = "FILE")]
    speakers: Vec<PathBuf>,
    /// Where the weights go: `crates/quotary-attribution/model/antecedents.csv`.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// A pronoun: whom it could mean, and who of them is meant.
struct Lesson {
    class: usize,
    candidates: Vec<(Vec<f32>, bool)>,
    weight: f32,
}

impl Training {
    /// Learns and writes the weights. The same articles and the same weights compiled in give the
    /// same bytes.
    pub(crate) fn run(&self) -> io::Result<()> {
        let resolver = Resolver::new();
        let mut lessons = Vec::new();
        for path in &self.chains {
            let chains = syntax::chains_beside(path)?;
            lessons.extend(from_chains(&resolver, path, &chains)?);
        }
        for path in &self.speakers {
            for article in gold::read(path)? {
                lessons.extend(from_speakers(&resolver, &article));
            }
        }
        let all: Vec<&Lesson> = lessons.iter().collect();
        let shared = learn(&all, &[0.0; WIDTH], DECAY);
        let weights: Vec<Vec<f32>> = (0..CLASSES.len())
            .map(|class| {
                let lessons: Vec<&Lesson> = lessons.iter().filter(|it| it.class == class).collect();
                let mut weights = learn(&lessons, &shared, PULL);
                for (name, weight) in GIVEN {
                    if let Some(at) = ANTECEDENT_FEATURES.iter().position(|it| *it == name) {
                        weights[at] = weight;
                    }
                }
                let right = lessons.iter().filter(|it| is_right(it, &weights)).count();
                eprintln!("{}: {right} of {}", CLASSES[class], lessons.len());
                weights
            })
            .collect();
        let mut csv = format!("feature,{}\n", CLASSES.join(","));
        for (at, name) in ANTECEDENT_FEATURES.iter().enumerate() {
            let cells: Vec<String> = weights.iter().map(|it| format!("{:.2}", it[at])).collect();
            writeln!(csv, "{name},{}", cells.join(",")).map_err(io::Error::other)?;
        }
        fs::write(&self.output, csv)
    }
}

/// A candidate is right where a mention of it is in the chain of the pronoun.
fn from_chains(
    resolver: &Resolver,
    path: &Path,
    chains: &HashMap<String, Vec<Chain>>,
) -> io::Result<Vec<Lesson>> {
    let mut lessons = Vec::new();
    for article in gold::read(path)? {
        let Some(chains) = chains.get(&article.id) else {
            continue;
        };
        // By the code point at which a mention ends: there its head stands.
        let mut chain_of: HashMap<usize, usize> = HashMap::new();
        for (index, chain) in chains.iter().enumerate() {
            for &(start, end) in chain {
                let text: String = article.text.chars().skip(start).take(end - start).collect();
                let bare = text
                    .trim_end_matches(['s', 'S'])
                    .trim_end_matches(['\'', '’']);
                let genitive = bare.len() < text.trim_end_matches(['s', 'S']).len();
                let end = if genitive {
                    start + bare.chars().count()
                } else {
                    end
                };
                chain_of.insert(end, index);
            }
        }
        lessons.extend(of_article(
            resolver,
            &article,
            1.0,
            |points, pronoun, candidate| {
                let chain = chain_of.get(&points[pronoun.end])?;
                let same = |it: &Span| {
                    it.start != pronoun.start && chain_of.get(&points[it.end]) == Some(chain)
                };
                Some(
                    candidate
                        .mentions
                        .iter()
                        .filter(|it| it.start < pronoun.start)
                        .any(same),
                )
            },
        ));
    }
    Ok(lessons)
}

/// A candidate is right where it has the name of the speaker whose source the pronoun is.
fn from_speakers(resolver: &Resolver, article: &Article) -> Vec<Lesson> {
    of_article(
        resolver,
        article,
        ANNOTATED,
        |points, pronoun, candidate| {
            let source = (points[pronoun.start], points[pronoun.end]);
            let said = article
                .attributions
                .iter()
                .find(|it| it.source == [source])?;
            let speaker = said.speaker.as_deref()?;
            Some(quotary::score::same_name(speaker, &candidate.name))
        },
    )
}

/// Every pronoun of an article of which it is known who is meant: `is_right` says it of a candidate,
/// and nothing where the pronoun is not annotated.
fn of_article(
    resolver: &Resolver,
    article: &Article,
    weight: f32,
    is_right: impl Fn(&[usize], Span, &AntecedentCandidate) -> Option<bool>,
) -> Vec<Lesson> {
    let parse = Grammar::new().parse(&article.text);
    let points = gold::code_points(&article.text);
    let lesson = |choice: quotary_attribution::PronounChoice| {
        let candidates: Option<Vec<_>> = choice
            .candidates
            .iter()
            .map(|it| Some((it.features.clone(), is_right(&points, choice.pronoun, it)?)))
            .collect();
        let candidates = candidates?;
        let right = candidates.iter().filter(|(_, right)| *right).count();
        (right > 0 && right < candidates.len()).then_some(Lesson {
            class: choice.class,
            candidates,
            weight,
        })
    };
    resolver
        .pronouns(&parse)
        .into_iter()
        .filter_map(lesson)
        .collect()
}

/// Maximises the probability of the right candidates among all (conditional logit).
fn learn(lessons: &[&Lesson], prior: &[f32], pull: f32) -> Vec<f32> {
    let mut weights = prior.to_vec();
    let mut squares = [1e-6_f32; WIDTH];
    let all: f32 = lessons.iter().map(|it| it.weight).sum();
    for _ in 0..EPOCHS {
        let mut gradient = [0.0_f32; WIDTH];
        for lesson in lessons {
            let odds: Vec<f32> = lesson
                .candidates
                .iter()
                .map(|(features, _)| dot(&weights, features).exp())
                .collect();
            let sum: f32 = odds.iter().sum();
            let right: f32 = odds
                .iter()
                .zip(&lesson.candidates)
                .filter(|(_, (_, right))| *right)
                .map(|(odds, _)| odds)
                .sum();
            for (odds, (features, is_right)) in odds.iter().zip(&lesson.candidates) {
                let wanted = if *is_right { odds / right } else { 0.0 };
                let step = lesson.weight * (odds / sum - wanted);
                for (into, feature) in gradient.iter_mut().zip(features) {
                    *into += step * feature;
                }
            }
        }
        for at in 0..WIDTH {
            let step = gradient[at] / all.max(1.0) + pull * (weights[at] - prior[at]);
            squares[at] += step * step;
            weights[at] -= RATE * step / squares[at].sqrt();
        }
    }
    weights
}

fn is_right(lesson: &Lesson, weights: &[f32]) -> bool {
    let mut best = (f32::MIN, false);
    for (features, right) in &lesson.candidates {
        let score = dot(weights, features);
        if score > best.0 {
            best = (score, *right);
        }
    }
    best.1
}

fn dot(weights: &[f32], features: &[f32]) -> f32 {
    weights.iter().zip(features).map(|(w, f)| w * f).sum()
}
