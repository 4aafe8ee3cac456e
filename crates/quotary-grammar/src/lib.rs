//! A grammar of quotations: marks, quotations, segments. (The full overview comes with the grammar.)
#![deny(missing_docs)]
#![forbid(unsafe_code)]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod apostrophe;
mod candidate;
mod continuation;
mod convention;
mod diagnostic;
mod dialogue;
mod furniture;
mod grammar;
mod heading;
mod layout;
mod mark;
mod pairing;
mod paragraph;
mod parse;
mod phrase;
mod quotation;
mod scan;
mod segment;
mod span;
mod speech;
mod stream;
mod turn;

pub use convention::{Convention, Reopening};
pub use diagnostic::{Diagnostic, DiagnosticKind};
pub use grammar::{Grammar, GrammarBuilder, SingleQuotes};
pub use layout::ParagraphRule;
pub use mark::MarkKind;
pub use parse::Parse;
pub use quotation::{Part, Quotation};
pub use segment::{Segment, SegmentKind};
pub use span::Span;
pub use stream::Quotations;
