//! In which marks a text puts its speech.

use alloc::vec::Vec;

use crate::candidate::candidates;
use crate::mark::Family;
use crate::span::head;
use crate::{SingleQuotes, Span};

/// Bytes of a text that are looked at: an article as a whole, the first chapters of a book.
const SAMPLE: usize = 256 * 1024;

/// Whether `text` puts its speech in single marks.
///
/// Speech ends behind a comma or a stop and is followed by a blank: `,’ she said`. A quotation
/// inside another ends before the other mark (`’”`), an apostrophe follows a letter.
pub(crate) fn stands_in_singles(text: &str) -> bool {
    let sample = head(text, SAMPLE);
    if memchr::memchr2(b'\'', 0xE2, sample.as_bytes()).is_none() {
        return false;
    }
    let mut found = Vec::new();
    candidates(
        sample,
        Span::new(0, sample.len()),
        SingleQuotes::Auto,
        &mut found,
    );
    let (mut single, mut other) = (0_usize, 0_usize);
    for candidate in &found {
        let is_single = candidate.family() == Family::Single;
        let weight = usize::from(candidate.closes_speech()) + usize::from(candidate.opens_word());
        if is_single {
            single += weight;
        } else {
            other += weight;
        }
    }
    single > other
}
