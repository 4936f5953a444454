"""The house rules of docs/architecture.md, read from the source itself."""

import ast
import importlib
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path
from typing import get_args

import grimp
import pytest
from importlinter import cli as import_linter

from pmlapp.content.page import Block, Span

PACKAGE = Path(__file__).parent.parent / "pmlapp"

SQL_MODULES = {
    *("pmlapp.content.file.content_file", "pmlapp.content.file.schema", "pmlapp.content.file.store"),
    *(
        "pmlapp.content.file.stored_outline",
        "pmlapp.content.file.stored_reviews",
        "pmlapp.content.file.stored_codes",
        "pmlapp.content.file.search_tables",
    ),
    *("pmlapp.content.file.tables", "pmlapp.content.file.format_3", "pmlapp.content.file.stored_editions"),
    *("pmlapp.content.file.stored_pages", "pmlapp.content.file.stored_shelves"),
    *("pmlapp.authoring.building.build", "pmlapp.authoring.building.search_index"),
}
WIRING = {"pmlapp.shell.wiring", "pmlapp.shell.kiosk.wiring", "pmlapp.preview.wiring"}
ROOMLESS_NAMES = {"utils", "common", "core", "misc", "helpers"}
LONGEST_MODULE = 400
PAGE_KINDS = {kind.__name__ for kind in (*get_args(Block), *get_args(Span))}
CHANGING_METHODS = {
    *("add", "append", "appendleft", "clear", "discard", "extend", "insert"),
    *("pop", "popitem", "remove", "setdefault", "sort", "update"),
}

SQL = re.compile(
    r"^\s*(select\s.+\sfrom\s|insert\s+(or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s|replace\s+into\s"
    r"|(create|drop|alter)\s+(virtual\s+|temp\s+)?(table|index|view|trigger)\s|pragma\s+\w+|attach\s+database\s|vacuum\b)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Module:
    """One file of the program."""

    name: str
    source: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)


def modules() -> list[Module]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found.append(Module(".".join(parts).removesuffix(".__init__"), path.read_text(encoding="utf-8")))
    return found


def docstrings(tree: ast.Module) -> set[int]:
    """The identities of the constants that are docstrings, of attributes too."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def used_of(tree: ast.Module, name: str) -> set[str]:
    """``{"b", "c"}`` where a module says ``name.b`` and ``name.c``."""
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == name
    }


def root_name(node: ast.expr) -> str:
    """``self`` of ``self.pane.opened``; empty if the expression starts with no name."""
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


# Each rule says what is wrong with a module, or nothing.


def sql_outside_its_place(module: Module) -> Iterator[str]:
    if module.name in SQL_MODULES:
        return
    if "sqlite3" in imported(module.tree) and used_of(module.tree, "sqlite3") != {"sqlite_version"}:
        yield f"{module.name} uses sqlite3"
    told = docstrings(module.tree)
    for node in ast.walk(module.tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
        if is_text and SQL.match(node.value):
            yield f"{module.name}:{node.lineno} holds SQL"


def wire_outside_the_diagram(module: Module) -> Iterator[str]:
    """Outside the wiring an object may connect its own parts, never what it was handed; the window nothing at all."""
    if module.name in WIRING:
        return
    for function in ast.walk(module.tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        handed = {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)} - {"self"}
        for node in ast.walk(function):
            if not (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect"
            ):
                continue
            foreign = root_name(node.func) in handed or any(
                isinstance(slot, ast.Attribute) and root_name(slot) in handed for slot in node.args
            )
            if foreign or module.name == "pmlapp.shell.window":
                yield f"{module.name}:{node.lineno} connects what the wiring should connect"


def no_sentence_about_itself(module: Module) -> Iterator[str]:
    docstring = ast.get_docstring(module.tree)
    if docstring is None and module.source.strip():
        yield f"{module.name} has no docstring"
    elif docstring and not docstring.splitlines()[0].endswith("."):
        yield f"{module.name} does not begin with one whole sentence"


def name_that_says_nothing(module: Module) -> Iterator[str]:
    for part in ROOMLESS_NAMES.intersection(module.name.split(".")):
        yield f"{module.name} is called {part}"


def too_long(module: Module) -> Iterator[str]:
    lines = len(module.source.splitlines())
    if lines > LONGEST_MODULE:
        yield f"{module.name} has {lines} lines, more than {LONGEST_MODULE}"


def state_behind_functions(module: Module) -> Iterator[str]:
    tables = {
        target.id
        for node in module.tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(module.tree):
        changed = None
        if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
            changed = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING_METHODS:
            changed = node.func.value
        if isinstance(changed, ast.Name) and changed.id in tables:
            yield f"{module.name}:{node.lineno} changes {changed.id}, which belongs to the module"
        if isinstance(node, ast.Global):
            yield f"{module.name}:{node.lineno} changes a global"
        if isinstance(node, ast.FunctionDef):
            for decorator in node.decorator_list:
                if ast.unparse(decorator).split("(")[0].split(".")[-1] in {"cache", "lru_cache"}:
                    yield f"{module.name}:{node.lineno} keeps a cache for the life of the program"


def kinds_dropped_in_silence(module: Module) -> Iterator[str]:
    """A `case _` may hand a block or span on, but not pass over kinds that it never heard of.

    Without it mypy (``exhaustive-match``) names each walk that a new kind has to join.
    """
    for match in ast.walk(module.tree):
        if not isinstance(match, ast.Match):
            continue
        kinds = {ast.unparse(node.cls) for node in ast.walk(match) if isinstance(node, ast.MatchClass)}
        for case in match.cases:
            is_wildcard = isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None
            if not is_wildcard or case.guard or not kinds & PAGE_KINDS:
                continue
            used = {node.id for line in case.body for node in ast.walk(line) if isinstance(node, ast.Name)}
            if root_name(match.subject) not in used:
                yield f"{module.name}:{case.pattern.lineno} passes over kinds of blocks or spans without naming them"


RULES = [
    kinds_dropped_in_silence,
    sql_outside_its_place,
    wire_outside_the_diagram,
    no_sentence_about_itself,
    name_that_says_nothing,
    too_long,
    state_behind_functions,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_module_breaks_a_house_rule(rule) -> None:
    assert [breach for module in modules() for breach in rule(module)] == []


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [
        (sql_outside_its_place, "pmlapp.library.search.search", "import sqlite3"),
        (sql_outside_its_place, "pmlapp.library.search.search", "from sqlite3 import connect"),
        (
            sql_outside_its_place,
            "pmlapp.library.search.search",
            "import sqlite3\nsqlite3.connect(sqlite3.sqlite_version)",
        ),
        (sql_outside_its_place, "pmlapp.library.search.search", '"""A."""\nQ = """\n select id\n   from article"""'),
        (
            wire_outside_the_diagram,
            "pmlapp.reading.beside.outline",
            "def f(self, other):\n    self.moved.connect(other.b)",
        ),
        (
            wire_outside_the_diagram,
            "pmlapp.reading.beside.outline",
            "def f(self, *, other):\n    other.moved.connect(self.b)",
        ),
        (wire_outside_the_diagram, "pmlapp.shell.window", "def f(self):\n    self.a.moved.connect(self.b)"),
        (
            kinds_dropped_in_silence,
            "pmlapp.content.page_text",
            "match block:\n    case Table():\n        f()\n    case _:\n        pass",
        ),
        (
            kinds_dropped_in_silence,
            "pmlapp.content.page_text",
            "match span:\n    case Text(text):\n        f(text)\n    case _:\n        return ''",
        ),
        (no_sentence_about_itself, "pmlapp.paths", "x = 1"),
        (no_sentence_about_itself, "pmlapp.paths", '"""Some paths"""'),
        (name_that_says_nothing, "pmlapp.library.utils", '"""A."""'),
        (too_long, "pmlapp.paths", "\n" * (LONGEST_MODULE + 1)),
        (state_behind_functions, "pmlapp.paths", "def f():\n    global x"),
        (state_behind_functions, "pmlapp.paths", "seen = {}\ndef f(x):\n    seen[x] = 1"),
        (state_behind_functions, "pmlapp.paths", "SEEN = set()\ndef f(x):\n    SEEN.add(x)"),
        (state_behind_functions, "pmlapp.paths", "@functools.lru_cache(maxsize=None)\ndef f(): ..."),
    ],
)
def test_a_breach_of_a_house_rule_is_found(rule, name: str, source: str) -> None:
    assert list(rule(Module(name, source)))


def test_a_widget_may_connect_its_own_parts() -> None:
    own = Module("pmlapp.reading.finding.search_box", "def f(self):\n    field.textChanged.connect(self.query_changed)")
    assert list(wire_outside_the_diagram(own)) == []


def test_a_walk_may_hand_on_what_it_does_not_know() -> None:
    walk = "match block:\n    case Table():\n        f()\n    case _:\n        return block"
    assert list(kinds_dropped_in_silence(Module("pmlapp.library.pages.composer", walk))) == []


def test_the_import_contracts_hold(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = import_linter.lint_imports(config_filename=str(PACKAGE.parent / "pyproject.toml"), no_cache=True)
    assert outcome == import_linter.EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = grimp.build_graph("pmlapp", cache_dir=None)
    order = TopologicalSorter({name: graph.find_modules_directly_imported_by(name) for name in graph.modules})
    order.prepare()  # raises CycleError with the circle in its message


@pytest.mark.parametrize("name", [module.name for module in modules() if not module.name.endswith("__main__")])
def test_a_collection_at_module_level_is_a_constant(name: str) -> None:
    """Its name says so in capitals; `state_behind_functions` sees to it that nothing changes it."""
    collections = {
        key
        for key, value in vars(importlib.import_module(name)).items()
        if isinstance(value, list | dict | set | bytearray | deque) and not key.startswith("__")
    }
    assert {key for key in collections if not key.isupper()} == set()
