//! Automatic parts of speech and coreference of the annotated articles (`polnear-*-syntax.jsonl.gz`).

use std::{
    collections::HashMap,
    fs::File,
    io::{self, BufRead, BufReader},
    path::Path,
};

use flate2::read::GzDecoder;
use quotary_attribution::Tag;
use serde::Deserialize;

/// The tags of one article by the code point at which their token begins.
pub(crate) type Tags = HashMap<usize, Tag>;

#[derive(Debug, Deserialize)]
struct Article {
    id: String,
    sentences: Vec<Sentence>,
    #[serde(default)]
    coref: Vec<Vec<(usize, usize, usize, bool)>>,
}

#[derive(Debug, Deserialize)]
struct Sentence {
    tokens: Vec<(usize, usize, String, String, usize, String)>,
}

/// Mentions of one entity, as code points.
pub(crate) type Chain = Vec<(usize, usize)>;

/// The tags of every article of `gold`, by its id; none where no file of them stands beside it.
pub(crate) fn beside(gold: &Path) -> io::Result<HashMap<String, Tags>> {
    let articles = read(gold)?.into_iter().map(|article| {
        let tokens = article.sentences.iter().flat_map(|it| &it.tokens);
        let tags = tokens.map(|token| (token.0, tag(&token.2))).collect();
        (article.id, tags)
    });
    Ok(articles.collect())
}

/// The chains of mentions of every article of `gold`, by its id; none where no file of them stands
/// beside it.
pub(crate) fn chains_beside(gold: &Path) -> io::Result<HashMap<String, Vec<Chain>>> {
    let articles = read(gold)?.into_iter().map(|article| {
        let span = |&(sentence, first, end, _): &(usize, usize, usize, bool)| {
            let tokens = &article.sentences.get(sentence)?.tokens;
            Some((tokens.get(first)?.0, tokens.get(end.checked_sub(1)?)?.1))
        };
        let chains = article.coref.iter();
        let chains = chains.map(|it| it.iter().filter_map(span).collect());
        (article.id.clone(), chains.collect())
    });
    Ok(articles.collect())
}

fn read(gold: &Path) -> io::Result<Vec<Article>> {
    let stem = gold.file_stem().unwrap_or_default().to_string_lossy();
    let path = gold.with_file_name(format!("{stem}-syntax.jsonl.gz"));
    if !path.exists() {
        return Ok(Vec::new());
    }
    let lines = BufReader::new(GzDecoder::new(File::open(path)?)).lines();
    lines
        .map(|line| Ok(serde_json::from_str(&line?)?))
        .collect()
}

/// A tag of the Penn Treebank as quotary knows it.
fn tag(penn: &str) -> Tag {
    match penn {
        "NN" => Tag::Noun,
        "NNS" => Tag::Nouns,
        "NNP" | "NNPS" => Tag::Name,
        "PRP" | "EX" => Tag::Pronoun,
        "PRP$" | "WP$" => Tag::Possessive,
        "DT" | "PDT" => Tag::Determiner,
        "JJ" | "JJR" | "JJS" => Tag::Adjective,
        "RB" | "RBR" | "RBS" => Tag::Adverb,
        "VB" | "VBP" => Tag::Verb,
        "VBZ" => Tag::VerbS,
        "VBD" => Tag::VerbPast,
        "VBN" => Tag::VerbParticiple,
        "VBG" => Tag::VerbIng,
        "MD" => Tag::Modal,
        "IN" => Tag::Preposition,
        "TO" => Tag::To,
        "CC" => Tag::Coordinator,
        "CD" => Tag::Number,
        "WDT" | "WP" | "WRB" => Tag::Wh,
        "POS" => Tag::Genitive,
        "RP" => Tag::Particle,
        "UH" | "FW" | "LS" | "SYM" => Tag::Other,
        _ => Tag::Punctuation,
    }
}
