use std::fs::{self, File, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::journal::beside;
use crate::error::Error;

/// The file that is written until the one in whose place it belongs is complete, so that nobody
/// ever takes half a table for one. While it is open no other run writes it.
#[derive(Debug)]
pub(crate) struct Part {
    path: PathBuf,
    file: File,
    /// Bytes that a run before has left; `None` where it left no file.
    left: Option<u64>,
}

impl Part {
    /// The file beside `output`, for this run alone.
    pub(crate) fn open(output: &Path) -> Result<Self, Error> {
        let path = Self::path_of(output);
        loop {
            let left = fs::metadata(&path).ok().map(|metadata| metadata.len());
            let file = File::options()
                .write(true)
                .create(true)
                .truncate(false)
                .open(&path)
                .map_err(|error| Error::write(output, error))?;
            match file.try_lock() {
                Err(TryLockError::WouldBlock) => {
                    return Err(Error::usage(format!(
                        "{}: another run is writing it; wait for that one, or give another file to \
                         -o",
                        output.display()
                    )));
                }
                // Another run may have completed its table in the meantime: then this is it.
                Ok(()) if !is_at(&file, &path) => {}
                // Some file systems know no locks.
                Ok(()) | Err(TryLockError::Error(_)) => return Ok(Self { path, file, left }),
            }
        }
    }

    /// Where it stands.
    pub(crate) fn path_of(output: &Path) -> PathBuf {
        beside(output, ".part")
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn left(&self) -> Option<u64> {
        self.left
    }

    /// To write behind the first `kept` bytes; with the rights of the `output` that it will replace.
    pub(super) fn keep(&mut self, kept: u64, output: &Path) -> io::Result<()> {
        self.file.set_len(kept)?;
        self.file.seek(SeekFrom::Start(kept))?;
        if let Ok(former) = fs::metadata(output) {
            self.file.set_permissions(former.permissions())?;
        }
        Ok(())
    }

    /// Even a power cut does not take what was written.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.file.sync_data()
    }

    /// Nothing was written: leaves what was there before it was opened.
    pub(crate) fn give_up(self) {
        if self.left.is_none() {
            // An empty file is no harm.
            let _ = fs::remove_file(&self.path);
        }
    }
}

impl Write for Part {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Whether `path` still leads to `file`.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let (Ok(open), Ok(found)) = (file.metadata(), fs::metadata(path)) else {
        return false;
    };
    identity(open) == identity(found)
}

/// A file that is open is not replaced.
#[cfg(not(unix))]
fn is_at(_file: &File, _path: &Path) -> bool {
    true
}
