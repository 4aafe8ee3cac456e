use alloc::vec::Vec;

use crate::MarkKind;
use crate::kind::{Drawn, Family};

/// How a paragraph goes on with a quotation of the one before.
///
/// ```
/// use quotary_grammar::{Convention, Reopening};
///
/// assert_eq!(Convention::named("english-double").unwrap().reopening(), Reopening::Opening);
/// assert_eq!(Convention::named("spanish").unwrap().reopening(), Reopening::Closing);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Reopening {
    /// It repeats the opening mark.
    Opening,
    /// It repeats the closing mark.
    Closing,
    /// It has no mark.
    None,
}

/// What one language, country or habit does with quotation marks.
///
/// ```
/// use quotary_grammar::{Convention, Grammar, MarkKind};
///
/// let german = Convention::named("german").unwrap();
/// assert_eq!(german.levels().next(), Some((MarkKind::LowDouble, MarkKind::LeftDouble)));
/// let grammar = Grammar::builder().conventions([german]).build();
/// assert_eq!(grammar.parse("„Ja“, sagte sie.").quotations().len(), 1);
/// assert_eq!(grammar.parse("\"Ja\", sagte sie.").quotations().len(), 0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Convention {
    name: &'static str,
    languages: &'static [&'static str],
    marks: &'static [&'static str],
    reopening: Reopening,
    dash: Dash,
    source: &'static str,
}

/// Whether dialogue is set with dashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dash {
    /// In books, and in news that tell a story.
    Yes,
    No,
}

/// name, languages (BCP 47), opening and closing mark of each level, reopening, dashes, source.
const fn row(
    name: &'static str,
    languages: &'static [&'static str],
    marks: &'static [&'static str],
    reopening: Reopening,
    dash: Dash,
    source: &'static str,
) -> Convention {
    Convention {
        name,
        languages,
        marks,
        reopening,
        dash,
        source,
    }
}

use Dash::{No, Yes};
use Reopening::{Closing, None as Nothing, Opening};

/// The table. CLDR is release 45, `common/main/*.xml`, element `delimiters`; where a style guide
/// says otherwise, the line follows the guide.
#[rustfmt::skip]
static CONVENTIONS: &[Convention] = &[
    // English
    row("english-double", &["en", "en-US", "en-CA"], &["“ ”", "‘ ’"], Opening, No, "Chicago Manual of Style 17, 13.9, 13.30 (re-opening); CLDR en"),
    row("english-single", &["en-GB", "en-AU", "en-NZ", "en-IE", "en-ZA"], &["‘ ’", "“ ”"], Opening, No, "New Hart's Rules 9.2; Guardian style guide uses double marks: english-double"),
    // What keyboards and converters make of them
    row("typewriter", &[], &["\" \"", "' '"], Opening, No, "ASCII has no other marks"),
    row("typewriter-single", &[], &["' '", "\" \""], Opening, No, "ASCII; British wire copy"),
    row("tex", &[], &["`` ''", "` '"], Opening, No, "The TeXbook, chapter 2"),
    row("doubled-singles", &[], &["'' ''", "' '"], Opening, No, "archives whose field separator was the double mark"),
    // Germanic
    row("german", &["de", "de-AT", "lb"], &["„ “", "‚ ‘"], Nothing, No, "Duden, rule K 7; CLDR de"),
    row("german-guillemets", &["de", "de-AT"], &["» «", "› ‹"], Nothing, No, "Duden, Textgestaltung: book typography"),
    row("swiss", &["de-CH", "fr-CH", "it-CH", "rm"], &["« »", "‹ ›"], Nothing, No, "Schweizerische Bundeskanzlei, Schreibweisungen 2.5; CLDR de-CH"),
    row("dutch", &["nl", "nl-BE"], &["“ ”", "‘ ’"], Nothing, No, "Taaladvies, aanhalingstekens; CLDR nl has ‘ ’ first"),
    row("dutch-old", &["nl", "af"], &["„ ”", "‚ ’"], Nothing, No, "De Bezige Bij and others into the 1990s"),
    row("swedish", &["sv", "fi", "sv-FI", "se"], &["” ”", "’ ’"], Nothing, Yes, "Språkrådet, Svenska skrivregler 5.2; Kotus, lainausmerkit; CLDR sv, fi"),
    row("swedish-guillemets", &["sv", "fi"], &["» »", "’ ’"], Nothing, Yes, "Svenska skrivregler: book typography"),
    row("danish", &["da"], &["» «", "› ‹"], Nothing, Yes, "Dansk Sprognævn, Retskrivningsordbogen § 58"),
    row("danish-low", &["da"], &["„ “", "‚ ‘"], Nothing, Yes, "Dansk Sprognævn, Retskrivningsordbogen § 58; CLDR da has “ ”"),
    row("norwegian", &["nb", "nn", "no"], &["« »", "‘ ’"], Nothing, Yes, "Språkrådet, sitatteikn; CLDR nb"),
    row("icelandic", &["is", "fo"], &["„ “", "‚ ‘"], Nothing, No, "Íslensk málnefnd, ritreglur 29; CLDR is"),
    // Romance
    row("french", &["fr", "fr-CA"], &["« »", "“ ”", "‘ ’"], Opening, Yes, "Imprimerie nationale, Lexique des règles typographiques, guillemets; CLDR fr"),
    row("french-closing", &["fr"], &["« »", "“ ”"], Closing, Yes, "Imprimerie nationale: a quotation inside repeats the closing mark at each line"),
    row("spanish", &["es", "ca", "gl", "eu"], &["« »", "“ ”", "‘ ’"], Closing, Yes, "RAE, Ortografía 2010, comillas 2.1 and raya 2.3; CLDR es"),
    row("spanish-american", &["es-MX", "es-AR", "es-CO", "es-419"], &["“ ”", "‘ ’"], Closing, Yes, "CLDR es-419; press usage"),
    row("portuguese", &["pt", "pt-PT"], &["« »", "“ ”", "‘ ’"], Closing, Yes, "Cunha and Cintra, Nova gramática, aspas; CLDR pt-PT"),
    row("brazilian", &["pt-BR"], &["“ ”", "‘ ’"], Opening, Yes, "Manual de redação da Folha; CLDR pt"),
    row("italian", &["it"], &["« »", "“ ”", "‘ ’"], Nothing, Yes, "Accademia della Crusca, virgolette; CLDR it"),
    row("romanian", &["ro", "mo"], &["„ ”", "« »"], Nothing, Yes, "DOOM 3, ghilimele; CLDR ro"),
    // Slavic and Baltic
    row("polish", &["pl"], &["„ ”", "« »", "‚ ’"], Nothing, Yes, "Wielki słownik ortograficzny PWN, 95 (439); CLDR pl"),
    row("czech", &["cs", "sk", "sl"], &["„ “", "‚ ‘"], Nothing, Yes, "Internetová jazyková příručka, uvozovky; CLDR cs, sk, sl"),
    row("czech-guillemets", &["cs", "sk", "sl", "hr"], &["» «", "› ‹"], Nothing, Yes, "Internetová jazyková příručka: book typography"),
    row("croatian", &["hr", "bs", "sr-Latn"], &["„ ”", "‘ ’"], Nothing, Yes, "Hrvatski pravopis, navodnici; CLDR hr"),
    row("serbian", &["sr", "mk", "bg"], &["„ “", "’ ‘"], Nothing, Yes, "Pravopis Matice srpske 2010; CLDR sr, mk, bg"),
    row("russian", &["ru", "be", "kk"], &["« »", "„ “"], Nothing, Yes, "Rosenthal, § 133; CLDR ru"),
    row("ukrainian", &["uk"], &["« »", "“ ”"], Nothing, Yes, "Ukrainian orthography 2019, § 166; CLDR uk"),
    row("lithuanian", &["lt", "et", "lv"], &["„ “", "‚ ‘"], Nothing, Yes, "VLKK, kabutės; CLDR lt, et"),
    // Others of Europe
    row("greek", &["el"], &["« »", "“ ”"], Closing, Yes, "EU Interinstitutional style guide el 10.1.7; CLDR el"),
    row("hungarian", &["hu"], &["„ ”", "» «"], Nothing, Yes, "A magyar helyesírás szabályai 12, 256–258; CLDR hu"),
    row("turkish", &["tr", "az"], &["“ ”", "‘ ’"], Nothing, Yes, "Türk Dil Kurumu, tırnak işareti; CLDR tr"),
    row("albanian", &["sq"], &["« »", "“ ”"], Nothing, Yes, "CLDR sq"),
    row("armenian", &["hy"], &["« »"], Nothing, Yes, "CLDR hy"),
    // Right to left
    row("hebrew", &["he", "yi"], &["” ”", "’ ’"], Nothing, No, "Academy of the Hebrew Language, punctuation 22; CLDR he"),
    row("hebrew-gershayim", &["he"], &["״ ״"], Nothing, No, "SI 1452 keyboards"),
    row("hebrew-low", &["he", "yi"], &["„ ”"], Nothing, No, "printed books into the 1970s"),
    row("arabic", &["ar", "ckb"], &["« »", "“ ”"], Nothing, No, "Al Jazeera style book; CLDR ar has ” “"),
    row("persian", &["fa", "ps"], &["« »", "‹ ›"], Nothing, No, "Academy of Persian, dastur-e khatt; CLDR fa"),
    row("urdu", &["ur"], &["“ ”", "‘ ’"], Nothing, No, "CLDR ur"),
    // Asia
    row("japanese", &["ja"], &["「 」", "『 』"], Nothing, No, "JLReq 3.1.2; CLDR ja"),
    row("chinese-traditional", &["zh-TW", "zh-HK", "zh-Hant", "yue"], &["「 」", "『 』", "《 》", "〈 〉"], Opening, No, "MOE Taiwan, revised handbook of punctuation 7, 14; CLDR zh-Hant"),
    row("chinese-simplified", &["zh", "zh-CN", "zh-SG"], &["“ ”", "‘ ’", "《 》", "〈 〉"], Opening, No, "GB/T 15834-2011, 4.8, 4.15; CLDR zh"),
    row("chinese-vertical", &["zh-Hant", "ja"], &["﹁ ﹂", "﹃ ﹄"], Opening, No, "Unicode, CJK compatibility forms"),
    row("japanese-primes", &["ja"], &["〝 〟"], Nothing, No, "JLReq, appendix A.1"),
    row("korean", &["ko"], &["“ ”", "‘ ’", "《 》", "〈 〉"], Nothing, No, "Hangul orthography 2015, punctuation 12–15; CLDR ko"),
    row("korean-north", &["ko-KP"], &["《 》", "〈 〉"], Nothing, No, "Chosŏnmal kyubŏmjip, punctuation"),
    row("vietnamese", &["vi", "id", "ms", "th", "fil", "hi"], &["“ ”", "‘ ’"], Nothing, Yes, "CLDR vi, id, ms, th, fil, hi"),
];

impl Convention {
    /// Every convention of the table.
    ///
    /// ```
    /// use quotary_grammar::Convention;
    ///
    /// assert!(Convention::all().iter().any(|convention| convention.name() == "french"));
    /// ```
    #[must_use]
    pub fn all() -> &'static [Convention] {
        CONVENTIONS
    }

    /// The convention of this name; `None` where the table has none.
    ///
    /// ```
    /// use quotary_grammar::Convention;
    ///
    /// assert!(Convention::named("danish").is_some());
    /// assert!(Convention::named("martian").is_none());
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Convention> {
        CONVENTIONS
            .iter()
            .find(|convention| convention.name == name)
    }

    /// The conventions that texts in a language follow, by its BCP 47 tag ("fr", "pt-BR"): those of
    /// the country, and where there are none, those of the language.
    ///
    /// ```
    /// use quotary_grammar::Convention;
    ///
    /// let names: Vec<_> = Convention::of_language("de-CH").map(Convention::name).collect();
    /// assert_eq!(names, ["swiss"]);
    /// assert_eq!(Convention::of_language("de-LI").count(), 2);
    /// ```
    pub fn of_language(tag: &str) -> impl Iterator<Item = &'static Convention> {
        let has = |convention: &Convention, tag: &str| {
            convention
                .languages
                .iter()
                .any(|known| known.eq_ignore_ascii_case(tag))
        };
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        let exact = CONVENTIONS.iter().any(|convention| has(convention, tag));
        let wanted = if exact { tag } else { language };
        CONVENTIONS
            .iter()
            .filter(move |convention| has(convention, wanted))
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// Its name, in lower case with hyphens.
    ///
    /// ```
    /// use quotary_grammar::Convention;
    ///
    /// assert_eq!(Convention::of_language("da").next().unwrap().name(), "danish");
    /// ```
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The languages that follow it, as BCP 47 tags; empty where it is a habit of machines.
    ///
    /// ```
    /// use quotary_grammar::Convention;
    ///
    /// assert!(Convention::named("swedish").unwrap().languages().contains(&"fi"));
    /// assert!(Convention::named("tex").unwrap().languages().is_empty());
    /// ```
    #[must_use]
    pub fn languages(&self) -> &'static [&'static str] {
        self.languages
    }

    /// Opening and closing mark of each level, the outermost first.
    ///
    /// ```
    /// use quotary_grammar::{Convention, MarkKind};
    ///
    /// let spanish = Convention::named("spanish").unwrap();
    /// assert_eq!(spanish.levels().count(), 3);
    /// assert_eq!(spanish.levels().next(), Some((MarkKind::LeftGuillemet, MarkKind::RightGuillemet)));
    /// ```
    pub fn levels(&self) -> impl Iterator<Item = (MarkKind, MarkKind)> + use<> {
        self.marks.iter().filter_map(|pair| {
            let (opening, closing) = pair.split_once(' ')?;
            Some((MarkKind::of(opening)?, MarkKind::of(closing)?))
        })
    }

    /// How a paragraph goes on with a quotation of the one before.
    ///
    /// ```
    /// use quotary_grammar::{Convention, Reopening};
    ///
    /// assert_eq!(Convention::named("french").unwrap().reopening(), Reopening::Opening);
    /// ```
    #[must_use]
    pub fn reopening(&self) -> Reopening {
        self.reopening
    }

    /// Whether dialogue is also set with dashes.
    ///
    /// ```
    /// use quotary_grammar::Convention;
    ///
    /// assert!(Convention::named("polish").unwrap().has_dash_dialogue());
    /// assert!(!Convention::named("german").unwrap().has_dash_dialogue());
    /// ```
    #[must_use]
    pub fn has_dash_dialogue(&self) -> bool {
        self.dash == Dash::Yes
    }

    /// Where it is laid down.
    ///
    /// ```
    /// use quotary_grammar::Convention;
    ///
    /// assert!(Convention::named("german").unwrap().source().contains("Duden"));
    /// ```
    #[must_use]
    pub fn source(&self) -> &'static str {
        self.source
    }
}

/// What each kind of mark may do under the conventions that are on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Uses {
    /// `None` for a kind that is no mark here.
    drawn: [Option<Drawn>; MarkKind::COUNT],
}

impl Uses {
    /// Every convention is on: marks are told apart by their places and their partners.
    pub(crate) const EVERY: Uses = Uses {
        drawn: MarkKind::DRAWN,
    };

    /// Only the marks of `conventions`, in the directions that these give them.
    pub(crate) fn of<'c>(conventions: impl IntoIterator<Item = &'c Convention>) -> Self {
        let mut drawn = [None; MarkKind::COUNT];
        for (opening, closing) in conventions.into_iter().flat_map(Convention::levels) {
            let mut add = |kind: MarkKind, way: Drawn| {
                let slot = &mut drawn[kind as usize];
                *slot = match *slot {
                    Some(other) if other != way => Some(Drawn::Both),
                    _ => Some(way),
                };
            };
            add(opening, Drawn::Opening);
            add(closing, Drawn::Closing);
        }
        Self { drawn }
    }

    /// The same without single marks.
    pub(crate) fn without_singles(mut self) -> Self {
        for kind in MarkKind::ALL {
            if kind.family() == Family::Single {
                self.drawn[kind as usize] = None;
            }
        }
        self
    }

    /// Which way `kind` is drawn; `None` where it is no mark.
    #[inline]
    pub(crate) fn drawn(&self, kind: MarkKind) -> Option<Drawn> {
        self.drawn[kind as usize]
    }
}

impl Default for Uses {
    fn default() -> Self {
        Self::EVERY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_is_a_pair_of_marks_of_one_family() {
        for convention in Convention::all() {
            assert_eq!(
                convention.levels().count(),
                convention.marks.len(),
                "{}",
                convention.name
            );
            for (opening, closing) in convention.levels() {
                assert_eq!(opening.family(), closing.family(), "{}", convention.name);
                assert!(
                    crate::fit::fits(opening, closing),
                    "{}: {opening:?}",
                    convention.name
                );
            }
        }
    }

    #[test]
    fn names_are_unique_and_sources_are_given() {
        let mut names: Vec<_> = Convention::all().iter().map(Convention::name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(
            Convention::all()
                .iter()
                .all(|convention| !convention.source.is_empty())
        );
    }

    #[test]
    fn a_mark_that_opens_and_closes_is_drawn_both_ways() {
        let uses = Uses::of(Convention::named("swedish"));
        assert_eq!(uses.drawn(MarkKind::RightDouble), Some(Drawn::Both));
        assert_eq!(uses.drawn(MarkKind::LeftDouble), None);
    }
}
