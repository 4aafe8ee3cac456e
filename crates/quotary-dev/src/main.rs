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

use std::{collections::HashMap, io, path::Path, time::Instant};

mod extract;
mod gold;
mod score;
mod syntax;
mod train;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["train", polnear, ours, out] => {
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
            let silver = match Path::new(polnear).with_extension("").to_str() {
                Some(stem) => syntax::read(Path::new(&format!("{stem}-syntax.jsonl.gz")))?,
                None => HashMap::new(),
            };
            train::train(&families, &silver, Path::new(out))
        }
        ["tags", gold] => {
            let stem = gold.trim_end_matches(".jsonl");
            let silver = syntax::read(Path::new(&format!("{stem}-syntax.jsonl.gz")))?;
            let articles = gold::read(Path::new(gold))?;
            for model in [None, Some(&*quotary_attribution::Model::builtin())] {
                let (right, all) = train::agreement(&articles, &silver, model);
                eprintln!("{:.2} %", 100.0 * right as f64 / all as f64);
            }
            Ok(())
        }
        ["extract", gold, weights] => {
            let extractor = match *weights {
                "none" => quotary::Extractor::builder().model(None).build(),
                path => {
                    let mut bytes = std::fs::read(path)?;
                    for (at, name) in [(8, "INDIRECT"), (12, "MARKED")] {
                        if let Ok(threshold) = std::env::var(name) {
                            let threshold: f32 = threshold.parse().unwrap_or(0.5);
                            bytes[at..at + 4].copy_from_slice(&threshold.to_le_bytes());
                        }
                    }
                    let model = quotary_attribution::Model::read(bytes)
                        .map_err(|error| io::Error::other(error.to_string()))?;
                    quotary::Extractor::builder()
                        .model(Some(std::sync::Arc::new(model)))
                        .build()
                }
            };
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
            "expected: train POLNEAR|- OURS|- OUT | extract GOLD | score GOLD [--nested-neutral]",
        )),
    }
}

/// Prints a line of figures for each article, and one for all on standard error.
fn score_all(gold: &Path, nested_neutral: bool) -> io::Result<()> {
    let extractor = quotary::Extractor::new();
    let mut whole = score::Score::default();
    println!("id,figure,right,predicted,gold");
    for article in gold::read(gold)? {
        let predicted = extract::predictions(&extractor, &article);
        let mut one = score::Score::default();
        one.add(&article, &predicted, nested_neutral);
        whole.add(&article, &predicted, nested_neutral);
        for (figure, tally) in one.0 {
            println!(
                "{},{figure},{},{},{}",
                article.id, tally.right, tally.predicted, tally.gold
            );
        }
    }
    for (figure, tally) in whole.0 {
        let (p, r, f1) = tally.figures();
        eprintln!("{figure:26} P {p:6.2}  R {r:6.2}  F1 {f1:6.2}");
    }
    Ok(())
}
