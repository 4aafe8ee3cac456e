use crate::part::Parts;
use crate::{MarkKind, Part, Span};

/// A run of text between matched marks.
///
/// ```
/// use quotary_grammar::{Grammar, MarkKind};
///
/// let text = "“She said ‘no’ twice,” he said.";
/// let parse = Grammar::new().parse(text);
/// let [outer, inner] = parse.quotations() else { panic!() };
/// assert_eq!(outer.content().slice(text), "She said ‘no’ twice,");
/// assert_eq!(inner.content().slice(text), "no");
/// assert_eq!((inner.depth(), inner.parent()), (1, Some(0)));
/// assert_eq!(inner.mark(), MarkKind::LeftSingle);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Quotation {
    parts: Parts,
    mark: MarkKind,
    /// A paragraph has few families of marks, and of each a few open at once.
    depth: u16,
    /// `ROOT` where there is none.
    #[cfg_attr(feature = "serde", serde(serialize_with = "parent"))]
    parent: u32,
}

/// Stands for no parent: a third of the memory of an option of a `usize`.
const ROOT: u32 = u32::MAX;

#[cfg(feature = "serde")]
fn parent<S: serde::Serializer>(parent: &u32, serializer: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(&(*parent != ROOT).then_some(*parent), serializer)
}

/// A text made of marks is slow by the memory that its quotations take.
const _: () = assert!(size_of::<Quotation>() <= 24);

impl Quotation {
    /// A quotation that begins with `opening` and is empty.
    #[inline]
    pub(crate) fn opened(
        opening: Span,
        mark: MarkKind,
        depth: usize,
        parent: Option<usize>,
    ) -> Self {
        Self::new(Part::opened(opening), mark, depth, parent)
    }

    /// A quotation of one part.
    #[inline]
    pub(crate) fn new(part: Part, mark: MarkKind, depth: usize, parent: Option<usize>) -> Self {
        Self {
            parts: Parts::from(part),
            mark,
            depth: u16::try_from(depth).unwrap_or(u16::MAX),
            parent: parent.map_or(ROOT, |parent| parent.min(ROOT as usize) as u32),
        }
    }

    /// It goes on in another paragraph.
    #[inline]
    pub(crate) fn push(&mut self, part: Part) {
        self.parts.push(part);
    }

    /// Its last part has this content and this closing mark.
    #[inline]
    pub(crate) fn end_last(&mut self, content: Span, closing: Option<Span>) {
        self.parts.end_last(content, closing);
    }

    /// Its share of each paragraph it stands in, in order; at least one.
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// let parse = Grammar::new().parse("“One.\n\n“Two,” she said.");
    /// assert_eq!(parse.quotations()[0].parts().len(), 2);
    /// ```
    #[must_use]
    pub fn parts(&self) -> impl DoubleEndedIterator<Item = Part> + ExactSizeIterator + Clone {
        (0..self.parts.len()).map(|index| self.parts.at(index))
    }

    /// From the first byte of the first part's content to the last of the last part's.
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// let text = "« Oui », dit-elle.";
    /// assert_eq!(Grammar::new().parse(text).quotations()[0].content().slice(text), "Oui");
    /// ```
    #[must_use]
    pub fn content(&self) -> Span {
        self.parts.at(0).content.cover(self.parts.last().content)
    }

    /// The same with the first part's opening mark and the last part's closing mark.
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// let text = "« Oui », dit-elle.";
    /// assert_eq!(Grammar::new().parse(text).quotations()[0].span().slice(text), "« Oui »");
    /// ```
    #[must_use]
    pub fn span(&self) -> Span {
        let last = self.parts.last();
        let end = last.closing.map_or(last.content.end, |mark| mark.end);
        Span::new(self.parts.at(0).opening.start, end)
    }

    /// Kind of the mark that opens it.
    ///
    /// ```
    /// use quotary_grammar::{Grammar, MarkKind};
    ///
    /// let parse = Grammar::new().parse("„Ja“, sagt sie.");
    /// assert_eq!(parse.quotations()[0].mark(), MarkKind::LowDouble);
    /// ```
    #[must_use]
    pub fn mark(&self) -> MarkKind {
        self.mark
    }

    /// 0 for a quotation that stands in no other.
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// let parse = Grammar::new().parse("“She said ‘no,’” he said.");
    /// assert_eq!(parse.quotations()[0].depth(), 0);
    /// assert_eq!(parse.quotations()[1].depth(), 1);
    /// ```
    #[must_use]
    pub fn depth(&self) -> usize {
        usize::from(self.depth)
    }

    /// Index of the quotation it stands in; `None` for one that stands in no other.
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// let parse = Grammar::new().parse("“She said ‘no,’” he said.");
    /// assert_eq!(parse.quotations()[0].parent(), None);
    /// assert_eq!(parse.quotations()[1].parent(), Some(0));
    /// ```
    #[must_use]
    pub fn parent(&self) -> Option<usize> {
        (self.parent != ROOT).then_some(self.parent as usize)
    }

    /// Whether its last mark is missing. Turns of dialogue set with dashes need none.
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// assert!(Grammar::new().parse("“We go, he said.").quotations()[0].is_unclosed());
    /// ```
    #[must_use]
    pub fn is_unclosed(&self) -> bool {
        self.unclosed().is_some()
    }

    /// The mark that closes it.
    pub(crate) fn closing(&self) -> Option<Span> {
        self.parts.last().closing
    }

    /// The mark whose partner is missing, that of the last part.
    pub(crate) fn unclosed(&self) -> Option<Span> {
        let last = self.parts.last();
        (self.mark != MarkKind::Dash && last.closing.is_none()).then_some(last.opening)
    }
}
