//! Whoever the lead describes and a later sentence names: "A retired manager who went to law … ¶ Cathal
//! Prado, 61, had asked".

use std::ops::Range;

use quotary_grammar::SegmentKind;

use super::{
    apposition, noun,
    referent::{Found, Id, NOBODY},
    role,
    walk::Walk,
};
use crate::{entity::SpeakerKind, reading::Reading, sieve::Draft, tag::Tag};

/// How many paragraphs of the body make its lead, in which somebody may be described before being
/// named.
const LEAD: usize = 2;

/// "A retired manager who went to law … ¶ Cathal Gormanley, 61, had asked": whoever the first words
/// of the article describe is named at the head of one of the next paragraphs.
pub(crate) fn lead(walk: &mut Walk<'_, '_, '_, '_>) {
    /// The name comes soon or not at all.
    const PARAGRAPHS: usize = 3;
    let reading = walk.reading;
    let sentences = reading.sentences();
    let Some(first) = sentences.iter().position(|it| it.kind == SegmentKind::Body) else {
        return;
    };
    let opening = sentences[first].tokens.start;
    let Some(chunk) = walk.evidence.chunks.starting_at(opening).cloned() else {
        return;
    };
    let described = walk.at[chunk.head];
    let role = noun::is_human(reading, chunk.head);
    if described == NOBODY || !role || noun::is_plural(reading, chunk.head) {
        return;
    }
    let one = walk.cast.get(described).clone();
    if one.named || one.anonymous || one.kind != SpeakerKind::Person {
        return;
    }
    let paragraph = sentences[first].paragraph;
    let unique = (role::is_office(reading, chunk.head) || is_leader(reading, chunk.head))
        && (reading.is(chunk.tokens.start, "the")
            || (chunk.tokens.start..chunk.head).any(|at| noun::is_genitive(reading, at)));
    let heads = |at: usize| reading.sentence(at).tokens.start == at;
    // "A ferry captain ordered … ¶ Tom Brun told the inquiry that Captain Ana Prado": whoever has the title.
    let title = noun::head_key(reading, chunk.head);
    let titled = walk.mentions.iter().find(|(id, tokens)| {
        let other = walk.cast.get(*id);
        let at = other.name.start;
        let paragraphs = reading
            .sentence(tokens.start)
            .paragraph
            .saturating_sub(paragraph);
        tokens.start > chunk.tokens.end
            && paragraphs <= PARAGRAPHS
            && other.named
            && other.kind == SpeakerKind::Person
            && at > chunk.tokens.end
            && reading.word(at - 1).title.is_some()
            && noun::head_key(reading, at - 1) == title
    });
    if let Some(&(named, _)) = titled {
        walk.cast.merge(described, named);
        return;
    }
    // The first who is named below, or, of an office that one alone has, at the head of a sentence of
    // the same paragraph.
    let Some((named, tokens)) = walk.mentions.iter().find(|(id, tokens)| {
        let other = walk.cast.get(*id);
        let next = reading.sentence_index(tokens.start) > first;
        tokens.start > chunk.tokens.end
            && other.named
            && other.kind == SpeakerKind::Person
            && (reading.sentence(tokens.start).paragraph > paragraph
                || next && unique && heads(tokens.start))
    }) else {
        return;
    };
    let (named, start) = (*named, tokens.start);
    let sentence = reading.sentence(start);
    let other = walk.cast.get(named);
    let speaks = walk
        .evidence
        .cues
        .get(walk.evidence.cue_from(start))
        .is_some_and(|cue| cue.head < sentence.tokens.end);
    // "Iceland’s prime minister said … ¶ “…,” Ana Prado told the house", "A taxi owner said … ¶ …
    // testified Ana Prado, 47": who is told of without a word about what he is was brought in above.
    let end = other.name.end;
    let private = apposition::age(reading, end).is_some()
        || reading.is(end, ",") && reading.is(end + 1, "who");
    let introduced = one.spoken > 0 && (unique || private);
    let below = sentence.paragraph > paragraph;
    // "An investigator said on Tuesday … ¶ Special rapporteur Ana Prado told the council": who reports in the
    // first sentence goes on reporting at the head of the next paragraph, with name and title.
    let titled = one.spoken > 0
        && reading.is_any(chunk.tokens.start, &["a", "an"])
        && sentence.paragraph == paragraph + 1
        && speaks
        && other
            .role
            .as_ref()
            .is_some_and(|it| it.tokens.start == sentence.tokens.start && it.tokens.end == start);
    // "Sudan’s army chief said … ¶ Gen. Ana Prado told": a rank is no office.
    let ranked = unique
        && other
            .role
            .as_ref()
            .is_some_and(|it| it.found == Found::Rank);
    // "The former dinner lady", told of further below, may well be the gran.
    let later = other
        .role
        .as_ref()
        .is_some_and(|it| it.found == Found::Elsewhere && it.tokens.start > sentence.tokens.end);
    let fits = sentence.paragraph <= paragraph + PARAGRAPHS
        && (other.role.is_none() || later || ranked || titled)
        && other.name.len() > 1
        && other.name.start >= start
        && (one.gender.is_none() || other.gender.is_none() || one.gender == other.gender)
        && !is_joined(reading, other.name.end)
        && (!below || heads(start) && !speaks || introduced || titled);
    if fits {
        let tokens = role::unnamed(reading, one.name.clone(), chunk.head);
        walk.cast.merge(described, named);
        let known = if ranked {
            Found::Beside
        } else {
            Found::Elsewhere
        };
        walk.cast.get_mut(named).learn_role(tokens, known);
    }
}

/// "Tommy Brun, 17, | and his cousin were on their way": whether the name that ends before token `end`
/// shares its clause with somebody else, so that it is not the one person of the lead.
fn is_joined(reading: &Reading<'_, '_>, end: usize) -> bool {
    /// An age or a short description, and "and".
    const REACH: usize = 8;
    let clause = reading.sentence(end.saturating_sub(1)).tokens.end;
    (end..clause.min(end + REACH))
        .take_while(|&at| !reading.tag(at).is_verb() && reading.tag(at) != Tag::Modal)
        .any(|at| {
            reading.is(at, "and") && matches!(reading.tag(at + 1), Tag::Possessive | Tag::Name)
        })
}

/// "“It was late,” his former doctor maintains. ¶ Dr Ana Prado, who …, said": who speaks in the lead and is
/// called there what the title of a name says that begins the next paragraph.
pub(crate) fn titled_below(walk: &mut Walk<'_, '_, '_, '_>, drafts: &[Draft], spoken: &[Id]) {
    let reading = walk.reading;
    let sentences = reading.sentences();
    let Some(body) = sentences.iter().find(|it| it.kind == SegmentKind::Body) else {
        return;
    };
    let paragraph = body.paragraph;
    let Some(below) = sentences.iter().find(|it| it.paragraph > paragraph) else {
        return;
    };
    let below = below.tokens.clone();
    let Some(named) = walk
        .mentions
        .iter()
        .find(|(_, tokens)| tokens.start >= below.start)
        .map(|(id, _)| walk.cast.root(*id))
    else {
        return;
    };
    let other = walk.cast.get(named);
    let name = other.name.clone();
    let full = other.named && other.kind == SpeakerKind::Person && name.len() > 1;
    if !full || name.start != below.start + 1 || reading.word(below.start).title.is_none() {
        return;
    }
    let title = noun::head_key(reading, below.start);
    let told = drafts.iter().zip(spoken).find(|(draft, id)| {
        let Some(source) = draft.source.as_ref().filter(|it| !it.is_empty()) else {
            return false;
        };
        let sentence = reading.sentence(source.start);
        let one = walk.cast.is_described(**id);
        let head = walk.evidence.chunks.at(source.end - 1).map(|it| it.head);
        one && sentence.kind == SegmentKind::Body
            && sentence.paragraph == paragraph
            && head.is_some_and(|it| noun::head_key(reading, it) == title)
    });
    if let Some((_, &id)) = told {
        walk.cast.merge(id, named);
    }
}

/// "Another endocrinologist heard it differently. “That is not snoring,” Dr Ana Prado told them.", "The
/// head of the studio said as much in an email. It was “dull”, Ana Prado wrote.": whoever is brought in by a
/// sentence that says nothing, or has a post that one alone has, speaks next, and is named there first.
pub(crate) fn brought_in(walk: &mut Walk<'_, '_, '_, '_>, drafts: &[Draft], spoken: &[Id]) {
    let reading = walk.reading;
    let mut first = vec![usize::MAX; walk.cast.len()];
    for (id, tokens) in &walk.mentions {
        let first = &mut first[walk.cast.root(*id) as usize];
        *first = (*first).min(tokens.start);
    }
    for (draft, &named) in drafts.iter().zip(spoken) {
        let (Some(source), Some(content)) = (&draft.source, draft.content.first()) else {
            continue;
        };
        if named == NOBODY || source.is_empty() || content.start == 0 {
            continue;
        }
        let quoted = |at: usize| walk.evidence.quoted_at(at).is_some();
        let quoted = draft.content.iter().any(|it| it.clone().any(quoted));
        let other = walk.cast.get(named);
        let named_here =
            other.named && other.kind == SpeakerKind::Person && source.contains(&other.name.start);
        let Some(before) = reading.sentence_index(content.start).checked_sub(1) else {
            continue;
        };
        let opening = reading.sentences()[before].tokens.clone();
        if !quoted || !named_here || reading.in_headline(opening.start) {
            continue;
        }
        let fresh = first[walk.cast.root(named) as usize] >= source.start;
        let found = introduced(walk, &opening, named, fresh);
        if let Some((described, role)) = found {
            walk.cast.merge(described, named);
            walk.cast.get_mut(named).learn_role(role, Found::Elsewhere);
        }
    }
}

/// Whom the sentence `opening` brings in that `named` can be, and what is said of him; `fresh` is whether the name
/// stands behind it for the first time.
fn introduced(
    walk: &Walk<'_, '_, '_, '_>,
    opening: &Range<usize>,
    named: Id,
    fresh: bool,
) -> Option<(Id, Range<usize>)> {
    let reading = walk.reading;
    // "At least one senator was not on board."
    let at_least = reading.is(opening.start, "at") && reading.is(opening.start + 1, "least");
    let start = opening.start + usize::from(at_least);
    let chunk = walk.evidence.chunks.starting_at(start)?;
    let described = walk.at[chunk.head];
    let human = noun::is_human(reading, chunk.head) && !noun::is_plural(reading, chunk.head);
    if !human || !walk.cast.is_described(described) {
        return None;
    }
    let (one, other) = (walk.cast.get(described), walk.cast.get(named));
    let new = chunk.tokens.contains(&one.name.start) && one.may_be(other.gender);
    let the = reading.is(chunk.tokens.start, "the");
    // One alone is the head of a house.
    let leads = is_leader(reading, chunk.head) || role::is_top(reading, chunk.head);
    let unique = the && leads && reading.is(chunk.head + 1, "of");
    // "One neighbour was less impressed."
    let counted = (start..chunk.head).any(|at| reading.is(at, "one"));
    let says = (chunk.tokens.end..opening.end)
        .find(|&at| reading.tag(at) != Tag::Adverb)
        .is_some_and(|at| walk.says(at));
    let cue = walk.evidence.cue_from(opening.start);
    let reports = walk
        .evidence
        .cues
        .get(cue)
        .is_some_and(|it| it.head < opening.end);
    let silent = !the && !reports && (one.spoken == 0 || fresh);
    let bare = other.role.is_none() && (silent || unique && fresh);
    if !new || !bare && (says || !counted || !fresh) {
        return None;
    }
    let house = walk.evidence.chunks.starting_at(chunk.head + 2);
    let end = house.filter(|_| unique).map_or(0, |it| it.tokens.end);
    let name = one.name.start..one.name.end.max(end);
    Some((described, role::unnamed(reading, name, chunk.head)))
}

/// Whether a noun is that of whoever leads a body, though it is no title.
fn is_leader(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.is_any(at, &["boss", "chief", "head", "leader"])
}

/// "A taxi owner told an inquiry … Nomvuyiso Dlangamandla, the owner, said": somebody described in
/// the lead, or with "the", and named later by the only name that has this description.
pub(crate) fn described_first(walk: &mut Walk<'_, '_, '_, '_>) {
    let reading = walk.reading;
    let body = reading
        .sentences()
        .iter()
        .find(|it| it.kind == SegmentKind::Body)
        .map_or(0, |it| it.paragraph);
    for id in 0..walk.cast.len() {
        let id = id as Id;
        let one = walk.cast.get(id);
        if walk.cast.root(id) != id || one.named || one.plural || one.anonymous {
            continue;
        }
        if one.kind != SpeakerKind::Person || one.name.is_empty() || one.owner.is_some() {
            continue;
        }
        let start = one.name.start;
        let lead = reading.sentence(start).paragraph < body + LEAD;
        let definite = start > 0 && reading.is(start - 1, "the");
        if !lead && !definite {
            continue;
        }
        let Some(head) = walk.evidence.chunks.at(start).map(|it| it.head) else {
            continue;
        };
        let key = noun::head_key(reading, head);
        if let Some(named) = walk.cast.introduced(key) {
            let other = walk.cast.get(named);
            let own = one.name.start.saturating_sub(1)..one.name.end;
            let same_rank = !own.clone().any(|at| {
                reading.is_any(at, &noun::APART)
                    && !other
                        .role
                        .as_ref()
                        .is_some_and(|role| role.tokens.clone().any(|it| reading.is_same(it, at)))
            });
            let later =
                other.name.start > start && other.named && other.may_be(one.gender) && same_rank;
            if later {
                walk.cast.merge(id, named);
            }
        }
    }
}
