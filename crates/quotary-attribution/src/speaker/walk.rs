//! One walk through the article: every mention finds its referent.

use std::ops::Range;

use super::{
    apposition::{self, Beside},
    cast::Cast,
    key::Key,
    name::{self, Name, Named},
    noun,
    pronoun::{self, Pronoun},
    referent::{Found, Id, NOBODY, Referent},
    role,
    salience::{Asked, Place, Salience},
};
use crate::{
    entity::{GenderEvidence, SpeakerKind},
    evidence::Evidence,
    lexicon::{Closed, Gender, Noun, OrgWord},
    mention::Chunk,
    reading::Reading,
    sieve::Draft,
    tag::Tag,
};
use quotary_grammar::SegmentKind;

/// The referents of one article and where they are mentioned.
pub(crate) struct Walk<'w, 'e, 'r, 't> {
    pub(crate) evidence: &'w Evidence<'e, 'r, 't>,
    pub(crate) reading: &'w Reading<'r, 't>,
    pub(crate) cast: Cast,
    /// The referent of the mention whose head each token is.
    pub(crate) at: Vec<Id>,
    /// Every mention in the order of the text.
    pub(crate) mentions: Vec<(Id, Range<usize>)>,
    pub(crate) salience: Salience,
    names: Vec<Option<Name>>,
    next_name: usize,
}

/// A chunk or what stands before a genitive in one.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Its last noun, name or pronoun.
    pub(crate) head: usize,
}

impl<'w, 'e, 'r, 't> Walk<'w, 'e, 'r, 't> {
    /// Reads the names of the whole article.
    pub(crate) fn new(evidence: &'w Evidence<'e, 'r, 't>) -> Self {
        let reading = evidence.reading;
        let mut walk = Self {
            evidence,
            reading,
            cast: Cast::default(),
            at: vec![NOBODY; reading.len()],
            mentions: Vec::new(),
            salience: Salience::default(),
            names: Vec::new(),
            next_name: 0,
        };
        for chunk in evidence.chunks.all() {
            walk.pieces(chunk, |walk, piece| {
                if name::is_name(reading, piece.head) {
                    let name = walk.read_name(&piece);
                    if let Some(name) = &name {
                        walk.enroll(name);
                    }
                    walk.names.push(name);
                }
            });
        }
        walk
    }

    /// Goes through the article; `settle` is called with each of `drafts` (positions, in order)
    /// as soon as what stands before the position has been read.
    pub(crate) fn run(
        &mut self,
        drafts: &[(usize, usize)],
        mut settle: impl FnMut(&mut Self, usize),
    ) {
        let evidence = self.evidence;
        let mut waiting = drafts.iter().peekable();
        for chunk in evidence.chunks.all() {
            while let Some(&(_, draft)) =
                waiting.next_if(|&&(position, _)| position <= chunk.tokens.start)
            {
                settle(self, draft);
            }
            self.pieces(chunk, |walk, piece| walk.visit(&piece));
        }
        for &(_, draft) in waiting {
            settle(self, draft);
        }
    }

    /// Cuts a chunk at its genitives: "Russia | ’s | foreign minister".
    fn pieces(&mut self, chunk: &Chunk, mut each: impl FnMut(&mut Self, Piece)) {
        let reading = self.reading;
        let kind = reading.sentence(chunk.head).kind;
        if matches!(
            kind,
            SegmentKind::Byline | SegmentKind::Dateline | SegmentKind::Headline
        ) {
            return;
        }
        let mut start = chunk.tokens.start;
        for at in chunk.tokens.start..chunk.head {
            if noun::is_genitive(reading, at) {
                if at > start {
                    each(
                        self,
                        Piece {
                            tokens: start..at,
                            head: at - 1,
                        },
                    );
                }
                start = at + 1;
            }
        }
        each(
            self,
            Piece {
                tokens: start..chunk.head + 1,
                head: chunk.head,
            },
        );
    }

    fn read_name(&self, piece: &Piece) -> Option<Name> {
        let reading = self.reading;
        if reading.word(piece.head).closed == Some(Closed::Date) {
            return None;
        }
        if noun::is_office(reading, piece.tokens.clone()) {
            return None;
        }
        let mut name = name::name(reading, piece.tokens.clone())?;
        if let Some(split) = apposition::title_of(self.evidence, piece, &name) {
            name = split;
        }
        // "Layla Qasim | al-Murtada"
        let next = name.tokens.end;
        if name.kind.is_person() && next == piece.tokens.end && name::is_tail(reading, next) {
            name.tokens.end += 1;
        }
        if name.kind == Named::Organization {
            name.tokens.end = apposition::of_phrase(reading, name.tokens.clone());
        }
        // "in Caruaru" is a place, whatever it is called.
        let place = piece.tokens.start.checked_sub(1).is_some_and(|it| {
            reading.is_any(it, &["in", "at", "near", "outside", "across", "around"])
        });
        if name.kind == Named::PerhapsPerson && place && name.before.is_empty() {
            name.kind = Named::Place;
        }
        if name.kind == Named::PerhapsPerson {
            let behind = apposition::behind_name(self.evidence, piece.tokens.end);
            if let Some(behind) = behind {
                match noun::kind(reading, behind.head) {
                    SpeakerKind::Person
                        if noun::is_trade(reading, behind.head)
                            && reading.is(behind.tokens.start, "the") =>
                    {
                        name.kind = Named::Organization;
                    }
                    SpeakerKind::Person => name.kind = Named::Person,
                    SpeakerKind::Organization => name.kind = Named::Organization,
                    _ => {}
                }
            }
        }
        Some(name)
    }

    fn enroll(&mut self, name: &Name) {
        let reading = self.reading;
        if name.tokens.len() > 1 && !matches!(name.kind, Named::People) {
            let id = self.cast.enroll(reading, name);
            if name.kind == Named::Organization {
                self.cast.abbreviate(reading, &name.tokens, id);
            }
        }
    }

    /// A mention finds its referent.
    fn visit(&mut self, piece: &Piece) {
        let reading = self.reading;
        if let Some(possessive) = (reading.tag(piece.tokens.start) == Tag::Possessive
            && piece.tokens.start < piece.head)
            .then_some(piece.tokens.start)
        {
            self.pronoun(possessive);
        }
        match reading.tag(piece.head) {
            Tag::Name if pronoun::read(reading.form(piece.head)).is_some() => {
                self.next_name += 1;
                self.pronoun(piece.head);
            }
            _ if name::is_name(reading, piece.head) => {
                let name = self.names.get_mut(self.next_name).and_then(Option::take);
                self.next_name += 1;
                match name {
                    Some(name) if name.kind == Named::People => {
                        match self.countryman(piece, &name) {
                            Some(id) => self.note(id, piece.head, piece.tokens.clone(), piece),
                            None => self.name(piece, &name),
                        }
                    }
                    Some(name) => self.name(piece, &name),
                    None if noun::is_office(reading, piece.tokens.clone()) => self.nominal(piece),
                    None => {}
                }
            }
            Tag::Pronoun => self.pronoun(piece.head),
            _ if piece.tokens.len() == 1 && name::is_tail(reading, piece.head) => {
                self.name(piece, &name::alone(piece.head));
            }
            _ if self.is_bearer(piece) => {
                let at = piece.head;
                self.name(piece, &name::alone(at));
            }
            Tag::Noun | Tag::Nouns => self.nominal(piece),
            _ => self.counted(piece),
        }
    }

    /// Whether a capital word that could be a common one names somebody of this article: "Trump".
    fn is_bearer(&self, piece: &Piece) -> bool {
        let reading = self.reading;
        piece.tokens.len() == 1
            && reading.is_capital(piece.head)
            && reading.word(piece.head).closed.is_none()
            && self
                .cast
                .called(Key::word(reading.form(piece.head)))
                .iter()
                .any(|id| self.cast.get(id).named)
    }

    fn name(&mut self, piece: &Piece, name: &Name) {
        let reading = self.reading;
        let id = self.cast.recognise(reading, name);
        if let Some(head) = self.modifier(name) {
            self.at[head] = id;
        }
        let kin = !name.before.is_empty() && noun::gender(reading, name.before.end - 1).is_some();
        if kin {
            let gender = noun::gender(reading, name.before.end - 1);
            self.cast
                .get_mut(id)
                .learn_gender(gender, GenderEvidence::KinWord);
        }
        self.describe_otherwise(id, name, piece.tokens.end);
        let before = role::before_name(reading, name.before.clone());
        if !before.is_empty() {
            let found = match reading.word(before.end - 1).title {
                Some(crate::lexicon::Title::Rank | crate::lexicon::Title::Religious) => Found::Rank,
                _ => Found::Beside,
            };
            self.describe(id, before, found);
        }
        if let Some(behind) = apposition::behind_name(self.evidence, piece.tokens.end) {
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

    /// By age and nationality somebody can be meant as well: "the 19-year-old", "the Chilean".
    fn describe_otherwise(&mut self, id: Id, name: &Name, end: usize) {
        let reading = self.reading;
        if let Some(age) = apposition::age(reading, end) {
            self.cast.describe(noun::age_key(reading.form(age)), id);
        }
        for at in name.before.clone() {
            if reading.word(at).place == Some(crate::lexicon::Place::Demonym) {
                self.cast.describe(noun::head_key(reading, at), id);
            }
        }
    }

    /// The head of the chunk that only begins the phrase of this name: "Corrections | chief
    /// executive Warwick Ettrick".
    fn modifier(&self, name: &Name) -> Option<usize> {
        let reading = self.reading;
        let first = name.before.start;
        let small = !name.before.is_empty() && !reading.is_capital(first);
        let before = self.evidence.chunks.ending_at(first.checked_sub(1)?)?;
        (small && name.kind.is_person() && !noun::is_human(reading, before.head))
            .then_some(before.head)
    }

    /// A description beside a name.
    fn learn(&mut self, id: Id, beside: &Beside, found: Found) {
        let reading = self.reading;
        let one = self.cast.get_mut(id);
        let kind = noun::kind(reading, beside.head);
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
    fn describe(&mut self, id: Id, role: Range<usize>, found: Found) {
        let reading = self.reading;
        let head = role
            .clone()
            .take_while(|&at| !matches!(reading.tag(at), Tag::Preposition | Tag::To))
            .filter(|&at| reading.tag(at).is_nominal())
            .last();
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
        self.cast.get_mut(id).learn_role(role, found);
    }

    /// "the minister", "a nurse", "its chairman".
    fn nominal(&mut self, piece: &Piece) {
        let reading = self.reading;
        if self.at[piece.head] != NOBODY {
            return;
        }
        let class = reading.word(piece.head).noun;
        let before = apposition::before_name(self.evidence, piece);
        if let Some(beside) = before
            && let Some(id) = self.coming(&beside)
        {
            let described = Beside {
                tokens: piece.tokens.start..beside.tokens.end,
                ..beside
            };
            self.learn(id, &described, Found::Beside);
            self.unmask(piece, id);
            self.at[piece.head] = id;
            self.mentions.push((id, piece.tokens.clone()));
            return;
        }
        let salient = self.salient(piece);
        if class.is_none() && salient.is_none() && reading.tag(piece.head) != Tag::Name {
            return;
        }
        let id = salient.unwrap_or_else(|| self.meant(piece));
        if reading.is_any(
            piece.tokens.start,
            &["each", "every", "any", "no", "either", "neither"],
        ) {
            self.at[piece.head] = id;
            return;
        }
        self.note(id, piece.head, piece.tokens.clone(), piece);
    }

    /// "the official, Hisham al-Barakati": whoever was only "an Omani official" before is he.
    fn unmask(&mut self, piece: &Piece, id: Id) {
        let reading = self.reading;
        if !reading.is(piece.tokens.start, "the") || piece.tokens.len() > 2 {
            return;
        }
        let head = noun::head_key(reading, piece.head);
        let masked = self.cast.described(head).iter().find(|&it| {
            let one = self.cast.get(it);
            self.cast.root(it) != self.cast.root(id)
                && !one.named
                && !one.plural
                && !one.anonymous
                && one.kind == self.cast.get(id).kind
        });
        if let Some(masked) = masked {
            self.cast.merge(masked, id);
        }
    }

    /// Whom the name behind a description names; it has been read, but not yet visited.
    fn coming(&mut self, beside: &Beside) -> Option<Id> {
        let reading = self.reading;
        let name = self.names[self.next_name..]
            .iter()
            .take(12)
            .flatten()
            .find(|name| name.tokens.end > beside.name)?;
        if !(name.kind.is_person() || noun::kind(reading, beside.head) == SpeakerKind::Organization)
        {
            return None;
        }
        let name = name.clone();
        let id = self.cast.recognise(reading, &name);
        Some(id)
    }

    /// "the Czech" for somebody who was just spoken of.
    fn countryman(&mut self, piece: &Piece, name: &Name) -> Option<Id> {
        let reading = self.reading;
        let form = reading.form(piece.head);
        // "the French" are many.
        let many = ["sh", "ese", "ss", "ch", "s"]
            .iter()
            .any(|end| form.ends_with(end) && form != "Czech");
        let singular = reading.is(piece.tokens.start, "the") && name.tokens.len() == 1 && !many;
        if !singular || reading.word(piece.head).place.is_none() {
            return None;
        }
        let known = self.cast.described(noun::head_key(reading, piece.head));
        if let Some(id) = known.iter().next() {
            return Some(id);
        }
        let place = self.place(piece.tokens.start, piece.tokens.end);
        let asked = Asked::Somebody(None);
        let (id, _) = self.salience.antecedent(&self.cast, asked, place, NOBODY)?;
        (place.subject && self.cast.get(id).named).then_some(id)
    }

    /// "the 71-year-old", "the Czech", "the teenager": whoever of that sort was spoken of last;
    /// "the company": the firm spoken of last. Only where nobody was called so before.
    fn salient(&mut self, piece: &Piece) -> Option<Id> {
        let reading = self.reading;
        let start = piece.tokens.start;
        if !reading.is(start, "the") || noun::is_plural(reading, piece.head) {
            return None;
        }
        let place = self.place(start, piece.tokens.end);
        let head = noun::head_key(reading, piece.head);
        if self.cast.described(head).iter().next().is_some() {
            return None;
        }
        // "the man who …" brings somebody in.
        if matches!(reading.tag(piece.tokens.end), Tag::Wh | Tag::Preposition) {
            return None;
        }
        if noun::is_any_firm(reading, piece.head) {
            let (id, _) = self
                .salience
                .antecedent(&self.cast, Asked::Firm, place, NOBODY)?;
            self.cast.describe(head, id);
            return Some(id);
        }
        if noun::is_near_firm(reading, piece.head) {
            let asked = Asked::Firm;
            let (id, _) = self.salience.antecedent(&self.cast, asked, place, NOBODY)?;
            return self.salience.is_close(id, place).then_some(id);
        }
        let gender = noun::gender(reading, piece.head);
        let asked = Asked::Somebody(gender);
        let (id, _) = self.salience.antecedent(&self.cast, asked, place, NOBODY)?;
        let human = noun::is_human(reading, piece.head);
        let named = self.cast.get(id).named;
        let elegant = human && named && noun::is_elegant(reading, start, piece.head);
        if noun::is_anybody(reading, piece.head) {
            return Some(id);
        }
        // "the novelist" may be the person just spoken of whose role nobody has told.
        let one = self.cast.get(id);
        let word = reading.word(piece.head);
        let untold = word.noun == Some(Noun::Role)
            && word.title.is_none()
            && !place.quoted
            && one.named
            && one.role.is_none()
            && self.salience.is_near(id, place);
        if !elegant && !untold {
            return None;
        }
        let role = role::phrase(reading, piece.tokens.clone(), piece.head);
        if !role.is_empty() {
            self.describe(id, role, Found::Elsewhere);
        }
        Some(id)
    }

    /// The referent of a common noun phrase, found or made.
    pub(crate) fn meant(&mut self, piece: &Piece) -> Id {
        let reading = self.reading;
        let head = noun::head_key(reading, piece.head);
        let plural = noun::is_plural(reading, piece.head);
        let possessive = reading.tag(piece.tokens.start) == Tag::Possessive;
        let genitive = piece
            .tokens
            .start
            .checked_sub(1)
            .filter(|&at| noun::is_genitive(reading, at) && at > 0);
        let owner = if possessive {
            Some(self.at[piece.tokens.start]).filter(|&id| id != NOBODY)
        } else {
            genitive
                .map(|at| self.at[at - 1])
                .filter(|&id| id != NOBODY)
        };
        let definite = noun::is_definite(reading, piece.tokens.start) || genitive.is_some();
        let other = noun::is_other(reading, piece.tokens.start, piece.head);
        if definite && !other {
            let owner = owner.map(|id| self.cast.root(id));
            let fits = |id: &Id| {
                let one = self.cast.get(*id);
                let owned = one.owner.map(|id| self.cast.root(id));
                one.plural == plural && (owner.is_none() || owned.is_none() || owner == owned)
            };
            let candidates = self.cast.described(head).iter().filter(fits);
            let known = candidates
                .filter_map(|id| Some((self.agreement(piece, id)?, id)))
                .reduce(|best, it| if it.0 > best.0 { it } else { best })
                .map(|(_, id)| id);
            if let Some(id) = known {
                return self.cast.root(id);
            }
        }
        let mut start = piece.tokens.start;
        if matches!(
            reading.form(start).to_lowercase().as_str(),
            "the" | "a" | "an"
        ) {
            start += 1;
        }
        let id = self.cast.add(Referent {
            name: start.min(piece.head)..piece.head + 1,
            kind: noun::kind(reading, piece.head),
            plural,
            owner,
            gender: noun::gender(reading, piece.head),
            evidence: match noun::gender(reading, piece.head) {
                Some(_) => GenderEvidence::KinWord,
                None => GenderEvidence::None,
            },
            ..Referent::default()
        });
        self.cast.describe(head, id);
        id
    }

    /// How many words of a description are known of somebody; nothing where a word forbids that he
    /// is meant: "the former minister" is not the minister, "the prime minister" not his deputy.
    fn agreement(&self, piece: &Piece, id: Id) -> Option<usize> {
        const RANKS: [&str; 8] = [
            "acting",
            "assistant",
            "deputy",
            "former",
            "new",
            "shadow",
            "under",
            "vice",
        ];
        let reading = self.reading;
        let one = self.cast.get(id);
        let role = one.role.as_ref().map_or(0..0, |role| role.tokens.clone());
        let known = || one.name.clone().chain(role.clone());
        let says = |word: &str| known().any(|at| reading.is(at, word));
        let asked = |word: &str| piece.tokens.clone().any(|at| reading.is(at, word));
        let several = piece.tokens.len() > 2;
        let conflict = RANKS.iter().any(|rank| {
            asked(rank) && !says(rank) && *rank != "new"
                || several && says(rank) && !asked(rank) && one.named && *rank != "former"
        });
        if conflict {
            return None;
        }
        let modifiers = piece.tokens.start + 1..piece.head;
        Some(
            modifiers
                .filter(|&at| known().any(|it| noun::is_akin(reading, at, it)))
                .count(),
        )
    }

    /// "one of the mothers, Zodwa Mbokane", "two of the officials".
    fn counted(&mut self, piece: &Piece) {
        let reading = self.reading;
        if !reading.is(piece.head, "one") || !reading.is(piece.head + 1, "of") {
            return;
        }
        let group = self.evidence.chunks.starting_at(piece.head + 2).cloned();
        let Some(group) = group else { return };
        let whole = Piece {
            tokens: group.tokens.clone(),
            head: group.head,
        };
        if let Some(beside) = apposition::before_name(self.evidence, &whole)
            && let Some(id) = self.coming(&beside)
        {
            self.at[piece.head] = id;
            self.at[group.head] = id;
            self.mentions.push((id, piece.head..group.tokens.end));
        }
    }

    fn pronoun(&mut self, at: usize) {
        let reading = self.reading;
        let Some(pronoun) = pronoun::read(reading.form(at)) else {
            return;
        };
        let asked = match pronoun {
            Pronoun::He => Asked::One(Gender::Masculine),
            Pronoun::She => Asked::One(Gender::Feminine),
            Pronoun::It => Asked::Thing,
            Pronoun::They => Asked::Many,
            // The speaker is known only when the whole article has been read.
            Pronoun::I | Pronoun::We | Pronoun::You => return,
        };
        let place = self.place(at, at + 1);
        let object = pronoun::is_object(reading.form(at)) && reading.tag(at) == Tag::Pronoun;
        let not = if object && !place.subject {
            self.salience.subject_of(place.sentence).unwrap_or(NOBODY)
        } else {
            NOBODY
        };
        let Some((id, clear)) = self.salience.antecedent(&self.cast, asked, place, not) else {
            return;
        };
        if let (Asked::One(gender), true) = (asked, clear) {
            self.cast
                .get_mut(id)
                .learn_gender(Some(gender), GenderEvidence::Pronoun);
        }
        self.at[at] = id;
        self.mentions.push((id, at..at + 1));
        self.salience.mention(id, place);
        // "She is a hydrologist now."
        if matches!(asked, Asked::One(_)) && reading.tag(at) == Tag::Pronoun {
            let behind = apposition::behind_name(self.evidence, at + 1);
            let past = reading.is(at + 1, "was");
            let new = |it: &Beside| !past || !reading.is(it.tokens.start, "the");
            if let Some(behind) = behind.filter(|it| it.copula && new(it)) {
                self.learn(id, &behind, Found::Copula);
            }
        }
    }

    fn note(&mut self, id: Id, head: usize, mention: Range<usize>, piece: &Piece) {
        self.at[head] = id;
        self.cast.get_mut(id).times += 1;
        let place = self.place(mention.start, piece.tokens.end);
        self.salience.mention(id, place);
        self.mentions.push((id, mention));
    }

    pub(crate) fn place(&self, at: usize, end: usize) -> Place {
        let reading = self.reading;
        let sentence = reading.sentence_index(at);
        Place {
            token: at,
            sentence,
            paragraph: reading.sentence(at).paragraph,
            subject: self.is_subject(at, end),
            quoted: self.evidence.quoted_at(at).is_some(),
        }
    }

    /// Whether the phrase from `at` to `end` stands where subjects do.
    fn is_subject(&self, at: usize, end: usize) -> bool {
        let reading = self.reading;
        let before = at.checked_sub(1).map(|it| reading.tag(it));
        if matches!(before, Some(Tag::Preposition | Tag::To)) {
            return false;
        }
        let next = (end..end + 3).find(|&it| reading.tag(it) != Tag::Adverb);
        next.is_some_and(|it| {
            matches!(
                reading.tag(it),
                Tag::VerbPast | Tag::VerbS | Tag::Verb | Tag::Modal
            ) || reading.form(it) == ","
        })
    }
}

impl Cast {
    /// Notes the acronym of an organisation: the one in brackets behind it, and its initials.
    fn abbreviate(&mut self, reading: &Reading<'_, '_>, tokens: &Range<usize>, id: Id) {
        let end = tokens.end;
        if reading.form(end) == "(" && matches!(reading.form(end + 2), ")" | ",") {
            self.alias(reading.form(end + 1), id);
        }
        let mut initials = String::new();
        for at in tokens.clone() {
            if reading.tag(at) == Tag::Name {
                initials.extend(reading.form(at).chars().next());
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

/// The position at which a draft can be settled: behind its source, or before its content where
/// the context tells the speaker.
pub(crate) fn position(draft: &Draft) -> usize {
    match (&draft.source, draft.content.first()) {
        (Some(source), _) => source.end,
        (None, Some(content)) => content.start,
        (None, None) => 0,
    }
}
