//! Which words are looked at as heads of cues at all: a glance that saves most of the work.

use quotary_grammar::SegmentKind;

use super::{sheet::Sheet, weights::Model};

/// Bytes of the table: one bit a word for those that are, one for those that are not.
pub(super) const HEAD_BYTES: usize = 1 << 14;

/// Words of one half of the table.
const WORDS: usize = HEAD_BYTES * 4;

/// Words that were seen as heads of cues, and words that were seen often and never or hardly ever
/// as one; by their number in [`Forms`](super::Forms).
#[derive(Debug, Clone)]
pub struct Heads(Vec<u8>);

impl Default for Heads {
    fn default() -> Self {
        Self(vec![0; HEAD_BYTES])
    }
}

impl Heads {
    /// Notes that a word is a head of cues, or that it is none.
    pub fn note(&mut self, word: u32, is_head: bool) {
        let bit = place(word, is_head);
        self.0[bit / 8] |= 1 << (bit % 8);
    }

    /// The table as it stands in the weights.
    #[must_use]
    pub fn into_bytes(self) -> Vec<i8> {
        self.0.into_iter().map(u8::cast_signed).collect()
    }
}

fn place(word: u32, is_head: bool) -> usize {
    (word ^ word >> 16) as usize % WORDS + WORDS * usize::from(is_head)
}

/// Whether anything is reported in such a segment.
pub(super) fn is_prose(kind: SegmentKind) -> bool {
    !matches!(
        kind,
        SegmentKind::Byline | SegmentKind::Dateline | SegmentKind::Furniture | SegmentKind::Footer
    )
}

impl Model {
    /// Whether token `at` is worth a look as the head of a cue: what was seen as one, and verbs and
    /// words of the cue lists unless they were often seen as none.
    #[must_use]
    pub fn may_head(&self, sheet: &Sheet<'_, '_, '_>, at: usize) -> bool {
        is_prose(sheet.reading().sentence(at).kind) && self.may_head_in_prose(sheet, at)
    }

    /// The same for a token of which it is known that something may be reported in its segment.
    pub(super) fn may_head_in_prose(&self, sheet: &Sheet<'_, '_, '_>, at: usize) -> bool {
        let noted = |is_head| {
            let bit = place(sheet.w(at, 0), is_head);
            self.heads()[bit / 8] >> (bit % 8) & 1 == 1
        };
        let word = sheet.reading().word(at);
        let likely =
            || word.cue.is_some() || word.noun_cue.is_some() || sheet.reading().tag(at).is_verb();
        sheet.is_candidate(at)
            && (noted(true) || sheet.proposed_by(at) != 0 || !noted(false) && likely())
    }
}
