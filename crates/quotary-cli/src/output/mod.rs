//! What is shown of an article, and where it goes: to stdout, or to a file that appears when it
//! is complete.

mod column;
#[cfg(feature = "parquet")]
mod columnar;
mod format;
mod journal;
mod json;
mod part;
mod record;
mod sink;
mod table;
mod view;

pub(crate) use column::Columns;
pub(crate) use format::Writing;
pub(crate) use journal::{Journal, Point, Progress};
pub(crate) use part::Part;
pub(crate) use record::Table;
pub(crate) use sink::Sink;
pub(crate) use view::{Counts, View};
