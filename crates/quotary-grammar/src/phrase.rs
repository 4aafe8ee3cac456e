//! A leaf of the grammar: one of several fixed phrases.

use nom::error::{Error, ErrorKind};
use nom::{Err, IResult};

/// phrase = the first of `phrases` that the input begins with, in any case
///
/// The phrases are ASCII; of two that begin alike the longer one stands first.
pub(crate) fn phrase<'i>(phrases: &[&str], input: &'i str) -> IResult<&'i str, &'i str> {
    let is_head = |phrase: &&&str| {
        let head = input.as_bytes().get(..phrase.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(phrase.as_bytes()))
    };
    match phrases.iter().find(is_head) {
        Some(phrase) => Ok((&input[phrase.len()..], &input[..phrase.len()])),
        None => Err(Err::Error(Error::new(input, ErrorKind::Tag))),
    }
}
