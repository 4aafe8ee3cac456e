//! The grammar on lines that a person reads at a glance, on fixtures of every convention, on
//! anything at all, and on what fuzzing has found.

mod notation;
mod properties;
mod seeds;
mod sound;
