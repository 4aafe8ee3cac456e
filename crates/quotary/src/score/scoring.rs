use std::collections::BTreeMap;

use super::article::{Annotation, GoldArticle, Prediction};
use super::chars::Chars;
use super::matching::{matched, nested};
use super::names::{bare_words, same_name};
use super::reading::Reading;
use super::tally::{Figure, KindTally, Share, Tally};

/// The counts of one article or of many, and the figures made of them.
#[derive(Debug, Clone, Default)]
pub struct Score {
    options: Options,
    tallies: BTreeMap<&'static str, Tally>,
    shares: BTreeMap<&'static str, Share>,
    kinds: BTreeMap<String, KindTally>,
}

/// How attributions are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Options {
    /// A prediction that matches nothing and lies wholly inside another prediction's content counts
    /// neither for nor against: for gold that marks reports within reports only now and then.
    pub nested_neutral: bool,
}

/// The figures of precision and recall, in the order in which they are shown.
const TALLIES: [&str; 10] = [
    "content.exact",
    "content.overlap",
    "attributed.overlap",
    "content.token",
    "attributed.token",
    "quoted.exact",
    "quoted.overlap",
    "quoted.attributed",
    "quoted.token",
    "quoted.attributed.token",
];

/// Shares of all matched contents: 0 where nothing matched. The others are left out then.
const OF_MATCHED: [&str; 3] = ["source.accuracy", "source.exact", "kind.accuracy"];

/// The shares that gold with speakers gives, in the order in which they are shown.
const OF_SPEAKERS: [&str; 8] = [
    "speaker.accuracy",
    "speaker.named",
    "speaker.pronoun",
    "speaker.nobody",
    "speaker_kind.accuracy",
    "role.accuracy",
    "role.none",
    "addressee.accuracy",
];

/// Sources that name nobody.
const PRONOUNS: [&str; 19] = [
    "he", "she", "they", "it", "i", "we", "you", "him", "her", "them", "us", "me", "his", "hers",
    "its", "their", "who", "which", "that",
];

/// Contents with their sources.
struct Side {
    contents: Vec<Chars>,
    sources: Vec<Chars>,
}

impl Score {
    /// Of no article yet.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// Counts one article, in the product of the numbers of its annotations and predictions.
    pub fn add(&mut self, article: &GoldArticle, predictions: &[Prediction]) {
        let reading = Reading::new(&article.text);
        let annotations = &article.attributions;
        let gold = Side {
            contents: annotations
                .iter()
                .map(|it| reading.chars(&it.content))
                .collect(),
            sources: annotations
                .iter()
                .map(|it| reading.chars(&it.source))
                .collect(),
        };
        let predicted = Side {
            contents: predictions
                .iter()
                .map(|it| reading.chars(&it.content))
                .collect(),
            sources: predictions
                .iter()
                .map(|it| reading.chars(&it.source))
                .collect(),
        };
        let whole: Vec<Chars> = predictions
            .iter()
            .enumerate()
            .map(|(at, it)| {
                let cue = reading.chars(&it.cue);
                Chars::union([&predicted.contents[at], &predicted.sources[at], &cue])
            })
            .collect();
        let pairs = matched(&gold.contents, &predicted.contents);
        let neutral = self.neutral(&predicted.contents, &whole, &pairs);
        self.tally_contents(&reading, [&gold, &predicted], &pairs, neutral.len());
        self.tally_quoted(&reading, annotations, [&gold, &predicted], &whole);
        self.count_kinds(annotations, predictions, &pairs, &neutral);
        for &(i, j) in &pairs {
            let (annotation, prediction) = (&annotations[i], &predictions[j]);
            let (source, said_by) = (&gold.sources[i], &predicted.sources[j]);
            self.share("source.accuracy", reading.same_source(source, said_by));
            self.share("source.exact", source == said_by);
            self.share("kind.accuracy", annotation.kind == prediction.kind);
            self.share_speaker(&reading, annotation, prediction);
        }
    }

    /// Adds what `other` counted.
    pub fn merge(&mut self, other: &Self) {
        for (name, tally) in &other.tallies {
            let mine = self.tallies.entry(name).or_default();
            mine.add(tally.right, tally.predicted, tally.gold);
        }
        for (name, share) in &other.shares {
            let mine = self.shares.entry(name).or_default();
            mine.right += share.right;
            mine.of += share.of;
        }
        for (kind, tally) in &other.kinds {
            let mine = self.kinds.entry(kind.clone()).or_default();
            mine.gold += tally.gold;
            mine.found += tally.found;
            mine.predicted += tally.predicted;
            mine.right += tally.right;
        }
    }

    /// The figures by name, always in the same order: precision and recall, shares, recall by
    /// kind. Those of speakers only where the gold has them.
    #[must_use]
    pub fn figures(&self) -> Vec<(String, Figure)> {
        let tallies = self.tallies();
        let mut figures: Vec<_> = tallies
            .map(|(name, tally)| (name.to_owned(), Figure::Tally(tally)))
            .collect();
        for (name, share) in self.shares() {
            let has_count = OF_SPEAKERS.contains(&name.as_str());
            let count = has_count.then(|| (format!("{name}.n"), Figure::Count(share.of)));
            figures.push((name, Figure::Percent(share.percent())));
            figures.extend(count);
        }
        figures
    }

    /// The counts behind the figures that are shares, by name, in the order of
    /// [`figures`](Self::figures).
    pub fn shares(&self) -> impl Iterator<Item = (String, Share)> + '_ {
        let of_matched = OF_MATCHED
            .into_iter()
            .map(|name| (name, self.shares.get(name).copied().unwrap_or_default()));
        let of_speakers = OF_SPEAKERS
            .into_iter()
            .filter_map(|name| Some((name, *self.shares.get(name)?)));
        let of_kinds = self.kinds().filter(|(_, tally)| tally.gold > 0);
        let of_kinds = of_kinds.map(|(kind, tally)| {
            let share = Share {
                right: tally.found,
                of: tally.gold,
            };
            (format!("recall.{kind}"), share)
        });
        of_matched
            .chain(of_speakers)
            .map(|(name, share)| (name.to_owned(), share))
            .chain(of_kinds)
    }

    /// The counts of precision and recall by name, in the order of [`figures`](Self::figures).
    pub fn tallies(&self) -> impl Iterator<Item = (&'static str, Tally)> + '_ {
        TALLIES.into_iter().map(|name| (name, self.tally(name)))
    }

    /// The counts of one of [`tallies`](Self::tallies); zeros for another name.
    #[must_use]
    pub fn tally(&self, name: &str) -> Tally {
        self.tallies.get(name).copied().unwrap_or_default()
    }

    /// The counts of each kind of quotation, sorted by its name.
    pub fn kinds(&self) -> impl Iterator<Item = (&str, KindTally)> + '_ {
        self.kinds
            .iter()
            .map(|(kind, tally)| (kind.as_str(), *tally))
    }

    fn neutral(&self, contents: &[Chars], whole: &[Chars], pairs: &[(usize, usize)]) -> Vec<usize> {
        if self.options.nested_neutral {
            nested(contents, whole, pairs)
        } else {
            Vec::new()
        }
    }

    fn tally_contents(
        &mut self,
        reading: &Reading,
        [gold, predicted]: [&Side; 2],
        pairs: &[(usize, usize)],
        neutral: usize,
    ) {
        let exact = |&&(i, j): &&(usize, usize)| gold.contents[i] == predicted.contents[j];
        let same = |&&(i, j): &&(usize, usize)| {
            reading.same_source(&gold.sources[i], &predicted.sources[j])
        };
        let (of_predicted, of_gold) = (predicted.contents.len() - neutral, gold.contents.len());
        let mut add = |name, right| self.add_to(name, right, of_predicted, of_gold);
        add("content.exact", pairs.iter().filter(exact).count());
        add("content.overlap", pairs.len());
        add("attributed.overlap", pairs.iter().filter(same).count());
        self.tally_tokens(
            ["content.token", "attributed.token"],
            reading,
            [gold, predicted],
        );
    }

    /// The same on what stands inside quotation marks; gold that is indirect is left out.
    fn tally_quoted(
        &mut self,
        reading: &Reading,
        annotations: &[Annotation],
        [gold, predicted]: [&Side; 2],
        whole: &[Chars],
    ) {
        let is_quoted = |at: usize| annotations[at].kind != "indirect";
        let (gold, _) = gold.inside_marks(reading, is_quoted);
        let (predicted, places) = predicted.inside_marks(reading, |_| true);
        let pairs = matched(&gold.contents, &predicted.contents);
        let whole: Vec<Chars> = places
            .iter()
            .zip(&predicted.contents)
            .map(|(&at, content)| whole[at].intersection(content))
            .collect();
        let neutral = self.neutral(&predicted.contents, &whole, &pairs).len();
        let exact = |&&(i, j): &&(usize, usize)| gold.contents[i] == predicted.contents[j];
        let same = |&&(i, j): &&(usize, usize)| {
            reading.same_source(&gold.sources[i], &predicted.sources[j])
        };
        let (of_predicted, of_gold) = (predicted.contents.len() - neutral, gold.contents.len());
        let mut add = |name, right| self.add_to(name, right, of_predicted, of_gold);
        add("quoted.exact", pairs.iter().filter(exact).count());
        add("quoted.overlap", pairs.len());
        add("quoted.attributed", pairs.iter().filter(same).count());
        self.tally_tokens(
            ["quoted.token", "quoted.attributed.token"],
            reading,
            [&gold, &predicted],
        );
    }

    /// By character: contents alone, and contents with the right source.
    fn tally_tokens(
        &mut self,
        [content, attributed]: [&'static str; 2],
        reading: &Reading,
        [gold, predicted]: [&Side; 2],
    ) {
        let (all, said) = (
            Chars::union(&gold.contents),
            Chars::union(&predicted.contents),
        );
        let mut right = Vec::new();
        for (i, of_gold) in gold.contents.iter().enumerate() {
            for (j, of_predicted) in predicted.contents.iter().enumerate() {
                let both = of_gold.intersection(of_predicted);
                if !both.is_empty() && reading.same_source(&gold.sources[i], &predicted.sources[j])
                {
                    right.push(both);
                }
            }
        }
        let right = Chars::union(&right).len();
        self.add_to(
            content,
            all.intersection(&said).len(),
            said.len(),
            all.len(),
        );
        self.add_to(attributed, right, said.len(), all.len());
    }

    fn count_kinds(
        &mut self,
        annotations: &[Annotation],
        predictions: &[Prediction],
        pairs: &[(usize, usize)],
        neutral: &[usize],
    ) {
        let mut of = |kind: &str, count: fn(&mut KindTally)| {
            count(self.kinds.entry(kind.to_owned()).or_default());
        };
        for annotation in annotations {
            of(&annotation.kind, |tally| tally.gold += 1);
        }
        for (at, prediction) in predictions.iter().enumerate() {
            if !neutral.contains(&at) {
                of(&prediction.kind, |tally| tally.predicted += 1);
            }
        }
        for &(i, j) in pairs {
            of(&annotations[i].kind, |tally| tally.found += 1);
            of(&predictions[j].kind, |tally| tally.right += 1);
        }
    }

    fn share_speaker(&mut self, reading: &Reading, gold: &Annotation, predicted: &Prediction) {
        let name = gold.speaker.as_deref().unwrap_or_default();
        let kind = gold.speaker_kind.as_deref().unwrap_or_default();
        if let Some(first) = name.chars().next() {
            let right = same_name(name, &predicted.speaker);
            self.share("speaker.accuracy", right);
            if kind == "person" && first.is_uppercase() {
                self.share("speaker.named", right);
            }
            let mention = reading.slices(&gold.source).to_lowercase();
            if PRONOUNS.contains(&mention.as_str()) {
                self.share("speaker.pronoun", right);
            }
        }
        if !kind.is_empty() {
            if name.is_empty() {
                self.share("speaker.nobody", predicted.speaker.is_empty());
            } else {
                self.share("speaker_kind.accuracy", kind == predicted.speaker_kind);
            }
            let role = bare_words(gold.role.as_deref().unwrap_or_default());
            let given = bare_words(&predicted.role);
            if role.is_empty() {
                self.share("role.none", given.is_empty());
            } else {
                self.share("role.accuracy", role == given);
            }
        }
        if let Some(addressee) = &gold.addressee {
            let told = bare_words(addressee.as_deref().unwrap_or_default());
            self.share(
                "addressee.accuracy",
                told == bare_words(&predicted.addressee),
            );
        }
    }

    fn add_to(&mut self, name: &'static str, right: usize, predicted: usize, gold: usize) {
        self.tallies
            .entry(name)
            .or_default()
            .add(right, predicted, gold);
    }

    fn share(&mut self, name: &'static str, right: bool) {
        let share = self.shares.entry(name).or_default();
        share.right += usize::from(right);
        share.of += 1;
    }
}

impl Side {
    /// What of it stands inside quotation marks, of those whose index `keep` lets through, and
    /// their indices.
    fn inside_marks(&self, reading: &Reading, keep: impl Fn(usize) -> bool) -> (Self, Vec<usize>) {
        let mut side = Self {
            contents: Vec::new(),
            sources: Vec::new(),
        };
        let mut places = Vec::new();
        for at in (0..self.contents.len()).filter(|&at| keep(at)) {
            let content = reading.quoted(&self.contents[at]);
            if !content.is_empty() {
                side.contents.push(content);
                side.sources.push(self.sources[at].clone());
                places.push(at);
            }
        }
        (side, places)
    }
}
