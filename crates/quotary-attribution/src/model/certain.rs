//! Words whose part of speech is certain: of the words that the tagger is asked for, more than half are told
//! without a look at their neighbours.

use super::{forms::Forms, weights::Model};
use crate::tag::Tag;

/// Slots of the table: four times as many as there are words, so that few have another's place.
const SLOTS: usize = 1 << 13;

/// Bytes of a slot.
const SLOT: usize = 2;

/// Bytes of the table.
pub(super) const CERTAIN_BYTES: usize = SLOTS * SLOT;

/// What stands in a slot without a word: there is no tag of this number.
pub(super) const EMPTY: i8 = -1;

/// The bits of a slot that are a tag; the others tell its word from those that have the same place.
const TAG: u16 = (1 << 5) - 1;

const _: () = assert!(Tag::ALL.len() < TAG as usize);

/// Words that were seen often and nearly always with the same part of speech; by their
/// [`key`](Forms::key).
#[derive(Debug, Clone)]
pub struct Certain(Vec<u8>);

impl Default for Certain {
    fn default() -> Self {
        Self(vec![EMPTY.cast_unsigned(); CERTAIN_BYTES])
    }
}

impl Certain {
    /// Notes the tag of a word. One that has the same place is forgotten.
    pub fn note(&mut self, key: u32, tag: Tag) {
        let Place { at, mark } = place(key);
        self.0[at..at + SLOT].copy_from_slice(&(mark | tag as u16).to_le_bytes());
    }

    /// The tag of a word, where it is certain.
    #[must_use]
    pub fn tag(&self, key: u32) -> Option<Tag> {
        find(&self.0, key)
    }

    /// The table as it stands in the weights.
    #[must_use]
    pub fn into_bytes(self) -> Vec<i8> {
        self.0.into_iter().map(u8::cast_signed).collect()
    }
}

impl Model {
    /// The tag of token `at`, where its word is certain to have it.
    pub(super) fn certain_tag(&self, forms: &Forms, at: usize) -> Option<Tag> {
        find(self.certain(), forms.key(at))
    }
}

/// Where a word's slot begins, and by which bits it is known there.
struct Place {
    at: usize,
    mark: u16,
}

fn place(key: u32) -> Place {
    // Odd, and without pattern: digits of the golden ratio. The upper bits of a product are those in which
    // every bit of the key counts.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let product = u64::from(key).wrapping_mul(FACTOR);
    Place {
        at: (product >> (u64::BITS - SLOTS.ilog2())) as usize * SLOT,
        mark: (product >> 32) as u16 & !TAG,
    }
}

fn find(table: &[u8], key: u32) -> Option<Tag> {
    let Place { at, mark } = place(key);
    let slot = u16::from_le_bytes(*table.get(at..)?.first_chunk()?);
    if slot & !TAG != mark {
        return None;
    }
    Tag::ALL.get(usize::from(slot & TAG)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_noted_is_found_and_nothing_else() {
        let mut certain = Certain::default();
        assert_eq!(certain.tag(0), None);
        certain.note(7, Tag::Noun);
        certain.note(8, Tag::Name);
        assert_eq!(certain.tag(7), Some(Tag::Noun));
        assert_eq!(certain.tag(8), Some(Tag::Name));
        assert_eq!((9..2000).find_map(|key| certain.tag(key)), None);
    }
}
