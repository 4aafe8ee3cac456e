//! Articles from files, folders and stdin.

mod jsonl;
mod source;
mod text;

use crate::arguments::{Input, InputFormat};
use crate::error::Error;

pub(crate) use source::{Source, is_same_file, sources};

/// One article to read.
#[derive(Debug)]
pub(crate) struct Article {
    /// The path as given, or the id of the record.
    pub(crate) id: String,
    pub(crate) text: String,
    /// That bytes had to be replaced, and where.
    pub(crate) repaired: Option<Error>,
}

/// The articles of one source, read as they are asked for. An error is about one of them (or
/// about the rest of the source, then it is the last item).
pub(crate) type Articles<'a> = Box<dyn Iterator<Item = Result<Article, Error>> + 'a>;

/// Opens `source` as `input` says.
pub(crate) fn articles<'a>(source: Source, input: &'a Input) -> Articles<'a> {
    match input.input_format {
        InputFormat::Text => Box::new(std::iter::once_with(move || text::article(&source))),
        InputFormat::Jsonl => match source.open() {
            Ok(reader) => Box::new(jsonl::Lines::new(source.name(), reader, input)),
            Err(error) => Box::new(std::iter::once(Err(Error::read(source.name(), error)))),
        },
    }
}

/// `bytes` as text; where they are no UTF-8, replaced as the Unicode Standard advises, with the
/// index of the first bad byte.
fn decode(bytes: Vec<u8>) -> (String, Option<usize>) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let byte = error.utf8_error().valid_up_to();
            (
                String::from_utf8_lossy(error.as_bytes()).into_owned(),
                Some(byte),
            )
        }
    }
}
