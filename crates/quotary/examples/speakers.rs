//! Who says something in an article, as what, and how often.
//!
//! ```text
//! cargo run --example speakers -- article.txt
//! ```

use std::fs;
use std::io::{self, Write};

use quotary::Extractor;

const ARTICLE: &str = "\
“Nobody drowned,” said Tomas Okafor, captain of the ferry. \
“We were lucky,” Okafor said. \
The harbour police said that the ramp had been left open.
";

fn main() -> io::Result<()> {
    let path = std::env::args().nth(1);
    let text = path.map_or_else(|| Ok(ARTICLE.into()), fs::read_to_string)?;
    let document = Extractor::new().extract(&text);
    let mut out = io::stdout().lock();
    for (index, speaker) in document.speakers().iter().enumerate() {
        let quotes = document
            .quotes()
            .iter()
            .filter(|quote| quote.speaker == Some(index));
        let role = speaker.role.unwrap_or("no role given");
        writeln!(out, "{} ({role}): {}", speaker.name, quotes.count())?;
    }
    Ok(())
}
