use alloc::boxed::Box;
use alloc::vec::Vec;
use core::num::NonZeroU32;

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
/// parts are kept by their lengths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Parts {
    One(Packed),
    /// In a box, so that the rare case is no longer than the frequent one.
    Many(Box<Several>),
}

/// Several parts, or one that is too long to be packed: all packed, or, where one is too long, all as
/// they are. The other list is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Several {
    packed: Vec<Packed>,
    long: Vec<Part>,
}

/// A part by its first byte and the lengths of what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Packed {
    start: usize,
    content: u32,
    lengths: Lengths,
}

/// Parts are told apart without a tag.
const _: () = assert!(size_of::<Parts>() == size_of::<Packed>());

/// Lengths of the marks and of the blanks beside them, a byte each, the lowest first: one more than that
/// of the opening mark; of what stands between it and the content; of what stands between the content
/// and the closing mark; of the closing mark, 0 where there is none, for no mark is empty.
///
/// As one number they are written at once; one that is never 0, it tells one part from many at no cost
/// of memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Lengths(NonZeroU32);

impl Lengths {
    /// `None` where one is too great.
    #[inline(always)]
    fn new(opening: usize, blank: usize, blank_behind: usize, closing: usize) -> Option<Self> {
        let opening = opening + 1;
        if opening | blank | blank_behind | closing > usize::from(u8::MAX) {
            return None;
        }
        let lengths = opening | blank << 8 | blank_behind << 16 | closing << 24;
        NonZeroU32::new(lengths as u32).map(Self)
    }

    #[inline(always)]
    fn at(self, byte: u32) -> usize {
        usize::from((self.0.get() >> (8 * byte)) as u8)
    }
}

impl Packed {
    /// `None` where a length is too great, as that of a run of straight marks can be.
    #[inline(always)]
    fn new(part: Part) -> Option<Self> {
        let Part {
            opening,
            content,
            closing,
        } = part;
        let (blank_behind, closing) = match closing {
            Some(mark) if mark.is_empty() => return None,
            Some(mark) => (mark.start - content.end, mark.end - mark.start),
            None => (0, 0),
        };
        let blank = content.start - opening.end;
        Some(Self {
            start: opening.start,
            content: u32::try_from(content.end - content.start).ok()?,
            lengths: Lengths::new(opening.end - opening.start, blank, blank_behind, closing)?,
        })
    }

    /// The same part with this content and this closing mark.
    #[inline(always)]
    fn ended(self, content: Span, closing: Option<Span>) -> Option<Self> {
        Self::new(Part {
            opening: self.opening(),
            content,
            closing,
        })
    }

    #[inline]
    fn opening(self) -> Span {
        Span::new(self.start, self.start + self.lengths.at(0) - 1)
    }

    #[inline]
    fn part(self) -> Part {
        let opening = self.opening();
        let start = opening.end + self.lengths.at(1);
        let content = Span::new(start, start + self.content as usize);
        let closing = content.end + self.lengths.at(2);
        let len = self.lengths.at(3);
        Part {
            opening,
            content,
            closing: (len > 0).then(|| Span::new(closing, closing + len)),
        }
    }
}

impl Part {
    /// One that is empty behind its mark.
    pub(crate) fn opened(opening: Span) -> Self {
        Self {
            opening,
            content: Span::new(opening.end, opening.end),
            closing: None,
        }
    }
}

impl From<Part> for Parts {
    #[inline]
    fn from(part: Part) -> Self {
        match Packed::new(part) {
            Some(packed) => Self::One(packed),
            // A copy, lest every part be put into memory for its sake.
            None => Self::long(Part { ..part }),
        }
    }
}

impl Parts {
    /// Of a part that is too long to be packed.
    #[cold]
    fn long(part: Part) -> Self {
        Self::Many(Box::new(Several {
            packed: Vec::new(),
            long: alloc::vec![part],
        }))
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::One(_) => 1,
            Self::Many(several) => several.len(),
        }
    }

    #[inline]
    pub(crate) fn at(&self, index: usize) -> Part {
        match self {
            Self::One(part) => part.part(),
            Self::Many(several) => several.at(index),
        }
    }

    #[inline]
    pub(crate) fn last(&self) -> Part {
        self.at(self.len() - 1)
    }

    /// Another part follows.
    #[inline]
    pub(crate) fn push(&mut self, part: Part) {
        match self {
            Self::One(first) => {
                let mut several = Several {
                    packed: alloc::vec![*first],
                    long: Vec::new(),
                };
                several.push(part);
                *self = Self::Many(Box::new(several));
            }
            Self::Many(several) => several.push(part),
        }
    }

    /// The last part has this content and this closing mark.
    #[inline]
    pub(crate) fn end_last(&mut self, content: Span, closing: Option<Span>) {
        match self {
            Self::One(packed) => match packed.ended(content, closing) {
                Some(ended) => *packed = ended,
                None => {
                    *self = Self::long(Part {
                        opening: packed.opening(),
                        content,
                        closing,
                    });
                }
            },
            Self::Many(several) => several.end_last(content, closing),
        }
    }
}

impl Several {
    fn len(&self) -> usize {
        self.packed.len() + self.long.len()
    }

    fn at(&self, index: usize) -> Part {
        match self.long.is_empty() {
            true => self.packed[index].part(),
            false => self.long[index],
        }
    }

    #[inline]
    fn push(&mut self, part: Part) {
        match Packed::new(part) {
            Some(part) if self.long.is_empty() => self.packed.push(part),
            _ => self.unpacked().push(part),
        }
    }

    #[inline]
    fn end_last(&mut self, content: Span, closing: Option<Span>) {
        if let Some(last) = self.packed.last_mut()
            && let Some(ended) = last.ended(content, closing)
        {
            *last = ended;
        } else if let Some(last) = self.unpacked().last_mut() {
            last.content = content;
            last.closing = closing;
        }
    }

    #[cold]
    fn unpacked(&mut self) -> &mut Vec<Part> {
        self.long.extend(self.packed.drain(..).map(Packed::part));
        &mut self.long
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Parts {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((0..self.len()).map(|index| self.at(index)))
    }
}
