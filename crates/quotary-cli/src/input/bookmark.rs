use serde::{Deserialize, Serialize};

use crate::error::Error;

/// Where in a file a record begins, so that a run goes on there without reading what is before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Bookmark {
    /// Bytes of the file before it, without a byte order mark.
    pub(super) bytes: u64,
    /// Lines before it, by which records are named.
    pub(super) lines: u64,
}

/// The records of a source, one after the other. An error is about one of them, or about the rest
/// of the source, then it is the last item.
pub(super) trait Records: Iterator {
    /// Where the records behind the last one begin; `None` where the source can be read from its
    /// beginning only, or is at its end.
    fn bookmark(&self) -> Option<Bookmark>;

    /// Leaves out what is before `bookmark`, which is of the same source as it was.
    fn go_to(&mut self, bookmark: Bookmark) -> Result<(), Error>;
}

/// What a source has next.
pub(crate) struct Found<T> {
    pub(crate) item: Result<T, Error>,
    /// Where what is behind it begins: see [`Records::bookmark`].
    pub(crate) behind: Option<Bookmark>,
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::Arc;

    use super::super::{Meter, Settings, Source};
    use super::*;
    use crate::arguments::Input;

    fn settings() -> Arc<Settings> {
        let input = Input {
            input_format: None,
            glob: Vec::new(),
            id_field: "id".into(),
            text_field: "text".into(),
            keep: Vec::new(),
            delimiter: None,
            encoding: None,
            repair_mojibake: false,
            max_document: 60,
        };
        Arc::new(Settings::new(&input, Arc::new(Meter::default())))
    }

    /// What there is to read, each with where the rest begins: ids and texts, or what is wrong.
    fn read(path: PathBuf, bookmark: Option<Bookmark>) -> Vec<(String, Option<Bookmark>)> {
        let found = settings().articles(Source::Named(path), bookmark);
        let told = found.map(
            |Found { item, behind }| match item.and_then(|task| task.load()) {
                Ok(article) => (format!("{}: {:?}", article.id, article.text), behind),
                Err(error) => (error.to_string(), behind),
            },
        );
        told.collect()
    }

    #[test]
    fn the_rest_is_the_same_wherever_it_is_begun() {
        let long = "x".repeat(70);
        let lines = format!(
            "{{\"id\": 1, \"text\": \"Calm.\"}}\n\n{{\"id\": 2}}\r\n{{\"id\": 3, \"text\": \
             \"{long}\"}}\nno\n{{\"id\": 4, \"text\": \"Café.\"}}"
        );
        let array = "[{\"id\": 1, \"text\": \"Calm.\"},\n {\"id\": 2, \"text\": \"Calm.},\n \
            {\"id\": 3, \"text\": \"Calm. }{\\\"\"}, 7,\n{\"id\": 4, \"text\": \"Calm.\"}]\n";
        let table = format!(
            "id,text\n1,\"Calm\nand\n\nshort.\"\n2,\"broken\n3,\"also \"broken\n\n4,\"{long}\n{long}\"\n\
             5,too,many\n6,“Go”\n7,\"Calm.\""
        );
        let folder = tempfile::tempdir().expect("a folder");
        for (name, content) in [
            ("news.jsonl", lines.clone()),
            ("marked.jsonl", format!("\u{FEFF}{lines}")),
            ("news.json", array.to_owned()),
            ("news.csv", table.clone()),
            ("marked.csv", format!("\u{FEFF}{table}")),
        ] {
            let path = folder.path().join(name);
            std::fs::write(&path, content).expect("it is written");
            let all = read(path.clone(), None);
            assert!(all.len() >= 5, "{all:?}");
            let bookmarks = all.iter().filter_map(|it| it.1).count();
            assert!(bookmarks + 1 >= all.len(), "{name}: {all:?}");
            for (index, (_, behind)) in all.iter().enumerate() {
                if behind.is_some() {
                    let rest = read(path.clone(), *behind);
                    assert_eq!(rest, all[index + 1..], "{name} from {behind:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_plain_text_has_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("wide.jsonl");
        let wide = "\u{FEFF}{\"id\": 1, \"text\": \"Calm.\"}\n".encode_utf16();
        let bytes: Vec<u8> = wide.flat_map(u16::to_le_bytes).collect();
        std::fs::write(&path, bytes).expect("it is written");
        assert!(read(path, None).iter().all(|it| it.1.is_none()));
    }
}
