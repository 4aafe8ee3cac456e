//! Parts of speech, and the rules that choose among those the word lists give.

use crate::{
    lexicon::Word,
    token::{TokenKind, Tokens},
};

mod lexical;

pub(crate) use lexical::by_lexicon;

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

/// Makes verbs of the words of attribution that stand where only the verb of a quotation can:
/// "“…,” fumed union boss", "“…,” the report states."
///
/// This holds whoever chose the tags: lists and weights see "fumed union boss" as a noun phrase.
pub(crate) fn frame_verbs(text: &str, tokens: &Tokens, words: &[Word], tags: &mut [Tag]) {
    let all = tokens.tokens();
    let form = |at: usize| all[at].span.slice(text);
    let finite = |at: usize| {
        [Tag::VerbPast, Tag::VerbS]
            .into_iter()
            .find(|&tag| words[at].cue.is_some() && words[at].may_be(tag))
    };
    for (at, token) in all.iter().enumerate().skip(1) {
        let closes = token.kind == TokenKind::Closing && matches!(form(at - 1), "," | "?" | "!");
        if !closes {
            continue;
        }
        let next = at + 1;
        if let Some(tag) = all.get(next).and_then(|_| finite(next)) {
            tags[next] = tag;
        }
        // The verb that ends the sentence a few words further on.
        let stop = (next..all.len().min(next + FRAME))
            .find(|&it| all[it].kind != TokenKind::Word && form(it) != "’");
        let last = stop.filter(|&stop| stop > next && all[stop].kind == TokenKind::Stop);
        if let Some(tag) = last.and_then(|stop| finite(stop - 1)) {
            tags[last.map_or(next, |stop| stop - 1)] = tag;
        }
    }
}

/// How many words the frame of a quotation has in which the last must be the verb.
const FRAME: usize = 8;
