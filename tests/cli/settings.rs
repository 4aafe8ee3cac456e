//! Defaults of flags: environment before the working folder before the user's.

use std::path::Path;

use crate::command::{Run, command, folder, quotary};

const ARTICLE: &[u8] = "“We walk,” said Ada Brun. She said that it rained.\n".as_bytes();

fn run(folder: &Path, variables: &[(&str, &str)], arguments: &[&str]) -> Run {
    let mut command = command(folder);
    command.args(["extract", "a.txt"]).args(arguments);
    command
        .env("XDG_CONFIG_HOME", folder.join("home"))
        .envs(variables.iter().copied());
    command.output().expect("the binary starts").into()
}

fn header(run: &Run) -> &str {
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    run.stdout.lines().next().unwrap_or_default()
}

#[test]
fn flags_go_before_the_environment_the_folder_and_the_user() {
    let folder = folder(&[
        ("a.txt", ARTICLE),
        (
            "home/quotary/quotary.toml",
            b"columns = ['end']\nkind = 'direct'\n",
        ),
    ]);
    let user = run(folder.path(), &[], &[]);
    assert_eq!((header(&user), user.stdout.lines().count()), ("end", 2));
    std::fs::write(
        folder.path().join("quotary.toml"),
        "[extract]\ncolumns = [\"start\", \"end\"]\n",
    )
    .unwrap();
    let project = run(folder.path(), &[], &[]);
    assert_eq!(
        (header(&project), project.stdout.lines().count()),
        ("start,end", 2)
    );
    let variables = [
        ("QUOTARY_COLUMNS", "kind,cue"),
        ("QUOTARY_KIND", "direct,mixed,indirect"),
    ];
    let environment = run(folder.path(), &variables, &[]);
    assert_eq!(
        (header(&environment), environment.stdout.lines().count()),
        ("kind,cue", 3)
    );
    let flags = run(
        folder.path(),
        &variables,
        &["--columns", "text", "--kind", "indirect"],
    );
    assert_eq!((header(&flags), flags.stdout.lines().count()), ("text", 2));
}

#[test]
fn a_switch_that_is_set_can_be_taken_back() {
    let folder = folder(&[
        ("a.txt", ARTICLE),
        ("quotary.toml", b"excel = true\nmin_confidence = 0.0\n"),
    ]);
    assert!(header(&run(folder.path(), &[], &[])).starts_with('\u{FEFF}'));
    assert!(header(&run(folder.path(), &[], &["--no-excel"])).starts_with("doc_id"));
    assert!(header(&run(folder.path(), &[("QUOTARY_EXCEL", "0")], &[])).starts_with("doc_id"));
}

#[test]
fn settings_do_not_conflict_with_flags() {
    let folder = folder(&[("a.txt", ARTICLE), ("quotary.toml", b"format = 'jsonl'\n")]);
    let staged = run(folder.path(), &[], &["--stage", "segments"]);
    assert_eq!((staged.code, staged.stderr.as_str()), (Some(0), ""));
    assert!(
        run(folder.path(), &[], &[])
            .stdout
            .starts_with("{\"doc_id\"")
    );
}

#[test]
fn settings_give_way_to_flags_that_do_not_go_with_them() {
    let set = b"stage = 'cues'\nverbose = true\nresume = true\n";
    let folder = folder(&[("a.txt", ARTICLE), ("quotary.toml", set)]);
    let arguments = ["-q", "--columns", "end", "-o", "-", "--no-resume"];
    let run = run(folder.path(), &[], &arguments);
    assert_eq!(header(&run), "end");
    let arguments = ["-q", "--columns", "end", "-o", "a.csv", "--restart"];
    header(&self::run(folder.path(), &[], &arguments));
}

#[test]
fn what_takes_no_settings_minds_no_wrong_ones() {
    let folder = folder(&[("a.txt", ARTICLE), ("quotary.toml", b"nope = 1\n")]);
    for arguments in [
        &["--version"][..],
        &["man"],
        &["completions", "bash"],
        &["extract", "--help"],
    ] {
        let run = quotary(folder.path(), arguments);
        assert_eq!(
            (run.code, run.stderr.as_str()),
            (Some(0), ""),
            "{arguments:?}"
        );
    }
    assert_eq!(quotary(folder.path(), ["extract", "a.txt"]).code, Some(2));
}

#[test]
fn wrong_settings_are_named_with_where_they_stand() {
    for (content, reason) in [
        ("treads = 2", "quotary.toml: treads: no flag of that name"),
        (
            "threads = 'two'",
            "quotary.toml: threads: invalid value 'two'",
        ),
        (
            "kind = ['direct', 'loud']",
            "quotary.toml: kind: invalid value 'loud'",
        ),
        (
            "excel = 'perhaps'",
            "quotary.toml: excel: expected true or false",
        ),
        ("threads = {}", "quotary.toml: threads: expected a value"),
        ("threads 2", "quotary.toml: TOML parse error"),
    ] {
        let folder = folder(&[("a.txt", ARTICLE), ("quotary.toml", content.as_bytes())]);
        let run = run(folder.path(), &[], &[]);
        assert_eq!(run.code, Some(2), "{content}");
        assert!(run.stderr.contains(reason), "{content}: {}", run.stderr);
    }
    let folder = folder(&[("a.txt", ARTICLE)]);
    let run = run(folder.path(), &[("QUOTARY_LIMIT", "few")], &[]);
    assert!(
        run.stderr.contains("QUOTARY_LIMIT: invalid value 'few'"),
        "{}",
        run.stderr
    );
}

#[test]
fn who_asks_is_told_which_settings_are_in_force() {
    let folder = folder(&[
        ("a.txt", ARTICLE),
        (
            "quotary.toml",
            b"kind = ['direct', 'mixed']\ntext-column = 'body'\n",
        ),
    ]);
    let variables = [("QUOTARY_ID_COLUMN", "url"), ("QUOTARY_LIMIT", "3")];
    let run = run(folder.path(), &variables, &["-v", "--limit", "2"]);
    let told: Vec<_> = run.stderr.lines().take(3).collect();
    assert_eq!(
        told,
        [
            "quotary: id-field = url (QUOTARY_ID_COLUMN)",
            "quotary: kind = direct,mixed (quotary.toml: kind)",
            "quotary: text-field = body (quotary.toml: text-column)",
        ]
    );
    assert!(
        !run.stderr.contains("limit"),
        "a flag goes before it: {}",
        run.stderr
    );
}
