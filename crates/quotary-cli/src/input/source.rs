use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::UNIX_EPOCH;

use ignore::overrides::{Override, OverrideBuilder};
use ignore::{DirEntry, WalkBuilder};

use super::bookmark::Bookmark;
use super::compression::{Decompressed, decompressed};
use crate::error::Error;

/// Where bytes come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    Stdin,
    /// Named on the command line: read whatever it holds.
    Named(PathBuf),
    /// Found in a folder: left out if it is binary.
    Found(PathBuf),
}

/// Counts bytes as they are read from files, before they are decompressed: what progress is made
/// of.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    read: AtomicU64,
}

/// Which files are read of what was named.
#[derive(Debug)]
pub(crate) struct Sources {
    paths: Vec<PathBuf>,
    globs: Vec<String>,
    /// Files being written: no inputs.
    written: Vec<PathBuf>,
}

/// A source that is read record by record.
pub(super) struct Opened {
    pub(super) reader: BufReader<Box<dyn Read + Send>>,
    /// `None` where the bytes are those of no file: of a pipe, or decompressed.
    pub(super) file: Option<PlainFile>,
}

/// A file that can be read from any of its bytes.
#[derive(Debug)]
pub(super) struct PlainFile {
    path: PathBuf,
    /// Bytes before the first that count.
    begin: u64,
    meter: Arc<Meter>,
}

type Found = Box<dyn Iterator<Item = Result<Source, Error>> + Send>;

/// Bytes read at once: enough for lines and for decoders.
pub(super) const BUFFER: usize = 1 << 16;

impl Sources {
    /// `globs` apply to what is found in folders.
    pub(crate) fn new(paths: Vec<PathBuf>, globs: Vec<String>, written: Vec<PathBuf>) -> Self {
        Self {
            paths,
            globs,
            written,
        }
    }

    /// Whether the globs can be understood.
    pub(crate) fn check(&self) -> Result<(), Error> {
        self.overrides(Path::new(".")).map(drop)
    }

    /// Bytes of the files that were named, without the first `read` of them and what stands before
    /// `bookmark` in the next; `None` where they are not known before reading.
    pub(crate) fn length(&self, read: u64, bookmark: Option<Bookmark>) -> Option<u64> {
        let length = |path: &PathBuf| {
            let metadata = fs::metadata(path).ok()?;
            metadata.is_file().then_some(metadata.len())
        };
        let lengths: Vec<u64> = self.paths.iter().map(length).collect::<Option<_>>()?;
        let behind: u64 = lengths.iter().skip(usize::try_from(read).ok()?).sum();
        Some(behind.saturating_sub(bookmark.map_or(0, |it| it.bytes)))
    }

    /// All files, in the order given, those of a folder sorted by path.
    pub(crate) fn into_iter(self) -> impl Iterator<Item = Result<Source, Error>> + Send {
        let paths = self.paths.clone();
        paths.into_iter().flat_map(move |path| self.behind(&path))
    }

    fn behind(&self, path: &Path) -> Found {
        if path.as_os_str() == "-" {
            return Box::new(std::iter::once(Ok(Source::Stdin)));
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => match self.overrides(path) {
                Ok(overrides) => self.found(path, overrides),
                Err(error) => Box::new(std::iter::once(Err(error))),
            },
            Ok(_) => Box::new(std::iter::once(Ok(Source::Named(path.to_owned())))),
            Err(error) => Box::new(std::iter::once(Err(Error::read(path, error)))),
        }
    }

    fn found(&self, folder: &Path, overrides: Override) -> Found {
        // Not as overrides of the walk: those let in what ignore files and a dot leave out.
        let is_wanted = move |entry: &DirEntry| {
            let is_folder = entry.file_type().is_some_and(|it| it.is_dir());
            entry.depth() == 0 || !overrides.matched(entry.path(), is_folder).is_ignore()
        };
        let walk = WalkBuilder::new(folder)
            .sort_by_file_path(Path::cmp)
            .filter_entry(is_wanted)
            .build();
        let written = self.written.clone();
        let mut found = walk.filter_map(move |entry| match entry {
            Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) => {
                let path = entry.into_path();
                let is_written = written.iter().any(|file| is_same_file(&path, file));
                (!is_written).then_some(Ok(Source::Found(path)))
            }
            Ok(_) => None,
            Err(error) => Some(Err(Error::walk(error))),
        });
        let first = found
            .next()
            .unwrap_or_else(|| Err(Error::no_files(folder, !self.globs.is_empty())));
        Box::new(std::iter::once(first).chain(found))
    }

    fn overrides(&self, folder: &Path) -> Result<Override, Error> {
        let mut builder = OverrideBuilder::new(folder);
        let unusable = |error: ignore::Error| Error::usage(format!("--glob: {error}"));
        for glob in &self.globs {
            builder.add(glob).map_err(unusable)?;
        }
        builder.build().map_err(unusable)
    }
}

impl Source {
    /// As the user wrote it.
    pub(crate) fn name(&self) -> String {
        match self {
            Source::Stdin => "-".into(),
            Source::Named(path) | Source::Found(path) => path.display().to_string(),
        }
    }

    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Source::Stdin => None,
            Source::Named(path) | Source::Found(path) => Some(path),
        }
    }

    /// The bytes, decompressed.
    pub(super) fn open(&self, meter: &Arc<Meter>) -> io::Result<Box<dyn Read + Send>> {
        Ok(self.decompressed(meter)?.reader)
    }

    /// The same, to be read record by record.
    pub(super) fn open_records(&self, meter: &Arc<Meter>) -> io::Result<Opened> {
        let Decompressed { reader, is_plain } = self.decompressed(meter)?;
        let path = self.path().filter(|path| is_plain && path.is_file());
        Ok(Opened {
            reader: BufReader::with_capacity(BUFFER, reader),
            file: path.map(|path| PlainFile {
                path: path.to_owned(),
                begin: 0,
                meter: Arc::clone(meter),
            }),
        })
    }

    fn decompressed(&self, meter: &Arc<Meter>) -> io::Result<Decompressed> {
        match self.path() {
            None => decompressed(Metered::new(io::stdin(), meter)),
            Some(path) => decompressed(Metered::new(File::open(path)?, meter)),
        }
    }

    /// Bytes of the file; 0 where it is no file.
    pub(super) fn length(&self) -> u64 {
        self.path()
            .and_then(|path| fs::metadata(path).ok())
            .map_or(0, |metadata| metadata.len())
    }

    /// Changes when the file does; the same from run to run.
    pub(crate) fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.name().hash(&mut hasher);
        if let Some(metadata) = self.path().and_then(|path| fs::metadata(path).ok()) {
            metadata.len().hash(&mut hasher);
            let modified = metadata.modified().ok();
            let since = modified.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
            since.map(|since| since.as_nanos()).hash(&mut hasher);
        }
        hasher.finish()
    }
}

impl PlainFile {
    /// Without its first `bytes`, a byte order mark.
    pub(super) fn without(self, bytes: usize) -> Self {
        Self {
            begin: bytes as u64,
            ..self
        }
    }

    /// What stands behind so many `bytes`.
    pub(super) fn behind(&self, bytes: u64) -> io::Result<Box<dyn BufRead + Send>> {
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(self.begin + bytes))?;
        let file = Metered::new(file, &self.meter);
        Ok(Box::new(BufReader::with_capacity(BUFFER, file)))
    }
}

impl Meter {
    /// Bytes so far.
    pub(crate) fn read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }
}

struct Metered<R> {
    reader: R,
    meter: Arc<Meter>,
}

impl<R> Metered<R> {
    fn new(reader: R, meter: &Arc<Meter>) -> Self {
        Self {
            reader,
            meter: Arc::clone(meter),
        }
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.reader.read(buffer)?;
        self.meter.read.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}

/// Compares names first, since most files have another one.
pub(crate) fn is_same_file(path: &Path, other: &Path) -> bool {
    path.file_name() == other.file_name()
        && fs::canonicalize(path)
            .is_ok_and(|path| fs::canonicalize(other).is_ok_and(|other| path == other))
}
