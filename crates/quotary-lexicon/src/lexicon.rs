//! What is known about words before any text is read.

use std::borrow::Cow;

use crate::{
    class::{Abbreviation, CueVerb, NounCue, Word},
    table::{LONGEST, Table},
};

/// The joined word lists; [`Lexicon::compiled`] makes them of [`Lists::compile`](crate::Lists::compile).
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// What the tables lie in.
    pub(crate) bytes: Cow<'static, [u8]>,
    /// What the lists say of words and phrases, each value once.
    pub(crate) values: Vec<Word>,
    pub(crate) verbs: Vec<CueVerb>,
    pub(crate) nouns: Vec<NounCue>,
    pub(crate) phrasal: Vec<Vec<PhrasalCue>>,
    /// Numbers of values.
    pub(crate) words: Table,
    /// Numbers of values, too.
    pub(crate) phrases: Table,
    /// One where a sentence may end with it, zero where not.
    pub(crate) abbreviations: Table,
}

/// The words behind a verb that make it a cue: "out" behind "point".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PhrasalCue {
    pub(crate) words: Vec<Box<str>>,
    pub(crate) verb: u16,
}

impl Lexicon {
    /// What stands about `word` in the lists, small and capital letters alike.
    #[must_use]
    pub fn word(&self, word: &str) -> Word {
        self.value(&self.words, word).unwrap_or_default()
    }

    /// The same, where `word` is at hand in small letters, as far as they are ASCII: what is ASCII as a
    /// whole is found without a copy.
    #[must_use]
    pub fn small_word(&self, word: &str, small: &[u8]) -> Word {
        if small.len() > LONGEST || !small.is_ascii() {
            return self.word(word);
        }
        let number = self.words.get(&self.bytes, small);
        let value = number.and_then(|it| self.values.get(usize::from(it)));
        value.copied().unwrap_or_default()
    }

    /// What stands about a title or office of several words ("prime minister").
    #[must_use]
    pub fn phrase(&self, phrase: &str) -> Option<Word> {
        self.value(&self.phrases, phrase)
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
        let may_end = self.abbreviations.get(&self.bytes, word.as_bytes())? != 0;
        Some(Abbreviation { may_end })
    }

    fn value(&self, table: &Table, word: &str) -> Option<Word> {
        let number = with_key(word, |key| table.get(&self.bytes, key))?;
        self.values.get(usize::from(number)).copied()
    }

    /// Whether every index of a value is one of a verb, noun or group that is there.
    pub(crate) fn is_whole(&self) -> bool {
        let within = |index: Option<u16>, len| index.is_none_or(|it| usize::from(it) < len);
        self.values.iter().all(|word| {
            within(word.cue, self.verbs.len())
                && within(word.noun_cue, self.nouns.len())
                && within(word.phrasal, self.phrasal.len())
        }) && self
            .phrasal
            .iter()
            .flatten()
            .all(|cue| usize::from(cue.verb) < self.verbs.len())
    }
}

/// Calls `look_up` with `word` in small letters and straight apostrophes, without allocating.
fn with_key<T>(word: &str, look_up: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
    let mut buffer = [0_u8; LONGEST];
    if word.is_ascii() {
        let key = buffer.get_mut(..word.len())?;
        key.copy_from_slice(word.as_bytes());
        key.make_ascii_lowercase();
        return look_up(key);
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
    look_up(&buffer[..len])
}
