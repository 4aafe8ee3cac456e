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
    let reading = sheet.reading();
    let frame = &frames[index];
    let head = frame.head;
    let first = frame.contents[0].clone();
    let last = frame.contents[frame.contents.len() - 1].clone();
    let (word, tag) = (sheet.w(head, 0), sheet.t(head, 0));
    let lexical = sheet.lexical(head);
    let shape = sheet.shape(head);
    let sieve = sheet.proposed_by(head);
    let agrees = sheet.agreement(frame);
    let cue = steps(frame.confidence) | u32::from(frame.ruled) << 6;
    let ruled = u32::from(frame.ruled) << 8 | agrees;
    let length: usize = frame.contents.iter().map(Range::len).sum();
    let words = bucket(length) | (frame.contents.len().min(3) as u32) << 4;
    let quoted = sheet.quoted(frame);
    let begins = first.start.saturating_sub(1);
    let opening = sheet.t(first.start, 0) | sheet.t(first.start, 1) << 5;
    let side = u32::from(first.start > head);
    let gap = if side == 1 {
        bucket(first.start.saturating_sub(frame.cue.end))
    } else {
        bucket(frame.cue.start.saturating_sub(last.end))
    } | side << 4;
    let sentence = &reading.sentence(head).tokens;
    let to_end = u32::from(last.end + 1 >= sentence.end);
    let source = frame.source.as_ref().map_or(0, |source| {
        1 | sheet.t(source.end - 1, 0) << 1
            | u32::from(source.start > head) << 7
            | bucket(source.len()) << 8
    });
    let source_word = frame
        .source
        .as_ref()
        .map_or(0, |source| sheet.w(source.end - 1, 0));
    let source_near = frame.source.as_ref().map_or(15, |source| {
        if source.start > head {
            bucket(source.start - frame.cue.end.min(source.start))
        } else {
            bucket(frame.cue.start.saturating_sub(source.end))
        }
    });
    let verb = first
        .clone()
        .chain(last.clone())
        .any(|at| reading.tag(at).is_verb());
    let (nested, inner, twin, outer_word) = beside(frames, index);
    let relation = nested | inner << 2 | twin << 4;
    let margins = frame.margins;
    let headline = u32::from(reading.in_headline(head));
    let level = u32::from(reading.token(head).quotation.is_some());
    let kind = quoted | level << 3 | headline << 4;
    let end = match reading.kind(last.end - 1) {
        TokenKind::Closing => 1,
        TokenKind::Stop => 2,
        _ => 0,
    } | to_end << 2;
    let pairs = [
        (cue, 0),
        (cue, margins[0]),
        (cue, margins[1]),
        (cue, margins[2]),
        (cue, relation),
        (cue, kind),
        (cue, sieve ^ agrees),
        (cue, words),
        (cue, source),
        (word, 0),
        (word, cue),
        (word, relation),
        (word, quoted),
        (word, source & 127),
        (word, gap),
        (word, opening),
        (word, sheet.w(first.start, 0)),
        (word, words),
        (lexical, words),
        (lexical, relation),
        (lexical, source & 127),
        (lexical, opening),
        (lexical, gap | kind << 8),
        (shape, source & 127),
        (shape, lexical | kind << 12),
        (shape, opening),
        (sieve, ruled),
        (sieve, ruled | quoted << 12),
        (sieve, ruled | words << 12),
        (sieve, ruled | source << 12),
        (word, ruled),
        (ruled, opening),
        (ruled, kind | end << 8),
        (ruled, margins[0] | margins[1] << 12),
        (sieve, relation),
        (sieve, word),
        (sieve, words),
        (ruled, kind),
        (opening, gap),
        (opening, u32::from(verb) | words << 1),
        (sheet.w(first.start, 0), gap),
        (sheet.w(begins, 0), gap),
        (source, source_near),
        (source_word, 0),
        (source_word, word),
        (source_near, gap),
        (kind, end),
        (kind, relation),
        (kind, words),
        (relation, outer_word),
        (relation, source & 127),
        (tag, opening),
        (tag, relation),
        (margins[0], margins[1] | margins[2] << 8),
        (margins[0], kind),
        (margins[1], kind),
        (margins[2], source & 127),
        (end, words),
        (end, gap),
    ];
    for (template, (a, b)) in pairs.into_iter().enumerate() {
        out.push(mix(template as u32 + 301, a, b));
    }
}

/// A probability in sixteen steps, finer at both ends.
fn steps(probability: f32) -> u32 {
    let odds = (probability.max(1e-4) / (1.0 - probability).max(1e-4)).ln();
    (odds * 2.0 + 8.0).clamp(0.0, 19.0) as u32
}

/// How frame `index` lies to its neighbours: whether it stands inside another's content (1, or 2
/// where both have the same quotation), holds another, says the same as another that is surer (1)
/// or less sure (2); and the cue word of what it is nested in.
fn beside(frames: &[Frame], index: usize) -> (u32, u32, u32, u32) {
    let frame = &frames[index];
    let from = index.saturating_sub(NEIGHBOURS);
    let to = frames.len().min(index + NEIGHBOURS + 1);
    let (mut nested, mut inner, mut twin, mut outer) = (0, 0, 0, 0);
    for other in &frames[from..to] {
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
    (nested, inner, twin, outer)
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
    4 * shared >= length(one) + length(other)
}

impl Model {
    /// Gives each frame the probability that it is one, and drops those that are none.
    pub(super) fn judge(&self, sheet: &Sheet<'_, '_, '_>, frames: Vec<Frame>) -> Vec<Frame> {
        let mut features = Vec::with_capacity(64);
        let judged: Vec<f32> = (0..frames.len())
            .map(|index| {
                frame_features(sheet, &frames, index, &mut features);
                self.frame_probability(&features)
            })
            .collect();
        let mut standing: Vec<Frame> = Vec::with_capacity(frames.len());
        for (frame, confidence) in frames.into_iter().zip(judged) {
            let thresholds = self.thresholds();
            let least = match frame.marked {
                Some(_) => thresholds.marked,
                None => thresholds.indirect,
            };
            if confidence < least {
                continue;
            }
            let frame = Frame {
                confidence,
                ..frame
            };
            // Of two readings of one cue the surer stands.
            match standing.last_mut().filter(|it| it.head == frame.head) {
                Some(other) if other.confidence < confidence => *other = frame,
                Some(_) => {}
                None => standing.push(frame),
            }
        }
        standing
    }
}
