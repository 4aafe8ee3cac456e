//! The figures are those of `score.py`, to the last digit: against what it printed once, and
//! against itself where it is at hand.
//!
//! `gold.jsonl` was written for this project; `predicted.jsonl` has right, shifted and wrong
//! predictions mixed, so that every figure is neither 0 nor 100.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use quotary::score::{Figure, GoldArticle, Options, Prediction, Score};
use serde_json::{Map, Value, json};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/score")
}

fn lines(name: &str) -> Vec<Value> {
    let path = folder().join(name);
    let content = std::fs::read_to_string(&path).expect("a file of the test");
    content
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

fn options(nested_neutral: bool) -> Options {
    let mut options = Options::default();
    options.nested_neutral = nested_neutral;
    options
}

/// Articles with their predictions.
fn articles() -> Vec<(GoldArticle, Vec<Prediction>)> {
    let gold = lines("gold.jsonl").into_iter();
    let gold = gold.map(|it| serde_json::from_value::<GoldArticle>(it).expect("gold"));
    let predicted = lines("predicted.jsonl");
    gold.map(|article| {
        let of_article = predicted.iter().find(|it| it["id"] == article.id.as_str());
        let quotes = of_article.expect("predictions")["quotes"].clone();
        (
            article,
            serde_json::from_value(quotes).expect("predictions"),
        )
    })
    .collect()
}

fn score(nested_neutral: bool) -> Score {
    let mut score = Score::new(options(nested_neutral));
    for (article, predictions) in articles() {
        score.add(&article, &predictions);
    }
    score
}

/// As `score.py --json` writes them.
fn figures(score: &Score) -> Map<String, Value> {
    let digits = |value: f64| json!(format!("{value:.2}").parse::<f64>().expect("a number"));
    let figures = score.figures().into_iter();
    figures
        .map(|(name, figure)| {
            let value = match figure {
                Figure::Tally(it) => json!({
                    "p": digits(it.precision()), "r": digits(it.recall()), "f1": digits(it.f1()),
                    "gold": it.gold, "pred": it.predicted,
                }),
                Figure::Percent(value) => digits(value),
                Figure::Count(count) => json!(count),
            };
            (name, value)
        })
        .collect()
}

fn expected(path: &Path) -> Map<String, Value> {
    let content = std::fs::read_to_string(path).expect("figures");
    serde_json::from_str(&content).expect("JSON")
}

#[test]
fn figures_are_those_that_score_py_printed() {
    for (nested_neutral, name) in [
        (false, "expected.json"),
        (true, "expected-nested-neutral.json"),
    ] {
        assert_eq!(
            figures(&score(nested_neutral)),
            expected(&folder().join(name)),
            "{name}"
        );
    }
}

#[test]
fn figures_are_those_that_score_py_prints_now() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/eval/score.py");
    let printed = Path::new(env!("CARGO_TARGET_TMPDIR")).join("score.json");
    let run = Command::new("python3")
        .arg(&script)
        .args([
            folder().join("gold.jsonl"),
            folder().join("predicted.jsonl"),
        ])
        .arg("--json")
        .arg(&printed)
        .output();
    if !script.exists() || run.is_err() {
        // Not eprintln, which the test harness keeps to itself.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: needs python3 and {}",
            script.display()
        );
        return;
    }
    assert!(run.expect("it ran").status.success());
    assert_eq!(figures(&score(false)), expected(&printed));
}

#[test]
fn articles_merge_into_the_whole() {
    let mut whole = Score::new(options(true));
    for (article, predictions) in articles() {
        let mut one = Score::new(options(true));
        one.add(&article, &predictions);
        whole.merge(&one);
    }
    assert_eq!(figures(&whole), figures(&score(true)));
    let found: usize = whole.kinds().map(|(_, tally)| tally.found).sum();
    let right: usize = whole.kinds().map(|(_, tally)| tally.right).sum();
    assert_eq!(
        (found, right),
        (whole.tally("content.overlap").right, found)
    );
}

#[test]
fn spans_behind_the_end_of_the_text_count_as_nothing() {
    let article = GoldArticle {
        id: "short".into(),
        text: "Go.".into(),
        attributions: Vec::new(),
    };
    let prediction = Prediction {
        content: vec![(1, 900), (7, 5)],
        source: vec![(usize::MAX, usize::MAX)],
        ..Prediction::default()
    };
    let mut score = Score::new(Options::default());
    score.add(&article, &[prediction]);
    assert_eq!(score.tally("content.token").predicted, 1);
}
