//! The speaker of each attribution.

use std::ops::Range;

use super::{
    context::{asks, context, follows},
    hindsight,
    referent::{Id, NOBODY},
    referring::referent,
    result::finish,
    walk::{self, Walk},
};
use crate::{
    entity::Entity,
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
    /// Index of whom a pronoun in the addressee stands for.
    pub(crate) hearer: Option<usize>,
    /// The noun phrase that names the medium.
    pub(crate) medium: Option<Range<usize>>,
}

/// Finds the speaker of every draft.
pub(crate) fn speakers(evidence: &Evidence<'_, '_, '_>, found: &sieve::Found) -> Speakers {
    let drafts = &found.drafts;
    let mut order: Vec<(usize, usize)> = drafts
        .iter()
        .enumerate()
        .map(|(index, draft)| (walk::position(draft), index))
        .collect();
    order.sort_unstable();
    let mut spoken = vec![NOBODY; drafts.len()];
    let mut walk = Walk::new(evidence);
    walk.run(&order, |walk, index| {
        let id = settle(walk, &drafts[index]);
        spoken[index] = id;
        if id != NOBODY {
            walk.cast.get_mut(id).spoken += 1;
            let at = walk::position(&drafts[index]).saturating_sub(1);
            let place = walk.place(at.min(evidence.reading.len() - 1), at + 1);
            let asked = asks(walk.reading, &drafts[index]);
            walk.salience.speak(id, place, asked);
        }
    });
    hindsight::lead(&mut walk);
    hindsight::headlines(&mut walk, drafts, &mut spoken);
    hindsight::described_first(&mut walk);
    hindsight::cataphora(&walk, drafts, &mut spoken);
    hindsight::first_persons(&walk, found, &order, &mut spoken);
    let hearers: Vec<Id> = drafts
        .iter()
        .map(|draft| hindsight::hearer(&walk, found, draft, &spoken))
        .collect();
    finish(walk, drafts, &spoken, &hearers)
}

/// The referent of a draft's source, or of the context where it has none.
fn settle(walk: &mut Walk<'_, '_, '_, '_>, draft: &Draft) -> Id {
    let reading = walk.reading;
    match &draft.source {
        Some(source) if source.is_empty() || reading.in_headline(source.start) => NOBODY,
        Some(source) => referent(walk, source, draft.cue.as_ref()),
        None if draft.from_context => context(walk, draft),
        None if draft.cue.is_none() => follows(walk, draft),
        None => NOBODY,
    }
}
