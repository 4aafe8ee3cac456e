//! Every word list is sorted, has no doubles, only known classes and nothing that contradicts
//! another list.
//!
//! `QUOTARY_SORT_LISTS=1 cargo test -p quotary-attribution --test lists` writes the lists sorted.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::PathBuf,
};

use quotary_attribution::builtin_lexicon;

/// Bytes that the lists together may have: they are compiled into the program and read at its start.
const BUDGET: u64 = 1_500_000;

/// What a list looks like.
struct Shape {
    file: &'static str,
    columns: &'static str,
    /// The columns that together name a line: no two lines have the same.
    key: &'static [usize],
    /// Column of the class.
    class: usize,
    classes: &'static str,
}

const SHAPES: [Shape; 12] = [
    Shape {
        file: "abbreviations.csv",
        columns: "abbreviation,class,note",
        key: &[0],
        class: 1,
        classes: "title month state company country time latin other",
    },
    Shape {
        file: "cue_nouns.csv",
        columns: "noun,class,stance,pattern,note",
        key: &[0],
        class: 1,
        classes: "speech writing thought perception",
    },
    Shape {
        file: "cues.csv",
        columns: "lemma,class,stance,pattern,note",
        key: &[0],
        class: 1,
        classes: "speech writing thought perception",
    },
    Shape {
        file: "descriptions.csv",
        columns: "word,class,note",
        key: &[0, 1],
        class: 1,
        classes: "anybody body firm firm-trade moment of-firm party public relation seat text time top trade",
    },
    Shape {
        file: "given_names.csv",
        columns: "name,class,note",
        key: &[0],
        class: 1,
        classes: "fem masc either",
    },
    Shape {
        file: "nouns.csv",
        columns: "noun,class,note",
        key: &[0],
        class: 1,
        classes: "person-role person-kin person-other group organization document",
    },
    Shape {
        file: "orgs.csv",
        columns: "word,class,note",
        key: &[0],
        class: 1,
        classes: "legal public education media sport finance other acronym",
    },
    Shape {
        file: "places.csv",
        columns: "name,class,note",
        key: &[0, 1],
        class: 1,
        classes: "country demonym capital metonym state city",
    },
    Shape {
        file: "tags.csv",
        columns: "word,tags,class,note",
        key: &[0],
        class: 2,
        classes: "open closed",
    },
    Shape {
        file: "titles.csv",
        columns: "title,class,note",
        key: &[0, 1],
        class: 1,
        classes: "honorific rank office religious royal suffix particle",
    },
    Shape {
        file: "verbs.csv",
        columns: "form,lemma,tag,class,note",
        key: &[0, 1, 2],
        class: 3,
        classes: "cue common",
    },
    Shape {
        file: "words.csv",
        columns: "word,class,note",
        key: &[0, 1],
        class: 1,
        classes: "determiner possessive quantifier personal reflexive demonstrative indefinite \
                  relative interrogative preposition subordinator coordinator complementizer \
                  auxiliary modal negation particle adverb number date unit interjection",
    },
];

fn path(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(file)
}

/// The header and the lines of a list.
fn read(file: &str) -> (String, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_path(path(file)).unwrap_or_else(|e| panic!("{file}: {e}"));
    let header = reader.headers().unwrap().iter().collect::<Vec<_>>();
    let header = header.join(",");
    let rows = reader
        .records()
        .map(|row| row.unwrap_or_else(|e| panic!("{file}: {e}")))
        .map(|row| row.iter().map(str::to_owned).collect())
        .collect();
    (header, rows)
}

fn rows(file: &str) -> Vec<Vec<String>> {
    read(file).1
}

/// The values of a column.
fn column(file: &str, at: usize) -> BTreeSet<String> {
    rows(file)
        .into_iter()
        .map(|mut row| row.remove(at))
        .collect()
}

/// Fails with all that is wrong, not with the first of it.
fn report(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

/// Stable: lines with the same first column stand in the order in which they count.
fn sorted(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    rows.sort_by(|a, b| a[0].cmp(&b[0]));
    rows
}

#[test]
fn lists_are_sorted() {
    let rewrite = env::var_os("QUOTARY_SORT_LISTS").is_some();
    let mut problems = Vec::new();
    for shape in &SHAPES {
        let (header, rows) = read(shape.file);
        let right = sorted(rows.clone());
        if rows == right {
            continue;
        }
        if rewrite {
            let mut writer = csv::Writer::from_path(path(shape.file)).unwrap();
            writer.write_record(header.split(',')).unwrap();
            for row in &right {
                writer.write_record(row).unwrap();
            }
            writer.flush().unwrap();
        } else {
            let (found, _) = rows
                .iter()
                .zip(&right)
                .find(|(found, right)| found != right)
                .expect("some line is in another place");
            problems.push(format!(
                "{}: not sorted at {:?}; QUOTARY_SORT_LISTS=1 writes it sorted",
                shape.file, found[0]
            ));
        }
    }
    report(&problems);
}

#[test]
fn lists_have_known_columns_and_classes_and_no_doubles() {
    let mut problems = Vec::new();
    for shape in &SHAPES {
        let (header, rows) = read(shape.file);
        assert_eq!(header, shape.columns, "{}", shape.file);
        let classes: BTreeSet<&str> = shape.classes.split_whitespace().collect();
        let mut seen = BTreeSet::new();
        for row in &rows {
            let (file, name) = (shape.file, &row[0]);
            if name.is_empty() || row.iter().any(|cell| cell.trim() != cell) {
                problems.push(format!(
                    "{file}: {row:?} has an empty name or blanks at an edge"
                ));
            }
            if !classes.contains(row[shape.class].as_str()) {
                problems.push(format!(
                    "{file}: {name:?} has the unknown class {:?}",
                    row[shape.class]
                ));
            }
            let key: Vec<_> = shape.key.iter().map(|&at| row[at].clone()).collect();
            if !seen.insert(key) {
                problems.push(format!("{file}: {name:?} stands there twice"));
            }
        }
    }
    report(&problems);
}

#[test]
fn cues_state_what_they_take() {
    let verb: BTreeSet<&str> =
        "quote that bare hearer hearer-to to ask of as call np gerund for how"
            .split(' ')
            .collect();
    let noun: BTreeSet<&str> = "that to ask of for colon".split(' ').collect();
    let stances = ["neutral", "endorsing", "distancing"];
    let mut problems = Vec::new();
    for (file, known) in [("cues.csv", verb), ("cue_nouns.csv", noun)] {
        for row in rows(file) {
            if !stances.contains(&row[2].as_str()) {
                problems.push(format!(
                    "{file}: {:?} has the unknown stance {:?}",
                    row[0], row[2]
                ));
            }
            for pattern in row[3].split('|').filter(|it| !known.contains(it)) {
                problems.push(format!(
                    "{file}: {:?} takes the unknown {pattern:?}",
                    row[0]
                ));
            }
        }
    }
    report(&problems);
}

#[test]
fn every_cue_has_all_its_forms() {
    let cues = column("cues.csv", 0);
    let mut forms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut problems = Vec::new();
    for row in rows("verbs.csv") {
        let is_cue = cues.contains(&row[1]);
        if is_cue != (row[3] == "cue") {
            problems.push(format!(
                "verbs.csv: {:?} of {:?} is no {}",
                row[0], row[1], row[3]
            ));
        }
        if !["VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "MD"].contains(&row[2].as_str()) {
            problems.push(format!(
                "verbs.csv: {:?} has the unknown tag {:?}",
                row[0], row[2]
            ));
        }
        forms
            .entry(row[1].clone())
            .or_default()
            .insert(row[2].clone());
    }
    for cue in cues {
        let found = forms.remove(&cue).unwrap_or_default();
        for tag in ["VB", "VBZ", "VBD", "VBN", "VBG"] {
            if !found.contains(tag) {
                problems.push(format!("verbs.csv: the cue {cue:?} has no {tag}"));
            }
        }
    }
    report(&problems);
}

#[test]
fn tags_are_coarse_parts_of_speech() {
    let known = "NOUN VERB ADJ ADV PRON DET ADP SCONJ CCONJ AUX NUM PART INTJ";
    let mut problems = Vec::new();
    for row in rows("tags.csv") {
        let tags: Vec<&str> = row[1].split('|').collect();
        let different: BTreeSet<_> = tags.iter().collect();
        if different.len() != tags.len()
            || tags
                .iter()
                .any(|tag| !known.split(' ').any(|it| it == *tag))
        {
            problems.push(format!("tags.csv: {:?} is {:?}", row[0], row[1]));
        }
    }
    report(&problems);
}

#[test]
fn gender_and_number_are_told_once() {
    let mut problems = Vec::new();
    for file in ["nouns.csv", "titles.csv", "words.csv", "places.csv"] {
        for row in rows(file) {
            let note: BTreeSet<&str> = row[2].split([' ', ';', ',']).collect();
            if note.contains("masc") && note.contains("fem") {
                problems.push(format!("{file}: {:?} is both masc and fem", row[0]));
            }
        }
    }
    let nouns: BTreeMap<String, String> = rows("nouns.csv")
        .into_iter()
        .map(|row| (row[0].clone(), row[2].clone()))
        .collect();
    for (noun, note) in &nouns {
        let fem = noun.ends_with("woman") || noun.ends_with("women");
        if fem && !note.contains("fem") {
            problems.push(format!("nouns.csv: {noun:?} is not marked fem"));
        }
        if let Some(stem) = noun.strip_suffix("women")
            && (!note.contains("plural") || !nouns.contains_key(&format!("{stem}woman")))
        {
            problems.push(format!(
                "nouns.csv: {noun:?} needs `plural` and its singular"
            ));
        }
    }
    report(&problems);
}

#[test]
fn abbreviations_end_with_a_stop() {
    let problems: Vec<_> = column("abbreviations.csv", 0)
        .into_iter()
        .filter(|it| !it.ends_with('.') || it.contains(' ') && !it.starts_with("et "))
        .filter(|it| it != "M.P.s" && it != "W. Va.")
        .map(|it| format!("abbreviations.csv: {it:?}"))
        .collect();
    report(&problems);
}

#[test]
fn lists_are_small_and_together_make_a_lexicon() {
    let size: u64 = SHAPES
        .iter()
        .map(|shape| fs::metadata(path(shape.file)).unwrap().len())
        .sum();
    assert!(size <= BUDGET, "the lists have {size} bytes");
    let lexicon = builtin_lexicon();
    let told = lexicon.word("told").cue.expect("told is a cue");
    assert_eq!(&*lexicon.verb(told).lemma, "tell");
}
