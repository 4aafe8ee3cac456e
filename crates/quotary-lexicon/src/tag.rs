//! Parts of speech.

use crate::class::Coded;

/// Part of speech of a token: the Penn Treebank's tags, those that news attribution can tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Tag {
    /// NN
    Noun,
    /// NNS
    Nouns,
    /// NNP, NNPS
    Name,
    /// PRP, EX
    Pronoun,
    /// PRP$, WP$
    Possessive,
    /// DT, PDT
    Determiner,
    /// JJ, JJR, JJS
    Adjective,
    /// RB, RBR, RBS
    Adverb,
    /// VB, VBP: base form or present, not third person
    Verb,
    /// VBZ
    VerbS,
    /// VBD
    VerbPast,
    /// VBN
    VerbParticiple,
    /// VBG
    VerbIng,
    /// MD
    Modal,
    /// IN
    Preposition,
    /// TO
    To,
    /// CC
    Coordinator,
    /// CD
    Number,
    /// WDT, WP, WRB
    Wh,
    /// POS: 's of a possessive
    Genitive,
    /// RP
    Particle,
    /// UH, FW, LS, SYM
    Other,
    /// Everything that is no word.
    Punctuation,
}

impl Tag {
    /// Every tag, by its number.
    pub const ALL: [Self; 23] = [
        Self::Noun,
        Self::Nouns,
        Self::Name,
        Self::Pronoun,
        Self::Possessive,
        Self::Determiner,
        Self::Adjective,
        Self::Adverb,
        Self::Verb,
        Self::VerbS,
        Self::VerbPast,
        Self::VerbParticiple,
        Self::VerbIng,
        Self::Modal,
        Self::Preposition,
        Self::To,
        Self::Coordinator,
        Self::Number,
        Self::Wh,
        Self::Genitive,
        Self::Particle,
        Self::Other,
        Self::Punctuation,
    ];

    /// Whether it is a form of a verb; modals are not.
    #[must_use]
    pub const fn is_verb(self) -> bool {
        matches!(
            self,
            Self::Verb | Self::VerbS | Self::VerbPast | Self::VerbParticiple | Self::VerbIng
        )
    }

    /// Whether it can be the head of a noun phrase.
    #[must_use]
    pub const fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Nouns | Self::Name | Self::Pronoun)
    }
}

impl Coded for Tag {
    const ALL: &'static [Self] = &Self::ALL;
}
