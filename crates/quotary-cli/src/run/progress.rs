use std::sync::Arc;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::input::Meter;
use crate::report::Report;

/// How far the run has come, for somebody who watches.
pub(super) struct Bar {
    meter: Arc<Meter>,
    documents: u64,
    rows: u64,
    begun: Instant,
    drawn: Instant,
}

/// Between two pictures of the bar.
const PAUSE: Duration = Duration::from_millis(100);

impl Bar {
    pub(super) fn new(meter: Arc<Meter>) -> Self {
        let now = Instant::now();
        Self {
            meter,
            documents: 0,
            rows: 0,
            begun: now,
            drawn: now,
        }
    }

    /// A bar of so many bytes, or one that only turns where nobody knows how many there are.
    pub(super) fn drawn(length: Option<u64>) -> ProgressBar {
        let (bar, template) = match length {
            Some(length) => (
                ProgressBar::new(length),
                "{wide_bar} {percent}%  {msg}  {decimal_bytes_per_sec}  {eta} left",
            ),
            None => (
                ProgressBar::new_spinner(),
                "{spinner} {decimal_bytes}  {msg}  {decimal_bytes_per_sec}  {elapsed}",
            ),
        };
        let style = ProgressStyle::with_template(template).expect("a template");
        bar.with_style(style)
    }

    /// One more document is written, with so many rows.
    pub(super) fn add(&mut self, rows: u64) {
        self.documents += 1;
        self.rows += rows;
    }

    /// Shows how far it is, not too often.
    pub(super) fn draw(&mut self, report: &Report) {
        if self.drawn.elapsed() >= PAUSE {
            self.drawn = Instant::now();
            let (documents, rows) = (self.documents, self.rows);
            report.progress(self.meter.read(), || {
                format!("{documents} documents, {rows} quotes")
            });
        }
    }

    /// How fast it went.
    pub(super) fn told(&self) -> String {
        let (documents, rows, bytes) = (self.documents, self.rows, self.meter.read());
        let seconds = self.begun.elapsed().as_secs_f64();
        #[expect(clippy::cast_precision_loss, reason = "a figure of three digits")]
        let (megabytes, speed) = (bytes as f64 / 1e6, bytes as f64 / 1e6 / seconds);
        format!(
            "{documents} documents, {rows} quotes, {megabytes:.1} MB in {seconds:.1} s: \
             {speed:.2} MB/s"
        )
    }
}
