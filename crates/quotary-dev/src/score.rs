//! The figures of each annotated article, and of all together.

use std::{io, path::Path};

use quotary::{
    Extractor,
    score::{Figure, Options, Prediction, Score},
};

use crate::{extract, gold};

/// Prints a line of counts for each article and figure, and the figures of all on standard error,
/// as `score.py` prints them.
///
/// `predicted` is empty for a figure that is a share: `gold` is how many are compared.
pub(crate) fn score(gold: &Path, extractor: &Extractor, nested_neutral: bool) -> io::Result<()> {
    let mut options = Options::default();
    options.nested_neutral = nested_neutral;
    let mut whole = Score::new(options);
    println!("id,figure,right,predicted,gold");
    for article in gold::read(gold)? {
        let mut predictions = extract::predictions(extractor, &article);
        let predictions: Vec<Prediction> = serde_json::from_value(predictions["quotes"].take())?;
        let mut one = Score::new(options);
        one.add(&article, &predictions);
        for (figure, tally) in one.tallies() {
            println!(
                "{},{figure},{},{},{}",
                article.id, tally.right, tally.predicted, tally.gold
            );
        }
        for (figure, share) in one.shares() {
            println!("{},{figure},{},,{}", article.id, share.right, share.of);
        }
        whole.merge(&one);
    }
    for (name, figure) in whole.figures() {
        eprintln!("{name:26} {}", shown(figure));
    }
    Ok(())
}

/// The value of a figure, with the digits of `score.py`.
fn shown(figure: Figure) -> String {
    match figure {
        Figure::Tally(tally) => {
            let (p, r, f1) = (tally.precision(), tally.recall(), tally.f1());
            let (predicted, gold) = (tally.predicted, tally.gold);
            format!("P {p:6.2}  R {r:6.2}  F1 {f1:6.2}   ({predicted} predicted, {gold} gold)")
        }
        Figure::Percent(percent) => format!("{percent:?}"),
        Figure::Count(count) => count.to_string(),
    }
}
