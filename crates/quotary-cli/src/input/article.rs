use serde_json::Value;

use super::html::Readable;
use super::mojibake::Repair;
use crate::error::Error;

/// One article to read.
#[derive(Debug, Default)]
pub(crate) struct Article {
    /// The path as given, or the id of the record.
    pub(crate) id: String,
    pub(crate) text: String,
    /// What `--keep` asks for, in its order.
    pub(crate) kept: Vec<Value>,
    /// Whether something was replaced that could not be decoded.
    pub(crate) repaired: bool,
    /// What a reader should know.
    pub(crate) notices: Vec<Error>,
    pub(crate) origin: Origin,
}

/// What offsets of the text mean in the input.
#[derive(Debug, Default)]
pub(crate) enum Origin {
    /// The text is the input.
    #[default]
    Same,
    /// The text was mended: offsets are those of what it was before.
    Mended(Repair),
    /// The text was taken out of HTML: its offsets, and those of the HTML's bytes.
    Html(Readable),
}

impl Article {
    /// Mends text that was decoded wrongly once.
    pub(super) fn mended(mut self) -> Self {
        // Text out of HTML has its offsets already; they would have to be those of two inputs.
        if let (Origin::Same, Some(repair)) = (&self.origin, Repair::of(&self.text)) {
            self.text.clone_from(&repair.text);
            self.origin = Origin::Mended(repair);
        }
        self
    }
}
