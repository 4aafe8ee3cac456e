use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use quotary::score::{Annotation, GoldArticle, Spans};

use crate::error::{Error, Place};

/// The articles of a folder of brat's standoff format: `ID.txt` beside `ID.ann`, sorted by id.
///
/// An annotation has entities `Content`, `Cue` and `Source`; relations or events between them, in
/// any direction, say which belong together (a source may be joined to the cue alone). An attribute
/// whose value is `direct`, `mixed` or `indirect` is the content's kind; a note on a source is the
/// speaker's name.
pub(super) fn articles(folder: &Path) -> Result<Vec<GoldArticle>, Error> {
    let entries = fs::read_dir(folder).map_err(|error| Error::read(folder, error))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path: PathBuf = entry.map_err(|error| Error::read(folder, error))?.path();
        if path.extension().is_some_and(|extension| extension == "ann") {
            paths.push(path);
        }
    }
    if paths.is_empty() {
        return Err(Error::unreadable(
            folder,
            "has no *.ann; expected brat's files, ID.txt and ID.ann",
        ));
    }
    paths.sort();
    let read = |path: &Path| fs::read_to_string(path).map_err(|error| Error::read(path, error));
    let article = |path: PathBuf| {
        Ok(GoldArticle {
            id: path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            text: read(&path.with_extension("txt"))?,
            attributions: attributions(&path.display().to_string(), &read(&path)?)?,
        })
    };
    paths.into_iter().map(article).collect()
}

/// What an annotation file says.
#[derive(Debug, Default)]
struct Standoff<'a> {
    /// Contents, cues and sources by their ids, in the order of the file.
    entities: Vec<(&'a str, Role, Spans)>,
    /// Ids that a relation or an event joins.
    joined: Vec<(&'a str, &'a str)>,
    /// The entity that an event is about.
    triggers: HashMap<&'a str, &'a str>,
    kinds: HashMap<&'a str, &'a str>,
    notes: HashMap<&'a str, &'a str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Content,
    Cue,
    Source,
}

fn attributions(name: &str, annotation: &str) -> Result<Vec<Annotation>, Error> {
    let mut standoff = Standoff::default();
    for (number, line) in (1..).zip(annotation.lines()) {
        standoff.add(line).ok_or_else(|| {
            let place = Place::line(name, number);
            Error::unreadable(
                place,
                "no line of brat's: expected ID, a tab, and what it is",
            )
        })?;
    }
    Ok(standoff.attributions())
}

impl<'a> Standoff<'a> {
    /// `None` where the line cannot be read.
    fn add(&mut self, line: &'a str) -> Option<()> {
        if line.trim().is_empty() {
            return Some(());
        }
        let mut columns = line.split('\t');
        let (id, what) = (columns.next()?, columns.next()?);
        let mut words = what.split(' ');
        match id.chars().next()? {
            'T' => {
                let (kind, spans) = what.split_once(' ')?;
                let role = match kind.to_ascii_lowercase().as_str() {
                    "content" | "quote" => Role::Content,
                    "cue" => Role::Cue,
                    "source" | "speaker" => Role::Source,
                    _ => return Some(()),
                };
                self.entities.push((id, role, ranges(spans)?));
            }
            'R' => {
                let mut ends = words.skip(1).filter_map(argument);
                self.joined.push((ends.next()?, ends.next()?));
            }
            'E' => {
                let trigger = argument(words.next()?)?;
                self.triggers.insert(id, trigger);
                let ends = words.filter(|word| !word.is_empty()).map(argument);
                for end in ends {
                    self.joined.push((trigger, end?));
                }
            }
            'A' | 'M' => {
                let target = words.nth(1)?;
                if let Some(kind) = words.next() {
                    self.kinds.insert(target, kind);
                }
            }
            '#' => {
                if let (Some(target), Some(note)) = (words.nth(1), columns.next()) {
                    self.notes.insert(target, note.trim());
                }
            }
            _ => {}
        }
        Some(())
    }

    fn attributions(&self) -> Vec<Annotation> {
        let contents = self
            .entities
            .iter()
            .filter(|(_, role, _)| *role == Role::Content);
        contents
            .map(|(id, _, content)| self.attribution(id, content))
            .collect()
    }

    fn attribution(&self, id: &str, content: &Spans) -> Annotation {
        let cues = self.joined_to(id, Role::Cue);
        let mut sources = self.joined_to(id, Role::Source);
        for cue in &cues {
            sources.extend(self.joined_to(cue, Role::Source));
        }
        sources.dedup();
        let spans = |ids: &[&str]| -> Spans {
            let of = self.entities.iter().filter(|(id, ..)| ids.contains(id));
            let mut spans: Spans = of.flat_map(|(_, _, spans)| spans).copied().collect();
            spans.sort_unstable();
            spans.dedup();
            spans
        };
        let kind = self.kinds.get(id).copied().unwrap_or_default();
        Annotation {
            kind: kind.to_ascii_lowercase(),
            content: content.clone(),
            source: spans(&sources),
            cue: spans(&cues),
            speaker: sources
                .iter()
                .find_map(|id| self.notes.get(id))
                .map(|&it| it.to_owned()),
            ..Annotation::default()
        }
    }

    /// Entities of that role that a relation or an event joins with `id`.
    fn joined_to(&self, id: &str, role: Role) -> Vec<&'a str> {
        let entity = |end: &'a str| self.triggers.get(end).copied().unwrap_or(end);
        let others = self
            .joined
            .iter()
            .filter_map(|&(a, b)| match (entity(a), entity(b)) {
                (a, b) if a == id => Some(b),
                (a, b) if b == id => Some(a),
                _ => None,
            });
        let has_role = |other: &&str| {
            self.entities
                .iter()
                .any(|(id, is, _)| id == other && *is == role)
        };
        others.filter(has_role).collect()
    }
}

/// `Arg1:T3`
fn argument(word: &str) -> Option<&str> {
    word.split_once(':').map(|(_, id)| id)
}

/// `12 40;52 60`
fn ranges(text: &str) -> Option<Spans> {
    let range = |range: &str| {
        let (start, end) = range.split_once(' ')?;
        Some((start.parse().ok()?, end.parse().ok()?))
    };
    text.split(';').map(range).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_and_events_join_what_belongs_together() {
        let annotation = "T1\tContent 1 9\tWe walk,\nT2\tCue 11 15\tsaid\nT3\tSource 16 24\tAda Brun\n\
            T4\tContent 30 35;40 42\tthat we go\nR1\tAttribution Arg1:T1 Arg2:T2\t\n\
            R2\tSaidBy Arg1:T2 Arg2:T3\t\nE1\tReport:T2 Content:T4 Source:T3\n\
            A1\tKind T1 Direct\n#1\tAnnotatorNotes T3\tAda Brun\n";
        let found = attributions("a.ann", annotation).expect("lines of brat's");
        assert_eq!(found.len(), 2);
        for attribution in &found {
            assert_eq!(attribution.cue, [(11, 15)]);
            assert_eq!(attribution.source, [(16, 24)]);
            assert_eq!(attribution.speaker.as_deref(), Some("Ada Brun"));
        }
        assert_eq!(
            (found[0].kind.as_str(), found[1].kind.as_str()),
            ("direct", "")
        );
        assert_eq!(found[1].content, [(30, 35), (40, 42)]);
        let error = attributions("a.ann", "T1\tContent 1 9\nx").expect_err("no line of brat's");
        assert!(error.to_string().starts_with("a.ann:2: "), "{error}");
    }
}
