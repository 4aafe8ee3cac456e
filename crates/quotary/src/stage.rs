use quotary_attribution::{Analysis, Attribution};
use quotary_grammar::{Parse, Quotation, Span};

use crate::annotate::Label;
use crate::names;

/// A step on the way from text to rows. What it finds is shown as labels over the text, by
/// [`Extractor::stage`](crate::Extractor::stage).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// Headline, byline, dateline, caption, body and the other kinds of the grammar.
    Segments,
    /// Runs of text between matched marks: typography only, nobody has said them yet. Numbered in
    /// their order; `2<1` stands in 1.
    Quotations,
    /// Words that can say that somebody said: the sieves choose among them.
    Cues,
    /// Noun phrases that can name who said it.
    Mentions,
    /// Contents with their cues, sources and addressees, each with the id of its quote.
    Attributions,
    /// Every mention of a speaker, with the name that stands behind it.
    Speakers,
}

/// What the grammar found.
pub(crate) fn segments(parse: &Parse<'_>) -> Vec<Label> {
    let labels = parse.segments().into_iter().map(|segment| Label {
        span: segment.span,
        name: names::segment(segment.kind).into(),
    });
    labels.collect()
}

pub(crate) fn quotations(parse: &Parse<'_>) -> Vec<Label> {
    let quotations = parse.quotations().iter().enumerate();
    in_order(quotations.flat_map(|(index, quotation)| parts(index, quotation)))
}

/// What the resolver found.
pub(crate) fn attributions(analysis: &Analysis) -> Vec<Label> {
    let attributions = analysis.attributions.iter().enumerate();
    in_order(attributions.flat_map(|(index, attribution)| roles(index + 1, attribution)))
}

pub(crate) fn speakers(analysis: &Analysis) -> Vec<Label> {
    let mut speaks = vec![false; analysis.entities.len()];
    for speaker in analysis.attributions.iter().filter_map(|a| a.speaker) {
        speaks[speaker] = true;
    }
    let entities = analysis.entities.iter().zip(speaks);
    let speakers = entities.filter_map(|(entity, speaks)| speaks.then_some(entity));
    in_order(speakers.flat_map(|speaker| {
        let kind = names::speaker_kind(speaker.kind);
        labelled(&format!("{} ({kind})", speaker.name), &speaker.mentions)
    }))
}

fn parts(index: usize, quotation: &Quotation) -> Vec<Label> {
    let number = index + 1;
    let mut name = match quotation.parent() {
        None => number.to_string(),
        Some(parent) => format!("{number}<{}", parent + 1),
    };
    if quotation.is_unclosed() {
        name.push_str(" unclosed");
    }
    let spans: Vec<_> = quotation.parts().map(|part| part.content).collect();
    labelled(&name, &spans)
}

fn roles(id: usize, attribution: &Attribution) -> Vec<Label> {
    let kind = names::kind(attribution.kind);
    let mut labels = labelled(&format!("{id} {kind}"), &attribution.content);
    labels.extend(labelled(&format!("{id} cue"), &attribution.cue));
    labels.extend(labelled(&format!("{id} source"), &attribution.source));
    labels.extend(labelled(
        &format!("{id} addressee"),
        attribution.addressee.as_slice(),
    ));
    labels
}

/// The same name for each of `spans`.
pub(crate) fn labelled(name: &str, spans: &[Span]) -> Vec<Label> {
    spans
        .iter()
        .map(|&span| Label {
            span,
            name: name.into(),
        })
        .collect()
}

/// By their first bytes, what holds before what is held.
fn in_order(labels: impl Iterator<Item = Label>) -> Vec<Label> {
    let mut labels: Vec<_> = labels.collect();
    labels.sort_by_key(|label| (label.span.start, std::cmp::Reverse(label.span.end)));
    labels
}
