//! Common noun phrases: "the minister", "a nurse", "its chairman".

use super::{
    apposition::{self, Beside},
    noun,
    referent::{Found, Id, NOBODY, Referent},
    role,
    salience::Asked,
    walk::{Piece, Walk},
};
use crate::{
    entity::{GenderEvidence, SpeakerKind},
    lexicon::{Closed, Gender, Noun},
    mention::Chunk,
    reading::Reading,
    tag::Tag,
    token::TokenKind,
};

/// Words before "as" that tell of holding an office.
const SERVES: [&str; 22] = [
    "acted",
    "acting",
    "appointed",
    "career",
    "elected",
    "installed",
    "job",
    "named",
    "post",
    "resigned",
    "retired",
    "role",
    "serve",
    "served",
    "serves",
    "serving",
    "stint",
    "term",
    "work",
    "worked",
    "working",
    "works",
];

/// Words before "as" that tell what somebody is taken for.
const TELLS: [&str; 14] = [
    "cast",
    "described",
    "describes",
    "dismissed",
    "hailed",
    "identified",
    "known",
    "portrayed",
    "regarded",
    "same",
    "seen",
    "such",
    "treated",
    "well",
];

/// The gender that a possessive behind a subject tells: "the nominee attacked her opponent".
fn own(reading: &Reading<'_, '_>, piece: &Piece) -> Option<Gender> {
    /// A verb with its adverbs.
    const REACH: usize = 4;
    let end = piece.tokens.end;
    let limit = reading.sentence(piece.head).tokens.end.min(end + REACH);
    let verb = |at: usize| {
        reading.tag(at).is_verb() || matches!(reading.tag(at), Tag::Adverb | Tag::Modal)
    };
    let at = (end..limit).find(|&at| !verb(at))?;
    match reading.tag(at) {
        Tag::Possessive if at > end && reading.is(at, "her") => Some(Gender::Feminine),
        Tag::Possessive if at > end && reading.is(at, "his") => Some(Gender::Masculine),
        _ => None,
    }
}

impl Walk<'_, '_, '_, '_> {
    /// "the minister", "a nurse", "its chairman".
    pub(super) fn nominal(&mut self, piece: &Piece) {
        let reading = self.reading;
        if self.at[piece.head] != NOBODY {
            return;
        }
        let class = reading.word(piece.head).noun;
        let before = apposition::before_name(self.evidence, piece)
            .or_else(|| apposition::copula_name(self.evidence, piece));
        if let Some(beside) = before
            && let Some(id) = self.coming(&beside)
        {
            let described = Beside {
                tokens: piece.tokens.start..beside.tokens.end,
                ..beside
            };
            // "the operator, Litoral Bahn": a firm.
            let body = noun::is_firm_trade(reading, piece.head)
                && self.cast.get(id).evidence == GenderEvidence::None
                || reading.word(piece.head).noun == Some(Noun::Organization);
            // "the chair of the committee, Ana Prado"
            let of = piece.tokens.start > 0 && reading.is(piece.tokens.start - 1, "of");
            if body && !of {
                self.cast.get_mut(id).kind = SpeakerKind::Organization;
            }
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
        if salient.is_none() {
            self.spell_out(id, piece);
        }
        self.note(id, piece.head, piece.tokens.clone(), piece);
        self.serve_as(piece);
    }

    /// "the Ohio senator": spells out what was only "Sen." beside the name.
    fn spell_out(&mut self, id: Id, piece: &Piece) {
        let reading = self.reading;
        let one = self.cast.get(id);
        let short = one.role.as_ref().is_none_or(|it| {
            it.tokens.len() == 1 && noun::is_short_title(reading, it.tokens.start)
        });
        if !one.named || one.plural || !short || !reading.is(piece.tokens.start, "the") {
            return;
        }
        let role = role::phrase(reading, piece.tokens.clone(), piece.head);
        if role.len() > 1 || one.role.is_none() {
            self.cast.get_mut(id).role = None;
            self.describe(id, role, Found::Beside);
        }
    }

    /// "Prado served as mayor", "has power as the attorney general": an office that the only person
    /// of the sentence so far has.
    fn serve_as(&mut self, piece: &Piece) {
        /// The verb stands near.
        const REACH: usize = 12;
        let reading = self.reading;
        let start = piece.tokens.start;
        let Some(tie) = start.checked_sub(1).filter(|&it| reading.is(it, "as")) else {
            return;
        };
        let first = reading.sentence(start).tokens.start;
        let near = first.max(tie.saturating_sub(REACH));
        let serves = (near..tie).any(|at| SERVES.contains(&reading.form(at)));
        let definite = reading.is(start, "the") && role::is_office(reading, piece.head);
        let bare = serves
            && role::is_role(reading, piece.head)
            && !matches!(reading.tag(start), Tag::Possessive);
        let told = (near..tie).any(|at| TELLS.contains(&reading.form(at)));
        if told || !definite && !bare || noun::is_plural(reading, piece.head) {
            return;
        }
        let mut people = (first..tie)
            .map(|at| self.at[at])
            .filter(|&id| id != NOBODY && self.cast.get(id).kind == SpeakerKind::Person);
        let Some(id) = people.next() else { return };
        let root = self.cast.root(id);
        if !self.cast.get(id).named || people.any(|other| self.cast.root(other) != root) {
            return;
        }
        let limit = reading.sentence(start).tokens.end;
        let chunk = Chunk {
            tokens: piece.tokens.clone(),
            head: piece.head,
        };
        let end = apposition::extent(self.evidence, &chunk, limit);
        let role = role::phrase(reading, start..end, piece.head);
        if !role.is_empty() {
            self.describe(id, role, Found::Copula);
        }
    }

    /// "the official, Hisham al-Barakati": whoever was only "an Omani official" before is he.
    pub(super) fn unmask(&mut self, piece: &Piece, id: Id) {
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
    pub(super) fn coming(&mut self, beside: &Beside) -> Option<Id> {
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

    /// "the 71-year-old", "the Czech", "the teenager": whoever of that sort was spoken of last;
    /// "the company": the firm spoken of last. Only where nobody was called so before.
    pub(super) fn salient(&mut self, piece: &Piece) -> Option<Id> {
        let reading = self.reading;
        let start = self.opening(piece);
        // "his bank": the firm that is spoken of.
        let firm =
            noun::is_any_firm(reading, piece.head) || noun::is_near_firm(reading, piece.head);
        let place = self.place(start, piece.tokens.end);
        if firm && reading.is_any(start, &["his", "her"]) {
            let (id, _) = self
                .salience
                .antecedent(&self.cast, Asked::Firm, place, NOBODY)?;
            return self.salience.is_close(id, place).then_some(id);
        }
        // "at the jeweller’s" is a shop.
        let shop = noun::is_genitive(reading, piece.tokens.end)
            && self.evidence.chunks.at(piece.tokens.end).is_none();
        if !reading.is(start, "the") || noun::is_plural(reading, piece.head) || shop {
            return None;
        }
        let head = noun::head_key(reading, piece.head);
        // "the Liberal candidate" is not "the only candidate that can win".
        let former = (start..piece.head).any(|at| reading.is(at, "former"));
        let human = noun::is_human(reading, piece.head) || former;
        let set_apart = human && noun::is_elegant(reading, start, piece.head);
        let known =
            self.cast.described(head).iter().any(|id| {
                !set_apart || self.cast.get(id).named || self.agreement(piece, id) > Some(0)
            });
        if known {
            return None;
        }
        // "the man who …" brings somebody in.
        let more = matches!(reading.tag(piece.tokens.end), Tag::Wh | Tag::Preposition);
        if more && !noun::is_parent_of(reading, piece.head) {
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
            let firm = self
                .salience
                .antecedent(&self.cast, Asked::Body, place, NOBODY)
                .filter(|&(id, _)| self.salience.is_close(id, place));
            if firm.is_some() || !noun::is_trade(reading, piece.head) {
                return firm.map(|(id, _)| id);
            }
        }
        if noun::is_any_document(reading, piece.head) {
            let id = self.salience.latest(&self.cast, SpeakerKind::Document)?;
            self.cast.describe(head, id);
            return Some(id);
        }
        let gender = noun::gender(reading, piece.head).or_else(|| own(reading, piece));
        let asked = if set_apart && !noun::is_anybody(reading, piece.head) {
            Asked::Named(gender)
        } else {
            Asked::Somebody(gender)
        };
        // The subject of the sentence would be a pronoun.
        let subject = if self.is_preposed(start) {
            NOBODY
        } else {
            self.salience.subject_of(place.sentence).unwrap_or(NOBODY)
        };
        let (id, clear) = self
            .salience
            .antecedent(&self.cast, asked, place, subject)?;
        let named = self.cast.get(id).named;
        let near = self.salience.is_near(id, place);
        let elegant = set_apart && named && (clear || near || self.spoke_last(id));
        if noun::is_anybody(reading, piece.head) {
            let mut ages = noun::ages(reading, piece.head);
            let aged = ages.find_map(|it| self.cast.described(it).iter().next());
            return aged.or(Some(id));
        }
        // "the novelist" may be the person just spoken of whose role nobody has told.
        let one = self.cast.get(id);
        let word = reading.word(piece.head);
        // An occupation in no list: "the cider maker".
        let unlisted = word.noun.is_none()
            && self.says(piece.tokens.end)
            && noun::by_ending(reading.form(piece.head)) == SpeakerKind::Person;
        let untold = (word.noun == Some(Noun::Role) || unlisted)
            && word.title.is_none()
            && !place.quoted
            // "A witness said the driver had waved": somebody else than who was told of before.
            && (subject == NOBODY || self.is_inserted(piece))
            && one.named
            && one.role.is_none()
            && near;
        if !elegant && !untold {
            return None;
        }
        let role = role::phrase(reading, piece.tokens.clone(), piece.head);
        if !role.is_empty() {
            self.describe(id, role, Found::Elsewhere);
        }
        Some(id)
    }

    /// Whether somebody has said what was said last, and has not asked.
    fn spoke_last(&self, id: Id) -> bool {
        let last = self.salience.spoke().filter(|it| !it.asked);
        last.is_some_and(|it| self.cast.root(it.id) == self.cast.root(id))
    }

    /// "It was also right, | the agronomist maintains": whether a description speaks what stands before
    /// it, in which the subject is another.
    fn is_inserted(&self, piece: &Piece) -> bool {
        let reading = self.reading;
        let ends = |at: usize| reading.form(at) == "," || reading.kind(at) == TokenKind::Closing;
        piece.tokens.start.checked_sub(1).is_some_and(ends) && self.says(piece.tokens.end)
    }

    /// "While Prado waited, | the Ohio senator said": whether nothing but a clause or an adverbial
    /// stands before the main clause that begins at `start`; its subject may be the same.
    fn is_preposed(&self, start: usize) -> bool {
        let reading = self.reading;
        let first = reading.sentence(start).tokens.start;
        let subordinate = reading.tag(first) == Tag::Preposition
            || reading.word(first).closed == Some(Closed::Subordinator);
        subordinate && start > first && reading.form(start - 1) == ","
    }

    /// Where a noun phrase begins that a name stands in: "the Reform | mayoral nominee".
    fn opening(&self, piece: &Piece) -> usize {
        let reading = self.reading;
        let start = piece.tokens.start;
        let bare = !matches!(reading.tag(start), Tag::Determiner | Tag::Possessive);
        start
            .checked_sub(1)
            .filter(|&at| bare && reading.tag(at) == Tag::Name)
            .and_then(|at| self.evidence.chunks.ending_at(at))
            .filter(|it| reading.tag(it.tokens.start) == Tag::Determiner)
            .map_or(start, |it| it.tokens.start)
    }

    /// Whether nouns before the head say of both what they are, and none of them is shared.
    fn is_told_apart(&self, piece: &Piece, one: &Referent) -> bool {
        let reading = self.reading;
        let noun = |at: &usize| matches!(reading.tag(*at), Tag::Noun | Tag::Name);
        let Some(head) = self.evidence.chunks.at(one.name.start).map(|it| it.head) else {
            return false;
        };
        let own = || (one.name.start..head.min(one.name.end)).filter(noun);
        let mut asked = (piece.tokens.start..piece.head).filter(noun).peekable();
        asked.peek().is_some()
            && own().next().is_some()
            && !asked.any(|at| own().any(|it| noun::is_akin(reading, at, it)))
    }

    /// "Prado aides" are not the aides of anybody else: whether a name in a description is that of
    /// another than `owner`.
    fn is_of_another(&self, one: &Referent, owner: Id) -> bool {
        !one.named
            && one.name.clone().any(|at| {
                self.reading.tag(at) == Tag::Name
                    && self.at[at] != NOBODY
                    && self.cast.root(self.at[at]) != owner
            })
    }

    /// "his wife", "her brother": the only one of that gender who bears the surname.
    fn relative(&self, owner: Id, piece: &Piece) -> Option<Id> {
        let reading = self.reading;
        let owner = self.cast.root(owner);
        if reading.word(piece.head).noun != Some(Noun::Kin) {
            return None;
        }
        let surname = self.cast.surname(reading, owner)?;
        let gender = noun::gender(reading, piece.head);
        let mut family = self.cast.called(surname).iter().filter(|&id| {
            let other = self.cast.get(id).gender;
            self.cast.root(id) != owner
                && self.cast.surname(reading, id) == Some(surname)
                && (gender.is_none() || other.is_none_or(|it| Some(it) == gender))
        });
        let found = family.next()?;
        family
            .all(|id| self.cast.root(id) == self.cast.root(found))
            .then_some(found)
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
        let definite = noun::is_definite(reading, self.opening(piece)) || genitive.is_some();
        let other = noun::is_other(reading, piece.tokens.start, piece.head);
        if definite && !other {
            let owner = owner.map(|id| self.cast.root(id));
            let fits = |id: &Id| {
                let one = self.cast.get(*id);
                let owned = one.owner.map(|id| self.cast.root(id));
                let named_otherwise =
                    owned.is_none() && owner.is_some_and(|owner| self.is_of_another(one, owner));
                // "her manager": not the manager of somewhere else.
                let elsewhere = possessive
                    && one.named
                    && owned != owner
                    && noun::is_relation(reading, piece.head)
                    && !one.role.as_ref().is_some_and(|role| {
                        role.tokens.start > 0
                            && reading.tag(role.tokens.start - 1) == Tag::Possessive
                    });
                // "The post-mortem report" is not the first information report.
                let another_text = one.kind == SpeakerKind::Document
                    && !one.named
                    && self.is_told_apart(piece, one);
                one.plural == plural
                    && !elsewhere
                    && !another_text
                    && (owner.is_none() || owned.is_none() || owner == owned)
                    && !named_otherwise
            };
            // "A doctor who drinks is no doctor": in quotation marks nobody is brought in.
            let told = |id: &Id| {
                let one = self.cast.get(*id);
                let quoted = |at: usize| self.evidence.quoted_at(at).is_some();
                one.named || !quoted(one.name.start) || quoted(piece.head)
            };
            let narrated = self
                .cast
                .described(head)
                .iter()
                .any(|id| fits(&id) && told(&id));
            let candidates = self
                .cast
                .described(head)
                .iter()
                .filter(|id| fits(id) && (told(id) || !narrated));
            let known = candidates
                .filter_map(|id| Some((self.agreement(piece, id)?, id)))
                .reduce(|best, it| if it.0 > best.0 { it } else { best })
                .map(|(_, id)| id);
            if let Some(id) = known {
                return self.cast.root(id);
            }
            if let Some(id) = owner.and_then(|owner| self.relative(owner, piece)) {
                return id;
            }
            // "the federation" for the only one of the article.
            let body = noun::kind(reading, piece.head) == SpeakerKind::Organization
                && piece.tokens.len() == 2;
            let named = self.cast.introduced(head).filter(|&id| {
                body && owner.is_none() && self.cast.get(id).kind == SpeakerKind::Organization
            });
            if let Some(id) = named {
                return id;
            }
        }
        let mut start = piece.tokens.start;
        if reading.is_any(start, &["the", "a", "an"]) {
            start += 1;
        }
        // "the operator" alone is a firm.
        let kind = if noun::is_firm_trade(reading, piece.head) && !plural {
            SpeakerKind::Organization
        } else {
            noun::kind(reading, piece.head)
        };
        let id = self.cast.add(Referent {
            name: start.min(piece.head)..piece.head + 1,
            kind,
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

    /// "one of the mothers, Zodwa Mbokane", "two of the officials".
    pub(super) fn counted(&mut self, piece: &Piece) {
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

    /// How many words of a description are known of somebody; nothing where a word forbids that he
    /// is meant: "the former minister" is not the minister, "the prime minister" not his deputy.
    pub(super) fn agreement(&self, piece: &Piece, id: Id) -> Option<usize> {
        const RANKS: [&str; 10] = [
            "acting",
            "assistant",
            "chief",
            "deputy",
            "former",
            "new",
            "prime",
            "shadow",
            "under",
            "vice",
        ];
        let reading = self.reading;
        let one = self.cast.get(id);
        let mut role = one.role.as_ref().map_or(0..0, |role| role.tokens.clone());
        // "finance minister | of Austria" is the Austrian minister.
        if reading.is(role.end, "of") && reading.tag(role.end + 1) == Tag::Name && !role.is_empty()
        {
            role.end += 2;
        }
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
}
