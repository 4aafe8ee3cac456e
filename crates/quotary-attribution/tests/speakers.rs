//! Who is meant: what each rule finds, and what it must leave alone, side by side.
//!
//! One line an attribution with a source or speaker: `source = speaker (role) kind`.

use quotary_attribution::{GenderEvidence, Resolver, SpeakerKind};
use quotary_grammar::Grammar;

/// Checks the speakers of `text`, in the order of the contents.
#[track_caller]
fn means(text: &str, expected: &[&str]) {
    let parse = Grammar::new().parse(text);
    let analysis = Resolver::new().resolve(&parse);
    let lines: Vec<String> = analysis
        .attributions
        .iter()
        .map(|said| {
            let source = said.source.first().map_or("", |span| span.slice(text));
            let Some(entity) = said.speaker.map(|it| &analysis.entities[it]) else {
                return format!("{source} = nobody");
            };
            let role = entity
                .role
                .map_or(String::new(), |span| format!(" ({})", span.slice(text)));
            let kind = match entity.kind {
                SpeakerKind::Person => "person",
                SpeakerKind::Organization => "organization",
                SpeakerKind::Group => "group",
                SpeakerKind::Document => "document",
                SpeakerKind::Unknown => "unknown",
            };
            format!("{source} = {}{role} {kind}", entity.name)
        })
        .collect();
    assert_eq!(lines, expected, "\n{text}");
}

#[test]
fn surnames_and_pronouns_mean_the_full_name() {
    means(
        "“It leaks,” said Ana Prado, the water minister. “It is old,” Prado said. She said the pipes \
         were lead.",
        &[
            "Ana Prado, the water minister = Ana Prado (water minister) person",
            "Prado = Ana Prado (water minister) person",
            "She = Ana Prado (water minister) person",
        ],
    );
}

#[test]
fn titles_tell_spouses_apart() {
    means(
        "Harold Finch and Edith Finch run the mill. “It turns,” Mr Finch said. “It creaks,” Mrs Finch \
         said.",
        &[
            "Mr Finch = Harold Finch person",
            "Mrs Finch = Edith Finch person",
        ],
    );
}

#[test]
fn a_description_with_the_means_whom_it_described() {
    means(
        "The port is closed, harbour master Zoé Lindqvist said on Monday. “The crane fell,” the \
         harbour master said.",
        &[
            "harbour master Zoé Lindqvist = Zoé Lindqvist (harbour master) person",
            "the harbour master = Zoé Lindqvist (harbour master) person",
        ],
    );
}

#[test]
fn an_unnamed_source_takes_no_name() {
    means(
        "Ambassador Leocadio Furtado left the talks. “They read two maps,” a diplomat said.",
        &["a diplomat = diplomat (diplomat) person"],
    );
    means(
        "The decision was taken at dinner, one former minister said. Pavlos Kallas, the minister at \
         the time, ate fish. “We voted with forks,” the former minister said.",
        &[
            "one former minister = one former minister (former minister) person",
            "the former minister = one former minister (former minister) person",
        ],
    );
}

#[test]
fn gender_says_how_it_is_known() {
    let evidence = |text: &str| {
        let parse = Grammar::new().parse(text);
        let analysis = Resolver::new().resolve(&parse);
        let speaker = analysis.attributions[0].speaker.expect("a speaker");
        analysis.entities[speaker].gender_evidence
    };
    assert_eq!(
        evidence("Mr Qo Lan said it was late."),
        GenderEvidence::Title
    );
    assert_eq!(
        evidence("His sister, Qo Lan, said it was late."),
        GenderEvidence::KinWord
    );
    assert_eq!(
        evidence("Mary Lan said it was late."),
        GenderEvidence::GivenName
    );
    assert_eq!(evidence("Qo Lan said it was late."), GenderEvidence::None);
}

#[test]
fn whoever_wants_no_name_is_anonymous() {
    let anonymous = |text: &str| {
        let parse = Grammar::new().parse(text);
        let analysis = Resolver::new().resolve(&parse);
        let speaker = analysis.attributions[0].speaker.expect("a speaker");
        analysis.entities[speaker].anonymous
    };
    assert!(anonymous(
        "A banker who asked not to be named said the deal was off."
    ));
    assert!(!anonymous("A banker said the deal was off."));
}

#[test]
fn couples_share_a_surname_and_kin_are_found_by_it() {
    means(
        "The farm belongs to Anna and Tom Brun. “They sting,” Tom Brun said. “They sing,” his wife \
         replied.",
        &["Tom Brun = Tom Brun person", "his wife = Anna Brun person"],
    );
    // No other Brun is known: whoever she is, nobody's name is put to her.
    means(
        "Tom Brun keeps bees with Ana Prado. “They sting,” Brun said. “They sing,” his wife replied.",
        &["Brun = Tom Brun person", "his wife = his wife person"],
    );
}

#[test]
fn a_description_before_a_verb_of_saying_is_no_apposition() {
    means(
        "The fire began near Aalen, the regional government said.",
        &["the regional government = regional government organization"],
    );
}

#[test]
fn a_group_described_more_closely_is_one_of_its_own() {
    means(
        "Farmers said the road was open. Farmers in the valley said it was closed.",
        &[
            "Farmers = Farmers group",
            "Farmers in the valley = Farmers in the valley group",
        ],
    );
}

#[test]
fn a_gender_that_was_told_decides() {
    means(
        "Governor Tamika Rollins met Warden Luis Sandoval at noon. She said the wing was empty. He said \
         it was full.",
        &[
            "She = Tamika Rollins (Governor) person",
            "He = Luis Sandoval (Warden) person",
        ],
    );
}

#[test]
fn a_role_is_complete_without_the_body_that_somebody_leads() {
    means(
        "“It is shut,” said Ana Prado, chair of the Lagoon Pilots’ Guild. “It is open,” said Tom Brun, \
         director of the Tide Institute at Wessex College.",
        &[
            "Ana Prado, chair of the Lagoon Pilots’ Guild = Ana Prado (chair) person",
            "Tom Brun, director of the Tide Institute at Wessex College = Tom Brun (director of the \
             Tide Institute at Wessex College) person",
        ],
    );
    means(
        "The road is closed, Marlow coach Ana Prado said. It is dry, Kremlin aide Tom Brun said.",
        &[
            "Marlow coach Ana Prado = Ana Prado (coach) person",
            "Kremlin aide Tom Brun = Tom Brun (Kremlin aide) person",
        ],
    );
    means(
        "Ferry captain Ana Prado said the fog was thick.",
        &["Ferry captain Ana Prado = Ana Prado (Ferry captain) person"],
    );
}

#[test]
fn a_description_behind_a_place_is_that_of_the_name_behind_it() {
    means(
        "On the dock at Porto Novo, the ship’s cook, Rodelio Dimas, said the pot was lost.",
        &["the ship’s cook, Rodelio Dimas = Rodelio Dimas (cook) person"],
    );
}

#[test]
fn a_description_ends_where_another_phrase_begins() {
    means(
        "“We heard it,” said Kirsten Baldur, a lawyer acting for both families. “I kept it,” said \
         Ryszard Pilar, a turbine fitter two years from retirement.",
        &[
            "Kirsten Baldur, a lawyer = Kirsten Baldur (lawyer) person",
            "Ryszard Pilar = Ryszard Pilar (turbine fitter) person",
        ],
    );
    means(
        "“There is no entry,” the company’s managing director, Hugh Pellan, wrote in an email.",
        &["the company’s managing director, Hugh Pellan = Hugh Pellan (managing director) person"],
    );
}

#[test]
fn a_headline_that_names_somebody_describes_somebody_else() {
    means(
        "Prado hid illness, says surgeon\n\nAna Prado has been ill since spring. “I am well,” Prado \
         said on Monday.",
        &[
            "surgeon = surgeon (surgeon) person",
            "Prado = Ana Prado person",
        ],
    );
}

#[test]
fn words_of_dates_and_brands_name_no_person() {
    means(
        "The bridge fell in May. “I saw it,” she said. The firm ReedGov said it was safe.",
        &["she = nobody", "The firm ReedGov = ReedGov organization"],
    );
    means(
        "The inspector counted 40 lamps between March and May. She said they were old.",
        &["She = inspector (inspector) person"],
    );
}

#[test]
fn her_manager_is_not_the_manager_of_somewhere_else() {
    means(
        "“It is dry,” said Tom Brun, the regional manager. Ana Prado told her manager in May. “Turn \
         it off,” the manager said.",
        &[
            "Tom Brun, the regional manager = Tom Brun (regional manager) person",
            "the manager = her manager (manager) person",
        ],
    );
}

#[test]
fn nouns_say_what_speaks() {
    means(
        "The team said it was ready. The coast guard said it was calm. A footnote says it was late. \
         The operator said it was sorry.",
        &[
            "The team = team group",
            "The coast guard = coast guard organization",
            "A footnote = footnote document",
            "The operator = operator organization",
        ],
    );
}

#[test]
fn a_relative_clause_with_whose_has_a_subject_of_its_own() {
    means(
        "Finance Minister Ana Prado, whose River League holds nine seats, has announced that she will \
         vote no. The clerk, whose name is being withheld, said she had doubts.",
        &[
            "Finance Minister Ana Prado = Ana Prado (Finance Minister) person",
            "The clerk = clerk (clerk) person",
        ],
    );
}

#[test]
fn a_source_behind_its_cue_is_named_with_what_describes_it() {
    means(
        "“We are sorry,” read a text sent to customers at noon. “Sit down,” bellowed a voice from below \
         the stairs.",
        &[
            "a text = text sent to customers at noon document",
            "a voice = voice from below the stairs person",
        ],
    );
}

#[test]
fn a_verb_read_as_a_noun_is_no_part_of_the_name() {
    means(
        "Ana Prado runs the mill. Optimists note that it turns, though Prado notes that it creaks.",
        &["Optimists = Optimists group", "Prado = Ana Prado person"],
    );
}

#[test]
fn a_guard_with_an_indefinite_article_is_a_person() {
    means(
        "“They crossed at night,” the Finnish border guard said. “I saw nobody,” a border guard said.",
        &[
            "the Finnish border guard = Finnish border guard organization",
            "a border guard = border guard (border guard) person",
        ],
    );
}

#[test]
fn an_office_for_several_fields_stands_before_one_name() {
    means(
        "Arts, Culture and Heritage Minister Selby Paki said the crate was late. Lane and Brun said the \
         opposite.",
        &[
            "Arts, Culture and Heritage Minister Selby Paki = Selby Paki (Arts, Culture and Heritage Minister) person",
            "Lane and Brun = Lane and Brun group",
        ],
    );
}

#[test]
fn a_royal_title_behind_an_office_is_a_surname() {
    means(
        "Research Director Raj Shah said it was wrong. “No,” Shah told reporters.",
        &[
            "Research Director Raj Shah = Raj Shah (Research Director) person",
            "Shah = Raj Shah (Research Director) person",
        ],
    );
}

#[test]
fn who_goes_by_the_second_word_of_a_name_is_a_person() {
    means(
        "Kolby Strand scored twice. “He’s calm,” Strand said of the goaltender.",
        &["Strand = Kolby Strand person"],
    );
}

#[test]
fn a_house_behind_member_is_part_of_the_office() {
    means(
        "Member of Parliament Codi Wasylyn said he had raised the file.",
        &["Member of Parliament Codi Wasylyn = Codi Wasylyn (Member of Parliament) person"],
    );
}

#[test]
fn an_occupation_may_begin_with_a_word_that_looks_like_a_cue() {
    means(
        "Charge nurse Berta Kilbane told the coroner that the alarm had been muted.",
        &["nurse Berta Kilbane = Berta Kilbane (Charge nurse) person"],
    );
}

#[test]
fn a_headline_means_whoever_says_the_same_in_the_article() {
    means(
        "Levy is ‘poetry, not arithmetic’, says fishing boss\n\nThe house voted on Thursday.\n\n‘The fish \
         belong to the nation,’ Sola Gudmund, the fisheries minister, told the house.\n\nThat, retorted \
         Haf Thorval, the chief executive of Norfang, was ‘poetry, not arithmetic’.",
        &[
            "fishing boss = Haf Thorval (chief executive) person",
            "Sola Gudmund, the fisheries minister = Sola Gudmund (fisheries minister) person",
            "Haf Thorval, the chief executive of Norfang = Haf Thorval (chief executive) person",
        ],
    );
}

#[test]
fn an_unnamed_office_in_the_lead_is_named_below() {
    means(
        "Iceland’s prime minister said on Thursday that a vote would be held by June.\n\n“We will hold it \
         before the lambs come down,” Sara Eldjarn told the house.",
        &[
            "Iceland’s prime minister = Sara Eldjarn (prime minister) person",
            "Sara Eldjarn = Sara Eldjarn (prime minister) person",
        ],
    );
    // A diplomat is one of many, whoever is named next.
    means(
        "A diplomat said on Monday that talks had failed.\n\n“We go on,” Donal Prado said on Friday.",
        &[
            "A diplomat = diplomat (diplomat) person",
            "Donal Prado = Donal Prado person",
        ],
    );
}

#[test]
fn two_who_are_named_together_are_not_the_one_of_the_lead() {
    means(
        "A police officer whose boat hit theirs broke no rule, the harbour board said.\n\nDonal Prado, 17, \
         and his cousin Sara, 15, were on their way home.\n\nThe officer declined to be interviewed. In \
         notes, he wrote that the lights went out.",
        &[
            "the harbour board = harbour board organization",
            "he = police officer (police officer) person",
        ],
    );
}

#[test]
fn whoever_is_brought_in_speaks_next() {
    means(
        "Kinmar’s own envoy took a milder line. “The ships must go,” Marie-Ange Tchibi told reporters.",
        &["Marie-Ange Tchibi = Marie-Ange Tchibi (envoy) person"],
    );
}

#[test]
fn an_inserted_pronoun_is_not_the_subject_it_interrupts() {
    means(
        "Reeve Gord Hallson runs the town. One man, he said, had left.",
        &["he = Gord Hallson (Reeve) person"],
    );
}

#[test]
fn reports_of_two_sorts_are_two() {
    means(
        "The first information report said that he fell. The post-mortem report says that he did not.",
        &[
            "The first information report = first information report document",
            "The post-mortem report = post-mortem report document",
        ],
    );
}

#[test]
fn a_title_in_the_plural_is_that_of_each() {
    means(
        "Sens. Jan Tesler (D-Ore.) and Dav Vitter (R-La.) wrote the bill. “Too big?” Vitter asked.",
        &["Vitter = Dav Vitter (Sens.) person"],
    );
}

#[test]
fn who_is_urged_says_nothing_and_who_is_convinced_thinks() {
    means(
        "The drivers were urged to stay at home. Ana Marlow was convinced that the bridge would hold.",
        &[" = nobody", "Ana Marlow = Ana Marlow person"],
    );
}

#[test]
fn words_that_are_mostly_others_name_somebody_too() {
    // A modal before a finite verb, and a question.
    means(
        "Maeve May met the miners. May said it was late. Will the minister go, she asked.",
        &["May = Maeve May person", "she = Maeve May person"],
    );
    // The short form of a day.
    means(
        "“It sells,” founder Đặng Hoài Thu told reporters. Thu, 31, says it will grow.",
        &[
            "founder Đặng Hoài Thu = Đặng Hoài Thu (founder) person",
            "Thu, 31 = Đặng Hoài Thu (founder) person",
        ],
    );
    // A pronoun.
    means(
        "The WHO said the fever was gone. Who said so?",
        &["The WHO = WHO organization"],
    );
    // An adjective before a genitive.
    means(
        "The premier’s office insisted that the road was open.",
        &["The premier’s office = premier’s office organization"],
    );
}

#[test]
fn a_name_that_which_goes_on_from_is_no_person() {
    means(
        "Bellwater, which runs the works, insisted that nothing leaked. The company said it was sorry.",
        &[
            "Bellwater = Bellwater organization",
            "The company = Bellwater organization",
        ],
    );
    means(
        "Managers of Goldveld Resources, which bought the mine, left. Goldveld said it was sorry.",
        &["Goldveld = Goldveld Resources organization"],
    );
}

#[test]
fn a_source_is_what_it_begins_with_whatever_stands_in_brackets() {
    means(
        "The boat was full, the commission headed by Justice (retired) Ana Prado has concluded.",
        &[
            "the commission headed by Justice (retired) Ana Prado = commission headed by Justice \
           (retired) Ana Prado organization",
        ],
    );
    means(
        "“It leaked,” said Sens. Ana Prado (D-Mont.) and Tom Brun (R-La.). “No,” Brun said.",
        &[
            "Sens. Ana Prado (D-Mont.) and Tom Brun (R-La.) = Ana Prado and Tom Brun (Sens.) group",
            "Brun = Tom Brun (Sens.) person",
        ],
    );
}

#[test]
fn roles_behind_ages_homes_and_plural_titles() {
    // A word of another language, behind an age.
    means(
        "“It rains,” said Ana Brun, 79, the kaumātua who led the march.",
        &["Ana Brun, 79, the kaumātua = Ana Brun (kaumātua) person"],
    );
    means(
        "“It rains,” the council’s president for December, Fatou Diop of Mali, said.",
        &[
            "the council’s president for December, Fatou Diop of Mali = Fatou Diop (president) person",
        ],
    );
    means(
        "Ministers Rui Costa and Eva Lund met. “No,” Lund said.",
        &["Lund = Eva Lund (Ministers) person"],
    );
    // Behind a comma they may be those who were named before.
    means(
        "The developers, Rui Costa and Eva Lund, met. “No,” Lund said.",
        &["Lund = Eva Lund person"],
    );
}

#[test]
fn roles_beside_houses() {
    means(
        "“It grew,” Korpa partner Ana Prado said. Her partner, Tom Brun, said it was luck.",
        &[
            "Korpa partner Ana Prado = Ana Prado (partner) person",
            "Her partner, Tom Brun = Tom Brun person",
        ],
    );
    means(
        "“We counted,” said Tom Brun, the president of United Rubber Local 88.",
        &["Tom Brun, the president of United Rubber Local 88 = Tom Brun (president) person"],
    );
    means(
        "“They came,” said a young trader who gave his name only as Chidubem.",
        &["a young trader = Chidubem (trader) person"],
    );
}

#[test]
fn a_firm_may_be_named_only_before_what_it_has() {
    means(
        "Workers at the Buckle Radial plant walked out. “No,” said Tom Brun, a fitter. The company, a unit \
         of Fuji Holdings, said it was sorry. Buckle’s claim that it rained was wrong.",
        &[
            "Tom Brun, a fitter = Tom Brun (fitter) person",
            "The company, a unit of Fuji Holdings = Buckle Radial organization",
            "Buckle’s = Buckle Radial organization",
        ],
    );
    means(
        "Wells Marlow said it was sorry. “No,” said Wells Marlow CEO Ana Prado.",
        &[
            "Wells Marlow = Wells Marlow organization",
            "Wells Marlow CEO Ana Prado = Ana Prado (Wells Marlow CEO) person",
        ],
    );
    // A board may be that of somebody's own.
    means(
        "Ana Marlow said it was late. The Ana Marlow board had met.",
        &["Ana Marlow = Ana Marlow person"],
    );
}

#[test]
fn aides_of_one_are_not_those_of_another() {
    means(
        "Clint Brun aides met. Brun aides said no. Ana Prado’s aides said yes.",
        &["Ana Prado’s aides = Ana Prado’s aides group"],
    );
}

#[test]
fn a_description_may_tell_the_name() {
    means(
        "The photographer, a Belgian named Joris Peeters, said it rained. “It pours,” Peeters said.",
        &[
            "a Belgian = Joris Peeters person",
            "Peeters = Joris Peeters person",
        ],
    );
    means(
        "A technician named Khotso Ramo typed a note. “It rains,” the technician said.",
        &["the technician = Khotso Ramo (technician) person"],
    );
}

#[test]
fn who_speaks_for_a_party_in_court_is_its_counsel() {
    means(
        "Asked by counsel for the family whether he had looked, he wept. Asha Brun, for the family, said \
         nobody had looked.",
        &[
            "counsel for the family = Asha Brun (counsel) person",
            "Asha Brun = Asha Brun (counsel) person",
        ],
    );
}

#[test]
fn the_only_one_whose_trade_is_untold_has_it() {
    means(
        "“Sit,” Ana Prado says. “No,” Prado says. “I wrote,” she says.\n\nIt rained all day.\n\nThe \
         gates were shut.\n\n“It is late,” the novelist says.",
        &[
            "Ana Prado = Ana Prado (novelist) person",
            "Prado = Ana Prado (novelist) person",
            "she = Ana Prado (novelist) person",
            "the novelist = Ana Prado (novelist) person",
        ],
    );
    // Once is not enough to be whom the article is about.
    means(
        "“Sit,” Ana Prado says.\n\nIt rained all day.\n\nThe gates were shut.\n\nThe clock struck \
         ten.\n\n“It is late,” the novelist says.",
        &[
            "Ana Prado = Ana Prado person",
            "the novelist = novelist (novelist) person",
        ],
    );
}

#[test]
fn whoever_rules_a_country_is_told_by_as() {
    means(
        "Ana Prado came to Oslo as Norway’s de facto leader. “It rains,” Prado said.",
        &["Prado = Ana Prado (Norway’s de facto leader) person"],
    );
}

#[test]
fn a_new_subject_in_the_sentence_ends_the_last_speech() {
    means(
        "“It is a goat,” Tom Brun warned. “It is not. It is a cow.”\n\nAdil Marlow deleted his post and put \
         up another, in which he called it a joke.",
        &["Tom Brun = Tom Brun person", "he = Adil Marlow person"],
    );
}

#[test]
fn whoever_wants_to_know_asks() {
    means(
        "Qo Baek said he was late. Which guests, the magistrate wanted to know. “Friends of the groom and of the bride.”",
        &[
            "Qo Baek = Qo Baek person",
            "the magistrate = magistrate (magistrate) person",
            " = Qo Baek person",
        ],
    );
}

#[test]
fn offices_before_a_name_are_one_persons() {
    means(
        "Deputy Prime Minister and Minister of Finance Eva Lund said it was late.",
        &[
            "Deputy Prime Minister and Minister of Finance Eva Lund = Eva Lund (Minister of Finance) \
           person",
        ],
    );
    means(
        "Actor and director Idris Osman said it was late. Tom Brun and Idris Osman said it was early.",
        &[
            "Actor and director Idris Osman = Idris Osman (director) person",
            "Tom Brun and Idris Osman = Tom Brun and Idris Osman group",
        ],
    );
    means(
        "Nairobi police chief Grace Wanjiru said it was late. Acting President Idris Osman said no more.",
        &["Nairobi police chief Grace Wanjiru = Grace Wanjiru (police chief) person"],
    );
    means(
        "Mother-of-two Eva Lund said it was late.",
        &["Mother-of-two Eva Lund = Eva Lund person"],
    );
}

#[test]
fn a_family_name_that_is_a_particle_elsewhere() {
    means(
        "“It is late,” said Li Wenhua, a professor. Li added that it rained.",
        &[
            "Li Wenhua, a professor = Li Wenhua (professor) person",
            "Li = Li Wenhua (professor) person",
        ],
    );
}

#[test]
fn the_chief_of_a_body_is_whoever_the_article_says_leads_it() {
    means(
        "UN Secretary-General Tomas Silva said it was late. The UN chief said it rained.",
        &[
            "UN Secretary-General Tomas Silva = Tomas Silva (UN Secretary-General) person",
            "The UN chief = Tomas Silva (UN Secretary-General) person",
        ],
    );
    means(
        "UN Secretary-General Tomas Silva said it was late. The EU chief said it rained.",
        &[
            "UN Secretary-General Tomas Silva = Tomas Silva (UN Secretary-General) person",
            "The EU chief = EU chief (EU chief) person",
        ],
    );
}

#[test]
fn bodies_by_initials_words_and_groups() {
    means(
        "Guérisseurs Sans Routes said it was hit. GSR said it was open.",
        &[
            "Guérisseurs Sans Routes = Guérisseurs Sans Routes organization",
            "GSR = Guérisseurs Sans Routes organization",
        ],
    );
    means(
        "Human Harbour Watch said it was late. The group said it rained.",
        &[
            "Human Harbour Watch = Human Harbour Watch organization",
            "The group = Human Harbour Watch organization",
        ],
    );
    means(
        "The UK-based Syrian Observatory for Human Rights said it was late. The Observatory said it rained.",
        &[
            "The UK-based Syrian Observatory for Human Rights = Syrian Observatory for Human Rights \
             organization",
            "The Observatory = Syrian Observatory for Human Rights organization",
        ],
    );
    means(
        "A group called the Brigade said it was late.",
        &["the Brigade = Brigade organization"],
    );
    means(
        "Nestlor chief executive Eva Lund said it was late. Nestlor said it was sorry.",
        &[
            "Nestlor chief executive Eva Lund = Eva Lund (chief executive) person",
            "Nestlor = Nestlor organization",
        ],
    );
}

#[test]
fn particles_and_articles_at_the_head_of_a_sentence() {
    means(
        "“No,” said Luiz Inácio da Silva. Da Silva said it was late.",
        &[
            "Luiz Inácio da Silva = Luiz Inácio da Silva person",
            "Da Silva = Luiz Inácio da Silva person",
        ],
    );
    means(
        "“No,” said Abdul Rahman al-Sudani, the mufti. Al-Sudani said it was late.",
        &[
            "Abdul Rahman al-Sudani, the mufti = Abdul Rahman al-Sudani (mufti) person",
            "Al-Sudani = Abdul Rahman al-Sudani (mufti) person",
        ],
    );
}

#[test]
fn whoever_gives_only_a_first_name_has_it() {
    means(
        "“No,” said a woman who gave only her first name, Fatima. Fatima said it was late.",
        &["a woman = Fatima person", "Fatima = Fatima person"],
    );
}

#[test]
fn where_somebody_is_based_is_no_part_of_the_role() {
    means(
        "Eva Lund, a North Sumaria-based president of the league, said it was late.",
        &["Eva Lund, a North Sumaria-based president of the league = Eva Lund (president) person"],
    );
}

#[test]
fn a_body_of_several_words_before_the_role() {
    means(
        "University of Oslo professor Eva Lund said it was late. Eva Lund’s lawyer said it rained.",
        &[
            "University of Oslo professor Eva Lund = Eva Lund (University of Oslo professor) person",
            "Eva Lund’s lawyer = Eva Lund’s lawyer (lawyer) person",
        ],
    );
    means(
        "Bank of Norvia Governor Eva Lund said it was late. The bank said it rained.",
        &[
            "Bank of Norvia Governor Eva Lund = Eva Lund (Bank of Norvia Governor) person",
            "The bank = Bank of Norvia organization",
        ],
    );
    means(
        "Ministry of Health spokesman Idris Osman said it was late.",
        &["Ministry of Health spokesman Idris Osman = Idris Osman (spokesman) person"],
    );
    means(
        "Army chief of staff Gen. Idris Osman said it was late.",
        &["Army chief of staff Gen. Idris Osman = Idris Osman (Army chief of staff) person"],
    );
    // What somebody is of another is no office.
    means(
        "A friend of singer Eva Lund said it was late.",
        &["A friend of singer Eva Lund = friend of singer Eva Lund person"],
    );
}

#[test]
fn courts_and_surveys_before_a_role_are_found_by_their_initials() {
    means(
        "International Criminal Court prosecutor Eva Lund said it was late. The ICC said it rained.",
        &[
            "International Criminal Court prosecutor Eva Lund = Eva Lund (International Criminal Court \
             prosecutor) person",
            "The ICC = International Criminal Court organization",
        ],
    );
    means(
        "Eva Lund of the US Geological Survey said it was late. The USGS said it rained.",
        &[
            "Eva Lund of the US Geological Survey = Eva Lund person",
            "The USGS = US Geological Survey organization",
        ],
    );
}

#[test]
fn what_tells_that_a_name_is_no_persons() {
    means(
        "Korpanor’s Eva Lund said it was late. Korpanor said it rained.",
        &[
            "Korpanor’s Eva Lund = Eva Lund person",
            "Korpanor = Korpanor organization",
        ],
    );
    means(
        "Downing Street said it was late. Kent Police said it rained. Italian side Pianura said no more would.",
        &[
            "Downing Street = Downing Street organization",
            "Kent Police = Kent Police organization",
            "Italian side Pianura = Pianura organization",
        ],
    );
    means(
        "HeadTally, the largest survey of its kind, found that it was late. One in ten said it was early.",
        &[
            "HeadTally, the largest survey of its kind = HeadTally document",
            "One in ten = One in ten group",
        ],
    );
}

#[test]
fn members_of_a_party_and_police_are_several_people() {
    means(
        "Senate Republicans said it was late. Democrats also said it rained. The Greens said it was early.",
        &[
            "Senate Republicans = Senate Republicans group",
            "Democrats = Democrats group",
            "The Greens = Greens organization",
        ],
    );
    means(
        "Police in southern Jutland say it was late. Kent Police say it rained.",
        &[
            "Police in southern Jutland = Police in southern Jutland group",
            "Kent Police = Kent Police organization",
        ],
    );
}

#[test]
fn the_newspaper_is_the_one_that_was_told_of() {
    means(
        "The Marlow Herald reported that it was late. The newspaper said it rained.",
        &[
            "The Marlow Herald = Marlow Herald organization",
            "The newspaper = Marlow Herald organization",
        ],
    );
}

#[test]
fn who_goes_on_from_whoever_has_the_post() {
    means(
        "They cheered the nominee for president, who said it was late.",
        &["who = nominee (nominee) person"],
    );
}

#[test]
fn whoever_leads_is_named_below_with_a_rank_or_at_the_head_of_the_next_sentence() {
    means(
        "Sumaria’s army chief said that it was late.\n\nGen. Idris Osman told soldiers that it rained.",
        &[
            "Sumaria’s army chief = Idris Osman (army chief) person",
            "Gen. Idris Osman = Idris Osman (army chief) person",
        ],
    );
    means(
        "Kenya’s president has sacked his cabinet. Idris Osman said in a speech that it was late.",
        &["Idris Osman = Idris Osman (president) person"],
    );
    // A nurse is one of many, and Tom Brun is told to be something else.
    means(
        "A nurse has left Kenya. Idris Osman said in a speech that it was late.",
        &["Idris Osman = Idris Osman person"],
    );
    means(
        "Kenya’s president has sacked his cabinet. Idris Osman, an analyst, said that it was late.",
        &["Idris Osman, an analyst = Idris Osman (analyst) person"],
    );
}

#[test]
fn capital_adjectives_belong_to_the_name_of_a_body() {
    means(
        "The paramilitary Rapid Support Force said it was late. Christian Harbour Service said it rained.",
        &[
            "The paramilitary Rapid Support Force = Rapid Support Force organization",
            "Christian Harbour Service = Christian Harbour Service organization",
        ],
    );
    means(
        "Anna Marie Hall said it was late.",
        &["Anna Marie Hall = Anna Marie Hall person"],
    );
}

#[test]
fn a_source_behind_an_adverbial_and_a_firm_somebody_holds() {
    means(
        "Outside court, the victim’s mother, Grace Wanjiru, said it was unjust.",
        &["Outside court, the victim’s mother, Grace Wanjiru = Grace Wanjiru person"],
    );
    means(
        "Korpanor Bank named a chief. Shares in Korpanor fell. Korpanor said that profit rose.",
        &["Korpanor = Korpanor Bank organization"],
    );
}

#[test]
fn appositions_that_an_adverb_opens_and_embassies_before_the_name() {
    means(
        "Eva Lund, now a senator, said it was late. Tom Brun, the country’s first female president, said no \
         rain would fall.",
        &[
            "Eva Lund = Eva Lund (senator) person",
            "Tom Brun, the country’s first female president = Tom Brun (president) person",
        ],
    );
    means(
        "US ambassador to Sudan Tom Brun said it was late. The ambassador said it rained.",
        &[
            "US ambassador to Sudan Tom Brun = Tom Brun (US ambassador to Sudan) person",
            "The ambassador = Tom Brun (US ambassador to Sudan) person",
        ],
    );
    means(
        "“It is late,” says Eva Lund, nurse and mother of two.",
        &["Eva Lund, nurse and mother of two = Eva Lund (nurse) person"],
    );
}

#[test]
fn who_is_told_of_by_office_alone_goes_on_as_a_pronoun() {
    means(
        "Ana Prado warned of losses. She said they were steep.\n\nAsked whether she regretted it, the \
         chancellor said there was no need. “I would do it again,” she said.",
        &[
            "Ana Prado = Ana Prado person",
            "She = Ana Prado person",
            " = nobody",
            "the chancellor = chancellor (chancellor) person",
            "she = chancellor (chancellor) person",
        ],
    );
}

#[test]
fn whoever_stands_behind_initials_a_participle_or_two_given_names() {
    means(
        "Deputy Public Prosecutor Ana Prado spoke for an hour. “He confessed,” said DPP Prado.",
        &["DPP Prado = Ana Prado (Deputy Public Prosecutor) person"],
    );
    means(
        "A lawyer representing 14 pupils, Ana Prado of Fenwick Low, said it was late.",
        &["A lawyer representing 14 pupils, Ana Prado of Fenwick Low = Ana Prado (lawyer) person"],
    );
    means(
        "“Maybe,” says co-author Mei-Ling Cho of Tainan University.",
        &["co-author Mei-Ling Cho of Tainan University = Mei-Ling Cho (co-author) person"],
    );
    means(
        "“God knows,” he said. The company said it would pay.",
        &["he = nobody", "The company = company organization"],
    );
}

#[test]
fn papers_and_initiatives_are_no_office() {
    means(
        "The roof is shut, the Courier reported. The Green Justice Initiative said it was late.",
        &[
            "the Courier = Courier organization",
            "The Green Justice Initiative = Green Justice Initiative organization",
        ],
    );
}

#[test]
fn the_writer_is_the_author() {
    means(
        "I believe that a book is safe at home. “I lent it,” my neighbor said.",
        &["I = author person", "my neighbor = my neighbor person"],
    );
    means(
        "“I believe that it is safe,” Ana Prado said.",
        &["Ana Prado = Ana Prado person"],
    );
    means("We know that the river floods.", &["We = nobody"]);
}

#[test]
fn each_and_both_are_who_begins_the_sentence() {
    means(
        "Luis Prado and Hilda Brun met on Friday, both saying that the other had lied.",
        &["both = Luis Prado and Hilda Brun group"],
    );
    means(
        "The two mayors met on Friday, each saying that the other had lied.",
        &["each = two mayors group"],
    );
}

#[test]
fn pronouns_behind_words_that_begin_a_clause() {
    means(
        "The Health Ministry is closed because it said that all was lost.",
        &["it = Health Ministry organization"],
    );
    means(
        "Chris Lund described Hilda Brun as lazy after she said that roads were dull.",
        &["Chris Lund = Chris Lund person", "she = Hilda Brun person"],
    );
    means(
        "Chris Lund visited Wales after he said that roads were dull.",
        &["he = Chris Lund person"],
    );
    means(
        "Asked by the clerk, Ana Prado, how long she had slept, Ms Lund looked away. “An hour.”",
        &[
            "the clerk, Ana Prado = Ana Prado (clerk) person",
            " = Lund person",
        ],
    );
}

#[test]
fn they_is_hardly_one_man() {
    means(
        "The Harbor Union looked into Luis Prado’s claim. On Tuesday they said that it was true.",
        &["they = Harbor Union organization"],
    );
    means(
        "“He eats too much,” Alex Lund said. She said that the boy was growing.",
        &["Alex Lund = Alex Lund person", "She = Alex Lund person"],
    );
}

#[test]
fn whose_campaign_is_told_of_is_known() {
    means(
        "Hilda Brun had lost before. So the Brun campaign hoped. The Labour candidate attacked her \
         rival. “I don’t buy that,” Brun said.",
        &[
            "The Labour candidate = Hilda Brun (Labour candidate) person",
            "Brun = Hilda Brun (Labour candidate) person",
        ],
    );
}

#[test]
fn answers_are_whose_whom_the_introduction_names() {
    means(
        "The flight director, Ana Prado, answered by email.\n\nQ: What went wrong?\n\nA: I froze. A \
         valve froze.\n\nQ: The head of the agency, Luis Brun, said so?\n\nA: He told me that it froze.",
        &[
            "Q = nobody",
            "A = Ana Prado (flight director) person",
            "Q = nobody",
            "A = Ana Prado (flight director) person",
            "He = Luis Brun (head of the agency) person",
        ],
    );
}

#[test]
fn a_headline_in_the_first_person_is_that_of_the_portrait() {
    means(
        "‘I have buried three books’\n\nAna Prado will not sit down.\n\n‘Sit,’ Prado says. The cat \
         looks up. ‘One of us should,’ Prado says. ‘It rains,’ Luis Brun says. ‘It does not,’ Prado says.",
        &[
            " = Ana Prado person",
            "Prado = Ana Prado person",
            "Prado = Ana Prado person",
            "Luis Brun = Luis Brun person",
            "Prado = Ana Prado person",
        ],
    );
}

#[test]
fn a_body_behind_a_preposition_has_not_the_name_behind_it() {
    means(
        "Counsel for the port authority, Ana Prado QC, said it was late. The port authority said it was \
         not.",
        &[
            "Counsel for the port authority, Ana Prado QC = Ana Prado (Counsel) person",
            "The port authority = port authority organization",
        ],
    );
    means(
        "Lindqvist Marine AB (publ) today said that sales rose. The firm Greywater Research said that \
         they fell.",
        &[
            "Lindqvist Marine AB (publ) = Lindqvist Marine AB organization",
            "The firm Greywater Research = Greywater Research organization",
        ],
    );
}

#[test]
fn others_have_no_name() {
    means(
        "Two envoys met. Another said it was late. The other said it was early.",
        &["Another =  person", "The other =  person"],
    );
}

#[test]
fn a_surname_that_is_a_place_is_no_place() {
    means(
        "Engr. Rodel Santiago spoke. Santiago claimed that it was late.",
        &["Santiago = Rodel Santiago person"],
    );
    means(
        "West Mercia Police said it was late. Army spokesman Major General Lul Deng said it was not.",
        &[
            "West Mercia Police = West Mercia Police organization",
            "Army spokesman Major General Lul Deng = Lul Deng (spokesman) person",
        ],
    );
}

#[test]
fn whose_surname_is_kept_back_was_brought_in_as_a_woman() {
    means(
        "The Post ran a feature on a female union member who had been ill.\n\nThe woman denies that she was ill. \
         “I waited,” Odile said. “It rained,” Odile said. “I left,” Odile said.",
        &[
            "The woman = Odile (union member) person",
            "Odile = Odile (union member) person",
            "Odile = Odile (union member) person",
            "Odile = Odile (union member) person",
        ],
    );
}

#[test]
fn an_office_that_is_sought_belongs_to_the_nominee() {
    means(
        "Olaf Brun walked in. The Liberal nominee for president said it was late. Brun said it was early.",
        &[
            "The Liberal nominee for president = Olaf Brun (Liberal nominee for president) person",
            "Brun = Olaf Brun (Liberal nominee for president) person",
        ],
    );
}

#[test]
fn several_have_the_title_that_stands_before_them() {
    means(
        "Sens. Joan Prado (D-Mont.) and Jeff Strand (D-Ohio) said it was late. Prado said it was.",
        &[
            "Sens. Joan Prado (D-Mont.) and Jeff Strand (D-Ohio) = Joan Prado and Jeff Strand (Sens.) group",
            "Prado = Joan Prado (Sens.) person",
        ],
    );
}

#[test]
fn the_lead_tells_what_the_title_below_says() {
    means(
        "It was late, the candidate’s former doctor maintains.\n\nDr. Corinna Mari, who was the palace physician, \
         said that it rained.",
        &[
            "the candidate’s former doctor = Corinna Mari (palace physician) person",
            "Dr. Corinna Mari = Corinna Mari (palace physician) person",
        ],
    );
}

#[test]
fn the_head_of_a_house_is_named_by_the_next_sentence() {
    means(
        "The head of Holm Pictures said as much. It is “as dull as ever”, Stefan Mosk wrote.",
        &[
            "The head of Holm Pictures = Stefan Mosk (head of Holm Pictures) person",
            "Stefan Mosk = Stefan Mosk (head of Holm Pictures) person",
        ],
    );
    means(
        "At least one senator was not quite on board.\n\n“It is late,” Sen. Clara Brandt said.",
        &["Sen. Clara Brandt = Clara Brandt (Sen.) person"],
    );
}

#[test]
fn a_relative_in_the_next_sentence_tells_the_gender() {
    means(
        "Olaf Brun and Ivana Brun met. The Labour nominee argued that it was late. His ex-wife said that it was not.",
        &[
            "The Labour nominee = Olaf Brun (Labour nominee) person",
            "His ex-wife = Ivana Brun person",
        ],
    );
}

#[test]
fn a_post_makes_a_person_of_a_name_that_ends_in_a_common_word() {
    means(
        "The association met. Its president, Getachew Lemma, said it was late.",
        &["Its president, Getachew Lemma = Getachew Lemma (president) person"],
    );
    means(
        "Its largest investor, venture firm Halyard Ridge, said it was late.",
        &["Its largest investor, venture firm Halyard Ridge = Halyard Ridge organization"],
    );
}

#[test]
fn what_sort_of_office_a_genitive_tells() {
    means(
        "Ana Prado, a former sheriff’s deputy, said it was late.",
        &["Ana Prado, a former sheriff’s deputy = Ana Prado (former sheriff’s deputy) person"],
    );
    means(
        "Party secretary information Rabia Sultan said it was late. The minister himself said it was not.",
        &[
            "Party secretary information Rabia Sultan = Rabia Sultan (Party secretary information) person",
            "The minister himself = minister (minister) person",
        ],
    );
}

#[test]
fn two_who_begin_a_sentence_are_they() {
    means(
        "Ana Prado and Tom Brun met. They said it was late.",
        &["They = Ana Prado and Tom Brun group"],
    );
}

#[test]
fn whoever_is_brought_in_by_a_relation_is_named_beside_it_later() {
    means(
        "Peter Brun’s neighbour said it was late. Brun said it rained. His neighbour, the trombonist Grace Prado, said it was not.",
        &[
            "Peter Brun’s neighbour = Grace Prado (trombonist) person",
            "Brun = Peter Brun person",
            "His neighbour, the trombonist Grace Prado = Grace Prado (trombonist) person",
        ],
    );
    means(
        "The boy, whose name is Emil, said it was late.",
        &["The boy = Emil person"],
    );
}

#[test]
fn a_spokesperson_may_be_they() {
    means(
        "A spokesperson for Clydeview said: “We take the safety of our customers seriously.” They added that it was late.",
        &[
            "A spokesperson for Clydeview = spokesperson for Clydeview (spokesperson) person",
            "They = spokesperson for Clydeview (spokesperson) person",
        ],
    );
    means(
        "MLA Ana Prado said it was late. Lee Brun, a non-executive director, said it was not.",
        &[
            "MLA Ana Prado = Ana Prado (MLA) person",
            "Lee Brun, a non-executive director = Lee Brun (non-executive director) person",
        ],
    );
}

#[test]
fn a_given_name_that_is_a_title_behind_an_office() {
    means(
        "Planning officer Dean Whitlock said it was late. She was told by the department head that it was not.",
        &[
            "Planning officer Dean Whitlock = Dean Whitlock (Planning officer) person",
            "the department head = department head (department head) person",
        ],
    );
}

#[test]
fn a_nickname_stands_in_the_name_whatever_the_word_is() {
    means(
        "Roderick “Biscuit” Holm said it was late. Holm said it rained.",
        &[
            "Roderick “Biscuit” Holm = Roderick “Biscuit” Holm person",
            "Holm = Roderick “Biscuit” Holm person",
        ],
    );
}

#[test]
fn a_given_name_that_is_a_common_word() {
    means(
        "On Monday Mats Holm said it was late. The coach, Mats Gran, was there. The coach said it rained.",
        &[
            "Mats Holm = Mats Holm person",
            "The coach = Mats Gran (coach) person",
        ],
    );
}

#[test]
fn what_somebody_visits_as() {
    means(
        "Ana Prado visited the palace on Wednesday as Sumaria’s de facto leader. She said it was late.",
        &["She = Ana Prado (Sumaria’s de facto leader) person"],
    );
    means(
        "Ana Prado praised the mayor on Wednesday as Sumaria’s real leader. She told a court it was late.",
        &["Ana Prado = Ana Prado person", "She = Ana Prado person"],
    );
}

#[test]
fn a_wider_word_means_who_has_such_a_role() {
    means(
        "Rep. Ana Prado toured the mill. The mayor, Tom Brun, was there. The lawmaker said it was late.",
        &["The lawmaker = Ana Prado (Rep.) person"],
    );
    means(
        "Hydrologist Ana Prado spoke first. The scientist said it was wet. The officer said it was not.",
        &[
            "The scientist = Ana Prado (Hydrologist) person",
            "The officer = officer (officer) person",
        ],
    );
}

#[test]
fn a_name_that_marks_only_set_apart_is_told_of() {
    means(
        "Ana Prado met “Dr Ivor Vale” in Leeds. He claimed he was rich. “I was a fool,” she said.",
        &["He = Ivor Vale person", "she = Ana Prado person"],
    );
}

#[test]
fn whose_sister_it_is_does_not_speak() {
    means(
        "Ana Prado, 38, lost it all. “It was awful,” she said.\n\n\
         Her sister Carla had doubts from the start. “It was odd,” she said.",
        &["she = Ana Prado person", "she = Carla person"],
    );
}

#[test]
fn ranks_of_two_words_and_seats_of_ireland() {
    means(
        "Det Con Ana Prado said it was late. Mayo West TD Tom Brun said it was not. Another TD said it was.",
        &[
            "Det Con Ana Prado = Ana Prado (Det Con) person",
            "Mayo West TD Tom Brun = Tom Brun (Mayo West TD) person",
            "Another TD = Another TD (TD) person",
        ],
    );
}

#[test]
fn a_nationality_before_an_adjective_belongs_to_the_office() {
    means(
        "French foreign minister Ana Prado said it was late. Chinese special envoy Bo Lin said it was not.",
        &[
            "French foreign minister Ana Prado = Ana Prado (French foreign minister) person",
            "Chinese special envoy Bo Lin = Bo Lin (Chinese special envoy) person",
        ],
    );
}

#[test]
fn initials_stand_inside_an_office() {
    means(
        "A Lake Rescue Service (LRS) spokesman said it was late. Tarn Sena (UBT) leader Ana Prado said so. \
         The LRS said it rained.",
        &[
            "A Lake Rescue Service (LRS) spokesman = Lake Rescue Service (LRS) spokesman (spokesman) person",
            "Tarn Sena (UBT) leader Ana Prado = Ana Prado (Tarn Sena (UBT) leader) person",
            "The LRS = Lake Rescue Service organization",
        ],
    );
}

#[test]
fn what_has_its_own_is_a_firm() {
    means(
        "Gorse Machinery last week raised its outlook, saying demand had held up. Gorse Machinery said it was late.",
        &[
            "Gorse Machinery = Gorse Machinery organization",
            "Gorse Machinery = Gorse Machinery organization",
        ],
    );
    means(
        "Tractor maker Korpa Inc (KRP.N) cut jobs. The Peoria, Illinois-based company said it was sad.",
        &["The Peoria, Illinois-based company = Korpa Inc organization"],
    );
}

#[test]
fn the_title_below_tells_whom_the_lead_means() {
    means(
        "Inquiry goes on\n\nA ferry captain ordered his mate to lie, an inquiry has heard.\n\n\
         Tom Brun, 44, told the inquiry that Captain Ana Prado had warned him.\n\n\
         Cross-examined by Bo Lin KC, he denied that he had lied.",
        &[
            " = nobody",
            "A ferry captain = Ana Prado (Captain) person",
            "Tom Brun, 44 = Tom Brun person",
            "he = Tom Brun person",
        ],
    );
}

#[test]
fn a_body_is_no_singer() {
    means(
        "The pop star Ana Prado denied that she was ill. In a letter on the fan platform Starry, the 26-year-old \
         singer told fans that it was late.",
        &[
            "The pop star Ana Prado = Ana Prado (pop star) person",
            "the 26-year-old singer = Ana Prado (pop star) person",
        ],
    );
}

#[test]
fn the_member_for_a_seat_is_the_mp() {
    means(
        "Greens MP Ana Prado spoke. Tom Brun was there. The member for Ballina said it was late.",
        &["The member for Ballina = Ana Prado (Greens MP) person"],
    );
}

#[test]
fn whoever_is_only_reported_has_not_the_word() {
    means(
        "The nurse Baraka Juma said that the guards had told the captain that it was late. “He told us he knew.”",
        &[
            "The nurse Baraka Juma = Baraka Juma (nurse) person",
            "the guards = guards group",
            " = Baraka Juma (nurse) person",
            "He = captain (captain) person",
        ],
    );
}

#[test]
fn peoples_of_two_words_and_of_towns() {
    means(
        "Sizwe Mbeki shook his head. “They are scared,” said the South African. Conor Brun laughed. \
         The Dubliner said it was late. The New Yorker said so.",
        &[
            "the South African = Sizwe Mbeki person",
            "The Dubliner = Conor Brun person",
            "The New Yorker = New Yorker organization",
        ],
    );
}

#[test]
fn an_advocate_is_known_by_the_surname() {
    means(
        "The bar met its president, Advocate Hamid Gul Afridi. Advocate Afridi said it was late.",
        &["Advocate Afridi = Hamid Gul Afridi (president) person"],
    );
}

#[test]
fn an_acting_director_of_something() {
    means(
        "The agency's acting director, Ana Prado, said it was late. Leeds kaumātua Wiremu Asher said it was not.",
        &[
            "The agency's acting director, Ana Prado = Ana Prado (acting director) person",
            "Leeds kaumātua Wiremu Asher = Wiremu Asher person",
        ],
    );
}

#[test]
fn bodies_with_two_fields() {
    means(
        "The Ministry of Food and Farming said it was late. The Ministry of Defence and Korpa said it was not.",
        &[
            "The Ministry of Food and Farming = Ministry of Food and Farming organization",
            "The Ministry of Defence and Korpa = Ministry of Defence organization",
        ],
    );
}
