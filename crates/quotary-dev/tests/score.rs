//! `quotary-dev score` prints what `score.py` prints of the same predictions, name by name and digit
//! by digit, where `score.py` is at hand.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn beside(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// What `quotary-dev` writes, run with `arguments` on articles annotated for the tests.
fn quotary_dev(arguments: &[&str]) -> Output {
    let run = Command::new(env!("CARGO_BIN_EXE_quotary-dev"))
        .args(arguments)
        .arg(beside("../quotary/tests/score/gold.jsonl"))
        .output()
        .expect("it runs");
    assert!(run.status.success());
    run
}

/// Its lines, in whatever order.
fn lines(printed: Vec<u8>) -> BTreeSet<String> {
    let printed = String::from_utf8(printed).expect("UTF-8");
    printed.lines().map(str::to_owned).collect()
}

#[test]
fn score_prints_the_figures_of_score_py() {
    let script = beside("../../../shared/eval/score.py");
    let predicted = Path::new(env!("CARGO_TARGET_TMPDIR")).join("predicted.jsonl");
    std::fs::write(&predicted, quotary_dev(&["extract"]).stdout).expect("predictions");
    for options in [&[][..], &["--nested-neutral"]] {
        let run = Command::new("python3")
            .arg(&script)
            .args(options)
            .arg(beside("../quotary/tests/score/gold.jsonl"))
            .arg(&predicted)
            .output();
        if !script.exists() || run.is_err() {
            // Not eprintln, which the test harness keeps to itself.
            let _ = writeln!(
                std::io::stderr(),
                "SKIPPED: needs python3 and {}",
                script.display()
            );
            return;
        }
        let ours = quotary_dev(&[&["score"], options].concat());
        assert_eq!(lines(ours.stderr), lines(run.expect("it ran").stdout));
    }
}

#[test]
fn score_counts_shares_article_by_article() {
    let counts = lines(quotary_dev(&["score"]).stdout);
    let has = |figure: &str| counts.iter().any(|line| line.contains(figure));
    for figure in [
        ",source.accuracy,",
        ",speaker.named,",
        ",role.none,",
        ",addressee.accuracy,",
        ",recall.mixed,",
    ] {
        assert!(has(figure), "{figure}");
    }
}
