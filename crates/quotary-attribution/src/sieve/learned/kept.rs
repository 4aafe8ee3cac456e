//! Reports of the rules that stand without the weights' assent.

use std::{collections::HashSet, ops::Range};

use crate::{evidence::Evidence, sieve::Draft, tag::Tag, token::TokenKind};

/// Whether a rule's report stands without the weights' assent, by what it looks like. `starts` has where
/// the contents of those begin that stand already.
pub(super) fn kept(
    evidence: &Evidence<'_, '_, '_>,
    draft: &Draft,
    starts: &HashSet<usize>,
) -> bool {
    heads(evidence, draft) || leads(evidence, draft, starts) || marks_object(evidence, draft)
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
fn marks_object(evidence: &Evidence<'_, '_, '_>, draft: &Draft) -> bool {
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
    let clause = matches!(
        draft.sieve,
        "that-clause" | "infinitive" | "prepositional-object"
    ) || draft.sieve == "noun-phrase" && evidence.has_marks(&draft.content);
    clause
        && starts.contains(&source.start)
        && cue.clone().any(|at| evidence.says(at))
        && !cue.clone().any(|at| reading.tag(at) == Tag::Modal)
}
