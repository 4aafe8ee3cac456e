//! What fuzzing starts from and what it has found, replayed.

use std::fs;
use std::path::Path;

use quotary_grammar::{Grammar, ParagraphRule, SingleQuotes};

use crate::sound;

#[test]
fn seeds_are_sound() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds");
    let mut count = 0;
    for seed in fs::read_dir(&seeds).expect("fuzz/seeds is in the repository") {
        let path = seed.expect("a seed can be listed").path();
        let bytes = fs::read(&path).expect("a seed can be read");
        let text = String::from_utf8_lossy(&bytes);
        for singles in [
            SingleQuotes::Auto,
            SingleQuotes::Always,
            SingleQuotes::Never,
        ] {
            for rule in [
                ParagraphRule::Line,
                ParagraphRule::BlankLine,
                ParagraphRule::Indent,
            ] {
                for dashes in [true, false] {
                    let builder = Grammar::builder()
                        .single_quotes(singles)
                        .paragraph_rule(rule);
                    sound::check(&builder.dash_dialogue(dashes).build(), &text);
                }
            }
        }
        sound::check(&Grammar::new(), &text);
        count += 1;
    }
    assert!(count > 10, "only {count} seeds in {}", seeds.display());
}
