//! From sources to the sink, article by article.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use crate::arguments::Extract;
use crate::error::Error;
use crate::input::{articles, is_same_file, sources};
use crate::output::{Sink, View};
use crate::report::Report;

/// `quotary extract`: tells `report` what failed on the way; an error ends the run.
pub(crate) fn extract(arguments: &Extract, report: &mut Report) -> Result<(), Error> {
    let paths = paths(arguments)?;
    let output = arguments.output.as_deref();
    if let Some(path) = paths.iter().find(|path| is_same_file(path, output)) {
        return Err(Error::input_is_output(path));
    }
    let mut sink = Sink::open(output)?;
    let written = write_all(&paths, arguments, &mut sink, report);
    match written.and_then(|()| sink.finish()) {
        Err(error) if error.is_closed_pipe() => Ok(()),
        done => done,
    }
}

/// What was named; stdin where nothing was and something comes from there.
fn paths(arguments: &Extract) -> Result<Vec<PathBuf>, Error> {
    if !arguments.paths.is_empty() {
        Ok(arguments.paths.clone())
    } else if io::stdin().is_terminal() {
        Err(Error::no_input())
    } else {
        Ok(vec!["-".into()])
    }
}

fn write_all(
    paths: &[PathBuf],
    arguments: &Extract,
    sink: &mut Sink,
    report: &mut Report,
) -> Result<(), Error> {
    let view = View::new(arguments);
    let mut buffer = Vec::new();
    view.render_header(&mut buffer);
    sink.write(&buffer)?;
    for source in sources(paths, arguments.output.as_deref()) {
        let source = match source {
            Ok(source) => source,
            Err(error) => {
                report.add(&error);
                continue;
            }
        };
        for article in articles(source, &arguments.input) {
            match article {
                Ok(article) => {
                    if let Some(repaired) = &article.repaired {
                        report.add(repaired);
                    }
                    buffer.clear();
                    view.render(&article, &mut buffer);
                    sink.write(&buffer)?;
                }
                Err(error) => report.add(&error),
            }
        }
    }
    Ok(())
}
