//! `-o FILE`: there is never half a table, and nothing else changes.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use crate::command::{command, folder, quotary, wait_for};

const ARTICLE: &[u8] = "“We walk,” said Ada Brun.\n".as_bytes();

#[test]
fn the_file_holds_what_stdout_would_get() {
    let folder = folder(&[("a.txt", ARTICLE)]);
    let run = quotary(folder.path(), ["extract", "a.txt", "-o", "out.csv"]);
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (Some(0), "", "")
    );
    let stdout = quotary(folder.path(), ["extract", "a.txt"]).stdout;
    assert_eq!(
        fs::read_to_string(folder.path().join("out.csv")).unwrap(),
        stdout
    );
    assert_eq!(names(folder.path()), ["a.txt", "out.csv"]);
}

#[test]
fn a_dash_is_stdout() {
    let folder = folder(&[("a.txt", ARTICLE)]);
    let stdout = quotary(folder.path(), ["extract", "a.txt"]).stdout;
    let run = quotary(folder.path(), ["extract", "a.txt", "-o", "-"]);
    assert_eq!((run.code, run.stdout), (Some(0), stdout));
    assert_eq!(names(folder.path()), ["a.txt"]);
}

#[test]
fn no_table_pretends_to_be_what_it_is_not() {
    let folder = folder(&[("a.txt", ARTICLE)]);
    for name in ["out.xlsx", "out.csv.gz"] {
        let run = quotary(folder.path(), ["extract", "a.txt", "-o", name]);
        assert_eq!(run.code, Some(2), "{name}");
        let told = format!("quotary: {name}: no table is written as that; ");
        assert!(run.stderr.starts_with(&told), "{}", run.stderr);
        let stated = ["extract", "a.txt", "--format", "csv", "-o", name];
        assert_eq!(quotary(folder.path(), stated).code, Some(0), "{name}");
    }
}

#[test]
fn the_file_appears_when_it_is_complete() {
    let folder = folder(&[("out.csv", b"the former table")]);
    let out = folder.path().join("out.csv");
    let mut command = command(folder.path());
    command.args(["extract", "--input-format", "jsonl", "-", "-o", "out.csv"]);
    let mut child = command
        .stdin(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut stdin = child.stdin.take().expect("stdin is a pipe");
    stdin
        .write_all(b"{\"id\": 1, \"text\": \"Calm.\"}\n")
        .expect("it reads");
    wait_for(|| names(folder.path()).len() == 2);
    assert_eq!(fs::read(&out).unwrap(), b"the former table");
    drop(stdin);
    assert!(child.wait().expect("the binary ends").success());
    assert!(fs::read_to_string(&out).unwrap().starts_with("doc_id,"));
    assert_eq!(names(folder.path()), ["out.csv"]);
}

#[test]
fn a_run_that_is_killed_leaves_the_former_file() {
    let folder = folder(&[("out.csv", b"the former table")]);
    let mut command = command(folder.path());
    command.args(["extract", "--input-format", "jsonl", "-", "-o", "out.csv"]);
    let mut child = command
        .stdin(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    wait_for(|| names(folder.path()).len() == 2);
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    assert_eq!(
        fs::read(folder.path().join("out.csv")).unwrap(),
        b"the former table"
    );
}

#[test]
fn a_file_that_cannot_be_made_is_an_error() {
    let folder = folder(&[("a.txt", ARTICLE), ("folder/b.txt", ARTICLE)]);
    for path in ["nowhere/out.csv", "folder"] {
        let run = quotary(folder.path(), ["extract", "a.txt", "-o", path]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""), "{path}");
        assert!(run.stderr.contains(path), "{path} in {}", run.stderr);
    }
    assert_eq!(names(folder.path()), ["a.txt", "folder"]);
}

#[test]
fn the_file_is_no_input() {
    let folder = folder(&[("news/a.txt", ARTICLE), ("news/out.csv", ARTICLE)]);
    let stage = [
        "extract",
        "news",
        "-o",
        "news/out.csv",
        "--stage",
        "segments",
    ];
    let run = quotary(folder.path(), stage);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let written = fs::read_to_string(folder.path().join("news/out.csv")).unwrap();
    assert_eq!(written.matches("==>").count(), 1, "{written}");
}

#[cfg(unix)]
#[test]
fn links_and_rights_of_the_former_file_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder(&[("a.txt", ARTICLE), ("tables/out.csv", b"the former table")]);
    let out = folder.path().join("tables/out.csv");
    fs::set_permissions(&out, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("tables/out.csv", folder.path().join("link.csv")).unwrap();
    let run = quotary(folder.path(), ["extract", "a.txt", "-o", "link.csv"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(
        fs::symlink_metadata(folder.path().join("link.csv"))
            .unwrap()
            .is_symlink()
    );
    assert!(fs::read_to_string(&out).unwrap().starts_with("doc_id,"));
    assert_eq!(
        fs::metadata(&out).unwrap().permissions().mode() & 0o777,
        0o640
    );
}

/// What stands in the folder, sorted.
fn names(folder: &std::path::Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> = entries
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
