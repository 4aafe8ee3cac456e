//! Reported speech: "X said that Y", "Y, X said", "which X said Y", "saying that Y".

use std::ops::Range;

use super::{
    Draft, Found,
    fronted::fronted,
    quotation::{headline_goes_on, is_inverted},
};
use crate::{
    content::Complement,
    cue::{Cue, CueForm, behind_be},
    evidence::Evidence,
    lexicon::{Noun, Pattern, VerbClass},
    tag::Tag,
};

/// Takes every cue that is left and has a content in its clause.
pub(crate) fn reports(evidence: &Evidence<'_, '_, '_>, found: &mut Found) {
    for index in 0..evidence.cues.len() {
        let cue = &evidence.cues[index];
        if found.used[index] || cue.form == CueForm::AccordingTo {
            continue;
        }
        let Some(draft) = report(evidence, cue) else {
            continue;
        };
        if is_own_thought(evidence, cue, &draft) || is_said_before(evidence, &draft, found) {
            continue;
        }
        found.used[index] = true;
        found.add(evidence, draft);
    }
}

/// "I think", "you know" inside a quotation: a turn of speech, nobody reports anything.
fn is_own_thought(evidence: &Evidence<'_, '_, '_>, cue: &Cue, draft: &Draft) -> bool {
    let reading = evidence.reading;
    let own = draft.source.as_ref().is_none_or(|source| {
        source.len() == 1 && reading.is_any(source.start, &["i", "we", "you", "it", "that", "this"])
    });
    cue.quotation.is_some() && own && !matches!(cue.class, VerbClass::Speech | VerbClass::Writing)
}

/// "said: “…,” he recalled": a second cue for a quotation that has one says nothing new. And "repeated
/// her claim that": the noun is the cue.
fn is_said_before(evidence: &Evidence<'_, '_, '_>, draft: &Draft, found: &Found) -> bool {
    let reading = evidence.reading;
    let whole = |range: &Range<usize>| {
        draft.level.is_none()
            && evidence.quoted_at(range.start).is_some_and(|quoted| {
                found.taken[quoted].is_some() && evidence.quoted_at(range.end - 1) == Some(quoted)
            })
    };
    let noun = |range: &Range<usize>| {
        draft.sieve == "noun-phrase"
            && range.clone().take(6).any(|at| {
                reading.word(at).noun_cue.is_some()
                    && evidence
                        .cues
                        .get(evidence.cue_from(at))
                        .is_some_and(|cue| cue.head == at)
            })
    };
    draft
        .content
        .iter()
        .all(|range| !range.is_empty() && (whole(range) || noun(range)))
}

fn report(evidence: &Evidence<'_, '_, '_>, cue: &Cue) -> Option<Draft> {
    if let Some(draft) = asked(evidence, cue) {
        return Some(draft);
    }
    match cue.form {
        CueForm::Noun => noun(evidence, cue),
        CueForm::Passive => passive(evidence, cue),
        CueForm::Participle => participle(evidence, cue),
        _ => finite(evidence, cue).and_then(|draft| heard(evidence, cue, draft)),
    }
}

/// `Asked whether Y, HEARER …`, `Asked by SOURCE whether Y, HEARER …`: the one who was asked is the
/// subject of the main clause.
fn asked(evidence: &Evidence<'_, '_, '_>, cue: &Cue) -> Option<Draft> {
    let reading = evidence.reading;
    let scope = cue.scope.clone();
    let opens = scope.start == cue.tokens.start
        || scope.start + 1 == cue.tokens.start
            && reading.is_any(scope.start, &["when", "if", "once"]);
    if !opens
        || !reading.is_any(
            cue.head,
            &["asked", "told", "questioned", "pressed", "quizzed"],
        )
    {
        return None;
    }
    let by = reading.is(cue.tokens.end, "by");
    let source = by
        .then(|| {
            evidence
                .mentions()
                .starting_at(cue.tokens.end + 1, scope.end)
        })
        .flatten();
    let at = source.as_ref().map_or(cue.tokens.end, |it| it.end);
    let clause = reading.tag(at) == Tag::Wh || reading.is_any(at, &["whether", "if", "that"]);
    let comma = (at..scope.end).find(|&it| {
        reading.is(it, ",")
            && evidence.same_level(it, cue.quotation)
            && evidence.chunks.starting_at(it + 1).is_some()
    })?;
    let hearer = evidence.mentions().starting_at(comma + 1, scope.end)?;
    clause.then(|| {
        let content = std::iter::once(at..comma).collect();
        draft(cue, source, content, Some(hearer), "passive-report")
    })
}

/// "inquest hears", "the court heard that", "court told": who listens is no source. Somebody who
/// heard a thing land heard no words.
fn heard(evidence: &Evidence<'_, '_, '_>, cue: &Cue, draft: Draft) -> Option<Draft> {
    let reading = evidence.reading;
    let hears = reading.is_any(cue.head, &["hear", "hears", "heard"]);
    let forum = draft.source.clone().is_some_and(|mut source| {
        source.any(|at| {
            matches!(
                reading.word(at).noun,
                Some(Noun::Organization | Noun::Group)
            ) || reading.is_any(at, &["inquest", "hearing", "trial", "meeting", "session"])
        })
    });
    let told = reading.is(cue.head, "told")
        && cue.tokens.len() == 1
        && draft.hearer.is_none()
        && draft.sieve == "fronted-report"
        && evidence.trimmed(cue.tokens.end..cue.scope.end).is_empty();
    // "The inquiry heard from Dr Ana Prado that"
    let from = cue.tokens.end;
    if hears
        && reading.is(from, "from")
        && let Some(witness) = evidence.mentions().starting_at(from + 1, cue.scope.end)
    {
        return Some(Draft {
            hearer: draft.source,
            source: Some(witness),
            ..draft
        });
    }
    if hears && forum || told {
        return Some(Draft {
            hearer: draft.source,
            source: None,
            ..draft
        });
    }
    (!hears || draft.sieve != "bare-clause").then_some(draft)
}

pub(super) fn draft(
    cue: &Cue,
    source: Option<Range<usize>>,
    content: Vec<Range<usize>>,
    hearer: Option<Range<usize>>,
    sieve: &'static str,
) -> Draft {
    Draft {
        content,
        cue: Some(cue.tokens.clone()),
        source,
        hearer,
        level: cue.quotation,
        sieve,
        from_context: false,
        probability: None,
    }
}

/// A complement that is no whole quotation; those belong to the sieve of quotations.
fn complement(evidence: &Evidence<'_, '_, '_>, cue: &Cue, from: usize) -> Option<Complement> {
    evidence
        .complement(cue, from)
        .filter(|it| !it.content.is_empty())
}

fn finite(evidence: &Evidence<'_, '_, '_>, cue: &Cue) -> Option<Draft> {
    if inverts(evidence, cue)
        && let Some(found) = inverted(evidence, cue)
    {
        return Some(found);
    }
    let source = evidence.subject_or_shared(cue);
    if source.as_ref().is_some_and(|source| {
        is_demanded(evidence, cue, source) || evidence.is_reduced(cue, source)
    }) {
        return None;
    }
    if let Some(source) = source.clone() {
        if let Some(found) = complement(evidence, cue, cue.tokens.end) {
            let mut made = draft(cue, Some(source), found.content, found.hearer, found.tie);
            made.cue = Some(cue.tokens.start..found.cue_end);
            return Some(made);
        }
        if let Some(found) = relative(evidence, cue, &source) {
            return Some(found);
        }
        if let Some(found) = fronted(evidence, cue, &source, cue.tokens.end) {
            return Some(found);
        }
    }
    if is_inverted(evidence, cue) && cue.pattern.has(Pattern::QUOTE) {
        return inverted(evidence, cue);
    }
    None
}

/// `Y, said SOURCE.`: whether the verb can only have its subject behind it. "Praised the crew" has an
/// object there.
fn inverts(evidence: &Evidence<'_, '_, '_>, cue: &Cue) -> bool {
    let reading = evidence.reading;
    let comma = cue
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|it| reading.is(it, ","));
    let speaker = evidence.inverted(cue).is_some_and(|mut source| {
        source.any(|at| {
            reading.tag(at) == Tag::Name
                || reading.word(at).noun.is_some()
                || reading.is_any(at, &["he", "she", "they"])
        })
    });
    comma
        && speaker
        && cue.tokens.len() == 1
        && reading.is_any(cue.head, &["said", "say", "says"])
        && evidence.subject(cue).is_none()
}

/// `Y, said SOURCE.`
fn inverted(evidence: &Evidence<'_, '_, '_>, cue: &Cue) -> Option<Draft> {
    if headline_goes_on(evidence, cue) {
        return None;
    }
    let source = evidence.inverted(cue)?;
    let end = source.end;
    let found = fronted(evidence, cue, &(cue.tokens.start..end), end)?;
    Some(Draft {
        source: Some(source),
        sieve: "inverted-report",
        ..found
    })
}

/// "demanding that NATO deny membership": a base form behind one name is a demand, not a report.
fn is_demanded(evidence: &Evidence<'_, '_, '_>, cue: &Cue, source: &Range<usize>) -> bool {
    let reading = evidence.reading;
    let base = reading.tag(cue.head) == Tag::Verb && cue.tokens.start == cue.head;
    let one = source.clone().all(|at| reading.tag(at) != Tag::Coordinator)
        && matches!(reading.tag(source.end - 1), Tag::Name | Tag::Noun)
        && !reading.form(source.end - 1).ends_with('s');
    let scope = cue.scope.clone();
    let demanded = (scope.start..source.start)
        .rev()
        .take(3)
        .any(|at| reading.is(at, "that"));
    base && one && demanded
}

/// `…, which SOURCE said began at noon, …`: the rest of the relative clause.
fn relative(evidence: &Evidence<'_, '_, '_>, cue: &Cue, source: &Range<usize>) -> Option<Draft> {
    let reading = evidence.reading;
    let scope = cue.scope.clone();
    let pronoun = source
        .start
        .checked_sub(1)
        .filter(|&it| it >= scope.start)?;
    if !reading.is_any(pronoun, &["which", "who", "that", "whom", "what"]) {
        return None;
    }
    let first = cue.tokens.end;
    // "centred" may be tagged as a participle here.
    let verb = matches!(
        reading.tag(first),
        Tag::VerbPast | Tag::VerbS | Tag::Verb | Tag::Modal
    ) || reading.tag(first) == Tag::VerbParticiple
        && reading.word(first).may_be(Tag::VerbPast);
    if !verb || first >= scope.end {
        return None;
    }
    let end = (first..scope.end)
        .find(|&at| reading.is(at, ",") && evidence.same_level(at, cue.quotation))
        .unwrap_or(scope.end);
    let content = evidence.trimmed(first..end);
    (!content.is_empty()).then(|| {
        draft(
            cue,
            Some(source.clone()),
            vec![content],
            None,
            "relative-report",
        )
    })
}

/// `saying that Y`, `accusing X of Y`: the subject is that of the clause it hangs on.
fn participle(evidence: &Evidence<'_, '_, '_>, cue: &Cue) -> Option<Draft> {
    // "the saying", "a growing feeling": a participle inside a noun phrase reports nothing.
    if evidence.chunks.at(cue.head).is_some() {
        return None;
    }
    let found = complement(evidence, cue, cue.tokens.end)?;
    let source = evidence.participle_subject(cue)?;
    let mut content = found.content;
    // "Stressing that no one was hurt, the director said": the content ends before the source.
    if let Some(last) = content
        .last_mut()
        .filter(|last| last.contains(&source.start) && source.start > last.start + 1)
    {
        *last = evidence.trimmed(last.start..source.start);
    }
    let mut made = draft(cue, Some(source), content, found.hearer, found.tie);
    made.cue = Some(cue.tokens.start..found.cue_end);
    Some(made)
}

/// `X was told that Y`, `X were warned by SOURCE that Y`: the subject is the hearer; `SOURCE was
/// convinced that Y`.
fn passive(evidence: &Evidence<'_, '_, '_>, cue: &Cue) -> Option<Draft> {
    let reading = evidence.reading;
    let agent = evidence.agent(cue);
    let hears = cue.pattern.any(Pattern::HEARER.and(Pattern::HEARER_TO));
    if !hears && agent.is_none() {
        return None;
    }
    let from = agent.as_ref().map_or(cue.tokens.end, |it| it.end);
    let Some(found) = complement(evidence, cue, from) else {
        // "Y, the court was told."
        let told = agent.is_none() && reading.is_any(cue.head, &["informed", "told"]);
        let hearer = evidence
            .subject(cue)
            .filter(|it| told && reading.tag(it.start) != Tag::Wh)?;
        let fronted = fronted(evidence, cue, &hearer, from)?;
        return Some(Draft {
            source: None,
            hearer: Some(hearer),
            ..fronted
        });
    };
    // Without an agent "was expected to" and "was ordered to" tell of an event rather than of words.
    let words = cue.pattern.any(Pattern::HEARER.and(Pattern::ASK));
    if agent.is_none() && (found.tie == "noun-phrase" || !words) {
        return None;
    }
    let subject = evidence.subject(cue);
    // "was convinced that" tells what the subject thinks.
    if agent.is_none() && reading.is_any(cue.head, &["convinced", "persuaded"]) {
        return Some(draft(cue, subject, found.content, None, "passive-report"));
    }
    let hearer = subject.filter(|_| hears);
    Some(draft(cue, agent, found.content, hearer, "passive-report"))
}

/// `SOURCE's claim that Y`, `the warning by SOURCE that Y`.
fn noun(evidence: &Evidence<'_, '_, '_>, cue: &Cue) -> Option<Draft> {
    let reading = evidence.reading;
    let chunk = evidence.chunks.at(cue.head)?;
    let owner = (chunk.tokens.start..cue.head)
        .rev()
        .find(|&at| matches!(reading.tag(at), Tag::Possessive | Tag::Genitive))?;
    let source = if reading.tag(owner) == Tag::Possessive {
        owner..owner + 1
    } else {
        chunk.tokens.start..owner + 1
    };
    let found = complement(evidence, cue, behind_be(reading, cue.head)).or_else(|| {
        let scope = cue.scope.clone();
        let at = cue.tokens.end;
        (reading.tag(at) == Tag::To).then(|| Complement {
            content: evidence.clause(at, &scope, cue),
            hearer: None,
            quoted: None,
            tie: "infinitive",
            cue_end: at,
        })
    })?;
    Some(draft(cue, Some(source), found.content, None, "noun-cue"))
}
