//! Articles from files, folders and stdin.

mod article;
mod bookmark;
#[cfg(feature = "parquet")]
mod columnar;
mod compression;
mod encoding;
mod field;
mod format;
mod html;
mod json;
mod line;
mod mojibake;
mod offset;
mod record;
mod source;
mod table;
mod text;
mod unread;

pub(crate) use article::{Article, Origin};
pub(crate) use bookmark::{Bookmark, Found};
pub(crate) use format::{Settings, Task, single};
pub(crate) use source::{Meter, Source, Sources, is_same_file};
