//! What the lists can say about a word.

use crate::tag::Tag;

/// Everything the lists say about one word form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Word {
    /// Its parts of speech, the most frequent first; `None` from where the list ends.
    pub tags: [Option<Tag>; 4],
    /// The class of a closed-class word.
    pub closed: Option<Closed>,
    /// Index of the verb of attribution it is a form of ([`Lexicon::verb`](super::Lexicon::verb)).
    pub cue: Option<u16>,
    /// Index of the verbs of several words that begin with it
    /// ([`Lexicon::phrasal`](super::Lexicon::phrasal)).
    pub phrasal: Option<u16>,
    /// Index of the noun of attribution it is ([`Lexicon::noun_cue`](super::Lexicon::noun_cue)).
    pub noun_cue: Option<u16>,
    /// What it is as a noun.
    pub noun: Option<Noun>,
    /// The gender that the word itself tells: "actress", "Mr", "he".
    pub gender: Option<Gender>,
    /// Singular or plural, where the word tells.
    pub number: Option<Number>,
    /// What it is before or after a name.
    pub title: Option<Title>,
    /// Whether it is a given name, and whose.
    pub given: Option<Name>,
    /// What place it names.
    pub place: Option<Place>,
    /// What kind of organisation a name with this word is.
    pub org: Option<OrgWord>,
}

impl Word {
    /// Whether the lists give `tag` among its parts of speech.
    #[must_use]
    pub fn may_be(self, tag: Tag) -> bool {
        self.tags.contains(&Some(tag))
    }

    /// Whether any of its parts of speech is a verb form.
    #[must_use]
    pub fn may_be_verb(self) -> bool {
        self.tags.iter().flatten().any(|tag| tag.is_verb())
    }
}

/// Classes of closed-class words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Closed {
    /// the, a, every
    Determiner,
    /// my, his
    Possessive,
    /// many, several
    Quantifier,
    /// he, her, they
    Personal,
    /// himself
    Reflexive,
    /// this, those
    Demonstrative,
    /// someone, many, others
    Indefinite,
    /// who, which, that
    Relative,
    /// what, how, why
    Interrogative,
    /// of, in
    Preposition,
    /// because, while
    Subordinator,
    /// and, but
    Coordinator,
    /// that, whether
    Complementizer,
    /// be, have, do and their forms
    Auxiliary,
    /// will, would
    Modal,
    /// not, n't
    Negation,
    /// up, out
    Particle,
    /// however, also, yesterday
    Adverb,
    /// three, third
    Number,
    /// March, Thursday
    Date,
    /// km, percent
    Unit,
    /// yes, oh
    Interjection,
}

/// What a verb of attribution tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VerbClass {
    /// say, tell
    Speech,
    /// write, post
    Writing,
    /// think, believe, want
    Thought,
    /// learn, find, hear
    Perception,
}

/// Whether the cue tells the reader to believe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stance {
    /// said
    Neutral,
    /// pointed out
    Endorsing,
    /// claimed
    Distancing,
}

/// What a verb or noun of attribution can take: a set of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Pattern(u16);

impl Pattern {
    /// Introduces direct speech.
    pub const QUOTE: Self = Self(1);
    /// A clause with "that".
    pub const THAT: Self = Self(1 << 1);
    /// A clause without "that".
    pub const BARE: Self = Self(1 << 2);
    /// The hearer as object: "told reporters that".
    pub const HEARER: Self = Self(1 << 3);
    /// The hearer as object and an infinitive: "urged them to".
    pub const HEARER_TO: Self = Self(1 << 4);
    /// An infinitive: "vowed to".
    pub const TO: Self = Self(1 << 5);
    /// A question: "asked whether".
    pub const ASK: Self = Self(1 << 6);
    /// "accuse X of", "warn of".
    pub const OF: Self = Self(1 << 7);
    /// "describe X as".
    pub const AS: Self = Self(1 << 8);
    /// "call X Y".
    pub const CALL: Self = Self(1 << 9);
    /// A noun phrase is the content: "reiterated support".
    pub const NP: Self = Self(1 << 10);
    /// "denied doing".
    pub const GERUND: Self = Self(1 << 11);
    /// "called for".
    pub const FOR: Self = Self(1 << 12);
    /// "explained how".
    pub const HOW: Self = Self(1 << 13);
    /// A colon and the words: "statement:".
    pub const COLON: Self = Self(1 << 14);

    /// The set as a number, one bit a pattern.
    #[must_use]
    pub(crate) const fn bits(self) -> u32 {
        self.0 as u32
    }

    /// Whether every pattern of `other` is in this set.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the two sets share a pattern.
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The union of both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A verb of attribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CueVerb {
    /// Its base form.
    pub lemma: Box<str>,
    /// Speech, writing, thought or perception.
    pub class: VerbClass,
    /// Neutral, endorsing or distancing.
    pub stance: Stance,
    /// What it takes.
    pub pattern: Pattern,
}

/// A noun of attribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NounCue {
    /// Its base form.
    pub noun: Box<str>,
    /// Speech, writing, thought or perception.
    pub class: VerbClass,
    /// Neutral, endorsing or distancing.
    pub stance: Stance,
    /// What it takes.
    pub pattern: Pattern,
}

/// What the head of a noun phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Noun {
    /// An occupation, office or function: minister, farmer.
    Role,
    /// A relation: mother, husband.
    Kin,
    /// Another human being: man, resident, victim.
    Person,
    /// Several people: police, crowd.
    Group,
    /// An institution: company, ministry.
    Organization,
    /// A text that can say something: report, poll.
    Document,
}

/// Grammatical gender of a word or mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// he, she's husband, Mr
    Masculine,
    /// she, actress, Ms
    Feminine,
}

/// Singular or plural.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Number {
    /// One.
    Singular,
    /// More than one.
    Plural,
}

/// What a word is beside a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Title {
    /// Mr, Dame, Dr: no role.
    Honorific,
    /// Sgt, Col.
    Rank,
    /// President, Sen.
    Office,
    /// Bishop, Rabbi
    Religious,
    /// King, Sheikh
    Royal,
    /// Jr., MP
    Suffix,
    /// van, bin
    Particle,
}

/// Whose given name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Name {
    /// Of men.
    Masculine,
    /// Of women.
    Feminine,
    /// Of both.
    Either,
}

/// What a place name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// France
    Country,
    /// French
    Demonym,
    /// Paris
    Capital,
    /// Kremlin: a seat that speaks for who sits there
    Metonym,
    /// Ohio
    State,
    /// Lagos
    City,
}

/// What a word makes of a capitalised name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OrgWord {
    /// Inc., Ministry, University, FC: a part of names
    Word,
    /// NATO, FBI
    Acronym,
    /// BBC, Reuters
    Media,
}

/// An abbreviation that keeps its full stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abbreviation {
    /// Whether a sentence may end with it.
    pub may_end: bool,
}
