//! Who said it. (The full overview comes with the resolver.)
#![deny(missing_docs)]
#![forbid(unsafe_code)]

mod attribution;
mod entity;
mod resolver;

pub use attribution::{Analysis, Attribution, Flag, Kind};
pub use entity::{Entity, SpeakerKind};
pub use resolver::Resolver;
