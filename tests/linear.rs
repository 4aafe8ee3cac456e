//! Time grows as the article does: four times the text may take four times as long, not sixteen.

use std::time::{Duration, Instant};

use quotary::Extractor;

/// Each is repeated until it fills an article; together they feed every loop there is.
const FRAGMENTS: &[&str] = &[
    "\"",
    "“",
    "”",
    "'",
    "’",
    "``",
    "a \"b ",
    "“a ",
    "“a\n\n",
    "“we ‘you ",
    "«",
    "(",
    "[",
    "—",
    "- ",
    "he said ",
    "said ",
    "said that he said that ",
    "said: ",
    "said Smith, ",
    "which he said ",
    ", who said, ",
    "“we” he said ",
    "“Go,” he said. ",
    "he said. ",
    "according to ",
    "that ",
    "to ",
    "of the ",
    "the man and ",
    "a, b, ",
    "Smith ",
    "John Smith, 45, of Leeds, the owner, ",
    "Mr. ",
    "I'm ",
    "1 ",
    ". ",
    "a.b.",
    "x",
    "x ",
    "\n",
    "A 😀 ",
];

/// Bytes of the shorter article.
const LENGTH: usize = 30_000;
const TIMES: usize = 4;
/// Linear is 4, quadratic 16; the rest is for noise.
const MOST: u32 = 9;
/// Shorter times say nothing.
const LEAST: Duration = Duration::from_millis(4);

#[test]
#[ignore = "measures time: run it alone, with --release"]
fn time_grows_as_the_article_does() {
    let extractor = Extractor::new();
    let superlinear: Vec<_> = FRAGMENTS
        .iter()
        .filter(|fragment| is_superlinear(&extractor, fragment))
        .collect();
    assert!(
        superlinear.is_empty(),
        "more than linear time in repetitions of {superlinear:?}"
    );
}

/// Other work on the machine can slow down a run: one good run of three is enough.
fn is_superlinear(extractor: &Extractor, fragment: &str) -> bool {
    let short = fragment.repeat(LENGTH / fragment.len());
    let long = fragment.repeat(TIMES * LENGTH / fragment.len());
    (0..3).all(|_| {
        let (short, long) = (time(extractor, &short), time(extractor, &long));
        long > MOST * short.max(LEAST / TIMES as u32)
    })
}

fn time(extractor: &Extractor, text: &str) -> Duration {
    let start = Instant::now();
    let document = extractor.extract(text);
    std::hint::black_box(&document);
    start.elapsed()
}
