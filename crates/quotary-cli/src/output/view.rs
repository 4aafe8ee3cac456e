use quotary::{Extractor, OffsetUnit};

use super::table;
use crate::arguments::{Extract, Format};
use crate::input::Article;

/// What is shown of each article.
pub(crate) struct View {
    extractor: Extractor,
    format: Format,
    offsets: OffsetUnit,
}

impl View {
    pub(crate) fn new(arguments: &Extract) -> Self {
        let mut extractor = Extractor::builder().min_confidence(arguments.min_confidence);
        if !arguments.kind.is_empty() {
            extractor = extractor.kinds(arguments.kind.iter().copied().map(Into::into));
        }
        Self {
            extractor: extractor.build(),
            format: arguments.format,
            offsets: arguments.offsets.into(),
        }
    }

    /// What stands above the first article.
    pub(crate) fn render_header(&self, out: &mut Vec<u8>) {
        table::render_header(self.format, out);
    }

    /// Reads the article and appends what is to be shown of it.
    pub(crate) fn render(&self, article: &Article, out: &mut Vec<u8>) {
        let document = self.extractor.extract(&article.text);
        let rows = document.rows(&article.id, self.offsets);
        let rows = if article.repaired.is_some() {
            rows.repaired()
        } else {
            rows
        };
        table::render_rows(self.format, rows, out);
    }
}
