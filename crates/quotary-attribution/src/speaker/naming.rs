//! Names and what stands beside them.

use std::ops::Range;

use super::{
    apposition::{self, Beside},
    cast::Cast,
    key::Key,
    name::{Name, Named},
    noun,
    referent::{Found, Id, NOBODY},
    role,
    salience::Asked,
    walk::{Piece, Walk},
};
use quotary_grammar::SegmentKind;

use crate::{
    entity::{GenderEvidence, SpeakerKind},
    lexicon::{self, Closed, OrgWord},
    reading::Reading,
    tag::Tag,
};

impl Walk<'_, '_, '_, '_> {
    pub(super) fn enroll(&mut self, name: &Name) {
        let reading = self.reading;
        let narrated = self.evidence.quoted_at(name.tokens.start).is_none();
        if name.tokens.len() == 1 && name.title.is_none() && narrated {
            self.cast
                .note_alone(Key::word(reading.form(name.tokens.start)));
        }
        if name.tokens.len() > 1 && !matches!(name.kind, Named::People) {
            let id = self.cast.enroll(reading, name);
            if name.kind == Named::Organization {
                self.cast.abbreviate(reading, &name.tokens, id);
            }
        }
    }

    /// Whether a capital word that could be a common one names somebody of this article: "Trump".
    pub(super) fn is_bearer(&self, piece: &Piece) -> bool {
        let reading = self.reading;
        piece.tokens.len() == 1
            && reading.is_capital(piece.head)
            && matches!(reading.word(piece.head).closed, None | Some(Closed::Unit))
            && self
                .cast
                .called(Key::word(reading.form(piece.head)))
                .iter()
                .any(|id| self.cast.get(id).named)
    }

    pub(super) fn name(&mut self, piece: &Piece, name: &Name) {
        let reading = self.reading;
        let id = self.cast.recognise(reading, name);
        if let Some(head) = self.modifier(name) {
            self.at[head] = id;
        }
        // "US Secretary | of | State Antony Blinken"
        if name.before.start < piece.tokens.start
            && let Some(office) = self.evidence.chunks.at(name.before.start)
        {
            self.at[office.head] = id;
        }
        let kin = !name.before.is_empty() && noun::gender(reading, name.before.end - 1).is_some();
        if kin {
            let gender = noun::gender(reading, name.before.end - 1);
            self.cast
                .get_mut(id)
                .learn_gender(gender, GenderEvidence::KinWord);
        }
        if let Some(known) = self.known_as(name) {
            self.cast.merge(id, known);
        }
        if name.title.is_some() {
            let title = Key::word(reading.form(name.before.end - 1));
            self.cast.get_mut(id).learn_title(title);
        }
        self.describe_otherwise(id, name, piece.tokens.end);
        self.plead(id, piece.tokens.end);
        // "The principal, Ana Prado": an occupation that looks like an adjective.
        if let Some(at) = name.tokens.start.checked_sub(2)
            && reading.is(at + 1, ",")
            && noun::is_human(reading, at)
            && reading.tag(at) == Tag::Adjective
        {
            self.cast.describe(noun::head_key(reading, at), id);
        }
        let before = role::before_name(reading, name.before.clone());
        if !before.is_empty() {
            let before = before.clone();
            let found = match reading.word(before.end - 1).title {
                Some(lexicon::Title::Rank | lexicon::Title::Religious) => Found::Rank,
                _ if reading.sentence(before.start).kind == SegmentKind::Caption => {
                    Found::Elsewhere
                }
                _ => Found::Beside,
            };
            self.describe(id, before, found);
        }
        if before.is_empty()
            && let Some(title) = self.shared_title(name)
        {
            self.describe(id, title..title + 1, Found::Beside);
        }
        // "from Puebla, the boy who …": a town is nobody's description.
        let place = self.cast.get(id).place;
        // "“Prado is a gifted teacher,” Brun said": what somebody thinks of her is no role.
        let behind = apposition::behind_name(self.evidence, piece.tokens.end)
            .filter(|it| !(place && noun::is_human(reading, it.head)))
            // "On the platform Starry, the singer apologized": a body is no singer.
            .filter(|it| {
                let person = noun::kind(reading, it.head) == SpeakerKind::Person;
                !(name.kind == Named::Organization && person && !noun::is_trade(reading, it.head))
            })
            .filter(|it| !(it.copula && self.evidence.quoted_at(it.head).is_some()));
        if let Some(behind) = behind {
            let found = if behind.copula {
                Found::Copula
            } else {
                Found::Beside
            };
            self.learn(id, &behind, found);
            self.at[behind.head] = id;
        }
        self.note(id, name.tokens.end - 1, name.tokens.clone(), piece);
        // The chunk's own head may stand before the end of the name ("Ministry | of Defence").
        self.at[piece.head] = id;
    }

    /// "Ana Prado, known as Mama Scales", "knows Ana Prado as Mama Scales": who bears the second name.
    fn known_as(&self, name: &Name) -> Option<Id> {
        /// Tokens between the two names and the word that ties them.
        const REACH: usize = 6;
        let reading = self.reading;
        let at = name.tokens.start.checked_sub(1)?;
        let mut before = reading.before(at, REACH);
        let tied = before
            .clone()
            .any(|it| reading.is_any(it, &["known", "knows", "know"]));
        if !reading.is(at, "as") || !tied {
            return None;
        }
        let id = before.rfind(|&it| self.at[it] != NOBODY)?;
        let id = self.at[id];
        let one = self.cast.get(id);
        (one.named && one.kind == SpeakerKind::Person).then_some(id)
    }

    /// "counsel for the family … Ana Prado, for the family, said": whoever speaks for somebody in court is
    /// the counsel that was told of.
    fn plead(&mut self, id: Id, end: usize) {
        let reading = self.reading;
        if !reading.is(end, ",") || !reading.is(end + 1, "for") {
            return;
        }
        let Some(client) = self.evidence.chunks.starting_at(end + 2) else {
            return;
        };
        let counsel = self
            .cast
            .described(Key::word("counsel"))
            .iter()
            .find(|&it| {
                let one = self.cast.get(it);
                let ends = one.name.end.checked_sub(1);
                !one.named && ends.is_some_and(|at| reading.is_same(at, client.head))
            });
        let Some(counsel) = counsel.filter(|_| reading.is(client.tokens.end, ",")) else {
            return;
        };
        let role = self.cast.get(counsel).name.clone();
        self.cast.merge(counsel, id);
        self.describe(id, role.start..role.start + 1, Found::Beside);
    }

    /// "Sens. | Ana Prado (D-Ore.) and | Tom Brun": the title in the plural of whoever is named before
    /// "and".
    fn shared_title(&self, name: &Name) -> Option<usize> {
        /// A name with a bracket behind it.
        const REACH: usize = 14;
        let reading = self.reading;
        let and = name.tokens.start.checked_sub(1)?;
        let joined = reading.is(and, "and") || reading.is(and, ",");
        if !joined || !name.before.is_empty() || !name.kind.is_person() || name.tokens.len() < 2 {
            return None;
        }
        let title = reading
            .before(and, REACH)
            .rfind(|&at| is_title_of_several(reading, at))?;
        // Names, brackets, commas and "and" stand between.
        let (first, last) = (title + 1, and);
        let apart = reading.is(first, ",");
        let listed = (first..last).all(|at| {
            reading.tag(at) == Tag::Name
                || reading.is_capital(at)
                || reading.is_any(at, &[",", "(", ")", "."])
                || reading.is(at, "and")
        });
        (listed && last > first && !apart).then_some(title)
    }

    /// By age and nationality somebody can be meant as well: "the 19-year-old", "the Chilean".
    pub(super) fn describe_otherwise(&mut self, id: Id, name: &Name, end: usize) {
        let reading = self.reading;
        if let Some(age) = apposition::age(reading, end) {
            self.cast.describe(noun::age_key(reading.form(age)), id);
        }
        for at in name.before.clone() {
            if reading.word(at).place == Some(lexicon::Place::Demonym) {
                self.cast.describe(noun::head_key(reading, at), id);
            }
        }
    }

    /// The head of the chunk that only begins the phrase of this name: "Corrections | chief
    /// executive Warwick Ettrick".
    pub(super) fn modifier(&self, name: &Name) -> Option<usize> {
        let reading = self.reading;
        let first = name.before.start;
        let small = !name.before.is_empty() && !reading.is_capital(first);
        let before = self.evidence.chunks.ending_at(first.checked_sub(1)?)?;
        (small && name.kind.is_person() && !noun::is_human(reading, before.head))
            .then_some(before.head)
    }

    /// A description beside a name.
    pub(super) fn learn(&mut self, id: Id, beside: &Beside, found: Found) {
        let reading = self.reading;
        let one = self.cast.get_mut(id);
        let kind = noun::kind(reading, beside.head);
        // "HeadCount, the largest survey of its kind"
        let text = kind == SpeakerKind::Document && !one.public && !one.place && !beside.copula;
        if text && one.named && one.kind == SpeakerKind::Organization && one.name.len() == 1 {
            one.kind = SpeakerKind::Document;
        }
        if one.kind == SpeakerKind::Person && kind == SpeakerKind::Person {
            one.learn_gender(noun::gender(reading, beside.head), GenderEvidence::KinWord);
        }
        if one.kind == SpeakerKind::Person {
            let role = role::phrase(reading, beside.tokens.clone(), beside.head);
            if role.is_empty() {
                self.cast.describe(noun::head_key(reading, beside.head), id);
            } else {
                self.describe(id, role, found);
            }
        } else {
            self.cast.describe(noun::head_key(reading, beside.head), id);
        }
    }

    /// Somebody has a role, and can be meant by its nouns from now on.
    pub(super) fn describe(&mut self, id: Id, role: Range<usize>, found: Found) {
        let reading = self.reading;
        let head = role
            .clone()
            .take_while(|&at| !matches!(reading.tag(at), Tag::Preposition | Tag::To))
            .filter(|&at| reading.tag(at).is_nominal())
            .last();
        // "Bank of Norvia Governor": the house is not the governor.
        let last = role.clone().next_back();
        let behind =
            |at: &usize| head.is_some_and(|head| *at > head) && role::is_role(reading, *at);
        let head = match head {
            Some(head) if role::is_role(reading, head) => Some(head),
            head => last.filter(behind).or(head),
        };
        if let Some(head) = head {
            self.cast.describe(noun::head_key(reading, head), id);
            self.cast.introduce(noun::head_key(reading, head), id);
        }
        // "its author, the economist Henning Falk" is an economist.
        let relation = head.is_some_and(|at| {
            reading.is_any(
                at,
                &[
                    "author",
                    "co-author",
                    "colleague",
                    "successor",
                    "predecessor",
                ],
            )
        });
        let found = if relation { Found::Relation } else { found };
        let one = self.cast.get_mut(id);
        // "Russia’s President" is the "Russian President".
        let fuller = one.role.as_ref().is_some_and(|old| {
            old.found == found
                && old.tokens.len() == 1
                && role.len() == 2
                && old.tokens.start > 0
                && noun::is_genitive(reading, old.tokens.start - 1)
                && reading.is_same(old.tokens.start, role.end - 1)
        });
        // "the Ohio businessman", later "the candidate": the office is what is told of in news.
        let office = found == Found::Elsewhere
            && head.is_some_and(|at| role::is_office(reading, at))
            && one.role.as_ref().is_some_and(|old| {
                old.found == Found::Elsewhere
                    && !old.tokens.clone().any(|at| role::is_office(reading, at))
            });
        if fuller || office {
            one.role = None;
        }
        one.learn_role(role, found);
    }

    /// "a Belgian named Joris Peeters": whoever the name behind a nationality names.
    pub(super) fn baptised(&mut self, piece: &Piece) -> Option<Id> {
        let beside = apposition::before_name(self.evidence, piece)?;
        let named = self.reading.is_any(beside.tokens.end, &["called", "named"]);
        let id = named.then(|| self.coming(&beside)).flatten()?;
        (self.cast.get(id).kind == SpeakerKind::Person).then_some(id)
    }

    /// "the Czech" for somebody who was just spoken of.
    pub(super) fn countryman(&mut self, piece: &Piece, name: &Name) -> Option<Id> {
        let reading = self.reading;
        let form = reading.form(piece.head);
        // "the French" are many.
        let many = ["sh", "ese", "ss", "ch", "s"]
            .iter()
            .any(|end| form.ends_with(end) && form != "Czech");
        let singular = reading.is(piece.tokens.start, "the") && !many;
        let one = name.tokens.len() == 1 && reading.word(piece.head).place.is_some();
        let two = name.tokens.len() == 2 && noun::is_demonym_of_two(reading, piece.head);
        if !singular || !one && !two {
            return None;
        }
        let known = self.cast.described(noun::head_key(reading, piece.head));
        if let Some(id) = known.iter().next() {
            return Some(id);
        }
        let place = self.place(piece.tokens.start, piece.tokens.end);
        let asked = Asked::Somebody(None);
        let (id, _) = self.salience.antecedent(&self.cast, asked, place, NOBODY)?;
        ((place.subject || place.cue) && self.cast.get(id).named).then_some(id)
    }
}

/// "Sens.", "Ministers", "lawyers": what stands before several names.
pub(super) fn is_title_of_several(reading: &Reading<'_, '_>, at: usize) -> bool {
    let form = reading.form(at).trim_end_matches('.');
    let title = reading.word(at).title == Some(lexicon::Title::Office)
        && reading.is_capital(at)
        && form.ends_with('s')
        && form.len() > 1;
    title || reading.word(at).noun == Some(lexicon::Noun::Role) && noun::is_plural(reading, at)
}

impl Cast {
    /// Notes the acronym of an organisation: the one in brackets behind it, and its initials.
    fn abbreviate(&mut self, reading: &Reading<'_, '_>, tokens: &Range<usize>, id: Id) {
        /// "U.S." stands for two words.
        const SHORT: usize = 4;
        let end = tokens.end;
        if reading.is(end, "(") && reading.is_any(end + 2, &[")", ","]) {
            self.alias(reading.form(end + 1), id);
        }
        let mut initials = String::new();
        for at in tokens.clone() {
            let adjective = reading.tag(at) == Tag::Adjective && reading.is_capital(at);
            if reading.tag(at) == Tag::Name || adjective {
                // "US Geological Survey", "USGS"
                let form = reading.form(at);
                let whole = form.len() <= SHORT && !form.contains(char::is_lowercase);
                let letters = if whole { form.len() } else { 1 };
                initials.extend(form.chars().filter(|&c| c != '.').take(letters));
            }
        }
        if initials.len() > 1 {
            self.alias(&initials, id);
        }
        let head = reading.word(end - 1).org == Some(OrgWord::Word);
        let head = if head { end - 1 } else { tokens.start };
        let first = tokens
            .clone()
            .take_while(|&at| reading.tag(at) == Tag::Name)
            .last()
            .unwrap_or(head);
        self.introduce(noun::head_key(reading, first), id);
    }
}
