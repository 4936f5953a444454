"""Where a sentence ends, in the languages we write."""

import re
from collections.abc import Iterator
from typing import Final

_SHORT: Final = re.compile(r"\b(?:e\.g|i\.e|vs|cf|approx|[Ff]igs?|Dra?|Mrs?|Ms|Prof|Sra?|St|pp?|ej|[Vv]ol)\.$")
"""A stop after these ends no sentence.  As written: MS is an illness, Ms a person."""

_SHORT_IN: Final = {
    "de": re.compile(r"\b(?:z|z\. ?B|d|d\. ?h|u|u\. ?a|bzw|ca|evtl|ggf|Nr|Abb|Hr|Fr|Std|inkl|zzgl|sog|vgl)\.$"),
    "es": re.compile(r"\b(?:p|p\. ?ej|Uds?|aprox|núm|pág|EE)\.$"),
    "fr": re.compile(r"\b(?:p|p\. ?ex|env|MM?|Mmes?|chap)\.$"),
    "it": re.compile(r"\b(?:ad es|p\. ?es|dott|sig|pag|ca)\.$"),
    "pt": re.compile(r"\b(?:p|p\. ?ex|aprox|pág|núm)\.$"),
}
_ORDINALS: Final = frozenset(
    ("cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr")
)
"""Languages in which a number with a stop is an ordinal: ``am 3. Mai``."""
_ORDINAL: Final = re.compile(r"(?:^|[\s(])\d{1,2}\.$")

_MAY_END: Final = re.compile(r"\b(?:etc|al|Jr|usw|resp|incl|max|min|[A-Za-z]\.[A-Za-z])\.$")
_NUMBER: Final = re.compile(r"\b[Nn]os?\.$")
"""A stop after these ends a sentence only where the next word could begin one: ``p.m. The …``, but ``J.C. Smith``."""
_BEGINS: Final = re.compile(
    r"[\"'“‘«(\[]*(?:A|After|All|An|And|As|At|Before|But|Do|For|He|How|If|In|It|Many|Most|No|Not|On|One|Or|People|She|So"
    r"|Some|Talk|That|The|Their|Then|There|These|They|This|Those|To|We|What|When|Who|Why|With|You|Your"
    r"|Das|Der|Die|Ein|Eine|Er|Es|Sie|Wenn|El|La|Las|Los|Un|Una|Le|Les|Une|Il|Elle)\b"
)
_END: Final = re.compile(
    r"(?:(?<![.!?…])[.!?…؟۔։።]++[\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡]*[^\W_a-zß-öø-ÿ])|(?<=[。！？।॥။។])[”’」』）]*\s*)"
)
_LONGEST_SHORT: Final = 12


def sentence_spans(text: str, language: str = "en") -> Iterator[tuple[int, int]]:
    """First character of each sentence, and the one behind its last; a text without any full stop is one sentence.

    A line break ends a sentence too.  Doses (``0.5 mg/kg``), decimals and the usual abbreviations of English and of
    ``language`` do not.
    """
    begin = 0
    for line in text.split("\n"):
        yield from _in_line(text, begin, begin + len(line), language.partition("-")[0].lower())
        begin += len(line) + 1


def sentences_in(text: str) -> list[str]:
    """The sentences of a text, in order."""
    return [text[start:end] for start, end in sentence_spans(text)]


def _in_line(text: str, begin: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    start = begin
    for match in _END.finditer(text, begin, end):
        if match.end() == end or not _is_end(text, start, match, language):
            continue
        yield from _stripped(text, start, match.end())
        start = match.end()
    yield from _stripped(text, start, end)


def _is_end(text: str, start: int, match: re.Match[str], language: str) -> bool:
    if match[0].rstrip() != ".":
        return True
    before = text[max(start, match.start() - _LONGEST_SHORT) : match.start() + 1]
    if _SHORT.search(before) or (language in _SHORT_IN and _SHORT_IN[language].search(before)):
        return False
    if _NUMBER.search(before) and text[match.end()].isdecimal():
        return False
    if language in _ORDINALS and _ORDINAL.search(before):
        return False
    return not _MAY_END.search(before) or _BEGINS.match(text, match.end()) is not None


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
