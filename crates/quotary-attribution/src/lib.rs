//! Who said it. (The full overview comes with the resolver.)
#![deny(missing_docs)]
#![forbid(unsafe_code)]

mod attribution;
mod content;
mod cue;
mod entity;
mod evidence;
mod lexicon;
mod mention;
mod reading;
mod resolver;
mod sieve;
mod source;
mod tag;
mod token;

pub use attribution::{Analysis, Attribution, Flag, Kind};
pub use entity::{Entity, SpeakerKind};
pub use lexicon::{
    Abbreviation, Closed, CueVerb, Gender, Lexicon, LexiconError, LexiconErrorKind, Lists, Name,
    Noun, NounCue, Number, OrgWord, Pattern, Place, Stance, Title, VerbClass, Word,
};
pub use reading::Reading;
pub use resolver::Resolver;
pub use tag::Tag;
pub use token::{Sentence, Token, TokenKind, Tokens};
