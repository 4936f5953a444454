"""Every state that a page's reviews can be in, as its reader sees it: with example records, as their names say."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtGui import QImage

from pmlapp.authoring.building.build import build
from pmlapp.content.model import Article, Policy, Withdrawal
from tests.builders import EDITORIAL, FIRST, SIGN_OFF, article, library, signed
from tests.pictures.views import View, draw

SIGNED = SIGN_OFF.signed_on
DUE = SIGN_OFF.next_due
_BODY = (
    "## How\n\nThe virus rests in the kidneys.[^S1]\n\n"
    '!!! emergency "Call for emergency help now if someone suddenly has:"\n    - trouble speaking\n'
)
PAGE = article(body=_BODY, sources=(FIRST,), names=("PML",))
WITHDRAWN = Withdrawal(reason="A study that it rests on was taken back.", by="E. Example, editor", on=SIGNED)


def states() -> dict[str, tuple[Article, date]]:
    """The page in each state, and the day on which it is read."""
    editorial, clinical = signed(PAGE, EDITORIAL), signed(PAGE, EDITORIAL, SIGN_OFF)
    changed = clinical._replace(sign_offs=tuple(each._replace(text_sha256="0" * 64) for each in clinical.sign_offs))
    soon, late = DUE - timedelta(days=60), DUE + timedelta(days=1)
    return {
        "never-reviewed": (PAGE, SIGNED),
        "sources-checked": (editorial, SIGNED),
        "clinically-reviewed": (clinical, SIGNED),
        "due-soon": (clinical, soon),
        "overdue": (clinical, late),
        "changed-since-review": (changed, SIGNED),
        "withdrawn": (editorial._replace(withdrawal=WITHDRAWN), SIGNED),
        "draft": (PAGE, SIGNED),
    }


def review_states(folder: Path) -> Iterator[tuple[str, QImage]]:
    """The name of each state and the window that shows it; the libraries are made in ``folder``."""
    for state, (page, day) in states().items():
        content = folder / f"{state}.db"
        build(library([page], policy=Policy()), content, draft=state == "draft")
        yield state, draw(View(name=state, page=PAGE.id, size=(1040, 800)), content, clock=lambda day=day: day)
