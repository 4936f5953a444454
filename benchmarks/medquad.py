"""MedQuAD, 16,407 answered health questions, as the values of a library: the corpus for questions of scale.

It is not part of the program: give the path of ``medquad.jsonl.gz``.  MedQuAD is
by Asma Ben Abacha and Dina Demner-Fushman (BMC Bioinformatics 2019, 20:511),
https://github.com/abachaa/MedQuAD, CC BY 4.0.
"""

import gzip
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.model import (
    Article,
    ArticleId,
    ArticleKind,
    Provenance,
    QuestionType,
    Source,
    SourceKey,
    Topic,
    TopicId,
)

LICENCE = "CC-BY-4.0"
PUBLISHED = date(2019, 10, 22)
KINDS = {
    "causes": QuestionType.CAUSES,
    "genetic changes": QuestionType.CAUSES,
    "susceptibility": QuestionType.RISK,
    "inheritance": QuestionType.INHERITANCE,
    "prevention": QuestionType.PREVENTION,
    "symptoms": QuestionType.SYMPTOMS,
    "complications": QuestionType.SYMPTOMS,
    "exams and tests": QuestionType.TESTS,
    "stages": QuestionType.FORMS,
    "treatment": QuestionType.TREATMENT,
    "outlook": QuestionType.OUTLOOK,
    "considerations": QuestionType.LIVING,
    "support groups": QuestionType.SUPPORT,
    "frequency": QuestionType.STATISTICS,
}

Record = dict[str, Any]


def read_records(path: Path) -> list[Record]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def as_questions(records: list[Record]) -> LibrarySources:
    """A page for each question."""
    return _library([[record] for record in records])


def as_topics(records: list[Record]) -> LibrarySources:
    """A page for each publisher's document, its questions as headings."""
    documents: dict[tuple[str, ...], list[Record]] = {}
    for record in records:
        documents.setdefault((record["source"], record["focus"], record["url"]), []).append(record)
    return _library(list(documents.values()))


def page_id(number: int, record: Record) -> ArticleId:
    """Of the page made of a record, or of a document that begins with it, counted from 1."""
    return ArticleId(f"{record['source'].lower()}/{number}")


def markdown_bytes(library: LibrarySources) -> int:
    """The text alone: title and body of each page, without front matter."""
    return sum(len(f"# {article.title}\n\n{article.body}".encode()) for article in library.articles)


def _library(documents: list[list[Record]]) -> LibrarySources:
    publishers = dict.fromkeys(document[0]["source"] for document in documents)
    sources: dict[str, Source] = {}
    for document in documents:
        first = document[0]
        sources.setdefault(
            first["url"],
            Source(
                key=SourceKey(f"S{len(sources) + 1}"),
                title=first["focus"],
                publisher=first["source"],
                published="undated",
                url=first["url"],
                licence=LICENCE,
            ),
        )
    return LibrarySources(
        title="MedQuAD",
        subject="answered health questions",
        language="en",
        publisher="U.S. National Institutes of Health",
        licence=LICENCE,
        topics=tuple(Topic(id=TopicId(name), title=name, description=name, icon="info") for name in publishers),
        articles=tuple(
            _article(number, document, sources[document[0]["url"]])
            for number, document in enumerate(documents, start=1)
        ),
        sources=tuple(sources.values()),
        glossary=(),
        synonyms=(),
        media=(),
    )


def _article(number: int, document: list[Record], source: Source) -> Article:
    first = document[0]
    single = len(document) == 1
    sections = [f"## {record['question']}\n\n{_markdown(record['answer'])}" for record in document]
    return Article(
        id=page_id(number, first),
        language="en",
        topic=TopicId(first["source"]),
        title=first["question"] if single else first["focus"],
        kind=ArticleKind.QUESTION if single else ArticleKind.ARTICLE,
        question_type=KINDS.get(first["qtype"], QuestionType.OVERVIEW) if single else QuestionType.OVERVIEW,
        short_answer="",
        body=_markdown(first["answer"]) if single else "\n".join(sections),
        provenance=Provenance.ADAPTED,
        evidence_checked=PUBLISHED,
        licence=LICENCE,
        names=tuple(dict.fromkeys((first["focus"], *first["synonyms"]))),
        sources=(source,),
    )


def _markdown(answer: str) -> str:
    """The answer with a paragraph or point on each line, as the indentation and dashes of the original meant."""
    lines = [re.sub(r"\s+", " ", line).strip() for line in re.split(r"\n|(?<=\S)\s{3,}(?=- )", answer)]
    text = ""
    was_point = False
    for line in filter(None, lines):
        is_point = line.startswith("- ")
        text += ("\n" if text and not (is_point and was_point) else "") + line + "\n"
        was_point = is_point
    return text
