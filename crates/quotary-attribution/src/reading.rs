//! One article as the resolver sees it: text, quotations, tokens, tags and what the lists say.

use std::ops::Range;

use quotary_grammar::{Parse, SegmentKind, Span};

use crate::{
    lexicon::{Lexicon, Word},
    model::{Forms, Model, is_open},
    spelling::Spelling,
    tag::{self, Tag},
    token::{Sentence, Token, TokenKind, Tokens},
};

/// A parsed text with its tokens, their parts of speech and their entries in the word lists.
#[derive(Debug, Clone)]
pub struct Reading<'r, 't> {
    parse: &'r Parse<'t>,
    lexicon: &'r Lexicon,
    tokens: Tokens,
    spelling: Spelling<'t>,
    words: Vec<Word>,
    tags: Vec<Tag>,
    forms: Forms,
    sentence_of: Vec<u32>,
}

impl<'r, 't> Reading<'r, 't> {
    /// Reads `parse` with the help of `lexicon`; parts of speech are chosen by `model`, or by rules
    /// alone where there is none.
    #[must_use]
    pub fn new(parse: &'r Parse<'t>, lexicon: &'r Lexicon, model: Option<&Model>) -> Self {
        let tokens = Tokens::read(parse, lexicon);
        let text = parse.text();
        let small = text.as_bytes().to_ascii_lowercase();
        let spelling = Spelling::new(text, &small, tokens.tokens());
        let word = |(at, token): (usize, &Token)| match token.kind {
            TokenKind::Word => {
                let form = spelling.form(at);
                let bare = bare(form);
                let small = &small[token.span.range()][bare.clone()];
                lexicon.small_word(&form[bare], small)
            }
            _ => Word::default(),
        };
        let words: Vec<Word> = tokens.tokens().iter().enumerate().map(word).collect();
        let forms = Forms::new(&spelling, &small, &tokens, &words);
        let model = model.filter(|model| model.has_tagger());
        let mut tags = tag::by_lexicon(&spelling, &tokens, &words, |sentence, at, tags| {
            let kind = tokens.tokens()[at].kind;
            let model = model.filter(|_| is_open(&words[at], kind, forms.shape(at)))?;
            Some(model.tag(&forms, sentence, at, tags))
        });
        tag::frame_verbs(&spelling, &tokens, &words, &mut tags);
        let mut sentence_of = vec![0; tokens.tokens().len()];
        for (index, sentence) in tokens.sentences().iter().enumerate() {
            sentence_of[sentence.tokens.clone()].fill(u32::try_from(index).unwrap_or(u32::MAX));
        }
        Self {
            parse,
            lexicon,
            tokens,
            spelling,
            words,
            tags,
            forms,
            sentence_of,
        }
    }

    /// The text as it was given.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.parse.text()
    }

    /// What the grammar found.
    #[must_use]
    pub fn parse(&self) -> &'r Parse<'t> {
        self.parse
    }

    /// The word lists in use.
    #[must_use]
    pub fn lexicon(&self) -> &'r Lexicon {
        self.lexicon
    }

    /// Number of tokens.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tokens.tokens().len()
    }

    /// Whether the text has no token.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every token.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        self.tokens.tokens()
    }

    /// Tokens and sentences together.
    #[must_use]
    pub fn cut(&self) -> &Tokens {
        &self.tokens
    }

    /// The part of speech of each token.
    #[must_use]
    pub fn tags(&self) -> &[Tag] {
        &self.tags
    }

    /// What the models' features of each token are made from.
    #[must_use]
    pub fn forms(&self) -> &Forms {
        &self.forms
    }

    /// What the lists say of each token.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// Every sentence.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        self.tokens.sentences()
    }

    /// The sentence that token `at` belongs to.
    #[must_use]
    pub fn sentence(&self, at: usize) -> &Sentence {
        &self.tokens.sentences()[self.sentence_of[at] as usize]
    }

    /// The tokens of its sentence that stand before token `at`, the last `reach` of them.
    #[must_use]
    pub fn before(&self, at: usize, reach: usize) -> Range<usize> {
        let first = self.sentence(at).tokens.start;
        first.max(at.saturating_sub(reach))..at
    }

    /// Index of the sentence that token `at` belongs to.
    #[must_use]
    pub fn sentence_index(&self, at: usize) -> usize {
        self.sentence_of[at] as usize
    }

    /// Token `at`.
    #[must_use]
    pub fn token(&self, at: usize) -> &Token {
        &self.tokens.tokens()[at]
    }

    /// The text of token `at`; empty past the end.
    #[must_use]
    pub fn form(&self, at: usize) -> &'t str {
        self.spelling.form(at)
    }

    /// Whether token `at` is `word`, which is in small letters, whatever letters the text has.
    // Inlined always: where the word is known to the compiler, to compare is two or three instructions.
    #[must_use]
    #[inline(always)]
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.spelling.is(at, word)
    }

    /// Whether token `at` is one of `words`, which are in small letters, whatever letters the text has.
    #[must_use]
    #[inline(always)]
    pub fn is_any<const N: usize>(&self, at: usize, words: &[&str; N]) -> bool {
        self.spelling.is_any(at, words)
    }

    /// Whether two tokens are the same word, small and capital letters alike.
    #[must_use]
    pub fn is_same(&self, one: usize, other: usize) -> bool {
        self.spelling.is_same(one, other)
    }

    /// The part of speech of token `at`; punctuation past the end.
    #[must_use]
    pub fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Punctuation)
    }

    /// What the lists say of token `at`; nothing past the end.
    #[must_use]
    pub fn word(&self, at: usize) -> Word {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// What token `at` is made of; punctuation past the end.
    #[must_use]
    pub fn kind(&self, at: usize) -> TokenKind {
        self.tokens
            .tokens()
            .get(at)
            .map_or(TokenKind::Punctuation, |token| token.kind)
    }

    /// Whether token `at` begins with a capital letter.
    #[must_use]
    pub fn is_capital(&self, at: usize) -> bool {
        self.spelling.is_capital(at)
    }

    /// Whether token `at` has a hyphen.
    pub(crate) fn has_hyphen(&self, at: usize) -> bool {
        self.spelling.has_hyphen(at)
    }

    /// Whether token `at` stands in a headline or a line set like one.
    #[must_use]
    pub fn in_headline(&self, at: usize) -> bool {
        self.sentence(at).kind == SegmentKind::Headline
    }

    /// From the first byte of the first token to the last of the last; empty for no tokens.
    #[must_use]
    pub fn span(&self, tokens: Range<usize>) -> Span {
        let all = self.tokens.tokens();
        match (
            all.get(tokens.start),
            tokens.end.checked_sub(1).and_then(|last| all.get(last)),
        ) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.cover(last.span),
            (Some(first), _) => Span::new(first.span.start, first.span.start),
            _ => Span::default(),
        }
    }

    /// The text of a range of tokens.
    #[must_use]
    pub fn slice(&self, tokens: Range<usize>) -> &'t str {
        self.span(tokens).slice(self.parse.text())
    }

    /// Index of the first token that begins at `byte` or behind it.
    #[must_use]
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens
            .tokens()
            .partition_point(|token| token.span.start < byte)
    }
}

/// What the lists have of a word: without the full stop of an abbreviation, `@` or `#`.
fn bare(word: &str) -> Range<usize> {
    let start = usize::from(word.starts_with(['@', '#']));
    let stop = usize::from(word.len() > start + 1 && word.ends_with('.'));
    start..word.len() - stop
}
