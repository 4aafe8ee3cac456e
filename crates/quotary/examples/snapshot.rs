//! A snapshot test of one's own article: when a new version of quotary reads it otherwise, the
//! test shows how. `INSTA_UPDATE=always cargo test` accepts the change.
//!
//! ```text
//! cargo test --example snapshot
//! ```

use std::io::{self, Write};

use quotary::{Document, Extractor};

const ARTICLE: &str = "\
“Nobody drowned,” said Tomas Okafor, captain of the ferry. “We were lucky.”

The harbour police said that the ramp had been left open.
";

fn main() -> io::Result<()> {
    let document = Extractor::new().extract(ARTICLE);
    io::stdout().write_all(lines(&document).as_bytes())
}

/// What matters to you, one line a quote, so that a change is easy to read.
fn lines(document: &Document<'_>) -> String {
    let lines = document.quotes().iter().map(|quote| {
        let speaker = document
            .speaker(quote)
            .map_or("nobody", |speaker| speaker.name.as_str());
        format!("{speaker}: {}\n", quote.text)
    });
    lines.collect()
}

#[test]
#[ignore = "speakers have no names yet"]
fn my_article_reads_as_before() {
    let document = Extractor::new().extract(ARTICLE);
    insta::assert_snapshot!(lines(&document), @r"
    Tomas Okafor: Nobody drowned, We were lucky.
    harbour police: that the ramp had been left open
    ");
}
