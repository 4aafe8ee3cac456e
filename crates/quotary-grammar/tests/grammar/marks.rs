//! Which marks open and close, and that marks of one kind in odd places are understood.

use crate::notation::check;

#[test]
fn every_pair_of_marks() {
    check(&[
        "⟨“We go,”⟩ he said.",
        "⟨\"We go,\"⟩ he said.",
        "⟨'We go,'⟩ he said.",
        "⟨‘We go,’⟩ he said.",
        "⟨''We go,''⟩ he said.",
        "⟨``We go,''⟩ he said.",
        "⟨`We go,'⟩ he said.",
        "⟨„We go“⟩, he said.",
        "⟨„We go”⟩, he said.",
        "⟨‚We go‘⟩, he said.",
        "⟨«We go»⟩, he said.",
        "⟨« We go »⟩, he said.",
        "⟨«\u{202F}We go\u{202F}»⟩, he said.",
        "⟨»We go«⟩, he said.",
        "⟨›We go‹⟩, he said.",
        "⟨‹We go›⟩, he said.",
        "⟨”We go”⟩, he said.",
        "⟨’We go’⟩, he said.",
        "⟨»We go»⟩, he said.",
        "⟨「行こう」⟩と彼は言った。",
        "⟨『行こう』⟩と彼は言った。",
        "⟨〝行こう〟⟩と彼は言った。",
        "⟨《走吧》⟩他说。",
        "⟨＂走吧＂⟩他说。",
        "⟨״נלך״⟩, הוא אמר.",
        "⟨❝We go❞⟩, he said.",
        "⟨<<We go>>⟩, he said.",
        "⟨‟We go”⟩, he said.",
    ]);
}

#[test]
fn where_a_straight_mark_stands_says_what_it_is() {
    check(&[
        "He said ⟨\"go\"⟩ and ⟨\"stay\"⟩.",
        "(⟨\"Go,\"⟩ he said.)",
        "He said: ⟨\"Go.\"⟩",
        "the so-called ⟨\"plan\"⟩—⟨\"a mess\"⟩—failed",
        "⟨\"I was—\"⟩ he began.",
        "⟨\"...and then?\"⟩ she asked.",
        "⟨\"$5 million,\"⟩ he said.",
        "⟨\"[The] bridge,\"⟩ he said.",
        "⟨\"What does that mean? \"⟩ Clinton asked.",
        "waxed poetic about⟨\"joint operations\"⟩ twice",
        "⟨\"No,\"⟩he said.",
        "He said,⟨\"No.\"⟩",
        "⟨\"\"Doubled by a converter,\"\"⟩ he said.",
    ]);
}

#[test]
fn wrong_marks_of_typists_and_converters() {
    check(&[
        "⟨“We go,\"⟩ he said. ;; mismatched",
        "⟨\"We go,”⟩ he said. ;; mismatched",
        "an ⟨“expedited review“⟩ of it ;; mismatched",
        "⟨”Sorry, Sarah!”⟩ he wrote.",
        "⟨“We go,''⟩ he said. ;; mismatched",
        "⟨``We go,\"⟩ he said. ;; mismatched",
        "⟨‘‘We don’t go,’’⟩ he said. ⟨‘‘He said ⟨‘stay’⟩ to the players’ wives.’’⟩",
        "⟨‘‘One.⟩→⏎⏎→⟨‘‘Two,’’⟩ he said.⏎⏎⟨‘‘Three.’’⟩",
        "⟨‘‘We go,\"⟩ he said. ;; mismatched",
        "⟨“The wives’ boats go,’’⟩ he said. ⟨“I stay.”⟩ ;; mismatched",
        "⟨“He said ⟨‘stay.’⟩’ She left.⟩⊘ ;; unclosed stray",
        "⟨‘‘Tis the Joneses’.’⟩ She left. ⟨‘Fine.’⟩",
        "⟨‘We go,'⟩ he said. ;; mismatched",
        "⟨„We go\"⟩, he said. ;; mismatched",
        "⟨´We go,´⟩ he said.",
        "⟨″We go,″⟩ he said.",
        "⟨«We go ⟨“now”⟩, he said.⟩⊘ ;; unclosed",
    ]);
}

#[test]
fn damaged_marks_are_read_as_what_they_were() {
    check(&[
        "⟨â€œWe go,â€\u{9D}⟩ he said. ;; damaged damaged",
        "⟨â€œWe go,â€⟩ he said. ;; damaged damaged",
        "⟨â€œWe donâ€™t,â€⟩ he said. ;; damaged damaged",
        "⟨â€˜We go,â€™⟩ he said. ;; damaged damaged",
        "⟨\u{93}We go,\u{94}⟩ he said. ;; damaged damaged",
        "⟨Â«We goÂ»⟩, he said. ;; damaged damaged",
        "⟨â\u{80}\u{9C}We go,â\u{80}\u{9D}⟩ he said. ;; damaged damaged",
        "⟨\u{FFFD}We go,\u{FFFD}⟩ he said. ;; damaged damaged",
        "The caf\u{FFFD} was full, said Zo\u{FFFD} Lachance.",
        "The bridge â€“ the old one â€“ fell.",
    ]);
}

#[test]
fn markup_is_no_speech() {
    check(&[
        "<a href=\"x\" title=\"y\">He said ⟨“go”⟩</a>",
        "<img alt=\"\" src=\"y\"> ⟨\"Go,\"⟩ he said.",
        "» Milk up⏎» ⟨“Butter is next,”⟩ says Olle⏎» Eggs down",
    ]);
}
