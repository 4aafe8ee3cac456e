//! What the project's developers run.
#![forbid(unsafe_code)]

fn main() {}
