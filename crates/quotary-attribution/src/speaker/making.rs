//! Sources that the walk has not recognised: "one of them", "all three", "the 19-year-old".

use std::ops::Range;

use super::{
    anonymity,
    extent::without_article,
    key::Key,
    name, noun,
    pronoun::{self, Pronoun},
    referent::{Id, NOBODY, Referent},
    salience::Asked,
    walk::Walk,
};
use crate::{
    entity::SpeakerKind,
    lexicon::{self},
    reading::Reading,
    tag::Tag,
};

/// A referent for a source that no pass has recognised.
pub(super) fn made(walk: &mut Walk<'_, '_, '_, '_>, source: &Range<usize>, head: usize) -> Id {
    let reading = walk.reading;
    if let Some(pronoun) = pronoun::read(reading.form(head)) {
        return match pronoun {
            Pronoun::I | Pronoun::We | Pronoun::You => NOBODY,
            _ => walk.at[head],
        };
    }
    if reading.form(source.end - 1).ends_with("year-old") && reading.is(source.start, "the") {
        if let Some(id) = described(walk, source, head) {
            walk.mentions.push((id, source.clone()));
            return id;
        }
        let place = walk.place(source.start, source.end);
        let asked = Asked::Somebody(None);
        if let Some((id, _)) = walk.salience.antecedent(&walk.cast, asked, place, NOBODY) {
            walk.mentions.push((id, source.clone()));
            return id;
        }
    }
    if is_count(reading, source) {
        let place = walk.place(source.start, source.end);
        if let Some((id, _)) = walk
            .salience
            .antecedent(&walk.cast, Asked::Many, place, NOBODY)
            .filter(|&(id, _)| walk.cast.get(id).plural)
        {
            walk.at[head] = id;
            walk.mentions.push((id, source.clone()));
            return id;
        }
    }
    let ordinal = (source.len() == 1
        || source.len() == 2 && reading.is_any(source.start, &["a", "the"]))
        && reading.is_any(head, &["first", "second", "third", "fourth", "fifth"]);
    let one = ordinal
        || reading.is(head, "one")
        || reading.is_any(
            head,
            &[
                "someone",
                "somebody",
                "nobody",
                "another",
                "other",
                "anyone",
                "everyone",
                "everybody",
            ],
        );
    let name = without_article(reading, source);
    if !one
        && reading.is_capital(head)
        && matches!(
            reading.word(head).closed,
            None | Some(lexicon::Closed::Unit)
        )
    {
        let bearer = Key::word(reading.form(head));
        if walk.cast.called(bearer).iter().next().is_some()
            && let Some(name) = name::name(reading, source.clone())
        {
            let id = walk.cast.recognise(reading, &name);
            walk.at[head] = id;
            walk.mentions.push((id, source.clone()));
            return id;
        }
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
        Some(lexicon::Closed::Number | lexicon::Closed::Quantifier)
    );
    // "One in ten"
    let share = reading.is(head + 1, "in") && reading.tag(head + 2) == Tag::Number;
    let kind = if one && share {
        SpeakerKind::Group
    } else if one {
        SpeakerKind::Person
    } else if counted && source.len() > 1 {
        SpeakerKind::Group
    } else if matches!(reading.tag(head), Tag::Noun | Tag::Nouns) || noun::is_human(reading, head) {
        noun::kind(reading, head)
    } else if reading.is_capital(head) && reading.tag(head) != Tag::Determiner {
        name::name(reading, source.clone()).map_or(SpeakerKind::Person, |it| it.kind.kind())
    } else {
        SpeakerKind::Group
    };
    // "one of them, Jurgis Babrauskas"
    let named = source.clone().find_map(|at| {
        let chunk = walk.evidence.chunks.starting_at(at + 1)?;
        let id = walk.at[chunk.head];
        let name = reading.is(at, ",") && chunk.head < source.end && id != NOBODY;
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
        name: if of_them || ordinal || one && name.len() == 1 {
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

/// "all three", "the two", "both": a group that was spoken of.
fn is_count(reading: &Reading<'_, '_>, source: &Range<usize>) -> bool {
    const COUNTS: [&str; 8] = ["all", "both", "the", "two", "three", "four", "five", "six"];
    source.len() <= 2
        && reading.is_any(source.start, &["all", "both", "the"])
        && source.clone().all(|at| reading.is_any(at, &COUNTS))
        && !reading.is(source.end - 1, "the")
        && !reading.is(source.end - 1, "all")
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
