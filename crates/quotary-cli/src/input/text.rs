use std::io::Read;

use super::{Article, Source, decode};
use crate::error::Error;

/// The whole of `source` as one article.
pub(super) fn article(source: &Source) -> Result<Article, Error> {
    let id = source.name();
    let mut bytes = Vec::new();
    let read = source
        .open()
        .and_then(|mut reader| reader.read_to_end(&mut bytes));
    if let Err(error) = read {
        return Err(Error::read(id, error));
    }
    if bytes.is_empty() {
        return Err(Error::empty(id));
    }
    if let (Source::Found(_), Some(byte)) = (source, bytes.iter().position(|&b| b == 0)) {
        return Err(Error::binary(id, byte));
    }
    let (text, bad_byte) = decode(bytes);
    let repaired = bad_byte.map(|byte| Error::repaired(&id, byte as u64));
    Ok(Article { id, text, repaired })
}
