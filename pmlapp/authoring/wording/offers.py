"""Plainer wording that can be put into a text by machine: a word for a word, or two sentences for one."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from pmlapp.authoring.lint.word_lists import WordLists
from pmlapp.authoring.wording.kept_facts import begins_a_sentence, kept_facts
from pmlapp.authoring.wording.prose import APART, prose
from pmlapp.content.markdown.markdown_limits import LineIndex
from pmlapp.content.sentences import sentence_spans

LISTS: Final = ("jargon", "plainer")
"""The kept lists of harder words, each with a plainer one."""
_FROM_WORDS: Final = 14
"""Words from which it helps a reader to divide a sentence."""
_SHORTEST_PART: Final = 4
"""Words that each half of a divided sentence must have."""

_SUBJECT: Final = (
    r"(?:it|they|this|these|those|you|we|he|she|there|that|(?:the|a|an|your|their|his|her|our|some|many|most|people)"
    r"(?: [\w’'-]+){1,3}?)"
)
_VERB: Final = r"(?:is|are|was|were|has|have|had|can|could|will|would|should|must|may|might|do|does|did|need|needs)"
_SEMICOLON: Final = re.compile(
    rf";(?P<gap>\s+)(?P<link>however|therefore|consequently|accordingly|furthermore|moreover|nevertheless|thus)?,?"
    rf"(?P<space>\s*)(?P<rest>{_SUBJECT}\s+{_VERB}\b|[\w’'-]+(?:\s[\w’'-]+){{1,6}}?\s+{_VERB}\b)",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(
    rf",(?P<gap>\s+)(?P<link>and|but|so|whereas|which means that)(?P<space>\s+)"
    rf"(?P<rest>(?:it|they|this|these|you|we|he|she|there|(?:the|a|an|your|their|some|many|most)(?:\s[\w’'-]+){{1,4}}?)"
    rf"\s+{_VERB}\b)",
)
_LINKS: Final = {
    "however": "But ", "nevertheless": "But ", "but": "But ", "whereas": "But ", "therefore": "So ", "thus": "So ",
    "consequently": "So ", "accordingly": "So ", "so": "So ", "furthermore": "Also, ", "moreover": "Also, ",
    "which means that": "This means that ",
}  # fmt: skip
_GOVERNS: Final = re.compile(
    r"\b(?:if|unless|when|whenever|although|though|because|since|while|whether|that|who|which|whom|whose|until|before"
    r"|after|as|than|not only|either|neither|both|between|provided)\b",
    re.IGNORECASE,
)
"""What may reach over the comma, so that the second half would lose what it depends on."""


class Way(StrEnum):
    """How an offer makes a text plainer."""

    WORD = "plainer word"
    DIVIDE = "two sentences"


class Offer(NamedTuple):
    """One change of words that keeps every number, negation, dose and name."""

    start: int
    """The first character of what is replaced."""
    end: int
    line: int
    was: str
    """As it is written, with its line breaks."""
    instead: str
    way: Way


def offers_in(text: str, words: WordLists) -> tuple[Offer, ...]:
    """What can be worded plainer in an article's file or a plain text, in order; no two overlap.

    Empty in a language without lists.  Quotations, links, headings, tables and code are left as they are.
    """
    if not all(words.of(name).instead for name in LISTS):
        return ()
    shown = prose(text)
    index = LineIndex(text)
    found: list[Offer] = []
    for start, end, instead, way in sorted((*_words(shown, words), *_divided(shown)), key=lambda each: each[:2]):
        was = text[start:end]
        if (not found or start >= found[-1].end) and _says_the_same(text, start, end, instead):
            found.append(Offer(start, end, index.line_of(start), was, instead, way))
    return tuple(found)


def applied(text: str, offers: Sequence[Offer]) -> str:
    """The text with all of ``offers`` taken; they are in order and of this very text."""
    parts, at = [], 0
    for offer in offers:
        parts += [text[at : offer.start], offer.instead]
        at = offer.end
    return "".join((*parts, text[at:]))


def plainer(text: str, words: WordLists) -> str:
    """The text after everything was taken that is offered for it, until nothing more is offered."""
    for _ in range(_ROUNDS):
        changed = applied(text, offers_in(text, words))
        if changed == text:
            break
        text = changed
    return text


_ROUNDS: Final = 3
"""One change can make another possible; a list that runs in a circle must come to an end all the same."""


def _words(shown: str, words: WordLists) -> Iterator[tuple[int, int, str, Way]]:
    by_hand = words.of("by_hand").instead
    kept = [match.span() for match in words.of("kept_whole").matches(shown)]
    found = [(match.span(), listed) for listed in map(words.of, LISTS) for match in listed.pattern.finditer(shown)]
    at = 0
    for (start, end), listed in sorted(found, key=lambda each: (each[0][0], -each[0][1])):
        was = " ".join(shown[start:end].split())
        instead = listed.instead[was.lower()]
        inside_a_name = any(first < end and start < last for first, last in kept)
        if start < at or not instead or was.lower() in by_hand or inside_a_name:
            continue
        if cased := _cased(shown, start, was, instead):
            at = end
            yield *_with_article(shown, start, end, cased), Way.WORD


def _cased(shown: str, start: int, was: str, instead: str) -> str:
    """The new words with the capital of the old ones; empty where the capital makes them a name."""
    if was == was.lower():
        return instead
    if was[1:] == was[1:].lower() and begins_a_sentence(shown, start):
        return instead[0].upper() + instead[1:]
    return ""


_ARTICLE: Final = re.compile(r"\b([Aa])(n?)(\s+)$")
_VOWEL: Final = re.compile(r"(?!use|uni|eu|one)[aeiou]|hour|honest", re.IGNORECASE)


def _with_article(shown: str, start: int, end: int, instead: str) -> tuple[int, int, str]:
    """The change with the “a” or “an” before it, where that has to change too."""
    article = _ARTICLE.search(shown, max(0, start - 12), start)
    if article is None or bool(article[2]) == bool(_VOWEL.match(instead)):
        return start, end, instead
    return article.start(), end, f"{article[1]}{'' if article[2] else 'n'}{article[3]}{instead}"


def _divided(shown: str) -> Iterator[tuple[int, int, str, Way]]:
    for begin, stop in _sentences(shown):
        sentence = shown[begin:stop]
        if len(sentence.split()) < _FROM_WORDS:
            continue
        if sentence.count(";") == 1 and (match := _SEMICOLON.search(sentence)):
            if _is_long_enough(sentence, match):
                yield _division(match, begin)
        elif ";" not in sentence:
            for match in _COMMA.finditer(sentence):
                if _is_long_enough(sentence, match) and not _GOVERNS.search(sentence, 0, match.start()):
                    yield _division(match, begin)
                    break


def _sentences(shown: str) -> Iterator[tuple[int, int]]:
    """Over line breaks, which in a file are only where a line was full."""
    for paragraph in re.finditer(rf"[^{APART}]+", shown):
        for part in re.finditer(r"(?:(?!\n\s*\n).)+", paragraph[0], re.DOTALL):
            at = paragraph.start() + part.start()
            yield from ((at + start, at + end) for start, end in sentence_spans(part[0].replace("\n", " ")))


def _is_long_enough(sentence: str, match: re.Match[str]) -> bool:
    before, after = sentence[: match.start()], sentence[match.start("rest") :]
    brackets = before.count("(") - before.count(")")
    return len(before.split()) >= _SHORTEST_PART and len(after.split()) >= _SHORTEST_PART and brackets == 0


def _division(match: re.Match[str], begin: int) -> tuple[int, int, str, Way]:
    link = _LINKS.get((match["link"] or "").lower(), "")
    first = match["rest"].split()[0]
    opening = link + first if link else first[0].upper() + first[1:]
    return begin + match.start(), begin + match.start("rest") + len(first), f".{match['gap']}{opening}", Way.DIVIDE


def _says_the_same(text: str, start: int, end: int, instead: str) -> bool:
    """Whether numbers, negations and names around the change are what they were."""
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    return kept_facts(before + text[start:end] + after) == kept_facts(before + instead + after)
