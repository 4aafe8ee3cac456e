use std::borrow::Cow;

use quotary::{Cell, KnownPeople};
use serde_json::{Map, Value};

use super::record::{Record, Table};
use crate::error::Error;

/// The table's columns, in order.
#[derive(Debug, Clone)]
pub(crate) struct Columns {
    names: Vec<String>,
    sources: Vec<Column>,
    /// Whether they are the row's own, all and in their order.
    are_rows: bool,
}

/// Where a cell comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    /// By its place among the table's own columns.
    Row(usize),
    /// By its place among those of the list of known people.
    Known(usize),
    HtmlStart,
    HtmlEnd,
    /// By its place in `--keep`.
    Kept(usize),
}

/// What a row has beyond the article's own columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extra<'a> {
    /// Where it stands in the bytes of the HTML.
    pub(super) html: Option<(usize, usize)>,
    /// What `--keep` asks for; empty where the input has no fields, as texts and pages.
    pub(super) kept: &'a [Value],
}

const HTML: [(&str, Column); 2] = [
    ("html_start", Column::HtmlStart),
    ("html_end", Column::HtmlEnd),
];

impl Columns {
    /// Those of the `table`, those of HTML where it `is_html`, those of `people`, and what is `kept`;
    /// `chosen` chooses and orders, all where it is empty.
    pub(crate) fn new(
        table: Table,
        chosen: &[String],
        kept: &[String],
        is_html: bool,
        people: Option<&KnownPeople>,
    ) -> Result<Self, Error> {
        let is_html = is_html && table == Table::Quotations;
        let rows = table.columns().iter().enumerate();
        let mut all: Vec<(String, Column)> = rows
            .map(|(place, name)| ((*name).to_owned(), Column::Row(place)))
            .collect();
        if is_html
            || HTML
                .iter()
                .any(|(name, _)| chosen.iter().any(|it| it == name))
        {
            all.extend(HTML.map(|(name, column)| (name.to_owned(), column)));
        }
        let known = people.map_or(&[][..], KnownPeople::columns);
        all.extend(
            known
                .iter()
                .enumerate()
                .map(|(place, name)| (name.clone(), Column::Known(place))),
        );
        for (place, name) in kept.iter().enumerate() {
            if all.iter().any(|(taken, _)| taken == name) {
                return Err(Error::usage(format!(
                    "--keep {name}: the table has a column of that name already; rename the input's"
                )));
            }
            all.push((name.clone(), Column::Kept(place)));
        }
        if chosen.is_empty() {
            let are_rows = all.len() == table.columns().len() + known.len();
            let (names, sources) = all.into_iter().unzip();
            return Ok(Self {
                names,
                sources,
                are_rows,
            });
        }
        let mut sources = Vec::new();
        for name in chosen {
            let Some((_, column)) = all.iter().find(|(it, _)| it == name) else {
                let has: Vec<_> = all.into_iter().map(|(name, _)| name).collect();
                let has = has.join(", ");
                return Err(Error::usage(format!(
                    "--columns: no column '{name}'; there are {has}"
                )));
            };
            sources.push(*column);
        }
        Ok(Self {
            names: chosen.to_vec(),
            sources,
            are_rows: false,
        })
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether a row is written as it is.
    pub(super) fn are_rows(&self) -> bool {
        self.are_rows
    }

    /// The cells of a row.
    pub(super) fn cells<'a>(&self, row: &'a impl Record, extra: Extra<'a>) -> Vec<Cell<'a>> {
        let mut cells = row.cells();
        if self.are_rows && self.sources.len() == cells.len() {
            return cells.into_iter().map(Option::unwrap_or_default).collect();
        }
        let html = |offset: Option<usize>| offset.map(Cell::Number).unwrap_or_default();
        let cell = |column: &Column| match *column {
            // Columns can be chosen twice.
            Column::Row(place) => match cells[place].take() {
                Some(cell) => cell,
                None => row.cells()[place].take().unwrap_or_default(),
            },
            Column::Known(place) => row.linked().cells().nth(place).into(),
            Column::HtmlStart => html(extra.html.map(|it| it.0)),
            Column::HtmlEnd => html(extra.html.map(|it| it.1)),
            Column::Kept(place) => text(extra.kept.get(place).unwrap_or(&Value::Null)).into(),
        };
        self.sources.iter().map(cell).collect()
    }

    /// A row with arrays, numbers and nulls.
    pub(super) fn object<R: Record>(&self, row: &R, extra: Extra<'_>) -> Map<String, Value> {
        let columns = R::TABLE.columns();
        let known: Vec<&str> = row.linked().cells().collect();
        let row = match serde_json::to_value(row) {
            Ok(Value::Object(row)) => row,
            other => unreachable!("rows serialize as objects, not as {other:?}"),
        };
        let value = |column: &Column| match *column {
            Column::Row(place) => row.get(columns[place]).cloned().unwrap_or_default(),
            Column::Known(place) => match known[place] {
                "" => Value::Null,
                cell => cell.into(),
            },
            Column::HtmlStart => extra.html.map(|it| it.0).into(),
            Column::HtmlEnd => extra.html.map(|it| it.1).into(),
            Column::Kept(place) => extra.kept.get(place).cloned().unwrap_or_default(),
        };
        let values = self.sources.iter().map(value);
        self.names.iter().cloned().zip(values).collect()
    }
}

/// A value of the input as a cell: strings as they are, the rest as JSON, nothing for null.
pub(super) fn text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Null => "".into(),
        Value::String(text) => text.into(),
        other => other.to_string().into(),
    }
}
