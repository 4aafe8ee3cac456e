use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::error::Error;

/// Where bytes come from.
#[derive(Debug)]
pub(crate) enum Source {
    Stdin,
    /// Named on the command line: read whatever it holds.
    Named(PathBuf),
    /// Found in a folder: left out if it is binary.
    Found(PathBuf),
}

/// All files behind `paths`, in the order given, those of a folder sorted by path. `output` is
/// the file being written, which is no input.
pub(crate) fn sources<'a>(
    paths: &'a [PathBuf],
    output: Option<&'a Path>,
) -> impl Iterator<Item = Result<Source, Error>> + 'a {
    paths.iter().flat_map(
        move |path| -> Box<dyn Iterator<Item = Result<Source, Error>> + 'a> {
            if path.as_os_str() == "-" {
                return Box::new(std::iter::once(Ok(Source::Stdin)));
            }
            match fs::metadata(path) {
                Ok(metadata) if metadata.is_dir() => Box::new(found(path, output)),
                Ok(_) => Box::new(std::iter::once(Ok(Source::Named(path.clone())))),
                Err(error) => Box::new(std::iter::once(Err(Error::read(name(path), error)))),
            }
        },
    )
}

impl Source {
    /// As the user wrote it.
    pub(crate) fn name(&self) -> String {
        match self {
            Source::Stdin => "-".into(),
            Source::Named(path) | Source::Found(path) => name(path),
        }
    }

    pub(super) fn open(&self) -> io::Result<Box<dyn BufRead>> {
        Ok(match self {
            Source::Stdin => Box::new(io::stdin().lock()),
            Source::Named(path) | Source::Found(path) => {
                Box::new(BufReader::new(File::open(path)?))
            }
        })
    }
}

fn found<'a>(
    folder: &Path,
    output: Option<&'a Path>,
) -> impl Iterator<Item = Result<Source, Error>> + 'a {
    let walk = WalkBuilder::new(folder)
        .sort_by_file_path(Path::cmp)
        .build();
    walk.filter_map(move |entry| match entry {
        Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) => {
            let path = entry.into_path();
            (!is_same_file(&path, output)).then_some(Ok(Source::Found(path)))
        }
        Ok(_) => None,
        Err(error) => Some(Err(Error::walk(error))),
    })
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

/// Compares names first, since most files have another one.
pub(crate) fn is_same_file(path: &Path, output: Option<&Path>) -> bool {
    output.is_some_and(|output| {
        path.file_name() == output.file_name()
            && fs::canonicalize(path)
                .is_ok_and(|path| fs::canonicalize(output).is_ok_and(|output| path == output))
    })
}
