//! A leaf of the grammar: one of several fixed phrases.

use nom::error::{Error, ErrorKind};
use nom::{Err, IResult};

/// Phrases that a paragraph may begin with, in any case. They are ASCII and begin with two letters;
/// of two that begin alike the longer one stands first.
#[derive(Debug)]
pub(crate) struct Phrases {
    phrases: &'static [&'static str],
    /// For every first letter, which second and which third letters there are. Nearly every
    /// paragraph of a text begins with none of the phrases, and these two words tell.
    seconds: [u32; 32],
    thirds: [u32; 32],
}

impl Phrases {
    pub(crate) const fn new(phrases: &'static [&'static str]) -> Self {
        let (mut seconds, mut thirds) = ([0; 32], [0; 32]);
        let mut at = 0;
        while at < phrases.len() {
            let bytes = phrases[at].as_bytes();
            let first = letter(bytes[0]);
            seconds[first] |= 1 << letter(bytes[1]);
            thirds[first] |= 1 << letter(bytes[2]);
            at += 1;
        }
        Self {
            phrases,
            seconds,
            thirds,
        }
    }

    /// phrase = one of the phrases
    #[inline]
    pub(crate) fn phrase<'i>(&self, input: &'i str) -> IResult<&'i str, &'i str> {
        if let [first, second, third, ..] = *input.as_bytes()
            && self.seconds[letter(first)] >> letter(second) & 1 == 1
            && self.thirds[letter(first)] >> letter(third) & 1 == 1
        {
            self.find(input)
        } else {
            fail(input)
        }
    }

    fn find<'i>(&self, input: &'i str) -> IResult<&'i str, &'i str> {
        let is_head = |phrase: &&&str| {
            let head = input.as_bytes().get(..phrase.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(phrase.as_bytes()))
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
