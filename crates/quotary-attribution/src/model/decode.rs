use std::ops::Range;

use super::{
    frame::Verdict,
    heads::is_prose,
    path::{FINE, LABELS, Label, Lanes, Path},
    role::Around,
    sheet::Sheet,
    weights::Model,
};

/// A cue with its source and content, in tokens.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// The word that the cue was found by.
    pub head: usize,
    /// The first to the last word of the cue.
    pub cue: Range<usize>,
    /// Who.
    pub source: Option<Range<usize>>,
    /// What, in order.
    pub contents: Vec<Range<usize>>,
    /// Probability that it is a cue; once the frame is judged, that it is one. 0 to 1.
    pub confidence: f32,
    /// The first and the last token of the content that stand in quotation marks.
    pub(super) marked: Option<(usize, usize)>,
    /// Whether source and content are those that a rule proposes.
    pub(crate) ruled: bool,
    /// The number of the cue's word.
    pub(super) word: u32,
    /// How clearly content, its edges and source were told from nothing, in few steps.
    pub(super) margins: [u32; 3],
}

/// From this probability on a word is looked at as a cue. Most of what lies beneath is none, and each
/// that is looked at costs as much as twenty words; 0.15 finds no more on the development articles.
const POSSIBLE: f32 = 0.2;

/// The same for a word that no rule takes for a cue.
const POSSIBLE_ALONE: f32 = 0.25;

/// From this probability on a cue is clear enough that nothing but what a settled rule makes of it
/// is looked at: to read what is around a cue is what most time goes into.
const CLEAR: f32 = 0.9;

/// What one cue after the other is labelled in.
#[derive(Default)]
struct Room {
    /// Of each token around the cue.
    scores: Vec<Lanes>,
    path: Path,
}

impl Model {
    /// The frames of an article.
    #[must_use]
    pub fn frames(&self, sheet: &Sheet<'_, '_, '_>) -> Verdict {
        self.judge(sheet, self.candidates(sheet))
    }

    /// Every frame that may be one, in the order of their cues.
    #[must_use]
    pub fn candidates(&self, sheet: &Sheet<'_, '_, '_>) -> Vec<Frame> {
        let mut found = Vec::new();
        let mut room = Room::default();
        let prose = sheet
            .reading()
            .sentences()
            .iter()
            .filter(|it| is_prose(it.kind));
        let tokens = prose.flat_map(|it| it.tokens.clone());
        for head in tokens.filter(|&at| self.may_head_in_prose(sheet, at)) {
            let confidence = self.cue(&sheet.cue_features(head));
            let proposal = sheet.proposal(head);
            let least = if proposal.is_some() {
                POSSIBLE
            } else {
                POSSIBLE_ALONE
            };
            if confidence >= least {
                let settled = confidence >= CLEAR && proposal.is_some_and(|it| it.settled);
                let frame = (!settled)
                    .then(|| self.frame(sheet, head, confidence, &mut room))
                    .flatten();
                let ruled = sheet.ruled(head, confidence, frame.as_ref());
                found.extend(frame);
                found.extend(ruled);
            }
        }
        found
    }

    fn frame(
        &self,
        sheet: &Sheet<'_, '_, '_>,
        head: usize,
        confidence: f32,
        room: &mut Room,
    ) -> Option<Frame> {
        let view = sheet.view(head);
        let window = view.window();
        let mut around = Around::new(&view);
        let Room { scores, path } = room;
        scores.clear();
        scores.extend(window.clone().map(|at| {
            let mut lanes = Lanes::default();
            lanes[..LABELS].copy_from_slice(&around.sums(self, sheet, at).all());
            lanes.map(|it| it * FINE)
        }));
        let labels = path.best(scores, self.steps(), head - window.start);
        let mut frame = Frame {
            head,
            cue: head..head + 1,
            source: None,
            contents: Vec::new(),
            confidence,
            marked: None,
            ruled: false,
            word: sheet.w(head, 0),
            margins: [0; 3],
        };
        frame.margins = margins(scores, labels);
        for (offset, &label) in labels.iter().enumerate() {
            let at = window.start + offset;
            match label {
                Label::Outside => {}
                Label::SourceBegin if frame.source.is_none() => frame.source = Some(at..at + 1),
                Label::SourceBegin => {}
                Label::SourceInside => {
                    if let Some(source) = frame.source.as_mut().filter(|it| it.end == at) {
                        source.end += 1;
                    }
                }
                Label::ContentBegin => frame.contents.push(at..at + 1),
                Label::ContentInside => {
                    if let Some(content) = frame.contents.last_mut() {
                        content.end = at + 1;
                    }
                }
                Label::Cue => {
                    if at < head && frame.cue.start == head && head - at < 6 {
                        frame.cue.start = at;
                    } else if at == frame.cue.end {
                        frame.cue.end += 1;
                    }
                }
            }
        }
        frame.marked = sheet.marked(&frame.contents);
        (!frame.contents.is_empty()).then_some(frame)
    }
}

/// How far the labels of a path lie above nothing: over the content as a whole, at its weaker edge,
/// and at the first token of the source.
fn margins(scores: &[Lanes], labels: &[Label]) -> [u32; 3] {
    let above =
        |at: usize, label: Label| i32::from(scores[at][label as usize]) - i32::from(scores[at][0]);
    let (mut sum, mut count, mut edge, mut source) = (0, 0, i32::MAX, None);
    for (at, &label) in labels.iter().enumerate() {
        match label {
            Label::ContentBegin | Label::ContentInside => {
                sum += above(at, label);
                count += 1;
                if label == Label::ContentBegin {
                    edge = edge.min(above(at, label));
                }
                let ends = labels
                    .get(at + 1)
                    .is_none_or(|it| *it != Label::ContentInside);
                if ends && at + 1 < scores.len() {
                    edge = edge.min(-above(at + 1, Label::ContentInside));
                }
            }
            Label::SourceBegin if source.is_none() => source = Some(above(at, label)),
            _ => {}
        }
    }
    let step = |value: i32| (value / MARGIN_STEP + 12).clamp(0, 31).cast_unsigned();
    [
        step(sum / count.max(1)),
        step(edge.clamp(-9999, 9999)),
        source.map_or(32, step),
    ]
}

/// Width of a step of a margin, on the scale of the weights between labels.
const MARGIN_STEP: i32 = 32;
