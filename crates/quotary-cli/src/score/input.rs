use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use quotary::score::{Annotation, GoldArticle, Prediction};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::unit::Unit;
use super::{brat, rows};
use crate::error::{Error, Place};
use crate::report::Report;

/// Predictions by the id of their article.
pub(super) type Predicted = BTreeMap<String, Vec<Prediction>>;

/// What can be read, for who has given something else.
const EXPECTED: &str =
    "expected JSON Lines, quotary's table as .csv or .tsv, or a folder of brat's, not compressed";

/// Flag of rows whose text was mended: their spans are those of what it was before.
pub(super) const MOJIBAKE: &str = "mojibake";

/// Annotated articles: JSON Lines, or a folder of brat's.
pub(super) fn gold(path: &Path) -> Result<Vec<GoldArticle>, Error> {
    if path.is_dir() {
        return brat::articles(path);
    }
    if delimiter(path).is_some() {
        let reason = "is a table, and the gold needs texts: JSON Lines, or a folder of brat's; \
                      tables are predictions, the second argument";
        return Err(Error::unreadable(path, reason));
    }
    let mut articles = Vec::new();
    for (place, record) in lines(path)? {
        if record.get("attributions").is_none() {
            let reason = "expected an annotated article, {\"id\", \"text\", \"attributions\"}";
            return Err(Error::unreadable(place, reason));
        }
        articles.push(typed(&place, record)?);
    }
    Ok(articles)
}

/// Predictions: quotary's rows as CSV, TSV or JSON Lines, predictions or annotated articles as JSON
/// Lines, or a folder of brat's. Tells `report` where rows do not count code points.
pub(super) fn predicted(path: &Path, report: &Report) -> Result<Predicted, Error> {
    if path.is_dir() {
        let articles = brat::articles(path)?.into_iter();
        return Ok(articles
            .map(|article| (article.id, as_predictions(article.attributions)))
            .collect());
    }
    match delimiter(path) {
        Some(delimiter) => rows::read(path, delimiter, report),
        None => of_lines(path, report),
    }
}

/// What separates the cells, where the extension is that of a table.
fn delimiter(path: &Path) -> Option<u8> {
    let extension = path.extension()?.to_string_lossy().to_ascii_lowercase();
    match extension.as_str() {
        "csv" => Some(b','),
        "tsv" | "tab" => Some(b'\t'),
        _ => None,
    }
}

fn of_lines(path: &Path, report: &Report) -> Result<Predicted, Error> {
    let mut predicted = Predicted::new();
    let mut unit = Unit::default();
    for (place, mut record) in lines(path)? {
        if record.get("attributions").is_some() {
            record["text"] = "".into();
            let article: GoldArticle = typed(&place, record)?;
            predicted.insert(article.id, as_predictions(article.attributions));
        } else if record.get("quotes").is_some() {
            let quotes = typed(&place, record["quotes"].take())?;
            predicted.insert(id(&place, &record, "id")?, quotes);
        } else if record.get("spans").is_some() {
            let row = json!({
                "kind": record["kind"], "content": record["spans"],
                "source": record["speaker_mention_spans"], "cue": record["cue_spans"],
                "speaker": record["speaker"], "type": record["speaker_kind"],
                "role": record["speaker_role"], "addressee": record["addressee"],
            });
            let article = predicted.entry(id(&place, &record, "doc_id")?).or_default();
            let row: Prediction = typed(&place, row)?;
            let is_mended = record["flags"]
                .as_array()
                .is_some_and(|flags| flags.iter().any(|it| it == MOJIBAKE));
            if let Some(text) = record["text"].as_str().filter(|_| !is_mended) {
                unit.see(text, &row.content, || place);
            }
            article.push(row);
        } else {
            let reason = "expected predictions, {\"id\", \"quotes\"}, or rows of quotary's with \
                          doc_id and spans";
            return Err(Error::unreadable(place, reason));
        }
    }
    unit.tell(report);
    Ok(predicted)
}

/// The objects of a file of JSON Lines. Ids that are numbers become strings.
fn lines(path: &Path) -> Result<Vec<(Place, Value)>, Error> {
    let content = fs::read_to_string(path).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData => Error::unreadable(path, format!("no UTF-8; {EXPECTED}")),
        _ => Error::read(path, error),
    })?;
    let name = path.display().to_string();
    let lines = (1..)
        .zip(content.lines())
        .filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            let place = Place::line(name.as_str(), number);
            let mut record: Value = serde_json::from_str(line).map_err(|error| {
                Error::unreadable(place.clone(), format!("no JSON: {error}; {EXPECTED}"))
            })?;
            for key in ["id", "doc_id"] {
                if let Some(id) = record.get_mut(key).filter(|id| id.is_number()) {
                    *id = id.to_string().into();
                }
            }
            Ok((place, record))
        })
        .collect()
}

fn typed<T: DeserializeOwned>(place: &Place, value: Value) -> Result<T, Error> {
    serde_json::from_value(value)
        .map_err(|error| Error::unreadable(place.clone(), error.to_string()))
}

fn id(place: &Place, record: &Value, key: &str) -> Result<String, Error> {
    let id = record.get(key).and_then(Value::as_str).map(str::to_owned);
    id.ok_or_else(|| Error::unreadable(place.clone(), format!("field \"{key}\" is missing")))
}

/// One annotator's work as a prediction of another's.
fn as_predictions(annotations: Vec<Annotation>) -> Vec<Prediction> {
    let predictions = annotations.into_iter().map(|it| Prediction {
        kind: it.kind,
        content: it.content,
        source: it.source,
        cue: it.cue,
        speaker: it.speaker.unwrap_or_default(),
        speaker_kind: it.speaker_kind.unwrap_or_default(),
        role: it.role.unwrap_or_default(),
        addressee: it.addressee.flatten().unwrap_or_default(),
    });
    predictions.collect()
}
