//! Who is meant: the mentions of an article grouped into entities, and the speaker of each
//! attribution.
//!
//! Passes over the article, each linear in its length:
//!
//! 1. names of several words are entered with every word they hold ([`cast`]);
//! 2. one [`walk`] from the first to the last mention: names by their words, descriptions by their
//!    heads, pronouns by who is in the reader's mind ([`salience`]); titles, appositions and copulas
//!    on the way give roles and gender ([`apposition`], [`role`]); each attribution takes its
//!    speaker as soon as its source has been read ([`speaking`]);
//! 3. what only the whole article tells: "I" inside quotations, descriptions before the name,
//!    headlines, and the role that only the headline tells ([`billing`]).

mod agreement;
mod anonymity;
mod answer;
mod antecedent;
mod apposition;
mod author;
mod bearer;
mod behind;
mod billing;
mod cast;
mod context;
mod description;
mod echo;
mod excluded;
mod extent;
mod firm;
mod group;
mod headline;
mod hindsight;
mod key;
mod lead;
mod making;
mod medium;
mod name;
mod named;
mod naming;
mod noun;
mod office;
mod office_of;
mod passing;
mod pronoun;
mod proper;
mod referent;
mod referring;
mod result;
mod role;
mod salience;
mod salient;
mod speaking;
mod untold;
mod walk;
mod wider;

pub use antecedent::FEATURES as ANTECEDENT_FEATURES;
pub(crate) use speaking::{Said, Speakers, pronouns, speakers};
