"""The papers tell what is there: commands, dependencies, pictures, links."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAPERS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSES/README.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def dependencies() -> set[str]:
    """Every package that pyproject.toml asks for, by its name in small letters."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = pyproject["project"]
    asked = [
        *pyproject["build-system"]["requires"],
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]
    names = {re.match(r"[\w.-]+", line).group().lower() for line in asked}
    return names - {"pmlapp"}


def explained() -> set[str]:
    section = README.split("## What each dependency is for")[1].split("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+) \| [^|\s][^|]+ \|", section, re.MULTILINE)
    return {name.strip().lower() for row in rows for name in row.split(",")} - {"package"}


def test_the_readme_explains_every_dependency_and_no_other() -> None:
    assert explained() == dependencies()


@pytest.mark.parametrize("command", ["make run", "make test"])
def test_the_readme_names_the_two_commands(command: str) -> None:
    assert re.search(rf"^    {command}$", README, re.MULTILINE)


def test_every_make_command_that_the_papers_name_is_there() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    there = set(re.findall(r"^make (\w+)", listed, re.MULTILINE))
    named = {name for paper in PAPERS for name in re.findall(r"\bmake ([a-z0-9]+)", code_of(paper))}
    assert {"run", "test"} <= there
    assert named - there == set()


def test_each_test_that_the_page_on_faults_names_is_there() -> None:
    text = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/]+\.py)(?:::(\w+))?`", text)
    assert len(named) > 60
    for path, name in named:
        assert f"def {name or 'test_'}" in (ROOT / "tests" / path).read_text(encoding="utf-8"), (path, name)


def code_of(paper: Path) -> str:
    """The indented lines and the pieces between backticks."""
    text = paper.read_text(encoding="utf-8")
    return "\n".join([*re.findall(r"^ {4}.+$", text, re.MULTILINE), *re.findall(r"`[^`\n]+`", text)])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.relative_to(ROOT)))
def test_every_link_and_picture_of_a_paper_leads_to_a_file(paper: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", paper.read_text(encoding="utf-8"))
    inside = [target for target in targets if not re.match(r"[a-z]+:", target)]
    assert [target for target in inside if not (paper.parent / target).exists()] == []


def test_every_decision_is_in_the_index() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    records = [path.name for path in folder.glob("[0-9]*.md")]
    assert records
    assert [name for name in records if f"({name})" not in index] == []


def test_the_plan_names_every_wing_of_the_contracts() -> None:
    """A wing added to pyproject.toml is added to the page that newcomers read."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    plan = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for contract in pyproject["tool"]["importlinter"]["contracts"]:
        package = contract.get("containers", ["pmlapp"])[0].removeprefix("pmlapp").removeprefix(".")
        if contract["type"] == "layers" and package:
            (row,) = [line for line in plan.splitlines() if line.startswith(f"| `{package}` |")]
            wings = {wing.strip() for layer in contract["layers"] for wing in layer.split("|")}
            assert {wing for wing in wings if f"`{wing}`" not in row} == set()


def test_every_module_that_the_architecture_names_is_there() -> None:
    """The table that says where each kind of change goes must not send anybody to a file that has moved."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    modules = [path.relative_to(ROOT).as_posix() for path in (ROOT / "pmlapp").rglob("*.py")]
    named = set(re.findall(r"`((?:[a-z_]+/)*[a-z_]+\.py)`", page)) - {"tests/test_architecture.py"}
    assert {name for name in named if not any(f"/{path}".endswith(f"/{name}") for path in modules)} == set()
