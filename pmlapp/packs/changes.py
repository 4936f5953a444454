"""What an edition changes, as it is shown before it is accepted and kept for after."""

import json
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from pmlapp.content.file.store import ContentStore
from pmlapp.errors import ContentError
from pmlapp.library.differences import PageChange, PageFate, differences

ORDER: Final = (
    *(PageFate.WITHDRAWN, PageFate.REMOVED, PageFate.CHANGED, PageFate.REINSTATED),
    *(PageFate.ADDED, PageFate.REVIEWED),
)
"""Withdrawn pages first: somebody may have printed one."""

_MOST_KEPT: Final = 500
_LARGEST: Final = 4_000_000


class Change(NamedTuple):
    """What became of one page; ``before`` and ``after`` are the first words of it that differ."""

    fate: PageFate
    page: str
    title: str
    reason: str = ""
    before: str = ""
    after: str = ""
    review_lost: bool = False
    """Whether a review that the page had does not hold for its new text."""


class Changes(NamedTuple):
    """All changes of an edition, the withdrawn pages first."""

    edition: str
    pages: tuple[Change, ...]

    def counts(self) -> dict[PageFate, int]:
        """How many pages had each fate; only fates that any page had."""
        counted = Counter(page.fate for page in self.pages)
        return {fate: counted[fate] for fate in ORDER if counted[fate]}


def changes_between(old: Path | None, new: Path) -> Changes:
    """What the edition at ``new`` changes for the readers of ``old``; nothing where there is none that opens.

    Raises:
        ContentError: ``new`` cannot be read.
    """
    with ContentStore.open(new) as after:
        edition = after.library().edition
        if old is None:
            return Changes(edition, ())
        try:
            before = ContentStore.open(old)
        except ContentError:
            return Changes(edition, ())
        with before:
            found: Sequence[PageChange] = ()
            with suppress(ContentError):
                found = differences(before, after)
            lost = {each.page for each in found if each.fate is PageFate.CHANGED and _lost(each, before, after)}
    pages = [_change(each, each.page in lost) for each in found]
    return Changes(edition, tuple(sorted(pages, key=lambda page: ORDER.index(page.fate))))


def to_json(changes: Changes) -> bytes:
    """To keep them; of a very large update the first 500."""
    pages = [page._asdict() for page in changes.pages[:_MOST_KEPT]]
    return json.dumps({"edition": changes.edition, "pages": pages}, ensure_ascii=False).encode()


def from_json(data: bytes) -> Changes:
    """The changes that were kept; none if they cannot be read."""
    try:
        read: Any = json.loads(data) if 0 < len(data) <= _LARGEST else {"edition": "", "pages": []}
        pages = tuple(Change(**{**page, "fate": PageFate(page["fate"])}) for page in read["pages"])
        return Changes(str(read["edition"]), pages)
    except (ValueError, TypeError, KeyError, RecursionError):
        return Changes("", ())


def _change(found: PageChange, review_lost: bool) -> Change:
    first = found.sentences[0] if found.sentences else None
    before, after = (first.before, first.after) if first else ("", "")
    return Change(found.fate, found.page, found.title, found.reason, before, after, review_lost)


def _lost(change: PageChange, before: ContentStore, after: ContentStore) -> bool:
    old, new = before.article(change.page), after.article(change.page)
    held = any(each.text_sha256 == old.text_sha256 for each in old.sign_offs)
    holds = any(each.text_sha256 == new.text_sha256 for each in new.sign_offs)
    return held and not holds
