//! Quotations inside quotations, and on through paragraphs.

use quotary_grammar::{Grammar, ParagraphRule};

use crate::notation::{check, check_with};

#[test]
fn levels() {
    check(&[
        "⟨“She said ⟨‘no’⟩ twice,”⟩ he said.",
        "⟨\"She said ⟨'no'⟩ twice,\"⟩ he said.",
        "⟨‘She said ⟨“no”⟩ twice,’⟩ he said. ⟨‘Yes.’⟩",
        "⟨“a ⟨‘b ⟨“c ⟨‘d’⟩ e”⟩ f’⟩ g”⟩",
        "⟨« a ⟨“b ⟨‘c’⟩ d”⟩ e »⟩",
        "⟨「a⟨『b』⟩c」⟩",
        "⟨„a ⟨‚b‘⟩ c“⟩",
        "⟨»a ⟨›b‹⟩ c«⟩",
        "⟨«a ⟨„b“⟩ c»⟩",
        "⟨''We are told, ⟨'Kosovo is special,'⟩''⟩ Mr. Putin said.",
        "⟨''⟨'College Bowl,'⟩''⟩ he replied.",
        "⟨\"⟨'No,'⟩ he said,\"⟩ she said.",
        "⟨\"... say, ⟨'Well done,'⟩ \"⟩ said Diane Russell.",
        "of being ⟨“the ⟨“best”⟩ of it”⟩, he said",
        "⟨“⟨‘What?’⟩”⟩",
    ]);
}

#[test]
fn a_quotation_goes_on_where_each_paragraph_opens_it_again() {
    check(&[
        "⟨“One.⟩→⏎⏎→⟨“Two.⟩→⏎⏎→⟨“Three,”⟩ he said.",
        "⟨\"One.⟩→⏎⏎→⟨\"Two,\"⟩ he said.",
        "⟨''One.⟩→⏎⏎→⟨''Two,''⟩ he said.",
        "⟨‘One.⟩→⏎⏎→⟨‘Two,’⟩ he said. ⟨‘Three.’⟩",
        "⟨“One ⟨‘two.⟩→⟩→⏎⏎→⟨“→⟨‘Three’⟩ four,”⟩ he said.",
        "He said: ⟨“One.⟩→⏎→⟨“Two.”⟩",
        "⟨“One.⟩→⏎⏎→⟨“Two,”⟩ he said. ⟨“Three.⟩→⏎⏎→⟨“Four.”⟩",
    ]);
    check(&[
        "⟨“One ⟨‘two.⟩→⟩→⏎⏎→⟨“→⟨‘Three’⟩ four,”⟩ he said.",
        "He said: ⟨“One.⟩→⏎→⟨“Two.”⟩",
        "⟨“One.⟩→⏎⏎→⟨“Two,”⟩ he said. ⟨“Three.⟩→⏎⏎→⟨“Four.”⟩",
        "⟨« Un.⟩→⏎⏎→⟨« Deux »⟩, dit-il.",
        "⟨«Uno.⟩→⏎⏎→⟨»Dos»⟩, dijo.",
        "⟨« Un.⟩→⏎⏎→⟨» Deux.⟩→⏎⏎→⟨» Trois »⟩, conclut-elle.",
        "⟨«\u{202F}Un.⟩→⏎⏎→⟨»\u{202F}Deux\u{202F}»⟩, conclut-elle. ⟨«\u{A0}Non.\u{A0}»⟩",
        "⟨« Un »⟩, dit-elle :⏎⏎» Deux⏎⏎» Trois",
    ]);
}

#[test]
fn each_paragraph_with_its_own_speaker() {
    check(&[
        "⟨“One,”⟩ he said.⏎⏎⟨“Two,”⟩ she said.",
        "⟨“One.”⟩⏎⏎⟨“Two.”⟩",
        "⟨\"One,\"⟩ he said.⏎⟨\"Two,\"⟩ she said.",
    ]);
}

#[test]
fn a_drawn_mark_does_not_open_again_what_a_straight_one_opened() {
    check(&[
        "⟨\"One ⟨“two.”⟩⟩⊘⏎⏎⟨“Three,”⟩ she said. ;; unclosed",
        "⟨\"One.⟩→⏎⏎→⟨\"Two ⟨“three.”⟩⟩⊘⏎⏎⟨“Four,”⟩ she said. ;; unclosed",
    ]);
}

#[test]
fn french_repeats_the_mark_at_each_line() {
    let wrapped = Grammar::builder()
        .paragraph_rule(ParagraphRule::BlankLine)
        .build();
    check_with(
        &wrapped,
        &[
            "⟨« la lampe s’est éteinte⟩→⏎→⟨« à midi, et personne⟩→⏎→⟨« ne l’a vu »⟩, dit-elle",
            "Elle dit : ⟨« la lampe⟩→⏎→⟨» s’est éteinte⟩→⏎→⟨» hier »⟩.",
        ],
    );
}

#[test]
fn families_that_cross_end_with_the_outer_one() {
    check(&["⟨“a ⟨«b⟩⊘”⟩ c» ;; unclosed stray"]);
}
