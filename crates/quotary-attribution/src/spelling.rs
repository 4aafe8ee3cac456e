//! How each token is written, laid out so that to compare it costs next to nothing.

use quotary_lexicon::little_endian;

use crate::token::Token;

/// The forms of the tokens of an article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spelling<'t> {
    forms: Vec<&'t str>,
    glances: Vec<Glance>,
    capitals: Vec<bool>,
    hyphens: Vec<bool>,
}

impl<'t> Spelling<'t> {
    /// `small` is `text` in small letters, as far as they are ASCII.
    pub(crate) fn new(text: &'t str, small: &[u8], tokens: &[Token]) -> Self {
        let forms: Vec<&str> = tokens.iter().map(|it| it.span.slice(text)).collect();
        let glances: Vec<Glance> = tokens
            .iter()
            .map(|it| Glance::of(&small[it.span.range()]))
            .collect();
        let is_capital = |form: &&str| match form.as_bytes().first() {
            // Nearly every token: told without a character being decoded.
            Some(first) if first.is_ascii_alphanumeric() => first.is_ascii_uppercase(),
            _ => form
                .trim_start_matches(['@', '#'])
                .starts_with(char::is_uppercase),
        };
        let has_hyphen = |(form, glance): (&&str, &Glance)| match form.len() {
            ..=GLANCE => glance.has(b'-'),
            _ => form.contains('-'),
        };
        Self {
            capitals: forms.iter().map(is_capital).collect(),
            hyphens: forms.iter().zip(&glances).map(has_hyphen).collect(),
            forms,
            glances,
        }
    }

    /// The text of token `at`; empty past the end.
    pub(crate) fn form(&self, at: usize) -> &'t str {
        self.forms.get(at).copied().unwrap_or_default()
    }

    /// Whether token `at` begins with a capital letter, behind `@` and `#`.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.capitals.get(at).copied().unwrap_or_default()
    }

    /// Whether token `at` has a hyphen.
    pub(crate) fn has_hyphen(&self, at: usize) -> bool {
        self.hyphens.get(at).copied().unwrap_or_default()
    }

    /// Whether token `at` is `word`, which is in small letters, whatever letters the text has.
    // Inlined always: what is seen of `word` at a glance is then known to the compiler.
    #[inline(always)]
    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        debug_assert!(is_small(word), "{word}");
        self.glance(at) == Glance::of(word.as_bytes())
            && (word.len() <= GLANCE || self.form(at).eq_ignore_ascii_case(word))
    }

    /// Whether token `at` is one of `words`, which are in small letters, whatever letters the text has.
    #[inline(always)]
    pub(crate) fn is_any<const N: usize>(&self, at: usize, words: &[&str; N]) -> bool {
        // One by one and not in a loop: the compiler reads what is seen of a word at a glance only where
        // it knows which word it is.
        let is = |nth: usize| nth < N && self.is(at, words[nth]);
        is(0)
            || is(1)
            || is(2)
            || is(3)
            || is(4)
            || is(5)
            || is(6)
            || is(7)
            || is(8)
            || is(9)
            || is(10)
            || is(11)
            || words.get(12..).is_some_and(|rest| self.is_among(at, rest))
    }

    fn is_among(&self, at: usize, words: &[&str]) -> bool {
        let form = self.form(at);
        words.iter().any(|word| form.eq_ignore_ascii_case(word))
    }

    /// Whether two tokens are the same word, small and capital letters alike.
    pub(crate) fn is_same(&self, one: usize, other: usize) -> bool {
        self.glance(one) == self.glance(other)
            && self.form(one).eq_ignore_ascii_case(self.form(other))
    }

    fn glance(&self, at: usize) -> Glance {
        self.glances.get(at).copied().unwrap_or_default()
    }
}

/// The first bytes of a word and their number: what tells nearly every word from any other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Glance(u64);

/// How many bytes are seen at a glance.
const GLANCE: usize = size_of::<u64>() - 1;

impl Glance {
    #[inline(always)]
    fn of(word: &[u8]) -> Self {
        // Longer words than this are compared as a whole.
        let len = word.len().min(usize::from(u8::MAX)) as u64;
        Self(len << (8 * GLANCE) | first(word))
    }

    /// Whether one of its bytes is `byte`, the number of them not counted.
    fn has(self, byte: u8) -> bool {
        // A byte that is nothing borrows from its highest bit, where it had none.
        const LOW: u64 = u64::MAX / 0xff;
        let rest = (self.0 ^ (u64::from(byte) * LOW)) | 0xff << (8 * GLANCE);
        rest.wrapping_sub(LOW) & !rest & LOW << 7 != 0
    }
}

/// The first bytes of a word as a number, the first the lowest.
#[inline(always)]
fn first(word: &[u8]) -> u64 {
    if let Some(&bytes) = word.first_chunk() {
        return u64::from_le_bytes(bytes) & ((1 << (8 * GLANCE)) - 1);
    }
    little_endian(word)
}

fn is_small(word: &str) -> bool {
    !word.bytes().any(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use quotary_grammar::Span;

    use super::*;
    use crate::token::TokenKind;

    /// The forms one behind the other.
    fn text(forms: &[&str]) -> (String, Vec<Token>) {
        let mut text = String::new();
        let mut token = |form: &&str| {
            let start = text.len();
            text.push_str(form);
            Token {
                span: Span::new(start, text.len()),
                kind: TokenKind::Word,
                quotation: None,
            }
        };
        let tokens = forms.iter().map(&mut token).collect();
        (text, tokens)
    }

    fn spelling<'t>((text, tokens): &'t (String, Vec<Token>)) -> Spelling<'t> {
        Spelling::new(text, text.to_ascii_lowercase().as_bytes(), tokens)
    }

    const FORMS: [&str; 12] = [
        "",
        "A",
        "an",
        "The",
        "that",
        "After",
        "before",
        "nothing",
        "National",
        "“",
        "@Prado",
        "alongside",
    ];

    #[test]
    fn every_length_is_told_from_every_other_word() {
        let text = text(&FORMS);
        let spelling = spelling(&text);
        for at in 0..FORMS.len() {
            for (other, form) in FORMS.iter().enumerate() {
                let small = form.to_ascii_lowercase();
                assert_eq!(spelling.is(at, &small), at == other, "{at} {form}");
                assert_eq!(spelling.is_same(at, other), at == other, "{at} {form}");
            }
        }
    }

    #[test]
    fn words_that_begin_alike_are_compared_as_a_whole() {
        let text = text(&["according", "accordion", "According"]);
        let spelling = spelling(&text);
        assert!(spelling.is_any(0, &["accordion", "according"]));
        assert!(!spelling.is(1, "according"));
        assert!(spelling.is_same(0, 2) && !spelling.is_same(0, 1));
    }

    #[test]
    fn a_capital_stands_behind_the_mark_of_a_handle() {
        let text = text(&["@Prado", "prado", "Éva", "#", "7th"]);
        let spelling = spelling(&text);
        let capitals: Vec<usize> = (0..6).filter(|&at| spelling.is_capital(at)).collect();
        assert_eq!(capitals, [0, 2]);
    }

    #[test]
    fn a_hyphen_is_seen_wherever_it_is() {
        let forms = [
            "a-b",
            "-",
            "abc",
            "US-led",
            "so-called",
            "Anglo-Irish",
            "x",
            "",
        ];
        let text = text(&forms);
        let spelling = spelling(&text);
        for (at, form) in forms.iter().enumerate() {
            assert_eq!(spelling.has_hyphen(at), form.contains('-'), "{form}");
        }
        let long = "n".repeat(usize::from(b'-'));
        assert!(!Glance::of(long.as_bytes()).has(b'-'));
    }

    #[test]
    fn past_the_end_stands_nothing() {
        let text = text(&["word"]);
        let spelling = spelling(&text);
        assert_eq!(spelling.form(1), "");
        assert!(spelling.is(1, "") && !spelling.is(1, "word"));
    }
}
