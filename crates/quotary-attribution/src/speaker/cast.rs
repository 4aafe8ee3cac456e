//! Everybody the article speaks of, and the words by which they are found again.

use std::ops::Range;

use super::{
    key::{Key, KeyMap},
    name::{Name, Named},
    named, noun,
    referent::{Id, NOBODY, Referent},
};
use crate::{
    entity::{GenderEvidence, SpeakerKind},
    lexicon::{Gender, Name as Given, Title},
    reading::Reading,
    tag::Tag,
    token::TokenKind,
};

/// How many referents are kept for one word: those mentioned last. More than four people of one
/// surname, or four reports, are not told apart by a careful reader either.
const KEPT: usize = 4;

/// Names of more words than this are compared by their first ones.
pub(super) const LONGEST: usize = 12;

/// The referents of one article.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    referents: Vec<Referent>,
    /// By first and last word of a name of several.
    pub(super) full: KeyMap<Id>,
    /// By any word of a name: who was named with it last.
    parts: KeyMap<Recent>,
    /// By the head of a noun phrase or role: who was described by it last.
    heads: KeyMap<Recent>,
    /// How often a word of a name stands alone.
    alone: KeyMap<u32>,
    /// By an acronym.
    aliases: KeyMap<Id>,
    /// By the head of a role: whose it is, or nobody's where several have it.
    introduced: KeyMap<Id>,
}

/// The last few referents of a word, the latest first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Recent([Id; KEPT]);

impl Default for Recent {
    fn default() -> Self {
        Self([NOBODY; KEPT])
    }
}

impl Recent {
    fn put(&mut self, id: Id) {
        let at = self.0.iter().position(|&it| it == id).unwrap_or(KEPT - 1);
        self.0[..=at].rotate_right(1);
        self.0[0] = id;
    }

    /// Puts `id` behind the others where there is room.
    fn append(&mut self, id: Id) {
        if let Some(free) = self.0.iter_mut().find(|it| **it == NOBODY || **it == id) {
            *free = id;
        }
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = Id> {
        self.0.into_iter().take_while(|&id| id != NOBODY)
    }
}

impl Cast {
    pub(crate) fn add(&mut self, referent: Referent) -> Id {
        let id = Id::try_from(self.referents.len()).unwrap_or(NOBODY);
        self.referents.push(referent);
        id
    }

    pub(crate) fn len(&self) -> usize {
        self.referents.len()
    }

    pub(crate) fn get(&self, id: Id) -> &Referent {
        &self.referents[self.root(id) as usize]
    }

    pub(crate) fn get_mut(&mut self, id: Id) -> &mut Referent {
        let root = self.root(id);
        &mut self.referents[root as usize]
    }

    /// The referent that stands for `id` after merging.
    pub(crate) fn root(&self, mut id: Id) -> Id {
        // A merge points at a root, so chains stay short.
        while let Some(next) = self.referents[id as usize].same_as {
            id = next;
        }
        id
    }

    /// Makes `one` the same as `other`, whose name and kind stay.
    pub(crate) fn merge(&mut self, one: Id, other: Id) {
        let (one, other) = (self.root(one), self.root(other));
        if one == other {
            return;
        }
        let gone = std::mem::take(&mut self.referents[one as usize]);
        let kept = &mut self.referents[other as usize];
        kept.learn_gender(gone.gender, gone.evidence);
        if let Some(role) = gone.role {
            kept.learn_role(role.tokens, role.found);
        }
        kept.anonymous |= gone.anonymous;
        self.referents[one as usize].same_as = Some(other);
    }

    /// Who was described by a noun with this head, the latest first.
    pub(crate) fn described(&self, head: Key) -> Recent {
        self.heads.get(&head).copied().unwrap_or_default()
    }

    /// Whether `id` is one person whom the article has only described so far, and who may be named.
    pub(crate) fn is_described(&self, id: Id) -> bool {
        id != NOBODY && {
            let one = self.get(id);
            !one.named
                && !one.plural
                && !one.anonymous
                && one.kind == SpeakerKind::Person
                && !one.name.is_empty()
        }
    }

    /// Notes that `id` was described by `head`.
    pub(crate) fn describe(&mut self, head: Key, id: Id) {
        self.heads.entry(head).or_default().put(id);
    }

    /// Notes that a name is described by `head`.
    pub(crate) fn introduce(&mut self, head: Key, id: Id) {
        let known = self.introduced.get(&head).copied();
        let same = known.is_none_or(|it| it != NOBODY && self.root(it) == self.root(id));
        self.introduced.insert(head, if same { id } else { NOBODY });
    }

    /// The only named one that is described by `head`.
    pub(crate) fn introduced(&self, head: Key) -> Option<Id> {
        let id = *self.introduced.get(&head)?;
        (id != NOBODY).then(|| self.root(id))
    }

    /// Notes one more word for `id`.
    pub(crate) fn alias(&mut self, word: &str, id: Id) {
        self.parts.entry(Key::word(word)).or_default().append(id);
        self.aliases.insert(Key::word(word), id);
    }

    /// Notes that a word names somebody without another word or title.
    pub(crate) fn note_alone(&mut self, word: Key) {
        *self.alone.entry(word).or_default() += 1;
    }

    /// Whether a word names somebody without another word or title.
    pub(crate) fn is_alone(&self, word: Key) -> bool {
        self.alone.contains_key(&word)
    }

    /// Who was named by a word, the latest first.
    pub(crate) fn called(&self, part: Key) -> Recent {
        self.parts.get(&part).copied().unwrap_or_default()
    }

    /// The referent of a name of several words, found or made. Called for the whole article before
    /// anything else, so that a short form may stand before the full one.
    pub(crate) fn enroll(&mut self, reading: &Reading<'_, '_>, name: &Name) -> Id {
        let key = full_key(reading, &name.tokens);
        if let Some(&id) = self.full.get(&key) {
            self.refine(reading, id, name);
            return id;
        }
        let whole = name.kind.is_person() || name.kind == Named::Organization;
        if let Some(id) = self.behind_initials(reading, name) {
            self.full.insert(key, id);
            return id;
        }
        let longer = self
            .containing(reading, name)
            .filter(|_| whole)
            .or_else(|| self.shorter(reading, name));
        if let Some(id) = longer {
            self.full.insert(key, id);
            self.refine(reading, id, name);
            return id;
        }
        let id = self.found(reading, name);
        self.full.insert(key, id);
        for at in name.tokens.clone().take(LONGEST) {
            if is_part(reading, at, &name.tokens) {
                self.parts
                    .entry(Key::word(reading.form(at)))
                    .or_default()
                    .append(id);
            }
        }
        id
    }

    /// The referent that a name means where it stands: a full one, or the bearer who was named
    /// last, or the one who will be named first.
    pub(crate) fn recognise(&mut self, reading: &Reading<'_, '_>, name: &Name) -> Id {
        let known = if name.tokens.len() > 1 {
            self.full.get(&full_key(reading, &name.tokens)).copied()
        } else {
            None
        };
        let alias = || {
            let alone = name.tokens.len() == 1 && !name.kind.is_person();
            alone
                .then(|| {
                    self.aliases
                        .get(&Key::word(reading.form(name.tokens.start)))
                        .copied()
                })
                .flatten()
        };
        let id = known
            .or_else(alias)
            .or_else(|| self.containing(reading, name))
            .unwrap_or_else(|| self.found(reading, name));
        self.refine(reading, id, name);
        self.surnamed(reading, id, name);
        for at in name.tokens.clone().take(LONGEST) {
            if is_part(reading, at, &name.tokens) {
                self.parts
                    .entry(Key::word(reading.form(at)))
                    .or_default()
                    .put(id);
            }
        }
        id
    }

    /// "Kolby Strand scored. … Strand said": whoever goes by the second word of a name is a person,
    /// though that is a common word; firms go by the first ("Velo Quarterly", "Velo").
    fn surnamed(&mut self, reading: &Reading<'_, '_>, id: Id, name: &Name) {
        let one = self.get(id);
        let article = name.tokens.start > 0 && reading.is(name.tokens.start - 1, "the");
        let second = name.tokens.len() == 1
            && !article
            && one.named
            && one.kind == SpeakerKind::Organization
            && !one.place
            && !one.public
            && one.name.len() == 2
            && Key::word(reading.form(one.name.end - 1))
                == Key::word(reading.form(name.tokens.start));
        if second && named::may_be_personal(reading, &one.name) {
            self.get_mut(id).kind = SpeakerKind::Person;
        }
    }

    /// "Asha and Tom Brun": enters Asha with the surname at token `surname`, where nobody else is
    /// called so.
    pub(crate) fn share(&mut self, reading: &Reading<'_, '_>, given: &Name, surname: usize) {
        let key = Key::word(reading.form(given.tokens.start));
        if self.called(key).iter().next().is_some() {
            return;
        }
        let id = self.found(reading, given);
        let one = self.get_mut(id);
        one.surname = Some(surname);
        one.kind = SpeakerKind::Person;
        for word in [given.tokens.start, surname] {
            let key = Key::word(reading.form(word));
            self.parts.entry(key).or_default().append(id);
        }
    }

    /// The surname of somebody with a name of several words.
    pub(crate) fn surname(&self, reading: &Reading<'_, '_>, id: Id) -> Option<Key> {
        let one = self.get(id);
        let person = one.named && one.kind == SpeakerKind::Person;
        let last = (one.name.len() > 1).then(|| one.name.end - 1);
        one.surname
            .or(last)
            .filter(|_| person)
            .map(|at| Key::word(reading.form(at)))
    }

    fn found(&mut self, reading: &Reading<'_, '_>, name: &Name) -> Id {
        let (gender, evidence) = match given_gender(reading, name) {
            Some(gender) => (Some(gender), GenderEvidence::GivenName),
            None => (None, GenderEvidence::None),
        };
        self.add(Referent {
            name: name.tokens.clone(),
            named: true,
            kind: name.kind.kind(),
            plural: name.kind == Named::People,
            place: name.kind == Named::Place,
            public: noun::is_public(reading, name.tokens.clone()),
            gender,
            evidence,
            ..Referent::default()
        })
    }

    /// Takes over what another mention of the name adds.
    fn refine(&mut self, reading: &Reading<'_, '_>, id: Id, name: &Name) {
        let given = given_gender(reading, name);
        let one = self.get_mut(id);
        if name.gender.is_some() {
            one.learn_gender(name.gender, GenderEvidence::Title);
        }
        if name.kind == Named::Person && one.kind != SpeakerKind::Person && one.named {
            one.kind = SpeakerKind::Person;
        }
        if given.is_some() {
            one.learn_gender(given, GenderEvidence::GivenName);
        }
        let shouted = |tokens: &Range<usize>| {
            let text = reading.slice(tokens.clone());
            !text.chars().any(char::is_lowercase)
        };
        let longer = name.tokens.len() > one.name.len()
            || name.tokens.len() == one.name.len() && shouted(&one.name) && !shouted(&name.tokens);
        if longer && !reading.in_headline(name.tokens.start) && one.named {
            one.name = name.tokens.clone();
        }
    }
}

/// First and last word of a name; what stands between (initials, second names) may be left out.
pub(super) fn full_key(reading: &Reading<'_, '_>, tokens: &Range<usize>) -> Key {
    let mut last = tokens.end - 1;
    let mut key = Key::word(reading.form(tokens.start));
    if reading.word(last).title == Some(Title::Suffix) && tokens.len() > 2 {
        key = key.and(reading.form(last));
        last -= 1;
    }
    key.and(reading.form(last))
}

/// Whether a word of a name can stand for the whole of it.
fn is_part(reading: &Reading<'_, '_>, at: usize, name: &Range<usize>) -> bool {
    let title = reading.word(at).title;
    // "Li Wenhua", later "Li": a family name that is a particle elsewhere.
    let family = at == name.start && reading.is_capital(at);
    let form = reading.form(at);
    reading.kind(at) == TokenKind::Word
        && (reading.tag(at) == Tag::Name || reading.is_capital(at))
        && (title != Some(Title::Particle) || family)
        && (title != Some(Title::Suffix) || form.chars().any(char::is_lowercase))
}

/// What the list of given names says about the bearer of a name of a person.
fn given_gender(reading: &Reading<'_, '_>, name: &Name) -> Option<Gender> {
    if !name.kind.is_person() {
        return None;
    }
    let first = reading.word(name.tokens.start);
    match first.given? {
        Given::Masculine => Some(Gender::Masculine),
        Given::Feminine => Some(Gender::Feminine),
        Given::Either => None,
    }
}
