//! The command `quotary`.
#![forbid(unsafe_code)]

fn main() {}
