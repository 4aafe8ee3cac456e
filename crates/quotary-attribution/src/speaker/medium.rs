//! Where something was said: in a statement, an interview, a post.

use std::ops::Range;

use crate::{evidence::Evidence, lexicon::OrgWord, reading::Reading, sieve::Draft, tag::Tag};

/// How far from the cue the phrase may stand.
const REACH: usize = 14;

/// The noun phrase, without article, that names the medium or venue of an attribution: "statement",
/// "post on X", "interview with Radio Jabi".
pub(crate) fn medium(evidence: &Evidence<'_, '_, '_>, draft: &Draft) -> Option<Range<usize>> {
    let reading = evidence.reading;
    let cue = draft.cue.clone()?;
    let sentence = reading.sentence(cue.start).tokens.clone();
    let first = sentence.start.max(cue.start.saturating_sub(REACH));
    let last = sentence.end.min(cue.end + REACH);
    let said = |at: usize| draft.content.iter().any(|part| part.contains(&at));
    (cue.end..last)
        .chain(first..cue.start)
        .filter(|&at| !said(at) && reading.tag(at) == Tag::Preposition)
        .find_map(|at| phrase(evidence, at, last, &said))
}

/// `( "in" | "on" | "at" | "during" | "by" | "through" ) noun phrase`
fn phrase(
    evidence: &Evidence<'_, '_, '_>,
    at: usize,
    last: usize,
    said: &impl Fn(usize) -> bool,
) -> Option<Range<usize>> {
    let reading = evidence.reading;
    let chunk = evidence
        .chunks
        .starting_at(at + 1)
        .filter(|it| it.tokens.end <= last && !said(it.head))?;
    let platform = reading.is_any(at, &["on", "via"]) && is_platform(reading, chunk.head);
    let place = reading.is_any(
        at,
        &["in", "on", "at", "during", "by", "via", "through", "from"],
    ) && is_medium(reading, chunk.head);
    if !platform && !place {
        return None;
    }
    let mut start = chunk.tokens.start;
    while start < chunk.head && matches!(reading.tag(start), Tag::Determiner | Tag::Possessive) {
        start += 1;
    }
    let mut end = chunk.tokens.end;
    let tied = reading.is_any(end, &["on", "with", "to"]);
    if let Some(next) = evidence.chunks.starting_at(end + 1).filter(|it| {
        tied && it.tokens.end <= last
            && reading.tag(it.head) == Tag::Name
            && reading.word(it.head).closed.is_none()
            && !said(it.head)
    }) {
        end = next.tokens.end;
    }
    Some(start..end)
}

fn is_platform(reading: &Reading<'_, '_>, at: usize) -> bool {
    const PLATFORMS: [&str; 14] = [
        "bluesky",
        "facebook",
        "instagram",
        "linkedin",
        "mastodon",
        "reddit",
        "snapchat",
        "telegram",
        "threads",
        "tiktok",
        "twitter",
        "weibo",
        "x",
        "youtube",
    ];
    reading.is_capital(at) && reading.is_any(at, &PLATFORMS)
        || reading.word(at).org == Some(OrgWord::Media)
            && reading.is_any(at, &["television", "radio"])
}

/// Nouns of texts and occasions in which something is said.
const MEDIA: [&str; 61] = [
    "address",
    "affidavit",
    "announcement",
    "appeal",
    "article",
    "blog",
    "book",
    "briefing",
    "broadcast",
    "brief",
    "broadcast",
    "call",
    "caption",
    "column",
    "comment",
    "comments",
    "communique",
    "complaint",
    "conference",
    "debate",
    "deposition",
    "diary",
    "email",
    "essay",
    "e-mail",
    "evidence",
    "filing",
    "filings",
    "hearing",
    "inquest",
    "interview",
    "interviews",
    "lecture",
    "letter",
    "lawsuit",
    "memo",
    "message",
    "messages",
    "newsletter",
    "note",
    "op-ed",
    "petition",
    "podcast",
    "post",
    "posts",
    "presentation",
    "release",
    "remarks",
    "report",
    "ruling",
    "sermon",
    "speech",
    "statement",
    "statements",
    "telegram",
    "telephone",
    "testimony",
    "text",
    "thread",
    "tweet",
    "video",
];

fn is_medium(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.is_any(at, &MEDIA)
}
