//! The readable text of a page: headings and paragraphs, without menus, scripts and forms.

mod token;

use std::borrow::Cow;

use super::offset::OffsetMap;
use crate::arguments::EncodingChoice;

use token::{Token, tokens};

/// Where the text of a page stands in its bytes.
#[derive(Debug, Default)]
pub(crate) struct Readable {
    starts: OffsetMap,
    ends: OffsetMap,
}

impl Readable {
    /// The bytes of the HTML, tags inside included, that became these bytes of the text.
    pub(crate) fn origin(&self, (start, end): (usize, usize)) -> (usize, usize) {
        (self.starts.at(start), self.ends.at(end))
    }
}

/// Paragraphs are separated by a blank line. `origin` leads from `html` to its bytes.
pub(super) fn readable(html: &str, origin: &OffsetMap) -> (String, Readable) {
    let region = Region::best(html);
    let text = Writer::new(origin).written(html, region);
    if text.0.is_empty() {
        // An element that never closes has hidden everything.
        return Writer::new(origin).written(html, Region::Everything);
    }
    text
}

/// Which part of a page is its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Region {
    Article,
    Main,
    Page,
    /// Menus as well.
    Everything,
}

/// An article has at least this share of the page's text: others are teasers.
const LEAST_SHARE: usize = 3;

impl Region {
    fn best(html: &str) -> Self {
        let mut lengths = [0; 3];
        let mut open = Open::default();
        for token in tokens(html) {
            open.see(&token);
            if let Token::Text(text) = &token {
                let length = html[text.clone()].trim_ascii().len();
                for (region, all) in [Self::Article, Self::Main, Self::Page]
                    .iter()
                    .zip(&mut lengths)
                {
                    *all += if open.is_in(*region) { length } else { 0 };
                }
            }
        }
        let [article, main, page] = lengths;
        if article > 0 && article * LEAST_SHARE >= page {
            Self::Article
        } else if main > 0 && main * LEAST_SHARE >= page {
            Self::Main
        } else {
            Self::Page
        }
    }
}

/// The elements around a place, as far as they matter.
#[derive(Debug, Default)]
struct Open {
    elements: Vec<String>,
}

impl Open {
    fn see(&mut self, token: &Token<'_>) {
        match token {
            Token::Start(name) if REGIONS.contains(&&**name) || is_hidden(name) => {
                self.elements.push(name.to_string());
            }
            Token::End(name) => {
                if let Some(at) = self.elements.iter().rposition(|element| element == name) {
                    self.elements.truncate(at);
                }
            }
            _ => {}
        }
    }

    fn is_in(&self, region: Region) -> bool {
        let has = |name: &str| self.elements.iter().any(|element| element == name);
        let is_hidden = || self.elements.iter().any(|element| is_hidden(element));
        match region {
            Region::Article => has("article") && !is_hidden(),
            Region::Main => has("main") && !is_hidden(),
            Region::Page => !is_hidden(),
            Region::Everything => true,
        }
    }
}

const REGIONS: [&str; 2] = ["article", "main"];

/// Elements whose text is no part of an article.
fn is_hidden(name: &str) -> bool {
    const HIDDEN: [&str; 14] = [
        "aside", "button", "dialog", "footer", "form", "head", "iframe", "menu", "nav", "noscript",
        "object", "select", "svg", "template",
    ];
    HIDDEN.contains(&name)
}

/// Elements that begin and end a paragraph.
fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 41] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "td",
        "th",
        "title",
        "tr",
        "ul",
    ];
    BLOCKS.binary_search(&name).is_ok()
}

/// Text with its white space as a browser shows it.
struct Writer<'o> {
    origin: &'o OffsetMap,
    text: String,
    readable: Readable,
    /// What stands before the next character.
    gap: Gap,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Blank,
    Line,
    Paragraph,
}

impl<'o> Writer<'o> {
    fn new(origin: &'o OffsetMap) -> Self {
        Self {
            origin,
            text: String::new(),
            readable: Readable::default(),
            gap: Gap::None,
        }
    }

    fn written(mut self, html: &str, region: Region) -> (String, Readable) {
        let mut open = Open::default();
        for token in tokens(html) {
            open.see(&token);
            match token {
                Token::Text(range) if open.is_in(region) => self.text(html, range),
                Token::Text(_) => {}
                Token::Start(name) if name == "br" => {
                    let gap = if self.gap >= Gap::Line {
                        Gap::Paragraph
                    } else {
                        Gap::Line
                    };
                    self.gap = self.gap.max(gap);
                }
                Token::Start(name) | Token::End(name) => {
                    if is_block(&name) {
                        self.gap = Gap::Paragraph;
                    }
                }
            }
        }
        (self.text, self.readable)
    }

    fn text(&mut self, html: &str, range: std::ops::Range<usize>) {
        let mut at = range.start;
        while let Some(c) = html[at..range.end].chars().next() {
            let mut length = c.len_utf8();
            let mut own = [0; 4];
            let mut piece: Cow<'_, str> = Cow::Borrowed(c.encode_utf8(&mut own));
            if c == '&'
                && let Some((decoded, whole)) = reference(&html[at..range.end])
            {
                (piece, length) = (decoded, whole);
            }
            if piece.chars().all(|c| c.is_ascii_whitespace()) {
                self.gap = self.gap.max(Gap::Blank);
            } else {
                self.push(&piece, at, at + length);
            }
            at += length;
        }
    }

    /// `piece` is what stands from `start` to `end` of the HTML.
    fn push(&mut self, piece: &str, start: usize, end: usize) {
        if !self.text.is_empty() {
            self.text.push_str(match self.gap {
                Gap::None => "",
                Gap::Blank => " ",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        self.gap = Gap::None;
        self.readable
            .starts
            .push(self.text.len(), self.origin.at(start));
        self.text.push_str(piece);
        self.readable
            .ends
            .push(self.text.len(), self.origin.at(end));
    }
}

/// The character reference at the beginning of `text`, decoded, and its length.
#[cfg(feature = "html")]
fn reference(text: &str) -> Option<(Cow<'_, str>, usize)> {
    // The longest name has 33 characters.
    let end = memchr::memchr(b';', &text.as_bytes()[..text.len().min(40)])? + 1;
    let decoded = html_escape::decode_html_entities(&text[..end]);
    (decoded != text[..end]).then_some((decoded, end))
}

#[cfg(not(feature = "html"))]
fn reference(_text: &str) -> Option<(Cow<'_, str>, usize)> {
    None
}

/// What `<meta charset=…>` says.
#[cfg(feature = "encodings")]
pub(super) fn declared_encoding(html: &[u8]) -> Option<EncodingChoice> {
    /// A declaration stands in the first 1,024 bytes.
    const WITHIN: usize = 1024;
    let head = html[..html.len().min(WITHIN)].to_ascii_lowercase();
    let at = memchr::memmem::find(&head, b"charset=")? + b"charset=".len();
    let name = head[at..].trim_ascii_start();
    let name = name
        .strip_prefix(b"\"")
        .or(name.strip_prefix(b"'"))
        .unwrap_or(name);
    let end = name
        .iter()
        .position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:".contains(byte));
    let encoding = encoding_rs::Encoding::for_label(&name[..end.unwrap_or(name.len())])?;
    Some(EncodingChoice::Named(encoding))
}

#[cfg(not(feature = "encodings"))]
pub(super) fn declared_encoding(_html: &[u8]) -> Option<EncodingChoice> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &str) -> String {
        readable(html, &OffsetMap::default()).0
    }

    #[test]
    fn an_article_comes_without_what_stands_around_it() {
        let page = "<html><head><title>Site</title></head><body><nav><a>Home</a></nav>\
            <article><h1>Ferry  stays</h1>\n<p>“We <b>walk</b>,”<br>said <a href='x>y'>Ada</a>.\
            <script>if (a < b) { \"<p>\" }</script><p>Calm &amp; <!-- <p> --> wind.</article>\
            <footer>©</footer></body></html>";
        assert_eq!(
            text(page),
            "Ferry stays\n\n“We walk,”\nsaid Ada.\n\nCalm & wind."
        );
    }

    #[test]
    fn offsets_lead_back_to_the_html() {
        let page = "<p>Caf&eacute;: “We <b>walk</b>,” said Ada.</p>";
        let (text, readable) = readable(page, &OffsetMap::default());
        let at = |part: &str| {
            let start = text.find(part).expect("it is there");
            let (start, end) = readable.origin((start, start + part.len()));
            &page[start..end]
        };
        assert_eq!(at("Café"), "Caf&eacute;");
        assert_eq!(at("We walk"), "We <b>walk");
        assert_eq!(at("walk"), "walk");
        assert_eq!(at("said Ada."), "said Ada.");
    }

    #[test]
    fn an_element_that_never_closes_hides_nothing() {
        assert_eq!(text("<nav>“We walk,” said Ada."), "“We walk,” said Ada.");
        assert_eq!(text("1 < 2 & 3 &nope; </"), "1 < 2 & 3 &nope; </");
    }
}
