//! The compiled lists: everything that the lists say as bytes.
//!
//! ```text
//! magic, words, verbs, nouns, groups of phrasal verbs    read at start: some thousand values
//! tables of words, phrases, abbreviations                used where they lie
//! ```
//!
//! Words of which the lists say the same share one value. Numbers are little-endian; a text has its
//! length (one byte) before it, a sequence the number of its items.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use crate::{
    LexiconError, Lists,
    class::{Coded, CueVerb, Describes, NounCue, Pattern, Stance, VerbClass, Word},
    error::Fault,
    lexicon::{Lexicon, PhrasalCue},
    list::Joined,
    table::{Table, lay_out},
};

/// Name and version of the format; another one is refused.
const MAGIC: &[u8; 8] = b"QUOTLEX3";

/// Stands for no index.
const NONE: u16 = u16::MAX;

impl Lists<'_> {
    /// The bytes that [`Lexicon::compiled`] takes: always the same for the same lists.
    ///
    /// # Errors
    ///
    /// Where a list is no CSV of the stated columns, names a class that does not exist, or has a word
    /// of more than 48 bytes or one that has the hash of another; the message gives list, line and column.
    pub fn compile(&self) -> Result<Vec<u8>, LexiconError> {
        let joined = Joined::read(self)?;
        let mut values = Values::default();
        let words = values.number_all(&joined.words)?;
        let phrases = values.number_all(&joined.phrases)?;
        let abbreviations = joined.abbreviations.iter();
        let abbreviations: Vec<_> = abbreviations
            .map(|(word, it)| (&**word, u16::from(it.may_end)))
            .collect();

        let mut out = Writer(MAGIC.to_vec());
        out.number(values.all.len())?;
        values.all.iter().for_each(|word| out.word(word));
        out.number(joined.verbs.len())?;
        for verb in &joined.verbs {
            out.cue(verb.class, verb.stance, verb.pattern);
            out.text(&verb.lemma)?;
        }
        out.number(joined.nouns.len())?;
        for noun in &joined.nouns {
            out.cue(noun.class, noun.stance, noun.pattern);
            out.text(&noun.noun)?;
        }
        out.number(joined.phrasal.len())?;
        for group in &joined.phrasal {
            out.number(group.len())?;
            for cue in group {
                out.short(cue.verb);
                out.number(cue.words.len())?;
                cue.words.iter().try_for_each(|word| out.text(word))?;
            }
        }
        out.table(&words)?;
        out.table(&phrases)?;
        out.table(&abbreviations)?;
        Ok(out.0)
    }
}

impl Lexicon {
    /// The lexicon of lists that [`Lists::compile`] has compiled; the words are left where they lie.
    ///
    /// # Errors
    ///
    /// Where the bytes are of another version of this crate, or not whole.
    pub fn compiled(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, LexiconError> {
        let bytes = bytes.into();
        let mut lexicon = Reader::new(&bytes).lexicon().ok_or(Fault::Compiled)?;
        lexicon.bytes = bytes;
        Ok(lexicon)
    }
}

/// Every value that some word has, once.
#[derive(Default)]
struct Values {
    all: Vec<Word>,
    numbers: HashMap<Word, u16>,
}

impl Values {
    /// The words with the numbers of their values.
    fn number_all<'w>(
        &mut self,
        words: &'w BTreeMap<String, Word>,
    ) -> Result<Vec<(&'w str, u16)>, Fault> {
        let number = |(word, value): (&'w String, &'w Word)| {
            let next = u16::try_from(self.all.len()).map_err(|_| Fault::Size(word.clone()))?;
            let number = *self.numbers.entry(*value).or_insert(next);
            if number == next {
                self.all.push(*value);
            }
            Ok((&**word, number))
        };
        words.iter().map(number).collect()
    }
}

struct Writer(Vec<u8>);

impl Writer {
    fn short(&mut self, number: u16) {
        self.0.extend(number.to_le_bytes());
    }

    fn number(&mut self, number: usize) -> Result<(), Fault> {
        let number = u32::try_from(number).map_err(|_| Fault::Size(String::new()))?;
        self.0.extend(number.to_le_bytes());
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        let len = u8::try_from(text.len()).map_err(|_| Fault::Size(text.to_owned()))?;
        self.0.push(len);
        self.0.extend(text.as_bytes());
        Ok(())
    }

    fn class<C: Coded>(&mut self, class: Option<C>) {
        self.0.push(C::code(class));
    }

    fn word(&mut self, word: &Word) {
        word.tags.iter().for_each(|&tag| self.class(tag));
        self.class(word.closed);
        self.short(word.cue.unwrap_or(NONE));
        self.short(word.phrasal.unwrap_or(NONE));
        self.short(word.noun_cue.unwrap_or(NONE));
        self.class(word.noun);
        self.class(word.gender);
        self.class(word.number);
        self.class(word.title);
        self.class(word.given);
        self.class(word.place);
        self.class(word.org);
        self.short(word.describes.bits());
    }

    fn cue(&mut self, class: VerbClass, stance: Stance, pattern: Pattern) {
        self.class(Some(class));
        self.class(Some(stance));
        self.short(pattern.bits());
    }

    fn table(&mut self, words: &[(&str, u16)]) -> Result<(), Fault> {
        let slots = lay_out(words)?;
        self.number(slots.len())?;
        self.0.extend(slots);
        Ok(())
    }
}

/// Reads what a [`Writer`] wrote; `None` where there is too little of it, or something else.
struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The lexicon, still without the bytes that its tables lie in.
    fn lexicon(&mut self) -> Option<Lexicon> {
        if self.take(MAGIC.len())? != MAGIC {
            return None;
        }
        let lexicon = Lexicon {
            values: self.sequence(Self::word)?,
            verbs: self.sequence(|from| {
                let (class, stance, pattern) = from.cue()?;
                let lemma = from.text()?;
                Some(CueVerb {
                    lemma,
                    class,
                    stance,
                    pattern,
                })
            })?,
            nouns: self.sequence(|from| {
                let (class, stance, pattern) = from.cue()?;
                let noun = from.text()?;
                Some(NounCue {
                    noun,
                    class,
                    stance,
                    pattern,
                })
            })?,
            phrasal: self.sequence(|from| {
                from.sequence(|from| {
                    let verb = from.short()?;
                    let words = from.sequence(Self::text)?;
                    Some(PhrasalCue { words, verb })
                })
            })?,
            words: self.table()?,
            phrases: self.table()?,
            abbreviations: self.table()?,
            bytes: Cow::default(),
        };
        lexicon.is_whole().then_some(lexicon)
    }

    fn take(&mut self, len: usize) -> Option<&'b [u8]> {
        let taken = self.bytes.get(self.at..)?.get(..len)?;
        self.at += len;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn short(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    fn index(&mut self) -> Option<Option<u16>> {
        let index = self.short()?;
        Some((index != NONE).then_some(index))
    }

    fn number(&mut self) -> Option<usize> {
        self.array()
            .map(|number| u32::from_le_bytes(number) as usize)
    }

    fn sequence<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let len = self.number()?;
        // Every item has a byte at least: no room is asked for that the bytes cannot fill.
        let mut items = Vec::with_capacity(len.min(self.bytes.len() - self.at));
        for _ in 0..len {
            items.push(item(self)?);
        }
        Some(items)
    }

    fn text(&mut self) -> Option<Box<str>> {
        let [len] = self.array()?;
        let text = std::str::from_utf8(self.take(len.into())?).ok()?;
        Some(text.into())
    }

    fn class<C: Coded>(&mut self) -> Option<Option<C>> {
        let [code] = self.array()?;
        Some(C::decode(code))
    }

    fn word(&mut self) -> Option<Word> {
        Some(Word {
            tags: [self.class()?, self.class()?, self.class()?, self.class()?],
            closed: self.class()?,
            cue: self.index()?,
            phrasal: self.index()?,
            noun_cue: self.index()?,
            noun: self.class()?,
            gender: self.class()?,
            number: self.class()?,
            title: self.class()?,
            given: self.class()?,
            place: self.class()?,
            org: self.class()?,
            describes: Describes::from_bits(self.short()?),
        })
    }

    fn cue(&mut self) -> Option<(VerbClass, Stance, Pattern)> {
        let (class, stance) = (self.class()??, self.class()??);
        Some((class, stance, Pattern::from_bits(self.short()?)))
    }

    fn table(&mut self) -> Option<Table> {
        let len = self.number()?;
        let start = self.at;
        self.take(len)?;
        Some(Table(start..self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Gender, LexiconErrorKind, Number, Title};

    const LISTS: Lists<'_> = Lists {
        cues: "lemma,class,stance,pattern,note\n\
               point out,speech,endorsing,that|quote,\nsay,speech,neutral,quote|that,\n",
        cue_nouns: "noun,class,stance,pattern,note\nclaim,speech,distancing,that,\n",
        verbs: "form,lemma,tag,class,note\npointed,point,VBD,common,\nsaid,say,VBD,common,\n",
        words: "word,class,note\nshe,personal,fem; 3sg\n",
        tags: "word,tags,class,note\n",
        abbreviations: "abbreviation,class,note\nInc.,legal,may-end\nMr.,title,\n",
        titles: "title,class,note\nprime minister,office,\n",
        nouns: "noun,class,note\n",
        given_names: "name,class,note\n",
        places: "name,class,note\n",
        orgs: "word,class,note\n",
        descriptions: "word,class,note\n",
    };

    #[test]
    fn what_is_compiled_is_read() {
        let lexicon = Lexicon::compiled(LISTS.compile().unwrap()).unwrap();
        let said = lexicon.word("SAID").cue.unwrap();
        assert_eq!(&*lexicon.verb(said).lemma, "say");
        assert!(lexicon.verb(said).pattern.has(Pattern::THAT));
        let claim = lexicon.word("claims").noun_cue.unwrap();
        assert_eq!(lexicon.noun_cue(claim).stance, Stance::Distancing);
        let she = lexicon.word("She");
        assert_eq!(she.gender, Some(Gender::Feminine));
        assert_eq!(she.number, Some(Number::Singular));
        let minister = lexicon.phrase("Prime Minister").unwrap();
        assert_eq!(minister.title, Some(Title::Office));
        assert!(lexicon.abbreviation("Inc").unwrap().may_end);
        assert!(!lexicon.abbreviation("Mr").unwrap().may_end);
        assert_eq!(lexicon.abbreviation("mr"), None);
        let next = |at: usize| ["out", "that"][at];
        let (verb, words) = lexicon.phrasal(lexicon.word("pointed"), next).unwrap();
        assert_eq!((&*verb.lemma, words), ("point out", 1));
        assert_eq!(lexicon.word("unheard"), Word::default());
    }

    #[test]
    fn cut_or_changed_bytes_are_refused() {
        let bytes = LISTS.compile().unwrap();
        for len in 0..bytes.len() {
            let error = Lexicon::compiled(bytes[..len].to_vec()).unwrap_err();
            assert_eq!(error.kind(), LexiconErrorKind::Compiled);
        }
        let mut other = bytes;
        other[7] += 1;
        assert!(Lexicon::compiled(other).is_err());
    }

    #[test]
    fn bytes_of_somebody_else_never_panic() {
        let bytes = LISTS.compile().unwrap();
        for at in 8..bytes.len() {
            for wrong in [0, 255, bytes[at] ^ 1] {
                let mut bytes = bytes.clone();
                bytes[at] = wrong;
                let Ok(lexicon) = Lexicon::compiled(bytes) else {
                    continue;
                };
                for word in ["said", "claims", "she", "pointed", "unheard"] {
                    let word = lexicon.word(word);
                    word.cue.map(|cue| lexicon.verb(cue));
                    word.noun_cue.map(|cue| lexicon.noun_cue(cue));
                    let _ = lexicon.phrasal(word, |_| "out");
                }
            }
        }
    }

    #[test]
    fn an_unknown_class_is_named_with_its_line() {
        let lists = Lists {
            titles: "title,class,note\nDame,honorific,\nDuke,duke,\n",
            ..Lists::default()
        };
        let error = lists.compile().unwrap_err();
        assert_eq!(error.kind(), LexiconErrorKind::Class);
        assert!(error.to_string().contains("titles.csv, line 3"), "{error}");
    }
}
