//! What must be true of every parse of any string at all. The fuzz targets include this file.

use quotary_grammar::{Grammar, Parse, Span};

/// Parses `text` with `grammar` and panics where something cannot be.
pub(crate) fn check(grammar: &Grammar, text: &str) {
    let parse = grammar.parse(text);
    paragraphs(&parse);
    segments(&parse);
    quotations(&parse);
    for pair in parse.diagnostics().windows(2) {
        assert!(
            pair[0].span.start <= pair[1].span.start,
            "diagnostics are in order"
        );
    }
    for diagnostic in parse.diagnostics() {
        in_text(&parse, diagnostic.span);
    }
    let streamed: Vec<_> = grammar.stream(text).collect();
    assert_eq!(
        streamed,
        parse.quotations(),
        "the stream gives what the parse gives"
    );
}

fn in_text(parse: &Parse<'_>, span: Span) {
    assert!(span.start <= span.end, "{span:?} is a range");
    assert!(
        parse.text().get(span.range()).is_some(),
        "{span:?} is in bounds, on characters"
    );
}

fn paragraphs(parse: &Parse<'_>) {
    let mut end = 0;
    let is_ink = |c: char| !c.is_whitespace() && !matches!(c, '\u{FEFF}' | '\u{200B}');
    for &paragraph in parse.paragraphs() {
        in_text(parse, paragraph);
        assert!(
            end <= paragraph.start && !paragraph.is_empty(),
            "paragraphs are in order"
        );
        let between = &parse.text()[end..paragraph.start];
        assert!(
            !between.contains(is_ink),
            "what is not blank is in a paragraph: {between:?}"
        );
        let words = paragraph.slice(parse.text());
        assert!(
            words.starts_with(is_ink) && words.ends_with(is_ink),
            "blanks are cut off"
        );
        end = paragraph.end;
    }
    assert!(
        !parse.text()[end..].contains(is_ink),
        "the last words are in a paragraph"
    );
}

fn segments(parse: &Parse<'_>) {
    let mut end = 0;
    for segment in parse.segments() {
        in_text(parse, segment.span);
        assert!(
            end <= segment.span.start && !segment.span.is_empty(),
            "segments are in order"
        );
        assert!(parse.paragraphs()[segment.paragraph].contains(segment.span));
        assert!(
            parse.text()[end..segment.span.start]
                .chars()
                .all(|c| { c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}') })
        );
        end = segment.span.end;
    }
}

fn quotations(parse: &Parse<'_>) {
    let text = parse.text();
    let found = parse.quotations();
    let mut open: Vec<usize> = Vec::new();
    let mut last_start = 0;
    for (index, quotation) in found.iter().enumerate() {
        let mut end = 0;
        for part in quotation.parts() {
            in_text(parse, part.opening);
            in_text(parse, part.content);
            assert!(end <= part.opening.start, "parts are in order");
            assert!(
                part.opening.end <= part.content.start,
                "content follows its mark"
            );
            end = part.content.end;
            if let Some(closing) = part.closing {
                in_text(parse, closing);
                assert!(
                    end <= closing.start && !closing.is_empty(),
                    "a mark follows its content"
                );
                end = closing.end;
            }
            let content = part.content.slice(text);
            assert_eq!(content.trim(), content, "content has no blanks at its ends");
            let whole = Span::new(part.opening.start, end);
            let inside = parse
                .paragraphs()
                .iter()
                .any(|paragraph| paragraph.contains(whole));
            assert!(inside, "a part lies in one paragraph");
            if let Some(parent) = quotation.parent() {
                let mut parts = found[parent].parts();
                assert!(
                    parts.any(|outer| outer.content.contains(whole)),
                    "it is nested"
                );
            }
        }
        let start = quotation.span().start;
        assert!(
            last_start <= start,
            "quotations are in the order of their opening marks"
        );
        last_start = start;
        // The parent is the innermost quotation whose span holds it.
        while open
            .last()
            .is_some_and(|&outer| found[outer].span().end <= start)
        {
            open.pop();
        }
        match quotation.parent() {
            None => assert_eq!(quotation.depth(), 0),
            Some(parent) => {
                assert!(parent < index, "a parent stands before its children");
                assert_eq!(quotation.depth(), found[parent].depth() + 1);
                assert!(open.contains(&parent), "a parent is open");
            }
        }
        open.push(index);
    }
}
