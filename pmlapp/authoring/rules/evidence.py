"""Rules C: what the text says rests on sources that a reader can look up."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from pmlapp.authoring.lint.lint import PlacedProblem, Problem, Rule, Severity
from pmlapp.authoring.lint.manuscript import LibraryContext, Manuscript, PageInShort
from pmlapp.authoring.lint.quantities import SHARE, quantities
from pmlapp.authoring.lint.sentences import words_of
from pmlapp.authoring.lint.source_table import cited_keys
from pmlapp.authoring.lint.text_units import Role
from pmlapp.authoring.lint.word_lists import languages_with_lists
from pmlapp.authoring.rules.excuses import excused
from pmlapp.authoring.sources.cited_sources import says_not_known
from pmlapp.authoring.sources.diagnostics import SourceFault
from pmlapp.authoring.sources.source_folder import SourceFolder
from pmlapp.content.markdown.markdown_limits import TextFault
from pmlapp.content.model import Source
from pmlapp.content.page import Callout, Heading, ItemList, plain
from pmlapp.content.source_address import AddressKind, address_to_open, kind_of

MAX_SOURCE_AGE_YEARS: Final = 5
MIN_SECTION_WORDS: Final = 60
"""A shorter section leads on or comforts; it makes no claims that need a source of their own."""

MAX_UNOPENABLE_SHARE: Final = 0.1
"""Of a page's citations: who follows ten of them should find at least nine."""

_INEXACT: Final = {
    AddressKind.SITE: "{key} leads to the front page of a site; give the page itself, a “doi” or a “pmid”, "
    "or say address = “not known”",
    AddressKind.SEARCH: "{key} leads to a search; give what it should find, a “doi” or a “pmid”, "
    "or say address = “not known”",
}

_MAIN: Final = 2
"""The level of a page's main headings; 1 is its title."""

_WEAK_HOSTS: Final = (
    *("wikipedia.org", "wikihow.com", "fandom.com", "reddit.com", "quora.com", "answers.com", "facebook.com"),
    *("instagram.com", "tiktok.com", "twitter.com", "x.com", "youtube.com", "medium.com", "substack.com"),
    *("wordpress.com", "blogspot.com", "tumblr.com", "chatgpt.com", "healthunlocked.com", "patientslikeme.com"),
)
"""Where anyone may write, or nobody answers for what is written."""

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def no_sources(manuscript: Manuscript) -> Iterator[Problem]:
    """C01: the page cites nothing, or a whole section of it does."""
    if excused(manuscript, "sources"):
        return
    written = manuscript.stretches
    if not any(stretch.keys for stretch in written):
        yield Problem(
            manuscript.body_line,
            "the text cites no source; follow what it states with [^KEY]"
            ", or say sources: “not-applicable: why” in the front matter",
        )
        return
    sections = [*_sections(manuscript), (len(manuscript.lines) + 1, "")]
    for (line, words), (end, _) in pairwise(sections):
        inside = [stretch for stretch in written if line <= stretch.line < end]
        # Boxes and lists say what to do or what to ask; what is claimed is in paragraphs.
        told = [each for each in inside if not any(isinstance(box, Callout | ItemList) for box in each.inside)]
        long = sum(len(words_of(each.text)) for each in told) >= MIN_SECTION_WORDS
        if long and not any(each.keys for each in inside):
            yield Problem(line, f"the section “{words}” cites no source; follow what it states with [^KEY]")


def uncited_number(manuscript: Manuscript) -> Iterator[Problem]:
    """C03: a share of people, or a number of cases, is in a paragraph or row without a source."""
    said: set[int] = set()
    for stretch in manuscript.stretches:
        if stretch.around or stretch.line in said:
            continue
        found = list(quantities(stretch.text))
        shares = [number for number in found if number.unit == SHARE]
        counted = found if manuscript.words.first("counted", stretch.text) else []
        if numbers := shares or counted:
            said.add(stretch.line)
            at = manuscript.line_of(numbers[0].text, stretch)
            yield Problem(at, f"“{numbers[0].text}” has no source in its paragraph or row; cite who counted")


def old_source(manuscript: Manuscript) -> Iterator[Problem]:
    """C04: every dated source of the page is more than five years old."""
    cited = [source for source in _cited(manuscript) if _year(source)]
    newest = max((_year(source) for source in cited), default=0)
    if newest and manuscript.library.today.year - newest > MAX_SOURCE_AGE_YEARS:
        yield Problem(
            manuscript.front.line_of("evidence_checked"),
            f"the newest source is from {newest}; check whether newer studies agree, and cite one",
        )


def weak_source(manuscript: Manuscript) -> Iterator[Problem]:
    """C05: a source is a page that anyone can write, or one of our own."""
    weak: dict[str, str] = {source.key: why for source in _cited(manuscript) if (why := _weakness(source, manuscript))}
    said: set[str] = set()
    for stretch in manuscript.stretches:
        for key in stretch.keys:
            if key in weak and key not in said:
                said.add(key)
                at = manuscript.line_of(f"[^{key}]", stretch)
                yield Problem(at, f"the source {key} {weak[key]}; cite the source it relies on")


def unused_source(library: LibraryContext, pages: Sequence[PageInShort]) -> Iterator[PlacedProblem]:
    """C08: a source of ``sources.toml`` that no page cites."""
    if library.folder is None:
        return
    cited = {key for page in pages for key in page.cited}
    for key, record in library.sources.source_records.items():
        if key not in cited:
            yield PlacedProblem(_sources_file(library.folder), record.line, f"no page cites {key}; take it out")


def no_exact_address(library: LibraryContext, pages: Sequence[PageInShort]) -> Iterator[PlacedProblem]:
    """C09: a source leads to the front page of a site or to a search, and does not say so."""
    if library.folder is None:
        return
    for source in library.sources.sources:
        record = library.sources.source_records[source.key]
        if source.url and not address_to_open(source) and not says_not_known(record):
            at = record.line_of("url")
            yield PlacedProblem(_sources_file(library.folder), at, _INEXACT[kind_of(source.url)].format(key=source.key))


def unopenable_citations(manuscript: Manuscript) -> Iterator[Problem]:
    """C10: more than one in ten citations of the page lead to a source whose address is not known."""
    unknown = {source.key for source in _cited(manuscript) if not address_to_open(source)}
    # As marks in the text: a stretch of a table counts those of its head again for each row.
    cited = cited_keys(manuscript.article) if manuscript.article else []
    lost = Counter(key for key in cited if key in unknown)
    if lost.total() > len(cited) * MAX_UNOPENABLE_SHARE:
        most = ", ".join(key for key, _ in lost.most_common(3))
        yield Problem(
            manuscript.body_line,
            f"{lost.total()} of {len(cited)} citations lead to a source whose address is not known, most to {most}; "
            "find their addresses, or cite others",
        )


def absolute_claim(manuscript: Manuscript) -> Iterator[Problem]:
    """C06: more is claimed than any study can show."""
    for sentence in manuscript.sentences:
        if words := manuscript.words.first_stated("absolute", sentence.text):
            yield Problem(sentence.line, f"“{words}” claims more than a study can show; say how often, in whom")


def promotion(manuscript: Manuscript) -> Iterator[Problem]:
    """C07: the text sells, recruits or counts members."""
    for sentence in manuscript.sentences:
        if sentence.unit.role is not Role.CELL and (words := manuscript.words.first("promotion", sentence.text)):
            yield Problem(sentence.line, f"“{words}” recruits instead of informing; take it out")


def _sources_file(folder: Path) -> str:
    return SourceFolder(folder).notes(folder / "sources.toml").path


def _sections(manuscript: Manuscript) -> Iterator[tuple[int, str]]:
    """The line and the words of each main heading."""
    for placed in manuscript.blocks:
        if isinstance(placed.block, Heading) and placed.block.level == _MAIN and not placed.inside:
            yield placed.line, plain(placed.block.spans)


def _cited(manuscript: Manuscript) -> tuple[Source, ...]:
    return manuscript.article.sources if manuscript.article else ()


def _year(source: Source) -> int:
    """The newest year that it names as its own; 0 if it names none."""
    return max((int(year) for year in _YEAR.findall(source.published)), default=0)


def _weakness(source: Source, manuscript: Manuscript) -> str:
    host = (urlsplit(source.url).hostname or "").removeprefix("www.")
    if source.publisher.casefold() == manuscript.library.sources.publisher.casefold():
        return "is published by those who publish this library"
    if any(host == weak or host.endswith(f".{weak}") for weak in _WEAK_HOSTS):
        return f"is on {host}, where anyone can publish"
    return ""


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="C01",
        title="sources",
        severity=Severity.ERROR,
        why="Nobody can check what they cannot look up.",
        mend="Cite the source of what is stated, at least once in each section.",
        source="DISCERN 4; HONcode 4",
        check=no_sources,
    ),
    Rule(
        code="C02",
        title="citations lead somewhere",
        severity=Severity.ERROR,
        why="A citation without its source looks like evidence, but is not.",
        mend="Add the source to sources.toml, or correct the key.",
        source="HONcode 4",
        refusals=(TextFault.CITATION,),
    ),
    Rule(
        code="C03",
        title="numbers have sources",
        severity=Severity.WARNING,
        why="A number is believed more than a word, so it must say who counted.",
        mend="Cite the study in the same paragraph or row.",
        source="HONcode 5; CDC Clear Communication Index, numbers",
        check=uncited_number,
        languages=languages_with_lists(),
    ),
    Rule(
        code="C04",
        title="age of sources",
        severity=Severity.WARNING,
        why="What was known six years ago may be known better now.",
        mend="Look for newer studies; if there are none, let an editor waive it by name.",
        source="NHS standard 2",
        check=old_source,
    ),
    Rule(
        code="C05",
        title="weight of sources",
        severity=Severity.WARNING,
        why="A page that anyone may write, or one of our own, proves nothing.",
        mend="Cite the source that page relies on.",
        source="PIF TICK 4",
        check=weak_source,
    ),
    Rule(
        code="C06",
        title="no absolute claims",
        severity=Severity.WARNING,
        why="Words such as “cure” or “always” promise what no study can.",
        mend="Say how often, and in whom.",
        source="HONcode 5",
        check=absolute_claim,
        languages=languages_with_lists(),
    ),
    Rule(
        code="C07",
        title="no promotion",
        severity=Severity.WARNING,
        why="A frightened reader must not be recruited.",
        mend="Take it out of the text.",
        source="HONcode 8",
        check=promotion,
        languages=languages_with_lists(),
    ),
    Rule(
        code="C08",
        title="no unused sources",
        severity=Severity.WARNING,
        why="An unused source makes the list look longer than it is.",
        mend="Take it out of sources.toml, or cite it.",
        source="HONcode 4",
        check_library=unused_source,
    ),
    Rule(
        code="C09",
        title="sources that can be opened",
        severity=Severity.ERROR,
        why="A reader who follows a citation to the front page of a site rarely finds the page that is meant.",
        mend="Give the exact address, a DOI or a PubMed id; if none is known, say address = “not known”.",
        source="DISCERN 4; JAMA benchmarks",
        check_library=no_exact_address,
        refusals=(SourceFault.ADDRESS,),
    ),
    Rule(
        code="C10",
        title="citations that lead nowhere exact",
        severity=Severity.WARNING,
        why="A page whose sources nobody can open has to be taken on trust.",
        mend="Find their addresses, or cite sources that can be opened.",
        source="DISCERN 4; JAMA benchmarks",
        check=unopenable_citations,
    ),
)
