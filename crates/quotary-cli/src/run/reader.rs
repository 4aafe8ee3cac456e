use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, mpsc};

use super::budget::Budget;
use super::pool::{Done, Job, internal};
use crate::arguments::Running;
use crate::error::{Error, ErrorKind};
use crate::input::{Found, Settings, Source, Sources, Task};
use crate::output::Progress;

/// Finds articles and hands them out, one after the other.
pub(super) struct Reader {
    pub(super) settings: Arc<Settings>,
    pub(super) selection: Selection,
    pub(super) budget: Arc<Budget>,
    pub(super) to_workers: crossbeam_channel::Sender<Job>,
    pub(super) to_writer: mpsc::Sender<Vec<Done>>,
}

/// Which articles are read of all.
#[derive(Debug)]
pub(super) struct Selection {
    /// What a run before has done.
    after: Progress,
    limit: u64,
    /// Those whose hash is at most this.
    sample: Option<u64>,
}

/// Nothing more is wanted.
struct Enough;

impl Selection {
    pub(super) fn new(running: &Running, after: Progress) -> Self {
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of all hashes, to a few digits"
        )]
        let most = |share: f64| (share * u64::MAX as f64) as u64;
        Self {
            after,
            limit: running.limit.unwrap_or(u64::MAX),
            sample: running.sample.map(most),
        }
    }

    /// The same in every run: by where the record stands.
    fn samples(&self, progress: &Progress) -> bool {
        self.sample.is_none_or(|most| {
            let mut hasher = DefaultHasher::new();
            (&progress.source, progress.records).hash(&mut hasher);
            hasher.finish() <= most
        })
    }
}

impl Reader {
    pub(super) fn read(self, sources: Sources) {
        let (mut turn, mut progress) = (0, Progress::default());
        let read = catch_unwind(AssertUnwindSafe(|| {
            self.read_all(sources, &mut turn, &mut progress)
        }));
        let error = match read {
            Ok(Ok(()) | Err(Enough)) => return,
            Err(panic) => internal(&progress.source, &*panic),
        };
        if self.budget.take(0) {
            let _ = self.to_writer.send(vec![failed(turn, progress, error)]);
        }
    }

    fn read_all(
        &self,
        sources: Sources,
        turn: &mut u64,
        progress: &mut Progress,
    ) -> Result<(), Enough> {
        let after = &self.selection.after;
        progress.documents = after.documents;
        let mut is_behind = after.source.is_empty();
        for source in sources.into_iter() {
            (progress.records, progress.bookmark) = (0, None);
            progress.source = match &source {
                Ok(source) => source.name(),
                Err(error) => error.to_string(),
            };
            progress.fingerprint = source.as_ref().map_or(0, Source::fingerprint);
            if progress.sources < after.sources {
                self.end_source(progress);
                continue;
            }
            if !is_behind {
                if *progress != at_the_beginning_of(after) {
                    let reason = format!(
                        "{}: the inputs are not those of the run to go on with: a file was added, \
                         removed or changed since; begin anew with --restart",
                        progress.source
                    );
                    return self.fail(turn, progress, Error::usage(reason));
                }
                is_behind = true;
            }
            let (mut skipped, mut bookmark) = (0, None);
            if progress.sources == after.sources {
                (skipped, bookmark) = (after.records, after.bookmark);
            }
            match source {
                Ok(source) => {
                    if bookmark.is_some() {
                        progress.records = skipped;
                    }
                    for Found { item, behind } in self.settings.articles(source, bookmark) {
                        progress.records += 1;
                        progress.bookmark = behind;
                        if progress.records > skipped && self.selection.samples(progress) {
                            self.hand_out(item, turn, progress)?;
                        }
                    }
                }
                Err(error) => {
                    progress.records += 1;
                    if progress.records > skipped {
                        self.fail(turn, progress, error)?;
                    }
                }
            }
            self.end_source(progress);
        }
        if !is_behind {
            let reason = format!(
                "{}: was read by the run to go on with, and is gone; begin anew with --restart",
                after.source
            );
            return self.fail(turn, progress, Error::usage(reason));
        }
        Ok(())
    }

    fn end_source(&self, progress: &mut Progress) {
        progress.sources += 1;
        progress.digest = Progress::fold(progress.digest, progress.fingerprint);
    }

    fn hand_out(
        &self,
        article: Result<Task, Error>,
        turn: &mut u64,
        progress: &mut Progress,
    ) -> Result<(), Enough> {
        if progress.documents >= self.selection.limit {
            return Err(Enough);
        }
        let task = match article {
            Ok(task) => task,
            Err(error) => {
                progress.documents += u64::from(error.kind() == ErrorKind::Input);
                return self.fail(turn, progress, error);
            }
        };
        progress.documents += 1;
        let size = task.size;
        if !self.budget.take(size) {
            return Err(Enough);
        }
        let job = Job {
            turn: *turn,
            progress: progress.clone(),
            size,
            task,
        };
        *turn += 1;
        self.to_workers.send(job).map_err(|_| Enough)
    }

    fn fail(&self, turn: &mut u64, progress: &Progress, error: Error) -> Result<(), Enough> {
        if !self.budget.take(0) {
            return Err(Enough);
        }
        let done = failed(*turn, progress.clone(), error);
        *turn += 1;
        self.to_writer.send(vec![done]).map_err(|_| Enough)
    }
}

fn failed(turn: u64, progress: Progress, error: Error) -> Done {
    Done {
        turn,
        progress,
        size: 0,
        outcome: Err(error),
    }
}

/// What the progress was when that source was begun.
fn at_the_beginning_of(after: &Progress) -> Progress {
    Progress {
        records: 0,
        bookmark: None,
        ..after.clone()
    }
}
