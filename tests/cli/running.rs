//! How the work is done: threads, shares of it, and what is told meanwhile.

use std::fs;

use serde_json::Value;

use crate::command::{folder, quotary};

fn news(count: usize) -> String {
    let line = |n| {
        let said = "“We walk,” said Ada Brun. ".repeat(1 + n % 7);
        format!("{{\"id\": {n}, \"text\": \"{said}\"}}\n")
    };
    (0..count).map(line).collect()
}

fn ids(stdout: &str) -> Vec<u64> {
    let lines = stdout.lines().skip(1);
    let mut ids: Vec<u64> = lines.map(|line| line.parse().expect("an id")).collect();
    ids.dedup();
    ids
}

#[test]
fn the_order_is_that_of_the_input_whatever_the_threads() {
    let folder = folder(&[("news.jsonl", news(300).as_bytes())]);
    let one = quotary(folder.path(), ["extract", "news.jsonl", "-j", "1"]);
    assert_eq!((one.code, one.stderr.as_str()), (Some(0), ""));
    for threads in ["2", "7", "32"] {
        let many = quotary(
            folder.path(),
            ["extract", "news.jsonl", "--threads", threads],
        );
        assert!(many.stdout == one.stdout, "{threads} threads");
    }
    let chosen = quotary(
        folder.path(),
        ["extract", "news.jsonl", "--columns", "doc_id"],
    );
    assert_eq!(ids(&chosen.stdout), (0..300).collect::<Vec<_>>());
}

#[test]
fn a_part_of_the_documents_is_always_the_same() {
    let folder = folder(&[("news.jsonl", news(300).as_bytes())]);
    let read = |arguments: &[&str]| {
        let always = ["extract", "news.jsonl", "--columns", "doc_id"];
        ids(&quotary(folder.path(), always.iter().chain(arguments)).stdout)
    };
    assert_eq!(read(&["--limit", "3"]), [0, 1, 2]);
    assert!(read(&["--limit", "0"]).is_empty());
    let sample = read(&["--sample", "0.2"]);
    assert!((30..90).contains(&sample.len()), "{} of 300", sample.len());
    assert_eq!(read(&["--sample", "0.2", "-j", "5"]), sample);
    assert_eq!(read(&["--sample", "0.2", "--limit", "4"]), sample[..4]);
    assert_eq!(read(&["--sample", "1"]).len(), 300);
}

#[test]
fn what_failed_is_told_in_a_file_if_one_is_named() {
    let news = "{\"id\": 1, \"text\": \"Calm.\"}\n{\"id\": 2}\nno\n";
    let folder = folder(&[("news.jsonl", news.as_bytes()), ("empty.txt", b"")]);
    let arguments = [
        "extract",
        "news.jsonl",
        "empty.txt",
        "none.txt",
        "--errors",
        "errors.jsonl",
    ];
    let run = quotary(folder.path(), arguments);
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (
            Some(1),
            "quotary: 3 failed; errors.jsonl says what and why\n"
        )
    );
    let lines = fs::read_to_string(folder.path().join("errors.jsonl")).unwrap();
    let errors: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let told = errors.iter().map(|it| {
        (
            it["source"].as_str().unwrap(),
            it["line"].as_u64(),
            it["level"].as_str().unwrap(),
        )
    });
    let expected = [
        ("news.jsonl", Some(2), "error"),
        ("news.jsonl", Some(3), "error"),
        ("empty.txt", None, "notice"),
        ("none.txt", None, "error"),
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
    assert!(
        errors[0]["reason"]
            .as_str()
            .unwrap()
            .starts_with("field \"text\" is missing"),
        "{lines}"
    );
}

#[test]
fn quiet_tells_only_what_failed_and_verbose_tells_how_it_went() {
    let folder = folder(&[("empty.txt", b""), ("a.txt", b"Calm.")]);
    let quiet = quotary(
        folder.path(),
        ["extract", "-q", "empty.txt", "none.txt", "a.txt"],
    );
    assert_eq!(
        quiet.stderr,
        "quotary: none.txt: no such file or folder; check the path\n"
    );
    let verbose = quotary(folder.path(), ["extract", "-v", "a.txt"]);
    assert!(
        verbose.stderr.contains("quotary: 1 documents, 0 quotes, "),
        "{}",
        verbose.stderr
    );
}

#[test]
fn there_is_no_progress_where_nobody_watches_and_no_colour_where_nobody_wants_it() {
    let folder = folder(&[("news.jsonl", news(2_000).as_bytes())]);
    let run = quotary(folder.path(), ["extract", "news.jsonl"]);
    assert_eq!(run.stderr, "");
    let help = quotary(folder.path(), ["extract", "--help"]);
    let wrong = quotary(folder.path(), ["extract", "--no-such-flag"]);
    assert!(!help.stdout.contains('\u{1b}') && !wrong.stderr.contains('\u{1b}'));
}
