"""The ``roviec`` command: a thin skin over reading files and over the service.

``parse``, ``text``, ``check FILE`` and ``--help`` stay light: whatever needs an index, a model, a server or the judge
is imported by the command that uses it.
"""

from __future__ import annotations

import typer

from api import wording, wording_library, wording_work
from api.commands import asking, fixing, judging, library, people, reading, versions, work
from api.terminal import RoviecCommand, RoviecGroup

app = typer.Typer(
    cls=RoviecGroup,
    help=wording.APP,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _root() -> None:
    """Make Typer keep the commands in a group."""


for name, command, told in (
    ("ask", asking.ask, wording.ASK),
    ("brief", work.brief, wording_work.BRIEF),
    ("due", work.due, wording_work.DUE),
    ("ingest", library.ingest, wording.INGEST),
    ("plans", library.plans, wording.PLANS),
    ("fix", fixing.fix, wording_library.FIX),
    ("versions", versions.versions, wording_library.VERSIONS),
    ("diff", versions.diff, wording_library.DIFF),
    ("remove", library.remove, wording.REMOVE),
    ("serve", library.serve, wording.SERVE),
    ("parse", reading.parse, wording.PARSE),
    ("check", reading.check, wording_work.CHECK),
    ("text", reading.text, wording.TEXT),
    ("eval", judging.evaluate, wording.EVAL),
):
    app.command(name, cls=RoviecCommand, help=told)(command)
app.add_typer(people.people, name="people", cls=RoviecGroup, help=wording.PEOPLE)


def main() -> None:
    """The ``roviec`` command; leaves with its exit code."""
    app()


if __name__ == "__main__":
    main()
