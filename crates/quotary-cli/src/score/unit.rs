use quotary::score::Spans;

use crate::error::Place;
use crate::report::Report;

/// Looks whether offsets of rows count code points, as gold does: those of other units are wrong in
/// silence.
#[derive(Debug, Default)]
pub(super) struct Unit {
    rows: u64,
    first: Option<Place>,
}

impl Unit {
    /// A row whose `spans` stand for its `text`, the slices joined by one blank.
    pub(super) fn see(&mut self, text: &str, spans: &Spans, place: impl FnOnce() -> Place) {
        let joints = spans.len().saturating_sub(1);
        let lengths = spans.iter().map(|(start, end)| end.saturating_sub(*start));
        if text.chars().count() != lengths.sum::<usize>() + joints {
            self.rows += 1;
            self.first.get_or_insert_with(place);
        }
    }

    pub(super) fn tell(self, report: &Report) {
        if let Some(first) = self.first {
            let rows = self.rows;
            report.tell(&format!(
                "{first}: the spans are not as long as the text, in {rows} rows; was it made with \
                 --offsets chars?"
            ));
        }
    }
}
