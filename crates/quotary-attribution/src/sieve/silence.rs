//! Words of saying that say nothing: refusals, negated hearsay, manners of speaking.

use std::ops::Range;

use super::{Draft, Found};
use crate::{evidence::Evidence, reading::Reading, tag::Tag, token::TokenKind};

/// Drops drafts, whoever made them, whose cue says that nothing was said: "declined to say when",
/// "could not be reached", "said to be Ming", "according to plan", "nobody would ever say “…”".
pub(crate) fn silences(evidence: &Evidence<'_, '_, '_>, found: &mut Found) {
    let reading = evidence.reading;
    found.retain(evidence, |draft| {
        draft
            .cue
            .as_ref()
            .is_none_or(|cue| !is_silent(reading, cue) && !is_mute(evidence, draft))
    });
}

fn is_silent(reading: &Reading<'_, '_>, cue: &Range<usize>) -> bool {
    cue.clone().any(|at| {
        refuses(reading, at)
            || at >= 2 && reading.tag(at - 1) == Tag::To && refuses(reading, at - 2)
            // "is understood to have said"
            || at + 1 == cue.end && is_hearsay(reading, at)
            || reading.is(at, "according") && crate::cue::is_manner(reading, at + 2)
    })
}

/// "declined to", "refused to", "was not available to"
fn refuses(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.tag(at + 1) == Tag::To
        && reading.is_any(
            at,
            &[
                "decline",
                "declines",
                "declined",
                "declining",
                "refuse",
                "refuses",
                "refused",
                "refusing",
            ],
        )
}

/// "said to be", "thought to have", "all told"
fn is_hearsay(reading: &Reading<'_, '_>, at: usize) -> bool {
    let participle = reading.word(at).may_be(Tag::VerbParticiple);
    let infinitive = reading.tag(at + 1) == Tag::To && reading.is_any(at + 2, &["be", "have"]);
    participle && infinitive && !matches!(reading.tag(at), Tag::VerbIng | Tag::Verb)
        || reading.is(at, "told") && at > 0 && reading.is(at - 1, "all")
}

/// Whether who or what is given as source, or as content, shows that nobody spoke.
fn is_mute(evidence: &Evidence<'_, '_, '_>, draft: &Draft) -> bool {
    let reading = evidence.reading;
    let marked = draft
        .content
        .iter()
        .all(|range| evidence.quoted_at(range.start).is_some());
    let source = draft.source.clone().unwrap_or(0..0);
    let unknown = draft
        .cue
        .as_ref()
        .is_some_and(|cue| reading.is_any(cue.end - 1, &["know", "knows", "knew"]));
    (marked || unknown) && is_nobody(reading, &source)
        || marked && bears_words(reading, &source)
        || is_reaction(reading, draft)
        || is_asked_for(reading, draft)
        || is_later(reading, draft)
        || is_for_anonymity(reading, draft)
        || !marked && tells_nothing(reading, draft)
        || draft
            .content
            .iter()
            .cloned()
            .flatten()
            .all(|at| is_empty_word(reading, at))
}

/// "Nobody would ever say “I surrender”"
fn is_nobody(reading: &Reading<'_, '_>, source: &Range<usize>) -> bool {
    !source.is_empty()
        && (reading.is_any(source.start, &["nobody", "none"])
            || reading.is(source.start, "no") && reading.is(source.start + 1, "one"))
}

/// "whose enamel plate still reads “No dogs”": signs and labels speak for nobody.
fn bears_words(reading: &Reading<'_, '_>, source: &Range<usize>) -> bool {
    let head = source.clone().find(|&at| {
        let next = reading.tag(at + 1);
        reading.tag(at).is_nominal() && !next.is_nominal() && next != Tag::Genitive
    });
    head.is_some_and(|head| reading.is_any(head, &INSCRIBED))
}

/// Things that words stand on.
const INSCRIBED: [&str; 47] = [
    "badge",
    "badges",
    "banner",
    "banners",
    "billboard",
    "billboards",
    "board",
    "boards",
    "button",
    "buttons",
    "cap",
    "caps",
    "flag",
    "flags",
    "graffiti",
    "gravestone",
    "gravestones",
    "hat",
    "hats",
    "headstone",
    "headstones",
    "inscription",
    "inscriptions",
    "label",
    "labels",
    "lettering",
    "motto",
    "placard",
    "placards",
    "plaque",
    "plaques",
    "plate",
    "plates",
    "poster",
    "posters",
    "shirt",
    "shirts",
    "sign",
    "signs",
    "slogan",
    "slogans",
    "sticker",
    "stickers",
    "t-shirt",
    "t-shirts",
    "tattoo",
    "tattoos",
];

/// "says nothing, but he no longer works there", "wrote it down": what is said is not told.
fn tells_nothing(reading: &Reading<'_, '_>, draft: &Draft) -> bool {
    let Some(content) = draft
        .content
        .first()
        .filter(|it| it.start + 1 < reading.len())
    else {
        return false;
    };
    let next = content.start + 1;
    let nothing = reading.is_any(content.start, &["little", "nothing"])
        && (content.len() == 1 || reading.is_any(next, &[",", "about", "but", "of"]));
    let down = content.len() == 2
        && reading.is_any(content.start, &["it", "them", "this"])
        && reading.is_any(next, &["again", "down", "off", "out", "twice"]);
    nothing || down
}

/// "rejected the figure": two words that are no clause are what somebody reacts to.
fn is_reaction(reading: &Reading<'_, '_>, draft: &Draft) -> bool {
    draft.sieve == "noun-phrase"
        && draft.content.len() == 1
        && draft.content[0].len() <= 2
        && draft.content[0]
            .clone()
            .all(|at| reading.token(at).quotation == draft.level)
}

/// "What did she say when you told her?": what was said is asked for, and when is no content.
fn is_asked_for(reading: &Reading<'_, '_>, draft: &Draft) -> bool {
    let (Some(cue), Some(content)) = (&draft.cue, draft.content.first()) else {
        return false;
    };
    let sentence = reading.sentence(cue.start).tokens.clone();
    let first = sentence.start + usize::from(reading.kind(sentence.start) == TokenKind::Opening);
    reading.is(first, "what")
        && reading.is_any(first + 1, &["did", "do", "does"])
        && cue.contains(&content.start.wrapping_sub(1))
        && reading.is_any(content.start, &["after", "before", "when"])
        && sentence.clone().any(|at| reading.is(at, "?"))
}

/// "issued the statement after the senator claimed it": when something was said is not what.
fn is_later(reading: &Reading<'_, '_>, draft: &Draft) -> bool {
    let (Some(cue), Some(content)) = (&draft.cue, draft.content.first()) else {
        return false;
    };
    let noun = matches!(reading.tag(cue.end - 1), Tag::Noun | Tag::Nouns);
    let when = content.start.saturating_sub(1);
    let is_when = |at: usize| reading.is_any(at, &["after", "before", "following"]);
    noun && cue.end <= content.start && (when == cue.end && is_when(when) || is_when(content.start))
}

/// "asked not to be named", "who asked to remain anonymous": a condition of who speaks.
fn is_for_anonymity(reading: &Reading<'_, '_>, draft: &Draft) -> bool {
    let (Some(cue), Some(content)) = (&draft.cue, draft.content.first()) else {
        return false;
    };
    let asks = reading.is_any(cue.end - 1, &["asked", "asking", "asks"]);
    let named = ["identified", "named", "quoted"];
    let start = content.start;
    let not = reading.is(start, "not")
        && reading.is(start + 2, "be")
        && reading.is_any(start + 3, &named);
    let anonymous = reading.is(start + 2, "anonymous");
    asks && (not || anonymous)
}

/// "did not respond to requests for comment"
fn is_empty_word(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.is_any(
        at,
        &[
            "comment",
            "comments",
            "for",
            "to",
            "on",
            "a",
            "an",
            "request",
            "requests",
            "further",
            "immediate",
            "interview",
            "interviews",
        ],
    )
}
