//! The table of speakers, and speakers linked to a list of known people.

use crate::command::{folder, quotary};

const ARTICLE: &str = "\
Harbour stays shut

“We lost the crane,” harbour master Zoé Lindqvist told reporters on Friday. “Nobody was hurt.”

Lindqvist said in a statement that the crane was old. A person familiar with the matter said it was older.
";

const PEOPLE: &str = "\
id,name,aliases,country
Q1,Zoe Lindqvist,Zoé Lindqvist; Z. Lindqvist,Sweden
Q2,Ada Brun,,Norway
";

#[test]
fn a_row_for_each_speaker() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    let run = quotary(folder.path(), ["speakers", "a.txt"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let mut lines = run.stdout.lines();
    let header = "doc_id,speaker_id,name,kind,role,gender,gender_evidence,quotes,words,mentions,\
                  mention_spans,flags";
    assert_eq!(lines.next(), Some(header));
    let master = "a.txt,1,Zoé Lindqvist,person,harbour master,feminine,given name,2,12,\
                  Zoé Lindqvist; Lindqvist,56-69;116-125,";
    assert_eq!(lines.next(), Some(master));
    let source = lines.next().expect("two speak");
    assert!(
        source.starts_with("a.txt,2,person familiar with the matter,person,,"),
        "{source}"
    );
    assert!(source.ends_with(",anonymous"), "{source}");
    assert_eq!(lines.next(), None);
}

#[test]
fn columns_of_the_speakers_can_be_chosen() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    let arguments = [
        "speakers",
        "--format",
        "jsonl",
        "--columns",
        "name,mention_spans",
        "a.txt",
    ];
    let run = quotary(folder.path(), arguments);
    let first = run.stdout.lines().next();
    let expected = r#"{"name":"Zoé Lindqvist","mention_spans":[[56,69],[116,125]]}"#;
    assert_eq!(first, Some(expected), "{}", run.stderr);
    let run = quotary(folder.path(), ["speakers", "--columns", "cue", "a.txt"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("no column 'cue'"), "{}", run.stderr);
}

#[test]
fn known_people_add_their_columns_to_both_tables() {
    let folder = folder(&[
        ("a.txt", ARTICLE.as_bytes()),
        ("people.csv", PEOPLE.as_bytes()),
    ]);
    for command in ["extract", "speakers"] {
        let run = quotary(
            folder.path(),
            [command, "--speakers", "people.csv", "a.txt"],
        );
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let mut lines = run.stdout.lines();
        let header = lines.next().expect("a header");
        assert!(
            header.ends_with(",known_id,known_name,known_country"),
            "{header}"
        );
        let first = lines.next().expect("a row");
        assert!(first.ends_with(",Q1,Zoe Lindqvist,Sweden"), "{first}");
        let last = lines.next_back().expect("more rows");
        assert!(last.ends_with(",,,"), "{last}");
    }
}

#[test]
fn a_name_that_several_bear_is_left_empty_and_flagged() {
    let people = "name,id\nZoé Lindqvist,1\nZoé  LINDQVIST,2\n";
    let folder = folder(&[
        ("a.txt", ARTICLE.as_bytes()),
        ("people.csv", people.as_bytes()),
    ]);
    let arguments = ["speakers", "--speakers", "people.csv", "a.txt"];
    let run = quotary(folder.path(), arguments);
    let first = run.stdout.lines().nth(1).expect("a row");
    assert!(first.ends_with(",ambiguous-name,,"), "{first}");
}

#[test]
fn a_list_that_cannot_be_read_is_wrong_usage() {
    let folder = folder(&[
        ("a.txt", ARTICLE.as_bytes()),
        ("people.csv", b"surname\nLindqvist\n"),
    ]);
    let run = quotary(
        folder.path(),
        ["extract", "--speakers", "people.csv", "a.txt"],
    );
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(
        run.stderr.contains("people.csv") && run.stderr.contains("no column \"name\""),
        "{}",
        run.stderr
    );
    let run = quotary(
        folder.path(),
        ["extract", "--speakers", "nobody.csv", "a.txt"],
    );
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("nobody.csv"), "{}", run.stderr);
}

#[test]
fn steps_and_summaries_belong_to_the_quotations() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    let run = quotary(folder.path(), ["speakers", "--stage", "cues", "a.txt"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("quotary extract only"),
        "{}",
        run.stderr
    );
}
