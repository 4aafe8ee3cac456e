//! What each sieve takes and what it must leave alone, side by side.
//!
//! One line an attribution: `kind | source | cue > addressee | content / content`, an empty place
//! for what is not there. A nested attribution has two blanks before it.

use quotary_attribution::{Attribution, Kind, Resolver};
use quotary_grammar::{Grammar, Span};

/// Checks the attributions of `text`.
#[track_caller]
fn says(text: &str, expected: &[&str]) {
    let parse = Grammar::new().parse(text);
    let analysis = Resolver::with(None).resolve(&parse);
    let found: Vec<String> = analysis
        .attributions
        .iter()
        .map(|it| line(text, it))
        .collect();
    assert_eq!(found, expected, "\n{text}");
}

fn line(text: &str, attribution: &Attribution) -> String {
    let kind = match attribution.kind {
        Kind::Direct => "direct",
        Kind::Mixed => "mixed",
        Kind::Indirect => "indirect",
    };
    let joined = |spans: &[Span], by: &str| -> String {
        let slices: Vec<_> = spans.iter().map(|span| span.slice(text)).collect();
        slices.join(by)
    };
    let hearer = attribution
        .addressee
        .map_or(String::new(), |span| format!(" > {}", span.slice(text)));
    format!(
        "{}{kind} | {} | {}{hearer} | {}",
        if attribution.parent.is_some() {
            "  "
        } else {
            ""
        },
        joined(&attribution.source, " "),
        joined(&attribution.cue, " "),
        joined(&attribution.content, " / "),
    )
}

#[test]
fn cue_after_quotation() {
    says(
        "“The swans stay,” Mrożek told reporters after the hearing.",
        &["direct | Mrożek | told > reporters | The swans stay,"],
    );
    says(
        "“The roof will hold,” Ana Prado, the minister, said on Tuesday.",
        &["direct | Ana Prado, the minister | said | The roof will hold,"],
    );
    says(
        "“The roof will hold,” Ana Prado, who took it apart for us, said.",
        &["direct | Ana Prado | said | The roof will hold,"],
    );
    says(
        "“The roof will hold,” Ana Prado, who had not been asked, said.",
        &["direct | Ana Prado | said | The roof will hold,"],
    );
    // A verb of no list is a cue where a comma inside the marks ties it.
    says(
        "“So it goes,” Ames winces.",
        &["direct | Ames | winces | So it goes,"],
    );
}

#[test]
fn inverted_cue() {
    says(
        "“Nobody warned the orchards,” said Tendai Mukwashi, who runs a packhouse.",
        &["direct | Tendai Mukwashi | said | Nobody warned the orchards,"],
    );
    says(
        "“Not one hive is worth saving,” sighed her apprentice, Koen Maes, after the inspection.",
        &["direct | her apprentice, Koen Maes | sighed | Not one hive is worth saving,"],
    );
}

#[test]
fn interrupting_cue() {
    says(
        "“The choir,” the choirmaster said, lowering his voice, “has not been paid.”",
        &["direct | the choirmaster | said | The choir, / has not been paid."],
    );
    says(
        "“It was dark,” she said. “We ran.”",
        &["direct | she | said | It was dark, / We ran."],
    );
    says(
        "The budget is “a love letter”, Rieger said, “to people with two yachts”. Its author, he added, “has never met a bus”.",
        &[
            "mixed | Rieger | said | The budget is “a love letter” / “to people with two yachts”",
            "mixed | he | added | Its author / “has never met a bus”",
        ],
    );
    says(
        "On Friday, he added, “we will vote”.",
        &["direct | he | added | we will vote"],
    );
}

#[test]
fn cue_before_quotation() {
    says(
        "Ingrid Solvang said, “The ferry never left its berth.”",
        &["direct | Ingrid Solvang | said | The ferry never left its berth."],
    );
    says(
        "A deckhand told the inquiry in Bergen: “Nobody had looked.”",
        &["direct | A deckhand | told > the inquiry in Bergen | Nobody had looked."],
    );
    says(
        "The curator called the restoration “a hatchet job” and said the varnish looked “like gravy”.",
        &[
            "mixed | The curator | called | the restoration “a hatchet job”",
            "mixed | The curator | said | the varnish looked “like gravy”",
        ],
    );
}

#[test]
fn reports_with_and_without_that() {
    says(
        "The grid operator said that two turbines had tripped and predicted a third would follow.",
        &[
            "indirect | The grid operator | said | that two turbines had tripped",
            "indirect | The grid operator | predicted | a third would follow",
        ],
    );
    says(
        "Villagers said they heard three blasts; farmers in the valley said there was one.",
        &[
            "indirect | Villagers | said | they heard three blasts",
            "indirect | farmers in the valley | said | there was one",
        ],
    );
    says(
        "Doctors advised patients to skip breakfast.",
        &["indirect | Doctors | advised > patients | to skip breakfast"],
    );
    says(
        "A senator asked whether the money had been spent.",
        &["indirect | A senator | asked | whether the money had been spent"],
    );
}

#[test]
fn fronted_and_parenthetical_reports() {
    says(
        "The dam was unsafe, an aide to the governor said on Thursday, after the two met.",
        &["indirect | an aide to the governor | said | The dam was unsafe"],
    );
    says(
        "The dam, two engineers said, was unsafe.",
        &["indirect | two engineers | said | The dam / was unsafe"],
    );
    says(
        "The storm, which forecasters said formed off Cape Verde, may miss Antigua.",
        &["indirect | forecasters | said | formed off Cape Verde"],
    );
}

#[test]
fn participles_share_the_subject() {
    says(
        "But the US and its allies have said only members can decide, while stressing that any \
         talks would involve Ukraine.",
        &[
            "indirect | the US and its allies | have said | only members can decide",
            "indirect | the US and its allies | stressing | that any talks would involve Ukraine",
        ],
    );
    says(
        "Stressing that no one had been hurt, the director said the gibbon was back.",
        &[
            "indirect | the director | Stressing | that no one had been hurt",
            "indirect | the director | said | the gibbon was back",
        ],
    );
    says(
        "The union accused the airline of hiding three fires.",
        &["indirect | The union | accused | the airline of hiding three fires"],
    );
}

#[test]
fn nested_reports() {
    says(
        "The inspector said a witness had told officers that the van was white.",
        &[
            "indirect | The inspector | said | a witness had told officers that the van was white",
            "  indirect | a witness | had told > officers | that the van was white",
        ],
    );
    says(
        "Vladimir Putin has told Joe Biden that sanctions would hurt, an aide said on Thursday.",
        &[
            "indirect | an aide | said | Vladimir Putin has told Joe Biden that sanctions would hurt",
            "  indirect | Vladimir Putin | has told > Joe Biden | that sanctions would hurt",
        ],
    );
}

#[test]
fn according_to() {
    says(
        "According to the Cod Observatory, stocks have halved.",
        &["indirect | the Cod Observatory | According to | stocks have halved"],
    );
    says(
        "The fighting has killed more than 14,000 people, according to Kyiv.",
        &["indirect | Kyiv | according to | The fighting has killed more than 14,000 people"],
    );
    says("Everything went according to plan.", &[]);
}

#[test]
fn colons() {
    says(
        "Chief scout Milica Radan: “We found the tents, but no tracks.”",
        &["direct | Chief scout Milica Radan | : | We found the tents, but no tracks."],
    );
    says(
        "And this from Deputy Governor Malia Fonoti:\n\n“Our atolls emitted least.”",
        &["direct | Deputy Governor Malia Fonoti | : | Our atolls emitted least."],
    );
    says(
        "Her opposite number, Keith Loveridge, sent back four words: “Buses will run. Always.”",
        &["direct | Her opposite number, Keith Loveridge | : | Buses will run. Always."],
    );
}

#[test]
fn continuations() {
    says(
        "Violinist Mirembe Nakitto shrugged. “Strings break. I carry nine.”",
        &["direct |  |  | Strings break. I carry nine."],
    );
    says(
        "“The lift jammed,” Wilk said.\n\n“I pressed the alarm,” said his neighbour, Bożena Sroka.",
        &[
            "direct | Wilk | said | The lift jammed,",
            "direct | his neighbour, Bożena Sroka | said | I pressed the alarm,",
        ],
    );
}

#[test]
fn no_speech() {
    says(
        "Her novel “The Salt Ledger” sold poorly; the film “Monsoon Radio” did not.",
        &[],
    );
    says("The so-called “peace park” closed in June.", &[]);
    says("The mayor declined to comment.", &[]);
    says(
        "The vase, said to be Ming, fetched $900. All told, 41 lots were sold.",
        &[],
    );
    says("Robert “Bob” Lane drove home.", &[]);
}

#[test]
fn silences() {
    says(
        "The mayor's banner reads “Ships before shops” above the gate.",
        &[],
    );
    says("Everything is sorted according to size.", &[]);
    says(
        "Nobody in the valley would ever say “I surrender” to them.",
        &[],
    );
    // A person who reads from a banner speaks.
    says(
        "The mayor read: “Ships before shops, and both before sheep.”",
        &["direct | The mayor | read | Ships before shops, and both before sheep."],
    );
}

#[test]
fn turns() {
    says(
        "Q: What went wrong?\n\nA: A valve froze.\n\nIt was cold.\n\nQ: And the crew?",
        &[
            "direct | Q | : | What went wrong?",
            "direct | A | : | A valve froze. / It was cold.",
            "direct | Q | : | And the crew?",
        ],
    );
    says(
        "Lamp Weekly: Why the same lighthouse?\n\nOdile Roux: Because it refuses to leave.",
        &[
            "direct | Lamp Weekly | : | Why the same lighthouse?",
            "direct | Odile Roux | : | Because it refuses to leave.",
        ],
    );
    // A transcript that is quoted as a whole opens its marks again at each turn.
    says(
        "“HARPER: Who signed it?\n\n“OYELARAN: I did.\n\n“HARPER: And read it?\n\n“OYELARAN: No.”",
        &[
            "direct | HARPER | : | Who signed it?",
            "direct | OYELARAN | : | I did.",
            "direct | HARPER | : | And read it?",
            "direct | OYELARAN | : | No.",
        ],
    );
    // A list of facts is no conversation.
    says("When: 5 p.m.\n\nWhere: The old mill.\n\nEntry: Free.", &[]);
}

#[test]
fn one_of_two_drafts() {
    says(
        "Tram driver Osvaldo Pintos said: “The brakes sang, then nothing,” he recalled.",
        &["direct | Tram driver Osvaldo Pintos | said | The brakes sang, then nothing,"],
    );
    says(
        "Secretary Dalisay Ocampo repeated her claim that the lagoon was clean.",
        &["indirect | her | claim | that the lagoon was clean"],
    );
}

#[test]
fn sources_are_no_clauses() {
    says(
        "This month the Norland government published draft pacts demanding that the union deny membership.",
        &["indirect | draft pacts | demanding | that the union deny membership"],
    );
}

#[test]
fn sources_of_more_than_a_noun() {
    says(
        "Two people familiar with the matter said the talks had failed.",
        &["indirect | Two people familiar with the matter | said | the talks had failed"],
    );
    says(
        "A person who was in the room said that the chair wept.",
        &["indirect | A person who was in the room | said | that the chair wept"],
    );
    says(
        "Ramil Kerr, 31, a freelance photographer, said the square was full.",
        &["indirect | Ramil Kerr, 31, a freelance photographer | said | the square was full"],
    );
    // The pronoun stands for the source where a relative clause reports.
    says(
        "The vote was won by Ines Roux, who said that the count was slow.",
        &["indirect | who | said | that the count was slow"],
    );
    // What somebody issues says what they say.
    says(
        "The union issued a statement saying that the pits were safe.",
        &["indirect | The union | saying | that the pits were safe"],
    );
    // A participle behind an object is no verb of its own.
    says("The state paid millions to a company called Acme.", &[]);
}

#[test]
fn fronted_reports_go_on() {
    says(
        "The plan “is dead,” Ines Roux said. “Nobody will vote for it.”",
        &["mixed | Ines Roux | said | The plan “is dead,” / Nobody will vote for it."],
    );
    // Behind a report that its cue leads, the speaker is told by the context alone.
    says(
        "Ines Roux said the plan was dead. “Nobody will vote for it.”",
        &[
            "indirect | Ines Roux | said | the plan was dead",
            "direct |  |  | Nobody will vote for it.",
        ],
    );
}

#[test]
fn headlines() {
    let below = "\n\nThe harbour was quiet on Monday and nobody came to the gate.";
    for (headline, expected) in [
        (
            "Rents to fall by autumn: Housing Agency",
            "indirect | Housing Agency | : | Rents to fall by autumn",
        ),
        (
            "Poll: Most would keep the summer hour",
            "indirect | Poll | : | Most would keep the summer hour",
        ),
        (
            "Harbour staff ‘lost’ the gate key, inquest hears",
            "mixed |  | hears > inquest | Harbour staff ‘lost’ the gate key",
        ),
    ] {
        says(&format!("{headline}{below}"), &[expected]);
    }
    // A topic before a colon says nothing.
    says(&format!("Clock change: the ten main points{below}"), &[]);
}

#[test]
fn verbs_behind_quotations() {
    says(
        "“Utter drivel,” fumed union boss Terry Ockenden.",
        &["direct | union boss Terry Ockenden | fumed | Utter drivel,"],
    );
    says(
        "“The fans were switched off,” the inspectors’ report states.",
        &["direct | the inspectors’ report | states | The fans were switched off,"],
    );
    says(
        "“It failed,” retired foreman Dušan Perović said.",
        &["direct | retired foreman Dušan Perović | said | It failed,"],
    );
}

#[test]
fn reports_end_where_the_writer_goes_on() {
    says(
        "Carrick says the code is “dying” after the loss in Perth, and has called for the board to resign.",
        &["mixed | Carrick | says | the code is “dying” after the loss in Perth"],
    );
    says(
        "Carrick says the coach has lost the room, and has called on nobody since.",
        &[
            "indirect | Carrick | says | the coach has lost the room, and has called on nobody since",
        ],
    );
    says(
        "The lender, hailed by ministers as proof that thrift pays, has shelved its plans.",
        &["indirect | ministers | hailed | that thrift pays"],
    );
    says(
        "Ana Prado, who said the road would open in May, has left.",
        &["indirect | who | said | the road would open in May"],
    );
    says(
        "The regulator said it had asked for nothing, though it is understood to have sent a letter.",
        &["indirect | The regulator | said | it had asked for nothing"],
    );
}

#[test]
fn objects_that_begin_with_marks() {
    says(
        "The company blamed “market conditions” for the delay.",
        &["mixed | The company | blamed | “market conditions” for the delay"],
    );
    says(
        "The company denounced “a betrayal” on Monday.",
        &["direct | The company | denounced | a betrayal"],
    );
    says("Fans nicknamed “the Jukebox” sing on.", &[]);
    says(
        "“I read that letter to the board,” she told me.",
        &["direct | she | told > me | I read that letter to the board,"],
    );
}

#[test]
fn words_of_number_with_an_article() {
    says(
        "Two members left. The other was blunter: “He is gone.”",
        &["direct | The other | : | He is gone."],
    );
    says(
        "The two said they would appeal.",
        &["indirect | The two | said | they would appeal"],
    );
}

#[test]
fn figures_and_abbreviations_inside_names() {
    says(
        "Vice Mayor Ma. Lourdes Evangelista left the P2.3-billion inquiry, saying she had “nothing to hide.”",
        &["mixed | Vice Mayor Ma. Lourdes Evangelista | saying | she had “nothing to hide.”"],
    );
}

#[test]
fn insertions() {
    says(
        "He noted that one victim, a man of 71, required dialysis.",
        &["indirect | He | noted | that one victim, a man of 71, required dialysis"],
    );
    says(
        "He taught a pupil who, he recalls, “never practised anyway”.",
        &["direct | he | recalls | never practised anyway"],
    );
    says(
        "Pickett, two aides said, told the speaker she would wait.",
        &[
            "indirect | two aides | said | Pickett",
            "indirect | Pickett | told > the speaker | she would wait",
        ],
    );
    says(
        "She said “there was never time” — a phrase that they laughed at.",
        &["direct | She | said | there was never time"],
    );
}

#[test]
fn who_is_told_stands_behind() {
    says(
        "Koh had watched his takings fall by half, the court was told.",
        &["indirect |  | was told > the court | Koh had watched his takings fall by half"],
    );
    says(
        "According to three who spoke to us, cylinders were borrowed.",
        &["indirect | three who spoke to us | According to | cylinders were borrowed"],
    );
}

#[test]
fn others_speak_behind_a_contrast() {
    says(
        "Roth said it was “late,” while her French counterpart, Étienne Vasseur, said it was early.",
        &[
            "mixed | Roth | said | it was “late,”",
            "indirect | her French counterpart, Étienne Vasseur | said | it was early",
        ],
    );
    says(
        "The minister said a deal was close, though two aides cautioned that it was not.",
        &[
            "indirect | The minister | said | a deal was close",
            "indirect | two aides | cautioned | that it was not",
        ],
    );
    says(
        "In a statement SkyHop said it was sorry.",
        &["indirect | SkyHop | said | it was sorry"],
    );
    says(
        "The ministry said it was in touch with partners, without elaborating.",
        &["indirect | The ministry | said | it was in touch with partners"],
    );
}

#[test]
fn subjects_behind_their_verbs() {
    says(
        "All three were dead at the scene, said Okafor.",
        &["indirect | Okafor | said | All three were dead at the scene"],
    );
    says(
        "The report, which has 188 pages, says men slept on the floor.",
        &["indirect | The report | says | men slept on the floor"],
    );
}

#[test]
fn subjects_and_their_verbs() {
    says(
        "A planet circles a star, an international team reports in the journal Celestial Letters.",
        &["indirect | an international team | reports | A planet circles a star"],
    );
    says(
        "“I got it wrong,” she can be heard saying.",
        &["direct | she | can be heard saying | I got it wrong,"],
    );
    says(
        "The group counted 112 dead, its director, Gulnara Sadyk, said by telephone.",
        &["indirect | its director, Gulnara Sadyk | said | The group counted 112 dead"],
    );
    says(
        "Her counsel, Lyman Prideaux, wrote in a letter that it was late.",
        &["indirect | Her counsel, Lyman Prideaux | wrote | that it was late"],
    );
}

#[test]
fn where_and_how_somebody_is_told() {
    says(
        "“He promised,” Prado told the Himalaya Courier by phone.",
        &["direct | Prado | told > the Himalaya Courier | He promised,"],
    );
    says(
        "“One night,” she told the Journal outside the court.",
        &["direct | she | told > the Journal | One night,"],
    );
    says(
        "A court in Ankara ruled in 2021 that one of her stories “insulted the service.”",
        &["mixed | A court in Ankara | ruled | that one of her stories “insulted the service.”"],
    );
    says(
        "The author is Maureen Hale. Hale, who shares the prize, said that silence was hard.",
        &["indirect | Hale | said | that silence was hard"],
    );
    says(
        "They alleged in their complaint that the house wept.",
        &["indirect | They | alleged | that the house wept"],
    );
}

#[test]
fn names_behind_what_a_sentence_begins_with() {
    says(
        "After the debate Prado said that both had lied.",
        &["indirect | Prado | said | that both had lied"],
    );
    says(
        "On Tuesday evening Prado told the BBC she was tired.",
        &["indirect | Prado | told > the BBC | she was tired"],
    );
    says(
        "In the village councillor Ana Prado said nobody had slept.",
        &["indirect | the village councillor Ana Prado | said | nobody had slept"],
    );
}

#[test]
fn verbs_that_capitals_hide() {
    says(
        "Maria Okonedo Hammers Harbor Authority Chief: ‘You Should Resign’\n\nThe pier was shut.",
        &["direct | Maria Okonedo | : | You Should Resign"],
    );
    says(
        "A lesson from Ana Prado: ‘Never ask twice’\n\nThe pier was shut.",
        &["direct | Ana Prado | : | Never ask twice"],
    );
    says(
        "Dairy Farmer: ‘We Can’t Go On’\n\nThe pier was shut.",
        &["direct | Dairy Farmer | : | We Can’t Go On"],
    );
}

#[test]
fn what_somebody_calls_something() {
    says(
        "Prado refused to discuss what he described as a “family matter.”",
        &["direct | he | described | family matter."],
    );
    says("It is what is called a “stop sign” here.", &[]);
}

#[test]
fn times_that_entries_begin_with() {
    says(
        "14:32 — The roof is gone, the disaster office says.",
        &["indirect | the disaster office | says | The roof is gone"],
    );
    says(
        "Two reasons – the rain is one, the office says.",
        &["indirect | the office | says | Two reasons – the rain is one"],
    );
}

#[test]
fn people_of_two_places() {
    says(
        "Officials in Kyiv and Moscow said that it was late.",
        &["indirect | Officials in Kyiv and Moscow | said | that it was late"],
    );
    says(
        "The report found that bats were there, and recommended that the roof stay.",
        &[
            "indirect | The report | found | that bats were there",
            "indirect | The report | recommended | that the roof stay",
        ],
    );
}

#[test]
fn what_is_no_source_of_a_headline() {
    says(
        "Obituary: Ana Prado, who photographed chairs\n\nIt rained.",
        &[],
    );
    says(
        "Council notebook: bins, bats and a long vote\n\nIt rained.",
        &[],
    );
}

#[test]
fn who_is_asked() {
    says(
        "Lund asked the mayor, Ana Prado, whether it was late.",
        &["indirect | Lund | asked > the mayor, Ana Prado | whether it was late"],
    );
    says(
        "Lund told the mayor, Ana Prado, that it was late.",
        &["indirect | Lund | told > the mayor, Ana Prado | that it was late"],
    );
    says(
        "Lund asked what time it was.",
        &["indirect | Lund | asked | what time it was"],
    );
}

#[test]
fn when_somebody_is_asked_is_not_what() {
    says(
        "“It is late,” Prado said when asked whether she knew.",
        &["direct | Prado | said | It is late,"],
    );
}

#[test]
fn a_list_of_names_is_whole() {
    says(
        "Prado, Brun and Falk all said it was late.",
        &["indirect | Prado, Brun and Falk | said | it was late"],
    );
    says(
        "Sens. Jeff Falk (D-Ore.), Sherri Holm (D-Ohio) and Robert Ortiz (D-N.J.) said it was late.",
        &[
            "indirect | Sens. Jeff Falk (D-Ore.), Sherri Holm (D-Ohio) and Robert Ortiz (D-N.J.) | said | \
             it was late",
        ],
    );
    says(
        "“It is late,” said Ana Prado, Tom Brun and Mia Falk.",
        &["direct | Ana Prado, Tom Brun and Mia Falk | said | It is late,"],
    );
    says(
        "In Paris, Brun and Falk said it was late.",
        &["indirect | Brun and Falk | said | it was late"],
    );
    says(
        "“It is late,” said Ana Prado, and Tom Brun left.",
        &["direct | Ana Prado | said | It is late,"],
    );
}

#[test]
fn whoever_a_word_of_number_counts() {
    says(
        "Sherri Holm and Robert Ortiz (D-N.J.) both said it was late.",
        &["indirect | Sherri Holm and Robert Ortiz (D-N.J.) | said | it was late"],
    );
    says(
        "The ministers each said it was late.",
        &["indirect | The ministers | said | it was late"],
    );
}

#[test]
fn a_participle_goes_on_with_the_clause_and_not_with_who_is_told_of() {
    says(
        "Prado was angry at an architect who had built it, saying, “It was a bad job.”",
        &["direct | Prado | saying | It was a bad job."],
    );
}

#[test]
fn what_stands_between_dashes_behind_a_name() {
    says(
        "Critics included Ana Prado -- “It is a great disgrace” -- and Tom Holm.",
        &["direct | Ana Prado |  | It is a great disgrace"],
    );
    says(
        "It lifted the cake -- “It is a great one indeed” -- and fell.",
        &[],
    );
}

#[test]
fn whose_words_a_phrase_before_a_colon_announces() {
    says(
        "A lesson from Loretta Holm: “Be the voice that people hear.”",
        &["direct | Loretta Holm | : | Be the voice that people hear."],
    );
    says(
        "Hargreave reports: “It is late.”",
        &["direct | Hargreave | reports | It is late."],
    );
}

#[test]
fn a_heading_in_capitals_that_runs_in_is_none_of_the_sentence() {
    says(
        "HE HAS BEEN CALLED OUT — Ana Prado said it was late.",
        &["indirect | Ana Prado | said | it was late"],
    );
}

#[test]
fn an_excerpt_whose_paragraphs_each_open_a_straight_mark_is_told() {
    says(
        "The Post reports on a visit.\n\n\"Odile went home at six o’clock.\n\n\"The cat slept, and “Good,” said Odile.\n\n\
         “It is late,” Odile said.\n\n“It is,” said Prado.",
        &[
            "mixed | Odile | said | The cat slept, and “Good,”",
            "direct | Odile | said | It is late,",
            "direct | Prado | said | It is,",
        ],
    );
}

#[test]
fn a_question_is_answered_by_another() {
    says(
        "“Was there anyone in it?” Prado asked.\n\n“A curtain, I think.”",
        &[
            "direct | Prado | asked | Was there anyone in it?",
            "direct |  |  | A curtain, I think.",
        ],
    );
}

#[test]
fn a_place_before_the_colon_of_a_headline_that_has_its_own_report() {
    says(
        "Ethiopia: traders say new rule ‘kills the small roaster’\n\nIt rained.",
        &["mixed | traders | say | new rule ‘kills the small roaster’"],
    );
}

#[test]
fn who_is_accused_says_nothing() {
    says(
        "A councilman accused of throwing snowballs told a judge that he had been out.",
        &[
            "indirect | A councilman accused of throwing snowballs | told > a judge | that he had been out",
        ],
    );
}

#[test]
fn what_somebody_calls_a_thing_that_is_told_of() {
    says(
        "It was a charge that a spokesman for Prado called ‘colourful’.",
        &["direct | a spokesman for Prado | called | colourful"],
    );
}

#[test]
fn nothing_is_no_content() {
    says("Prado says nothing, but he no longer works there.", &[]);
    says("The curator wrote it down.", &[]);
    says(
        "The boat has lost its way, one of the crew said on condition that he was not named.",
        &["indirect | one of the crew | said | The boat has lost its way"],
    );
}

#[test]
fn a_verb_behind_then_has_the_same_subject() {
    says(
        "Tuva Brandt beat Karolina Holm on Wednesday, then said she had sat an exam.",
        &["indirect | Tuva Brandt | said | she had sat an exam"],
    );
}

#[test]
fn a_capital_begins_another_sentence_inside_a_quotation() {
    says(
        "Prado said: ‘I told the mate, “What are these?” He said, “Ballast.”’",
        &[
            "direct | Prado | said | I told the mate, “What are these?” He said, “Ballast.”",
            "  direct | I | told > the mate | What are these?",
            "  direct | He | said | Ballast.",
        ],
    );
}

#[test]
fn a_report_ends_where_another_speaks_beside_it() {
    says(
        "Prado repeated the claim that it was late, with the ministry of health saying the figures were old.",
        &[
            "indirect | Prado | repeated | the claim that it was late",
            "indirect | the ministry of health | saying | the figures were old",
        ],
    );
}

#[test]
fn a_time_of_day_before_a_weekday_ends_no_sentence() {
    says(
        "Officers were called at about 4:15 p.m. Thursday after a fire broke out, Sgt. Ana Prado said.",
        &[
            "indirect | Sgt. Ana Prado | said | Officers were called at about 4:15 p.m. Thursday after a fire broke out",
        ],
    );
}

#[test]
fn what_somebody_is_understood_to_have_said() {
    says(
        "Cathal Brun is understood to have said that “a plan is a plan” and that anyone may go.",
        &[
            "mixed | Cathal Brun | is understood to have said | that “a plan is a plan” and that anyone may go",
        ],
    );
    says("He is said to be ill.", &[]);
}

#[test]
fn how_often_a_text_was_seen_is_nobody() {
    says(
        "A post shared more than 40,000 times says that it was free.",
        &["indirect | A post | says | that it was free"],
    );
}

#[test]
fn what_goes_from_one_speaker_to_the_next_is_no_part_of_either() {
    says(
        "The chairman of the farmers, Tom Brun, for his part, said that it was late.",
        &["indirect | The chairman of the farmers, Tom Brun | said | that it was late"],
    );
}

#[test]
fn a_name_ends_before_the_scene() {
    says(
        "“What the sea takes, it keeps,” says Old Maren in the first line of the play.",
        &["direct | Old Maren | says | What the sea takes, it keeps,"],
    );
    says(
        "“We are late,” Prado told Lantian on the sidelines of the fair. “Go,” she told RTE’s Morning Show.",
        &[
            "direct | Prado | told > Lantian | We are late,",
            "direct | she | told > RTE’s Morning Show | Go,",
        ],
    );
}

#[test]
fn the_subject_of_a_headline_goes_on_behind_says() {
    says(
        "Court raps city over holes, says voters ‘no guinea pigs’\n\nThe road was shut on Monday.",
        &["mixed | Court | says | voters ‘no guinea pigs’"],
    );
}

#[test]
fn what_is_asked_for_was_not_said() {
    says("What did your parents say when you told them?", &[]);
}

#[test]
fn what_is_stressed_behind_a_quotation_is_another_report() {
    says(
        "Prado said water should be “a bridge,” adding that it was late.",
        &[
            "mixed | Prado | said | water should be “a bridge,”",
            "indirect | Prado | adding | that it was late",
        ],
    );
}

#[test]
fn turns_of_a_broadcast() {
    says(
        "Surge hits Gorse\n\nLIE: Good evening.\n\nJONAS LIE, FISHERMAN: I lost two boats.\n\n\
         FARROW (on camera): That is far inland.\n\nLIE: He can have it.\n\nQ    Will they pay?\n\n\
         THE MINISTER: We will look.",
        &[
            "direct | LIE | : | Good evening.",
            "direct | JONAS LIE | : | I lost two boats.",
            "direct | FARROW | : | That is far inland.",
            "direct | LIE | : | He can have it.",
            "direct | Q |  | Will they pay?",
            "direct | THE MINISTER | : | We will look.",
        ],
    );
}

#[test]
fn quotations_in_somebodys_words() {
    says(
        "The offer is, in her words, “fair to all”. It was, in the words of Tom Brun, a “scandal”.",
        &[
            "mixed | her | in her words | The offer is / “fair to all”",
            "mixed | Tom Brun | in the words of | It was / a “scandal”",
        ],
    );
    says(
        "In Ana Prado’s words, “nobody knew”. She put it in words. “Go,” she said.",
        &[
            "direct | Ana Prado’s | In Ana Prado’s words | nobody knew",
            "direct | she | said | Go,",
        ],
    );
}

#[test]
fn what_is_long_stands_last() {
    says(
        "The palace on Friday dismissed as “a rumour” reports that the bank was sold.",
        &["direct | The palace | dismissed | a rumour"],
    );
    says(
        "He won with a lap his engineer described as “obscene”.",
        &["direct | his engineer | described | obscene"],
    );
}

#[test]
fn who_is_heard_from_speaks() {
    says(
        "The inquiry heard from marine engineer Ana Prado that the davits were old.",
        &["indirect | marine engineer Ana Prado | heard > The inquiry | that the davits were old"],
    );
}

#[test]
fn anonymity_is_no_report_and_a_shaking_voice_no_source() {
    says(
        "A diplomat who asked not to be identified said it was late. “Go,” said Ana Prado, her voice shaking.",
        &[
            "indirect | A diplomat who asked not to be identified | said | it was late",
            "direct | Ana Prado | said | Go,",
        ],
    );
}

#[test]
fn what_a_notice_read() {
    says(
        "The club was shut, but a notice on the door read: “Bad light stopped play.”",
        &["direct | a notice on the door | read | Bad light stopped play."],
    );
}
