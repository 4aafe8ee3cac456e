use std::ops::Range;

use super::{
    frame::Verdict,
    sheet::Sheet,
    weights::{LANES, Model},
};

/// What a token is to a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Label {
    /// Nothing.
    Outside,
    /// The first token of the source.
    SourceBegin,
    /// A further token of the source.
    SourceInside,
    /// The first token of a stretch of content.
    ContentBegin,
    /// A further token of content.
    ContentInside,
    /// A word of the cue.
    Cue,
}

impl Label {
    /// Every label, by its number.
    pub const ALL: [Self; 6] = [
        Self::Outside,
        Self::SourceBegin,
        Self::SourceInside,
        Self::ContentBegin,
        Self::ContentInside,
        Self::Cue,
    ];
}

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

/// From this probability on a word is looked at as a cue: beneath, one in fifty is one.
const POSSIBLE: f32 = 0.15;

impl Model {
    /// The frames of an article.
    #[must_use]
    pub fn frames(&self, sheet: &Sheet<'_, '_, '_>) -> Verdict {
        self.judge(sheet, self.candidates(sheet))
    }

    /// Every frame that may be one, in the order of their cues.
    #[must_use]
    pub fn candidates(&self, sheet: &Sheet<'_, '_, '_>) -> Vec<Frame> {
        let mut features = Vec::with_capacity(64);
        let mut found = Vec::new();
        let mut known = Known::new(sheet.reading().len());
        for head in (0..sheet.reading().len()).filter(|&at| self.may_head(sheet, at)) {
            sheet.cue_features(head, &mut features);
            let confidence = self.cue(&features);
            if confidence >= POSSIBLE {
                let frame = self.frame(sheet, head, confidence, &mut known);
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
        known: &mut Known,
    ) -> Option<Frame> {
        let view = sheet.view(head);
        let window = view.window();
        let mut features = Vec::with_capacity(64);
        let scores: Vec<[i32; LANES]> = window
            .clone()
            .map(|at| {
                let side = u32::from(at > head);
                let own = known.sums(at, side, || {
                    sheet.token_features(at, side, &mut features);
                    self.labels(&features)
                });
                sheet.role_features(&view, at, &mut features);
                let mut sums = self.labels(&features);
                for (sum, own) in sums.iter_mut().zip(own) {
                    *sum += own;
                }
                sums
            })
            .collect();
        let labels = best_path(&scores, self.transitions(), head - window.start);
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
        frame.margins = margins(&scores, &labels);
        for (offset, label) in labels.into_iter().enumerate() {
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

/// The labels' weights of what is the same for every cue, summed up once a token and side.
struct Known(Vec<[Option<[i32; LANES]>; 2]>);

impl Known {
    fn new(tokens: usize) -> Self {
        Self(vec![[None; 2]; tokens])
    }

    fn sums(&mut self, at: usize, side: u32, sum: impl FnOnce() -> [i32; LANES]) -> [i32; LANES] {
        *self.0[at][side as usize].get_or_insert_with(sum)
    }
}

/// How far the labels of a path lie above nothing: over the content as a whole, at its weaker edge,
/// and at the first token of the source.
fn margins(scores: &[[i32; LANES]], labels: &[Label]) -> [u32; 3] {
    let above = |at: usize, label: Label| scores[at][label as usize] - scores[at][0];
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

/// Width of a step of a margin, on the scale of the roles' weights.
const MARGIN_STEP: i32 = 32;

/// Whether label `to` may stand behind `from`; `None` is the beginning.
#[must_use]
pub fn may_follow(from: Option<usize>, to: usize) -> bool {
    match to {
        2 => matches!(from, Some(1 | 2)),
        4 => matches!(from, Some(3 | 4)),
        _ => true,
    }
}

/// The labels with the highest sum, where token `head` is the cue.
#[must_use]
pub fn best_path(scores: &[[i32; LANES]], transitions: &[i32], head: usize) -> Vec<Label> {
    const NEVER: i32 = i32::MIN / 4;
    let labels = Label::ALL.len();
    let mut back: Vec<[u8; 6]> = Vec::with_capacity(scores.len());
    let mut best = [NEVER; 6];
    for (at, score) in scores.iter().enumerate() {
        let mut next = [NEVER; 6];
        let mut from_of = [0_u8; 6];
        for to in 0..labels {
            if at == head && to != Label::Cue as usize {
                continue;
            }
            let (mut top, mut from_top) = (NEVER, 0);
            if at == 0 {
                if may_follow(None, to) {
                    top = 0;
                }
            } else {
                for from in 0..labels {
                    let sum = best[from] + transitions[from * LANES + to];
                    if may_follow(Some(from), to) && sum > top {
                        (top, from_top) = (sum, from);
                    }
                }
            }
            if top > NEVER / 2 {
                next[to] = top + score[to];
                from_of[to] = u8::try_from(from_top).unwrap_or(0);
            }
        }
        best = next;
        back.push(from_of);
    }
    let mut label = (0..labels).max_by_key(|&it| best[it]).unwrap_or(0);
    let mut path = vec![Label::Outside; scores.len()];
    for at in (0..scores.len()).rev() {
        path[at] = Label::ALL[label];
        label = usize::from(back[at][label]);
    }
    path
}
