use std::borrow::Cow;

use super::Article;
use super::encoding::utf8;
use super::field::{Fields, KEPT, Picked, names_in};
use crate::error::{Error, Place};

/// The bytes of one JSON object, and where they stand.
#[derive(Debug)]
pub(super) struct JsonRecord {
    pub(super) place: Place,
    pub(super) bytes: Vec<u8>,
    /// Bytes of the source before it; `None` where they were transcoded.
    pub(super) start: Option<u64>,
    /// What the source is read as.
    pub(super) encoding: &'static str,
}

impl JsonRecord {
    pub(super) fn size(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn article(self, fields: &Fields) -> Result<Article, Error> {
        let decoded = utf8(self.bytes, None);
        let json = decoded.text.trim_ascii();
        let (json, has_lone) = match with_lone_surrogates_replaced(json) {
            Some(mended) => (Cow::Owned(mended), true),
            None => (Cow::Borrowed(json), false),
        };
        let picked = fields.pick(&json);
        let mut picked = picked.map_err(|reason| Error::record(self.place.clone(), reason))?;
        let (id, text) = fields
            .id_and_text(&mut picked, || names_in(&json))
            .map_err(|reason| Error::record(self.place.clone(), reason))?;
        let mut article = Article {
            id,
            text,
            kept: kept(picked),
            ..Article::default()
        };
        let start = self.start;
        if let Some(bad) = decoded.bad {
            let byte = bad.and_then(|bad| Some(start? + bad as u64));
            article.repaired = true;
            article
                .notices
                .push(Error::repaired(self.place, self.encoding, byte));
        } else if has_lone {
            article.repaired = true;
            article
                .notices
                .push(Error::repaired(self.place, "pair of surrogates", None));
        } else if start.is_none() && article.text.contains(char::REPLACEMENT_CHARACTER) {
            article.repaired = true;
            article
                .notices
                .push(Error::repaired(self.place, self.encoding, None));
        }
        Ok(article)
    }
}

/// What `--keep` asks for among what was picked.
pub(super) fn kept(mut picked: Picked) -> Vec<serde_json::Value> {
    picked
        .drain(KEPT..)
        .map(Option::unwrap_or_default)
        .collect()
}

/// Escapes of surrogates without their other half become that of U+FFFD, since they are no
/// characters; `None` where there are none.
fn with_lone_surrogates_replaced(json: &str) -> Option<String> {
    // Nearly no record has any: this finds out at the speed of memory.
    let first = memchr::memmem::find_iter(json.as_bytes(), b"\\u")
        .find(|&at| surrogate(json, at).is_some())?;
    let mut mended: Option<String> = None;
    let (mut copied, mut at) = (0, before_escapes(json, first));
    while let Some(found) = memchr::memchr(b'\\', &json.as_bytes()[at..]) {
        at += found;
        at += match (surrogate(json, at), surrogate(json, at + ESCAPE)) {
            (Some(Half::High), Some(Half::Low)) => 2 * ESCAPE,
            (Some(_), _) => {
                let out = mended.get_or_insert_default();
                out.push_str(&json[copied..at]);
                out.push_str("\\uFFFD");
                copied = at + ESCAPE;
                ESCAPE
            }
            // A backslash and what it escapes.
            (None, _) => 2,
        };
        if at >= json.len() {
            break;
        }
    }
    let mut out = mended?;
    out.push_str(&json[copied..]);
    Some(out)
}

/// Bytes of `\uD83D`.
const ESCAPE: usize = 6;

enum Half {
    High,
    Low,
}

/// Which half of a pair the escape at `at` is.
fn surrogate(json: &str, at: usize) -> Option<Half> {
    let escape = json.as_bytes().get(at..at + ESCAPE)?;
    let digits = std::str::from_utf8(escape.strip_prefix(b"\\u")?).ok()?;
    match u16::from_str_radix(digits, 16).ok()? {
        0xD800..=0xDBFF => Some(Half::High),
        0xDC00..=0xDFFF => Some(Half::Low),
        _ => None,
    }
}

/// Where the run of backslashes begins that holds the one at `at`.
fn before_escapes(json: &str, at: usize) -> usize {
    let run = json.as_bytes()[..at]
        .iter()
        .rev()
        .take_while(|&&byte| byte == b'\\');
    at - run.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lone_surrogates_are_replaced() {
        let mended = |json| with_lone_surrogates_replaced(json);
        assert_eq!(mended(r#"{"a": "\ud83d\ude00 \u00e9"}"#), None);
        assert_eq!(mended(r#""\\ud83d""#), None);
        assert_eq!(mended(r#""\ud83d""#).as_deref(), Some(r#""\uFFFD""#));
        assert_eq!(
            mended(r#""\\\ude00\ud83d\ude00\ud83dx""#).as_deref(),
            Some(r#""\\\uFFFD\ud83d\ude00\uFFFDx""#)
        );
    }
}
