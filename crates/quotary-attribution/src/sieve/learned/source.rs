//! Who a frame says that spoke.

use std::ops::Range;

use crate::{
    evidence::Evidence,
    lexicon::{Closed, Noun},
    model::Frame,
    tag::Tag,
    token::TokenKind,
};

/// The weights' source; but none where it has no word or one of the cue, where the rules take it for
/// who listens ("inquest hears"), where it was asked, is told, or a claim; and the rules' where it lies in
/// it behind another verb of saying ("the ministry said Biden"), or where the clause's subject goes on.
pub(super) fn source(
    evidence: &Evidence<'_, '_, '_>,
    frame: &Frame,
    ruled: Option<Range<usize>>,
    hearer: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let found = frame.source.clone().or_else(|| shared(evidence, frame))?;
    let found = bare_source(evidence, seated(evidence, found));
    let found = agreeing(evidence, frame, owned(evidence, frame, found));
    let mut tokens = found.clone();
    let names = tokens.any(|at| {
        matches!(
            evidence.reading.kind(at),
            TokenKind::Word | TokenKind::Number
        )
    });
    let in_cue = found.start < frame.cue.end && frame.cue.start < found.end;
    if !names || in_cue || hearer == Some(&found) {
        return None;
    }
    if is_asked(evidence, frame) || is_told(evidence, frame, &found) || is_claim(evidence, &found) {
        return None;
    }
    let behind_verb = |ruled: &Range<usize>| {
        found.start < ruled.start
            && ruled.end <= found.end
            && (found.start..ruled.start).any(|at| evidence.says(at))
    };
    let joins = joins(evidence, frame);
    let clause = || {
        let floor = evidence.reading.sentence(frame.head).tokens.start;
        let level = evidence.reading.token(frame.head).quotation;
        evidence.going_on(frame.head, floor, level)
    };
    let ruled = ruled.or_else(|| joins.then(clause)?);
    if let Some(nearer) = nearer(evidence, frame, &found) {
        return Some(nearer);
    }
    Some(ruled.filter(|it| joins || behind_verb(it)).unwrap_or(found))
}

/// "The Peoria, | Illinois-based firm (expects)": a source with all of the phrase that a comma parts.
fn seated(evidence: &Evidence<'_, '_, '_>, found: Range<usize>) -> Range<usize> {
    let whole = evidence.chunks.at(found.start).filter(|chunk| {
        chunk.tokens.start < found.start
            && chunk.tokens.end == found.end
            && evidence.reading.is(found.start - 1, ",")
    });
    whole.map_or(found, |chunk| chunk.tokens.clone())
}

/// "she called it “shabby” | and asked for the money": the subject that a verb behind "and" has with the
/// verb before it.
fn shared(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> Option<Range<usize>> {
    let reading = evidence.reading;
    let floor = reading.sentence(frame.head).tokens.start;
    let tag = reading.tag(frame.head);
    let finite = matches!(tag, Tag::VerbPast | Tag::VerbS)
        || tag == Tag::VerbParticiple && reading.word(frame.head).may_be(Tag::VerbPast);
    let and = frame.head.checked_sub(1).filter(|&it| it > floor)?;
    let level = reading.token(frame.head).quotation;
    let subject = evidence.clause_subject(and, floor, level)?;
    // "was arrested and accused of"
    let auxiliary =
        |at: usize| reading.tag(at).is_verb() && reading.word(at).closed == Some(Closed::Auxiliary);
    let acts = !(subject.end..and).any(auxiliary);
    (finite && reading.is(and, "and") && acts).then_some(subject)
}

/// "Korpa called it a farce and | its director, Ana Prado, (urged)": the subject of the verb's own clause, where another
/// clause's was taken.
fn nearer(
    evidence: &Evidence<'_, '_, '_>,
    frame: &Frame,
    found: &Range<usize>,
) -> Option<Range<usize>> {
    let reading = evidence.reading;
    let floor = reading.sentence(frame.head).tokens.start;
    let finite = matches!(reading.tag(frame.head), Tag::VerbPast | Tag::VerbS);
    if !finite || found.end >= frame.cue.start || !reading.is(frame.cue.start - 1, ",") {
        return None;
    }
    let level = reading.token(frame.head).quotation;
    let own = evidence.subject_before(frame.cue.start, floor, level)?;
    let and = own.start.checked_sub(1)?;
    let verb = |at: usize| matches!(reading.tag(at), Tag::VerbPast | Tag::VerbS);
    let another = own.start > found.end && (found.end..and).any(verb);
    let person = own
        .clone()
        .any(|at| reading.word(at).noun.is_some_and(Noun::is_human));
    (another && person && reading.is_any(and, &["and", "but"])).then_some(own)
}

/// "gave Ash & Marrow one star, | likening its broth to": whether the subject of the clause goes on.
fn joins(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    let reading = evidence.reading;
    reading.tag(frame.head) == Tag::VerbIng
        && !reading.is(frame.head, "according")
        && frame.head > 1
        && (reading.is(frame.head - 1, ",")
            || reading.kind(frame.head - 1) == TokenKind::Closing
                && reading.is(frame.head - 2, ","))
}

/// "Asked about it, Ana Prado laughed": whether a clause that leads tells what somebody else asked.
fn is_asked(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    let reading = evidence.reading;
    reading.sentence(frame.head).tokens.start == frame.head
        && reading.is_any(
            frame.head,
            &["asked", "pressed", "questioned", "quizzed", "told"],
        )
        && !reading.is(frame.head + 1, "by")
}

/// "the tribunal" of ", the tribunal,": no comma or stop at an edge, no "but" before it, no "who" behind
/// it; "Arbel" of "Arbel to cut 900 jobs".
fn bare_source(evidence: &Evidence<'_, '_, '_>, mut source: Range<usize>) -> Range<usize> {
    let reading = evidence.reading;
    let comma = |at: usize| reading.is_any(at, &[",", ";", ":", ".", "–", "—"]);
    let leads = |at: usize| comma(at) || reading.tag(at) == Tag::Coordinator;
    while !source.is_empty() && leads(source.start) {
        source.start += 1;
    }
    // "screams in the dark; | the opposition (demands)"
    if let Some(stop) = source.clone().rfind(|&at| reading.is(at, ";"))
        && stop + 1 < source.end
    {
        source.start = stop + 1;
    }
    // "By the afternoon | Mr Lindgren (had issued)": what a sentence begins with is no part of who acts.
    if !source.is_empty()
        && reading.tag(source.start) == Tag::Preposition
        && source.start == reading.sentence(source.start).tokens.start
        && let Some(last) = evidence.chunks.ending_at(source.end - 1)
        && last.tokens.start > source.start + 1
        && reading.tag(last.tokens.start - 1) != Tag::Preposition
    {
        source.start = last.tokens.start;
    }
    // "talks broke down after | the delegation (demanded)": the clause of the cue begins behind the conjunction.
    let verb = |at: usize| matches!(reading.tag(at), Tag::VerbPast | Tag::VerbS);
    let clause = (source.start + 1..source.end).rfind(|&at| {
        reading.is_any(at, &["after", "because", "since", "until", "when", "while"])
            && evidence.chunks.starting_at(at + 1).is_some()
    });
    let acts = |&conjunction: &usize| {
        let mut before = source.start..conjunction;
        before.clone().any(verb) && !before.any(|at| reading.tag(at) == Tag::Wh)
    };
    if let Some(conjunction) = clause.filter(acts) {
        source.start = conjunction + 1;
    }
    // "Open: | Teen Brandt | stuns top seed, (says)": in a headline whoever does what stands before the comma.
    if reading.in_headline(source.start)
        && source.end < reading.len()
        && reading.is(source.end, ",")
    {
        let label = source.clone().find(|&at| reading.is(at, ":"));
        source.start = label.map_or(source.start, |at| at + 1);
        let verb = (source.start + 1..source.end).find(|&at| verb(at));
        source.end = verb.unwrap_or(source.end);
    }
    let plans = |&at: &usize| {
        reading.in_headline(at)
            && reading.tag(at) == Tag::To
            && reading.tag(at - 1) == Tag::Name
            && reading.word(at + 1).may_be(Tag::Verb)
    };
    if let Some(to) = (source.start + 1..source.end).find(plans) {
        source.end = to;
    }
    // "The company | today reported"
    let time = |at: usize| {
        reading.is_any(
            at,
            &["also", "later", "now", "today", "tonight", "yesterday"],
        )
    };
    let follows = |at: usize| {
        comma(at)
            || matches!(reading.tag(at), Tag::Coordinator)
            || reading.is(at, "who")
            || time(at)
    };
    // "(was confirmed by) her granddaughter, Lucía Ferro, | who said she"
    let tells = |&at: &usize| {
        comma(at) && reading.is(at + 1, "who") && at + 2 < source.end && evidence.says(at + 2)
    };
    if let Some(comma) = source.clone().find(tells) {
        source.end = comma;
    }
    while source.len() > 1 && follows(source.end - 1) {
        source.end -= 1;
    }
    source
}

/// "Ames’s attorney, Ana Prado" of "Ames": where the owner would be the source, what he owns.
fn owned(evidence: &Evidence<'_, '_, '_>, frame: &Frame, source: Range<usize>) -> Range<usize> {
    let reading = evidence.reading;
    let is_owner = reading.tag(source.end) == Tag::Genitive;
    let person = |at: usize| reading.word(at).noun.is_some_and(Noun::is_human);
    let whole = is_owner
        .then(|| {
            evidence
                .mentions()
                .starting_at(source.start, frame.cue.start)
        })
        .flatten();
    whole
        .filter(|it| (source.end..it.end).any(person))
        .unwrap_or(source)
}

/// "Passengers on a bus that left the road and hit a shop | have described": where one thing would be the
/// source of a verb for many, the noun phrase that begins the sentence, if that is many.
fn agreeing(evidence: &Evidence<'_, '_, '_>, frame: &Frame, source: Range<usize>) -> Range<usize> {
    let reading = evidence.reading;
    let many = reading.is_any(frame.cue.start, &["are", "have", "were"]);
    let one = reading.is_any(source.start, &["a", "an"]);
    let first = reading.sentence(frame.head).tokens.start;
    let whole = evidence.chunks.starting_at(first).filter(|it| {
        many && one
            && first < source.start
            && source.end == frame.cue.start
            && reading.tag(it.head) == Tag::Nouns
            && (it.tokens.end..source.start).all(|at| !reading.is(at, ","))
    });
    whole.map_or(source, |it| it.tokens.clone())
}

/// Participles of verbs of saying whose subject has the thought or says the words all the same:
/// "was convinced that", "was quoted as saying".
const SUBJECT_SAYS: [&str; 5] = ["agreed", "assured", "convinced", "persuaded", "quoted"];

/// "The drivers were urged to", "when the diagnosis was confirmed": whether `source` is no agent of a
/// passive verb of saying, but who is told or spoken of, or the subject of another clause. "She was
/// worried that" and "was forced to admit" are no such verbs.
fn is_told(evidence: &Evidence<'_, '_, '_>, frame: &Frame, source: &Range<usize>) -> bool {
    let reading = evidence.reading;
    let Frame { cue, head, .. } = frame;
    let be = |at: usize| {
        reading.is_any(
            at,
            &["am", "is", "are", "was", "were", "be", "been", "being"],
        )
    };
    let Some(auxiliary) = (cue.start..*head).rfind(|&at| be(at)) else {
        return false;
    };
    let passing = |at: &usize| {
        reading.tag(*at) != Tag::Adverb && reading.word(*at).closed != Some(Closed::Negation)
    };
    let verb = (auxiliary + 1..head + 1).find(passing);
    let by = |at: usize| reading.is_any(at, &["by", "to", "from"]);
    let agent = source.start > *head && (*head + 1..source.start + 1).any(by);
    !agent
        && verb.is_some_and(|at| {
            matches!(reading.tag(at), Tag::VerbParticiple | Tag::VerbPast)
                && evidence.says(at)
                && !reading.is_any(at, &SUBJECT_SAYS)
        })
}

/// "dogged by charges that he sold it": whether a source is a noun of saying with the clause that says
/// what was said.
fn is_claim(evidence: &Evidence<'_, '_, '_>, source: &Range<usize>) -> bool {
    let reading = evidence.reading;
    reading.word(source.end - 1).noun_cue.is_some() && reading.is(source.end, "that")
}

/// "All but two | had expected | a cut": without a source, what stands right before an active verb is one.
/// What is expected or seems is said by nobody.
pub(super) fn lead_by_subject(evidence: &Evidence<'_, '_, '_>, frame: &mut Frame) {
    let reading = evidence.reading;
    let has = (frame.cue.start..frame.head)
        .all(|at| reading.is_any(at, &["had", "has", "have"]) || reading.tag(at) == Tag::Adverb);
    let past = reading.tag(frame.head) == Tag::VerbPast || frame.cue.start < frame.head;
    let acts = has && past && reading.word(frame.head).cue.is_some();
    if !acts || frame.source.is_some() || frame.contents.len() < 2 {
        return;
    }
    let nominal = |mut tokens: Range<usize>| {
        tokens.any(|at| reading.tag(at).is_nominal() || reading.tag(at) == Tag::Number)
    };
    let before = frame
        .contents
        .iter()
        .position(|it| it.end == frame.cue.start && nominal(it.clone()));
    if let Some(before) = before {
        frame.source = Some(frame.contents.remove(before));
    }
}

/// Whether `range` is the beginning of the noun phrase that `source` ends.
pub(super) fn is_before_head(
    evidence: &Evidence<'_, '_, '_>,
    range: &Range<usize>,
    source: &Range<usize>,
) -> bool {
    let chunk = evidence.chunks.at(source.start);
    range.end == source.start && chunk.is_some_and(|it| it.tokens.start <= range.start)
}
