use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::Span;

/// One paragraph's share of a quotation; in French one line's, in dialogue set with dashes what
/// stands between the narrator's words.
///
/// ```
/// use quotary_grammar::{Grammar, Span};
///
/// let text = "“One.\n\n“Two,” she said.";
/// let parse = Grammar::new().parse(text);
/// let parts: Vec<_> = parse.quotations()[0].parts().collect();
/// let [first, second] = parts[..] else { panic!() };
/// assert_eq!(first.content.slice(text), "One.");
/// assert_eq!(first.closing, None);
/// assert_eq!(second.opening.slice(text), "“");
/// assert_eq!(second.closing.unwrap().slice(text), "”");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Part {
    /// The mark that opens (or re-opens) the quotation here; empty where the paragraph goes on
    /// without one.
    pub opening: Span,
    /// What stands inside, marks and the blanks next to them excluded.
    pub content: Span,
    /// The mark that closes it; `None` where the next paragraph goes on, or where it is unclosed.
    pub closing: Option<Span>,
}

/// The parts of a quotation; at least one.
///
/// A text made of marks has nothing but quotations, and takes as long as the memory for them does: so
/// the one part that nearly every quotation has is kept by its lengths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Parts {
    One(Packed),
    /// Several, or one that is too long to be packed. In a box, so that the rare case is no longer
    /// than the frequent one.
    #[expect(
        clippy::box_collection,
        reason = "a vector is as long as three numbers"
    )]
    Many(Box<Vec<Part>>),
}

/// A part by its first byte and the lengths of what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Packed {
    start: usize,
    content: u32,
    opening: u8,
    /// What stands between the opening mark and the content.
    blank: u8,
    /// What stands between the content and the closing mark.
    blank_behind: u8,
    /// 0 where there is none: no mark is empty.
    closing: u8,
}

impl Packed {
    /// `None` where a length is too great, as that of a run of straight marks can be.
    #[inline]
    fn new(part: Part) -> Option<Self> {
        let Part {
            opening,
            content,
            closing,
        } = part;
        let (blank_behind, closing) = match closing {
            Some(mark) if mark.is_empty() => return None,
            Some(mark) => (mark.start - content.end, mark.len()),
            None => (0, 0),
        };
        Some(Self {
            start: opening.start,
            content: u32::try_from(content.len()).ok()?,
            opening: u8::try_from(opening.len()).ok()?,
            blank: u8::try_from(content.start - opening.end).ok()?,
            blank_behind: u8::try_from(blank_behind).ok()?,
            closing: u8::try_from(closing).ok()?,
        })
    }

    #[inline]
    fn part(self) -> Part {
        let opening = Span::new(self.start, self.start + usize::from(self.opening));
        let start = opening.end + usize::from(self.blank);
        let content = Span::new(start, start + self.content as usize);
        let closing = content.end + usize::from(self.blank_behind);
        Part {
            opening,
            content,
            closing: (self.closing > 0)
                .then(|| Span::new(closing, closing + usize::from(self.closing))),
        }
    }
}

impl From<Part> for Parts {
    #[inline]
    fn from(part: Part) -> Self {
        Packed::new(part).map_or_else(|| Self::Many(Box::new(alloc::vec![part])), Self::One)
    }
}

impl Parts {
    #[inline]
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::One(_) => 1,
            Self::Many(parts) => parts.len(),
        }
    }

    #[inline]
    pub(crate) fn at(&self, index: usize) -> Part {
        match self {
            Self::One(part) => part.part(),
            Self::Many(parts) => parts[index],
        }
    }

    #[inline]
    pub(crate) fn last(&self) -> Part {
        self.at(self.len() - 1)
    }

    pub(crate) fn push(&mut self, part: Part) {
        match self {
            Self::One(first) => *self = Self::Many(Box::new(alloc::vec![first.part(), part])),
            Self::Many(parts) => parts.push(part),
        }
    }

    #[inline]
    pub(crate) fn change_last(&mut self, change: impl FnOnce(&mut Part)) {
        match self {
            Self::One(packed) => {
                let mut part = packed.part();
                change(&mut part);
                *self = Self::from(part);
            }
            Self::Many(parts) => {
                let last = parts.len() - 1;
                change(&mut parts[last]);
            }
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Parts {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((0..self.len()).map(|index| self.at(index)))
    }
}
