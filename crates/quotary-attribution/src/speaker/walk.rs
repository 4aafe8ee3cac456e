//! One walk through the article: every mention finds its referent.

use std::ops::Range;

use super::{
    answer,
    cast::Cast,
    firm::firm,
    key::Key,
    name::{self, Name, Named},
    noun,
    pronoun::{self},
    referent::{Id, NOBODY},
    salience::{Place, Salience},
};
use crate::{
    entity::SpeakerKind,
    evidence::Evidence,
    lexicon::{Closed, Title},
    mention::Chunk,
    reading::Reading,
    sieve::Draft,
    tag::Tag,
    token::TokenKind,
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
    /// For each sentence how many before it are not quoted as a whole.
    narrated: Vec<usize>,
    /// Every piece of the article, until the walk goes through them.
    pieces: Vec<ReadPiece>,
    /// The firms that are named only before what they have, until the walk goes through them.
    firms: Vec<Name>,
    /// The names of the article that are still to come, from `next_name` on.
    pub(super) names: Vec<Option<Name>>,
    pub(super) next_name: usize,
    /// Who speaks in each quotation, as far as it is known before it is read.
    pub(super) tellers: Vec<Id>,
}

/// A chunk or what stands before a genitive in one.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Its last noun, name or pronoun.
    pub(crate) head: usize,
}

/// A piece with what is found out about it before the walk.
#[derive(Debug)]
struct ReadPiece {
    piece: Piece,
    /// Where its chunk begins.
    chunk: usize,
    /// Whether its head is a name.
    is_name: bool,
    /// Whether it names a firm before what the firm has.
    has_firm: bool,
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
            narrated: narrated(evidence),
            pieces: Vec::with_capacity(evidence.chunks.all().len()),
            firms: Vec::new(),
            names: Vec::new(),
            next_name: 0,
            tellers: vec![NOBODY; evidence.quoted.len()],
        };
        for chunk in evidence.chunks.all() {
            pieces(reading, chunk, |piece| {
                let firm = firm(reading, &piece);
                if let Some(firm) = &firm {
                    walk.enroll(firm);
                }
                let is_name = name::is_name(reading, piece.head);
                if is_name {
                    let name = walk.read_name(&piece);
                    if let Some(name) = &name {
                        walk.enroll(name);
                    }
                    walk.names.push(name);
                }
                walk.pieces.push(ReadPiece {
                    piece,
                    chunk: chunk.tokens.start,
                    is_name,
                    has_firm: firm.is_some(),
                });
                walk.firms.extend(firm);
            });
        }
        walk.spell();
        walk.couples();
        walk.announce();
        walk
    }

    /// "Ana Prado attacks rivals ¶ … Prado said": the given name that only the headline tells of who
    /// goes by the surname alone.
    fn announce(&mut self) {
        let reading = self.reading;
        let headlines = reading
            .sentences()
            .iter()
            .filter(|it| it.kind == SegmentKind::Headline);
        let capital =
            |at: usize| reading.is_capital(at) && reading.form(at).chars().any(char::is_lowercase);
        for surname in headlines.flat_map(|it| it.tokens.clone().skip(1)) {
            let given = surname - 1;
            let named = capital(given) && reading.word(given).given.is_some() && capital(surname);
            let key = Key::word(reading.form(surname));
            let alone =
                named && self.cast.is_alone(key) && self.cast.called(key).iter().next().is_none();
            if alone && let Some(name) = name::name(reading, given..surname + 1) {
                self.enroll(&name);
            }
        }
    }

    /// "Médecins Sans Frontières … MSF": a name whose initials name somebody is that of a body.
    fn spell(&mut self) {
        /// "Al" and "Ed" are people.
        const LETTERS: usize = 3;
        let reading = self.reading;
        let mut short: Vec<Key> = Vec::new();
        for name in self.names.iter().flatten() {
            let form = reading.form(name.tokens.start);
            let letters = form.len() >= LETTERS && form.bytes().all(|it| it.is_ascii_uppercase());
            if name.tokens.len() == 1 && letters {
                short.push(Key::word(form));
            }
        }
        short.sort_unstable();
        for name in self.names.iter_mut().flatten() {
            if name.kind != Named::PerhapsPerson || name.tokens.len() < LETTERS {
                continue;
            }
            let first = |at: usize| reading.form(at).chars().next();
            let initials: String = name.tokens.clone().filter_map(first).collect();
            if short.binary_search(&Key::word(&initials)).is_ok() {
                name.kind = Named::Organization;
                let id = self.cast.enroll(reading, name);
                self.cast.get_mut(id).kind = SpeakerKind::Organization;
                self.cast.alias(&initials, id);
            }
        }
    }

    /// "Asha and Tom Brun": the first has the surname of the second.
    fn couples(&mut self) {
        let reading = self.reading;
        let names = self.names.iter().flatten();
        for (one, other) in names.clone().zip(names.skip(1)) {
            let joined = other.tokens.start == one.tokens.end + 1
                && reading.is(one.tokens.end, "and")
                && one.tokens.len() == 1
                && one.before.is_empty()
                && other.before.is_empty();
            let given = |at: usize| reading.word(at).given.is_some();
            if joined
                && other.tokens.len() == 2
                && given(one.tokens.start)
                && other.kind.is_person()
            {
                self.cast.share(reading, one, other.tokens.end - 1);
            }
        }
    }

    /// Goes through the article; `settle` is called with each of `drafts` (positions, in order)
    /// as soon as what stands before the position has been read.
    pub(crate) fn run(
        &mut self,
        drafts: &[(usize, usize)],
        mut settle: impl FnMut(&mut Self, usize),
    ) {
        let mut waiting = drafts.iter().peekable();
        let mut firms = std::mem::take(&mut self.firms).into_iter();
        for read in std::mem::take(&mut self.pieces) {
            while let Some(&(_, draft)) = waiting.next_if(|&&(position, _)| position <= read.chunk)
            {
                settle(self, draft);
            }
            let firm = read.has_firm.then(|| firms.next()).flatten();
            self.visit(&read.piece, read.is_name, firm);
        }
        for &(_, draft) in waiting {
            settle(self, draft);
        }
    }

    /// A mention finds its referent.
    fn visit(&mut self, piece: &Piece, is_name: bool, firm: Option<Name>) {
        let reading = self.reading;
        if let Some(possessive) = (reading.tag(piece.tokens.start) == Tag::Possessive
            && piece.tokens.start < piece.head)
            .then_some(piece.tokens.start)
        {
            self.pronoun(possessive);
        }
        if let Some(firm) = firm {
            self.firm(firm);
        }
        self.remind(piece);
        match reading.tag(piece.head) {
            Tag::Name if pronoun::read(reading.form(piece.head)).is_some() => {
                self.next_name += 1;
                self.pronoun(piece.head);
            }
            _ if is_name => {
                let name = self.names.get_mut(self.next_name).and_then(Option::take);
                self.next_name += 1;
                match name {
                    Some(name) if name.kind == Named::People => {
                        match self
                            .baptised(piece)
                            .or_else(|| self.countryman(piece, &name))
                        {
                            Some(id) => self.note(id, piece.head, piece.tokens.clone(), piece),
                            None => self.name(piece, &name),
                        }
                    }
                    Some(name) => self.name(piece, &name),
                    // "Shah", behind "Raj Shah"
                    None if reading.word(piece.head).title == Some(Title::Royal)
                        && self.is_bearer(piece) =>
                    {
                        self.name(piece, &name::alone(piece.head));
                    }
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

    pub(super) fn note(&mut self, id: Id, head: usize, mention: Range<usize>, piece: &Piece) {
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
            narrated: self.narrated[sentence],
            paragraph: reading.sentence(at).paragraph,
            subject: self.is_subject(at, end),
            quoted: self.is_spoken(at),
            opens: self.opens(at),
            genitive: noun::is_genitive(reading, end)
                || end == at + 1 && reading.tag(at) == Tag::Possessive,
            pronoun: end == at + 1 && pronoun::read(reading.form(at)).is_some(),
            cue: self.says(end) || at.checked_sub(1).is_some_and(|it| self.says(it)),
        }
    }

    /// Whether somebody speaks at `at`: in quotation marks, which do not only set a name apart
    /// ("he called himself “Dr Adam Prado”").
    fn is_spoken(&self, at: usize) -> bool {
        let Some(quoted) = self.evidence.quoted_at(at) else {
            return false;
        };
        let names =
            |at: usize| self.reading.tag(at) == Tag::Name || self.reading.word(at).title.is_some();
        match &*self.evidence.quoted[quoted].parts {
            [only] => !only.clone().all(names),
            _ => true,
        }
    }

    /// Whether nothing that could be somebody stands before `at` in its sentence.
    fn opens(&self, at: usize) -> bool {
        /// Longer than an adverbial at the head of a sentence.
        const REACH: usize = 12;
        let first = self.reading.sentence(at).tokens.start;
        at <= first + REACH && self.evidence.chunks.is_first(at, first)
    }

    /// Whether a verb that says that somebody said stands at `at`.
    pub(super) fn says(&self, at: usize) -> bool {
        self.reading.tag(at).is_verb() && self.reading.word(at).cue.is_some()
    }

    /// Whether the phrase from `at` to `end` stands where subjects do.
    fn is_subject(&self, at: usize, end: usize) -> bool {
        let reading = self.reading;
        // "| Her (sister was there)"
        if end == at + 1 && reading.tag(at) == Tag::Possessive {
            return false;
        }
        let before = at.checked_sub(1).map(|it| reading.tag(it));
        // "An official who met them said", "The head of the board said"
        let opens = at == reading.sentence(at).tokens.start
            || at > 0 && reading.kind(at - 1) == TokenKind::Closing;
        if opens && !noun::is_genitive(reading, end) && reading.tag(end) != Tag::Coordinator {
            return true;
        }
        // "because | it said", "after | it ruled": words that begin a clause as well as a phrase.
        let clause = at > 0
            && (reading.word(at - 1).closed == Some(Closed::Subordinator)
                || reading.is_any(at - 1, &["after", "as", "before", "since", "until"]))
            && end == at + 1
            && matches!(reading.tag(end), Tag::VerbPast | Tag::VerbS | Tag::Modal);
        // "that | it was"
        let pronoun = end == at + 1 && reading.tag(at) == Tag::Pronoun;
        let that = pronoun && at > 0 && reading.is(at - 1, "that");
        if matches!(before, Some(Tag::Preposition | Tag::To)) && !clause && !that {
            return false;
        }
        let next = (end..end + 3).find(|&it| reading.tag(it) != Tag::Adverb);
        next.is_some_and(|it| {
            matches!(
                reading.tag(it),
                Tag::VerbPast | Tag::VerbS | Tag::Verb | Tag::Modal
            ) || reading.is(it, ",")
        })
    }
}

/// Cuts a chunk at its genitives: "Russia | ’s | foreign minister".
fn pieces(reading: &Reading<'_, '_>, chunk: &Chunk, mut each: impl FnMut(Piece)) {
    let kind = reading.sentence(chunk.head).kind;
    if matches!(
        kind,
        SegmentKind::Byline | SegmentKind::Dateline | SegmentKind::Headline
    ) {
        return;
    }
    if answer::is_label(reading, &chunk.tokens) {
        return;
    }
    let mut start = chunk.tokens.start;
    // "the firm’s | managing director": the word for what an officer does belongs to the office.
    let manages = start.checked_sub(2).is_some_and(|at| {
        reading.tag(start - 1) == Tag::VerbIng
            && noun::is_genitive(reading, at)
            && noun::is_human(reading, chunk.head)
    });
    start -= usize::from(manages);
    for at in chunk.tokens.start..chunk.head {
        if noun::is_genitive(reading, at) && !name::is_genitive_inside(reading, at, chunk.head + 1)
        {
            if at > start {
                each(Piece {
                    tokens: start..at,
                    head: at - 1,
                });
            }
            start = at + 1;
        }
    }
    each(Piece {
        tokens: start..chunk.head + 1,
        head: chunk.head,
    });
}

/// For each sentence how many before it are not quoted as a whole.
fn narrated(evidence: &Evidence<'_, '_, '_>) -> Vec<usize> {
    let reading = evidence.reading;
    let mut before = 0;
    let counted = reading.sentences().iter().map(|sentence| {
        let so_far = before;
        let is_told =
            |at: usize| reading.kind(at) == TokenKind::Word && evidence.quoted_at(at).is_none();
        before += usize::from(sentence.tokens.clone().any(is_told));
        so_far
    });
    counted.collect()
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
