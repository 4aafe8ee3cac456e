use std::borrow::Cow;
use std::ops::Range;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'h> {
    /// Between tags; never of an element like `script`.
    Text(Range<usize>),
    /// The name of an element that begins, in lower case.
    Start(Cow<'h, str>),
    /// The name of an element that ends, in lower case.
    End(Cow<'h, str>),
}

/// The tokens of `html`, in one pass. Comments and declarations are passed over.
pub(super) fn tokens(html: &str) -> impl Iterator<Item = Token<'_>> {
    Tokens {
        html,
        at: 0,
        raw: None,
    }
}

struct Tokens<'h> {
    html: &'h str,
    at: usize,
    /// An element has begun that holds no tags but its own end.
    raw: Option<Cow<'h, str>>,
}

/// Elements whose content is no text of the page, whatever it looks like.
const RAW: [&str; 5] = ["script", "style", "textarea", "title", "xmp"];

impl<'h> Iterator for Tokens<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        if let Some(name) = self.raw.take() {
            self.at = self.end_of_raw(&name);
        }
        while self.at < self.html.len() {
            let rest = &self.html[self.at..];
            if let Some((length, token)) = markup(rest) {
                self.at += length;
                if let Some(token) = token {
                    if let Token::Start(name) = &token
                        && RAW.contains(&&**name)
                    {
                        self.raw = Some(name.clone());
                    }
                    return Some(token);
                }
            } else {
                let first = usize::from(rest.starts_with('<'));
                let length = memchr::memchr(b'<', &rest.as_bytes()[first..]);
                let start = self.at;
                self.at += length.map_or(rest.len(), |length| first + length);
                return Some(Token::Text(start..self.at));
            }
        }
        None
    }
}

impl Tokens<'_> {
    /// Where the end tag of `name` begins.
    fn end_of_raw(&self, name: &str) -> usize {
        let rest = &self.html.as_bytes()[self.at..];
        let ends = |&at: &usize| {
            let tag = rest[at..].strip_prefix(b"</");
            let found = tag.and_then(|tag| tag.get(..name.len()));
            found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
        };
        let end = memchr::memchr_iter(b'<', rest).find(ends);
        self.at + end.unwrap_or(rest.len())
    }
}

/// The length of the tag, comment or declaration at the beginning of `text`, and its token.
fn markup(text: &str) -> Option<(usize, Option<Token<'_>>)> {
    let inner = text.strip_prefix('<')?;
    if let Some(comment) = inner.strip_prefix("!--") {
        let end = memchr::memmem::find(comment.as_bytes(), b"-->");
        return Some((
            end.map_or(text.len(), |end| "<!--".len() + end + "-->".len()),
            None,
        ));
    }
    if inner.starts_with(['!', '?']) {
        return Some((end_of_tag(text), None));
    }
    let (name, is_end) = match inner.strip_prefix('/') {
        Some(name) => (name, true),
        None => (inner, false),
    };
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let length = name.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>');
    let name = &name[..length.unwrap_or(name.len())];
    let name = if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    };
    let token = if is_end {
        Token::End(name)
    } else {
        Token::Start(name)
    };
    Some((end_of_tag(text), Some(token)))
}

/// Behind the `>` that is in no attribute's quotation marks.
fn end_of_tag(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr::memchr3(b'>', b'"', b'\'', &bytes[at..]) {
        at += found + 1;
        let mark = bytes[at - 1];
        if mark == b'>' {
            return at;
        }
        // A mark is one of an attribute only behind its equals sign.
        if bytes[..at - 1].trim_ascii_end().last() == Some(&b'=') {
            match memchr::memchr(mark, &bytes[at..]) {
                Some(close) => at += close + 1,
                None => break,
            }
        }
    }
    text.len()
}
