//! The word lists that come with quotary.
//!
//! They are CSV files in `data/`; `data/README.md` says where each comes from. The build script
//! compiles them.

use std::sync::OnceLock;

pub use quotary_lexicon::{
    Abbreviation, Closed, CueVerb, Describes, Gender, Lexicon, Name, Noun, NounCue, Number,
    OrgWord, Pattern, Place, Stance, Title, VerbClass, Word,
};

/// The lists that come with quotary.
///
/// # Panics
///
/// Never: the build script has compiled them.
#[must_use]
pub fn builtin_lexicon() -> &'static Lexicon {
    static BUILTIN: OnceLock<Lexicon> = OnceLock::new();
    BUILTIN.get_or_init(|| {
        let bytes: &'static [u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lists"));
        Lexicon::compiled(bytes).expect("the build script compiles them with the same crate")
    })
}
