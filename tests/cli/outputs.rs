//! What rows are written as: every format holds the same.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use crate::command::{folder, quotary};

/// Quotation marks, commas, line ends, tabs, emoji, and cells that a spreadsheet would run.
const NEWS: &str = "{\"id\": \"=a\", \"outlet\": \"@post\", \"text\": \"“We \\\"lost\\\" it,\\nall, 😀\\tyes,” said Zoé \
    Brun, the mayor of Vallorbe. “+1, =2,” she said.\"}\n\
    {\"id\": 2, \"outlet\": null, \"text\": \"Ada Brun said that he had told them that \\\"it\\\" was late.\"}\n\
    {\"id\": 3, \"outlet\": [1, \"x\"], \"text\": \"The ferry stays, the company said.\"}\n";

#[test]
fn the_format_is_that_of_the_extension_unless_stated() {
    let folder = folder(&[("news.jsonl", NEWS.as_bytes())]);
    let path = |name: &str| folder.path().join(name);
    let stdout =
        |format: &str| quotary(folder.path(), ["extract", "news.jsonl", "--format", format]).stdout;
    for (name, format) in [
        ("a.csv", "csv"),
        ("a.tsv", "tsv"),
        ("a.ndjson", "jsonl"),
        ("a.json", "json"),
    ] {
        let run = quotary(folder.path(), ["extract", "news.jsonl", "-o", name]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        assert_eq!(
            fs::read_to_string(path(name)).unwrap(),
            stdout(format),
            "{name}"
        );
    }
    quotary(
        folder.path(),
        ["extract", "news.jsonl", "-o", "b.csv", "--format", "tsv"],
    );
    assert_eq!(fs::read_to_string(path("b.csv")).unwrap(), stdout("tsv"));
    assert_eq!(
        stdout("tsv").lines().next().unwrap().matches('\t').count(),
        quotary::Row::COLUMNS.len() - 1
    );
}

#[test]
fn an_array_is_json_whatever_the_number_of_rows() {
    let folder = folder(&[
        ("news.jsonl", NEWS.as_bytes()),
        ("calm.txt", b"The sea was calm."),
    ]);
    for (input, least) in [("news.jsonl", 4), ("calm.txt", 0)] {
        let run = quotary(folder.path(), ["extract", input, "--format", "json"]);
        let rows: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
        assert!(
            rows.as_array().expect("an array").len() >= least,
            "{}",
            run.stdout
        );
    }
}

#[test]
fn a_stage_is_no_table_whatever_the_extension() {
    let folder = folder(&[("news.jsonl", NEWS.as_bytes())]);
    let stdout = quotary(folder.path(), ["extract", "news.jsonl", "--stage", "cues"]).stdout;
    for name in ["a.json", "a.parquet"] {
        let arguments = ["extract", "news.jsonl", "--stage", "cues", "-o", name];
        assert_eq!(quotary(folder.path(), arguments).code, Some(0), "{name}");
        assert_eq!(
            fs::read_to_string(folder.path().join(name)).unwrap(),
            stdout,
            "{name}"
        );
    }
}

#[test]
fn columns_are_chosen_and_ordered() {
    let folder = folder(&[("news.jsonl", NEWS.as_bytes())]);
    let arguments = ["extract", "news.jsonl", "--columns", "end,doc_id,end"];
    let csv = quotary(folder.path(), arguments).stdout;
    assert!(
        csv.starts_with("end,doc_id,end\n") && csv.contains(",2,"),
        "{csv}"
    );
    let arguments = [
        "extract",
        "news.jsonl",
        "--columns",
        "spans,outlet",
        "--keep",
        "outlet",
        "--format",
        "jsonl",
    ];
    let jsonl = quotary(folder.path(), arguments).stdout;
    assert!(
        jsonl.starts_with("{\"spans\":[[") && jsonl.contains("\"outlet\":[1,\"x\"]}"),
        "{jsonl}"
    );
}

#[test]
fn spreadsheets_get_a_mark_crlf_and_no_formulas() {
    let folder = folder(&[("news.jsonl", NEWS.as_bytes())]);
    let arguments = [
        "extract",
        "news.jsonl",
        "--excel",
        "--keep",
        "outlet",
        "--columns",
        "doc_id,outlet,text",
    ];
    let run = quotary(folder.path(), arguments);
    assert!(
        run.stdout
            .starts_with("\u{FEFF}doc_id,outlet,text\r\n'=a,'@post,"),
        "{}",
        run.stdout
    );
    let run = quotary(
        folder.path(),
        ["extract", "news.jsonl", "--excel", "--format", "json"],
    );
    assert_eq!(run.code, Some(2), "{}", run.stderr);
}

#[test]
fn the_summary_counts_kinds_speakers_and_kept_columns() {
    let news = NEWS.repeat(2);
    let folder = folder(&[("news.jsonl", news.as_bytes())]);
    let arguments = [
        "extract",
        "news.jsonl",
        "--summary",
        "--keep",
        "outlet",
        "-o",
        "out.csv",
    ];
    let run = quotary(folder.path(), arguments);
    let rows = quotary(folder.path(), ["extract", "news.jsonl"]).rows();
    assert!(
        run.stderr.starts_with(&format!(
            "{} quotations in 6 documents\n\nkind\n",
            rows.len()
        )),
        "{}",
        run.stderr
    );
    let of_post = rows.iter().filter(|row| row["doc_id"] == "=a").count();
    assert!(
        run.stderr.contains(&format!("  {of_post}  @post\n")),
        "{}",
        run.stderr
    );
}

/// Reads what was written with libraries of others, and compares: needs Python, and polars or
/// DuckDB for Parquet.
const COMPARE: &str = r#"
import csv, json, sys
ranges = {"spans", "speaker_mention_spans", "cue_spans"}
numbers = {"quote_id", "parent_id", "start", "end"}
def of_table(path, delimiter):
    for row in csv.DictReader(open(path, newline="", encoding="utf-8"), delimiter=delimiter):
        yield {k: [[int(x) for x in r.split("-")] for r in v.split(";") if r] if k in ranges
               else [f for f in v.split(";") if f] if k == "flags"
               else (int(v) if v else None) if k in numbers
               else float(v) if k == "confidence" else v or None for k, v in row.items()}
def of_json(row):
    return {k: v if k != "outlet" or v is None or isinstance(v, str) else json.dumps(v, separators=(",", ":"))
            for k, v in row.items()}
rows = [of_json(json.loads(line)) for line in open("out.jsonl", encoding="utf-8")]
assert len(rows) >= 4
found = {"csv": list(of_table("out.csv", ",")), "tsv": list(of_table("out.tsv", "\t")),
         "json": [of_json(row) for row in json.load(open("out.json", encoding="utf-8"))]}
try:
    import polars
    found["polars"] = polars.read_parquet("out.parquet").to_dicts()
except ImportError: print("no polars")
try:
    import duckdb
    result = duckdb.sql("select * from 'out.parquet'")
    found["duckdb"] = [dict(zip(result.columns, row)) for row in result.fetchall()]
except ImportError: print("no duckdb")
for name, other in found.items():
    assert other == rows, (name, [(a, b) for a, b in zip(other, rows) if a != b][:1])
print("read", *found)
"#;

#[test]
fn every_format_holds_the_same_rows_for_other_readers() {
    let folder = folder(&[("news.jsonl", NEWS.as_bytes())]);
    for extension in ["csv", "tsv", "jsonl", "json", "parquet"] {
        if extension == "parquet" && cfg!(not(feature = "parquet")) {
            continue;
        }
        let output = format!("out.{extension}");
        let run = quotary(
            folder.path(),
            ["extract", "news.jsonl", "--keep", "outlet", "-o", &output],
        );
        assert_eq!(
            (run.code, run.stderr.as_str()),
            (Some(0), ""),
            "{extension}"
        );
    }
    let python = Command::new("python3")
        .args(["-c", COMPARE])
        .current_dir(folder.path())
        .output();
    match python {
        Ok(run) => {
            let (out, err) = (
                String::from_utf8_lossy(&run.stdout),
                String::from_utf8_lossy(&run.stderr),
            );
            assert!(run.status.success(), "{err}");
            if out.contains("no ") {
                skipped(&out);
            }
        }
        Err(_) => skipped("python3 is not installed"),
    }
}

/// Not eprintln, which the test harness keeps to itself.
fn skipped(reason: &str) {
    let _ = writeln!(std::io::stderr(), "SKIPPED in part: {reason}");
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_goes_in_as_it_comes_out() {
    let folder = folder(&[("news.jsonl", NEWS.as_bytes())]);
    let run = quotary(
        folder.path(),
        [
            "extract",
            "news.jsonl",
            "--keep",
            "outlet",
            "-o",
            "out.parquet",
        ],
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(!Path::new(&folder.path().join("out.parquet.part")).exists());
    // Its rows are articles of their own: what was said is their text.
    let arguments = [
        "extract",
        "out.parquet",
        "--id-column",
        "quote_id",
        "--text-column",
        "text",
        "--keep",
    ];
    let read = quotary(
        folder.path(),
        arguments
            .iter()
            .chain(&["start,outlet", "--stage", "segments"]),
    );
    assert_eq!(read.code, Some(2), "--keep has no use with --stage");
    let arguments = [
        "extract",
        "out.parquet",
        "--id-column",
        "quote_id",
        "--stage",
        "segments",
    ];
    let read = quotary(folder.path(), arguments);
    assert_eq!((read.code, read.stderr.as_str()), (Some(0), ""));
    assert!(
        read.stdout.starts_with("==> 1 <==\nWe \"lost\" it,\n")
            && read.stdout.contains("\nall, 😀\tyes,\n"),
        "{}",
        read.stdout
    );

    let by_path = [
        "extract",
        "out.parquet",
        "--id-column",
        "spans.0.0",
        "--stage",
        "segments",
    ];
    let rows = quotary(folder.path(), ["extract", "news.jsonl"]).rows();
    let starts: Vec<_> = rows.iter().map(|row| row["start"].as_str()).collect();
    assert_eq!(quotary(folder.path(), by_path).titles(), starts);

    let numbers = [
        "extract",
        "out.parquet",
        "--id-column",
        "quote_id",
        "--text-column",
        "start",
    ];
    let run = quotary(folder.path(), numbers);
    let told = "quotary: out.parquet: column 'start' holds no text; it has doc_id, quote_id, ";
    assert!(run.stderr.starts_with(told), "{}", run.stderr);
    assert_eq!((run.stderr.lines().count(), run.code), (1, Some(1)));

    let whole = fs::read(folder.path().join("out.parquet")).unwrap();
    fs::write(
        folder.path().join("half.parquet"),
        &whole[..whole.len() / 2],
    )
    .unwrap();
    let run = quotary(folder.path(), ["extract", "half.parquet", "news.jsonl"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.stderr
            .starts_with("quotary: half.parquet: no Parquet file, or one that is cut off"),
        "{}",
        run.stderr
    );
    assert!(run.rows().len() >= 4);
    let run = quotary(
        folder.path(),
        ["extract", "news.jsonl", "--format", "parquet"],
    );
    assert_eq!(run.code, Some(2), "{}", run.stderr);
}
