//! Builds quotations from the roles of marks, and joins them over paragraphs: each paragraph opens
//! the quotation again, only the last closes it.

use alloc::vec::Vec;

use crate::candidate::{Candidate, Role, weigh};
use crate::layout::Sighting;
use crate::mark::{Family, MarkKind};
use crate::pairing::fits;
use crate::paragraph::{Context, Head, Reader};
use crate::{Diagnostic, DiagnosticKind, Part, Quotation, SingleQuotes, Span};

/// A quotation that is open.
#[derive(Debug, Clone, Copy)]
struct Level {
    /// Its index among all quotations.
    quotation: usize,
    kind: MarkKind,
    /// The mark that opened its last part.
    opening: Span,
}

/// Reads paragraph after paragraph and keeps what is open between them.
#[derive(Debug)]
pub(crate) struct Joiner<'t> {
    text: &'t str,
    singles: SingleQuotes,
    single_speech: bool,
    reader: Reader,
    candidates: Vec<Candidate>,
    /// Open quotations, the outermost first.
    levels: Vec<Level>,
    pub(crate) quotations: Vec<Quotation>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl<'t> Joiner<'t> {
    pub(crate) fn new(text: &'t str, singles: SingleQuotes, single_speech: bool) -> Self {
        Self {
            text,
            singles,
            single_speech,
            reader: Reader::default(),
            candidates: Vec::new(),
            levels: Vec::new(),
            quotations: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// Reads `paragraph`, in which `marks` were seen.
    pub(crate) fn paragraph(&mut self, paragraph: Span, marks: &[Sighting]) {
        if marks.is_empty() {
            self.end_levels(0);
            return;
        }
        let mut found = core::mem::take(&mut self.candidates);
        weigh(self.text, paragraph, marks, self.singles, &mut found);
        let resumed = self.resumed(paragraph, &found);
        let carried = match self.levels[..] {
            [only] if resumed == 0 => Some(only.kind),
            _ => None,
        };
        let context = Context {
            carried,
            next: Head::behind(self.text, paragraph.end),
            single_speech: self.single_speech,
        };
        let goes_on = self.reader.read(&mut found, context);
        self.build(paragraph, &found, resumed, goes_on);
        self.candidates = found;
    }

    /// The text is at its end.
    pub(crate) fn finish(&mut self) {
        self.end_levels(0);
    }

    /// How many of the open quotations the marks at the head of `paragraph` open again.
    fn resumed(&self, paragraph: Span, candidates: &[Candidate]) -> usize {
        let mut at = paragraph.start;
        let levels = self.levels.iter().zip(candidates);
        levels
            .take_while(|(level, candidate)| {
                let is_next = candidate.span.start == at;
                at = candidate.span.end;
                is_next && candidate.can_open() && candidate.family() == level.kind.family()
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
                self.check(candidate, None);
                self.resume(level, candidate.span);
            }
            rest = &candidates[again..];
        }
        for candidate in rest {
            match candidate.role {
                Role::Text => {
                    if candidate.is_stray() {
                        self.diagnose(DiagnosticKind::Stray, candidate.span);
                    }
                }
                Role::Opens => self.open(candidate),
                Role::Restarts => {
                    self.end_family(candidate.family(), candidate.span.start);
                    self.open(candidate);
                }
                Role::Closes => self.close(candidate),
            }
        }
        for index in 0..self.levels.len() {
            self.set_content(self.levels[index], paragraph.end);
        }
    }

    fn open(&mut self, candidate: &Candidate) {
        self.check(candidate, None);
        let opening = candidate.span;
        let part = Part {
            opening,
            content: Span::new(opening.end, opening.end),
            closing: None,
        };
        let parent = self.levels.last().map(|level| level.quotation);
        let depth = self.levels.len();
        self.levels.push(Level {
            quotation: self.quotations.len(),
            kind: candidate.kind,
            opening,
        });
        self.quotations
            .push(Quotation::new(part, candidate.kind, depth, parent));
    }

    fn close(&mut self, candidate: &Candidate) {
        let Some(found) = self.innermost(candidate.family()) else {
            self.diagnose(DiagnosticKind::Stray, candidate.span);
            return;
        };
        self.end_inner(found + 1, candidate.span.start);
        let Some(level) = self.levels.pop() else {
            return;
        };
        self.check(candidate, Some(level.kind));
        self.set_content(level, candidate.span.start);
        self.quotations[level.quotation].last_mut().closing = Some(candidate.span);
    }

    /// The open quotation of the family and all inside it end at `end` without a mark.
    fn end_family(&mut self, family: Family, end: usize) {
        if let Some(found) = self.innermost(family) {
            self.end_inner(found, end);
        }
    }

    fn innermost(&self, family: Family) -> Option<usize> {
        self.levels
            .iter()
            .rposition(|level| level.kind.family() == family)
    }

    /// The open quotations from the `keep`-th on end at `end` without a mark.
    fn end_inner(&mut self, keep: usize, end: usize) {
        for index in keep..self.levels.len() {
            self.set_content(self.levels[index], end);
        }
        self.end_levels(keep);
    }

    /// The open quotations from the `keep`-th on have ended where their content does.
    fn end_levels(&mut self, keep: usize) {
        for level in self.levels.drain(keep..) {
            self.diagnostics.push(Diagnostic {
                kind: DiagnosticKind::Unclosed,
                span: level.opening,
            });
        }
    }

    /// The `index`-th open quotation goes on behind `opening`.
    fn resume(&mut self, index: usize, opening: Span) {
        let level = &mut self.levels[index];
        level.opening = opening;
        self.quotations[level.quotation].push(Part {
            opening,
            content: Span::new(opening.end, opening.end),
            closing: None,
        });
    }

    /// The content of the last part reaches from its opening mark to `end`, without blanks.
    fn set_content(&mut self, level: Level, end: usize) {
        let start = level.opening.end;
        let inside = &self.text[start..end];
        let kept = inside.trim_start();
        let start = if kept.is_empty() {
            start
        } else {
            end - kept.len()
        };
        let content = Span::new(start, start + kept.trim_end().len());
        self.quotations[level.quotation].last_mut().content = content;
    }

    fn check(&mut self, candidate: &Candidate, closes: Option<MarkKind>) {
        if candidate.damaged {
            self.diagnose(DiagnosticKind::Damaged, candidate.span);
        }
        if closes.is_some_and(|opener| !fits(opener, candidate.kind)) {
            self.diagnose(DiagnosticKind::Mismatched, candidate.span);
        }
    }

    fn diagnose(&mut self, kind: DiagnosticKind, span: Span) {
        self.diagnostics.push(Diagnostic { kind, span });
    }
}
