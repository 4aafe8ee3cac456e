//! Quotations that look like speech and that nobody in the text is given as having said.

use super::{Draft, Found, continuation::is_speech};
use crate::{evidence::Evidence, token::TokenKind};

/// Marks and bullets that may stand before a quotation that is alone in its sentence.
const MARKS: usize = 16;

/// Makes a draft without cue, source and speaker of each quotation that is left and looks like
/// speech. Scare quotes, titles and words as words get none.
pub(crate) fn orphans(evidence: &Evidence<'_, '_, '_>, found: &mut Found) {
    let reading = evidence.reading;
    for index in 0..evidence.quoted.len() {
        let quoted = &evidence.quoted[index];
        let sentence = reading.sentence(quoted.tokens.start);
        let before = sentence.tokens.start..quoted.tokens.start;
        let alone =
            before.len() <= MARKS && before.clone().all(|at| reading.kind(at) != TokenKind::Word);
        if found.taken[index].is_none() && alone && is_speech(evidence, index) {
            let draft = Draft {
                content: quoted.parts.clone(),
                cue: None,
                source: None,
                hearer: None,
                level: None,
                sieve: "orphan",
                from_context: false,
                probability: None,
            };
            found.add(evidence, draft);
        }
    }
}
