//! Runs the binary as a user does.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What a run left behind.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// `quotary ARGUMENTS` in `folder`, with nothing on stdin.
pub(crate) fn quotary(folder: &Path, arguments: impl IntoIterator<Item: AsRef<OsStr>>) -> Run {
    quotary_reading(folder, b"", arguments)
}

/// The same with `stdin`.
pub(crate) fn quotary_reading(
    folder: &Path,
    stdin: &[u8],
    arguments: impl IntoIterator<Item: AsRef<OsStr>>,
) -> Run {
    let mut command = command(folder);
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary starts");
    let mut pipe = child.stdin.take().expect("stdin is a pipe");
    // A run that fails early does not read: that it closes the pipe is no matter.
    let _ = pipe.write_all(stdin);
    drop(pipe);
    child.wait_with_output().expect("the binary ends").into()
}

/// To be set up further.
pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quotary"));
    command.current_dir(folder);
    // Whoever runs the tests has settings of their own.
    command.env("XDG_CONFIG_HOME", "/nonexistent");
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("QUOTARY_") {
            command.env_remove(name);
        }
    }
    command
}

/// A folder with these files, gone at the end of the test.
pub(crate) fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    for (name, content) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, content).expect("a file");
    }
    folder
}

/// Until something is done by a process that runs beside the test.
pub(crate) fn wait_for(done: impl Fn() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(start.elapsed() < Duration::from_secs(60), "waited in vain");
        sleep(Duration::from_millis(2));
    }
}

impl Run {
    /// The ids of the articles that were read, by the titles that a stage prints above each.
    pub(crate) fn titles(&self) -> Vec<&str> {
        let titles = self.stdout.lines().filter_map(|it| it.strip_prefix("==> "));
        titles.map(|it| it.trim_end_matches(" <==")).collect()
    }

    /// The rows of a CSV, by the names of the columns.
    pub(crate) fn rows(&self) -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_reader(self.stdout.as_bytes());
        let header = reader.headers().expect("a header").clone();
        let rows = reader.records().map(|row| {
            let row = row.expect("as many cells as columns");
            header
                .iter()
                .map(str::to_owned)
                .zip(row.iter().map(str::to_owned))
                .collect()
        });
        rows.collect()
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).expect("results are UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("messages are UTF-8"),
        }
    }
}
