//! How fast texts are read, beside what the machine can do at all: a count of the bytes that marks
//! begin with by `memchr3`, and a check that the text is UTF-8, in the same run.
//!
//! ```sh
//! cargo bench -p quotary-grammar --bench speed
//! ```
//!
//! Ordinary news is `../shared/gold/polnear-train.jsonl` where it is there, else the fixtures
//! repeated. What is allocated is counted elsewhere (`tests/linear.rs`): counting takes a tenth of
//! the time.

use std::fmt;
use std::fs;
use std::path::Path;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use quotary_grammar::Grammar;

fn main() {
    divan::main();
}

/// The articles of ordinary news.
fn news() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    match fs::read_to_string(root.join("../shared/gold/polnear-train.jsonl")) {
        Ok(lines) => lines.lines().map(text_field).collect(),
        Err(_) => {
            let folder = fs::read_dir(root.join("fixtures/phenomena")).expect("the fixtures");
            let paths = folder.filter_map(|entry| Some(entry.ok()?.path()));
            let texts = paths.filter_map(|path| fs::read_to_string(path).ok());
            let texts: Vec<_> = texts.collect();
            texts
                .iter()
                .cycle()
                .take(40 * texts.len())
                .cloned()
                .collect()
        }
    }
}

/// The field `text` of a line of JSON.
fn text_field(line: &str) -> String {
    let line: serde_json::Value = serde_json::from_str(line).expect("a line is an object");
    line["text"]
        .as_str()
        .expect("an article has a text")
        .to_owned()
}

fn bytes(articles: &[String]) -> BytesCount {
    BytesCount::new(articles.iter().map(String::len).sum::<usize>())
}

/// Runs `read` over all articles, one after the other.
fn over_news(bencher: Bencher<'_, '_>, read: impl Fn(&str) -> usize + Sync) {
    let articles = news();
    let sum = || {
        articles
            .iter()
            .map(|article| read(black_box(article)))
            .sum::<usize>()
    };
    bencher.counter(bytes(&articles)).bench(sum);
}

#[divan::bench]
fn floor_memchr3(bencher: Bencher<'_, '_>) {
    over_news(bencher, |text| {
        memchr::memchr3_iter(b'"', 0xE2, 0xC2, text.as_bytes()).count()
    });
}

/// What finding the points of a text would cost with `memchr`: two sets of three bytes, merged.
#[divan::bench]
fn points_by_memchr3(bencher: Bencher<'_, '_>) {
    over_news(bencher, |text| {
        let mut typed = memchr::memchr3_iter(b'"', b'\'', b'\n', text.as_bytes()).peekable();
        let mut drawn = memchr::memchr3_iter(0xE2, 0xC2, 0xE3, text.as_bytes()).peekable();
        let mut sum = 0;
        while let Some(next) = match (typed.peek(), drawn.peek()) {
            (Some(one), Some(other)) if one < other => typed.next(),
            (Some(_), None) => typed.next(),
            _ => drawn.next(),
        } {
            sum += black_box(next);
        }
        sum
    });
}

#[divan::bench]
fn floor_utf8(bencher: Bencher<'_, '_>) {
    over_news(bencher, |text| {
        std::str::from_utf8(text.as_bytes()).map_or(0, str::len)
    });
}

#[divan::bench]
fn news_parse(bencher: Bencher<'_, '_>) {
    let grammar = Grammar::new();
    over_news(bencher, |text| grammar.parse(text).quotations().len());
}

/// The same with what headline, byline, dateline and furniture are.
#[divan::bench]
fn news_parse_with_segments(bencher: Bencher<'_, '_>) {
    let grammar = Grammar::new();
    let both = |text: &str| {
        let parse = grammar.parse(text);
        parse.segments().len() + parse.quotations().len()
    };
    over_news(bencher, both);
}

#[divan::bench]
fn news_stream(bencher: Bencher<'_, '_>) {
    let grammar = Grammar::new();
    over_news(bencher, |text| grammar.stream(text).count());
}

#[divan::bench]
fn news_in_one_piece(bencher: Bencher<'_, '_>) {
    let text = news().join("\n\n");
    let grammar = Grammar::new();
    let parse = || grammar.parse(black_box(&text)).quotations().len();
    bencher.counter(BytesCount::of_str(&text)).bench(parse);
}

/// An input that makes careless parsers slow, repeated to a mebibyte and to sixteen.
struct Pathological {
    name: &'static str,
    piece: &'static str,
    mebibytes: usize,
}

impl fmt::Display for Pathological {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:2} MiB", self.name, self.mebibytes)
    }
}

/// Pieces that are repeated.
const PIECES: &[(&str, &str)] = &[
    ("straight", "\""),
    ("straight, blanks", "\" "),
    ("straight, words", "\"a "),
    ("opening", "“"),
    ("opening, words", "“a "),
    ("closing", "”"),
    ("single opening", "‘"),
    ("apostrophe", "'"),
    ("apostrophe, words", "'a "),
    ("ten openers", "“a ‘a «a ‹a „a ‚a 「a 『a \"a 'a "),
    ("opener a paragraph", "“a\n"),
    ("mojibake", "â€œa "),
    ("no blank", "abcdefghij"),
    ("empty lines", "\n"),
    ("separators", "\u{2028}“"),
    ("dash turns", "—a —b— c\n"),
];

fn pathological() -> impl Iterator<Item = Pathological> {
    PIECES.iter().flat_map(|&(name, piece)| {
        [1, 16].map(|mebibytes| Pathological {
            name,
            piece,
            mebibytes,
        })
    })
}

#[divan::bench(args = pathological(), sample_count = 3, sample_size = 1)]
fn pathological_parse(bencher: Bencher<'_, '_>, input: &Pathological) {
    let text = input
        .piece
        .repeat((input.mebibytes << 20) / input.piece.len());
    let grammar = Grammar::new();
    let parse = || grammar.parse(black_box(&text)).quotations().len();
    bencher.counter(BytesCount::of_str(&text)).bench(parse);
}

/// 100 000 quotations each inside the one before, all closed.
#[divan::bench(args = [100_000, 1_600_000], sample_count = 3, sample_size = 1)]
fn nested(bencher: Bencher<'_, '_>, depth: usize) {
    let text = ["“a ‘a ".repeat(depth / 2), "a’ a” ".repeat(depth / 2)].concat();
    let grammar = Grammar::new();
    let parse = || grammar.parse(black_box(&text)).quotations().len();
    bencher.counter(BytesCount::of_str(&text)).bench(parse);
}
