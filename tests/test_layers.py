"""Data flows one way, and each foreign thing enters through one door."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("ingest", "index", "rag", "web", "api", "eval")


def _sources() -> list[Path]:
    return sorted(file for package in PACKAGES for file in (ROOT / package).rglob("*.py"))


def _imported(tree: ast.Module) -> Iterator[str]:
    """Names of imported top-level modules, wherever in the file the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def _importers(*modules: str) -> set[str]:
    """Project-relative paths of the sources that import any of `modules`."""
    return {
        file.relative_to(ROOT).as_posix()
        for file in _sources()
        if not set(modules).isdisjoint(_imported(ast.parse(file.read_text("utf-8"))))
    }


def _reads_environment(node: ast.AST) -> bool:
    names = {"environ", "environb", "getenv", "getenvb", "putenv", "unsetenv"}
    if isinstance(node, ast.Attribute):
        return node.attr in names and isinstance(node.value, ast.Name) and node.value.id == "os"
    return isinstance(node, ast.ImportFrom) and node.module == "os" and any(a.name in names for a in node.names)


def test_imports_point_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_faiss_is_imported_by_one_module_of_index() -> None:
    importers = _importers("faiss")
    assert len(importers) == 1
    assert all(path.startswith("index/") for path in importers)


def test_sql_stays_in_the_catalogue() -> None:
    strangers = {path for path in _importers("sqlite3") if not path.startswith("index/catalogue/")}
    assert strangers == set()


def test_the_environment_is_read_in_settings_only() -> None:
    readers = {
        file.relative_to(ROOT).as_posix()
        for file in _sources()
        if any(_reads_environment(node) for node in ast.walk(ast.parse(file.read_text("utf-8"))))
    }
    assert readers <= {"api/settings.py"}


def test_web_frameworks_stay_in_api_and_web() -> None:
    strangers = [path for path in _importers("fastapi", "starlette", "jinja2") if not path.startswith(("api/", "web/"))]
    assert strangers == []


def test_the_command_line_starts_without_heavy_libraries() -> None:
    """Importing torch or underthesea costs two to seven seconds on two cores; a first answer is due within three."""
    code = "import sys, api.cli; print(*sorted({'torch', 'transformers', 'underthesea'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import os\nos.environ['A']", True),
        ("import os\nos.getenv('A')", True),
        ("from os import environ", True),
        ("import os\nos.path.join('a')", False),
        ("settings.environ", False),
    ],
)
def test_reading_the_environment_is_recognised(code: str, expected: bool) -> None:  # noqa: FBT001 - a test case's value
    assert any(_reads_environment(node) for node in ast.walk(ast.parse(code))) is expected


def test_an_import_inside_a_function_counts() -> None:
    tree = ast.parse("def f():\n    import faiss.contrib\n    from sqlite3 import connect\n    from . import plan")
    assert set(_imported(tree)) == {"faiss", "sqlite3"}
