//! `quotary score`: how well predictions agree with annotated articles.

mod brat;
mod input;
mod rows;
mod table;
mod unit;

use std::collections::HashSet;
use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::Path;

use quotary::score::{Figure, GoldArticle, Options, Score};
use serde_json::{Map, Value, json};

use crate::arguments;
use crate::arguments::Report as Format;
use crate::error::Error;
use crate::report::Report;

use input::Predicted;

/// Tells `report` what is odd about the inputs.
pub(crate) fn score(arguments: &arguments::Score, report: &mut Report) -> Result<(), Error> {
    let gold = input::gold(&arguments.gold)?;
    let predicted = by_file_name(&gold, input::predicted(&arguments.predicted, report)?);
    tell_strangers(&gold, &predicted, report);
    let mut options = Options::default();
    options.nested_neutral = arguments.nested_neutral;
    let mut whole = Score::new(options);
    let mut articles = Vec::with_capacity(gold.len());
    for article in &gold {
        let mut one = Score::new(options);
        one.add(
            article,
            predicted.get(&article.id).map_or(&[], Vec::as_slice),
        );
        whole.merge(&one);
        articles.push((article.id.as_str(), one));
    }
    let shown = match arguments.format {
        Format::Table => table::table(&whole, arguments.by, &articles),
        Format::Json => json_of(&whole, &articles),
    };
    let written = io::stdout().write_all(shown.as_bytes());
    let error = written.map_err(|error| Error::write("stdout", error));
    error.or_else(|error| {
        if error.is_closed_pipe() {
            Ok(())
        } else {
            Err(error)
        }
    })
}

/// Rows of `brat/a.txt` are predictions for `a`, as brat calls it, where the gold has no article of
/// that very id.
fn by_file_name(gold: &[GoldArticle], predicted: Predicted) -> Predicted {
    let known: HashSet<_> = gold.iter().map(|article| article.id.as_str()).collect();
    let as_known = |id: String| {
        let name = Path::new(&id).file_name().and_then(OsStr::to_str);
        match name.and_then(|name| name.strip_suffix(".txt")) {
            Some(stem) if !known.contains(id.as_str()) && known.contains(stem) => stem.to_owned(),
            _ => id,
        }
    };
    let mut found = Predicted::new();
    for (id, predictions) in predicted {
        found.entry(as_known(id)).or_default().extend(predictions);
    }
    found
}

/// Predictions that no gold article asks for count nowhere: most often the ids differ.
fn tell_strangers(gold: &[GoldArticle], predicted: &Predicted, report: &Report) {
    let known: HashSet<_> = gold.iter().map(|article| &article.id).collect();
    let mut strangers = predicted.keys().filter(|id| !known.contains(id));
    if let Some(first) = strangers.next() {
        let count = 1 + strangers.count();
        report.tell(&format!(
            "{count} predicted articles are not in the gold and count nowhere (the first: {first})"
        ));
    }
}

fn json_of(whole: &Score, articles: &[(&str, Score)]) -> String {
    let kinds: Map<String, Value> = whole
        .kinds()
        .map(|(kind, it)| {
            let counts = json!({
                "gold": it.gold, "found": it.found, "pred": it.predicted, "right": it.right,
            });
            (kind.to_owned(), counts)
        })
        .collect();
    let articles: Map<String, Value> = articles
        .iter()
        .map(|(id, score)| ((*id).to_owned(), figures(score).into()))
        .collect();
    let all = json!({"figures": figures(whole), "kinds": kinds, "articles": articles});
    format!("{all:#}\n")
}

/// As `score.py --json` has them.
fn figures(score: &Score) -> Map<String, Value> {
    let value = |figure| match figure {
        Figure::Tally(it) => json!({
            "p": two_digits(it.precision()), "r": two_digits(it.recall()),
            "f1": two_digits(it.f1()), "gold": it.gold, "pred": it.predicted,
        }),
        Figure::Percent(percent) => json!(percent),
        Figure::Count(count) => json!(count),
    };
    score
        .figures()
        .into_iter()
        .map(|(name, figure)| (name, value(figure)))
        .collect()
}

fn two_digits(value: f64) -> f64 {
    format!("{value:.2}").parse().unwrap_or(value)
}
