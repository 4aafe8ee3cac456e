//! What the lists can say about a word.

use crate::tag::Tag;

/// A closed set of values, each with a number for the compiled lists.
pub(crate) trait Coded: Copy + PartialEq + 'static {
    /// Every value; its number is its place, counted from one.
    const ALL: &'static [Self];

    /// The number of a value; 0 for none.
    fn code(value: Option<Self>) -> u8 {
        let place = value.and_then(|value| Self::ALL.iter().position(|&it| it == value));
        place.map_or(0, |place| u8::try_from(place + 1).unwrap_or(0))
    }

    /// The value of a number.
    fn decode(code: u8) -> Option<Self> {
        let place = usize::from(code).checked_sub(1)?;
        Self::ALL.get(place).copied()
    }
}

/// A set whose values have names in the lists.
pub(crate) trait Class: Coded {
    /// The names, in the order of [`Coded::ALL`].
    const NAMES: &'static [&'static str];

    /// The value that the lists call `name`.
    fn named(name: &str) -> Option<Self> {
        let place = Self::NAMES.iter().position(|&it| it == name)?;
        Self::ALL.get(place).copied()
    }
}

/// Defines a class with the name that each value has in the lists.
macro_rules! classes {
    ($(#[$doc:meta])* enum $class:ident { $($(#[$about:meta])* $value:ident = $name:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $class { $($(#[$about])* $value,)+ }

        impl Coded for $class {
            const ALL: &'static [Self] = &[$(Self::$value,)+];
        }

        impl Class for $class {
            const NAMES: &'static [&'static str] = &[$($name,)+];
        }
    };
}

/// Whom or what a word can mean where somebody is described again: a set of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Describes(u16);

impl Describes {
    /// Whoever is spoken of: "the teenager".
    pub const ANYBODY: Self = Self(1);
    /// A body that was spoken of just before: "the bank".
    pub const BODY: Self = Self(1 << 1);
    /// Whichever firm is spoken of: "the company".
    pub const FIRM: Self = Self(1 << 2);
    /// A firm, by what it does, and seldom a person: "the distributor".
    pub const FIRM_TRADE: Self = Self(1 << 3);
    /// What somebody is for the moment, and no role: "the winner".
    pub const MOMENT: Self = Self(1 << 4);
    /// What firms alone have: "shareholders".
    pub const OF_FIRM: Self = Self(1 << 13);
    /// Who belongs to a party: "the Labour candidate".
    pub const PARTY: Self = Self(1 << 5);
    /// In a name: a public body or a place in a town, and no firm: "council".
    pub const PUBLIC: Self = Self(1 << 6);
    /// What everybody has one of: "her manager".
    pub const RELATION: Self = Self(1 << 7);
    /// Who has a seat in a house, beside which there may be an office: "Senator".
    pub const SEAT: Self = Self(1 << 8);
    /// Whichever text is spoken of: "the document".
    pub const TEXT: Self = Self(1 << 9);
    /// When something happens: "week".
    pub const TIME: Self = Self(1 << 10);
    /// Who leads one body, complete without its name: "coach".
    pub const TOP: Self = Self(1 << 11);
    /// A firm as often as a person: "the operator".
    pub const TRADE: Self = Self(1 << 12);

    /// What the list calls `name`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "anybody" => Self::ANYBODY,
            "body" => Self::BODY,
            "firm" => Self::FIRM,
            "firm-trade" => Self::FIRM_TRADE,
            "moment" => Self::MOMENT,
            "of-firm" => Self::OF_FIRM,
            "party" => Self::PARTY,
            "public" => Self::PUBLIC,
            "relation" => Self::RELATION,
            "seat" => Self::SEAT,
            "text" => Self::TEXT,
            "time" => Self::TIME,
            "top" => Self::TOP,
            "trade" => Self::TRADE,
            _ => return None,
        })
    }

    /// The set as a number, one bit a class.
    pub(crate) const fn bits(self) -> u16 {
        self.0
    }

    /// The set that [`bits`](Self::bits) gave.
    pub(crate) const fn from_bits(bits: u16) -> Self {
        Self(bits)
    }

    /// Whether every class of `other` is in this set.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// What is in either set.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Everything the lists say about one word form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
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
    /// Whom or what it can mean where somebody is described again.
    pub describes: Describes,
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

classes! {
    /// Classes of closed-class words.
    enum Closed {
        /// the, a, every
        Determiner = "determiner",
        /// my, his
        Possessive = "possessive",
        /// many, several
        Quantifier = "quantifier",
        /// he, her, they
        Personal = "personal",
        /// himself
        Reflexive = "reflexive",
        /// this, those
        Demonstrative = "demonstrative",
        /// someone, many, others
        Indefinite = "indefinite",
        /// who, which, that
        Relative = "relative",
        /// what, how, why
        Interrogative = "interrogative",
        /// of, in
        Preposition = "preposition",
        /// because, while
        Subordinator = "subordinator",
        /// and, but
        Coordinator = "coordinator",
        /// that, whether
        Complementizer = "complementizer",
        /// be, have, do and their forms
        Auxiliary = "auxiliary",
        /// will, would
        Modal = "modal",
        /// not, n't
        Negation = "negation",
        /// up, out
        Particle = "particle",
        /// however, also, yesterday
        Adverb = "adverb",
        /// three, third
        Number = "number",
        /// March, Thursday
        Date = "date",
        /// km, percent
        Unit = "unit",
        /// yes, oh
        Interjection = "interjection",
    }
}

classes! {
    /// What a verb of attribution tells of.
    enum VerbClass {
        /// say, tell
        Speech = "speech",
        /// write, post
        Writing = "writing",
        /// think, believe, want
        Thought = "thought",
        /// learn, find, hear
        Perception = "perception",
    }
}

classes! {
    /// Whether the cue tells the reader to believe.
    enum Stance {
        /// said
        Neutral = "neutral",
        /// pointed out
        Endorsing = "endorsing",
        /// claimed
        Distancing = "distancing",
    }
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
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// The set that [`bits`](Self::bits) gave.
    pub(crate) const fn from_bits(bits: u16) -> Self {
        Self(bits)
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

classes! {
    /// What the head of a noun phrase is.
    enum Noun {
        /// An occupation, office or function: minister, farmer.
        Role = "person-role",
        /// A relation: mother, husband.
        Kin = "person-kin",
        /// Another human being: man, resident, victim.
        Person = "person-other",
        /// Several people: police, crowd.
        Group = "group",
        /// An institution: company, ministry.
        Organization = "organization",
        /// A text that can say something: report, poll.
        Document = "document",
    }
}

impl Noun {
    /// Whether it means a single human being.
    #[must_use]
    pub fn is_human(self) -> bool {
        matches!(self, Self::Role | Self::Kin | Self::Person)
    }
}

classes! {
    /// Grammatical gender of a word or mention.
    enum Gender {
        /// he, she's husband, Mr
        Masculine = "masc",
        /// she, actress, Ms
        Feminine = "fem",
    }
}

classes! {
    /// Singular or plural.
    enum Number {
        /// One.
        Singular = "singular",
        /// More than one.
        Plural = "plural",
    }
}

classes! {
    /// What a word is beside a name.
    enum Title {
        /// Mr, Dame, Dr: no role.
        Honorific = "honorific",
        /// Sgt, Col.
        Rank = "rank",
        /// President, Sen.
        Office = "office",
        /// Bishop, Rabbi
        Religious = "religious",
        /// King, Sheikh
        Royal = "royal",
        /// Jr., MP
        Suffix = "suffix",
        /// van, bin
        Particle = "particle",
    }
}

classes! {
    /// Whose given name it is.
    enum Name {
        /// Of men.
        Masculine = "masc",
        /// Of women.
        Feminine = "fem",
        /// Of both.
        Either = "either",
    }
}

classes! {
    /// What a place name names.
    enum Place {
        /// France
        Country = "country",
        /// French
        Demonym = "demonym",
        /// Paris
        Capital = "capital",
        /// Kremlin: a seat that speaks for who sits there
        Metonym = "metonym",
        /// Ohio
        State = "state",
        /// Lagos
        City = "city",
    }
}

classes! {
    /// What a word makes of a capitalised name.
    enum OrgWord {
        /// Inc., Ministry, University, FC: a part of names
        Word = "word",
        /// NATO, FBI
        Acronym = "acronym",
        /// BBC, Reuters
        Media = "media",
    }
}

/// An abbreviation that keeps its full stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abbreviation {
    /// Whether a sentence may end with it.
    pub may_end: bool,
}
