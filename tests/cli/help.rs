//! What the command says about itself: snapshots, to be read when they change.

use std::path::Path;

use crate::command::quotary;

fn said(arguments: &[&str]) -> String {
    let run = quotary(Path::new("."), arguments);
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (Some(0), ""),
        "{arguments:?}"
    );
    run.stdout
}

#[test]
fn help_is_grouped_and_has_examples() {
    insta::assert_snapshot!("help", said(&["--help"]));
    insta::assert_snapshot!("extract", said(&["extract", "--help"]));
    insta::assert_snapshot!("extract-short", said(&["extract", "-h"]));
    insta::assert_snapshot!("score", said(&["score", "--help"]));
}

#[test]
fn the_version_tells_the_commit_and_the_model() {
    let version = said(&["--version"]);
    let lines: Vec<_> = version.lines().collect();
    assert_eq!(lines[0], concat!("quotary ", env!("CARGO_PKG_VERSION")));
    assert!(
        lines[1].starts_with("commit ") && lines[1].len() > "commit ".len(),
        "{version}"
    );
    assert!(lines[2].starts_with("model QUOTARY"), "{version}");
    assert_eq!(said(&["-V"]), version);
}

#[test]
fn completions_and_the_man_page_know_every_flag() {
    let man = said(&["man"]).replace("\\-", "-");
    for flag in [
        "--text-field",
        "--resume",
        "--excel",
        "--nested-neutral",
        "--max-document",
    ] {
        for shell in ["bash", "zsh", "fish"] {
            let name = if shell == "fish" {
                flag.trim_start_matches("--")
            } else {
                flag
            };
            assert!(
                said(&["completions", shell]).contains(name),
                "{flag} in {shell}"
            );
        }
        assert!(man.contains(flag), "{flag} in the man page");
    }
}

#[test]
fn the_man_page_keeps_the_lines_of_examples_and_names_each_command() {
    let man = said(&["man"]);
    assert!(
        !man.contains("EXTRA\n") && !man.contains("quotary\\-extract"),
        "{man}"
    );
    for command in ["extract", "speakers", "explain", "score"] {
        let heading = format!(".SH \"QUOTARY {}\"\n", command.to_uppercase());
        assert!(man.contains(&heading), "{heading}");
    }
    let headings = man.matches("\n.SH \"EXIT STATUS\"\n.nf\n").count();
    assert_eq!(headings, 1);
    assert!(man.contains(".SS \"EXAMPLES\"\n.nf\n"));
    assert_eq!(
        man.matches("\n.nf\n").count(),
        man.matches("\n.fi\n").count()
    );
}
