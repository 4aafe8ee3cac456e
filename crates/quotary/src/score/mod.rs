//! How well predicted attributions agree with annotated ones: the project's figures.
//!
//! [`Score`] takes articles one by one, each as a [`GoldArticle`] with its [`Prediction`]s, and
//! gives the [`Figure`]s. Spans are half-open ranges of code points of the article's text. Only
//! letters and digits count in a span, so that quotation marks, commas and blanks at its edge
//! neither help nor hurt.
//!
//! | figure | what it says |
//! |---|---|
//! | `content.exact` | the content's letters and digits are the gold's, all and only |
//! | `content.overlap` | Dice ≥ 0.5 with a gold content, matched one to one |
//! | `content.token` | by character, over all articles together |
//! | `attributed.overlap` | `content.overlap`, and the source is the gold's |
//! | `attributed.token` | by character: right content and right source |
//! | `quoted.…` | the same on quoted speech alone: what stands inside quotation marks |
//! | `source.accuracy`, `source.exact` | of matched contents: the source overlaps, or is, the gold's |
//! | `kind.accuracy` | of matched contents: the kind is the gold's |
//! | `speaker.…`, `speaker_kind.…`, `role.…`, `addressee.…` | of matched contents whose gold has the field |
//! | `recall.direct`, `recall.mixed`, `recall.indirect` | `content.overlap` of the gold of that kind |
//!
//! ```
//! use quotary::score::{Annotation, GoldArticle, Options, Prediction, Score};
//!
//! let article = GoldArticle {
//!     id: "walk".into(),
//!     text: "“We walk,” said Ada Brun.".into(),
//!     attributions: vec![Annotation {
//!         kind: "direct".into(),
//!         content: vec![(0, 10)],
//!         source: vec![(16, 24)],
//!         ..Annotation::default()
//!     }],
//! };
//! let prediction = Prediction {
//!     kind: "direct".into(),
//!     content: vec![(1, 9)],
//!     source: vec![(20, 24)],
//!     ..Prediction::default()
//! };
//! let mut score = Score::new(Options::default());
//! score.add(&article, &[prediction]);
//! assert_eq!(score.tally("attributed.overlap").f1(), 100.0);
//! ```

mod article;
mod chars;
mod matching;
mod names;
mod reading;
mod scoring;
mod tally;

pub use article::{Annotation, GoldArticle, Prediction, Spans};
pub use names::same_name;
pub use scoring::{Options, Score};
pub use tally::{Figure, KindTally, Share, Tally};
