use std::collections::HashMap;
use std::fmt::{self, Write};

use crate::output::Counts;

/// How many quotations each kind, each speaker and each value of a kept column has.
#[derive(Debug)]
pub(super) struct Summary {
    documents: u64,
    rows: u64,
    tables: Vec<Table>,
}

/// Counts of one column.
#[derive(Debug)]
struct Table {
    name: String,
    counts: HashMap<String, u64>,
    /// Of names that came when there were as many as are counted.
    others: u64,
}

/// Names that are counted: memory does not grow with the corpus. Who comes later than so many
/// others is not among the most frequent.
const COUNTED: usize = 100_000;
/// Names that are shown.
const SHOWN: usize = 10;

impl Summary {
    pub(super) fn new(kept: &[String]) -> Self {
        let names = ["kind", "speaker"].into_iter().map(str::to_owned);
        let table = |name| Table {
            name,
            counts: HashMap::new(),
            others: 0,
        };
        Self {
            documents: 0,
            rows: 0,
            tables: names.chain(kept.iter().cloned()).map(table).collect(),
        }
    }

    pub(super) fn add(&mut self, counts: Counts) {
        self.documents += 1;
        self.rows += counts.rows;
        for (kind, speaker) in counts.said {
            self.tables[0].add(kind, 1);
            self.tables[1].add(&speaker, 1);
        }
        for (table, value) in self.tables[2..].iter_mut().zip(&counts.kept) {
            table.add(value, counts.rows);
        }
    }
}

impl Table {
    fn add(&mut self, name: &str, count: u64) {
        if let Some(counted) = self.counts.get_mut(name) {
            *counted += count;
        } else if self.counts.len() < COUNTED {
            self.counts.insert(name.to_owned(), count);
        } else {
            self.others += count;
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} quotations in {} documents",
            self.rows, self.documents
        )?;
        self.tables.iter().try_for_each(|table| table.fmt(f))
    }
}

impl fmt::Display for Table {
    /// The most frequent first, of equal ones by the alphabet.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut counts: Vec<_> = self
            .counts
            .iter()
            .filter(|(_, count)| **count > 0)
            .collect();
        counts.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
        let shown = counts.len().min(SHOWN);
        let rest: u64 = counts[shown..].iter().map(|(_, count)| **count).sum();
        let more = counts.len() - shown;
        let mut lines: Vec<(String, u64)> = counts[..shown]
            .iter()
            .map(|(name, count)| {
                (
                    if name.is_empty() {
                        "(none)".into()
                    } else {
                        line(name)
                    },
                    **count,
                )
            })
            .collect();
        if rest + self.others > 0 {
            let at_least = if self.others > 0 { "more than " } else { "" };
            lines.push((format!("({at_least}{more} others)"), rest + self.others));
        }
        let digits = lines
            .iter()
            .map(|(_, count)| count.to_string().len())
            .max()
            .unwrap_or(0);
        let mut out = format!("\n{}\n", self.name);
        for (name, count) in lines {
            writeln!(out, "  {count:>digits$}  {name}")?;
        }
        f.write_str(&out)
    }
}

/// Names come from articles: one stays one line.
fn line(name: &str) -> String {
    name.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
