//! Builds quotations from the roles of marks, and joins them over paragraphs: each paragraph opens
//! the quotation again, only the last closes it.

use alloc::collections::VecDeque;
use alloc::vec::Vec;

use crate::candidate::{Candidate, Role, weigh};
use crate::diagnostic::Oddity;
use crate::dialogue::{dash_turn, has_dash_dialogue, typed_dash};
use crate::grammar::Settings;
use crate::layout::trim_inside;
use crate::mark::{Families, Family, MarkKind};
use crate::paragraph::{Context, Head, Reader};
use crate::plain::{Plain, opens_alone, read_plain};
use crate::scan::{Points, WINDOW};
use crate::speech::stands_in_singles;
use crate::{DiagnosticKind, Part, Quotation, SingleQuotes, Span};

/// A quotation that is open.
#[derive(Debug, Clone, Copy)]
struct Level {
    /// Its index among all quotations.
    quotation: usize,
    kind: MarkKind,
    /// Where the mark that opened its last part ends.
    inside: usize,
}

/// Bytes of news in which one quotation stands.
const USUAL_QUOTATION: usize = 200;

/// What is expected of a text is multiplied with this: so that no memory has to be moved in the end
/// for a few quotations more.
pub(crate) const EXPECTED_MARGIN: f64 = 1.02;
/// Memory grows by one part in so many at least, so that what is moved stays in proportion to what is
/// found.
pub(crate) const LEAST_GROWTH: usize = 8;

/// Reads paragraph after paragraph and keeps what is open between them.
#[derive(Debug)]
pub(crate) struct Joiner<'t> {
    text: &'t str,
    settings: Settings,
    /// Whether speech stands in single marks, once that has mattered.
    single_speech: Option<bool>,
    reader: Reader,
    /// Whether dialogue is set with dashes, once that has mattered.
    dash_dialogue: Option<bool>,
    /// The turn that a dash opened in this paragraph.
    opened_turn: Option<usize>,
    /// How far the paragraph has been read, if it is read in pieces.
    read: Option<usize>,
    /// Open quotations, the outermost first.
    levels: Vec<Level>,
    pub(crate) quotations: Vec<Quotation>,
    /// Quotations that were taken away before the first of `quotations`.
    taken: usize,
    pub(crate) oddities: Vec<Oddity>,
}

impl<'t> Joiner<'t> {
    #[inline(always)]
    pub(crate) fn new(text: &'t str, settings: Settings) -> Self {
        Self {
            text,
            settings,
            single_speech: None,
            reader: Reader::default(),
            dash_dialogue: settings.dash_dialogue,
            opened_turn: None,
            read: None,
            levels: Vec::new(),
            quotations: Vec::with_capacity(text.len().min(WINDOW) / USUAL_QUOTATION),
            taken: 0,
            oddities: Vec::new(),
        }
    }

    /// Reads `paragraph`, in which `marks` were seen, those aside that were read with its beginning.
    #[inline]
    pub(crate) fn paragraph(
        &mut self,
        paragraph: Span,
        marks: &mut Vec<Candidate>,
        points: &Points<'_>,
    ) {
        if let Some(read) = self.read.take() {
            self.end_levels(0);
            self.piece(Span::new(read, paragraph.end), marks, points);
        } else if self.is_turn(paragraph) {
            self.turn(paragraph, marks);
        } else if marks.is_empty() {
            self.end_levels(0);
        } else {
            self.piece(paragraph, marks, points);
        }
    }

    /// Reads the next piece of a paragraph that has more marks than any prose: up to the end of its
    /// `beginning`. A turn of dialogue is read as a whole: then says no.
    #[cold]
    pub(crate) fn beginning(
        &mut self,
        beginning: Span,
        marks: &mut Vec<Candidate>,
        points: &Points<'_>,
    ) -> bool {
        let read = match self.read {
            Some(read) => {
                self.end_levels(0);
                read
            }
            None => {
                if self.is_turn(beginning) {
                    return false;
                }
                beginning.start
            }
        };
        self.piece(Span::new(read, beginning.end), marks, points);
        self.read = Some(beginning.end);
        true
    }

    /// Reads a paragraph, or a piece of one.
    fn piece(&mut self, piece: Span, marks: &mut Vec<Candidate>, points: &Points<'_>) {
        let text = self.text;
        if let ([level], [mark]) = (&self.levels[..], &marks[..])
            && level.kind == mark.kind
            && opens_alone(text, piece, mark, &self.settings.uses)
        {
            return self.go_on(mark.span(), piece.end, None);
        }
        if self.quotations.capacity() - self.quotations.len() < marks.len() {
            self.make_room(piece, marks.len());
        }
        let uses = &self.settings.uses;
        let plain = match self.levels[..] {
            [] => Some(None),
            [only] => Some(Some(only.kind)),
            _ => None,
        };
        let plain = plain.and_then(|carried| {
            let quotations = &mut self.quotations;
            read_plain(text, piece, marks, uses, carried, self.taken, quotations)
        });
        if let Some(plain) = plain {
            if plain.again.is_some() || plain.unclosed.is_some() {
                self.reach_out(piece, plain);
            }
            return;
        }
        let families = weigh(text, piece, marks, &self.settings.uses);
        self.weighed(piece, marks, families, points);
    }

    /// Goes on with the quotation that a plain paragraph opens again, and opens the one that it leaves
    /// open.
    #[inline(never)]
    fn reach_out(&mut self, paragraph: Span, plain: Plain<'_>) {
        if let Some(again) = plain.again {
            let end = plain.closing.map_or(paragraph.end, |mark| mark.start);
            self.go_on(again.span(), end, plain.closing.map(Candidate::span));
            if plain.closing.is_some() {
                self.levels.clear();
            }
        }
        if let Some(mark) = plain.unclosed {
            self.open(mark.kind, mark.span());
            self.end_part(self.levels[0], paragraph.end, None);
        }
    }

    /// Takes memory for the quotations of a piece with so many marks: for twice as many quotations as
    /// have been found, or, where that is less, for as many as the text will have if it goes on as
    /// it began.
    #[cold]
    fn make_room(&mut self, piece: Span, marks: usize) {
        let found = self.quotations.len();
        let share = piece.start as f64 / self.text.len() as f64;
        let expected = found as f64 / share * EXPECTED_MARGIN;
        let more = (expected as usize).saturating_sub(found);
        let more = more.clamp(found / LEAST_GROWTH, found);
        self.quotations.reserve_exact(more.max(marks));
    }

    /// Whether `paragraph` begins with the dash of a turn in a text whose dialogue is set so.
    #[inline]
    fn is_turn(&mut self, paragraph: Span) -> bool {
        begins_with_dash(&self.text.as_bytes()[paragraph.start..]) && self.is_dialogue(paragraph)
    }

    #[inline(never)]
    fn is_dialogue(&mut self, paragraph: Span) -> bool {
        let is_off = self.settings.dash_dialogue == Some(false);
        if is_off || typed_dash(paragraph.slice(self.text)).is_err() {
            return false;
        }
        let text = self.text;
        *self
            .dash_dialogue
            .get_or_insert_with(|| has_dash_dialogue(text))
    }

    /// Reads a paragraph of dialogue: quotations inside it stand in the turn.
    #[inline(never)]
    fn turn(&mut self, paragraph: Span, marks: &mut Vec<Candidate>) {
        let turn = dash_turn(self.text, paragraph);
        self.end_levels(0);
        let families = weigh(self.text, paragraph, marks, &self.settings.uses);
        self.reader
            .read(marks, families, Context::default(), || true);
        for (index, speech) in turn.iter().enumerate() {
            let role = if index == 0 {
                Role::Opens
            } else {
                Role::Resumes
            };
            marks.push(Candidate::dash(speech.opening, role));
            marks.extend(
                speech
                    .closing
                    .map(|mark| Candidate::dash(mark, Role::Closes)),
            );
        }
        marks.sort_by_key(|candidate| candidate.start);
        self.build(paragraph, marks, 0, false);
    }

    /// Reads a paragraph whose marks have to be weighed against each other.
    fn weighed(
        &mut self,
        paragraph: Span,
        found: &mut [Candidate],
        families: Families,
        points: &Points<'_>,
    ) {
        let resumed = self.resumed(paragraph, found);
        let carried = match self.levels[..] {
            [only] if resumed == 0 => Some(only.kind),
            _ => None,
        };
        let context = Context {
            carried,
            next: Head::behind(self.text, paragraph.end),
        };
        let (text, singles) = (self.text, self.settings.single_quotes);
        let decision = &mut self.single_speech;
        let decide = || *decision.get_or_insert_with(|| speech_in_singles(text, singles, points));
        let goes_on = self.reader.read(found, families, context, decide);
        self.build(paragraph, found, resumed, goes_on);
    }

    /// The text is at its end.
    pub(crate) fn finish(&mut self) {
        self.end_levels(0);
    }

    /// Moves the quotations that will not change any more to `found`; what is found later counts on
    /// from them.
    pub(crate) fn give(&mut self, found: &mut VecDeque<Quotation>) {
        if self.levels.is_empty() {
            self.taken += self.quotations.len();
            self.oddities.clear();
            found.extend(self.quotations.drain(..));
        }
    }

    /// Whether speech was taken to stand in single marks.
    pub(crate) fn found_single_speech(&self) -> bool {
        let always = self.settings.single_quotes == SingleQuotes::Always;
        self.single_speech.unwrap_or(always)
    }

    /// Whether paragraphs that begin with dashes were taken for dialogue.
    pub(crate) fn found_dash_dialogue(&self) -> bool {
        self.dash_dialogue.unwrap_or(false)
    }

    /// How many of the open quotations the marks at the head of `paragraph` open again.
    fn resumed(&self, paragraph: Span, candidates: &[Candidate]) -> usize {
        let mut at = paragraph.start;
        let levels = self.levels.iter().zip(candidates);
        levels
            .take_while(|(level, candidate)| {
                let is_next = candidate.start == at;
                at = candidate.span().end;
                is_next && candidate.can_open() && may_reopen(level.kind, candidate.kind)
            })
            .count()
    }

    fn build(&mut self, paragraph: Span, candidates: &[Candidate], resumed: usize, goes_on: bool) {
        let mut rest = candidates;
        let opens = |c: &&Candidate| matches!(c.role, Role::Opens);
        if goes_on {
            let place = Span::new(paragraph.start, paragraph.start);
            self.diagnose(DiagnosticKind::NotReopened, place);
            self.resume(0, place);
        } else {
            let again = candidates.iter().take(resumed).take_while(opens).count();
            self.end_levels(again);
            for (level, candidate) in candidates[..again].iter().enumerate() {
                self.check(candidate);
                self.resume(level, candidate.span());
            }
            rest = &candidates[again..];
        }
        while let [candidate, behind @ ..] = rest {
            rest = behind;
            match candidate.role {
                Role::Text => {
                    if candidate.is_stray() {
                        self.diagnose(DiagnosticKind::Stray, candidate.span());
                    }
                }
                Role::Opens => rest = self.open_some(candidate, behind),
                Role::Restarts if candidate.weights.heads_line() => self.repeat(candidate),
                Role::Restarts => {
                    self.end_family(candidate.family(), candidate.start);
                    rest = self.open_some(candidate, behind);
                }
                Role::Resumes => self.resume_turn(candidate.span()),
                Role::Closes => self.close(candidate),
            }
        }
        for index in 0..self.levels.len() {
            self.end_part(self.levels[index], paragraph.end, None);
        }
        if self.opened_turn.take().is_some()
            && let Some(turn) = self.innermost(Family::Dash)
        {
            // A turn ends with its paragraph: nothing is missing but what stands inside it.
            self.end_levels(turn + 1);
            self.levels.truncate(turn);
        }
    }

    /// A line repeats the mark of the quotation that goes on in it.
    fn repeat(&mut self, candidate: &Candidate) {
        match self.innermost(candidate.family()) {
            Some(found) => {
                self.end_inner(found + 1, candidate.start);
                self.end_part(self.levels[found], candidate.start, None);
                self.resume(found, candidate.span());
            }
            None => self.open_marked(candidate),
        }
    }

    /// The narrator has ended, and the turn goes on behind `dash`.
    fn resume_turn(&mut self, dash: Span) {
        let Some(quotation) = self.opened_turn else {
            return;
        };
        // What the narrator left open ends with the narration.
        self.end_inner(0, dash.start);
        self.levels.push(Level {
            quotation,
            kind: MarkKind::Dash,
            inside: dash.end,
        });
        self.resume(self.levels.len() - 1, dash);
    }

    /// Opens a quotation, and those behind it that begin where the one before ends, or as the next mark:
    /// as long as each ends with the next mark, nothing has to be kept open. Gives the marks that are left
    /// of those `behind`.
    #[inline(never)]
    fn open_some<'c>(
        &mut self,
        mut opening: &'c Candidate,
        mut behind: &'c [Candidate],
    ) -> &'c [Candidate] {
        let (parent, depth) = (self.innermost_open(), self.levels.len());
        while let [next, rest @ ..] = behind
            && next.family() == opening.family()
            && opening.kind != MarkKind::Dash
        {
            match next.role {
                Role::Closes => {
                    self.whole(opening, next.start, Some(next), depth, parent);
                    match rest {
                        [again, rest @ ..] if again.role == Role::Opens => {
                            opening = again;
                            behind = rest;
                        }
                        _ => return rest,
                    }
                }
                Role::Restarts if !next.weights.heads_line() => {
                    self.whole(opening, next.start, None, depth, parent);
                    opening = next;
                    behind = rest;
                }
                _ => break,
            }
        }
        self.open_marked(opening);
        behind
    }

    /// A quotation inside `parent` that ends at `end`, closed or not, with nothing inside.
    #[inline(always)]
    fn whole(
        &mut self,
        opening: &Candidate,
        end: usize,
        closing: Option<&Candidate>,
        depth: usize,
        parent: Option<usize>,
    ) {
        self.check(opening);
        if let Some(closing) = closing {
            self.check(closing);
        }
        let mark = opening.span();
        let part = Part {
            opening: mark,
            content: trim_inside(self.text, mark.end, end),
            closing: closing.map(Candidate::span),
        };
        let quotation = Quotation::new(part, opening.kind, depth, parent);
        self.quotations.push(quotation);
    }

    fn open_marked(&mut self, candidate: &Candidate) {
        self.check(candidate);
        if candidate.kind == MarkKind::Dash {
            self.opened_turn = Some(self.taken + self.quotations.len());
        }
        self.open(candidate.kind, candidate.span());
    }

    /// Opens a quotation behind the mark `opening`.
    fn open(&mut self, kind: MarkKind, opening: Span) {
        let (parent, depth) = (self.innermost_open(), self.levels.len());
        self.levels.push(Level {
            quotation: self.taken + self.quotations.len(),
            kind,
            inside: opening.end,
        });
        self.quotations
            .push(Quotation::opened(opening, kind, depth, parent));
    }

    fn close(&mut self, candidate: &Candidate) {
        let Some(found) = self.innermost(candidate.family()) else {
            self.diagnose(DiagnosticKind::Stray, candidate.span());
            return;
        };
        self.end_inner(found + 1, candidate.start);
        let Some(level) = self.levels.pop() else {
            return;
        };
        self.check(candidate);
        self.end_part(level, candidate.start, Some(candidate.span()));
    }

    /// The open quotation of the family and all inside it end at `end` without a mark.
    fn end_family(&mut self, family: Family, end: usize) {
        if let Some(found) = self.innermost(family) {
            self.end_inner(found, end);
        }
    }

    /// The index of the quotation that is open inside all others.
    fn innermost_open(&self) -> Option<usize> {
        self.levels.last().map(|level| level.quotation)
    }

    fn innermost(&self, family: Family) -> Option<usize> {
        self.levels
            .iter()
            .rposition(|level| level.kind.family() == family)
    }

    /// The open quotations from the `keep`-th on end at `end` without a mark.
    fn end_inner(&mut self, keep: usize, end: usize) {
        for index in keep..self.levels.len() {
            self.end_part(self.levels[index], end, None);
        }
        self.end_levels(keep);
    }

    /// The open quotations from the `keep`-th on have ended where their content does.
    fn end_levels(&mut self, keep: usize) {
        self.levels.truncate(keep);
    }

    /// The `index`-th open quotation goes on behind `opening`.
    fn resume(&mut self, index: usize, opening: Span) {
        let level = &mut self.levels[index];
        level.inside = opening.end;
        let index = level.quotation - self.taken;
        self.quotations[index].push(Part::opened(opening));
    }

    /// The only open quotation goes on behind `opening`, up to `end`.
    #[inline]
    fn go_on(&mut self, opening: Span, end: usize, closing: Option<Span>) {
        let Some(level) = self.levels.first_mut() else {
            return;
        };
        level.inside = opening.end;
        self.quotations[level.quotation - self.taken].push(Part {
            opening,
            content: trim_inside(self.text, opening.end, end),
            closing,
        });
    }

    /// The last part of an open quotation ends at `end`, with a mark or without one.
    fn end_part(&mut self, level: Level, end: usize, closing: Option<Span>) {
        let content = trim_inside(self.text, level.inside, end);
        self.quotations[level.quotation - self.taken].end_last(content, closing);
    }

    /// Says what is odd about a mark by itself.
    #[inline]
    fn check(&mut self, candidate: &Candidate) {
        if candidate.damaged {
            self.diagnose(DiagnosticKind::Damaged, candidate.span());
        }
    }

    fn diagnose(&mut self, kind: DiagnosticKind, span: Span) {
        self.oddities.push(Oddity::new(kind, span));
    }
}

/// Whether the mark at the head of a paragraph may open again what `opened` opened in the paragraph before.
///
/// Behind a straight mark a drawn one opens a quotation of its own: where a text has both, one kind is
/// the writer's and the other stood in what is quoted.
fn may_reopen(opened: MarkKind, mark: MarkKind) -> bool {
    let is_another =
        matches!(opened, MarkKind::StraightDouble | MarkKind::StraightSingle) && mark != opened;
    opened.family() == mark.family() && !is_another
}

/// Whether a paragraph begins with what may be the dash of a turn.
#[inline]
fn begins_with_dash(paragraph: &[u8]) -> bool {
    match *paragraph {
        [first, second, third, ..] => {
            // In one go: whether a mark stands there, which begins with the same byte, cannot be foreseen.
            let is_dash = (first == 0xE2) & (second == 0x80) & matches!(third, 0x93..=0x95);
            is_dash | (first == b'-')
        }
        _ => paragraph.first() == Some(&b'-'),
    }
}

/// Whether speech stands in single marks, found out when it first matters.
fn speech_in_singles(text: &str, singles: SingleQuotes, points: &Points<'_>) -> bool {
    match singles {
        SingleQuotes::Auto if points.is_first_window() => stands_in_singles(points),
        SingleQuotes::Auto => stands_in_singles(&Points::new(text)),
        SingleQuotes::Always => true,
        SingleQuotes::Never => false,
    }
}
