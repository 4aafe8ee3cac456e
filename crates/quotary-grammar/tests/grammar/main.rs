//! The grammar on lines that a person reads at a glance, on fixtures of every convention, on
//! anything at all, and on what fuzzing has found.

mod apostrophes;
mod conventions;
mod layout;
mod marks;
mod nesting;
mod notation;
mod properties;
mod recovery;
mod seeds;
mod sound;
