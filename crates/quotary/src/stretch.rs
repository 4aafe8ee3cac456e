//! Long texts are read in stretches, so that memory does not grow with their length.

use quotary_grammar::Span;

/// Bytes of a stretch at most: longer than any article, and than nearly any book.
pub(crate) const LONGEST: usize = 4 << 20;
/// How far from its end a paragraph is looked for that ends there.
const REACH: usize = 1 << 16;

/// `text` cut between paragraphs where it has more bytes than `longest`; as a whole otherwise, also
/// where it is empty.
pub(crate) fn stretches(text: &str, longest: usize) -> impl Iterator<Item = Span> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let end = if text.len() - start <= longest {
            text.len()
        } else {
            end(text, start, start + longest)
        };
        next = (end < text.len()).then_some(end);
        Some(Span::new(start, end))
    })
}

/// Where the last paragraph ends before `limit`; the last line, the last word where there is none
/// near.
fn end(text: &str, start: usize, limit: usize) -> usize {
    let on_character = |at: usize| (0..=at).rev().find(|&at| text.is_char_boundary(at));
    let limit = on_character(limit).unwrap_or(start);
    let from = on_character(limit.saturating_sub(REACH).max(start)).unwrap_or(start);
    let near = &text[from..limit];
    let behind = |pattern: &str| near.rfind(pattern).map(|at| from + at + pattern.len());
    behind("\n\n")
        .max(behind("\n\r\n"))
        .or_else(|| behind("\n"))
        .or_else(|| behind(" "))
        .filter(|&end| end > start)
        .unwrap_or(limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, longest: usize) -> Vec<&str> {
        stretches(text, longest).map(|it| it.slice(text)).collect()
    }

    #[test]
    fn paragraphs_stay_whole() {
        assert_eq!(cut("", 8), [""]);
        assert_eq!(cut("One.\n\nTwo.", 20), ["One.\n\nTwo."]);
        assert_eq!(cut("One.\n\nTwo.\n\n", 8), ["One.\n\n", "Two.\n\n"]);
        assert_eq!(
            cut("One.\r\n\r\nTwo.\nMore.", 12),
            ["One.\r\n\r\n", "Two.\nMore."]
        );
    }

    #[test]
    fn lines_words_and_characters_stay_whole_where_nothing_else_can() {
        assert_eq!(cut("One.\nTwo. More.", 11), ["One.\n", "Two. More."]);
        assert_eq!(cut("One two three", 6), ["One ", "two ", "three"]);
        assert_eq!(cut("ééé", 5), ["éé", "é"]);
    }
}
