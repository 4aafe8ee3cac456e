//! What is true of any text, tried on texts made up of what texts with quotations are made of.

use proptest::prelude::*;
use quotary_grammar::{Grammar, ParagraphRule, Quotation, SingleQuotes, Span};

use crate::sound;

/// Marks, words, punctuation, line ends and bytes that are nothing.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "\"", "“", "”", "„", "‟", "‘", "’", "‚", "'", "''", "```", "``", "`", "«", "»", "‹", "›",
        "「", "」", "『", "』", "《", "》", "״", "″", "′", "´", "〝", "〟", "â€œ", "â€", "â€™",
        "\u{93}", "\u{94}", "\u{FFFD}", "—", "–", "-", "we", "go", "s", "Ana", "n’t", "said",
        "90s", "6", ",", ".", "?", "!", "…", "...", ":", "(", ")", " ", " ", " ", "\u{A0}",
        "\u{202F}", "\u{200B}", "\u{AD}", "\u{FEFF}", "\n", "\n\n", "\r\n", "\r", "\u{2028}",
        "\u{2029}", "\x0C", "\t", "日本", "да", "é", "🎉", "By ", "PARIS ", "Q: ", "=", "<", ">",
        "<<", ">>",
    ])
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

fn grammars() -> Vec<Grammar> {
    let rules = [
        ParagraphRule::Line,
        ParagraphRule::BlankLine,
        ParagraphRule::Indent,
    ];
    let singles = [
        SingleQuotes::Auto,
        SingleQuotes::Always,
        SingleQuotes::Never,
    ];
    let mut grammars = vec![Grammar::new()];
    for (rule, singles) in rules.into_iter().zip(singles) {
        let builder = Grammar::builder()
            .paragraph_rule(rule)
            .single_quotes(singles);
        grammars.push(builder.dash_dialogue(true).build());
    }
    grammars
}

fn shifted(quotation: &Quotation, by: usize) -> Vec<(Span, Span, Option<Span>)> {
    let back = |span: Span| Span::new(span.start - by, span.end - by);
    let parts = quotation.parts();
    parts
        .map(|p| (back(p.opening), back(p.content), p.closing.map(back)))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn every_parse_is_sound(text in text()) {
        for grammar in grammars() {
            sound::check(&grammar, &text);
        }
    }

    #[test]
    fn any_string_at_all(text in any::<String>()) {
        sound::check(&Grammar::new(), &text);
    }

    /// Neighbours that have no marks change nothing, once what is decided for a whole text is told.
    #[test]
    fn a_text_reads_the_same_between_two_paragraphs(text in text()) {
        let before = "The lamp went out at noon.\n\n";
        let whole = format!("{before}{text}\n\nNobody saw it.");
        for singles in [SingleQuotes::Always, SingleQuotes::Never] {
            let grammar = Grammar::builder()
                .single_quotes(singles)
                .paragraph_rule(ParagraphRule::Line)
                .dash_dialogue(false)
                .build();
            let alone = grammar.parse(&text);
            let between = grammar.parse(&whole);
            prop_assert_eq!(alone.quotations().len(), between.quotations().len());
            for (one, other) in alone.quotations().iter().zip(between.quotations()) {
                prop_assert_eq!(shifted(one, 0), shifted(other, before.len()));
                prop_assert_eq!(one.parent(), other.parent());
            }
            prop_assert_eq!(alone.diagnostics().len(), between.diagnostics().len());
        }
    }

    /// A text without marks has no quotations.
    #[test]
    fn plain_words_hold_nothing(text in "[a-zA-Z0-9 ,.;:!?\n()-]{0,200}") {
        prop_assert!(Grammar::new().parse(&text).quotations().is_empty());
    }
}
