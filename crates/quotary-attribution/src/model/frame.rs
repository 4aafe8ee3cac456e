//! Frames that are found, judged as a whole: is it one, seen beside the others?

use std::ops::Range;

use super::{
    decode::Frame,
    forms::mix,
    sheet::{Sheet, bucket},
    weights::Model,
};
use crate::token::TokenKind;

/// Slots of the judge of frames.
pub const FRAME_SLOTS: usize = 1 << 16;

/// How many frames on either side of one are compared with it: those of its sentence and the next.
const NEIGHBOURS: usize = 8;

/// From this probability on the cue of a neighbour counts.
const STANDING: f32 = 0.5;

/// Fills `out` with the features of frame `index` among `frames`, which stand in the order of
/// their heads.
pub fn frame_features(
    sheet: &Sheet<'_, '_, '_>,
    frames: &[Frame],
    index: usize,
    out: &mut Vec<u32>,
) {
    out.clear();
    let templates = Traits::of(sheet, frames, index).templates();
    let numbered = templates.into_iter().zip(301..);
    out.extend(numbered.map(|((_, a, b), template)| mix(template, a, b)));
}

/// What is seen of a frame.
struct Traits {
    /// How probable the cue is, and whose reading this is.
    cue: u32,
    word: u32,
    tag: u32,
    /// What the word lists say of the cue.
    lexical: u32,
    /// The cue's verb group and what stands before it.
    shape: u32,
    /// The rule that has the same cue.
    sieve: u32,
    /// In what the rule's reading is the same.
    agrees: u32,
    /// The same, and whose reading this is.
    ruled: u32,
    /// Length of the content and number of its stretches.
    words: u32,
    /// How much of the content stands in marks.
    quoted: u32,
    /// The same, and whether the cue stands in marks or a headline.
    kind: u32,
    /// The tags of the content's first two tokens.
    opening: u32,
    first_word: u32,
    word_before: u32,
    verb: bool,
    /// How far the content is from the cue, and on which side.
    gap: u32,
    /// What the content ends with, and whether its sentence ends there.
    end: u32,
    source: u32,
    source_word: u32,
    source_near: u32,
    /// How the frame lies to its neighbours.
    relation: u32,
    /// The cue of what it is nested in.
    outer_word: u32,
    margins: [u32; 3],
}

impl Traits {
    fn of(sheet: &Sheet<'_, '_, '_>, frames: &[Frame], index: usize) -> Self {
        let reading = sheet.reading();
        let frame = &frames[index];
        let head = frame.head;
        let first = frame.contents[0].clone();
        let last = frame.contents[frame.contents.len() - 1].clone();
        let length: usize = frame.contents.iter().map(Range::len).sum();
        let side = u32::from(first.start > head);
        let distance = if side == 1 {
            first.start.saturating_sub(frame.cue.end)
        } else {
            frame.cue.start.saturating_sub(last.end)
        };
        let agrees = sheet.agreement(frame);
        let quoted = sheet.quoted(frame);
        let headline = u32::from(reading.in_headline(head));
        let level = u32::from(reading.token(head).quotation.is_some());
        let mark = match reading.kind(last.end - 1) {
            TokenKind::Closing => 1,
            TokenKind::Stop => 2,
            _ => 0,
        };
        let ends = u32::from(last.end + 1 >= reading.sentence(head).tokens.end);
        let (source, source_word, source_near) = source(sheet, frame);
        let (relation, outer_word) = beside(frames, index);
        Self {
            cue: steps(frame.confidence) | u32::from(frame.ruled) << 6,
            word: sheet.w(head, 0),
            tag: sheet.t(head, 0),
            lexical: sheet.lexical(head),
            shape: sheet.shape(head),
            sieve: sheet.proposed_by(head),
            agrees,
            ruled: u32::from(frame.ruled) << 8 | agrees,
            words: bucket(length) | (frame.contents.len().min(3) as u32) << 4,
            quoted,
            kind: quoted | level << 3 | headline << 4,
            opening: sheet.t(first.start, 0) | sheet.t(first.start, 1) << 5,
            first_word: sheet.w(first.start, 0),
            word_before: sheet.w(first.start.saturating_sub(1), 0),
            verb: first.chain(last).any(|at| reading.tag(at).is_verb()),
            gap: bucket(distance) | side << 4,
            end: mark | ends << 2,
            source,
            source_word,
            source_near,
            relation,
            outer_word,
            margins: frame.margins,
        }
    }

    /// The features by name, each from two of the traits.
    #[rustfmt::skip]
    fn templates(&self) -> [(&'static str, u32, u32); TEMPLATES] {
        let margins = self.margins;
        [
            ("cue", self.cue, 0),
            ("cue and clear content", self.cue, margins[0]),
            ("cue and clear edges", self.cue, margins[1]),
            ("cue and clear source", self.cue, margins[2]),
            ("cue and other frames", self.cue, self.relation),
            ("cue and marks", self.cue, self.kind),
            ("cue and agreement with the rule", self.cue, self.sieve ^ self.agrees),
            ("cue and length", self.cue, self.words),
            ("cue and source", self.cue, self.source),
            ("cue word", self.word, 0),
            ("cue word and cue", self.word, self.cue),
            ("cue word and other frames", self.word, self.relation),
            ("cue word and marks in content", self.word, self.quoted),
            ("cue word and kind of source", self.word, self.source & 127),
            ("cue word and distance", self.word, self.gap),
            ("cue word and first tags", self.word, self.opening),
            ("cue word and first word", self.word, self.first_word),
            ("cue word and length", self.word, self.words),
            ("class of cue and length", self.lexical, self.words),
            ("class of cue and other frames", self.lexical, self.relation),
            ("class of cue and kind of source", self.lexical, self.source & 127),
            ("class of cue and first tags", self.lexical, self.opening),
            ("class of cue and distance, marks", self.lexical, self.gap | self.kind << 8),
            ("form of cue and kind of source", self.shape, self.source & 127),
            ("form of cue and class of cue, marks", self.shape, self.lexical | self.kind << 12),
            ("form of cue and first tags", self.shape, self.opening),
            ("rule and agreement with the rule", self.sieve, self.ruled),
            ("rule and agreement with the rule, marks in content", self.sieve, self.ruled | self.quoted << 12),
            ("rule and agreement with the rule, length", self.sieve, self.ruled | self.words << 12),
            ("rule and agreement with the rule, source", self.sieve, self.ruled | self.source << 12),
            ("cue word and agreement with the rule", self.word, self.ruled),
            ("agreement with the rule and first tags", self.ruled, self.opening),
            ("agreement with the rule and marks, end", self.ruled, self.kind | self.end << 8),
            ("agreement with the rule and clear content, clear edges", self.ruled, margins[0] | margins[1] << 12),
            ("rule and other frames", self.sieve, self.relation),
            ("rule and cue word", self.sieve, self.word),
            ("rule and length", self.sieve, self.words),
            ("agreement with the rule and marks", self.ruled, self.kind),
            ("first tags and distance", self.opening, self.gap),
            ("first tags and verb in content, length", self.opening, u32::from(self.verb) | self.words << 1),
            ("first word and distance", self.first_word, self.gap),
            ("word before and distance", self.word_before, self.gap),
            ("source and distance of source", self.source, self.source_near),
            ("word of source", self.source_word, 0),
            ("word of source and cue word", self.source_word, self.word),
            ("distance of source and distance", self.source_near, self.gap),
            ("marks and end", self.kind, self.end),
            ("marks and other frames", self.kind, self.relation),
            ("marks and length", self.kind, self.words),
            ("other frames and outer cue word", self.relation, self.outer_word),
            ("other frames and kind of source", self.relation, self.source & 127),
            ("tag of cue and first tags", self.tag, self.opening),
            ("tag of cue and other frames", self.tag, self.relation),
            ("clear content and clear edges, clear source", margins[0], margins[1] | margins[2] << 8),
            ("clear content and marks", margins[0], self.kind),
            ("clear edges and marks", margins[1], self.kind),
            ("clear source and kind of source", margins[2], self.source & 127),
            ("end and length", self.end, self.words),
            ("end and distance", self.end, self.gap),
        ]
    }
}

/// From this probability on a frame stands whose quotations stand in what another says already:
/// more likely right than not.
const AGAIN: f32 = 0.5;

/// From this probability on a frame stands that has neither marks nor a source: who said it is half
/// of what a reader wants to know.
const NOBODYS: f32 = 0.5;

/// Number of the features.
const TEMPLATES: usize = 59;

/// What a frame's source is, its last word, and how far it is from the cue.
fn source(sheet: &Sheet<'_, '_, '_>, frame: &Frame) -> (u32, u32, u32) {
    let Some(source) = &frame.source else {
        return (0, 0, 15);
    };
    let behind = source.start > frame.head;
    let distance = if behind {
        source.start.saturating_sub(frame.cue.end)
    } else {
        frame.cue.start.saturating_sub(source.end)
    };
    let last = source.end - 1;
    let kind = 1 | sheet.t(last, 0) << 1 | u32::from(behind) << 7 | bucket(source.len()) << 8;
    (kind, sheet.w(last, 0), bucket(distance))
}

/// A probability in sixteen steps, finer at both ends.
fn steps(probability: f32) -> u32 {
    let odds = (probability.max(1e-4) / (1.0 - probability).max(1e-4)).ln();
    (odds * 2.0 + 8.0).clamp(0.0, 19.0) as u32
}

/// How frame `index` lies to its neighbours: whether it stands inside another's content (1, or 2
/// where both have the same quotation), holds another, says the same as another that is surer (1)
/// or less sure (2); and the cue word of what it is nested in.
fn beside(frames: &[Frame], index: usize) -> (u32, u32) {
    let frame = &frames[index];
    let (mut nested, mut inner, mut twin, mut outer) = (0, 0, 0, 0);
    for other in &frames[around(frames, index)] {
        if other.head == frame.head {
            continue;
        }
        let standing = other.confidence >= STANDING;
        if standing && holds(other, frame) {
            nested = 1 + u32::from(says_no_more(other, frame));
            outer = other.word;
        } else if standing && holds(frame, other) {
            inner = 1 + u32::from(other.confidence > frame.confidence);
        } else if alike(frame, other) {
            twin = 1 + u32::from(other.confidence < frame.confidence);
        }
    }
    (nested | inner << 2 | twin << 4, outer)
}

/// The frames that one is compared with, itself among them.
fn around(frames: &[Frame], index: usize) -> Range<usize> {
    index.saturating_sub(NEIGHBOURS)..frames.len().min(index + NEIGHBOURS + 1)
}

/// Whether the cue of `inner` and most of its content stand in one stretch of `outer`'s content.
pub fn holds(outer: &Frame, inner: &Frame) -> bool {
    let cue = &inner.cue;
    outer
        .contents
        .iter()
        .any(|part| part.start <= cue.start && cue.end <= part.end)
        && inner.contents.iter().all(|content| {
            outer
                .contents
                .iter()
                .any(|part| part.start <= content.start && content.end <= part.end)
        })
}

/// Whether `outer` holds the quotations of `inner` and no others: then the reader is told twice who
/// said them.
pub fn says_no_more(outer: &Frame, inner: &Frame) -> bool {
    inner.marked.is_some() && inner.marked == outer.marked
}

/// Whether two frames have most of their content in common.
fn alike(one: &Frame, other: &Frame) -> bool {
    let shared: usize = one
        .contents
        .iter()
        .flat_map(|a| {
            other
                .contents
                .iter()
                .map(|b| a.end.min(b.end).saturating_sub(a.start.max(b.start)))
        })
        .sum();
    let length = |frame: &Frame| frame.contents.iter().map(Range::len).sum::<usize>();
    shared > 0 && 4 * shared >= length(one) + length(other)
}

/// Of two readings of one cue, which stand side by side, only the surer can stand.
fn is_surest(frames: &[Frame], judged: &[f32], index: usize) -> bool {
    [index.wrapping_sub(1), index + 1].into_iter().all(|at| {
        let other = frames.get(at).filter(|it| it.head == frames[index].head);
        other.is_none() || (judged[at], index) < (judged[index], at)
    })
}

/// Whether another that stands and is surer tells what frame `index` tells: its cue is a word in the
/// frame's cue ("[has said Russia is not looking for] war"), or both have the same quotation and
/// neither lies in the other.
fn is_told(frames: &[Frame], judged: &[f32], stands: &[bool], index: usize) -> bool {
    let frame = &frames[index];
    around(frames, index).any(|at| {
        let other = &frames[at];
        let apart = || !holds(other, frame) && !holds(frame, other);
        stands[at]
            && judged[at] > judged[index]
            && other.head != frame.head
            && (frame.cue.contains(&other.head) || says_no_more(other, frame) && apart())
    })
}

/// What the judge makes of the frames of an article.
#[derive(Debug, Clone, Default)]
pub struct Verdict {
    /// Those that stand, in the order of their cues; their confidence is calibrated.
    pub standing: Vec<Frame>,
    /// The heads of cues that are next to certainly none, in order.
    pub doubted: Vec<usize>,
}

/// Below this probability a frame is none even if marks speak for it.
const DOUBT: f32 = 0.06;

/// A frame that was looked at, and why it stands or does not.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The frame; its confidence is the judge's.
    pub frame: Frame,
    /// Whether it stands.
    pub stands: bool,
    /// The features that weighed most, by name: what each adds to the logarithm of the odds.
    pub reasons: Vec<(&'static str, f32)>,
}

/// How many of its features are given as reasons for a frame.
const REASONS: usize = 6;

impl Model {
    /// Judges frames, which stand in the order of their cues.
    pub(super) fn judge(&self, sheet: &Sheet<'_, '_, '_>, frames: Vec<Frame>) -> Verdict {
        let judged = self.probabilities(sheet, &frames);
        let mut stands: Vec<bool> = (0..frames.len())
            .map(|it| {
                self.suffices(sheet, &frames[it], judged[it]) && is_surest(&frames, &judged, it)
            })
            .collect();
        for index in 0..frames.len() {
            stands[index] = self.stands_inside(&frames, &judged, &stands, index)
                && !is_told(&frames, &judged, &stands, index);
        }
        let mut verdict = Verdict::default();
        for (index, frame) in frames.into_iter().enumerate() {
            if stands[index] {
                verdict.standing.push(Frame {
                    confidence: self.calibration().of(judged[index]),
                    ..frame
                });
            } else if judged[index] < DOUBT {
                verdict.doubted.push(frame.head);
            }
        }
        verdict
    }

    /// Whether frame `index` stands once its neighbours are known.
    fn stands_inside(
        &self,
        frames: &[Frame],
        judged: &[f32],
        stands: &[bool],
        index: usize,
    ) -> bool {
        let frame = &frames[index];
        let outer = |at: usize| stands[at] && holds(&frames[at], frame);
        if stands[index] {
            return judged[index] >= AGAIN
                || !around(frames, index).any(|at| outer(at) && says_no_more(&frames[at], frame));
        }
        frame.ruled
            && judged[index] >= self.thresholds().nested
            && around(frames, index).any(outer)
            && !around(frames, index).any(|at| stands[at] && frames[at].head == frame.head)
    }

    /// Every frame that was looked at, in the order of their cues, and what weighed for and against.
    #[must_use]
    pub fn judged(&self, sheet: &Sheet<'_, '_, '_>) -> Vec<Judged> {
        let frames = self.candidates(sheet);
        let standing = self.judge(sheet, frames.clone()).standing;
        let probabilities = self.probabilities(sheet, &frames);
        let mut features = Vec::new();
        (0..frames.len())
            .map(|index| {
                frame_features(sheet, &frames, index, &mut features);
                let names = Traits::of(sheet, &frames, index).templates();
                let weights = self.frame_weights(&features);
                let mut reasons: Vec<_> = names.iter().map(|it| it.0).zip(weights).collect();
                reasons.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
                reasons.truncate(REASONS);
                let frame = &frames[index];
                let stands = standing
                    .binary_search_by_key(&frame.head, |it| it.head)
                    .is_ok_and(|at| standing[at].ruled == frame.ruled);
                Judged {
                    frame: Frame {
                        confidence: self.calibration().of(probabilities[index]),
                        ..frame.clone()
                    },
                    stands,
                    reasons,
                }
            })
            .collect()
    }

    fn probabilities(&self, sheet: &Sheet<'_, '_, '_>, frames: &[Frame]) -> Vec<f32> {
        let mut features = Vec::with_capacity(TEMPLATES);
        (0..frames.len())
            .map(|index| {
                frame_features(sheet, frames, index, &mut features);
                self.frame_probability(&features)
            })
            .collect()
    }

    fn suffices(&self, sheet: &Sheet<'_, '_, '_>, frame: &Frame, probability: f32) -> bool {
        let thresholds = self.thresholds();
        let least = match frame.marked {
            Some(_) => thresholds.marked,
            None if frame.source.is_none() => thresholds.indirect.max(NOBODYS),
            None => thresholds.indirect,
        };
        probability >= least
            || probability >= thresholds.agreed && (frame.ruled || sheet.is_agreed(frame))
    }
}
