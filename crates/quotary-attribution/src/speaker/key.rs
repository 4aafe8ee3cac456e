//! Words as numbers, so that a look-up neither allocates nor minds capitals.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// A word in small letters, hashed. Two words with one key would be taken for one; with 64 bits
/// an article would need billions of words for that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key(u64);

/// A table by [`Key`].
pub(crate) type KeyMap<V> = HashMap<Key, V, BuildHasherDefault<Passed>>;

/// FNV-1a, 64 bits.
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

impl Key {
    /// The key of one word; full stops and soft hyphens do not count.
    pub(crate) fn word(word: &str) -> Self {
        Self(OFFSET).and(word)
    }

    /// The key of the words so far and `word`.
    pub(crate) fn and(self, word: &str) -> Self {
        let mut hash = self.0;
        let mut take = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        take(b' ');
        for c in word.chars() {
            if c.is_ascii() {
                if c != '.' {
                    take(c.to_ascii_lowercase() as u8);
                }
            } else if c != '\u{ad}' {
                let mut buffer = [0; 4];
                for small in c.to_lowercase() {
                    small.encode_utf8(&mut buffer).bytes().for_each(&mut take);
                }
            }
        }
        Self(hash)
    }
}

/// Keys are hashes already; they are only mixed once more for the table's use of the high bits.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Passed(u64);

impl Hasher for Passed {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = self.0.rotate_left(5) ^ key;
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn capitals_and_full_stops_do_not_count() {
        assert_eq!(Key::word("Öztürk"), Key::word("ÖZTÜRK"));
        assert_eq!(Key::word("Sen."), Key::word("sen"));
        assert_ne!(Key::word("Lane"), Key::word("Lang"));
        assert_ne!(
            Key::word("ab").and("c"),
            Key::word("a").and("bc"),
            "words keep their borders"
        );
    }
}
