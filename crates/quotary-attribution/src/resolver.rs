use quotary_grammar::Parse;

use crate::Analysis;

/// Finds the attributions of a parsed text.
#[derive(Debug, Clone, Default)]
pub struct Resolver {}

impl Resolver {
    /// With the built-in word lists.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Everything that is said in `parse`'s text, and by whom.
    #[must_use]
    pub fn resolve(&self, _parse: &Parse<'_>) -> Analysis {
        Analysis::default()
    }
}
