//! Words as numbers, so that a look-up neither allocates nor minds capitals.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

use quotary_lexicon::{hash_step, little_endian};

/// A word in small letters, hashed. Two words with one key would be taken for one; with 64 bits
/// an article would need billions of words for that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key(u64);

/// A table by [`Key`].
pub(crate) type KeyMap<V> = HashMap<Key, V, BuildHasherDefault<Passed>>;

impl Key {
    /// The key of one word; full stops and soft hyphens do not count.
    pub(crate) fn word(word: &str) -> Self {
        Self(START).and(word)
    }

    /// The key of the words so far and `word`.
    pub(crate) fn and(self, word: &str) -> Self {
        let (parts, rest) = word.as_bytes().as_chunks();
        let last = little_endian(rest);
        let mut key = hash_step(self.0, word.len() as u64);
        let mut plain = is_plain(last);
        for &part in parts {
            let part = u64::from_le_bytes(part);
            plain &= is_plain(part);
            key = hash_step(key, small(part));
        }
        if plain {
            Self(hash_step(key, small(last)))
        } else {
            self.and_unusual(word)
        }
    }

    /// The same for words of any letters, with full stops.
    fn and_unusual(self, word: &str) -> Self {
        let counts = |c: &char| !matches!(c, '.' | '\u{ad}');
        let word = word.chars().filter(counts).flat_map(char::to_lowercase);
        let word: String = word.collect();
        let (parts, rest) = word.as_bytes().as_chunks();
        let parts = parts.iter().map(|&part| u64::from_le_bytes(part));
        let key = hash_step(self.0, word.len() as u64);
        Self(parts.chain([little_endian(rest)]).fold(key, hash_step))
    }
}

/// No hash is nothing: what is multiplied with it would be lost.
const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The lowest bit of each of eight bytes.
const LOW: u64 = u64::MAX / 0xff;
/// The highest.
const HIGH: u64 = LOW << 7;

/// Whether none of eight bytes is a full stop or of a letter that is not English.
fn is_plain(bytes: u64) -> bool {
    let stops = bytes ^ (LOW * u64::from(b'.'));
    // A byte that is nothing borrows from its highest bit, where it had none.
    (stops.wrapping_sub(LOW) & !stops | bytes) & HIGH == 0
}

/// Eight English letters in small letters; other bytes of ASCII as they are.
fn small(bytes: u64) -> u64 {
    // A sum has the highest bit from this letter on.
    let from = |letter: u8| bytes.wrapping_add(LOW * u64::from(0x80 - letter));
    let capital = (from(b'A') & !from(b'Z' + 1)) & HIGH;
    bytes | capital >> 2
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
        assert_eq!(Key::word("J.-P."), Key::word("j-p"));
        assert_eq!(
            Key::word("Ambassador-Designate"),
            Key::word("ambassador-designate")
        );
        assert_eq!(Key::word("@[`{Z"), Key::word("@[`{z"));
        assert_ne!(Key::word("@["), Key::word("`{"));
        assert_ne!(Key::word("Lane"), Key::word("Lang"));
        assert_ne!(
            Key::word("ab").and("c"),
            Key::word("a").and("bc"),
            "words keep their borders"
        );
    }
}
