//! What an annotated article teaches: which tokens are cues, and what the tokens around one are.

use std::collections::BTreeMap;

use quotary_attribution::{
    Reading, builtin_lexicon,
    model::{Frame, Label, Model, Sheet, holds, says_no_more},
    proposals,
};
use quotary_grammar::Grammar;

use super::{frames, logistic::Decision, roles::Labelled};
use crate::gold::{self, Article, Spans};

/// How much a frame inside another teaches that is not annotated where nested reports are seldom
/// annotated: it may be one or none.
const UNCLEAR: f32 = 0.3;

/// What one article teaches.
pub(crate) struct Lessons {
    pub(crate) cues: Vec<Decision>,
    pub(crate) roles: Vec<Labelled>,
}

/// Reads `article` as the extractor does, with the tagger of `model`, and hands it on.
pub(crate) fn with_sheet<T>(
    article: &Article,
    model: &Model,
    then: impl FnOnce(&Sheet<'_, '_, '_>, &[usize]) -> T,
) -> T {
    let parse = Grammar::new().parse(&article.text);
    let reading = Reading::new(&parse, builtin_lexicon(), Some(model));
    let sheet = Sheet::new(&reading, proposals(&reading));
    then(&sheet, &gold::code_points(&article.text))
}

/// What `article` teaches of cues and roles. Where `nested` is false, reports within reports are
/// annotated now and then only, so that one without annotation teaches nothing.
pub(crate) fn lessons(article: &Article, nested: bool, model: &Model) -> Lessons {
    with_sheet(article, model, |sheet, points| {
        let reading = sheet.reading();
        let mut lessons = Lessons {
            cues: Vec::new(),
            roles: Vec::new(),
        };
        let mut heads = vec![false; reading.len()];
        let mut unclear = vec![false; reading.len()];
        for annotation in &article.attributions {
            let gold = Gold::new(reading, points, annotation);
            for &at in gold
                .cue
                .iter()
                .chain(gold.content.iter().filter(|_| !nested))
            {
                unclear[at] = true;
            }
            let Some(head) = sheet.head(&gold.cue) else {
                continue;
            };
            heads[head] = true;
            lessons.roles.extend(labelled(sheet, head, &gold));
        }
        for at in (0..reading.len()).filter(|&at| model.may_head(sheet, at)) {
            if heads[at] || !unclear[at] {
                lessons.cues.push(Decision {
                    features: sheet.cue_features(at).to_vec(),
                    is_right: heads[at],
                    weight: 1.0,
                });
            }
        }
        lessons
    })
}

/// Counts how often each word of `article` could be the head of a cue, and how often it is one.
pub(crate) fn count_heads(article: &Article, model: &Model, counts: &mut Counts) {
    with_sheet(article, model, |sheet, points| {
        for at in (0..sheet.reading().len()).filter(|&at| sheet.is_candidate(at)) {
            counts.entry(sheet.w(at, 0)).or_default().0 += 1;
        }
        for annotation in &article.attributions {
            let gold = Gold::new(sheet.reading(), points, annotation);
            if let Some(head) = sheet.head(&gold.cue) {
                counts.entry(sheet.w(head, 0)).or_default().1 += 1;
            }
        }
    });
}

/// By a word's number: how often it was seen, and how often as the head of a cue.
pub(crate) type Counts = BTreeMap<u32, (usize, usize)>;

/// An annotation in tokens.
pub(crate) struct Gold {
    pub(crate) content: Vec<usize>,
    pub(crate) cue: Vec<usize>,
    pub(crate) source: Vec<usize>,
}

impl Gold {
    pub(crate) fn new(
        reading: &Reading<'_, '_>,
        points: &[usize],
        it: &quotary::score::Annotation,
    ) -> Self {
        let tokens = |spans: &Spans| tokens_of(reading, points, spans);
        Self {
            content: tokens(&it.content),
            cue: tokens(&it.cue),
            source: tokens(&it.source),
        }
    }
}

/// The labels of the tokens around the cue at `head`; `None` where no content is in reach.
fn labelled(sheet: &Sheet<'_, '_, '_>, head: usize, gold: &Gold) -> Option<Labelled> {
    let view = sheet.view(head);
    let window = view.window();
    let mut labels = vec![Label::Outside as u8; window.len()];
    let mut mark = |tokens: &[usize], begin: Label, inside: Label| {
        for &at in tokens {
            if window.contains(&at) && at != head {
                let offset = at - window.start;
                let before = offset.checked_sub(1).map(|it| labels[it]);
                let goes_on = before == Some(begin as u8) || before == Some(inside as u8);
                labels[offset] = if goes_on { inside } else { begin } as u8;
            }
        }
    };
    mark(&gold.content, Label::ContentBegin, Label::ContentInside);
    mark(&gold.source, Label::SourceBegin, Label::SourceInside);
    mark(&gold.cue, Label::Cue, Label::Cue);
    labels[head - window.start] = Label::Cue as u8;
    if !labels.contains(&(Label::ContentBegin as u8)) {
        return None;
    }
    let features = window
        .clone()
        .map(|at| sheet.role_features(&view, at))
        .collect();
    Some(Labelled {
        features,
        labels,
        head: head - window.start,
    })
}

/// What the frames that `model` finds in `article`, which it was not trained on, teach of frames.
pub(crate) fn judgements(article: &Article, nested: bool, model: &Model) -> Vec<Decision> {
    with_sheet(article, model, |sheet, points| {
        let gold: Vec<Gold> = article
            .attributions
            .iter()
            .map(|it| Gold::new(sheet.reading(), points, it))
            .collect();
        let found = model.candidates(sheet);
        let matched = frames::matched(sheet, &gold, &found);
        let unclear = |frame: &Frame, index: usize| {
            !nested
                && (0..found.len()).any(|at| {
                    at != index
                        && matched[at].is_some()
                        && holds(&found[at], frame)
                        && !says_no_more(&found[at], frame)
                })
        };
        (0..found.len())
            .map(|at| {
                let mut features = Vec::new();
                quotary_attribution::model::frame_features(sheet, &found, at, &mut features);
                Decision {
                    features,
                    is_right: matched[at] == Some(true),
                    weight: if matched[at].is_none() && unclear(&found[at], at) {
                        UNCLEAR
                    } else {
                        1.0
                    },
                }
            })
            .collect()
    })
}

fn tokens_of(reading: &Reading<'_, '_>, points: &[usize], spans: &Spans) -> Vec<usize> {
    let mut found = Vec::new();
    for (at, token) in reading.tokens().iter().enumerate() {
        if token.span.is_empty() {
            continue;
        }
        let (start, end) = (points[token.span.start], points[token.span.end]);
        if spans.iter().any(|&(from, to)| start < to && from < end) {
            found.push(at);
        }
    }
    found
}
