use unicode_general_category::{GeneralCategory, get_general_category};

use super::chars::Chars;
use super::names::words;

/// What an article's text contributes to a comparison. Characters that count are numbered by
/// themselves, so that a set of them is a few ranges whatever stands between.
pub(super) struct Reading {
    text: Vec<char>,
    /// For each code point, and the end: how many before it count.
    counted: Vec<usize>,
    /// For each character that counts: the index of its word in `words`.
    word_of: Vec<usize>,
    /// Each in lower case.
    words: Vec<String>,
    /// Those inside quotation marks.
    quoted: Chars,
}

/// Words that make no two sources the same.
const STOP: [&str; 25] = [
    "the",
    "a",
    "an",
    "of",
    "and",
    "or",
    "in",
    "on",
    "at",
    "for",
    "to",
    "his",
    "her",
    "their",
    "its",
    "mr",
    "mrs",
    "ms",
    "dr",
    "sen",
    "rep",
    "gov",
    "president",
    "who",
    "that",
];

/// Least Dice of two sources that share but such words.
const SAME_SOURCE: f64 = 0.5;

impl Reading {
    pub(super) fn new(text: &str) -> Self {
        let lower: Vec<String> = words(text).map(str::to_lowercase).collect();
        let text: Vec<char> = text.chars().collect();
        let mut counted = Vec::with_capacity(text.len() + 1);
        let (mut word_of, mut word, mut inside) = (Vec::new(), 0, false);
        for &c in &text {
            counted.push(word_of.len());
            word += usize::from(inside && !is_word(c));
            inside = is_word(c);
            if is_alphanumeric(c) {
                word_of.push(word);
            }
        }
        counted.push(word_of.len());
        let mut reading = Self {
            counted,
            word_of,
            words: lower,
            quoted: Chars::default(),
            text,
        };
        reading.quoted = reading.chars(&quoted(&reading.text));
        reading
    }

    /// What counts of `spans`; what lies behind the text's end does not.
    pub(super) fn chars(&self, spans: &[(usize, usize)]) -> Chars {
        let end = self.text.len();
        let at = |point: usize| self.counted[point.min(end)];
        Chars::new(spans.iter().map(|span| (at(span.0), at(span.1))).collect())
    }

    /// What of `chars` stands inside quotation marks.
    pub(super) fn quoted(&self, chars: &Chars) -> Chars {
        self.quoted.intersection(chars)
    }

    /// The slices of `spans`, joined by blanks.
    pub(super) fn slices(&self, spans: &[(usize, usize)]) -> String {
        let slice = |&(start, end): &(usize, usize)| -> String {
            let end = end.min(self.text.len());
            self.text[start.min(end)..end].iter().collect()
        };
        spans.iter().map(slice).collect::<Vec<_>>().join(" ")
    }

    /// Whether the two share a word that is no article or title, or half their length.
    pub(super) fn same_source(&self, gold: &Chars, predicted: &Chars) -> bool {
        if gold.is_empty() || predicted.is_empty() {
            return gold.is_empty() && predicted.is_empty();
        }
        let shared = self.words(gold).intersection(&self.words(predicted));
        let mut words = shared
            .ranges()
            .iter()
            .flat_map(|&(from, to)| &self.words[from..to]);
        words.any(|word| !STOP.contains(&word.as_str()))
            || !shared.is_empty() && gold.dice(predicted) >= SAME_SOURCE
    }

    /// The words that the characters belong to. (A word of underscores alone has none.)
    fn words(&self, chars: &Chars) -> Chars {
        let words =
            |&(start, end): &(usize, usize)| (self.word_of[start], self.word_of[end - 1] + 1);
        Chars::new(chars.ranges().iter().map(words).collect())
    }
}

/// Letters, digits and the underscore.
pub(super) fn is_word(c: char) -> bool {
    c == '_' || is_alphanumeric(c)
}

/// Letters and numbers by their general category: unlike [`char::is_alphanumeric`], no vowel signs
/// and no circled letters.
fn is_alphanumeric(c: char) -> bool {
    use GeneralCategory::{
        DecimalNumber, LetterNumber, LowercaseLetter, ModifierLetter, OtherLetter, OtherNumber,
        TitlecaseLetter, UppercaseLetter,
    };
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    matches!(
        get_general_category(c),
        UppercaseLetter
            | LowercaseLetter
            | TitlecaseLetter
            | ModifierLetter
            | OtherLetter
            | DecimalNumber
            | LetterNumber
            | OtherNumber
    )
}

/// Ranges of code points inside quotation marks; the end of a paragraph closes what is open.
fn quoted(text: &[char]) -> Vec<(usize, usize)> {
    let singles = uses_singles(text);
    let (opening, closing, straight) = if singles {
        (&['‘'][..], &['’'][..], '\'')
    } else {
        (&['“', '„', '«'][..], &['”', '»'][..], '"')
    };
    let is_alphanumeric_at = |at: usize| text.get(at).copied().is_some_and(is_alphanumeric);
    let mut ranges = Vec::new();
    let (mut inside, mut at) = (false, 0);
    while let Some(&c) = text.get(at) {
        let pair = (c, text.get(at + 1).copied().unwrap_or_default());
        let doubled =
            !singles && matches!(pair, ('\'', '\'') | ('`', '`') | ('‘', '‘') | ('’', '’'));
        let is_apostrophe =
            singles && at > 0 && is_alphanumeric_at(at - 1) && is_alphanumeric_at(at + 1);
        if c == '\n' {
            inside = false;
        } else if opening.contains(&c) || doubled && c == '`' {
            inside = true;
        } else if c == straight || doubled {
            inside = inside == is_apostrophe;
        } else if closing.contains(&c) {
            inside = inside && is_apostrophe;
        } else if inside {
            ranges.push((at, at + 1));
        }
        at += if doubled { 2 } else { 1 };
    }
    ranges
}

/// Whether the article quotes in single marks.
fn uses_singles(text: &[char]) -> bool {
    let count = |marks: &[char]| text.iter().filter(|c| marks.contains(c)).count();
    let doubles = count(&['"', '“', '”', '«', '»', '„']) + pairs_of_straight_singles(text);
    let opens = |at: usize| {
        text[at] == '\''
            && (at == 0 || is_space(text[at - 1]))
            && text.get(at + 1).copied().is_some_and(is_word)
    };
    count(&['‘']) > doubles || doubles == 0 && (0..text.len()).any(opens)
}

fn pairs_of_straight_singles(text: &[char]) -> usize {
    let (mut pairs, mut at) = (0, 0);
    while at + 1 < text.len() {
        let is_pair = text[at] == '\'' && text[at + 1] == '\'';
        pairs += usize::from(is_pair);
        at += if is_pair { 2 } else { 1 };
    }
    pairs
}

/// White space, with the four separators of ASCII that Python counts in.
fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}
