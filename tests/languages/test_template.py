"""Every phrase that is shown can be translated, and is in the template."""

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from languages.template import ROOT, TEMPLATE, page_phrases, sources, write_template
from pmlapp.library.pages.page_words import PageWords

_MARKERS = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""Which argument is the phrase."""
_HAND_ON = {
    "commands",
    "failures",
    "failure_window",
    "keys",
    "painting",
    "parts",
    "interface_language",
    "reading_panel",
    "shown_keys",
}
"""Modules that translate, when it is shown, what was marked by QT_TRANSLATE_NOOP."""
_SHOWING = {
    "setText", "setWindowTitle", "setAccessibleName", "setAccessibleDescription", "setToolTip", "setPlaceholderText",
    "QLabel", "say", "announce", "TouchButton", "WordButton", "ActionButton", "LinkButton", "BarButton", "TouchTile",
    "KeyButton", "Note", "StatusLine", "addAction",
}  # fmt: skip
_WORDS = re.compile(r"[A-Z][a-z]+|[a-z]+ [a-z]+")
_TAG = re.compile(r"<[^>]*>?|^[^<]*>")


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def marked(tree: ast.AST) -> Iterator[tuple[ast.Call, ast.expr]]:
    """Every call that marks a phrase, with what it is handed as one; Qt's `painter.translate(x, y)` is none."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (place := _MARKERS.get(called(node))) is not None and len(node.args) > place:
            about_words = called(node) != "translate" or not (
                isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) != "QCoreApplication"
            )
            if about_words:
                yield node, node.args[place]


def faults(source: str, name: str = "shown") -> list[str]:
    """What cannot be translated in the source of a module, each with its line."""
    tree = ast.parse(source)
    found = []
    for call, phrase in marked(tree):
        where = f"{name}:{call.lineno}"
        if not (isinstance(phrase, ast.Constant) and isinstance(phrase.value, str)):
            if name not in _HAND_ON:
                found.append(f"{where} is not one literal: {ast.unparse(phrase)[:60]}")
            continue
        text = phrase.value
        if "{count}" in text and called(call) != "QT_TRANSLATE_NOOP" and len(call.args) - _MARKERS[called(call)] < 3:
            found.append(f"{where} does not hand over its count: {text}")
        if re.search(r"\{\}|%\d|%s|%d|\{\d", text):
            found.append(f"{where} has a field without a name: {text}")
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            found += [
                f"{name}:{call.lineno} is inside an f-string, where lupdate does not look" for call, _ in marked(node)
            ]
        if isinstance(node, ast.Call) and called(node) in _SHOWING:
            for shown in (*node.args, *(each.value for each in node.keywords if each.arg in {"name", "hint"})):
                texts = shown.values if isinstance(shown, ast.JoinedStr) else [shown]
                found += [
                    f"{name}:{node.lineno} is shown and never translated: {text.value}"
                    for text in texts
                    if isinstance(text, ast.Constant)
                    and isinstance(text.value, str)
                    and _WORDS.search(_TAG.sub("", text.value))
                ]
    return found


def in_template(path: Path = TEMPLATE) -> set[str]:
    return {message.findtext("source", "") for message in ET.parse(path).getroot().iter("message")}


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT / "pmlapp")))
def test_every_phrase_of_a_module_can_be_translated(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8"), path.stem) == []


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('self.tr(f"Hello {name}")', "not one literal"),
        ('self.tr("Hello " + name)', "not one literal"),
        ("self.tr(words)", "not one literal"),
        ('QCoreApplication.translate("x", f"Hello {name}")', "not one literal"),
        ('self.tr("{count} answers").format(count=n)', "does not hand over its count"),
        ('translate("x", "{count} answers")', "does not hand over its count"),
        ('self.tr("{} answers")', "field without a name"),
        ('label.setText("Nothing here")', "never translated"),
        ('label.setText(f"Nothing here about {word}")', "never translated"),
        ("words = f'{self.tr(\"Add\")}: {hint}'", "inside an f-string"),
        ('QLabel("Search", self)', "never translated"),
        ('ActionButton("close", self.tr("Close"), look, name="Close this")', "never translated"),
    ],
)
def test_a_phrase_that_cannot_be_translated_is_found(source: str, said: str) -> None:
    assert [said in fault for fault in faults(source)] == [True]


def test_everything_marked_is_in_the_template() -> None:
    """Lupdate leaves out in silence what it cannot read: our own walk over the source must find no more than it."""
    phrases = {
        phrase.value
        for path in sources()
        for _, phrase in marked(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(phrase, ast.Constant)
    }
    phrases |= {phrase for _, phrase in page_phrases()}
    assert len(phrases) > 500
    assert sorted(phrases - in_template()) == [], "run: make i18n"


def test_the_template_is_what_is_extracted_now(tmp_path: Path) -> None:
    fresh = tmp_path / "template.ts"
    write_template(fresh)
    assert fresh.read_bytes() == TEMPLATE.read_bytes(), "run: make i18n"


def test_every_word_of_a_page_is_said_in_the_other_language() -> None:
    words = PageWords(say=lambda english, count: f"<{english}>" if count is None else f"<{count}: {english}>")
    assert words.home == "<Home>"
    assert words.day(date(2026, 11, 30)) == "<30 <November> 2026>"
    assert words.questions(1) == "<1 question>"
    assert words.questions(5) == "<5: 5 questions>"
    assert [name for name in PageWords.__annotations__ if getattr(words, name) == getattr(PageWords, name)] == [
        name for name in PageWords.__annotations__ if "{count}" in getattr(PageWords, name)
    ], "only a phrase with a count waits for it"
