//! The word lists, joined into one table with one look-up a word.
//!
//! The lists themselves are CSV files in `data/`, each with a class and a note column;
//! `data/README.md` says where each comes from. Whoever brings lists of their own builds a
//! [`Lexicon`] with [`Lexicon::from_lists`].

use std::sync::OnceLock;

use hashbrown::HashMap;

mod class;
mod error;
mod list;

pub use class::{
    Abbreviation, Closed, CueVerb, Gender, Name, Noun, NounCue, Number, OrgWord, Pattern, Place,
    Stance, Title, VerbClass, Word,
};
pub use error::{LexiconError, LexiconErrorKind};
pub use list::Lists;

/// What is known about words before any text is read.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    words: HashMap<String, Word>,
    verbs: Vec<CueVerb>,
    nouns: Vec<NounCue>,
    abbreviations: HashMap<String, Abbreviation>,
    phrases: HashMap<String, Word>,
    phrasal: Vec<Vec<PhrasalCue>>,
}

/// The words behind a verb that make it a cue: "out" behind "point".
#[derive(Debug, Clone, PartialEq, Eq)]
struct PhrasalCue {
    words: Vec<Box<str>>,
    verb: u16,
}

impl Lexicon {
    /// The lists that come with quotary, read once for the whole program.
    ///
    /// # Panics
    ///
    /// Never: a test reads every built-in list.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Lexicon> = OnceLock::new();
        BUILTIN.get_or_init(|| {
            Self::from_lists(&Lists::builtin()).expect("the built-in lists are tested")
        })
    }

    /// What stands about `word` in the lists, small and capital letters alike.
    #[must_use]
    pub fn word(&self, word: &str) -> Word {
        with_key(word, |key| self.words.get(key).copied()).unwrap_or_default()
    }

    /// What stands about a title or office of several words ("prime minister").
    #[must_use]
    pub fn phrase(&self, phrase: &str) -> Option<Word> {
        with_key(phrase, |key| self.phrases.get(key).copied())
    }

    /// The verb of attribution behind [`Word::cue`].
    #[must_use]
    pub fn verb(&self, index: u16) -> &CueVerb {
        &self.verbs[usize::from(index)]
    }

    /// The verb of attribution of several words that begins with `word` ("pointed") and goes on
    /// with the words that `next` gives one by one ("out"); and how many words those are. The
    /// longest is taken.
    #[must_use]
    pub fn phrasal<'w>(
        &self,
        word: Word,
        next: impl Fn(usize) -> &'w str,
    ) -> Option<(&CueVerb, usize)> {
        let candidates = self.phrasal.get(usize::from(word.phrasal?))?;
        let stands = |cue: &&PhrasalCue| {
            cue.words
                .iter()
                .enumerate()
                .all(|(at, word)| next(at).eq_ignore_ascii_case(word))
        };
        let longest = candidates
            .iter()
            .filter(stands)
            .max_by_key(|cue| cue.words.len())?;
        Some((self.verb(longest.verb), longest.words.len()))
    }

    /// The noun of attribution behind [`Word::noun_cue`].
    #[must_use]
    pub fn noun_cue(&self, index: u16) -> &NounCue {
        &self.nouns[usize::from(index)]
    }

    /// Whether `word`, written without its last full stop, is an abbreviation.
    #[must_use]
    pub fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        self.abbreviations.get(word).copied()
    }

    /// Whether `word` is a determiner, pronoun, preposition or the like: small inside a sentence.
    #[must_use]
    pub fn is_closed_class(&self, word: &str) -> bool {
        self.word(word).closed.is_some()
    }
}

/// Longest key that is looked up; nothing in the lists is longer.
const LONGEST: usize = 48;

/// Calls `look_up` with `word` in small letters and straight apostrophes, without allocating.
fn with_key<T>(word: &str, look_up: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    let mut buffer = [0_u8; LONGEST];
    if word.is_ascii() {
        let key = buffer.get_mut(..word.len())?;
        key.copy_from_slice(word.as_bytes());
        key.make_ascii_lowercase();
        return look_up(std::str::from_utf8(key).ok()?);
    }
    let mut len = 0;
    for c in word.chars() {
        let c = if matches!(c, '’' | '‘' | 'ʼ') {
            '\''
        } else {
            c
        };
        for small in c.to_lowercase() {
            let end = len + small.len_utf8();
            small.encode_utf8(buffer.get_mut(len..end)?);
            len = end;
        }
    }
    look_up(std::str::from_utf8(&buffer[..len]).ok()?)
}
