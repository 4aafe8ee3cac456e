//! Runs the extractor over annotated articles and writes what `score.py` reads.

use quotary::{Extractor, OffsetUnit};
use serde_json::{Value, json};

use crate::gold::Article;

/// One line of predictions.
pub(crate) fn predictions(extractor: &Extractor, article: &Article) -> Value {
    let document = extractor.extract(&article.text);
    let quotes: Vec<Value> = document
        .rows(&article.id, OffsetUnit::Chars)
        .map(|row| {
            json!({
                "kind": row.kind,
                "content": row.spans,
                "source": row.speaker_mention_spans,
                "cue": row.cue_spans,
                "sieve": row.sieve,
                "confidence": row.confidence,
                "speaker": row.speaker.unwrap_or_default(),
                "type": row.speaker_kind,
                "role": row.speaker_role,
                "addressee": row.addressee,
            })
        })
        .collect();
    json!({"id": article.id, "quotes": quotes})
}
