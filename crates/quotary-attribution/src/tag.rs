//! Parts of speech, and the rules that choose among those the word lists give.

pub use quotary_lexicon::Tag;

use crate::{
    lexicon::Word,
    spelling::Spelling,
    token::{TokenKind, Tokens},
};

mod lexical;

pub(crate) use lexical::by_lexicon;

/// Makes verbs of the words of attribution that stand where only the verb of a quotation can:
/// "“…,” fumed union boss", "“…,” the report states"; or where one of something acts: "a team reports";
/// and a noun of what stands between a determiner and a verb: "the general said".
///
/// This holds whoever chose the tags: lists and weights see "fumed union boss" as a noun phrase, and
/// in "general" an adjective.
pub(crate) fn frame_verbs(
    spelling: &Spelling<'_>,
    tokens: &Tokens,
    words: &[Word],
    tags: &mut [Tag],
) {
    let all = tokens.tokens();
    let form = |at: usize| spelling.form(at);
    let finite = |at: usize| {
        [Tag::VerbPast, Tag::VerbS]
            .into_iter()
            .find(|&tag| words[at].cue.is_some() && words[at].may_be(tag))
    };
    for (at, token) in all.iter().enumerate().skip(1) {
        if tags[at] == Tag::Nouns && words[at].cue.is_some() && is_of_one(at, &form, tags) {
            tags[at] = Tag::VerbS;
        }
        // "Prado, who | shares the prize"
        if tags[at] == Tag::Nouns && words[at].may_be(Tag::VerbS) && form(at - 1) == "who" {
            tags[at] = Tag::VerbS;
        }
        if tags[at] == Tag::Noun && words[at].cue.is_some() && is_of_many(at, &form, words, tags) {
            tags[at] = Tag::Verb;
        }
        if heads_subject(at - 1, &form, words, tags) {
            tags[at - 1] = Tag::Noun;
        }
        let closes = token.kind == TokenKind::Closing && matches!(form(at - 1), "," | "?" | "!");
        if !closes {
            continue;
        }
        let next = at + 1;
        if let Some(tag) = all.get(next).and_then(|_| finite(next)) {
            tags[next] = tag;
        }
        // The verb that ends the sentence a few words further on.
        let stop = (next..all.len().min(next + FRAME))
            .find(|&it| all[it].kind != TokenKind::Word && form(it) != "’");
        let last = stop.filter(|&stop| stop > next && all[stop].kind == TokenKind::Stop);
        let Some(last) = last.map(|stop| stop - 1) else {
            continue;
        };
        let Some(tag) = finite(last) else { continue };
        tags[last] = tag;
    }
}

/// "al-Sudani", "Al-Rashid", "el-Sayed": a name that begins with the Arabic article.
pub(crate) fn has_arabic_article(form: &str) -> bool {
    const ARTICLES: [&str; 10] = ["al", "el", "ad", "ar", "as", "ash", "an", "at", "az", "ul"];
    // Nearly every word is told by two of its bytes.
    let bytes = form.as_bytes();
    let hyphen = [2, 3].into_iter().find(|&at| bytes.get(at) == Some(&b'-'));
    hyphen.is_some_and(|at| {
        form[at + 1..].starts_with(char::is_uppercase)
            && ARTICLES
                .iter()
                .any(|it| it.eq_ignore_ascii_case(&form[..at]))
    })
}

/// "an international team | reports": whether a plural stands where one of something acts.
fn is_of_one<'t>(at: usize, form: &impl Fn(usize) -> &'t str, tags: &[Tag]) -> bool {
    let goes_on = tags.get(at + 1).is_some_and(|next| next.is_nominal());
    tags[at - 1] == Tag::Noun
        && !goes_on
        && leader(at, tags).is_some_and(|it| matches!(form(it), "a" | "A" | "an" | "An"))
}

/// ", the students | claim.": whether a word that may be a verb stands where some act at the end of a
/// clause.
fn is_of_many<'t>(
    at: usize,
    form: &impl Fn(usize) -> &'t str,
    words: &[Word],
    tags: &[Tag],
) -> bool {
    let is_edge = |at: usize| matches!(form(at), "," | ".");
    words[at].may_be(Tag::Verb)
        && tags[at - 1] == Tag::Nouns
        && at + 1 < tags.len()
        && is_edge(at + 1)
        && leader(at - 1, tags).is_some_and(|it| {
            is_edge(it) || tags[it] == Tag::Determiner && it > 0 && is_edge(it - 1)
        })
}

/// "a ministry | official | told": whether an adjective that may be a noun stands between a determiner
/// and a finite verb. "The worst" is nobody.
fn heads_subject<'t>(
    at: usize,
    form: &impl Fn(usize) -> &'t str,
    words: &[Word],
    tags: &[Tag],
) -> bool {
    let acts = matches!(tags[at + 1], Tag::VerbPast | Tag::VerbS | Tag::Modal);
    acts && tags[at] == Tag::Adjective
        && (words[at].may_be(Tag::Noun) || form(at).starts_with(char::is_uppercase))
        && !form(at).ends_with("est")
        && form(at) != "worst"
        && leader(at, tags).is_some_and(|it| matches!(tags[it], Tag::Determiner | Tag::Possessive))
}

/// What stands before the nouns and adjectives that end before `at`.
fn leader(at: usize, tags: &[Tag]) -> Option<usize> {
    (at.saturating_sub(FRAME)..at)
        .rev()
        .find(|&it| !matches!(tags[it], Tag::Noun | Tag::Adjective))
}

/// How many words the frame of a quotation has in which the last must be the verb.
const FRAME: usize = 8;
