//! Compiles the word lists, so that a program has nothing to read when it starts.

use std::{env, fs, path::Path};

use quotary_lexicon::Lists;

fn main() {
    println!("cargo::rerun-if-changed=data");
    let lists = Lists {
        cues: include_str!("data/cues.csv"),
        cue_nouns: include_str!("data/cue_nouns.csv"),
        verbs: include_str!("data/verbs.csv"),
        words: include_str!("data/words.csv"),
        tags: include_str!("data/tags.csv"),
        abbreviations: include_str!("data/abbreviations.csv"),
        titles: include_str!("data/titles.csv"),
        nouns: include_str!("data/nouns.csv"),
        given_names: include_str!("data/given_names.csv"),
        places: include_str!("data/places.csv"),
        orgs: include_str!("data/orgs.csv"),
        descriptions: include_str!("data/descriptions.csv"),
    };
    let compiled = lists.compile().unwrap_or_else(|error| panic!("{error}"));
    let out = env::var_os("OUT_DIR").expect("cargo tells build scripts where to write");
    fs::write(Path::new(&out).join("lists"), compiled).expect("cargo's folder can be written to");
}
