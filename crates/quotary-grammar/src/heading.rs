//! What stands above an article: headline, standfirst, byline, dateline.

use memchr::{memchr, memchr_iter, memchr2};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_until, take_while, take_while_m_n, take_while1};
use nom::character::complete::{char, satisfy, space0};
use nom::combinator::{fail, opt, peek, recognize, verify};
use nom::multi::many0_count;
use nom::{IResult, Parser};

use crate::MarkKind;
use crate::furniture::file_label;
use crate::mark::mark;
use crate::phrase::Phrases;
use crate::span::begins_letter;
use crate::turn::{may_have_label, pull_quote, speaker_label};

/// A headline has no more bytes.
const LONGEST_HEADLINE: usize = 200;
/// A standfirst has no more bytes.
const LONGEST_STANDFIRST: usize = 300;
/// A byline has no more bytes.
const LONGEST_BYLINE: usize = 120;
/// The trade of an author has no more bytes.
const LONGEST_TRADE: usize = 50;
/// A dateline has no more bytes.
const LONGEST_DATELINE: usize = 100;
/// A place has no more words ("RIO DE JANEIRO", "PORT OF SPAIN").
const LONGEST_PLACE: usize = 4;

/// headline = a short first paragraph that is no sentence of the text
pub(crate) fn is_headline(words: &str, next: &str) -> bool {
    let is_other = words.len() > LONGEST_HEADLINE
        || words.ends_with([',', ':', ';'])
        || words.starts_with(['»', '›', '•', '–', '—', '-', '*'])
        || may_have_label(words.as_bytes())
            && speaker_label(words).is_some()
            && speaker_label(next).is_some()
        || pull_quote(words);
    if is_other {
        return false;
    }
    let bare = words.trim_end_matches(['”', '’', '"', '\'', '»']);
    if !bare.ends_with(['.', '!', '?']) {
        return true;
    }
    // Some archives end every headline with a full stop. A sentence of the text has its speech
    // closed behind a comma, or another sentence behind it, or words in lower case.
    let is_speech = || memchr_iter(b',', words.as_bytes()).any(|at| is_at_mark(words, at));
    let is_two = |at: usize| bare.as_bytes().get(at + 1) == Some(&b' ');
    bare.ends_with('.')
        && next.len() > words.len()
        && !memchr_iter(b'.', bare.as_bytes()).any(is_two)
        && is_title_case(words)
        && !is_speech()
}

/// Whether a mark stands on either side of the comma at `at`.
fn is_at_mark(words: &str, at: usize) -> bool {
    let before = words[..at].chars().next_back();
    before.is_some_and(|c| matches!(c, '”' | '’' | '"' | '»'))
        || mark(&words.as_bytes()[at + 1..]).is_ok()
}

/// Whether most longer words are capitalised.
fn is_title_case(words: &str) -> bool {
    let bytes = words.as_bytes();
    // Each has four letters at least, and a blank.
    let most = bytes.len().div_ceil(5);
    let (mut all, mut small) = (0_usize, 0_usize);
    let mut start = 0;
    for end in memchr_iter(b' ', bytes).chain([bytes.len()]) {
        if end - start > 3 {
            all += 1;
            small += usize::from(bytes[start].is_ascii_lowercase());
        }
        if small * 5 > most {
            return false;
        }
        start = end + 1;
    }
    all > 0 && small * 5 <= all
}

/// standfirst = a paragraph between the headline and the byline, or a line without a full stop
pub(crate) fn is_standfirst(words: &str, next: &str) -> bool {
    let is_short = words.len() <= LONGEST_STANDFIRST && words.len() < next.len();
    let stops = words.ends_with(['.', '!', '?', '”', '’', '"', '\'', '»', ':', ',']);
    let has_capital = words.chars().next().is_some_and(|c| !c.is_lowercase());
    words.len() <= LONGEST_STANDFIRST && byline(next, false)
        || is_short && !stops && has_capital && words.split_whitespace().nth(3).is_some()
}

/// byline = ("By" / "BY" / "Words by" …) SP name, or the author's trade on the line below
pub(crate) fn byline(words: &str, is_below_byline: bool) -> bool {
    if words.len() > LONGEST_BYLINE || words.ends_with(['!', '?', '”', '"', '’', ':']) {
        return false;
    }
    let is_named = named(words).is_ok_and(|(rest, _)| rest.is_empty());
    let is_trade = is_below_byline
        && words.len() <= LONGEST_TRADE
        && !words.ends_with('.')
        && !words.contains(['“', '"', '‘', ',']);
    is_named && !words.ends_with('.') || is_trade
}

/// by = "By " / "Words by " / "Story by " / …
fn by(input: &str) -> IResult<&str, &str> {
    BY.phrase(input)
}

static BY: Phrases = Phrases::new(&[
    "by ",
    "from ",
    "words by ",
    "story by ",
    "text by ",
    "report by ",
    "compiled by ",
    "exclusive by ",
]);

/// named = by ( name / "the " … " desk" )
fn named(input: &str) -> IResult<&str, &str> {
    let name = take_while1(|c| c != ';');
    let desk = recognize((tag("the "), take_until(" desk"), tag(" desk")));
    alt((
        recognize((by, satisfy(char::is_uppercase), name)),
        recognize((by, desk)),
    ))
    .parse(input)
}

/// Whether a paragraph begins with two capitals, or with letters outside ASCII. Most begin otherwise,
/// and this is all that they cost.
#[inline(always)]
pub(crate) fn may_have_dateline(words: &[u8]) -> bool {
    let [first, second, ..] = *words else {
        return false;
    };
    let is_capital = |byte: u8| byte.is_ascii_uppercase() | begins_letter(byte);
    is_capital(first) & (is_capital(second) | !second.is_ascii())
}

/// dateline = place *("," region) ["(" agency ")"] dash
///
/// Length with the dash, `None` where the paragraph begins otherwise. A paragraph that has nothing
/// behind its place and date is one without a dash. Before a colon a place looks like who speaks:
/// [`segments`](crate::segment) knows whether there are turns.
pub(crate) fn dateline(words: &str) -> Option<usize> {
    if !may_have_dateline(words.as_bytes()) {
        return None;
    }
    // The head of a longer paragraph ends with a dash.
    let head = words.as_bytes().get(..LONGEST_DATELINE);
    if head.is_some_and(|head| memchr2(b'-', 0xE2, head).is_none()) {
        return None;
    }
    if file_label(words).is_ok() {
        return None;
    }
    let (rest, place) = whereabouts(words).ok()?;
    if let Ok((sentence, _)) = dash(rest) {
        let len = words.len() - sentence.len();
        if len <= LONGEST_DATELINE && begins_sentence(sentence) {
            return Some(len);
        }
    }
    let is_dated = place.len() <= LONGEST_DATELINE && ends_with_digit(place);
    (is_dated && rest.is_empty()).then_some(place.len())
}

/// agency-dateline = [name *("," region) / month-day] agency ["."] dash
///
/// "Berlin (dpa) - Das Gesetz …": agencies of the continent set places in small letters, and news of companies
/// has no place ("Nov 3 (Lumen) - …", "(Lumen) — …"). Length with the dash;
/// `None` where the paragraph begins otherwise or is no sentence. It stands above all running text.
pub(crate) fn agency_dateline(words: &str) -> Option<usize> {
    let bytes = &words.as_bytes()[..words.len().min(LONGEST_DATELINE)];
    let agency_end = memchr(b')', bytes)?;
    let is_dash_next = matches!(
        bytes[agency_end..],
        [_, b' ', b'-' | 0xE2, ..] | [_, b'-' | b'.' | 0xE2, ..]
    );
    if !is_dash_next || !words.ends_with(['.', '!', '?', '”', '“', '"', '»']) {
        return None;
    }
    let name = take_while1(|c: char| c.is_alphabetic() || matches!(c, '-' | '/' | '\'' | '’'));
    let place = recognize((peek(satisfy(char::is_uppercase)), name, regions));
    let begins = opt(alt((month_day, place)));
    let is_name = peek((space0, char('('), satisfy(char::is_alphabetic)));
    let (sentence, _) = recognize((begins, is_name, agency, opt(char('.')), space0, dash))
        .parse(words)
        .ok()?;
    let len = words.len() - sentence.len();
    (len <= LONGEST_DATELINE && begins_sentence(sentence)).then_some(len)
}

/// month-day = month *letter ["."] SP 1*2DIGIT
fn month_day(input: &str) -> IResult<&str, &str> {
    let is_month = |name: &&str| {
        let head = name.get(..SHORT_MONTH);
        head.is_some_and(|head| MONTHS.contains(&head))
    };
    let month = verify(take_while1(|c: char| c.is_ascii_alphabetic()), is_month);
    let day = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    recognize((month, opt(char('.')), char(' '), day)).parse(input)
}

/// Letters that tell a month.
const SHORT_MONTH: usize = 3;
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Whether a label may be a place: three capitals at least ("PM" speaks), and no small letter.
pub(crate) fn is_place(label: &str) -> bool {
    label.chars().filter(|c| c.is_alphabetic()).nth(2).is_some()
        && !label.chars().any(char::is_lowercase)
}

/// whereabouts = place regions [agency] *SP
fn whereabouts(input: &str) -> IResult<&str, &str> {
    recognize((place, regions, opt(agency), space0)).parse(input)
}

/// place = 1*4upper-word
fn place(input: &str) -> IResult<&str, &str> {
    let is_part = |c: char| {
        !c.is_lowercase() && (c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '/'))
    };
    let is_place = |place: &&str| {
        let mut letters = place.chars().filter(|c| c.is_alphabetic());
        letters.nth(1).is_some() && place.split_whitespace().nth(LONGEST_PLACE).is_none()
    };
    let (_, all) = take_while1(is_part).parse(input)?;
    let (rest, place) = cut_at_dash(input, all);
    if is_place(&place) {
        Ok((rest, place))
    } else {
        fail().parse(input)
    }
}

/// A hyphen between blanks is a dash: `all`, the head of `input`, ends before it.
fn cut_at_dash<'i>(input: &'i str, all: &str) -> (&'i str, &'i str) {
    let bytes = all.as_bytes();
    let is_dash = |&at: &usize| match (at.checked_sub(1).map(|at| bytes[at]), bytes.get(at + 1)) {
        (_, Some(b'-')) => true,
        (before, after) => before == Some(b' ') && after == Some(&b' '),
    };
    let cut = memchr_iter(b'-', bytes).find(is_dash).unwrap_or(all.len());
    (&input[cut..], &input[..cut])
}

/// regions = *("," *SP 1*4word)
fn regions(input: &str) -> IResult<&str, &str> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-' | '\'' | '’');
    let is_region = |region: &&str| region.split_whitespace().nth(LONGEST_PLACE).is_none();
    let (_, all) = recognize(many0_count((char(','), take_while1(is_part)))).parse(input)?;
    let (rest, regions) = cut_at_dash(input, all);
    let is_short = regions.split(',').all(|region| is_region(&region));
    if is_short {
        Ok((rest, regions))
    } else {
        fail().parse(input)
    }
}

/// agency = "(" 1*letter ")"
fn agency(input: &str) -> IResult<&str, &str> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '&' | '-' | '/');
    recognize((space0, char('('), take_while1(is_name), char(')'))).parse(input)
}

/// dash = "—" / "–" / "―" / "--" / "- "
fn dash(input: &str) -> IResult<&str, &str> {
    recognize((
        alt((tag("—"), tag("–"), tag("―"), tag("--"), tag("- "))),
        take_while(|c: char| c == '-'),
    ))
    .parse(input)
}

fn begins_sentence(rest: &str) -> bool {
    let rest = rest.trim_start();
    let Some(first) = rest.chars().next() else {
        return false;
    };
    let is_mark = MarkKind::of(first.encode_utf8(&mut [0; 4])).is_some();
    first.is_uppercase() || first.is_numeric() || is_mark
}

fn ends_with_digit(head: &str) -> bool {
    head.trim_end().ends_with(|c: char| c.is_ascii_digit())
}
