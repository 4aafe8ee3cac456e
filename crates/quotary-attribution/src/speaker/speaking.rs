//! The speaker of each attribution.

use std::{collections::HashMap, ops::Range};

use quotary_grammar::Span;

use super::{
    answer, billing,
    context::{context, follows},
    headline, hindsight, lead,
    referent::{Id, NOBODY},
    referring::referent,
    result::finish,
    untold,
    walk::{self, Walk},
};
use crate::{
    entity::{AntecedentCandidate, Entity, PronounChoice, SpeakerKind},
    evidence::Evidence,
    sieve::{self, Draft},
};

/// The entities of an article and what each draft has of them.
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    /// Everybody with a name, and everybody who speaks or is spoken to.
    pub(crate) entities: Vec<Entity>,
    /// For each draft in its order.
    pub(crate) said: Vec<Said>,
}

/// Who said one draft, to whom and where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// Index among the entities.
    pub(crate) speaker: Option<usize>,
    /// What a pronoun that stands for nobody tells of its source.
    pub(crate) source_kind: SpeakerKind,
    /// Index of whom a pronoun in the addressee stands for.
    pub(crate) hearer: Option<usize>,
    /// The noun phrase that names the medium.
    pub(crate) medium: Option<Range<usize>>,
}

/// Finds the speaker of every draft.
pub(crate) fn speakers(evidence: &Evidence<'_, '_, '_>, found: &sieve::Found) -> Speakers {
    let drafts = &found.drafts;
    let order = order(drafts);
    let mut spoken = vec![NOBODY; drafts.len()];
    let mut walk = Walk::new(evidence);
    go(&mut walk, drafts, &order, &mut spoken);
    lead::lead(&mut walk);
    lead::titled_below(&mut walk, drafts, &spoken);
    lead::brought_in(&mut walk, drafts, &spoken);
    headline::headlines(&mut walk, drafts, &mut spoken);
    hindsight::announced(&mut walk, drafts, &order, &spoken);
    hindsight::self_named(&mut walk, drafts, &spoken);
    lead::described_first(&mut walk);
    billing::bill(&mut walk);
    untold::untold(&mut walk, drafts, &spoken);
    hindsight::cataphora(&walk, drafts, &mut spoken);
    answer::answers(&walk, drafts, &mut spoken);
    hindsight::first_persons(&walk, found, &order, &mut spoken);
    let hearers: Vec<Id> = drafts
        .iter()
        .map(|draft| hindsight::hearer(&walk, found, draft, &spoken))
        .collect();
    finish(walk, drafts, &spoken, &hearers)
}

/// Every pronoun of the article with everybody it could mean.
pub(crate) fn pronouns(
    evidence: &Evidence<'_, '_, '_>,
    found: &sieve::Found,
) -> Vec<PronounChoice> {
    let drafts = &found.drafts;
    let mut spoken = vec![NOBODY; drafts.len()];
    let mut walk = Walk::new(evidence);
    walk.salience.choices = Some(Vec::new());
    go(&mut walk, drafts, &order(drafts), &mut spoken);
    let reading = walk.reading;
    let mut mentions: HashMap<Id, Vec<Span>> = HashMap::new();
    for (id, range) in &walk.mentions {
        let span = reading.span(range.clone());
        mentions.entry(walk.cast.root(*id)).or_default().push(span);
    }
    let choices = walk.salience.choices.take().unwrap_or_default();
    choices
        .into_iter()
        .map(|choice| PronounChoice {
            pronoun: reading.token(choice.token).span,
            class: choice.class,
            candidates: choice
                .candidates
                .iter()
                .map(|(id, features)| AntecedentCandidate {
                    name: reading.slice(walk.cast.get(*id).name.clone()).to_owned(),
                    mentions: mentions
                        .get(&walk.cast.root(*id))
                        .cloned()
                        .unwrap_or_default(),
                    features: features.to_vec(),
                })
                .collect(),
        })
        .collect()
}

/// Drafts by where they are settled.
fn order(drafts: &[Draft]) -> Vec<(usize, usize)> {
    let mut order: Vec<(usize, usize)> = drafts
        .iter()
        .enumerate()
        .map(|(index, draft)| (walk::position(draft), index))
        .collect();
    order.sort_unstable();
    order
}

/// Walks through the article; whoever says a draft is noted in `spoken`.
fn go(
    walk: &mut Walk<'_, '_, '_, '_>,
    drafts: &[Draft],
    order: &[(usize, usize)],
    spoken: &mut [Id],
) {
    let reported = reported(drafts);
    walk.run(order, |walk, index| {
        let id = settle(walk, &drafts[index]);
        spoken[index] = id;
        if id != NOBODY {
            walk.cast.get_mut(id).spoken += 1;
            tells(walk, &drafts[index], id);
        }
        if id != NOBODY && !reported[index] {
            let at = walk::position(&drafts[index]).saturating_sub(1);
            let place = walk.place(at.min(walk.reading.len() - 1), at + 1);
            let asked = drafts[index].asks(walk.reading);
            walk.salience.speak(id, place, asked);
        }
    });
}

/// Notes that `id` speaks in the quotations of `draft`, which has nothing else that tells.
fn tells(walk: &mut Walk<'_, '_, '_, '_>, draft: &Draft, id: Id) {
    if draft.from_context {
        for part in &draft.content {
            if let Some(quoted) = walk.evidence.quoted_at(part.start) {
                walk.tellers[quoted] = id;
            }
        }
    }
}

/// "Prado said | that nurses had begged him to stop": which drafts the narrator only reports that somebody reports;
/// whoever they are of has not the word.
fn reported(drafts: &[Draft]) -> Vec<bool> {
    let mut contents: Vec<(usize, usize)> = drafts
        .iter()
        .filter(|draft| draft.level.is_none())
        .flat_map(|draft| draft.content.iter().map(|it| (it.start, it.end)))
        .collect();
    contents.sort_unstable();
    let mut last = 0;
    for (_, end) in &mut contents {
        last = last.max(*end);
        *end = last;
    }
    let inside = |cue: usize| {
        let before = contents.partition_point(|&(start, _)| start <= cue);
        before > 0 && contents[before - 1].1 > cue
    };
    drafts
        .iter()
        .map(|draft| {
            let cue = draft.cue.as_ref().filter(|_| draft.level.is_none());
            cue.is_some_and(|cue| inside(cue.start))
        })
        .collect()
}

/// The referent of a draft's source, or of the context where it has none.
fn settle(walk: &mut Walk<'_, '_, '_, '_>, draft: &Draft) -> Id {
    let reading = walk.reading;
    match &draft.source {
        _ if answer::label(reading, draft).is_some() => NOBODY,
        Some(source) if source.is_empty() || reading.in_headline(source.start) => NOBODY,
        Some(source) => referent(walk, source, draft.cue.as_ref()),
        None if draft.from_context => context(walk, draft),
        None if draft.cue.is_none() => follows(walk, draft),
        None => NOBODY,
    }
}
