"""A library of any size, made of a seed: for questions of scale, without a corpus.

    python -m benchmarks.made_up 5486 large.db [--seed 1]

The same number and seed make the same library on every machine.  Names are made
of syllables and the text means nothing, so that no page can be taken for advice;
what a search and a window meet is like a real library: a few words are in
nearly every page and most in a few, one topic holds half of the pages, illnesses
have second names and short ones, and pages hold lists, tables, boxes and links.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from pmlapp.authoring.building.build import build
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.model import (
    Article,
    ArticleId,
    ArticleKind,
    GlossaryTerm,
    Provenance,
    QuestionType,
    RelatedQuestion,
    Source,
    SourceKey,
    Synonym,
    TermKey,
    Topic,
    TopicId,
)

USUAL_PAGES: Final = 5_486
"""As many as MedQuAD has documents, so that figures can be compared."""

MOST_PAGES: Final = 50_000

ASKED: Final = (
    (QuestionType.OVERVIEW, "What is {}?"),
    (QuestionType.CAUSES, "What causes {}?"),
    (QuestionType.SYMPTOMS, "What are the signs of {}?"),
    (QuestionType.TESTS, "How is {} found?"),
    (QuestionType.TREATMENT, "How is {} treated?"),
    (QuestionType.OUTLOOK, "What is the outlook with {}?"),
    (QuestionType.LIVING, "How do people live with {}?"),
)
CHECKED: Final = date(2026, 11, 21)
LICENCE: Final = "CC-BY-4.0"
BEGINNINGS: Final = (*"bdfgklmnprstvz", "br", "kr", "pl", "st", "tr")
SYLLABLES: Final = tuple(beginning + vowel for beginning in BEGINNINGS for vowel in "aeiou")
ENDINGS: Final = ("ma", "sis", "ritis", "lia", "rosis", "nemia", "pathy", "dron")
LITTLE_WORDS: Final = (
    "the",
    "of",
    "and",
    "to",
    "in",
    "is",
    "that",
    "it",
    "for",
    "was",
    "on",
    "are",
    "with",
    "as",
    "by",
)
VOCABULARY: Final = 12_000
GLOSSARY_TERMS: Final = 200
PAGES_A_SOURCE: Final = 8
TOPICS: Final = 20


class Illness(NamedTuple):
    """What several pages are about."""

    name: str
    also: tuple[str, ...]


def library(pages: int = USUAL_PAGES, *, seed: int = 1) -> LibrarySources:
    """A library of ``pages`` pages, from 1 to `MOST_PAGES`.

    Raises:
        ValueError: ``pages`` is outside that.
    """
    if not 1 <= pages <= MOST_PAGES:
        raise ValueError(f"a made-up library has from 1 to {MOST_PAGES:,} pages, not {pages:,}")
    return _Maker(pages, Random(f"{pages} {seed}")).library()


class _Maker:
    def __init__(self, pages: int, random: Random) -> None:
        self._pages = pages
        self._random = random
        self._taken: set[str] = set()

    def library(self) -> LibrarySources:
        articles = tuple(self._articles())
        topics = dict.fromkeys(article.topic for article in articles)
        return LibrarySources(
            title=f"Made-up library of {self._pages:,} pages",
            subject="illnesses that nobody has",
            language="en",
            publisher="a seed",
            licence=LICENCE,
            topics=tuple(Topic(key, f"Topic {key[1:]}", f"Illnesses of topic {key[1:]}", "info") for key in topics),
            articles=articles,
            sources=self._sources,
            glossary=self._glossary,
            synonyms=tuple(Synonym((f"{each.name}s",), each.name) for each in self._illnesses[:GLOSSARY_TERMS]),
            media=(),
        )

    # Words

    @cached_property
    def _words(self) -> tuple[list[str], list[float]]:
        """The vocabulary with cumulative weights: the word of rank n is met 1/n as often as the first (Zipf's law)."""
        made = [self._new_word(2, 4) for _ in range(VOCABULARY)]
        words = [*LITTLE_WORDS, *made]
        return words, list(accumulate(1 / rank for rank in range(1, len(words) + 1)))

    def _new_word(self, least: int, most: int, ending: str = "") -> str:
        while True:
            word = "".join(self._random.choices(SYLLABLES, k=self._random.randint(least, most))) + ending
            if word not in self._taken:
                self._taken.add(word)
                return word

    def _sentence(self, citation: str = "") -> str:
        words, weights = self._words
        text = " ".join(self._random.choices(words, cum_weights=weights, k=self._random.randint(6, 18)))
        return f"{text[0].upper()}{text[1:]}.{citation}"

    def _paragraph(self, source: Source) -> str:
        return " ".join([self._sentence(), self._sentence(f"[^{source.key}]"), self._sentence()])

    # What pages are about and made from

    @cached_property
    def _illnesses(self) -> list[Illness]:
        return [self._illness() for _ in range(-(-self._pages // len(ASKED)))]

    def _illness(self) -> Illness:
        first = self._new_word(2, 3, self._random.choice(ENDINGS))
        name = f"{first} {self._new_word(1, 3)}" if self._random.random() < 0.4 else first
        short = "".join(self._random.choices("ABCDEFGHKLMNPRSTV", k=3))
        also = [f"{self._new_word(2, 3)} disease"] if self._random.random() < 0.5 else []
        return Illness(name, (*also, *([short] if self._random.random() < 0.3 else [])))

    @cached_property
    def _sources(self) -> tuple[Source, ...]:
        return tuple(
            Source(
                SourceKey(f"S{number}"), f"Study {number}", "Nobody", "2026", f"https://example.org/{number}", LICENCE
            )
            for number in range(1, 2 + self._pages // PAGES_A_SOURCE)
        )

    @cached_property
    def _glossary(self) -> tuple[GlossaryTerm, ...]:
        words = (self._new_word(3, 4) for _ in range(GLOSSARY_TERMS))
        return tuple(GlossaryTerm(key=TermKey(word), word=word, meaning=self._sentence()) for word in words)

    # Pages

    def _articles(self) -> Iterator[Article]:
        """By topic, then question type, as they are read from files."""
        numbers = range(self._pages)
        ids = [f"{self._topic_of(number // len(ASKED))}/page-{number:05}" for number in numbers]
        for number in sorted(numbers, key=lambda number: (ids[number].partition("/")[0], number % len(ASKED), number)):
            illness = self._illnesses[number // len(ASKED)]
            kind, asked = ASKED[number % len(ASKED)]
            source = self._random.choice(self._sources)
            others = [ids[(number + step) % self._pages] for step in (1, 2, 3)] if self._pages > 3 else []
            yield Article(
                id=ArticleId(ids[number]),
                language="en",
                topic=TopicId(ids[number].partition("/")[0]),
                title=asked.format(illness.name),
                kind=ArticleKind.QUESTION,
                question_type=kind,
                short_answer=f"{self._sentence()} {self._sentence()}",
                body=self._body(source, others),
                provenance=Provenance.ADAPTED,
                evidence_checked=CHECKED,
                licence=LICENCE,
                names=(illness.name, *illness.also),
                related=tuple(
                    RelatedQuestion(to=ArticleId(other), title="Another page", reason="more") for other in others
                ),
                sources=(source,),
            )

    def _topic_of(self, illness: int) -> str:
        """Every second illness is in the first topic, the others are spread over the rest."""
        return "t00" if illness % 2 == 0 else f"t{1 + illness // 2 % (TOPICS - 1):02}"

    def _body(self, source: Source, others: Sequence[str]) -> str:
        term = self._random.choice(self._glossary)
        parts = [self._paragraph(source)]
        for number in range(1, self._random.randint(2, 5)):
            parts += [f"## Part {number}", self._paragraph(source), self._random.choice(self._pieces(source))]
        parts.append(f"{self._sentence()} See [{term.word}](glossary:{term.key}).")
        parts += [f"Read [another page](article:{others[0]})."] if others else []
        return "\n\n".join(parts) + "\n"

    def _pieces(self, source: Source) -> tuple[str, ...]:
        points = "\n".join(f"- {self._sentence()}" for _ in range(4))
        rows = "\n".join(f"| {self._new_word(2, 3)} | {self._random.randint(1, 99)} |" for _ in range(3))
        return (
            points,
            f"| group | people |\n|---|--:|\n{rows}",
            f'!!! info "Good to know"\n    {self._sentence()}',
            f'??? more "studies"\n    {self._paragraph(source)}',
            self._paragraph(source),
        )


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.made_up", description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=int, help=f"from 1 to {MOST_PAGES:,}")
    parser.add_argument("file", type=Path, help="the content file to write")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(argv)
    try:
        sources = library(asked.pages, seed=asked.seed)
    except ValueError as error:
        parser.error(str(error))
    report = build(sources, asked.file)
    print(f"{asked.file}: {report.articles:,} pages, {report.bytes / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
