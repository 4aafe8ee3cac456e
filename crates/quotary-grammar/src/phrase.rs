//! A leaf of the grammar: one of several fixed phrases.

use nom::error::{Error, ErrorKind};
use nom::{Err, IResult};

/// Phrases that a paragraph may begin with, in any case. They are ASCII and begin with three
/// letters or signs; of two that begin alike the longer one stands first.
#[derive(Debug)]
pub(crate) struct Phrases {
    phrases: &'static [&'static str],
    heads: Heads,
}

/// With which letters phrases begin. Nearly every paragraph of a text begins with none of the
/// phrases, and this tells at the price of two words.
#[derive(Debug)]
pub(crate) struct Heads {
    /// For every first letter, which second letters there are.
    seconds: [u32; 32],
    /// For every first letter, which third letters there are.
    thirds: [u32; 32],
}

impl Heads {
    /// The heads of all `lists`.
    pub(crate) const fn of(lists: &[&[&str]]) -> Self {
        let (mut seconds, mut thirds) = ([0; 32], [0; 32]);
        let mut list = 0;
        while list < lists.len() {
            let mut at = 0;
            while at < lists[list].len() {
                let bytes = lists[list][at].as_bytes();
                let first = letter(bytes[0]);
                seconds[first] |= 1 << letter(bytes[1]);
                thirds[first] |= 1 << letter(bytes[2]);
                at += 1;
            }
            list += 1;
        }
        Self { seconds, thirds }
    }

    /// Whether one of the phrases may stand at the beginning of `input`.
    #[inline]
    pub(crate) fn may_begin(&self, input: &[u8]) -> bool {
        let [first, second, third, ..] = *input else {
            return false;
        };
        let first = letter(first);
        self.seconds[first] >> letter(second) & self.thirds[first] >> letter(third) & 1 == 1
    }
}

impl Phrases {
    pub(crate) const fn new(phrases: &'static [&'static str]) -> Self {
        Self {
            phrases,
            heads: Heads::of(&[phrases]),
        }
    }

    /// Whether one of the phrases may stand at the beginning of `input`.
    #[inline]
    pub(crate) fn may_begin(&self, input: &[u8]) -> bool {
        self.heads.may_begin(input)
    }

    /// phrase = one of the phrases
    #[inline]
    pub(crate) fn phrase<'i>(&self, input: &'i str) -> IResult<&'i str, &'i str> {
        if self.heads.may_begin(input.as_bytes()) {
            self.find(input)
        } else {
            fail(input)
        }
    }

    fn find<'i>(&self, input: &'i str) -> IResult<&'i str, &'i str> {
        let first = input.as_bytes().first().map(u8::to_ascii_lowercase);
        let is_head = |phrase: &&&str| {
            let head = input.as_bytes().get(..phrase.len());
            phrase.as_bytes().first().copied() == first
                && head.is_some_and(|head| head.eq_ignore_ascii_case(phrase.as_bytes()))
        };
        match self.phrases.iter().find(is_head) {
            Some(phrase) => Ok((&input[phrase.len()..], &input[..phrase.len()])),
            None => fail(input),
        }
    }
}

/// The five bits that tell letters apart, whatever their case.
const fn letter(byte: u8) -> usize {
    (byte & 0x1F) as usize
}

fn fail(input: &str) -> IResult<&str, &str> {
    Err(Err::Error(Error::new(input, ErrorKind::Tag)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_in_any_case() {
        static PHRASES: Phrases = Phrases::new(&["read more", "read", "see also"]);
        let found = |input| PHRASES.phrase(input).map(|(_, phrase)| phrase).ok();
        assert_eq!(found("READ MORE: we knew"), Some("READ MORE"));
        assert_eq!(found("Reader"), Some("Read"));
        assert_eq!(found("See also"), Some("See also"));
        assert_eq!(found("Sea"), None);
        assert_eq!(found("rea"), None);
        assert_eq!(found("re“d"), None);
        assert_eq!(found(""), None);
    }
}
