//! Bad input gets a clear message and loses nothing.

use std::io::Write;
use std::path::Path;

use crate::command::{Run, command, folder, quotary, quotary_reading};

const ARTICLE: &[u8] = "“We walk,” said Ada Brun.\n".as_bytes();

/// JSON Lines from stdin, of which the text is shown.
const LINES: [&str; 6] = [
    "extract",
    "--input-format",
    "jsonl",
    "--stage",
    "segments",
    "-",
];

#[test]
fn a_missing_file_is_named_and_the_others_are_read() {
    let folder = folder(&[("a.txt", ARTICLE), ("b.txt", ARTICLE)]);
    let arguments = [
        "extract", "--stage", "segments", "a.txt", "nope.txt", "b.txt",
    ];
    let run = quotary(folder.path(), arguments);
    assert_eq!(run.code, Some(1));
    assert_eq!(
        run.stderr,
        "quotary: nope.txt: no such file or folder; check the path\n"
    );
    assert_eq!(run.titles(), ["a.txt", "b.txt"]);
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_named_and_the_others_are_read() {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[
        ("news/a.txt", ARTICLE),
        ("news/b/shut.txt", ARTICLE),
        ("c.txt", ARTICLE),
    ]);
    let shut = folder.path().join("news/b");
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(&shut, Permissions::from_mode(0o000)).unwrap();
    let arguments = ["extract", "--stage", "segments", "news", "c.txt"];
    let run = if fs::read_dir(&shut).is_ok() {
        as_nobody(folder.path(), &arguments)
    } else {
        Some(quotary(folder.path(), arguments))
    };
    fs::set_permissions(&shut, Permissions::from_mode(0o755)).unwrap();
    let Some(run) = run else {
        // Not eprintln, which the test harness keeps to itself.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: root reads every folder, and nobody cannot run the binary"
        );
        return;
    };
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    let told = "quotary: news/b: no permission; check the rights of the path\n";
    assert_eq!(run.stderr, told);
    assert_eq!(run.titles(), ["news/a.txt", "c.txt"]);
}

/// Root may read everything, so another user runs a copy of the binary.
#[cfg(unix)]
fn as_nobody(folder: &Path, arguments: &[&str]) -> Option<Run> {
    let binary = folder.join(".quotary");
    // Not fs::copy: a process that another test starts meanwhile would keep the file open for
    // writing, and what is open for writing does not run.
    let mut copy = std::process::Command::new("cp");
    let copied = copy
        .arg(env!("CARGO_BIN_EXE_quotary"))
        .arg(&binary)
        .status();
    copied.ok().filter(|it| it.success())?;
    let mut setpriv = std::process::Command::new("setpriv");
    setpriv
        .args(["--reuid=65534", "--clear-groups"])
        .arg(&binary)
        .args(arguments);
    let run = setpriv.current_dir(folder).output().ok()?;
    Some(run.into())
}

#[test]
fn invalid_utf8_is_replaced_and_its_first_byte_named() {
    let folder = folder(&[(
        "latin.txt",
        b"Caf\xe9: \"We walk,\" said Ada Brun, 30, of Lyon.\n",
    )]);
    let run = quotary(folder.path(), ["extract", "latin.txt"]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.stderr
            .starts_with("quotary: latin.txt: no UTF-8 at byte 3; "),
        "{}",
        run.stderr
    );
    let run = quotary(
        folder.path(),
        ["extract", "--stage", "segments", "latin.txt"],
    );
    assert!(
        run.stdout.contains("Caf\u{FFFD}: \"We walk,\""),
        "{}",
        run.stdout
    );
}

#[test]
fn rows_of_repaired_text_say_so() {
    let folder = folder(&[(
        "latin.txt",
        b"Caf\xe9: \"We walk,\" said Ada Brun, 30, of Lyon.\n",
    )]);
    let rows = quotary(folder.path(), ["extract", "latin.txt"]).rows();
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!(
        (rows[0]["flags"].as_str(), rows[0]["start"].as_str()),
        ("repaired", "7")
    );
}

#[test]
fn a_broken_json_line_is_numbered_and_the_others_are_read() {
    let lines = "{\"id\": \"one\", \"text\": \"Calm.\"}\n\
        {\"id\": \"two\", \"text\": \"Calm.\"\n\
        \n\
        {\"id\": 4, \"body\": \"Calm.\"}\n\
        {\"id\": 5, \"text\": null}\n\
        {\"text\": \"Calm.\"}\n\
        [\"seven\"]\n\
        {\"id\": 8, \"text\": \"Calm.\"} x\n\
        {\"id\": \"\", \"text\": \"Calm.\"}\n\
        {\"id\": 9, \"text\": \"Calm.\", \"more\": {\"id\": [1, {}]}}";
    let run = quotary_reading(Path::new("."), lines.as_bytes(), LINES);
    assert_eq!(run.code, Some(1));
    assert_eq!(run.titles(), ["one", "9"]);
    let left_out = "; this record is left out";
    let expected = [
        "-:2: broken JSON at column 29: EOF while parsing an object",
        "-:4: field \"text\" is missing, expected a string (the record has \"id\", \"body\"; \
         --text-field names another)",
        "-:5: field \"text\" is null, expected a string (the record has \"id\", \"text\"; \
         --text-field names another)",
        "-:6: field \"id\" is missing, expected a string or a number (the record has \"text\"; \
         --id-field names another)",
        "-:7: invalid type: sequence, expected one JSON object a line (--input-format json reads \
         arrays)",
        "-:8: broken JSON at column 28: trailing characters",
        "-:9: field \"id\" is empty, expected a string or a number (the record has \"id\", \"text\"; \
         --id-field names another)",
    ];
    let expected = expected.map(|message| format!("quotary: {message}{left_out}\n"));
    assert_eq!(run.stderr, expected.concat());
}

#[test]
fn fields_are_those_that_are_named() {
    let line =
        br#"{"id": "no", "text": 7, "url": "https://example.org/1", "body": "Calm \u00e9."}"#;
    let fields = ["--id-field", "url", "--text-field", "body"];
    let run = quotary_reading(Path::new("."), line, LINES.iter().chain(&fields));
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(
        run.stdout
            .starts_with("==> https://example.org/1 <==\nCalm é.\n"),
        "{}",
        run.stdout
    );
}

#[test]
fn invalid_utf8_in_json_lines_is_named_by_line_and_byte() {
    let lines = b"{\"id\": 1, \"text\": \"Calm.\"}\n{\"id\": 2, \"text\": \"Caf\xe9\"}\n";
    let run = quotary_reading(Path::new("."), lines, LINES);
    assert_eq!(run.code, Some(0));
    assert!(
        run.stderr
            .starts_with("quotary: -:2: no UTF-8 at byte 49; "),
        "{}",
        run.stderr
    );
    assert_eq!(run.titles(), ["1", "2"]);
}

#[test]
fn a_byte_order_mark_before_json_lines_is_passed_over() {
    let line = "\u{FEFF}{\"id\": 1, \"text\": \"Calm.\"}\r\n";
    let run = quotary_reading(Path::new("."), line.as_bytes(), LINES);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert_eq!(run.titles(), ["1"]);
}

#[test]
fn an_empty_file_is_told_and_is_no_failure() {
    let folder = folder(&[("empty.txt", b""), ("a.txt", ARTICLE)]);
    for format in ["text", "jsonl"] {
        let arguments = ["extract", "--input-format", format, "empty.txt"];
        let run = quotary(folder.path(), arguments);
        assert_eq!(run.code, Some(0), "{format}");
        assert_eq!(run.stderr, "quotary: empty.txt: empty, so it has no rows\n");
        assert_eq!(run.stdout.lines().count(), 1, "the header");
    }
}

#[test]
fn a_binary_file_is_left_out_of_a_folder_but_read_when_named() {
    let folder = folder(&[
        ("news/a.txt", ARTICLE),
        ("news/photo.jpg", b"\xff\xd8\0\x10JFIF"),
    ]);
    let run = quotary(folder.path(), ["extract", "--stage", "segments", "news"]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.stderr
            .contains("news/photo.jpg: left out, since it is binary"),
        "{}",
        run.stderr
    );
    assert_eq!(run.titles(), ["news/a.txt"]);
    let run = quotary(
        folder.path(),
        ["extract", "--stage", "segments", "news/photo.jpg"],
    );
    assert_eq!((run.code, run.titles()), (Some(0), vec!["news/photo.jpg"]));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let folder = folder(&[("a.txt", ARTICLE)]);
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .expect("Linux has it");
    let run: Run = command(folder.path())
        .args(["extract", "a.txt"])
        .stdout(full)
        .output()
        .expect("the binary starts")
        .into();
    assert_eq!(run.code, Some(1));
    assert!(
        run.stderr.contains("stdout: no space left on the device"),
        "{}",
        run.stderr
    );

    let run = quotary(folder.path(), ["extract", "a.txt", "-o", "/dev/full"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(
        run.stderr
            .contains("/dev/full: no space left on the device"),
        "{}",
        run.stderr
    );
}
