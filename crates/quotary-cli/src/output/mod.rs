//! What is shown of an article, and where it goes: to stdout, or to a file that appears when it
//! is complete.

mod sink;
mod table;
mod view;

pub(crate) use sink::Sink;
pub(crate) use view::View;
