//! Marks that are missing or too many cost at most their own paragraph.

use crate::notation::check;

#[test]
fn an_unclosed_quotation_ends_with_its_paragraph() {
    check(&[
        "⟨“We go, he said.⟩⊘ ;; unclosed",
        "⟨“We go.⟩⊘⏎⏎They went. ⟨“Good,”⟩ he said. ;; unclosed",
        "Skipper: ⟨“We lost the mast.⟩⊘⏎⏎The boat came home. ;; unclosed",
        "⟨\"We go, he said.⟩⊘ ;; unclosed",
        "He was ⟨“a⟩⊘ ⟨“liar”⟩. ;; unclosed",
    ]);
}

#[test]
fn a_new_quotation_ends_the_one_that_was_open() {
    check(&[
        "⟨“We go, he said.⟩⊘ ⟨“I stay.”⟩ ;; unclosed",
        "⟨\"We go, he said.⟩⊘ ⟨\"I stay.\"⟩ ;; unclosed",
    ]);
}

#[test]
fn a_mark_too_many_is_text() {
    check(&[
        "We go,” he said. ⟨“I stay.”⟩ ;; stray",
        "and that is why,\" said Piotr. ⟨\"Fish do not vote.\"⟩ ;; stray",
        "The mayor said the\" tram would go.⏎⏎⟨\"Drivers know,\"⟩ he said. ;; stray",
        "⟨“No,”⟩” he said. ;; stray",
        "We go,’ he said ⟨“now”⟩. ;; stray",
    ]);
}

#[test]
fn a_paragraph_that_forgets_to_open_again() {
    check(&[
        "⟨“One.⟩→⏎⏎→⟨Two,”⟩ he said. ;; not-reopened",
        "⟨“One.⟩⊘⏎⏎Two.⏎⏎Three,” he said. ;; unclosed stray",
    ]);
}

#[test]
fn inner_marks_left_open() {
    check(&[
        "⟨“He said ‘no twice,”⟩ she said.",
        "⟨\"He said 'no twice,\"⟩ she said.",
        "⟨“He said no’ twice,”⟩ she said.",
    ]);
}

#[test]
fn later_paragraphs_are_not_harmed() {
    check(&[
        "⟨“a⟩⊘ ⟨“b c⟩⊘⏎⏎Then ⟨“d,”⟩ he said. ;; unclosed unclosed",
        "We go,\" he said.⏎⏎⟨\"Yes,\"⟩ he said. ;; stray",
        "⟨“no”⟩ ⟨“⟩⊘⏎⏎They went.⏎⏎⟨“Yes,”⟩ he said. ;; unclosed",
    ]);
}
