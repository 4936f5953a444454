"""Markdown of other programs (MkDocs, Hugo, Jekyll): its front matter mapped, its text turned into our dialect."""

import re
from pathlib import Path
from typing import Any, Final

import markdown
import yaml

from pmlapp.authoring.importing.dialect import DialectWriter
from pmlapp.authoring.importing.html_tree import read_tree
from pmlapp.authoring.importing.imported import ImportedPage, Unread
from pmlapp.authoring.importing.limits import USUAL, Limits, read_bytes
from pmlapp.authoring.importing.not_carried import Kind, Note, words
from pmlapp.authoring.importing.web_page import html_page
from pmlapp.authoring.sources.article_head import MAX_SHORT_ANSWER_WORDS
from pmlapp.errors import CannotImportError

_FRONT: Final = re.compile(r"\A(?:\ufeff)?(---|\+\+\+)[ ]*\r?\n(.*?)\r?\n\1[ ]*\r?\n", re.DOTALL)
_TEMPLATE: Final = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_EXTENSIONS: Final = ("tables", "def_list", "sane_lists", "attr_list", "footnotes", "fenced_code")


def read_markdown(
    path: Path, *, origin: str, write: DialectWriter, language: str, limits: Limits = USUAL
) -> ImportedPage | Unread:
    """The page that a Markdown file becomes.

    Raises:
        CannotImportError: it cannot be read.
    """
    data = read_bytes(path, limits)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CannotImportError(path=path, reason="it is not UTF-8; save it with that encoding") from error
    front, body = _divided(text)
    templates = _TEMPLATE.findall(body)
    html = markdown.markdown(_TEMPLATE.sub("", body), extensions=list(_EXTENSIONS))
    if not html.strip():
        return Unread(origin, "there is no text in it")
    page = html_page(
        read_tree(f"<html><body>{html}</body></html>".encode()),
        origin=origin,
        folder=path.parent,
        usual_title=path.stem.replace("-", " "),
        own_title=_said(front, "title"),
        write=write,
        language=language,
        limits=limits,
    )
    if isinstance(page, Unread):
        return page
    short = _said(front, "description", "summary")
    names = [*_list(front, "tags"), *_list(front, "keywords")]
    notes = tuple(
        Note(Kind.CONTROLS, "the whole text", f"a template was left out: {words(each)}") for each in templates
    )
    return page._replace(
        short_answer=short if short and len(short.split()) <= MAX_SHORT_ANSWER_WORDS else "",
        names=tuple(dict.fromkeys(names)),
        notes=(*page.notes, *notes),
    )


def _divided(text: str) -> tuple[dict[str, Any], str]:
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    try:
        front = yaml.safe_load(match[2]) if match[1] == "---" else _toml(match[2])
    except yaml.YAMLError:
        front = {}
    return front if isinstance(front, dict) else {}, text[match.end() :]


def _toml(text: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  only Hugo writes TOML here

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}


def _said(front: dict[str, Any], *keys: str) -> str:
    return next((" ".join(str(front[key]).split()) for key in keys if isinstance(front.get(key), str | int)), "")


def _list(front: dict[str, Any], key: str) -> list[str]:
    held = front.get(key) or []
    return [str(each) for each in held] if isinstance(held, list) else [each.strip() for each in str(held).split(",")]
