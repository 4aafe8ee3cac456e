use std::fs::{self, File};
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::error::Error;

/// Where results go.
pub(crate) enum Sink {
    Stdout(BufWriter<StdoutLock<'static>>),
    /// A regular file: written beside its place and renamed when complete, so that nobody ever
    /// reads half a table and a broken run leaves the former one alone.
    File {
        path: PathBuf,
        beside: BufWriter<NamedTempFile>,
    },
    /// A device or pipe: it cannot be renamed over.
    Device {
        path: PathBuf,
        file: BufWriter<File>,
    },
}

impl Sink {
    /// Stdout where `path` is `None`.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Error> {
        match path {
            None => Ok(Sink::Stdout(BufWriter::new(io::stdout().lock()))),
            Some(path) => Self::create(path).map_err(|e| Error::write(name(path), e)),
        }
    }

    fn create(path: &Path) -> io::Result<Self> {
        // Through a link to the file it names: the link stays.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(metadata) if !metadata.is_file() => {
                let file = BufWriter::new(File::options().write(true).open(&path)?);
                Ok(Sink::Device { path, file })
            }
            _ => Self::beside(path),
        }
    }

    fn beside(path: PathBuf) -> io::Result<Self> {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let file_name = path.file_name().unwrap_or_default().to_string_lossy();
        let prefix = format!(".{file_name}.");
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix).suffix(".part");
        set_permissions(&mut builder, &path);
        let temporary = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
        Ok(Sink::File {
            path,
            beside: BufWriter::new(temporary),
        })
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let written = self.writer().write_all(bytes);
        written.map_err(|e| Error::write(self.name(), e))
    }

    /// Writes what is left; a file appears in its place.
    pub(crate) fn finish(mut self) -> Result<(), Error> {
        let name = self.name();
        let flushed = self.writer().flush();
        let finished = flushed.and_then(|()| match self {
            Sink::File { path, beside } => {
                let temporary = beside.into_inner()?;
                temporary.as_file().sync_all()?;
                temporary.persist(path)?;
                Ok(())
            }
            Sink::Stdout(_) | Sink::Device { .. } => Ok(()),
        });
        finished.map_err(|e| Error::write(name, e))
    }

    fn writer(&mut self) -> &mut dyn Write {
        match self {
            Sink::Stdout(out) => out,
            Sink::File { beside, .. } => beside,
            Sink::Device { file, .. } => file,
        }
    }

    fn name(&self) -> String {
        match self {
            Sink::Stdout(_) => "stdout".into(),
            Sink::File { path, .. } | Sink::Device { path, .. } => name(path),
        }
    }
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

/// Those of the file that is replaced, or what the shell's `>` would give (the umask applies).
#[cfg(unix)]
fn set_permissions(builder: &mut tempfile::Builder<'_, '_>, path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let former = fs::metadata(path).map(|metadata| metadata.permissions());
    builder.permissions(former.unwrap_or_else(|_| fs::Permissions::from_mode(0o666)));
}

#[cfg(not(unix))]
fn set_permissions(_builder: &mut tempfile::Builder<'_, '_>, _path: &Path) {}
