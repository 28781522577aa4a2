"""The outermost edge of the command line: help in Vietnamese, every error one line, exit codes 0 and 2."""

# ruff: noqa: PLC0415  rich and the settings are slow to import and mostly not needed

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Any, NoReturn

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

from api import wording
from api.problems import PROBLEMS, problem_of
from ingest.errors import RoviecError, WrongUse

NAME = "roviec"
USAGE_EXIT = 2
INTERRUPTED_EXIT = 130


def complain(line: str) -> None:
    """Say one thing on stderr."""
    typer.echo(line, err=True)


class RoviecCommand(TyperCommand):
    """A command whose help is Vietnamese and whose repeatable options take several values at once."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        formatter.write(_help_page(self, ctx, f"{ctx.command_path} {_pieces(self, ctx)}"))

    def get_help_option(self, ctx: Any) -> Any:
        """The ``--help`` option, explained in Vietnamese."""
        return _in_vietnamese(super().get_help_option(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, once ``--plans A B`` has become ``--plans A --plans B``."""
        many = {name for one in self.params if getattr(one, "multiple", False) for name in one.opts}
        return super().parse_args(ctx, _spread(args, many))


class RoviecGroup(TyperGroup):
    """The ``roviec`` command itself."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page with the list of commands."""
        formatter.write(_help_page(self, ctx, f"{ctx.command_path} {wording.COMMAND_MARK}"))

    def get_help_option(self, ctx: Any) -> Any:
        """The ``--help`` option, explained in Vietnamese."""
        return _in_vietnamese(super().get_help_option(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; with nothing to parse, show the help."""
        return super().parse_args(ctx, args or ["--help"])

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command that ``args`` starts with. Raises: WrongUse, suggesting the nearest."""
        name = args[0]
        if name not in self.commands and not name.startswith("-"):
            near = get_close_matches(name, self.commands, 1)
            hint = [wording.DID_YOU_MEAN.format(name=near[0])] if near else []
            see = wording.SEE_HELP.format(command=ctx.command_path)
            raise WrongUse(" ".join([wording.NO_COMMAND.format(name=name), *hint, see]))
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Run the command line and leave with its exit code; nothing else gets out of here."""
        given = sys.argv[1:] if args is None else list(args)
        sys.exit(_guarded(self, given))


def _guarded(group: RoviecGroup, args: list[str]) -> int:
    try:
        return _run(group, args)
    except RoviecError as error:
        complain(str(error))
        return problem_of(error).exit_code
    except typer.TyperException as error:
        complain(_usage_sentence(error))
        return USAGE_EXIT
    except BrokenPipeError:
        _drop_stdout()
        return 0
    except (KeyboardInterrupt, typer.Abort):
        complain(wording.STOPPED)
        return INTERRUPTED_EXIT
    except Exception as error:  # noqa: BLE001  the outermost edge: a user never sees a traceback
        return _unforeseen(error)


def _run(group: RoviecGroup, args: list[str]) -> int:
    _speak_utf8()
    try:
        with group.make_context(NAME, args) as ctx:
            group.invoke(ctx)
    except typer.Exit as leave:
        sys.stdout.flush()
        return leave.exit_code
    sys.stdout.flush()
    return 0


def _speak_utf8() -> None:
    """UTF-8 and bare newlines whatever the locale; stdout stays valid UTF-8, stderr names files byte for byte."""
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "surrogateescape")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors, newline="\n")


def _drop_stdout() -> None:
    """Whoever read our output has gone: the rest goes nowhere, also what Python flushes at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _unforeseen(error: Exception) -> int:
    from api.settings import load

    if load().debug:
        raise error
    complain(wording.INTERNAL.format(kind=f"{type(error).__name__}: {error}"))
    return PROBLEMS[RoviecError].exit_code


def _usage_sentence(error: typer.TyperException) -> str:
    """What was typed wrongly. Typer keeps its kinds of usage error private: they are told by name."""
    what = _parameter(getattr(error, "param", None)) or getattr(error, "option_name", "")
    sentence = {
        "MissingParameter": wording.MISSING,
        "NoSuchOption": wording.NO_OPTION,
        "BadParameter": wording.BAD_VALUE,
        "BadOptionUsage": wording.BAD_OPTION,
    }.get(type(error).__name__, wording.BAD_LINE)
    ctx = getattr(error, "ctx", None)
    see = wording.SEE_HELP.format(command=ctx.command_path if ctx else NAME)
    return f"{sentence.format(what=what)} {see}"


def _parameter(parameter: Any) -> str:
    """How a user would write it: the argument's mark or the option's longest name."""
    if parameter is None:
        return ""
    return str(parameter.metavar if _positional(parameter) else max(parameter.opts, key=len))


def _positional(parameter: Any) -> bool:
    return isinstance(parameter, TyperArgument)


def _spread(args: Sequence[str], many: set[str]) -> list[str]:
    """Repeat an option of ``many`` before each further path that follows its first value."""
    spread: list[str] = []
    option = None
    for position, arg in enumerate(args):
        if arg in many:
            option = arg
        elif arg.startswith("-"):
            option = None
        elif option and args[position - 1] != option:
            if _names_a_file(arg):
                spread.append(option)
            else:
                option = None
        spread.append(arg)
    return spread


def _names_a_file(arg: str) -> bool:
    """Whether it exists or ends like a file name, as a question does not."""
    path = Path(arg)
    return path.suffix[1:].isalnum() or path.exists()


def _in_vietnamese(option: Any) -> Any:
    if option is not None:
        option.help = wording.HELP_OPTION
    return option


def _pieces(command: TyperCommand, ctx: Any) -> str:
    """The rest of the usage line: where options and arguments go."""
    marks = [wording.OPTIONS_MARK]
    for one in command.get_params(ctx):
        if _positional(one):
            several = " …" if one.nargs != 1 else ""
            mark = f"{one.metavar}{several}"
            marks.append(mark if one.required else f"[{mark}]")
    return " ".join(marks)


def _help_page(command: Any, ctx: Any, usage: str) -> str:
    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    screen = Console()
    console = Console(file=out, force_terminal=screen.is_terminal, width=min(screen.width, 100))
    console.print(Text.assemble((f"{wording.USAGE}: ", "bold"), usage), "\n", Text(command.help or ""))
    for title, rows in _help_rows(command, ctx):
        if rows:
            console.print(f"\n[bold]{title}[/bold]", _grid(rows), sep="\n")
    return out.getvalue()


def _help_rows(command: Any, ctx: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    parameters = command.get_params(ctx)
    commands = getattr(command, "commands", {})
    return [
        (wording.COMMANDS, [(name, one.help or "") for name, one in commands.items()]),
        (wording.ARGUMENTS, [(one.metavar, one.help or "") for one in parameters if _positional(one)]),
        (wording.OPTIONS, [(_option(one), one.help or "") for one in parameters if not _positional(one)]),
    ]


def _option(option: Any) -> str:
    names = ", ".join(option.opts)
    return names if option.is_flag or not option.metavar else f"{names} {option.metavar}"


def _grid(rows: Sequence[tuple[str, str]]) -> Any:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 3))
    grid.add_column(no_wrap=True)
    for name, text in rows:
        grid.add_row(Text(f"  {name}", style="cyan"), Text(text))
    return grid
