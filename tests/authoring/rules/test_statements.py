"""What the library says of who answers for it holds for every page that does not say otherwise of itself."""

from pathlib import Path

from tests.authoring.rules.case import FILES, findings

SILENT = {"library.toml": FILES["library.toml"].replace('feedback = "Tell us."\n', "")}


def test_a_fault_of_the_library_is_found_once_and_not_once_a_page(tmp_path: Path) -> None:
    found = [each for each in findings(tmp_path, "Text.\n", files=SILENT) if each.code == "M08"]
    assert [(each.path, each.line) for each in found] == [("resources/content/en/library.toml", 1)]


def test_an_author_without_a_name_or_with_unknown_words_is_named(tmp_path: Path) -> None:
    for authors, fault in (
        ("[{credentials: a nurse}]", "an author has no name"),
        ("[{name: A. Writer, degree: none}]", "an author has the keys name"),
        ("[]", "no author is named"),
    ):
        found = findings(tmp_path, "Text.\n", front={"authors": authors})
        assert [each.message[: len(fault)] for each in found if each.code == "M02"] == [fault]


def test_none_is_an_answer_and_silence_is_not(tmp_path: Path) -> None:
    for said, wrong in (("none", False), ("none known to the editors", False), ("Unknown.", True), ("n/a", True)):
        found = findings(tmp_path, "Text.\n", front={"interests": said})
        assert any(each.code == "M03" for each in found) is wrong
