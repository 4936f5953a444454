"""Whichever way a reader comes to a page that may no longer be read, its text is not there."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from pmlapp.authoring.building.build import build
from pmlapp.content.model import Article, Overdue, Policy, RelatedQuestion, Withdrawal
from pmlapp.library.pages.page_words import PageWords
from pmlapp.paths import last_day_file
from tests.builders import EDITORIAL, FIRST, article, library, signed
from tests.person import OFFSCREEN_LIMITS, OpenWindow, Person, RunProgram

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

OLD = "Zanzibar"
BODY = f'## How\n\n{OLD} text.[^S1]\n\n!!! emergency "Call for help now if:"\n    - a seizure lasts 5 minutes\n'
PAGE = article(body=BODY, short_answer=f"{OLD} is why.", sources=(FIRST,), names=("PML",))
OTHER = article(
    "diet/food",
    title="What should I eat?",
    related=(RelatedQuestion(to=PAGE.id, title=PAGE.title, reason="the cause"),),
)
CHECK = EDITORIAL._replace(signed_on=date(2026, 11, 20), next_due=date(2027, 9, 20))
"""Due so soon that a clock which has come as far is believed at once."""
DUE = CHECK.next_due
WITHDRAWAL = Withdrawal(reason="A study was taken back.", by="the editors", on=date(2026, 12, 1))
STRICT = Policy(overdue=Overdue.WITHDRAW, grace_days=30)


def content(folder: Path, page: Article, policy: Policy = STRICT, *, draft: bool = False) -> Path:
    path = folder / "content.db"
    build(library([signed(page, CHECK), OTHER], policy=policy), path, draft=draft)
    return path


class Clock:
    """The clock of a kiosk that is never switched off."""

    def __init__(self) -> None:
        self.day = CHECK.signed_on + timedelta(days=200)

    def __call__(self) -> date:
        return self.day


def page_of(person: Person) -> str:
    return person.parts.pane.document().toPlainText()


def is_withdrawn(person: Person) -> bool:
    said = page_of(person)
    assert PAGE.title in said
    assert "a seizure lasts 5 minutes" in said
    return "This page has been withdrawn." in said and OLD not in said


@pytest.mark.parametrize(
    ("page", "days"), [(PAGE._replace(withdrawal=WITHDRAWAL), 0), (PAGE, 31)], ids=["withdrawn", "long overdue"]
)
def test_it_is_withdrawn_by_link_by_search_by_back_and_on_the_command_line(
    open_window: OpenWindow, tmp_path: Path, page: Article, days: int
) -> None:
    day = DUE + timedelta(days=days)
    person = open_window(library=content(tmp_path, page), page=PAGE.id, clock=lambda: day)
    assert is_withdrawn(person)
    person.goes_to(OTHER.id)
    assert not person.banner
    person.follows(f"article:{PAGE.id}")
    assert is_withdrawn(person)
    person.goes_to("home")
    person.clicks(person.parts.top_bar.button("back"))
    assert person.page == PAGE.id
    assert is_withdrawn(person)
    for place in ("topics/causes", f"search:{PAGE.title}", f"search:{OLD}"):
        person.goes_to(place)
        assert OLD not in page_of(person).replace(f"“{OLD}”", "")
    person.goes_to("topics/causes")
    assert "This page has been withdrawn." in page_of(person)


def test_a_kiosk_that_is_never_switched_off_notices_the_day_by_itself(open_window: OpenWindow, tmp_path: Path) -> None:
    clock = Clock()
    person = open_window(library=content(tmp_path, PAGE), page=PAGE.id, clock=clock)
    assert OLD in page_of(person)
    clock.day = DUE + timedelta(days=1)
    person.goes_to(OTHER.id)
    person.clicks(person.parts.top_bar.button("back"))
    assert "The check of this page is overdue." in page_of(person)
    assert OLD in page_of(person)
    clock.day = DUE + timedelta(days=31)
    person.goes_to(OTHER.id)
    person.clicks(person.parts.top_bar.button("back"))
    assert is_withdrawn(person)


def test_the_last_page_is_not_found_again_by_a_clock_that_forgot_the_day(
    run_program: RunProgram, tmp_path: Path
) -> None:
    path = content(tmp_path, PAGE)

    def looks(person: Person) -> None:
        assert person.page == PAGE.id
        assert is_withdrawn(person)

    # Three days that agree are believed, whatever the clock says afterwards.
    seen = last_day_file()
    seen.parent.mkdir(parents=True, exist_ok=True)
    seen.write_text(f"{DUE + timedelta(days=31)}\n{DUE + timedelta(days=32)}", encoding="ascii")
    run_program("--article", PAGE.id, meanwhile=looks, library=path, clock=lambda: DUE + timedelta(days=33))
    run_program(meanwhile=looks, library=path, clock=lambda: date(1970, 1, 1))


def test_a_draft_says_so_at_the_top_of_every_page(open_window: OpenWindow, tmp_path: Path) -> None:
    path = content(tmp_path, PAGE, Policy(), draft=True)
    person = open_window(library=path, page=PAGE.id)
    for page in (PAGE.id, OTHER.id, "topics/causes", "words", "about", "keys", "search:virus"):
        person.goes_to(page)
        assert page_of(person).index("DRAFT.") < 60
    person.goes_to("home")
    words = PageWords()
    assert f"{words.draft} {words.draft_library}" in person.words_in_sight(person.parts.home)
