//! Embedded with a filter of one's own: sound bites, which are what a person says in so many words
//! and in few.
//!
//! ```text
//! cargo run --example filter
//! ```

use std::io::{self, Write};

use quotary::{Document, Extractor, Kind, Quote, SpeakerKind};

const ARTICLE: &str = "\
“Nobody drowned,” said Tomas Okafor, captain of the ferry. \
The company said it would examine the ramp. \
“We are grateful to the crews of the two trawlers, who turned round at once and stayed until the \
last passenger stood on the pier,” said Lena Virtanen, its director. \
“We were lucky,” Okafor said.
";

/// Longer than this nobody broadcasts it.
const MOST_WORDS: usize = 8;

fn main() -> io::Result<()> {
    let extractor = Extractor::builder()
        .kinds([Kind::Direct])
        .min_confidence(0.5)
        .build();
    let document = extractor.extract(ARTICLE);
    let mut out = io::stdout().lock();
    for quote in document
        .quotes()
        .iter()
        .filter(|quote| is_sound_bite(&document, quote))
    {
        let speaker = document
            .speaker(quote)
            .map_or("", |speaker| speaker.name.as_str());
        writeln!(out, "{speaker}: {}", quote.text)?;
    }
    Ok(())
}

fn is_sound_bite(document: &Document<'_>, quote: &Quote<'_>) -> bool {
    let by_person = document
        .speaker(quote)
        .is_some_and(|s| s.kind == SpeakerKind::Person);
    by_person && quote.text.split_whitespace().count() <= MOST_WORDS
}
