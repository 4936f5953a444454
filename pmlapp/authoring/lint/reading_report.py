"""The report of reading ages and hard words: one table of each, over all pages."""

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Final

from pmlapp.authoring.lint.hard_words import Explained, KnownWords, hard_words
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.lint.reading_age import HIGHEST_GRADE, HIGHEST_SMOG, LOWEST_INFLESZ, ReadingAge

_MEANING: Final = {
    "en": f"""\
Grade is Flesch-Kincaid in school years, aim at most {HIGHEST_GRADE:.0f}: first without the hard words that
the page explains, then with all words. SMOG is in school years, with all words, aim at most
{HIGHEST_SMOG:.0f}; below 30 sentences it says little.""",
    "es": f"""\
INFLESZ (Szigriszt-Pazos) is without the hard words that the page explains, aim at least
{LOWEST_INFLESZ:.0f}; Fernández-Huerta is with all words. Both rise as a text gets easier.""",
}


def reading_report(manuscripts: Sequence[Manuscript], language: str) -> str:
    """Markdown, pages by path, ending in a line break; where no formula is known, only words are counted."""
    ages = sorted(
        (_place(manuscript.path), manuscript.reading_age()) for manuscript in manuscripts if manuscript.has_front_matter
    )
    heads = {"en": ("Grade", "Grade, all words", "SMOG"), "es": ("INFLESZ", "Fernández-Huerta")}.get(language, ())
    rows = [(f"`{place}`", f"{age.words:,}", *_figures(age, language)) for place, age in ages]
    middle = [f"{median(column):.1f}" for column in zip(*(_values(age, language) for _, age in ages), strict=True)]
    total = sum(age.words for _, age in ages)
    table = [("Page", "Words", *heads), ("---", *("--:" for _ in (0, *heads))), *rows]
    if ages:
        table.append((f"**Median of {len(ages)} pages**", f"{total:,} in all", *middle))
    lines = "\n".join(f"| {' | '.join(row)} |" for row in table)
    meaning = _MEANING.get(language, "No formula for this language has been validated, so only words are counted.")
    return (
        f"# Reading age of the pages ({language})\n\nMade by `pml lint --report`; how it is measured is in "
        f"[lint.md](lint.md#reading-age).\n{meaning}\n\n{lines}\n{_hard_words(manuscripts, language)}"
    )


def _hard_words(manuscripts: Sequence[Manuscript], language: str) -> str:
    """The second table; empty for a language without lists of known words."""
    if language != "en":
        return ""
    known = KnownWords()
    counts = {
        _place(manuscript.path): Counter(word.explained for word in hard_words(manuscript, known))
        for manuscript in manuscripts
        if manuscript.has_front_matter
    }
    rows = [(f"`{place}`", *_shares(count)) for place, count in sorted(counts.items())]
    if rows:
        rows.append((f"**All {len(rows)} pages**", *_shares(sum(counts.values(), Counter()))))
    head = ("Page", "Hard words", *(place.value.capitalize() for place in Explained), "Share at its first use")
    table = [head, ("---", *("--:" for _ in head[1:])), *rows]
    lines = "\n".join(f"| {' | '.join(row)} |" for row in table)
    return (
        "\n## Hard words\n\nWords that a reader of 11 is not taken to know, each counted once a page. "
        "What is known and what\n"
        f"explains a word: [lint.md](lint.md#hard-words). The aim is 95 % at their first use.\n\n{lines}\n"
    )


def _shares(count: Counter[Explained]) -> tuple[str, ...]:
    total = count.total()
    share = f"{100 * count[Explained.AT_FIRST_USE] / total:.0f} %" if total else "–"
    return str(total), *(str(count[place]) for place in Explained), share


def _place(path: str) -> str:
    return "/".join(path.removesuffix(".md").split("/")[-2:])


def _values(age: ReadingAge, language: str) -> tuple[float, ...]:
    match language:
        case "en":
            return age.grade or 0.0, age.grade_with_terms or 0.0, age.smog or 0.0
        case "es":
            return age.inflesz or 0.0, age.fernandez_huerta or 0.0
        case _:
            return ()


def _figures(age: ReadingAge, language: str) -> tuple[str, ...]:
    return tuple(f"{value:.1f}" for value in _values(age, language))
