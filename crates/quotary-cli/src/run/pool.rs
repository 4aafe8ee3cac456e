use std::any::Any;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;

use crossbeam_channel::Receiver;

use super::budget::Budget;
use super::reader::{Reader, Selection};
use crate::error::Error;
use crate::input::{Settings, Sources, Task};
use crate::output::{Counts, Progress, View};

/// Threads that read articles and render their rows.
pub(super) struct Pool {
    /// In the order in which they became ready, some together.
    pub(super) results: mpsc::Receiver<Vec<Done>>,
    budget: Arc<Budget>,
}

/// One article, done.
#[derive(Debug)]
pub(super) struct Done {
    /// Its place among all, from 0.
    pub(super) turn: u64,
    /// How far the input is read when it is written.
    pub(super) progress: Progress,
    /// What it took of the budget.
    pub(super) size: usize,
    pub(super) outcome: Result<Rendered, Error>,
}

/// What is to be written of an article.
#[derive(Debug, Default)]
pub(super) struct Rendered {
    pub(super) bytes: Vec<u8>,
    pub(super) counts: Counts,
    pub(super) notices: Vec<Error>,
}

/// An article to be done.
pub(super) struct Job {
    pub(super) turn: u64,
    pub(super) progress: Progress,
    pub(super) size: usize,
    pub(super) task: Task,
}

/// Articles under way for each thread: enough that none waits while the writer catches up.
const AHEAD: usize = 32;
/// Bytes of articles under way for each thread.
const BYTES_AHEAD: usize = 1 << 20;
/// Articles that a thread hands over at a time: half of those under way, so that it goes on with the others.
const MOST_TOGETHER: usize = AHEAD / 2;
/// Bytes of them.
const BYTES_TOGETHER: usize = BYTES_AHEAD / 2;

impl Pool {
    /// Reads `selection` of `sources` with as many `threads`, and one more that finds them.
    pub(super) fn start(
        sources: Sources,
        settings: Settings,
        selection: Selection,
        view: View,
        threads: usize,
    ) -> Self {
        // A mistake is reported as any failure is, not twice.
        panic::set_hook(Box::new(|panic| {
            let place = panic.location().map(ToString::to_string);
            MISTAKE.with(|it| it.replace(place.unwrap_or_default()));
        }));
        let budget = Arc::new(Budget::new(threads, threads * AHEAD, threads * BYTES_AHEAD));
        let (to_writer, results) = mpsc::channel();
        // The budget bounds it.
        let (to_workers, jobs) = crossbeam_channel::unbounded::<Job>();
        let view = Arc::new(view);
        for _ in 0..threads {
            let (jobs, to_writer, view) = (jobs.clone(), to_writer.clone(), Arc::clone(&view));
            thread::spawn(move || work(&jobs, &to_writer, &view));
        }
        let reader = Reader {
            settings: Arc::new(settings),
            selection,
            budget: Arc::clone(&budget),
            to_workers,
            to_writer,
        };
        // Not joined: it may wait for a terminal or a pipe when the run ends.
        thread::spawn(move || reader.read(sources));
        Self { results, budget }
    }

    /// What `count` results of together `size` bytes took is free again.
    pub(super) fn release(&self, count: usize, size: usize) {
        self.budget.release(count, size);
    }

    /// Nothing more is to be read; what is under way gets done.
    pub(super) fn close(&self) {
        self.budget.close();
    }

    /// Whether everything that was read is written.
    pub(super) fn is_idle(&self) -> bool {
        self.budget.is_idle()
    }
}

/// Does jobs until there are no more, or nobody wants them done.
///
/// To wake the writer takes as long as a short article, so that it is given several at a time: those that
/// are done when there is nothing more to do, or when they are many.
fn work(jobs: &Receiver<Job>, to_writer: &mpsc::Sender<Vec<Done>>, view: &View) {
    let mut done = Vec::new();
    let mut size = 0;
    while let Some(job) = jobs.try_recv().ok().or_else(|| {
        // Ones that are done do not wait for one that is not there.
        hand_over(&mut done, &mut size, to_writer).then(|| jobs.recv().ok())?
    }) {
        let is_long = job.task.may_wait || size + job.size > BYTES_TOGETHER;
        if (is_long || done.len() == MOST_TOGETHER) && !hand_over(&mut done, &mut size, to_writer) {
            break;
        }
        size += job.size;
        done.push(job.done(view));
    }
}

/// Whether somebody took what is done.
fn hand_over(done: &mut Vec<Done>, size: &mut usize, to_writer: &mpsc::Sender<Vec<Done>>) -> bool {
    *size = 0;
    done.is_empty() || to_writer.send(std::mem::take(done)).is_ok()
}

impl Job {
    fn done(self, view: &View) -> Done {
        let task = self.task;
        let source = &self.progress.source;
        // A mistake in the reader of one article is no reason to lose the others.
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            let mut article = task.load()?;
            let notices = std::mem::take(&mut article.notices);
            let mut bytes = Vec::new();
            let counts = view.render(&article, &mut bytes);
            Ok(Rendered {
                bytes,
                counts,
                notices,
            })
        }))
        .unwrap_or_else(|panic| Err(internal(source, &*panic)));
        Done {
            turn: self.turn,
            progress: self.progress,
            size: self.size,
            outcome,
        }
    }
}

thread_local! {
    /// Where in quotary the last mistake was made.
    static MISTAKE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What a mistake of ours is to a user.
pub(super) fn internal(source: &str, panic: &(dyn Any + Send)) -> Error {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    let words = words
        .or(panic.downcast_ref::<&str>().copied())
        .unwrap_or("no message");
    let place = MISTAKE.with(RefCell::take);
    let reason =
        format!("quotary made a mistake and left this out, please tell us: {words}, {place}");
    Error::unreadable(source, reason)
}
