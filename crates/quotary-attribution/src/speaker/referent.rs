//! An entity in the making.

use std::ops::Range;

use super::key::Key;
use crate::{
    entity::{GenderEvidence, SpeakerKind},
    lexicon::Gender,
};

/// Index of a [`Referent`] in the cast.
pub(crate) type Id = u32;

/// No referent.
pub(crate) const NOBODY: Id = u32::MAX;

/// What the article has told about somebody so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Referent {
    /// The tokens that name it best: of a name the fullest, else the noun phrase without article.
    pub(crate) name: Range<usize>,
    /// The surname that stands behind another's given name: "Asha and Tom | Brun".
    pub(crate) surname: Option<usize>,
    /// Whether `name` is a proper name.
    pub(crate) named: bool,
    /// What it is.
    pub(crate) kind: SpeakerKind,
    /// Whether `name` is that of a country, a town or a seat of power.
    pub(crate) place: bool,
    /// Whether its name is that of a public body or a place in a town, and no firm's.
    pub(crate) public: bool,
    /// How often it has said something so far.
    pub(crate) spoken: u32,
    /// Whether it is more than one.
    pub(crate) plural: bool,
    /// Whose it is: the referent of "its" in "its chairman".
    pub(crate) owner: Option<Id>,
    /// What the text, or else the list of given names, says about the gender.
    pub(crate) gender: Option<Gender>,
    /// How the gender is known.
    pub(crate) evidence: GenderEvidence,
    /// The gender of a pronoun that could hardly mean anybody else, where the list of given names says
    /// otherwise.
    pub(crate) doubted: Option<Gender>,
    /// What the article says it is, and how surely that is its role.
    pub(crate) role: Option<Role>,
    /// How often it was mentioned so far by name or description.
    pub(crate) times: u32,
    /// The titles that stood before its name.
    pub(crate) titles: Vec<Key>,
    /// Whether the text says that it wants to stay unnamed.
    pub(crate) anonymous: bool,
    /// Whom a group of named people is made of.
    pub(crate) members: Vec<Id>,
    /// The same somebody under a later number.
    pub(crate) same_as: Option<Id>,
}

/// A role with where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Role {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// How it was found; a higher one replaces a lower.
    pub(crate) found: Found,
}

/// Where a role was found, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Found {
    /// What somebody is to something that is spoken of: its author, her colleague.
    Relation,
    /// A description elsewhere that means the same person: "the novelist".
    Elsewhere,
    /// "Prado is the minister".
    Copula,
    /// A rank or clerical title: "Captain".
    Rank,
    /// Before or behind the name.
    Beside,
}

/// How many titles of one person are kept.
const TITLES: usize = 4;

impl Referent {
    /// Notes a title that stands before the name.
    pub(crate) fn learn_title(&mut self, title: Key) {
        if self.titles.len() < TITLES && !self.titles.contains(&title) {
            self.titles.push(title);
        }
    }

    /// Notes what is known about the gender; surer evidence replaces weaker.
    pub(crate) fn learn_gender(&mut self, gender: Option<Gender>, evidence: GenderEvidence) {
        if gender.is_some() && (self.gender.is_none() || evidence < self.evidence) {
            self.gender = gender;
            self.evidence = evidence;
        }
    }

    /// A pronoun of `gender` can hardly mean anybody else, though the list of given names says
    /// otherwise: once it may have been read wrong, the second time the list is wrong.
    pub(crate) fn doubt_list(&mut self, gender: Gender) {
        if self.doubted == Some(gender) {
            self.learn_gender(self.doubted, GenderEvidence::Pronoun);
        }
        self.doubted = Some(gender);
    }

    /// Notes a role; the first of the surest kind stays.
    pub(crate) fn learn_role(&mut self, tokens: Range<usize>, found: Found) {
        if tokens.is_empty() || self.plural {
            return;
        }
        if self.role.as_ref().is_none_or(|role| role.found < found) {
            self.role = Some(Role { tokens, found });
        }
    }

    /// Whether somebody of this gender can be meant; `false` only where the text contradicts.
    pub(crate) fn may_be(&self, gender: Option<Gender>) -> bool {
        match (self.gender, gender) {
            (Some(known), Some(asked)) => {
                known == asked || self.evidence >= GenderEvidence::GivenName
            }
            _ => true,
        }
    }
}

/// Who comes most often, the latest of several; how often, and how often the next. Those who come first
/// are counted.
pub(crate) fn commonest(ids: impl Iterator<Item = Id>) -> Option<(Id, usize, usize)> {
    /// Whoever an article is about is named among its first.
    const COUNTED: usize = 16;
    let mut times: Vec<(Id, usize)> = Vec::new();
    for id in ids {
        match times.iter().position(|(one, _)| *one == id) {
            Some(at) => times[at].1 += 1,
            None if times.len() < COUNTED => times.push((id, 1)),
            None => {}
        }
    }
    let (id, most) = times.iter().copied().max_by_key(|(_, times)| *times)?;
    let others = times.iter().filter(|(one, _)| *one != id);
    let next = others.map(|(_, times)| *times).max().unwrap_or(0);
    Some((id, most, next))
}
