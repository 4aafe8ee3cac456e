//! "Y, according to SOURCE", "According to SOURCE, Y".

use super::{Draft, Found, quotation::opens_sentence};
use crate::{
    cue::{Cue, CueForm},
    evidence::Evidence,
    mention::REACH,
    tag::Tag,
};

/// Takes every "according to".
pub(crate) fn according_to(evidence: &Evidence<'_, '_, '_>, found: &mut Found) {
    for index in 0..evidence.cues.len() {
        let cue = &evidence.cues[index];
        if cue.form != CueForm::AccordingTo {
            continue;
        }
        let Some(draft) = according(evidence, cue) else {
            continue;
        };
        found.used[index] = true;
        found.add(evidence, draft);
    }
}

fn according(evidence: &Evidence<'_, '_, '_>, cue: &Cue) -> Option<Draft> {
    let reading = evidence.reading;
    let scope = cue.scope.clone();
    let mut source = evidence.mentions().starting_at(cue.tokens.end, scope.end)?;
    // "According to two people involved in the talks, …": up to the comma, where no verb is finite but
    // those of "three who spoke to us".
    if evidence.trimmed(scope.start..cue.tokens.start).is_empty() {
        let comma = (source.end..scope.end.min(source.end + REACH))
            .find(|&at| reading.is(at, ",") && evidence.same_level(at, cue.quotation));
        let finite = |at: usize| {
            matches!(
                reading.tag(at),
                Tag::VerbS | Tag::Verb | Tag::Modal | Tag::Wh
            ) || reading.tag(at) == Tag::VerbPast && !reading.word(at).may_be(Tag::VerbParticiple)
        };
        let relative = (source.start + 1..=source.end).any(|at| reading.is(at, "who"));
        if let Some(comma) = comma.filter(|&comma| relative || !(source.end..comma).any(finite)) {
            source.end = comma;
        }
    }
    let mut content = Vec::new();
    let before = evidence.trimmed(scope.start..cue.tokens.start);
    if !before.is_empty() {
        // The whole of a quotation that opens the sentence, its earlier sentences included.
        let first = evidence
            .quoted_at(before.start)
            .filter(|_| cue.quotation.is_none());
        match first.map(|quoted| &evidence.quoted[quoted]) {
            Some(quoted)
                if quoted.tokens.end == before.end
                    && opens_sentence(evidence, quoted.tokens.start)
                    || quoted.tokens.start < before.start =>
            {
                content.extend(quoted.parts.iter().cloned());
            }
            _ => content.push(before),
        }
    }
    if reading.is(source.end, ",") && source.end + 1 < scope.end {
        let narrates = reading.is_any(source.end + 1, &["who", "which", "where", "whose"])
            || reading.word(source.end + 1).cue.is_some();
        if !narrates {
            content.extend(evidence.clause(source.end + 1, &scope, cue));
        }
    }
    (!content.is_empty()).then(|| Draft {
        content,
        cue: Some(cue.tokens.clone()),
        source: Some(source),
        hearer: None,
        level: cue.quotation,
        sieve: "according-to",
        from_context: false,
        probability: None,
    })
}
