"""Files of reviews: what is wrong in them is named by file and line, and a library is not built from them."""

from datetime import date
from pathlib import Path

import pytest

from pmlapp.authoring.sources.sources import LibrarySources, read_sources
from pmlapp.content.model import SignOffKind, Withdrawal
from pmlapp.errors import SourcesRefusedError
from tests.authoring.sources.test_sources import folder

__all__ = ["folder"]

SIGN_OFF = """\
- kind: editorial
  reviewer: the editors
  role: editors
  credentials: not clinicians
  interests: none
  evidence: a list of facts
  signed_on: 2026-11-21
  next_due: 2028-11-21
  text_sha256: {hash}
""".format(hash="0" * 64)
WITHDRAWAL = """\
- kind: withdrawal
  reason: A study was taken back.
  by: the editors
  on: 2026-12-01
"""
REINSTATEMENT = WITHDRAWAL.replace("withdrawal", "reinstatement")


def review(folder: Path, text: str, name: str = "causes/what.yaml") -> None:
    path = folder.parents[1] / "reviews" / "en" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(SourcesRefusedError) as refusal:
        read_sources(folder)
    return [mistake.removeprefix("resources/reviews/en/") for mistake in refusal.value.mistakes]


def what(sources: LibrarySources):
    return next(page for page in sources.articles if page.id == "causes/what")


def test_an_article_carries_its_sign_offs_and_the_hash_of_its_text(folder: Path) -> None:
    review(folder, SIGN_OFF + SIGN_OFF.replace("editorial", "lay"))
    page = what(read_sources(folder))
    assert [sign_off.kind for sign_off in page.sign_offs] == [SignOffKind.EDITORIAL, SignOffKind.LAY]
    assert page.sign_offs[0].signed_on == date(2026, 11, 21)
    assert len(page.text_sha256) == 64
    assert page.withdrawal is None


def test_signing_does_not_change_what_is_signed(folder: Path) -> None:
    before = what(read_sources(folder)).text_sha256
    review(folder, SIGN_OFF)
    assert what(read_sources(folder)).text_sha256 == before


def test_a_withdrawal_counts_until_the_page_is_reinstated(folder: Path) -> None:
    gone = Withdrawal(reason="A study was taken back.", by="the editors", on=date(2026, 12, 1))
    review(folder, SIGN_OFF + WITHDRAWAL)
    assert what(read_sources(folder)).withdrawal == gone
    review(folder, SIGN_OFF + WITHDRAWAL + REINSTATEMENT)
    assert what(read_sources(folder)).withdrawal is None
    review(folder, WITHDRAWAL + REINSTATEMENT + WITHDRAWAL)
    assert what(read_sources(folder)).withdrawal == gone


def test_a_review_of_a_page_that_is_not_there_is_a_mistake(folder: Path) -> None:
    review(folder, SIGN_OFF, "causes/gone.yaml")
    expected = "causes/gone.yaml:1: there is no article “causes/gone” of which this could be a review"
    assert mistakes(folder) == [expected]


@pytest.mark.parametrize("name", ["what.yaml", "causes/what.yml", "causes/What.yaml", "causes/more/what.yaml"])
def test_a_file_that_is_no_review_has_no_place_there(folder: Path, name: str) -> None:
    review(folder, SIGN_OFF, name)
    (mistake,) = mistakes(folder)
    assert "the reviews of topic/slug are in topic/slug.yaml" in mistake


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("editorial", "praise", "1: a record needs a “kind”; allowed are: editorial, clinical, lay, translation, "),
        ("- kind: editorial\n  ", "- ", "1: a record needs a “kind”"),
        ("  role: editors\n", "", "1: a record of kind editorial lacks the key “role”"),
        ("reviewer: the editors", "reviewer: ''", "2: “reviewer” must be text, not empty"),
        ("interests", "interest", "5: unknown key “interest” in a record of kind editorial"),
        ("2026-11-21", "21.11.2026", "7: “signed_on” must be a date written as YYYY-MM-DD, not “21.11.2026”"),
        ("2028-11-21", "2026-11-21", "8: “next_due” must be after the day it was signed and at most 36 months later"),
        ("2028-11-21", "2029-11-22", "8: “next_due” must be after the day it was signed and at most 36 months later"),
        ("0" * 64, "0" * 63, "9: “text_sha256” must be 64 hexadecimal digits (0-9, a-f)"),
        ("0" * 64, "G" * 64, "9: “text_sha256” must be 64 hexadecimal digits (0-9, a-f)"),
        (SIGN_OFF, WITHDRAWAL.replace("  by: the editors\n", ""), "1: a record of kind withdrawal lacks the key “by”"),
        (SIGN_OFF, REINSTATEMENT, "1: the page is not withdrawn here, so it cannot be reinstated"),
        (SIGN_OFF, "kind: editorial\n", "1: a file of reviews is a list: each record begins with “- kind: …”"),
        (SIGN_OFF, "- - kind\n", "1: a record needs a “kind”"),
        (SIGN_OFF, "", "1: the file is empty; take it away, or write a record"),
        (SIGN_OFF, "# nothing\n", "1: the file of reviews is empty"),
        (SIGN_OFF, "- [\n", "the file of reviews cannot be read"),
        (SIGN_OFF, "- &a {kind: lay}\n- *a\n", "1: anchors (&name) and aliases (*name) are not used"),
    ],
)
def test_a_mistake_in_a_record_is_named_by_its_line(folder: Path, old: str, new: str, mistake: str) -> None:
    assert old in SIGN_OFF
    review(folder, SIGN_OFF.replace(old, new, 1))
    found = mistakes(folder)
    assert any(mistake in each for each in found), found
    assert all(each.startswith("causes/what.yaml:") for each in found)


def test_sources_outside_a_folder_of_content_have_no_reviews(folder: Path, tmp_path: Path) -> None:
    review(folder, SIGN_OFF)
    moved = tmp_path / "mine" / "en"
    moved.parent.mkdir()
    folder.rename(moved)
    assert what(read_sources(moved)).sign_offs == ()


def test_reviews_stand_beside_any_folder_called_content(folder: Path, tmp_path: Path) -> None:
    moved = tmp_path / "clinic" / "content" / "en"
    moved.parent.mkdir(parents=True)
    folder.rename(moved)
    review(moved, SIGN_OFF)
    assert len(what(read_sources(moved)).sign_offs) == 1
    review(moved, "x")
    with pytest.raises(SourcesRefusedError) as refusal:
        read_sources(moved)
    assert refusal.value.mistakes[0].startswith("reviews/en/causes/what.yaml:1: ")


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [(SIGN_OFF.replace("2026-11-21", "2027-11-21"), 7, "signed_on"), (WITHDRAWAL, 4, "on")],
    ids=["sign-off", "withdrawal"],
)
def test_a_record_of_a_day_still_to_come_is_refused_with_its_line(
    folder: Path, text: str, line: int, name: str
) -> None:
    review(folder, text)
    with pytest.raises(SourcesRefusedError) as refusal:
        read_sources(folder, today=date(2026, 11, 22))
    (mistake,) = refusal.value.mistakes
    assert mistake.startswith(f"resources/reviews/en/causes/what.yaml:{line}: “{name}” is 202")
    assert "and today is 2026-11-22: write the day on which it was done" in mistake
