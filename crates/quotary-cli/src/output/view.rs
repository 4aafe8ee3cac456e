use quotary::{Extractor, OffsetUnit, Stage};

use super::table;
use crate::arguments::{Extract, Format};
use crate::input::Article;

/// What is shown of each article.
pub(crate) struct View {
    extractor: Extractor,
    shown: Shown,
}

enum Shown {
    Table { format: Format, offsets: OffsetUnit },
    Stage(Stage),
}

impl View {
    pub(crate) fn new(arguments: &Extract) -> Self {
        let mut extractor = Extractor::builder().min_confidence(arguments.min_confidence);
        if !arguments.kind.is_empty() {
            extractor = extractor.kinds(arguments.kind.iter().copied().map(Into::into));
        }
        let shown = match arguments.stage {
            Some(stage) => Shown::Stage(stage.into()),
            None => Shown::Table {
                format: arguments.format,
                offsets: arguments.offsets.into(),
            },
        };
        Self {
            extractor: extractor.build(),
            shown,
        }
    }

    /// What stands above the first article.
    pub(crate) fn render_header(&self, out: &mut Vec<u8>) {
        if let Shown::Table { format, .. } = self.shown {
            table::render_header(format, out);
        }
    }

    /// Reads the article and appends what is to be shown of it.
    pub(crate) fn render(&self, article: &Article, out: &mut Vec<u8>) {
        match self.shown {
            Shown::Table { format, offsets } => {
                let document = self.extractor.extract(&article.text);
                let rows = document.rows(&article.id, offsets);
                let rows = if article.repaired.is_some() {
                    rows.repaired()
                } else {
                    rows
                };
                table::render_rows(format, rows, out);
            }
            Shown::Stage(stage) => {
                let labels = self.extractor.stage(&article.text, stage);
                let title = format!("==> {} <==\n", article.id);
                out.extend_from_slice(title.as_bytes());
                out.extend_from_slice(quotary::annotate(&article.text, &labels).as_bytes());
            }
        }
    }
}
