//! Annotated articles, one JSON object a line, offsets in code points.

use std::{fs, io, path::Path};

pub(crate) use quotary::score::{GoldArticle as Article, Spans};

/// Reads the articles of a gold file.
pub(crate) fn read(path: &Path) -> io::Result<Vec<Article>> {
    let named = |error: &dyn std::fmt::Display, line: usize| {
        io::Error::other(format!(
            "{}:{line}: expected an annotated article: {error}",
            path.display()
        ))
    };
    fs::read_to_string(path)
        .map_err(|error| named(&error, 0))?
        .lines()
        .enumerate()
        .map(|(at, line)| serde_json::from_str(line).map_err(|error| named(&error, at + 1)))
        .collect()
}

/// The code point at which each byte of a text lies; one more for its end.
pub(crate) fn code_points(text: &str) -> Vec<usize> {
    let mut points = Vec::with_capacity(text.len() + 1);
    for (index, c) in text.chars().enumerate() {
        points.extend(std::iter::repeat_n(index, c.len_utf8()));
    }
    points.push(points.last().map_or(0, |last| last + 1));
    points
}
