//! What goes in and what comes out.

use std::path::Path;
use std::process::Stdio;

use crate::command::{command, folder, quotary, quotary_reading};

/// Two quotations, one of them in two pieces, with characters of one to four bytes.
const HARBOUR: &str = "\
Harbour stays shut 😀

“We lost the crane,” harbour master Zoé Lindqvist told reporters on Friday. “Nobody was hurt.”

The ferry company said the crossing would stay closed until “at least” Monday.
";

const HEADER: &str = "doc_id,quote_id,parent_id,kind,text,spans,start,end,speaker,speaker_kind,\
    speaker_role,speaker_mention,speaker_mention_spans,cue,cue_spans,addressee,sieve,confidence,\
    flags,medium,gender,gender_evidence\n";

fn harbour() -> tempfile::TempDir {
    folder(&[("harbour.txt", HARBOUR.as_bytes())])
}

#[test]
fn an_article_without_quotations_gives_the_header_alone() {
    let folder = folder(&[("calm.txt", b"The sea was calm.\n")]);
    let run = quotary(folder.path(), ["extract", "calm.txt"]);
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (Some(0), HEADER, "")
    );
    let run = quotary(folder.path(), ["extract", "--format", "jsonl", "calm.txt"]);
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (Some(0), "", "")
    );
}

#[test]
fn every_row_has_what_the_contract_says() {
    let folder = harbour();
    let run = quotary(folder.path(), ["extract", "harbour.txt"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(
        run.stdout.starts_with(HEADER) && !run.stdout.contains('\r'),
        "{}",
        run.stdout
    );
    let rows = run.rows();
    assert_eq!(rows.len(), 2, "{rows:#?}");
    let first = &rows[0];
    assert_eq!(first["doc_id"], "harbour.txt");
    assert_eq!(first["quote_id"], "1");
    assert_eq!(first["kind"], "direct");
    assert_eq!(first["text"], "We lost the crane, Nobody was hurt.");
    assert_eq!(first["speaker"], "Zoé Lindqvist");
    assert_eq!(first["speaker_kind"], "person");
    assert_eq!(first["speaker_role"], "harbour master");
    assert_eq!(first["cue"], "told");
    assert_eq!(first["addressee"], "reporters");
    assert_eq!(rows[1]["kind"], "mixed");
    assert_eq!(rows[1]["speaker_kind"], "organization");
}

#[test]
fn json_lines_hold_the_same_rows_with_arrays_numbers_and_nulls() {
    let folder = harbour();
    let csv = quotary(folder.path(), ["extract", "harbour.txt"]).rows();
    let jsonl = quotary(
        folder.path(),
        ["extract", "--format", "jsonl", "harbour.txt"],
    )
    .stdout;
    let jsonl: Vec<serde_json::Value> = jsonl
        .lines()
        .map(|line| serde_json::from_str(line).expect("an object"))
        .collect();
    assert!(!csv.is_empty());
    assert_eq!(csv.len(), jsonl.len());
    for (row, object) in csv.iter().zip(&jsonl) {
        let names: Vec<_> = object
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect();
        assert_eq!(names.join(",") + "\n", HEADER);
        for (column, cell) in row {
            assert_eq!(&as_cell(column, &object[column]), cell, "{column}");
        }
    }
}

/// A value of JSON Lines as CSV has it.
fn as_cell(column: &str, value: &serde_json::Value) -> String {
    use serde_json::Value;
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) if column == "confidence" => {
            format!("{:.2}", number.as_f64().expect("a number"))
        }
        Value::Number(number) => number.to_string(),
        Value::Array(items) if column == "flags" => items
            .iter()
            .map(|f| f.as_str().expect("a name"))
            .collect::<Vec<_>>()
            .join(";"),
        Value::Array(ranges) => {
            let ranges = ranges
                .iter()
                .map(|range| format!("{}-{}", range[0], range[1]));
            ranges.collect::<Vec<_>>().join(";")
        }
        other => panic!("{column} holds {other}"),
    }
}

#[test]
fn offsets_slice_the_input_in_every_unit() {
    let folder = harbour();
    let chars: Vec<char> = HARBOUR.chars().collect();
    let utf16: Vec<u16> = HARBOUR.encode_utf16().collect();
    let slice = |unit: &str, start: usize, end: usize| match unit {
        "bytes" => HARBOUR[start..end].to_owned(),
        "chars" => chars[start..end].iter().collect(),
        _ => String::from_utf16(&utf16[start..end]).expect("whole characters"),
    };
    for unit in ["chars", "bytes", "utf16"] {
        let rows = quotary(folder.path(), ["extract", "--offsets", unit, "harbour.txt"]).rows();
        assert!(!rows.is_empty());
        for row in rows {
            for (text, spans) in [
                ("text", "spans"),
                ("speaker_mention", "speaker_mention_spans"),
                ("cue", "cue_spans"),
            ] {
                let pieces: Vec<_> = row[spans]
                    .split_terminator(';')
                    .map(|range| {
                        let (start, end) = range.split_once('-').expect("start-end");
                        slice(unit, start.parse().unwrap(), end.parse().unwrap())
                    })
                    .collect();
                assert_eq!(pieces.join(" "), row[text], "{unit}");
            }
        }
    }
    let default = quotary(folder.path(), ["extract", "harbour.txt"]);
    let chars = quotary(
        folder.path(),
        ["extract", "--offsets", "chars", "harbour.txt"],
    );
    assert_eq!(default.stdout, chars.stdout);
}

#[test]
fn kinds_and_confidence_choose_rows_and_leave_their_ids() {
    let folder = harbour();
    let all = quotary(folder.path(), ["extract", "harbour.txt"]).rows();
    let mixed = quotary(folder.path(), ["extract", "--kind", "mixed", "harbour.txt"]).rows();
    assert!(!mixed.is_empty());
    assert_eq!(
        mixed,
        all.iter()
            .filter(|r| r["kind"] == "mixed")
            .cloned()
            .collect::<Vec<_>>()
    );
    let both = ["extract", "--kind", "direct,mixed,indirect", "harbour.txt"];
    assert_eq!(quotary(folder.path(), both).rows(), all);
    let any = ["extract", "--min-confidence", "0", "harbour.txt"];
    assert_eq!(quotary(folder.path(), any).rows(), all);
    let sure = ["extract", "--min-confidence", "0.9", "harbour.txt"];
    for row in quotary(folder.path(), sure).rows() {
        assert!(
            row["confidence"].parse::<f64>().expect("a number") >= 0.9,
            "{row:?}"
        );
    }
}

#[test]
fn stdin_is_an_article_called_dash() {
    let folder = harbour();
    let named = quotary_reading(folder.path(), HARBOUR.as_bytes(), ["extract", "-"]);
    assert_eq!((named.code, named.stderr.as_str()), (Some(0), ""));
    assert!(!named.rows().is_empty());
    let silent = quotary_reading(folder.path(), HARBOUR.as_bytes(), ["extract"]);
    assert_eq!(silent.stdout, named.stdout);
    let file = quotary(folder.path(), ["extract", "harbour.txt"]);
    assert_eq!(file.stdout, named.stdout.replace("\n-,", "\nharbour.txt,"));
}

#[test]
fn a_folder_is_read_in_the_order_of_its_paths_as_ignore_files_allow() {
    let text = HARBOUR.as_bytes();
    let folder = folder(&[
        ("news/b.txt", text),
        ("news/a/2.txt", text),
        ("news/a/10.txt", text),
        ("news/.hidden.txt", text),
        ("news/draft.txt", text),
        ("news/.ignore", b"draft.txt\n"),
    ]);
    let titles = |arguments: &[&str]| -> Vec<String> {
        let run = quotary(folder.path(), arguments);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        run.titles().into_iter().map(str::to_owned).collect()
    };
    let found = titles(&["extract", "--stage", "segments", "news"]);
    assert_eq!(found, ["news/a/10.txt", "news/a/2.txt", "news/b.txt"]);
    let named = titles(&[
        "extract",
        "--stage",
        "segments",
        "news/draft.txt",
        "news/a/2.txt",
    ]);
    assert_eq!(named, ["news/draft.txt", "news/a/2.txt"]);
}

#[test]
fn every_stage_shows_the_whole_text() {
    let folder = harbour();
    for stage in [
        "segments",
        "quotations",
        "cues",
        "mentions",
        "attributions",
        "speakers",
    ] {
        let run = quotary(folder.path(), ["extract", "--stage", stage, "harbour.txt"]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{stage}");
        for line in HARBOUR.lines() {
            assert!(run.stdout.contains(line), "{line:?} in\n{}", run.stdout);
        }
        let labels = run.stdout.lines().count() - HARBOUR.lines().count();
        assert!(labels > 1, "labels in\n{}", run.stdout);
    }
}

#[test]
fn a_reader_that_closes_the_pipe_is_no_error() {
    let article = format!("{}\n", serde_json::json!({"id": 1, "text": HARBOUR}));
    let mut command = command(Path::new("."));
    command.args(["extract", "--input-format", "jsonl", "--stage", "segments"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary starts");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("stdin is a pipe");
    // More than any buffer between the two holds; it may stop reading at any time.
    let _ = std::io::Write::write_all(&mut stdin, article.repeat(2_000).as_bytes());
    drop(stdin);
    let output = child.wait_with_output().expect("the binary ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = harbour();
    let once = quotary(folder.path(), ["extract", "harbour.txt"]).stdout;
    assert!(once.len() > HEADER.len());
    let twice = quotary(folder.path(), ["extract", "harbour.txt", "harbour.txt"]).stdout;
    assert_eq!(twice, format!("{once}{}", &once[HEADER.len()..]));
}
