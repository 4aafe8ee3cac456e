use alloc::collections::VecDeque;

use crate::Quotation;
use crate::grammar::{Reading, Settings};

/// The quotations of a text, read paragraph by paragraph: made by
/// [`Grammar::stream`](crate::Grammar::stream).
///
/// A quotation comes when it is closed, or when the paragraph after it does not go on with it. What
/// is kept in memory is what stands between: the paragraphs of one quotation, and a window of the
/// text of fixed length.
///
/// ```
/// use quotary_grammar::Grammar;
///
/// let book = "“Yes,” she said.\n\n".repeat(1000);
/// assert_eq!(Grammar::new().stream(&book).count(), 1000);
/// ```
#[derive(Debug)]
pub struct Quotations<'t> {
    reading: Reading<'t>,
    /// Those that will not change any more.
    found: VecDeque<Quotation>,
    is_over: bool,
}

impl<'t> Quotations<'t> {
    pub(crate) fn new(text: &'t str, settings: Settings) -> Self {
        Self {
            reading: Reading::new(text, settings),
            found: VecDeque::new(),
            is_over: false,
        }
    }
}

impl Iterator for Quotations<'_> {
    type Item = Quotation;

    fn next(&mut self) -> Option<Quotation> {
        loop {
            if let Some(quotation) = self.found.pop_front() {
                return Some(quotation);
            }
            if self.is_over {
                return None;
            }
            self.is_over = self.reading.paragraph().is_none();
            self.reading.joiner.tree.give(&mut self.found);
        }
    }
}
