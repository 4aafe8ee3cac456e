use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::{Part, Writing};
use crate::error::Error;

/// Where results go.
pub(crate) struct Sink {
    target: Target,
    /// Bytes written so far.
    position: u64,
}

enum Target {
    Stdout(BufWriter<io::Stdout>),
    /// A regular file: written beside its place and renamed when complete, so that a broken run
    /// leaves the former one alone.
    File {
        path: PathBuf,
        part: BufWriter<Part>,
    },
    /// A device or pipe: it cannot be renamed over.
    Device {
        path: PathBuf,
        file: BufWriter<File>,
    },
}

/// Bytes collected before they are written.
const BUFFER: usize = 1 << 16;

impl Sink {
    /// What `path` names, or stdout where it is `None`.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Error> {
        let target = match path {
            None => Target::Stdout(BufWriter::with_capacity(BUFFER, io::stdout())),
            Some(path) => Target::device(path).map_err(|e| Error::write(path, e))?,
        };
        Ok(Self {
            target,
            position: 0,
        })
    }

    /// The file at `path`, which appears when `part` is complete. Of what a run before has left the
    /// first `kept` bytes stay.
    pub(crate) fn replacing(path: PathBuf, mut part: Part, kept: u64) -> Result<Self, Error> {
        part.keep(kept, &path)
            .map_err(|e| Error::write(path.as_path(), e))?;
        let part = BufWriter::with_capacity(BUFFER, part);
        Ok(Self {
            target: Target::File { path, part },
            position: kept,
        })
    }

    /// The regular file that `path` names (through a link, so that the link stays), unless it is
    /// something that cannot be replaced.
    pub(crate) fn regular(path: &Path) -> Option<PathBuf> {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let is_regular = fs::metadata(&path).map_or(true, |metadata| metadata.is_file());
        is_regular.then_some(path)
    }

    pub(crate) fn position(&self) -> u64 {
        self.position
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let written = self.target.writer().write_all(bytes);
        self.position += bytes.len() as u64;
        written.map_err(|e| Error::write(self.target.name(), e))
    }

    /// Hands everything to the system; with `durably` even a power cut does not take it.
    pub(crate) fn flush(&mut self, durably: bool) -> Result<(), Error> {
        let flushed = self
            .target
            .writer()
            .flush()
            .and_then(|()| match &self.target {
                Target::File { part, .. } if durably => part.get_ref().sync(),
                _ => Ok(()),
            });
        flushed.map_err(|e| Error::write(self.target.name(), e))
    }

    /// Writes what is left; a file appears in its place.
    pub(crate) fn finish(mut self, writing: &Writing) -> Result<(), Error> {
        self.write(writing.footer())?;
        self.flush(true)?;
        if let Target::File { path, part } = &self.target {
            appear(part.get_ref().path(), path, writing)
                .map_err(|e| Error::write(path.as_path(), e))?;
        }
        Ok(())
    }
}

impl Target {
    fn device(path: &Path) -> io::Result<Self> {
        if path.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let file = File::options().write(true).open(path)?;
        Ok(Self::Device {
            path: path.to_owned(),
            file: BufWriter::with_capacity(BUFFER, file),
        })
    }

    fn writer(&mut self) -> &mut dyn Write {
        match self {
            Self::Stdout(out) => out,
            Self::File { part, .. } => part,
            Self::Device { file, .. } => file,
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Stdout(_) => "stdout".into(),
            Self::File { path, .. } | Self::Device { path, .. } => path.display().to_string(),
        }
    }
}

/// `part`, complete, takes its place at `path`.
fn appear(part: &Path, path: &Path, writing: &Writing) -> io::Result<()> {
    #[cfg(feature = "parquet")]
    if let Some(columns) = writing.is_made_at_the_end() {
        let whole = super::journal::beside(path, ".whole");
        super::columnar::convert(part, &whole, columns)?;
        fs::set_permissions(&whole, fs::metadata(part)?.permissions())?;
        fs::rename(&whole, path)?;
        return fs::remove_file(part);
    }
    #[cfg(not(feature = "parquet"))]
    let _ = writing;
    fs::rename(part, path)
}
