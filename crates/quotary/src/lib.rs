//! The facade. (The full overview comes with it.)
#![deny(missing_docs)]
#![forbid(unsafe_code)]
