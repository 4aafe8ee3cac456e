use std::sync::Arc;

use quotary::{Document, Extractor, KnownPeople, OffsetUnit, Row, SpeakerRow, Stage};
use serde_json::Value;

use super::Writing;
use super::column::{Extra, text};
use super::record::Table;
use crate::arguments::Output;
use crate::error::Error;
use crate::input::{Article, Origin};
use crate::weights;

/// What is shown of each article.
pub(crate) struct View {
    extractor: Extractor,
    people: Option<Arc<KnownPeople>>,
    shown: Shown,
    counts: bool,
}

enum Shown {
    Table {
        table: Table,
        writing: Writing,
        offsets: OffsetUnit,
    },
    Stage(Stage),
}

/// What the rows of an article count for.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    pub(crate) rows: u64,
    /// Kind and speaker of each row; only where somebody wants to know.
    pub(crate) said: Vec<(&'static str, String)>,
    /// What `--keep` asks for; only where somebody wants to know.
    pub(crate) kept: Vec<String>,
}

/// Of text that was decoded wrongly once, and mended.
const MOJIBAKE: &str = "mojibake";

impl View {
    /// `writing` is how `table` is written, `people` whom its speakers are linked to.
    pub(crate) fn new(
        output: &Output,
        table: Table,
        writing: Writing,
        people: Option<Arc<KnownPeople>>,
    ) -> Result<Self, Error> {
        let mut extractor =
            weights::extractor(output.model.as_deref())?.min_confidence(output.min_confidence);
        if !output.kind.is_empty() {
            extractor = extractor.kinds(output.kind.iter().copied().map(Into::into));
        }
        let shown = match output.stage {
            Some(stage) => Shown::Stage(stage.into()),
            None => Shown::Table {
                table,
                writing,
                offsets: output.offsets.into(),
            },
        };
        Ok(Self {
            extractor: extractor.build(),
            people,
            shown,
            counts: output.summary,
        })
    }

    /// Reads the article and appends what is to be shown of it.
    pub(crate) fn render(&self, article: &Article, out: &mut Vec<u8>) -> Counts {
        let mut counts = Counts::default();
        match &self.shown {
            Shown::Table {
                table: Table::Speakers,
                writing,
                offsets,
            } => {
                let document = self.extractor.extract(&article.text);
                let people = self.people.as_deref();
                for_each_speaker(article, &document, *offsets, people, |row| {
                    let extra = Extra {
                        html: None,
                        kept: &article.kept,
                    };
                    writing.row(row, extra, out);
                    counts.rows += 1;
                });
            }
            Shown::Table {
                table: Table::Quotations,
                writing,
                offsets,
            } => {
                let document = self.extractor.extract(&article.text);
                let people = self.people.as_deref();
                for_each_row(article, &document, *offsets, people, |row, html| {
                    let extra = Extra {
                        html,
                        kept: &article.kept,
                    };
                    writing.row(row, extra, out);
                    counts.rows += 1;
                    if self.counts {
                        let speaker = row.speaker.unwrap_or_default().to_owned();
                        counts.said.push((row.kind, speaker));
                    }
                });
                if self.counts {
                    let kept = article
                        .kept
                        .iter()
                        .map(|value: &Value| text(value).into_owned());
                    counts.kept = kept.collect();
                }
            }
            Shown::Stage(stage) => {
                let labels = self.extractor.stage(&article.text, *stage);
                let title = format!("==> {} <==\n", article.id);
                out.extend_from_slice(title.as_bytes());
                out.extend_from_slice(quotary::annotate(&article.text, &labels).as_bytes());
            }
        }
        counts
    }
}

/// Rows with the offsets of the input, and where each stands in the HTML if it is HTML.
fn for_each_row(
    article: &Article,
    document: &Document<'_>,
    unit: OffsetUnit,
    people: Option<&KnownPeople>,
    mut see: impl FnMut(&Row<'_>, Option<(usize, usize)>),
) {
    let rows = |unit| {
        let rows = document.rows(&article.id, unit);
        let rows = match people {
            Some(people) => rows.linked(people),
            None => rows,
        };
        if article.repaired {
            rows.repaired()
        } else {
            rows
        }
    };
    match &article.origin {
        Origin::Same => rows(unit).for_each(|row| see(&row, None)),
        Origin::Html(readable) => {
            let bytes = document.rows(&article.id, OffsetUnit::Bytes);
            for (row, in_bytes) in rows(unit).zip(bytes) {
                see(&row, Some(readable.origin((in_bytes.start, in_bytes.end))));
            }
        }
        Origin::Mended(repair) => {
            let mut units = Units::new(&repair.original, unit);
            for mut row in rows(OffsetUnit::Bytes) {
                let mut moved = |range: &mut (usize, usize)| {
                    let (start, end) = repair.origin(*range);
                    *range = (units.at(start), units.at(end));
                };
                row.spans.iter_mut().for_each(&mut moved);
                row.speaker_mention_spans.iter_mut().for_each(&mut moved);
                row.cue_spans.iter_mut().for_each(&mut moved);
                row.start = row.spans.first().map_or(0, |range| range.0);
                row.end = row.spans.last().map_or(0, |range| range.1);
                row.flags.push(MOJIBAKE);
                row.flags.sort_unstable();
                see(&row, None);
            }
        }
    }
}

/// Speakers with the offsets of the input.
fn for_each_speaker(
    article: &Article,
    document: &Document<'_>,
    unit: OffsetUnit,
    people: Option<&KnownPeople>,
    mut see: impl FnMut(&SpeakerRow<'_>),
) {
    let rows = |unit| {
        let rows = document.speaker_rows(&article.id, unit);
        match people {
            Some(people) => rows.linked(people),
            None => rows,
        }
    };
    match &article.origin {
        Origin::Same | Origin::Html(_) => rows(unit).for_each(|row| see(&row)),
        Origin::Mended(repair) => {
            let mut units = Units::new(&repair.original, unit);
            for mut row in rows(OffsetUnit::Bytes) {
                for range in &mut row.mention_spans {
                    let (start, end) = repair.origin(*range);
                    *range = (units.at(start), units.at(end));
                }
                see(&row);
            }
        }
    }
}

/// Byte offsets in another unit, counted on from the one asked for last: neighbours are near.
struct Units<'t> {
    text: &'t str,
    unit: OffsetUnit,
    byte: usize,
    count: usize,
}

impl<'t> Units<'t> {
    fn new(text: &'t str, unit: OffsetUnit) -> Self {
        Self {
            text,
            unit,
            byte: 0,
            count: 0,
        }
    }

    fn at(&mut self, byte: usize) -> usize {
        if byte >= self.byte {
            self.count += self.length(self.byte, byte);
        } else {
            self.count -= self.length(byte, self.byte);
        }
        self.byte = byte;
        self.count
    }

    fn length(&self, from: usize, to: usize) -> usize {
        match self.unit {
            OffsetUnit::Bytes => to - from,
            OffsetUnit::Chars => self.text[from..to].chars().count(),
            OffsetUnit::Utf16 => self.text[from..to].chars().map(char::len_utf16).sum(),
        }
    }
}
