//! The word lists of quotary, joined into one table with one look-up a word.
//!
//! ```text
//! CSV ─ Lists ─ Joined ─ compiled bytes ─ Lexicon
//!      └─────── once, at build time ──┘  └ at start, without reading the words
//! ```
//!
//! The lists are CSV files, each with a class and a note column, so that people can read and edit
//! them. [`Lists::compile`] lays them out as bytes in which a word is found where it lies: a program
//! that compiles them when it is built has nothing to read when it starts.
//!
//! ```
//! use quotary_lexicon::{Lexicon, Lists};
//!
//! let lists = Lists {
//!     cues: "lemma,class,stance,pattern,note\nsay,speech,neutral,quote|that|bare,\n",
//!     verbs: "form,lemma,tag,class,note\nsaid,say,VBD,common,\n",
//!     ..Lists::default()
//! };
//! let lexicon = Lexicon::compiled(lists.compile()?)?;
//! let cue = lexicon.word("Said").cue.expect("a form of a verb of attribution");
//! assert_eq!(&*lexicon.verb(cue).lemma, "say");
//! # Ok::<(), quotary_lexicon::LexiconError>(())
//! ```
#![deny(missing_docs)]
#![forbid(unsafe_code)]

mod bytes;
mod class;
mod compiled;
mod error;
mod lexicon;
mod list;
mod table;
mod tag;

pub use bytes::{hash_step, little_endian};
pub use class::{
    Abbreviation, Closed, CueVerb, Describes, Gender, Name, Noun, NounCue, Number, OrgWord,
    Pattern, Place, Stance, Title, VerbClass, Word,
};
pub use error::{LexiconError, LexiconErrorKind};
pub use lexicon::Lexicon;
pub use list::Lists;
pub use tag::Tag;
