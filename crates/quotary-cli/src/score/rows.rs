use std::path::Path;

use quotary::score::{Prediction, Spans};

use super::input::{MOJIBAKE, Predicted};
use super::unit::Unit;
use crate::error::{Error, Place};
use crate::report::Report;

/// Quotary's own table, with offsets in code points.
pub(super) fn read(path: &Path, delimiter: u8, report: &Report) -> Result<Predicted, Error> {
    let broken = |error: csv::Error| Error::unreadable(path, error.to_string());
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .from_path(path)
        .map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => Error::read(path, error),
            other => Error::unreadable(path, format!("{other:?}")),
        })?;
    let header = reader.headers().map_err(broken)?.clone();
    // Spreadsheets write a byte order mark.
    let column = |name: &str| {
        header
            .iter()
            .position(|cell| cell.trim_start_matches('\u{FEFF}') == name)
    };
    for name in ["doc_id", "spans"] {
        if column(name).is_none() {
            let path = path.display().to_string();
            let hint = "quotary extract writes it";
            return Err(Error::no_column(&path, name, &header, hint));
        }
    }
    let mut predicted = Predicted::new();
    let mut unit = Unit::default();
    for row in reader.records() {
        let row = row.map_err(broken)?;
        let line = row.position().map_or(0, csv::Position::line);
        let cell = |name: &str| column(name).and_then(|at| row.get(at)).unwrap_or_default();
        let place = || Place::line(path.display().to_string(), line);
        let ranges = |name: &str| {
            spans(cell(name)).ok_or_else(|| {
                let reason = format!(
                    "{name}: expected ranges like 12-40;52-60, found {}",
                    cell(name)
                );
                Error::unreadable(place(), reason)
            })
        };
        let prediction = Prediction {
            kind: cell("kind").into(),
            content: ranges("spans")?,
            source: ranges("speaker_mention_spans")?,
            cue: ranges("cue_spans")?,
            speaker: cell("speaker").into(),
            speaker_kind: cell("speaker_kind").into(),
            role: cell("speaker_role").into(),
            addressee: cell("addressee").into(),
        };
        let is_mended = cell("flags").split(';').any(|it| it == MOJIBAKE);
        if column("text").is_some() && !is_mended {
            unit.see(cell("text"), &prediction.content, place);
        }
        predicted
            .entry(cell("doc_id").to_owned())
            .or_default()
            .push(prediction);
    }
    unit.tell(report);
    Ok(predicted)
}

/// `12-40;52-60`
fn spans(text: &str) -> Option<Spans> {
    let ranges = text.split(';').filter(|range| !range.is_empty());
    ranges
        .map(|range| {
            let (start, end) = range.split_once('-')?;
            Some((start.parse().ok()?, end.parse().ok()?))
        })
        .collect()
}
