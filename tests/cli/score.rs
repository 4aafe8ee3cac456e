//! `quotary score`: that the figures are those of `score.py` is tested where they are made, in
//! `crates/quotary/tests/score`; here its files go through the command.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::{folder, quotary};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../quotary/tests/score")
        .join(name)
}

fn json(gold: &Path, predicted: &Path, more: &[&str]) -> Value {
    let mut arguments = vec![
        "score".into(),
        gold.into(),
        predicted.into(),
        PathBuf::from("--format=json"),
    ];
    arguments.extend(more.iter().map(PathBuf::from));
    let run = quotary(Path::new("."), arguments);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    serde_json::from_str(&run.stdout).expect("JSON")
}

#[test]
fn the_figures_are_those_that_score_py_printed() {
    for (more, name) in [
        (&[][..], "expected.json"),
        (&["--nested-neutral"], "expected-nested-neutral.json"),
    ] {
        let found = json(&fixture("gold.jsonl"), &fixture("predicted.jsonl"), more);
        let expected: Value =
            serde_json::from_str(&fs::read_to_string(fixture(name)).unwrap()).unwrap();
        assert_eq!(found["figures"], expected, "{name}");
        assert_eq!(found["articles"].as_object().unwrap().len(), 10);
    }
}

#[test]
fn quotarys_own_rows_are_predictions_as_csv_and_as_json_lines() {
    let folder = folder(&[]);
    let gold = fixture("gold.jsonl");
    let figures = ["csv", "tsv", "jsonl"].map(|extension| {
        let out = folder.path().join(format!("out.{extension}"));
        let arguments = [Path::new("extract"), &gold, Path::new("-o"), &out];
        assert_eq!(quotary(folder.path(), arguments).code, Some(0));
        json(&gold, &out, &[])["figures"].clone()
    });
    assert!(
        figures[0]["content.overlap"]["f1"].as_f64().unwrap() > 40.0,
        "{}",
        figures[0]
    );
    assert_eq!(figures[0], figures[1]);
    assert_eq!(figures[0], figures[2]);
}

#[test]
fn folders_of_brat_are_read() {
    let text = "“We walk,” said Ada Brun. She left.";
    let annotation = "T1\tContent 1 9\tWe walk,\nT2\tCue 11 15\tsaid\nT3\tSource 16 24\tAda Brun\n\
        R1\tSaid Arg1:T2 Arg2:T1\nR2\tBy Arg1:T2 Arg2:T3\nA1\tKind T1 direct\n";
    let folder = folder(&[
        ("brat/a.txt", text.as_bytes()),
        ("brat/a.ann", annotation.as_bytes()),
        (
            "p.csv",
            b"doc_id,kind,spans,speaker_mention_spans\na,direct,1-9,20-24\nb,direct,1-2,\n",
        ),
    ]);
    let run = quotary(folder.path(), ["score", "brat", "p.csv", "--by", "article"]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.stderr
            .contains("1 predicted articles are not in the gold"),
        "{}",
        run.stderr
    );
    let line = |name: &str| {
        run.stdout
            .lines()
            .find(|line| line.starts_with(name))
            .unwrap()
            .to_owned()
    };
    assert_eq!(
        line("attributed.overlap")
            .split_whitespace()
            .collect::<Vec<_>>()[1..4],
        ["100.00"; 3]
    );
    assert_eq!(
        line("recall.direct").split_whitespace().nth(1),
        Some("100.00")
    );
    let out = folder.path().join("extracted.csv");
    let arguments = ["extract", "brat", "-g", "*.txt", "-o", "extracted.csv"];
    assert_eq!(quotary(folder.path(), arguments).code, Some(0));
    let extracted = json(&folder.path().join("brat"), &out, &[]);
    assert_eq!(extracted["figures"]["recall.direct"], 100.0);
    let itself = json(
        &folder.path().join("brat"),
        &folder.path().join("brat"),
        &[],
    );
    assert_eq!(itself["figures"]["source.exact"], 100.0);
}

#[test]
fn rows_that_count_no_code_points_are_told() {
    let text = "“The café’s closed,” said Ada Brun. “It rained,” said Ada Brun.";
    let gold = format!(
        "{}\n",
        serde_json::json!({"id": "a", "text": text, "attributions": []})
    );
    let folder = folder(&[("gold.jsonl", gold.as_bytes())]);
    for name in ["p.csv", "p.jsonl"] {
        for (unit, line) in [
            ("chars", None),
            ("bytes", Some(if name == "p.csv" { 2 } else { 1 })),
        ] {
            let arguments = ["extract", "gold.jsonl", "-o", name, "--offsets", unit];
            assert_eq!(quotary(folder.path(), arguments).code, Some(0));
            let run = quotary(folder.path(), ["score", "gold.jsonl", name]);
            let told = line.map_or(String::new(), |line| {
                format!(
                    "quotary: {name}:{line}: the spans are not as long as the text, in 1 rows; was \
                     it made with --offsets chars?\n"
                )
            });
            assert_eq!((run.code, run.stderr), (Some(0), told), "{name} {unit}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = folder(&[
        (
            "gold.jsonl",
            b"{\"id\": 1, \"text\": \"Go.\", \"attributions\": []}\n",
        ),
        (
            "broken.jsonl",
            b"{\"id\": 1, \"text\": \"Go.\", \"attributions\": []}\n{\n",
        ),
        ("p.csv", b"id,text\n1,Go\n"),
        ("q.csv", b"doc_id,spans\n1,12\n"),
        ("q.parquet", b"PAR1\xff"),
        ("q.json", b"[\n"),
        ("empty/a.txt", b"Go."),
    ]);
    for (gold, predicted, reason) in [
        ("none.jsonl", "p.csv", "none.jsonl: no such file"),
        ("broken.jsonl", "p.csv", "broken.jsonl:2: no JSON"),
        (
            "gold.jsonl",
            "p.csv",
            "no column 'doc_id' in p.csv: it has id, text",
        ),
        (
            "gold.jsonl",
            "q.csv",
            "q.csv:2: spans: expected ranges like 12-40;52-60, found 12",
        ),
        (
            "p.csv",
            "gold.jsonl",
            "p.csv: is a table, and the gold needs texts",
        ),
        ("empty", "q.csv", "empty: has no *.ann"),
        (
            "gold.jsonl",
            "q.parquet",
            "q.parquet: no UTF-8; expected JSON Lines, ",
        ),
        (
            "gold.jsonl",
            "q.json",
            "q.json:1: no JSON: EOF while parsing a list at line 1 column 1; expected JSON Lines, ",
        ),
    ] {
        let run = quotary(folder.path(), ["score", gold, predicted]);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(1), ""),
            "{gold} {predicted}"
        );
        assert!(
            run.stderr.starts_with(&format!("quotary: {reason}")),
            "{}",
            run.stderr
        );
    }
}
