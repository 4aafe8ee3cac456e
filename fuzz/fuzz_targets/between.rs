//! A text reads the same between two paragraphs without marks, once what is decided for a whole
//! text is told.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quotary_grammar::{Grammar, ParagraphRule, SingleQuotes, Span};

const BEFORE: &str = "The lamp went out at noon.\n\n";

fuzz_target!(|text: &str| {
    let whole = format!("{BEFORE}{text}\n\nNobody saw it.");
    for singles in [SingleQuotes::Always, SingleQuotes::Never] {
        let grammar = Grammar::builder()
            .single_quotes(singles)
            .paragraph_rule(ParagraphRule::Line)
            .dash_dialogue(false)
            .build();
        let alone = grammar.parse(text);
        let between = grammar.parse(&whole);
        assert_eq!(alone.quotations().len(), between.quotations().len());
        let moved = |span: Span| Span::new(span.start + BEFORE.len(), span.end + BEFORE.len());
        for (one, other) in alone.quotations().iter().zip(between.quotations()) {
            assert_eq!(one.parent(), other.parent());
            assert_eq!(one.parts().len(), other.parts().len());
            for (one, other) in one.parts().zip(other.parts()) {
                assert_eq!(moved(one.opening), other.opening);
                assert_eq!(moved(one.content), other.content);
                assert_eq!(one.closing.map(moved), other.closing);
            }
        }
        assert_eq!(alone.diagnostics().len(), between.diagnostics().len());
    }
});
