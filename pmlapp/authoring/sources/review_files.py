"""The append-only files of reviews, ``reviews/<language>/<topic>/<slug>.yaml`` beside the folder ``content``."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

import yaml

from pmlapp.authoring.sources.diagnostics import Diagnostics, SourceFault
from pmlapp.authoring.sources.records import Form, Key, Keys, Record, Value, yaml_record
from pmlapp.authoring.sources.source_folder import NAME, SourceFolder
from pmlapp.authoring.sources.turn import own_turn
from pmlapp.authoring.sources.whole_file import write_whole
from pmlapp.content.model import ArticleId, SignOff, SignOffKind, Withdrawal, latest_due
from pmlapp.errors import CannotWriteError, SourcesRefusedError, plain_reason

_LONGEST_FILE: Final = 400_000


WITHDRAWAL: Final = "withdrawal"
REINSTATEMENT: Final = "reinstatement"
_SIGN_OFF_KINDS: Final = tuple(map(str, SignOffKind))
KINDS: Final = (*_SIGN_OFF_KINDS, WITHDRAWAL, REINSTATEMENT)

SIGN_OFF_KEYS: Final[Keys] = {
    **{key: Key(Form.TEXT) for key in ("kind", "reviewer", "role", "credentials", "interests", "evidence")},
    "signed_on": Key(Form.DATE),
    "next_due": Key(Form.DATE),
    "text_sha256": Key(Form.TEXT),
    "note": Key(Form.TEXT, needed=False),
}
NOTICE_KEYS: Final[Keys] = {
    "kind": Key(Form.TEXT),
    "reason": Key(Form.TEXT),
    "by": Key(Form.TEXT),
    "on": Key(Form.DATE),
}


class Reinstatement(NamedTuple):
    """Why a withdrawn page may be read again, by whom and since when."""

    reason: str
    by: str
    on: date


ReviewRecord = SignOff | Withdrawal | Reinstatement


class ReviewFile(NamedTuple):
    """The records of one article, oldest first."""

    records: tuple[ReviewRecord, ...] = ()

    @property
    def sign_offs(self) -> tuple[SignOff, ...]:
        """The reviewers' words, the newest last."""
        return tuple(record for record in self.records if isinstance(record, SignOff))

    @property
    def withdrawal(self) -> Withdrawal | None:
        """Why the page is withdrawn; None if it never was, or was reinstated since."""
        notices = [record for record in self.records if not isinstance(record, SignOff)]
        return notices[-1] if notices and isinstance(notices[-1], Withdrawal) else None


def read_review_files(folder: SourceFolder, articles: Iterable[str]) -> Mapping[str, ReviewFile]:
    """The records of every article that has some, by its id; mistakes are noted in ``folder``.

    ``articles`` are the ids there are: a review of any other page is a mistake.
    """
    if folder.library_root is None:
        return {}
    known = set(articles)
    found: dict[str, ReviewFile] = {}
    for topic in folder.entries(folder.library_root / "reviews" / folder.language):
        for path in folder.entries(topic) if topic.is_dir() else [topic]:
            notes = folder.notes(path, SourceFault.REVIEW_RECORD)
            article = f"{topic.name}/{path.stem}"
            if not topic.is_dir() or not path.is_file() or path.suffix != ".yaml" or not NAME.fullmatch(path.stem):
                notes.add(1, "this file does not belong here; the reviews of topic/slug are in topic/slug.yaml")
            elif article not in known:
                notes.add(1, f"there is no article “{article}” of which this could be a review")
            else:
                found[article] = _read(folder, path, notes)
    return found


def append_record(folder: Path, article: ArticleId, record: ReviewRecord) -> Path:
    """Add a record to the file of an article; not one byte before it changes, and it appears whole or not at all.

    Several processes may add to one file at once: each record of theirs is in it then.

    Args:
        folder: of one language, inside a folder ``content``: ``resources/content/en``.
        article: whose page it is about; that it exists is for the caller to know.
        record: what to write down.

    Returns:
        The file written.

    Raises:
        SourcesRefusedError: the file has mistakes, or the record does not follow from what it holds.
        CannotWriteError: no space or no permission; the file is as it was.
    """
    sources = SourceFolder(folder)
    if sources.library_root is None:
        raise SourcesRefusedError((f"{folder}:1: reviews need sources laid out as content/{sources.language}",))
    path = sources.library_root / "reviews" / sources.language / f"{article}.yaml"
    notes = sources.notes(path, SourceFault.REVIEW_RECORD)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWriteError(path=path, reason=plain_reason(error)) from error
    # Two who sign at once: the second reads what the first has written.
    with own_turn(path.parent):
        _append(sources, path, record, notes)
    return path


def _append(sources: SourceFolder, path: Path, record: ReviewRecord, notes: Diagnostics) -> None:
    before = b""
    if path.exists():
        before = sources.data(path, notes) or b""
        _read(sources, path, notes)
    if sources.mistakes:
        raise SourcesRefusedError(tuple(map(str, sources.mistakes)))
    after = before + (b"\n" if before and not before.endswith(b"\n") else b"") + as_yaml(record).encode()

    def check(unfinished: Path) -> None:
        _read(sources, unfinished, notes)
        if sources.mistakes:
            raise SourcesRefusedError(tuple(map(str, sources.mistakes)))

    write_whole(path, after, check)


def _read(folder: SourceFolder, path: Path, notes: Diagnostics) -> ReviewFile:
    text = folder.text(path, notes)
    value = text and yaml_record(text, notes, first_line=1, of="the file of reviews", longest=_LONGEST_FILE)
    if not value:
        if text == "":
            notes.add(1, "the file is empty; take it away, or write a record")
        return ReviewFile()
    if value.items is None:
        notes.add(value.line, "a file of reviews is a list: each record begins with “- kind: …”")
        return ReviewFile()
    records: list[ReviewRecord] = []
    for item in value.items:
        record = _record(item, folder, notes)
        if isinstance(record, Reinstatement) and ReviewFile(tuple(records)).withdrawal is None:
            notes.add(item.line, "the page is not withdrawn here, so it cannot be reinstated")
        if record is not None:
            records.append(record)
    return ReviewFile(tuple(records))


def _record(item: Value, folder: SourceFolder, notes: Diagnostics) -> ReviewRecord | None:
    """The record in ``item``; None, and a note, if it has mistakes."""
    mistakes = len(notes.found)
    kind = _kind(item, notes)
    if kind is None:
        return None
    keys = SIGN_OFF_KEYS if kind in _SIGN_OFF_KINDS else NOTICE_KEYS
    record = Record.check(item, keys, notes, of=f"a record of kind {kind}")
    for name in ("signed_on", "on"):
        folder.note_future(record.day(name), name, record.line_of(name), notes)
    sign_off = _sign_off(record, SignOffKind(kind), notes) if kind in _SIGN_OFF_KINDS else None
    day = record.day("on")
    if len(notes.found) > mistakes:
        return None
    if sign_off or day is None:
        return sign_off
    notice = Withdrawal if kind == WITHDRAWAL else Reinstatement
    return notice(reason=record.text("reason"), by=record.text("by"), on=day)


def _kind(item: Value, notes: Diagnostics) -> str | None:
    held = (item.table or {}).get("kind", Value(item.line))
    if held.text in KINDS:
        return held.text
    notes.add(held.line, f"a record needs a “kind”; allowed are: {', '.join(KINDS)}")
    return None


def _sign_off(record: Record, kind: SignOffKind, notes: Diagnostics) -> SignOff | None:
    signed_on, next_due = record.day("signed_on"), record.day("next_due")
    sha256 = record.text("text_sha256")
    if sha256 and not re.fullmatch("[0-9a-f]{64}", sha256):
        notes.add(record.line_of("text_sha256"), "“text_sha256” must be 64 hexadecimal digits (0-9, a-f)")
    if signed_on is None or next_due is None:
        return None
    if not signed_on < next_due <= latest_due(signed_on):
        last = f"after the day it was signed and at most 36 months later: by {latest_due(signed_on)}"
        notes.add(record.line_of("next_due"), f"“next_due” must be {last}, not {next_due}")
        return None
    fields = {key: record.text(key) for key in ("reviewer", "role", "credentials", "interests", "evidence", "note")}
    return SignOff(kind=kind, signed_on=signed_on, next_due=next_due, text_sha256=sha256, **fields).checked()


def as_yaml(record: ReviewRecord) -> str:
    """A record as it is in the file, ending in a line break."""
    match record:
        case SignOff():
            values = {key: getattr(record, key) for key in SIGN_OFF_KEYS}
            values["kind"] = str(record.kind)
            if not record.note:
                del values["note"]
        case Withdrawal() | Reinstatement():
            kind = WITHDRAWAL if isinstance(record, Withdrawal) else REINSTATEMENT
            values = {"kind": kind, **record._asdict()}
    text: str = yaml.safe_dump([values], allow_unicode=True, sort_keys=False, width=100)
    return text
