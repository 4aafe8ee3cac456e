//! Reads paragraph after paragraph, and joins quotations over them: each paragraph opens the quotation
//! again, only the last closes it.

use alloc::vec::Vec;

use crate::candidate::{Candidate, Role, weigh};
use crate::dialogue::{dash_turn, has_dash_dialogue, typed_dash};
use crate::grammar::Settings;
use crate::kind::{Families, Family};
use crate::paragraph::{Context, Head, Reader};
use crate::plain::{opens_alone, read_plain};
use crate::scan::Points;
use crate::speech::stands_in_singles;
use crate::tree::Tree;
use crate::{MarkKind, SingleQuotes, Span};

/// Bytes of a title, or of words that are quoted for themselves.
const LONGEST_TITLE: usize = 40;

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
    /// How far the paragraph has been read, if it is read in pieces.
    read: Option<usize>,
    pub(crate) tree: Tree<'t>,
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
            read: None,
            tree: Tree::new(text),
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
            self.tree.end_levels(0);
            self.piece(Span::new(read, paragraph.end), marks, points);
        } else if self.is_turn(paragraph) {
            self.turn(paragraph, marks);
        } else if marks.is_empty() {
            self.tree.end_levels(0);
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
                self.tree.end_levels(0);
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
        let (text, uses, tree) = (self.text, &self.settings.uses, &mut self.tree);
        if let (Some(only), [mark]) = (tree.only_open(), &marks[..])
            && only == mark.kind
            && opens_alone(text, piece, mark, uses)
        {
            return tree.go_on(mark.span(), piece.end, None);
        }
        tree.make_room(piece, marks.len());
        if tree.depth() <= 1 {
            let carried = tree.only_open();
            let (taken, quotations) = (tree.taken(), &mut tree.quotations);
            if let Some(plain) = read_plain(text, piece, marks, uses, carried, taken, quotations) {
                if plain.reaches_out() {
                    tree.reach_out(piece, plain);
                }
                return;
            }
        }
        let families = weigh(text, piece, marks, uses);
        self.weighed(piece, marks, families, points);
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
        self.tree.end_levels(0);
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
        self.tree.build(paragraph, marks, 0, false);
    }

    /// Reads a paragraph whose marks have to be weighed against each other.
    fn weighed(
        &mut self,
        paragraph: Span,
        found: &mut [Candidate],
        families: Families,
        points: &Points<'_>,
    ) {
        self.tree.weigh_head(paragraph, found);
        let resumed = self.tree.resumed(paragraph, found);
        let carried = self.tree.only_open().filter(|_| resumed == 0);
        let context = Context {
            carried,
            next: Head::behind(self.text, paragraph.end),
        };
        if context.next.has(Family::Single) {
            self.weigh_possessives(paragraph, found, resumed);
        }
        let (text, singles) = (self.text, self.settings.single_quotes);
        let decision = &mut self.single_speech;
        let decide = || *decision.get_or_insert_with(|| speech_in_singles(text, singles, points));
        let goes_on = self.reader.read(found, families, context, decide);
        self.tree.build(paragraph, found, resumed, goes_on);
    }

    /// Weighs the marks of a paragraph in which speech in single marks may go on, as it may in the next: one
    /// that ends it stands behind a comma or a stop, or before one. What is quoted without, titles and single
    /// words, is short.
    #[cold]
    fn weigh_possessives(&self, paragraph: Span, marks: &mut [Candidate], resumed: usize) {
        let is_single = |kind: MarkKind| kind.family() == Family::Single;
        let goes_on = resumed > 0 && self.tree.only_open().is_some_and(is_single);
        let mut opened = paragraph.end;
        for mark in &mut marks[resumed..] {
            let behind = &self.text.as_bytes()[mark.span().end..paragraph.end];
            let is_before_word =
                matches!(behind, [b' ' | b'\n', word, ..] if word.is_ascii_alphanumeric());
            if is_single(mark.kind) && mark.can_open() {
                opened = mark.start;
            } else if is_before_word && (goes_on || mark.start > opened + LONGEST_TITLE) {
                mark.may_be_possessive();
            }
        }
    }

    /// The text is at its end.
    pub(crate) fn finish(&mut self) {
        self.tree.end_levels(0);
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
