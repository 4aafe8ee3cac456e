//! Apostrophes are no marks, whichever sign they are typed with.

use quotary_grammar::{Grammar, SingleQuotes};

use crate::notation::{check, check_with};

#[test]
fn inside_words() {
    check(&[
        "It's O'Neill's, isn't it? d'Ivoire, l'État, dell'arte, п'ять",
        "It’s O’Neill’s, isn’t it? d’Ivoire, l’État, dell’arte, п’ять",
        "It‘s O‘Neill‘s",
        "Hawaiʻi and Oʻahu",
        "⟨“It's the dogs' and the cats' bowl,”⟩ he said.",
        "⟨“It’s the dogs’ and the cats’ bowl,”⟩ he said.",
        "the 1960's and the '60s, the class of '84",
        "the 1960’s and the ’60s, the class of ’84",
    ]);
}

#[test]
fn at_the_head_of_words() {
    check(&[
        "'Tis the season, 'twas said; rock 'n' roll; get 'em, 'til then, 'cause we can",
        "’Tis the season, ’twas said; rock ’n’ roll; get ’em, ’til then",
        "‘Tis the season; rock ‘n’ roll; get ‘em, the ‘90s",
        "⟨“Get ’em,”⟩ he said.",
        "'s-Hertogenbosch and 't Hooft",
    ]);
}

#[test]
fn at_the_end_of_words() {
    check(&[
        "the players' union and the Joneses' café",
        "the players’ union and the Joneses’ café",
        "L'⟨«Express»⟩ d'hier, l’⟨« Équipe »⟩ d'⟨« hier »⟩ et qu’⟨“on”⟩ dit",
        "Nell’⟨“Orlando”⟩ e nell'⟨«Aminta»⟩",
        "James' Park, Marx' books, lyin' Ted, ol' man",
        "⟨\"Lyin' \"⟩ Ted Cruz",
        "⟨\"We were just workin' and talkin',\"⟩ he said.",
    ]);
}

#[test]
fn measures() {
    check(&[
        "The 6'2\" keeper saved from 12' out with an 11\" boot.",
        "The 6’2” keeper",
        "a 2\"x4\" plank, a 2″×4″ one and a 3\" x 5\" card",
        "⟨\"I was born in 2016\"⟩, he said, ⟨\"or in 2017.\"⟩",
        "at 58° 14′ 20″ N",
        "⟨\"It was 6\" long,\"⟩ he said.",
        "⟨“She’s on a 3″ crust,”⟩ he said.",
        "the ⟨\"class of 2016\"⟩ met",
    ]);
}

#[test]
fn gershayim_of_hebrew_acronyms() {
    check(&[
        "דובר צה\"ל ומזכ\"ל האו\"ם נפגשו עם רוה\"מ בתשפ\"ד.",
        "דובר צה”ל ומזכ״ל האו''ם נפגשו.",
        "⟨\"צה\"ל לא ייסוג\"⟩, אמר דובר צה\"ל.",
        "⟨״צה״ל לא ייסוג״⟩, אמר דובר צה״ל.",
        "המנכ\"לית והיו\"רית נפגשו.",
        "ב⟨\"הארץ\"⟩ נכתב ש⟨״המצב קשה״⟩ וש⟨\"צה\"ל לא ייסוג\"⟩.",
    ]);
}

#[test]
fn in_texts_whose_speech_stands_in_single_marks() {
    check(&[
        "⟨'The governors' letter was an insult, and our members' patience has run out,'⟩ he said. ⟨'It's the pupils' exams, not the ministers' targets.'⟩",
        "⟨‘The governors’ letter was an insult,’⟩ he said. ⟨‘It’s over.’⟩",
        "⟨‘We saw the lions’ den’⟩, he said. ⟨‘Twice.’⟩",
        "⟨‘It’s the ’90s,’⟩ he said.",
        "⟨''Tis a pity,'⟩ he said. ⟨''Twas ever thus.'⟩",
        "⟨'''Tis a pity,''⟩ he said. ⟨''Till then.''⟩",
        "⟨'Rock 'n' roll,'⟩ he said. ⟨'Get 'em.'⟩",
        "He called it ⟨‘peculiar’⟩. ⟨‘He fed the cat’⟩, Rees said, ⟨‘and left.’⟩",
        "⟨‘He said ⟨“go”⟩ to us,’⟩ she said.",
        "⟨‘⟨“Go”⟩ was all,’⟩ she said.",
        "⟨'One,'⟩ he said. ⟨'It is good.⟩→⏎⏎→⟨'Two, the dogs' bowl.⟩→⏎⏎→⟨'Three.'⟩⏎⏎She left.",
        "⟨‘One,’⟩ he said. ⟨‘It is good.⟩→⏎⏎→⟨‘Two, the dogs’ bowl.⟩→⏎⏎→⟨‘Three.’⟩⏎⏎She left.",
        "⟨‘One.⟩→⏎⏎→⟨‘Two ⟨“x”⟩, the dogs’ bowl.⟩→⏎⏎→⟨‘Three.’⟩",
        "⟨‘We were in the cellar when it came. I heard the soldiers’ boots, then ⟨“Be still.”⟩⟩→⏎⏎→⟨‘Then we climbed.’⟩",
        "The fans of ⟨‘Ghosts’⟩ were out.⏎⏎⟨‘All of them,’⟩ he said. ⟨‘The ⟨“Birds”⟩ too.’⟩",
        "⟨‘One.⟩→⏎⏎→⟨‘Two of the Smiths’⟩, he said.⏎⏎⟨‘Three.’⟩",
        "⟨'I love the Smiths'⟩, he said. ⟨'Always have.'⟩",
    ]);
}

#[test]
fn single_marks_in_headlines_of_other_texts() {
    check(&[
        "Trump: ⟨‘We Do Not Pay’⟩⏎⏎⟨“No,”⟩ he said.",
        "Candidates point fingers at ⟨'poison pill'⟩ in bill⏎⏎⟨\"No,\"⟩ he said.",
        "Harbour tram ⟨‘bleeding money’⟩, warns auditor",
        "The fans' ⟨'wrong track'⟩ poll",
    ]);
}

#[test]
fn as_the_grammar_is_told() {
    let never = Grammar::builder()
        .single_quotes(SingleQuotes::Never)
        .build();
    check_with(
        &never,
        &["‘We go,’ he said, ⟨“or ‘stay’.”⟩", "'We go,' he said."],
    );
    let always = Grammar::builder()
        .single_quotes(SingleQuotes::Always)
        .build();
    check_with(&always, &["⟨‘We go,⟩→⏎⏎→⟨‘and stay.’⟩"]);
}

#[test]
fn the_decision_is_told() {
    let told = |text: &str| Grammar::new().parse(text).speech_in_single_quotes();
    assert!(told("‘We go,’ he said. ‘Now.’"));
    assert!(!told("“We go,” he said. “‘Now’ it is.”"));
    assert!(!told("It's the players' union."));
}
