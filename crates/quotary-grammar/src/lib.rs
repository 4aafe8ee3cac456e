//! A grammar of quotations: it finds what stands between quotation marks, in the conventions of any
//! language, nested, over paragraphs, and says what was odd about the marks. It says nothing about
//! who speaks.
//!
//! ```
//! use quotary_grammar::{DiagnosticKind, Grammar};
//!
//! let text = "“She told me ‘never,’ and left,\" said Ana.";
//! let parse = Grammar::new().parse(text);
//!
//! let [outer, inner] = parse.quotations() else { panic!() };
//! assert_eq!(outer.content().slice(text), "She told me ‘never,’ and left,");
//! assert_eq!(inner.content().slice(text), "never,");
//! assert_eq!(inner.parent(), Some(0));
//! assert_eq!(parse.diagnostics()[0].kind, DiagnosticKind::Mismatched);
//! ```
//!
//! - [`Grammar::parse`] gives everything at once; [`Grammar::stream`] gives the quotations of a long
//!   text one after the other.
//! - [`Grammar::builder`] sets conventions, single quotes, dialogue with dashes, paragraphs.
//! - [`Convention`] is the table of what languages do, with sources.
//! - [`Segment`]s tell headline, byline, dateline, captions, furniture and turns from running text.
//!
//! All positions are [`Span`]s of bytes of the text as it was given. Nothing fails: any string has a
//! parse, made in time and memory proportional to its length. The text is borrowed, not copied. The
//! crate needs `alloc`, not `std` (feature `std`, on by default, lets `memchr` find out what the
//! machine can do); feature `serde` makes what is found serializable.
//!
//! # Grammar
//!
//! Lines first, then paragraphs, then marks: what stands in the marks of a paragraph is not found
//! from left to right but chosen, as the cheapest reading of all its marks together. The productions
//! are free functions of the same names, each with its rule above it, in the modules named here.
//!
//! ```abnf
//! text            = *( line line-end )                                          ; layout
//! line-end        = CRLF / LF / CR / VT / FF / LS / PS
//! paragraph       = line / 1*( line line-end )   ; by line, by blank line, by indentation
//!
//! mark            = mojibake / ascii-mark / plain-mark                          ; mark
//! ascii-mark      = 1*DQUOTE / "''" / "'" / "``" / "`" / "<<" / ">>"
//! plain-mark      = “ / ” / „ / ‟ / ‘ / ’ / ‚ / ‛ / « / » / ‹ / › / 「 / 」 / …
//! mojibake        = "â€" utf8-as-cp1252 / "â" C1 C1 / "Â" guillemet / C1
//! damaged-dash    = "â€" ( “ / ” / "¦" )                                        ; no mark
//!
//! elision         = apostrophe ( "tis" / "em" / "n" / … / decade )              ; apostrophe
//! decade          = 2DIGIT [ "s" ] word-end
//! inner-apostrophe = ( letter / digit ) apostrophe ( letter / digit )           ; candidate
//!
//! quotation       = opening-mark content closing-mark                           ; pairing
//!                 / opening-mark content                  ; goes on, or is unclosed
//! content         = *( text / quotation )                                       ; paragraph
//! continuation    = 1*( opening-mark content paragraph-end )                    ; continuation
//!                   opening-mark content closing-mark
//! repeated-mark   = line-end *SP guillemet                ; French, inside a quotation
//! dash-turn       = dash *SP speech                                             ; dialogue
//!                   *( narrator-dash narration [ speech-dash speech ] )
//!
//! segment         = headline / standfirst / byline / dateline                   ; heading
//!                 / caption / furniture / embedded-post / footer                ; furniture
//!                 / turn / pull-quote                                           ; turn
//!                 / body                                                        ; segment
//! ```
//!
//! `docs/grammar.md` in the repository has an example and a fixture for every production.
#![deny(missing_docs)]
// Allowed in `wide` alone, which says what it pays for.
#![deny(unsafe_code)]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod apostrophe;
mod candidate;
mod continuation;
mod convention;
mod diagnostic;
mod dialogue;
mod fit;
mod furniture;
mod grammar;
mod heading;
mod kind;
mod layout;
mod mark;
mod pairing;
mod paragraph;
mod parse;
mod part;
mod phrase;
mod plain;
mod price;
mod quotation;
mod scan;
mod segment;
mod side;
mod span;
mod speech;
mod steps;
mod stream;
mod tree;
mod turn;
mod ways;
#[cfg(all(feature = "std", target_arch = "x86_64"))]
mod wide;

pub use convention::{Convention, Reopening};
pub use diagnostic::{Diagnostic, DiagnosticKind};
pub use grammar::{Grammar, GrammarBuilder, SingleQuotes};
pub use kind::MarkKind;
pub use layout::ParagraphRule;
pub use parse::Parse;
pub use part::Part;
pub use quotation::Quotation;
pub use segment::{Segment, SegmentKind};
pub use span::Span;
pub use stream::Quotations;

/// The README's examples run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
