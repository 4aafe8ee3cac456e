use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use serde_json::error::Category;

/// Which fields of a record are read, and where they go in what was picked: the id, the text, and
/// what is kept.
#[derive(Debug, Clone)]
pub(super) struct Fields {
    names: Vec<String>,
}

/// What a record has for each of the [`Fields`], in their order.
pub(super) type Picked = Vec<Option<Value>>;

pub(super) const ID: usize = 0;
pub(super) const TEXT: usize = 1;
pub(super) const KEPT: usize = 2;

impl Fields {
    pub(super) fn new(id: &str, text: &str, kept: &[String]) -> Self {
        let mut names = vec![id.to_owned(), text.to_owned()];
        names.extend_from_slice(kept);
        Self { names }
    }

    /// By the places [`ID`], [`TEXT`] and from [`KEPT`] on.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Picks them out of a JSON object: a field of that very name, or else a path through fields
    /// of fields. The rest of the record is skipped without being built.
    pub(super) fn pick(&self, json: &str) -> Result<Picked, String> {
        let mut deserializer = serde_json::Deserializer::from_str(json);
        self.deserialize(&mut deserializer)
            .and_then(|picked| deserializer.end().map(|()| picked))
            .map_err(|error| broken(&error))
    }

    /// Id and text among what was `picked`, or why they cannot be used; `has` names all fields of
    /// the record.
    pub(super) fn id_and_text(
        &self,
        picked: &mut Picked,
        has: impl Fn() -> Vec<String>,
    ) -> Result<(String, String), String> {
        let id = match picked[ID].take() {
            Some(Value::String(id)) if !id.is_empty() => id,
            Some(Value::Number(id)) => id.to_string(),
            other => {
                return Err(self.unusable(ID, "a string or a number", other.as_ref(), &has()));
            }
        };
        match picked[TEXT].take() {
            Some(Value::String(text)) => Ok((id, text)),
            other => Err(self.unusable(TEXT, "a string", other.as_ref(), &has())),
        }
    }

    /// Why a field cannot be used, and what the record has instead.
    fn unusable(
        &self,
        field: usize,
        expected: &str,
        found: Option<&Value>,
        has: &[String],
    ) -> String {
        let found = match found {
            None => "is missing",
            Some(Value::Null) => "is null",
            Some(Value::Bool(_)) => "is true or false",
            Some(Value::Number(_)) => "is a number",
            Some(Value::String(text)) if text.is_empty() => "is empty",
            Some(Value::String(_)) => "is a string",
            Some(Value::Array(_)) => "is an array",
            Some(Value::Object(_)) => "is an object",
        };
        let flag = if field == ID {
            "--id-field"
        } else {
            "--text-field"
        };
        let has: Vec<_> = has.iter().map(|name| format!("\"{name}\"")).collect();
        format!(
            "field \"{}\" {found}, expected {expected} (the record has {}; {flag} names another)",
            self.names[field],
            has.join(", ")
        )
    }
}

/// The names of all fields of an object.
pub(super) fn names_in(json: &str) -> Vec<String> {
    let record: serde_json::Map<String, Value> = serde_json::from_str(json).unwrap_or_default();
    record.keys().cloned().collect()
}

impl<'de> DeserializeSeed<'de> for &Fields {
    type Value = Picked;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Picked, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &Fields {
    type Value = Picked;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one JSON object a line (--input-format json reads arrays)")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Picked, A::Error> {
        let mut picked = vec![None; self.names.len()];
        let mut is_whole = vec![false; self.names.len()];
        while let Some(key) = map.next_key_seed(Key(self))? {
            if key.is_empty() {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let value: Value = map.next_value()?;
            for (field, rest) in key {
                match rest {
                    None => (picked[field], is_whole[field]) = (Some(value.clone()), true),
                    Some(rest) if !is_whole[field] => {
                        picked[field] = at_path(&value, rest).cloned();
                    }
                    Some(_) => {}
                }
            }
        }
        Ok(picked)
    }
}

/// The fields that a key leads to, each with the rest of its path.
type Leads<'f> = Vec<(usize, Option<&'f str>)>;

struct Key<'f>(&'f Fields);

impl<'de, 'f> DeserializeSeed<'de> for Key<'f> {
    type Value = Leads<'f>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Leads<'f>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'f> Visitor<'_> for Key<'f> {
    type Value = Leads<'f>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, key: &str) -> Result<Leads<'f>, E> {
        let leads = self.0.names.iter().enumerate().filter_map(|(field, name)| {
            let rest = name.strip_prefix(key)?;
            match rest.strip_prefix('.') {
                _ if rest.is_empty() => Some((field, None)),
                Some(rest) => Some((field, Some(rest))),
                None => None,
            }
        });
        Ok(leads.collect())
    }
}

/// `a.b.0`: fields of objects, places in arrays.
pub(super) fn at_path<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(value, |value, step| match value {
        Value::Object(fields) => fields.get(step),
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        _ => None,
    })
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
