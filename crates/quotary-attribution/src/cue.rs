//! Cues: the words that say that somebody said.
//!
//! A cue is a form of a verb of attribution with its auxiliaries ("has said", "were told"), a noun
//! of attribution ("her claim that"), or "according to". What may follow and who may stand before
//! it is for the sieves to see; here only what is no cue at all is left out: refusals ("declined
//! to say"), hearsay passives ("is said to be") and nouns that look like verbs.

use std::ops::Range;

use crate::{
    lexicon::{Closed, Noun, Pattern, VerbClass},
    reading::Reading,
    tag::Tag,
    token::TokenKind,
};

/// The shape in which a cue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CueForm {
    /// "said", "has said", "would say"
    Finite,
    /// "saying", "having said"
    Participle,
    /// "to say", where it reports: "went on to say", "used to say"
    Infinitive,
    /// "was told", "were warned by": the subject is the hearer
    Passive,
    /// "her claim that"
    Noun,
    /// "according to"
    AccordingTo,
}

/// A cue where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cue {
    /// Its tokens, auxiliaries included, adverbs at the edges left out.
    pub(crate) tokens: Range<usize>,
    /// The verb or noun itself.
    pub(crate) head: usize,
    /// In which shape it stands.
    pub(crate) form: CueForm,
    /// What it takes.
    pub(crate) pattern: Pattern,
    /// Speech, writing, thought, perception.
    pub(crate) class: VerbClass,
    /// The innermost quotation it stands in.
    pub(crate) quotation: Option<u32>,
    /// The stretch of tokens in which its source and content can stand; see [`scope`].
    pub(crate) scope: Range<usize>,
}

/// All cues of an article, in order.
pub(crate) fn cues(reading: &Reading<'_, '_>) -> Vec<Cue> {
    let mut found = Vec::new();
    for sentence in reading.sentences() {
        for at in sentence.tokens.clone() {
            let floor = sentence.tokens.start;
            let cue = according_to(reading, at)
                .or_else(|| verb(reading, at, floor, sentence.tokens.end))
                .or_else(|| noun(reading, at));
            found.extend(cue);
        }
    }
    found
}

/// The stretch of tokens in which the source and content of a cue at `at` can stand: its sentence, or
/// what its innermost quotation has of that sentence.
pub(crate) fn scope(reading: &Reading<'_, '_>, at: usize) -> Range<usize> {
    let sentence = reading.sentence(at).tokens.clone();
    let token = reading.token(at);
    let part = token.quotation.and_then(|quotation| {
        reading.parse().quotations()[quotation as usize]
            .parts()
            .find(|part| part.content.contains(token.span))
    });
    match part {
        Some(part) => {
            let first = reading.token_at(part.content.start);
            let last = reading.token_at(part.content.end);
            sentence.start.max(first)..sentence.end.min(last)
        }
        None => sentence,
    }
}

/// `according-to = "according" "to"`
fn according_to(reading: &Reading<'_, '_>, at: usize) -> Option<Cue> {
    let found = reading.is(at, "according") && reading.is(at + 1, "to");
    (found && !is_manner(reading, at + 2)).then(|| Cue {
        tokens: at..at + 2,
        head: at,
        form: CueForm::AccordingTo,
        pattern: Pattern::QUOTE.and(Pattern::THAT),
        class: VerbClass::Speech,
        quotation: reading.token(at).quotation,
        scope: scope(reading, at),
    })
}

/// "according to plan": a bare noun of manner or measure is no source.
pub(crate) fn is_manner(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.is_any(
        at,
        &[
            "plan",
            "plans",
            "need",
            "needs",
            "district",
            "size",
            "schedule",
            "type",
            "age",
            "taste",
            "custom",
            "tradition",
            "rank",
            "ability",
            "merit",
            "weight",
            "colour",
            "color",
            "height",
            "income",
            "season",
        ],
    ) && !matches!(reading.tag(at + 1), Tag::Noun | Tag::Nouns | Tag::Name)
}

/// A verb of attribution with its auxiliaries.
fn verb(reading: &Reading<'_, '_>, at: usize, floor: usize, end: usize) -> Option<Cue> {
    if !reading.tag(at).is_verb() || is_auxiliary(reading, at, end) {
        return None;
    }
    if is_overheard(reading, at) && reading.word(at + 1).cue.is_some() {
        return None;
    }
    let word = reading.word(at);
    let lexicon = reading.lexicon();
    let behind = |offset: usize| {
        let next = at + 1 + offset;
        if next < end { reading.form(next) } else { "" }
    };
    let (verb, more) = match lexicon.phrasal(word, behind) {
        Some(found) => found,
        None => (lexicon.verb(word.cue?), 0),
    };
    // "declined to comment": a refusal says nothing.
    if matches!(&*verb.lemma, "decline" | "refuse") && reading.tag(at + 1) == Tag::To {
        return None;
    }
    let mut group = group(reading, at, floor);
    let form = form(reading, at, &group)?;
    if form == CueForm::Infinitive {
        // "used to say", "went on to say": the verb before "to" belongs to the cue.
        let before = group.before?;
        group.start = if is_told_of(reading, before) {
            self::group(reading, before, floor).start
        } else if reading.is(before, "on") && before > floor {
            before - 1
        } else {
            before
        };
    }
    let mut tokens = group.start..at + 1 + more;
    // "shot back": a particle that is in no list belongs to the verb all the same.
    if more == 0
        && at + 1 < end
        && reading.tag(at + 1) == Tag::Particle
        && !reading.is(at + 1, "to")
    {
        tokens.end += 1;
    }
    Some(Cue {
        tokens,
        head: at,
        form,
        pattern: verb.pattern,
        class: verb.class,
        quotation: reading.token(at).quotation,
        scope: scope(reading, at),
    })
}

/// "had", "have" and the like before another verb are no cue of their own.
fn is_auxiliary(reading: &Reading<'_, '_>, at: usize, end: usize) -> bool {
    reading.word(at).closed == Some(Closed::Auxiliary) && at + 1 < end
}

/// The auxiliaries before a verb.
struct Group {
    /// The first auxiliary, or the verb itself.
    start: usize,
    /// The token before the group that is no adverb.
    before: Option<usize>,
    /// Whether a form of "be" stands directly before a participle.
    passive: bool,
    /// Whether "to" or a modal leads.
    infinitive: bool,
}

fn group(reading: &Reading<'_, '_>, at: usize, floor: usize) -> Group {
    let mut group = Group {
        start: at,
        before: None,
        passive: false,
        infinitive: false,
    };
    let mut walk = at;
    // The longest verb group ("would not have been being told") has six words.
    for _ in 0..7 {
        let Some(previous) = walk.checked_sub(1).filter(|&it| it >= floor) else {
            return group;
        };
        if matches!(
            reading.kind(previous),
            TokenKind::Opening | TokenKind::Closing
        ) {
            return group;
        }
        let word = reading.word(previous);
        match (word.closed, reading.tag(previous)) {
            // "the centre's forecasting": a genitive is no "is".
            (_, Tag::Genitive) => {
                group.before = Some(previous);
                return group;
            }
            (Some(Closed::Auxiliary), _) => {
                let be = reading.is_any(
                    previous,
                    &[
                        "is", "was", "were", "are", "be", "been", "being", "am", "'s", "’s", "'re",
                        "’re", "gets", "got",
                    ],
                );
                group.passive |=
                    be && may_be_participle(reading, at) && walk_is_verb(reading, walk, at);
                group.start = previous;
            }
            // "in May suggests": the month is no modal.
            (Some(Closed::Modal), tag) if tag != Tag::Name => group.start = previous,
            (_, Tag::Modal) => group.start = previous,
            (Some(Closed::Negation), _) => {}
            (_, Tag::Adverb) => {}
            (_, Tag::To) => {
                group.infinitive = true;
                group.before = previous.checked_sub(1).filter(|&it| it >= floor);
                return group;
            }
            // "she can be heard saying"
            (_, Tag::VerbParticiple | Tag::VerbPast) if is_overheard(reading, previous) => {
                group.start = previous;
            }
            (_, Tag::VerbS | Tag::Verb)
                if matches!(
                    reading.form(previous),
                    "'s" | "’s" | "'ve" | "’ve" | "'re" | "’re" | "'m" | "’m"
                ) =>
            {
                group.start = previous;
            }
            _ => {
                group.before = Some(previous);
                return group;
            }
        }
        walk = previous;
    }
    group
}

/// Whether a verb before the cue tells that somebody was there: "be heard | saying".
fn is_overheard(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.is_any(
        at,
        &["caught", "filmed", "heard", "overheard", "recorded", "seen"],
    ) && reading.tag(at + 1) == Tag::VerbIng
}

/// "is | understood (to have said)": whether a verb only tells that others say so.
fn is_told_of(reading: &Reading<'_, '_>, at: usize) -> bool {
    let told = [
        "alleged",
        "believed",
        "claimed",
        "known",
        "reported",
        "rumored",
        "rumoured",
        "said",
        "supposed",
        "thought",
        "understood",
    ];
    let be = ["are", "is", "was", "were"];
    reading.is_any(at, &told) && at > 0 && reading.is_any(at - 1, &be)
}

fn may_be_participle(reading: &Reading<'_, '_>, at: usize) -> bool {
    reading.tag(at) == Tag::VerbParticiple || reading.word(at).may_be(Tag::VerbParticiple)
}

/// Whether only adverbs stand between an auxiliary and the verb.
fn walk_is_verb(reading: &Reading<'_, '_>, from: usize, at: usize) -> bool {
    (from..at).all(|it| {
        reading.tag(it) == Tag::Adverb || reading.word(it).closed == Some(Closed::Negation)
    })
}

fn form(reading: &Reading<'_, '_>, at: usize, group: &Group) -> Option<CueForm> {
    let tag = reading.tag(at);
    if group.infinitive {
        let before = group.before?;
        // "is understood to have said that": whoever says so is not told, what he says is.
        if is_told_of(reading, before) && reading.is(before + 2, "have") {
            return Some(CueForm::Infinitive);
        }
        // Verbs that report what follows them all the same.
        return reading
            .is_any(
                before,
                &[
                    "went",
                    "goes",
                    "go",
                    "on",
                    "used",
                    "continued",
                    "continues",
                    "appeared",
                    "appears",
                    "took",
                ],
            )
            .then_some(CueForm::Infinitive);
    }
    // "is understood to have said" is one cue.
    let told = is_told_of(reading, at)
        && reading.is(at + 1, "to")
        && reading.is(at + 2, "have")
        && reading.word(at + 3).cue.is_some();
    if told {
        return None;
    }
    if group.passive && tag != Tag::VerbIng {
        return Some(CueForm::Passive);
    }
    if group.start == at {
        match tag {
            Tag::VerbIng => return Some(CueForm::Participle),
            // "the lender hailed by ministers as proof"
            Tag::VerbParticiple | Tag::VerbPast if is_done_by(reading, at + 1) => {
                return Some(CueForm::Passive);
            }
            // "said to be", "the proposal made": a bare participle is a modifier.
            Tag::VerbParticiple if !reading.word(at).may_be(Tag::VerbPast) => return None,
            Tag::VerbParticiple | Tag::VerbPast
                if reading.is(at + 1, "to") && reading.is_any(at + 2, &["be", "have"]) =>
            {
                return None;
            }
            _ => {}
        }
    }
    Some(CueForm::Finite)
}

/// Whether "by" stands at `by`, and behind it somebody, not a way: "by ministers", not "by text".
fn is_done_by(reading: &Reading<'_, '_>, by: usize) -> bool {
    let leads = |at: &usize| {
        matches!(
            reading.tag(*at),
            Tag::Determiner | Tag::Possessive | Tag::Adjective
        )
    };
    let somebody = |at: usize| {
        let word = reading.word(at);
        reading.tag(at).is_nominal()
            && (reading.tag(at) == Tag::Name
                || word.title.is_some()
                || word.noun.is_some_and(|noun| noun != Noun::Document))
    };
    reading.is(by, "by") && (by + 1..by + 4).find(|at| !leads(at)).is_some_and(somebody)
}

/// "alleged in their | complaint that": the verb is the cue.
fn is_where_said(reading: &Reading<'_, '_>, at: usize) -> bool {
    at >= 3
        && matches!(reading.tag(at - 1), Tag::Determiner | Tag::Possessive)
        && reading.is(at - 2, "in")
        && reading.tag(at - 3).is_verb()
        && reading.word(at - 3).cue.is_some()
}

/// What stands behind the noun at `noun`, or behind "is" or "was" there.
pub(crate) fn behind_be(reading: &Reading<'_, '_>, noun: usize) -> usize {
    let behind = noun + 1;
    behind + usize::from(reading.is_any(behind, &["is", "was"]))
}

/// A noun of attribution before "that", "to" or a colon, with somebody before it.
fn noun(reading: &Reading<'_, '_>, at: usize) -> Option<Cue> {
    let index = reading.word(at).noun_cue?;
    if !matches!(reading.tag(at), Tag::Noun | Tag::Nouns) || is_where_said(reading, at) {
        return None;
    }
    let noun = reading.lexicon().noun_cue(index);
    // "her claim that", "her view is that"
    let that = reading.is(behind_be(reading, at), "that") && noun.pattern.has(Pattern::THAT);
    let to = reading.tag(at + 1) == Tag::To
        && noun.pattern.has(Pattern::TO)
        && reading.tag(at + 2) == Tag::Verb;
    (that || to).then(|| Cue {
        tokens: at..at + 1,
        head: at,
        form: CueForm::Noun,
        pattern: noun.pattern,
        class: noun.class,
        quotation: reading.token(at).quotation,
        scope: scope(reading, at),
    })
}
