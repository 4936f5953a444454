"""What no change of words may touch: the numbers, doses, negations and names of a text."""

import re
from typing import Final, NamedTuple

_NUMBER: Final = re.compile(
    r"\d[\d.,]*(?: ?(?:%|[µμm]?g(?:/kg)?\b|mcg\b|ml\b|IU\b|[Uu]nits?\b))?"
    r"|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred"
    r"|thousand|million|half|halves|third|quarter|once|twice|double|triple|daily|hourly|weekly|monthly)s?\b",
    re.IGNORECASE,
)
_NEGATION: Final = re.compile(
    r"\b(?:no|not|never|nor|neither|none|nothing|nobody|without|cannot|unless|except|hardly|rarely|seldom|few|fewer|only"
    r"|must|may|might)\b|\w+n['’]t\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_STARTS: Final = re.compile(r"(?:^|[.!?:;…]['\"”’)]*\s+|[\n\x00]\s*|[“\"(]\s*)$")


class KeptFacts(NamedTuple):
    """What must be the same before and after, each in its order."""

    numbers: tuple[str, ...]
    """With the unit of a dose, and number words such as ``twice``."""
    negations: tuple[str, ...]
    """With words that turn or limit a statement: only, unless, may, must."""
    names: tuple[str, ...]
    """Words with a capital that do not begin a sentence."""


def kept_facts(text: str) -> KeptFacts:
    """The numbers, negations and names of a text as it is written."""
    return KeptFacts(
        tuple(match[0].lower() for match in _NUMBER.finditer(text)),
        tuple(match[0].lower() for match in _NEGATION.finditer(text)),
        tuple(
            match[0]
            for match in _WORD.finditer(text)
            if match[0] != match[0].lower()
            and (sum(letter.isupper() for letter in match[0]) > 1 or not begins_a_sentence(text, match.start()))
            and match[0] not in {"I", "I’m", "I'm"}
        ),
    )


def begins_a_sentence(text: str, at: int) -> bool:
    """Whether what is at a place of the text has a capital only because a sentence begins there."""
    return _STARTS.search(text[max(0, at - 12) : at]) is not None
