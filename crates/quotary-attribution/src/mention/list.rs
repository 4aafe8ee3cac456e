//! Several names in a row: "Prado (D-Ohio), Brun and Lane".

use super::Mentions;

/// How many names a list may have: more are told of as a group.
const LISTED: usize = 8;

impl Mentions<'_, '_, '_> {
    /// "(said Prado) | , Brun and Lane": where a list of names ends that goes on behind the comma at `comma`.
    pub(super) fn listed_behind(&self, comma: usize, ceiling: usize) -> Option<usize> {
        let reading = self.reading;
        let mut link = comma;
        for _ in 1..LISTED {
            let last = reading.is(link, "and");
            let name = self
                .following(link + 1, ceiling)
                .filter(|it| self.is_name(it))?;
            link = name.tokens.end;
            if reading.is(link, "(") {
                link = self.bracket_end(link, ceiling)? + 1;
            }
            if last {
                return (!self.has_verb(link, ceiling)).then_some(link);
            }
            link += usize::from(reading.is(link, ",") && reading.is(link + 1, "and"));
            if !reading.is_any(link, &[",", "and"]) {
                return None;
            }
        }
        None
    }

    /// "Prado (D-Ohio), Brun | and (Lane)": where a list of several names begins that goes on behind the "and" at
    /// `link`. What the list stands behind is no part of it: "In Paris, Prado, Brun and Lane".
    pub(super) fn listed(&self, link: usize, floor: usize) -> Option<usize> {
        let reading = self.reading;
        if !reading.is(link, "and") {
            return None;
        }
        let mut first = None;
        let mut at = link - usize::from(reading.is(link - 1, ","));
        for listed in 0..LISTED {
            let name = at
                .checked_sub(1)
                .filter(|&last| last >= floor)
                .and_then(|last| self.chunk_ending_at(last, floor));
            let Some(name) =
                name.filter(|it| it.tokens.start >= floor && self.is_name(it) && !self.is_time(it))
            else {
                break;
            };
            let start = name.tokens.start;
            let comma = start > floor && reading.is(start - 1, ",");
            if !comma && !self.opens_clause(&name, floor) {
                break;
            }
            first = (listed > 0).then_some(start);
            if !comma {
                break;
            }
            at = start - 1;
        }
        first
    }
}
