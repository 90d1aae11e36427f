"""The matchers of other programs on the terms and texts that `cargo bench --bench glossary -- --write DIR` left.

Weblate's way, as its documentation and code describe it: everything in small letters, every place of every term by the
automaton of ahocorasick_rs, and in languages with spaces only where no letter or digit stands beside it. Its database
is left out. translate-toolkit: its own `terminologymatcher`.
"""

import json
import os
import pathlib
import re
import sys
import time

import ahocorasick_rs
from translate.search.match import terminologymatcher
from translate.storage.po import pofile

NO_WORD = re.compile(r"\W")
WITHOUT_SPACES = {"ja", "zh", "ko"}
# translate-toolkit takes a tenth of a second a segment and more.
FEW = 20


class Weblate:
    name = "Weblate's loop (ahocorasick_rs)"

    def __init__(self, terms, locale):
        self.terms = sorted({term.lower() for term in terms})
        self.automaton = ahocorasick_rs.AhoCorasick(self.terms)
        self.spaces = locale not in WITHOUT_SPACES

    def find(self, text):
        text = text.lower()
        found = set()
        for index, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True):
            before = start == 0 or NO_WORD.match(text[start - 1])
            after = end == len(text) or NO_WORD.match(text[end])
            if not self.spaces or (before and after):
                found.add(self.terms[index])
        return found


class Toolkit:
    name = "translate-toolkit"

    def __init__(self, terms, locale):
        store = pofile()
        for term in terms:
            unit = store.addsourceunit(term)
            unit.target = "x"
        self.matcher = terminologymatcher(store)

    def find(self, text):
        return {str(unit.source).lower() for unit in self.matcher.matches(text)}


def seconds(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def speed(folder):
    print("| 100,000 terms | language | index | segments a second | MB a second |")
    print("|---|---|--:|--:|--:|")
    for line in (folder / "yakugo.txt").read_text().splitlines():
        cells = line.split()
        if cells and cells[0] in ("en", "ja") and len(cells) == 9:
            locale, build, rate = cells[0], cells[1], float(cells[6])
            texts = (folder / f"{locale}.txt").read_text().splitlines()
            size = sum(len(text.encode()) for text in texts) / 1e6
            print(f"| yakugo | {locale} | {build} | {rate * len(texts) / size:,.0f} | {rate:.1f} |")
    for locale in ("en", "ja"):
        terms = (folder / f"{locale}.terms.txt").read_text().splitlines()
        texts = (folder / f"{locale}.txt").read_text().splitlines()
        for peer, share in ((Weblate, texts), (Toolkit, texts[:FEW])):
            built, matcher = seconds(lambda: peer(terms, locale))
            took, _ = seconds(lambda: [matcher.find(text) for text in share])
            size = sum(len(text.encode()) for text in share) / 1e6
            print(f"| {peer.name} | {locale} | {built:.1f} s | {len(share) / took:,.0f} | {size / took:.3g} |")


def quality(folder):
    """F1 of pairs of sentence and term."""
    print("\n| | " + " | ".join(sets := ["en", "de", "fr", "es", "ru", "ko", "zh", "ja"]) + " |")
    print("|---|" + "--:|" * len(sets))
    for peer in (Weblate, Toolkit):
        row = []
        for locale in sets:
            terms = (folder / f"{locale}.terms.txt").read_text().splitlines()
            matcher = peer([term for term in terms if term], locale)
            right = found = wanted = 0
            for line in (folder / f"{locale}.jsonl").read_text().splitlines():
                sentence = json.loads(line)
                gold = {entry["term"].lower() for entry in sentence["gold"]}
                hits = matcher.find(sentence["text"])
                right += len(hits & gold)
                found += len(hits)
                wanted += len(gold)
            row.append(f"{2 * right / (found + wanted):.3f}")
        print(f"| {peer.name} | " + " | ".join(row) + " |")


speed(pathlib.Path(sys.argv[1]))
if data := os.environ.get("YAKUGO_DATA"):
    quality(pathlib.Path(data) / "terms/detect")
