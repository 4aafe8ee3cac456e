//! Noun phrases: the stretches that can name a source or a hearer.
//!
//! A *chunk* is a noun with what stands before it ("the two senior officials", "Kremlin aide
//! Yuri Ushakov"). A *mention* is a chunk with what belongs to it: prepositional phrases, a
//! coordinated chunk, an apposition. Every walk is bounded by [`REACH`].

use std::ops::Range;

mod boundary;
mod chunk;
mod joint;
mod list;

pub(crate) use boundary::is_named_as_date;
pub(crate) use chunk::{Chunk, Chunks};
pub(crate) use joint::is_particle;

use crate::{
    lexicon::{Closed, Noun, Pattern, Title},
    reading::Reading,
    tag::Tag,
    token::TokenKind,
};

/// How many tokens a mention may stretch: the longest source in the training articles whose parts
/// still hang together has about forty.
pub(crate) const REACH: usize = 40;

/// Builds mentions out of chunks.
#[derive(Clone, Copy)]
pub(crate) struct Mentions<'m, 'r, 't> {
    /// The article.
    pub(crate) reading: &'m Reading<'r, 't>,
    /// Its chunks.
    pub(crate) chunks: &'m Chunks,
}

impl Mentions<'_, '_, '_> {
    /// The mention that ends with token `last`: the chunk there, and leftwards what it hangs on
    /// ("director of the Russia Institute", "Smith and Jones"), down to token `floor`.
    pub(crate) fn ending_at(&self, last: usize, floor: usize) -> Option<Range<usize>> {
        let reading = self.reading;
        let chunk = self.chunk_ending_at(last, floor)?;
        if chunk.tokens.start < floor {
            return None;
        }
        let end = last + 1;
        let mut start = chunk.tokens.start;
        while let Some(link) = start.checked_sub(1).filter(|&link| link >= floor.max(1)) {
            if end - link > REACH {
                break;
            }
            if let Some(first) = self
                .listed(link, floor)
                .filter(|first| end - first <= REACH)
            {
                start = first;
                break;
            }
            let before = self.chunk_ending_at(link - 1, floor);
            let Some(before) = before.filter(|it| it.tokens.start >= floor) else {
                break;
            };
            let hangs = match reading.tag(link) {
                Tag::Preposition => self.attaches(link, &before),
                // "from Xi to Putin" is no mention, "adviser to the Kremlin" is one.
                Tag::To => reading.tag(before.head) != Tag::Name,
                Tag::Coordinator => {
                    reading.is_any(link, &["and", "or", "&"])
                        && (self.opens_clause(&before, floor) || self.is_governed(&before, floor))
                }
                Tag::VerbParticiple => self.names(link) && self.opens_clause(&before, floor),
                _ => false,
            };
            if !hangs {
                break;
            }
            start = before.tokens.start;
        }
        Some(start..end)
    }

    /// The chunk that ends with token `last`, or before a bracket that does.
    fn chunk_ending_at(&self, last: usize, floor: usize) -> Option<Chunk> {
        self.bracketed(last, floor)
            .or_else(|| self.chunks.ending_at(last).cloned())
    }

    /// `Bob Corker (R-Tenn.)`: the chunk before a bracket that ends at `last`.
    fn bracketed(&self, last: usize, floor: usize) -> Option<Chunk> {
        let reading = self.reading;
        if !reading.is_any(last, &[")", "]"]) {
            return None;
        }
        let open = (floor..last)
            .rev()
            .take(12)
            .find(|&at| reading.is_any(at, &["(", "["]))?;
        let chunk = self.chunks.ending_at(open.checked_sub(1)?)?;
        Some(Chunk {
            tokens: chunk.tokens.start..last + 1,
            head: chunk.head,
        })
    }

    /// Whether a preposition at `link` ties the phrase behind it to the noun before it.
    fn attaches(&self, link: usize, before: &Chunk) -> bool {
        let reading = self.reading;
        // "nobody in the valley", but no "he in the valley".
        let pronoun = reading.tag(before.head) == Tag::Pronoun
            && reading.word(before.head).closed != Some(Closed::Indefinite);
        if reading.is(link, "of") {
            return true;
        }
        let ties = reading.is_any(
            link,
            &[
                "at", "in", "for", "from", "with", "on", "against", "behind", "near", "within",
                "between", "among", "across", "under", "inside", "outside",
            ],
        );
        ties && !pronoun
    }

    /// "says Prado | in the first line", "said Brun | with a smile": whether a preposition at `link`
    /// ties a common noun to what is done, not to the name before it.
    fn sets_scene(&self, link: usize, ceiling: usize) -> bool {
        let reading = self.reading;
        let common = |chunk: Chunk| {
            matches!(reading.tag(chunk.head), Tag::Noun | Tag::Nouns)
                && !reading.is_capital(chunk.head)
        };
        !reading.is_any(link, &["for", "from", "of"])
            && self.following(link + 1, ceiling).is_some_and(common)
    }

    /// "a group called Alpha": whether the participle at `at` ties a name to what it names. Any other
    /// is the verb of a clause where a noun phrase follows it: "the government published draft pacts".
    pub(crate) fn names(&self, at: usize) -> bool {
        let verb = self.reading.word(at).cue;
        verb.is_some_and(|it| self.reading.lexicon().verb(it).pattern.has(Pattern::CALL))
    }

    /// "Officials in | Kyiv (and Moscow) said": whether prepositions tie `chunk` to people with whom a clause
    /// begins, or to a body whose field it is.
    fn is_governed(&self, chunk: &Chunk, floor: usize) -> bool {
        /// "officials at the University of the North"
        const LINKS: usize = 3;
        let reading = self.reading;
        let mut start = chunk.tokens.start;
        for _ in 0..LINKS {
            let Some(link) = start.checked_sub(1).filter(|&it| it > floor) else {
                return false;
            };
            let Some(governor) = self
                .chunks
                .ending_at(link - 1)
                .filter(|it| it.tokens.start >= floor)
            else {
                return false;
            };
            if reading.tag(link) != Tag::Preposition || !self.attaches(link, governor) {
                return false;
            }
            if self.opens_clause(governor, floor) {
                let noun = reading.word(governor.head).noun;
                // "The Department of Food (and Agriculture)"
                let field = noun == Some(Noun::Organization)
                    && reading.is(link, "of")
                    && reading.is_capital(governor.head)
                    && reading.is_capital(chunk.head)
                    && reading.is_capital(chunk.tokens.end + 1);
                return field
                    || reading.tag(governor.head) == Tag::Nouns
                        && noun.is_some_and(|it| it.is_human() || it == Noun::Group);
            }
            start = governor.tokens.start;
        }
        false
    }

    /// Whether nothing but the beginning of a clause stands before `chunk`.
    fn opens_clause(&self, chunk: &Chunk, floor: usize) -> bool {
        let reading = self.reading;
        if chunk.tokens.start <= floor {
            return true;
        }
        let before = chunk.tokens.start - 1;
        match reading.kind(before) {
            TokenKind::Opening | TokenKind::Stop => true,
            TokenKind::Punctuation => true,
            TokenKind::Closing => true,
            _ => {
                matches!(reading.tag(before), Tag::Wh)
                    || matches!(
                        reading.word(before).closed,
                        Some(Closed::Complementizer | Closed::Subordinator | Closed::Coordinator)
                    )
                    || reading.is(before, "that")
            }
        }
    }

    /// The mention that begins with token `first`: the chunk there, and rightwards prepositional
    /// phrases, a coordinated chunk, an age, an apposition; up to, not including, token `ceiling`.
    pub(crate) fn starting_at(&self, first: usize, ceiling: usize) -> Option<Range<usize>> {
        let reading = self.reading;
        let chunk = self
            .chunks
            .starting_at(first)
            .filter(|it| it.tokens.end <= ceiling)?;
        let mut end = chunk.tokens.end;
        let mut last = chunk.clone();
        let person = self.is_name(chunk);
        while end < ceiling && end - first < REACH {
            let next = match reading.tag(end) {
                Tag::Preposition if person && self.sets_scene(end, ceiling) => break,
                Tag::Preposition if self.attaches(end, &last) => self.following(end + 1, ceiling),
                Tag::To if reading.tag(last.head) != Tag::Name => self.following(end + 1, ceiling),
                Tag::Coordinator if reading.is_any(end, &["and", "or"]) => self
                    .following(end + 1, ceiling)
                    .filter(|next| !self.has_verb(next.tokens.end, ceiling)),
                _ if reading.is_any(end, &["(", "["]) => match self.bracket_end(end, ceiling) {
                    Some(close) => {
                        end = close + 1;
                        continue;
                    }
                    None => break,
                },
                _ if reading.is(end, ",") => match self
                    .apposition(end, ceiling, person)
                    .or_else(|| person.then(|| self.listed_behind(end, ceiling))?)
                {
                    Some(stop) => {
                        end = stop;
                        last = self.chunks.ending_at(stop - 1).cloned().unwrap_or(last);
                        continue;
                    }
                    None => break,
                },
                _ => None,
            };
            match next {
                Some(next) => {
                    end = next.tokens.end;
                    last = next;
                }
                None => break,
            }
        }
        Some(first..end)
    }

    /// The chunk at `at`.
    fn following(&self, at: usize, ceiling: usize) -> Option<Chunk> {
        self.chunks
            .starting_at(at)
            .filter(|chunk| chunk.tokens.end <= ceiling && !self.is_time(chunk))
            .cloned()
    }

    /// Whether a finite verb comes directly behind token `at`.
    fn has_verb(&self, at: usize, ceiling: usize) -> bool {
        at < ceiling
            && matches!(
                self.reading.tag(at),
                Tag::VerbPast | Tag::VerbS | Tag::Verb | Tag::Modal
            )
    }

    fn bracket_end(&self, open: usize, ceiling: usize) -> Option<usize> {
        (open + 1..ceiling.min(open + 12)).find(|&at| self.reading.is_any(at, &[")", "]"]))
    }

    /// The end of an apposition or age that a comma at `comma` introduces.
    ///
    /// ", 45", ", director of the institute", ", Ana Prado": a noun phrase that no verb follows.
    fn apposition(&self, comma: usize, ceiling: usize, person: bool) -> Option<usize> {
        let reading = self.reading;
        let first = comma + 1;
        if first >= ceiling {
            return None;
        }
        if reading.kind(first) == TokenKind::Number {
            let closes = first + 1 >= ceiling || reading.is_any(first + 1, &[",", ".", "?"]);
            return (person && closes).then_some(first + 1);
        }
        let chunk = self.following(first, ceiling)?;
        // "Prado of Elm Street, her voice shaking"
        let absolute = reading.tag(first) == Tag::Possessive
            && matches!(
                reading.tag(chunk.tokens.end),
                Tag::VerbIng | Tag::VerbParticiple
            );
        if absolute {
            return None;
        }
        let named = self.is_name(&chunk);
        // A name explains a common noun, a common noun explains a name.
        if named == person || reading.tag(chunk.head) == Tag::Pronoun {
            return None;
        }
        let mut end = chunk.tokens.end;
        let mut last = chunk;
        while end < ceiling
            && (reading.tag(end) == Tag::Preposition && self.attaches(end, &last)
                || reading.tag(end) == Tag::To
                || reading.is(end, "and"))
        {
            let Some(next) = self.following(end + 1, ceiling) else {
                break;
            };
            end = next.tokens.end;
            last = next;
        }
        (!self.has_verb(end, ceiling)).then_some(end)
    }

    /// Whether the head of a chunk is a name.
    pub(crate) fn is_name(&self, chunk: &Chunk) -> bool {
        self.reading.tag(chunk.head) == Tag::Name
    }

    /// Whether a chunk names a time: "Thursday", "last week", "the day", "40,000 times".
    pub(crate) fn is_time(&self, chunk: &Chunk) -> bool {
        let reading = self.reading;
        let word = reading.word(chunk.head);
        let date = word.closed == Some(Closed::Date)
            || reading.is_any(
                chunk.head,
                &[
                    "week",
                    "month",
                    "year",
                    "day",
                    "night",
                    "morning",
                    "afternoon",
                    "evening",
                    "today",
                    "yesterday",
                    "tomorrow",
                    "weekend",
                    "decade",
                    "time",
                    "hours",
                    "days",
                    "weeks",
                    "months",
                    "years",
                    "minutes",
                    "summer",
                    "winter",
                    "spring",
                    "autumn",
                    "hour",
                    "moment",
                    "tonight",
                    "noon",
                    "midnight",
                ],
            );
        // "40,000 times"
        let counted = reading.is(chunk.head, "times")
            && chunk.head > chunk.tokens.start
            && reading.tag(chunk.head - 1) == Tag::Number;
        (date || counted)
            && !is_named_as_date(reading, chunk.head)
            && word.title.is_none_or(|title| title == Title::Particle)
    }
}
