//! Trains every model and writes the weights.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
};

use quotary_attribution::model::{
    CUE_SLOTS, FRAME_SLOTS, FURTHEST, Heads, Model, Thresholds, Trained,
};

use crate::{
    gold::{self, Article},
    syntax::{self, Tags},
};

mod calibration;
mod examples;
mod frames;
mod logistic;
mod roles;
mod tagger;

use examples::{Counts, Lessons};
use logistic::{Decision, Settings};

/// The judge of frames learns from frames in articles that the other models have not seen: each
/// part of the articles is read by models trained on the rest.
const PARTS: usize = 4;

/// Where precision and recall are balanced on the development articles.
const THRESHOLDS: Thresholds = Thresholds {
    indirect: 0.35,
    marked: 0.25,
    nested: 0.08,
    agreed: 0.2,
};

/// A word that is the head of a cue once only says nothing of the next article.
const HEAD_AT_LEAST: usize = 2;
/// Of how many times a word is seen it must be the head of a cue once.
const HEAD_SHARE: usize = 100;

const CUES: Settings = Settings {
    slots: CUE_SLOTS,
    epochs: 4,
    rate: 0.08,
    decay: 2e-5,
};

const FRAMES: Settings = Settings {
    slots: FRAME_SLOTS,
    epochs: 5,
    rate: 0.04,
    decay: 1e-4,
};

/// What to learn from, and where the weights go.
#[derive(Debug, clap::Args)]
pub(crate) struct Training {
    /// Annotated articles in which reports within reports are annotated now and then only, as in
    /// PolNeAR. Parts of speech are read from FILE-syntax.jsonl.gz beside FILE.jsonl.
    #[arg(long, value_name = "FILE")]
    broad: Vec<PathBuf>,
    /// Annotated articles in which every report within a report is annotated, as in ours.
    #[arg(long, value_name = "FILE")]
    nested: Vec<PathBuf>,
    /// Where the weights go.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// An annotated article with how it is to be read.
struct Lesson {
    article: Article,
    /// Whether reports within reports are annotated.
    nested: bool,
    /// How often it is seen in a pass: beside PolNeAR's, the fewer articles of our own count
    /// four times.
    times: usize,
}

impl Training {
    /// Trains every model. The same articles give the same bytes.
    pub(crate) fn run(&self) -> io::Result<()> {
        let mut articles = Vec::new();
        let mut silver = HashMap::new();
        // Alone they need not outweigh anything.
        let times = if self.broad.is_empty() { 2 } else { 4 };
        for (files, nested, times) in [(&self.broad, false, 1), (&self.nested, true, times)] {
            for path in files {
                silver.extend(syntax::beside(path)?);
                articles.extend(gold::read(path)?.into_iter().map(|article| Lesson {
                    article,
                    nested,
                    times,
                }));
            }
        }
        fs::write(&self.output, train(&articles, &silver)?.write())
    }
}

/// Prints how often the tags of rules and of weights are those that stand beside `gold`.
pub(crate) fn print_agreement(gold: &Path) -> io::Result<()> {
    let silver = syntax::beside(gold)?;
    let articles = gold::read(gold)?;
    for (name, model) in [("rules", None), ("weights", Some(&*Model::builtin()))] {
        let (right, all) = tagger::agreement(&articles, &silver, model);
        eprintln!("{name}: {:.2} %", 100.0 * right as f64 / all as f64);
    }
    Ok(())
}

fn train(articles: &[Lesson], silver: &HashMap<String, Tags>) -> io::Result<Trained> {
    let all: Vec<&Article> = articles.iter().map(|it| &it.article).collect();
    let (tags, certain) = tagger::train(&all, silver);
    let mut tags = Trained {
        thresholds: THRESHOLDS,
        tags,
        certain: certain.into_bytes(),
        ..Trained::default()
    };
    tags.heads = heads(&all, &model(&tags)?).into_bytes();
    let tagger = model(&tags)?;
    let lessons: Vec<Lessons> = articles
        .iter()
        .map(|it| examples::lessons(&it.article, it.nested, &tagger))
        .collect();
    let times: Vec<usize> = articles.iter().map(|it| it.times).collect();
    let mut judgements: Vec<Vec<(Vec<Decision>, usize)>> = Vec::new();
    for part in 0..PARTS {
        let trained = cues_and_roles(&tags, &lessons, &times, |at| at % PARTS != part);
        let model = model(&trained)?;
        let unseen = articles.iter().skip(part).step_by(PARTS);
        let judged = unseen.map(|it| {
            (
                examples::judgements(&it.article, it.nested, &model),
                it.times,
            )
        });
        judgements.push(judged.collect());
    }
    let parts: Vec<Vec<&Decision>> = judgements
        .iter()
        .map(|part| {
            part.iter()
                .flat_map(|(found, times)| std::iter::repeat_n(found, *times))
                .flatten()
                .collect()
        })
        .collect();
    let decisions = parts.concat();
    eprintln!("{} frames to judge", decisions.len());
    let mut trained = cues_and_roles(&tags, &lessons, &times, |_| true);
    trained.frames = logistic::train(&decisions, &FRAMES);
    trained.calibration = calibration::fit(&parts);
    Ok(trained)
}

/// The words that are looked at as heads of cues, and those that are not.
fn heads(articles: &[&Article], tagger: &Model) -> Heads {
    let mut counts = Counts::default();
    for article in articles {
        examples::count_heads(article, tagger, &mut counts);
    }
    let mut heads = Heads::default();
    for (word, (seen, head)) in counts {
        if head >= HEAD_AT_LEAST && head * HEAD_SHARE >= seen {
            heads.note(word, true);
        } else if seen >= HEAD_SHARE {
            heads.note(word, false);
        }
    }
    heads
}

/// Adds to `tags` the weights of cues and roles, learned from the articles that `wanted` names.
fn cues_and_roles(
    tags: &Trained,
    lessons: &[Lessons],
    times: &[usize],
    wanted: impl Fn(usize) -> bool,
) -> Trained {
    let (mut cues, mut roles) = (Vec::new(), Vec::new());
    for at in (0..lessons.len()).filter(|&at| wanted(at)) {
        for _ in 0..times[at] {
            cues.extend(&lessons[at].cues);
            roles.extend(&lessons[at].roles);
        }
    }
    let (roles, transitions) = roles::train(&roles);
    Trained {
        cues: logistic::train(&cues, &CUES),
        roles,
        transitions,
        ..tags.clone()
    }
}

fn model(trained: &Trained) -> io::Result<Model> {
    Model::read(trained.clone().write()).map_err(io::Error::other)
}

/// Weights as steps of five bits, all on one scale.
pub(crate) fn quantised(weights: &[f32]) -> Vec<i8> {
    let step = step(weights);
    let most = f32::from(FURTHEST);
    let steps = |weight: &f32| (weight * step).round().clamp(-most, most) as i8;
    weights.iter().map(steps).collect()
}

/// Few weights are large: a step that lets those be cut keeps the small ones apart.
pub(crate) fn step(weights: &[f32]) -> f32 {
    let mut sizes: Vec<f32> = weights
        .iter()
        .map(|it| it.abs())
        .filter(|&it| it > 0.0)
        .collect();
    sizes.sort_by(f32::total_cmp);
    f32::from(FURTHEST)
        / sizes
            .get(sizes.len() * 9995 / 10000)
            .copied()
            .unwrap_or(1.0)
}

/// A generator that gives the same numbers everywhere (xorshift).
struct Shuffle(u64);

impl Shuffle {
    fn order(&mut self, len: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..len).collect();
        for at in (1..len).rev() {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            order.swap(at, (self.0 % (at as u64 + 1)) as usize);
        }
        order
    }
}
