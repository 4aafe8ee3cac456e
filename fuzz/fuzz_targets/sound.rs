//! Any bytes, read with settings chosen by the first of them: what `tests/grammar/sound.rs` says is
//! true of every parse.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quotary_grammar::{Convention, Grammar, ParagraphRule, SingleQuotes};

#[path = "../../crates/quotary-grammar/tests/grammar/sound.rs"]
mod sound;

fuzz_target!(|data: &[u8]| {
    let Some((&settings, bytes)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(bytes);
    let mut builder = Grammar::builder().single_quotes(match settings & 3 {
        0 => SingleQuotes::Always,
        1 => SingleQuotes::Never,
        _ => SingleQuotes::Auto,
    });
    builder = match settings >> 2 & 3 {
        0 => builder.paragraph_rule(ParagraphRule::Line),
        1 => builder.paragraph_rule(ParagraphRule::BlankLine),
        2 => builder.paragraph_rule(ParagraphRule::Indent),
        _ => builder,
    };
    builder = match settings >> 4 & 3 {
        0 => builder.dash_dialogue(true),
        1 => builder.dash_dialogue(false),
        _ => builder,
    };
    if settings >> 6 == 3 {
        let all = Convention::all();
        builder = builder.conventions(all.iter().skip(bytes.len() % all.len()).take(3));
    }
    sound::check(&builder.build(), &text);
});
