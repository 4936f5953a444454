"""`pml review`: who signed which text, what is due, and what is withdrawn, as an editor types it."""

import csv
import hashlib
import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmlapp.cli.main import pml
from pmlapp.content.model import latest_due

TODAY = date.today()
DUE = TODAY + timedelta(days=365)
ANSWERS = {
    "--kind": "clinical",
    "--name": "Dr A. Example",
    "--role": "neurologist",
    "--credentials": "an example of a degree",
    "--interests": "none",
    "--evidence": "the sources it cites",
    "--due": str(DUE),
}


def run(*arguments: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(pml, ["review", *map(str, arguments)], input=typed)


def sign(shelf: Path, *articles: str, typed: str = "", **changes: str | None) -> Result:
    """Sign with answers for everything, but for those changed or left out (None)."""
    answers = ANSWERS | {f"--{name}": value for name, value in changes.items()}
    given = [part for name, value in answers.items() if value is not None for part in (name, value)]
    return run("sign", *articles, "-s", shelf / "content", *given, *([] if typed else ["--yes"]), typed=typed)


def status(shelf: Path, article: str = "causes/one", on: date = TODAY) -> dict[str, object]:
    result = run("status", "-s", shelf / "content", "--format", "json", "--on", str(on))
    assert result.exit_code == 0, result.output
    (found,) = [row for row in json.loads(result.stdout) if row["article"] == article]
    return found


def due(shelf: Path, *arguments: str) -> Result:
    return run("due", "-s", shelf / "content", *arguments)


def change(shelf: Path, old: str, new: str, article: str = "causes/one") -> None:
    path = shelf / "content" / "en" / f"{article}.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def files(shelf: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (shelf / "reviews").rglob("*") if path.is_file()}


# Signing.


def test_a_signature_lifts_the_page_and_names_who_gave_it(shelf: Path) -> None:
    assert status(shelf)["in_words"] == "not reviewed"
    result = sign(shelf, "causes/one")
    assert result.exit_code == 0, result.output
    row = status(shelf)
    assert (row["in_words"], row["text"]) == ("clinically reviewed by neurologist", "as signed")
    assert (row["reviewer"], row["signed_on"], row["next_due"]) == ("Dr A. Example", str(TODAY), str(DUE))
    assert status(shelf, "causes/two")["text"] == "never signed"


def test_before_anything_is_written_it_shows_what_is_signed_and_asks(shelf: Path) -> None:
    result = sign(shelf, "causes/one", "causes/two", typed="n\n")
    assert result.exit_code == 2
    for article in ("causes/one", "causes/two"):
        assert f"{article}: What is page" in result.output
        assert str(status(shelf, article)["text_sha256"]) in result.output
    assert "Sign 2 articles as clinical review? [y/n]" in result.output
    assert "Nothing was written" in result.output
    assert files(shelf) == {}
    assert sign(shelf, "causes/one", typed="y\n").exit_code == 0


def test_what_is_not_given_is_asked_for_one_by_one(shelf: Path) -> None:
    typed = f"lay\nA. Reader\ncarer\nten years of care\nnone\nthe page itself\n{DUE}\ny\n"
    result = sign(shelf, "causes/one", typed=typed, **{name.strip("-"): None for name in ANSWERS})
    assert result.exit_code == 0, result.output
    (given,) = status(shelf)["sign_offs"]
    assert (given["kind"], given["reviewer"], given["credentials"]) == ("lay", "A. Reader", "ten years of care")


@pytest.mark.parametrize("name", ["name", "role", "credentials", "interests", "evidence"])
def test_an_empty_answer_is_no_answer(shelf: Path, name: str) -> None:
    refused = sign(shelf, "causes/one", **{name: "  "})
    assert (refused.exit_code, files(shelf)) == (2, {})
    assert "an answer is needed" in refused.output
    asked = sign(shelf, "causes/one", typed="\n   \nmy own words\ny\n", **{name: None})
    assert asked.exit_code == 0, asked.output
    (given,) = status(shelf)["sign_offs"]
    assert given["reviewer" if name == "name" else name] == "my own words"


@pytest.mark.parametrize("name", ["kind", "name", "role", "credentials", "interests", "evidence", "due"])
def test_nothing_has_a_default_where_nobody_answers(shelf: Path, name: str) -> None:
    result = sign(shelf, "causes/one", **{name: None})
    assert result.exit_code == 2
    assert "Nothing was written: there was no answer to" in result.output
    assert files(shelf) == {}


@pytest.mark.parametrize("day", [TODAY, latest_due(TODAY) + timedelta(days=1)])
def test_the_next_review_is_due_after_today_and_within_36_months(shelf: Path, day: date) -> None:
    result = sign(shelf, "causes/one", due=str(day))
    assert (result.exit_code, files(shelf)) == (2, {})
    assert f"at most 36 months away: by {latest_due(TODAY)}" in result.output
    again = sign(shelf, "causes/one", typed=f"{day}\n{latest_due(TODAY)}\ny\n", due=None)
    assert again.exit_code == 0, again.output


def test_all_articles_are_signed_at_once(shelf: Path) -> None:
    result = sign(shelf, "--all", kind="editorial")
    assert result.exit_code == 0, result.output
    rows = [status(shelf, f"causes/{slug}") for slug in ("one", "two", "three", "four")]
    assert {row["in_words"] for row in rows} == {"sources checked"}


@pytest.mark.parametrize("articles", [(), ("causes/one", "--all")])
def test_which_articles_are_meant_is_never_guessed(shelf: Path, articles: tuple[str, ...]) -> None:
    result = sign(shelf, *articles)
    assert (result.exit_code, files(shelf)) == (2, {})
    assert "Name the articles by their ids" in result.output


def test_an_article_that_is_not_there_is_named_and_none_is_signed(shelf: Path) -> None:
    result = sign(shelf, "causes/one", "causes/none")
    assert (result.exit_code, files(shelf)) == (66, {})
    assert "“causes/none”" in result.output


def test_an_article_may_be_named_by_its_file(shelf: Path) -> None:
    assert sign(shelf, str(shelf / "content" / "en" / "causes" / "one.md")).exit_code == 0
    assert status(shelf)["text"] == "as signed"


def test_a_page_with_a_mistake_cannot_be_signed(shelf: Path) -> None:
    change(shelf, "kind: question", "kind: riddle")
    for articles in (["causes/one"], ["--all"]):
        result = sign(shelf, *articles)
        assert (result.exit_code, files(shelf)) == (65, {})
        assert "one.md:4" in result.output


def test_a_page_without_mistakes_is_signed_and_listed_while_another_has_some(shelf: Path) -> None:
    change(shelf, "kind: question", "kind: riddle")
    assert sign(shelf, "causes/two").exit_code == 0
    listed = run("status", "-s", shelf / "content", "--format", "json")
    assert [row["article"] for row in json.loads(listed.stdout)] == ["causes/four", "causes/three", "causes/two"]
    assert "Left out, since they have mistakes (pml lint names them): causes/one" in listed.stderr
    assert "3 of 3" in due(shelf, "--within", "400").stderr


@pytest.mark.parametrize("name", ["sources.toml", "glossary.toml", "claims.toml"])
def test_a_mistake_in_what_all_pages_share_keeps_all_from_being_signed(shelf: Path, name: str) -> None:
    path = shelf / "content" / "en" / name
    path.write_text(f"{path.read_text(encoding='utf-8')}\n[[", encoding="utf-8")
    result = sign(shelf, "causes/two")
    assert (result.exit_code, files(shelf)) == (65, {})
    assert f"{name}:" in result.output


def test_a_picture_with_a_mistake_keeps_only_its_page_from_being_signed(shelf: Path) -> None:
    (shelf / "content" / "en" / "media" / "dots.svg").write_text("<svg", encoding="utf-8")
    assert sign(shelf, "causes/one").exit_code == 65
    assert sign(shelf, "causes/two").exit_code == 0


def test_what_is_left_to_write_cannot_be_signed(shelf: Path) -> None:
    change(shelf, "The virus rests in the kidneys.", "FILL IN: where the virus rests.")
    result = sign(shelf, "causes/one")
    assert (result.exit_code, files(shelf)) == (65, {})
    assert "one.md:14: FILL IN" in result.output


def test_a_clock_before_the_last_review_signs_nothing(shelf: Path) -> None:
    sign(shelf, "causes/one")
    (record,) = (shelf / "reviews" / "en").rglob("*.yaml")
    tomorrow = TODAY + timedelta(days=1)
    record.write_text(record.read_text().replace(f"signed_on: {TODAY}", f"signed_on: {tomorrow}"))
    before = files(shelf)
    result = sign(shelf, "causes/one")
    assert (result.exit_code, files(shelf)) == (2, before)
    assert f"says {TODAY}, but a record is from {tomorrow}" in result.output


def test_a_clock_before_the_last_record_does_not_make_an_overdue_page_sound(shelf: Path) -> None:
    later = DUE + timedelta(days=400)
    sign(shelf, "causes/one")
    change(shelf, "licence:", f"evidence_checked: {later}\nlicence:", "causes/two")
    rows = json.loads(run("status", "-s", shelf / "content", "--format", "json").stdout)
    assert {row["in_words"] for row in rows if row["article"] == "causes/one"} == {"check overdue"}


def test_a_text_that_changed_since_its_sheet_was_read_is_not_signed(shelf: Path) -> None:
    read = str(status(shelf)["text_sha256"])
    change(shelf, "The virus rests", "The virus sleeps")
    refused = sign(shelf, "causes/one", sha256=read)
    assert (refused.exit_code, files(shelf)) == (2, {})
    assert "is another text now than the one read" in refused.output
    assert sign(shelf, "causes/one", sha256=str(status(shelf)["text_sha256"])[:12].upper()).exit_code == 0


@pytest.mark.parametrize(
    ("articles", "sha256"), [(("causes/one",), ""), (("causes/one",), "abc"), (("causes/one", "causes/two"), "a" * 64)]
)
def test_a_hash_is_of_one_text_and_long_enough(shelf: Path, articles: tuple[str, ...], sha256: str) -> None:
    assert (sign(shelf, *articles, sha256=sha256).exit_code, files(shelf)) == (2, {})


# The text that was signed is kept.


def test_the_signed_text_is_kept_under_its_hash_and_never_changed(shelf: Path) -> None:
    sign(shelf, "causes/one")
    first = str(status(shelf)["text_sha256"])
    change(shelf, "The virus rests", "The virus sleeps")
    sign(shelf, "causes/one")
    sign(shelf, "causes/one", kind="editorial", name="E. Example")
    kept = {path.stem: path.read_bytes() for path in (shelf / "reviews" / "signed").iterdir()}
    assert len(kept) == 2
    assert {name: hashlib.sha256(text).hexdigest() for name, text in kept.items()} == {name: name for name in kept}
    assert b"The virus rests" in kept[first]
    assert run("status", "-s", shelf / "content").exit_code == 0


def test_a_kept_text_that_somebody_changed_is_no_base_for_a_new_signature(shelf: Path) -> None:
    sign(shelf, "causes/one")
    (kept,) = (shelf / "reviews" / "signed").iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"rests", b"wakes"))
    before = files(shelf)
    result = sign(shelf, "causes/one")
    assert (result.exit_code, files(shelf)) == (65, before)
    assert "this is not the text that was signed" in result.output


# What is due.


def test_due_lists_what_needs_somebody_the_first_due_first_and_ends_with_one(shelf: Path) -> None:
    sign(shelf, "causes/one", due=str(TODAY + timedelta(days=90)))
    sign(shelf, "causes/two", due=str(TODAY + timedelta(days=40)))
    sign(shelf, "causes/three")
    sign(shelf, "causes/four")
    change(shelf, "The virus rests", "The virus sleeps", "causes/four")
    result = due(shelf)
    assert result.exit_code == 1
    assert [line.split("  ")[:2] for line in result.stdout.splitlines()] == [
        ["causes/four", "changed since review"],
        ["causes/two", f" due on {TODAY + timedelta(days=40)}, in 40 days"],
        ["causes/one", f" due on {TODAY + timedelta(days=90)}, in 90 days"],
    ]


def test_due_says_since_when_a_review_is_overdue(shelf: Path) -> None:
    sign(shelf, "--all")
    nothing = due(shelf)
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    late = due(shelf, "--on", str(DUE + timedelta(days=3)), "--format", "json")
    assert late.exit_code == 1
    assert {(each["reason"], each["days_left"]) for each in json.loads(late.stdout)} == {("overdue", -3)}
    assert f"overdue since {DUE}" in due(shelf, "--on", str(DUE + timedelta(days=3))).stdout


def test_how_far_due_looks_ahead_is_chosen(shelf: Path) -> None:
    sign(shelf, "--all")
    assert due(shelf, "--within", "364").exit_code == 0
    assert due(shelf, "--within", "365").exit_code == 1


@pytest.mark.parametrize(("command", "ends"), [("status", 0), ("due", 1)])
def test_tables_open_in_a_spreadsheet(shelf: Path, command: str, ends: int) -> None:
    sign(shelf, "causes/one", name='A "comma", B', kind="lay")
    result = run(command, "-s", shelf / "content", "--format", "csv")
    assert result.exit_code == ends
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert len(rows) == 4
    (row,) = [row for row in rows if row["article"] == "causes/one"]
    assert (row["reviewer"], row["in_words"]) == ('A "comma", B', "not reviewed")


def test_the_status_says_what_the_policy_misses(shelf: Path) -> None:
    (shelf / "library.toml").write_text('[policy]\nrelease = "clinical"\n')
    sign(shelf, "causes/one")
    assert status(shelf)["lacks"] == ["has no editorial sign-off"]
    sign(shelf, "causes/one", kind="editorial", name="E. Example")
    assert status(shelf)["lacks"] == []
    counted = "4 articles: 3 never reviewed, 1 clinically reviewed; 3 lack"
    assert counted in run("status", "-s", shelf / "content").stderr


# Withdrawal.


def test_a_page_is_withdrawn_with_a_reason_and_reinstated(shelf: Path) -> None:
    sign(shelf, "--all")
    said = ("--by", "the editors", "--reason", "A study was taken back.", "--yes", "-s", shelf / "content")
    assert run("withdraw", "causes/one", *said).exit_code == 0
    assert status(shelf)["in_words"] == "withdrawn"
    assert due(shelf).exit_code == 0
    again = run("withdraw", "causes/one", *said)
    assert (again.exit_code, "is withdrawn already" in again.output) == (2, True)
    back = run("reinstate", "causes/one", *said)
    assert "A study was taken back." in back.output
    assert status(shelf)["in_words"] == "clinically reviewed by neurologist"
    assert run("reinstate", "causes/one", *said).exit_code == 2


@pytest.mark.parametrize("typed", ["", "why\n", "why\nwho\n", "why\nwho\nn\n"])
def test_a_withdrawal_is_neither_guessed_nor_unconfirmed(shelf: Path, typed: str) -> None:
    result = run("withdraw", "causes/one", "-s", shelf / "content", typed=typed)
    assert (result.exit_code, files(shelf)) == (2, {})
    assert "Nothing was written" in result.output
    assert run("withdraw", "causes/one", "-s", shelf / "content", typed="why\nwho\ny\n").exit_code == 0


@pytest.mark.parametrize("command", ["sign", "status", "due", "withdraw", "reinstate"])
def test_every_command_explains_itself(command: str) -> None:
    result = run(command, "--help")
    assert (result.exit_code, "Usage:" in result.stdout) == (0, True)
