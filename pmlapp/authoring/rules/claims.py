"""Rules K: what several pages state is stated the same everywhere, and as its source has it."""

from collections.abc import Iterator, Sequence
from typing import Final

from pmlapp.authoring.lint.lint import PlacedProblem, Problem, Rule, Severity
from pmlapp.authoring.lint.manuscript import LibraryContext, Manuscript, PageInShort
from pmlapp.authoring.lint.quantities import COUNT, Quantity, agree, meanings, quantities
from pmlapp.authoring.lint.sentences import words_of
from pmlapp.authoring.lint.text_units import RUNNING_TEXT
from pmlapp.authoring.sources.claims import Claim
from pmlapp.authoring.sources.source_folder import SourceFolder

_WHOLES: Final = frozenset({100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000})


def contradiction(manuscript: Manuscript) -> Iterator[Problem]:
    """K01: a sentence about the same thing as a claim gives another value."""
    known = [(claim, _phrases(claim), _values(claim)) for claim in manuscript.library.sources.claims if claim.values]
    for sentence in manuscript.sentences if known else ():
        if sentence.unit.role not in RUNNING_TEXT:
            continue
        words = {word.casefold() for word in words_of(sentence.text)}
        for claim, phrases, values in known:
            if not any(phrase <= words for phrase in phrases):
                continue
            units = {value.unit for value in values} - {COUNT}
            said = [number for number in quantities(sentence.text) if number.unit in units]
            if said and not any(agree(number, value) for number in said for value in values):
                yield Problem(
                    sentence.line,
                    f"“{said[0].text}” is not what the claim “{claim.key}” says ({', '.join(claim.values)}); "
                    f"place {{claim:{claim.key}}}, or say what differs",
                )


def claim_against_its_evidence(library: LibraryContext, pages: Sequence[PageInShort]) -> Iterator[PlacedProblem]:
    """K02: the words of a claim say another number than its values, or these than its evidence."""
    for claim, path in _claims(library):
        recorded = quantities(f"{claim.evidence} {claim.year} {claim.who}")
        evidence = [meant for number in recorded for meant in meanings(number)]
        values = _values(claim)
        for value in values:
            if not any(agree(value, number) for number in evidence):
                yield PlacedProblem(path, claim.line, f"“{claim.key}”: the evidence does not hold {value.text}")
        for said in quantities(claim.words):
            if not any(agree(said, number) for number in (*values, *evidence)):
                yield PlacedProblem(
                    path, claim.line, f"“{claim.key}”: the words say “{said.text}”, its values and evidence do not"
                )


def unrecorded_source(library: LibraryContext, pages: Sequence[PageInShort]) -> Iterator[PlacedProblem]:
    """K03: a claim cites a source of which the dossier records nothing."""
    dossier = library.dossier
    if dossier is None:
        return
    for claim, path in _claims(library):
        for key in claim.sources:
            if key not in dossier.numbers:
                yield PlacedProblem(path, claim.line, f"“{claim.key}”: the dossier records nothing under {key}")


def page_of_unrecorded_source(manuscript: Manuscript) -> Iterator[Problem]:
    """K03: a page cites a source of which the dossier records nothing."""
    dossier = manuscript.library.dossier
    for stretch in manuscript.stretches if dossier else ():
        for key in stretch.keys:
            if dossier and key not in dossier.numbers:
                at = manuscript.line_of(f"[^{key}]", stretch)
                yield Problem(at, f"the dossier records nothing under {key}")


def unrecorded_number(library: LibraryContext, pages: Sequence[PageInShort]) -> Iterator[PlacedProblem]:
    """K04: a value of a claim has a citation under which the dossier records other numbers."""
    dossier = library.dossier
    if dossier is None:
        return
    for claim, path in _claims(library):
        for value in _values(claim):
            if not dossier.records(value, claim.sources):
                under = ", ".join(claim.sources)
                yield PlacedProblem(path, claim.line, f"“{claim.key}”: the dossier has no {value.text} under {under}")


def page_of_unrecorded_number(manuscript: Manuscript) -> Iterator[Problem]:
    """K04: a number of a page has a citation under which the dossier records other numbers."""
    dossier = manuscript.library.dossier
    if dossier is None:
        return
    for stretch in manuscript.stretches:
        keys = stretch.keys or stretch.around
        wholes = [number.value for number in quantities(stretch.head) if number.value in _WHOLES]
        for number in quantities(stretch.text) if keys else ():
            # "In every 1,000" says how the figures are given, not what was counted.
            if number.value not in _WHOLES and not dossier.records(number, keys, wholes=wholes):
                at = manuscript.line_of(number.text, stretch)
                message = f"the dossier has no {number.text} under {', '.join(dict.fromkeys(keys))}"
                yield Problem(at, message)


def _claims(library: LibraryContext) -> Iterator[tuple[Claim, str]]:
    if library.folder is not None:
        path = SourceFolder(library.folder).notes(library.folder / "claims.toml").path
        yield from ((claim, path) for claim in library.sources.claims)


def _values(claim: Claim) -> list[Quantity]:
    return [number for value in claim.values for number in quantities(value)]


def _phrases(claim: Claim) -> list[frozenset[str]]:
    """The words of each phrase by which a sentence about the same thing is known."""
    return [frozenset(phrase.casefold().split()) for phrase in claim.about]


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="K01",
        title="one fact, one value",
        severity=Severity.WARNING,
        why="Two pages that differ make a reader doubt both.",
        mend="Place the claim by name, or say what differs: other people, other years.",
        source="our own rule",
        check=contradiction,
    ),
    Rule(
        code="K02",
        title="claims and their evidence",
        severity=Severity.ERROR,
        why="A mistake in a claim is on every page that uses it.",
        mend="Correct the words, the values or the evidence in claims.toml.",
        source="our own rule",
        check_library=claim_against_its_evidence,
    ),
    Rule(
        code="K03",
        title="sources the dossier knows",
        severity=Severity.ERROR,
        why="The editors cannot have checked what they did not record.",
        mend="Cite a source of the dossier, or record what this one says. Checked with --facts only.",
        source="our own rule",
        check=page_of_unrecorded_source,
        check_library=unrecorded_source,
    ),
    Rule(
        code="K04",
        title="numbers the dossier knows",
        severity=Severity.WARNING,
        why="A digit typed wrong looks exactly like a digit typed right.",
        mend="Compare the number with the dossier under the keys cited. Checked with --facts only.",
        source="our own rule",
        check=page_of_unrecorded_number,
        check_library=unrecorded_number,
    ),
)
