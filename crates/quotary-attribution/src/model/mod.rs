//! Attribution learned from news: which tokens are cues, and what each cue's source and content are.
//!
//! Two linear models over hashed features. The first gives each candidate word the probability
//! that it is a cue; the second labels the tokens around a cue as source, content or further words
//! of the cue, by Viterbi. `quotary-dev train` makes the weights with the same features.

mod decode;
mod sheet;
mod weights;

pub use decode::{Frame, Label, best_path, may_follow};
pub use sheet::{CueView, Sheet};
pub use weights::{CUE_SLOTS, LANES, Model, ROLE_ROWS, TRANSITIONS, WeightsError};
