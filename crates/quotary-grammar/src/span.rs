use core::ops::Range;

/// A half-open range of bytes of the text as it was given.
///
/// Both ends stand on character boundaries of that text.
///
/// ```
/// use quotary_grammar::Span;
///
/// let span = Span::new(4, 9);
/// assert_eq!(span.slice("say “hi”"), "“hi");
/// assert_eq!(span.len(), 5);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to, not including, `end`.
    ///
    /// ```
    /// use quotary_grammar::Span;
    ///
    /// assert_eq!(Span::new(4, 9), Span::from(4..9));
    /// ```
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    ///
    /// ```
    /// use quotary_grammar::Span;
    ///
    /// assert_eq!(Span::new(4, 9).len(), 5);
    /// ```
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// The same span where the text stands behind so many `bytes` of a longer one.
    ///
    /// ```
    /// use quotary_grammar::Span;
    ///
    /// assert_eq!(Span::new(0, 2).behind(4).slice("say hi"), "hi");
    /// ```
    #[must_use]
    pub const fn behind(self, bytes: usize) -> Self {
        Self::new(self.start + bytes, self.end + bytes)
    }

    /// Whether no byte lies inside.
    ///
    /// ```
    /// use quotary_grammar::Span;
    ///
    /// assert!(Span::new(4, 4).is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside this span.
    ///
    /// ```
    /// use quotary_grammar::Span;
    ///
    /// assert!(Span::new(0, 9).contains(Span::new(4, 9)));
    /// ```
    #[must_use]
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two have at least one byte in common.
    ///
    /// ```
    /// use quotary_grammar::Span;
    ///
    /// assert!(!Span::new(0, 4).overlaps(Span::new(4, 9)));
    /// ```
    #[must_use]
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    ///
    /// ```
    /// use quotary_grammar::Span;
    ///
    /// assert_eq!(Span::new(0, 4).cover(Span::new(6, 9)), Span::new(0, 9));
    /// ```
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The same as a standard range.
    ///
    /// ```
    /// use quotary_grammar::Span;
    ///
    /// assert_eq!(Span::new(4, 9).range(), 4..9);
    /// ```
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The text of the span; empty where the span does not lie in `text`.
    ///
    /// ```
    /// use quotary_grammar::Span;
    ///
    /// assert_eq!(Span::new(4, 6).slice("say no"), "no");
    /// ```
    #[must_use]
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// The longest head of `text` that has at most `len` bytes.
pub(crate) fn head(text: &str, len: usize) -> &str {
    let mut end = len.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The longest tail of `text` that has at most `len` bytes.
pub(crate) fn tail(text: &str, len: usize) -> &str {
    let mut start = text.len().saturating_sub(len);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// Whether a character outside ASCII that begins with `byte` is a letter of an alphabet, and no mark
/// or sign.
#[inline]
pub(crate) fn begins_letter(byte: u8) -> bool {
    matches!(byte, 0xC3..=0xDF)
}
