use std::fmt::Write;

use quotary::score::{Figure, Score};

use crate::arguments::Breakdown;

/// The figures of all articles for reading, and below them what they are broken down by.
pub(super) fn table(whole: &Score, by: Breakdown, articles: &[(&str, Score)]) -> String {
    let mut out =
        String::from("                                P       R      F1   predicted    gold\n");
    for (name, figure) in whole.figures() {
        match figure {
            Figure::Tally(it) => line(
                &mut out,
                format_args!(
                    "{name:26} {:6.2}  {:6.2}  {:6.2}     {:7} {:7}",
                    it.precision(),
                    it.recall(),
                    it.f1(),
                    it.predicted,
                    it.gold
                ),
            ),
            Figure::Percent(percent) => line(&mut out, format_args!("{name:26} {percent:6.2}")),
            Figure::Count(count) => line(&mut out, format_args!("{name:26} {count:6}")),
        }
    }
    out.push('\n');
    match by {
        Breakdown::Kind => kinds(&mut out, whole),
        Breakdown::Article => self::articles(&mut out, articles),
    }
    out
}

fn kinds(out: &mut String, whole: &Score) {
    out.push_str("kind             gold   found  recall   predicted   right  precision\n");
    let percent = |part: usize, all: usize| {
        #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
        let percent = 100.0 * part as f64 / all.max(1) as f64;
        percent
    };
    for (kind, it) in whole.kinds() {
        let kind = if kind.is_empty() { "(none)" } else { kind };
        let (recall, precision) = (percent(it.found, it.gold), percent(it.right, it.predicted));
        line(
            out,
            format_args!(
                "{kind:14} {:6}  {:6}  {recall:6.2}     {:7}  {:6}     {precision:6.2}",
                it.gold, it.found, it.predicted, it.right
            ),
        );
    }
}

/// The figures that say most of an article.
const OF_ARTICLE: [&str; 3] = ["content.overlap", "attributed.overlap", "quoted.overlap"];

fn articles(out: &mut String, articles: &[(&str, Score)]) {
    line(
        out,
        format_args!(
            "gold  predicted  {}  article",
            OF_ARTICLE.map(|it| format!("{it:>18}")).join("  ")
        ),
    );
    for (id, score) in articles {
        let counts = score.tally(OF_ARTICLE[0]);
        let f1 = OF_ARTICLE
            .map(|name| format!("{:18.2}", score.tally(name).f1()))
            .join("  ");
        line(
            out,
            format_args!("{:4}  {:9}  {f1}  {id}", counts.gold, counts.predicted),
        );
    }
}

fn line(out: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(out, "{line}").expect("a String takes everything");
}
