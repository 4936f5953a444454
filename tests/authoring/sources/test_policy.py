"""A library is given out with the reviews that its policy asks for, or not at all."""

from pathlib import Path

import pytest

from pmlapp.authoring.building.build import build
from pmlapp.authoring.sources.policy import lacks
from pmlapp.authoring.sources.sources import read_sources
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Article, Overdue, Policy, Release, Withdrawal
from pmlapp.errors import ReleaseRefusedError, SourcesRefusedError
from tests.authoring.sources.test_sources import folder
from tests.builders import EDITORIAL, SIGN_OFF, article, library, signed

__all__ = ["folder"]

CLINICAL = SIGN_OFF._replace(reviewer="Dr B. Example")
WITHDRAWN = article(withdrawal=Withdrawal(reason="x", by="y", on=EDITORIAL.signed_on))
CHECKED, BOTH = signed(article(), EDITORIAL), signed(article(), EDITORIAL, CLINICAL)
CHANGED = CHECKED._replace(text_sha256="f" * 64)
ONE_PERSON = signed(article(), EDITORIAL, CLINICAL._replace(reviewer=EDITORIAL.reviewer.upper()))


@pytest.mark.parametrize(
    ("page", "sources_checked", "clinical"),
    [
        (article(), "has no editorial sign-off", "has no editorial sign-off; has no clinical sign-off"),
        (CHECKED, "", "has no clinical sign-off"),
        (signed(article(), CLINICAL), "has no editorial sign-off", "has no editorial sign-off"),
        (BOTH, "", ""),
        (
            CHANGED,
            "has changed since the editorial sign-off of 2026-01-02",
            "has changed since the editorial sign-off of 2026-01-02; has no clinical sign-off",
        ),
        (ONE_PERSON, "", "is signed only by E. Example; its sign-offs must come from two people"),
        (WITHDRAWN, "", ""),
    ],
    ids=["nobody", "checked", "a clinician alone", "both", "changed", "one person twice", "withdrawn"],
)
def test_what_a_page_lacks_is_said_in_words(page: Article, sources_checked: str, clinical: str) -> None:
    assert lacks(page, Policy(Release.NONE)) == ()
    assert "; ".join(lacks(page, Policy(Release.SOURCES_CHECKED))) == sources_checked
    assert "; ".join(lacks(page, Policy(Release.CLINICAL))) == clinical


STRICT = Policy(Release.SOURCES_CHECKED, Overdue.WITHDRAW, 30)


def test_a_library_that_lacks_reviews_is_not_built_and_each_page_is_named(tmp_path: Path) -> None:
    pages = [CHECKED, article("causes/two"), article("causes/three")]
    with pytest.raises(ReleaseRefusedError) as refusal:
        build(library(pages, policy=STRICT), tmp_path / "content.db")
    assert refusal.value.missing == (
        "causes/two: has no editorial sign-off",
        "causes/three: has no editorial sign-off",
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("draft", [True, False])
def test_the_file_carries_its_policy_and_says_whether_it_is_a_draft(tmp_path: Path, draft: bool) -> None:
    pages = [CHECKED, *([article("causes/two")] if draft else [])]
    build(library(pages, policy=STRICT), tmp_path / "content.db", draft=draft)
    store = ContentStore.open(tmp_path / "content.db")
    assert (store.library().policy, store.library().draft) == (STRICT, draft)
    store.verify()
    store.close()


def test_the_newest_day_of_the_library_is_that_of_its_newest_record(tmp_path: Path) -> None:
    for pages, newest in (
        ([article(evidence_checked=None)], "1970-01-01"),
        ([article()], "2026-11-21"),
        ([signed(article(evidence_checked=None), EDITORIAL)], "2026-01-02"),
        ([WITHDRAWN._replace(evidence_checked=None)], "2026-01-02"),
    ):
        build(library(pages), tmp_path / "content.db")
        store = ContentStore.open(tmp_path / "content.db")
        assert store.library().newest.isoformat() == newest
        store.close()


# The file.


def policy_file(folder: Path, text: str) -> None:
    (folder.parents[1] / "library.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "policy"),
    [
        ("", Policy(Release.NONE, Overdue.WARN, 90)),
        ('[policy]\nrelease = "none"\n', Policy(Release.NONE, Overdue.WARN, 90)),
        (
            '[policy]\nrelease = "clinical"\noverdue = "withdraw"\ngrace_days = 0\n',
            Policy(Release.CLINICAL, Overdue.WITHDRAW, 0),
        ),
    ],
)
def test_the_policy_stands_beside_the_folder_of_content(folder: Path, text: str, policy: Policy) -> None:
    assert read_sources(folder).policy == Policy()
    policy_file(folder, text or '[policy]\nrelease = "none"\n')
    assert read_sources(folder).policy == policy


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("", "1: library.toml lacks the key “policy”"),
        ("policy = 'x'", "1: “policy” must be a table of keys, not “x”"),
        ("[policy]\n", "1: [policy] lacks the key “release”"),
        ('[policy]\nrelease = "all"\n', "2: “release” is “all”; allowed are: none, sources-checked, clinical"),
        ('[policy]\nrelease = "none"\noverdue = "hide"\n', "3: “overdue” is “hide”; allowed are: warn, withdraw"),
        (
            '[policy]\nrelease = "none"\ngrace_days = "90"\n',
            "3: “grace_days” must be a whole number from 0, without quotes, not “90”",
        ),
        ('[policy]\nrelease = "none"\ngrace_days = -1\n', "3: “grace_days” must be a whole number from 0"),
        ('[policy]\nrelease = "none"\ngrace_days = 1.5\n', "3: “grace_days” must be a whole number from 0"),
        ('[policy]\nrelease = "none"\ngrace_days = true\n', "3: “grace_days” must be a whole number from 0"),
        ('[policy]\nrelease = "none"\nrelaese = "x"\n', "3: unknown key “relaese” in [policy]"),
        ("[policy\n", "1: the file cannot be read: "),
    ],
)
def test_a_mistake_in_the_policy_is_named_by_its_line(folder: Path, text: str, mistake: str) -> None:
    policy_file(folder, text)
    with pytest.raises(SourcesRefusedError) as refusal:
        read_sources(folder)
    assert refusal.value.mistakes[0].startswith(f"resources/library.toml:{mistake}")


def test_a_library_is_a_draft_until_somebody_has_stated_its_policy(folder: Path, tmp_path: Path) -> None:
    for is_draft in (True, False):
        build(read_sources(folder), tmp_path / "content.db")
        with ContentStore.open(tmp_path / "content.db") as store:
            assert store.library().draft is is_draft
        policy_file(folder, '[policy]\nrelease = "none"\n')
