//! A grammar of quotations: marks, quotations, segments. (The full overview comes with the grammar.)
#![deny(missing_docs)]
#![forbid(unsafe_code)]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod diagnostic;
mod quotation;
mod segment;
mod span;

pub use diagnostic::{Diagnostic, DiagnosticKind};
pub use quotation::{Grammar, Parse, Part, Quotation};
pub use segment::{Segment, SegmentKind};
pub use span::Span;
