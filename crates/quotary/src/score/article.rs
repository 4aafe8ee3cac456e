use serde::{Deserialize, Deserializer, Serialize};

/// Half-open ranges of code points.
pub type Spans = Vec<(usize, usize)>;

/// An article with its annotation, as the gold files have it.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct GoldArticle {
    /// Its name: predictions are found by it.
    pub id: String,
    /// The text that spans slice.
    pub text: String,
    /// Who says what in it.
    pub attributions: Vec<Annotation>,
}

/// One annotated attribution. Fields that the annotation does not have stay empty and give no
/// figure.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct Annotation {
    /// `direct`, `mixed` or `indirect`.
    #[serde(default)]
    pub kind: String,
    /// What is said.
    #[serde(default)]
    pub content: Spans,
    /// Who says it, as mentioned there; empty where nobody is.
    #[serde(default)]
    pub source: Spans,
    /// The words that say so; empty where there are none.
    #[serde(default)]
    pub cue: Spans,
    /// The speaker's name; several that are right are separated by `|`.
    #[serde(default)]
    pub speaker: Option<String>,
    /// `person`, `organization`, `group`, `document` or `unknown`; says that speakers, roles and
    /// their absence are annotated.
    #[serde(default, rename = "type")]
    pub speaker_kind: Option<String>,
    /// What the article says the speaker is.
    #[serde(default)]
    pub role: Option<String>,
    /// Who is told. `Some(None)`: annotated, and nobody is. `None`: not annotated.
    #[serde(default, deserialize_with = "present")]
    pub addressee: Option<Option<String>>,
}

/// One predicted attribution.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Prediction {
    /// `direct`, `mixed` or `indirect`.
    #[serde(default)]
    pub kind: String,
    /// What is said.
    #[serde(default)]
    pub content: Spans,
    /// Who says it, as mentioned there; empty where nobody is.
    #[serde(default, deserialize_with = "or_default")]
    pub source: Spans,
    /// The words that say so; empty where there are none.
    #[serde(default, deserialize_with = "or_default")]
    pub cue: Spans,
    /// The speaker's name; empty where none is known.
    #[serde(default, deserialize_with = "or_default")]
    pub speaker: String,
    /// `person`, `organization`, `group`, `document` or `unknown`.
    #[serde(default, rename = "type", deserialize_with = "or_default")]
    pub speaker_kind: String,
    /// What the article says the speaker is.
    #[serde(default, deserialize_with = "or_default")]
    pub role: String,
    /// Who is told.
    #[serde(default, deserialize_with = "or_default")]
    pub addressee: String,
}

/// A field that is there, be it null.
fn present<'de, D: Deserializer<'de>>(field: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(field).map(Some)
}

/// Null is as good as absent.
fn or_default<'de, D, T>(field: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Option::deserialize(field).map(Option::unwrap_or_default)
}
