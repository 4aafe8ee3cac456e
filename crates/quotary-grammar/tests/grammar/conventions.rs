//! Short texts of many languages, `fixtures/conventions/LANGUAGE.name.quoted`: in the notation of
//! these tests, with real line ends. Each must come out when every convention is on, and when only
//! those of its language are.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use quotary_grammar::{Convention, Grammar};

use crate::notation::{render, text};

/// Every fixture with its language.
fn fixtures() -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/conventions");
    let entries = fs::read_dir(&folder).expect("fixtures/conventions is in the repository");
    let mut found: Vec<_> = entries
        .map(|entry| entry.expect("a fixture can be listed").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "quoted")
        })
        .map(|path| {
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .expect("names are UTF-8");
            let language = name
                .split('.')
                .next()
                .expect("a name begins with its language");
            (language.to_owned(), path.clone())
        })
        .collect();
    found.sort();
    found
}

fn check(grammar: impl Fn(&str) -> Grammar) {
    let mut wrong = String::new();
    for (language, path) in fixtures() {
        let expected = fs::read_to_string(&path).expect("a fixture can be read");
        let text = text(&expected);
        let grammar = grammar(&language);
        let found = render(&grammar.parse(&text)).replace('⏎', "\n");
        if found != expected {
            wrong.push_str(&format!(
                "\n{}\nexpected {expected}   found {found}",
                path.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn with_every_convention() {
    check(|_| Grammar::new());
}

#[test]
fn with_the_conventions_of_the_language() {
    check(|language| {
        let typed = ["typewriter", "tex"]
            .into_iter()
            .filter_map(Convention::named);
        let conventions = Convention::of_language(language).chain(typed);
        Grammar::builder().conventions(conventions).build()
    });
}

#[test]
fn a_language_of_the_issue_has_three() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (language, _) in fixtures() {
        *counts.entry(language).or_default() += 1;
    }
    for language in [
        "en-US", "en-GB", "de", "de-CH", "fr", "it", "es", "es-MX", "pt-PT", "pt-BR", "pl", "cs",
        "ru", "uk", "sv", "fi", "da", "nb", "nl", "el", "hu", "ro", "tr", "he", "ar", "ja",
        "zh-TW", "zh-CN", "ko",
    ] {
        assert!(
            counts.get(language).is_some_and(|&count| count >= 3),
            "{language}"
        );
    }
}
