//! Who said it: the attributions of a news article and the speakers behind them.
//!
//! ```text
//! Parse ─ Tokens, Tag ─ Reading ─ chunks, cues ─ sieves ─ attributions ─ entities, speakers
//! ```
//!
//! [`quotary_grammar`] says where quotations stand; this crate says who said them, and finds what
//! was said without marks. A [`Resolver`] reads a parsed text:
//!
//! 1. [`Tokens`] and sentences, never across a segment;
//! 2. a [`Tag`] for each token, by word lists ([`Lexicon`]) and neighbours;
//! 3. noun phrases, which can be a source, and cues, the words that say that somebody said;
//! 4. *sieves*, the surest first: a cue beside a quotation, "according to", a bare colon, reported
//!    speech, quotations that go on without a cue, and last the orphans that look like speech;
//! 5. entities: the names, nominals and pronouns of the article that mean the same, and from them
//!    each attribution's speaker.
//!
//! All positions are byte [`Span`](quotary_grammar::Span)s of the text as it was given. Nothing
//! here fails on any text, and all is linear in its length.
//!
//! ```
//! use quotary_attribution::Resolver;
//! use quotary_grammar::Grammar;
//!
//! let text = "Villagers said they heard three blasts.";
//! let parse = Grammar::new().parse(text);
//! let analysis = Resolver::new().resolve(&parse);
//! let said = &analysis.attributions[0];
//! assert_eq!(said.source[0].slice(text), "Villagers");
//! assert_eq!(said.content[0].slice(text), "they heard three blasts");
//! ```
#![deny(missing_docs)]
#![forbid(unsafe_code)]

pub mod model;

mod attribution;
mod content;
mod cue;
mod entity;
mod evidence;
mod excerpt;
mod explain;
mod lexicon;
mod mention;
mod reading;
mod resolver;
mod sieve;
mod source;
mod speaker;
mod spelling;
mod tag;
mod token;

pub use attribution::{Analysis, Attribution, Flag, Kind};
pub use entity::{AntecedentCandidate, Entity, GenderEvidence, PronounChoice, SpeakerKind};
pub use explain::Candidate;
pub use lexicon::{
    Abbreviation, Closed, CueVerb, Describes, Gender, Lexicon, Name, Noun, NounCue, Number,
    OrgWord, Pattern, Place, Stance, Title, VerbClass, Word, builtin_lexicon,
};
pub use model::{Model, WeightsError};
pub use reading::Reading;
pub use resolver::{Resolver, builtin_model};
pub use sieve::proposals;
pub use speaker::ANTECEDENT_FEATURES;
pub use tag::Tag;
pub use token::{Sentence, Token, TokenKind, Tokens};
