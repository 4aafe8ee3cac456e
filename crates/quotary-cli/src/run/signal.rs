use std::fmt;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};

/// Whether somebody wants the run to stop. The second signal stops it at once.
pub(super) struct Signals {
    received: Arc<AtomicUsize>,
}

/// Why a run ended before its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stopped {
    signal: u8,
}

impl Signals {
    /// From now on. Where signals cannot be caught they do what they always do.
    pub(super) fn catch() -> Self {
        let received = Arc::new(AtomicUsize::new(0));
        for (signal, number) in [(SIGINT, 2), (SIGTERM, 15)] {
            let was_received = Arc::new(AtomicBool::new(false));
            // In this order: the first signal passes by the first of these, the second does not.
            let _ =
                signal_hook::flag::register_conditional_default(signal, Arc::clone(&was_received));
            let _ = signal_hook::flag::register(signal, was_received);
            let _ = signal_hook::flag::register_usize(signal, Arc::clone(&received), number);
        }
        Self { received }
    }

    pub(super) fn stopped(&self) -> Option<Stopped> {
        match self.received.load(Ordering::Relaxed) {
            0 => None,
            signal => Some(Stopped {
                signal: u8::try_from(signal).unwrap_or_default(),
            }),
        }
    }
}

impl Stopped {
    /// As shells have it.
    pub(crate) fn exit_code(self) -> ExitCode {
        ExitCode::from(128 + self.signal)
    }
}

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.signal {
            2 => "stopped by Ctrl-C",
            _ => "stopped by SIGTERM",
        })
    }
}
