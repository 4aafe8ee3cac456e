//! Attribution learned from news: which tokens are cues, and what each cue's source and content are.
//!
//! Linear models over hashed features. The first gives each word its part of speech; the second
//! gives each candidate word the probability that it is a cue; the third labels the tokens around
//! a cue as source, content or further words of the cue, by Viterbi; the fourth judges each cue
//! with its source and content beside the others. `quotary-dev train` makes the weights with the
//! same features.
//!
//! Who only reads text needs [`Model`] and a [`Resolver`](crate::Resolver); the rest is what a
//! learner needs.

mod certain;
mod decode;
mod forms;
mod frame;
mod heads;
mod path;
mod proposal;
mod role;
mod sheet;
mod sums;
mod tagger;
mod weights;

pub use certain::Certain;
pub use decode::Frame;
pub use forms::Forms;
pub use frame::{FRAME_SLOTS, Judged, Verdict, frame_features, holds, says_no_more};
pub use heads::Heads;
pub use path::{FINE, LABELS, Label, Lanes, Path, Steps};
pub use proposal::Proposal;
pub use role::CueView;
pub use sheet::{CUE_FEATURES, Sheet};
pub use sums::FURTHEST;
pub use tagger::{START, TAG_COUNT, TAG_FEATURES, TAG_ROWS, is_open, tag_features};
pub use weights::{
    CUE_SLOTS, Calibration, Model, ROLE_ROWS, TRANSITIONS, Thresholds, Trained, WeightsError,
};
