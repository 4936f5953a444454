"""A file of MedQuAD: questions about one illness, with the answers of an institute."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from pmlapp.authoring.importing.dialect import DialectWriter
from pmlapp.authoring.importing.imported import CitedSource, ImportedPage, Pictures, Unread, as_page
from pmlapp.authoring.importing.plain_text import blocks_of_text
from pmlapp.content.model import QuestionType

_TYPES: Final = {
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


def medquad_pages(path: Path, root: Element, write: DialectWriter) -> Iterator[ImportedPage | Unread]:
    """The pages of a file whose root is ``Document``; an empty answer is said to be one."""
    focus = _text(root.find("Focus"))
    document = root.get("id") or path.stem
    synonyms = tuple(dict.fromkeys(_text(each) for each in root.iter("Synonym") if _text(each)))
    url = root.get("url", "")
    source = CitedSource(
        key=f"MQ{re.sub(r'[^A-Za-z0-9]+', '-', document)}",
        title=focus or path.stem,
        publisher=root.get("source") or "not named",
        published="undated",
        url=url if url.startswith("https://") else url.replace("http://", "https://", 1),
        licence="CC-BY-4.0",
    )
    for pair in root.iter("QAPair"):
        asked, answered = pair.find("Question"), pair.find("Answer")
        question = _question(_text(asked))
        key = "" if asked is None else asked.get("qid") or pair.get("pid") or question
        origin = f"medquad:{document}:{key}"
        answer = "".join(answered.itertext()) if answered is not None else ""
        if not question or not answer.strip():
            yield Unread(origin, f"the answer to “{question[:60]}” is not in the file")
            continue
        answer = re.sub(r"^\s*Summary\s*:\s*", "", answer)
        page = as_page(
            origin,
            blocks_of_text(answer),
            before=(answer, Counter()),
            repeated=[],
            notes=[],
            pictures=Pictures([]),
            usual_title=question,
            write=write,
        )
        kind = "" if asked is None else asked.get("qtype", "").casefold()
        if isinstance(page, ImportedPage):
            names = tuple(dict.fromkeys((focus, *synonyms))) if focus else synonyms
            page = page._replace(names=names, question_type=str(_TYPES.get(kind, "")), source=source)
        yield page


def _question(text: str) -> str:
    """The question as a person would write it: its form was filled in by a program."""
    text = re.sub(r"\bis \(are\)", "is", text)
    return re.sub(r"\s+([?.!,])", r"\1", text)


def _text(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())
