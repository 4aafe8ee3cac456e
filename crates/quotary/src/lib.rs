//! Reads a news article and says who said what.
//!
//! Every direct, mixed and indirect quotation comes out verbatim with its place in the text, and
//! with its speaker: as mentioned there, by the fullest name the article gives, with role, cue and
//! addressee.
//!
//! ```
//! use quotary::Extractor;
//!
//! let extractor = Extractor::new();
//! let document = extractor.extract("“The dam held,” said Ines Moreau, the mayor of Vallorbe.");
//! for quote in document.quotes() {
//!     assert_eq!(quote.text, "The dam held,");
//!     assert_eq!(quote.mention.as_deref(), Some("Ines Moreau, the mayor of Vallorbe"));
//!     println!("{}: {}", document.speaker(quote).map_or("nobody", |s| &s.name), quote.text);
//! }
//! ```
//!
//! - [`Extractor`] reads, set up by its [builder](Extractor::builder). Share one between threads.
//! - [`Document`] holds the [`Quote`]s, the [`Speaker`]s and the [`Diagnostic`]s of one article.
//! - [`KnownPeople`] links speakers to a list of your own.
//! - [`Document::rows`] gives the table that the command writes, one [`Row`] a quote, with offsets
//!   in the [`OffsetUnit`] you slice by.
//! - [`Stage`] shows what the reader saw on its way: segments, quotations, cues, mentions.
//!
//! Offsets are byte [`Span`]s of the text given, except in rows. Text never fails: what was odd
//! about it stands in [`Document::diagnostics`].
//!
//! The grammar of quotation marks alone is [`grammar`], a crate of its own without this one's
//! word lists and weights.
//!
//! # Features
//!
//! - `serde` (on by default): [`Row`] implements `Serialize`.
//! - `score`: the module [`score`] compares predictions with annotated articles.
#![deny(missing_docs)]
#![forbid(unsafe_code)]

mod annotate;
mod cell;
mod document;
mod extractor;
mod known;
mod names;
mod row;
#[cfg(feature = "score")]
pub mod score;
mod speaker_row;
mod stage;
mod stretch;

pub use quotary_attribution::{
    Candidate, Flag, Gender, GenderEvidence, Kind, Model, SpeakerKind, WeightsError, builtin_model,
};
pub use quotary_grammar as grammar;
pub use quotary_grammar::{Diagnostic, DiagnosticKind, Span};

pub use annotate::{Label, annotate};
pub use cell::Cell;
pub use document::{Document, Quote, Speaker};
pub use extractor::{Extractor, ExtractorBuilder};
pub use known::{KnownPeople, KnownPeopleError, KnownPeopleErrorKind, KnownPerson, Link, Linked};
pub use row::{OffsetUnit, Row, Rows};
pub use speaker_row::{SpeakerRow, SpeakerRows};
pub use stage::Stage;

/// So that the README's code is compiled and run with the doc tests.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
pub struct Readme;
