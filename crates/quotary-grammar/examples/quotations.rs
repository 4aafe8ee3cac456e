//! Prints the quotations of text files, one a line, set in by their depth, and what was odd.
//!
//! ```sh
//! cargo run -p quotary-grammar --example quotations -- article.txt
//! ```

use std::io::{self, Write};
use std::{env, fs};

use quotary_grammar::Grammar;

fn main() -> io::Result<()> {
    let grammar = Grammar::new();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for path in env::args_os().skip(1) {
        let text = fs::read_to_string(&path)?;
        let parse = grammar.parse(&text);
        for quotation in parse.quotations() {
            let content = quotation.content().slice(&text).replace(['\n', '\r'], " ");
            writeln!(out, "{}{content}", "  ".repeat(quotation.depth()))?;
        }
        for diagnostic in parse.diagnostics() {
            writeln!(
                out,
                "{:?} at byte {}",
                diagnostic.kind, diagnostic.span.start
            )?;
        }
    }
    out.flush()
}
