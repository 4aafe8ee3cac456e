//! Reads the CSV files into one table.

use std::collections::{BTreeMap, HashMap};

use crate::{
    LexiconError,
    class::{
        Abbreviation, Class, Closed, CueVerb, Describes, Gender, Name, Noun, NounCue, Number,
        OrgWord, Pattern, Place, Stance, Title, VerbClass, Word,
    },
    error::Fault,
    lexicon::PhrasalCue,
    tag::Tag,
};

/// The word lists as CSV text, header line included; the columns stand in `data/README.md`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lists<'d> {
    /// `lemma,class,stance,pattern,note`
    pub cues: &'d str,
    /// `noun,class,stance,pattern,note`
    pub cue_nouns: &'d str,
    /// `form,lemma,tag,class,note`
    pub verbs: &'d str,
    /// `word,class,note`
    pub words: &'d str,
    /// `word,tags,class,note`
    pub tags: &'d str,
    /// `abbreviation,class,note`
    pub abbreviations: &'d str,
    /// `title,class,note`
    pub titles: &'d str,
    /// `noun,class,note`
    pub nouns: &'d str,
    /// `name,class,note`
    pub given_names: &'d str,
    /// `name,class,note`
    pub places: &'d str,
    /// `word,class,note`
    pub orgs: &'d str,
    /// `word,class,note`
    pub descriptions: &'d str,
}

/// What all lists together say, each word and phrase once.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    pub(crate) words: BTreeMap<String, Word>,
    pub(crate) phrases: BTreeMap<String, Word>,
    pub(crate) abbreviations: BTreeMap<String, Abbreviation>,
    pub(crate) verbs: Vec<CueVerb>,
    pub(crate) nouns: Vec<NounCue>,
    pub(crate) phrasal: Vec<Vec<PhrasalCue>>,
}

impl Joined {
    pub(crate) fn read(lists: &Lists<'_>) -> Result<Self, LexiconError> {
        let mut joined = Self::default();
        let verbs = joined.read_cues(lists)?;
        joined.read_verbs(lists, &verbs)?;
        joined.read_tags(lists)?;
        joined.read_words(lists)?;
        joined.read_nouns(lists)?;
        joined.read_names(lists)?;
        joined.read_descriptions(lists)?;
        joined.read_abbreviations(lists)?;
        Ok(joined)
    }

    /// The cue verbs and nouns; the answer finds a verb by its lemma.
    fn read_cues(&mut self, lists: &Lists<'_>) -> Result<Lemmas, LexiconError> {
        let mut by_lemma = Lemmas::default();
        each("cues.csv", lists.cues, |row| {
            let verb = CueVerb {
                lemma: row.at(0).into(),
                class: row.class(1, "class", VerbClass::named)?,
                stance: row.class(2, "stance", Stance::named)?,
                pattern: row.class(3, "pattern", patterns)?,
            };
            let at = index(self.verbs.len());
            self.verbs.push(verb);
            match row.at(0).split_once(' ') {
                None => {
                    by_lemma.cues.insert(row.at(0).to_owned(), at);
                }
                Some((first, rest)) => {
                    let group = *by_lemma.phrasal.entry(first.to_owned()).or_insert_with(|| {
                        self.phrasal.push(Vec::new());
                        index(self.phrasal.len() - 1)
                    });
                    let words = rest.split(' ').map(Into::into).collect();
                    self.phrasal[usize::from(group)].push(PhrasalCue { words, verb: at });
                }
            }
            Ok(())
        })?;
        each("cue_nouns.csv", lists.cue_nouns, |row| {
            let noun = NounCue {
                noun: row.at(0).into(),
                class: row.class(1, "class", VerbClass::named)?,
                stance: row.class(2, "stance", Stance::named)?,
                pattern: row.class(3, "pattern", patterns)?,
            };
            let at = Some(index(self.nouns.len()));
            self.nouns.push(noun);
            self.entry(row.at(0)).noun_cue = at;
            self.entry(&plural(row.at(0))).noun_cue = at;
            Ok(())
        })?;
        Ok(by_lemma)
    }

    fn read_verbs(&mut self, lists: &Lists<'_>, by_lemma: &Lemmas) -> Result<(), LexiconError> {
        each("verbs.csv", lists.verbs, |row| {
            let tag = row.class(2, "tag", verb_tag)?;
            let cue = by_lemma.cues.get(row.at(1)).copied();
            let phrasal = by_lemma.phrasal.get(row.at(1)).copied();
            let word = self.entry(row.at(0));
            word.phrasal = word.phrasal.or(phrasal);
            add_tag(&mut word.tags, tag);
            // "found" is a form of "find" and of "found": the cue is meant.
            word.cue = word.cue.or(cue);
            Ok(())
        })
    }

    /// Orders the parts of speech of each form by frequency; verb forms are known by now.
    fn read_tags(&mut self, lists: &Lists<'_>) -> Result<(), LexiconError> {
        each("tags.csv", lists.tags, |row| {
            let form = row.at(0);
            let verbs = self
                .words
                .get(form)
                .map(|word| word.tags)
                .unwrap_or_default();
            let mut tags = [None; 4];
            for coarse in row.at(1).split('|') {
                match coarse {
                    "VERB" => {
                        if verbs == [None; 4] {
                            add_tag(&mut tags, Tag::Verb);
                        }
                        verbs
                            .iter()
                            .flatten()
                            .for_each(|&tag| add_tag(&mut tags, tag));
                    }
                    other => add_tag(
                        &mut tags,
                        row.known("tags", other, |it| open_tag(it, form))?,
                    ),
                }
            }
            verbs
                .iter()
                .flatten()
                .for_each(|&tag| add_tag(&mut tags, tag));
            self.entry(form).tags = tags;
            Ok(())
        })
    }

    fn read_words(&mut self, lists: &Lists<'_>) -> Result<(), LexiconError> {
        each("words.csv", lists.words, |row| {
            let class = row.class(1, "class", Closed::named)?;
            let note = row.at(2).to_owned();
            let word = self.phrase_entry(row.at(0));
            // The first class is the one that counts where a word has two ("that", "her").
            word.closed = word.closed.or(Some(class));
            word.gender = word.gender.or_else(|| gender(&note));
            word.number = word.number.or_else(|| number(&note));
            Ok(())
        })
    }

    fn read_nouns(&mut self, lists: &Lists<'_>) -> Result<(), LexiconError> {
        each("nouns.csv", lists.nouns, |row| {
            let class = row.class(1, "class", Noun::named)?;
            let note = row.at(2).to_owned();
            let name = row.at(0);
            let word = self.phrase_entry(name);
            word.noun = word.noun.or(Some(class));
            word.gender = word.gender.or_else(|| gender(&note));
            word.number = word
                .number
                .or_else(|| number(&note))
                .or(Some(Number::Singular));
            let tag = if note.contains("plural") {
                Tag::Nouns
            } else {
                Tag::Noun
            };
            add_tag(&mut word.tags, tag);
            Ok(())
        })
    }

    /// Titles, given names, places, organisations.
    fn read_names(&mut self, lists: &Lists<'_>) -> Result<(), LexiconError> {
        each("titles.csv", lists.titles, |row| {
            let class = row.class(1, "class", Title::named)?;
            let note = row.at(2).to_owned();
            let name = row.at(0).trim_end_matches('.');
            let word = self.phrase_entry(name);
            word.title = word.title.or(Some(class));
            word.gender = word.gender.or_else(|| gender(&note));
            Ok(())
        })?;
        each("given_names.csv", lists.given_names, |row| {
            let class = row.class(1, "class", Name::named)?;
            self.entry(row.at(0)).given = Some(class);
            Ok(())
        })?;
        each("places.csv", lists.places, |row| {
            let class = row.class(1, "class", Place::named)?;
            let name = row.at(0);
            let word = self.phrase_entry(name);
            word.place = word.place.or(Some(class));
            Ok(())
        })?;
        each("orgs.csv", lists.orgs, |row| {
            let class = OrgWord::named(row.at(1)).unwrap_or(OrgWord::Word);
            let name = row.at(0).trim_end_matches('.');
            let word = self.phrase_entry(name);
            word.org = word.org.or(Some(class));
            Ok(())
        })
    }

    fn read_descriptions(&mut self, lists: &Lists<'_>) -> Result<(), LexiconError> {
        each("descriptions.csv", lists.descriptions, |row| {
            let class = row.class(1, "class", Describes::named)?;
            let word = self.entry(row.at(0));
            word.describes = word.describes.and(class);
            Ok(())
        })
    }

    fn read_abbreviations(&mut self, lists: &Lists<'_>) -> Result<(), LexiconError> {
        each("abbreviations.csv", lists.abbreviations, |row| {
            let stem = row.at(0).strip_suffix('.').unwrap_or(row.at(0));
            let may_end = row.at(2).contains("may-end");
            self.abbreviations
                .insert(stem.into(), Abbreviation { may_end });
            Ok(())
        })
    }

    /// The entry of a word, or of several that count as one.
    fn phrase_entry(&mut self, phrase: &str) -> &mut Word {
        if phrase.contains(' ') {
            enter(&mut self.phrases, phrase)
        } else {
            self.entry(phrase)
        }
    }

    fn entry(&mut self, word: &str) -> &mut Word {
        enter(&mut self.words, word)
    }
}

/// Where the verbs of attribution stand, by their lemma; those of several words by their first.
#[derive(Default)]
struct Lemmas {
    cues: HashMap<String, u16>,
    phrasal: HashMap<String, u16>,
}

fn enter<'l>(table: &'l mut BTreeMap<String, Word>, word: &str) -> &'l mut Word {
    table.entry(word.to_lowercase()).or_default()
}

/// One line of a list.
struct Row<'r> {
    list: &'static str,
    record: &'r csv::StringRecord,
}

impl Row<'_> {
    fn at(&self, column: usize) -> &str {
        self.record.get(column).unwrap_or_default()
    }

    fn class<T>(
        &self,
        column: usize,
        name: &'static str,
        known: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, LexiconError> {
        self.known(name, self.at(column), known)
    }

    fn known<T>(
        &self,
        column: &'static str,
        found: &str,
        known: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, LexiconError> {
        known(found).ok_or_else(|| {
            let line = self.record.position().map_or(0, csv::Position::line);
            Fault::Class {
                list: self.list,
                line,
                column,
                found: found.to_owned(),
            }
            .into()
        })
    }
}

/// Calls `read` with every line behind the header.
fn each(
    list: &'static str,
    text: &str,
    mut read: impl FnMut(&Row<'_>) -> Result<(), LexiconError>,
) -> Result<(), LexiconError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => read(&Row {
                list,
                record: &record,
            })?,
            Ok(false) => return Ok(()),
            Err(source) => return Err(Fault::Csv { list, source }.into()),
        }
    }
}

fn index(len: usize) -> u16 {
    u16::try_from(len).unwrap_or(u16::MAX)
}

/// Puts `tag` behind those that are there, once, as long as there is room.
fn add_tag(tags: &mut [Option<Tag>; 4], tag: Tag) {
    if tags.contains(&Some(tag)) {
        return;
    }
    if let Some(free) = tags.iter_mut().find(|slot| slot.is_none()) {
        *free = Some(tag);
    }
}

/// The regular plural of an English noun.
fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if noun.ends_with(['s', 'x', 'z']) || noun.ends_with("ch") || noun.ends_with("sh") => {
            format!("{noun}es")
        }
        _ => format!("{noun}s"),
    }
}

fn patterns(list: &str) -> Option<Pattern> {
    list.split('|')
        .filter(|it| !it.is_empty())
        .try_fold(Pattern::default(), |all, it| {
            Some(all.and(match it {
                "quote" => Pattern::QUOTE,
                "that" => Pattern::THAT,
                "bare" => Pattern::BARE,
                "hearer" => Pattern::HEARER,
                "hearer-to" => Pattern::HEARER_TO,
                "to" => Pattern::TO,
                "ask" => Pattern::ASK,
                "of" => Pattern::OF,
                "as" => Pattern::AS,
                "call" => Pattern::CALL,
                "np" => Pattern::NP,
                "gerund" => Pattern::GERUND,
                "for" => Pattern::FOR,
                "how" => Pattern::HOW,
                "colon" => Pattern::COLON,
                _ => return None,
            }))
        })
}

fn verb_tag(tag: &str) -> Option<Tag> {
    Some(match tag {
        "VB" | "VBP" => Tag::Verb,
        "VBZ" => Tag::VerbS,
        "VBD" => Tag::VerbPast,
        "VBN" => Tag::VerbParticiple,
        "VBG" => Tag::VerbIng,
        "MD" => Tag::Modal,
        _ => return None,
    })
}

fn open_tag(tag: &str, form: &str) -> Option<Tag> {
    Some(match tag {
        "NOUN" if form.ends_with('s') && !form.ends_with("ss") => Tag::Nouns,
        "NOUN" => Tag::Noun,
        "PROPN" => Tag::Name,
        "ADJ" => Tag::Adjective,
        "ADV" => Tag::Adverb,
        "PRON" => Tag::Pronoun,
        "DET" => Tag::Determiner,
        "ADP" | "SCONJ" => Tag::Preposition,
        "CCONJ" => Tag::Coordinator,
        "AUX" => Tag::Modal,
        "NUM" => Tag::Number,
        "PART" => Tag::Particle,
        "INTJ" | "X" => Tag::Other,
        _ => return None,
    })
}

/// The gender a note tells: "fem", "masc" as a word of its own.
fn gender(note: &str) -> Option<Gender> {
    note.split([' ', ';', ',', '|']).find_map(Gender::named)
}

/// The number a note tells: "3sg", "plural".
fn number(note: &str) -> Option<Number> {
    note.split([' ', ';', ',', '|'])
        .find_map(|part| match part {
            "sg" | "1sg" | "2sg" | "3sg" | "singular" => Some(Number::Singular),
            "pl" | "1pl" | "2pl" | "3pl" | "plural" => Some(Number::Plural),
            _ => None,
        })
}
