use quotary_grammar::Span;

use crate::lexicon::Gender;

/// What sort of speaker it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum SpeakerKind {
    /// One human being.
    Person,
    /// A named institution, company, ministry, club.
    Organization,
    /// Several people: police, officials, residents.
    Group,
    /// A report, poll, lawsuit, filing.
    Document,
    /// Not known.
    #[default]
    Unknown,
}

/// How the gender of an entity is known, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum GenderEvidence {
    /// A title beside the name: "Mr", "Dame".
    Title,
    /// A word of kinship or a noun that tells: "her husband", "the actress".
    KinWord,
    /// A pronoun that cannot mean anybody else: "she".
    Pronoun,
    /// The text is silent; the list of given names knows the first name.
    GivenName,
    /// Nothing tells.
    #[default]
    None,
}

/// What several mentions of one article refer to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entity {
    /// The fullest name the article gives, without honorifics and article.
    pub name: String,
    /// What sort of speaker it is.
    pub kind: SpeakerKind,
    /// What the article says it is ("director of the institute"), verbatim.
    pub role: Option<Span>,
    /// Every mention, in order.
    pub mentions: Vec<Span>,
    /// The gender by which the article speaks of it; `None` where nothing tells.
    pub gender: Option<Gender>,
    /// How the gender is known.
    pub gender_evidence: GenderEvidence,
    /// Whether the article says that it wants to stay unnamed ("a person familiar with the talks").
    pub anonymous: bool,
}

/// A pronoun with everybody it could mean: what the weights that rank them are learned from.
#[derive(Debug, Clone, PartialEq)]
pub struct PronounChoice {
    /// The pronoun.
    pub pronoun: Span,
    /// 0 for he and she, 1 for they, 2 for it.
    pub class: usize,
    /// Everybody who fits, the latest mentioned first; may be empty.
    pub candidates: Vec<AntecedentCandidate>,
}

/// Somebody whom a pronoun could mean.
#[derive(Debug, Clone, PartialEq)]
pub struct AntecedentCandidate {
    /// The fullest name the article gives.
    pub name: String,
    /// Every mention in the article, in the order in which they were read.
    pub mentions: Vec<Span>,
    /// One number for each of [`ANTECEDENT_FEATURES`](crate::ANTECEDENT_FEATURES).
    pub features: Vec<f32>,
}
