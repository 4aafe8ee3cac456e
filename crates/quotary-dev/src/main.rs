//! What the project's developers run.
#![forbid(unsafe_code)]
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command that prints figures"
)]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "weights and figures are small numbers"
)]

use std::{io, path::Path, time::Instant};

use quotary::score::{Options, Prediction, Score};

mod extract;
mod gold;
mod train;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["train", polnear, ours, out, rest @ ..] => {
            let threshold = rest.first().and_then(|it| it.parse().ok()).unwrap_or(0.55);
            let mut families = Vec::new();
            if *polnear != "-" {
                families.push(train::Family {
                    articles: gold::read(Path::new(polnear))?,
                    nested: false,
                    times: 1,
                });
            }
            if *ours != "-" {
                families.push(train::Family {
                    articles: gold::read(Path::new(ours))?,
                    nested: true,
                    times: 2,
                });
            }
            train::train(&families, threshold, Path::new(out))
        }
        ["extract", gold] => {
            let extractor = quotary::Extractor::new();
            let articles = gold::read(Path::new(gold))?;
            let begun = Instant::now();
            let mut bytes = 0;
            for article in &articles {
                bytes += article.text.len();
                println!("{}", extract::predictions(&extractor, article));
            }
            eprintln!(
                "{:.2} MB/s",
                bytes as f64 / begun.elapsed().as_secs_f64() / 1e6
            );
            Ok(())
        }
        ["score", gold, rest @ ..] => {
            score_all(Path::new(gold), rest.contains(&"--nested-neutral"))
        }
        _ => Err(io::Error::other(
            "expected: train POLNEAR|- OURS|- OUT [THRESHOLD] | extract GOLD | score GOLD [--nested-neutral]",
        )),
    }
}

/// Prints a line of figures for each article, and one for all on standard error.
fn score_all(gold: &Path, nested_neutral: bool) -> io::Result<()> {
    let extractor = quotary::Extractor::new();
    let mut options = Options::default();
    options.nested_neutral = nested_neutral;
    let mut whole = Score::new(options);
    println!("id,figure,right,predicted,gold");
    for article in gold::read(gold)? {
        let mut predictions = extract::predictions(&extractor, &article);
        let predictions: Vec<Prediction> = serde_json::from_value(predictions["quotes"].take())?;
        let mut one = Score::new(options);
        one.add(&article, &predictions);
        for (figure, tally) in one.tallies() {
            println!(
                "{},{figure},{},{},{}",
                article.id, tally.right, tally.predicted, tally.gold
            );
        }
        whole.merge(&one);
    }
    for (figure, tally) in whole.tallies() {
        let (p, r, f1) = (tally.precision(), tally.recall(), tally.f1());
        eprintln!("{figure:26} P {p:6.2}  R {r:6.2}  F1 {f1:6.2}");
    }
    Ok(())
}
