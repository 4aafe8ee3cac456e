//! Runs the extractor over annotated articles and writes what `score.py` reads.

use quotary::{Extractor, Kind};
use serde_json::{Value, json};

use crate::gold::{Article, code_points};

/// One line of predictions.
pub(crate) fn predictions(extractor: &Extractor, article: &Article) -> Value {
    let points = code_points(&article.text);
    let document = extractor.extract(&article.text);
    let spans = |spans: &[quotary::Span]| -> Vec<[usize; 2]> {
        spans
            .iter()
            .map(|span| [points[span.start], points[span.end]])
            .collect()
    };
    let quotes: Vec<Value> = document
        .quotes()
        .iter()
        .map(|quote| {
            json!({
                "kind": match quote.kind { Kind::Direct => "direct", Kind::Mixed => "mixed", Kind::Indirect => "indirect" },
                "content": spans(&quote.spans),
                "source": spans(&quote.mention_spans),
                "cue": spans(&quote.cue_spans),
                "sieve": quote.sieve,
                "confidence": quote.confidence,
                "speaker": document.speaker(quote).map_or("", |speaker| speaker.name.as_str()),
            })
        })
        .collect();
    json!({"id": article.id, "quotes": quotes})
}
