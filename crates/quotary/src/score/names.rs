//! When two names or phrases are the same.

use std::collections::HashSet;

use super::reading::is_word;

/// Words around a name that are no part of it.
const NOISE: [&str; 19] = [
    "mr",
    "mrs",
    "ms",
    "dr",
    "sir",
    "lord",
    "lady",
    "sen",
    "rep",
    "gov",
    "gen",
    "senator",
    "president",
    "governor",
    "jr",
    "sr",
    "the",
    "a",
    "an",
];

/// Whether both denote one speaker: the words of one (titles aside) stand in the other, and where
/// the predicted one is the shorter, the last words agree. `gold` gives alternatives separated by
/// `|`.
#[must_use]
pub fn same_name(gold: &str, predicted: &str) -> bool {
    let predicted = name_words(predicted);
    gold.split('|').any(|gold| {
        let gold = name_words(gold);
        if gold.is_empty() || predicted.is_empty() {
            return false;
        }
        let is_in = |some: &[String], others: &[String]| {
            let others: HashSet<_> = others.iter().collect();
            some.iter().all(|word| others.contains(word))
        };
        is_in(&gold, &predicted) || is_in(&predicted, &gold) && predicted.last() == gold.last()
    })
}

/// Lower-case words, without a leading article.
pub(super) fn bare_words(phrase: &str) -> Vec<String> {
    let mut found: Vec<String> = words(phrase).map(str::to_lowercase).collect();
    if found
        .first()
        .is_some_and(|word| ["the", "a", "an"].contains(&word.as_str()))
    {
        found.remove(0);
    }
    found
}

/// Maximal runs of word characters.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_word(c)).filter(|word| !word.is_empty())
}

fn name_words(name: &str) -> Vec<String> {
    let name = without_genitive(&name.to_lowercase());
    let found: Vec<String> = words(&name).map(str::to_owned).collect();
    let is_noise = |word: &String| NOISE.contains(&word.as_str());
    let kept: Vec<_> = found
        .iter()
        .filter(|word| !is_noise(word))
        .cloned()
        .collect();
    if kept.is_empty() { found } else { kept }
}

/// Without each `'s` or `’s` that ends a word.
fn without_genitive(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find(['\'', '’']) {
        let (before, from_mark) = rest.split_at(at);
        out.push_str(before);
        let mark = from_mark.chars().next().map_or(0, char::len_utf8);
        let after = &from_mark[mark..];
        match after.strip_prefix('s') {
            Some(tail) if !tail.starts_with(is_word) => rest = tail,
            _ => {
                out.push_str(&from_mark[..mark]);
                rest = after;
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_is_the_person_and_a_first_name_is_not() {
        assert!(same_name("Ada Brun", "Brun"));
        assert!(same_name("Ada Brun", "Dr Ada Maria Brun"));
        assert!(same_name("Ada Brun|the mayor", "mayor"));
        assert!(!same_name("Ada Brun", "Ada"));
        assert!(!same_name("Ada Brun", ""));
        assert!(!same_name("Ada Brun", "Leo Brun"));
        assert!(same_name("President", "the President"));
    }

    #[test]
    fn genitives_and_articles_make_no_difference() {
        assert!(same_name("King’s College", "King College"));
        assert!(same_name("the White House", "White House's"));
        assert_eq!(
            bare_words("The mayor of Vallorbe"),
            ["mayor", "of", "vallorbe"]
        );
        assert_eq!(without_genitive("o'shea's sons' s'x"), "o'shea sons' s'x");
    }
}
