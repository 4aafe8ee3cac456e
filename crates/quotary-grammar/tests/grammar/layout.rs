//! Paragraphs and segments.

use quotary_grammar::{Grammar, ParagraphRule, SegmentKind};

fn paragraphs(text: &str) -> Vec<&str> {
    let parse = Grammar::new().parse(text);
    parse
        .paragraphs()
        .iter()
        .map(|span| span.slice(text))
        .collect()
}

fn kinds(text: &str) -> Vec<(SegmentKind, &str)> {
    let parse = Grammar::new().parse(text);
    parse
        .segments()
        .iter()
        .map(|segment| (segment.kind, segment.span.slice(text)))
        .collect()
}

#[test]
fn line_ends_of_every_system() {
    for end in [
        "\n", "\r\n", "\r", "\x0C", "\u{2028}", "\u{2029}", "\n\n", "\r\n\r\n", "\n \t\n",
    ] {
        let text = format!("\u{FEFF}One.{end}Two.{end}");
        assert_eq!(paragraphs(&text), ["One.", "Two."], "{end:?}");
    }
}

#[test]
fn lines_broken_at_a_column() {
    let text = "The observatory will stay dark until spring, its keeper,\nWiremu Parata, said. \
                \"We have one lamp, one\ntelescope and no heating,\" he told the parish\ncouncil.\n\n\
                He has a\ncandle.";
    let parse = Grammar::new().parse(text);
    assert_eq!(parse.paragraph_rule(), ParagraphRule::BlankLine);
    assert_eq!(parse.paragraphs().len(), 2);
    let content = parse.quotations()[0].content().slice(text);
    assert_eq!(content, "We have one lamp, one\ntelescope and no heating,");
}

#[test]
fn paragraphs_told_by_indentation() {
    let text =
        "The lamp went out at\nnoon, she said, and\n  Nobody saw it go\nout at all in\nthe town.\n";
    let parse = Grammar::new().parse(text);
    assert_eq!(parse.paragraph_rule(), ParagraphRule::Indent);
    assert_eq!(parse.paragraphs().len(), 2);
}

#[test]
fn lines_that_are_paragraphs() {
    assert_eq!(
        paragraphs("“The ink was wet,” she said.\nHe ran.\n\nShe too."),
        ["“The ink was wet,” she said.", "He ran.", "She too."]
    );
}

#[test]
fn the_head_of_an_article() {
    use SegmentKind::*;
    let text = "Ferry runs aground off Lagos\n\nNobody was hurt, the operator says, and the cargo of onions is safe\n\nBy Ana Prado\nMaritime reporter\n\nLISBON, May 3 (Lumen) — The ferry “sat down”, he said.\n\nIt did. And so the story of a calm Sunday goes on for a while.";
    assert_eq!(
        kinds(text),
        [
            (Headline, "Ferry runs aground off Lagos"),
            (
                Standfirst,
                "Nobody was hurt, the operator says, and the cargo of onions is safe"
            ),
            (Byline, "By Ana Prado"),
            (Byline, "Maritime reporter"),
            (Dateline, "LISBON, May 3 (Lumen) —"),
            (Body, "The ferry “sat down”, he said."),
            (
                Body,
                "It did. And so the story of a calm Sunday goes on for a while."
            ),
        ]
    );
}

#[test]
fn what_is_no_headline() {
    use SegmentKind::*;
    for text in [
        "“The ink was wet,” she said.\n\nHe ran, and the others ran behind him to the river.",
        "The mayor said no.\n\nHe ran, and the others ran behind him to the river.",
        "One sentence alone.",
    ] {
        assert_eq!(kinds(text)[0].0, Body, "{text}");
    }
}

#[test]
fn bylines() {
    for byline in [
        "By Ana Prado",
        "BY ANA PRADO",
        "By P. Suganthi Rajamani",
        "By Ana Prado and Bo Lind, Plum Ridge Record",
        "From Babatunde Ajetunmobi, Onitsha",
        "EXCLUSIVE by Kev Brannigan",
        "By the arts desk",
    ] {
        let text = format!("Trams will run\n\n{byline}\n\nThe trams of Graz will run, he said.");
        assert_eq!(kinds(&text)[1], (SegmentKind::Byline, byline));
    }
    for line in [
        "By Tuesday the water had gone.",
        "By then it was over",
        "From: the mayor",
    ] {
        let text = format!("Trams will run\n\n{line}\n\nThe trams of Graz will run, he said.");
        assert_ne!(kinds(&text)[1].0, SegmentKind::Byline, "{line}");
    }
}

#[test]
fn datelines() {
    for (text, dateline) in [
        ("PARIS (AP) — A man said.", "PARIS (AP) —"),
        ("DES MOINES - A man said.", "DES MOINES -"),
        ("JACKSON, Miss. - A man said.", "JACKSON, Miss. -"),
        (
            "CAMBRIDGE, Mass., Dec. 11 (UPI) -- A man said.",
            "CAMBRIDGE, Mass., Dec. 11 (UPI) --",
        ),
        ("SEOUL, Jan 28 - “No,” a man said.", "SEOUL, Jan 28 -"),
        ("SÃO PAULO – 400 men said.", "SÃO PAULO –"),
        ("MADURAI, MARCH 14", "MADURAI, MARCH 14"),
    ] {
        let found = kinds(text);
        assert_eq!(found[0], (SegmentKind::Dateline, dateline), "{text}");
    }
    for text in [
        "CNN said on Friday that it would — as always — go.",
        "NATO — and others — said no.",
        "He went to PARIS — and stayed.",
        "IT IS OVER - he said",
    ] {
        assert!(
            kinds(text)
                .iter()
                .all(|&(kind, _)| kind != SegmentKind::Dateline),
            "{text}"
        );
    }
}

#[test]
fn furniture_and_captions_among_sentences() {
    use SegmentKind::*;
    for (line, kind) in [
        ("Read more: How the canal froze", Furniture),
        ("Listen: How a city lost its trams", Furniture),
        ("Published: 4 May 2026", Furniture),
        ("Advertisement", Furniture),
        ("ADVERTISEMENT", Furniture),
        ("___", Furniture),
        ("* * *", Furniture),
        ("###", Furniture),
        ("#trams run, he said", Body),
        ("Follow Jeff Poor on Twitter @jeff_poor.", Furniture),
        (
            "A worker sweeps glass in Kharkiv. Photograph: Olena Bilyk/Lumen",
            Caption,
        ),
        (
            "Goalkeeper Bashir Lamont celebrates. (Photo: Odile Ferrand/Reflex)",
            Caption,
        ),
        (
            "Mayor Anna Berg on the phone to the minister [Ida Falk/City Hall/Handout via Lumen]",
            Caption,
        ),
        ("Photo: Odile Ferrand", Caption),
        ("Credit: Odile Ferrand/Reflex", Caption),
        ("FILE PHOTO: Mayor Anna Berg waves in Graz.", Caption),
        (
            "FILE - Mayor Anna Berg waves in Graz, May 3, 2025.",
            Caption,
        ),
        ("Also read | How the canal froze", Furniture),
        ("WATCH | How the canal froze", Furniture),
        ("PHOTO BY: Odile Ferrand", Caption),
        (
            "“You cannot appeal against a digger.” — Hilary Pounsett, parish clerk",
            PullQuote,
        ),
        (
            "Nobody asked us. — Ana Prado (@anaprado) March 3, 2024",
            EmbeddedPost,
        ),
        ("What a day pic.twitter.com/Ab12Cd", EmbeddedPost),
        ("<tweet id=\"7\">No.</tweet>", EmbeddedPost),
        ("The trams will run, he said.", Body),
        ("Read the letter, he said, and weep.", Body),
        ("Contacts were cut, he said.", Body),
        ("Watching: that was all he did.", Body),
        ("“No,” he said — and left.", Body),
        ("The photo: a shoe.", Body),
    ] {
        let text = format!(
            "Trams\n\nThe trams of Graz run, he said. So be it.\n\n{line}\n\nThey do.\n\nYes.\n\nThe end of it.\n\nAnd more."
        );
        assert_eq!(kinds(&text)[2], (kind, line), "{line}");
    }
}

#[test]
fn footers_below_the_article() {
    for footer in [
        "Additional reporting by Denis Walubita in Kitwe.",
        "(Reporting by Ana Prado; editing by Bo Lind)",
        "© 2026 Lumen",
        "Copyright 2026 Lumen",
        "Ana Prado and Bo Lind contributed to this report.",
        "This article was amended on 4 May.",
    ] {
        let text = format!("Trams\n\nThe trams of Graz will run, he said.\n\n{footer}");
        assert_eq!(kinds(&text)[2], (SegmentKind::Footer, footer));
    }
    let text = "Trams\n\nReporting by bus is slow, he said. So it goes.";
    assert_ne!(kinds(text)[0].0, SegmentKind::Footer);
}

#[test]
fn datelines_of_the_continent() {
    for (text, dateline) in [
        ("Graz (lum) - Das Gesetz ist durch.", "Graz (lum) -"),
        (
            "Nov 3 (Lumen) - Norvale closed its mill.",
            "Nov 3 (Lumen) -",
        ),
        (
            "Lyon, le 3 novembre (Lumen) – « Oui », a dit le maire.",
            "Lyon, le 3 novembre (Lumen) –",
        ),
        (
            "Cádiz, 3 nov (LUM).- El puerto cerró.",
            "Cádiz, 3 nov (LUM).-",
        ),
        (
            "Пермь, 3 ноября (Люмен) — Мост закрыт.",
            "Пермь, 3 ноября (Люмен) —",
        ),
    ] {
        let text = format!("Bridge\n\n{text}\n\nMore.");
        assert_eq!(kinds(&text)[1], (SegmentKind::Dateline, dateline), "{text}");
    }
    for text in [
        "Ana Prado (Lumen) – The mayor said no.",
        "Bridge (1962) – The mayor said no.",
        "Bridge (film) – a review",
        "(She was late) - and so was he.",
        "Bridge (the old one) - which fell - is shut.",
        "The bridge fell.\n\nPrado (SPD) – The mayor said no.",
    ] {
        let is_dateline = |&(kind, _): &(SegmentKind, &str)| kind == SegmentKind::Dateline;
        assert!(!kinds(text).iter().any(is_dateline), "{text}");
    }
}

#[test]
fn datelines_with_a_colon() {
    use SegmentKind::*;
    let text = "SINGAPORE: A hawker was fined on Monday.\n\nHe will appeal.";
    assert_eq!(
        kinds(text),
        [
            (Dateline, "SINGAPORE:"),
            (Body, "A hawker was fined on Monday."),
            (Body, "He will appeal."),
        ]
    );
    let below = "The rain went on.\n\n".repeat(5) + "SINGAPORE: A hawker was fined.";
    assert!(
        kinds(&below).iter().all(|&(kind, _)| kind == Body),
        "places stand at the top"
    );
    let speaks = "PM: We go on.\n\nShe did.";
    assert!(
        kinds(speaks).iter().all(|&(kind, _)| kind == Body),
        "two letters are no place"
    );
    let turns = "ROGERS: We go.\n\nWINSLOW: We stay.\n\nROGERS: No.";
    assert!(kinds(turns).iter().all(|&(kind, _)| kind == Turn));
}

#[test]
fn turns_of_interviews_and_transcripts() {
    use SegmentKind::*;
    let text = "She spoke to us.\n\nHimalaya Courier: Why?\n\nLhamo Sherpa: Rope.\n\nHimalaya Courier: Afraid?\n\nLhamo Sherpa: Of the bus.";
    let found: Vec<_> = kinds(text).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(found[1..], [Turn, Turn, Turn, Turn]);
    let text = "Q: Why?\nA: Rope.\nQ: Afraid?\nA: Of the bus.";
    assert!(kinds(text).iter().all(|&(kind, _)| kind == Turn));
    let text = "MINA FARROW, LUMEN CHIEF CORRESPONDENT: We go.\n\nJONAS LIE, FISHERMAN: No.\n\nFARROW (on camera): No?";
    assert!(kinds(text).iter().all(|&(kind, _)| kind == Turn));
    let text = "THE MAYOR:  Sit.\n\nQ    Madam Mayor, did you say \"never\", and did the whole of the council hear it?\n\nTHE MAYOR:  Seldom.\n\nQ    Madam --";
    assert!(kinds(text).iter().all(|&(kind, _)| kind == Turn));
    let text = "Ana, Berlin: Why?\n\nBo, Graz: Rope.\n\nAna, Berlin: Afraid?";
    assert!(kinds(text).iter().all(|&(kind, _)| kind != Turn));
    let text =
        "One rule: stay.\n\nThe mayor was clear. Nobody else was.\n\nHe left: nobody saw it.";
    assert!(kinds(text).iter().all(|&(kind, _)| kind != Turn));
}
