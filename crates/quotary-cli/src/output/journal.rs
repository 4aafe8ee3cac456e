use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::input::Bookmark;

/// What a run with the same arguments needs to go on where this one stops: a small file beside
/// the output, replaced as a whole each time.
#[derive(Debug)]
pub(crate) struct Journal {
    path: PathBuf,
    run: Run,
}

/// How far a run has come. Everything before it is written, nothing behind it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Point {
    pub(crate) input: Progress,
    /// Rows written.
    pub(crate) rows: u64,
    /// Bytes of the unfinished output.
    pub(crate) output: u64,
    /// Bytes of the file of errors.
    pub(crate) errors: u64,
    /// Whether an input failed.
    pub(crate) has_failed: bool,
}

/// How far the inputs were read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Progress {
    /// Sources that were read to their end.
    pub(crate) sources: u64,
    /// What those were: see [`fold`](Self::fold).
    pub(crate) digest: u64,
    /// The source being read, and what tells that it has not changed.
    pub(crate) source: String,
    pub(crate) fingerprint: u64,
    /// Its records (a text is one) that are done, failed ones too.
    pub(crate) records: u64,
    /// Where those behind them begin; `None` where they are found by counting.
    pub(crate) bookmark: Option<Bookmark>,
    /// Documents done, of all sources.
    pub(crate) documents: u64,
}

#[derive(Debug, Serialize, Deserialize)]
struct Run {
    version: String,
    /// What decides the output.
    settings: BTreeMap<String, String>,
    point: Point,
}

impl Journal {
    /// Of a run that writes `output`; not a file yet.
    pub(crate) fn new(output: &Path, settings: BTreeMap<String, String>) -> Self {
        Self {
            path: beside(output, ".journal"),
            run: Run {
                version: VERSION.into(),
                settings,
                point: Point::default(),
            },
        }
    }

    /// Where a former run broke off; `None` where none did. An error where it was another run.
    pub(crate) fn broken_off(&self) -> Result<Option<Point>, Error> {
        let Some(former) = self.read()? else {
            return Ok(None);
        };
        let differs = |what: &str, was: &str, is: &str| {
            Err(Error::usage(format!(
                "{}: the run to go on with had {what} {was}, this one has {is}; give the same \
                 arguments, or begin anew with --restart",
                self.path.display()
            )))
        };
        if former.version != self.run.version {
            return differs("quotary", &former.version, &self.run.version);
        }
        let (was, is) = (&former.settings, &self.run.settings);
        let nothing = String::from("nothing");
        let names = was.keys().chain(is.keys());
        for name in names {
            let [was, is] = [was, is].map(|settings| settings.get(name).unwrap_or(&nothing));
            if was != is {
                return differs(name, was, is);
            }
        }
        Ok(Some(former.point))
    }

    /// Documents that a former run has done and this one would throw away.
    pub(crate) fn documents(&self) -> u64 {
        let former = self.read().ok().flatten();
        former.map_or(0, |former| former.point.input.documents)
    }

    pub(crate) fn write(&mut self, point: Point) -> Result<(), Error> {
        self.run.point = point;
        let json = serde_json::to_vec(&self.run).expect("a journal is JSON");
        let new = beside(&self.path, ".new");
        fs::write(&new, json)
            .and_then(|()| fs::rename(&new, &self.path))
            .map_err(|error| Error::write(self.path.as_path(), error))
    }

    /// The run is complete.
    pub(crate) fn remove(&self) -> Result<(), Error> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(Error::write(self.path.as_path(), error))
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    fn read(&self) -> Result<Option<Run>, Error> {
        match fs::read(&self.path) {
            Ok(json) => serde_json::from_slice(&json).map(Some).map_err(|error| {
                let path = self.path.display();
                Error::usage(format!(
                    "{path}: no journal of this version: {error}; --restart"
                ))
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::read(self.path.as_path(), error)),
        }
    }
}

/// Rows change with versions; a table is made by one.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " ", env!("QUOTARY_COMMIT"));

impl Progress {
    /// The digest of the sources before with that of the next.
    pub(crate) fn fold(digest: u64, fingerprint: u64) -> u64 {
        // An odd multiplier keeps every bit; the rotation makes the order count.
        digest.rotate_left(5).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ fingerprint
    }
}

/// `quotations.csv` with `.journal` behind it.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(suffix);
    path.with_file_name(name)
}
