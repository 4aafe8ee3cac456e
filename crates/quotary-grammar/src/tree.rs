//! The quotations that were found, which stand in each other, built from the roles of marks.

use alloc::collections::VecDeque;
use alloc::vec::Vec;

use crate::candidate::{Candidate, Role};
use crate::diagnostic::Oddity;
use crate::kind::{Family, MarkKind};
use crate::layout::trim_inside;
use crate::plain::Plain;
use crate::scan::WINDOW;
use crate::{DiagnosticKind, Part, Quotation, Span};

/// Quotations in the order of their opening marks, and which of them are open.
#[derive(Debug)]
pub(crate) struct Tree<'t> {
    text: &'t str,
    pub(crate) quotations: Vec<Quotation>,
    /// Quotations that were taken away before the first of `quotations`.
    taken: usize,
    /// Open quotations, the outermost first.
    levels: Vec<Level>,
    /// The turn that a dash opened in this paragraph.
    opened_turn: Option<usize>,
    pub(crate) oddities: Vec<Oddity>,
}

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

impl<'t> Tree<'t> {
    #[inline(always)]
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            quotations: Vec::with_capacity(text.len().min(WINDOW) / USUAL_QUOTATION),
            taken: 0,
            levels: Vec::new(),
            opened_turn: None,
            oddities: Vec::new(),
        }
    }

    /// How many quotations are open.
    #[inline]
    pub(crate) fn depth(&self) -> usize {
        self.levels.len()
    }

    /// The mark that opened the only quotation that is open, if one alone is.
    #[inline]
    pub(crate) fn only_open(&self) -> Option<MarkKind> {
        match self.levels[..] {
            [only] => Some(only.kind),
            _ => None,
        }
    }

    /// How many quotations were taken away before the first of those that are here.
    #[inline]
    pub(crate) fn taken(&self) -> usize {
        self.taken
    }

    /// Takes memory for the quotations of a piece with so many marks: for twice as many quotations as
    /// have been found, or, where that is less, for as many as the text will have if it goes on as
    /// it began.
    #[inline(always)]
    pub(crate) fn make_room(&mut self, piece: Span, marks: usize) {
        if self.quotations.capacity() - self.quotations.len() < marks {
            self.grow(piece, marks);
        }
    }

    #[cold]
    fn grow(&mut self, piece: Span, marks: usize) {
        let found = self.quotations.len();
        let share = piece.start as f64 / self.text.len() as f64;
        let expected = found as f64 / share * EXPECTED_MARGIN;
        let more = (expected as usize).saturating_sub(found);
        let more = more.clamp(found / LEAST_GROWTH, found);
        self.quotations.reserve_exact(more.max(marks));
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

    /// Goes on with the quotation that a plain paragraph opens again, and opens the one that it leaves
    /// open.
    #[inline(never)]
    pub(crate) fn reach_out(&mut self, paragraph: Span, plain: Plain<'_>) {
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

    /// `» Deux` at the head of `paragraph` is no item of a list where `«` is open: French repeats the mark
    /// that closes, with the blank that belongs to it.
    pub(crate) fn weigh_head(&self, paragraph: Span, candidates: &mut [Candidate]) {
        if let (Some(MarkKind::LeftGuillemet), [first, ..]) = (self.only_open(), candidates)
            && first.start == paragraph.start
        {
            first.may_repeat();
        }
    }

    /// How many of the open quotations the marks at the head of `paragraph` open again.
    pub(crate) fn resumed(&self, paragraph: Span, candidates: &[Candidate]) -> usize {
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

    /// Appends the quotations of `paragraph`, whose marks have been read: as many of them as were `resumed`
    /// may open again what is open; where that `goes_on`, none does.
    pub(crate) fn build(
        &mut self,
        paragraph: Span,
        candidates: &[Candidate],
        resumed: usize,
        goes_on: bool,
    ) {
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
    pub(crate) fn end_levels(&mut self, keep: usize) {
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
    pub(crate) fn go_on(&mut self, opening: Span, end: usize, closing: Option<Span>) {
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
