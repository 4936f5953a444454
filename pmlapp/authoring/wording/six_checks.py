"""The six checks of a health literacy editor over one manuscript: what each measures, finds and offers."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from pmlapp.authoring.lint.lint import Problem
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.lint.reading_age import HIGHEST_SMOG, LOWEST_INFLESZ
from pmlapp.authoring.lint.sentences import words_of
from pmlapp.authoring.lint.text_units import RUNNING_TEXT, Sentence
from pmlapp.authoring.rules.headings import chunks, headings
from pmlapp.authoring.rules.language import long_paragraph, long_sentence, stigma
from pmlapp.authoring.rules.structure import dangling_lead_in, fake_list
from pmlapp.authoring.wording.offers import LISTS, Offer, Way, offers_in
from pmlapp.authoring.wording.passives import first_passive
from pmlapp.content.page import Heading, ItemList

MOST_PASSIVE: Final = 0.2
"""Share of sentences."""
HIGHEST_DENSITY: Final = 0.55
"""Share of words with content of their own; speech has some 0.4, papers of science over 0.6."""


class Check(StrEnum):
    """One of the six."""

    READABILITY = "Readability"
    HARDER_WORDS = "Harder words"
    PASSIVE = "Passive"
    STRUCTURE = "Structure"
    DENSITY = "Density"
    PEOPLE = "Words about people"


class Measured(NamedTuple):
    """What one check says of a text."""

    check: Check
    about: str
    """What is measured, and the aim."""
    value: str
    is_good: bool | None
    """None where there are no formulas or lists for the language."""
    problems: tuple[Problem, ...] = ()
    """By line."""


class Wording(NamedTuple):
    """The six checks of one text, and what can be put into it by machine."""

    checks: tuple[Measured, ...]
    offers: tuple[Offer, ...]


def six_checks(manuscript: Manuscript) -> Wording:
    """What the six checks say of a manuscript; a help for its writer, and no proof that it is right."""
    offers = offers_in("\n".join(manuscript.lines), manuscript.words)
    told = [each for each in manuscript.sentences if each.unit.role in RUNNING_TEXT]
    return Wording(
        (
            _readability(manuscript),
            _harder_words(manuscript, offers),
            _passive(manuscript, told),
            _structure(manuscript),
            _density(manuscript, told),
            _people(manuscript),
        ),
        offers,
    )


def in_words(offer: Offer) -> str:
    """What an offer says to the writer."""
    was, instead = " ".join(offer.was.split()), " ".join(offer.instead.split())
    if offer.way is Way.DIVIDE:
        return f"the sentence can be two: for “{was}” write “{instead}”"
    return f"“{was}” has a plainer word; write “{instead}”"


def _readability(manuscript: Manuscript) -> Measured:
    age = manuscript.reading_age()
    problems = tuple(long_sentence(manuscript))
    if age.smog is not None:
        aim = f"SMOG, at most {HIGHEST_SMOG:.0f}"
        return Measured(Check.READABILITY, aim, f"grade {age.smog:.1f}", age.smog <= HIGHEST_SMOG, problems)
    if age.inflesz is not None:
        aim = f"INFLESZ, at least {LOWEST_INFLESZ:.0f}"
        return Measured(Check.READABILITY, aim, f"{age.inflesz:.0f}", age.inflesz >= LOWEST_INFLESZ, problems)
    return Measured(Check.READABILITY, "no formula for this language", "–", None, problems)


def _harder_words(manuscript: Manuscript, offers: tuple[Offer, ...]) -> Measured:
    if not manuscript.words.of(LISTS[0]).instead:
        return Measured(Check.HARDER_WORDS, "no list for this language", "–", None)
    problems = [Problem(offer.line, in_words(offer)) for offer in offers]
    offered = {" ".join(offer.was.split()).lower() for offer in offers}
    names = manuscript.words.of("kept_whole").pattern
    for sentence in manuscript.sentences:
        for name in LISTS:
            for word, instead in manuscript.words.of(name).found_in(names.sub(" ", sentence.text)):
                if instead and not any(" ".join(word.split()).lower() in each for each in offered):
                    problems.append(Problem(sentence.line, f"“{word}” has a plainer word, such as “{instead}”"))
    unique = tuple(sorted(set(problems)))
    return Measured(
        Check.HARDER_WORDS, "with a plainer one, and sentences to divide", str(len(unique)), not unique, unique
    )


def _passive(manuscript: Manuscript, told: list[Sentence]) -> Measured:
    if not manuscript.words.of("irregular").instead:
        return Measured(Check.PASSIVE, "no list for this language", "–", None)
    problems = tuple(
        Problem(each.line, f"“{passive}”: who does it? Name them first, if a reader should know")
        for each in told
        if (passive := first_passive(each.text, manuscript.words))
    )
    good = not told or len(problems) / len(told) <= MOST_PASSIVE
    about = f"sentences, at most {MOST_PASSIVE:.0%}".replace("%", " %")
    return Measured(Check.PASSIVE, about, f"{len(problems)} of {len(told)}", good, problems)


_STRUCTURE_RULES: Final[tuple[Callable[[Manuscript], Iterable[Problem]], ...]] = (
    headings,
    chunks,
    long_paragraph,
    dangling_lead_in,
    fake_list,
)


def _structure(manuscript: Manuscript) -> Measured:
    problems = tuple(sorted({problem for rule in _STRUCTURE_RULES for problem in rule(manuscript)}))
    titles = sum(isinstance(placed.block, Heading) for placed in manuscript.blocks)
    lists = sum(isinstance(placed.block, ItemList) for placed in manuscript.blocks)
    about = f"{titles} {_s(titles, 'heading')}, {lists} {_s(lists, 'list')}"
    if not manuscript.has_front_matter:
        about += ", no short answer"
    value = "good" if not problems else f"{len(problems)} to correct"
    return Measured(Check.STRUCTURE, about, value, not problems, problems)


def _density(manuscript: Manuscript, told: list[Sentence]) -> Measured:
    small = manuscript.words.of("function_words").instead
    if not small:
        return Measured(Check.DENSITY, "no list for this language", "–", None)
    words = [word.lower().replace("’", "'") for sentence in told for word in words_of(sentence.text)]
    share = sum(word not in small for word in words) / len(words) if words else 0.0
    about = f"words with content, at most {HIGHEST_DENSITY * 100:.0f} %"
    return Measured(Check.DENSITY, about, f"{share * 100:.0f} %", share <= HIGHEST_DENSITY, tuple(_dense(told, small)))


_DENSE: Final = 0.75
_FEWEST_WORDS: Final = 8


def _dense(told: list[Sentence], small: Iterable[str]) -> Iterator[Problem]:
    """Sentences that are little more than words with content, one after the other."""
    for sentence in told:
        words = [word.lower().replace("’", "'") for word in words_of(sentence.text)]
        content = sum(word not in small for word in words)
        if len(words) >= _FEWEST_WORDS and content / len(words) >= _DENSE:
            start = " ".join(sentence.text.split()[:6])
            yield Problem(sentence.line, f"“{start}…” has {content} words with content among {len(words)}; loosen it")


def _people(manuscript: Manuscript) -> Measured:
    if not manuscript.words.of("stigma").instead:
        return Measured(Check.PEOPLE, "no list for this language", "–", None)
    problems = tuple(sorted(set(stigma(manuscript))))
    return Measured(Check.PEOPLE, "that can hurt", str(len(problems) or "none"), not problems, problems)


def _s(count: int, noun: str) -> str:
    return noun if count == 1 else f"{noun}s"
