//! Words with a number each, found by their hash: a table by open addressing, laid out as bytes.
//!
//! The words themselves are not kept: what a search costs is the memory that no cache holds, and so one
//! slot is looked at instead of a slot and a word.

use std::ops::Range;

use crate::{
    bytes::{hash_step, little_endian},
    error::Fault,
};

/// Longest word of a table, in bytes: no word of English is longer.
pub(crate) const LONGEST: usize = 48;

/// Bytes of a slot: half of the word's hash, and its number counted from one; 0 for none.
const SLOT: usize = size_of::<u32>() + size_of::<u16>();

/// Where the slots of a table lie in the compiled lists.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table(pub(crate) Range<usize>);

impl Table {
    /// The number of `word`; `bytes` are the compiled lists.
    ///
    /// A word that is not in the table has a number all the same where its hash is that of another:
    /// of some thousand million words, one.
    pub(crate) fn get(&self, bytes: &[u8], word: &[u8]) -> Option<u16> {
        let (slots, _) = bytes.get(self.0.clone())?.as_chunks::<SLOT>();
        let Place { mut at, half } = place(word, slots.len());
        // Not more than all: bytes that this crate did not write might have no free slot.
        for _ in slots {
            let &[a, b, c, d, low, high] = slots.get(at)?;
            let number = u16::from_le_bytes([low, high]).checked_sub(1)?;
            if [a, b, c, d] == half {
                return Some(number);
            }
            at = (at + 1) & (slots.len() - 1);
        }
        None
    }
}

/// Lays out a table.
///
/// # Errors
///
/// Where a word is too long, has a number that is too great, or cannot be told from another by its hash.
pub(crate) fn lay_out(words: &[(&str, u16)]) -> Result<Vec<u8>, Fault> {
    // A quarter is free at least: a word that is in no list soon meets a free slot.
    let len = (words.len() + words.len() / 3 + 1).next_power_of_two();
    let mut slots = vec![[0; SLOT]; len];
    for &(word, number) in words {
        if word.len() > LONGEST {
            return Err(Fault::Size(word.to_owned()));
        }
        let counted = number.checked_add(1);
        let [low, high] = counted
            .ok_or_else(|| Fault::Size(word.to_owned()))?
            .to_le_bytes();
        let Place { mut at, half } = place(word.as_bytes(), len);
        while slots[at][4..] != [0, 0] {
            if slots[at][..4] == half {
                return Err(Fault::Clash(word.to_owned()));
            }
            at = (at + 1) & (len - 1);
        }
        let [a, b, c, d] = half;
        slots[at] = [a, b, c, d, low, high];
    }
    Ok(slots.into_flattened())
}

/// Where the search for a word begins, and what its slot has of its hash.
struct Place {
    at: usize,
    half: [u8; 4],
}

/// The place of a word in a table whose slots are as many as a power of two. Eight bytes of the word
/// at a time are multiplied, and both halves of the product taken together, as in wyhash.
fn place(word: &[u8], slots: usize) -> Place {
    let (parts, rest) = word.as_chunks();
    let hash = parts.iter().fold(word.len() as u64, |hash, &part| {
        hash_step(hash, u64::from_le_bytes(part))
    });
    let hash = hash_step(hash, little_endian(rest));
    Place {
        at: hash as u32 as usize & slots.wrapping_sub(1),
        half: ((hash >> 32) as u32).to_le_bytes(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(words: &[&str]) -> (Table, Vec<u8>) {
        let numbered: Vec<_> = words.iter().copied().zip(1..).collect();
        let bytes = lay_out(&numbered).expect("short words");
        (Table(0..bytes.len()), bytes)
    }

    #[test]
    fn every_word_is_found_and_no_other() {
        let words = ["a", "ab", "abc", "abcdefgh", "abcdefghi", "vis-à-vis"];
        let (table, bytes) = table(&words);
        for (word, number) in words.iter().zip(1..) {
            assert_eq!(table.get(&bytes, word.as_bytes()), Some(number), "{word}");
        }
        for word in ["", "b", "abcd", "abcdefgi", "vis-a-vis"] {
            assert_eq!(table.get(&bytes, word.as_bytes()), None, "{word}");
        }
    }

    #[test]
    fn an_empty_table_has_no_word() {
        let (table, bytes) = table(&[]);
        assert_eq!(table.get(&bytes, b"word"), None);
        assert_eq!(Table::default().get(&[], b"word"), None);
    }

    #[test]
    fn bytes_of_somebody_else_end_the_search() {
        let (table, mut bytes) = table(&["one", "two", "three"]);
        bytes[table.0.clone()].fill(1);
        assert_eq!(table.get(&bytes, b"four"), None);
        bytes[table.0.clone()].fill(255);
        assert_eq!(table.get(&bytes, b"four"), None);
    }

    #[test]
    fn two_words_of_one_hash_are_refused() {
        let twice = lay_out(&[("one", 0), ("two", 1), ("one", 2)]);
        assert!(matches!(twice, Err(Fault::Clash(word)) if word == "one"));
    }

    #[test]
    fn a_number_without_room_is_refused() {
        let beyond = lay_out(&[("one", u16::MAX)]);
        assert!(matches!(beyond, Err(Fault::Size(word)) if word == "one"));
    }

    #[test]
    fn a_word_too_long_is_refused() {
        let long = "a".repeat(LONGEST + 1);
        assert!(matches!(lay_out(&[(&long, 0)]), Err(Fault::Size(word)) if word == long));
    }
}
