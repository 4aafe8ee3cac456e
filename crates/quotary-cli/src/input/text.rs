use std::io::Read;
use std::sync::Arc;

use super::encoding::{Decoded, decode};
use super::html;
use super::offset::OffsetMap;
use super::source::Meter;
use super::{Article, Origin, Source};
use crate::arguments::EncodingChoice;
use crate::error::Error;

/// How whole files are read.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub(super) encoding: Option<EncodingChoice>,
    pub(super) limit: usize,
    pub(super) meter: Arc<Meter>,
}

/// Its byte order marks; one begins like that of UTF-16, and no text has a NUL behind it.
const UTF_32: [&[u8]; 2] = [b"\xff\xfe\0\0", b"\0\0\xfe\xff"];

impl Reading {
    /// The whole of `source` as one article.
    pub(super) fn text(&self, source: &Source) -> Result<Article, Error> {
        let decoded = decode(self.bytes(source)?, self.encoding, None);
        Ok(article(source, decoded))
    }

    /// What is to be read of an HTML file.
    pub(super) fn html(&self, source: &Source) -> Result<Article, Error> {
        let bytes = self.bytes(source)?;
        let encoding = html::declared_encoding(&bytes).or(self.encoding);
        let mut origin = OffsetMap::default();
        let mut article = article(source, decode(bytes, encoding, Some(&mut origin)));
        let (text, readable) = html::readable(&article.text, &origin);
        article.text = text;
        article.origin = Origin::Html(readable);
        Ok(article)
    }

    fn bytes(&self, source: &Source) -> Result<Vec<u8>, Error> {
        let name = source.name();
        let mut bytes = Vec::new();
        let most = self.limit as u64 + 1;
        source
            .open(&self.meter)
            .and_then(|reader| reader.take(most).read_to_end(&mut bytes))
            .map_err(|error| Error::read(name.as_str(), error))?;
        if bytes.is_empty() {
            return Err(Error::empty(name));
        }
        if bytes.len() > self.limit {
            return Err(Error::too_long(name, self.limit));
        }
        if UTF_32.iter().any(|mark| bytes.starts_with(mark)) {
            let reason = "is UTF-32; iconv -f UTF-32 -t UTF-8 makes of it what can be read";
            return Err(Error::unreadable(name, reason));
        }
        if let (Source::Found(_), Some(byte)) = (source, self.binary(&bytes)) {
            return Err(Error::binary(name, byte));
        }
        Ok(bytes)
    }

    /// The first NUL, which text has only in encodings of two bytes.
    fn binary(&self, bytes: &[u8]) -> Option<usize> {
        let is_wide = self.encoding.is_some()
            || bytes.starts_with(b"\xff\xfe")
            || bytes.starts_with(b"\xfe\xff");
        if is_wide {
            None
        } else {
            memchr::memchr(0, bytes)
        }
    }
}

fn article(source: &Source, decoded: Decoded) -> Article {
    let mut article = Article {
        id: source.name(),
        text: decoded.text,
        ..Article::default()
    };
    if let Some(byte) = decoded.bad {
        let byte = byte.map(|byte| byte as u64);
        article.repaired = true;
        article
            .notices
            .push(Error::repaired(article.id.as_str(), decoded.encoding, byte));
    }
    article
}
