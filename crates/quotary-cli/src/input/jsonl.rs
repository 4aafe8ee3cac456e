use std::fmt;
use std::io::BufRead;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Value};

use super::{Article, decode};
use crate::arguments::Input;
use crate::error::Error;

/// One JSON object a line; blank lines are passed over.
pub(super) struct Lines<'a, R> {
    name: String,
    reader: R,
    fields: Fields<'a>,
    /// Of the line read last, from 1.
    line: usize,
    /// Bytes before the line to be read.
    position: u64,
    at_end: bool,
}

impl<'a, R: BufRead> Lines<'a, R> {
    pub(super) fn new(name: String, reader: R, input: &'a Input) -> Self {
        let fields = Fields {
            id: &input.id_field,
            text: &input.text_field,
        };
        Self {
            name,
            reader,
            fields,
            line: 0,
            position: 0,
            at_end: false,
        }
    }

    fn article(&self, bytes: Vec<u8>) -> Result<Article, Error> {
        let start = self.position - bytes.len() as u64;
        let (json, bad_byte) = decode(bytes);
        let json = json
            .strip_prefix('\u{FEFF}')
            .filter(|_| self.line == 1)
            .unwrap_or(&json)
            .trim_end();
        let (id, text) = self
            .fields
            .of(json)
            .map_err(|reason| Error::record(&self.name, self.line, reason))?;
        let repaired = bad_byte.map(|byte| {
            Error::repaired(format!("{}:{}", self.name, self.line), start + byte as u64)
        });
        Ok(Article { id, text, repaired })
    }
}

impl<R: BufRead> Iterator for Lines<'_, R> {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.at_end {
            let mut bytes = Vec::new();
            match self.reader.read_until(b'\n', &mut bytes) {
                Ok(0) => {
                    self.at_end = true;
                    return (self.position == 0).then(|| Err(Error::empty(&self.name)));
                }
                Ok(length) => {
                    self.line += 1;
                    self.position += length as u64;
                    if !bytes.trim_ascii().is_empty() {
                        return Some(self.article(bytes));
                    }
                }
                Err(error) => {
                    self.at_end = true;
                    return Some(Err(Error::read(&self.name, error)));
                }
            }
        }
        None
    }
}

/// The names of the two fields that are read; the rest of a record is skipped without being built.
#[derive(Debug, Clone, Copy)]
struct Fields<'a> {
    id: &'a str,
    text: &'a str,
}

impl Fields<'_> {
    /// Id and text of a record, or what is wrong with it.
    fn of(self, json: &str) -> Result<(String, String), String> {
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let (id, text) = self
            .deserialize(&mut deserializer)
            .and_then(|values| deserializer.end().map(|()| values))
            .map_err(|error| broken(&error))?;
        let id = match id {
            Some(Value::String(id)) => id,
            Some(Value::Number(id)) => id.to_string(),
            other => {
                return Err(unusable(
                    self.id,
                    "--id-field",
                    "a string or a number",
                    other.as_ref(),
                    json,
                ));
            }
        };
        match text {
            Some(Value::String(text)) => Ok((id, text)),
            other => Err(unusable(
                self.text,
                "--text-field",
                "a string",
                other.as_ref(),
                json,
            )),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Fields<'_> {
    type Value = (Option<Value>, Option<Value>);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = (Option<Value>, Option<Value>);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one JSON object a line")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut id, mut text) = (None, None);
        while let Some(field) = map.next_key_seed(FieldName(self))? {
            match field {
                Field::Id => id = Some(map.next_value()?),
                Field::Text => text = Some(map.next_value()?),
                Field::Other => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok((id, text))
    }
}

/// What the name of a field says about it.
enum Field {
    Id,
    Text,
    Other,
}

struct FieldName<'a>(Fields<'a>);

impl<'de> DeserializeSeed<'de> for FieldName<'_> {
    type Value = Field;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Field, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for FieldName<'_> {
    type Value = Field;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, name: &str) -> Result<Field, E> {
        Ok(match name {
            name if name == self.0.text => Field::Text,
            name if name == self.0.id => Field::Id,
            _ => Field::Other,
        })
    }
}

/// serde's words without its line, which is always 1.
fn broken(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let words = words.split(" at line ").next().unwrap_or(&words);
    match error.classify() {
        Category::Data => words.into(),
        _ => format!("broken JSON at column {}: {words}", error.column()),
    }
}

/// Why a field cannot be used, and what the record has instead.
fn unusable(name: &str, flag: &str, expected: &str, found: Option<&Value>, json: &str) -> String {
    let found = match found {
        None => "is missing",
        Some(Value::Null) => "is null",
        Some(Value::Bool(_)) => "is true or false",
        Some(Value::Number(_)) => "is a number",
        Some(Value::String(_)) => "is a string",
        Some(Value::Array(_)) => "is an array",
        Some(Value::Object(_)) => "is an object",
    };
    let record: Map<String, Value> = serde_json::from_str(json).unwrap_or_default();
    let names: Vec<_> = record.keys().map(|name| format!("\"{name}\"")).collect();
    format!(
        "field \"{name}\" {found}, expected {expected} (the record has {}; {flag} names another)",
        names.join(", ")
    )
}
