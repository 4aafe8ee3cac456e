//! `quotary explain`: why a quotation was read as it was.

use std::fmt::Write as _;
use std::path::Path;

use quotary::{Candidate, Document, Extractor, Quote, Span};

use crate::arguments::Explain;
use crate::error::Error;
use crate::input::{self, Source};
use crate::report::Report;
use crate::weights::extractor;

/// The page for one quote, or for all; tells `report` what is odd about the article.
pub(crate) fn explain(arguments: &Explain, report: &mut Report) -> Result<String, Error> {
    let text = read(&arguments.path, report)?;
    let extractor = extractor(arguments.model.as_deref())?.build();
    let document = extractor.extract(&text);
    let quotes: Vec<&Quote<'_>> = document
        .quotes()
        .iter()
        .filter(|it| arguments.quote.is_empty() || arguments.quote.contains(&it.id))
        .collect();
    if let Some(missing) = arguments
        .quote
        .iter()
        .find(|id| !quotes.iter().any(|it| it.id == **id))
    {
        let many = document.quotes().len();
        return Err(Error::usage(format!(
            "no quote {missing} in {}: it has {many} (`quotary extract` numbers them)",
            arguments.path.display()
        )));
    }
    let mut page = String::new();
    for quote in quotes {
        describe(&extractor, &document, quote, &mut page);
    }
    Ok(page)
}

/// The text of a file or of stdin, as `quotary extract` reads it: its quotes have the same ids.
fn read(path: &Path, report: &mut Report) -> Result<String, Error> {
    let source = if path.as_os_str() == "-" {
        Source::Stdin
    } else {
        Source::Named(path.to_owned())
    };
    let article = input::single(&source)?;
    for notice in &article.notices {
        report.add(notice);
    }
    Ok(article.text)
}

fn describe(extractor: &Extractor, document: &Document<'_>, quote: &Quote<'_>, page: &mut String) {
    let text = document.text();
    let speaker = document.speaker(quote).map_or("nobody", |it| &it.name);
    let mut line = |it: std::fmt::Arguments<'_>| {
        // A String takes everything.
        let _ = writeln!(page, "{it}");
    };
    line(format_args!(
        "quote {}: {}",
        quote.id,
        one_line(&quote.text)
    ));
    line(format_args!(
        "  source {}, cue {}, speaker {speaker}",
        quote.mention.as_deref().map_or("none", one_line_of),
        quote.cue.as_deref().map_or("none", one_line_of),
    ));
    line(format_args!(
        "  decided by {}, confidence {:.2}",
        quote.sieve, quote.confidence
    ));
    let candidates = extractor.explain(text, quote.id);
    if candidates.is_empty() {
        line(format_args!(
            "  no weights were asked: the rule {} decided alone",
            quote.sieve
        ));
    }
    for candidate in &candidates {
        line(format_args!(
            "  {} {:.2} {}",
            if candidate.stands { "+" } else { "-" },
            candidate.probability,
            reading(text, candidate)
        ));
        for (name, weight) in &candidate.reasons {
            line(format_args!("      {weight:+6.2}  {name}"));
        }
    }
    line(format_args!(""));
}

fn reading(text: &str, candidate: &Candidate) -> String {
    let content: Vec<String> = candidate
        .content
        .iter()
        .map(|it| one_line(it.slice(text)))
        .collect();
    let slice = |span: Span| one_line(span.slice(text));
    format!(
        "[{}] {} | {} ({})",
        candidate.source.map_or_else(|| "nobody".to_owned(), slice),
        slice(candidate.cue),
        content.join(" … "),
        candidate.rule.unwrap_or("the weights' own reading"),
    )
}

fn one_line_of(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
