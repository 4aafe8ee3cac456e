//! Quotations whose frame has the shape of an attribution, though its verb stands in no list or far
//! away: "…," Ames laughs; shared a worry with the crowd: "…".

use std::ops::Range;

use super::{Draft, Found, continuation::is_speech, quotation::opens_sentence};
use crate::{
    cue::{self, Cue, CueForm},
    evidence::Evidence,
    lexicon::{Pattern, VerbClass},
    mention::REACH,
    tag::Tag,
    token::TokenKind,
};

/// Takes quotations that are left and have a clause beside them that can only be their frame.
pub(crate) fn framed(evidence: &Evidence<'_, '_, '_>, found: &mut Found) {
    for index in 0..evidence.quoted.len() {
        if found.taken[index].is_some() {
            continue;
        }
        let draft = followed(evidence, index).or_else(|| {
            is_speech(evidence, index)
                .then(|| introduced(evidence, index))
                .flatten()
        });
        if let Some(draft) = draft {
            let head = draft.cue.as_ref().map(|cue| cue.end - 1);
            for at in evidence.cue_from(draft.cue.as_ref().map_or(0, |cue| cue.start))
                ..evidence.cues.len()
            {
                if Some(evidence.cues[at].head) > head {
                    break;
                }
                found.used[at] = true;
            }
            found.add(evidence, draft);
        }
    }
}

/// `“…,” SOURCE VERB` and `“…,” VERB SOURCE`, whatever the verb: the comma inside ties them.
fn followed(evidence: &Evidence<'_, '_, '_>, index: usize) -> Option<Draft> {
    let reading = evidence.reading;
    let quoted = &evidence.quoted[index];
    let inside = evidence.last_inside(index)?;
    let mut first = quoted.tokens.end;
    let outside = reading.is(first, ",");
    let tied = outside || reading.is_any(inside, &[",", "?", "!", "—", "–", "--", "-"]);
    if !tied || first >= reading.len() || !opens_sentence(evidence, quoted.tokens.start) {
        return None;
    }
    first += usize::from(outside);
    if first >= reading.len()
        || reading.sentence(first).paragraph != reading.sentence(inside).paragraph
    {
        return None;
    }
    let end = reading.sentence(first).tokens.end;
    let frame = after_verb(evidence, first, end).or_else(|| after_source(evidence, first, end));
    let (source, verb) = frame?;
    Some(draft(evidence, index, source, verb, "cue-after-quotation"))
}

/// `VERB SOURCE`
fn after_verb(
    evidence: &Evidence<'_, '_, '_>,
    first: usize,
    end: usize,
) -> Option<(Range<usize>, Range<usize>)> {
    let reading = evidence.reading;
    let verb = matches!(
        reading.tag(first),
        Tag::VerbPast | Tag::VerbS | Tag::VerbParticiple
    ) || reading.word(first).may_be(Tag::VerbPast);
    verb.then(|| evidence.inverted(&bare_cue(evidence, first)))
        .flatten()
        .filter(|source| source.end <= end)
        .map(|source| (source, first..first + 1))
}

/// `SOURCE VERB`: the noun phrase behind the mark and the first finite verb behind it.
fn after_source(
    evidence: &Evidence<'_, '_, '_>,
    first: usize,
    end: usize,
) -> Option<(Range<usize>, Range<usize>)> {
    let reading = evidence.reading;
    let source = evidence.mentions().starting_at(first, end)?;
    let finite = |at: usize| matches!(reading.tag(at), Tag::VerbPast | Tag::VerbS | Tag::Verb);
    let level = reading.token(first).quotation;
    let reach = end.min(source.end + REACH);
    let says = (source.end..reach)
        .find(|&at| evidence.same_level(at, level) && finite(at) && evidence.says(at));
    // "Ames, who took one apart for us, said": a relative clause has a verb of its own.
    let directly = (source.end..reach.min(source.end + 3))
        .find(|&at| finite(at) && reading.tag(at - 1) != Tag::Wh);
    if let Some(verb) = directly.or(says) {
        return Some((source, verb..verb + 1));
    }
    // A word of no list that closes the sentence as a verb would: "Ames yodels."
    let verb = source.end - 1;
    let form = reading.form(verb);
    let closes = source.end >= end || reading.kind(source.end) == TokenKind::Stop;
    let shaped = !reading.is_capital(verb) && (form.ends_with('s') || form.ends_with("ed"));
    let named = verb > first && reading.is_capital(verb - 1);
    (closes && shaped && named).then_some((first..verb, verb..verb + 1))
}

/// `SOURCE … VERB …, “…”` and `…: “…”`, the colon also at the end of the paragraph before.
fn introduced(evidence: &Evidence<'_, '_, '_>, index: usize) -> Option<Draft> {
    let reading = evidence.reading;
    let mark = evidence.quoted[index].tokens.start;
    let tie = mark.checked_sub(1)?;
    if !reading.is_any(tie, &[":", ","]) {
        return None;
    }
    let floor = reading.sentence(tie).tokens.start;
    let level = reading.token(tie).quotation;
    let finite = |at: usize| matches!(reading.tag(at), Tag::VerbPast | Tag::VerbS | Tag::Verb);
    let candidates = (floor..tie)
        .rev()
        .take(REACH)
        .filter(|&at| evidence.same_level(at, level) && finite(at));
    // The verb of saying that stands nearest, or else the first verb of the sentence.
    let says = candidates.clone().find(|&at| evidence.says(at));
    let verb = says.or_else(|| candidates.clone().next_back())?;
    let cue = evidence
        .cues
        .get(evidence.cue_from(verb))
        .filter(|cue| cue.head == verb)
        .cloned()
        .unwrap_or_else(|| bare_cue(evidence, verb));
    // "interjected to say": the subject of the verb before "to".
    let infinitive = cue.tokens.start > floor && reading.tag(cue.tokens.start - 1) == Tag::To;
    let source = if infinitive {
        evidence.clause_subject(cue.tokens.start - 1, floor, level)
    } else {
        evidence.subject_or_shared(&cue)
    }?;
    let colon = says.is_none() && reading.is(tie, ":");
    let tokens = if colon { tie..tie + 1 } else { cue.tokens };
    let quoted = &evidence.quoted[index];
    Some(Draft {
        content: quoted.parts.clone(),
        cue: Some(tokens),
        source: Some(source),
        hearer: None,
        level: None,
        sieve: if colon {
            "colon"
        } else {
            "cue-before-quotation"
        },
        from_context: false,
        probability: None,
    })
}

fn draft(
    evidence: &Evidence<'_, '_, '_>,
    index: usize,
    source: Range<usize>,
    verb: Range<usize>,
    sieve: &'static str,
) -> Draft {
    let known = evidence
        .cues
        .get(evidence.cue_from(verb.start))
        .filter(|it| it.head == verb.start);
    let cue = known.map_or(verb, |it| it.tokens.clone());
    let hearer = known.and_then(|cue| {
        let scope = cue.scope.clone();
        let from = if source.start > cue.head {
            source.end
        } else {
            cue.tokens.end
        };
        evidence.between(cue, from, &scope).hearer
    });
    Draft {
        content: evidence.quoted[index].parts.clone(),
        cue: Some(cue),
        source: Some(source),
        hearer,
        level: None,
        sieve,
        from_context: false,
        probability: None,
    }
}

/// A verb of no list, as a cue that takes quotations.
fn bare_cue(evidence: &Evidence<'_, '_, '_>, verb: usize) -> Cue {
    debug_assert!(evidence.reading.kind(verb) == TokenKind::Word);
    Cue {
        tokens: verb..verb + 1,
        head: verb,
        form: CueForm::Finite,
        pattern: Pattern::QUOTE,
        class: VerbClass::Speech,
        quotation: evidence.reading.token(verb).quotation,
        scope: cue::scope(evidence.reading, verb),
    }
}
