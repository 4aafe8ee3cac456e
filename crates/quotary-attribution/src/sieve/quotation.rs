//! Quotations with a cue beside them: "…," Greene said; said Greene, "…"; "…," he said, "…".

use std::ops::Range;

use super::{Draft, Found, fronted};
use crate::{
    content::Complement,
    cue::{Cue, CueForm},
    evidence::Evidence,
    lexicon::Pattern,
    tag::Tag,
    token::TokenKind,
};

/// How far behind a closing mark a cue may stand: a source with a long apposition lies between.
const FAR: usize = 45;

/// Takes every quotation that a cue directly follows or precedes.
pub(crate) fn cue_beside_quotation(evidence: &Evidence<'_, '_, '_>, found: &mut Found) {
    for index in 0..evidence.cues.len() {
        let cue = &evidence.cues[index];
        if found.used[index] || matches!(cue.form, CueForm::Noun | CueForm::AccordingTo) {
            continue;
        }
        let Some(speech) = speech(evidence, cue, found) else {
            continue;
        };
        found.used[index] = true;
        found.add(evidence, speech);
    }
}

/// The quotation around a cue, before it, behind it or both.
fn speech(evidence: &Evidence<'_, '_, '_>, cue: &Cue, found: &Found) -> Option<Draft> {
    let speaks = Pattern::QUOTE
        .and(Pattern::HEARER)
        .and(Pattern::HEARER_TO)
        .and(Pattern::ASK);
    if !cue.pattern.any(speaks) {
        return None;
    }
    let (source, from) = who(evidence, cue)?;
    let behind = evidence.complement(cue, from).filter(|it| {
        it.quoted.is_none_or(|quoted| {
            found.taken[quoted].is_none() && !is_told_below(evidence, cue, quoted)
        }) && (it.quoted.is_some() || it.tie == "cue-before-quotation")
    });
    let begin = source
        .clone()
        .map_or(cue.tokens.start, |it| it.start.min(cue.tokens.start));
    let before = before(evidence, cue, begin, found);
    let behind = behind.filter(|it| {
        before.is_none() || it.quoted.is_none_or(|quoted| !is_title(evidence, quoted))
    });
    let scope = cue.scope.clone();
    let free = || {
        let between = evidence.between(cue, from, &scope);
        (between.hearer, between.end)
    };
    let draft = |content, hearer, sieve| Draft {
        content,
        cue: Some(cue.tokens.clone()),
        source: source.clone(),
        hearer,
        level: cue.quotation,
        sieve,
        from_context: false,
        probability: None,
    };
    match (before, behind) {
        (Some(before), Some(behind)) => {
            // After a full stop the quotation before is complete: the cue introduces the next.
            let complete = before
                .content
                .last()
                .is_some_and(|part| part.end > 0 && evidence.reading.is(part.end - 1, "."));
            // "‘What are these?’ He said, ‘Ballast’": a capital begins another sentence.
            let pronoun = evidence.reading.tag(begin) == Tag::Pronoun
                && evidence.reading.is_capital(begin)
                && !evidence.reading.is(begin, "i");
            let complete = complete || pronoun;
            if complete && (behind.quoted.is_some() || cue.quotation.is_some()) {
                return Some(draft(behind.content, behind.hearer, behind.tie));
            }
            let mut content = before.content;
            content.extend(behind.content);
            Some(draft(content, behind.hearer, "interrupting-cue"))
        }
        (Some(before), None) if before.comma && resumed(evidence, cue, from, found).is_some() => {
            let (hearer, _) = free();
            let mut content = before.content;
            let resumed = resumed(evidence, cue, from, found)?;
            content.extend(evidence.quoted[resumed].parts.iter().cloned());
            Some(draft(content, hearer, "interrupting-cue"))
        }
        (Some(before), None) => {
            let (hearer, end) = free();
            // "“…” He said that …": the cue has a content of its own.
            let ends = end >= scope.end
                || !matches!(
                    evidence.reading.kind(end),
                    TokenKind::Word | TokenKind::Number
                )
                || before.comma
                || evidence.complement(cue, from).is_none();
            ends.then(|| draft(before.content, hearer, before.sieve))
        }
        (None, Some(behind)) => match clause_before(evidence, cue, begin, &behind, &scope) {
            Some(clause) => {
                let mut content = vec![clause];
                content.extend(behind.quoted.map(|it| evidence.quoted[it].tokens.clone()));
                Some(draft(content, behind.hearer, "interrupting-cue"))
            }
            None => Some(draft(behind.content, behind.hearer, behind.tie)),
        },
        (None, None) => None,
    }
}

/// "Her evening is told in detail: ¶ “Here he comes,” she said": whether a quotation of a later paragraph than
/// the cue's has a cue of its own right behind it.
fn is_told_below(evidence: &Evidence<'_, '_, '_>, cue: &Cue, quoted: usize) -> bool {
    /// A pronoun or a name, and adverbs.
    const NEAR: usize = 4;
    let reading = evidence.reading;
    let end = evidence.quoted[quoted].tokens.end;
    let below = reading.sentence(end - 1).paragraph > reading.sentence(cue.head).paragraph;
    let comma = || {
        evidence
            .last_inside(quoted)
            .is_some_and(|it| reading.is(it, ","))
    };
    let own = || {
        evidence
            .cues
            .get(evidence.cue_from(end))
            .is_some_and(|it| it.head < end + NEAR && evidence.says(it.head))
    };
    below && comma() && own()
}

/// `Its author, he added, “has never met a bus”`: the beginning of a sentence that a cue interrupts
/// and a quotation goes on with, as its small first letter tells.
fn clause_before(
    evidence: &Evidence<'_, '_, '_>,
    cue: &Cue,
    begin: usize,
    behind: &Complement,
    scope: &Range<usize>,
) -> Option<Range<usize>> {
    let reading = evidence.reading;
    let mark = evidence.quoted[behind.quoted?].tokens.start;
    // "a pupil who, he recalls, “never practised”": the pupil is the writer's.
    let relative = begin >= 2 && reading.tag(begin - 2) == Tag::Wh;
    let goes_on = !relative
        && reading.form(mark + 1).starts_with(char::is_lowercase)
        && reading.is(mark - 1, ",")
        && reading.sentence_index(mark) == reading.sentence_index(cue.head);
    goes_on
        .then(|| fronted::content_before(evidence, cue, begin, scope))
        .flatten()
}

/// `“…,” he said, lowering his voice, “…”`: the quotation behind the narrator's insertion.
fn resumed(
    evidence: &Evidence<'_, '_, '_>,
    cue: &Cue,
    from: usize,
    found: &Found,
) -> Option<usize> {
    let reading = evidence.reading;
    let scope = cue.scope.clone();
    // An insertion of more than twenty words no longer interrupts a sentence.
    let mark = (from..scope.end.min(from + 20)).find(|&at| evidence.opens_at(at).is_some())?;
    // "he said, but “…”"
    let joined = reading.tag(mark - 1) == Tag::Coordinator && mark - 1 > from;
    let comma = mark - 1 - usize::from(joined);
    // "she said, adding, “…”": the second verb has the quotation; "she said, citing the text, “…”"
    // only interrupts.
    let other = |at: usize| {
        reading.word(at).cue.is_some()
            && reading.tag(at).is_verb()
            && (reading.tag(at) != Tag::VerbIng || at + 2 >= comma)
    };
    let tied = reading.is(comma, ",") && !(from..comma).any(other);
    evidence
        .opens_at(mark)
        .filter(|&quoted| tied && found.taken[quoted].is_none() && !is_title(evidence, quoted))
}

/// "she wrote in her only book, “Strings and Other Lies”": whether all longer words of a quotation are
/// capitalised, and it ends like no speech.
fn is_title(evidence: &Evidence<'_, '_, '_>, quoted: usize) -> bool {
    /// "and", "the"
    const SMALL: usize = 3;
    let reading = evidence.reading;
    let words = evidence.quoted[quoted].parts.iter().cloned().flatten();
    let mut words = words.filter(|&at| reading.kind(at) == TokenKind::Word);
    let ends = evidence
        .last_inside(quoted)
        .is_some_and(|last| reading.kind(last) == TokenKind::Word);
    ends && words.clone().count() > 1
        && words.all(|at| reading.is_capital(at) || reading.form(at).len() <= SMALL)
}

/// The source of a cue beside a quotation, and where its object would begin.
fn who(evidence: &Evidence<'_, '_, '_>, cue: &Cue) -> Option<(Option<Range<usize>>, usize)> {
    let end = cue.tokens.end;
    match cue.form {
        CueForm::Participle => Some((evidence.participle_subject(cue), end)),
        CueForm::Passive => {
            let agent = evidence.agent(cue);
            let from = agent.as_ref().map_or(end, |it| it.end);
            Some((agent, from))
        }
        _ => {
            let inverted = is_inverted(evidence, cue)
                .then(|| evidence.inverted(cue))
                .flatten();
            if let Some(source) = inverted {
                let from = source.end;
                return Some((Some(source), from));
            }
            evidence
                .subject_or_shared(cue)
                .filter(|source| !evidence.is_reduced(cue, source))
                .map(|source| (Some(source), end))
        }
    }
}

/// Whether the source must stand behind the cue: a closing mark or comma stands before it.
pub(super) fn is_inverted(evidence: &Evidence<'_, '_, '_>, cue: &Cue) -> bool {
    let reading = evidence.reading;
    let scope = cue.scope.clone();
    let Some(last) = cue.tokens.start.checked_sub(1) else {
        return true;
    };
    if last < scope.start {
        return true;
    }
    let closes =
        reading.kind(last) == TokenKind::Closing && !evidence.same_level(last, cue.quotation);
    let comma = reading.is_any(last, &[",", "–", "—", "--"]) && {
        let before = last.checked_sub(1).filter(|&it| it >= scope.start);
        before.is_none_or(|it| {
            reading.kind(it) == TokenKind::Closing || evidence.subject(cue).is_none()
        })
    };
    if headline_goes_on(evidence, cue) {
        return false;
    }
    let adverb = reading.tag(last) == Tag::Adverb
        && last > scope.start
        && reading.kind(last - 1) == TokenKind::Closing;
    closes || comma || adverb || reading.kind(last) == TokenKind::Stop
}

/// "Teen stuns top seed, says she ‘forgot to be scared’", "Court raps city, says voters ‘no guinea pigs’":
/// whether a cue in a headline has the subject before its comma, and what stands behind it is said.
pub(super) fn headline_goes_on(evidence: &Evidence<'_, '_, '_>, cue: &Cue) -> bool {
    let reading = evidence.reading;
    let comma = cue.tokens.start > cue.scope.start && reading.is(cue.tokens.start - 1, ",");
    let object = evidence.chunks.starting_at(cue.tokens.end);
    reading.in_headline(cue.head)
        && comma
        && object.is_some_and(|it| evidence.opens_at(it.tokens.end).is_some())
}

/// A quotation that ends right before `begin`.
struct Before {
    content: Vec<Range<usize>>,
    /// Whether a comma ties it to what follows.
    comma: bool,
    sieve: &'static str,
}

fn before(
    evidence: &Evidence<'_, '_, '_>,
    cue: &Cue,
    begin: usize,
    found: &Found,
) -> Option<Before> {
    let reading = evidence.reading;
    if cue.quotation.is_some() {
        return inner_before(evidence, cue, begin);
    }
    let mut last = begin.checked_sub(1)?;
    let mut comma = false;
    while reading.is_any(last, &[",", "–", "—", "--", "-"])
        || matches!(reading.tag(last), Tag::Adverb | Tag::Coordinator) && begin - last <= 3
    {
        comma |= !reading.form(last).is_empty() && reading.kind(last) == TokenKind::Punctuation;
        last = last.checked_sub(1)?;
    }
    let quoted = evidence.quoted_at(last)?;
    let whole = &evidence.quoted[quoted];
    let same_paragraph = reading.sentence(last).paragraph == reading.sentence(cue.head).paragraph;
    if !same_paragraph
        || whole.tokens.end != last + 1
        || cue.head - last > FAR
        || found.taken[quoted].is_some()
    {
        return None;
    }
    // "“…,” Ames, who took one apart for us, said": what a relative clause tells is no cue.
    let relative = cue.tokens.start > begin && reading.tag(cue.tokens.start - 1) == Tag::Wh;
    // "“Ames?” I had prepared a statement, but decided": a verb further on is no cue of it.
    let other = (begin..cue.tokens.start).find(|&at| {
        matches!(
            reading.tag(at),
            Tag::VerbPast | Tag::VerbS | Tag::Modal | Tag::Wh
        )
    });
    if relative || other.is_some_and(|at| reading.tag(at) != Tag::Wh) {
        return None;
    }
    let inside = evidence.last_inside(quoted)?;
    comma |= reading.is_any(inside, &[",", "-", "–", "—"]);
    let sentence_end = reading.kind(inside) == TokenKind::Stop;
    if !comma && !sentence_end && !whole.unclosed && reading.kind(last) == TokenKind::Closing {
        // "He called it “a disaster” Smith said": only a quotation that opens its clause.
        let opens = whole.tokens.start == reading.sentence(whole.tokens.start).tokens.start;
        if !opens {
            return None;
        }
    }
    // A fragment at the end of a clause is not the whole content: the clause is.
    let opens = opens_sentence(evidence, whole.tokens.start)
        || comma && whole.tokens.start > 0 && reading.is(whole.tokens.start - 1, ":");
    let same_sentence = reading.sentence_index(last) == reading.sentence_index(cue.head);
    let closes = sentence_end && same_sentence && whole.parts[0].len() > 3;
    if !(opens || closes) {
        return None;
    }
    let sieve = if cue.tokens.start == begin {
        "inverted-cue"
    } else {
        "cue-after-quotation"
    };
    Some(Before {
        content: whole.parts.clone(),
        comma,
        sieve,
    })
}

/// Whether nothing of its sentence stands before an opening mark but a conjunction.
pub(super) fn opens_sentence(evidence: &Evidence<'_, '_, '_>, mark: usize) -> bool {
    let reading = evidence.reading;
    let start = reading.sentence(mark).tokens.start;
    (start..mark).all(|at| {
        matches!(reading.tag(at), Tag::Coordinator) || reading.kind(at) != TokenKind::Word
    })
}

/// A quotation inside a quotation, right before `begin`.
fn inner_before(evidence: &Evidence<'_, '_, '_>, cue: &Cue, begin: usize) -> Option<Before> {
    let reading = evidence.reading;
    let mut last = begin.checked_sub(1)?;
    if reading.is(last, ",") {
        last = last.checked_sub(1)?;
    }
    if reading.kind(last) != TokenKind::Closing || evidence.same_level(last, cue.quotation) {
        return None;
    }
    let quotation = reading.token(last).quotation;
    let open = (0..last).rev().take(120).find(|&at| {
        reading.kind(at) == TokenKind::Opening && reading.token(at).quotation == quotation
    })?;
    (open + 1 < last).then(|| Before {
        content: std::iter::once(open + 1..last).collect(),
        comma: true,
        sieve: "cue-after-quotation",
    })
}
