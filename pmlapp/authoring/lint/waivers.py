"""Waivers: a named person's written leave to publish a page with one kind of warning, until a date."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.authoring.lint.lint import Finding, Rule, Severity
from pmlapp.authoring.sources.diagnostics import Diagnostic, SourceFault
from pmlapp.authoring.sources.records import Form, Key, Keys, Record, toml_record
from pmlapp.authoring.sources.source_folder import SourceFolder

FILE: Final = "waivers.toml"

WAIVER_RULE: Final = Rule(
    code="W01",
    title="waivers",
    severity=Severity.WARNING,
    why="A waiver that nobody needs or has renewed hides the next mistake.",
    mend="Delete it, correct the page, or have the person named decide again with a new date.",
    source="docs/lint.md",
    refusals=(SourceFault.WAIVER,),
)
"""What is wrong with waivers; found by `apply_waivers`."""

_KEYS: Final[Keys] = {
    "article": Key(Form.TEXT),
    "code": Key(Form.TEXT),
    "who": Key(Form.TEXT),
    "reason": Key(Form.TEXT),
    "until": Key(Form.DATE),
}


class Waiver(NamedTuple):
    """Leave for all warnings of one rule on one page."""

    article: str
    """``topic/slug``."""
    code: str
    who: str
    """Who answers for it, by name."""
    reason: str
    until: date
    """The last day on which it holds."""
    path: str
    line: int
    """Where it is written."""


class Waived(NamedTuple):
    """Findings after the waivers have been heard."""

    findings: tuple[Finding, ...]
    """What is left, with what is wrong with the waivers themselves, by path and line."""
    waived: int
    """How many warnings have leave."""


def read_waivers(folder: Path) -> tuple[tuple[Waiver, ...], tuple[Diagnostic, ...]]:
    """The waivers of the library in ``folder``, and what cannot be read of them; none without a file."""
    path = folder / FILE
    if not path.exists():
        return (), ()
    files = SourceFolder(folder)
    notes = files.notes(files.path / FILE, SourceFault.WAIVER)
    text = files.text(path, notes)
    value = toml_record(text, notes) if text is not None else None
    if value is None:
        return (), tuple(files.mistakes)
    outer = Record.check(value, {"waiver": Key(Form.RECORDS, needed=False)}, notes, of=FILE)
    waivers = []
    for item in outer.items("waiver"):
        record = Record.check(item, _KEYS, notes, of="a [[waiver]]")
        until = record.day("until")
        if until is not None and all(record.text(key) for key in _KEYS):
            waivers.append(
                Waiver(
                    article=record.text("article"),
                    code=record.text("code"),
                    who=record.text("who"),
                    reason=record.text("reason"),
                    until=until,
                    path=notes.path,
                    line=record.line,
                )
            )
    return tuple(waivers), tuple(files.mistakes)


def apply_waivers(
    findings: Iterable[Finding],
    waivers: Sequence[Waiver],
    *,
    rules: Sequence[Rule],
    today: date,
    whole: bool = True,
) -> Waived:
    """Take out the warnings that have leave on ``today``, and tell of waivers that give none.

    Args:
        findings: as `lint` gives them.
        waivers: of the same library.
        rules: all there are; a waiver of another code, or of an error, is refused.
        today: the day on which a waiver must still hold.
        whole: whether all articles were checked; else a waiver may well be without use.
    """
    known = {rule.code: rule for rule in rules}
    valid: dict[tuple[str, str], Waiver] = {}
    wrong: list[tuple[Waiver, str]] = []
    for waiver in waivers:
        rule = known.get(waiver.code)
        key = (waiver.article, waiver.code)
        if rule is None:
            wrong.append((waiver, f"there is no rule {waiver.code}; docs/lint.md lists them"))
        elif rule.severity is Severity.ERROR:
            wrong.append((waiver, f"{waiver.code} is an error, which nobody can waive; correct the page"))
        elif waiver.until < today:
            message = f"this waiver ended on {waiver.until}; correct the page, or let {waiver.who} decide again"
            wrong.append((waiver, message))
        elif key in valid:
            wrong.append((waiver, f"line {valid[key].line} waives {waiver.code} for {waiver.article} already"))
        else:
            valid[key] = waiver
    kept: list[Finding] = []
    used: set[tuple[str, str]] = set()
    count = 0
    for finding in findings:
        key = (_article_of(finding.path), finding.code)
        if finding.severity is Severity.ERROR or key not in valid:
            kept.append(finding)
        else:
            used.add(key)
            count += 1
    if whole:
        unused = [waiver for key, waiver in valid.items() if key not in used]
        wrong += [(waiver, f"nothing of {waiver.code} is left in {waiver.article}; delete it") for waiver in unused]
    return Waived(tuple(sorted([*kept, *_told(wrong)])), count)


def _article_of(path: str) -> str:
    """``causes/risk`` of ``resources/content/en/causes/risk.md``."""
    return "/".join(path.removesuffix(".md").split("/")[-2:])


def _told(wrong: Iterable[tuple[Waiver, str]]) -> Iterator[Finding]:
    for waiver, message in wrong:
        yield WAIVER_RULE.finding(waiver.path, waiver.line, message)
