//! What stands between and below the paragraphs of an article and belongs to the page: captions,
//! embedded posts, links to other articles, the agency's footer.

use memchr::{memchr3_iter, memrchr, memrchr2};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while1};
use nom::character::complete::{char, one_of, satisfy, space0};
use nom::combinator::{eof, opt, peek, recognize};
use nom::multi::many1_count;
use nom::{IResult, Parser};

use crate::phrase::{Heads, Phrases};
use crate::span::tail;

/// A caption has no more bytes.
const LONGEST_CAPTION: usize = 500;
/// Furniture has no more bytes.
const LONGEST_FURNITURE: usize = 200;
/// What follows the last word of a caption or a post (its author) has no more bytes.
const LONGEST_CREDIT: usize = 80;
/// A shorter paragraph ends with no credit (`Photo:B`) and no signature (`(@a)1`).
const SHORTEST_CREDIT: usize = 5;

const PICTURES: &[&str] = &[
    "caption",
    "credit",
    "file photo",
    "photographs",
    "photograph",
    "photos",
    "photo",
    "pictures",
    "pictured",
    "picture",
    "images",
    "image",
];

/// What a post is set in where its markup was kept.
const POSTS: &[&str] = &["<blockquote", "<tweet"];

const LINKS: &[&str] = &[
    "also read",
    "contact",
    "email",
    "filed under",
    "first published",
    "last updated",
    "listen",
    "more on this",
    "published",
    "read also",
    "read more",
    "read next",
    "related articles",
    "related stories",
    "related",
    "see also",
    "see more",
    "tags",
    "topics",
    "twitter",
    "updated",
    "watch",
];

/// What is furniture by itself.
const SIGNS: &[&str] = &[
    "advertisement",
    "most read",
    "recommended",
    "share this article",
    "top stories",
];

const INVITATIONS: &[&str] = &[
    "click here",
    "download our app",
    "enter your email",
    "sign up for ",
    "sign up to ",
    "subscribe to our ",
    "subscribe to the ",
    "watch the video",
    "watch video",
];

static FOOTERS: Phrases = Phrases::new(&[
    "about the author",
    "additional reporting",
    "all rights reserved",
    "compiled by",
    "copyright",
    "editing by",
    "ends",
    "for more information",
    "media contact",
    "notes to editors",
    "press contact",
    "reported by",
    "reporting by",
    "this article has been",
    "this article was",
    "this conversation has been",
    "this interview has been",
    "this report was",
    "this story has been",
    "this story was",
    "translated by",
    "translation by",
    "with additional reporting",
    "with files from",
    "with reporting by",
    "writing by",
    "written by",
]);

/// What a footer may end with, behind names.
const CONTRIBUTIONS: [&str; 3] = [
    "contributed to this article",
    "contributed to this report",
    "contributed to this story",
];

static PICTURE_LABELS: Phrases = Phrases::new(PICTURES);
static LINK_LABELS: Phrases = Phrases::new(LINKS);
static SIGN_LABELS: Phrases = Phrases::new(SIGNS);
static INVITATION_HEADS: Phrases = Phrases::new(INVITATIONS);
/// How all that belongs to the page begins, but for rules.
static HEADS: Heads = Heads::of(&[PICTURES, LINKS, SIGNS, INVITATIONS, &["follow "], POSTS]);

/// Whether a paragraph may be a caption, furniture, a post or a pull quote. Nearly every one begins
/// and ends otherwise, and this is all that it costs.
#[inline(always)]
pub(crate) fn may_stand_apart(words: &[u8]) -> bool {
    ends_open(words) | may_begin(words)
}

/// Whether the first letters may be those of furniture, a caption or a post.
#[inline(always)]
fn may_begin(words: &[u8]) -> bool {
    let is_sign = words.first().copied().is_some_and(is_rule_sign);
    is_sign | HEADS.may_begin(words)
}

/// caption = picture-label *character / file-label *character / *character (credit / bracketed-credit)
pub(crate) fn caption(words: &str) -> bool {
    words.len() <= LONGEST_CAPTION
        && (picture_label(words).is_ok()
            || file_label(words).is_ok()
            || ends_open(words.as_bytes()) && (has_credit(words) || has_bracketed_credit(words)))
}

/// Whether the last character ends no sentence: neither a stop nor a mark that closes.
#[inline(always)]
fn ends_open(words: &[u8]) -> bool {
    let Some(&[third, second, last]) = words.last_chunk() else {
        return !matches!(
            words,
            [] | [.., b'.' | b'!' | b'?' | b'"' | b'\''] | [0xC2, 0xBB]
        );
    };
    let is_stop = matches!(last, b'.' | b'!' | b'?' | b'"' | b'\'');
    let is_drawn = (third == 0xE2) & (second == 0x80) & matches!(last, 0x99 | 0x9D);
    let is_guillemet = (second == 0xC2) & (last == 0xBB);
    !(is_stop | is_drawn | is_guillemet)
}

/// picture-label = picture [" by" / " credit"] ":"
fn picture_label(input: &str) -> IResult<&str, &str> {
    let by = opt(alt((tag(" by"), tag(" BY"), tag(" credit"))));
    let picture = |input| PICTURE_LABELS.phrase(input);
    recognize((picture, by, space0, char(':'))).parse(input)
}

/// file-label = "FILE" SP dash SP
pub(crate) fn file_label(input: &str) -> IResult<&str, &str> {
    let dash = alt((tag("—"), tag("–"), tag("--"), tag("-")));
    recognize((tag("FILE "), dash, char(' '))).parse(input)
}

fn has_credit(words: &str) -> bool {
    if words.len() < SHORTEST_CREDIT {
        return false;
    }
    let tail = tail(words, LONGEST_CREDIT);
    memchr3_iter(b'P', b'I', b'p', tail.as_bytes()).any(|at| credit(&tail[at..]).is_ok())
}

/// credit = picture-label name [")"] end
fn credit(input: &str) -> IResult<&str, &str> {
    let is_name = |c: char| !matches!(c, '.' | ')' | ':');
    recognize((picture_label, take_while1(is_name), opt(char(')')), eof)).parse(input)
}

/// `[Ida Falk/City Hall/Handout via Lumen]` behind what is no whole sentence: behind one, agencies
/// name themselves in this way at the end of an article.
fn has_bracketed_credit(words: &str) -> bool {
    let tail = tail(words, LONGEST_CREDIT);
    tail.ends_with([')', ']'])
        && memrchr2(b'(', b'[', tail.as_bytes()).is_some_and(|at| {
            bracketed_credit(&tail[at..]).is_ok() && ends_open(tail[..at].trim_end().as_bytes())
        })
}

/// bracketed-credit = ("(" / "[") name 1*("/" name) (")" / "]") end
fn bracketed_credit(input: &str) -> IResult<&str, &str> {
    let name = |input| take_while1(|c: char| !matches!(c, '/' | ')' | ']')).parse(input);
    let agency = (char('/'), peek(satisfy(char::is_uppercase)), name);
    recognize((one_of("(["), name, many1_count(agency), one_of(")]"), eof)).parse(input)
}

/// furniture = rule / link / sign / invitation / follow
pub(crate) fn furniture(words: &str) -> bool {
    let mut any = alt((rule, link, sign, invitation, follow));
    may_begin(words.as_bytes()) && words.len() <= LONGEST_FURNITURE && any.parse(words).is_ok()
}

/// rule = 3*("_" / "*" / "-" / "=" / "~" / "#" / SP) ["."] end
fn rule(input: &str) -> IResult<&str, &str> {
    let is_sign = |c: char| u8::try_from(c).is_ok_and(is_rule_sign);
    let is_part = |c: char| c == ' ' || is_sign(c);
    let pair = (satisfy(is_sign), satisfy(is_part));
    recognize((pair, take_while1(is_part), opt(char('.')), eof)).parse(input)
}

fn is_rule_sign(byte: u8) -> bool {
    matches!(byte, b'_' | b'*' | b'-' | b'=' | b'~' | b'#')
}

/// link = link-label SP (":" / "|") / link-label ["."] end
fn link(input: &str) -> IResult<&str, &str> {
    let colon = recognize((space0, one_of(":|")));
    let end = recognize((opt(char('.')), eof));
    recognize((|input| LINK_LABELS.phrase(input), alt((colon, end)))).parse(input)
}

/// sign = sign-label ["."] end
fn sign(input: &str) -> IResult<&str, &str> {
    recognize((|input| SIGN_LABELS.phrase(input), opt(char('.')), eof)).parse(input)
}

/// invitation = "Sign up" / "Click here" / …
fn invitation(input: &str) -> IResult<&str, &str> {
    INVITATION_HEADS.phrase(input)
}

/// follow = "Follow " name … "@" handle
fn follow(input: &str) -> IResult<&str, &str> {
    let name = take_while1(|c| c != '@');
    recognize((tag("Follow "), name, char('@'))).parse(input)
}

/// embedded-post = "<tweet" … / words signature / words "pic.twitter.com/" …
pub(crate) fn embedded_post(words: &str) -> bool {
    let bytes = words.as_bytes();
    if POSTS.iter().any(|post| words.starts_with(post)) {
        return true;
    }
    // The date ends with its year, the address of a picture with a letter.
    let ends_so = bytes.last().is_some_and(u8::is_ascii_alphanumeric);
    if !ends_so || bytes.len() < SHORTEST_CREDIT {
        return false;
    }
    let tail = tail(words, LONGEST_CREDIT);
    let signed = memrchr(b'(', tail.as_bytes()).is_some_and(|at| signature(&tail[at..]).is_ok());
    signed
        || memrchr(b'/', tail.as_bytes()).is_some_and(|at| tail[..at].ends_with("pic.twitter.com"))
}

/// signature = "(@" handle ")" date end
fn signature(input: &str) -> IResult<&str, &str> {
    let is_handle = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
    let is_date = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | ':' | '·' | '/');
    recognize((
        tag("(@"),
        take_while1(is_handle),
        char(')'),
        take_while1(is_date),
        eof,
    ))
    .parse(input)
}

/// footer = footer-label … / names " contributed to this report" / "©" …
pub(crate) fn footer(words: &str) -> bool {
    let is_end = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let inner = words.trim_start_matches(is_bracket);
    let begins = FOOTERS.may_begin(inner.as_bytes()) || inner.starts_with('©');
    let is_labelled = begins && footer_label(words).is_ok_and(|(rest, _)| is_end(rest));
    is_labelled || (words.len() <= LONGEST_CAPTION && contribution(words))
}

/// contribution = names " contributed to this " ("article" / "report" / "story")
fn contribution(words: &str) -> bool {
    let bare = words.trim_end_matches(['.', ')', ']']);
    bare.ends_with(['e', 't', 'y']) && CONTRIBUTIONS.iter().any(|end| bare.ends_with(end))
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '*' | '_')
}

/// footer-label = *("(" / "[" / "*" / "_") ("Reporting by" / "©" / …)
fn footer_label(input: &str) -> IResult<&str, &str> {
    let label = alt((|input| FOOTERS.phrase(input), tag("©")));
    recognize((take_while(is_bracket), label)).parse(input)
}
