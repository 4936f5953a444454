"""A small library on disk with one of everything, for tests of commands."""

from pathlib import Path

import pytest

ARTICLE = """\
---
id: causes/{slug}
title: What is page {slug}?
kind: question
question_type: causes
short_answer: A virus wakes up. About 1 in 10 people notice.
related:
{related}
provenance: adapted
licence: CC-BY-4.0
---
{body}"""
RICH = """\
The virus rests in the kidneys.[^S1] In France, {claim:carriers}.[^S2] Nobody counted more than 12.

## What to do

Three things help:[^S2]

- rest for 5 days
- [myelin](glossary:myelin) in **food**

!!! emergency "Call for help now if:"
    - a seizure lasts more than 5 minutes

??? outlook "numbers about outlook"
    Table: Who lived

    | Who | How many |
    |---|--:|
    | 40 people | 75%[^S2] |
    | others | 3 |

    Note: In 2021.[^S1]

![Two dots.](media:dots.svg)

Figure: Dots, 2 of them.[^S1]
"""
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="40" viewBox="0 0 640 40">'
    '<circle cx="20" cy="20" r="9" fill="var(--chart_on, #15505E)"/>'
    '<text x="60" y="30" font-family="Atkinson Hyperlegible Next" font-size="22">dots</text></svg>'
)
SOURCE = '[S{n}]\ntitle = "Study {n}"\npublisher = "P{n}"\npublished = "202{n}"\nurl = "https://example.org/{n}"\n'
CLAIM = """\
[carriers]
words = "about 6 in 10 adults carry it"
values = ["61%"]
sources = ["S1"]
who = "1,000 adults in France"
year = "2010"
mark = "E"
evidence = "61% of 1,000"
about = ["adults carry"]
"""
SLUGS = ("one", "two", "three", "four")


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """The folder ``resources`` of a library of four pages; the first holds one of everything."""
    root = tmp_path / "resources"
    folder = root / "content" / "en"
    write(root / "icons" / "info.svg", PICTURE)
    write(folder / "library.toml", 'title = "L"\nsubject = "S"\npublisher = "P"\nlicence = "CC-BY-4.0"\n')
    write(folder / "topics.toml", '[[topic]]\nid = "causes"\ntitle = "C"\ndescription = "D"\nicon = "info"\n')
    write(folder / "sources.toml", "".join(SOURCE.format(n=n) + 'licence = "facts only"\n' for n in (1, 2)))
    write(folder / "glossary.toml", '[myelin]\nword = "myelin"\nmeaning = "The coat of a nerve."\n')
    write(folder / "synonyms.toml", "")
    write(folder / "claims.toml", CLAIM)
    write(folder / "media" / "dots.svg", PICTURE)
    for slug in SLUGS:
        related = "\n".join(f"  - {{to: causes/{other}, why: more}}" for other in SLUGS if other != slug)
        body = RICH if slug == "one" else "The virus rests.[^S1]\n"
        page = ARTICLE.replace("{body}", body).replace("{slug}", slug).replace("{related}", related)
        write(folder / "causes" / f"{slug}.md", page)
    return root
