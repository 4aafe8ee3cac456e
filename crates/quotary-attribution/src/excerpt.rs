//! Paragraphs that an article takes over from another, each behind a `"` that nothing closes, while its own
//! quotations stand in marks that show their side: they are told as the rest of the article is.

use quotary_grammar::{MarkKind, Parse, Quotation};

/// Which quotations of a text are such excerpts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Excerpts {
    some: bool,
}

impl Excerpts {
    /// Looks whether there are any.
    pub(crate) fn find(parse: &Parse<'_>) -> Self {
        /// One paragraph alone may lack a mark that was forgotten.
        const LEAST: usize = 2;
        let quotations = parse.quotations();
        let open = quotations.iter().filter(|it| is_open(it));
        let paragraphs: usize = open.map(|it| it.parts().len()).sum();
        let drawn = |it: &&Quotation| it.mark() == MarkKind::LeftDouble;
        let some =
            paragraphs >= LEAST && quotations.iter().filter(drawn).count() > quotations.len() / 2;
        Self { some }
    }

    /// Whether a quotation is one.
    pub(crate) fn hold(self, quotation: &Quotation) -> bool {
        self.some && is_open(quotation)
    }
}

/// Whether a quotation stands in no other, begins with `"` and does not end.
fn is_open(quotation: &Quotation) -> bool {
    quotation.depth() == 0
        && quotation.mark() == MarkKind::StraightDouble
        && quotation.is_unclosed()
}
