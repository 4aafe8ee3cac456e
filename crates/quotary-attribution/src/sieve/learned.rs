//! What the weights say of cues, sources and contents, joined with what the sieves before found.

use std::{collections::HashSet, ops::Range};

use quotary_grammar::SegmentKind;

use super::{
    Draft, Found,
    ends::{before_coordinated, within_headlines},
};
use crate::{
    evidence::Evidence,
    lexicon::{Closed, Noun},
    model::{Frame, Model, Sheet},
    tag::Tag,
    token::TokenKind,
};

/// The sieves whose drafts stand without the weights' assent, because marks tell the content.
const SURE: [&str; 8] = [
    "cue-after-quotation",
    "inverted-cue",
    "interrupting-cue",
    "cue-before-quotation",
    "colon",
    "headline-colon",
    "headline-dash",
    "turn",
];

/// Those of them that a scare quote or a list can look like: outside quotations they fall where the
/// weights are next to certain that there is no cue. Of what is quoted inside quotations the weights
/// have learned little: PolNeAR seldom annotates it.
const MAY_BE_NONE: [&str; 2] = ["cue-before-quotation", "colon"];

/// Name of the weights' own readings.
const LEARNED: &str = "learned";

/// The sieves whose sources and contents are better than those of the weights, where the weights
/// take the cue for one.
const EXACT: [&str; 6] = [
    "noun-cue",
    "that-clause",
    "bare-clause",
    "question-clause",
    "relative-report",
    "passive-report",
];

/// Whether the source and content that a sieve gives a cue stand if the weights take it for one.
pub(super) fn is_settled(sieve: &str) -> bool {
    SURE.contains(&sieve) || EXACT.contains(&sieve)
}

/// Adds the cues that only the weights see, and drops the drafts whose cue they see none in.
pub(crate) fn frames(evidence: &Evidence<'_, '_, '_>, model: &Model, found: &mut Found) {
    let proposals = found.drafts.iter().filter_map(Draft::proposal).collect();
    let sheet = Sheet::new(evidence.reading, proposals);
    let verdict = model.frames(&sheet);
    let mut before: Vec<Option<Draft>> = std::mem::take(&mut found.drafts)
        .into_iter()
        .map(Some)
        .collect();
    found.taken.fill(None);
    let mut of = vec![None; evidence.reading.len()];
    for (index, draft) in before.iter().enumerate().rev() {
        for at in draft.iter().filter_map(|it| it.cue.clone()).flatten() {
            of[at] = Some(index);
        }
    }
    let mut chosen = Vec::with_capacity(verdict.standing.len() + 4);
    for frame in verdict.standing {
        let rule = of[frame.head].and_then(|index| before[index].take());
        let tells_nothing = only_shows(evidence, &frame)
            || only_plans(evidence, &frame)
            || only_asks(evidence, &frame)
            || only_lasts(evidence, &frame)
            || only_names(evidence, &frame)
            || only_places(evidence, &frame);
        if rule.is_none() && tells_nothing {
            continue;
        }
        chosen.extend(draft(evidence, frame, rule));
    }
    // Where there is no cue, and where marks alone decide, the rules stand.
    let starts: HashSet<usize> = chosen
        .iter()
        .filter_map(|draft| draft.content.first())
        .map(|part| part.start)
        .collect();
    chosen.extend(before.into_iter().flatten().filter(|draft| {
        let Some(cue) = &draft.cue else { return true };
        let from = verdict.doubted.partition_point(|&head| head < cue.start);
        let doubted = verdict
            .doubted
            .get(from)
            .is_some_and(|head| cue.contains(head));
        let falls = doubted && draft.level.is_none() && MAY_BE_NONE.contains(&draft.sieve);
        let sure = SURE.contains(&draft.sieve) && !falls;
        sure || heads(evidence, draft) || leads(evidence, draft, &starts) || names(evidence, draft)
    }));
    within_headlines(&mut chosen);
    chosen.sort_by_key(|draft| draft.cue.as_ref().map(|cue| cue.start));
    before_coordinated(evidence, &mut chosen);
    for draft in chosen {
        found.add(evidence, draft);
    }
}

/// "The mayor speaks to the crew": whether a frame stands in a caption without quotation marks, where
/// the verbs of saying tell what a picture shows.
fn only_shows(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    let reading = evidence.reading;
    let mut content = frame.contents.iter().cloned().flatten();
    reading.sentence(frame.head).kind == SegmentKind::Caption
        && !content.any(|at| reading.kind(at) == TokenKind::Opening)
}

/// "The council will address the tensions": whether a frame tells what somebody is to do, with neither
/// a clause nor quotation marks in what would be its content.
fn only_plans(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    let reading = evidence.reading;
    let mut content = frame.contents.iter().cloned().flatten();
    reading.tag(frame.cue.start) == Tag::Modal
        && !content.any(|at| reading.tag(at).is_verb() || reading.kind(at) == TokenKind::Opening)
}

/// "What would she say to him now?": whether a frame stands in a question of the writer's.
fn only_asks(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    let reading = evidence.reading;
    let last = reading.sentence(frame.head).tokens.end - 1;
    let mut content = frame.contents.iter().cloned().flatten();
    reading.form(last).ends_with('?')
        && reading.token(last).quotation.is_none()
        && reading.token(frame.head).quotation.is_none()
        && !content.any(|at| reading.kind(at) == TokenKind::Opening)
}

/// "She thinks for a while": whether all that a frame has for content is how long something takes.
fn only_lasts(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    let reading = evidence.reading;
    frame.contents.iter().all(|content| {
        let chunk = evidence.chunks.ending_at(content.end - 1);
        chunk.is_some_and(|it| {
            it.tokens.start <= content.start
                && (evidence.mentions().is_time(it)
                    || reading.is_any(it.head, &["minute", "minutes", "moment", "while"]))
        })
    })
}

/// "he told Citi Breakfast, a radio show": whether the cue is a noun that is none of saying.
fn only_names(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    let reading = evidence.reading;
    let chunk = evidence.chunks.at(frame.head);
    let next = frame.head + 1;
    reading.tag(frame.head) == Tag::Noun
        && reading.tag(next) != Tag::To
        && !reading.is(next, "that")
        && reading.word(frame.head).noun_cue.is_none()
        && chunk.is_some_and(|it| {
            it.head == frame.head && matches!(reading.form(it.tokens.start), "a" | "an")
        })
}

/// "Chandigarh: Farmers said …": whether the first word of an article, before a colon, is a place.
fn only_places(evidence: &Evidence<'_, '_, '_>, frame: &Frame) -> bool {
    let reading = evidence.reading;
    let sentence = reading.sentence(frame.head);
    reading.form(frame.head) == ":"
        && sentence.kind == SegmentKind::Body
        && sentence.tokens.start + 1 == frame.head
        && reading.word(sentence.tokens.start).place.is_some()
}

/// "Tram ‘bleeding money’, warns auditor": whether a report with the source behind a verb of saying is
/// a headline, where no other word order looks like it.
fn heads(evidence: &Evidence<'_, '_, '_>, draft: &Draft) -> bool {
    let cue = draft
        .cue
        .as_ref()
        .filter(|cue| evidence.reading.in_headline(cue.start));
    draft.sieve == "inverted-report"
        && cue.is_some_and(|cue| cue.clone().any(|at| evidence.says(at)))
}

/// "The company blamed “market conditions”": whether who said it is told, and what was said is an object
/// that begins with marks.
fn names(evidence: &Evidence<'_, '_, '_>, draft: &Draft) -> bool {
    let reading = evidence.reading;
    let said = |cue: &Range<usize>| {
        cue.clone().any(|at| evidence.says(at))
            && cue
                .clone()
                .any(|at| matches!(reading.tag(at), Tag::VerbPast | Tag::VerbS))
            && !cue.clone().any(|at| reading.tag(at) == Tag::Modal)
    };
    let marked = draft.content.first().is_some_and(|it| {
        (it.start.saturating_sub(1)..it.start + 2).any(|at| reading.kind(at) == TokenKind::Opening)
    });
    matches!(
        draft.sieve,
        "noun-phrase" | "called" | "prepositional-object" | "described-as" | "accused-of"
    ) && marked
        && draft.source.is_some()
        && draft.cue.as_ref().is_some_and(said)
}

/// "The ministry said Biden had urged Putin to …", "Biden has urged Putin to …, the ministry said":
/// whether a report is the main clause of another's content. What somebody would or could say is
/// none.
fn leads(evidence: &Evidence<'_, '_, '_>, draft: &Draft, starts: &HashSet<usize>) -> bool {
    let reading = evidence.reading;
    let (Some(cue), Some(source)) = (&draft.cue, &draft.source) else {
        return false;
    };
    let marked = || {
        let mut tokens = draft.content.iter().cloned().flatten();
        tokens.any(|at| reading.kind(at) == TokenKind::Opening)
    };
    let clause = matches!(
        draft.sieve,
        "that-clause" | "infinitive" | "prepositional-object"
    ) || draft.sieve == "noun-phrase" && marked();
    clause
        && starts.contains(&source.start)
        && cue.clone().any(|at| evidence.says(at))
        && !cue.clone().any(|at| reading.tag(at) == Tag::Modal)
}

fn draft(evidence: &Evidence<'_, '_, '_>, frame: Frame, rule: Option<Draft>) -> Option<Draft> {
    let reading = evidence.reading;
    let level = reading.token(frame.head).quotation;
    if let Some(rule) = rule.as_ref().filter(|rule| is_settled(rule.sieve)) {
        return Some(Draft {
            probability: Some(frame.confidence),
            ..rule.clone()
        });
    }
    let (hearer, ruled, sieve) = match rule {
        Some(rule) if frame.ruled => (rule.hearer, rule.source, rule.sieve),
        Some(rule) => (rule.hearer, rule.source, LEARNED),
        None => (None, None, LEARNED),
    };
    // "expects the navies to talk": who acts is not who listens; "the court heard" does.
    let hearer = hearer.filter(|it| it.end <= frame.head || evidence.says(frame.head));
    let mut source = source(evidence, &frame, ruled, hearer.as_ref());
    let mut content = Vec::with_capacity(frame.contents.len());
    for range in frame.contents {
        // "Opposition | lawmakers": both are who.
        if let Some(source) = source
            .as_mut()
            .filter(|it| is_before_head(evidence, &range, it))
        {
            source.start = range.start;
            continue;
        }
        by_paragraph(evidence, range, &mut content);
    }
    let content: Vec<Range<usize>> = content
        .into_iter()
        .map(|range| trimmed(evidence, whole(evidence, range, level), level))
        .map(|range| without(hearer.as_ref(), range))
        .filter(|range| !range.is_empty())
        .collect();
    (!content.is_empty()).then_some(Draft {
        content,
        cue: Some(bare_cue(evidence, frame.cue, frame.head)),
        source,
        hearer,
        level,
        sieve,
        from_context: false,
        probability: Some(frame.confidence),
    })
}

/// Whether `range` is the beginning of the noun phrase that `source` ends.
fn is_before_head(
    evidence: &Evidence<'_, '_, '_>,
    range: &Range<usize>,
    source: &Range<usize>,
) -> bool {
    let chunk = evidence.chunks.at(source.start);
    range.end == source.start && chunk.is_some_and(|it| it.tokens.start <= range.start)
}

/// "to open the road" of "both armies to open the road": without who is told.
fn without(hearer: Option<&Range<usize>>, mut content: Range<usize>) -> Range<usize> {
    if let Some(hearer) = hearer.filter(|it| it.start == content.start && it.end < content.end) {
        content.start = hearer.end;
    }
    content
}

/// "the tribunal" of ", the tribunal,": no comma or stop at an edge, no "but" before it, no "who" behind
/// it; "Arbel" of "Arbel to cut 900 jobs".
fn bare_source(evidence: &Evidence<'_, '_, '_>, mut source: Range<usize>) -> Range<usize> {
    let reading = evidence.reading;
    let comma = |at: usize| matches!(reading.form(at), "," | ";" | ":" | "." | "–" | "—");
    let leads = |at: usize| comma(at) || reading.tag(at) == Tag::Coordinator;
    while !source.is_empty() && leads(source.start) {
        source.start += 1;
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
    let follows = |at: usize| {
        comma(at) || matches!(reading.tag(at), Tag::Coordinator) || reading.is(at, "who")
    };
    while source.len() > 1 && follows(source.end - 1) {
        source.end -= 1;
    }
    source
}

/// "said" of "also said", "wrote back" of "wrote back.": no adverb before the verb, no mark behind it.
fn bare_cue(evidence: &Evidence<'_, '_, '_>, cue: Range<usize>, head: usize) -> Range<usize> {
    let reading = evidence.reading;
    let start = (cue.start..=head).find(|&at| reading.tag(at) != Tag::Adverb);
    let end = (head..cue.end).rfind(|&at| reading.kind(at) == TokenKind::Word);
    start.unwrap_or(cue.start)..end.map_or(cue.end, |last| last + 1)
}

/// The weights' source; but none where it has no word or one of the cue, where the rules take it for
/// who listens ("inquest hears"), where it is told, or a claim; and the rules' where it lies in it
/// behind another verb of saying ("the ministry said Biden").
fn source(
    evidence: &Evidence<'_, '_, '_>,
    frame: &Frame,
    ruled: Option<Range<usize>>,
    hearer: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let found = owned(
        evidence,
        frame,
        bare_source(evidence, frame.source.clone()?),
    );
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
    if is_told(evidence, frame, &found) || is_claim(evidence, &found) {
        return None;
    }
    let behind_verb = |ruled: &Range<usize>| {
        found.start < ruled.start
            && ruled.end <= found.end
            && (found.start..ruled.start).any(|at| evidence.says(at))
    };
    Some(ruled.filter(behind_verb).unwrap_or(found))
}

/// "Ames’s attorney, Ana Prado" of "Ames": where the owner would be the source, what he owns.
fn owned(evidence: &Evidence<'_, '_, '_>, frame: &Frame, source: Range<usize>) -> Range<usize> {
    let reading = evidence.reading;
    let is_owner = reading.tag(source.end) == Tag::Genitive;
    let person = |at: usize| {
        matches!(
            reading.word(at).noun,
            Some(Noun::Role | Noun::Kin | Noun::Person)
        )
    };
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

/// Cuts a range where a paragraph ends.
fn by_paragraph(evidence: &Evidence<'_, '_, '_>, range: Range<usize>, out: &mut Vec<Range<usize>>) {
    let reading = evidence.reading;
    let mut start = range.start;
    for at in range.start + 1..range.end {
        if reading.sentence(at).paragraph != reading.sentence(at - 1).paragraph {
            out.push(start..at);
            start = at;
        }
    }
    out.push(start..range.end);
}

/// As many words of a quotation as a content may leave out at an edge by a slip of the weights: no
/// writer cuts so few.
const SLIP: usize = 3;

/// With a few words more where they are all that lacks of a quotation.
fn whole(evidence: &Evidence<'_, '_, '_>, range: Range<usize>, level: Option<u32>) -> Range<usize> {
    let reading = evidence.reading;
    let inside = |at: usize| reading.token(at).quotation.filter(|it| Some(*it) != level);
    let is_mark = |at: usize, kind: TokenKind, of: Option<u32>| {
        at < reading.len() && reading.kind(at) == kind && reading.token(at).quotation == of
    };
    let (mut start, mut end) = (range.start, range.end);
    if let Some(first) = inside(start).filter(|_| reading.kind(start) != TokenKind::Opening) {
        let mut before = (start.saturating_sub(SLIP + 1)..start).rev();
        start = before
            .find(|&at| is_mark(at, TokenKind::Opening, Some(first)))
            .unwrap_or(start);
    }
    if let Some(last) = inside(end - 1).filter(|_| reading.kind(end - 1) != TokenKind::Closing) {
        let mut behind = end..end + SLIP + 1;
        end = behind
            .find(|&at| is_mark(at, TokenKind::Closing, Some(last)))
            .map_or(end, |closing| closing + 1);
    }
    start..end
}

/// Without marks around the whole and without commas and stops outside the marks at its end.
pub(super) fn trimmed(
    evidence: &Evidence<'_, '_, '_>,
    mut range: Range<usize>,
    level: Option<u32>,
) -> Range<usize> {
    let reading = evidence.reading;
    let outside = |at: usize| reading.token(at).quotation == level;
    // "the figure at 61%"
    let sign = |at: usize| {
        matches!(
            reading.form(at),
            "%" | "‰" | "°" | "$" | "£" | "€" | "¥" | "₹" | "#"
        )
    };
    let edge = |at: usize| {
        matches!(reading.kind(at), TokenKind::Punctuation | TokenKind::Stop) && !sign(at)
    };
    while !range.is_empty() && edge(range.end - 1) && outside(range.end - 1) {
        range.end -= 1;
    }
    while !range.is_empty() && edge(range.start) && outside(range.start) {
        range.start += 1;
    }
    if range.is_empty() {
        return range;
    }
    let (first, last) = (range.start, range.end - 1);
    let opens = reading.kind(first) == TokenKind::Opening;
    let closes = reading.kind(last) == TokenKind::Closing;
    let mark = |at: usize| reading.token(at).quotation;
    let pair = opens && closes && mark(first) == mark(last);
    let closed_inside =
        (first..=last).any(|at| reading.kind(at) == TokenKind::Closing && mark(at) == mark(first));
    let opened_inside =
        (first..=last).any(|at| reading.kind(at) == TokenKind::Opening && mark(at) == mark(last));
    if pair || opens && !closed_inside {
        range.start += 1;
    }
    if pair || closes && !opened_inside {
        range.end -= 1;
    }
    range
}
