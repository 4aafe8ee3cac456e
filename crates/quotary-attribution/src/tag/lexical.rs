//! Parts of speech by word lists, shapes and neighbours.

use quotary_grammar::SegmentKind;

mod closed;
mod possible;

use super::Tag;
use crate::{
    lexicon::{Closed, Noun, Word},
    spelling::Spelling,
    token::{Sentence, TokenKind, Tokens},
};

/// Tags every token by the word lists, the shape of the word and its left and right neighbours, but
/// those that `learned` tags: it is given the sentence, the token, and the tags of all before it.
///
/// One pass, three words wide.
pub(crate) fn by_lexicon(
    spelling: &Spelling<'_>,
    tokens: &Tokens,
    words: &[Word],
    learned: impl Fn(&Sentence, usize, &[Tag]) -> Option<Tag>,
) -> Vec<Tag> {
    let mut tags = vec![Tag::Punctuation; words.len()];
    let mut surnames: Vec<&str> = Vec::new();
    for sentence in tokens.sentences() {
        let capitals_tell = sentence.kind != SegmentKind::Headline
            || !title_case(spelling, tokens, sentence, words);
        let view = View {
            spelling,
            tokens,
            words,
            sentence,
            first_word: first_word(tokens, sentence),
            capitals_tell,
        };
        for at in sentence.tokens.clone() {
            let articled = spelling.has_hyphen(at) && super::has_arabic_article(view.form(at));
            let articled = articled.then_some(Tag::Name);
            let tag = articled
                .or_else(|| learned(sentence, at, &tags))
                .filter(|&tag| view.is_possible(at, tag))
                .unwrap_or_else(|| view.tag(at, &tags));
            let tag = if at == view.first_word && view.is_known(at, &surnames) {
                Tag::Name
            } else {
                tag
            };
            if surnames.len() < MOST_SURNAMES && view.is_surname(at, tag, &tags) {
                surnames.push(spelling.form(at));
            }
            view.amend(at, tag, &mut tags);
            tags[at] = if !tag.is_nominal() && view.is_office_before_name(at, &tags) {
                Tag::Noun
            } else {
                tag
            };
        }
    }
    tags
}

/// Surnames of an article that are common words: more would be a list of names.
const MOST_SURNAMES: usize = 64;

/// The first word of a sentence or of a quotation that it begins with.
fn first_word(tokens: &Tokens, sentence: &Sentence) -> usize {
    let is_word = |at: &usize| {
        matches!(
            tokens.tokens()[*at].kind,
            TokenKind::Word | TokenKind::Number
        )
    };
    let mut all = sentence.tokens.clone();
    all.find(is_word).unwrap_or(sentence.tokens.start)
}

/// Whether a headline writes nearly every word with a capital letter.
fn title_case(
    spelling: &Spelling<'_>,
    tokens: &Tokens,
    sentence: &Sentence,
    words: &[Word],
) -> bool {
    let open =
        sentence.tokens.clone().skip(1).filter(|&at| {
            tokens.tokens()[at].kind == TokenKind::Word && words[at].closed.is_none()
        });
    let (mut capital, mut all) = (0, 0);
    for at in open {
        all += 1;
        let form = spelling.form(at);
        capital += usize::from(form.starts_with(char::is_uppercase));
    }
    // Names alone make up less than four fifths of a headline's words.
    all > 0 && capital * 5 > all * 4
}

/// A sentence under the tagger.
struct View<'v> {
    spelling: &'v Spelling<'v>,
    tokens: &'v Tokens,
    words: &'v [Word],
    sentence: &'v Sentence,
    first_word: usize,
    capitals_tell: bool,
}

impl View<'_> {
    fn form(&self, at: usize) -> &str {
        self.spelling.form(at)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.form(at).starts_with(char::is_uppercase)
    }

    /// The token before `at` that is no mark and no adverb, in this sentence.
    fn before(&self, at: usize, tags: &[Tag]) -> Option<usize> {
        (self.sentence.tokens.start..at)
            .rev()
            .take(4)
            .find(|&before| {
                tags[before] != Tag::Adverb
                    && !matches!(
                        self.tokens.tokens()[before].kind,
                        TokenKind::Opening | TokenKind::Closing
                    )
            })
    }

    fn tag(&self, at: usize, tags: &[Tag]) -> Tag {
        match self.tokens.tokens()[at].kind {
            // "the 43-year-old said"
            TokenKind::Number if self.form(at).ends_with("old") && !self.goes_on_as_name(at) => {
                return Tag::Noun;
            }
            TokenKind::Number => return Tag::Number,
            TokenKind::Word => {}
            _ if self.form(at) == "’" || self.form(at) == "'" => return Tag::Genitive,
            _ => return Tag::Punctuation,
        }
        let word = self.words[at];
        if let Some(tag) = self.clitic(at, tags) {
            return tag;
        }
        let form = self.form(at);
        let capital = form.starts_with(char::is_uppercase);
        let first = at == self.first_word;
        if self.is_acronym(at) {
            return Tag::Name;
        }
        if self.capitals_tell && self.is_named_by_direction(at) {
            return Tag::Name;
        }
        if let Some(closed) = word
            .closed
            .filter(|_| !capital || first || !self.capitals_tell || self.is_behind_colon(at))
        {
            return self.closed(closed, at, tags);
        }
        // "Downing Street said"
        let street =
            word.may_be(Tag::VerbIng) && self.is_capital(at + 1) && self.precedes_finite(at);
        if capital && self.capitals_tell && !(first && self.is_common(at) && !street) {
            return Tag::Name;
        }
        let previous = self.before(at, tags);
        self.open(tags, at, previous.map(|before| tags[before]), previous)
    }

    /// Whether a noun follows directly: "a 43-year-old woman".
    fn goes_on_as_name(&self, at: usize) -> bool {
        let next = self.words.get(at + 1).copied().unwrap_or_default();
        next.closed.is_none()
            && next.cue.is_none()
            && self.sentence.tokens.contains(&(at + 1))
            && self.tokens.tokens()[at + 1].kind == TokenKind::Word
    }

    /// Whether the first word of a sentence is a common word and no name.
    fn is_common(&self, at: usize) -> bool {
        let word = self.words[at];
        let next_is_name = self.form(at + 1).starts_with(char::is_uppercase)
            && self
                .words
                .get(at + 1)
                .is_some_and(|next| next.closed.is_none());
        let named = word.given.is_some() || word.place.is_some() || word.org.is_some();
        word.tags[0].is_some() && !(named && next_is_name) && word.place.is_none()
            || word.title.is_some()
    }

    /// "Economy minister Ana Prado": an office between capital words is no verb.
    fn is_office_before_name(&self, at: usize, tags: &[Tag]) -> bool {
        let capital = |at: usize| self.sentence.tokens.contains(&at) && self.is_capital(at);
        self.words[at].noun == Some(Noun::Role)
            && at > self.sentence.tokens.start
            && matches!(tags[at - 1], Tag::Name | Tag::Noun)
            && capital(at - 1)
            && capital(at + 1)
    }

    /// Whether the word at `at` looks like the inside of a noun phrase, seen from its left.
    fn begins_noun_phrase(&self, at: usize) -> bool {
        if !self.sentence.tokens.contains(&at) || self.tokens.tokens()[at].kind != TokenKind::Word {
            return false;
        }
        let word = self.words[at];
        word.closed.is_none()
            && (word.tags[0].is_none_or(|tag| tag.is_nominal() || tag == Tag::Adjective)
                || word.noun.is_some()
                || word.noun_cue.is_some())
    }

    /// A noun, verb, adjective or adverb.
    fn open(&self, tags: &[Tag], at: usize, previous: Option<Tag>, before: Option<usize>) -> Tag {
        let word = self.words[at];
        let Some(default) = word.tags[0] else {
            let guess = guess(self.form(at));
            // "Reid caucused in Nevada": behind its subject an unknown word in -ed is a past tense.
            let subject = previous.is_some_and(Tag::is_nominal) && self.form(at + 1) != "by";
            return match guess {
                Tag::VerbParticiple if subject => Tag::VerbPast,
                guess => guess,
            };
        };
        // "a redoubling of efforts"
        if default == Tag::VerbIng
            && matches!(previous, Some(Tag::Determiner | Tag::Possessive))
            && self.form(at + 1) == "of"
        {
            return Tag::Noun;
        }
        let verb = word
            .tags
            .iter()
            .flatten()
            .copied()
            .find(|tag| tag.is_verb());
        let noun = word
            .tags
            .iter()
            .flatten()
            .copied()
            .find(|tag| tag.is_nominal());
        let auxiliary = previous != Some(Tag::Genitive)
            && before.and_then(|before| self.words[before].closed) == Some(Closed::Auxiliary);
        // "“…,” retired foreman Perović said": a participle before a bare noun, where no subject
        // stands before it.
        if default == Tag::VerbPast
            && word.cue.is_none()
            && word.may_be(Tag::VerbParticiple)
            && previous.is_none_or(|tag| tag == Tag::Punctuation)
            && self.begins_noun_phrase(at + 1)
        {
            return Tag::VerbParticiple;
        }
        match previous {
            Some(Tag::Modal | Tag::To)
                if word.may_be(Tag::Verb) && !self.before_is_phrase(before) =>
            {
                Tag::Verb
            }
            Some(tag) if auxiliary && tag != Tag::Modal => {
                if word.may_be(Tag::VerbParticiple) {
                    Tag::VerbParticiple
                } else if word.may_be(Tag::VerbIng) {
                    Tag::VerbIng
                } else if word.may_be(Tag::Verb) && self.after_do(before) {
                    Tag::Verb
                } else {
                    default
                }
            }
            // "Maher's rant when": nothing but a noun phrase follows a possessor directly.
            Some(Tag::Possessive | Tag::Genitive)
                if noun.is_some() && before == at.checked_sub(1) =>
            {
                noun.unwrap_or(default)
            }
            Some(
                Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive | Tag::Number,
            ) if noun.is_some() && verb.is_some() && !self.before_complement(at) => {
                noun.unwrap_or(default)
            }
            Some(Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Preposition)
                if word.may_be(Tag::VerbParticiple) && default.is_verb() =>
            {
                Tag::VerbParticiple
            }
            Some(Tag::Pronoun | Tag::Wh) if verb.is_some() => finite(word).unwrap_or(default),
            Some(Tag::Name | Tag::Noun | Tag::Nouns) if verb.is_some() => {
                // "on security guarantees that": two nouns behind a preposition.
                let compound = before.is_some_and(|before| {
                    before > self.sentence.tokens.start
                        && matches!(tags[before], Tag::Noun)
                        && tags[before - 1] == Tag::Preposition
                });
                let person = word.noun.is_some_and(Noun::is_human);
                let tag = finite(word).or(verb).unwrap_or(default);
                // "Republican rival Donald Trump": a base form does not agree with a singular.
                let disagrees = tag == Tag::Verb
                    && word.cue.is_none()
                    && !matches!(previous, Some(Tag::Nouns))
                    && before.is_some_and(|before| !self.form(before).ends_with('s'));
                if let Some(noun) = noun.filter(|_| disagrees) {
                    noun
                } else if default.is_verb()
                    || self.before_complement(at) && !compound && !(person && default.is_nominal())
                    || word.cue.is_some() && tags[at - 1] == Tag::Adverb
                {
                    // "Clinton regularly pledges to": an adverb stands between subject and verb.
                    tag
                } else {
                    default
                }
            }
            Some(Tag::Preposition) if noun.is_some() => noun.unwrap_or(default),
            // "who moved the court, alleged that"
            Some(Tag::Punctuation)
                if word.cue.is_some() && verb.is_some() && self.before_complement(at) =>
            {
                finite(word).unwrap_or(default)
            }
            _ if default.is_verb() => finite(word).unwrap_or(default),
            _ => default,
        }
    }

    /// Whether the "to" at `to` belongs to "according to" and the like, which no infinitive follows.
    fn before_is_phrase(&self, to: Option<usize>) -> bool {
        to.and_then(|to| to.checked_sub(1)).is_some_and(|before| {
            is_any(
                self.form(before),
                &["according", "thanks", "due", "prior", "contrary"],
            )
        })
    }

    fn after_do(&self, before: Option<usize>) -> bool {
        before.is_some_and(|before| is_any(self.form(before), &["do", "does", "did"]))
    }

    /// Whether what follows `at` is what follows a verb: a clause, an object, a quotation.
    fn before_complement(&self, at: usize) -> bool {
        let next = at + 1;
        if !self.sentence.tokens.contains(&next) {
            return true;
        }
        match self.tokens.tokens()[next].kind {
            TokenKind::Opening => true,
            TokenKind::Word => matches!(
                self.words[next].closed,
                Some(
                    Closed::Determiner
                        | Closed::Personal
                        | Closed::Possessive
                        | Closed::Demonstrative
                        | Closed::Complementizer
                        | Closed::Relative
                        | Closed::Interrogative
                        | Closed::Quantifier
                        | Closed::Reflexive
                )
            ),
            // "the middle class, noting": a comma tells nothing of words that report nothing.
            TokenKind::Punctuation => {
                self.words[at].cue.is_some() && matches!(self.form(next), ":" | ",")
            }
            _ => false,
        }
    }
}

/// Whether `form` is one of `words`, small and capital letters alike.
fn is_any(form: &str, words: &[&str]) -> bool {
    words.iter().any(|word| form.eq_ignore_ascii_case(word))
}

/// The finite form among the parts of speech of a word.
fn finite(word: Word) -> Option<Tag> {
    [Tag::VerbPast, Tag::VerbS, Tag::Verb]
        .into_iter()
        .find(|&tag| word.may_be(tag))
}

/// The part of speech of a word that stands in no list, by its ending.
fn guess(form: &str) -> Tag {
    let ends = |endings: &[&str]| endings.iter().any(|end| form.ends_with(end));
    if form.starts_with(char::is_uppercase) {
        Tag::Name
    } else if form.contains('-') && !ends(&["ment", "ness", "ship", "tion"]) {
        Tag::Adjective
    } else if ends(&["ing"]) {
        Tag::VerbIng
    } else if ends(&["ed"]) {
        Tag::VerbParticiple
    } else if ends(&["ly"]) {
        Tag::Adverb
    } else if ends(&[
        "ous", "ful", "ive", "able", "ible", "al", "ic", "less", "ish",
    ]) {
        Tag::Adjective
    } else if form.ends_with('s') && !form.ends_with("ss") {
        Tag::Nouns
    } else {
        Tag::Noun
    }
}
