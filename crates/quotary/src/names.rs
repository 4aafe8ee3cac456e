//! How kinds and flags are written in rows and labels.

use quotary_attribution::{Flag, Gender, GenderEvidence, Kind, SpeakerKind};
use quotary_grammar::SegmentKind;

/// The text says that the speaker wants to stay unnamed.
pub(crate) const ANONYMOUS: &str = "anonymous";

/// Several known people bear the speaker's name.
pub(crate) const AMBIGUOUS: &str = "ambiguous-name";

pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "direct",
        Kind::Mixed => "mixed",
        Kind::Indirect => "indirect",
    }
}

pub(crate) fn speaker_kind(kind: SpeakerKind) -> &'static str {
    match kind {
        SpeakerKind::Person => "person",
        SpeakerKind::Organization => "organization",
        SpeakerKind::Group => "group",
        SpeakerKind::Document => "document",
        SpeakerKind::Unknown => "unknown",
    }
}

pub(crate) fn gender(gender: Gender) -> &'static str {
    match gender {
        Gender::Masculine => "masculine",
        Gender::Feminine => "feminine",
    }
}

pub(crate) fn gender_evidence(evidence: GenderEvidence) -> &'static str {
    match evidence {
        GenderEvidence::Title => "title",
        GenderEvidence::KinWord => "kin word",
        GenderEvidence::Pronoun => "pronoun",
        GenderEvidence::GivenName => "given name",
        GenderEvidence::None => "none",
    }
}

pub(crate) fn flag(flag: Flag) -> &'static str {
    match flag {
        Flag::Unclosed => "unclosed",
        Flag::Headline => "headline",
        Flag::Orphan => "orphan",
        Flag::Anonymous => ANONYMOUS,
        _ => "other",
    }
}

pub(crate) fn segment(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Headline => "headline",
        SegmentKind::Standfirst => "standfirst",
        SegmentKind::Byline => "byline",
        SegmentKind::Dateline => "dateline",
        SegmentKind::Caption => "caption",
        SegmentKind::PullQuote => "pull quote",
        SegmentKind::EmbeddedPost => "embedded post",
        SegmentKind::Furniture => "furniture",
        SegmentKind::Footer => "footer",
        SegmentKind::Turn => "turn",
        SegmentKind::Body => "body",
        _ => "other",
    }
}
