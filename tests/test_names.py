"""Names and sizes that keep the project readable."""

import ast
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("ingest", "index", "rag", "web", "api", "eval", "tests")
HOMELESS = {"utils", "util", "common", "helpers", "helper", "manager", "managers", "core", "misc"}
TEXT = {".py", ".md", ".toml", ".txt", ".tsv", ".csv", ".json", ".jsonl", ".html", ".css", ".js", ".svg", ".sql"}
BARE = {"Makefile", "LICENSE", "run", ".gitignore"}
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60


def _files() -> list[Path]:
    """Every file a person maintains: the packages, the tests, and what stands at the root or in .ci and .github."""
    rooted = [file for file in ROOT.iterdir() if file.is_file()]
    folders = [ROOT / name for name in (*FOLDERS, ".ci", ".github")]
    nested = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return sorted(file for file in (*rooted, *nested) if "__pycache__" not in file.parts)


def _sources() -> list[Path]:
    return [file for file in _files() if file.suffix == ".py"]


def _shown(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def test_every_module_says_what_it_is_for() -> None:
    """A function without a home belongs to the lowest layer that can state its meaning."""
    named = [file for file in _sources() if HOMELESS & {file.stem, *file.relative_to(ROOT).parts[:-1]}]
    assert [_shown(file) for file in named] == []


def test_every_text_file_is_nfc_utf8() -> None:
    texts = {file: file.read_text("utf-8") for file in _files() if file.suffix in TEXT or file.name in BARE}
    assert [_shown(file) for file, text in texts.items() if not unicodedata.is_normalized("NFC", text)] == []


def test_file_names_are_nfc() -> None:
    assert [_shown(file) for file in _files() if not unicodedata.is_normalized("NFC", file.name)] == []


def test_no_source_file_is_too_long() -> None:
    sizes = {_shown(file): len(file.read_text("utf-8").splitlines()) for file in _sources()}
    assert {name: size for name, size in sizes.items() if size > MAX_FILE_LINES} == {}


def test_no_function_is_too_long() -> None:
    sizes = {
        f"{_shown(file)}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for file in _sources()
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: size for name, size in sizes.items() if size > MAX_FUNCTION_LINES} == {}
