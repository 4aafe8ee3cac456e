//! Arguments, right and wrong, and the help.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use crate::command::{folder, quotary};

const ARTICLE: &str = "“We walk,” said Ada Brun.\n";

#[test]
fn without_arguments_in_a_pipe_the_usage_is_wrong() {
    let run = quotary(Path::new("."), [""; 0]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert_eq!(
        run.stderr.matches("\n  quotary extract ").count(),
        2,
        "two examples"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn without_arguments_at_a_terminal_there_is_a_short_help() {
    let mut script = std::process::Command::new("script");
    script
        .args(["-qec", env!("CARGO_BIN_EXE_quotary"), "/dev/null"])
        .stdin(Stdio::null());
    let Ok(output) = script.output() else {
        // Not eprintln, which the test harness keeps to itself.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: script(1), which makes a terminal, is not installed"
        );
        return;
    };
    let help = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{help}");
    assert_eq!(
        help.matches("\n  quotary extract ").count(),
        2,
        "two examples in {help}"
    );
    assert!(help.lines().count() < 12, "short, not {help}");
}

#[test]
fn help_goes_to_stdout() {
    let run = quotary(Path::new("."), ["extract", "--help"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    for flag in [
        "--input-format",
        "--id-field",
        "--text-field",
        "--output",
        "--format",
        "--kind",
    ] {
        assert!(run.stdout.contains(flag), "{flag} in {}", run.stdout);
    }
}

#[test]
fn wrong_usage_ends_with_2_and_writes_nothing() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    for arguments in [
        &["extract", "a.txt", "--no-such-flag"][..],
        &["extract", "a.txt", "--kind", "loud"],
        &["extract", "a.txt", "--format", "xlsx"],
        &["extract", "a.txt", "--offsets", "words"],
        &["extract", "a.txt", "--threads", "0"],
        &["extract", "a.txt", "--threads", "999999"],
        &["extract", "a.txt", "--min-confidence", "2"],
        &["extract", "a.txt", "--stage", "cues", "--format", "csv"],
        &[
            "extract",
            "a.txt",
            "--columns",
            "end,end",
            "--format",
            "jsonl",
        ],
        &[
            "extract",
            "a.txt",
            "--columns",
            "end,end",
            "-o",
            "x.parquet",
        ],
        &["extract", "a.txt", "-o", "a.txt"],
        &["extract", "a.txt", "-o", "x.csv", "--errors", "x.csv"],
        &["extract", "a.txt", "--errors", "-"],
        &["exctract", "a.txt"],
    ] {
        let run = quotary(folder.path(), arguments);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(2), ""),
            "{arguments:?}"
        );
        assert!(!run.stderr.is_empty(), "{arguments:?} is explained");
    }
    assert_eq!(
        fs::read_to_string(folder.path().join("a.txt")).unwrap(),
        ARTICLE
    );
}
