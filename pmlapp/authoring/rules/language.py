"""Rules P: plain language."""

import re
from collections.abc import Iterator
from typing import Final

from pmlapp.authoring.lint.lint import Problem, Rule, Severity
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.lint.reading_age import HIGHEST_GRADE, HIGHEST_SMOG, LOWEST_INFLESZ, MEASURED
from pmlapp.authoring.lint.sentences import words_of
from pmlapp.authoring.lint.text_units import RUNNING_TEXT, Role
from pmlapp.authoring.lint.word_lists import languages_with_lists
from pmlapp.content.page import Term, plain

_MOST_WORDS: Final = 25
_MOST_PARAGRAPH_WORDS: Final = 80
_FEWEST_WORDS: Final = 100
"""The formulas say nothing of shorter texts."""


def grade(manuscript: Manuscript) -> Iterator[Problem]:
    """P01: the page asks for more years of school than its readers may have."""
    age = manuscript.reading_age()
    if age.words < _FEWEST_WORDS:
        return
    found = []
    if age.grade is not None and age.grade > HIGHEST_GRADE:
        found.append(f"Flesch-Kincaid grade {age.grade:.2f}, at most {HIGHEST_GRADE:.1f}")
    if age.smog is not None and age.smog > HIGHEST_SMOG:
        found.append(f"SMOG grade {age.smog:.2f}, at most {HIGHEST_SMOG:.1f}")
    if age.inflesz is not None and age.inflesz < LOWEST_INFLESZ:
        found.append(f"INFLESZ {age.inflesz:.0f}, at least {LOWEST_INFLESZ:.0f}")
    if found:
        line = manuscript.body_line
        yield Problem(line, f"the page is hard to read ({'; '.join(found)}); use shorter words and sentences")


def long_sentence(manuscript: Manuscript) -> Iterator[Problem]:
    """P02: a sentence has more than 25 words."""
    for text, line, unit in manuscript.sentences:
        if unit.role in RUNNING_TEXT and (count := len(words_of(text))) > _MOST_WORDS:
            yield Problem(line, f"“{_start(text)}…” has {count} words; make it sentences of at most {_MOST_WORDS}")


def long_paragraph(manuscript: Manuscript) -> Iterator[Problem]:
    """P03: a paragraph holds more than one thought can need."""
    counts: dict[int, int] = {}
    for sentence in manuscript.sentences:
        counts[id(sentence.unit)] = counts.get(id(sentence.unit), 0) + 1
    for unit in manuscript.text_units:
        if unit.role is not Role.PARAGRAPH:
            continue
        sentences, words = counts.get(id(unit), 0), len(words_of(unit.text))
        if words > _MOST_PARAGRAPH_WORDS:
            message = f"the paragraph has {words} words in {sentences} sentences; divide it"
            yield Problem(unit.line, message)


def unexplained_word(manuscript: Manuscript) -> Iterator[Problem]:
    """P04: a hard word of medicine is not explained where the page first uses it."""
    hard = manuscript.library.words.of("hard")
    met: set[str] = set()
    keys = {form.lower(): term.key for term in manuscript.library.sources.glossary for form in (term.word, *term.also)}
    linked = {span.key for span in manuscript.spans() if isinstance(span, Term)}
    here = {
        found.lower()
        for span in manuscript.spans()
        if isinstance(span, Term)
        for found, _ in hard.found_in(plain(span.spans))
    }
    for text, line, unit in manuscript.sentences:
        if unit.role is Role.TITLE:
            continue
        for word, _ in hard.found_in(text):
            known = word.lower()
            if known in met:
                continue
            met.add(known)
            if known not in here and keys.get(known) not in linked and not _tells_what(text, word):
                message = f"“{word}” is a hard word; link it to the glossary, [{word}](glossary:…), or say what it is"
                yield Problem(line, message)


def _tells_what(text: str, word: str) -> bool:
    """Whether a sentence explains the word itself: ``plasma (the clear part of blood)``, ``this is called plasma``."""
    name = re.escape(word)
    return (
        re.search(
            rf"{name}s?[\"”]? *[(]|[(](?:\w+ ){{0,3}}{name}s?[)]|(?:called|known as|named) (?:an? |the )?[\"“]?{name}"
            rf"|{name}s?[\"”]?(?:,| \([A-Z]+\),?) (?:an?|the|or|which|that is)\b|{name}s? (?:means?|is the word for)\b",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def jargon(manuscript: Manuscript) -> Iterator[Problem]:
    """P06: a word of forms and journals is used where a plain one would do."""
    return _instead(manuscript, "jargon", "has a plainer word")


def stigma(manuscript: Manuscript) -> Iterator[Problem]:
    """P07: a word makes a person into the illness, or blames."""
    return _instead(manuscript, "stigma", "can hurt the people it speaks of")


def _instead(manuscript: Manuscript, name: str, what: str) -> Iterator[Problem]:
    words = manuscript.library.words.of(name)
    for text, line, _ in manuscript.sentences:
        for word, better in words.found_in(text):
            yield Problem(line, f"“{word}” {what}; write “{better}”")


def _start(text: str) -> str:
    return " ".join(text.split()[:6])


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="P01",
        title="reading age",
        severity=Severity.WARNING,
        why="Many grown-ups read no better than a child of twelve, and fear and illness make it harder.",
        mend="Use shorter words and sentences; explain hard words in the glossary, and they do not count.",
        source="AMA and NIH (grades 6 to 8); INFLESZ scale",
        check=grade,
        languages=MEASURED,
    ),
    Rule(
        code="P02",
        title="long sentences",
        severity=Severity.WARNING,
        why="By the end of a long sentence its beginning is forgotten.",
        mend="Make two of it; the NHS asks for at most 20 words, we warn from 26 on.",
        source="NHS digital service manual",
        check=long_sentence,
    ),
    Rule(
        code="P03",
        title="long paragraphs",
        severity=Severity.ADVICE,
        why="A block of text without a gap is skipped.",
        mend="Give each thought a paragraph of its own.",
        source="NHS digital service manual",
        check=long_paragraph,
    ),
    Rule(
        code="P04",
        title="hard words",
        severity=Severity.WARNING,
        why="One unknown word in the wrong place makes the whole sentence unknown.",
        mend="Link it to the glossary where it is first used, or say in the same sentence what it is.",
        source="PEMAT-P, item 4",
        check=unexplained_word,
        languages=languages_with_lists("hard"),
    ),
    Rule(
        code="P06",
        title="plain words",
        severity=Severity.ADVICE,
        why="Everyday words are read faster by everyone, experts too.",
        mend="Use the word that the message offers, where it says the same.",
        source="CDC Clear Communication Index; NHS digital service manual",
        check=jargon,
        languages=languages_with_lists("jargon"),
    ),
    Rule(
        code="P07",
        title="respect",
        severity=Severity.WARNING,
        why="People are not their illness, and are not to blame for it.",
        mend="Put the person first; use the words that the message offers.",
        source="NHS digital service manual, inclusive language",
        check=stigma,
        languages=languages_with_lists("stigma"),
    ),
)
