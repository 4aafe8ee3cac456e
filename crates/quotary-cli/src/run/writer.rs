use std::collections::HashMap;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use super::pool::{Done, Pool, Rendered};
use super::progress::Bar;
use super::signal::{Signals, Stopped};
use super::summary::Summary;
use crate::error::{Error, ErrorKind};
use crate::output::{Journal, Point, Sink};
use crate::report::Report;

/// How long to wait for results before looking whether somebody wants to stop.
const PATIENCE: Duration = Duration::from_millis(50);

/// Writes what the threads have made of articles, in the order of the input.
pub(super) struct Writer<'r> {
    pub(super) sink: &'r mut Sink,
    pub(super) report: &'r mut Report,
    pub(super) journal: Option<&'r mut Journal>,
    /// Bytes before the first rows that are left out: see [`Writing::between`].
    pub(super) between: usize,
    pub(super) bar: Bar,
    pub(super) summary: Option<Summary>,
    pub(super) point: Point,
    pub(super) checkpoint: Duration,
    pub(super) last: Instant,
}

impl Writer<'_> {
    /// Writes results in their order until there are no more, or somebody wants to stop.
    pub(super) fn drain(
        &mut self,
        pool: &Pool,
        signals: &Signals,
    ) -> Result<Option<Stopped>, Error> {
        // Results that came before their turn; the budget bounds how many.
        let mut early: HashMap<u64, Done> = HashMap::new();
        let (mut next, mut stopped) = (0, None);
        let done = loop {
            if stopped.is_none() {
                stopped = signals.stopped();
                if stopped.is_some() {
                    pool.close();
                }
            }
            if stopped.is_some() && pool.is_idle() {
                break Ok(stopped);
            }
            match pool.results.recv_timeout(PATIENCE) {
                Ok(done) => early.extend(done.into_iter().map(|done| (done.turn, done))),
                Err(RecvTimeoutError::Timeout) => self.bar.draw(self.report),
                Err(RecvTimeoutError::Disconnected) => break Ok(stopped),
            }
            let mut written = Ok(());
            let (first, mut size) = (next, 0);
            while let Some(done) = early.remove(&next) {
                next += 1;
                size += done.size;
                written = written.and_then(|()| self.take(done));
            }
            pool.release((next - first) as usize, size);
            if let Err(error) = written.and_then(|()| self.save_now_and_then()) {
                break Err(error);
            }
        };
        pool.close();
        if let Ok(Some(_)) = done {
            self.save()?;
        }
        done
    }

    fn take(&mut self, done: Done) -> Result<(), Error> {
        let rendered = match done.outcome {
            Ok(rendered) => rendered,
            Err(error) if error.kind() == ErrorKind::Usage => return Err(error),
            Err(error) => {
                self.report.add(&error);
                Rendered::default()
            }
        };
        for notice in &rendered.notices {
            self.report.add(notice);
        }
        let mut bytes = rendered.bytes.as_slice();
        if self.point.rows == 0 && rendered.counts.rows > 0 {
            bytes = &bytes[self.between..];
        }
        if !bytes.is_empty() {
            self.sink.write(bytes)?;
        }
        self.point.rows += rendered.counts.rows;
        let is_new = done.progress.source != self.point.input.source;
        self.point.input = done.progress;
        if is_new {
            self.report.explain(|| self.point.input.source.clone());
        }
        self.bar.add(rendered.counts.rows);
        if let Some(summary) = &mut self.summary {
            summary.add(rendered.counts);
        }
        Ok(())
    }

    fn save_now_and_then(&mut self) -> Result<(), Error> {
        self.bar.draw(self.report);
        if self.journal.is_some() && self.last.elapsed() >= self.checkpoint {
            self.save()?;
            self.last = Instant::now();
        }
        Ok(())
    }

    /// First the rows, then that they are there.
    fn save(&mut self) -> Result<(), Error> {
        let Some(journal) = &mut self.journal else {
            return self.sink.flush(false);
        };
        self.sink.flush(true)?;
        self.point.errors = self.report.flush()?;
        self.point.output = self.sink.position();
        self.point.has_failed = self.report.has_failed();
        journal.write(self.point.clone())
    }
}
