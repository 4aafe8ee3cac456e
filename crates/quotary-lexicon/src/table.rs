//! Words with a number each, found where they lie: a table by open addressing, laid out as bytes.

use std::ops::Range;

/// Longest word of a table, in bytes: no word of English is longer.
pub(crate) const LONGEST: usize = 48;

/// Bytes of a slot: where its entry begins, counted from one; 0 for none.
const SLOT: usize = size_of::<u32>();

/// Where the slots and the entries of a table lie in the compiled lists.
///
/// An entry is the word's length (one byte), its number (two bytes), and the word.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    pub(crate) slots: Range<usize>,
    pub(crate) entries: Range<usize>,
}

impl Table {
    /// The number of `word`; `bytes` are the compiled lists.
    pub(crate) fn get(&self, bytes: &[u8], word: &[u8]) -> Option<u16> {
        let (slots, _) = bytes.get(self.slots.clone())?.as_chunks::<SLOT>();
        let entries = bytes.get(self.entries.clone())?;
        let mut at = home(word, slots.len());
        // Not more than all: bytes that this crate did not write might have no free slot.
        for _ in slots {
            let start = u32::from_le_bytes(*slots.get(at)?).checked_sub(1)?;
            let (&[len, low, high], rest) = entries.get(start as usize..)?.split_first_chunk()?;
            if usize::from(len) == word.len() && rest.starts_with(word) {
                return Some(u16::from_le_bytes([low, high]));
            }
            at = (at + 1) & (slots.len() - 1);
        }
        None
    }
}

/// Lays out a table: its slots and its entries. A word that is too long, or has no room any more, is
/// given back.
pub(crate) fn lay_out<'w>(words: &[(&'w str, u16)]) -> Result<(Vec<u8>, Vec<u8>), &'w str> {
    // Half empty at least: a word that is in no list meets a free slot at once.
    let mut slots = vec![[0; SLOT]; (2 * words.len()).next_power_of_two()];
    let mut entries = Vec::new();
    for &(word, number) in words {
        let len = u8::try_from(word.len()).map_err(|_| word)?;
        let start = u32::try_from(entries.len() + 1).map_err(|_| word)?;
        if word.len() > LONGEST {
            return Err(word);
        }
        let mut at = home(word.as_bytes(), slots.len());
        while slots[at] != [0; SLOT] {
            at = (at + 1) & (slots.len() - 1);
        }
        slots[at] = start.to_le_bytes();
        entries.push(len);
        entries.extend(number.to_le_bytes());
        entries.extend(word.as_bytes());
    }
    Ok((slots.into_flattened(), entries))
}

/// The slot where the search for a word begins, of a number that is a power of two: the upper bits
/// of a product, eight bytes of the word at a time (multiply-rotate, as in rustc's `FxHasher`).
fn home(word: &[u8], slots: usize) -> usize {
    // Odd, and without pattern: digits of the golden ratio.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let add = |hash: u64, part: u64| (hash.rotate_left(5) ^ part).wrapping_mul(FACTOR);
    let (parts, rest) = word.as_chunks();
    let hash = parts.iter().fold(word.len() as u64, |hash, &part| {
        add(hash, u64::from_le_bytes(part))
    });
    let last = rest
        .iter()
        .rev()
        .fold(0, |all, &byte| all << 8 | u64::from(byte));
    let hash = add(hash, last);
    // The upper half, of which the lower bits are still mixed well, has room for every table.
    (hash >> 32) as usize & slots.wrapping_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(words: &[&str]) -> (Table, Vec<u8>) {
        let numbered: Vec<_> = words.iter().copied().zip(1..).collect();
        let (mut bytes, entries) = lay_out(&numbered).expect("short words");
        let table = Table {
            slots: 0..bytes.len(),
            entries: bytes.len()..bytes.len() + entries.len(),
        };
        bytes.extend(entries);
        (table, bytes)
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
        bytes[table.slots.clone()].fill(1);
        assert_eq!(table.get(&bytes, b"four"), None);
        bytes[table.slots.clone()].fill(255);
        assert_eq!(table.get(&bytes, b"four"), None);
    }

    #[test]
    fn a_word_too_long_is_refused() {
        let long = "a".repeat(LONGEST + 1);
        assert_eq!(lay_out(&[(&*long, 0)]), Err(&*long));
    }
}
