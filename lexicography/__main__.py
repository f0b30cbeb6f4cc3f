"""`python -m lexicography PART FILE…` helps to write resources/lexicon: it reads hand-linked texts and only prints.

candidates  pairs of words that the texts suggest and the lexicon lacks, best first: to be read before they are taken over
missing     words with rows of which no rendering stands on the other side, by frequency: renderings to add, or real differences
unknown     words without rows, by frequency: rows to add
coverage    the share of content words that are covered, missing and unknown, in right links and in wrong ones
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from lexicography.candidates import candidates
from lexicography.linked_texts import LinkedText, read_linked_text
from lexicography.measures import shares, uncovered_words, wrong_links
from resources import path_of
from treaty.language.content_words import Coverage
from treaty.language.lexicon import Lexicon, load_lexicon
from treaty.model import Language

Texts = Sequence[LinkedText]


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def print_candidates(lexicon: Lexicon, texts: Texts) -> None:
    for found in candidates(lexicon, [link for text in texts for link in text.links]):
        say(f"{found.english}\t{found.korean}\t{found.together}\t{found.dice:.2f}\t{found.likelihood:.0f}")


def print_uncovered(lexicon: Lexicon, texts: Texts, state: Coverage) -> None:
    for language in Language:
        for word in uncovered_words(lexicon, texts, language, state):
            other = word.example.english if language is Language.KOREAN else word.example.korean
            say(f"{language}\t{word.times}\t{word.stem}\t{other[:200]}")


def print_coverage(lexicon: Lexicon, texts: Texts) -> None:
    say(f"{'text':<22} {'language':<9} {'words':>6} {'covered':>8} {'missing':>8} {'unknown':>8}   covered in wrong clauses")
    for text in texts:
        for language in Language:
            right = shares(lexicon, text.links, language)
            wrong = shares(lexicon, wrong_links(text.links), language)
            states = " ".join(f"{right.share(state):8.3f}" for state in Coverage)
            say(f"{text.name:<22} {language:<9} {right.words:6} {states}   {wrong.share(Coverage.COVERED):.3f}")


def main() -> int:
    parts: dict[str, Callable[[Lexicon, Texts], None]] = {
        "candidates": print_candidates,
        "missing": lambda lexicon, texts: print_uncovered(lexicon, texts, Coverage.MISSING),
        "unknown": lambda lexicon, texts: print_uncovered(lexicon, texts, Coverage.UNKNOWN),
        "coverage": print_coverage,
    }
    parser = argparse.ArgumentParser(
        prog="python -m lexicography", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("part", choices=parts)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="linked texts, JSON")
    asked = parser.parse_args()
    lexicon = load_lexicon(path_of("lexicon"), path_of("language"))
    parts[asked.part](lexicon, [read_linked_text(path) for path in asked.files])
    return 0


if __name__ == "__main__":
    sys.exit(main())
