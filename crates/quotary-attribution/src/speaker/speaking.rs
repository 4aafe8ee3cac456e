//! The speaker of each attribution.

use std::ops::Range;

use super::{
    anonymity,
    key::Key,
    medium,
    name::Name,
    noun,
    pronoun::{self, Pronoun},
    referent::{Id, NOBODY, Referent},
    role,
    salience::Asked,
    walk::{self, Walk},
};
use crate::{
    entity::{Entity, SpeakerKind},
    evidence::Evidence,
    mention::Chunk,
    reading::Reading,
    sieve::{Draft, Found},
    tag::Tag,
    token::TokenKind,
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

/// How many paragraphs of the body make its lead, in which somebody may be described before being
/// named.
const LEAD: usize = 2;

/// Finds the speaker of every draft.
pub(crate) fn speakers(evidence: &Evidence<'_, '_, '_>, found: &Found) -> Speakers {
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
    lead(&mut walk);
    headlines(&mut walk, drafts, &mut spoken);
    described_first(&mut walk);
    cataphora(&walk, drafts, &mut spoken);
    first_persons(&walk, found, &order, &mut spoken);
    let hearers: Vec<Id> = drafts
        .iter()
        .map(|draft| hearer(&walk, found, draft, &spoken))
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

/// The referent of a source.
fn referent(
    walk: &mut Walk<'_, '_, '_, '_>,
    source: &Range<usize>,
    cue: Option<&Range<usize>>,
) -> Id {
    let reading = walk.reading;
    let evidence = walk.evidence;
    let source = &unmarked(reading, source);
    if source.is_empty() {
        return NOBODY;
    }
    if source.len() == 1 && pronoun::read(reading.form(source.start)).is_some() {
        return walk.at[source.start];
    }
    if source.len() <= 2 && reading.tag(source.start) == Tag::Wh {
        return related(walk, source.start);
    }
    if let Some(id) = coordinated(walk, source) {
        return id;
    }
    let first = (source.start..source.end)
        .find_map(|at| evidence.chunks.at(at))
        .cloned();
    let Some(chunk) = first else {
        return made(walk, source, source.end - 1);
    };
    let head = chunk.head.min(source.end - 1);
    let whose = noun::is_genitive(reading, source.end - 1)
        || source.len() == 1 && reading.tag(source.start) == Tag::Possessive
        || walk.at[source.end - 1] != NOBODY;
    if chunk.head >= source.end && whose {
        // "Trump’s (claim)", "her (verdict)": whose it is.
        let owner = source
            .clone()
            .rev()
            .map(|at| walk.at[at])
            .find(|&id| id != NOBODY);
        return owner.unwrap_or_else(|| made(walk, source, source.end - 1));
    }
    let id = walk.at[chunk.head];
    if id == NOBODY {
        return made(walk, source, head);
    }
    if let Some(author) = released_by(walk, &chunk, source) {
        return author;
    }
    if let Some(name) = behind_bracket(walk, id, source) {
        return name;
    }
    widen(walk, id, &chunk, source, cue);
    located(walk, id, &chunk, source);
    id
}

/// "who", "which": whoever was mentioned last before it in its sentence.
fn related(walk: &Walk<'_, '_, '_, '_>, at: usize) -> Id {
    /// A longer description between a noun and its pronoun was not seen.
    const REACH: usize = 20;
    let reading = walk.reading;
    let first = reading
        .sentence(at)
        .tokens
        .start
        .max(at.saturating_sub(REACH));
    let person = reading.is(at, "who");
    (first..at)
        .rev()
        .map(|it| walk.at[it])
        .find(|&id| {
            id != NOBODY && {
                let kind = walk.cast.get(id).kind;
                !person || matches!(kind, SpeakerKind::Person | SpeakerKind::Group)
            }
        })
        .unwrap_or(NOBODY)
}

/// A source without the marks at its edges.
fn unmarked(reading: &Reading<'_, '_>, source: &Range<usize>) -> Range<usize> {
    let word = |at: &usize| matches!(reading.kind(*at), TokenKind::Word | TokenKind::Number);
    let mut inside = source.clone();
    let start = inside.find(word).unwrap_or(source.end);
    start..source.end
}

/// "Deputy Commissioner of Police (Cyber) Harsimran Bajwa": the name behind a bracket.
fn behind_bracket(walk: &Walk<'_, '_, '_, '_>, id: Id, source: &Range<usize>) -> Option<Id> {
    let reading = walk.reading;
    let close = source.clone().find(|&at| reading.form(at) == ")")?;
    let next = walk.evidence.chunks.starting_at(close + 1)?;
    let named = walk.at[next.head];
    let person = named != NOBODY && next.head < source.end && {
        let one = walk.cast.get(named);
        one.named && one.kind == SpeakerKind::Person
    };
    let titled = !walk.cast.get(id).named || walk.cast.get(id).kind != SpeakerKind::Person;
    (person && titled).then_some(named)
}

/// A statement or figures that somebody releases count as that somebody.
fn released_by(walk: &Walk<'_, '_, '_, '_>, chunk: &Chunk, source: &Range<usize>) -> Option<Id> {
    let reading = walk.reading;
    const RELEASED: [&str; 8] = [
        "statement",
        "statements",
        "figures",
        "data",
        "numbers",
        "statistics",
        "comments",
        "remarks",
    ];
    if !reading.is_any(chunk.head, &RELEASED) {
        return None;
    }
    let owner = (chunk.tokens.start..chunk.head)
        .rev()
        .find(|&at| noun::is_genitive(reading, at) || reading.tag(at) == Tag::Possessive)
        .map(|at| {
            if noun::is_genitive(reading, at) {
                walk.at[at.saturating_sub(1)]
            } else {
                walk.at[at]
            }
        });
    let by = reading
        .is_any(chunk.tokens.end, &["by", "from", "of"])
        .then(|| walk.evidence.chunks.starting_at(chunk.tokens.end + 1))
        .flatten()
        .filter(|it| it.head < source.end)
        .map(|it| walk.at[it.head]);
    owner.or(by).filter(|&id| id != NOBODY)
}

/// Names an unnamed referent by the whole of the source that introduces it.
fn widen(
    walk: &mut Walk<'_, '_, '_, '_>,
    id: Id,
    chunk: &Chunk,
    source: &Range<usize>,
    cue: Option<&Range<usize>>,
) {
    let reading = walk.reading;
    let one = walk.cast.get(id);
    let introduces = !one.named && chunk.tokens.contains(&one.name.start);
    if introduces {
        let whole = source.start..restricted(walk, source, cue);
        let name = without_article(reading, &whole);
        let anonymous = anonymity::is_anonymous(reading, &whole);
        let one = walk.cast.get_mut(id);
        one.name = name;
        one.anonymous |= anonymous;
    }
}

/// "the U.S. Embassy in Lima": the place belongs to the name of an organisation.
fn located(walk: &mut Walk<'_, '_, '_, '_>, id: Id, chunk: &Chunk, source: &Range<usize>) {
    let reading = walk.reading;
    let end = chunk.tokens.end;
    let place = reading.is(end, "in") && reading.tag(end + 1) == Tag::Name;
    let one = walk.cast.get_mut(id);
    let named = one.named && one.kind == SpeakerKind::Organization && !one.place;
    if named && place && source.end > end + 1 && one.name.end == end {
        one.name.end = (end + 1..source.end)
            .find(|&at| reading.tag(at) != Tag::Name)
            .unwrap_or(source.end);
    }
}

/// Where a noun phrase ends that a source begins: with what only describes it more closely, "a
/// person familiar with the talks", "a pilot who has flown there", up to a comma or the cue.
fn restricted(
    walk: &Walk<'_, '_, '_, '_>,
    source: &Range<usize>,
    cue: Option<&Range<usize>>,
) -> usize {
    /// Longer clauses are cut: they are no name.
    const REACH: usize = 16;
    let reading = walk.reading;
    let last = source.end - 1;
    let end = walk.evidence.chunks.at(last).map_or(source.end, |it| {
        if it.head == last || it.tokens.end <= source.end {
            source.end
        } else {
            it.tokens.end
        }
    });
    let Some(cue) = cue else { return end };
    let limit = reading.sentence(last).tokens.end.min(end + REACH);
    let ahead = cue.start >= end;
    let stop = (end..limit).find(|&at| {
        at == cue.start
            || matches!(
                reading.kind(at),
                TokenKind::Stop | TokenKind::Opening | TokenKind::Closing
            )
            || matches!(reading.form(at), "," | ":" | ";" | "–" | "—" | "(")
    });
    let Some(mut stop) = stop else { return end };
    let verb = |at: &usize| {
        matches!(
            reading.tag(*at),
            Tag::VerbPast | Tag::VerbS | Tag::Modal | Tag::Verb
        )
    };
    let wh = (end..stop).find(|&at| {
        reading.is_any(at, &["who", "which", "that", "whose"]) && (at == end || at == end + 1)
    });
    if wh.is_none() && (end..stop).any(|at| verb(&at))
        || reading.is_any(end, &["whether", "if", "how", "what"])
    {
        return end;
    }
    if ahead && stop != cue.start {
        return end;
    }
    while stop > end && reading.tag(stop - 1) == Tag::Adverb {
        stop -= 1;
    }
    let describes = matches!(
        reading.tag(end),
        Tag::Wh | Tag::VerbIng | Tag::VerbParticiple | Tag::Adjective
    ) || reading.tag(end) == Tag::Preposition
        && !reading.is_any(
            end,
            &[
                "that", "after", "before", "as", "because", "when", "while", "if", "during",
            ],
        )
        || reading.is(end, "that") && ahead
        || ahead && reading.tag(end) == Tag::VerbPast;
    if describes { stop } else { end }
}

/// A source without its article and without what is only added behind a comma.
fn without_article(reading: &Reading<'_, '_>, source: &Range<usize>) -> Range<usize> {
    let mut start = source.start;
    if source.len() > 1 && reading.is_any(start, &["the", "a", "an"]) {
        start += 1;
    }
    let end = (start + 1..source.end)
        .find(|&at| {
            reading.form(at) == ","
                && (matches!(
                    reading.tag(at + 1),
                    Tag::VerbIng | Tag::VerbParticiple | Tag::Wh | Tag::Preposition
                ) || reading.kind(at + 1) == TokenKind::Number
                    || at + 1 == source.end)
        })
        .unwrap_or(source.end);
    let genitive = end > start + 1 && noun::is_genitive(reading, end - 1);
    start..end - usize::from(genitive)
}

/// A referent for a source that no pass has recognised.
fn made(walk: &mut Walk<'_, '_, '_, '_>, source: &Range<usize>, head: usize) -> Id {
    let reading = walk.reading;
    if let Some(pronoun) = pronoun::read(reading.form(head)) {
        return match pronoun {
            Pronoun::I | Pronoun::We | Pronoun::You => NOBODY,
            _ => walk.at[head],
        };
    }
    if reading.form(source.end - 1).ends_with("year-old") && reading.is(source.start, "the") {
        let place = walk.place(source.start, source.end);
        let asked = Asked::Somebody(None);
        if let Some((id, _)) = walk.salience.antecedent(&walk.cast, asked, place, NOBODY) {
            walk.mentions.push((id, source.clone()));
            return id;
        }
    }
    let one = reading.is(head, "one")
        || reading.is_any(
            head,
            &[
                "someone",
                "somebody",
                "nobody",
                "another",
                "anyone",
                "everyone",
                "everybody",
            ],
        );
    let name = without_article(reading, source);
    if !one && reading.is_capital(head) && reading.word(head).closed.is_none() {
        let bearer = Key::word(reading.form(head));
        if let Some(id) = walk.cast.called(bearer).iter().next() {
            walk.at[head] = id;
            walk.mentions.push((id, source.clone()));
            return id;
        }
    }
    if let Some(id) = described(walk, source, head) {
        walk.at[head] = id;
        walk.mentions.push((id, source.clone()));
        return id;
    }
    let counted = matches!(
        reading.word(source.start).closed,
        Some(crate::lexicon::Closed::Number | crate::lexicon::Closed::Quantifier)
    );
    let kind = if one {
        SpeakerKind::Person
    } else if counted && source.len() > 1 {
        SpeakerKind::Group
    } else if matches!(reading.tag(head), Tag::Noun | Tag::Nouns) {
        noun::kind(reading, head)
    } else if reading.is_capital(head) && reading.tag(head) != Tag::Determiner {
        SpeakerKind::Person
    } else {
        SpeakerKind::Group
    };
    // "one of them, Jurgis Babrauskas"
    let named = source.clone().find_map(|at| {
        let chunk = walk.evidence.chunks.starting_at(at + 1)?;
        let id = walk.at[chunk.head];
        let name = reading.form(at) == "," && chunk.head < source.end && id != NOBODY;
        (name && walk.cast.get(id).named).then_some(id)
    });
    if let (true, Some(id)) = (one, named) {
        return id;
    }
    let of_them = one
        && source.len() > 2
        && (source.len() == 3 && pronoun::read(reading.form(source.start + 2)).is_some()
            || reading.is_any(source.start + 2, &["whom", "those", "these", "the"]));
    let anonymous = anonymity::is_anonymous(reading, source);
    let id = walk.cast.add(Referent {
        name: if of_them || one && source.len() == 1 {
            name.start..name.start
        } else {
            name
        },
        kind,
        plural: kind == SpeakerKind::Group,
        anonymous,
        ..Referent::default()
    });
    walk.at[head] = id;
    walk.mentions.push((id, source.clone()));
    let place = walk.place(source.start, source.end);
    walk.salience.mention(id, place);
    id
}

/// Whoever was described by the word at `head` before, for a source with "the".
fn described(walk: &Walk<'_, '_, '_, '_>, source: &Range<usize>, head: usize) -> Option<Id> {
    let reading = walk.reading;
    let aged = reading.form(head).ends_with("year-old");
    if !reading.is(source.start, "the") || source.len() > 3 && !aged {
        return None;
    }
    let key = if aged {
        noun::age_key(reading.form(head))
    } else {
        noun::head_key(reading, head)
    };
    walk.cast.described(key).iter().next()
}

/// "Smith and Jones", "the US and its NATO allies": one group.
fn coordinated(walk: &mut Walk<'_, '_, '_, '_>, source: &Range<usize>) -> Option<Id> {
    let reading = walk.reading;
    let chunks = &walk.evidence.chunks;
    let and = source.clone().find(|&at| {
        reading.is_any(at, &["and", "&"])
            && chunks.at(at).is_none()
            && behind(walk, at).is_some()
            && chunks.starting_at(at + 1).is_some()
    })?;
    let (left, right) = (behind(walk, and)?, chunks.starting_at(and + 1)?);
    if right.tokens.end > source.end || left.tokens.start < source.start {
        return None;
    }
    // "Hugh Lane, a doctor and writer": the first part must be what the source begins with.
    let leads = (source.start..left.tokens.start).all(|at| {
        matches!(
            reading.tag(at),
            Tag::Determiner | Tag::Name | Tag::Punctuation
        ) && !matches!(reading.kind(at), TokenKind::Stop)
    });
    // "Hugh Lane, a doctor and writer" is one.
    let first = chunks.at(source.start)?;
    if left.tokens.start > first.tokens.start && walk.at[first.head] == walk.at[left.head] {
        return None;
    }
    let known = |chunk: &Chunk| walk.at[chunk.head] != NOBODY;
    let named = |chunk: &Chunk| known(chunk) && walk.cast.get(walk.at[chunk.head]).named;
    let different = walk.at[left.head] != walk.at[right.head];
    let person = |chunk: &Chunk| {
        known(chunk) && {
            let one = walk.cast.get(walk.at[chunk.head]);
            one.kind == SpeakerKind::Person || one.plural
        }
    };
    let begun = named(left) && reading.tag(right.tokens.start) == Tag::Determiner;
    if !leads || !different || !known(left) || !known(right) && !begun {
        return None;
    }
    let kind = if person(left) || person(right) {
        SpeakerKind::Group
    } else {
        SpeakerKind::Organization
    };
    let mut members: Vec<Id> = Vec::new();
    for chunk in source
        .clone()
        .filter_map(|at| chunks.at(at).filter(|it| it.head == at))
    {
        let id = walk.at[chunk.head];
        let human = id != NOBODY && {
            let one = walk.cast.get(id);
            one.named && one.kind == SpeakerKind::Person
        };
        if human && !members.contains(&id) {
            members.push(id);
        }
    }
    if !named(right) || members.len() < 2 {
        members.clear();
    }
    let start = source.start + usize::from(reading.is(source.start, "the"));
    let key = Key::word(reading.slice(start..source.end));
    let known = walk.cast.described(key).iter().next();
    let id = known.unwrap_or_else(|| {
        walk.cast.add(Referent {
            name: start..source.end,
            kind,
            plural: true,
            members,
            ..Referent::default()
        })
    });
    walk.cast.describe(key, id);
    walk.mentions.push((id, source.clone()));
    let place = walk.place(source.start, source.end);
    walk.salience.mention(id, place);
    Some(id)
}

/// The chunk that ends before token `at`, a bracket between left out: "Jon Tester (D-Mont.) and".
fn behind<'w>(walk: &'w Walk<'_, '_, '_, '_>, at: usize) -> Option<&'w Chunk> {
    let reading = walk.reading;
    let mut last = at.checked_sub(1)?;
    if reading.form(last) == "," {
        last = last.checked_sub(1)?;
    }
    if reading.form(last) == ")" {
        last = (last.saturating_sub(6)..last)
            .rev()
            .find(|&it| reading.form(it) == "(")?
            .checked_sub(1)?;
    }
    walk.evidence.chunks.ending_at(last)
}

/// Who is speaking where a quotation has no cue of its own: the subject of the words before it in
/// its paragraph, or else who spoke last.
fn context(walk: &Walk<'_, '_, '_, '_>, draft: &Draft) -> Id {
    let reading = walk.reading;
    let Some(start) = draft.content.first().map(|it| it.start) else {
        return NOBODY;
    };
    let sentence = reading.sentence_index(start);
    let paragraph = reading.sentence(start).paragraph;
    let previous = sentence
        .checked_sub(1)
        .filter(|&it| reading.sentences()[it].paragraph == paragraph);
    let speaks = |id: &Id| {
        let one = walk.cast.get(*id);
        matches!(one.kind, SpeakerKind::Person | SpeakerKind::Organization)
    };
    let subject = |it: usize| walk.salience.subject_of(it).filter(speaks);
    let last = walk.salience.spoke();
    if let Some(narrated) = subject(sentence) {
        return narrated;
    }
    let just = last.filter(|it| previous == Some(it.sentence));
    match just {
        // Whoever was asked answers.
        Some(it) if it.asked => previous
            .and_then(subject)
            .filter(|&id| walk.cast.root(id) != walk.cast.root(it.id))
            .or(it.before)
            .unwrap_or(it.id),
        Some(it) => it.id,
        None => previous
            .and_then(subject)
            .or(last.map(|it| it.id))
            .unwrap_or(NOBODY),
    }
}

/// The speaker of a quotation at the head of a paragraph without anything that tells: whoever the
/// paragraph before reports.
fn follows(walk: &Walk<'_, '_, '_, '_>, draft: &Draft) -> Id {
    let reading = walk.reading;
    let Some(start) = draft.content.first().map(|it| it.start) else {
        return NOBODY;
    };
    let before = reading.sentence_index(start).checked_sub(1);
    walk.salience
        .spoke()
        .filter(|it| Some(it.sentence) == before && !it.asked && !reading.in_headline(start))
        .map_or(NOBODY, |it| it.id)
}

/// Whether a cue asks.
fn asks(reading: &Reading<'_, '_>, draft: &Draft) -> bool {
    draft.cue.clone().is_some_and(|mut cue| {
        cue.any(|at| {
            reading.word(at).cue.is_some_and(|verb| {
                matches!(
                    &*reading.lexicon().verb(verb).lemma,
                    "ask" | "wonder" | "inquire" | "enquire" | "query"
                )
            })
        })
    })
}

/// Sources in headlines, which know only what the article has told.
fn headlines(walk: &mut Walk<'_, '_, '_, '_>, drafts: &[Draft], spoken: &mut [Id]) {
    for (index, draft) in drafts.iter().enumerate() {
        let Some(source) = draft.source.clone() else {
            continue;
        };
        if source.is_empty() || !walk.reading.in_headline(source.start) {
            continue;
        }
        spoken[index] = headline(walk, &source);
    }
}

fn headline(walk: &mut Walk<'_, '_, '_, '_>, source: &Range<usize>) -> Id {
    let reading = walk.reading;
    let named = source.clone().rev().take(8).find_map(|at| {
        if !reading.is_capital(at) {
            return None;
        }
        let key = Key::word(reading.form(at));
        walk.cast.called(key).iter().next()
    });
    if let Some(id) = named {
        return id;
    }
    let head = source
        .clone()
        .take(12)
        .take_while(|&at| !matches!(reading.tag(at), Tag::Preposition))
        .last()
        .unwrap_or(source.start);
    let key = noun::head_key(reading, head);
    if let Some(id) = walk.cast.introduced(key) {
        return id;
    }
    if let Some(id) = walk.cast.described(key).iter().next() {
        return id;
    }
    let name = name_in_headline(reading, source);
    let kind = match &name {
        Some(name) => name.kind.kind(),
        None => noun::kind(reading, head),
    };
    let id = walk.cast.add(Referent {
        name: name.as_ref().map_or_else(
            || without_article(reading, source),
            |name| name.tokens.clone(),
        ),
        named: name.is_some(),
        kind,
        plural: kind == SpeakerKind::Group,
        ..Referent::default()
    });
    walk.mentions.push((id, source.clone()));
    id
}

fn name_in_headline(reading: &Reading<'_, '_>, source: &Range<usize>) -> Option<Name> {
    super::name::name(reading, source.clone())
}

/// "A taxi owner told an inquiry … Nomvuyiso Dlangamandla, the owner, said": somebody described in
/// the lead, or with "the", and named later by the only name that has this description.
fn described_first(walk: &mut Walk<'_, '_, '_, '_>) {
    let reading = walk.reading;
    let body = reading
        .sentences()
        .iter()
        .find(|it| it.kind == quotary_grammar::SegmentKind::Body)
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
            let later = other.name.start > start && other.named && other.may_be(one.gender);
            if later {
                walk.cast.merge(id, named);
            }
        }
    }
}

/// "When she left the court, she said … Wairimu Gatheru had been charged": a pronoun before its name.
fn cataphora(walk: &Walk<'_, '_, '_, '_>, drafts: &[Draft], spoken: &mut [Id]) {
    let reading = walk.reading;
    for (draft, spoken) in drafts.iter().zip(spoken) {
        let Some(source) = draft.source.as_ref().filter(|it| it.len() == 1) else {
            continue;
        };
        let gender = match pronoun::read(reading.form(source.start)) {
            Some(Pronoun::He) => crate::lexicon::Gender::Masculine,
            Some(Pronoun::She) => crate::lexicon::Gender::Feminine,
            _ => continue,
        };
        if *spoken != NOBODY || reading.in_headline(source.start) {
            continue;
        }
        let sentence = reading.sentence_index(source.start);
        let end = reading
            .sentences()
            .get(sentence + 1)
            .map_or(reading.len(), |it| it.tokens.end);
        let named = (source.end..end).map(|at| walk.at[at]).find(|&id| {
            id != NOBODY && {
                let one = walk.cast.get(id);
                one.named
                    && one.kind == SpeakerKind::Person
                    && one.gender.is_none_or(|it| it == gender)
            }
        });
        *spoken = named.unwrap_or(NOBODY);
    }
}

/// "A retired manager who went to law … ¶ Cathal Gormanley, 61, had asked": whoever the first words
/// of the article describe is named at the head of one of the next paragraphs.
fn lead(walk: &mut Walk<'_, '_, '_, '_>) {
    /// The name comes soon or not at all.
    const PARAGRAPHS: usize = 3;
    let reading = walk.reading;
    let sentences = reading.sentences();
    let Some(first) = sentences
        .iter()
        .position(|it| it.kind == quotary_grammar::SegmentKind::Body)
    else {
        return;
    };
    let opening = sentences[first].tokens.start;
    let Some(chunk) = walk.evidence.chunks.starting_at(opening).cloned() else {
        return;
    };
    let described = walk.at[chunk.head];
    let role = reading.word(chunk.head).noun == Some(crate::lexicon::Noun::Role);
    if described == NOBODY || !role || noun::is_plural(reading, chunk.head) {
        return;
    }
    let one = walk.cast.get(described).clone();
    if one.named || one.anonymous || one.kind != SpeakerKind::Person {
        return;
    }
    let paragraph = sentences[first].paragraph;
    for at in first + 1..sentences.len() {
        let sentence = &sentences[at];
        if sentence.paragraph > paragraph + PARAGRAPHS {
            return;
        }
        let heads = sentences[at - 1].paragraph != sentence.paragraph;
        let start = sentence.tokens.start;
        let Some(name) = walk.evidence.chunks.starting_at(start).filter(|_| heads) else {
            continue;
        };
        let named = walk.at[name.head];
        if named == NOBODY || reading.tag(name.head) != Tag::Name {
            continue;
        }
        let other = walk.cast.get(named);
        let speaks = walk
            .evidence
            .cues
            .get(walk.evidence.cue_from(start))
            .is_some_and(|cue| cue.head < sentence.tokens.end);
        let fits = other.named
            && other.kind == SpeakerKind::Person
            && other.role.is_none()
            && other.name.len() > 1
            && other.name.start >= start
            && (one.gender.is_none() || other.gender.is_none() || one.gender == other.gender)
            && !speaks;
        if fits {
            let tokens = role::unnamed(reading, one.name.clone(), chunk.head);
            walk.cast.merge(described, named);
            walk.cast
                .get_mut(named)
                .learn_role(tokens, super::referent::Found::Elsewhere);
        }
        return;
    }
}

/// "I" and "we" inside a quotation are whoever speaks it.
fn first_persons(
    walk: &Walk<'_, '_, '_, '_>,
    found: &Found,
    order: &[(usize, usize)],
    spoken: &mut [Id],
) {
    for &(_, index) in order {
        let draft = &found.drafts[index];
        let Some(source) = &draft.source else {
            continue;
        };
        if is_first_person(walk.reading, source) {
            spoken[index] = enclosing(walk, found, source.start, index, spoken);
        }
    }
}

fn is_first_person(reading: &Reading<'_, '_>, range: &Range<usize>) -> bool {
    range.len() == 1
        && matches!(
            pronoun::read(reading.form(range.start)),
            Some(Pronoun::I | Pronoun::We)
        )
}

/// The speaker of the outermost quotation around token `at`.
fn enclosing(
    walk: &Walk<'_, '_, '_, '_>,
    found: &Found,
    at: usize,
    not: usize,
    spoken: &[Id],
) -> Id {
    walk.evidence
        .quoted_at(at)
        .and_then(|quoted| found.taken[quoted])
        .filter(|&draft| draft != not)
        .map_or(NOBODY, |draft| spoken[draft])
}

/// Whom the pronoun of an addressee stands for.
fn hearer(walk: &Walk<'_, '_, '_, '_>, found: &Found, draft: &Draft, spoken: &[Id]) -> Id {
    let Some(hearer) = draft.hearer.clone().filter(|it| it.len() == 1) else {
        return NOBODY;
    };
    if is_first_person(walk.reading, &hearer) {
        return enclosing(walk, found, hearer.start, usize::MAX, spoken);
    }
    match pronoun::read(walk.reading.form(hearer.start)) {
        Some(_) => walk.at[hearer.start],
        None => NOBODY,
    }
}

/// Numbers the entities and gives each its text.
fn finish(
    mut walk: Walk<'_, '_, '_, '_>,
    drafts: &[Draft],
    spoken: &[Id],
    hearers: &[Id],
) -> Speakers {
    let reading = walk.reading;
    let mut wanted = vec![false; walk.cast.len()];
    for &id in spoken.iter().chain(hearers).filter(|&&id| id != NOBODY) {
        wanted[walk.cast.root(id) as usize] = true;
    }
    for id in 0..walk.cast.len() {
        let root = walk.cast.root(id as Id) as usize;
        wanted[root] |= walk.cast.get(id as Id).named;
    }
    let mut place = vec![usize::MAX; walk.cast.len()];
    let mut entities: Vec<Entity> = Vec::new();
    walk.mentions
        .sort_by_key(|(_, range)| (range.start, std::cmp::Reverse(range.end)));
    for (id, range) in &walk.mentions {
        let root = walk.cast.root(*id);
        if !wanted[root as usize] {
            continue;
        }
        let at = place[root as usize];
        let at = if at == usize::MAX {
            entities.push(entity(&walk, root));
            place[root as usize] = entities.len() - 1;
            entities.len() - 1
        } else {
            at
        };
        let span = reading.span(range.clone());
        if entities[at].mentions.last() != Some(&span) {
            entities[at].mentions.push(span);
        }
    }
    let index = |id: Id| -> Option<usize> {
        (id != NOBODY)
            .then(|| place[walk.cast.root(id) as usize])
            .filter(|&at| at != usize::MAX)
    };
    let said = drafts
        .iter()
        .zip(spoken.iter().zip(hearers))
        .map(|(draft, (&speaker, &hearer))| Said {
            speaker: index(speaker),
            hearer: index(hearer).filter(|&at| index(speaker) != Some(at)),
            medium: medium::medium(walk.evidence, draft),
        })
        .collect();
    Speakers { entities, said }
}

fn entity(walk: &Walk<'_, '_, '_, '_>, id: Id) -> Entity {
    let reading = walk.reading;
    let one = walk.cast.get(id);
    let slice = reading.slice(one.name.clone());
    let joined = |members: &[Id]| -> String {
        let names: Vec<&str> = members
            .iter()
            .map(|&id| reading.slice(walk.cast.get(id).name.clone()))
            .collect();
        match names.split_last() {
            Some((last, first)) => format!("{} and {last}", first.join(", ")),
            None => String::new(),
        }
    };
    let name = if !one.members.is_empty() {
        joined(&one.members)
    } else if slice.contains(char::is_whitespace) {
        let words: Vec<_> = slice.split_whitespace().collect();
        words.join(" ")
    } else {
        slice.to_owned()
    };
    let own = || -> Option<Range<usize>> {
        // What an unnamed source is called is its role.
        let unnamed = !one.named && one.kind == SpeakerKind::Person && !one.name.is_empty();
        let head = unnamed
            .then(|| walk.evidence.chunks.at(one.name.start))??
            .head;
        (one.name.contains(&head)).then(|| role::unnamed(reading, one.name.clone(), head))
    };
    let role = match one.kind {
        SpeakerKind::Person => one
            .role
            .as_ref()
            .map(|role| role.tokens.clone())
            .or_else(own),
        _ => None,
    };
    Entity {
        name,
        kind: one.kind,
        role: role.filter(|it| !it.is_empty()).map(|it| reading.span(it)),
        mentions: Vec::new(),
        gender: one.gender,
        gender_evidence: one.evidence,
        anonymous: one.anonymous,
    }
}
