//! Time and memory grow no faster than the text, on inputs that make careless parsers slow.
//!
//! Time is not counted in seconds but in itself: a text is read against its sixteenth sixteen times
//! over, one after the other, so that whatever else the machine does slows down both. Were anything
//! quadratic, the whole would take sixteen times as long. Memory is counted by the allocator.
//!
//! Of large texts the time is that of the grammar's own code, without the kernel's: what is found in
//! sixteen mebibytes of marks takes hundreds of megabytes, and the kernel needs up to as long to hand
//! out their pages as the grammar to fill them. For a small text they are handed out once, and then
//! used again.

use std::fs;
use std::hint::black_box;
use std::sync::{LazyLock, Mutex};
use std::time::{Duration, Instant};

use peak_alloc::PeakAlloc;
use quotary_grammar::Grammar;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The allocator counts for all threads: one test at a time.
static ALONE: Mutex<()> = Mutex::new(());

/// How many of the smaller texts are as long as the larger.
const GROWTH: usize = 16;
/// The whole may take so many times as long as its parts: no cache holds what is found in it, which
/// was seen to take half as long again. What is quadratic takes [`GROWTH`] times as long.
const SLOWER: u32 = 4;
/// Times that this is tried: other work may slow down one of the two, but not every time.
const ROUNDS: usize = 5;
/// Bytes that the grammar may have at once for each mark: a quotation (24), what was odd about it (16),
/// and room in their lists for half as much.
const BYTES_A_MARK: usize = 60;
/// Bytes that it may have at once for any text: a window of points, and the marks of a piece.
const BYTES_A_TEXT: usize = 1 << 20;
/// Bytes of text for which it may have one more, whatever stands in them: room for paragraphs.
const TEXT_A_BYTE: usize = 8;

/// Inputs of about `len` bytes with how many marks and lines there are in each.
fn inputs(len: usize) -> Vec<(&'static str, String, usize)> {
    let repeated = |name, piece: &str, marks: usize| {
        let times = len / piece.len();
        (name, piece.repeat(times), marks * times)
    };
    let depth = len / "“a ‘a a’ a” ".len();
    let nested = ["“a ‘a ".repeat(depth), "a’ a” ".repeat(depth)].concat();
    vec![
        repeated("straight marks", "\"", 1),
        repeated("straight marks and blanks", "\" ", 1),
        repeated("opening marks", "“", 1),
        repeated("opening marks and words", "“a ", 1),
        repeated("closing marks", "”", 1),
        repeated("opening single marks", "‘", 1),
        repeated("opening guillemets", "«", 1),
        repeated("graves", "`", 1),
        repeated("apostrophes", "'", 1),
        repeated("apostrophes and words", "'a ", 1),
        repeated("ten openers", "“a ‘a «a ‹a „a ‚a 「a 『a \"a 'a ", 10),
        repeated("an opener a paragraph", "“a\n", 2),
        repeated("an opener a paragraph, blank lines", "“a\n\n", 2),
        repeated("dash turns", "—a —b— c\n", 4),
        repeated("mojibake", "â€œa ", 1),
        repeated("no blank", "abcdefghij", 0),
        repeated("empty lines", "\n", 0),
        repeated("blanks", " ", 0),
        ("nested", nested, 4 * depth),
    ]
}

/// How time is taken.
struct Clock {
    /// The time since some moment.
    now: fn() -> Duration,
    /// It goes on in such steps.
    step: Duration,
}

/// For texts that take a few milliseconds.
const WALL: Clock = Clock {
    now: on_the_wall,
    step: Duration::ZERO,
};

/// For texts that take some tenths of a second: Linux counts it in hundredths.
const OWN_CODE: Clock = Clock {
    now: in_own_code,
    step: Duration::from_millis(10),
};

fn on_the_wall() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}

/// What the processor has spent on this thread without the kernel's part; on the wall where no
/// system tells.
fn in_own_code() -> Duration {
    let stat = fs::read_to_string("/proc/thread-self/stat").ok();
    let ticks = stat.as_deref().and_then(user_ticks);
    ticks.map_or_else(on_the_wall, |ticks| OWN_CODE.step * ticks)
}

/// The field `utime` of `stat` (proc(5)): the 14th, the 12th behind the name in brackets.
fn user_ticks(stat: &str) -> Option<u32> {
    let (_, behind_name) = stat.rsplit_once(')')?;
    behind_name.split_whitespace().nth(11)?.parse().ok()
}

fn time(clock: &Clock, read: impl Fn()) -> Duration {
    let start = (clock.now)();
    read();
    (clock.now)() - start
}

/// Reads inputs of `len` bytes against sixteen of a sixteenth.
fn grows_no_faster_than_the_text(len: usize, clock: &Clock) {
    let _alone = ALONE.lock();
    let grammar = Grammar::new();
    let read = |text: &str| {
        black_box(grammar.parse(black_box(text)));
    };
    for ((name, part, _), (_, whole, _)) in inputs(len / GROWTH).into_iter().zip(inputs(len)) {
        let grows_with_it = || {
            let parts = time(clock, || (0..GROWTH).for_each(|_| read(&part)));
            let once = time(clock, || read(&whole));
            once <= (parts + clock.step) * SLOWER
        };
        assert!(
            (0..ROUNDS).any(|_| grows_with_it()),
            "{name}: {len} bytes take {SLOWER} times as long as {GROWTH} times a sixteenth"
        );
    }
}

/// Reads inputs of `len` bytes and looks at how much memory that takes.
fn keeps_so_much_a_mark(len: usize) {
    let _alone = ALONE.lock();
    let grammar = Grammar::new();
    for (name, text, marks) in inputs(len) {
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        black_box(grammar.parse(black_box(&text)));
        let used = MEMORY.peak_usage() - before;
        assert!(
            used <= BYTES_A_TEXT + text.len() / TEXT_A_BYTE + BYTES_A_MARK * marks,
            "{name}: {used} bytes for {marks} marks"
        );
    }
}

#[test]
fn time_grows_no_faster_than_the_text() {
    grows_no_faster_than_the_text(1 << 18, &WALL);
}

#[test]
fn memory_grows_no_faster_than_marks() {
    keeps_so_much_a_mark(1 << 18);
}

/// `cargo test --release -p quotary-grammar --test linear -- --ignored`
#[test]
#[ignore = "takes minutes"]
fn time_of_sixteen_mebibytes() {
    grows_no_faster_than_the_text(1 << 24, &OWN_CODE);
}

#[test]
#[ignore = "takes half a minute"]
fn memory_of_sixteen_mebibytes() {
    keeps_so_much_a_mark(1 << 24);
}
