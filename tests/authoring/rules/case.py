"""A small library around one text, and what a rule is expected to say of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pmlapp.authoring.lint.checking import check_library
from pmlapp.authoring.lint.dossier import read_dossier
from pmlapp.authoring.lint.lint import Finding
from pmlapp.authoring.rules import ALL_RULES
from pmlapp.authoring.sources.sources import examine_sources
from pmlapp.content.model import ArticleId

TODAY = date(2026, 11, 21)
UNDER_TEST = "causes/what"
OTHERS = ("causes/virus", "causes/risk", "causes/more")

TEXT_SHA256 = "0" * 64
"""Stands in a file of reviews for the hash of the text under test."""

FRONT = {
    "id": UNDER_TEST,
    "title": "What is it?",
    "kind": "question",
    "question_type": "causes",
    "short_answer": "A virus wakes up in the brain.",
    "related": "[{to: causes/virus, why: more}, {to: causes/risk, why: more}, {to: causes/more, why: more}]",
    "provenance": "adapted",
    "licence": "CC-BY-4.0",
}
FILES = {
    "library.toml": 'title = "L"\nsubject = "S"\npublisher = "The editors"\nlicence = "CC-BY-4.0"\n'
    'funding = "none"\ninterests = "none"\nfeedback = "Tell us."\nai_assistance = "no"\nreview_cycle_months = "12"\n'
    '[[authors]]\nname = "The editors"\nlay = "yes"\n',
    "topics.toml": '[[topic]]\nid = "causes"\ntitle = "C"\ndescription = "D"\nicon = "info"\n',
    "sources.toml": "".join(
        f'[{key}]\ntitle = "T"\npublisher = "P"\npublished = "2021"\nurl = "https://example.org/{key}"\nlicence = "L"\n'
        for key in ("S1", "S2")
    ),
    "glossary.toml": '[myelin]\nword = "myelin"\nmeaning = "The coat of nerve fibres."\nalso = ["myelin sheath"]\n',
    "synonyms.toml": "",
}


@dataclass(frozen=True, kw_only=True)
class Case:
    """One rule's bad text with the words on the line it must name, and the same thing written well."""

    code: str
    bad: str
    """The body, below the front matter."""
    at: str
    """Words of the line that the finding must name."""
    good: str
    bad_front: Mapping[str, str] = field(default_factory=dict)
    """Keys of the front matter as YAML; an empty value takes the key out."""
    good_front: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    """Other files of the folder, for both texts."""
    good_files: Mapping[str, str] | None = None
    """Where the good text needs others."""
    language: str = "en"
    facts: str = ""
    """The text of a dossier."""


def findings(
    folder: Path,
    body: str,
    *,
    front: Mapping[str, str] | None = None,
    files: Mapping[str, str] | None = None,
    language: str = "en",
    facts: str = "",
) -> list[Finding]:
    """What all rules find in a library whose article ``causes/what`` has this body."""
    root = write_library(folder, body, front=front or {}, files=files or {}, language=language)
    dossier = None
    if facts:
        (folder / "facts.md").write_text(facts, encoding="utf-8")
        dossier = read_dossier(folder / "facts.md")
    return list(check_library(root, ALL_RULES, today=TODAY, dossier=dossier).findings)


def write_library(
    folder: Path, body: str, *, front: Mapping[str, str], files: Mapping[str, str], language: str = "en"
) -> Path:
    root = folder / "resources" / "content" / language
    icons = folder / "resources" / "icons"
    icons.mkdir(parents=True, exist_ok=True)
    (icons / "info.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    articles = {f"{place}.md": _article(_front_of(place), "It sleeps in most of us.[^S1]\n") for place in OTHERS}
    articles[f"{UNDER_TEST}.md"] = _article({**FRONT, **front}, body)
    _write(root, {**FILES, **articles, **files})
    if signed := {name: text for name, text in files.items() if TEXT_SHA256 in text}:
        now = {page.id: page.text_sha256 for page in examine_sources(root).library.articles}
        _write(root, {name: text.replace(TEXT_SHA256, now[ArticleId(UNDER_TEST)]) for name, text in signed.items()})
    return root


def _write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _front_of(place: str) -> dict[str, str]:
    related = ", ".join(f"{{to: {other}, why: more}}" for other in (UNDER_TEST, *OTHERS) if other != place)
    return {**FRONT, "id": place, "related": f"[{related}]"}


def _article(front: Mapping[str, str], body: str) -> str:
    head = "".join(f"{key}: {value}\n" for key, value in front.items() if value)
    return f"---\n{head}---\n{body}"
