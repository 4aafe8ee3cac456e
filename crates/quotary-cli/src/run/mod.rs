//! From sources to the sink: read by one thread, understood by many, written in order by one.

mod budget;
mod pool;
mod progress;
mod reader;
mod resume;
mod signal;
mod summary;
mod writer;

use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use quotary::KnownPeople;

use crate::arguments::{Extract, Format, InputFormat};
use crate::error::Error;
use crate::input::{Meter, Settings, Sources, is_same_file};
use crate::output::{Columns, Journal, Part, Sink, Table, View, Writing};
use crate::people;
use crate::report::Report;

use pool::Pool;
use progress::Bar;
use reader::Selection;
use signal::Signals;
pub(crate) use signal::Stopped;
use summary::Summary;
use writer::Writer;

/// `quotary extract` and `quotary speakers`, which write a table each: tells `report` what failed on
/// the way; an error ends the run. `settings` are the arguments that decide the output.
pub(crate) fn extract(
    arguments: &Extract,
    table: Table,
    settings: BTreeMap<String, String>,
    report: &mut Report,
) -> Result<Option<Stopped>, Error> {
    let signals = Signals::catch();
    let paths = paths(arguments)?;
    if table == Table::Speakers && (arguments.output.stage.is_some() || arguments.output.summary) {
        return Err(Error::usage(
            "--stage and --summary: go with quotary extract only",
        ));
    }
    let people = arguments.output.speakers.as_deref().map(people::read);
    let people = people.transpose()?.map(Arc::new);
    let writing = writing(arguments, table, people.as_deref(), &paths)?;
    let output = arguments.output.file();
    let written = written(arguments);
    let is_input = |path: &&PathBuf| written.iter().any(|file| is_same_file(path, file));
    if let Some(path) = paths.iter().find(is_input) {
        let path = path.display();
        let reason = format!("{path}: is an input and the output at once; give another file to -o");
        return Err(Error::usage(reason));
    }
    if arguments.running.errors.as_deref() == Some(Path::new("-")) {
        return Err(Error::usage(
            "--errors: needs a FILE; without it what failed is told on stderr",
        ));
    }
    if let (Some(output), Some(errors)) = (output, &arguments.running.errors)
        && (output == errors || is_same_file(output, errors))
    {
        return Err(Error::usage(
            "--errors: is the file of -o too; give it another",
        ));
    }
    let sources = Sources::new(paths, arguments.input.glob.clone(), written);
    sources.check()?;
    let view = View::new(&arguments.output, table, writing.clone(), people)?;

    let regular = output.and_then(Sink::regular);
    let part = regular.as_deref().map(Part::open).transpose()?;
    let mut journal = regular.as_deref().map(|path| Journal::new(path, settings));
    let point = match resume::point(arguments, journal.as_ref(), part.as_ref(), report) {
        Ok(point) => point,
        Err(error) => {
            part.into_iter().for_each(Part::give_up);
            return Err(error);
        }
    };
    let mut sink = match (regular, part) {
        (Some(path), Some(part)) => Sink::replacing(path, part, point.output)?,
        _ => Sink::open(output)?,
    };
    if let Some(errors) = &arguments.running.errors {
        report.write_to(errors, point.errors)?;
    }
    if point.output == 0 {
        if arguments.output.stage.is_none() {
            sink.write(&writing.header())?;
        }
        // What a run that is begun anew would throw away is thrown away now.
        if let Some(journal) = &journal {
            journal.remove()?;
        }
    }

    let meter = Arc::new(Meter::default());
    report.explain(|| format!("{} threads", threads(arguments)));
    if !report.is_quiet() && io::stderr().is_terminal() {
        let done = &point.input;
        report.show(Bar::drawn(sources.length(done.sources, done.bookmark)));
    }
    let pool = Pool::start(
        sources,
        Settings::new(&arguments.input, Arc::clone(&meter)),
        Selection::new(&arguments.running, point.input.clone()),
        view,
        threads(arguments),
    );
    let mut writer = Writer {
        sink: &mut sink,
        report,
        journal: journal.as_mut(),
        between: writing.between(),
        bar: Bar::new(meter),
        summary: arguments
            .output
            .summary
            .then(|| Summary::new(&arguments.input.keep)),
        point,
        checkpoint: Duration::from_secs_f64(arguments.running.checkpoint),
        last: Instant::now(),
    };
    let done = writer.drain(&pool, &signals);
    let (summary, documents) = (writer.summary, writer.point.input.documents);
    let told = writer.bar.told();
    report.hide();
    let ended = match done {
        Ok(None) => sink.finish(&writing).map(|()| None),
        // What no run can go on with is whole as it is.
        Ok(Some(stopped)) if journal.is_none() => sink.finish(&writing).map(|()| Some(stopped)),
        Ok(Some(stopped)) => sink.flush(true).map(|()| Some(stopped)),
        Err(error) => Err(error),
    };
    match &ended {
        Ok(None) => journal.as_ref().map_or(Ok(()), Journal::remove)?,
        Ok(Some(stopped)) => report.tell(&format!("{stopped}; {documents} documents are done")),
        Err(error) if error.is_closed_pipe() => return Ok(None),
        Err(_) => {}
    }
    if let Some(journal) = journal.filter(|_| !matches!(ended, Ok(None))) {
        resume::tell_what_is_done(&journal, report);
    }
    let stopped = ended?;
    report.finish();
    if let Some(summary) = summary {
        report.print_lines(&summary.to_string());
    }
    report.explain(|| told);
    Ok(stopped)
}

/// What was named; stdin where nothing was and something comes from there.
fn paths(arguments: &Extract) -> Result<Vec<PathBuf>, Error> {
    if !arguments.paths.is_empty() {
        Ok(arguments.paths.clone())
    } else if io::stdin().is_terminal() {
        Err(Error::usage(
            "nothing to read; name a file or a folder, or - for stdin",
        ))
    } else {
        Ok(vec!["-".into()])
    }
}

/// Files that are written in the course of the run.
fn written(arguments: &Extract) -> Vec<PathBuf> {
    let output = arguments.output.file().map(Path::to_owned);
    let mut written: Vec<PathBuf> = arguments
        .running
        .errors
        .iter()
        .cloned()
        .chain(output)
        .collect();
    if let Some(regular) = arguments.output.file().and_then(Sink::regular) {
        written.push(Part::path_of(&regular));
        written.push(Journal::new(&regular, BTreeMap::new()).path().to_owned());
    }
    written
}

fn writing(
    arguments: &Extract,
    table: Table,
    people: Option<&KnownPeople>,
    paths: &[PathBuf],
) -> Result<Writing, Error> {
    let output = &arguments.output;
    let by_name = output.file().and_then(Format::of);
    let format = match output.stage {
        // Labels under a text are no table.
        Some(_) => Format::Csv,
        None => match (output.format.or(by_name), output.file()) {
            (None, Some(path)) if Format::is_other(path) => {
                return Err(Error::usage(format!(
                    "{}: no table is written as that; name a .csv, .tsv, .jsonl, .json or .parquet, \
                     or state --format",
                    path.display()
                )));
            }
            (format, _) => format.unwrap_or(Format::Csv),
        },
    };
    if format == Format::Parquet {
        if cfg!(not(feature = "parquet")) {
            return Err(Error::usage(
                "this quotary was built without the feature parquet",
            ));
        }
        if output.file().and_then(Sink::regular).is_none() {
            return Err(Error::usage(
                "--format parquet: needs -o FILE, a file that can be replaced",
            ));
        }
    }
    if output.excel && !matches!(format, Format::Csv | Format::Tsv) {
        return Err(Error::usage("--excel: goes with --format csv and tsv only"));
    }
    if !matches!(format, Format::Csv | Format::Tsv)
        && let Some(name) = first_double(&output.columns)
    {
        return Err(Error::usage(format!(
            "--columns: '{name}' is there twice, which only csv and tsv can hold"
        )));
    }
    let is_page = |path: &PathBuf| {
        path.extension()
            .is_some_and(|it| it == "html" || it == "htm" || it == "xhtml")
    };
    let is_html = match arguments.input.input_format {
        Some(format) => format == InputFormat::Html,
        None => paths.iter().any(is_page),
    };
    let columns = Columns::new(
        table,
        &output.columns,
        &arguments.input.keep,
        is_html,
        people,
    )?;
    Ok(Writing::new(format, columns, output.excel))
}

fn first_double(names: &[String]) -> Option<&String> {
    let mut places = names.iter().enumerate();
    places.find_map(|(place, name)| names[..place].contains(name).then_some(name))
}

fn threads(arguments: &Extract) -> usize {
    let cores = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    arguments
        .running
        .threads
        .map_or_else(cores, std::num::NonZero::get)
}
