//! The table of an article, as `quotary extract` writes it.
//!
//! ```text
//! cargo run --example rows -- article.txt
//! ```

use std::error::Error;
use std::fs;
use std::io::{self, Write};

use quotary::{Extractor, OffsetUnit};

const ARTICLE: &str = "\
“The lift has stood still since March,” said Ines Moreau, who runs the shelter at Vallorbe. \
The town says it is waiting for “a part from Lyon”.
";

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1);
    let text = path
        .as_ref()
        .map_or_else(|| Ok(ARTICLE.into()), fs::read_to_string)?;
    let doc_id = path.as_deref().unwrap_or("lift.txt");

    let document = Extractor::new().extract(&text);
    let mut out = io::stdout().lock();
    for row in document.rows(doc_id, OffsetUnit::Chars) {
        serde_json::to_writer(&mut out, &row)?;
        writeln!(out)?;
    }
    Ok(())
}
