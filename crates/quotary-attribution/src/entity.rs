use quotary_grammar::Span;

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
}
